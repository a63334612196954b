"""A breakdown table (分解表) as a plan's text and skeleton: rows become items and tasks, their duties stay with them.

The source that is made of it can be read like a document: titles above the table, a line for each part and item, and
each row's task followed by its duties in a bracket. Its skeleton is known from the table, so it is not looked for
again. The rules:

1. A row that is one merged cell, or has words in its first column only, is a part.
2. With a column of items beside that of tasks, rows with the same item belong together, and each row is a stretch of
   its body. With one column of content each row is an item: number, title and body as in a document.
3. Merged cells count for all rows they cover. Of cells copied out of a sheet only the first is filled: in a row that
   continues an item a blank cell of who leads was merged, those of who supports with it; a blank deadline was only if
   no such row has one.
4. Rows that say the header again are left out; what stands behind the table is the document's tail.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.plan.columns import Header, Role, find_header
from models.plan.documents.blocks import Cell, Document, Table
from models.plan.duties import Duties, read_duties, unit_names
from models.plan.model import Span
from models.plan.numerals import arabic_number, chinese_number
from models.plan.outline import Heading, number_at_start, read_lines
from models.plan.sentences import Enclosures
from models.plan.structure import Cutter, ItemText, PartText, Piece, Structure

_FOOT = re.compile(
    r"\s*(?:备注|注|说明|填表|制表|审核|填报|联系|合计|总计)[\u4e00-\u9fff]{0,4}\s*[:：]|\s*(?:合计|总计)\s*"
)
_LABELS = (
    (Role.PERSON, "分管领导"),
    (Role.LEAD, "牵头单位"),
    (Role.RESPONSIBLE, "责任单位"),
    (Role.SUPPORT, "配合单位"),
    (Role.DUE, "完成时限"),
    (Role.REMARK, "备注"),
)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What was made of the table.

    ``rows`` is how many it has; ``text_around`` the lines before and behind it; ``tables_left`` the first lines of
    tables of the same kind that were not read.
    """

    source: str
    structure: Structure
    rows: int
    text_around: str
    tables_left: tuple[str, ...]


@dataclass(slots=True)
class _Row:
    """One row of the table, understood."""

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


def read_breakdown(document: Document) -> Breakdown | None:
    """Return the breakdown that a file holds; None if there is none."""
    head: list[str] = []
    behind: list[str] = []
    rows: list[_Row] = []
    left: list[str] = []
    header: Header | None = None
    width = 0
    for block in document.blocks:
        own = find_header(block) if isinstance(block, Table) else None
        if isinstance(block, str):
            (behind if header else head).append(block)
        elif own and (header is None or (own.columns == header.columns and not document.separate)):
            head += _plain_rows(block, 0, own.row) if header is None else []
            rows += _between(behind, block, own) if rows else []
            behind = [] if rows else behind
            header, width = own, len(block.rows[0])
            rows += _read_rows(block, own)
        elif own or document.separate:
            left += block.lines()[:1] if own else []
        elif header and len(block.rows[0]) == width:  # the table goes on behind a page break, without its header
            rows += _read_rows(block, Header(0, 0, header.columns))
        else:
            (behind if header else head).extend(block.lines())
    if header is None or not any(row.text for row in rows):
        return None
    around = "\n".join((*head, *behind))
    source, structure = _Composer().compose(head, rows, behind)
    return Breakdown(source, structure, sum(1 for row in rows if row.text), around, tuple(left))


def _between(lines: list[str], table: Table, header: Header) -> list[_Row]:
    """Return what stands between two tables of one document as parts."""
    titles = [*lines, *_plain_rows(table, 0, header.row)]
    return [_Row("", "", "", (0, 0), "", Duties(), "", "", heading=line.strip()) for line in titles if line.strip()]


def _plain_rows(table: Table, start: int, end: int) -> list[str]:
    return Table(table.rows[start:end], table.fills_down).lines() if end > start else []


def _read_rows(table: Table, header: Header) -> Iterator[_Row]:
    above: Sequence[Cell] | None = None
    fills_due = _fills_due(table, header)
    said = [cell.text for cell in table.rows[header.first_row - 1]] if header.first_row else []
    for index in range(header.first_row, len(table.rows)):
        cells = table.rows[index]
        if not any(cell.text for cell in cells) or [cell.text for cell in cells] == said:
            continue
        row = _read_row(cells, header, above if table.fills_down else None, fills_due=fills_due)
        if row.text or row.heading or row.foot:
            yield row
        if not row.heading:
            above = _filled_up(cells, above, header) if table.fills_down else cells


