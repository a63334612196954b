"""The board: the whole tree in a bounded number of queries, fast enough to be read after each field."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest

from models.core.periods import Period
from models.core.vocabulary import Light, Status
from models.store.database import Workspace, create_workspace
from models.store.entries import Field, FieldEdit, record
from models.store.plans import tasks
from models.work.board import NothingToReport, read_board


def fill(workspace: Workspace, period: Period, at: datetime) -> None:
    """Report on every task."""
    edits = [
        edit
        for one in tasks(workspace)
        for edit in [
            FieldEdit(period=period, task_id=one.id, field=Field.STATUS, new=Status.IN_PROGRESS),
            FieldEdit(period=period, task_id=one.id, field=Field.NARRATIVE, new="已完成阶段任务。" * 20),
            *(
                FieldEdit(period=period, task_id=one.id, field=Field.VALUE, new=i.target / 4, indicator_id=i.id)
                for i in one.indicators
            ),
        ]
    ]
    record(workspace, edits, operator="张三", at=at)


def test_the_tree_follows_the_document(real: Workspace, period: Period) -> None:
    board = read_board(real, period)
    assert [part.number for part in board.parts] == [1, 2, 3, 4, 5, 6][-len(board.parts) :]
    assert [item.number for part in board.parts for item in part.items] == list(range(1, 21))
    assert tuple(one for part in board.parts for item in part.items for one in item.tasks) == board.tasks
    assert (board.reported, board.total, board.completion, board.light) == (0, len(board.tasks), None, Light.NONE)
    first = board.parts[0].items[0]
    assert first.title in board.plan.source[first.start : first.end]


def test_figures_add_up_on_each_level(real: Workspace, period: Period, at: datetime) -> None:
    fill(real, period, at)
    board = read_board(real, period)
    assert (board.reported, board.completion, board.light) == (board.total, Decimal("0.25"), Light.YELLOW)
    for part in board.parts:
        assert part.progress.total == sum(item.progress.total for item in part.items)
        assert part.progress.reported == sum(item.progress.reported for item in part.items)


def test_one_field_shows_on_each_level(small: Workspace, period: Period, at: datetime) -> None:
    edit = FieldEdit(period=period, task_id="01-AAAAAA", field=Field.VALUE, new=Decimal(10), indicator_id="01-AAAAAA/1")
    record(small, [edit], operator="张三", at=at)
    board = read_board(small, period)
    for level in (board.progress, board.parts[0].progress, board.parts[0].items[0].progress):
        assert (level.completion, level.light, level.reported, level.total) == (Decimal("0.1"), Light.RED, 1, 5)


def test_the_number_of_queries_does_not_grow(real: Workspace, small: Workspace, period: Period, at: datetime) -> None:
    fill(real, period, at)
    for workspace in (real, small):
        statements: list[str] = []
        workspace.db.conn.set_trace_callback(statements.append)
        read_board(workspace, period)
        assert len(statements) == 5, statements


def test_it_is_read_before_the_hand_moves_on(real: Workspace, period: Period, at: datetime) -> None:
    fill(real, period, at)
    times = []
    for _ in range(15):
        begun = perf_counter()
        read_board(real, period)
        times.append(perf_counter() - begun)
    assert min(times) < 0.020  # seconds; 3 ms on the machine that this was written on


def test_without_a_plan_there_is_nothing_to_show(tmp_path: Path, period: Period, at: datetime) -> None:
    with create_workspace(tmp_path / "a.yaodian", installation_id="t", created_at=at) as workspace:
        with pytest.raises(NothingToReport) as refusal:
            read_board(workspace, period)
        assert refusal.value.missing == "plan"
