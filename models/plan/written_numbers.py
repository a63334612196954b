"""One number as documents write it: digits of either width, Chinese numerals, both mixed, shares and codes.

What is one word for a person is one number: 2021-2023 are two, but 8:00, 7×24, 0537-2345678 and 1亿2000万 are one each.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

from models.core.numbers import NotANumber, checked_amount
from models.plan.numerals import chinese_number
from models.plan.words import word_list

_D = "0-9０-９"
_HAN_DIGITS = "零〇一二两三四五六七八九"
# What a day written as 5.12 is for.
_FEAST = "|".join(
    word_list("""
    全国 全民 世界 国际 国家 中国 国防 国庆 防灾 消防 宪法 禁毒 读书 教师节 护士 爱眼 爱耳 爱牙 主题 宣传 活动 消费
    法制 法治 植树 青年
    """)
)
# Bounded, so that a line of a million digits costs no more than any other.
_PLACES = rf"(?:[.．][{_D}]{{1,16}})?"
_APART = rf"[{_D}]{{1,3}}(?:[ \u00a0\u2009][{_D}]{{3}}(?![{_D}])){{1,4}}{_PLACES}"  # 1 200
_ARABIC = rf"[{_D}]{{1,16}}(?![{_D}])(?:[,，][{_D}]{{3}}(?![{_D}])){{0,5}}{_PLACES}"
_NUMBER = re.compile(
    rf"""
    (?P<code>
        [{_D}]{{17,}} | [{_D}]{{1,9}}(?:[.．][{_D}]{{1,9}}){{2,}}
      | (?:19|20)[{_D}]{{2}}[.．/\-][{_D}]{{1,2}}(?:[.．/\-][{_D}]{{1,2}})?(?![{_D}%％]|[.．万亿])
      | 0[{_D}]{{2,3}}[\-－—][{_D}]{{7,8}} | 1[{_D}]{{10}}(?![{_D}万亿个人])
      | [{_D}]+\s?[×xX*✕]\s?[{_D}]+
      | [{_D}]{{1,2}}[·•・．.][{_D}]{{1,2}}(?={_FEAST})
      | [{_D}]{{1,2}}[·•・][{_D}]{{1,2}}
      | [{_D}A-Za-z]{{1,4}}(?:\s?[+＋]\s?[{_D}A-Za-z]{{1,4}}(?![{_D}]))+
    )
  | (?P<pair>[{_D}]{{1,4}}(?:[.．][{_D}]{{1,2}})?\s?[:：∶]\s?[{_D}]{{1,4}}(?:[.．][{_D}]{{1,2}})?)
  | (?P<doubling>翻(?:[一二两三四]|[{_D}])?番|翻倍|倍增)
  | (?P<half>二分之一|过半数|半数|一半|过半)
  | (?P<whole>百分之百|百分百)
  | (?P<vague>成千上万|成百上千|[数几][十百千万亿]{{1,2}}|(?<!线)(?<!网)上[百千万亿]{{1,2}}|[二三四五六七八九]?十几)
  | (?P<share>[百千万]分之)(?P<of>{_ARABIC}|[{_HAN_DIGITS}十百]+)(?:点(?P<places>[{_HAN_DIGITS}]+))?
  | (?P<fraction>[二三四五六七八九十]分之[一二两三四五六七八九])
  | (?P<slashed>[{_D}]{{1,4}}(?:[/／][{_D}]{{1,4}})+)
  | (?P<arabic>(?P<apart>{_APART})|{_ARABIC})
  | (?P<han>[{_HAN_DIGITS}十百千万亿]+)(?:点(?P<han_places>[{_HAN_DIGITS}]+)(?!钟|前|后|半))?
    """,
    re.VERBOSE,
)
_ANY_NUMERAL = re.compile(rf"[{_D}{_HAN_DIGITS}十百千万亿番倍半]")
_MORE = re.compile(r"\s?[余多]|来(?=[个所名人家场年次项件万])")
_SCALE = re.compile(r"\s?(?P<word>万亿|[十百千]?亿|[十百千]?万|千(?![瓦米克卡伏])|百(?!分))")
_SCALES = {
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
_TENTHS = re.compile(rf"成(?![立果效员绩为本人功才套熟长]|不变)(?P<more>[{_D}](?![{_D}])|[一二三四五六七八九半])?")
_ARABIC_AT = re.compile(_ARABIC)
_NEIGHBOURS = re.compile(
    r"(?P<first>[二三四五六七八九]?十|)(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?P<power>[十百千万亿]*)"
)
_OF_THOUSAND = frozenset("瓦米克伏")
_NO_SCALE = 16
_ROUND = frozenset("百千万亿")
_WITHOUT_VALUE = {"code": "CODE", "pair": "PAIR", "doubling": "DOUBLING", "slashed": "SLASHED", "vague": "VAGUE"}


class Form(Enum):
    """How a quantity is written, where that decides what it can be."""

    AMOUNT = auto()  # a number, with or without a measure
    BARE_POWER = auto()  # 百所, 千名: a round number, or part of a name
    FRACTION = auto()  # 三分之一, 半数
    DOUBLING = auto()  # 翻一番
    VAGUE = auto()  # 数十, 十几
    PAIR = auto()  # 8:00, 1:19
    SLASHED = auto()  # 985/211, 1/3
    CODE = auto()  # 7×24, 3+1, 2021.5, a telephone number
    UNREADABLE = auto()  # more digits than an amount can have, or no numeral


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its measure, at ``start`` to ``end`` of its clause.

    ``value`` is in the base unit (万 and 亿 are multiplied out), None where it has none; ``upper`` is a range's far
    end. ``about`` tells of 余, 约, 左右. ``each`` is what stands behind a stroke (元/生: 生). ``number_end`` is where
    the number ends and the measure begins.
    """

    start: int
    end: int
    number_end: int
    value: Decimal | None
    unit: str = ""
    form: Form = Form.AMOUNT
    upper: Decimal | None = None
    is_spelled: bool = False
    has_scale: bool = False
    about: bool = False
    each: str = ""
    apart: bool = False  # thousands are parted by blanks, or two numbers stand side by side: 1 200
    borrowed: bool = False  # the measure is that of the next one in the list: 95、90和85%


