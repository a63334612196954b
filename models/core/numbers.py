"""Amounts as people type them and as they are kept: Decimal, never float, at most 15 significant digits.

Fifteen is what a cell of a workbook holds without loss (IEEE 754 double, ECMA-376 18.3.1.96). What is not clearly a
number is refused, never read as zero and never guessed.

>>> str(parse_amount("１,０００")), str(parse_amount("2000万")), plain(Decimal("1E+3"))
('1000', '20000000', '1000')
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from models.core.errors import UserError

MAX_DIGITS = 15
_SCALES = {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?|\.[0-9]+")
_AMOUNT = re.compile(r"(?P<sign>[+-]?)(?P<digits>[0-9.,]+)(?P<scale>[十百千万亿]*)(?P<unit>.*)", re.DOTALL)


@dataclass(eq=False)
class NotANumber(UserError):
    """The text is not a number that could be meant.

    ``reason``: ``text`` (no number at all), ``grouping`` (a comma that does not part thousands), ``unit`` (followed by
    something that is not the indicator's unit), ``digits`` (more than 15 significant digits), ``negative``.
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
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("，", ",").replace("−", "-")
    match = _AMOUNT.fullmatch(folded)
    if not match or not re.search(r"[0-9]", match["digits"]):
        raise NotANumber(text, "text")
    digits = match["digits"]
    if "," in digits:
        if not _GROUPED.fullmatch(digits):
            raise NotANumber(text, "grouping")
        digits = digits.replace(",", "")
    if not _PLAIN.fullmatch(digits):
        raise NotANumber(text, "text")
    if match["scale"] not in _SCALES:
        raise NotANumber(text, "text")
    if match["unit"] and match["unit"] != unicodedata.normalize("NFKC", unit):
        raise NotANumber(text, "unit")
    if match["sign"] == "-" and Decimal(digits) != 0:
        raise NotANumber(text, "negative")
    value = Decimal(digits).scaleb(_SCALES[match["scale"]])
    if significant_digits(value) > MAX_DIGITS:
        raise NotANumber(text, "digits")
    return Decimal(plain(value))


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
