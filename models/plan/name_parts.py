"""The words around a figure that are no part of its name: wishes before it, what leads to it, where it starts from.

>>> LEADS_TO_FIGURE.sub("", without_wishes("力争巩固率稳定在"))
'巩固率'
"""

import re

from models.plan.aims import STARTED
from models.plan.clauses import skip_opening, verbs_at
from models.plan.deadlines import skip_time
from models.plan.told import Figure
from models.plan.words import word_list

_WISH = re.compile(
    "|".join(
        word_list("""
    全市 全县 全区 全省 我市 我县 我区 全校 今年 全年 年内 本年度 确保 力争 力求 争取 保证 实现 促进 推动 使 将 把
    让 要 其中 包括 包含 含 另外 另 至少 最少 共计 累计 总计 合计 计划 预计 再 达到
        """)
    )
)
_BOUNDS = (
    r"(?:[须应要需]?(?:达到|达)|不(?:得|能|应)?(?:少于|低于|小于|超过|超出|高于|多于|大于|突破)|至少|最少|至多|最多|最高|最低"
    r"|超过|突破|低于|高于|少于|多于|[在到至]|(?<=.)为)"
)
_CHANGES = (
    r"(?:基本|力争|确保|预计|预期|计划)?(?:分别|总数|总量|数量|累计|总共|共|(?<![人生校班师户村])均|各|稳定|保持|维持|提高|提升|增加|增长|扩大|下降|降低|减少|压减|压缩|压降|缩减|缩短|缩小|回落|延长|控制"
    r"|限制|降|减|压|缩|增|升)?"
)
_NEARLY = r"(?:将近|接近|大约|大概|约|近)"
LEADS_TO_FIGURE = re.compile(
    rf"{_CHANGES}{_BOUNDS}{_NEARLY}?$|(?:保持|维持|稳定|共|[≥≤<>＜＞]){_NEARLY}?$|{_NEARLY}$|(?<=.{{2}})(?:完成|实现|累计|共计|总计|基本|力争|确保)$"
)
BEHIND_FIGURE = re.compile(r"^(?:及|或)?(?:以上|以下|以内|之内|左右|上下|以里)?的?(?:[至到]$)?")
_FROM = re.compile(rf"[从由自]{STARTED}[0-9０-９一二两三四五六七八九十百千半].*$")
_ON_GROUND = re.compile(r"在[^，,。；;]{0,24}基础上")
_RATE = re.compile(r"每个?(?:月|季度?|半年|年度?|学期|学年)|一(?:年|学期)$")
_FOR_EACH = re.compile(r"每[生人](?:每?(?:[年月]|学期|学年))?$")
_YEAR = re.compile(r"^(?:到)?20\d\d(?:[\-－—–~～至]{1,2}20\d\d)?(?:学?年度|学年|年)(?:底|末|内)?前?[，,]?")
_IN_YEARS = re.compile(r"(?:利用|通过|用|分)[0-9０-９一二两三四五]{1,2}(?:年|批次?|期|步)(?:左右)?(?:的?时间|的?努力)?")
_BOUND_OF_WHOLE = re.compile(
    r"(?:不(?:得|能|应)?(?:少于|低于|超过|高于)|控制在|占|达到)[^，,。；;]{1,14}的$"
)  # 不低于总数的10%
_MAY_BE_TIME = re.compile(r"(?:截至|[在于到])?[0-9０-９今本当上下第年一二三四五六七八九十]")
_WISHES_BEFORE_VERBS = frozenset({"争取", "全市", "全县", "全区", "全省", "我市", "我县", "我区", "全校"})
_WORDS_WITH_ADVERB = frozenset({"应用", "应届", "应急", "再生", "均衡", "将军", "须知", "共建", "协同"})
_RATIO_OF_VERB = re.compile(r"[\u4e00-\u9fff]{2}率(?:达|保持|稳定|不低|[0-9０-９])")
STAGE = re.compile(
    r"(?:(?:学前|义务|高中|高中阶段|职业|高等|特殊|民办|继续|终身|成人)教育|学前|幼儿园|小学|初中|高中|普通高中|普高|中职(?:学校)?|高职|本科|专科|特教学校|中小学|城区|农村|县城|镇区|男生|女生)"
    r"(?:学?生|阶段|学校|教师)?"
)
_CHANGE_BEHIND = re.compile(
    r"(?:(?:较|(?<!占)比(?![例重率值])|同比)[^，,]{0,8})?(?:提高|提升|增长|增加|上升|下降|降低|减少)$|^(?:较|比).*$|(?:高于|低于|优于|不低于|达到|超过)[^，,]{2,10}(?:水平|标准|平均)$"
)
_REACHES = ("覆盖", "惠及", "受益", "服务", "带动", "辐射")
_STAGE_AT_END = re.compile(rf"(?P<of>[\u4e00-\u9fff]{{2,30}}?)(?:{STAGE.pattern})$")
_TELLS_CHANGE = re.compile(r"(?:下降|增长|提高|减少|增加|降低|上升|压减)$")
LESSENING = frozenset(word_list("压减 减少 精简 压缩 削减 增加 提高 降低"))
# What begins words that share no verb with those before: a preposition, a subject or another verb.
_SUBJECTS = tuple(
    word_list("""
    为 对 给 向 与 同 被 受益 惠及 覆盖 辐射 带动 吸引 涉及 参与 参加 占 金额 总额 到账 主体 达标 竣工 开工 完工 投用
    在建 新开工 服务
    """)
)
# Verbs of figures that are not among those that begin a job.
_MORE_VERBS = tuple(
    word_list("""
    精简 缩减 削减 选调 调配 输送 补充 签约 引育 评聘 聘用 录用 发展 吸纳 承接 获评 获批 获 奖励 奖补 转化 提供 筹措
    募集 选育 推出 整顿 偿还 兑现 建强 建优 斩获 授权 转让 撤并 撤销 整合 归并 规范 推送 编发 刊发 印制 张贴 播放
    推介 通过 共建 保留 淘汰 硬化 绿化 亮化 续建 报废 清退 夺得 评出 招生 录取 举荐 发表 入选 扫除 受理 处置
    """)
)
# Verbs behind a counted subject: 126辆校车安装监控系统 borrows none.
_ACTS = ("安装", "配备", "创建", "开展", "完成", "通过", "投入", "达到", "实现", "建成", "启动", "参加", "获评", "竣工")


