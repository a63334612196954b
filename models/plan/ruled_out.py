"""Numbers that are no targets, each by a rule of writing; what no rule names is a target or a question (``figures``).

>>> words = "举办第3届运动会"
>>> [rule_for(Setting(words, quantity)) for quantity in quantities(words)]
[<Rule.ORDINAL: 'ordinal'>]
"""

import re
from collections.abc import Callable
from enum import StrEnum

from models.plan.measures import ABSTRACT, CAPACITIES, COUNTABLE, NAMING, SHARES, SPANS
from models.plan.quantities import Form, quantities
from models.plan.setting import Setting
from models.plan.words import WORKING

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
_CALLS = ("拨打", "报警", "热线", "电话", "专线", "用好", "办好")
_LATIN_BEFORE = re.compile(r"(?P<word>[A-Za-z]+)[\s\-.．]?$")
_JOINED_BEFORE = re.compile(r"[+＋×/／·*]\s?$")
_JOINED_BEHIND = re.compile(r"\s?(?:[+＋×*·]|[A-Za-z])")
_ORDINAL_BEFORE = re.compile(
    r"(?:第|(?<![底末日月年之以目号间旬天提学课会赛战])前|排名|位居|位列|名列|届|最后|TOP|top|No\.?)\s?$|第[^，,。；;]{1,4}[、和至到\-－—~]$"
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
_STANDING = re.compile(
    r"(?<!比)(?<!较)(?:(?<!早)已(?!完)经?|现有|原有|现已|目前|去年|上年|上一年|前年|截至)(?P<between>[^，,。；;]{0,12})$"
)
_MOVES_ON = re.compile(
    r"再|新增|增加|新建|又|力争|达到|[到至]|[比较]|基础上|未|续|遗留|结转|提高|提升|增长|下降|减少|[0-9０-９]"
)
_THESE = re.compile(r"(?:这|该|上述|(?:^|[，,])以上)\s?$")
_WHOLE = re.compile(r"全[市县区省校国州旗乡镇院系局]\s?(?:的|所有)?$")
_PARTS_OF_WHOLE = re.compile(r"(?:县|区|市|乡|镇|街道|办事处|园区|科室|部门|开发区|地)")
_BASIS = re.compile(
    r"(?:^|[，,])(?:紧紧|进一步)?(?:围绕|聚焦|按照?(?!期|时|计划|要求|规定|需)|根据|依据|针对|瞄准|对照|紧扣|坚持|依托|借助|利用|结合|通过|发挥|从)(?P<between>[^，,]{0,14})$"
)
_ENDS_WITH_ONE = re.compile(r"(?![大强佳年月日周号期届条])[\u4e00-\u9fff]?(?:以上|以内|以下|左右)?(?:$|[，,。；;、.])")
_NIL_IN_PHRASES = ("的", "距离", "容忍", "起步", "基础", "门槛", "接触", "跑", "拒绝", "延时")
_LEVEL_OF_NIL = re.compile(r"(?:为|是|保持|控制在|控制为|降为|实现|达到)$")
_LISTED = re.compile(r"等\s?$")
_CRITERION = re.compile(
    r"(?:及|或)?(?:以上|以下|以内)(?:的|规模(?:的|以上)?)?(?=超?大班额|大班|班额|班级|规模|学校|教学点|企业|单位|项目|工程|合同|采购|资金|校车|教龄|工龄|职称|学历|干部|领导|幼儿园|培训机构|建筑|场所|村|教师|人员|党组织|党支部|考生|学生|人数|高分|群体|家庭|人口|设备|产品|仪器|物资|捐赠|服务|资产|事件|小组|持证)"
)
_CRITERION_OF_SCORE = re.compile(r"(?:及)?以[上下][0-9０-９]")
_AREA = re.compile(r"(?:[高宽长深厚](?!于|过)|范围|半径|之内的|以内的|跑|长跑|短跑|接力|栏|测试)")
_MORE_THAN = re.compile(r"(?<!不)(?:超过|超出|高于|多于|大于)$")
_OVER = re.compile(r"的?(?:超?大班额|班额|班级)")
_TOO_FEW = re.compile(r"(?:不足|不满|不到|未满|未达)\s?$")
_UNDER = re.compile(r"(?:不足|不满|不到|未满)[^，,。；;]{0,2}$")
_CRITERIA = frozenset({"元", "人", "岁", "年", "平方米", "亩", "公里", "名", "分", "个", "所"})
_SIZES = frozenset({"平方米", "亩", "人", "元", "岁", "分", "米", "座", "寸", "英寸"})
_LENGTH_OF_COUNTED = re.compile(r"(?:及?以[上下])?的?[\u4e00-\u9fff]{2,12}[0-9０-９]")
_RULES_OF_OFFICE = re.compile(r"制度|机制|办法|规定|审批|评审|决策")
_REST_OF_MEMBER = 24
_SIZE_OF_COUNTED = re.compile(r"(?:及)?以[上下](?:的)?[\u4e00-\u9fff]{2,12}[0-9０-９]")
_WHO = re.compile(r"者|的?(?:[，,]|一律)?(?:取消|不得|予以|给予|视为|扣)")
_ONE_TO_ONE = re.compile(r"[1１](?:人|校|生|班|师|县|户|村|园|科|乡|课)[1１][\u4e00-\u9fff]")
_PORTIONS = frozenset({"批", "批次", "期", "类", "组", "片", "轮", "年"})
_MADE_UP_OF = re.compile(r"(?:^|[，,])由$")
_MAKES_UP = re.compile(r"组成|牵头|负责|担任")
_MANY_WHOLES = re.compile(r"[0-9０-９一二三四五六七八九十]个(?:100[%％]|百分之百|百分百)")
_EACH_BEFORE = re.compile(r"每\s?$")


def rule_for(setting: Setting) -> Rule | None:
    """Return the rule by which a number is no target, or None where none speaks against it."""
    return next((rule for rule, speaks in _RULES if speaks(setting)), None)


def ends_in_basis(setting: Setting) -> bool:
    """Tell whether the clause so far says by what or for what other work is done: 按照3%的比例."""
    match = _BASIS.search(setting.before[-28:])
    return bool(match) and not any(verb in match["between"] for verb in WORKING) if match else False


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
    return is_clock and not re.search(r"[比例为按达到以][^，,]{0,3}$", setting.before)


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
    if _CALLED_NUMBERS.fullmatch(words) and (not setting.ends_clause or setting.near.endswith(_CALLS)):
        return True
    if words.isdecimal() and 3 <= len(words) <= 8 and _CALLED.match(setting.behind):
        return True
    if quantity.has_scale or not _NAME_BEHIND.match(setting.behind):
        return False
    # 开展20活动 lacks a measure; 实施1155工程 and 举办7大联赛 are names.
    lacks_measure = setting.follows_deed and quantity.value is not None and quantity.value < 100
    return setting.behind.startswith(_ALWAYS_NAMES) or not lacks_measure


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


def _is_abstract(setting: Setting) -> bool:
    if _MANY_WHOLES.search(setting.text[max(0, setting.quantity.start - 3) : setting.quantity.end + 6]):
        return True  # 6个100%
    unit = setting.quantity.unit
    return (unit in NAMING or unit == "篇") and ABSTRACT.match(setting.behind) is not None


def _is_standing(setting: Setting) -> bool:
    if _THESE.search(setting.near):
        return True
    if _WHOLE.search(setting.near) or _LISTED.search(setting.near):
        return _PARTS_OF_WHOLE.match(setting.behind) is not None or setting.quantity.unit in {
            "县", "镇", "村", "县区", "乡镇", "县市区"
        }  # fmt: skip
    match = _STANDING.search(setting.before[-18:]) if setting.quantity.unit != "倍" else None
    if match and match[0].startswith(("现有", "原有")) and any(verb in setting.behind for verb in WORKING):
        return False  # 现有5所学校改造升级: asked about
    return bool(
        match and not _MOVES_ON.search(match["between"]) and "比" not in setting.before[-18:][: match.start()][-2:]
    )


def _is_basis(setting: Setting) -> bool:
    if _EACH_BEFORE.search(setting.near):
        return setting.quantity.value is not None  # 每100名学生
    if setting.near.endswith("分") and setting.quantity.unit in _PORTIONS:
        return True  # 分4批次开展培训
    if _MADE_UP_OF.search(setting.near) and _MAKES_UP.search(setting.behind):
        return True  # 由5名专家组成评审组
    return setting.quantity.unit in NAMING and ends_in_basis(setting)


def _is_criterion(setting: Setting) -> bool:
    quantity, behind = setting.quantity, setting.behind
    if _UNDER.search(setting.near) and quantity.unit:
        return not setting.ends_clause
    if quantity.unit in {"米", "公里"} and _AREA.match(behind):
        return True  # 周边200米范围内
    if _describes_what_is_counted(setting):
        return True
    if quantity.unit not in _CRITERIA or quantity.about:
        return False
    return (
        (quantity.unit in {"分", "岁", "元"} and _CRITERION_OF_SCORE.match(behind) is not None)  # 600分以上100人
        or (setting.is_bound and _WHO.match(behind) is not None)  # 低于600分者取消资格
        or (_OVER.match(behind) is not None and _MORE_THAN.search(setting.near) is not None)
        or _is_threshold(setting)
    )


def _is_threshold(setting: Setting) -> bool:
    """Tell whether 以上 says which schools or people are meant: 56人以上大班额, 500万元以上项目."""
    match = _CRITERION.match(setting.behind)
    if not match or setting.is_bound:
        return False
    is_class = setting.behind[match.end() :].startswith(("超大班", "大班", "班额"))
    return is_class or not setting.follows_verb or _RULES_OF_OFFICE.search(setting.behind) is not None


def _describes_what_is_counted(setting: Setting) -> bool:
    """Tell whether a size stands before the noun that another number counts: 建成5000平方米以上图书馆3座."""
    rest = setting.text[setting.quantity.end : setting.quantity.end + _REST_OF_MEMBER]
    bare = setting.quantity.unit in {"米", "寸", "英寸", "厘米"} and _LENGTH_OF_COUNTED.match(rest) is not None
    return bare or (setting.quantity.unit in _SIZES and _SIZE_OF_COUNTED.match(rest) is not None)


_RULES: tuple[tuple[Rule, Callable[[Setting], bool]], ...] = (
    (Rule.CODE, _is_code),
    (Rule.LIST, _is_list_number),
    (Rule.ORDINAL, _is_ordinal),
    (Rule.CALENDAR, _is_calendar),
    (Rule.NAME, _is_name),
    (Rule.STANDING, _is_standing),
    (Rule.BASIS, _is_basis),
    (Rule.CRITERION, _is_criterion),
    (Rule.ABSTRACT, _is_abstract),
    (Rule.PHRASE, _is_phrase),
)
