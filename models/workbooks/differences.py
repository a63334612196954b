"""Where an altered workbook departs from an unaltered copy of it: cell by cell, for the person who has to find out.

The copy is believed only as far as its own signature holds; of the other file nothing is believed, it is only compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from models.core.numbers import plain
from models.signing.findings import Refused
from models.signing.package import read_package
from models.signing.trust import Trust
from models.workbooks.cells import SheetCells, Value, address, read_cells
from models.workbooks.closed_language import NotOurForm
from models.workbooks.glance import kind_of
from models.workbooks.kinds import FORMS, Kind
from models.workbooks.receive import look_at, look_at_assignment, look_at_receipt

_LOOK_AT: Final[Mapping[Kind, Callable[[bytes, Trust], object]]] = {
    Kind.RETURN: look_at,
    Kind.ASSIGNMENT: look_at_assignment,
    Kind.RECEIPT: look_at_receipt,
}


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
        copy: the workbook as it was exported.

    Raises:
        WorkbookRefused: the copy itself is not as it was signed.
    """
    form = FORMS[kind_of(copy) or Kind.RETURN]
    _LOOK_AT[form.kind](copy, Trust())
    try:
        now = read_cells(read_package(data), form)
    except (NotOurForm, Refused):
        return None
    before = read_cells(read_package(copy), form)
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
