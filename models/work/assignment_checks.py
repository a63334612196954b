"""Whether an assignment may be taken in at all: is it later than what holds, and of the plan that is worked on?

1. It is for this unit and from its superior (``from_above``).
2. It is later than what was taken from this superior for the year. An older one has no effect, in whatever order files
   arrive; the same one again changes nothing; another one under a number that was taken is refused.
3. It goes on with the workspace's plan: of the same year, with tasks in common, or with nothing recorded so far. Tasks
   go on by their ids, whether they came by an assignment or out of the document itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from models.core.errors import UserError
from models.store.database import Workspace
from models.store.plan_revision import used_tasks
from models.store.plans import current_plan, tasks
from models.store.records import PlanRecord, TaskRecord
from models.store.superior import Superior, TakenAssignment, taken_assignments
from models.work.assign import year_of
from models.work.assignment_content import AssignmentContent, AssignmentHead
from models.work.from_above import SignedSheet, require_own, require_superior, same_superior


@dataclass(eq=False)
class AssignmentOlder(UserError):
    """An assignment is older than the one that was taken in: nothing was changed."""

    version: int
    taken: int


@dataclass(eq=False)
class AssignmentConflict(UserError):
    """Two assignments bear the same number and say different things."""

    version: int


@dataclass(eq=False)
class AssignmentOfAnotherPlan(UserError):
    """An assignment is of other work points, or of another year, than what was recorded on in this workspace."""

    plan_title: str
    own_title: str


def sender_of(head: AssignmentHead) -> Superior:
    """Return who assigns."""
    return Superior(head.superior_name, head.superior_code)


def holding(workspace: Workspace, head: AssignmentHead) -> TakenAssignment | None:
    """Return the latest assignment of the year that was taken from the superior who sends this one, or None."""
    sender = sender_of(head)
    known = [
        one
        for one in taken_assignments(workspace)
        if year_of(one.plan_id) == year_of(head.plan_id) and same_superior(one.superior, sender)
    ]
    return max(known, key=lambda one: one.version, default=None)


def is_known(workspace: Workspace, sheet: SignedSheet[AssignmentContent], *, superior_may_change: bool = False) -> bool:
    """Tell whether an assignment was taken in already and holds; else see to it that it may be.

    Raises:
        SheetOfAnotherUnit, NotASuperior, SuperiorDiffers: it is not for this unit, or not from its superior.
        AssignmentOlder, AssignmentConflict: it is older, or contradicts one that was taken in.
    """
    head = sheet.content.head
    require_own(workspace, unit_name=head.unit_name, unit_code=head.unit_code)
    require_superior(workspace, sender_of(head), may_change=superior_may_change)
    latest = holding(workspace, head)
    if latest is None or head.version > latest.version:
        return False
    if head.version < latest.version:
        raise AssignmentOlder(head.version, latest.version)
    if sheet.check_code != latest.check_code:
        raise AssignmentConflict(head.version)
    return True


def require_same_plan(workspace: Workspace, plan: PlanRecord, tasks_of_it: Iterable[TaskRecord]) -> None:
    """See to it that a plan goes on with the workspace's, so that no other year's records are put aside.

    Raises:
        AssignmentOfAnotherPlan: it does not, and something has been recorded.
    """
    before = current_plan(workspace)
    if before is None or before.id == plan.id or not used_tasks(workspace):
        return
    known = {task.id for task in tasks(workspace)}
    if before.year != plan.year or not any(task.id in known for task in tasks_of_it):
        raise AssignmentOfAnotherPlan(plan.title, before.title)
