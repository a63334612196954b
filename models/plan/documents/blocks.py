"""What every reader makes of a file: lines of text and tables, in their order.

>>> table = Table.of([["序号", "工作任务"], ["1", "开展检查"]])
>>> table.rows[1][1].text, table.lines()
('开展检查', ['序号\\t工作任务', '1\\t开展检查'])
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why something that the file holds is no line and no table of it; beside each what ``Aside.place`` says."""

    HIDDEN_SHEET = "hidden_sheet"  # the name of the sheet
    HIDDEN_ROWS = "hidden_rows"  # the numbers of the rows: 5—7
    HIDDEN_COLUMNS = "hidden_columns"  # the letters of the columns: C—D
    UNCOMPUTED = "uncomputed"  # the cells: B3、C5; formulas whose results no program has written
    OTHER_SHEET = "other_sheet"  # the name of the sheet: it has no header of a table of tasks
    OTHER_YEAR = "other_year"  # the name of the sheet: it is last year's, or a pattern to fill in
    REPEATED = "repeated"  # the name of the sheet: its tasks stand on another one
    OTHER_TABLE = "other_table"  # the first words of it that stand nowhere else
    KNOWN_TABLE = "known_table"  # nothing: what it says stands in the text too, so that nobody need look at it
    PAGE_TABLE = "page_table"  # the numbers of the pages: a table put together from the lines on them
    TEXT_TABLE = "text_table"  # nothing: a page's table without lines around its cells
    COLUMNS = "columns"  # the numbers of the pages: their text stands in columns side by side


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of a file that stand beside its text: reported, so that nobody misses them.

    ``sheet`` is the name of the sheet they are on, where the file has several; ``lines`` are the words themselves.
    """

    why: Why
    place: str
    lines: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; of merged cells each has the text and the ``origin`` (row, column) of the first."""

    text: str
    origin: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangle of cells: all rows have the same length.

    ``fills_down`` tells that merged cells came as one filled cell and blank ones, as cells copied out of a sheet do.
    ``name`` is that of the sheet, where it is one.
    """

    rows: tuple[tuple[Cell, ...], ...]
    fills_down: bool = False
    name: str = ""

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], *, fills_down: bool = False) -> "Table":
        """Make a table without merged cells; short rows are filled up."""
        width = max((len(row) for row in texts), default=0)
        return cls(
            tuple(
                tuple(Cell(row[c].strip() if c < len(row) else "", (r, c)) for c in range(width))
                for r, row in enumerate(texts)
            ),
            fills_down,
        )

    def lines(self) -> list[str]:
        """Return each row as one line, with tabs between its cells; merged cells once.

        A row that is one cell is no row to a reader: its lines stay lines.
        """
        return [line for r, row in enumerate(self.rows) for line in _lines_of(r, row)]


def _lines_of(r: int, row: tuple[Cell, ...]) -> Iterator[str]:
    own = [cell for c, cell in enumerate(row) if cell.origin == (r, c)]
    if len(own) == 1 and len({cell.origin for cell in row}) == 1:
        yield from own[0].text.split("\n")
        return
    yield "\t".join(cell.text.replace("\n", " ") for cell in own).strip()


@dataclass(frozen=True, slots=True)
class Document:
    """The lines and tables of a file.

    ``furniture`` are lines that belong to the page or the program and not to the text: page numbers, running heads,
    a table of contents. ``hard_breaks`` tells that lines end where the page did, not where a paragraph does;
    ``separate`` that the tables are sheets of a book, not parts of one text. ``asides`` are what a person should know
    of that is in none of the blocks; ``titles`` the lines that are titles by their style, with their level from 0.
    """

    blocks: tuple[str | Table, ...]
    furniture: tuple[str, ...] = ()
    hard_breaks: bool = False
    separate: bool = False
    asides: tuple[Aside, ...] = ()
    titles: tuple[tuple[str, int], ...] = ()
