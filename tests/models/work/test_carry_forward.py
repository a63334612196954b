"""Last period's entry: offered, not counted, and taken over by one key."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from models.core.periods import Period, parse_period
from models.core.vocabulary import Status
from models.store.database import Workspace
from models.store.entries import Entry, Field, FieldEdit, Value, entry, record
from models.store.history import task_history
from models.work.board import read_board
from models.work.carry_forward import Suggestion, all_suggestions, suggestion
from models.work.take_over import take_over, take_over_field

TASK, INDICATOR = "01-AAAAAA", "01-AAAAAA/1"
Q1 = parse_period("2021-Q1")


@pytest.fixture
def reported(small: Workspace, at: datetime) -> Entry:
    """Report on a task in the first quarter."""
    edits = [
        FieldEdit(period=Q1, task_id=TASK, field=Field.VALUE, new=Decimal(30), indicator_id=INDICATOR),
        FieldEdit(period=Q1, task_id=TASK, field=Field.STATUS, new=Status.IN_PROGRESS),
        FieldEdit(period=Q1, task_id=TASK, field=Field.NARRATIVE, new="一季度完成30所。"),
        FieldEdit(period=Q1, task_id=TASK, field=Field.PROBLEMS, new="资金不足"),
    ]
    record(small, edits, operator="张三", at=at)
    return entry(small, Q1, TASK)


def test_what_stood_last_is_offered_with_its_date(small: Workspace, period: Period, reported: Entry) -> None:
    offered = suggestion(small, period, TASK)
    assert offered == Suggestion(Q1, reported, date(2021, 4, 6))
    assert all_suggestions(small, period) == {TASK: offered}
    assert suggestion(small, period, "01-BBBBBB") is None


def test_what_is_only_offered_does_not_count(small: Workspace, period: Period, reported: Entry) -> None:
    assert read_board(small, period).reported == 0
    assert entry(small, period, TASK).blank


@pytest.mark.parametrize(
    ("earlier", "now", "offered"),
    [
        ("2021-Q1", "2021-Q3", True),  # nothing in the second quarter
        ("2021-M06", "2021-Q2", True),  # ends on the same day and is shorter
        ("2021-Q2", "2021-H1", True),
        ("2021-Q4", "2021-Y1", True),
        ("2021-Q2", "2021-M06", False),
        ("2021-Q2", "2021-Q1", False),
        ("2021-Q2", "2021-Q2", False),
        ("2020-Q4", "2021-Q1", False),  # values begin anew each year
    ],
)
def test_only_earlier_periods_of_the_year_are_looked_at(
    small: Workspace, at: datetime, earlier: str, now: str, offered: bool
) -> None:
    edit = FieldEdit(period=parse_period(earlier), task_id=TASK, field=Field.NARRATIVE, new="文字")
    record(small, [edit], operator="张三", at=at)
    found = suggestion(small, parse_period(now), TASK)
    assert (found is not None) is offered
    assert (TASK in all_suggestions(small, parse_period(now))) is offered


def test_the_latest_one_is_offered(small: Workspace, at: datetime, reported: Entry) -> None:
    edit = FieldEdit(period=parse_period("2021-M05"), task_id=TASK, field=Field.NARRATIVE, new="五月")
    record(small, [edit], operator="张三", at=at)
    found = suggestion(small, parse_period("2021-Q2"), TASK)
    assert found is not None
    assert found.entry.narrative == "五月"
    assert all_suggestions(small, parse_period("2021-Q2"))[TASK] == found


def test_one_key_takes_all_of_it(small: Workspace, period: Period, at: datetime, reported: Entry) -> None:
    taken = take_over(small, period, TASK, operator="李四", at=at)
    standing = entry(small, period, TASK)
    assert (standing.status, standing.narrative, standing.problems) == (
        Status.IN_PROGRESS,
        "一季度完成30所。",
        "资金不足",
    )
    assert standing.values == {INDICATOR: Value(Decimal(30))}
    assert read_board(small, period).reported == 1
    assert {row.operator for row in task_history(small, TASK) if row.period == period} == {"李四"}
    record(small, taken.undo, operator="李四", at=at)
    assert entry(small, period, TASK).blank


def test_what_is_typed_already_stays(small: Workspace, period: Period, at: datetime, reported: Entry) -> None:
    typed = [
        FieldEdit(period=period, task_id=TASK, field=Field.NARRATIVE, new="二季度"),
        FieldEdit(period=period, task_id=TASK, field=Field.VALUE, new=Value(None, "未统计"), indicator_id=INDICATOR),
    ]
    record(small, typed, operator="张三", at=at)
    take_over(small, period, TASK, operator="张三", at=at)
    standing = entry(small, period, TASK)
    assert (standing.narrative, standing.problems) == ("二季度", "资金不足")
    assert standing.values == {INDICATOR: Value(None, "未统计")}


def test_one_field_is_taken_whatever_stands_there(
    small: Workspace, period: Period, at: datetime, reported: Entry
) -> None:
    typed = FieldEdit(period=period, task_id=TASK, field=Field.NARRATIVE, new="二季度")
    record(small, [typed], operator="张三", at=at)
    take_over_field(small, period, TASK, field=Field.NARRATIVE, operator="张三", at=at)
    assert entry(small, period, TASK) == Entry(task_id=TASK, period=period, narrative="一季度完成30所。")
    take_over_field(small, period, TASK, field=Field.VALUE, indicator_id=INDICATOR, operator="张三", at=at)
    assert entry(small, period, TASK).values == {INDICATOR: Value(Decimal(30))}
    assert not take_over_field(small, period, TASK, field=Field.REMARK, operator="张三", at=at).changes


def test_where_nothing_is_offered_nothing_changes(small: Workspace, period: Period, at: datetime) -> None:
    assert not take_over(small, period, TASK, operator="张三", at=at).changes
    assert not take_over_field(small, period, TASK, field=Field.REMARK, operator="张三", at=at).changes


def test_reading_all_suggestions_takes_three_queries_a_period(
    small: Workspace, period: Period, reported: Entry
) -> None:
    statements: list[str] = []
    small.db.conn.set_trace_callback(statements.append)
    all_suggestions(small, period)
    assert len(statements) == 1 + 3
