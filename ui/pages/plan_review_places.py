"""Where in a plan under review something belongs: a doubt that is about no task, a task that is to be added."""

from models.plan.draft import Place, PlanDraft
from models.plan.model import Doubt, DoubtKind, Plan
from ui.tables.plan_list import HEAD_KEY, Level, Row
from ui.widgets.plan_document import PlanDocument


def row_near(plan: Plan, doubt: Doubt) -> str:
    """Return the last task before a place that belongs to none, so that a task can be added behind it."""
    if doubt.kind is DoubtKind.YEAR_MISSING or doubt.span.start == doubt.span.end:
        return HEAD_KEY
    before = [task.id for task in plan.tasks if task.span.end <= doubt.span.start]
    return before[-1] if before else HEAD_KEY


def left_over_at(plan: Plan, document: PlanDocument) -> str:
    """Return the words under the document's cursor, if they are left over and the person is looking at them."""
    if not document.hasFocus():
        return ""
    place = document.place()
    over = next((span for span in plan.left_over if span.start <= place < span.end), None)
    return plan.source[over.start : over.end].strip() if over else ""


def place_for_new(draft: PlanDraft, row: Row | None) -> Place | None:
    """Return where a new task goes: behind the chosen one, or to the end of the item; None if there is no item."""
    plan = draft.plan
    if row is not None and row.level is Level.TASK:
        at = draft.place_of(row.key)
        return Place(at.part, at.item, at.position + 1)
    if row is not None and row.level is Level.ITEM:
        return Place(row.part, row.item, len(plan.parts[row.part].items[row.item].tasks))
    part = row.part if row is not None and row.part >= 0 else 0
    for p in (part, *range(len(plan.parts))):
        if p < len(plan.parts) and plan.parts[p].items:
            return Place(p, 0, len(plan.parts[p].items[0].tasks))
    return None
