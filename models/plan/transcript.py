"""The rows of a breakdown table written as a text that can be read like a document, with its skeleton.

Titles above the table, a line for each part and item, each row's task with its duties in a bracket behind it: so a
person sees beside the tasks what they were read from. The skeleton is noted while writing, and not looked for again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.plan.duties import Duties
from models.plan.model import Span
from models.plan.numerals import arabic_number, chinese_number
from models.plan.outline import Heading, number_at_start, read_lines
from models.plan.sentences import Enclosures
from models.plan.structure import Cutter, ItemText, PartText, Piece, Structure


@dataclass(slots=True)
class Row:
    """One row of the table, understood: a task, or a ``heading`` that is a part, or a ``foot`` that is none of both.

    ``item_origin`` is where its item's cell began; ``duties_text`` is what its duties are written as, ``due_text`` what
    stands where a time is asked for. ``prefix`` is the name of the sheet, which the title of its part begins with. A
    foot that is ``quiet`` needs nobody's attention. ``bare_target`` is a number at the end of the text without a unit.
    """

    number: str
    part: str
    item: str
    item_origin: tuple[int, int]
    text: str
    duties: Duties
    duties_text: str
    due_text: str
    heading: str = ""  # of a row that is a part
    foot: str = ""
    quiet: bool = False
    prefix: str = ""
    bare_target: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item as written: ``titled`` tells that its title has a line of its own, ``untitled`` that it has none."""

    heading: Heading
    end: int
    pieces: tuple[Piece, ...]
    titled: bool
    untitled: bool


@dataclass(slots=True)
class _Part:
    number: int
    title: str
    span: Span
    items: list[_Item] = field(default_factory=list)


@dataclass(slots=True)
class _Writer:
    """The source so far, and the skeleton in it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> Span:
        """Append a text and return where it stands."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return Span(start, self.length)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A table as a text: its skeleton, where quiet notes stand, and where targets stand that have no unit."""

    source: str
    structure: Structure
    notes: tuple[Span, ...]
    bare_targets: tuple[Span, ...]


def compose(head: Sequence[str], rows: Sequence[Row], behind: Sequence[str]) -> Transcript:
    """Write head, rows and what stands behind them."""
    return _Composer().compose(head, rows, behind)


