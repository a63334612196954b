"""The numbered skeleton of a document: which lines are headings, of which level and with which number.

Documents differ in the signs they number with (一、 （一） 1． 1、 ⒈ (1) ①), not in how numbering works. So no level is
tied to a sign; instead:

1. A line is a heading if it begins with a numbering sign and has words after it.
2. The top level has the sign that GB/T 9704 ranks highest of those that count at least to two; nothing before its
   number 1 is a heading, since a preamble may hold a list of its own.
3. Below it, a sign that is new opens the next level if it counts from 1, or on from where it last stopped (items that
   are numbered through the whole document).
4. A sign that is open returns to its level and closes those below. It may skip or repeat a number, as typists do; a
   number that goes back or leaps is no heading but a sentence that begins with a figure.

>>> [(h.level, h.number) for h in read_outline("一、甲\\n1．乙。\\n2．丙。\\n二、丁\\n3．戊。")]
[(0, 1), (1, 1), (1, 2), (0, 2), (1, 3)]
"""

import re
from dataclasses import dataclass

from models.plan.numerals import CHINESE, DIGITS, arabic_number, chinese_number

_BEHIND_DECIMAL = rf"(?:[、．.]?\s+|(?![{DIGITS}.．%％‰百千万亿个名所元公平倍米余多月日年\s])[、]?)"
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(rf"第\s?([{CHINESE}{DIGITS}]{{1,4}})\s?(?:部分|章|篇)[\s、：:．.]*")),
    ("一、", re.compile(rf"([{CHINESE}]{{1,4}})\s?[、．.]\s*")),
    ("（一）", re.compile(rf"[（(]\s?([{CHINESE}]{{1,4}})\s?[）)][\s、．.]*")),
    ("（一）", re.compile(r"([㈠-㈩])[\s、．.]*")),
    # 1.1 and 1.1.1, but not 1.5亿元: what follows is a blank, or a word that is no unit.
    ("1.1", re.compile(rf"[{DIGITS}]{{1,2}}[.．]([{DIGITS}]{{1,2}}){_BEHIND_DECIMAL}")),
    ("1.1.1", re.compile(rf"(?:[{DIGITS}]{{1,2}}[.．]){{2}}([{DIGITS}]{{1,2}}){_BEHIND_DECIMAL}")),
    # A digit after the stop makes it a decimal (1.5亿元), not a heading; but a time may begin it (1.2024年底前).
    (
        "1．",
        re.compile(
            rf"([{DIGITS}]{{1,3}})\s?[．.、](?:(?![{DIGITS}])|(?=20\d\d年|[{DIGITS}]{{1,2}}月)|(?<=、)(?=[{DIGITS}]{{1,4}}[一-龥]))\s*"
        ),
    ),
    ("1．", re.compile(r"([⒈-⒛])\s*")),
    ("（1）", re.compile(rf"[（(]\s?([{DIGITS}]{{1,3}})\s?[）)][\s、．.]*")),
    ("（1）", re.compile(r"([⑴-⒇])[\s、．.]*")),
    ("①", re.compile(r"([①-⑳])[\s、．.]*")),
)
# GB/T 9704-2012, 7.3.3, below the chapters of longer plans; 1.1 is Word's own way.
_RANK = ("chapter", "一、", "（一）", "1．", "1.1", "1.1.1", "（1）", "①")
_LARGEST_SKIP = 3
_SINGLE_SIGNS = "㈠⒈⑴①"  # each begins a run of characters that count on
_INDENT = re.compile(r"[\s\u200b\ufeff]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its indent: ``start`` is its first visible character, ``end`` where it ends."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered line: ``level`` from 0; ``start`` at its number, ``text_start`` at its first word.

    ``sign`` is the kind of its numbering, in the form of the first: ``chapter``, ``一、``, ``（一）``, ``1．`` …
    """

    level: int
    sign: str
    number: int
    line: int
    start: int
    text_start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where numbers don't count on: ``missing`` are the ones left out; none if one is there twice."""

    heading: Heading
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Numbered:
    sign: str
    number: int
    line: int
    start: int
    text_start: int
    end: int


def read_lines(source: str) -> list[Line]:
    """List all lines; a blank one has ``start == end``."""
    lines = []
    start = 0
    for text in source.split("\n"):
        indent = _INDENT.match(text)
        lines.append(Line(start + (indent.end() if indent else 0), start + len(text)))
        start += len(text) + 1
    return lines


def read_outline(source: str) -> list[Heading]:
    """Find the headings, in the order of the document."""
    found = [sign for index, line in enumerate(read_lines(source)) if (sign := _match_sign(source, index, line))]
    top = _top_sign(found)
    headings: list[Heading] = []
    open_signs: list[str] = []
    last_numbers: dict[str, int] = {}
    for each in found:
        if not headings and (each.sign != top or each.number != 1):
            continue
        if each.number != 1 and not 0 <= each.number - last_numbers.get(each.sign, 99) <= _LARGEST_SKIP:
            continue
        level = open_signs.index(each.sign) if each.sign in open_signs else len(open_signs)
        del open_signs[level:]
        open_signs.append(each.sign)
        last_numbers[each.sign] = each.number
        headings.append(Heading(level, each.sign, each.number, each.line, each.start, each.text_start, each.end))
    return headings


def read_gaps(headings: list[Heading]) -> tuple[Gap, ...]:
    """List where the numbers of a level leave one out or have one twice.

    >>> [gap.missing for gap in read_gaps(read_outline("一、甲\\n三、乙\\n三、丙"))]
    [(2,), ()]
    """
    gaps = []
    last: dict[str, int] = {}
    for heading in headings:
        before = last.get(heading.sign)
        if before is not None and heading.number != 1 and heading.number != before + 1:
            gaps.append(Gap(heading, tuple(range(before + 1, heading.number))))
        last[heading.sign] = heading.number
    return tuple(gaps)


def number_at_start(line: str) -> tuple[int, int] | None:
    """Return the number that a line without indent begins with, and where its words begin; None if it has none."""
    found = _match_sign(line, 0, Line(0, len(line)))
    return (found.number, found.text_start) if found else None


def begins_with_number(line: str) -> bool:
    """Tell whether a line without indent begins with a numbering sign and has words after it.

    >>> [begins_with_number(line) for line in ("（一）抓安全", "1.5亿元", "3")]
    [True, False, False]
    """
    return _match_sign(line, 0, Line(0, len(line))) is not None


def _top_sign(found: list[_Numbered]) -> str:
    counting = {each.sign for each in found if each.number == 2} & {each.sign for each in found if each.number == 1}
    present = counting or {each.sign for each in found}
    return min(present, key=_RANK.index, default="")


def _match_sign(source: str, index: int, line: Line) -> _Numbered | None:
    for sign, pattern in _SIGNS:
        match = pattern.match(source, line.start, line.end)
        if match and match.end() < line.end:
            number = _number_of(match[1])
            if number:
                return _Numbered(sign, number, index, line.start, match.end(), line.end)
    return None


def _number_of(text: str) -> int | None:
    for first in _SINGLE_SIGNS:
        if 0 <= ord(text[0]) - ord(first) < 20:
            return ord(text[0]) - ord(first) + 1
    return arabic_number(text) or chinese_number(text)
