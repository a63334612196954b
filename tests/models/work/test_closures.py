"""销号: closed on a report and a reason, opened again with one, and what is left goes on into the next year."""

from datetime import datetime
from decimal import Decimal

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Status
from models.store.database import Workspace
from models.store.entries import record
from models.store.evidence_records import EvidenceEdit, EvidenceFile
from models.store.problems import ReasonMissing
from models.store.records import Field, FieldEdit
from models.work.closures import NotCompleted, close_task, closed_tasks, done_tasks, left_over, reopen_task

TASK = "01-AAAAAA"
Q1, Q2 = (Period(2021, PeriodKind.QUARTER, n) for n in (1, 2))


def said(workspace: Workspace, period: Period, status: Status, amount: str, at: datetime) -> None:
    edits = [
        FieldEdit(period=period, task_id=TASK, field=Field.STATUS, new=status),
        FieldEdit(period=period, task_id=TASK, field=Field.VALUE, new=Decimal(amount), indicator_id=f"{TASK}/1"),
    ]
    record(workspace, edits, operator="张三", at=at)


def test_only_what_was_reported_as_completed_is_closed(small: Workspace, at: datetime) -> None:
    said(small, Q1, Status.IN_PROGRESS, "40", at)
    with pytest.raises(NotCompleted) as raised:
        close_task(small, TASK, remark="验收", operator="张三", at=at)
    assert raised.value.text == "工作01-AAAAAA"
    said(small, Q2, Status.COMPLETED, "100", at)
    assert close_task(small, TASK, remark="6月20日验收", operator="张三", at=at)
    assert closed_tasks(small) == {TASK}
    assert not close_task(small, TASK, remark="再验收", operator="张三", at=at)


def test_a_later_report_that_takes_it_back_counts(small: Workspace, at: datetime) -> None:
    said(small, Q1, Status.COMPLETED, "100", at)
    said(small, Q2, Status.BEHIND, "90", at)
    with pytest.raises(NotCompleted):
        close_task(small, TASK, remark="验收", operator="张三", at=at)


def test_opening_again_needs_a_reason(small: Workspace, at: datetime) -> None:
    said(small, Q1, Status.COMPLETED, "100", at)
    close_task(small, TASK, remark="验收", operator="张三", at=at)
    with pytest.raises(ReasonMissing):
        reopen_task(small, TASK, remark="  ", operator="张三", at=at)
    assert reopen_task(small, TASK, remark="复查不合格", operator="张三", at=at)
    assert closed_tasks(small) == frozenset()


def test_what_is_done_is_listed_with_its_evidence(small: Workspace, at: datetime) -> None:
    said(small, Q1, Status.COMPLETED, "100", at)
    files = [EvidenceFile(name, 5, digit * 64) for name, digit in (("验收表.pdf", "a"), ("照片.jpg", "b"))]
    attached = [EvidenceEdit(period=Q1, task_id=TASK, name=file.name, new=file) for file in files]
    again = EvidenceEdit(period=Q2, task_id=TASK, name="验收表.pdf", new=files[0])
    record(small, [*attached, again], operator="张三", at=at)
    (done,) = done_tasks(small)
    assert (done.task.id, done.evidence, done.is_closed) == (TASK, 2, False)
    close_task(small, TASK, remark="6月20日验收", operator="李四", at=at)
    (done,) = done_tasks(small)
    assert (
        done.is_closed and done.last is not None and (done.last.operator, done.last.remark) == ("李四", "6月20日验收")
    )
    said(small, Q2, Status.BEHIND, "90", at)
    assert [one.is_closed for one in done_tasks(small)] == [True], "it stays closed until somebody opens it"
    reopen_task(small, TASK, remark="复查", operator="李四", at=at)
    assert done_tasks(small) == ()


def test_what_is_not_closed_is_carried_over_with_what_is_missing(small: Workspace, at: datetime) -> None:
    said(small, Q1, Status.COMPLETED, "100", at)
    close_task(small, TASK, remark="验收", operator="张三", at=at)
    left = {one.task.id: one for one in left_over(small)}
    assert TASK not in left and len(left) == 4
    assert [missing for _, missing in left["01-BBBBBB"].missing] == [Decimal(40), Decimal(10000)]
    assert left["01-CCCCCC"].missing == (), "a ceiling leaves nothing to reach"
