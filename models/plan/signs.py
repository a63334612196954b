"""The signs that number a line (一、 （一） 1． 1.1 (1) ① A. Ⅰ. 第一章 第一条 任务一： 九月：), one line at a time.

Knows how each sign is written and nothing of levels, which differ from document to document (``outline``). A sign
counts only with words behind it; what begins with a figure (1.5亿元, 二、三年级, 第三条规定) is no sign.

>>> [begins_with_number(line) for line in ("（一）抓安全", "1.1 党建", "1）检查", "1.5亿元", "3", "3 党建")]
[True, True, True, False, False, False]
"""

import re
import string
from dataclasses import dataclass

from models.plan.numerals import CHINESE, DIGITS, arabic_number, chinese_number

BARE = "1 "  # a number and blanks, with no mark: only beside 1.1 a sign
COUNTED_OFF = "一是"  # an enumeration inside a text, unless there is nothing else
PERIOD = "九月"  # the name of a time: a calendar of work
NAMED = "任务一"  # named and counted: 任务一：, 【行动二】; each name is a sign of its own
TITLE = "title"  # a title on its line, without any number
VARIANTS = ("1．", "1、")

_WORDS = "一-龥“《【〈「『(（A-Za-z"
_BEHIND_DECIMAL = (
    rf"(?:[、．.]?\s+|[、．.]\s*(?=[{_WORDS}])"
    rf"|(?![{DIGITS}.．%％‰百千万亿个名所元公平倍米余多月日年\s])[、]?)"
)
_COLON = r"[、：:．.\s]\s*"
_NAMED = (
    r"(?:重点|主要|核心)?(?:任务|行动|工程|专项|板块|模块|目标|措施|项目|要点|工作|主题|专题|重点)"
    rf"\s?([{CHINESE}]{{1,3}}|[{DIGITS}]{{1,2}})"
)
_IN_ROW = r"(?![一二三四五六七八九十]{1,2}(?:年级|中[^心华]|小[^学微]|小学|附|幼|期|级|等奖|类|本院|把手))"
_BEHIND_DIGIT = rf"(?:(?![{DIGITS}])|(?=20\d\d年|[{DIGITS}]{{1,2}}月)|(?<=、)(?=[{DIGITS}]{{1,4}}[一-龥]))\s*"
_DIGITS = "0123456789０１２３４５６７８９"
_LARGE, _SMALL = string.ascii_uppercase, string.ascii_lowercase


def _run(first: str, length: int) -> str:
    return "".join(chr(ord(first) + index) for index in range(length))


