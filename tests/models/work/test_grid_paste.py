"""Pasting into the grid: ranges, sheets with headings, and every cell that can't be meant is named with its place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.vocabulary import Duty
from models.store.assignments import GridEdit
from models.store.directory import DirectoryUnit
from models.work.adopt_plan import rows_of
from models.work.grid_paste import Pasted, Unfit, read_cells, read_pasted, write_cells
from models.work.grid_rows import GridRow, grid_rows
from tests.models.work.example_plan import small_plan

UNITS = tuple(
    DirectoryUnit(id=number, code=f"37080{number}", name=f"第{word}小学", short_name=short)
    for number, word, short in ((1, "一", "一小"), (2, "二", ""), (3, "三", "三小"))
)
A, B = "01-AAAAAA", "01-BBBBBB"


@pytest.fixture
def rows() -> tuple[GridRow, ...]:
    """Return the rows of the small plan: 1, 1(1), 2, 2(1), 2(2), 3, 3(1), 4, 5."""
    return grid_rows(rows_of(small_plan())[1])


def paste(text: str, rows: tuple[GridRow, ...], at: tuple[int, int] = (0, 0), **how: tuple[int, int]) -> Pasted:
    return read_pasted(text, rows, UNITS, at=at, **how)


def cells(pasted: Pasted) -> dict[tuple[int, str], object]:
    return {(edit.unit_id, edit.indicator_id or edit.task_id): edit.new for edit in pasted.edits}


def test_a_range_goes_where_the_cursor_is(rows: tuple[GridRow, ...]) -> None:
    pasted = paste("牵头\t配合\r\n2,000\t３０\r\n", rows)
    assert cells(pasted) == {
        (1, A): Duty.LEAD,
        (2, A): Duty.SUPPORT,
        (1, f"{A}/1"): Decimal(2000),
        (2, f"{A}/1"): Decimal(30),
    }
    assert pasted.unreadable == ()
    assert cells(paste("√\n2千", rows, (2, 2))) == {(3, B): Duty.LEAD, (3, f"{B}/1"): Decimal(2000)}


def test_what_is_blank_takes_away_and_blank_lines_keep_their_place(rows: tuple[GridRow, ...]) -> None:
    assert cells(paste("\t—\n\n牵头", rows)) == {(1, A): None, (2, A): None, (1, f"{A}/1"): None, (1, B): Duty.LEAD}


def test_one_cell_fills_what_is_chosen(rows: tuple[GridRow, ...]) -> None:
    assert set(cells(paste("5", rows, (3, 0), fill=(2, 3))).values()) == {Decimal(5)}
    assert len(paste("5", rows, (3, 0), fill=(2, 3)).edits) == 6


def test_what_can_not_be_meant_is_named_with_its_place(rows: tuple[GridRow, ...]) -> None:
    pasted = paste("协办\t也许\n约三十\t5\t6\t7", rows)
    found = [(one.line, one.column, one.text, one.reason) for one in pasted.unreadable]
    assert found == [
        (1, 2, "也许", Unfit.NO_PART),
        (2, 1, "约三十", Unfit.NO_AMOUNT),
        (2, 4, "7", Unfit.OUTSIDE),
    ]
    assert pasted.unreadable[0].unit_id == 2 and pasted.unreadable[0].row == rows[0]
    assert cells(pasted) == {(1, A): Duty.SUPPORT, (2, f"{A}/1"): Decimal(5), (3, f"{A}/1"): Decimal(6)}


def test_a_share_is_never_read_as_a_part_nor_the_other_way_round(rows: tuple[GridRow, ...]) -> None:
    assert [one.reason for one in paste("5\n牵头", rows).unreadable] == [Unfit.NO_PART, Unfit.NO_AMOUNT]


def test_a_sheet_with_headings_finds_its_rows_and_units_wherever_they_stand(rows: tuple[GridRow, ...]) -> None:
    sheet = "序号\t工作任务\t目标值\t三小\t第一小学\n2（1）\t指标\t40\t7\t8\n1\t任务\t\t配合\t牵头\n"
    assert cells(paste(sheet, rows, (4, 2))) == {
        (3, f"{B}/1"): Decimal(7),
        (1, f"{B}/1"): Decimal(8),
        (3, A): Duty.SUPPORT,
        (1, A): Duty.LEAD,
    }


def test_headings_and_rows_that_nobody_knows_are_named(rows: tuple[GridRow, ...]) -> None:
    sheet = "序号\t一小\t370801\t别的小学\n77\t牵头\n1\t牵头\n1\t配合"
    found = [(one.line, one.column, one.reason) for one in paste(sheet, rows).unreadable]
    assert found == [(1, 3, Unfit.TWICE), (1, 4, Unfit.UNKNOWN_UNIT), (2, 1, Unfit.UNKNOWN_ROW), (4, 1, Unfit.TWICE)]


def test_an_unclosed_quote_takes_no_cell_of_another_row(rows: tuple[GridRow, ...]) -> None:
    pasted = paste('"牵头\n5', rows)
    assert pasted.edits == () and [one.reason for one in pasted.unreadable] == [Unfit.NO_PART]


def test_nothing_pasted_is_nothing_changed(rows: tuple[GridRow, ...]) -> None:
    assert paste("", rows) == Pasted((), ())


@given(st.lists(st.lists(st.text('牵头配合5,."\n\t 二', max_size=8), min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_is_copied_can_be_pasted(table: list[list[str]]) -> None:
    said = [[" ".join(cell.split()) for cell in row] for row in table]
    assert read_cells(write_cells(table)) == said


def test_an_edit_of_a_part_names_no_target(rows: tuple[GridRow, ...]) -> None:
    assert paste("配合", rows, (0, 1)).edits == (GridEdit(unit_id=2, task_id=A, new=Duty.SUPPORT),)
