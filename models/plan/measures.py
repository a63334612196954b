"""What stands behind a number: measure words and measures, and the words that only begin like one (5人大代表, 3名单).

A measure word of ``NAMING`` also counts what has no size (三个课堂, 四项制度), so that a small numeral before it often
belongs to a name; the others count things, people or events only. Lengths of time (``SPANS``) and rates of data
(``CAPACITIES``) are amounts only where the words before them say more or less than what.

>>> measure_at("3个月内", 1), measure_at("5人大代表", 1), measure_at("12.5万平方米", 5), measure_at("30人（次）", 2)
(('个月', 3), None, ('平方米', 8), ('人次', 6))
"""

import re

from models.plan.words import word_list

SHARES = frozenset({"%", "‰", "百分点", "个百分点"})
NAMING = frozenset(word_list("个 项 种 类 条 期 批 支 组 门 对 轮 位 件 把 首 层"))
SPANS = frozenset(word_list("年 天 岁 小时 分钟 个月 周 学期 个学期 个工作日 工作日"))
CAPACITIES = frozenset(word_list("兆 M Mbps G GB TB 千伏安 千伏 伏"))
_THINGS = word_list("""
    人次 场次 班次 批次 家次 件次 门次 项次 户次 车次 课时 学时 学分 学位 台套 人 所 名 场 次 套 口 家 辆 台 间 处
    座 篇 节 部 册 本 户 张 份 幅 例 起 宗 片 株 棵 只 头 班 校 县市区 县区 乡镇 县 镇 村 站 园 堂 块 艘 架 栋 幢 盏 枚
    具 樘 扇 眼 笔 轮次 条次 篇次 倍 分 顶 床 尾 根 颗 粒 盒 箱 袋 瓶 桶 副 面 遍 趟 台次 人天 人时 课次 节次 盆 束
""")
_SIZES = word_list("""
    美元 欧元 港元 元 平方千米 平方公里 平方米 平米 立方米 千米 公里 厘米 毫米 英寸 寸 米 ㎡ m² m2 M2 km 公顷 亩 吨 公斤
    千克 克 kg 升 千瓦时 兆瓦 千瓦 kW 微克/立方米 毫克/立方米
""")
_OTHER_WORDS = {
    "个": "小时|学年|年(?!级)|世纪|星期|点|一(?![个所名家项场次])",
    "人": "制|大|民|均|才|工|类|员|社|身|文|格|事|心|生|体|防|脸",
    "期": "间|望|末|中|刊",
    "次": "性|生|序|数",
    "名": "录|单|额|列",
    "本": "科|市|县|区|校|级|地|土",
    "部": "门|分|署|委|级",
    "分": "别|之|钟|类|级|析|批|期|管|享|布|工|解|局|秒|校|院|区|层|步|子|赛|流|项",
    "县": "级|域|城",
    "位": "一体|于|居|列|数|次|置",
    "项": "目(?!标)",
    "门": "槛|户|诊|类|卫",
    "节": "点|假|日|约|能|目",
    "班": "子|级|主|长|组|风|车|额",
    "组": "织|长|建|团|成",
    "类": "别|型",
    "园": "区|长|所|本",
    "站": "位|点|式",
    "年": "级|度|代|份|会|检|报|审|画|龄|限|前|底|初|末|均|货|轻|纪",
    "学期": "[初末]",
    "天": "[然气津文桥河山窗]",
    "场": "所|地|馆|景|域|均",
    "家": "长|庭|校(?!外)|教|访|乡|委|政",
    "口": "号|碑|岸|语|径",
    "台": "账|阶|风|胞|湾|州",
    "所": "有|在|属|谓|得",
    "支": "部|教|持|付|撑|委|出",
    "对": "口|象|接|应|标|照|外|策|比|于|话|一",
    "条": "件|例|文|款|龙",
    "把": "手|关|握|脉",
    "份": "额",
    "片": "区",
    "首": "次|届|批|先|席|要|个|位|创",
    "元": "旦|宵|素",
    "米": "字",
    "层": "面|级|次",
    "轮": "岗|训|换|流",
    "校": "区|园|长|级|车|舍|企|本|内|外|际|风|训|医|服|招|庆",
    "村": "级|民|居|校|小",
    "镇": "级|街",
    "处": "理|分|室|置|长|级",
    "例": "会|如|外|行",
    "起": "来|到|草|步|诉|点|始",
    "张": "贴",
    "面": "积|向|临|试|对|上",
    "小时": "制",
    "周": "[年岁末期边]|[一二三四五六日]",
    "克": "服|难",
    "堂": "课",
    "块": "钱",
    "遍": "布|及",
    "粒": "子",
    "头": "衔|脑|等",
    "根": "据|本|治",
    "束": "缚",
    "副": "校|局|科|处|县|高|主|教|书|职|省|中",
    "台次": "会",
}
_NOT_BEHIND = {unit: re.compile(words) for unit, words in _OTHER_WORDS.items()}
_ALIASES = {"％": "%", "平米": "平方米"}
_LONGEST_FIRST = sorted({*SHARES, "％", *NAMING, *SPANS, *CAPACITIES, *_THINGS, *_SIZES}, key=len, reverse=True)
_BY_FIRST = {first: [unit for unit in _LONGEST_FIRST if unit[0] == first] for first in {u[0] for u in _LONGEST_FIRST}}
_PLURAL = re.compile(r"[（(](?P<more>次|套|个)[）)]")

# Whom Chinese may count without a measure word: 100万中小学生.
PEOPLE = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:学生|新生|毕业生|教师|师生|职工|学员|干部|党员|群众|居民|村民|人员|儿童|青少年|家长|校长|园长|员工|农民|老人"
    r"|老年人|志愿者|劳动力|市民|考生|幼儿|人才|适龄人口|班主任|运动员|裁判员)"
)
# Behind 个 or 项 these can be counted, whatever the verb: 推进四个项目建设.
COUNTABLE = re.compile(
    r"(?:重点|省级|市级|县级|国家级|新建|在建|续建|示范|教育)?(?:项目|校区|学校|基地|中心(?!任务|工作)|试点|工作室|专业|课题|平台|团队|实训室|教学点|幼儿园|社区|班|园)"
)
# Behind 个, 项 or 种 these make no list of things that could be counted off: 5个方面, 3项原则, 四个意识.
ABSTRACT = re.compile(
    r"(?:方面|重点(?!项目|工程|任务|专业|学科|课题|实验)|环节|关键|统一|到位|坚持|维度|层面|结合|转变|原则|意识|抓手|着力点|导向|聚焦|必须|严禁|不准|不得"
    r"|确保|更加|确立|维护|自信|认同|相信|文明|注重|强化|进一步|突出|着力|加强|提升|一律|全覆盖|务必|字|阶段|步骤|领域|方向|层级|层次|要素"
    r"|特点|学段|一|不|优先|满意|满负荷|百分之百|文章|只增不减|高于|专题|专项整治)"
)


def measure_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the measure that begins at ``start`` and where it ends, or None if no measure does."""
    for unit in _BY_FIRST.get(text[start : start + 1], ()):
        if not text.startswith(unit, start):
            continue
        end = start + len(unit)
        other = _NOT_BEHIND.get(unit)
        if other and other.match(text, end):
            continue
        if unit.isascii() and unit.isalpha() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
            continue
        plural = _PLURAL.match(text, end) if unit in {"人", "场", "台", "所"} else None
        if plural:
            more = plural["more"] if plural["more"] == "次" else ""
            return unit + more, plural.end()
        return _ALIASES.get(unit, unit), end
    return None
