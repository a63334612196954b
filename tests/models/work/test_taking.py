"""采用: a proposal becomes the superior's own figure only where a person takes it, and is taken back like any other."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.store.database import Workspace
from models.store.entries import entries, record
from models.store.history import task_history
from models.store.period_events import Event, PeriodClosed, PeriodEvent, add_event
from models.store.records import Field, FieldEdit, Value
from models.work.summary import IndicatorLine, read_summary
from models.work.taking import Match, blank_ones, match_of, take, take_blank
from tests.models.work.received_example import reported, units

Q2 = Period(2021, PeriodKind.QUARTER, 2)
FIRST, SECOND, THIRD, CEILING = "01-AAAAAA/1", "01-BBBBBB/1", "01-BBBBBB/2", "01-CCCCCC/1"


@pytest.fixture
def superior(small: Workspace, at: datetime) -> Workspace:
    """Return a workspace in which two units' figures are accepted."""
    of = units(small, at, "甲县", "乙县")
    for unit_id, amounts in zip(of.values(), ({FIRST: "1.25", SECOND: "4"}, {FIRST: "2", THIRD: "30"}), strict=True):
        reported(small, unit_id, Q2, at, amounts={**amounts, CEILING: "3"}, decision=Decision.ACCEPTED)
    return small


def lines(workspace: Workspace) -> dict[str, IndicatorLine]:
    return {line.indicator.id: line for line in read_summary(workspace, Q2, today=date(2021, 6, 28)).indicators}


def own(workspace: Workspace, indicator_id: str, new: Value, at: datetime) -> None:
    edit = FieldEdit(
        period=Q2, task_id=indicator_id.partition("/")[0], field=Field.VALUE, new=new, indicator_id=indicator_id
    )
    record(workspace, [edit], operator="张三", at=at)


def amounts(workspace: Workspace) -> dict[str, Decimal | None]:
    return {id: value.amount for one in entries(workspace, Q2).values() for id, value in one.values.items()}


def test_each_line_says_how_it_stands_to_the_own_figure(superior: Workspace, at: datetime) -> None:
    own(superior, FIRST, Value(Decimal("3.250")), at)
    own(superior, SECOND, Value(None, "还没有数"), at)
    found = {indicator_id: match_of(line) for indicator_id, line in lines(superior).items()}
    assert found == {FIRST: Match.SAME, SECOND: Match.DIFFERENT, THIRD: Match.BLANK, CEILING: Match.NOTHING}


def test_one_is_taken_over_what_stands_there_and_taken_back(superior: Workspace, at: datetime) -> None:
    own(superior, FIRST, Value(Decimal(7)), at)
    taken = take(superior, Q2, [lines(superior)[FIRST]], operator="李四", at=at)
    assert amounts(superior) == {FIRST: Decimal("3.25")}
    assert task_history(superior, "01-AAAAAA", 1)[0].operator == "李四"
    record(superior, taken.undo, operator="李四", at=at)
    assert amounts(superior) == {FIRST: Decimal(7)}


def test_many_fill_only_what_is_blank(superior: Workspace, at: datetime) -> None:
    own(superior, FIRST, Value(Decimal(7)), at)
    seen = blank_ones(lines(superior).values())
    assert [line.indicator.id for line in seen] == [SECOND, THIRD]
    own(superior, SECOND, Value(None, "还没有数"), at)
    taken = take_blank(superior, Q2, seen, operator="张三", at=at)
    assert amounts(superior) == {FIRST: Decimal(7), SECOND: None, THIRD: Decimal(30)}
    assert len(taken.undo) == 1


def test_nothing_enters_a_closed_period(superior: Workspace, at: datetime) -> None:
    seen = blank_ones(lines(superior).values())
    closing = PeriodEvent(
        at=at, operator="张三", period=Q2, sequence=1, event=Event.CLOSED, check_code="4F7K-9QXM-2RTC"
    )
    add_event(superior, closing)
    for taking in (take, take_blank):
        with pytest.raises(PeriodClosed):
            taking(superior, Q2, seen, operator="张三", at=at)
    assert amounts(superior) == {}