def written_numbers(text: str) -> Iterator[Quantity]:
    """Run through the numbers of a clause, without the measures behind them."""
    at = 0
    if not _ANY_NUMERAL.search(text):
        return
    while match := _NUMBER.search(text, at):
        number = _read(text, match)
        if number:
            yield number
        at = max(number.end if number else match.end(), at + 1)


def scale_at(text: str, start: int) -> int:
    """Return by how many powers of ten the 万 or 亿 at ``start`` multiplies; 0 if none stands there."""
    scale = _SCALE.match(text, start)
    return _SCALES[scale["word"]] if scale else 0


def checked(value: Decimal) -> Decimal | None:
    """Return an amount in its one form; None where it has more digits than an amount can have: a serial number."""
    try:
        return checked_amount(value)
    except NotANumber:
        return None


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    kind = next(name for name in (*_WITHOUT_VALUE, *_READERS) if match[name])
    if kind in _WITHOUT_VALUE:
        return Quantity(start, end, end, None, form=Form[_WITHOUT_VALUE[kind]])
    return _READERS[kind](text, match)


def _half(_text: str, match: re.Match[str]) -> Quantity:
    return Quantity(*match.span(), match.end(), Decimal(50), "%", Form.FRACTION, is_spelled=True)


def _whole(_text: str, match: re.Match[str]) -> Quantity:
    return Quantity(*match.span(), match.end(), Decimal(100), "%", is_spelled=True)


def _share(_text: str, match: re.Match[str]) -> Quantity:
    whole = _plain_number(match["of"])
    value = None if whole is None else checked(_with_places(whole, match["places"]))
    unit = "‰" if match["share"][0] == "千" else "%"
    if value is not None and match["share"][0] == "万":
        value = checked(value.scaleb(-2))
    form = Form.UNREADABLE if value is None else Form.AMOUNT
    return Quantity(match.start(), match.end(), match.end(), value, unit, form, is_spelled=True)


def _fraction(_text: str, match: re.Match[str]) -> Quantity:
    below, above = (chinese_number(part) or 1 for part in match[0].split("分之"))
    share = Decimal(100 * above) / below
    exact = share == share.quantize(Decimal("0.01"))
    value = share.normalize() if exact and above < below else None
    return Quantity(match.start(), match.end(), match.end(), value, "%", Form.FRACTION, is_spelled=True)


def _arabic(text: str, match: re.Match[str]) -> Quantity:
    value, end = _plain_number(match[0]), match.end()
    about, last = False, _NO_SCALE
    while value is not None:
        more = _MORE.match(text, end)
        scale = _SCALE.match(text, more.end() if more else end)
        size = _SCALES[scale["word"]] if scale else 0
        if not scale or size >= last:
            about, end = about or bool(more), more.end() if more else end
            break
        value = value.scaleb(size) if last == _NO_SCALE else value
        about, end, last = about or bool(more), scale.end(), size
        added, end, last = _part(text, end, last)
        value += added
        if not added:
            more = _MORE.match(text, end)
            about, end = about or bool(more), more.end() if more else end
            break
    value = None if value is None else checked(value)
    number = Quantity(
        match.start(),
        end,
        end,
        value,
        form=Form.AMOUNT if value is not None else Form.UNREADABLE,
        about=about,
        has_scale=last != _NO_SCALE,
        apart=bool(match["apart"]),
    )
    return _with_tenths(text, number)


