"""The grid: cells are set and taken back, each change is on record, and what the plan lost is out of it."""

import sqlite3
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.core.numbers import NotANumber
from models.core.vocabulary import Duty
from models.store.assignments import (
    Assigned,
    CellGone,
    Grid,
    GridEdit,
    IssuedAssignment,
    add_issued,
    edit_grid,
    grid_changes,
    issued,
    last_issued,
    read_grid,
)
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, restore_unit, retire_unit, subordinates

A, B, D = "01-AAAAAA", "01-BBBBBB", "01-DDDDDD"


@pytest.fixture
def units(workspace: Workspace, at: datetime) -> list[int]:
    """Return three units of the directory."""
    put_units(workspace, [UnitFacts(name=name) for name in ("甲", "乙", "丙")], at=at)
    return [unit.id for unit in subordinates(workspace)]


def edit(workspace: Workspace, at: datetime, *edits: GridEdit) -> Assigned:
    return edit_grid(workspace, edits, operator="张三", at=at)


def test_a_part_and_a_share_are_set_and_changed(workspace: Workspace, at: datetime, units: list[int]) -> None:
    first, second, _ = units
    edits = (
        GridEdit(unit_id=first, task_id=A, new=Duty.LEAD),
        GridEdit(unit_id=first, task_id=A, indicator_id=f"{A}/1", new=Decimal("40.0")),
        GridEdit(unit_id=second, task_id=A, new=Duty.SUPPORT),
    )
    assert edit(workspace, at, *edits).changes.assignments
    assert not edit(workspace, at, *edits).changes
    assert read_grid(workspace) == Grid(
        {(first, A): Duty.LEAD, (second, A): Duty.SUPPORT}, {(first, f"{A}/1"): Decimal(40)}
    )


def test_a_share_without_a_part_makes_the_unit_lead(workspace: Workspace, at: datetime, units: list[int]) -> None:
    made = edit(workspace, at, GridEdit(unit_id=units[0], task_id=B, indicator_id=f"{B}/2", new=Decimal(7)))
    assert read_grid(workspace).duties == {(units[0], B): Duty.LEAD}
    edit(workspace, at, *made.undo)
    assert read_grid(workspace) == Grid({}, {})


def test_taking_a_part_away_takes_its_shares_and_gives_them_back(
    workspace: Workspace, at: datetime, units: list[int]
) -> None:
    for position in (1, 2):
        share = GridEdit(unit_id=units[0], task_id=B, indicator_id=f"{B}/{position}", new=Decimal(position))
        edit(workspace, at, share)
    before = read_grid(workspace)
    made = edit(workspace, at, GridEdit(unit_id=units[0], task_id=B, new=None))
    assert read_grid(workspace) == Grid({}, {})
    edit(workspace, at, *made.undo)
    assert read_grid(workspace) == before


def test_each_change_is_on_record_and_stays_there(workspace: Workspace, at: datetime, units: list[int]) -> None:
    edit(workspace, at, GridEdit(unit_id=units[0], task_id=A, indicator_id=f"{A}/1", new=Decimal(5)))
    edit(workspace, at, GridEdit(unit_id=units[1], task_id=D, new=Duty.SUPPORT))
    trail = [(one.unit_id, one.task_id, one.indicator_id, one.old, one.new) for one in grid_changes(workspace)]
    assert trail == [
        (units[1], D, None, None, Duty.SUPPORT),
        (units[0], A, f"{A}/1", None, Decimal(5)),
        (units[0], A, None, None, Duty.LEAD),
    ]
    assert [one.task_id for one in grid_changes(workspace, unit_id=units[1])] == [D]
    assert [one.operator for one in grid_changes(workspace, task_id=A, limit=1)] == ["张三"]
    for statement in ("DELETE FROM assignment_edits", "UPDATE assignment_edits SET new = 'x'"):
        with pytest.raises(sqlite3.IntegrityError), workspace.transaction() as connection:
            connection.execute(statement)


def test_what_the_grid_does_not_have_is_refused_whole(workspace: Workspace, at: datetime, units: list[int]) -> None:
    good = GridEdit(unit_id=units[0], task_id=A, new=Duty.LEAD)
    for gone in (
        GridEdit(unit_id=999, task_id=A, new=Duty.LEAD),
        GridEdit(unit_id=units[0], task_id="99-ZZZZZZ", new=Duty.LEAD),
        GridEdit(unit_id=units[0], task_id=A, indicator_id=f"{B}/1", new=Decimal(1)),
    ):
        with pytest.raises(CellGone):
            edit(workspace, at, good, gone)
    with pytest.raises(NotANumber):
        edit(workspace, at, good, GridEdit(unit_id=units[0], task_id=A, indicator_id=f"{A}/1", new=Decimal(-1)))
    assert read_grid(workspace) == Grid({}, {})


