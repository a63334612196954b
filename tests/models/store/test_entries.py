"""Recording: one durable transaction, a row of history for what really changed, and edits that take it back."""

import subprocess
import sys
from datetime import datetime
from decimal import Decimal

import pytest

from models.core.changes import Changes
from models.core.numbers import NotANumber
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Status
from models.store.database import Workspace
from models.store.entries import MAX_TEXT, Entry, Field, FieldEdit, Value, entries, entry, record
from models.store.history import last_change, last_changes, task_history
from models.store.periods import periods
from models.store.problems import NameMissing, ReasonMissing, TextTooLong

TASK, INDICATOR = "01-AAAAAA", "01-AAAAAA/1"


def amount(period: Period, new: Value | Decimal | None) -> FieldEdit:
    return FieldEdit(period=period, task_id=TASK, field=Field.VALUE, new=new, indicator_id=INDICATOR)


def text(period: Period, new: str, field: Field = Field.NARRATIVE) -> FieldEdit:
    return FieldEdit(period=period, task_id=TASK, field=field, new=new)


def status(period: Period, new: Status | None) -> FieldEdit:
    return FieldEdit(period=period, task_id=TASK, field=Field.STATUS, new=new)


def test_a_task_of_which_nothing_is_known_has_a_blank_entry(workspace: Workspace, period: Period) -> None:
    assert entry(workspace, period, TASK) == Entry(task_id=TASK, period=period)
    assert entry(workspace, period, TASK).blank
    assert entries(workspace, period) == {}


def test_every_field_is_kept_as_it_was_typed(workspace: Workspace, period: Period, at: datetime) -> None:
    edits = [
        amount(period, Decimal("37.50")),
        status(period, Status.IN_PROGRESS),
        text(period, "　　已完成。\r\n二期\t开工 "),
        text(period, "=1+1", Field.PROBLEMS),
        text(period, "下一步", Field.NEXT_STEPS),
        text(period, "备注", Field.REMARK),
    ]
    assert record(workspace, edits, operator="张三", at=at).changes == Changes(entries=True)
    found = entry(workspace, period, TASK)
    assert found == Entry(
        task_id=TASK,
        period=period,
        status=Status.IN_PROGRESS,
        narrative="　　已完成。\n二期 开工",
        problems="=1+1",
        next_steps="下一步",
        remark="备注",
        values={INDICATOR: Value(Decimal("37.5"))},
    )
    assert entries(workspace, period) == {TASK: found}
    assert str(found.values[INDICATOR].amount) == "37.5"


def test_blank_zero_and_no_data_are_three_things(workspace: Workspace, period: Period, at: datetime) -> None:
    for new, kept in [
        (Decimal(0), {INDICATOR: Value(Decimal(0))}),
        (Value(None, "未统计 "), {INDICATOR: Value(None, "未统计")}),
        (None, {}),
    ]:
        record(workspace, [amount(period, new)], operator="张三", at=at)
        assert entry(workspace, period, TASK).values == kept


@pytest.mark.parametrize("again", [Decimal("100"), Decimal("1E+2"), Decimal("100.00"), Value(Decimal(100))])
def test_the_same_value_again_changes_nothing(
    workspace: Workspace, period: Period, at: datetime, again: Value | Decimal
) -> None:
    record(workspace, [amount(period, Decimal(100))], operator="张三", at=at)
    recorded = record(workspace, [amount(period, again)], operator="李四", at=at)
    assert not recorded.changes
    assert recorded.undo == ()
    assert len(task_history(workspace, TASK)) == 1


def test_blank_stays_blank_without_a_trace(workspace: Workspace, period: Period, at: datetime) -> None:
    edits = [amount(period, None), status(period, None), text(period, " \n")]
    assert not record(workspace, edits, operator="张三", at=at).changes
    assert workspace.row("SELECT count(*) FROM entries") == (0,)


def test_the_history_says_who_when_from_what_to_what(
    workspace: Workspace, period: Period, at: datetime, later: datetime
) -> None:
    record(workspace, [amount(period, Decimal(5)), status(period, Status.BEHIND)], operator=" 张三 ", at=at)
    record(workspace, [amount(period, Value(None, "系统故障"))], operator="李四", at=later)
    told = [(row.operator, row.at, row.field, row.old, row.new) for row in task_history(workspace, TASK)]
    assert told == [
        ("李四", later, Field.VALUE, Value(Decimal(5)), Value(None, "系统故障")),
        ("张三", at, Field.STATUS, None, Status.BEHIND),
        ("张三", at, Field.VALUE, None, Value(Decimal(5))),
    ]
    assert [row.field for row in task_history(workspace, TASK, limit=1)] == [Field.VALUE]
    assert last_change(workspace, period, TASK) == later
    assert last_changes(workspace, period) == {TASK: later}
    assert last_change(workspace, period, "01-BBBBBB") is None


