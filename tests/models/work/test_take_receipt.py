"""Receipts in the unit's program: accepted closes for good, returned opens with the comments, order does not matter."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.store.database import Workspace
from models.store.entries import entries, record
from models.store.exports import last_export
from models.store.outbox import Fate, OutboxItem, Paper, add_outbox, outbox
from models.store.period_events import PeriodClosed, closing_of, reopening_of
from models.store.records import ExportRecord, Field, FieldEdit
from models.store.superior import accepted_periods, comments_of, receipts
from models.work.closing import CorrectionReasonUnfit, PeriodAccepted, close_by_export, reopen
from models.work.from_above import NotASuperior, SheetFile, SheetOfAnotherUnit, SignerUnconfirmed
from models.work.receipt_content import ReceiptContent
from models.work.take_receipt import (
    Effect,
    ReceiptConflict,
    ReceiptForUnknownReturn,
    ReceiptOlder,
    take_receipt,
)
from models.work.withdrawing import NothingToWithdraw, withdraw
from tests.models.work.sheets import Sheet, receipt

A, B = "01-AAAAAA", "01-BBBBBB"
FILE = SheetFile("审核回执_某县教育局_2021_第二季度_1_退回_1.xlsx", "c" * 64)


def hand_in(workspace: Workspace, period: Period, at: datetime, sequence: int = 1) -> None:
    """Export a return and note it in the outbox."""
    made = ExportRecord(
        period=period,
        sequence=sequence,
        check_code=f"CODE-{sequence}",
        fingerprint="f",
        file_name=f"某县_{sequence}.xlsx",
        sha256=f"{sequence}" * 64,
        at=at,
        operator="张三",
    )
    close_by_export(workspace, made)
    add_outbox(
        workspace,
        OutboxItem(
            paper=Paper.RETURN,
            unit_id=None,
            period=period,
            label="某市教育局",
            number=sequence,
            file_name=made.file_name,
            sha256=made.sha256,
            path=Path(made.file_name),
            at=at,
            operator="张三",
        ),
    )


def write(workspace: Workspace, period: Period, at: datetime, amount: int) -> None:
    edit = FieldEdit(period=period, task_id=A, field=Field.VALUE, new=Decimal(amount), indicator_id=f"{A}/1")
    record(workspace, [edit], operator="张三", at=at)


def take(workspace: Workspace, sheet: Sheet[ReceiptContent], at: datetime) -> Effect:
    return take_receipt(workspace, sheet, file=FILE, operator="李四", at=at).effect


def test_a_returned_return_is_open_again_with_its_comments(small: Workspace, period: Period, at: datetime) -> None:
    write(small, period, at, 5)
    hand_in(small, period, at)
    with pytest.raises(PeriodClosed):
        write(small, period, at, 6)
    taken = take_receipt(small, receipt(period), file=FILE, operator="李四", at=at)
    assert (taken.effect, taken.changes.receipts, taken.changes.periods, taken.changes.outbox) == (
        Effect.REOPENED, True, True, True,
    )  # fmt: skip
    assert comments_of(small, period) == {A: "数比上期少", B: "没有佐证"}
    assert reopening_of(small, period).reason == "请核对"
    assert [item.fate for item in outbox(small)] == [Fate.RECEIPT_SEEN]
    write(small, period, at, 6)
    hand_in(small, period, at, 2)
    assert comments_of(small, period) == {}


def test_an_accepted_period_is_closed_for_good(small: Workspace, period: Period, at: datetime) -> None:
    hand_in(small, period, at)
    assert take(small, receipt(period, accepted=True), at) is Effect.ACCEPTED
    assert accepted_periods(small) == {period}
    for refused in (reopen, withdraw):
        with pytest.raises(PeriodAccepted) as error:
            refused(small, period, reason="填错了", operator="张三", at=at)
        assert (error.value.period, error.value.sequence) == (period, 1)
    with pytest.raises(PeriodClosed):
        write(small, period, at, 6)
    other = Period(2021, PeriodKind.QUARTER, 3)
    write(small, other, at, 6)


def test_a_superior_can_still_send_back_what_it_accepted(small: Workspace, period: Period, at: datetime) -> None:
    hand_in(small, period, at)
    take(small, receipt(period, accepted=True), at)
    assert take(small, receipt(period, number=2), at) is Effect.REOPENED
    write(small, period, at, 6)
    assert take(small, receipt(period, number=3, accepted=True), at) is Effect.ACCEPTED
    with pytest.raises(PeriodClosed):
        write(small, period, at, 7)
    assert entries(small, period)[A].values[f"{A}/1"].amount == 6
    assert closing_of(small, period).check_code == "CODE-1"


def test_the_same_again_changes_nothing_and_an_older_one_has_no_effect(
    small: Workspace, period: Period, at: datetime
) -> None:
    hand_in(small, period, at)
    second = receipt(period, number=2, accepted=True)
    take(small, second, at)
    events = small.rows("SELECT count(*) FROM outbox_events")
    assert take_receipt(small, second, file=FILE, operator="李四", at=at).changes.receipts is False
    assert take(small, second, at) is Effect.KNOWN
    with pytest.raises(ReceiptOlder):
        take(small, receipt(period), at)
    with pytest.raises(ReceiptConflict):
        take(small, receipt(period, number=2), at)
    assert len(receipts(small)) == 1
    assert small.rows("SELECT count(*) FROM outbox_events") == events


def test_in_whatever_order_receipts_arrive_the_end_is_the_same(small: Workspace, period: Period, at: datetime) -> None:
    hand_in(small, period, at)
    numbered = ((1, False), (2, True), (3, False))
    for sequence, order in enumerate(permutations(numbered), start=1):
        for number, accepted in order:
            of = {"sequence": sequence, "return_check_code": f"CODE-{sequence}", "number": number}
            known = receipt(period, accepted=accepted, **of)
            try:
                take(small, known, at)
            except ReceiptOlder:
                continue
        assert closing_of(small, period) is None
        assert comments_of(small, period) == {A: "数比上期少", B: "没有佐证"}
        hand_in(small, period, at, sequence + 1)


def test_a_receipt_for_a_replaced_return_is_kept_and_does_nothing(
    small: Workspace, period: Period, at: datetime
) -> None:
    hand_in(small, period, at)
    reopen(small, period, reason="更正", operator="张三", at=at)
    hand_in(small, period, at, 2)
    for sheet in (receipt(period), receipt(period, number=2, accepted=True)):
        assert take(small, sheet, at) is Effect.REPLACED
    assert closing_of(small, period).sequence == 2
    assert accepted_periods(small) == frozenset()
    assert [(one.sequence, one.decision) for one in receipts(small)] == [(1, Decision.ACCEPTED), (1, Decision.RETURNED)]
    assert [item.fate for item in outbox(small)] == [Fate.WRITTEN, Fate.RECEIPT_SEEN]


def test_what_is_not_for_a_return_of_ours_is_refused(small: Workspace, period: Period, at: datetime) -> None:
    hand_in(small, period, at)
    other = Period(2021, PeriodKind.QUARTER, 3)
    for sheet, error in (
        (receipt(period, sequence=2), ReceiptForUnknownReturn),
        (receipt(period, return_check_code="CODE-9"), ReceiptForUnknownReturn),
        (receipt(other), ReceiptForUnknownReturn),
        (receipt(period, unit_code="370801"), SheetOfAnotherUnit),
        (receipt(period, superior_code="370800"), NotASuperior),
        (replace(receipt(period), is_confirmed=False), SignerUnconfirmed),
    ):
        with pytest.raises(error):
            take(small, sheet, at)
    assert receipts(small) == ()
    assert closing_of(small, period) is not None


def test_a_reason_is_drawn_from_what_the_superior_says(small: Workspace, period: Period, at: datetime) -> None:
    hand_in(small, period, at)
    take(small, receipt(period, comment=""), at)
    assert reopening_of(small, period).reason == "数比上期少"
    hand_in(small, period, at, 2)
    take(small, receipt(period, comment="长" * 900, sequence=2, return_check_code="CODE-2"), at)
    assert reopening_of(small, period).reason == "长" * 199 + "…"


def test_withdrawing_opens_the_period_and_says_so_upward(small: Workspace, period: Period, at: datetime) -> None:
    with pytest.raises(NothingToWithdraw):
        withdraw(small, period, reason="填错了", operator="张三", at=at)
    hand_in(small, period, at)
    with pytest.raises(CorrectionReasonUnfit):
        withdraw(small, period, reason=" ", operator="张三", at=at)
    assert closing_of(small, period) is not None
    done = withdraw(small, period, reason="照明灯一项填错。", operator="张三", at=at)
    assert (done.changes.periods, done.changes.outbox) == (True, True)
    assert done.notice == (
        "上级单位：\n"
        "    我单位报送的2021年第二季度进展填报表（第1次，数据校验码 CODE-1）现申请撤回，原因：照明灯一项填错。\n"
        "    请暂不审核、不汇总这一次；更正后将报送第2次，以新表为准。\n"
        "某县教育局\n2021年4月6日"
    )
    (item,) = outbox(small)
    assert (item.fate, last_export(small, period).sequence) == (Fate.WITHDRAWN, 1)
    write(small, period, at, 6)
    with pytest.raises(NothingToWithdraw):
        withdraw(small, period, reason="再撤一次", operator="张三", at=at)
