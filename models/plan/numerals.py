"""Numbers as documents write them: full-width digits and Chinese numerals, for headings, dates and quantities.

>>> chinese_number("二十一"), chinese_number("三百"), year_number("二〇二一"), arabic_number("１２")
(21, 300, 2021, 12)
"""

DIGITS = "0-9０-９"
CHINESE = "〇零一二两三四五六七八九十百千"
_VALUES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}


def chinese_number(text: str) -> int | None:
    """Read a numeral up to 9999 written with 十, 百, 千; None if it is not well formed (二十十, 百三千)."""
    total, digit, last_power = 0, None, 10_000
    for c in text:
        if c in _POWERS:
            power = _POWERS[c]
            if power >= last_power or digit == 0:
                return None
            total += (1 if digit is None else digit) * power
            digit, last_power = None, power
        elif c in _VALUES:
            if digit:
                return None
            digit = _VALUES[c]
        else:
            return None
    return total + (digit or 0) if text else None


def year_number(text: str) -> int | None:
    """Read a number written digit by digit, as years are: 二〇二一, 2021, ２０２１."""
    digits = "".join(str(_VALUES[c]) if c in _VALUES else c for c in text)
    return arabic_number(digits)


def arabic_number(text: str) -> int | None:
    """Read half- or full-width digits."""
    return int(text) if text and all(c in "0123456789０１２３４５６７８９" for c in text) else None
