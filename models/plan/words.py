"""The verbs of administrative Chinese by what they promise, and the few nouns that settle the doubtful ones.

General vocabulary of work points, not of one document. A word stands in one list only; ``clauses`` says what follows
from the list it is in. Unknown words are allowed everywhere: a clause that begins with one stays with the one before.
"""

from enum import Enum, auto


def word_list(text: str) -> list[str]:
    """Return the words of a text in which blanks part them, so that long lists stay readable."""
    return text.split()


class Verb(Enum):
    """What a verb at the beginning of a clause promises."""

    DEED = auto()  # a piece of work that can be counted or ticked off: 开展, 制定, 建立
    CARE = auto()  # doing a named thing well: 做好, 办好
    PUSH = auto()  # moving something on; its object says whether that is work or a wish: 推进
    CAUSE = auto()  # making somebody else do something: 指导学校制定, 督促
    IMPROVE = auto()  # bettering something; work where a document comes out of it: 完善…办法
    OBEY = auto()  # keeping to something that exists: 落实…规定, or carrying it out: 落实…任务
    DEGREE = auto()  # doing more, stricter, deeper, without saying what: 加强
    RESULT = auto()  # what should come of the work before, or others be moved to: 确保, 提升, 引导


# The work is over, and can be ticked off, when the verb's object exists or has taken place.
FINISHING = frozenset(
    word_list("""
    制定 制订 研制 拟定 拟订 出台 印发 下发 颁布 编制 编写 编印 编纂 修订 修编 建成 建立 成立 组建 设立 新设
    增设 召开 举办 承办 主办 评选 选树 遴选 选拔 选聘 评定 认定 命名 表彰 签订 签署 签约 出版 发布 上线 完成
    办结 启动 竣工 开工 投用 投入使用 挂牌 开发 筹建 创设 举行 验收 交付 启用 搭建 开通 调整充实
    制发 印制 编撰 录制 命制 刊发 换发 核发 授予 封顶
""")
)
_DEEDS = FINISHING | frozenset(
    word_list("""
    开展 组织 组织开展 实施 推行 推广 试点 建设 新建 改建 扩建 改扩建 新改扩建 新改建 改造 升级改造 升级 创建
    打造 做强 做大 培育 培养 培训 轮训 选派 选送 选配 配备 配置 配齐 购置 采购 更换 更新 安装 接收 招聘 招录
    引进 引入 招引 申报 争创 参加 参与 举荐 推荐 探索 研究 研发 调整 规划 设置 布局 编排 整治 清理 排查 整改
    检查 督查 督导 巡查 抽查 评估 评审 评价 考核 审计 审核 审查 核定 核查 普查 调研 监测 监督 核实 统计 摸排
    化解 消除 压减 减少 新增 增加 扩充 补充 扩大 投入 拨付 安排 落地 发放 资助 救助 帮扶 慰问 走访 宣传 编演
    展示 巡视 巡察 查处 约谈 通报 曝光 打击 取缔 关停 清退 拆除 回收 征集 收集 汇编 梳理 盘点 搬迁 迁建 续建
    修缮 维修 铺设 种植 治理 修复 合并 撤并 划转 移交 接管 联合 对接 签发 受理 办理 答复 回应 公开 公布 公示
    上报 报送 归档 登记 建档 聘请 聘任 任命 轮岗 交流 挂职 设计 构筑 转化 孵化 立项 结题 命题 复核 举证 普及
    承接 压降 核减 硬化 美化 绿化 亮化 布设 添置 补齐 增补 接入 摸底 结对 共建 联建 试行 推介 推送 抽测
    复查 处置 查办 收储 筹措 筹集 申请 兑现 减免 消毒 接种 筛查 录取 划分 划定 调配 分流 聘用 关闭 归并 优选
    筛选 归集 录入 调试 租赁 扶持 压缩 精简 取消 下放 听取 备战
    创新 创作 拍摄 制作 播出 开设 开办 开放 开辟 开发利用 统筹安排 选取 选定 确定 明确
""")
)
_CARES = frozenset(
    word_list("""
    做好 抓好 办好 建好 用好 管好 开好 上好 守好 搞好 讲好 开设上好 建好用好 做实 抓实 做优 办实 建强 配强 选优
    选优配强 配齐建强 过好 管住
""")
)
_PUSHES = frozenset(word_list("推进 推动 加快 加快推进 统筹推进 协调推进 协同推进 推动实施 促成"))
_CAUSES = frozenset(word_list("指导 督促 督导指导 指导督促 支持 动员 发动 协助 配合 协调 要求 帮助"))
_IMPROVES = frozenset(word_list("完善 健全 健全完善 优化 改进 修改 修改完善 建立健全 改善 充实"))
_OBEYS = frozenset(
    word_list("""
    落实 贯彻 贯彻落实 执行 贯彻执行 遵守 遵循 严守 履行 压实 落细 落实落细 运用 坚守
""")
)
_DEGREES = frozenset(
    word_list("""
    加强 强化 深化 严格 严明 严肃 从严 加大 巩固 规范 弘扬 理顺 拓展 丰富 突出 注重 重视 关注 关心 净化 整合
    盘活 夯实 筑牢 织密 抓紧 抓牢 抓细 树立 树牢 厚植 传承 增进 扩展 延伸 紧盯 聚力 控制 防范 预防 遏制 杜绝
    严防 管控 维护 关爱 守住 守牢 拧紧 压紧 扛牢
""")
)
_RESULTS = frozenset(
    word_list("""
    确保 力争 力求 争取 引导 鼓励 倡导 保证 实现 达到 达成 促进 促使 助力 助推 提升 提高 增强 保持 保障 营造
    形成 构建 减轻 缓解 满足 破解 解决 使 让 使得 以便 从而 进而 不断提升 防止 避免 带动 激发 释放 凸显 彰显
    打响 叫响 唱响 降低 激励 覆盖 纳入 融入 贯穿 展现 展示出 赢得 取得 争当 争做 迈上 迈出 转变 服务 打通
    体现 凝聚 擦亮 惠及
""")
)
_LISTS = (
    (Verb.DEED, _DEEDS),
    (Verb.CARE, _CARES),
    (Verb.PUSH, _PUSHES),
    (Verb.CAUSE, _CAUSES),
    (Verb.IMPROVE, _IMPROVES),
    (Verb.OBEY, _OBEYS),
    (Verb.DEGREE, _DEGREES),
    (Verb.RESULT, _RESULTS),
)
VERBS: dict[str, Verb] = {word: verb for verb, words in _LISTS for word in words}
# Nouns that begin like a verb.
NOUNS = ("研究生", "研究员", "调研员", "监督员", "公开课", "培训班", "培训机构", "检查站", "评估组", "督查组", "展示课")
WORKING = _DEEDS | _CARES