def _filled_up(cells: tuple[Cell, ...], above: Sequence[Cell] | None, header: Header) -> Sequence[Cell]:
    """Return a row as the next one sees it: what was merged from above goes on, unless a new item began."""
    number = header.columns.get(Role.NUMBER, [0])[0]
    if above is None or cells[number].text:
        return cells
    return [cell if cell.text else upper for cell, upper in zip(cells, above, strict=True)]


def _fills_due(table: Table, header: Header) -> bool:
    """Tell whether only the first rows of items have a deadline."""
    columns = [header.columns.get(role, [0])[0] for role in (Role.NUMBER, Role.DUE)]
    rows = [[row[column].text for column in columns] for row in table.rows[header.first_row :]]
    return not any(due for number, due in rows if not number)


def _read_row(cells: tuple[Cell, ...], header: Header, above: Sequence[Cell] | None, *, fills_due: bool) -> _Row:
    filled = {cell.origin: column for column, cell in reversed(list(enumerate(cells))) if cell.text}
    task = header.columns[Role.TASK][0]
    first = min(filled.values())
    whole = cells[first].text
    if len(filled) == 1 and (_FOOT.match(whole) or first != task or cells[first].origin == cells[-1].origin):
        if _FOOT.match(whole):
            return _Row("", "", "", (0, 0), "", Duties(), "", "", foot=whole)
        if number_at_start(whole) or first == 0 or len({cell.origin for cell in cells}) == 1:
            return _Row("", "", "", (0, 0), "", Duties(), "", "", heading=" ".join(whole.split()))

    def text_of(role: Role) -> str:
        return "\n".join(cells[column].text for column in header.columns.get(role, []) if cells[column].text)

    continues = above is not None and not text_of(Role.NUMBER) and not text_of(Role.ITEM)
    values = {role: text_of(role) for role, _ in _LABELS}
    if above is not None and continues and header.has(Role.NUMBER):
        for role in _merged_roles(values, fills_due=fills_due):
            values[role] = "\n".join(above[column].text for column in header.columns.get(role, []))
    item = header.columns.get(Role.ITEM, [None])[0]
    target = text_of(Role.TARGET)
    text = text_of(Role.TASK)
    if target and target not in text and text:
        text = f"{text.rstrip('。；;，, ')}，{target}"
    return _Row(
        number=text_of(Role.NUMBER),
        part=text_of(Role.PART),
        item=cells[item].text if item is not None else "",
        item_origin=cells[item].origin if item is not None else (0, 0),
        text=text or target,
        duties=_duties_of(values),
        duties_text=_written(values),
        due_text=values[Role.DUE],
    )


def _merged_roles(values: dict[Role, str], *, fills_due: bool) -> Iterator[Role]:
    """Run through the columns whose blank cell belongs to the merged one above (rule 3)."""
    leads = values[Role.LEAD] or values[Role.RESPONSIBLE]
    if not leads:
        yield from (role for role in (Role.PERSON, Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT) if not values[role])
    if fills_due and not values[Role.DUE]:
        yield Role.DUE


def _duties_of(values: dict[Role, str]) -> Duties:
    """Return a row's duties; a cell may say more than its column: 牵头单位：甲科；配合单位：乙科."""
    told = read_duties(values[Role.RESPONSIBLE] or values[Role.LEAD], 0)
    lead = list(told.lead) if told else unit_names(values[Role.LEAD])
    responsible = [] if told else unit_names(values[Role.RESPONSIBLE])
    support = [*told.support, *unit_names(values[Role.SUPPORT])]
    if not lead:
        lead, responsible = responsible[:1], responsible[1:]
    units = dict.fromkeys((*responsible, *support))
    return Duties(tuple(dict.fromkeys(lead)), tuple(unit for unit in units if unit not in lead))


def _written(values: dict[Role, str]) -> str:
    stated = [
        f"{label}：{'、'.join(value.split()) if role is not Role.REMARK else ' '.join(value.split())}"
        for role, label in _LABELS
        if (value := values[role])
    ]
    return f"（{'；'.join(stated)}）" if stated else ""


