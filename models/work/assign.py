"""What of the plan goes to each unit: the content of its assignment, and what is odd about the grid before it leaves.

1. A unit gets the tasks in which it has a part.
2. Of their targets it gets its share. A target that can be divided and of which it has no share is left out; a
   percentage or a ceiling is its own in full, unless another one was set for it.
3. A task that is left without a target is a milestone for it, if it was a quantified one.
4. Where all units lead and none supports, each answers for its own share, and only itself is named; a unit that joins
   or leaves does not change what the others were told. Else all who share the task are named.
5. Versions count up for each unit over the year, whatever becomes of the plan's title or number in between.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from models.core.periods import PeriodKind
from models.core.vocabulary import Duty, Role, TaskKind
from models.store.assignments import Grid, IssuedAssignment, read_grid
from models.store.database import Workspace
from models.store.directory import DirectoryUnit, subordinates
from models.store.plans import current_plan, tasks
from models.store.records import IndicatorRecord, PlanRecord, TaskRecord, Unit
from models.store.units import own_unit
from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentHead, AssignmentRow
from models.work.board import NothingToReport
from models.work.distribute import Allocation, is_additive, share_rows


@dataclass(frozen=True, slots=True)
class Assigning:
    """All that assignments are drawn from, as it stands; ``shared`` tells by task who has which part in it."""

    plan: PlanRecord
    own: Unit
    units: tuple[DirectoryUnit, ...]
    tasks: tuple[TaskRecord, ...]
    grid: Grid
    shared: Mapping[str, Mapping[int, Duty]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is expected of all units alike: how often they report, who signs, whom they ask, what else is said."""

    period_kind: PeriodKind
    roles: frozenset[Role] = frozenset()
    contact: str = ""
    remark: str = ""


class Oddity(StrEnum):
    """What can be odd about the grid; the facts that go with each are named beside it."""

    UNIT_WITHOUT_TASKS = "unit-without-tasks"  # unit
    TASK_UNASSIGNED = "task-unassigned"  # task
    TASK_WITHOUT_LEAD = "task-without-lead"  # task
    LEAD_WITHOUT_SHARE = "lead-without-share"  # unit, task: of none of its targets
    SHARES_BELOW = "shares-below"  # task, indicator, allocation
    SHARES_ABOVE = "shares-above"  # task, indicator, allocation


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignProblem:
    """One thing to look at before assignments leave; nothing here stops them."""

    oddity: Oddity
    unit_id: int | None = None
    task_id: str | None = None
    indicator_id: str | None = None
    allocation: Allocation | None = None


def read_assigning(workspace: Workspace) -> Assigning:
    """Read all that assignments are drawn from, in seven queries however many units and tasks there are.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    plan, own = current_plan(workspace), own_unit(workspace)
    if plan is None or own is None:
        raise NothingToReport("plan" if plan is None else "unit")
    units, grid = subordinates(workspace), read_grid(workspace)
    return Assigning(plan, own, units, tasks(workspace), grid, _shared(units, grid))


def assignment_content(
    workspace: Workspace, unit_id: int, *, version: int, supersedes: str, terms: Terms, issued_on: date
) -> AssignmentContent:
    """Draw up one unit's assignment from what stands in the workspace; see ``content_for``.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    basis = read_assigning(workspace)
    unit = next(unit for unit in basis.units if unit.id == unit_id)
    return content_for(basis, unit, version=version, supersedes=supersedes, terms=terms, issued_on=issued_on)


def content_for(
    basis: Assigning, unit: DirectoryUnit, *, version: int, supersedes: str, terms: Terms, issued_on: date
) -> AssignmentContent:
    """Draw up one unit's assignment.

    Args:
        basis: what it is drawn from.
        unit: whose.
        version: counts from 1, see ``next_version``.
        supersedes: the check code of the version before, or blank.
        terms: what is expected of all units alike.
        issued_on: the day of the assignment.
    """
    plan = basis.plan
    own = [task for task in basis.tasks if unit.id in basis.shared.get(task.id, {})]
    return AssignmentContent(
        head=AssignmentHead(
            plan_id=plan.id,
            plan_title=plan.title,
            document_number=plan.document_number,
            year=plan.year,
            superior_name=basis.own.name,
            superior_code=basis.own.code,
            unit_name=unit.name,
            unit_code=unit.code,
            version=version,
            supersedes=supersedes,
            period_kind=terms.period_kind,
            reviewer=Role.REVIEWER in terms.roles,
            unit_head=Role.UNIT_HEAD in terms.roles,
            issued_on=issued_on,
            contact=terms.contact,
            remark=terms.remark,
        ),
        groups=tuple(_group(basis, unit, list(members)) for _, members in groupby(own, key=_item_of)),
    )


def next_version(before: Iterable[IssuedAssignment], plan_id: str) -> tuple[int, str]:
    """Return the number of a unit's next version, and the check code of the one that it supersedes.

    Args:
        before: what the unit was sent, in any order.
        plan_id: of the plan now.
    """
    latest = latest_version(before, plan_id)
    return (latest.version + 1, latest.check_code) if latest else (1, "")


