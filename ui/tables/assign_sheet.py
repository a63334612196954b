"""The grid of 下达 as its page holds it: who has which part and share, sums kept up to date, rows chosen by filters.

It is read once and then changed cell by cell along with the workspace; nothing of it is computed before it is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.core.vocabulary import Duty, TaskKind
from models.store.assignments import Grid, GridEdit, IssuedAssignment
from models.store.directory import DirectoryUnit
from models.store.records import IndicatorRecord
from models.work.assign import Assigning
from models.work.distribute import Allocation, exact_sum, is_additive
from models.work.grid_rows import GridRow, grid_rows


class Show(StrEnum):
    """Which rows are wanted, by how far they are given on."""

    ALL = "all"
    OPEN = "open"  # tasks that no unit has
    REMAINDER = "remainder"  # targets whose shares don't add up to them


@dataclass(frozen=True, slots=True)
class RowChoice:
    """What the filters say; None and blank leave all."""

    show: Show = Show.ALL
    part: int | None = None
    kind: TaskKind | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is, and how much of it is open."""

    units: int
    tasks: int
    open: int
    remainder: int


class AssignSheet:
    """Parts and shares by unit and row."""

    def __init__(self, basis: Assigning, latest: Mapping[int, IssuedAssignment] | None = None) -> None:
        """Take in what was read; ``latest`` is what each unit was sent last."""
        self.basis = basis
        self.latest = latest or {}
        self.units: tuple[DirectoryUnit, ...] = basis.units
        self.rows: tuple[GridRow, ...] = grid_rows(basis.tasks)
        self._duties: dict[tuple[int, str], Duty] = dict(basis.grid.duties)
        self._shares: dict[tuple[int, str], Decimal] = dict(basis.grid.shares)
        self._holders: dict[str, int] = {}  # how many units have a part, by task
        for _, task_id in self._duties:
            self._holders[task_id] = self._holders.get(task_id, 0) + 1
        self._given: dict[str, dict[int, Decimal]] = {}
        for (unit_id, indicator_id), share in self._shares.items():
            self._given.setdefault(indicator_id, {})[unit_id] = share
        self._sums: dict[str, Allocation] = {}  # as far as they were asked for since they last changed

    @property
    def grid(self) -> Grid:
        """The cells as they stand."""
        return Grid(self._duties, self._shares)

    def duty(self, unit_id: int, task_id: str) -> Duty | None:
        """Return a unit's part in a task."""
        return self._duties.get((unit_id, task_id))

    def share(self, unit_id: int, indicator_id: str) -> Decimal | None:
        """Return what was set as a unit's share of a target."""
        return self._shares.get((unit_id, indicator_id))

    def allocation(self, indicator: IndicatorRecord) -> Allocation | None:
        """Return how far a target is given on; None for percentages and ceilings, which are never divided."""
        if not is_additive(indicator):
            return None
        if indicator.id not in self._sums:
            given = self._given.get(indicator.id, {})
            self._sums[indicator.id] = Allocation(indicator.target, exact_sum(given.values()), len(given))
        return self._sums[indicator.id]

    def apply(self, made: Iterable[GridEdit]) -> frozenset[str]:
        """Set cells as they were set in the workspace; returns the ids of the tasks that they belong to."""
        touched = set()
        for edit in made:
            touched.add(edit.task_id)
            if edit.indicator_id is None:
                self._set_duty(edit.unit_id, edit.task_id, edit.new)
            else:
                self._set_share(edit.unit_id, edit.indicator_id, edit.new)
        return frozenset(touched)

    def chosen(self, choice: RowChoice) -> tuple[GridRow, ...]:
        """Return the rows that the filters leave; a task stays with all its targets, or goes with them."""
        wanted = choice.text.strip().casefold()
        return tuple(row for row in self.rows if self._fits(row, choice, wanted))

    def counts(self) -> Counts:
        """Count what there is."""
        return Counts(
            units=len(self.units),
            tasks=len(self.basis.tasks),
            open=sum(task.id not in self._holders for task in self.basis.tasks),
            remainder=sum(self._is_off(one) for task in self.basis.tasks for one in task.indicators),
        )

    def parts(self) -> Mapping[int, str]:
        """Return the titles of the plan's parts by their numbers."""
        return {task.part_number: task.part_title for task in self.basis.tasks}

    def _fits(self, row: GridRow, choice: RowChoice, wanted: str) -> bool:
        task = row.task
        if choice.part is not None and task.part_number != choice.part:
            return False
        if choice.kind is not None and task.kind is not choice.kind:
            return False
        if choice.show is Show.OPEN and task.id in self._holders:
            return False
        if choice.show is Show.REMAINDER and not any(map(self._is_off, task.indicators)):
            return False
        said = (str(task.number), task.text, *(one.name for one in task.indicators))
        return not wanted or any(wanted in text.casefold() for text in said)

    def _is_off(self, indicator: IndicatorRecord) -> bool:
        allocation = self.allocation(indicator)
        return allocation is not None and bool(allocation.remainder)

    def _set_duty(self, unit_id: int, task_id: str, new: object) -> None:
        place = (unit_id, task_id)
        held = self._holders.get(task_id, 0) - (place in self._duties) + (new is not None)
        if isinstance(new, Duty):
            self._duties[place] = new
        else:
            self._duties.pop(place, None)
        if held:
            self._holders[task_id] = held
        else:
            self._holders.pop(task_id, None)

    def _set_share(self, unit_id: int, indicator_id: str, new: object) -> None:
        given = self._given.setdefault(indicator_id, {})
        if isinstance(new, Decimal):
            self._shares[unit_id, indicator_id] = given[unit_id] = new
        else:
            self._shares.pop((unit_id, indicator_id), None)
            given.pop(unit_id, None)
        self._sums.pop(indicator_id, None)


def tasks_of(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """Return the ids of the tasks that rows belong to, each once, in order."""
    return tuple(dict.fromkeys(row.task.id for row in rows))