def without_wishes(text: str) -> str:
    """Leave out what a sentence wishes for its figure, and until when: 确保, 力争在6月底前, 到2025年, 至少."""
    before = ""
    while before != text:
        before = text
        wish = _WISH.match(text)
        # 争取上级资金 is work, 争取达到 a wish; 全市教师 are whom one counts, 全市新增 says where.
        if wish and (wish[0] not in _WISHES_BEFORE_VERBS or verbs_at(text, wish.end())[0] or _is_wish(wish[0], text)):
            text = text[wish.end() :]
        text = _YEAR.sub("", text.lstrip("、，,"))
        if _MAY_BE_TIME.match(text):
            at = 2 if text.startswith("截至") else int(text[0] in "在于到")
            behind = skip_time(text[at : at + 40])
            text = text[at + behind :] if behind else text
    return text


def _is_wish(wish: str, text: str) -> bool:
    return wish == "争取" and LEADS_TO_FIGURE.search(text) is not None


def opening_of(text: str) -> int:
    """Return where a clause's verb or noun begins, as ``skip_opening``, but not within 应用 or 按期办结率."""
    start = skip_opening(text)
    if (
        text[start : start + 1] == "率"
        or text[start - 1 : start + 1] in _WORDS_WITH_ADVERB
        or _RATIO_OF_VERB.match(text, start)
    ):
        return skip_time(text)
    return start


def label_of(text: str) -> str:
    """Return what stands before a colon: 本科以上学历占比：小学75%."""
    return re.split(r"[：:]", text)[0].strip() if re.search(r"[：:]", text) else ""


def name_of_level(last: str) -> str:
    """Return what has a level, where the figure before told its change: 就业率提高5个百分点，达到45% → 就业率."""
    return _CHANGE_BEHIND.sub("", last)


def name_of_stage(noun: str, *, topic: str, last: str) -> str:
    """Return the name of a figure that tells only whom it is for (初中), by what was said before; else nothing.

    Args:
        noun: what stands beside the figure.
        topic: what the clause before names without a figure: 开展应急演练 → 开展应急演练（初中）.
        last: the name of the figure before: 小学生作业时间 → 初中作业时间.
    """
    if not STAGE.fullmatch(noun):
        return ""
    if topic:
        return f"{topic}（{noun}）"
    behind = _STAGE_AT_END.match(last)
    if behind:
        return behind["of"] + noun
    before = STAGE.match(last)
    return noun + last[before.end() :] if before and before.end() < len(last) else ""


def dealt_out(names: list[str]) -> list[str]:
    """Complete the members of a list by what they share.

    >>> dealt_out(["小学", "初中巩固率"]), dealt_out(["新建小学", "幼儿园"]), dealt_out(["新建", "改扩建幼儿园"])
    (['小学巩固率', '初中巩固率'], ['新建小学', '新建幼儿园'], ['新建幼儿园', '改扩建幼儿园'])
    """
    *others, last = names
    last_verb = verbs_of(last)[1]
    if last_verb and all(verbs_of(name)[1] == len(name) for name in others):
        return [*(name + last[last_verb:] for name in others), last]
    verb = names[0][: verbs_at(names[0], 0)[1]]
    within = last.find(others[-1])  # 大班额、超大班额比例
    modifier = len(others[-1]) + max(within, 0)
    head = last[modifier:] if len(last) > modifier + 1 else ""
    dealt = [name if name.endswith(last[-1:]) else name + head for name in others]
    return [name if not verb or name.startswith(verb) else verb + name for name in (*dealt, last)]


def without_frame(text: str, figure: Figure) -> str:
    """Leave out a label before a colon, the rate, whom a standard is for, and where the figure starts from."""
    text = text.replace("至少", "").replace("最少", "")
    text = _BOUND_OF_WHOLE.sub("", _IN_YEARS.sub("", _ON_GROUND.sub("", re.split(r"[：:]", text)[-1])))
    if figure.baseline is not None:
        text = _FROM.sub("", text)
    return _FOR_EACH.sub("", _RATE.sub("", text))


def verbs_of(text: str) -> tuple[tuple[str, ...], int]:
    """Return the verbs that words before a figure begin with, and where they end."""
    verbs, end = verbs_at(text, 0)
    if verbs:
        return verbs, end
    word = next((verb for verb in _MORE_VERBS if text.startswith(verb)), "")
    return ((word,), len(word)) if word else ((), 0)


def begins_own_case(text: str) -> bool:
    """Tell whether words have a preposition or subject of their own, so that they borrow no verb."""
    return text.startswith(_SUBJECTS) or text.endswith(_REACHES) or _TELLS_CHANGE.search(text) is not None


def acts_itself(text: str) -> bool:
    """Tell whether what is counted does something itself: 校车安装智能监控系统."""
    return any(text.find(act) >= 2 for act in _ACTS)