def test_a_retired_unit_is_out_of_the_grid_and_comes_back_with_its_part(
    workspace: Workspace, at: datetime, units: list[int]
) -> None:
    edit(workspace, at, GridEdit(unit_id=units[0], task_id=A, indicator_id=f"{A}/1", new=Decimal(5)))
    before = read_grid(workspace)
    retire_unit(workspace, units[0], at=at)
    assert read_grid(workspace) == Grid({}, {})
    with pytest.raises(CellGone):
        edit(workspace, at, GridEdit(unit_id=units[0], task_id=D, new=Duty.LEAD))
    restore_unit(workspace, units[0])
    assert read_grid(workspace) == before


def test_what_left_is_listed_newest_first(workspace: Workspace, at: datetime, units: list[int]) -> None:
    one = IssuedAssignment(
        unit_id=units[0],
        plan_id="2021-p",
        version=1,
        check_code="4F7K-9QXM-2RTC",
        fingerprint="K7QM 2XHD 9PTA VW4E",
        file_name="任务下达表_甲_2021_第1版.xlsx",
        sha256="0" * 64,
        at=at,
        operator="张三",
    )
    assert last_issued(workspace, units[0]) is None
    assert add_issued(workspace, one).assignments
    assert last_issued(workspace, units[0]) == one
    assert issued(workspace, unit_id=units[1]) == ()
    assert issued(workspace) == (one,)
    with pytest.raises(sqlite3.IntegrityError):
        add_issued(workspace, one)


CELLS = [(A, f"{A}/1"), (B, f"{B}/1"), (B, f"{B}/2"), (A, None), (B, None), (D, None)]
SHARE = st.one_of(st.none(), st.integers(0, 50).map(Decimal))
EDITS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(CELLS), st.one_of(st.none(), st.sampled_from(Duty)), SHARE), max_size=8
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(pastes=st.lists(EDITS, max_size=4))
def test_whatever_was_pasted_undo_takes_it_back_step_by_step(
    workspace: Workspace,
    at: datetime,
    units: list[int],
    pastes: list[list[tuple[int, tuple[str, str | None], Duty | None, Decimal | None]]],
) -> None:
    start = read_grid(workspace)
    states, undos = [], []
    for paste in pastes:
        states.append(read_grid(workspace))
        edits = [
            GridEdit(unit_id=units[unit], task_id=task, indicator_id=indicator, new=share if indicator else duty)
            for unit, (task, indicator), duty, share in paste
        ]
        done = edit(workspace, at, *edits)
        undos.append(done.undo)
        grid = read_grid(workspace)
        assert with_cells(states[-1], done.made) == grid
        assert read_grid(workspace, tasks=[B]) == only_of(grid, B)
        assert {(unit, one.split("/")[0]) for unit, one in grid.shares} <= set(grid.duties)
        redo = edit(workspace, at, *undos[-1])
        assert read_grid(workspace) == states[-1]
        undos[-1] = edit(workspace, at, *redo.undo).undo
        assert read_grid(workspace) == grid
    for state, undo in zip(reversed(states), reversed(undos), strict=True):
        edit(workspace, at, *undo)
        assert read_grid(workspace) == state
    assert read_grid(workspace) == start


def with_cells(grid: Grid, made: tuple[GridEdit, ...]) -> Grid:
    """Set cells by hand, one after the other."""
    duties, shares = dict(grid.duties), dict(grid.shares)
    for one in made:
        if one.indicator_id is None:
            duties.pop((one.unit_id, one.task_id), None)
        else:
            shares.pop((one.unit_id, one.indicator_id), None)
        if isinstance(one.new, Duty):
            duties[one.unit_id, one.task_id] = one.new
        elif one.new is not None:
            shares[one.unit_id, str(one.indicator_id)] = one.new
    return Grid(duties, shares)


def only_of(grid: Grid, task_id: str) -> Grid:
    return Grid(
        {place: duty for place, duty in grid.duties.items() if place[1] == task_id},
        {place: share for place, share in grid.shares.items() if place[1].startswith(f"{task_id}/")},
    )
