"""The rows of the grid, and what whole ranges of it become: parts given to many units, targets divided among them.

A row is a task, or one of its targets below it. Everything here answers with edits; nothing is written.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.core.vocabulary import Duty
from models.store.assignments import Grid, GridEdit
from models.store.records import IndicatorRecord, TaskRecord
from models.work.distribute import distribute, exact_sum, is_additive


@dataclass(frozen=True, slots=True)
class GridRow:
    """A task (``indicator`` is None), or one of its targets."""

    task: TaskRecord
    indicator: IndicatorRecord | None = None

    @property
    def number(self) -> str:
        """How the row is named beside the grid and in a sheet.

        A task by its number, 12; a target by its place in it, 12(1): no program takes that for a date or an amount.
        """
        return str(self.task.number) if self.indicator is None else f"{self.task.number}({self.indicator.position})"

    @property
    def text(self) -> str:
        """What the task, or the target, is called."""
        return self.task.text if self.indicator is None else self.indicator.name


@dataclass(frozen=True, slots=True)
class Distribution:
    """What dividing targets comes to: the edits, how many targets are divided, and how many are left as they are."""

    edits: tuple[GridEdit, ...]
    divided: int
    left: int


def grid_rows(tasks: Iterable[TaskRecord]) -> tuple[GridRow, ...]:
    """Return all rows, each task before its targets."""
    return tuple(
        row for task in tasks for row in (GridRow(task), *(GridRow(task, indicator) for indicator in task.indicators))
    )


def with_part(tasks: Iterable[TaskRecord], units: Collection[int], duty: Duty, grid: Grid) -> tuple[GridEdit, ...]:
    """Give units a part in tasks in which they have none."""
    return tuple(
        GridEdit(unit_id=unit_id, task_id=task.id, new=duty)
        for task in tasks
        for unit_id in units
        if (unit_id, task.id) not in grid.duties
    )


def turned(cells: Sequence[tuple[int, str]], duty: Duty, grid: Grid) -> tuple[GridEdit, ...]:
    """Give a part in cells (unit's id, task's id), or take it from all of them where all of them have it."""
    new = None if all(grid.duties.get(cell) is duty for cell in cells) else duty
    return tuple(GridEdit(unit_id=unit_id, task_id=task_id, new=new) for unit_id, task_id in cells)


def divided(
    indicators: Iterable[IndicatorRecord],
    units: Sequence[int],
    weights: Callable[[str], Mapping[int, Decimal]],
    grid: Grid,
    *,
    again: bool,
) -> Distribution:
    """Divide targets among units.

    1. What other units have of a target stays theirs: only the rest is divided.
    2. A unit whose weight is nothing gets nothing, not a share of zero.
    3. Percentages and ceilings are not divided: a unit that has no part in the task leads it, with the target as it is.

    Args:
        indicators: whose targets.
        units: among whom, by their ids.
        weights: for a target, by its id, what the units count, by theirs.
        grid: what stands.
        again: also targets of which one of the units has a share already; else these are left as they are.
    """
    given: dict[str, dict[int, Decimal]] = {}
    for (unit_id, indicator_id), share in grid.shares.items():
        given.setdefault(indicator_id, {})[unit_id] = share
    edits: list[GridEdit] = []
    done = left = 0
    for one in indicators:
        own = weights(one.id)
        weighing = {unit_id: weight for unit_id in units if (weight := own.get(unit_id))}
        found = _divided(one, units, weighing, given.get(one.id, {}), grid, again=again)
        done, left = (done + 1, left) if found is not None else (done, left + 1)
        edits += found or ()
    return Distribution(tuple(edits), done, left)


def _divided(
    indicator: IndicatorRecord,
    units: Sequence[int],
    weights: Mapping[int, Decimal],
    given: Mapping[int, Decimal],
    grid: Grid,
    *,
    again: bool,
) -> list[GridEdit] | None:
    """Return the edits for one target, or None where it stays as it is."""
    if not weights:
        return None
    if not is_additive(indicator):
        return [
            GridEdit(unit_id=unit_id, task_id=indicator.task_id, new=Duty.LEAD)
            for unit_id in weights
            if (unit_id, indicator.task_id) not in grid.duties
        ]
    others = [share for unit_id, share in given.items() if unit_id not in units]
    rest = exact_sum([indicator.target, *(-share for share in others)])
    if rest <= 0 or (not again and any(unit_id in given for unit_id in units)):
        return None
    shares = distribute(rest, weights, unit=indicator.unit)
    wanted = {unit_id: shares.get(unit_id) or None for unit_id in units}
    return [
        GridEdit(unit_id=unit_id, task_id=indicator.task_id, indicator_id=indicator.id, new=share)
        for unit_id, share in wanted.items()
        if share != given.get(unit_id)
    ]