# How, how much and how often; a verb follows.
ADVERBS = frozenset(
    word_list("""
    积极 深入 持续 大力 全面 认真 严格 进一步 切实 扎实 继续 科学 统筹 及时 依法 着力 稳步 有序 有效 加快 不断
    充分 高质量 高标准 高水平 圆满 动态 足额 主动 精心 稳妥 逐步 逐级 分类 分批 分级 定期 常态化 重点 集中 全力
    努力 坚决 坚定不移 驰而不息 毫不放松 持之以恒 牢牢 深度 广泛 适时 择优 率先 全程 全员 按时 按期 如期 统一
    联合 共同 协同 协调 系统 再 拟 要 将 应 须 并 同时 还 均 年内 适当 合理 精准 灵活 创造性 开展好 大规模
    多渠道 多形式 多措并举 因地制宜 一体化 一体 规范化 制度化 经常性 最大限度 更好 更加 顺利 平稳 务实 高效
    尽快 全年 每月 每季度 每季 每半年 每年 每学期 每学年 每周
""")
)

# Manner, means, ground and aim: they lead in the clause that follows.
LEAD_INS = tuple(
    word_list("""
    按照 根据 依据 依照 遵照 对照 参照 比照 依托 通过 利用 借助 围绕 紧紧围绕 紧扣 聚焦 坚持 立足 着眼 结合 针对 本着
    秉持 随着 鉴于 为了 为进一步 为深入 为全面 充分发挥 发挥 牢固树立 瞄准 抓住 借鉴 以 在 对标 锚定 经 自 从 由 于 因
""")
)
# The verbs that are no part of a noun: behind a lead-in they begin the work itself (依托平台开展…), while others may
# belong to what is leaned on (通过实地督查).
CREATING = frozenset(word_list("组织开展 开展 举办 召开 建立 制定 出台 实施 成立 打造 印发 建成 组建 编制"))
# Prepositions that may stand before the verb of the same clause: 为学校更换灯具.
PREPOSITIONS = (
    "为",
    "对",
    "向",
    "将",
    "把",
    "给",
    "面向",
    "与",
    "同",
    "会同",
    "在",
    "以",
    "从",
    "依托",
    "通过",
    "利用",
    "围绕",
)

