"""Numbers that tell the circumstances of work: what is there already, what it goes by, which ones are meant."""

import re

from models.plan.measures import ABSTRACT, NAMING
from models.plan.setting import Setting
from models.plan.words import WORKING

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
_LISTED = re.compile(r"等\s?$")
_CRITERION = re.compile(
    r"(?:及|或)?(?:以上|以下|以内)(?:的|规模(?:的|以上)?)?(?=超?大班额|大班|班额|班级|规模|学校|教学点|企业|单位|项目|工程|合同|采购|资金|校车|教龄|工龄|职称|学历|干部|领导|幼儿园|培训机构|建筑|场所|村|教师|人员|党组织|党支部|考生|学生|人数|高分|群体|家庭|人口|设备|产品|仪器|物资|捐赠|服务|资产|事件|小组|持证)"
)
_CRITERION_OF_SCORE = re.compile(r"(?:及)?以[上下][0-9０-９]")
_AREA = re.compile(r"(?:[高宽长深厚](?!于|过)|范围|半径|之内的|以内的|跑|长跑|短跑|接力|栏|测试)")
_MORE_THAN = re.compile(r"(?<!不)(?:超过|超出|高于|多于|大于)$")
_OVER = re.compile(r"的?(?:超?大班额|班额|班级)")
_UNDER = re.compile(r"(?:不足|不满|不到|未满)[^，,。；;]{0,2}$")
_CRITERIA = frozenset({"元", "人", "岁", "年", "平方米", "亩", "公里", "名", "分", "个", "所"})
_SIZES = frozenset({"平方米", "亩", "人", "元", "岁", "分", "米", "座", "寸", "英寸"})
_LENGTH_OF_COUNTED = re.compile(r"(?:及?以[上下])?的?[\u4e00-\u9fff]{2,12}[0-9０-９]")
_RULES_OF_OFFICE = re.compile(r"制度|机制|办法|规定|审批|评审|决策")
_REST_OF_MEMBER = 24
_SIZE_OF_COUNTED = re.compile(r"(?:及)?以[上下](?:的)?[\u4e00-\u9fff]{2,12}[0-9０-９]")
_WHO = re.compile(r"者|的?(?:[，,]|一律)?(?:取消|不得|予以|给予|视为|扣)")
_PORTIONS = frozenset({"批", "批次", "期", "类", "组", "片", "轮", "年"})
_MADE_UP_OF = re.compile(r"(?:^|[，,])由$")
_MAKES_UP = re.compile(r"组成|牵头|负责|担任")
_MANY_WHOLES = re.compile(r"[0-9０-９一二三四五六七八九十]个(?:100[%％]|百分之百|百分百)")
_EACH_BEFORE = re.compile(r"每\s?$")


def is_abstract(setting: Setting) -> bool:
    """Tell whether it counts what is no list of things: 5个方面, 3项原则, 6个100%."""
    if _MANY_WHOLES.search(setting.text[max(0, setting.quantity.start - 3) : setting.quantity.end + 6]):
        return True  # 6个100%
    unit = setting.quantity.unit
    return (unit in NAMING or unit == "篇") and ABSTRACT.match(setting.behind) is not None


def is_standing(setting: Setting) -> bool:
    """Tell whether so many are there already, or are all there are: 已建成8所, 这3所, 全市11个县区."""
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


def is_basis(setting: Setting) -> bool:
    """Tell whether other work goes by it: 围绕5个方面, 每100名学生, 分4批次."""
    if _EACH_BEFORE.search(setting.near):
        return setting.quantity.value is not None  # 每100名学生
    if setting.near.endswith("分") and setting.quantity.unit in _PORTIONS:
        return True  # 分4批次开展培训
    if _MADE_UP_OF.search(setting.near) and _MAKES_UP.search(setting.behind):
        return True  # 由5名专家组成评审组
    return setting.quantity.unit in NAMING and ends_in_basis(setting)


def is_criterion(setting: Setting) -> bool:
    """Tell whether it says which ones are meant: 56人以上大班额, 不足10人的教学点, 周边200米范围内."""
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


def _describes_what_is_counted(setting: Setting) -> bool:
    """Tell whether a size stands before the noun that another number counts: 建成5000平方米以上图书馆3座."""
    rest = setting.text[setting.quantity.end : setting.quantity.end + _REST_OF_MEMBER]
    if (
        setting.quantity.unit in {"平方米", "㎡", "m²", "亩"}
        and setting.follows_verb
        and _LENGTH_OF_COUNTED.match(rest)
    ):
        return True  # 建成3000㎡实训中心1个
    bare = setting.quantity.unit in {"米", "寸", "英寸", "厘米"} and _LENGTH_OF_COUNTED.match(rest) is not None
    return bare or (setting.quantity.unit in _SIZES and _SIZE_OF_COUNTED.match(rest) is not None)


def _is_threshold(setting: Setting) -> bool:
    """Tell whether 以上 says which schools or people are meant: 56人以上大班额, 500万元以上项目."""
    match = _CRITERION.match(setting.behind)
    if not match or setting.is_bound:
        return False
    is_class = setting.behind[match.end() :].startswith(("超大班", "大班", "班额"))
    return is_class or not setting.follows_verb or _RULES_OF_OFFICE.search(setting.behind) is not None


def ends_in_basis(setting: Setting) -> bool:
    """Tell whether the clause so far says by what or for what other work is done: 按照3%的比例."""
    match = _BASIS.search(setting.before[-28:])
    return bool(match) and not any(verb in match["between"] for verb in WORKING) if match else False