def _part(text: str, start: int, last: int) -> tuple[Decimal, int, int]:
    """Return what follows 亿 or 万 in one number (1亿2000万), where it ends and its own scale; 0 if nothing does."""
    part = _ARABIC_AT.match(text, start)
    value = _plain_number(part[0]) if part else None
    if part is None or value is None:
        return Decimal(0), start, last
    scale = _SCALE.match(text, part.end())
    size = _SCALES[scale["word"]] if scale else 0
    if size >= last or value.scaleb(size) >= Decimal(1).scaleb(last):
        return Decimal(0), start, last
    return value.scaleb(size), scale.end() if scale else part.end(), size


def _han(text: str, match: re.Match[str]) -> Quantity | None:
    start, end, word = match.start(), match.end("han"), match["han"]
    # 千瓦, 千米 and 百分点 are measures.
    while word and ((word[-1] == "千" and text[end : end + 1] in _OF_THOUSAND) or text.startswith("百分", end - 1)):
        word, end = word[:-1], end - 1
    if not word:
        return None
    places = match["han_places"] if end == match.end("han") else None
    value, upper, form = _value_of_word(word)
    value = None if value is None else _with_places(value, places)
    end = match.end() if places else end
    more = _MORE.match(text, end)
    scale = _SCALE.match(text, more.end() if more else end) if more or places else None
    if scale and value is not None:
        value = value.scaleb(_SCALES[scale["word"]])
    end = scale.end() if scale else more.end() if more else end
    number = Quantity(
        start,
        end,
        end,
        None if value is None else checked(value),
        form=form,
        upper=upper,
        is_spelled=True,
        has_scale=bool(scale) or any(c in "万亿" for c in word),
        about=bool(more),
    )
    return _with_tenths(text, number)


def _value_of_word(word: str) -> tuple[Decimal | None, Decimal | None, Form]:
    """Return what a Chinese numeral is worth, a range's far end (七八十), and what it is."""
    if not set(word) - _ROUND:
        number = chinese_number("一" + word)
        return (None if number is None else Decimal(number)), None, Form.BARE_POWER
    number = chinese_number(word)
    if number is not None:
        return Decimal(number), None, Form.AMOUNT
    near = _NEIGHBOURS.fullmatch(word)
    if near and _are_neighbours(near["low"], near["high"]):
        lower = chinese_number(near["first"] + near["low"] + near["power"])
        higher = chinese_number(near["first"] + near["high"] + near["power"])
        if lower is not None and higher is not None:
            return Decimal(lower), Decimal(higher), Form.AMOUNT
    return None, None, Form.UNREADABLE


def _are_neighbours(low: str, high: str) -> bool:
    """Tell whether two numerals side by side mean about so many: 七八个, and 三五个 by habit."""
    return int(_digit(high)) - int(_digit(low)) == 1 or (low, high) == ("三", "五")


def _with_tenths(text: str, number: Quantity) -> Quantity:
    """Read 九成, 9成5 and 九成五 as shares."""
    match = _TENTHS.match(text, number.end)
    if not match or number.value is None or number.has_scale or number.value > 10:
        return number
    more = Decimal(5 if match["more"] == "半" else _digit(match["more"])) if match["more"] else Decimal(0)
    value = number.value * 10 + more
    upper = None if number.upper is None else number.upper * 10
    return replace(number, end=match.end(), value=value, upper=upper, unit="%")


def _plain_number(word: str) -> Decimal | None:
    folded = "".join(
        _digit(c) if c.isdecimal() else {"．": ".", "，": "", ",": "", " ": "", "\u00a0": "", "\u2009": ""}.get(c, c)
        for c in word
    )
    if folded.replace(".", "").isdecimal():
        return Decimal(folded)
    number = chinese_number(word)
    return None if number is None else Decimal(number)


def _with_places(whole: Decimal, places: str | None) -> Decimal:
    return Decimal(f"{whole}.{''.join(map(_digit, places))}") if places else whole


def _digit(character: str) -> str:
    return str(int(character)) if character.isdecimal() else str("〇一二三四五六七八九".index(_folded(character)))


def _folded(character: str) -> str:
    return {"零": "〇", "两": "二"}.get(character, character)


_READERS: dict[str, Callable[[str, re.Match[str]], Quantity | None]] = {
    "half": _half,
    "whole": _whole,
    "share": _share,
    "fraction": _fraction,
    "arabic": _arabic,
    "han": _han,
}