def test_an_edit_can_be_undone_and_redone(workspace: Workspace, period: Period, at: datetime) -> None:
    record(workspace, [text(period, "一")], operator="张三", at=at)
    done = record(
        workspace, [text(period, "二"), text(period, "三"), amount(period, Decimal(1))], operator="张三", at=at
    )
    undone = record(workspace, done.undo, operator="张三", at=at)
    assert entry(workspace, period, TASK) == Entry(task_id=TASK, period=period, narrative="一")
    record(workspace, undone.undo, operator="张三", at=at)
    assert entry(workspace, period, TASK).narrative == "三"
    assert entry(workspace, period, TASK).values == {INDICATOR: Value(Decimal(1))}
    assert len(task_history(workspace, TASK)) == 1 + 3 + 3 + 3


def test_recording_in_a_period_opens_it(workspace: Workspace, at: datetime) -> None:
    june = Period(2021, PeriodKind.MONTH, 6)
    assert record(workspace, [text(june, "六月")], operator="张三", at=at).changes == Changes(
        entries=True, periods=True
    )
    assert june in periods(workspace)


def test_one_bad_edit_leaves_all_of_them_out(workspace: Workspace, period: Period, at: datetime) -> None:
    with pytest.raises(TextTooLong) as refusal:
        record(workspace, [text(period, "好"), text(period, "字" * (MAX_TEXT + 1))], operator="张三", at=at)
    assert (refusal.value.field, refusal.value.length, refusal.value.limit) == ("narrative", MAX_TEXT + 1, MAX_TEXT)
    assert entries(workspace, period) == {}
    record(workspace, [text(period, "字" * MAX_TEXT)], operator="张三", at=at)


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        (Decimal(-1), NotANumber),
        (Decimal("NaN"), NotANumber),
        (Decimal("1234567890.123456"), NotANumber),
        (Value(None), ReasonMissing),
        (Value(None, " \x00 "), ReasonMissing),
        (Value(None, "因" * 501), TextTooLong),
        (1.5, TypeError),
        ("1", TypeError),
    ],
)
def test_what_no_field_can_hold_is_refused(
    workspace: Workspace, period: Period, at: datetime, new: Value, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        record(workspace, [amount(period, new)], operator="张三", at=at)
    assert entries(workspace, period) == {}


def test_nobody_records_without_a_name(workspace: Workspace, period: Period, at: datetime) -> None:
    with pytest.raises(NameMissing):
        record(workspace, [text(period, "好")], operator="　", at=at)


def test_a_moment_needs_its_time_zone(workspace: Workspace, period: Period, at: datetime) -> None:
    with pytest.raises(ValueError, match="time zone"):
        record(workspace, [text(period, "好")], operator="张三", at=at.replace(tzinfo=None))
    assert entries(workspace, period) == {}


def test_another_process_sees_a_field_as_soon_as_it_is_recorded(
    workspace: Workspace, period: Period, at: datetime
) -> None:
    record(workspace, [text(period, "写下了")], operator="张三", at=at)
    script = (
        "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT narrative FROM entries').fetchone())"
    )
    command = [sys.executable, "-X", "utf8", "-c", script, str(workspace.path)]
    seen = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert seen.stdout.strip() == "('写下了',)"


def test_a_field_costs_a_handful_of_statements(workspace: Workspace, period: Period, at: datetime) -> None:
    record(workspace, [text(period, "一"), amount(period, Decimal(1))], operator="张三", at=at)
    statements: list[str] = []
    workspace.db.conn.set_trace_callback(statements.append)
    record(workspace, [text(period, "二")], operator="张三", at=at)
    assert [statement.split()[0] for statement in statements] == [
        "BEGIN", "SELECT", "SELECT", "INSERT", "INSERT", "COMMIT",
    ]  # fmt: skip
    statements.clear()
    record(workspace, [amount(period, Decimal(2))], operator="张三", at=at)
    assert len(statements) == 6


def test_reading_a_period_takes_two_queries(workspace: Workspace, period: Period) -> None:
    statements: list[str] = []
    workspace.db.conn.set_trace_callback(statements.append)
    entries(workspace, period)
    assert len(statements) == 2
