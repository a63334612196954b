"""The numbered skeleton of a document: which lines are headings, of which level and with which number.

Documents differ in the signs they number with (``signs``), not in how numbering works. So no level is tied to a sign;
instead:

1. A line is a heading if it begins with a numbering sign and has words after it.
2. The top level has a sign that counts at least to two and that no other sign holds: one sign holds another if it
   counts once through the document and the other begins anew under several of its numbers. Among several the widest
   one is taken (chapters, then the order of GB/T 9704). Before it a wider sign may stand once (a document with one part
   only). Nothing before the top sign's number 1 is a heading, since a preamble may hold a list of its own.
3. Below it, a sign that is new opens the next level if it counts from 1, or on from where it last stopped (items that
   are numbered through the whole document).
4. A sign that is open returns to its level and closes those below. It may skip or repeat a number, as typists do; a
   number that goes back or leaps is no heading but a sentence that begins with a figure.
5. 1、 and 1． are one sign, as they are mixed by carelessness; unless each counts right by itself and both together do
   not, because one stands below the other.
6. A number without a mark (2 专业建设) is a sign only where 2.1 follows it, or where only such numbers count. 一是 is
   one only where there is no other before it, and signs behind a stop within a line only where no line begins with
   one. Where there is no number at all, bullets and titles make the skeleton (``unnumbered``).

>>> [(h.level, h.number) for h in read_outline("一、甲\\n1．乙。\\n2．丙。\\n二、丁\\n3．戊。")]
[(0, 1), (1, 1), (1, 2), (0, 2), (1, 3)]
"""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from models.plan.signs import (
    COUNTED_OFF,
    RANK,
    TITLE,
    VARIANTS,
    Line,
    Numbered,
    begins_with_number,
    decimal_parent,
    kind_of,
    match_bare,
    match_counted_off,
    match_period,
    match_sign,
    match_within,
    number_at_start,
)
from models.plan.unnumbered import bullets, paragraphs, titles

__all__ = ["Gap", "Heading", "Line", "begins_with_number", "number_at_start", "read_gaps", "read_lines", "read_outline"]

