"""What came from the superior: assignments and receipts, in which order and which of them holds."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.store.database import Workspace
from models.store.exports import add_export
from models.store.records import ExportRecord
from models.store.superior import (
    Superior,
    TakenAssignment,
    TakenReceipt,
    accepted_periods,
    add_receipt,
    add_taken,
    comments_of,
    holding_receipt,
    last_taken,
    receipts,
    superior,
    taken_assignments,
)


def export(workspace: Workspace, period: Period, at: datetime, sequence: int) -> None:
    add_export(
        workspace,
        ExportRecord(
            period=period,
            sequence=sequence,
            check_code=f"CODE-{sequence}",
            fingerprint="f",
            file_name="a.xlsx",
            sha256="0" * 64,
            at=at,
            operator="张三",
        ),
    )


def receipt(
    period: Period, at: datetime, *, sequence: int = 1, number: int = 1, accepted: bool = False
) -> TakenReceipt:
    return TakenReceipt(
        period=period,
        sequence=sequence,
        number=number,
        decision=Decision.ACCEPTED if accepted else Decision.RETURNED,
        return_check_code=f"CODE-{sequence}",
        comment="" if accepted else "数据与上期不符",
        reviewed_by="李科长",
        reviewed_on=date(2021, 6, 28),
        check_code="RECEIPT",
        signer="1" * 64,
        file_name="b.xlsx",
        sha256="2" * 64,
        at=at,
        operator="张三",
        comments={} if accepted else {"01-AAAAAA": "请核对数量"},
    )


def test_the_assignment_that_was_taken_last_holds(workspace: Workspace, at: datetime) -> None:
    first = TakenAssignment(
        plan_id="2021-p",
        version=1,
        check_code="A",
        superior=Superior("某市教育局", "3708"),
        signer="1" * 64,
        period_kind=PeriodKind.QUARTER,
        file_name="a.xlsx",
        sha256="0" * 64,
        at=at,
        operator="张三",
    )
    assert (superior(workspace), last_taken(workspace)) == (None, None)
    assert add_taken(workspace, first).assignments
    with pytest.raises(sqlite3.IntegrityError):
        add_taken(workspace, first)
    other = replace(first, superior=Superior("某新区社会事业局", ""), period_kind=PeriodKind.MONTH)
    add_taken(workspace, other)
    assert taken_assignments(workspace) == (other, first)
    assert superior(workspace) == Superior("某新区社会事业局", "")


def test_the_receipt_for_the_latest_return_holds(workspace: Workspace, at: datetime, period: Period) -> None:
    export(workspace, period, at, 1)
    assert holding_receipt(workspace, period) is None
    assert add_receipt(workspace, receipt(period, at)).receipts
    assert comments_of(workspace, period) == {"01-AAAAAA": "请核对数量"}
    assert accepted_periods(workspace) == frozenset()
    add_receipt(workspace, receipt(period, at, number=2, accepted=True))
    assert holding_receipt(workspace, period) == receipt(period, at, number=2, accepted=True)
    assert comments_of(workspace, period) == {}
    assert accepted_periods(workspace) == {period}
    export(workspace, period, at, 2)
    assert holding_receipt(workspace, period) is None
    assert accepted_periods(workspace) == frozenset()
    assert [one.number for one in receipts(workspace)] == [2, 1]
    assert receipts(workspace, Period(2021, PeriodKind.QUARTER, 3)) == ()
    with pytest.raises(sqlite3.IntegrityError):
        add_receipt(workspace, receipt(period, at))