class _Composer:
    """Writes the source and notes the skeleton as it goes."""

    def __init__(self) -> None:
        self._out = _Writer()
        self._parts: list[tuple[int, str, list[tuple[Heading, int, tuple[Piece, ...], bool]]]] = []
        self._left_over: list[Span] = []
        self._numbered: dict[int, int] = {}

    def compose(self, head: list[str], rows: list[_Row], behind: list[str]) -> tuple[str, Structure]:
        for line in head:
            self._out.write(f"{line}\n")
        head_span = Span(0, self._out.length)
        feet = [row.foot for row in rows if row.foot]
        self._write_rows([row for row in rows if not row.foot])
        tail_start = self._out.length
        for line in (*feet, *behind):
            self._out.write(f"{line}\n")
        source = "".join(self._out.pieces)
        cutter = Cutter(source, Enclosures(source), tail_start, in_table=True)
        parts = [
            PartText(number, title, tuple(_cut(cutter, *item) for item in items))
            for number, title, items in self._parts
        ]
        structure = Structure(
            head_span, tuple(p for p in parts if p.items), Span(tail_start, len(source)), tuple(self._left_over),
            self._numbered, flat=False,
        )  # fmt: skip
        return source, structure

    def _write_rows(self, rows: list[_Row]) -> None:
        part_text = ""
        numbers_are_items = _numbers_are_items(rows)
        index = 0
        while index < len(rows):
            row = rows[index]
            if row.heading:
                self._begin_part(row.heading)
                index += 1
                continue
            if row.part and row.part != part_text:
                part_text = row.part
                self._begin_part(" ".join(row.part.split()))
            end = index + 1
            while row.item and end < len(rows) and _same_item(rows[index], rows[end], rows[end - 1]):
                end += 1
            self._write_item(rows[index:end], numbers_are_items=numbers_are_items)
            index = end

    def _begin_part(self, words: str) -> None:
        sign = number_at_start(words)
        number = sign[0] if sign else len(self._parts) + 1
        title = words[sign[1] :].strip(" 。：:") if sign else words
        self._parts.append((number, title, []))
        self._out.write(f"{words}\n")

    def _write_item(self, rows: list[_Row], *, numbers_are_items: bool) -> None:
        if not self._parts:
            self._parts.append((1, "", []))
        items = self._parts[-1][2]
        number = _number(rows[0].number) if numbers_are_items else 0
        own = rows[0].item or rows[0].text
        sign = number_at_start(own)
        number = number or (sign[0] if sign else 0) or self._next_number()
        own = own[sign[1] :] if sign else own
        start = self._out.length
        self._out.write(f"{number}．")
        text_start = self._out.length
        if rows[0].item:
            self._out.write(f"{' '.join(own.split())}\n")
            title_end = self._out.length - 1
            pieces = tuple(self._write_piece(row.text, row) for row in rows)
            title_is_line = True
        else:
            first = own.find("\n")
            pieces = (self._write_piece(own, rows[0]),)
            title_end = text_start + first if first >= 0 else pieces[0].words_end
            title_is_line = False
        heading = Heading(1, "1．", number, 0, start, text_start, title_end)
        items.append((heading, self._out.length, pieces, title_is_line))

    def _write_piece(self, text: str, row: _Row) -> Piece:
        """Write a row's words and its duties behind them; the numbers of its own lines are no words."""
        span = self._out.write("\n".join(line.strip() for line in text.split("\n") if line.strip()))
        written = self._out.pieces[-1]
        for line in read_lines(written):
            sign = number_at_start(written[line.start : line.end])
            if sign:
                self._numbered[span.start + line.start] = span.start + line.start + sign[1]
        end = self._out.write(f"{row.duties_text}\n")
        return Piece(Span(span.start, end.end), span.end, row.duties, row.due_text)

    def _next_number(self) -> int:
        numbers = [heading.number for _, _, items in self._parts[-1:] for heading, *_ in items]
        return max(numbers, default=0) + 1


def _cut(cutter: Cutter, heading: Heading, end: int, pieces: tuple[Piece, ...], title_is_line: bool) -> ItemText:
    item = cutter.cut_item(heading, pieces[-1].words_end if not title_is_line else end)
    span = Span(item.span.start, end)
    start = pieces[0].span.start if title_is_line else item.body.start
    first = pieces[0]
    whole = (replace(first, span=Span(start, first.span.end)), *pieces[1:])
    if title_is_line:
        title = Span(heading.text_start, heading.end)
        return ItemText(heading.number, item.title, span, title, Span(start, end), whole)
    return ItemText(heading.number, item.title, span, item.title_span, Span(start, end), whole)


def _same_item(first: _Row, row: _Row, before: _Row) -> bool:
    if row.heading or (row.part and row.part != before.part):
        return False
    return not row.item or row.item_origin == first.item_origin or row.item == first.item


def _numbers_are_items(rows: list[_Row]) -> bool:
    """Tell whether the numbers count the items: rows of one item then have the same number, or none."""
    for before, row in pairwise(rows):
        same = row.item and row.item_origin == before.item_origin
        if same and row.number and row.number != before.number:
            return False
    return True


def _number(text: str) -> int:
    words = text.strip(" .．、()（）")
    number = arabic_number(words) or chinese_number(words) or 0
    return number if number < 1000 else 0
