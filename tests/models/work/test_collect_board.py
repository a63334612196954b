"""Units by periods: who has reported, who is late, whom to remind and in what words."""

from datetime import date, datetime

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, Duty
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace
from models.work.collect_board import CellState, read_collect_board, reminder
from tests.models.work.received_example import reported, units

Q1, Q2, Q3, Q4 = (Period(2021, PeriodKind.QUARTER, n) for n in (1, 2, 3, 4))
TODAY = date(2021, 6, 26)


@pytest.fixture
def of(small: Workspace, at: datetime) -> dict[str, int]:
    """Return the ids of five units."""
    return units(small, at, "甲县", "乙县", "丙县", "丁县", "戊县")


def test_the_board_says_how_far_each_unit_is(small: Workspace, of: dict[str, int], at: datetime) -> None:
    reported(small, of["甲县"], Q2, at, amounts={}, decision=Decision.ACCEPTED)
    reported(small, of["乙县"], Q2, at, amounts={}, filled_on=date(2021, 6, 26))
    reported(small, of["丙县"], Q2, at, amounts={}, decision=Decision.RETURNED)
    board = read_collect_board(small, PeriodKind.QUARTER, today=TODAY)
    assert board.periods == (Q1, Q2, Q3, Q4)
    column = {row.unit.name: row.cells[1] for row in board.rows}
    assert {name: cell.state for name, cell in column.items()} == {
        "甲县": CellState.ACCEPTED,
        "乙县": CellState.WAITING,
        "丙县": CellState.RETURNED,
        "丁县": CellState.OVERDUE,
        "戊县": CellState.OVERDUE,
    }
    assert [name for name, cell in column.items() if cell.is_late] == ["乙县"]
    assert {row.cells[2].state for row in board.rows} == {CellState.AHEAD}
    assert board.count(Q2)[CellState.OVERDUE] == 2
    early = read_collect_board(small, PeriodKind.QUARTER, today=date(2021, 6, 25))
    assert early.count(Q2)[CellState.NOT_YET] == 2


def test_only_units_with_a_part_in_the_grid_are_expected(small: Workspace, of: dict[str, int], at: datetime) -> None:
    edit_grid(small, [GridEdit(unit_id=of["丁县"], task_id="01-DDDDDD", new=Duty.LEAD)], operator="张三", at=at)
    reported(small, of["甲县"], Q1, at, amounts={})
    board = read_collect_board(small, PeriodKind.QUARTER, today=TODAY)
    assert [row.unit.name for row in board.rows] == ["甲县", "丁县"]


def test_the_reminder_names_who_is_missing_and_who_has_to_report_again(
    small: Workspace, of: dict[str, int], at: datetime
) -> None:
    reported(small, of["甲县"], Q2, at, amounts={}, decision=Decision.ACCEPTED)
    reported(small, of["丙县"], Q2, at, amounts={}, decision=Decision.RETURNED)
    board = read_collect_board(small, PeriodKind.QUARTER, today=TODAY)
    assert reminder(board, Q2) == (
        "【催报】2021年第二季度工作要点进展情况，报送截止6月25日。\n"
        "尚未报送（3个）：乙县、丁县、戊县。\n"
        "已退回、待修改重报（1个）：丙县。\n"
        "请抓紧报送带签名的《进展填报表》。"
    )


def test_nobody_is_reminded_once_all_have_reported(small: Workspace, of: dict[str, int], at: datetime) -> None:
    for unit_id in of.values():
        reported(small, unit_id, Q2, at, amounts={})
    assert reminder(read_collect_board(small, PeriodKind.QUARTER, today=TODAY), Q2) == ""
