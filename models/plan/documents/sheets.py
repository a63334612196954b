"""The sheets of an .xlsx file as tables: values as they are shown, merged cells known as such.

openpyxl reads the sheets as a stream, so that a file that claims a million rows costs no more than those it has, and
``<dimension>`` is not believed (WPS writes ``A1`` there, whatever the sheet holds). What openpyxl does not tell of a
streamed sheet, its merged cells, is read from the sheet's own markup. Formulas give their last value; macros, links and
hidden sheets are not opened.
"""

import io
import posixpath
import re
import warnings
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any

from models.plan.documents.blocks import Cell, Document, Table
from models.plan.documents.container import BROKEN, Container
from models.plan.documents.problems import DamagedDocument, OversizedDocument

_MAX_ROWS = 5000
_MAX_COLUMNS = 40
_MAX_CELLS = 60_000
_MAX_SHEETS = 60
_MAX_STYLES = 1_500_000  # bytes; styles are not needed but for dates, and openpyxl is slow on them
_MAX_SHEET = 8_000_000  # bytes of markup of one sheet
_MAX_BLANK = 300  # rows without a word: what comes behind them is no table of tasks
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def read_sheets(raw: bytes) -> Document:
    """Read all sheets that are shown, one table each.

    Raises:
        DamagedDocument, OversizedDocument, ProtectedDocument, UnsafeMarkup: see ``container``.
    """
    container = Container(raw, "xlsx")
    container.check_markup()
    _check_sizes(container)
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about extensions that openpyxl does not know
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            if not book.worksheets:
                raise DamagedDocument("xlsx")
            shown = [sheet for sheet in book.worksheets[:_MAX_SHEETS] if sheet.sheet_state == "visible"]
            tables = [_table(container, sheet) for sheet in shown]
    except (OversizedDocument, DamagedDocument):
        raise
    except BROKEN as error:
        raise DamagedDocument("xlsx") from error
    return Document(tuple(table for table in tables if table.rows), separate=True)


def _check_sizes(container: Container) -> None:
    for name, limit in ((r"xl/styles\.xml", _MAX_STYLES), (r"xl/worksheets/[^/]+\.xml", _MAX_SHEET)):
        for part in container.names:
            if re.fullmatch(name, part, re.IGNORECASE) and len(container.read(part)) > limit:
                raise OversizedDocument("cells")


def _table(container: Container, sheet: Any) -> Table:
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    blank = cells = 0
    for values in islice(sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True), _MAX_ROWS + 1):
        texts = [_shown(value) for value in values]
        cells += sum(map(bool, texts))
        blank = 0 if any(texts) else blank + 1
        if blank > _MAX_BLANK:
            break
        if cells > _MAX_CELLS or len(rows) >= _MAX_ROWS:
            raise OversizedDocument("cells")
        rows.append(texts)
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    while width and not any(row[width - 1 : width] != [""] and row[width - 1 : width] for row in rows):
        width -= 1
    origins = _origins(container.read(posixpath.normpath(_part_of(sheet))), len(rows), width)
    return Table(tuple(tuple(_cell(rows, origins, r, c) for c in range(width)) for r in range(len(rows))))


def _part_of(sheet: Any) -> str:
    return str(sheet._worksheet_path).lstrip("/")  # openpyxl names no public way to a streamed sheet's part


def _cell(rows: list[list[str]], origins: Mapping[tuple[int, int], tuple[int, int]], row: int, column: int) -> Cell:
    at = origins.get((row, column), (row, column))
    texts = rows[at[0]]
    return Cell(texts[at[1]] if at[1] < len(texts) else "", at)


def _origins(markup: bytes, height: int, width: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each merged cell to the first of its range; ranges reach no farther than the words do."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for left, top, right, bottom in islice(_corners(_MERGED.findall(markup)), _MAX_CELLS):
        for row in range(top, min(bottom + 1, height)):
            for column in range(left, min(right + 1, width)):
                origins[row, column] = (top, left)
        if len(origins) > _MAX_CELLS:
            raise OversizedDocument("cells")
    return origins


def _corners(ranges: Iterable[tuple[bytes, bytes, bytes, bytes]]) -> Iterable[tuple[int, int, int, int]]:
    for left, top, right, bottom in ranges:
        yield _column(left), int(top) - 1, _column(right), int(bottom) - 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _shown(value: object) -> str:
    """Return a cell's value as text: dates as Chinese writes them, numbers without a needless point."""
    match value:
        case None:
            return ""
        case datetime() | date():
            return f"{value.year}年{value.month}月{value.day}日"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()
