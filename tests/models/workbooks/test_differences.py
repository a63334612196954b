"""Where an altered return departs from the copy that its sender kept."""

from datetime import UTC, datetime

import pytest

from models.signing.identity import create_identity
from models.signing.package import read_package, write_package
from models.workbooks.differences import CellDifference, cell_differences
from models.workbooks.export import export_return
from models.workbooks.receive import WorkbookRefused
from tests.models.workbooks.samples import small_content

AT = datetime(2021, 6, 24, 10, 30, tzinfo=UTC)
SHEET = "xl/worksheets/sheet1.xml"


def _signed() -> bytes:
    content = small_content()
    identity = create_identity(unit_name=content.head.unit_name, unit_code=content.head.unit_code, at=AT)
    return export_return(content, identity, at=AT).data


def _with(data: bytes, old: str, new: str) -> bytes:
    parts = read_package(data)
    assert old.encode() in parts[SHEET]
    return write_package({**parts, SHEET: parts[SHEET].replace(old.encode(), new.encode(), 1)})


def test_a_changed_figure_is_named_by_its_cell() -> None:
    copy = _signed()
    figure = next(cell for cell in ("F7", "F8", "F9") if f'<c r="{cell}"'.encode() in read_package(copy)[SHEET])
    before = read_package(copy)[SHEET].decode().split(f'<c r="{figure}"')[1].split("<v>")[1].split("</v>")[0]
    style = read_package(copy)[SHEET].decode().split(f'<c r="{figure}"')[1].split("<v>")[0]
    altered = _with(copy, f'<c r="{figure}"{style}<v>{before}</v>', f'<c r="{figure}"{style}<v>987</v>')
    assert cell_differences(altered, copy) == (CellDifference(figure, before, "987"),)


def test_the_file_itself_differs_in_nothing() -> None:
    copy = _signed()
    assert cell_differences(copy, copy) == ()


def test_what_is_written_otherwise_is_not_compared() -> None:
    assert cell_differences(b"no workbook", _signed()) is None


def test_a_copy_that_is_altered_itself_is_no_measure() -> None:
    copy = _signed()
    altered = _with(copy, "</sheetData>", "<row r='999'/></sheetData>")
    with pytest.raises(WorkbookRefused):
        cell_differences(copy, altered)
