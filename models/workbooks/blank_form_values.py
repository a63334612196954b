"""What a person meant by what stands in one cell of a filled form: an amount, a word, a day, or a problem.

>>> amount_of(Typed("２，０００所"), "所"), amount_of(Typed("2千"), "人"), amount_of(Typed("约30"), "人").value
(Decimal('2000'), Decimal('2000'), 'number')
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from models.core.numbers import NotANumber, parse_amount, plain
from models.core.vocabulary import Status
from models.workbooks import wording
from models.workbooks.blank_form_cells import Typed
from models.workbooks.printable import ROW_LIMITS


class Problem(StrEnum):
    """Why a cell can't be read; each has its own sentence."""

    NUMBER = "number"  # it is no number
    GROUPING = "grouping"  # a comma or a blank that doesn't part thousands
    MEASURE = "measure"  # another unit of measure than the indicator's stands behind the number
    DIGITS = "digits"  # more digits than an amount has
    NEGATIVE = "negative"  # below zero
    REASON = "reason"  # 无数据 without a reason
    STATUS = "status"  # none of the five words
    LENGTH = "length"  # more characters than the return has room for
    SEQUENCE = "sequence"  # not the how-manieth return it is
    DAY = "day"  # no day, or none at all
    FORMULA = "formula"  # a formula without a value
    MERGED = "merged"  # merged with its neighbours, so that nobody can tell what it belongs to
    EXTRA = "extra"  # something stands where the form has no place for it
    REPEATED = "repeated"  # a row that is there already
    PRINTED = "printed"  # what was printed on the form is no longer what was printed


@dataclass(frozen=True, slots=True)
class NoData:
    """The statement that there is no figure, and why."""

    reason: str


_REASONS: Final = {
    "text": Problem.NUMBER,
    "grouping": Problem.GROUPING,
    "unit": Problem.MEASURE,
    "digits": Problem.DIGITS,
    "negative": Problem.NEGATIVE,
}
_NO_DATA: Final = re.compile("无数据[:： ]*(.*)", re.DOTALL)
_DAY: Final = re.compile(r"([0-9]{4}) ?[年./-] ?([0-9]{1,2}) ?[月./-] ?([0-9]{1,2}) ?日?")
_SEQUENCE: Final = re.compile("第? ?([1-9][0-9]{0,2}) ?次?")
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms of ASCII


def amount_of(cell: Typed, unit: str) -> Decimal | NoData | Problem | None:
    """Read a cumulative value, or the statement that there is none; None for a blank.

    Args:
        cell: what stands there.
        unit: the indicator's unit of measure.
    """
    if cell.is_broken:
        return Problem.FORMULA
    if cell.value is None:
        return None
    without = _NO_DATA.fullmatch(cell.text)
    if without:
        return _no_data(" ".join(without[1].split()))
    is_percent = cell.is_percent and isinstance(cell.value, Decimal)
    text = f"{cell.value * 100:f}%" if is_percent and isinstance(cell.value, Decimal) else cell.text
    try:
        return parse_amount(text, unit)
    except NotANumber as error:
        return _REASONS[error.reason]


def _no_data(reason: str) -> NoData | Problem:
    if not reason:
        return Problem.REASON
    return NoData(reason) if len(reason) <= ROW_LIMITS["no_data_reason"] else Problem.LENGTH


def status_of(cell: Typed) -> Status | Problem | None:
    """Read a status; None for a blank."""
    if cell.is_broken:
        return Problem.FORMULA
    word = "".join(cell.text.split())
    return (wording.parse_status(word) or Problem.STATUS) if word else None


def text_of(cell: Typed, limit: int) -> str | Problem:
    """Read a text, which may be blank; a number or a day that was typed there is a text as well."""
    if cell.is_broken:
        return Problem.FORMULA
    return cell.text if len(cell.text) <= limit else Problem.LENGTH


def sequence_of(cell: Typed) -> int | Problem:
    """Read the how-manieth return it is: 2, 第2次, and 1 for a blank."""
    if cell.is_blank:
        return 1
    match = _SEQUENCE.fullmatch(plain(cell.value) if isinstance(cell.value, Decimal) else _narrow(cell.text))
    return int(match[1]) if match else Problem.SEQUENCE


def day_of(cell: Typed) -> date | Problem:
    """Read a day that somebody had to write."""
    return cell.value if isinstance(cell.value, date) else parse_day(cell.text) or Problem.DAY


def parse_day(text: str) -> date | None:
    """Read a day: 2021年6月24日, 2021-6-24, 2021/6/24, 2021.6.24."""
    match = _DAY.fullmatch(_narrow(text))
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _narrow(text: str) -> str:
    return " ".join(text.translate(_WIDE).split())
