"""A breakdown table (分解表) as a plan's text and skeleton: which tables of a file are its tasks, and in which order.

``table_rows`` understands the rows, ``transcript`` writes them as a text. The rules here:

1. In a text, all tables with a header of their own are read; one without that is as wide goes on from the one before.
   What stands between two tables begins a part, and so does a numbered heading right above the first.
2. In a book, all sheets with such a header are read. A sheet without parts of its own is one, named as the sheet is;
   where it has parts, their titles begin with its name.
3. A sheet that names an earlier year than the others, or calls itself a pattern or last year's, is left aside; so is
   one whose tasks stand on the sheets before it already (a list of all beside one for each office).
4. Rows of two columns of content: with a column of items beside that of tasks, rows with the same item belong together,
   and each row is a stretch of its body. With one column of content each row is an item: number, title and body as in a
   document.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.plan.columns import Header, find_header
from models.plan.documents.blocks import Aside, Document, Table, Why
from models.plan.outline import begins_with_number
from models.plan.table_rows import heading, note, read_rows
from models.plan.transcript import Row, Transcript, compose

_OTHER_YEAR = re.compile(r"去年|上年|上一年|往年|旧[版表]|作废|示例|样[表例]|模板|范例|填[写报表]说明")
_YEAR = re.compile(r"(20\d\d)年?")
_GENERIC = re.compile(
    r"(?:sheet|table|工作表|表|附表|附件)?\s*[\d一二三四五六七八九十]*|.{0,8}(?:任务)?分解表|汇总表?|总表",
    re.IGNORECASE,
)
_PART_HEADING = re.compile(r"(?:第.{1,3}(?:部分|章|篇)|[一二三四五六七八九十]{1,3}、)")
_FEWEST_CELLS = 3  # of a header that stands on one line of text
_LONGEST_COVER = 12  # lines of a sheet before the tasks that is read as what stands above a table
_FAR = 1_000_000  # rows between the tables
_MOSTLY = 0.8  # of a sheet's tasks that stand on others


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What was made of the tables.

    ``tasks`` are the rows that are some; ``text_around`` is the rest of the file, ``lines`` are those of the tables;
    ``asides`` is what was not read.
    """

    text: Transcript
    tasks: tuple[Row, ...]
    text_around: str
    lines: tuple[str, ...]
    asides: tuple[Aside, ...]


def read_breakdown(document: Document) -> Breakdown | None:
    """Return the breakdown that a file holds; None if there is none."""
    if document.separate:
        return _of_sheets([block for block in document.blocks if isinstance(block, Table)])
    return _of_tables(document.blocks)


def tables_as_text(document: Document) -> Iterator[Aside]:
    """Tell of a page's table that has no lines around its cells: its header is known, its columns are not."""
    for line in document.blocks if document.hard_breaks else ():
        cells = line.split() if isinstance(line, str) else []
        if len(cells) >= _FEWEST_CELLS and find_header(Table.of([cells, ["…"] * len(cells)])):
            yield Aside(Why.TEXT_TABLE, " ".join(cells))
            return


def _of_tables(blocks: Sequence[str | Table]) -> Breakdown | None:
    """Read the tables of one text."""
    head: list[str] = []
    behind: list[str] = []
    around: list[str] = []
    said: list[str] = []
    rows: list[Row] = []
    header: Header | None = None
    width = tables = 0
    for block in blocks:
        own = find_header(block) if isinstance(block, Table) else None
        continues = header and isinstance(block, Table) and len(block.rows[0]) == width
        if isinstance(block, str) or not (own or continues):
            lines = [block] if isinstance(block, str) else block.lines()
            (behind if header else head).extend(lines)
            around += lines
            continue
        if own:
            if header is None:
                head += _above(block, own)
                rows += _part_before(head)
            rows += _between(behind, block, own) if tables else []
            behind = [] if tables else behind
            around += _above(block, own)
            width = len(block.rows[0])
        # Without a header of its own it goes on behind a page break.
        header = own or (replace(header, row=0, first_row=0) if header else None)
        tables += 1
        if header:
            rows += _apart(read_rows(block, header), tables)
        said += block.lines()[header.row if header else 0 :]
    return _composed(head, rows, behind, around=around, lines=said) if header else None


def _part_before(head: list[str]) -> list[Row]:
    """Take the heading of a part that stands right above the first table out of the lines before it."""
    at = next((at for at in reversed(range(len(head))) if head[at].strip()), -1)
    if at < 0 or not _PART_HEADING.match(head[at].strip()):
        return []
    words = head[at].strip()
    del head[at:]
    return [heading(words)]


def _apart(rows: Iterable[Row], number: int) -> Iterator[Row]:
    """Run through the rows of one of several tables, whose cells have places that no other table's have."""
    return (replace(row, item_origin=(row.item_origin[0] + number * _FAR, row.item_origin[1])) for row in rows)


def _between(lines: Iterable[str], table: Table, header: Header) -> list[Row]:
    """Return what stands between two tables of one document as parts."""
    return [heading(line.strip()) for line in (*lines, *_above(table, header)) if line.strip()]


