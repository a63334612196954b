"""A later version of the work points into a workspace: which of its changes are wanted, and taking them in.

What is recorded stays (see ``store/plan_revision``). A change that a person declines leaves the task as it was:

1. a new task that is declined is left out;
2. a task that is gone and should stay goes on, at the end of its item, or of the last part where the item is gone too;
3. a reworded task, or one with other targets or duties, keeps its old words, kind, targets and duties.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from models.core.changes import Changes
from models.plan import editing
from models.plan.compare import Comparison, Fate, Pairing, compare_plans, likeness, target_changes
from models.plan.editing import Place
from models.plan.model import Indicator, Item, Part, Plan, Span, Task
from models.plan.take_in import take_in
from models.store.database import Workspace
from models.store.plan_revision import revise_plan, used_tasks
from models.store.plans import current_plan, tasks
from models.store.records import TaskRecord
from models.work.adopt_plan import rows_of
from models.work.left_open import with_left_open


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """The plan of a workspace as the parts, items and tasks that it was read into; ``used`` have entries."""

    plan: Plan
    used: frozenset[str]


def stored_plan(workspace: Workspace) -> StoredPlan | None:
    """Return the workspace's plan as a document that can be reviewed and compared, or None if it has none.

    What it left open when it was adopted is open again.
    """
    record = current_plan(workspace)
    if record is None:
        return None
    plan = Plan(
        title=record.title,
        document_number=record.document_number,
        issuer=record.issuer,
        issued_on=record.issued_on,
        addressees=record.addressees,
        preamble=record.preamble,
        parts=_parts(tasks(workspace)),
        source=record.source,
        year=record.year,
    )
    return StoredPlan(with_left_open(workspace.path, plan), used_tasks(workspace))


def take_in_plan(workspace: Workspace, plan: Plan, *, operator: str, at: datetime) -> Changes:
    """Put a later version in the place of the workspace's plan, in one transaction; every entry stays.

    Args:
        workspace: where.
        plan: the later version, whose tasks have the ids of the earlier one where they go on.
        operator: who takes it in.
        at: now, with its time zone.

    Raises:
        PlanYearUnknown, PlanWithoutTasks: the document lacks what a workspace needs.
        EnvironmentProblem: the machine refuses; nothing was changed.
    """
    with workspace.transaction():
        before = current_plan(workspace)
        record, rows = rows_of(plan, year=before.year if before else None)
        return revise_plan(workspace, record, _as_assigned(workspace, rows), operator=operator, at=at)


def continued(before: Plan, later: Plan) -> Plan:
    """Return a later version as the plan to go on with: it has the ids and corrections of the earlier one."""
    return take_in(compare_plans(before, later))


def compare_by_ids(before: Plan, after: Plan) -> Comparison:
    """Tell what becomes of each task when ``after`` takes the place of ``before``; tasks that go on have their ids."""
    old = {task.id: (item, task) for item in before.items for task in item.tasks}
    new = {task.id for task in after.tasks}
    behind: dict[str, list[Pairing]] = defaultdict(list)
    last = ""
    for task_id, (_, task) in old.items():
        if task_id in new:
            last = task_id
        else:
            behind[last].append(Pairing(Fate.GONE, task, None, Decimal(0)))
    pairings = behind[""]
    for item in after.items:
        for task in item.tasks:
            pairings.append(_pairing(old.get(task.id), item, task))
            pairings += behind.get(task.id, [])
    return Comparison(before, after, tuple(pairings))


def with_choices(comparison: Comparison, declined: Collection[Pairing]) -> Plan:
    """Return the later version without the changes that a person declined."""
    plan = comparison.after
    left_out = {each.after.id for each in declined if each.fate is Fate.NEW and each.after}
    unchanged = {each.before.id: each.before for each in declined if each.after and each.before}
    plan = editing.map_tasks(plan, lambda task: () if task.id in left_out else (_as_it_was(task, unchanged),))
    for pairing in declined:
        if pairing.fate is Fate.GONE and pairing.before is not None:
            plan = _put_back(plan, comparison.before, pairing.before)
    return plan


def _as_assigned(workspace: Workspace, rows: Iterable[TaskRecord]) -> tuple[TaskRecord, ...]:
    """Return tasks with what the superior said of them beside the document: the unit's part, what a share is of."""
    known = {task.id: task for task in tasks(workspace)}
    wholes = {one.id: one.whole for task in known.values() for one in task.indicators}
    return tuple(
        replace(
            row,
            own_duty=known[row.id].own_duty,
            indicators=tuple(replace(one, whole=wholes.get(one.id)) for one in row.indicators),
        )
        if row.id in known
        else row
        for row in rows
    )


def _pairing(known: tuple[Item, Task] | None, item: Item, task: Task) -> Pairing:
    if known is None:
        return Pairing(Fate.NEW, None, task, Decimal(0))
    before_item, before = known
    same = before.text == task.text
    return Pairing(
        Fate.SAME if same else Fate.REWORDED,
        before,
        task,
        Decimal(1) if same else likeness(before.text, task.text),
        moved=before_item.number != item.number and before_item.title != item.title,
        targets=target_changes(before, task),
        duties_changed=_details(before) != _details(task),
    )


def _details(task: Task) -> object:
    names = tuple((one.id, one.name, one.unit) for one in task.indicators)
    return task.kind, task.lead, task.support, task.due, names


def _as_it_was(task: Task, unchanged: Mapping[str, Task]) -> Task:
    before = unchanged.get(task.id)
    return replace(before, span=task.span) if before else task


def _put_back(plan: Plan, before: Plan, task: Task) -> Plan:
    """Return the plan with a task of the earlier version at the end of its item, or of the last part."""
    at = editing.place_of(before, task.id)
    item = before.parts[at.part].items[at.item]
    for p, part in enumerate(plan.parts):
        for i, candidate in enumerate(part.items):
            if (candidate.number, candidate.title) == (item.number, item.title):
                kept = replace(task, span=Span(candidate.span.end, candidate.span.end))
                return editing.insert_task(plan, Place(p, i, len(candidate.tasks)), kept)
    end = len(plan.source)
    kept_item = replace(item, span=Span(end, end), tasks=(replace(task, span=Span(end, end)),))
    last = len(plan.parts) - 1
    return editing.with_items(plan, last, (*plan.parts[last].items, kept_item))


def _parts(records: Collection[TaskRecord]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for record in records:
        if not parts or (parts[-1].number, parts[-1].title) != (record.part_number, record.part_title):
            parts.append(Part(record.part_number, record.part_title, ()))
        items = parts[-1].items
        span = Span(record.item_start, record.item_end)
        if not items or (items[-1].number, items[-1].title, items[-1].span) != (
            record.item_number,
            record.item_title,
            span,
        ):
            items = (*items, Item(record.item_number, record.item_title, span, ()))
        grown = replace(items[-1], tasks=(*items[-1].tasks, _task(record)))
        parts[-1] = replace(parts[-1], items=(*items[:-1], grown))
    return tuple(parts)


def _task(record: TaskRecord) -> Task:
    nowhere = Span(record.start, record.start)  # where a figure stands in the source is not kept
    return Task(
        id=record.id,
        text=record.text,
        span=Span(record.start, record.end),
        kind=record.kind,
        lead=record.lead,
        support=record.support,
        due=record.due,
        indicators=tuple(
            Indicator(
                id=one.id,
                name=one.name,
                target=one.target,
                unit=one.unit,
                direction=one.direction,
                span=nowhere,
                baseline=one.baseline,
                per=one.per,
            )
            for one in record.indicators
        ),
    )
