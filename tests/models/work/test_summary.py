"""汇总: what the meeting is shown follows from accepted returns alone, and says who is missing."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.store.database import Workspace
from models.store.entries import record
from models.store.records import Field, FieldEdit
from models.work.collect_board import CellState
from models.work.summary import Summary, read_summary, with_own_entries
from tests.models.work.received_example import reported, units

Q2 = Period(2021, PeriodKind.QUARTER, 2)
FIGURE = "01-AAAAAA/1"


@pytest.fixture
def summary(small: Workspace, at: datetime) -> Summary:
    """Return the summary of five units: two accepted with equal figures, one less, one waiting, one silent."""
    of = units(small, at, "甲县", "乙县", "丙县", "丁县", "戊县")
    for name, amount, decision in (
        ("甲县", "40", Decision.ACCEPTED),
        ("乙县", "40", Decision.ACCEPTED),
        ("丙县", "10", Decision.ACCEPTED),
        ("丁县", "50", None),
    ):
        reported(small, of[name], Q2, at, amounts={FIGURE: amount}, decision=decision)
    return read_summary(small, Q2, today=date(2021, 6, 28))


def test_units_rank_by_their_completion_and_equals_share_a_rank(summary: Summary) -> None:
    assert [(line.unit.name, line.rank, line.completion) for line in summary.units] == [
        ("甲县", 1, Decimal("0.8")),
        ("乙县", 1, Decimal("0.8")),
        ("丙县", 3, Decimal("0.2")),
        ("丁县", 0, None),
        ("戊县", 0, None),
    ]
    assert [line.unit.name for line in summary.ranking] == ["甲县", "乙县", "丙县"]


def test_a_figure_that_is_not_accepted_enters_nothing(summary: Summary) -> None:
    line = next(one for one in summary.indicators if one.indicator.id == FIGURE)
    assert line.proposal.amount == Decimal(90) and line.own is None
    assert summary.units[3].cell.state is CellState.WAITING and summary.units[3].total == 0


def test_who_is_missing_is_said(summary: Summary) -> None:
    assert [line.unit.name for line in summary.missing] == ["戊县"]


def test_every_task_is_counted_in_its_item(summary: Summary) -> None:
    assert sum(line.total for line in summary.items) == len(summary.board.tasks) == 5


def test_own_entries_are_read_alone_where_nothing_else_changed(small: Workspace, at: datetime) -> None:
    of = units(small, at, "甲县", "乙县")
    reported(small, of["甲县"], Q2, at, amounts={FIGURE: "40"}, decision=Decision.ACCEPTED)
    before = read_summary(small, Q2, today=date(2021, 6, 28))
    edit = FieldEdit(period=Q2, task_id="01-AAAAAA", field=Field.VALUE, new=Decimal(40), indicator_id=FIGURE)
    record(small, [edit], operator="张三", at=at)
    asked: list[str] = []
    small.db.conn.set_trace_callback(asked.append)
    after = with_own_entries(small, before)
    small.db.conn.set_trace_callback(None)
    assert after == read_summary(small, Q2, today=date(2021, 6, 28)) != before
    assert not [query for query in asked if "received" in query]


def test_the_number_of_queries_does_not_grow(small: Workspace, at: datetime) -> None:
    counts = []
    for size in (2, 25):
        of = units(small, at, *(f"单位{n}" for n in range(size)))
        for unit_id in list(of.values())[0 if size == 2 else 2 :]:
            reported(small, unit_id, Q2, at, amounts={FIGURE: "1"}, decision=Decision.ACCEPTED)
        asked: list[str] = []
        small.db.conn.set_trace_callback(asked.append)
        read_summary(small, Q2, today=date(2021, 6, 28))
        small.db.conn.set_trace_callback(None)
        counts.append(len(asked))
    assert counts[0] == counts[1]
