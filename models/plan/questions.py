"""Why a number that no rule rules out may still be no target, so that a person is asked before it becomes one."""

import re
from collections.abc import Callable

from models.plan.circumstances import ends_in_basis
from models.plan.measures import NAMING, PEOPLE, SPANS
from models.plan.quantities import Form
from models.plan.setting import Setting
from models.plan.unsure import Unsure

_EXTENT = re.compile(
    r"(?P<own>新增|完成|增加|扩大|改造|新建)?(?:占地(?:面积)?|(?P<area>(?:总)?建筑(?:总)?面积)|(?:^|[，,])用地(?:面积)?|总投资|计划总?投资|概算|预算总?额?|设计规模"
    r"|办学规模|(?:可|能)?容纳[^，,。；;、0-9]{0,6}|总规模|(?:^|[，,])(?:规划|拟)?设(?:计|置)?)(?:约|为|达|共|近|额|超过?|不少于)*$"
)
_AWAY = ("研修", "挂职", "跟岗", "学习", "锻炼", "实习", "支教", "交流", "轮岗", "工作", "任教", "服务", "跟班")
_CARRIES_OUT = ("落实", "贯彻", "执行", "落实好", "贯彻落实")
_OFFICES = re.compile(r"(?:县|区|市|乡|镇|街道|科室|处室|部门|股室|支部|单位|村|社区|院系|二级学院)")
_STANDING = re.compile(r"(?:现有|原有)[^，,。；;0-9]{0,8}$")
_REST_OF_CLAUSE = 40
_REST = re.compile(r"(?:其余|其他|剩余|余下|剩下)(?:的)?\s?$")
_WHOLE = re.compile(r"全[市县区省校国州旗乡镇院系局]\s?(?:的|所有|现有)?$")
_MONEY = re.compile(
    r"(?:资金|经费|投入|投资|预算|金额|补助|奖补|债券|贷款|债务|产值|收入|支出|学费|捐赠|善款|借款|化债|偿债|欠款|贷|筹资|募集|争资|基金|补贴|津贴|奖金|绩效|工资)[^，,。；;、]{0,6}$"
)
_HEAD_LEVEL = re.compile(
    r"(?:[到至为]|达到|达|不[低少]于|不超过)\s?每(?P<who>[生人])(?:每?(?:[年月]|学期|学年))?\s?$"
    r"|[从由]\s?每(?P<from>[生人])[^，,。；;、]{3,20}(?:[到至为]|达到|达)\s?$"
)
_KEPT_SAFE = re.compile(r"(?:平安|安全|有序|稳定|平稳|顺利|正常|到位)[^，,。；;]{0,6}(?:$|[，,。；;])")
_BY_FORM = {
    Form.PAIR: Unsure.RATIO,
    Form.SLASHED: Unsure.RATIO,
    Form.DOUBLING: Unsure.GROWTH,
    Form.FRACTION: Unsure.SHARE,
    Form.VAGUE: Unsure.DIGITS,
    Form.UNREADABLE: Unsure.DIGITS,
}


def question_about(setting: Setting) -> Unsure | None:
    """Return why a number is no figure without a person's word, or None where it is one."""
    return _by_form(setting) or next((reason for reason, speaks in _REASONS if speaks(setting)), None)


def _is_allowance(setting: Setting) -> bool:
    """Tell whether money is stated for a month or term: paid to somebody, it is no sum of the year's."""
    rate = setting.rate if setting.quantity.unit == "元" else None
    return bool(rate and rate["per"] not in {"年", "年度"} and not rate["one"])


def _is_there_already(setting: Setting) -> bool:
    """Tell whether so many are what there is or what is left of it: 现有5所, 其余3所, 全市1200名."""
    return any(words.search(setting.near) for words in (_STANDING, _REST, _WHOLE))


def _is_carried_out(setting: Setting) -> bool:
    """Tell whether so many are only carried out: 落实20条措施 counts a document's articles."""
    return setting.may_name and setting.near.endswith(_CARRIES_OUT) and not setting.ends_clause


def _is_how_long(setting: Setting) -> bool:
    """Tell whether a length of time only says how long people are away: 赴国外研修3个月以上."""
    return setting.quantity.unit in SPANS and not setting.is_bound and setting.near.endswith(_AWAY)


def _is_body_of_offices(setting: Setting) -> bool:
    """Tell whether so many offices are who acts: 12个科室完成自查."""
    stands_first = not setting.has_verb_before and not setting.near.endswith(("为", "对", "给", "向", "在", "与"))
    return setting.quantity.unit == "个" and stands_first and _OFFICES.match(setting.behind) is not None


def _is_kept_safe(setting: Setting) -> bool:
    """Tell whether so many are only said to stay as they are: 确保11个考点、320个考场平安有序."""
    clause = setting.text[setting.quantity.end : setting.quantity.end + _REST_OF_CLAUSE]
    return setting.near.endswith(("确保", "保障", "保证")) and _KEPT_SAFE.search(clause) is not None


def _is_extent(setting: Setting) -> bool:
    extent = _EXTENT.search(setting.before)
    if not extent or extent["own"]:
        return False
    return not extent["area"] or not setting.has_verb_before  # 改造校舍建筑面积3万平方米 is work


def head_level(setting: Setting) -> str:
    """Return whom a standard is for: 提高到每生每年720元 is 元 for each 生; nothing if it is no such standard."""
    match = _HEAD_LEVEL.search(setting.before) if setting.quantity.unit == "元" else None
    return (match["who"] or match["from"]) if match else ""


def guessed_unit(setting: Setting) -> str:
    """Return the measure that an amount without one must have: 投入资金3000万 are 元, 培训500教师 are 人."""
    if setting.quantity.has_scale and _MONEY.search(setting.before):
        return "元"
    match = PEOPLE.match(setting.behind)
    return "人" if match and len(match[0]) <= 6 else ""


def _by_form(setting: Setting) -> Unsure | None:
    quantity = setting.quantity
    reason = _BY_FORM.get(quantity.form)
    if reason and (quantity.form is not Form.FRACTION or quantity.value is None):
        return reason
    if quantity.value is None:
        return Unsure.DIGITS
    return None if quantity.unit or guessed_unit(setting) else Unsure.UNIT


def _may_name(setting: Setting) -> bool:
    """Tell whether a Chinese numeral may belong to a name: 百名教师进万家, 对五所学校."""
    quantity = setting.quantity
    if not quantity.is_spelled or setting.is_bound or setting.rate or quantity.about:
        return False
    if quantity.form is Form.BARE_POWER and not (quantity.unit == "人" and setting.follows_verb):
        return True
    if setting.counts_what_stands_before or quantity.upper is not None or quantity.has_scale:
        return False
    if setting.follows_verb:
        return setting.may_name and setting.is_small_and_spelled and not setting.follows_counting_verb
    return (setting.is_small_and_spelled and quantity.unit != "%") or quantity.unit in NAMING


_REASONS: tuple[tuple[Unsure, Callable[[Setting], bool]], ...] = (
    (Unsure.RATE, lambda setting: setting.odd_rate or _is_allowance(setting)),
    (Unsure.EACH, lambda setting: setting.is_dealt or (setting.is_for_each and not head_level(setting))),
    (Unsure.EXTENT, _is_extent),
    (Unsure.BASIS, lambda setting: _is_carried_out(setting) or _is_how_long(setting)),
    (Unsure.WHOLE, lambda setting: _is_there_already(setting) or _is_body_of_offices(setting)),
    (Unsure.WHOLE, _is_kept_safe),
    (Unsure.BASIS, ends_in_basis),
    (Unsure.PHRASE, _may_name),
)
