"""Numbers that are no targets, each by a rule of writing; what no rule names is a target or a question (``figures``).

>>> words = "举办第3届运动会"
>>> [rule_for(Setting(words, quantity)) for quantity in quantities(words)]
[<Rule.ORDINAL: 'ordinal'>]
"""

import re
from collections.abc import Callable
from enum import StrEnum

from models.plan.circumstances import is_abstract, is_basis, is_criterion, is_standing
from models.plan.measures import CAPACITIES, COUNTABLE, SHARES, SPANS
from models.plan.quantities import Form, quantities
from models.plan.setting import Setting

__all__ = ["Rule", "Setting", "quantities", "rule_for"]


class Rule(StrEnum):
    """Why a number is none."""

    QUOTED = "quoted"  # in quotes or 《》: part of a name
    ASIDE = "aside"  # in a bracket, without a measure
    CODE = "code"  # 5G, IPV6, 7×24, 1+X, 985/211, 8:00, 2021.5, a telephone number
    CALENDAR = "calendar"  # 2021年, 3月, 三年行动计划, 24小时, 第13周
    ORDINAL = "ordinal"  # 第二届, 前三名, 一等奖, 三年级, 二期工程
    NAME = "name"  # 1155工程, 7大联赛, 12345热线, 三台县
    LIST = "list"  # 1、 at the beginning: the number of a list's member
    PHRASE = "phrase"  # 两案九制, 四种形态, 一批, 数十
    ABSTRACT = "abstract"  # 5个方面, 3个重点
    STANDING = "standing"  # 已建成8所, 现有5所, 全市11个县区, 这3所
    BASIS = "basis"  # 围绕5个方面, 每100名学生
    CRITERION = "criterion"  # 56人以上大班额, 不足10人的教学点
    START = "start"  # 从71%: kept beside its target


_YEARS = range(1900, 2101)
_CALLED = re.compile(
    r"(?:热线|专线|电话|警务|服务平台|平台|便民|联动|举报|政务|市民|工单|投诉|诉求|宣传日|报警|急救|消防日)"
)
_CALLED_NUMBERS = re.compile(r"11[0249]|12[02]|12[0-9]{3}|9[56][0-9]{3,4}|10086|10010|10000")
_NAME_BEHIND = re.compile(
    r"(?:大(?!会|班|病)|强|佳|字|版|期|世|轮|工程|行动|计划|战略|模式|体系|机制|格局|思路|精神|高校|院校|部门|款|条款|课堂|联盟|共同体|套餐|宣传|主题|活动"
    r"|事件|讲话|会议|普法|系列|智能|方阵|楼|室|路|街|号|基站|网络|智慧|证书|制|战队|工作(?:法|思路|部署)|民意|来听|全(?=育人)|度|后|华诞|人制)"
)
_ALWAYS_NAMES = ("大", "强", "佳", "后", "度", "号")
_NUMBERED = ("群号", "号码", "编码", "邮编", "账号", "代码", "编号", "证号", "微信号")
_CALLS = ("拨打", "报警", "热线", "电话", "专线", "用好", "办好")
_LATIN_BEFORE = re.compile(r"(?P<word>[A-Za-z]+)[\s\-.．]?$")
_JOINED_BEFORE = re.compile(r"[+＋×/／·*]\s?$")
_JOINED_BEHIND = re.compile(r"\s?(?:[+＋](?=[0-9０-９A-Za-z])|[×*·]|[A-Za-z])")
_ORDINAL_BEFORE = re.compile(
    r"(?:第|(?<![底末日月年之以目号间旬天提学课会赛战])前|排名|位居|位列|名列|届|最后|TOP|top|No\.?)\s?$|第[0-9０-９一二三四五六七八九十]{1,3}[^，,。；;]?[、和至到\-－—~]$"
)
_ORDINAL_BEHIND = re.compile(
    r"(?:等(?:奖|级|功|次)|流|线(?!上)|号|级|星|届|代(?!课)|强|佳|甲|期(?:工程|项目|建设|扩建|校区|改造|学前|计划|行动|提升)|次(?:党代会|全会|全体|中全会|代表大会|会议精神|产业)"
    r"|中全会|类(?:幼儿园|园|学校|高中)|标段|年级)"
)
_DATE_BEHIND = re.compile(
    r"(?:年(?:[、至到\-－—~～])?|月(?!度[以不])|日(?!常|均)|号(?!召)|时(?!间|代|刻)|点(?![个位名])|周年|周岁|世纪|季度|学年|旬|刻|[级届秋春](?![0-9])|·)"
)
_DATE_LIST = re.compile(
    r"\s?[、至到\-－—–~～和]\s?[0-9０-９一二三四五六七八九十]{1,4}(?:年级|年|月|日|号|周|班|学期|季度|岁|级|届)"
)
_PLACES = re.compile(
    r"三台县|五台[山县区]|三门[县峡]|三元区|五家渠|九台区|六枝|七里河|四方台|五河县|八里湖|三河市|九江|六安"
)
_ENDS_WITH_ONE = re.compile(r"(?![大强佳年月日周号期届条])[\u4e00-\u9fff]?(?:以上|以内|以下|左右)?(?:$|[，,。；;、.])")
_NIL_IN_PHRASES = ("的", "距离", "容忍", "起步", "基础", "门槛", "接触", "跑", "拒绝", "延时")
_LEVEL_OF_NIL = re.compile(r"(?:为|是|保持|控制在|控制为|降为|实现|达到)$")
_TOO_FEW = re.compile(r"(?:不足|不满|不到|未满|未达)\s?$")
_ONE_TO_ONE = re.compile(r"[1１](?:人|校|生|班|师|县|户|村|园|科|乡|课)[1１][\u4e00-\u9fff]")


