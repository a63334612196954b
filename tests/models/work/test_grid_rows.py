"""Ranges of the grid: parts for many at once, targets divided among the chosen units, and nothing that others have."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.vocabulary import Duty
from models.store.assignments import Grid, GridEdit
from models.store.records import IndicatorRecord, TaskRecord
from models.work.adopt_plan import rows_of
from models.work.distribute import exact_sum
from models.work.grid_rows import divided, grid_rows, turned, with_part
from tests.models.work.example_plan import small_plan

A, B, C, D = "01-AAAAAA", "01-BBBBBB", "01-CCCCCC", "01-DDDDDD"


@pytest.fixture
def tasks() -> tuple[TaskRecord, ...]:
    """Return the tasks of the small plan."""
    return rows_of(small_plan())[1]


@pytest.fixture
def targets(tasks: tuple[TaskRecord, ...]) -> dict[str, IndicatorRecord]:
    """Return its targets by their ids: 100, 40, 10000, and a ceiling of 5."""
    return {one.id: one for task in tasks for one in task.indicators}


def shares(edits: tuple[GridEdit, ...]) -> dict[int, object]:
    return {edit.unit_id: edit.new for edit in edits}


def test_each_task_stands_before_its_targets(tasks: tuple[TaskRecord, ...]) -> None:
    rows = grid_rows(tasks)
    assert [row.number for row in rows] == ["1", "1(1)", "2", "2(1)", "2(2)", "3", "3(1)", "4", "5"]
    assert rows[0].text == tasks[0].text and rows[1].text == tasks[0].indicators[0].name


def test_only_blank_cells_get_a_part(tasks: tuple[TaskRecord, ...]) -> None:
    grid = Grid({(1, A): Duty.SUPPORT}, {})
    edits = with_part(tasks[:2], (1, 2), Duty.LEAD, grid)
    assert [(edit.unit_id, edit.task_id, edit.new) for edit in edits] == [
        (2, A, Duty.LEAD),
        (1, B, Duty.LEAD),
        (2, B, Duty.LEAD),
    ]


def test_a_part_is_taken_away_only_where_all_have_it() -> None:
    grid = Grid({(1, A): Duty.LEAD, (2, A): Duty.SUPPORT}, {})
    both = [(1, A), (2, A)]
    assert shares(turned(both, Duty.LEAD, grid)) == {1: Duty.LEAD, 2: Duty.LEAD}
    assert shares(turned(both[:1], Duty.LEAD, grid)) == {1: None}


def test_only_what_the_other_units_leave_is_divided(targets: dict[str, IndicatorRecord]) -> None:
    one = targets[f"{A}/1"]
    grid = Grid({}, {(9, one.id): Decimal(90)})
    made = divided([one], (1, 2), lambda _: {1: Decimal(1), 2: Decimal(1)}, grid, again=False)
    assert (shares(made.edits), made.divided) == ({1: Decimal(5), 2: Decimal(5)}, 1)
    full = Grid({}, {(9, one.id): Decimal(120)})
    assert divided([one], (1, 2), lambda _: {1: Decimal(1)}, full, again=True).left == 1


def test_what_is_divided_already_stays_unless_asked_for(targets: dict[str, IndicatorRecord]) -> None:
    one = targets[f"{A}/1"]
    grid = Grid({(1, A): Duty.LEAD}, {(1, one.id): Decimal(70)})
    weights = {1: Decimal(1), 2: Decimal(3)}
    assert divided([one], (1, 2), lambda _: weights, grid, again=False).edits == ()
    made = divided([one], (1, 2), lambda _: weights, grid, again=True)
    assert shares(made.edits) == {1: Decimal(25), 2: Decimal(75)}


def test_a_unit_that_counts_nothing_gets_nothing_and_loses_what_it_had(targets: dict[str, IndicatorRecord]) -> None:
    one = targets[f"{A}/1"]
    grid = Grid({(2, A): Duty.LEAD}, {(2, one.id): Decimal(70)})
    made = divided([one], (1, 2, 3), lambda _: {1: Decimal(4), 2: Decimal(0)}, grid, again=True)
    assert shares(made.edits) == {1: Decimal(100), 2: None}


def test_a_ceiling_is_not_divided_but_each_unit_leads_it(targets: dict[str, IndicatorRecord]) -> None:
    grid = Grid({(1, C): Duty.SUPPORT}, {})
    made = divided([targets[f"{C}/1"]], (1, 2), lambda _: {1: Decimal(1), 2: Decimal(1)}, grid, again=True)
    assert made.edits == (GridEdit(unit_id=2, task_id=C, new=Duty.LEAD),)


def test_each_target_can_have_weights_of_its_own(targets: dict[str, IndicatorRecord]) -> None:
    last = {f"{B}/1": {1: Decimal(30), 2: Decimal(10)}}
    made = divided(
        [targets[f"{B}/1"], targets[f"{B}/2"]], (1, 2), lambda one: last.get(one, {}), Grid({}, {}), again=False
    )
    assert (shares(made.edits), made.divided, made.left) == ({1: Decimal(30), 2: Decimal(10)}, 1, 1)


@given(
    standing=st.dictionaries(st.integers(1, 6), st.integers(0, 30).map(Decimal)),
    chosen=st.sets(st.integers(1, 6), min_size=1),
    weights=st.dictionaries(st.integers(1, 6), st.integers(0, 9).map(Decimal)),
)
def test_the_whole_grid_adds_up_to_the_target_whenever_something_was_divided(
    standing: dict[int, Decimal], chosen: set[int], weights: dict[int, Decimal]
) -> None:
    one = next(one for task in rows_of(small_plan())[1] for one in task.indicators)
    grid = Grid({}, {(unit_id, one.id): share for unit_id, share in standing.items()})
    made = divided([one], sorted(chosen), lambda _: weights, grid, again=True)
    after = standing | {edit.unit_id: edit.new for edit in made.edits}
    if made.divided:
        assert exact_sum(share for share in after.values() if isinstance(share, Decimal)) == one.target
    assert {unit: after.get(unit) for unit in standing if unit not in chosen} == {
        unit: share for unit, share in standing.items() if unit not in chosen
    }
