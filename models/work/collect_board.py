"""Who has reported and how far that is: units by periods, who is missing, and what to tell them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.core.periods import Period, PeriodKind, periods_of_year
from models.store.assignments import read_grid
from models.store.database import Workspace
from models.store.directory import DirectoryUnit, subordinates
from models.store.plans import current_plan
from models.work.board import NothingToReport
from models.work.received_returns import JudgedReturn, ReturnState, judged_returns


class CellState(StrEnum):
    """How far a unit is with one period."""

    AHEAD = "ahead"  # the period has not begun
    NOT_YET = "not-yet"  # nothing here, and not due yet
    OVERDUE = "overdue"  # nothing here, and the day is past
    WAITING = "waiting"
    RETURNED = "returned"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class BoardCell:
    """One unit in one period. ``is_late`` tells that its return is dated after the day it was due."""

    state: CellState
    judged: JudgedReturn | None = None

    @property
    def is_late(self) -> bool:
        """Whether the return, by its own date, is later than it should be."""
        return self.judged is not None and self.judged.received.filled_on > self.judged.received.period.due_on

    @property
    def received_at(self) -> datetime | None:
        """When the return was taken in."""
        return self.judged.received.at if self.judged else None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One unit with its periods, in their order."""

    unit: DirectoryUnit
    cells: tuple[BoardCell, ...]


@dataclass(frozen=True, slots=True)
class CollectBoard:
    """All units that are to report, by the periods of one kind of a year."""

    periods: tuple[Period, ...]
    rows: tuple[BoardRow, ...]

    def count(self, period: Period) -> Mapping[CellState, int]:
        """Return how many units are how far in a period; every state is there."""
        column = self.periods.index(period)
        states = [row.cells[column].state for row in self.rows]
        return {state: states.count(state) for state in CellState}

    def missing(self, period: Period) -> tuple[DirectoryUnit, ...]:
        """Return the units that have to report for a period, or to report again."""
        column = self.periods.index(period)
        open_states = {CellState.NOT_YET, CellState.OVERDUE, CellState.RETURNED}
        return tuple(row.unit for row in self.rows if row.cells[column].state in open_states)


def read_collect_board(workspace: Workspace, kind: PeriodKind, *, today: date) -> CollectBoard:
    """Read the board of the plan's year; a fixed number of queries whatever its size.

    Units without any part in the grid are left out once something is assigned, unless they have reported.

    Raises:
        NothingToReport: the workspace has no plan yet.
    """
    plan = current_plan(workspace)
    if plan is None:
        raise NothingToReport("plan")
    periods = periods_of_year(plan.year, kind)
    current = {
        (one.received.unit_id, one.received.period): one
        for one in judged_returns(workspace)
        if one.state is not ReturnState.REPLACED
    }
    assigned = {unit_id for unit_id, _ in read_grid(workspace).duties}
    reported = {unit_id for unit_id, _ in current}
    return CollectBoard(
        periods=periods,
        rows=tuple(
            BoardRow(unit, tuple(_cell(current.get((unit.id, period)), period, today) for period in periods))
            for unit in subordinates(workspace)
            if not assigned or unit.id in assigned | reported
        ),
    )


def reminder(board: CollectBoard, period: Period) -> str:
    """Write the text that reminds those who are missing, to be pasted into the office's chat; blank if nobody is.

    Papers and messages between offices are Chinese whatever the language of the window.
    """
    column = board.periods.index(period)
    of = {row.unit.id: row.cells[column].state for row in board.rows}
    missing = board.missing(period)
    returned = [unit.label for unit in missing if of[unit.id] is CellState.RETURNED]
    silent = [unit.label for unit in missing if of[unit.id] is not CellState.RETURNED]
    if not missing:
        return ""
    due = f"{period.due_on.month}月{period.due_on.day}日"
    lines = [f"【催报】{period.official_name}工作要点进展情况，报送截止{due}。"]
    if silent:
        lines.append(f"尚未报送（{len(silent)}个）：{'、'.join(silent)}。")
    if returned:
        lines.append(f"已退回、待修改重报（{len(returned)}个）：{'、'.join(returned)}。")
    lines.append("请抓紧报送带签名的《进展填报表》。")
    return "\n".join(lines)


def _cell(judged: JudgedReturn | None, period: Period, today: date) -> BoardCell:
    if judged is not None:
        states = {
            ReturnState.WAITING: CellState.WAITING,
            ReturnState.RETURNED: CellState.RETURNED,
            ReturnState.ACCEPTED: CellState.ACCEPTED,
        }
        return BoardCell(states[judged.state], judged)
    if today < period.starts_on:
        return BoardCell(CellState.AHEAD)
    return BoardCell(CellState.OVERDUE if today > period.due_on else CellState.NOT_YET)