def rule_for(setting: Setting) -> Rule | None:
    """Return the rule by which a number is no target, or None where none speaks against it."""
    return next((rule for rule, speaks in _RULES if speaks(setting)), None)


def _is_code(setting: Setting) -> bool:  # noqa: PLR0911 - one return a kind of code
    quantity, before = setting.quantity, setting.before
    if quantity.form is Form.CODE:
        return True
    if quantity.form is Form.PAIR:
        return _is_time(setting)
    if quantity.form is Form.SLASHED:
        return not re.search(r"(?:达到|超过|约|近)$", before) and not setting.behind.startswith("以上")
    if quantity.unit in SHARES:
        return False
    latin = _LATIN_BEFORE.search(setting.near)
    if latin and not (len(latin["word"]) > 2 and quantity.unit and before.endswith(latin["word"])):
        return True
    if quantity.unit in CAPACITIES:
        return not setting.is_bound
    if quantity.unit:
        return False
    if re.fullmatch(r"[1-9１-９][.．][0０]", setting.text[quantity.start : quantity.end]):
        return True  # 教育信息化2.0
    return bool(_JOINED_BEFORE.search(setting.near) or _JOINED_BEHIND.match(setting.behind))


def _is_time(setting: Setting) -> bool:
    words = setting.text[setting.quantity.start : setting.quantity.end]
    is_clock = re.fullmatch(r"(?:[01]?\d|2[0-4])\s?[:：]\s?[0-5]\d", words) is not None
    return is_clock and not re.search(r"比|按|配", setting.before[-16:])


def _is_calendar(setting: Setting) -> bool:
    quantity, behind = setting.quantity, setting.behind_number.lstrip()
    if quantity.unit in SPANS:
        if quantity.unit == "年" and quantity.value is not None and int(quantity.value) in _YEARS:
            return True
        if quantity.unit == "岁":
            return not (setting.is_bound or "寿命" in setting.before or "年龄" in setting.before)
        is_amount = setting.is_strictly_bound or (quantity.has_scale and quantity.unit != "年")
        return not is_amount and not (setting.odd_rate and quantity.unit != "年")
    if quantity.unit and not quantity.borrowed:
        return False
    if _DATE_BEHIND.match(behind) or _DATE_LIST.match(behind):
        return True
    return _is_bare_year(setting)


def _is_bare_year(setting: Setting) -> bool:
    quantity = setting.quantity
    digits = setting.text[quantity.start : quantity.end]
    if quantity.is_spelled or quantity.has_scale or quantity.value is None or len(digits.strip()) not in {4, 9}:
        return False
    is_year = int(quantity.value) in _YEARS and int(quantity.value) % 50 != 0
    return is_year and not setting.is_bound and not (setting.ends_clause and setting.has_verb_before)


def _is_ordinal(setting: Setting) -> bool:
    if _ORDINAL_BEFORE.search(setting.near):
        return True
    if not _ORDINAL_BEHIND.match(setting.behind_number):
        return False
    is_small_arabic = not setting.quantity.is_spelled and setting.quantity.unit == "类"
    return not is_small_arabic