# Each with what it begins with, so that a line of words costs no search.
_SIGNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("部分", "第", re.compile(rf"第\s?([{CHINESE}{DIGITS}]{{1,4}})\s?(?:部分|篇|编|板块)[\s、：:．.]*")),
    ("章", "第", re.compile(rf"第\s?([{CHINESE}{DIGITS}]{{1,4}})\s?章[\s、：:．.]*")),
    ("节", "第", re.compile(rf"第\s?([{CHINESE}{DIGITS}]{{1,4}})\s?节(?![课日])[\s、：:．.]*")),
    ("条", "第", re.compile(rf"第\s?([{CHINESE}{DIGITS}]{{1,4}})\s?条(?!规定|要求|款|的|和|至|例|所)[\s、：:．.]*")),
    ("一、", CHINESE, re.compile(rf"([{CHINESE}]{{1,4}})\s?[、．.]\s*{_IN_ROW}")),
    (
        "一、",
        CHINESE,
        re.compile(r"([一二三四五六七八九十]{1,3})[ \t\u3000]+(?=[一-龥])(?![月年日是季周]|[一二三四五六七八九十])"),
    ),
    ("一）", CHINESE, re.compile(rf"([{CHINESE}]{{1,4}})\s?[）)][\s、．.]*")),
    ("一、", "壹贰叁肆伍陆柒捌玖拾", re.compile(r"([壹贰叁肆伍陆柒捌玖拾])\s?[、．.]\s*")),
    ("（一）", "（(【〔〈", re.compile(rf"[（(【〔〈]\s?([{CHINESE}]{{1,4}})\s?[）)】〕〉][\s、．.]*")),
    ("（一）", _run("㈠", 10) + _run("㊀", 10), re.compile(r"([㈠-㈩㊀-㊉])[\s、．.]*")),
    # 1.1 and 1.1.1, but not 1.5亿元: what follows is a blank, or a word that is no unit.
    ("1.1", _DIGITS, re.compile(rf"[{DIGITS}]{{1,2}}[.．]([{DIGITS}]{{1,2}}){_BEHIND_DECIMAL}")),
    ("1.1", _DIGITS, re.compile(rf"[{DIGITS}]{{1,2}}[\-－—]([{DIGITS}]{{1,2}})[、．.\s]\s*(?=[{_WORDS}])")),
    ("1.1.1", _DIGITS, re.compile(rf"(?:[{DIGITS}]{{1,2}}[.．]){{2}}([{DIGITS}]{{1,2}}){_BEHIND_DECIMAL}")),
    ("1.1.1.1", _DIGITS, re.compile(rf"(?:[{DIGITS}]{{1,2}}[.．]){{3}}([{DIGITS}]{{1,2}}){_BEHIND_DECIMAL}")),
    # A digit after the stop makes it a decimal (1.5亿元), not a heading; but a time may begin it (1.2024年底前).
    ("1、", _DIGITS, re.compile(rf"([{DIGITS}]{{1,3}})\s?、{_BEHIND_DIGIT}")),
    ("1．", _DIGITS, re.compile(rf"([{DIGITS}]{{1,3}})\s?[．.:：。]{_BEHIND_DIGIT}")),
    ("1．", _run("⒈", 20), re.compile(r"([⒈-⒛])\s*")),
    ("（1）", "（([【〔", re.compile(rf"[（(\[【〔]\s?([{DIGITS}]{{1,3}})\s?[）)\]】〕][\s、．.]*")),
    ("（1）", _run("⑴", 20), re.compile(r"([⑴-⒇])[\s、．.]*")),
    ("1）", _DIGITS, re.compile(rf"([{DIGITS}]{{1,2}})\s?[）)][\s、．.]*")),
    ("①", _run("①", 20) + _run("❶", 10), re.compile(r"([①-⑳❶-❿])[\s、．.]*")),
    ("Ⅰ", _run("Ⅰ", 12), re.compile(r"([Ⅰ-Ⅻ])[\s、．.:：]*")),
    ("Ⅰ", "IVX", re.compile(r"(I{1,3}|IV|VI{0,3}|IX|XI{0,2})[、．.]\s*")),
    ("A", _LARGE + _run("Ａ", 26), re.compile(r"([A-ZＡ-Ｚ])[、．.）)]\s*")),
    ("（A）", "（(", re.compile(r"[（(]([A-ZＡ-Ｚ])[）)]\s*")),
    ("a", _SMALL + _run("ａ", 26), re.compile(r"([a-zａ-ｚ])[、．.）)]\s*")),
    ("（a）", "（(", re.compile(r"[（(]([a-zａ-ｚ])[）)]\s*")),
    (NAMED, "重主核任行工专板模目措项要", re.compile(rf"{_NAMED}{_COLON}")),
    (NAMED, "【[〔（(", re.compile(rf"[【\[〔（(]\s?{_NAMED}\s?[】\]〕）)][\s、：:．.]*")),
)
_BY_FIRST = {
    first: tuple((sign, pattern) for sign, firsts, pattern in _SIGNS if first in firsts)
    for first in "".join(firsts for _, firsts, _ in _SIGNS)
}
_BARE = re.compile(rf"([{DIGITS}]{{1,2}})\s+(?=[一-龥“《【])")
_DECIMAL = re.compile(rf"([{DIGITS}]{{1,2}})[.．\-－—][{DIGITS}]{{1,2}}")
COUNTING_OFF = re.compile(
    r"([一二三四五六七八九十]{1,3})[是要](?![一二三四五六七八九十])[，,、：:]?|第([一二三四五六七八九十]{1,3})[，,、：:]"
)
_BULLET = re.compile(r"[★☆▲△◆◇■□●○※]\s*")
_PERIOD = re.compile(
    r"(?:"
    r"(?:20\d\d年)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})月(?:份|[上中下]旬)?(?:\s?[-－—–~～至、]\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})月份?)?"
    r"|第?[一二三四1-4]季度|第[一二三四五六七八九十\d]{1,3}周(?:\s?[-—~至]\s?第?[一二三四五六七八九十\d]{1,3}周)?|[上下]半年"
    r")(?:\s?[（(][^（()）]{1,20}[）)])?(?:主要|重点)?(?:工作)?(?:安排|重点|要点)?"
)
_LARGE_HEADING = {"部分", "章", "节"}
_MARKDOWN = "#* "
_LONGEST_NAME = 30  # characters of a title that stands on the line below its number

# From the widest to the narrowest: chapters, then GB/T 9704-2012, 7.3.3, and between its four what else is in use.
RANK = (
    *("部分", "章", "节", "Ⅰ", "一、", NAMED, "A", "（A）", "（一）", "一）", BARE, "条", *VARIANTS),
    *("1.1", "1.1.1", "1.1.1.1", "（1）", "1）", "①", "a", "（a）", PERIOD, COUNTED_OFF),
)
CHINESE_SIGNS = frozenset({"部分", "章", "节", "条", "一、", "（一）", "一）", NAMED, COUNTED_OFF})
NAMES = frozenset({TITLE, PERIOD})  # signs that are titles themselves
SIGNS_OF_PARTS = frozenset({"部分", "章", "节", "Ⅰ", "一、", TITLE, PERIOD})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its indent: ``start`` is its first visible character, ``end`` where it ends."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with a sign: ``start`` at the sign, ``text_start`` at the first word, ``end`` where the line ends."""

    sign: str
    number: int
    line: int
    start: int
    text_start: int
    end: int


