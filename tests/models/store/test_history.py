"""The trail: append-only, and enough to tell how everything that stands came to stand."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Status
from models.store.database import Workspace
from models.store.entries import Entry, Field, FieldEdit, Value, entries, record
from models.store.history import task_history
from models.work.start import start_workspace
from tests.models.store.conftest import AT
from tests.models.work.example_plan import small_plan

PLACES = [("01-AAAAAA", "01-AAAAAA/1"), ("01-BBBBBB", "01-BBBBBB/2"), ("01-DDDDDD", None)]
PERIODS = [Period(2021, PeriodKind.QUARTER, 1), Period(2021, PeriodKind.QUARTER, 2), Period(2021, PeriodKind.MONTH, 5)]
AMOUNTS = st.integers(min_value=0, max_value=999).map(lambda n: Decimal(n) / 4)
REASONS = st.sampled_from(["未统计", "no data: 未统计", "0"])
VALUES = st.none() | AMOUNTS | AMOUNTS.map(Value) | REASONS.map(lambda reason: Value(None, reason))
TEXTS = st.text(alphabet="完成了 \n\t\r\x00=no data:", max_size=8)


@st.composite
def edits(draw: st.DrawFn) -> FieldEdit:
    task_id, indicator_id = draw(st.sampled_from(PLACES))
    period = draw(st.sampled_from(PERIODS))
    field = draw(st.sampled_from([one for one in Field if indicator_id or one is not Field.VALUE]))
    if field is Field.VALUE:
        new = draw(VALUES)
        return FieldEdit(period=period, task_id=task_id, field=field, new=new, indicator_id=indicator_id)
    drawn = draw(st.none() | st.sampled_from(Status)) if field is Field.STATUS else draw(TEXTS)
    return FieldEdit(period=period, task_id=task_id, field=field, new=drawn)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Return one workspace for all examples; what holds must hold from any state."""
    with start_workspace(
        tmp_path_factory.mktemp("history") / "a.yaodian",
        plan=small_plan(),
        unit_name="某县教育局",
        unit_code="",
        operator="张三",
        installation_id="test",
        at=AT,
    ) as started:
        started.row("PRAGMA synchronous = OFF")  # thousands of commits, none of which is about durability
        yield started


def state(workspace: Workspace) -> dict[str, dict[str, Entry]]:
    return {period.id: entries(workspace, period) for period in PERIODS}


def replayed(workspace: Workspace) -> dict[tuple[str, str, str | None, Field], object]:
    """Follow the history from its beginning, looking at nothing else."""
    rows = [row for task_id, _ in PLACES for row in task_history(workspace, task_id, limit=1_000_000)]
    reached: dict[tuple[str, str, str | None, Field], object] = {}
    for row in sorted(rows, key=lambda row: row.seq):
        place = (row.period.id, row.task_id, row.indicator_id, row.field)
        assert (reached.get(place) or None) == (row.old or None)
        reached[place] = row.new
    return {place: value for place, value in reached.items() if value}


def standing(workspace: Workspace) -> dict[tuple[str, str, str | None, Field], object]:
    found: dict[tuple[str, str, str | None, Field], object] = {}
    for period_id, by_task in state(workspace).items():
        for task_id, one in by_task.items():
            found |= {(period_id, task_id, place, Field.VALUE): value for place, value in one.values.items()}
            found |= {(period_id, task_id, None, field): one.get(field) for field in Field if field is not Field.VALUE}
    return {place: value for place, value in found.items() if value}


@given(st.lists(st.lists(edits(), max_size=4), max_size=5))
def test_undoing_everything_leads_back_and_redoing_it_forth(shared: Workspace, steps: list[list[FieldEdit]]) -> None:
    before = state(shared)
    done = [record(shared, step, operator="张三", at=AT) for step in steps]
    after = state(shared)
    undone = [record(shared, one.undo, operator="张三", at=AT) for one in reversed(done)]
    assert state(shared) == before
    for one in reversed(undone):
        record(shared, one.undo, operator="张三", at=AT)
    assert state(shared) == after


@given(st.lists(edits(), max_size=6))
def test_the_history_replays_to_what_stands(shared: Workspace, step: list[FieldEdit]) -> None:
    record(shared, step, operator="李四", at=AT)
    assert replayed(shared) == standing(shared)


@given(st.lists(edits(), max_size=6))
def test_recording_twice_is_recording_once(shared: Workspace, step: list[FieldEdit]) -> None:
    last = {(one.period, one.task_id, one.indicator_id, one.field): one for one in step}
    record(shared, list(last.values()), operator="张三", at=AT)
    assert not record(shared, list(last.values()), operator="张三", at=AT).changes


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET operator = '别人'",
        "DELETE FROM history",
        "INSERT OR REPLACE INTO history (seq, at, operator, period, task_id, field, old, new)"
        " SELECT seq, at, '别人', period, task_id, field, old, new FROM history",
    ],
)
def test_nothing_in_it_is_ever_changed(workspace: Workspace, period: Period, at: datetime, statement: str) -> None:
    edit = FieldEdit(period=period, task_id="01-AAAAAA", field=Field.REMARK, new="备注")
    record(workspace, [edit], operator="张三", at=at)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), workspace.transaction() as connection:
        connection.execute(statement)
    assert [row.operator for row in task_history(workspace, "01-AAAAAA")] == ["张三"]


def test_it_survives_closing(workspace: Workspace, period: Period, at: datetime, tmp_path: Path) -> None:
    from models.store.database import open_workspace

    edit = FieldEdit(period=period, task_id="01-AAAAAA", field=Field.REMARK, new="备注")
    record(workspace, [edit], operator="张三", at=at)
    told = task_history(workspace, "01-AAAAAA")
    workspace.close()
    with open_workspace(workspace.path) as again:
        assert task_history(again, "01-AAAAAA") == told