def _is_name(setting: Setting) -> bool:
    quantity = setting.quantity
    words = setting.text[quantity.start : quantity.end]
    if quantity.is_spelled and _PLACES.match(setting.text[quantity.start : quantity.end + 3]):
        return True
    if quantity.unit and not quantity.borrowed:
        return False
    if _is_called(setting, words):
        return True
    if quantity.has_scale or not _NAME_BEHIND.match(setting.behind):
        return False
    # 开展20活动 lacks a measure; 实施1155工程 and 举办7大联赛 are names.
    lacks_measure = setting.follows_deed and quantity.value is not None and quantity.value < 100
    return setting.behind.startswith(_ALWAYS_NAMES) or not lacks_measure


def _is_called(setting: Setting, words: str) -> bool:
    """Tell whether it is a number that one calls or registers: 拨打110, 12345热线, 邮编272000."""
    if _CALLED_NUMBERS.fullmatch(words) and (not setting.ends_clause or setting.near.endswith(_CALLS)):
        return True
    is_short = words.isdecimal() and 3 <= len(words) <= 8
    return setting.near.endswith(_NUMBERED) or (is_short and _CALLED.match(setting.behind) is not None)


def _is_list_number(setting: Setting) -> bool:
    quantity = setting.quantity
    if setting.text[: quantity.start].strip():
        return False
    return not quantity.unit and re.match(r"[、.．)）]", setting.behind) is not None


def _is_phrase(setting: Setting) -> bool:  # noqa: PLR0911 - one return a reason
    quantity = setting.quantity
    if quantity.form is Form.VAGUE:
        return quantity.unit == "" or not setting.text[quantity.start : quantity.end].startswith("十")
    if not quantity.is_spelled and quantity.value == 1:
        return _ONE_TO_ONE.search(setting.text[max(0, quantity.start - 2) : quantity.end + 3]) is not None
    if not quantity.is_spelled or quantity.unit in SHARES or quantity.form in {Form.FRACTION, Form.DOUBLING}:
        return False
    if quantity.form is Form.BARE_POWER and quantity.unit in {"", "元", "家"} and not setting.is_bound:
        return True  # 万元产值, 走访万家
    if not quantity.unit:
        is_amount = quantity.value is not None and (quantity.has_scale or _has_odd_measure(setting))
        return not is_amount and not _may_be_nil(setting)
    if quantity.form is Form.UNREADABLE:
        return True  # 一二三四: counted off, no amount
    if setting.is_bound or setting.rate or setting.odd_rate or quantity.about or quantity.unit in SPANS:
        return False
    if setting.has_rate_in_list:
        return False
    if not setting.is_small_and_spelled or quantity.upper is not None:
        return False
    if setting.counts_what_stands_before and not setting.may_name:
        return False  # 新建幼儿园三所, even 一所
    if quantity.value is not None and quantity.value <= 1 and quantity.unit != "倍":
        return True  # 一次, 一批: no more than «a»
    return setting.may_name and not setting.follows_deed and not COUNTABLE.match(setting.behind)


def _has_odd_measure(setting: Setting) -> bool:
    """Tell whether a numeral from ten on ends its clause but for one character, which may measure: 灭火器一百具."""
    value = setting.quantity.value or 0
    ends = _ENDS_WITH_ONE.match(setting.behind) is not None
    return value >= 10 and ends and setting.has_verb_before and not setting.follows_verb


def _may_be_nil(setting: Setting) -> bool:
    if setting.behind.startswith(_NIL_IN_PHRASES):
        return False
    if setting.text[setting.quantity.start] in "零〇" and _LEVEL_OF_NIL.search(setting.near):
        return True
    return setting.text[setting.quantity.start] in "零〇" and setting.behind.startswith(
        (
            "事故",
            "死亡",
            "发生",
            "案件",
            "投诉",
            "感染",
            "违规",
            "违纪",
            "辍学",
            "伤亡",
            "差错",
            "事件",
            "上访",
            "增长",
            "失误",
            "溺亡",
            "舞弊",
        )
    )


_RULES: tuple[tuple[Rule, Callable[[Setting], bool]], ...] = (
    (Rule.CODE, _is_code),
    (Rule.LIST, _is_list_number),
    (Rule.ORDINAL, _is_ordinal),
    (Rule.CALENDAR, _is_calendar),
    (Rule.NAME, _is_name),
    (Rule.STANDING, is_standing),
    (Rule.BASIS, is_basis),
    (Rule.CRITERION, is_criterion),
    (Rule.ABSTRACT, is_abstract),
    (Rule.PHRASE, _is_phrase),
)
