"""汇总表 and 通报, read back by other programs: real numbers, real charts, nothing that could run, all editable."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, RollUp
from models.store.database import Workspace
from models.store.roll_up_methods import Method
from models.store.unit_weights import put_weights
from models.work.roll_up import set_method
from models.work.start import start_workspace
from models.work.summary import Summary, read_summary
from models.workbooks.bulletin import write_bulletin
from models.workbooks.summary_book import write_summary
from tests.models.work.example_plan import small_plan
from tests.models.work.received_example import reported, units
from tests.models.workbooks.samples import MADE_AT

Q2 = Period(2021, PeriodKind.QUARTER, 2)
NASTY = '=HYPERLINK("http://x","点我")'


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace of a superior with a small plan."""
    return start_workspace(
        tmp_path / "市.yaodian",
        plan=small_plan(),
        unit_name="某市教育局",
        unit_code="3708",
        operator="张三",
        installation_id="test",
        at=MADE_AT,
    )


@pytest.fixture
def summary(workspace: Workspace) -> Summary:
    """Return a summary with one accepted return, one that is missing, and texts that look like formulas."""
    of = units(workspace, MADE_AT, "甲县", "乙县")
    reported(
        workspace,
        of["甲县"],
        Q2,
        MADE_AT,
        amounts={"01-AAAAAA/1": "12.5"},
        narratives={"01-AAAAAA": NASTY},
        decision=Decision.ACCEPTED,
        filled_on=date(2021, 6, 27),
    )
    return read_summary(workspace, Q2, today=date(2021, 6, 28))


def test_the_workbook_has_its_sheets_with_numbers_as_numbers(summary: Summary) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_summary(summary)))
    assert book.sheetnames == ["总体情况", "指标汇总", "单位排名", "红黄灯", "问题清单", "未报单位"]
    rows = {row[2].value: row for row in book["指标汇总"].iter_rows(min_row=4)}
    first = book["指标汇总"]["H4"]
    assert (first.value, first.data_type) == (12.5, "n") and len(rows) >= 1
    assert [cell.value for cell in book["单位排名"][4]][:3] == [1, "甲县", pytest.approx(0.25)]
    assert [cell.value for cell in book["未报单位"][4]][:2] == ["乙县", "逾期未报"]


def test_the_charts_are_real_and_draw_from_the_cells(summary: Summary) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_summary(summary)))
    for name in ("总体情况", "单位排名"):
        (chart,) = book[name]._charts
        assert all(f"'{name}'" in one.val.numRef.f or name in one.val.numRef.f for one in chart.series)


def test_no_cell_has_a_formula_whatever_units_write(summary: Summary) -> None:
    data = write_summary(summary)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_the_same_summary_is_the_same_file(summary: Summary) -> None:
    assert write_summary(summary) == write_summary(summary)


def test_the_bulletin_is_an_official_paper(summary: Summary) -> None:
    paper = docx.Document(io.BytesIO(write_bulletin(summary)))
    section = paper.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert texts[0] == "关于2021年第二季度工作要点\n进展情况的通报"
    assert paper.paragraphs[0].runs[0].font.size.pt == 22
    assert any(text.startswith("未报送的单位：乙县。迟报的单位：甲县。") for text in texts)
    indicators, by_unit = paper.tables
    assert [cell.text for cell in indicators.rows[1].cells] == ["指标1", "100所", "12.5所", "12.5%"]
    assert [cell.text for cell in by_unit.rows[1].cells] == ["1", "甲县", "25%", "0", "0", "审核通过（迟报）"]
    assert texts[-2:] == ["某市教育局", "2021年6月28日"]


def test_a_ceiling_has_no_completion_in_the_bulletin(workspace: Workspace) -> None:
    of = units(workspace, MADE_AT, "甲县")
    put_weights(workspace, "学生数", {of["甲县"]: Decimal(300)})
    set_method(workspace, "01-CCCCCC/1", Method(RollUp.WEIGHTED, "学生数"))
    reported(workspace, of["甲县"], Q2, MADE_AT, amounts={"01-CCCCCC/1": "4"}, decision=Decision.ACCEPTED)
    paper = docx.Document(io.BytesIO(write_bulletin(read_summary(workspace, Q2, today=date(2021, 6, 28)))))
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert ["指标1", "5所", "4所", "—"] in rows


def test_a_period_without_units_is_a_paper_too(workspace: Workspace) -> None:
    empty = read_summary(workspace, Q2, today=date(2021, 6, 28))
    assert openpyxl.load_workbook(io.BytesIO(write_summary(empty)))["单位排名"]["A4"].value == "无"
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(write_bulletin(empty))).paragraphs]
    assert "本期尚无审核通过的单位数据。" in texts


def test_large_figures_keep_their_digits(workspace: Workspace) -> None:
    of = units(workspace, MADE_AT, "甲县")
    amount = "123456789012.345"
    reported(workspace, of["甲县"], Q2, MADE_AT, amounts={"01-AAAAAA/1": amount}, decision=Decision.ACCEPTED)
    data = write_summary(read_summary(workspace, Q2, today=date(2021, 6, 28)))
    value = openpyxl.load_workbook(io.BytesIO(data))["指标汇总"]["H4"].value
    assert Decimal(repr(value)) == Decimal(amount)