def _above(table: Table, header: Header) -> list[str]:
    return Table(table.rows[: header.row], table.fills_down).lines() if header.row else []


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    titles: list[str]
    rows: list[Row]
    lines: tuple[str, ...]

    @property
    def tasks(self) -> set[tuple[str, tuple[str, ...]]]:
        """What is to be done and who leads, to see whether it stands on another sheet too."""
        return {("".join((row.text or row.item).split()), row.duties.lead) for row in self.rows if row.text or row.item}

    @property
    def year(self) -> int:
        """The year that it says it is for; 0 if it says none."""
        return max((int(year) for line in (self.name, *self.titles) for year in _YEAR.findall(line)), default=0)


def _of_sheets(tables: Sequence[Table]) -> Breakdown | None:
    """Read the sheets of a book."""
    cover: list[str] = []
    sheets: list[_Sheet] = []
    asides: list[Aside] = []
    for table in tables:
        header = find_header(table)
        lines = tuple(line for line in table.lines() if line.strip())
        rows = list(read_rows(table, header)) if header else []
        if header and any(row.text or row.item for row in rows):
            sheets.append(_Sheet(table.name, _above(table, header), rows, lines))
        elif not sheets and _is_cover(table.name, lines):
            cover += lines
        else:
            asides.append(Aside(Why.OTHER_SHEET, table.name, lines, table.name))
    wanted, left = _chosen(sheets)
    if not wanted:
        return None
    head = [*cover, *wanted[0].titles]
    rows = wanted[0].rows
    if len(wanted) > 1:
        rows = [row for at, sheet in enumerate(wanted) for row in _apart(_as_part(sheet, titles=at > 0), at)]
    said = [line for sheet in wanted for line in sheet.lines]
    return _composed(head, rows, [], around=head, lines=said, asides=(*left, *asides))


def _is_cover(name: str, lines: Sequence[str]) -> bool:
    """Tell whether a sheet before the tasks is what stands above a table elsewhere: the title, who issued it."""
    explains = any("说明" in text for text in (name, *lines))
    return len(lines) <= _LONGEST_COVER and not explains and not any(map(begins_with_number, lines))


def _chosen(sheets: Sequence[_Sheet]) -> tuple[list[_Sheet], list[Aside]]:
    """Part the sheets into those that are read and those that are left aside (rule 3)."""
    wanted: list[_Sheet] = []
    left: list[Aside] = []
    newest = max((sheet.year for sheet in sheets), default=0)
    current = [sheet for sheet in sheets if not _OTHER_YEAR.search(sheet.name)] or sheets
    known: dict[str, set[tuple[str, ...]]] = {}
    for sheet in sheets:
        if sheet not in current or 0 < sheet.year < newest:
            left.append(Aside(Why.OTHER_YEAR, sheet.name, sheet.lines, sheet.name))
        elif sum(1 for text, lead in sheet.tasks if _is_known(text, lead, known)) >= _MOSTLY * len(sheet.tasks):
            left.append(Aside(Why.REPEATED, sheet.name, sheet.lines, sheet.name))
        else:
            wanted.append(sheet)
            for text, lead in sheet.tasks:
                known.setdefault(text, set()).add(lead)
    return wanted, left


def _is_known(text: str, lead: tuple[str, ...], known: Mapping[str, set[tuple[str, ...]]]) -> bool:
    """Tell whether a task was read already; the list of one office need not say who leads."""
    return text in known and (not lead or lead in known[text] or () in known[text])


def _as_part(sheet: _Sheet, *, titles: bool) -> Iterator[Row]:
    """Run through a sheet's rows as a part of the book; its titles, which say the book's again, are notes."""
    if titles:
        yield from (note(line.strip(), quiet=True) for line in sheet.titles if line.strip())
    name = sheet.name.strip()
    if _GENERIC.fullmatch(name):
        name = next((line.strip() for line in reversed(sheet.titles) if line.strip()), name) if titles else name
    has_parts = any(row.heading or row.part for row in sheet.rows)
    last = max(index for index, row in enumerate(sheet.rows) if row.text or row.item)
    if not has_parts:
        yield heading(name)
    for index, row in enumerate(sheet.rows):
        if row.heading and index > last:
            yield note(row.heading)
        elif has_parts and (row.heading or row.part):
            yield replace(row, prefix=name)
        else:
            yield row


def _composed(
    head: Sequence[str],
    rows: Sequence[Row],
    behind: Sequence[str],
    *,
    around: Sequence[str],
    lines: Sequence[str],
    asides: Sequence[Aside] = (),
) -> Breakdown | None:
    if not any(row.text or row.item for row in rows):
        return None
    last = max(index for index, row in enumerate(rows) if row.text or row.item) + 1
    behind = [*(row.heading or row.foot for row in rows[last:]), *behind]
    rows = rows[:last]
    text = compose(head, rows, behind)
    return Breakdown(text, tuple(row for row in rows if row.text), "\n".join(around), tuple(lines), tuple(asides))
