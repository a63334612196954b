"""On which side of an amount one should end, where it starts from, and over what time it is stated."""

import re

from models.core.vocabulary import Direction, Per
from models.plan.measures import SHARES
from models.plan.quantities import Quantity
from models.plan.setting import Setting

_PER = {"月": Per.MONTH, "季": Per.QUARTER, "季度": Per.QUARTER, "半年": Per.HALF, "学期": Per.HALF}
STARTED = (
    r"(?:20\d\d年|去年|上年|目前|现在|原来|当前|上一年|原有|现有)?[底末初]?的?"
    r"(?:每[生人月年]每?[年月学期]*)?(?:不足|约|近)?"
)
_FROM = re.compile(rf"[从由自]{STARTED}\s?$")
_ON_GROUND = re.compile(r"在[^，,。；;0-9０-９]{0,10}$")
_GROUND_BEHIND = re.compile(r"的?(?:水平|标准|比例)?的?基础上")
_UP_TO = re.compile(
    r"[^，,。；;]{0,16}?(?:[到至为]|达到|不低于|不高于|超过)(?:20\d\d年[底末]?的?)?(?:每[生人]每?[年月学期]*)?"
    r"\s?(?:约|近)?\s?"
)
_EVERY = re.compile(r"每个?(月|季度?|半年|学期)")
_LIST = re.compile(r"[、]|[和及与]")
_AT_MOST_BEFORE = re.compile(
    r"(?:控制[在到至为]|限[定制][在为]|不(?:得|能|应)?(?:超过|超出|高于|多于|大于|突破)"
    r"|(?<!不)(?<!不得)(?<!不能)(?<!不应)(?:低于|少于|小于)|至多|最多|最高"
    r"|(?:下降|降低|减少|压减|压缩|压降|缩减|缩小|缩短|回落|降|减|压|缩)(?:到|至|为)|[≤<＜])\s?(?:约|近)?\s?$"
)
_AT_MOST_OF_WHOLE = re.compile(
    r"(?:控制在|不(?:得|能|应)?(?:超过|高于|多于|大于)|(?<!不)(?<!不得)(?<!不能)(?<!不应)(?:低于|少于))[^，,。；;、0-9０-９]{1,14}的$"
)
_AT_MOST_BEHIND = re.compile(r"(?:及|或|或者)?(?:以内|以下|之内|以里)|内(?=$|[，,。；;、])")
_LOW_IS_GOOD = re.compile(
    r"(?:辍学|失学|近视|肥胖|事故|流失|大班额|发病|死亡|违[纪规法]|差错|失业|负债|空置|能耗|投诉|不合格|欠[费薪]|离职|龋齿|超重|空编|缺编|隐患)"
    r"(?!治理|整改|排查|办结|化解|处置|查处|消除|防控|干预|下降|压减|处理|控制|预警|筛查)[^，,。；;]{0,4}(?:率|比例|占比|比重)(?:达到|达|为|是|保持在?|稳定在?|维持在?|在)?$"
)


def direction_of(setting: Setting) -> Direction:
    """Return the side on which one should end; at least, where nothing says otherwise."""
    at_most = _AT_MOST_BEFORE.search(setting.before[-10:]) or _AT_MOST_BEHIND.match(setting.behind)
    if not at_most and setting.quantity.unit in SHARES:
        at_most = _AT_MOST_OF_WHOLE.search(setting.before)
    return Direction.AT_MOST if at_most else Direction.AT_LEAST


def wants_less(setting: Setting) -> bool:
    """Tell whether the words before an amount name what should be small, but not on which side it should end."""
    return (
        direction_of(setting) is Direction.AT_LEAST
        and setting.quantity.unit in SHARES
        and setting.quantity.value is not None
        and setting.quantity.value < 50
        and not setting.behind.startswith(("以上", "及以上"))
        and _LOW_IS_GOOD.search(setting.before) is not None
    )


def per_of(setting: Setting) -> Per | None:
    """Return the stretch of time that an amount is stated for, if a year has a certain number of them."""
    if setting.quantity.each:
        return _PER.get(setting.quantity.each) or (Per.YEAR if setting.quantity.each == "年" else None)
    rate = setting.rate
    if not rate or setting.quantity.unit in SHARES:
        return None
    return _PER.get(rate["per"] or rate["one"], Per.YEAR)


def per_of_words(text: str) -> Per | None:
    """Return the last stretch of time that words state a rate for, if a year has more than one of it."""
    found = _EVERY.findall(text)
    return _PER.get(found[-1]) if found else None


def starts_of(text: str, found: list[Quantity]) -> dict[int, int]:
    """Map, by their numbers, each amount that something is raised or lowered to, to the one that it starts from.

    从71%提高到80%, 由目前的5所增加到8所, 从3所、5所分别增加到5所、8所, 在71%的基础上提高到80%.
    """
    starts: dict[int, int] = {}
    places = [place for place, quantity in enumerate(found) if not _is_year(quantity)]
    amounts = [found[place] for place in places]
    for index, quantity in enumerate(amounts):
        if not _starts(text, quantity):
            continue
        last = _end_of_list(text, amounts, index)
        count = last - index + 1
        if last + count >= len(amounts) or not _UP_TO.fullmatch(text, amounts[last].end, amounts[last + 1].start):
            continue
        if _end_of_list(text, amounts, last + 1) - last < count:
            continue
        for step in range(count):
            if amounts[index + step].unit in {"", amounts[last + 1 + step].unit}:
                starts[places[last + 1 + step]] = places[index + step]
    return starts


def _is_year(quantity: Quantity) -> bool:
    return quantity.unit == "年" and quantity.value is not None and 1900 <= quantity.value <= 2100


def _starts(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.start - 24) : quantity.start]
    if _FROM.search(before):
        return True
    return bool(_ON_GROUND.search(before)) and _GROUND_BEHIND.match(text, quantity.end) is not None


def _end_of_list(text: str, found: list[Quantity], index: int) -> int:
    while index + 1 < len(found) and _LIST.fullmatch(text, found[index].end, found[index + 1].start):
        index += 1
    return index