def latest_version(before: Iterable[IssuedAssignment], plan_id: str) -> IssuedAssignment | None:
    """Return the latest assignment of the plan's year that a unit was sent, or None."""
    same_year = [one for one in before if year_of(one.plan_id) == year_of(plan_id)]
    return max(same_year, key=lambda one: one.version, default=None)


def year_of(plan_id: str) -> str:
    """Return what plans of one year share in their ids.

    >>> year_of("2021-0a1b2c3d4e5f")
    '2021'
    """
    return plan_id.partition("-")[0]


def problems(workspace: Workspace) -> tuple[AssignProblem, ...]:
    """Return what is odd about the grid, by units and then in the order of the plan.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    return problems_of(read_assigning(workspace))


def problems_of(basis: Assigning) -> tuple[AssignProblem, ...]:
    """Return what is odd about the grid, by units and then in the order of the plan."""
    busy = {unit_id for parts in basis.shared.values() for unit_id in parts}
    found = [
        AssignProblem(oddity=Oddity.UNIT_WITHOUT_TASKS, unit_id=unit.id) for unit in basis.units if unit.id not in busy
    ]
    rows = share_rows(basis.tasks, basis.grid)
    for task in basis.tasks:
        found += _problems_of_task(basis, task, rows)
    return tuple(found)


def _problems_of_task(basis: Assigning, task: TaskRecord, rows: Mapping[str, Allocation]) -> list[AssignProblem]:
    parts = basis.shared.get(task.id, {})
    if not parts:
        return [AssignProblem(oddity=Oddity.TASK_UNASSIGNED, task_id=task.id)]
    found = []
    if Duty.LEAD not in parts.values():
        found.append(AssignProblem(oddity=Oddity.TASK_WITHOUT_LEAD, task_id=task.id))
    for unit_id, duty in parts.items():
        if duty is Duty.LEAD and task.indicators and not _targets(basis, unit_id, task):
            found.append(AssignProblem(oddity=Oddity.LEAD_WITHOUT_SHARE, task_id=task.id, unit_id=unit_id))
    for one in task.indicators:
        allocation = rows.get(one.id)
        if allocation and allocation.remainder:
            oddity = Oddity.SHARES_BELOW if allocation.remainder > 0 else Oddity.SHARES_ABOVE
            found.append(AssignProblem(oddity=oddity, task_id=task.id, indicator_id=one.id, allocation=allocation))
    return found


def _shared(units: Sequence[DirectoryUnit], grid: Grid) -> dict[str, dict[int, Duty]]:
    """Return who has which part in each task, in the order of the directory."""
    place = {unit.id: number for number, unit in enumerate(units)}
    found: dict[str, dict[int, Duty]] = defaultdict(dict)
    for (unit_id, task_id), duty in sorted(grid.duties.items(), key=lambda one: place.get(one[0][0], len(place))):
        found[task_id][unit_id] = duty
    return dict(found)


def _item_of(task: TaskRecord) -> tuple[int, int, int]:
    return task.part_number, task.item_start, task.item_number


def _group(basis: Assigning, unit: DirectoryUnit, members: Sequence[TaskRecord]) -> AssignmentGroup:
    first = members[0]
    return AssignmentGroup(
        part_number=first.part_number,
        part_title=first.part_title,
        item_number=first.item_number,
        item_title=first.item_title,
        rows=tuple(row for task in members for row in _rows(basis, unit, task)),
    )


def _rows(basis: Assigning, unit: DirectoryUnit, task: TaskRecord) -> list[AssignmentRow]:
    parts = basis.shared[task.id]
    targets = _targets(basis, unit.id, task)
    lead, support = _named(basis.units, parts, unit)
    bare = AssignmentRow(
        number=task.number,
        task_id=task.id,
        task_text=task.text,
        kind=TaskKind.MILESTONE if task.kind is TaskKind.QUANTIFIED and not targets else task.kind,
        duty=parts[unit.id],
        lead=lead,
        support=support,
        due=task.due,
    )
    return [
        replace(
            bare,
            indicator_id=one.id,
            indicator_name=one.name,
            unit=one.unit,
            direction=one.direction,
            target=basis.grid.shares.get((unit.id, one.id), one.target),
            whole=one.target,
            baseline=one.baseline,
            per=one.per,
        )
        for one in targets
    ] or [bare]


def _targets(basis: Assigning, unit_id: int, task: TaskRecord) -> tuple[IndicatorRecord, ...]:
    """Return the targets of a task of which a unit gets a share, or which it gets in full."""
    return tuple(one for one in task.indicators if (unit_id, one.id) in basis.grid.shares or not is_additive(one))


def _named(
    units: Sequence[DirectoryUnit], parts: Mapping[int, Duty], unit: DirectoryUnit
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of those who lead and of those who support a task, as one of them is told (rule 4)."""
    if Duty.SUPPORT not in parts.values():
        return (unit.name,), ()
    lead = tuple(one.name for one in units if parts.get(one.id) is Duty.LEAD)
    return lead, tuple(one.name for one in units if parts.get(one.id) is Duty.SUPPORT)