# The object of 推进 is work if its last word names an activity …
ACTIVITIES = tuple(
    word_list("""
    工作 建设 改造 认证 采购 整治 排查 配备 配置 设置 试点 验收 招聘 选拔 评选 评估 评审 督查 检查 测评 搬迁
    迁建 扩建 改扩建 新建 立项 申报 创建 应用 使用 编制 修订 制定 开发 普查 登记 核查 清理 治理 行动 工程 项目
    计划 清查 整改 监测 培训 活动 招引 移交 办理
""")
)
# … and a wish if it names a state, or if the word ends in 化.
STATES = tuple(
    word_list("""
    落实 落地 落地生根 落地见效 见效 发展 共享 振兴 融合 提升 提高 转型 升级 普及 均衡 公平 进步 协同 衔接 贯通
    跨越 突破 现代化 到位 标准 要求 水平 提质 增效 提质增效 优化 完善 创新 繁荣 和谐 稳定 深入 实效 新进展
    新突破 新成效 新台阶 全覆盖 覆盖
""")
)
# A document or a standing arrangement: work on it ends with a text.
PRODUCTS = tuple(
    word_list("""
    机制 制度 办法 体系 方案 标准 细则 规则 规程 程序 政策 条例 规定 清单 预案 台账 指南 目录 章程 意见 规划
    体制
""")
)
# What one keeps to: it says by which rule the work before is done.
NORMS = tuple(
    word_list("""
    制度 规定 要求 标准 责任 政策 精神 措施 职责 部署 决定 决策 条例 准则 纪律 规范 原则 机制 链条 方针 形态
""")
)
# 规范…行为 is the aim of the rule before it.
CONDUCT = ("行为", "秩序", "管理", "运行", "程序", "流程")
# What takes place once: organising it is finished when it has taken place.
EVENTS = tuple(
    word_list("""
    验收 结题 选拔 评选 遴选 评比 评审 大赛 竞赛 比赛 运动会 会议 典礼 论坛 仪式 展演 联考 换届
""")
)
PROGRAMMES = ("行动", "工程", "计划", "项目", "行动计划")

# Words so common in plans of any office of education that sharing one doesn't make two clauses one topic.
COMMON = frozenset(
    word_list("""
    工作 建设 管理 教育 学校 中小 小学 学生 教师 教学 机制 制度 体系 改革 发展 服务 活动 行动 计划 项目 工程
    水平 质量 能力 队伍 实施 开展 推进 加强 全市 全县 全区 各级 各类 县市 市区 评价 标准 方案 办法 完善 健全
    重点 综合 专项 组织 培训 人员 部门 单位 干部 群众 社会 城乡 乡镇 保障 监督 检查 考核 问题 情况 要求 规范
    系统 信息 平台 资源 创新 示范 基地 中心 领导 安全
""")
)
LONGEST_WORD = max(len(word) for word in (*VERBS, *ADVERBS))
