"""Where an altered return departs from an unaltered copy of it: cell by cell, for the person who has to find out.

The copy is believed only as far as its own signature holds; of the other file nothing is believed, it is only compared.
"""

from dataclasses import dataclass

from models.core.numbers import plain
from models.signing.findings import Refused
from models.signing.package import read_package
from models.signing.trust import Trust
from models.workbooks.cells import SheetCells, Value, address, read_cells
from models.workbooks.closed_language import NotOurForm
from models.workbooks.kinds import RETURN
from models.workbooks.receive import look_at


@dataclass(frozen=True, slots=True)
class CellDifference:
    """One cell that does not say what the copy says; ``copy`` and ``file`` are blank where a cell is."""

    cell: str
    copy: str
    file: str


def cell_differences(data: bytes, copy: bytes) -> tuple[CellDifference, ...] | None:
    """Compare a file with a copy, row by row; None where the file is no longer written as our writer writes.

    Args:
        data: the file in question, of which nothing is believed.
        copy: the return as it was exported.

    Raises:
        WorkbookRefused: the copy itself is not as it was signed.
    """
    look_at(copy, Trust())
    try:
        now = read_cells(read_package(data), RETURN)
    except (NotOurForm, Refused):
        return None
    before = read_cells(read_package(copy), RETURN)
    rows = range(max(len(before.rows), len(now.rows)))
    columns = range(max((column for sheet in (before, now) for row in sheet.rows for column in row), default=0) + 1)
    pairs = (
        (address(row, column), _said(before, row, column), _said(now, row, column))
        for row in rows
        for column in columns
    )
    return tuple(CellDifference(cell, was, says) for cell, was, says in pairs if was != says)


def _said(sheet: SheetCells, row: int, column: int) -> str:
    cell = sheet.rows[row].get(column) if row < len(sheet.rows) else None
    value: Value = cell.value if cell else None
    return "" if value is None else value if isinstance(value, str) else plain(value)