def kind_of(sign: str) -> str:
    """Return the kind of a sign, which is all but the name of what is named and counted."""
    return NAMED if sign.startswith(NAMED) else sign


def match_sign(source: str, index: int, lines: list[Line]) -> Numbered | None:
    """Return the sign that a line begins with; the title of a chapter may stand on the next line."""
    line = lines[index]
    found = _match(source, index, line)
    if found is None or found.text_start < line.end:
        return found
    below = next((each for each in lines[index + 1 : index + 3] if each.start < each.end), None)
    if found.sign not in _LARGE_HEADING or below is None or below.end - below.start > _LONGEST_NAME:
        return None
    words = source[below.start : below.end]
    if begins_with_number(words) or re.search(r"[。，；：,;:]", words):
        return None
    return Numbered(found.sign, found.number, index, found.start, below.start, below.end)


def match_within(source: str, index: int, line: Line) -> Numbered | None:
    """Return the sign at the beginning of a stretch of a line."""
    found = _match(source, index, line) or match_counted_off(source, index, line)
    return found if found and found.text_start < line.end else None


def match_bare(source: str, index: int, line: Line) -> Numbered | None:
    """Return the number without any mark that a line begins with (2 专业建设)."""
    match = _BARE.match(source, line.start, line.end)
    number = _number_of(match[1]) if match else None
    return Numbered(BARE, number, index, line.start, match.end(), line.end) if match and number else None


def decimal_parent(source: str, line: Line) -> int | None:
    """Return which number of the level above a line like 2.1 专业结构 belongs to."""
    match = _DECIMAL.match(source, line.start, line.end)
    return arabic_number(match[1]) if match else None


def match_period(source: str, index: int, line: Line, number: int) -> Numbered | None:
    """Return the time that is all of a line, or its beginning before a colon: 九月：, 第一周：召开会议."""
    match = _PERIOD.match(source, line.start, line.end)
    if not match or (match.end() < line.end and source[match.end()] not in "：:"):
        return None
    return Numbered(PERIOD, number, index, line.start, line.start, line.end)


def names_period(words: str) -> bool:
    """Tell whether words are the name of a time and nothing else.

    >>> [names_period(words) for words in ("九月：", "第1周（2.17—2.21）", "九月开学")]
    [True, True, False]
    """
    return _PERIOD.fullmatch(words.rstrip("：:")) is not None


def match_counted_off(source: str, index: int, line: Line) -> Numbered | None:
    """Return the 一是 or 第一， that a line begins with."""
    match = COUNTING_OFF.match(source, line.start, line.end)
    number = chinese_number(match[1] or match[2]) if match else None
    if match is None or not number or match.end() >= line.end:
        return None
    return Numbered(COUNTED_OFF, number, index, line.start, match.end(), line.end)


def number_at_start(line: str) -> tuple[int, int] | None:
    """Return the number that a line without indent begins with, and where its words begin; None if it has none."""
    found = _match(line, 0, Line(0, len(line)))
    return (found.number, found.text_start) if found and found.text_start < len(line) else None


def sign_at_start(line: str) -> str:
    """Return the sign that a line without indent begins with; empty if it has none, or no words behind it."""
    line = line.lstrip(_MARKDOWN)
    found = _match(line, 0, Line(0, len(line)))
    return found.sign if found and found.text_start < len(line) else ""


def begins_with_number(line: str) -> bool:
    """Tell whether a line without indent begins with a numbering sign and has words after it."""
    return number_at_start(line.lstrip(_MARKDOWN)) is not None


def _match(source: str, index: int, line: Line) -> Numbered | None:
    bullet = _BULLET.match(source, line.start, line.end)  # ★1．… and ▲（一）…
    start = bullet.end() if bullet else line.start
    for sign, pattern in _BY_FIRST.get(source[start : start + 1], ()):
        match = pattern.match(source, start, line.end)
        number = _number_of(match[1]) if match else None
        if match and number:
            name = match[0][: match.start(1) - match.start()] if sign == NAMED else ""
            return Numbered(sign + name, number, index, line.start, match.end(), line.end)
    return None


_ROMAN = {
    word: at
    for at, word in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1)
}
# Each begins a run of characters that count on.
_SINGLE = (
    _ROMAN
    | {numeral: at for at, numeral in enumerate("壹贰叁肆伍陆柒捌玖拾", start=1)}
    | {
        chr(ord(first) + at): at + 1
        for first, length in (("㈠", 10), ("㊀", 10), ("⒈", 20), ("⑴", 20), ("①", 20), ("❶", 10), ("Ⅰ", 12))
        for at in range(length)
    }
)
_SINGLE |= {
    chr(ord(first) + at): at + 1 for first in "AaＡａ" for at in range(26) if chr(ord(first) + at) not in _ROMAN
}


def _number_of(text: str) -> int | None:
    return _SINGLE.get(text) or arabic_number(text) or chinese_number(text)