class _Composer:
    """Writes the source and notes the skeleton as it goes."""

    def __init__(self) -> None:
        self._out = _Writer()
        self._parts: list[_Part] = []
        self._numbered: dict[int, int] = {}
        self._notes: dict[Span, bool] = {}
        self._bare_targets: list[Span] = []

    def compose(self, head: Sequence[str], rows: Sequence[Row], behind: Sequence[str]) -> Transcript:
        for line in head:
            self._out.write(f"{line}\n")
        head_span = Span(0, self._out.length)
        self._write_rows(rows)
        tail_start = self._out.length
        for line in behind:
            self._out.write(f"{line}\n")
        source = "".join(self._out.pieces)
        cutter = Cutter(source, Enclosures(source), tail_start, in_table=True)
        structure = Structure(
            head=head_span,
            parts=tuple(
                PartText(part.number, part.title, tuple(_cut(cutter, item) for item in part.items))
                for part in self._parts
                if part.items
            ),
            tail=Span(tail_start, len(source)),
            left_over=(
                *(part.span for part in self._parts if not part.items),
                *(span for span, quiet in self._notes.items() if not quiet),
            ),
            numbered=self._numbered,
            flat=False,
        )
        quiet_notes = tuple(span for span, quiet in self._notes.items() if quiet)
        return Transcript(source, structure, quiet_notes, tuple(self._bare_targets))

    def _write_rows(self, rows: Sequence[Row]) -> None:
        part_text = ""
        numbers_are_items = _numbers_are_items(rows)
        index = 0
        while index < len(rows):
            row = rows[index]
            if row.foot:
                self._notes[self._out.write(row.foot)] = row.quiet
                self._out.write("\n")
                index += 1
                continue
            if row.heading:
                self._begin_part(row.heading, row.prefix)
                index += 1
                continue
            if row.part and row.prefix + row.part != part_text:
                part_text = row.prefix + row.part
                self._begin_part(" ".join(row.part.split()), row.prefix)
            end = index + 1
            while row.item and end < len(rows) and _same_item(row, rows[end], rows[end - 1]):
                end += 1
            self._write_item(rows[index:end], number=_number(row.number) if numbers_are_items else 0)
            index = end

    def _begin_part(self, words: str, prefix: str = "") -> None:
        sign = number_at_start(words)
        number = sign[0] if sign else len(self._parts) + 1
        title = words[sign[1] :].strip(" 。：:") if sign else words
        if prefix:  # each sheet of a book counts its parts anew
            number, title = len(self._parts) + 1, f"{prefix}：{title}"
        span = self._out.write(f"{prefix}：{words}" if prefix else words)
        self._out.write("\n")
        self._parts.append(_Part(number, title, span))

    def _write_item(self, rows: Sequence[Row], *, number: int) -> None:
        if not self._parts:
            self._parts.append(_Part(1, "", Span(0, 0)))
        items = self._parts[-1].items
        told = [row for row in rows if row.text]
        title = rows[0].item if told else ""
        if not told:  # there is an item and nothing beside it: it is the task
            told = [replace(rows[0], text=rows[0].item)]
        own = title or told[0].text
        sign = number_at_start(own)
        is_list = not title and _is_list(own)
        number = number or (sign[0] if sign and not is_list else 0)
        number = number or max((item.heading.number for item in items), default=0) + 1
        skipped = sign[1] if sign else 0
        start = self._out.write(f"{number}．").start
        begin = self._out.length
        if title:
            self._out.write(f"{' '.join(own[skipped:].split())}\n")
            pieces = tuple(self._write_piece(row.text, row) for row in told)
            heading = Heading(1, "1．", number, 0, start, begin, pieces[0].span.start - 1)
        else:
            words = own if is_list else own[skipped:]
            pieces = (self._write_piece(words, told[0]),)
            line_end = words.strip().find("\n")
            text_start = self._numbered.get(begin, begin)
            end = begin + line_end if line_end >= 0 else pieces[0].words_end
            heading = Heading(1, "1．", number, 0, start, text_start, max(text_start, end))
        items.append(_Item(heading, self._out.length, pieces, titled=bool(title), untitled=is_list))

    def _write_piece(self, text: str, row: Row) -> Piece:
        """Write a row's words and its duties behind them; the numbers of its own lines are no words."""
        span = self._out.write("\n".join(line.strip() for line in text.split("\n") if line.strip()))
        written = self._out.pieces[-1]
        if row.bare_target:
            self._bare_targets.append(Span(span.end - len(row.bare_target), span.end))
        for line in read_lines(written):
            sign = number_at_start(written[line.start : line.end])
            if sign:
                self._numbered[span.start + line.start] = span.start + line.start + sign[1]
        end = self._out.write(f"{row.duties_text}\n")
        return Piece(Span(span.start, end.end), span.end, row.duties, row.due_text)


def _cut(cutter: Cutter, item: _Item) -> ItemText:
    """Return an item with its title and its body, which the pieces tile."""
    heading, pieces = item.heading, item.pieces
    if item.titled:
        title = Span(heading.text_start, heading.end)
        body = Span(pieces[0].span.start, item.end)
        return ItemText(heading.number, cutter.wording(title), Span(heading.start, item.end), title, body, pieces)
    cut = cutter.cut_item(heading, pieces[0].words_end, untitled=item.untitled)
    body = Span(cut.body.start, item.end)
    piece = replace(pieces[0], span=body)
    return ItemText(heading.number, cut.title, Span(heading.start, item.end), cut.title_span, body, (piece,))


def _is_list(text: str) -> bool:
    """Tell whether the lines of a cell are numbered by themselves: then the first one is no title."""
    numbers = [sign[0] for line in text.split("\n") if (sign := number_at_start(line.strip()))]
    return len(numbers) > 1 and numbers[:2] == [1, 2]


def _same_item(first: Row, row: Row, before: Row) -> bool:
    if row.heading or row.foot or row.prefix != before.prefix or (row.part and row.part != before.part):
        return False
    return not row.item or row.item_origin == first.item_origin or row.item == first.item


def _numbers_are_items(rows: Sequence[Row]) -> bool:
    """Tell whether the numbers count the items: rows of one item then have the same number, or none."""
    return not any(
        row.item and row.item_origin == before.item_origin and row.number and row.number != before.number
        for before, row in pairwise(rows)
    )


def _number(text: str) -> int:
    words = text.strip(" .．、()（）")
    number = arabic_number(words) or chinese_number(words) or 0
    return number if number < 1000 else 0
