"""What stands in a cell of a sheet as a person sees it: a value and its number format to a text.

The rules are those of ECMA-376 part 1, 18.8.31, as far as tables of tasks need them: sections by sign and condition,
digits and decimals, thousands, percent, scaling, words in quotes. Fractions and powers of ten are shown as plain
numbers. What differs from the screen on purpose:

- A date is written as Chinese writes it, whatever its format, as far as the format shows it: 2024年6月30日, 2024年6月.
- Blanks that only align a number are left out.

>>> [shown(value, code) for value, code in ((0.95, "0%"), (12, '0"所"'), (1234.5, "#,##0.0"), (3, "00"))]
['95%', '12所', '1,234.5', '03']
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|!(?P<marked>.)|_.|\*.|\[\$(?P<currency>[^\]\-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<general>General|G/通用格式)|(?P<digit>[0#?])|(?P<sign>[.,%;@])|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_NOT_SHOWN_AS_DIGITS = re.compile(r"[eE][+-]|[?#0]\s*/\s*[?#0\d]")
_LONGEST = 30  # digits; a number with more is shown as it is stored
_PLAIN = ".15g"  # digits that a number in a sheet has; what is behind them is the machine's own


def shown(value: object, code: str) -> str:
    """Return a cell's value as text.

    Args:
        value: as the library gives it: None, text, bool, number, date, time or stretch of time.
        code: the number format, such as ``0.00%``.
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime() | date():
            return _date(value, code)
        case time() | timedelta():
            return str(value)
        case int() | float():
            return _number(value, code)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()


def _date(value: date, code: str) -> str:
    """Write the date as far as its format shows it; a format of its own that shows no part of it is meant whole."""
    words = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.partition(";")[0]).lower()
    with_time = isinstance(value, datetime) and "h" in words and value.time() != time()
    clock = f" {value:%H:%M}" if with_time else ""
    if "d" in words or ("y" not in words and "m" not in words):
        return f"{value.year}年{value.month}月{value.day}日{clock}"
    if "m" in words.replace("mm:ss", "").replace("h:mm", ""):
        return f"{value.year}年{value.month}月"
    return f"{value.year}年"


def _number(value: float, code: str) -> str:
    try:
        exact = Decimal(value) if isinstance(value, int) else Decimal(format(value, _PLAIN))
        if code in {"", "General"}:
            return _plain(exact)
        section, exact = _section(exact, code)
        return "".join(_written(exact, section)).strip()
    except (InvalidOperation, ValueError, OverflowError):
        return str(value)


def _section(value: Decimal, code: str) -> tuple[str, Decimal]:
    """Return the section of a format that is for a value, and the value as that section writes it."""
    sections = _split(code)
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(value, condition[1], Decimal(condition[2])):
                return section, value
        return "General", value
    numbers = sections[:3]
    if value < 0 and len(numbers) > 1:
        return numbers[1], -value  # its sign is written in the format
    if value == 0 and len(numbers) > 2:
        return numbers[2], value
    return numbers[0], value


def _split(code: str) -> list[str]:
    sections, start = [], 0
    for token in _TOKEN.finditer(code):
        if token["sign"] == ";":
            sections.append(code[start : token.start()])
            start = token.end()
    return [*sections, code[start:]]


def _holds(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
        "<": value < limit,
        ">": value > limit,
        "=": value == limit,
    }[sign]


def _written(value: Decimal, section: str) -> Iterator[str]:
    """Run through the pieces of a number as its section writes them."""
    tokens = list(_TOKEN.finditer(section))
    if _NOT_SHOWN_AS_DIGITS.search(re.sub(r'"[^"]*"', "", section)):
        yield _plain(value)
    elif any(token["general"] or token["sign"] == "@" for token in tokens):
        yield from (_plain(value) if token["general"] or token["sign"] == "@" else _literal(token) for token in tokens)
    elif any(token["digit"] for token in tokens):
        yield from _digits(value, tokens)
    else:
        yield from map(_literal, tokens)


def _digits(value: Decimal, tokens: Sequence[re.Match[str]]) -> Iterator[str]:
    places = [at for at, token in enumerate(tokens) if token["digit"]]
    point = next((at for at, token in enumerate(tokens) if token["sign"] == "." and places[0] <= at + 1), None)
    whole = [at for at in places if point is None or at < point]
    decimals = [at for at in places if point is not None and at > point]
    commas = [at for at, token in enumerate(tokens) if token["sign"] == ","]
    last_whole = whole[-1] if whole else places[0]
    scale = _scale(commas, last_whole, places[-1])
    groups = any(whole and whole[0] < at < last_whole for at in commas)
    percents = sum(token["sign"] == "%" for token in tokens)
    amount = (value.scaleb(2 * percents - 3 * scale)).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    if len(amount.as_tuple().digits) > _LONGEST:
        raise InvalidOperation
    sign, figures, behind = _parted(amount)
    behind = _cut(behind, [tokens[at]["digit"] for at in decimals])
    filled = _filled(figures, whole, tokens, groups=groups)
    if sign:
        yield "-"
    taken = 0
    for at, token in enumerate(tokens):
        if at in filled:
            yield filled[at]
        elif token["digit"]:
            yield behind[taken : taken + 1]
            taken += 1
        elif at == point:
            yield (figures if not whole and figures != "0" else "") + ("." if behind else "")
        elif token["sign"] == "%":
            yield "%"
        else:
            yield _literal(token)


def _scale(commas: Sequence[int], last_whole: int, last: int) -> int:
    """Count the commas that divide by a thousand: those right behind the last digit before the point, or behind all."""
    count = 0
    for end in dict.fromkeys((last_whole, last)):
        at = end + 1
        while at in commas:
            count += 1
            at += 1
    return count


def _parted(amount: Decimal) -> tuple[bool, str, str]:
    text = f"{abs(amount):f}"
    figures, _, behind = text.partition(".")
    return amount < 0 and any(c in "123456789" for c in text), figures, behind


def _cut(behind: str, places: Sequence[str]) -> str:
    """Leave out the zeros at the end that ``#`` does not show."""
    while behind.endswith("0") and places[len(behind) - 1] != "0":
        behind = behind[:-1]
    return behind


def _filled(figures: str, whole: Sequence[int], tokens: Sequence[re.Match[str]], *, groups: bool) -> dict[int, str]:
    """Put the digits before the point into their places, from the right; the first place takes what is left."""
    if figures == "0":
        figures = ""
    filled: dict[int, str] = {}
    for at in reversed(whole):
        if at == whole[0]:
            own, figures = figures, ""
        else:
            own, figures = figures[-1:], figures[:-1]
        filled[at] = own or ("0" if tokens[at]["digit"] == "0" else "")
    if groups:  # the places touch one another then
        joined = "".join(filled[at] for at in whole)
        filled = dict.fromkeys(whole, "") | {whole[0]: f"{int(joined):,}" if joined else ""}
    return filled


def _literal(token: re.Match[str]) -> str:
    return next((token[name] for name in ("quoted", "escaped", "marked", "currency", "other") if token[name]), "")


def _plain(value: Decimal) -> str:
    text = f"{value:f}" if value.is_finite() else str(value).lower()
    return text.rstrip("0").rstrip(".") if "." in text else text
