"""Numbers as documents write them: full-width digits and Chinese numerals, for headings, dates and quantities.

>>> chinese_number("二十一"), chinese_number("一亿零五万"), year_number("二〇二一"), arabic_number("１２")
(21, 100050000, 2021, 12)
"""

DIGITS = "0-9０-９"
CHINESE = "〇零一二两三四五六七八九十百千"
_VALUES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"亿": 100_000_000, "万": 10_000}
_LONGEST = 24  # characters; 九千九百九十九万九千九百九十九亿… needs no more


def chinese_number(text: str) -> int | None:
    """Read a numeral below 10^12 written with 十, 百, 千, 万, 亿; None if it is not well formed (二十十, 百三千).

    A last digit that leaves its power out (二百五: 205 or 250?) is not well formed either.
    """
    if len(text) > _LONGEST:
        return None
    total, rest = 0, text
    for sign, size in _GROUPS.items():
        before, found, behind = rest.partition(sign)
        if found:
            count = _below_ten_thousand(before)
            if not count or behind in _VALUES:  # 三万五: 30005 or 35000?
                return None
            total, rest = total + count * size, behind
    if not rest:
        return total if total else None
    last = _below_ten_thousand(rest.lstrip("零〇") if total else rest)
    return None if last is None else total + last


def _below_ten_thousand(text: str) -> int | None:
    total, digit, last_power, after_zero = 0, None, 10_000, False
    for c in text:
        if c in _POWERS:
            power = _POWERS[c]
            if power >= last_power or digit == 0:
                return None
            total += (1 if digit is None else digit) * power
            digit, last_power, after_zero = None, power, False
        elif c in _VALUES:
            if digit:
                return None
            after_zero = after_zero or digit == 0 or _VALUES[c] == 0
            digit = _VALUES[c]
        else:
            return None
    if digit and last_power in {100, 1000} and not after_zero:
        return None
    return total + (digit or 0) if text else None


def year_number(text: str) -> int | None:
    """Read a number written digit by digit, as years are: 二〇二一, 2021, ２０２１."""
    digits = "".join(str(_VALUES[c]) if c in _VALUES else c for c in text)
    return arabic_number(digits)


def arabic_number(text: str) -> int | None:
    """Read half- or full-width digits."""
    return int(text) if text and all(c in "0123456789０１２３４５６７８９" for c in text) else None
