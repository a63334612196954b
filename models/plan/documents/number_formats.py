"""Numbers written as Word's lists write them: 一, ①, ⒈, ⑴, 壹, 甲, iv, １.

>>> [write_number(12, form) for form in ("chineseCounting", "decimalEnclosedCircle", "lowerRoman", "decimalFullWidth")]
['十二', '⑫', 'xii', '１２']
"""

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_COUNTING = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
    "ideographTraditionalCounting",
}  # fmt: skip
# The first sign of each row of ready-made numbers in Unicode, and how many there are.
_ROWS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}


def write_number(number: int, form: str) -> str:  # noqa: PLR0911 - one return a family of formats
    """Write a number in one of the formats of ``ST_NumberFormat``; an unknown one counts in digits."""
    if form == "none":
        return ""
    if number < 1 or number > 9999:
        return str(number)
    if form in _COUNTING:
        return _chinese(number, _DIGITS, "十百千", short_ten=True)
    if form in {"chineseLegalSimplified", "ideographLegalTraditional"}:
        return _chinese(number, _LEGAL, "拾佰仟", short_ten=False)
    if form in {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"}:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if form in _ROWS:
        first, count = _ROWS[form]
        return chr(ord(first) + number - 1) if number <= count else str(number)
    return _western(number, form)


def _western(number: int, form: str) -> str:  # noqa: PLR0911 - one return a format
    match form:
        case "decimalZero":
            return f"{number:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return "".join(chr(ord("０") + int(digit)) for digit in str(number))
        case "ideographTraditional":
            return _STEMS[(number - 1) % len(_STEMS)]
        case "ideographZodiac":
            return _BRANCHES[(number - 1) % len(_BRANCHES)]
        case "lowerRoman" | "upperRoman":
            return _roman(number).upper() if form == "upperRoman" else _roman(number)
        case "lowerLetter" | "upperLetter":
            # Behind z comes aa, behind zz aaa.
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case _:
            return str(number)


def _chinese(number: int, digits: str, powers: str, *, short_ten: bool) -> str:
    text, gap = "", False
    figures = str(number)
    for index, figure in enumerate(figures):
        power = len(figures) - index - 1
        if figure == "0":
            gap = True
            continue
        text += (digits[0] if gap and text else "") + digits[int(figure)] + (powers[power - 1] if power else "")
        gap = False
    return text.removeprefix(digits[1]) if short_ten and 10 <= number < 20 else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text += sign
            number -= value
    return text
