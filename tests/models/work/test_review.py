"""审核: what a reviewer is asked to look at, and what a decision needs."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, Status
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace
from models.store.received import EvidenceFate, ReceivedEvidence
from models.store.records import Field, Value
from models.work.received_returns import ReturnState, judged_returns
from models.work.review import SEE_TASKS, Flag, NothingToCorrect, ReturnReplaced, decide, review_sheet
from tests.models.work.received_example import reported, units

Q1, Q2 = (Period(2021, PeriodKind.QUARTER, n) for n in (1, 2))
FIGURE = "01-AAAAAA/1"
LONG = "全县已新建幼儿园二十所，全部投入使用。"


@pytest.fixture
def of(small: Workspace, at: datetime) -> dict[str, int]:
    """Return the ids of two units."""
    return units(small, at, "甲县", "乙县")


def flags(workspace: Workspace, return_id: int) -> set[tuple[Flag, str]]:
    return {(remark.flag, remark.task_id) for remark in review_sheet(workspace, return_id).remarks}


def test_a_calm_return_raises_no_flag(small: Workspace, of: dict[str, int], at: datetime) -> None:
    reported(small, of["甲县"], Q1, at, amounts={FIGURE: "10"}, decision=Decision.ACCEPTED)
    one = reported(small, of["甲县"], Q2, at, amounts={FIGURE: "20"})
    sheet = review_sheet(small, one)
    assert sheet.remarks == () and sheet.last is not None and sheet.last.period == Q1
    figure = sheet.tasks[0].figures[0]
    assert figure.now is not None and figure.last is not None
    assert (figure.last.amount, figure.now.amount) == (Decimal(10), Decimal(20))


def test_falls_and_jumps_are_told(small: Workspace, of: dict[str, int], at: datetime) -> None:
    reported(small, of["甲县"], Q1, at, amounts={FIGURE: "20", "01-BBBBBB/1": "0"}, decision=Decision.ACCEPTED)
    one = reported(small, of["甲县"], Q2, at, amounts={FIGURE: "19.5", "01-BBBBBB/1": "11"})
    assert flags(small, one) == {(Flag.FELL, "01-AAAAAA"), (Flag.JUMPED, "01-BBBBBB")}


def test_a_return_that_was_sent_back_is_nothing_to_compare_with(
    small: Workspace, of: dict[str, int], at: datetime
) -> None:
    reported(small, of["甲县"], Q1, at, amounts={FIGURE: "20"}, decision=Decision.RETURNED)
    one = reported(small, of["甲县"], Q2, at, amounts={FIGURE: "10"})
    assert flags(small, one) == set() and review_sheet(small, one).last is None


def test_a_status_that_contradicts_its_figure_is_told(small: Workspace, of: dict[str, int], at: datetime) -> None:
    one = reported(small, of["甲县"], Q2, at, amounts={FIGURE: "50"}, status=Status.NOT_STARTED)
    assert (Flag.REACHED_NOT_STARTED, "01-AAAAAA") in flags(small, one)
    other = reported(small, of["乙县"], Q2, at, amounts={FIGURE: "49"}, status=Status.COMPLETED)
    assert (Flag.COMPLETED_BELOW_TARGET, "01-AAAAAA") in flags(small, other)


def test_copied_words_are_told_and_short_ones_are_not(small: Workspace, of: dict[str, int], at: datetime) -> None:
    words = {"01-DDDDDD": LONG, "01-EEEEEE": "已完成"}
    reported(small, of["甲县"], Q1, at, amounts={}, narratives=words, decision=Decision.ACCEPTED)
    reported(small, of["乙县"], Q2, at, amounts={}, narratives={"01-DDDDDD": LONG.replace("，", "， ")})
    one = reported(small, of["甲县"], Q2, at, amounts={}, narratives=words)
    found = review_sheet(small, one).remarks
    assert [(remark.flag, remark.task_id) for remark in found] == [
        (Flag.SAME_AS_LAST, "01-DDDDDD"),
        (Flag.SAME_AS_OTHER, "01-DDDDDD"),
    ]
    assert found[1].facts == {"unit": "乙县"}


def test_a_later_return_tells_where_it_differs_from_the_one_before(
    small: Workspace, of: dict[str, int], at: datetime
) -> None:
    reported(small, of["甲县"], Q2, at, amounts={FIGURE: "20"}, narratives={"01-DDDDDD": "旧"})
    later = reported(small, of["甲县"], Q2, at, sequence=3, amounts={FIGURE: "25"}, narratives={"01-DDDDDD": "新"})
    sheet = review_sheet(small, later)
    assert sheet.replaces is not None and sheet.replaces.sequence == 1
    found = [(one.task_id, one.field, one.old, one.new) for task in sheet.tasks for one in task.changed]
    assert found == [
        ("01-AAAAAA", Field.VALUE, Value(Decimal(20)), Value(Decimal(25))),
        ("01-DDDDDD", Field.NARRATIVE, "旧", "新"),
    ]


def test_evidence_and_shares_are_looked_at(small: Workspace, of: dict[str, int], at: datetime) -> None:
    file = ReceivedEvidence(task_id="01-DDDDDD", name="名单.pdf", size=1, sha256="a" * 64, fate=EvidenceFate.MISSING)
    bad = replace(file, name="照片.jpg", fate=EvidenceFate.ALTERED)
    edit = GridEdit(unit_id=of["甲县"], task_id="01-AAAAAA", indicator_id=FIGURE, new=Decimal(40))
    edit_grid(small, [edit], operator="张三", at=at)
    one = reported(small, of["甲县"], Q2, at, amounts={}, evidence=(file, bad))
    found = {remark.flag: remark.facts for remark in review_sheet(small, one).remarks}
    assert found == {
        Flag.TARGET_DIFFERS: {"stated": Decimal(50), "assigned": Decimal(40)},
        Flag.EVIDENCE_MISSING: {"name": "名单.pdf"},
        Flag.EVIDENCE_ALTERED: {"name": "照片.jpg"},
    }


def test_silence_is_told(small: Workspace, of: dict[str, int], at: datetime) -> None:
    one = reported(small, of["甲县"], Q2, at, amounts={FIGURE: "1"}, status=None)
    silent = {task for flag, task in flags(small, one) if flag is Flag.NOTHING_SAID}
    assert silent == {"01-BBBBBB", "01-CCCCCC", "01-DDDDDD", "01-EEEEEE"}


def test_sending_back_needs_a_word(small: Workspace, of: dict[str, int], at: datetime) -> None:
    one = reported(small, of["甲县"], Q2, at, amounts={})
    for comments in ({}, {"01-AAAAAA": "  "}):
        with pytest.raises(NothingToCorrect):
            decide(small, one, Decision.RETURNED, comment=" ", comments=comments, operator="王五", at=at)
    review, changes = decide(small, one, Decision.RETURNED, comments={"01-AAAAAA": "数字不符"}, operator="王五", at=at)
    assert (review.comment, review.comments) == (SEE_TASKS, {"01-AAAAAA": "数字不符"})
    assert changes.received
    assert [each.state for each in judged_returns(small)] == [ReturnState.RETURNED]


def test_the_latest_decision_holds(small: Workspace, of: dict[str, int], at: datetime) -> None:
    one = reported(small, of["甲县"], Q2, at, amounts={})
    decide(small, one, Decision.ACCEPTED, comments={"01-AAAAAA": "不留"}, operator="王五", at=at)
    (judged,) = judged_returns(small)
    assert judged.state is ReturnState.ACCEPTED and judged.review is not None and judged.review.comments == {}
    decide(small, one, Decision.RETURNED, comment="发现错误", comments={}, operator="王五", at=at)
    assert [each.state for each in judged_returns(small)] == [ReturnState.RETURNED]
    assert len(review_sheet(small, one).decisions) == 2


def test_a_replaced_return_is_not_decided_on(small: Workspace, of: dict[str, int], at: datetime) -> None:
    one = reported(small, of["甲县"], Q2, at, amounts={})
    reported(small, of["甲县"], Q2, at, sequence=4, amounts={})
    with pytest.raises(ReturnReplaced) as raised:
        decide(small, one, Decision.ACCEPTED, comments={}, operator="王五", at=at)
    assert (raised.value.sequence, raised.value.latest) == (1, 4)
    assert all(each.review is None for each in judged_returns(small))
