"""What every reader makes of a file: lines of text and tables, in their order.

>>> table = Table.of([["序号", "工作任务"], ["1", "开展检查"]])
>>> table.rows[1][1].text, table.lines()
('开展检查', ['序号\\t工作任务', '1\\t开展检查'])
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; of merged cells each has the text and the ``origin`` (row, column) of the first."""

    text: str
    origin: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangle of cells: all rows have the same length.

    ``fills_down`` tells that merged cells came as one filled cell and blank ones, as cells copied out of a sheet do.
    """

    rows: tuple[tuple[Cell, ...], ...]
    fills_down: bool = False

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
        """Return each row as one line, with tabs between its cells; merged cells once."""
        lines = []
        for r, row in enumerate(self.rows):
            own = [cell.text.replace("\n", " ") for c, cell in enumerate(row) if cell.origin == (r, c)]
            lines.append("\t".join(own).strip())
        return lines


@dataclass(frozen=True, slots=True)
class Document:
    """The lines and tables of a file.

    ``furniture`` are lines that belong to the page or the program and not to the text: page numbers, running heads,
    a table of contents. ``hard_breaks`` tells that lines end where the page did, not where a paragraph does;
    ``separate`` that the tables are sheets of a book, not parts of one text.
    """

    blocks: tuple[str | Table, ...]
    furniture: tuple[str, ...] = ()
    hard_breaks: bool = False
    separate: bool = False
