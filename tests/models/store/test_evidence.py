"""Evidence is recorded like a field: at once, with its history, with a way back, never in a closed period."""

import sqlite3
from datetime import datetime

import pytest

from models.core.periods import Period
from models.store.database import Workspace
from models.store.entries import record
from models.store.evidence import all_evidence, evidence, evidence_history
from models.store.evidence_records import EvidenceEdit, EvidenceEvent, EvidenceFile
from models.store.period_events import Event, PeriodClosed, PeriodEvent, add_event
from models.store.records import Field, FieldEdit

TASK = "01-AAAAAA"
PDF = EvidenceFile("验收意见.pdf", 1_200_000, "ab" * 32)


def attach(period: Period, file: EvidenceFile = PDF, task_id: str = TASK) -> EvidenceEdit:
    return EvidenceEdit(period=period, task_id=task_id, name=file.name, new=file)


def test_a_file_is_listed_with_its_entry_and_nowhere_else(workspace: Workspace, period: Period, at: datetime) -> None:
    done = record(workspace, [attach(period)], operator="张三", at=at)
    assert done.changes.evidence and not done.changes.entries
    assert evidence(workspace, period, TASK) == (PDF,)
    assert evidence(workspace, period, "01-BBBBBB") == ()
    assert all_evidence(workspace, period) == {TASK: (PDF,)}


def test_the_same_again_changes_nothing(workspace: Workspace, period: Period, at: datetime) -> None:
    record(workspace, [attach(period)], operator="张三", at=at)
    again = record(workspace, [attach(period)], operator="张三", at=at)
    assert (bool(again.changes), again.undo) == (False, ())
    assert len(evidence_history(workspace, TASK)) == 1


def test_removing_can_be_taken_back_and_everything_stays_on_record(
    workspace: Workspace, period: Period, at: datetime
) -> None:
    record(workspace, [attach(period)], operator="张三", at=at)
    gone = EvidenceEdit(period=period, task_id=TASK, name=PDF.name, new=None)
    removed = record(workspace, [gone], operator="李四", at=at)
    assert evidence(workspace, period, TASK) == ()
    record(workspace, removed.undo, operator="李四", at=at)
    assert evidence(workspace, period, TASK) == (PDF,)
    told = [(change.event, change.operator, change.file) for change in evidence_history(workspace, TASK)]
    assert told == [
        (EvidenceEvent.ATTACHED, "李四", PDF),
        (EvidenceEvent.REMOVED, "李四", PDF),
        (EvidenceEvent.ATTACHED, "张三", PDF),
    ]


def test_the_trail_is_never_changed(workspace: Workspace, period: Period, at: datetime) -> None:
    record(workspace, [attach(period)], operator="张三", at=at)
    for statement in ("UPDATE evidence_history SET name = 'x'", "DELETE FROM evidence_history"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"), workspace.transaction() as connection:
            connection.execute(statement)


def test_nothing_changes_in_a_closed_period(workspace: Workspace, period: Period, at: datetime) -> None:
    text = FieldEdit(period=period, task_id=TASK, field=Field.NARRATIVE, new="已部署。")
    before = record(workspace, [text, attach(period)], operator="张三", at=at)
    closed = PeriodEvent(at=at, operator="张三", period=period, sequence=3, event=Event.CLOSED, check_code="X")
    add_event(workspace, closed)
    other = FieldEdit(period=period, task_id=TASK, field=Field.REMARK, new="晚了")
    for edits in (before.undo, [other], [attach(period, EvidenceFile("b.pdf", 1, "cd" * 32))]):
        with pytest.raises(PeriodClosed) as refused:
            record(workspace, edits, operator="张三", at=at)
        assert (refused.value.period, refused.value.sequence) == (period, 3)
    assert evidence(workspace, period, TASK) == (PDF,)
    # What stands there already is no change.
    assert not record(workspace, [text], operator="张三", at=at).changes
