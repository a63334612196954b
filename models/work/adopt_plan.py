"""From a document to the tasks of a workspace: the one place that knows both a plan and its rows."""

import hashlib
from dataclasses import dataclass

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.texts import clean_name
from models.plan.model import Item, Part, Plan, Task
from models.store.database import Workspace
from models.store.plans import save_plan
from models.store.records import IndicatorRecord, PlanRecord, TaskRecord


@dataclass(eq=False)
class PlanYearUnknown(UserError):
    """The document does not say for which year it is, and nobody else did."""

    title: str


@dataclass(eq=False)
class PlanWithoutTasks(UserError):
    """No task was found in the document."""

    title: str


def adopt_plan(workspace: Workspace, plan: Plan, *, year: int | None = None) -> Changes:
    """Make a plan's tasks those of the workspace.

    The same plan again changes nothing. The same document with another wording takes the old one's place as long as
    nothing has been recorded on it.

    Args:
        workspace: where.
        plan: the document as read.
        year: the year to take where the document states none.

    Raises:
        PlanYearUnknown, PlanWithoutTasks: the document lacks what a workspace needs.
        PlanInUse: something has been recorded on the old wording.
    """
    return save_plan(workspace, *rows_of(plan, year=year))


def rows_of(plan: Plan, *, year: int | None = None) -> tuple[PlanRecord, tuple[TaskRecord, ...]]:
    """Spell a plan as the rows that a workspace keeps.

    Raises:
        PlanYearUnknown, PlanWithoutTasks: the document lacks what a workspace needs.
    """
    year = plan.year or (plan.issued_on.year if plan.issued_on else year)
    if not year:
        raise PlanYearUnknown(plan.title)
    record = PlanRecord(
        id=plan_id(plan, year),
        title=plan.title,
        document_number=plan.document_number,
        issuer=plan.issuer,
        issued_on=plan.issued_on,
        addressees=tuple(map(clean_name, plan.addressees)),
        preamble=plan.preamble,
        source=plan.source,
        year=year,
    )
    places = [(part, item, task) for part in plan.parts for item in part.items for task in item.tasks]
    if not places:
        raise PlanWithoutTasks(plan.title)
    return record, tuple(_task(number, *place) for number, place in enumerate(places, start=1))


def plan_id(plan: Plan, year: int) -> str:
    """Name the document, not its wording: the same on every computer, and the same after a correction."""
    document = "\n".join(map(clean_name, (plan.issuer, plan.document_number, plan.title)))
    return f"{year}-{hashlib.sha256(document.encode()).hexdigest()[:12]}"


def _task(number: int, part: Part, item: Item, task: Task) -> TaskRecord:
    return TaskRecord(
        id=task.id,
        number=number,
        part_number=part.number,
        part_title=part.title,
        item_number=item.number,
        item_title=item.title,
        item_start=item.span.start,
        item_end=item.span.end,
        text=task.text,
        start=task.span.start,
        end=task.span.end,
        kind=task.kind,
        lead=tuple(map(clean_name, task.lead)),
        support=tuple(map(clean_name, task.support)),
        due=task.due,
        indicators=tuple(
            IndicatorRecord(
                id=indicator.id,
                task_id=task.id,
                position=position,
                name=indicator.name,
                target=indicator.target,
                unit=indicator.unit,
                direction=indicator.direction,
                baseline=indicator.baseline,
                per=indicator.per,
            )
            for position, indicator in enumerate(task.indicators, start=1)
        ),
    )
