"""Amounts as people type them and as they are kept: Decimal, never float, at most 15 significant digits.

Fifteen is what a cell of a workbook holds without loss (IEEE 754 double, ECMA-376 18.3.1.96). What is not clearly a
number is refused, never read as zero and never guessed.

>>> str(parse_amount("１,０００")), str(parse_amount("2000万")), plain(Decimal("1E+3"))
('1000', '20000000', '1000')
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from models.core.errors import UserError

MAX_DIGITS: Final = 15
MAX_WHOLE: Final = 18  # digits before the point: parted by thousands, it still fits a column that one can read
MAX_PLACES: Final = 12  # digits behind the point
MAX_TYPED: Final = 60  # characters that can be an amount at all

_SCALES: Final = {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(?:\.[0-9]+)?")
_PLAIN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_AMOUNT: Final = re.compile(
    r"(?P<sign>[+-]?) ?(?P<digits>[0-9.][0-9., ]*?) ?(?P<scale>[十百千万亿]*) ?(?P<unit>(?:[^0-9., ][^0-9]*)?)"
)

# Full-width forms of ASCII, and the true minus. Not NFKC: it would read 10² as 102 and ⑤ as 5.
_FOLDED: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2212: "-"}


@dataclass(eq=False)
class NotANumber(UserError):
    """The text is not a number that could be meant.

    ``reason``: ``text`` (no number at all), ``grouping`` (a comma or blank that does not part thousands), ``unit``
    (followed by something that is not the indicator's unit), ``digits`` (more than 15 significant digits, or more
    places before or behind the point than an amount can have), ``negative``.
    """

    text: str
    reason: str


def parse_amount(text: str, unit: str = "") -> Decimal:
    """Read an amount in the base unit: thousands commas, full-width digits, 万, 亿 and the unit are understood.

    Args:
        text: what was typed, not blank.
        unit: the indicator's unit (人, 所, %); the same word may follow the figure.

    Raises:
        NotANumber: the text is anything else.
    """
    folded = _fold(text)
    if len(folded) > MAX_TYPED:
        raise NotANumber(text, "digits" if _PLAIN.fullmatch(folded) else "text")
    match = _AMOUNT.fullmatch(folded.removesuffix(_fold(unit))) or _AMOUNT.fullmatch(folded)
    if not match or not re.search(r"[0-9]", match["digits"]):
        raise NotANumber(text, "text")
    digits = match["digits"]
    if "," in digits or " " in digits:
        if not _GROUPED.fullmatch(digits):
            raise NotANumber(text, "grouping")
        digits = digits.replace(",", "").replace(" ", "")
    if not _PLAIN.fullmatch(digits) or match["scale"] not in _SCALES:
        raise NotANumber(text, "text")
    if match["unit"]:
        raise NotANumber(text, "unit")
    value = _scaled(digits, _SCALES[match["scale"]])
    if match["sign"] == "-" and value != 0:
        raise NotANumber(text, "negative")
    return checked_amount(value, typed=text)


def checked_amount(value: Decimal, *, typed: str | None = None) -> Decimal:
    """Return an amount in its one form, if it is one that can be kept, signed and shown in a cell.

    Args:
        value: the amount.
        typed: the text that it was read from, for the message.

    Raises:
        NotANumber: it is below zero, not finite, or has too many digits.
    """
    text = str(value) if typed is None else typed
    if not value.is_finite():
        raise NotANumber(text, "text")
    if value < 0:
        raise NotANumber(text, "negative")
    size = value.adjusted() if value else 0  # looked at first: 1E+999999 must not be written out
    if not -MAX_PLACES <= size < MAX_WHOLE or significant_digits(value) > MAX_DIGITS:
        raise NotANumber(text, "digits")
    kept = plain(value) if value else "0"
    if len(kept.partition(".")[2]) > MAX_PLACES:
        raise NotANumber(text, "digits")
    return Decimal(kept)


def plain(value: Decimal) -> str:
    """Write a decimal without exponent, trailing zeros or a sign on zero: the form that is stored and signed."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def significant_digits(value: Decimal) -> int:
    """Count the digits that a cell has to hold: without leading zeros and without zeros that only mark the size."""
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    return len(digits) or 1


def chinese_numeral(number: int) -> str:
    """Write a number from 1 to 99 as official documents number their parts, 一, 十二, 二十; larger ones in figures.

    >>> [chinese_numeral(n) for n in (1, 10, 12, 20, 21, 100)]
    ['一', '十', '十二', '二十', '二十一', '100']
    """
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十") + digits[ones].strip()


def _fold(text: str) -> str:
    """Bring full-width forms to ASCII and every run of blanks to one, none at the ends."""
    return " ".join(text.translate(_FOLDED).split())


def _scaled(digits: str, scale: int) -> Decimal:
    """Multiply by a power of ten without the rounding that arithmetic in a context does."""
    exact = Decimal(digits).as_tuple()
    return Decimal((exact.sign, exact.digits, int(exact.exponent) + scale))
