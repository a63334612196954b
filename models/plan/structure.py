"""From numbered lines to parts and items with their titles and bodies; still no tasks.

The top level are the parts and the level below the items; deeper numbers are paragraphs of their item. Documents that
do it otherwise:

- Only one level, numbered 一、 or by chapters: parts; what stands under each is one item that has the part's title.
- Only one level, numbered otherwise: items of a single part without a title.
- A title stands alone on its line, or is the first sentence of the line (``1．加强学习。组织……``), or is parted from
  the rest by a wide blank. A first sentence that is too long to be a title or states a target belongs to the body;
  its first clause names the item.
- An item of one sentence: the sentence is its title and its body, for it is the work.
"""

import re
from dataclasses import dataclass

from models.plan.clauses import Role, understand
from models.plan.duties import Duties
from models.plan.indicators import read_indicators
from models.plan.model import Span
from models.plan.outline import Gap, Heading, Line, read_gaps, read_lines, read_outline
from models.plan.sentences import Enclosures, clauses, sentences, without_duties

_SIGNS_OF_PARTS = ("chapter", "一、")
_LONGEST_TITLE = 45  # characters; the longest titles of items met have 30
_LONGEST_KEPT = 120  # of a first clause that serves as title, whatever was typed without a single comma
_WIDE_BLANK = re.compile(r"\u3000+|[ \t]{2,}")
_END_MARKS = "。！？；：，、.．!?;:, \t\u3000"
# What follows the last item: attachments, who gets a copy, the date and the signature above it.
_TAIL = re.compile(r"附\s*件\s*[:：\d一]|抄\s*送|[（(]此件|主题词")
_DAY_NUMBER = r"([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})"
DATE_LINE = re.compile(
    r"[（(]?\s*([\d０-９]{4}|[〇零○一二三四五六七八九]{4})\s*年"
    rf"\s*{_DAY_NUMBER}\s*月(?:\s*{_DAY_NUMBER}\s*日)?\s*(?:印发)?\s*[）)]?\s*"
)


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
    """A part and its items."""

    number: int
    title: str
    items: tuple[ItemText, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """The document cut up: head, parts, tail, and the lines of the body that found no place.

    ``flat`` tells that there are items only, no parts; ``numbered`` maps where a deeper heading's number begins to
    where its words begin; ``gaps`` are places where the numbers of the outline don't count on.
    """

    head: Span
    parts: tuple[PartText, ...]
    tail: Span
    left_over: tuple[Span, ...]
    numbered: dict[int, int]
    flat: bool
    gaps: tuple[Gap, ...] = ()


def read_structure(source: str, enclosures: Enclosures) -> Structure | None:
    """Cut the document up; None if it has no numbered skeleton at all."""
    headings = read_outline(source)
    if not headings:
        return None
    lines = read_lines(source)
    end = _tail_start(source, lines, headings[-1].line)
    cutter = Cutter(source, enclosures, end)
    flat = headings[0].sign not in _SIGNS_OF_PARTS and not any(heading.level for heading in headings)
    parts = [PartText(1, "", tuple(cutter.cut_items(headings, end)))] if flat else cutter.cut_parts(headings)
    numbered = {heading.start: heading.text_start for heading in headings if heading.level > 1}
    head = Span(0, headings[0].start)
    tail = Span(end, len(source))
    return Structure(head, tuple(parts), tail, tuple(cutter.left_over), numbered, flat, read_gaps(headings))


class Cutter:
    """Cuts headings and what stands under them into parts and items; ``left_over`` is what belongs to none."""

    def __init__(self, source: str, enclosures: Enclosures, end: int, *, in_table: bool = False) -> None:
        """Begin with a source whose body ends at ``end``; in a table's row a first sentence is seldom a title."""
        self._in_table = in_table
        self._source = source
        self._enclosures = enclosures
        self._end = end
        self.left_over: list[Span] = []

    def cut_parts(self, headings: list[Heading]) -> list[PartText]:
        """Cut at the headings of the first level."""
        starts = [index for index, heading in enumerate(headings) if heading.level == 0]
        parts = []
        for index, following in zip(starts, [*starts[1:], len(headings)], strict=True):
            end = headings[following].start if following < len(headings) else self._end
            parts.append(self._cut_part(headings[index], headings[index + 1 : following], end))
        return parts

    def _cut_part(self, heading: Heading, below: list[Heading], end: int) -> PartText:
        as_item = self.cut_item(heading, end)
        item_headings = [each for each in below if each.level == 1]
        if not item_headings:
            items = [as_item] if as_item.body != as_item.title_span else []
            return PartText(heading.number, as_item.title, tuple(_renumber(items)))
        has_title = as_item.body.start > as_item.title_span.start
        lead_in_start = as_item.title_span.end if has_title else as_item.body.start
        lead_in = self._trim(Span(lead_in_start, item_headings[0].start))
        if any(c.isalnum() for c in self._source[lead_in.start : lead_in.end]):
            self.left_over.append(lead_in)
        return PartText(heading.number, as_item.title, tuple(self.cut_items(item_headings, end)))

    def cut_items(self, headings: list[Heading], end: int) -> list[ItemText]:
        """Cut what stands under each heading; the last reaches to ``end``."""
        ends = [*(heading.start for heading in headings[1:]), end]
        return [self.cut_item(heading, stop) for heading, stop in zip(headings, ends, strict=True)]

    def cut_item(self, heading: Heading, limit: int, *, untitled: bool = False) -> ItemText:
        """Part what stands between a heading's number and ``limit`` into title and body; ``untitled``: all is body."""
        span = self._without_blank_lines(Span(heading.start, limit))
        line = Span(heading.text_start, min(heading.end, span.end))
        title_span = self._title_span(line)
        title = self.wording(title_span)
        body = Span(title_span.end, span.end)
        if not any(c.isalnum() for c in without_duties(self._source, body)):
            body = title_span = Span(line.start, span.end)
        elif title_span.end - title_span.start > _LONGEST_TITLE or untitled or self._is_work(title_span, line):
            body = Span(line.start, span.end)
            title = self.wording(clauses(self._source, self._enclosures, title_span)[0])
        return ItemText(heading.number, title[:_LONGEST_KEPT], span, title_span, body)

    def _is_work(self, title: Span, line: Span) -> bool:
        """Tell whether a first sentence on the line of the body is work itself: it states a target."""
        words = self._source[title.start : title.end]
        if self._in_table and ("，" in words or understand(words).role is Role.DEED):
            return True
        has_line = title.end >= line.end and not self._in_table
        return not has_line and bool(read_indicators(self._source, self._enclosures, title))

    def wording(self, span: Span) -> str:
        """Return a title without the duties and the marks at its end."""
        return without_duties(self._source, span).strip(_END_MARKS) or self._source[span.start : span.end].strip(
            _END_MARKS
        )

    def _title_span(self, line: Span) -> Span:
        first = sentences(self._source, self._enclosures, line)[0]
        blank = _WIDE_BLANK.search(self._source, first.start + 2, min(first.end, first.start + _LONGEST_TITLE))
        return Span(first.start, blank.end()) if blank and blank.end() < line.end else first

    def _without_blank_lines(self, span: Span) -> Span:
        # The blank lines before the next heading belong to nobody.
        words_end = span.start + len(self._source[span.start : span.end].rstrip())
        line_end = self._source.find("\n", words_end, span.end)
        return Span(span.start, span.end if line_end < 0 else line_end)

    def _trim(self, span: Span) -> Span:
        text = self._source[span.start : span.end]
        return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))


def _renumber(items: list[ItemText]) -> list[ItemText]:
    return [ItemText(1, item.title, item.span, item.title_span, item.body) for item in items]


def _tail_start(source: str, lines: list[Line], last_heading: int) -> int:
    previous = None
    for line in lines[last_heading + 1 :]:
        if line.start == line.end:
            continue
        text = source[line.start : line.end]
        if _TAIL.match(text):
            return line.start
        if DATE_LINE.fullmatch(text):
            return previous.start if previous and is_signature(source[previous.start : previous.end]) else line.start
        previous = line
    return len(source)


def is_signature(text: str) -> bool:
    """Tell whether a line can be the name of an office: short, and without any mark but brackets."""
    return 2 <= len(text.strip()) <= 40 and not re.search(r"[。，；：、！？,.;:!?\d]", text)
