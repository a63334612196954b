"""结转清单, read back by another program: one row an indicator, figures as figures, nothing that could run."""

import io
import zipfile
from datetime import UTC, datetime
from decimal import Decimal

import openpyxl

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Status
from models.store.database import Workspace
from models.store.entries import record
from models.store.records import Field, FieldEdit
from models.work.closures import close_task, left_over
from models.workbooks.left_over_book import write_left_over
from tests.models.workbooks.test_summary_papers import NASTY, workspace

__all__ = ["workspace"]  # a fixture

Q2 = Period(2021, PeriodKind.QUARTER, 2)
AT = datetime(2021, 12, 28, 9, tzinfo=UTC)


def written(workspace: Workspace) -> bytes:
    return write_left_over(left_over(workspace), unit_name="某市教育局", year=2021, at=AT)


def test_what_is_left_of_each_target_stands_there(workspace: Workspace) -> None:
    edits = [
        FieldEdit(period=Q2, task_id="01-AAAAAA", field=Field.STATUS, new=Status.COMPLETED),
        FieldEdit(period=Q2, task_id="01-BBBBBB", field=Field.NARRATIVE, new=NASTY),
        FieldEdit(period=Q2, task_id="01-BBBBBB", field=Field.VALUE, new=Decimal("10.5"), indicator_id="01-BBBBBB/1"),
    ]
    record(workspace, edits, operator="张三", at=AT)
    close_task(workspace, "01-AAAAAA", remark="验收", operator="张三", at=AT)
    data = written(workspace)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["结转清单"]
    assert sheet["A1"].value == "2021年工作要点结转清单" and sheet["A2"].value.endswith("未销号4项")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[4] for row in rows] == [
        "工作01-BBBBBB",
        "工作01-BBBBBB",
        "工作01-CCCCCC",
        "工作01-DDDDDD",
        "工作01-EEEEEE",
    ]
    assert rows[0][7:12] == ["指标1", "所", 40, 10.5, 29.5] and rows[1][9:12] == [10000, None, 10000]
    assert rows[2][11] == "上限" and rows[0][12] == NASTY
    assert rows[4][5] == "2021-06-30"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert written(workspace) == data


def test_a_year_with_nothing_left_is_a_sheet_too(workspace: Workspace) -> None:
    data = write_left_over((), unit_name="某市教育局", year=2021, at=AT)
    assert openpyxl.load_workbook(io.BytesIO(data))["结转清单"]["A4"].value == "无"
