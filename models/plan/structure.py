"""From numbered lines to parts and items with their titles and bodies; still no tasks.

The top level are the parts and the level below the items; deeper numbers are paragraphs of their item. Documents that
do it otherwise:

- A part without items: what stands under it is one item that has the part's title; a part that is only a line is work.
- Only one level, numbered otherwise than parts are, or with a list under a few of its numbers: items of a single part
  without a title.
- What is the title of an item and what its work is told by ``titles``. An item of one sentence: the sentence is its
  title and its body, for it is the work.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.plan.clauses import Role, understand
from models.plan.duties import Duties
from models.plan.duty_places import lists_are_duties
from models.plan.model import Span
from models.plan.numerals import arabic_number, chinese_number
from models.plan.outline import Gap, Heading, read_gaps
from models.plan.sections import find_body
from models.plan.sentences import Enclosures, without_duties
from models.plan.signs import NAMES, PERIOD, RANK, SIGNS_OF_PARTS, kind_of, names_period
from models.plan.titles import LONGEST_TITLE, Titles

_LONGEST_KEPT = 120  # of a first clause that serves as title, whatever was typed without a single comma
_MONTHS = re.compile(r"([一二三四五六七八九十]{1,2}|\d{1,2})月")
_BEHIND_NAME = re.compile(r"[：:（(工]")
_LONG_TIME = re.compile(r"季度|半年")
_NAMES_YEAR = re.compile(r"20\d\d年")
_PERSONS = re.compile(r"[（(](?:责任|牵头|分管|联系|包联)[一-龥]{0,5}[:：][^（）()]{1,40}[）)]$")
_END_MARKS = "。！？；：，、.．!?;:,* \t\u3000"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an item's body with duties of its own, as a row of a table has them.

    ``words_end`` is where the words end that become tasks; behind them stand the duties, as text. ``due_text`` is what
    stands where a time is asked for, to be read when the year is known.
    """

    span: Span
    words_end: int
    duties: Duties
    due_text: str = ""


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item: ``span`` from its number to its end, ``body`` what is to become tasks (inside ``span``).

    ``pieces`` tile the body where it comes out of a table.
    """

    number: int
    title: str
    span: Span
    title_span: Span
    body: Span
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class PartText:
    """A part and its items; ``title_span`` reaches to the first item, and is None where there is one item only."""

    number: int
    title: str
    items: tuple[ItemText, ...]
    title_span: Span | None = None
    due_text: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """The document cut up: head, parts, tail, and the lines that found no place.

    ``flat`` tells that there are items only, no parts; ``uncertain`` that this is a plan only if its title says so;
    ``numbered`` maps where a deeper heading's number begins to
    where its words begin, ``levels`` tells the level of both; ``gaps`` are places where the numbers don't count on.
    """

    head: Span
    parts: tuple[PartText, ...]
    tail: Span
    left_over: tuple[Span, ...]
    numbered: dict[int, int]
    flat: bool
    gaps: tuple[Gap, ...] = ()
    levels: dict[int, int] = field(default_factory=dict)
    uncertain: bool = False


def read_structure(source: str, enclosures: Enclosures) -> Structure | None:
    """Cut the document up; None if it has no numbered skeleton at all."""
    body = find_body(source)
    if body is None:
        return None
    headings = body.headings
    cutter = Cutter(source, enclosures, body.end, dues=_dues(source, headings))
    flat = _is_flat(headings)
    cutter.learn(headings, flat=flat)
    if flat:
        parts = [PartText(1, "", tuple(cutter.cut_items([each for each in headings if each.level == 0], body.end)))]
    else:
        parts = cutter.cut_parts(headings)
    deepest_item = 0 if flat else 1
    numbered = {each.start: each.text_start for each in headings if each.level > deepest_item}
    return Structure(
        head=Span(0, headings[0].start),
        parts=tuple(parts),
        tail=Span(body.end, len(source)),
        left_over=(*body.left_over, *cutter.left_over),
        numbered=numbered,
        flat=flat,
        gaps=read_gaps(headings),
        levels={at: each.level for each in headings for at in (each.start, each.text_start)},
        uncertain=flat or not any(kind_of(each.sign) in RANK for each in headings),
    )


def _is_flat(headings: Sequence[Heading]) -> bool:
    """Tell whether the top level are items: no sign of parts, and no more than a few of them have a level below."""
    if headings[0].sign in SIGNS_OF_PARTS:
        return False
    tops = sum(1 for each in headings if each.level == 0)
    with_items = sum(1 for a, b in pairwise(headings) if a.level == 0 and b.level == 1)
    return with_items * 2 <= tops and not (tops == 1 and with_items)


def _dues(source: str, headings: Sequence[Heading]) -> dict[int, str]:
    """Return the months and longer times that work is put under; where they go back, the next year has begun."""
    dues = {}
    last, year = 0, ""
    for heading in headings:
        words = _BEHIND_NAME.split(source[heading.start : heading.end], maxsplit=1)[0]
        months = [chinese_number(each) or arabic_number(each) or 0 for each in _MONTHS.findall(words)]
        if heading.sign != PERIOD or not (months or _LONG_TIME.search(words)):
            continue
        if months and months[-1] < last:
            year = "次年"
        last = months[-1] if months else last
        dues[heading.start] = words.rstrip() if _NAMES_YEAR.search(words) else year + words.rstrip()
    return dues


class Cutter:
    """Cuts headings and what stands under them into parts and items; ``left_over`` is what belongs to none."""

    def __init__(
        self,
        source: str,
        enclosures: Enclosures,
        end: int,
        *,
        in_table: bool = False,
        dues: Mapping[int, str] | None = None,
    ) -> None:
        """Begin with a source whose body ends at ``end``.

        Args:
            source: the whole text.
            enclosures: its quotes and brackets.
            end: where its body ends.
            in_table: in a table's row a first sentence is seldom a title.
            dues: where headings begin that name a time, and until when their work is to be done.
        """
        self._in_table = in_table
        self._lists = lists_are_duties(source)
        self._dues = dues or {}
        self._source = source
        self._end = end
        self._titles = Titles(source, enclosures)
        self.left_over: list[Span] = []

    def learn(self, headings: Sequence[Heading], *, flat: bool) -> None:
        """Look at how the paragraphs are built that become items and stand side by side."""
        levels = {0} if flat else {0, 1}
        tops = [each for each in headings if each.level in levels]
        alone: list[tuple[Span, Span]] = []  # parts without items
        groups: list[list[tuple[Span, Span]]] = [alone]
        for heading, following in zip(tops, [*tops[1:], None], strict=True):
            end = following.start if following else self._end
            if heading.level == 0 and not flat:
                groups.append([])
            if following and following.level > heading.level:
                continue
            line = Span(heading.text_start, min(heading.end, end))
            if line.start < line.end:
                (alone if heading.level == 0 else groups[-1]).append((line, Span(heading.text_start, end)))
        self._titles.learn(groups)

    def cut_parts(self, headings: list[Heading]) -> list[PartText]:
        """Cut at the headings of the first level."""
        starts = [index for index, heading in enumerate(headings) if heading.level == 0]
        parts = []
        for index, following in zip(starts, [*starts[1:], len(headings)], strict=True):
            end = headings[following].start if following < len(headings) else self._end
            parts.append(self._cut_part(headings[index], headings[index + 1 : following], end))
        return parts

    def _cut_part(self, heading: Heading, below: list[Heading], end: int) -> PartText:
        item_headings = [each for each in below if each.level == 1]
        if not item_headings:
            item = replace(self.cut_item(heading, end), number=1)
            return PartText(heading.number, item.title, (item,))
        line = Span(heading.text_start, min(heading.end, item_headings[0].start))
        title = self._titles.title_of(line)
        words = self.wording(title)[:_LONGEST_KEPT]
        lead_in = self._trim(Span(title.end, item_headings[0].start))
        if not any(c.isalnum() for c in without_duties(self._source, lead_in)):
            title = Span(title.start, max(title.end, lead_in.end))  # who is responsible, on a line below
        else:
            self.left_over.append(lead_in)
        due = self._dues.get(heading.start, "") or (words if names_period(words) else "")
        return PartText(heading.number, words, tuple(self.cut_items(item_headings, end)), title, due)

    def cut_items(self, headings: list[Heading], end: int) -> list[ItemText]:
        """Cut what stands under each heading; the last reaches to ``end``."""
        ends = [*(heading.start for heading in headings[1:]), end]
        return [self.cut_item(heading, stop) for heading, stop in zip(headings, ends, strict=True)]

    def cut_item(self, heading: Heading, limit: int, *, untitled: bool = False) -> ItemText:
        """Part what stands between a heading's number and ``limit`` into title and body; ``untitled``: all is body."""
        span = self._without_blank_lines(Span(heading.start, limit))
        line = Span(heading.text_start, min(heading.end, span.end))
        title_span = self._titles.title_of(line)
        title = self.wording(title_span)
        body = Span(title_span.end, span.end)
        if not any(c.isalnum() for c in without_duties(self._source, body)):
            body = title_span = Span(line.start, span.end)
        elif untitled or not (heading.sign in NAMES or names_period(title) or self._is_title(title_span, line)):
            body = Span(line.start, span.end)
            title = self.wording(self._titles.first_clause(title_span))
        due = self._dues.get(heading.start, "") or (title if names_period(title) else "")
        pieces = (Piece(body, body.end, Duties(), due),) if due else ()
        return ItemText(heading.number, title[:_LONGEST_KEPT], span, title_span, body, pieces)

    def _is_title(self, title: Span, line: Span) -> bool:
        words = self._source[title.start : title.end]
        if self._in_table:
            return len(words) <= LONGEST_TITLE and "，" not in words and understand(words).role is not Role.DEED
        return self._titles.is_title(title, line)

    def wording(self, span: Span) -> str:
        """Return a title without the duties and the marks at its end."""
        words = (
            without_duties(self._source, span, lists=self._lists).strip(_END_MARKS)
            or self._source[span.start : span.end]
        )
        words = _PERSONS.sub("", words.strip(_END_MARKS).replace("**", ""))
        return words[1:-1] if words[:1] == "【" and words.find("】") == len(words) - 1 else words

    def _without_blank_lines(self, span: Span) -> Span:
        # The blank lines before the next heading belong to nobody.
        words_end = span.start + len(self._source[span.start : span.end].rstrip())
        line_end = self._source.find("\n", words_end, span.end)
        return Span(span.start, span.end if line_end < 0 else line_end)

    def _trim(self, span: Span) -> Span:
        text = self._source[span.start : span.end]
        return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))
