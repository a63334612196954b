"""The cells of a workbook that a person filled in and some program saved anew, opened safely.

1. The file is no larger than a filled form can be.
2. It is a packed file that passes the checks of ``plan.documents.container``: bounded, whole, without entities.
3. None of its parts of markup is larger than those of a filled form.
4. It has a sheet that is, or claims to be, the form.

``<dimension>`` is not believed (WPS writes ``A1`` there). A formula gives the value that the program saved beside it.
"""

import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice, zip_longest
from typing import Any, Final

from models.core.errors import UserError
from models.core.texts import clean_text
from models.plan.documents.container import BROKEN, Container
from models.plan.documents.problems import DamagedDocument, OversizedDocument
from models.plan.documents.sheet_shape import column_letters, read_shape

MAX_FILE: Final = 4 * 1024 * 1024  # bytes
_MAX_PART: Final = 6_000_000  # bytes of one part of markup
_MAX_ROWS: Final = 25_000
_MAX_COLUMNS: Final = 60
_MAX_BLANK: Final = 300  # rows without a word: what comes behind them is no part of the form
_LOOKED_AT: Final = 60  # rows in which a form has to say that it is one

Content = str | Decimal | date | None


@dataclass(eq=False)
class NotABlankForm(UserError):
    """A file is not the form that is filled by hand.

    ``reason``: ``form`` (nothing says that it is one), ``version`` (of a form that this program doesn't know), or
    ``columns`` (a column of it is missing or comes twice); ``where``: a cell, or which column.
    """

    reason: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a cell: a text, a number or a day, cleaned; ``is_percent`` tells that the number shows as one.

    ``is_broken``: there is a formula without a value, or with an error for one.
    """

    value: Content = None
    is_percent: bool = False
    is_broken: bool = False

    @property
    def text(self) -> str:
        """The cell as text, blank for none; a number in full, a day as 2021-06-24."""
        match self.value:
            case None:
                return ""
            case Decimal():
                return f"{self.value:f}"
            case date():
                return self.value.isoformat()
        return self.value

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return self.value is None and not self.is_broken


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet by row and column from 0; ``merged`` holds the first cells of merged areas."""

    rows: tuple[tuple[Typed, ...], ...]
    merged: tuple[tuple[int, int], ...]

    def at(self, row: int, column: int) -> Typed:
        """Return a cell, which may lie beyond what was saved."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else Typed()


def cell_name(row: int, column: int) -> str:
    """Name a cell as Excel does; both count from 0."""
    return f"{column_letters(column)}{row + 1}"


def open_grid(data: bytes, *, sheet_name: str, is_form: Callable[[str], bool]) -> Grid:
    """Read the sheet of this name, or else the first that has a text by which it is a form.

    Raises:
        DamagedDocument, OversizedDocument, ProtectedDocument, UnsafeMarkup: the file is not one that can be opened.
        NotABlankForm: it has no such sheet.
    """
    if len(data) > MAX_FILE:  # 1
        raise OversizedDocument("unpacked")
    container = Container(data, "xlsx")  # 2
    container.check_markup()
    if any(name.endswith(".xml") and len(container.read(name)) > _MAX_PART for name in container.names):  # 3
        raise OversizedDocument("cells")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about extensions that openpyxl does not know
            return _read(container, sheet_name, is_form)
    except BROKEN as error:
        raise DamagedDocument("xlsx") from error


def _read(container: Container, sheet_name: str, is_form: Callable[[str], bool]) -> Grid:
    import openpyxl

    raw = container.transitional()
    values, formulas = (
        openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only, keep_links=False)
        for data_only in (True, False)
    )
    for name in sorted(values.sheetnames, key=lambda name: name != sheet_name):
        sheet: Any = values[name]
        if not hasattr(sheet, "iter_rows") or not any(map(is_form, _first_texts(sheet))):
            continue
        rows = tuple(_rows(sheet, formulas[name]))
        width = max(map(len, rows), default=0)
        part = str(sheet._worksheet_path).lstrip("/")  # openpyxl names no public way to a streamed sheet's part
        origins = read_shape(container.read(part), len(rows), width).origins
        return Grid(rows, tuple(sorted({origin for cell, origin in origins.items() if cell != origin})))
    raise NotABlankForm("form")  # 4


def _first_texts(sheet: Any) -> Iterator[str]:
    sheet.reset_dimensions()
    for row in islice(sheet.iter_rows(max_col=_MAX_COLUMNS), _LOOKED_AT):
        yield from (clean_text(cell.value) for cell in row if isinstance(cell.value, str))


def _rows(values: Any, formulas: Any) -> Iterator[tuple[Typed, ...]]:
    values.reset_dimensions()
    formulas.reset_dimensions()
    pairs = zip(values.iter_rows(max_col=_MAX_COLUMNS), formulas.iter_rows(max_col=_MAX_COLUMNS), strict=False)
    blank = 0
    for count, (shown, meant) in enumerate(pairs):
        if count >= _MAX_ROWS:
            raise OversizedDocument("cells")
        row = tuple(_typed_cells(shown, meant))
        blank = 0 if any(not cell.is_blank for cell in row) else blank + 1
        if blank > _MAX_BLANK:
            return
        yield row


def _typed_cells(shown: Iterable[Any], meant: Iterable[Any]) -> Iterator[Typed]:
    for value, formula in zip_longest(shown, meant):
        if value is None:
            yield Typed()
            continue
        is_formula = formula is not None and formula.value is not None and formula.data_type == "f"
        is_broken = value.data_type == "e" or (is_formula and value.value is None)
        if is_broken or value.value is None:
            yield Typed(is_broken=is_broken)
            continue
        yield Typed(_content(value.value), is_percent="%" in re.sub(r'"[^"]*"', "", value.number_format or ""))


def _content(value: object) -> Content:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return Decimal(value)
        case float():
            exact = Decimal(format(value, ".15g"))  # what is behind 15 digits is the machine's own
            return exact if exact.is_finite() else str(value)
        case datetime():
            return value.date() if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value
    return clean_text(str(value).replace("_x000D_", "")) or None
