"""All numbers of a clause, in order: what each is worth, what it measures, and where it stands; not what it is for.

Understood are digits of either width with commas, points and 万, 亿 (1亿2000万, 2.3万, 3500余万), Chinese numerals
(两千三百万), shares (百分之三十, 九成五, 三分之二) and ranges (3至5名, 三五个), of which the nearer end is the value.

>>> [(str(q.value), q.unit, str(q.upper)) for q in quantities("投入1亿2000万元，选派3至5名，达到九成")]
[('120000000', '元', 'None'), ('3', '名', '5'), ('90', '%', 'None')]
"""

import re
from dataclasses import replace

from models.plan.measures import PEOPLE, SHARES, measure_at
from models.plan.written_numbers import Form, Quantity, checked, scale_at, written_numbers

__all__ = ["Form", "Quantity", "quantities"]

_FOR_EACH = re.compile(
    r"(?:[/／]|每)(?P<each>(?:学期|学年|季度?|[人生师校班年月周天次户]|平方米)(?:[·・/／](?:年|月|学期))?)"
)
_RANGE = re.compile(r"\s?(?:[至到~～—–－-]|——)\s?")
_FROM = re.compile(r"[从由自][^，,。；;0-9０-９]{0,12}$")
_LIST = re.compile(r"[、]|[和及与]")
_ABOUT_MARKS = re.compile(r"(?:约|大约|将近|接近|近|大概)\s?$")
_ABOUT_BEHIND = re.compile(r"(?:左右|上下|不等)")


def quantities(text: str) -> list[Quantity]:
    """List the numbers of a clause."""
    found = [_measured(text, number) for number in written_numbers(text)]
    return _with_measures_of_lists(text, _with_ranges(text, found))


def _measured(text: str, quantity: Quantity) -> Quantity:
    """Add the measure behind a number, or 人 where 万 people stand without one."""
    if quantity.unit or quantity.form in {Form.CODE, Form.PAIR, Form.SLASHED, Form.DOUBLING}:
        return quantity
    at = quantity.end
    while at < len(text) and text[at] in " \u3000":
        at += 1
    measure = measure_at(text, at)
    if not measure:
        if quantity.has_scale and PEOPLE.match(text, quantity.end):
            return replace(quantity, unit="人")
        return quantity
    unit, end = measure
    each = _FOR_EACH.match(text, end) if unit not in SHARES else None
    return replace(quantity, unit=unit, end=each.end() if each else end, each=each["each"] if each else "")


def _with_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join the two ends of 3至5名; not those of 从3所到5所, which are a start and a target."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        merged = _range(text, before, quantity) if before else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(quantity)
    return [_marked_about(text, quantity) for quantity in joined]


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    if not _RANGE.fullmatch(text, low.end, high.start) or low.form is not Form.AMOUNT or high.form is not Form.AMOUNT:
        return None
    if low.value is None or high.value is None or low.upper is not None or low.unit not in {"", high.unit}:
        return None
    if _FROM.search(text[max(0, low.start - 13) : low.start]) and text[low.end : high.start].strip() in {"到", "至"}:
        return None
    value, upper = low.value, high.value
    if high.has_scale and not low.has_scale and not low.unit:
        size = scale_at(text, high.number_end - 1)
        value = value.scaleb(size) if value.scaleb(size) < upper else value
    lower = checked(value)
    if lower is None or lower >= upper:
        return None
    return replace(high, start=low.start, value=lower, upper=upper, about=low.about or high.about)


def _marked_about(text: str, quantity: Quantity) -> Quantity:
    before = text[max(0, quantity.start - 4) : quantity.start]
    if _ABOUT_MARKS.search(before) or _ABOUT_BEHIND.match(text, quantity.end):
        return replace(quantity, about=True)
    return quantity


def _with_measures_of_lists(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give 95、90和85% one measure; only the last member writes it."""
    whole = list(found)
    for index in range(len(found) - 2, -1, -1):
        one, following = whole[index], whole[index + 1]
        if one.unit or one.form is not Form.AMOUNT or one.is_spelled != following.is_spelled or following.has_scale:
            continue
        if following.unit and _LIST.fullmatch(text, one.end, following.start):
            whole[index] = replace(one, unit=following.unit, borrowed=True)
    return whole
