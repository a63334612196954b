"""销号: a task that is done leaves the open list, on evidence; what is not closed goes on into the next year.

1. A task is closed only if it was reported as completed in the latest period that says anything on it.
2. It rests on evidence that is attached to it, or on a person's word, which is kept either way.
3. It can be opened again, with the reason.
4. What is still open at the year's end is listed to be carried over: its wording, its targets, what is left of them.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.vocabulary import Direction, Status
from models.store.closures import Closure, ClosureAct, add_closure, closures
from models.store.database import Workspace
from models.store.entries import entries
from models.store.evidence import evidence_counts
from models.store.periods import periods
from models.store.plans import tasks
from models.store.records import Entry, IndicatorRecord, TaskRecord


@dataclass(eq=False)
class NotCompleted(UserError):
    """A task should be closed of which the latest report does not say that it is completed."""

    task_id: str
    text: str


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A task that is not closed, with the latest entry on it and what is missing of each target."""

    task: TaskRecord
    entry: Entry | None
    missing: tuple[tuple[IndicatorRecord, Decimal], ...]


@dataclass(frozen=True, slots=True)
class DoneTask:
    """A task that can be closed, or is: the latest entry on it, and how many files are attached to it.

    ``last`` is the latest act, of which CLOSED says that it is closed; None where it never was.
    """

    task: TaskRecord
    entry: Entry | None
    evidence: int
    last: Closure | None

    @property
    def is_closed(self) -> bool:
        """Whether it has left the open list."""
        return self.last is not None and self.last.act is ClosureAct.CLOSED


def done_tasks(workspace: Workspace) -> tuple[DoneTask, ...]:
    """Return the tasks that can be closed and those that are, in the order of the plan."""
    acts, latest, counts = closures(workspace), _latest(workspace), evidence_counts(workspace)
    found = (
        DoneTask(task, latest.get(task.id), counts.get(task.id, 0), acts.get(task.id)) for task in tasks(workspace)
    )
    return tuple(one for one in found if one.is_closed or (one.entry and one.entry.status is Status.COMPLETED))


def closed_tasks(workspace: Workspace) -> frozenset[str]:
    """Return the ids of the tasks that are closed now."""
    return frozenset(task_id for task_id, last in closures(workspace).items() if last.act is ClosureAct.CLOSED)


def close_task(workspace: Workspace, task_id: str, *, remark: str, operator: str, at: datetime) -> Changes:
    """Close a task.

    Args:
        workspace: whose.
        task_id: which.
        remark: what that rests on: the evidence, the day of the acceptance.
        operator: who closes it.
        at: now.

    Raises:
        NotCompleted: the latest report does not say so.
        ReasonMissing, TextTooLong: the remark is missing, or too long.
    """
    with workspace.transaction():
        latest = _latest(workspace).get(task_id)
        if latest is None or latest.status is not Status.COMPLETED:
            text = next((task.text for task in tasks(workspace) if task.id == task_id), "")
            raise NotCompleted(task_id, text)
        return add_closure(workspace, task_id, ClosureAct.CLOSED, remark=remark, operator=operator, at=at)


def reopen_task(workspace: Workspace, task_id: str, *, remark: str, operator: str, at: datetime) -> Changes:
    """Open a task again.

    Raises:
        ReasonMissing, TextTooLong: the remark is missing, or too long.
    """
    return add_closure(workspace, task_id, ClosureAct.REOPENED, remark=remark, operator=operator, at=at)


def left_over(workspace: Workspace) -> tuple[LeftOver, ...]:
    """Return what is not closed, in the order of the plan: the list to carry over into the next year."""
    closed, latest = closed_tasks(workspace), _latest(workspace)
    return tuple(
        LeftOver(task, latest.get(task.id), _missing(task, latest.get(task.id)))
        for task in tasks(workspace)
        if task.id not in closed
    )


def _latest(workspace: Workspace) -> dict[str, Entry]:
    """Return the latest entry of each task."""
    found: dict[str, Entry] = {}
    for period in periods(workspace):
        found |= entries(workspace, period)
    return found


def _missing(task: TaskRecord, entry: Entry | None) -> tuple[tuple[IndicatorRecord, Decimal], ...]:
    found = []
    for indicator in task.indicators:
        value = entry.values.get(indicator.id) if entry else None
        reached = value.amount if value and value.amount is not None else Decimal(0)
        if indicator.direction is Direction.AT_LEAST and reached < indicator.target:
            found.append((indicator, indicator.target - reached))
    return tuple(found)
