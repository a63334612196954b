"""The sheets of an .xlsx file as tables: cells as a person sees them, merged cells known as such.

openpyxl reads the sheets as a stream, so that a file that claims a million rows costs no more than those it has, and
``<dimension>`` is not believed (WPS writes ``A1`` there, whatever the sheet holds). What openpyxl does not tell of a
streamed sheet stands in ``sheet_shape``: merged cells, and what is hidden. Hidden rows, columns and sheets are not on
the screen, so they are no part of the tables; they are told beside them. Formulas give their last value, and one that
has none is told; macros and links are not opened.
"""

import io
import posixpath
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from models.plan.documents.blocks import Aside, Cell, Document, Table, Why
from models.plan.documents.cell_formats import shown
from models.plan.documents.container import BROKEN, Container
from models.plan.documents.problems import DamagedDocument, OversizedDocument, OwnWorkbook
from models.plan.documents.sheet_shape import MAX_CELLS, Shape, column_letters, read_shape

_MAX_ROWS = 5000
_MAX_COLUMNS = 40
_MAX_SHEETS = 60
_MAX_STYLES = 1_500_000  # bytes; styles are not needed but for dates, and openpyxl is slow on them
_MAX_SHEET = 8_000_000  # bytes of markup of one sheet
_MAX_BLANK = 300  # rows without a word: what comes behind them is no table of tasks
_NAMED_CELLS = 5  # of those with formulas that nobody has worked out
_OF_PROGRAMS = ("WpsReserved", "_xl")  # hidden sheets that office programs make for themselves
_OWN_FORM = re.compile(r"表式：(.{2,20}?)\s*第\s*\d+\s*版")
_FORMS = {"进展填报表": "return", "任务下达表": "assignment", "审核回执": "receipt"}
_CHECK_CODE = re.compile(r"数据校验码：\s*[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


def read_sheets(raw: bytes) -> Document:
    """Read all sheets that are shown, one table each.

    Raises:
        DamagedDocument, OversizedDocument, ProtectedDocument, UnsafeMarkup: see ``container``.
        OwnWorkbook: it is one that this program has written, a return for instance.
    """
    container = Container(raw, "xlsx")
    container.check_markup()
    _check_sizes(container)
    import openpyxl

    tables: list[Table] = []
    asides: list[Aside] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about extensions that openpyxl does not know
            book = openpyxl.load_workbook(
                io.BytesIO(container.transitional()), read_only=True, data_only=True, keep_links=False
            )
            sheets = book.worksheets
            if not sheets:
                raise DamagedDocument("xlsx")
            if len(sheets) > _MAX_SHEETS:
                raise OversizedDocument("cells")
            for sheet in sheets:
                table, beside = _read(container, sheet)
                if (not table.rows and not beside) or sheet.title.startswith(_OF_PROGRAMS):
                    continue
                if sheet.sheet_state != "visible":
                    asides.append(Aside(Why.HIDDEN_SHEET, sheet.title, sheet=sheet.title))
                    continue
                tables.append(table)
                asides += beside
    except (OversizedDocument, DamagedDocument):
        raise
    except BROKEN as error:
        raise DamagedDocument("xlsx") from error
    _refuse_own(tables)
    return Document(tuple(tables), separate=True, asides=tuple(asides))


def _check_sizes(container: Container) -> None:
    for name, limit in ((r"xl/styles\.xml", _MAX_STYLES), (r"xl/worksheets/[^/]+\.xml", _MAX_SHEET)):
        for part in container.names:
            if re.fullmatch(name, part, re.IGNORECASE) and len(container.read(part)) > limit:
                raise OversizedDocument("cells")


def _refuse_own(tables: Iterable[Table]) -> None:
    """Refuse what this program has written: it tells of tasks, and gives none."""
    for table in tables:
        texts = [cell.text for row in table.rows for cell in row]
        form = next((match[1] for text in texts if (match := _OWN_FORM.search(text))), "")
        if form or any(_CHECK_CODE.search(text) for text in texts):
            raise OwnWorkbook(_FORMS.get(form or table.name, "other"))


def _read(container: Container, sheet: Any) -> tuple[Table, list[Aside]]:
    """Return the cells of a sheet that are seen, and what is not."""
    texts = _texts(sheet)
    width = max((len(row) for row in texts), default=0)
    while width and not any(row[width - 1 : width] != [""] and row[width - 1 : width] for row in texts):
        width -= 1
    shape = read_shape(container.read(posixpath.normpath(_part_of(sheet))), len(texts), width)
    rows = [[_cell(texts, shape.origins, r, c) for c in range(width)] for r in range(len(texts))]
    asides = [
        *_uncomputed(shape, sheet.title),
        *_hidden_rows(rows, shape, sheet.title),
        *_hidden_columns(rows, shape, sheet.title),
    ]
    seen = [
        [cell for c, cell in enumerate(row) if c not in shape.hidden_columns]
        for r, row in enumerate(rows)
        if r not in shape.hidden_rows
    ]
    while seen and not any(cell.text for cell in seen[-1]):
        seen.pop()
    return Table(tuple(_with_places(seen)), name=sheet.title), asides


def _texts(sheet: Any) -> list[list[str]]:
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    blank = cells = 0
    for row in islice(sheet.iter_rows(max_col=_MAX_COLUMNS), _MAX_ROWS + 1):
        texts = ["" if cell.value is None else shown(cell.value, cell.number_format or "") for cell in row]
        cells += sum(map(bool, texts))
        blank = 0 if any(texts) else blank + 1
        if blank > _MAX_BLANK:
            break
        if cells > MAX_CELLS or len(rows) >= _MAX_ROWS:
            raise OversizedDocument("cells")
        rows.append(texts)
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _part_of(sheet: Any) -> str:
    return str(sheet._worksheet_path).lstrip("/")  # openpyxl names no public way to a streamed sheet's part


def _cell(texts: list[list[str]], origins: Mapping[tuple[int, int], tuple[int, int]], row: int, column: int) -> Cell:
    at = origins.get((row, column), (row, column))
    own = texts[at[0]]
    return Cell(own[at[1]] if at[1] < len(own) else "", at)


def _with_places(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    """Run through the rows with the origins of merged cells where their first seen cell stands now."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        yield tuple(Cell(cell.text, places.setdefault(cell.origin, (r, c))) for c, cell in enumerate(row))


def _uncomputed(shape: Shape, name: str) -> Iterator[Aside]:
    if shape.uncomputed:
        more = "…" if len(shape.uncomputed) > _NAMED_CELLS else ""
        yield Aside(Why.UNCOMPUTED, "、".join(shape.uncomputed[:_NAMED_CELLS]) + more, sheet=name)


def _hidden_rows(rows: Sequence[Sequence[Cell]], shape: Shape, name: str) -> Iterator[Aside]:
    for run in _runs(sorted(shape.hidden_rows)):
        lines = tuple(
            line for r in run if (line := _own_words(cell for c, cell in enumerate(rows[r]) if cell.origin == (r, c)))
        )
        if lines:
            yield Aside(Why.HIDDEN_ROWS, _from_to(str(run[0] + 1), str(run[-1] + 1)), lines, name)


def _hidden_columns(rows: Sequence[Sequence[Cell]], shape: Shape, name: str) -> Iterator[Aside]:
    for run in _runs(sorted(shape.hidden_columns)):
        columns = ((row[c] for r, row in enumerate(rows) if row[c].origin == (r, c)) for c in run)
        lines = tuple(line for column in columns if (line := _own_words(column)))
        if lines:
            yield Aside(Why.HIDDEN_COLUMNS, _from_to(column_letters(run[0]), column_letters(run[-1])), lines, name)


def _own_words(cells: Iterable[Cell]) -> str:
    return "\t".join(" ".join(cell.text.split()) for cell in cells if cell.text)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Run through the stretches of numbers that follow one another."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first}—{last}"