_LARGEST_SKIP = 3
_INDENT = re.compile(r"[\s\u200b\ufeff]*(?:#{1,6}\s+)?(?:\*\*)?")  # with the marks of Markdown
_LONGEST_TITLE = 20  # characters of one without a number
_TITLE_MARKS = re.compile(r"[。，；：！？,;:!?\t%％\d]")
_NAMES_PLAN = re.compile(r"(?:要点|计划|方案|安排|意见|打算|任务|分工|清单|通知)[）)]?$")
_STOPS = "。；;.．！!"
_BEHIND_STOP = re.compile(r"(?<=[。；：:;])\s*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered line: ``level`` from 0; ``start`` at its number, ``text_start`` at its first word.

    ``sign`` is the kind of its numbering, as ``signs`` names it: ``章``, ``一、``, ``（一）``, ``1．`` …
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


def read_lines(source: str) -> list[Line]:
    """List all lines; a blank one has ``start == end``."""
    lines = []
    start = 0
    for text in source.split("\n"):
        indent = _INDENT.match(text)
        lines.append(Line(start + (indent.end() if indent else 0), start + len(text)))
        start += len(text) + 1
    return lines


def read_outline(
    source: str, first: int = 0, last: int | None = None, *, without: Set[int] = frozenset()
) -> list[Heading]:
    """Find the headings, in the order of the document.

    Args:
        source: the whole text.
        first: the first line that can be one.
        last: the line behind the last that can be one.
        without: lines that are none, such as the members of a list of attachments.
    """
    lines = read_lines(source)
    places = [at for at in range(first, len(lines) if last is None else last) if at not in without]
    found = _with_bare(source, lines, places, [each for at in places if (each := match_sign(source, at, lines))])
    found = _one_sign(found)
    found = _with_periods(source, lines, places, found)
    found = _with_titles(source, lines, places, found)
    if not found:
        found = _counted_off(source, lines, places)
        found = found if len(found) > 1 else _one_sign(_within_lines(source, lines, places))
        if len(found) > 1:
            return _levels(found, _top_sign(found))
        found = bullets(source, lines, places)
        found = found if len(found) > 1 else titles(source, lines, places)
        found = found if len(found) > 1 else paragraphs(source, lines, places)
        return _levels(found, found[0].sign) if len(found) > 1 else []
    counted_off = _counted_off(source, lines, places)
    if len(counted_off) > 1 and counted_off[0].line < found[0].line:
        return _levels(sorted((*found, *counted_off), key=lambda each: each.start), COUNTED_OFF)
    return _levels(found, _top_sign(found))


def read_gaps(headings: list[Heading]) -> tuple[Gap, ...]:
    """List where the numbers of a level leave one out or have one twice.

    >>> [gap.missing for gap in read_gaps(read_outline("一、甲\\n三、乙\\n三、丙"))]
    [(2,), ()]
    """
    gaps = []
    last: dict[str, int] = {}
    for heading in headings:
        before = last.get(heading.sign)
        begins_anew = heading.number == 1 and heading.level > 0
        if before is not None and not begins_anew and heading.number != before + 1:
            gaps.append(Gap(heading, tuple(range(before + 1, heading.number))))
        last[heading.sign] = heading.number
    return tuple(gaps)


def _levels(found: Sequence[Numbered], top: str) -> list[Heading]:
    """Give each sign that counts its level (rules 2 to 4)."""
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


def _top_sign(found: Sequence[Numbered]) -> str:
    """Return the sign of the widest level (rule 2)."""
    numbers: dict[str, set[int]] = defaultdict(set)
    places: dict[str, list[int]] = defaultdict(list)
    starts: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(found):
        numbers[each.sign].add(each.number)
        places[each.sign].append(at)
        if each.number == 1:
            starts[each.sign].append(at)
    counting = {sign for sign, told in numbers.items() if {1, 2} <= told}
    present = counting or set(numbers)

    def holds(wide: str, narrow: str) -> bool:
        under = {bisect(places[wide], at) for at in starts[narrow]} - {0}
        return wide != narrow and len(starts[wide]) == 1 and len(under) > 1

    free = {sign for sign in present if not any(holds(wide, sign) for wide in present)}
    top = min(free or present, key=lambda sign: _rank(sign, found), default="")
    for each in found:
        if each.sign == top and each.number == 1:
            break
        is_single = each.number == 1 and len(places[each.sign]) == 1
        if is_single and _rank(each.sign, found) < _rank(top, found):
            return each.sign
    return top


def _rank(sign: str, found: Sequence[Numbered]) -> float:
    """Return the place of a sign from wide to narrow; titles without number stand above what follows the first one."""
    if sign != TITLE:
        return RANK.index(kind_of(sign))
    first = next(at for at, each in enumerate(found) if each.sign == TITLE)
    return _rank(found[first + 1].sign, found) - 0.5


def _with_bare(source: str, lines: Sequence[Line], places: Sequence[int], found: list[Numbered]) -> list[Numbered]:
    """Add the numbers without a mark that a decimal one follows (rule 6)."""
    if not any(each.sign == "1.1" for each in found):
        return found if any(each.sign in VARIANTS for each in found) else _with_counting(source, lines, places, found)
    firsts = [at for at, each in enumerate(found) if each.sign == "1.1" and each.number == 1]
    parents = {at: decimal_parent(source, lines[found[at].line]) for at in firsts}
    known = {each.line for each in found}
    more = []
    for at, parent in parents.items():
        begin = found[at - 1].line + 1 if at else 0
        for line in range(found[at].line - 1, begin - 1, -1):
            bare = match_bare(source, line, lines[line]) if line not in known else None
            if bare and bare.number == parent:
                more.append(bare)
                break
    return sorted((*found, *more), key=lambda each: each.line)


def _with_counting(source: str, lines: Sequence[Line], places: Sequence[int], found: list[Numbered]) -> list[Numbered]:
    """Add the numbers without a mark that count on from 1, where no other figures number lines."""
    known = {each.line for each in found}
    counting: list[Numbered] = []
    for at in places:
        bare = match_bare(source, at, lines[at]) if at not in known else None
        if bare and bare.number in {1, counting[-1].number + 1 if counting else 1}:
            counting.append(bare)
    counts = any(each.number == 2 for each in counting)
    return sorted((*found, *counting), key=lambda each: each.line) if counts else found


def _one_sign(found: list[Numbered]) -> list[Numbered]:
    """Make one sign of 1、 and 1． and of a bare number, unless they are plainly two levels (rule 5)."""

    def faults(among: Sequence[Numbered]) -> int:
        numbers = [each.number for each in among]
        return sum(1 for a, b in zip([0, *numbers], numbers, strict=False) if b not in {1, a + 1})

    kinds = [[each for each in found if each.sign == sign] for sign in VARIANTS]
    both = [each for each in found if each.sign in VARIANTS]
    if all(kinds) and faults(both) > 0 == faults(kinds[0]) + faults(kinds[1]):
        return found
    return [replace(each, sign=VARIANTS[0]) if each.sign in VARIANTS else each for each in found]


def _with_periods(source: str, lines: Sequence[Line], places: Sequence[int], found: list[Numbered]) -> list[Numbered]:
    """Add the names of times that work is put under in a calendar of work; one alone is none."""
    known = {each.line for each in found}
    periods: list[Numbered] = []
    for at in places:
        if at not in known and (each := match_period(source, at, lines[at], len(periods) + 1)):
            periods.append(each)
    return sorted((*found, *periods), key=lambda each: each.line) if len(periods) > 1 else found


def _with_titles(source: str, lines: Sequence[Line], places: Sequence[int], found: list[Numbered]) -> list[Numbered]:
    """Add titles without a number: short lines without marks, between numbered lines that all end with a stop."""
    by_line = {each.line: each for each in found}
    filled = [at for at in places if lines[at].start < lines[at].end]
    titles: list[Numbered] = []
    below: set[str] = set()
    for before, at, behind in zip([-1, *filled], filled, filled[1:], strict=False):
        line, following = lines[at], by_line.get(behind)
        words = source[line.start : line.end].rstrip()
        if at in by_line or following is None or not 2 <= len(words) <= _LONGEST_TITLE or _TITLE_MARKS.search(words):
            continue
        if not titles and _NAMES_PLAN.search(words):
            continue
        if titles and not _ends_with_stop(source, lines[before]):
            return found
        titles.append(Numbered(TITLE, len(titles) + 1, at, line.start, line.start, line.end))
        below.add(following.sign)
    under = [each for each in found if each.sign in below and titles and each.line > titles[0].line]
    if len(titles) < 2 or len(below) > 1 or not all(_ends_with_stop(source, lines[each.line]) for each in under):
        return found
    return sorted((*found, *titles), key=lambda each: each.line)


def _ends_with_stop(source: str, line: Line) -> bool:
    words = source[line.start : line.end].rstrip(" \t\u3000")
    return words.endswith((*_STOPS, "）", ")", "】"))


def _counted_off(source: str, lines: Sequence[Line], places: Sequence[int]) -> list[Numbered]:
    """List the lines that are counted off by 一是."""
    return [each for at in places if (each := match_counted_off(source, at, lines[at]))]


def _within_lines(source: str, lines: Sequence[Line], places: Sequence[int]) -> list[Numbered]:
    """List the signs behind stops, for a text whose line ends are lost."""
    found: list[Numbered] = []
    for at in places:
        line = lines[at]
        starts = [line.start, *(match.end() for match in _BEHIND_STOP.finditer(source, line.start, line.end))]
        members = [each for start in starts if (each := match_within(source, at, Line(start, line.end)))]
        ends = [*(each.start for each in members[1:]), line.end]
        found += [replace(each, end=end) for each, end in zip(members, ends[: len(members)], strict=True)]
    return found
