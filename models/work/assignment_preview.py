"""What taking an assignment in would do, for the person who is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.store.database import Workspace
from models.store.plan_revision import used_tasks
from models.store.plans import tasks
from models.store.records import IndicatorRecord, TaskRecord
from models.work.assigned_plan import merged_plan
from models.work.assignment_checks import holding, is_known, require_same_plan
from models.work.assignment_content import AssignmentContent, AssignmentHead
from models.work.from_above import SignedSheet


@dataclass(frozen=True, slots=True)
class TargetMove:
    """A target that is another one than before; None on the side on which there is none."""

    before: IndicatorRecord | None
    after: IndicatorRecord | None


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task that goes on, as it was and as it becomes, with the targets that differ."""

    before: TaskRecord
    after: TaskRecord
    targets: tuple[TargetMove, ...]

    @property
    def reworded(self) -> bool:
        """Whether its words are others."""
        return self.before.text != self.after.text


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentPreview:
    """What taking an assignment in would do.

    ``version_before`` is the one that holds now, None where there is none; ``known`` tells that this one was taken in
    already. ``gone`` tasks of which something is ``recorded`` are kept aside, the others are removed.
    """

    head: AssignmentHead
    version_before: int | None
    known: bool
    added: tuple[TaskRecord, ...]
    changed: tuple[TaskChange, ...]
    gone: tuple[TaskRecord, ...]
    recorded: frozenset[str]


def preview(
    workspace: Workspace, sheet: SignedSheet[AssignmentContent], *, superior_may_change: bool = False
) -> AssignmentPreview:
    """Tell what taking an assignment in would do, also before its signer is confirmed; in a fixed number of queries.

    Raises:
        SheetOfAnotherUnit, NotASuperior, SuperiorDiffers: it is not for this unit, or not from its superior.
        AssignmentOlder, AssignmentConflict, AssignmentOfAnotherPlan: it can't be taken in.
    """
    head = sheet.content.head
    known = is_known(workspace, sheet, superior_may_change=superior_may_change)
    plan, after = merged_plan(workspace, sheet.content)
    require_same_plan(workspace, plan, after)
    before = {task.id: task for task in tasks(workspace)}
    ids = {task.id for task in after}
    latest = holding(workspace, head)
    goes_on = ((before[task.id], task) for task in after if task.id in before)
    return AssignmentPreview(
        head=head,
        version_before=latest.version if latest else None,
        known=known,
        added=tuple(task for task in after if task.id not in before),
        changed=tuple(
            TaskChange(was, becomes, tuple(_moves(was, becomes)))
            for was, becomes in goes_on
            if _facts(was) != _facts(becomes)
        ),
        gone=tuple(task for task in before.values() if task.id not in ids),
        recorded=used_tasks(workspace),
    )


def _moves(before: TaskRecord, after: TaskRecord) -> Iterator[TargetMove]:
    old, new = ({one.id: one for one in task.indicators} for task in (before, after))
    for indicator_id in dict.fromkeys((*old, *new)):
        was, becomes = old.get(indicator_id), new.get(indicator_id)
        if was is None or becomes is None or _promise(was) != _promise(becomes):
            yield TargetMove(was, becomes)


def _facts(task: TaskRecord) -> object:
    """Return what of a task a person has to know of when it changes."""
    targets = tuple((one.id, *_promise(one)) for one in task.indicators)
    return task.text, task.kind, task.lead, task.support, task.due, task.own_duty, targets


def _promise(one: IndicatorRecord) -> tuple[object, ...]:
    return one.name, one.target, one.unit, one.direction, one.whole, one.baseline, one.per
