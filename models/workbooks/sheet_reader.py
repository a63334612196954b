"""One sheet being read, from top to bottom: what the strict readers of all kinds of workbook share.

Every cell that says something has to be accounted for: what a reader did not ask for can't be there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, TypeVar

from models.core.vocabulary import Direction
from models.workbooks import wording
from models.workbooks.cells import SheetCells, Value, address
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.form_writer import LEAST_HEIGHT, footer_left
from models.workbooks.kinds import SheetForm
from models.workbooks.layout import DAY_FORMAT, MOMENT_FORMAT, Column, Line, day_of_number, moment_of_number
from models.workbooks.layout import number_format as format_of
from models.workbooks.printable import MAX_ROWS
from models.workbooks.write import footer_text, mark_text

Content = TypeVar("Content")
Fact = TypeVar("Fact")
GroupFacts = tuple[int, str, int, str]


@dataclass(frozen=True, slots=True)
class ReadForm(Generic[Content]):
    """What a sheet says: the content, the two codes as they are printed on it, and the version of its form."""

    content: Content
    check_code: str
    fingerprint: str
    form: int


class SheetReader:
    """One sheet being read; rows and columns count from 0."""

    def __init__(self, sheet: SheetCells, form: SheetForm, *, foot: int) -> None:
        """Begin to read.

        Args:
            sheet: its cells.
            form: what it is.
            foot: how many rows the shortest foot has.
        """
        self._sheet, self._form = sheet, form
        self._seen: set[tuple[int, int]] = set()
        if not form.header_row + 1 + foot <= len(sheet.rows) <= MAX_ROWS:
            raise NotOurForm(Reason.FORM, "A1")

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._sheet.rows)

    def read_headings(self, columns: Sequence[Column]) -> None:
        """Require the row of the headings."""
        for index, column in enumerate(columns):
            self.expect(self._form.header_row, index, column.heading)

    def read_codes(self, code_cell: tuple[int, int], fingerprint_cell: tuple[int, int], mark: str) -> tuple[str, str]:
        """Read check code and fingerprint, which the foot of each page repeats below the given mark."""
        code = self.labelled(code_cell, wording.CHECK_CODE)
        fingerprint = self.labelled_or_absent(fingerprint_cell, wording.FINGERPRINT)
        if self._sheet.footer != footer_text(footer_left(code, fingerprint), wording.PAGES):
            raise NotOurForm(Reason.REPEATED, "oddFooter")
        if self._sheet.header != (mark_text(mark) if mark else ""):
            raise NotOurForm(Reason.REPEATED, "oddHeader")
        return code, fingerprint

    def read_groups(
        self, below: int, number_column: int, read_row: Callable[[int, list[Fact]], Fact]
    ) -> list[tuple[GroupFacts, tuple[Fact, ...]]]:
        """Read the table: rows that say a part and an item, each with its rows, told apart by the number in theirs.

        Args:
            below: the row below the table.
            number_column: where the number stands.
            read_row: reads one row, given those above it in its group.
        """
        groups: list[tuple[GroupFacts, list[Fact]]] = []
        for row in range(self._form.header_row + 1, below):
            self.require_height(row)
            if isinstance(self.value(row, number_column), Decimal):
                if not groups:
                    raise NotOurForm(Reason.ROWS, address(row, 0))
                groups[-1][1].append(read_row(row, groups[-1][1]))
                continue
            facts = wording.parse_group(self.text(row, number_column))
            if facts is None:
                raise NotOurForm(Reason.ROWS, address(row, 0))
            groups.append((facts, []))
        return [(facts, tuple(rows)) for facts, rows in groups]

    def require_height(self, row: int) -> None:
        """Require that a row can be read."""
        if self._sheet.heights[row] < LEAST_HEIGHT:
            raise NotOurForm(Reason.FORM, address(row, 0))

    def require_merged(self, *rows: int) -> None:
        """Require that these rows, and nothing else, are merged across the table."""
        last = self._form.last_letter
        if self._sheet.merged != tuple(f"A{row + 1}:{last}{row + 1}" for row in rows):
            raise NotOurForm(Reason.MARKUP, "mergeCells")

    def task_number(self, row: int, column: int) -> int | None:
        """Read a number that counts from 1; None for anything else."""
        number = self.number(row, column, "0")
        return int(number) if number is not None and number == int(number) and number >= 1 else None

    def indicator(self, row: int, column: int) -> tuple[str, str, Direction | None]:
        """Read the name, the unit and the direction of an indicator; a task without one has a dash."""
        text = self.text(row, column)
        if text == wording.ABSENT:
            return "", "", None
        facts = wording.parse_indicator(text)
        if facts is None:
            raise NotOurForm(Reason.CELL, address(row, column))
        return facts

    def fact(self, row: int, column: int, *, absent: bool, shown: str = "") -> Decimal | None:
        """Read a number of an indicator; a task without indicator has a dash there."""
        if absent:
            self.expect(row, column, wording.ABSENT, Reason.CELL)
            return None
        return self.number(row, column, shown)

    def number(self, row: int, column: int, shown: str) -> Decimal | None:
        """Read a number that is shown as ``shown`` says, or with each of its digits."""
        value = self.value(row, column)
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise NotOurForm(Reason.CELL, address(row, column))
        if self._sheet.rows[row][column].format != (shown or format_of(value)):
            raise NotOurForm(Reason.FORMAT, address(row, column))
        return value

    def day(self, row: int, column: int) -> date:
        """Read a day."""
        number = self.number(row, column, DAY_FORMAT)
        return required(None if number is None else day_of_number(number), (row, column))

    def written(self, first: int, line: Line) -> str:
        """Read what stands on a line of the foot."""
        self.expect(first + line.row, line.label_column, line.label)
        return self.text(first + line.row, line.column)

    def moment(self, first: int, line: Line) -> datetime | None:
        """Read the moment on a line of the foot, if there is one."""
        self.expect(first + line.row, line.label_column, line.label)
        number = self.number(first + line.row, line.column, MOMENT_FORMAT)
        return None if number is None else required(moment_of_number(number), (first + line.row, line.column))

    def dated(self, first: int, line: Line) -> date:
        """Read the day on a line of the foot."""
        self.expect(first + line.row, line.label_column, line.label)
        return self.day(first + line.row, line.column)

    def labelled(self, cell: tuple[int, int], label: str) -> str:
        """Read what stands behind a label in the same cell."""
        text = self.text(*cell)
        if not text.startswith(label):
            raise NotOurForm(Reason.FORM, address(*cell))
        return text.removeprefix(label)

    def labelled_or_absent(self, cell: tuple[int, int], label: str, *, absent: str = wording.ABSENT) -> str:
        """Read what stands behind a label in the same cell, where a dash or another word stands for nothing."""
        text = self.labelled(cell, label)
        return "" if text == absent else text

    def expect(self, row: int, column: int, text: str, reason: Reason = Reason.FORM) -> None:
        """Require a text in a cell."""
        if self.value(row, column) != text:
            raise NotOurForm(reason, address(row, column))

    def text(self, row: int, column: int) -> str:
        """Read a text, which may be blank."""
        value = self.value(row, column)
        if isinstance(value, Decimal):
            raise NotOurForm(Reason.CELL, address(row, column))
        return value or ""

    def value(self, row: int, column: int) -> Value:
        """Read a cell."""
        self._seen.add((row, column))
        cell = self._sheet.rows[row].get(column)
        return cell.value if cell else None

    def peek(self, row: int, column: int) -> Value:
        """Look at a cell that is still to be read."""
        cell = self._sheet.rows[row].get(column)
        return cell.value if cell else None

    def require_nothing_else(self) -> None:
        """Require that every cell that says something was read."""
        for row, cells in enumerate(self._sheet.rows):
            for column, cell in cells.items():
                if cell.value is not None and (row, column) not in self._seen:
                    raise NotOurForm(Reason.CELL, address(row, column))


def required(fact: Fact | None, cell: tuple[int, int], reason: Reason = Reason.FORM) -> Fact:
    """Return what was read from a cell.

    Raises:
        NotOurForm: it could not be read.
    """
    if fact is None:
        raise NotOurForm(reason, address(*cell))
    return fact
