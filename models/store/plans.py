"""The work points and their tasks, as flat rows. Knows nothing of documents and of how they are read."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from models.core.changes import Changes
from models.core.numbers import plain
from models.core.vocabulary import Direction, Duty, Per, TaskKind
from models.store.columns import from_date, from_list, to_date, to_list
from models.store.database import Workspace
from models.store.problems import PlanInUse
from models.store.records import IndicatorRecord, PlanRecord, TaskRecord

__all__ = ["IndicatorRecord", "PlanRecord", "TaskRecord", "current_plan", "save_plan", "task", "tasks"]

_PLAN: Final = "id, title, document_number, issuer, issued_on, addressees, preamble, source, year"
_TASK: Final = (
    "id, number, part_number, part_title, item_number, item_title, item_start, item_end, text, text_start, text_end,"
    " kind, lead, support, due, own_duty"
)
_INDICATOR: Final = "id, task_id, position, name, target, unit, direction, baseline, per, whole"

# The trails whose rows name a task: one that stands in any of them is retired when the plan loses it, never deleted.
TRAILS: Final = (
    "history",
    "evidence_history",
    "assignment_edits",
    "received_entries",
    "received_values",
    "receipt_comments",
    "task_closures",
)


def current_plan(workspace: Workspace) -> PlanRecord | None:
    """Return the plan that is being worked on, or None before one was adopted."""
    row = workspace.row(f"SELECT {_PLAN} FROM plans WHERE id = (SELECT plan_id FROM workspace)")  # noqa: S608
    return _plan(row) if row else None


def tasks(workspace: Workspace) -> tuple[TaskRecord, ...]:
    """Return all tasks of the current plan with their indicators, in the order of the document; no retired ones."""
    rows = workspace.rows(
        f"SELECT {_TASK} FROM tasks WHERE plan_id = (SELECT plan_id FROM workspace)"  # noqa: S608
        " AND retired_at IS NULL ORDER BY number"
    )
    indicators: dict[str, list[IndicatorRecord]] = defaultdict(list)
    for row in workspace.rows(
        f"SELECT {_INDICATOR} FROM indicators WHERE retired_at IS NULL AND task_id IN"  # noqa: S608
        " (SELECT id FROM tasks WHERE plan_id = (SELECT plan_id FROM workspace)) ORDER BY task_id, position"
    ):
        indicators[row[1]].append(_indicator(row))
    return tuple(_task(row, indicators.get(row[0], ())) for row in rows)


def task(workspace: Workspace, task_id: str) -> TaskRecord | None:
    """Return one task of any plan in the workspace, retired ones too, or None."""
    row = workspace.row(f"SELECT {_TASK} FROM tasks WHERE id = ?", (task_id,))  # noqa: S608
    if row is None:
        return None
    found = workspace.rows(
        f"SELECT {_INDICATOR} FROM indicators WHERE task_id = ? AND retired_at IS NULL ORDER BY position",  # noqa: S608
        (task_id,),
    )
    return _task(row, [_indicator(indicator) for indicator in found])


def save_plan(workspace: Workspace, plan: PlanRecord, tasks_of_it: Sequence[TaskRecord]) -> Changes:
    """Keep a plan with all its tasks and make it the current one.

    The same plan again changes nothing. A plan of the same id with another wording takes the old one's place as long
    as nothing has been recorded on it.

    Raises:
        PlanInUse: something has been recorded on the old wording.
    """
    with workspace.transaction() as connection:
        _make_current = "UPDATE workspace SET plan_id = ?1 WHERE plan_id IS NOT ?1"
        row = workspace.row(f"SELECT {_PLAN} FROM plans WHERE id = ?", (plan.id,))  # noqa: S608
        if row is not None:
            chosen = connection.execute(_make_current, (plan.id,)).rowcount
            if _plan(row) == plan and tasks(workspace) == tuple(tasks_of_it):
                return Changes(plan=bool(chosen))
            _forget(workspace, plan)
        db = workspace.db
        db.table("plans").insert(plan_row(plan))
        db.table("tasks").insert_all(task_row(plan, task_of_it) for task_of_it in tasks_of_it)
        db.table("indicators").insert_all(
            indicator_row(indicator) for task_of_it in tasks_of_it for indicator in task_of_it.indicators
        )
        connection.execute(_make_current, (plan.id,))
    return Changes(plan=True)


def _forget(workspace: Workspace, plan: PlanRecord) -> None:
    recorded = "SELECT 1 FROM {} WHERE task_id IN (SELECT id FROM tasks WHERE plan_id = ?) LIMIT 1"
    if any(workspace.row(recorded.format(trail), (plan.id,)) for trail in TRAILS):
        raise PlanInUse(plan.title)
    connection = workspace.db.conn
    connection.execute("UPDATE workspace SET plan_id = NULL")
    connection.execute("DELETE FROM indicators WHERE task_id IN (SELECT id FROM tasks WHERE plan_id = ?)", (plan.id,))
    connection.execute("DELETE FROM tasks WHERE plan_id = ?", (plan.id,))
    connection.execute("DELETE FROM plans WHERE id = ?", (plan.id,))


def _plan(row: Any) -> PlanRecord:
    return PlanRecord(
        id=row[0],
        title=row[1],
        document_number=row[2],
        issuer=row[3],
        issued_on=from_date(row[4]),
        addressees=from_list(row[5]),
        preamble=row[6],
        source=row[7],
        year=row[8],
    )


def _task(row: Any, indicators: Sequence[IndicatorRecord]) -> TaskRecord:
    return TaskRecord(
        id=row[0],
        number=row[1],
        part_number=row[2],
        part_title=row[3],
        item_number=row[4],
        item_title=row[5],
        item_start=row[6],
        item_end=row[7],
        text=row[8],
        start=row[9],
        end=row[10],
        kind=TaskKind(row[11]),
        lead=from_list(row[12]),
        support=from_list(row[13]),
        due=from_date(row[14]),
        indicators=tuple(indicators),
        own_duty=Duty(row[15]) if row[15] else None,
    )


def _indicator(row: Any) -> IndicatorRecord:
    return IndicatorRecord(
        id=row[0],
        task_id=row[1],
        position=row[2],
        name=row[3],
        target=Decimal(row[4]),
        unit=row[5],
        direction=Direction(row[6]),
        baseline=Decimal(row[7]) if row[7] is not None else None,
        per=Per(row[8]) if row[8] else None,
        whole=Decimal(row[9]) if row[9] is not None else None,
    )


def plan_row(plan: PlanRecord) -> dict[str, object]:
    """Spell a plan as a row of its table."""
    return {
        "id": plan.id,
        "title": plan.title,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "issued_on": to_date(plan.issued_on),
        "addressees": to_list(plan.addressees),
        "preamble": plan.preamble,
        "source": plan.source,
        "year": plan.year,
    }


def task_row(plan: PlanRecord, task_of_it: TaskRecord) -> dict[str, object]:
    """Spell a task as a row of its table."""
    return {
        "id": task_of_it.id,
        "plan_id": plan.id,
        "number": task_of_it.number,
        "part_number": task_of_it.part_number,
        "part_title": task_of_it.part_title,
        "item_number": task_of_it.item_number,
        "item_title": task_of_it.item_title,
        "item_start": task_of_it.item_start,
        "item_end": task_of_it.item_end,
        "text": task_of_it.text,
        "text_start": task_of_it.start,
        "text_end": task_of_it.end,
        "kind": task_of_it.kind.value,
        "lead": to_list(task_of_it.lead),
        "support": to_list(task_of_it.support),
        "due": to_date(task_of_it.due),
        "own_duty": task_of_it.own_duty.value if task_of_it.own_duty else None,
    }


def indicator_row(indicator: IndicatorRecord) -> dict[str, object]:
    """Spell an indicator as a row of its table."""
    return {
        "id": indicator.id,
        "task_id": indicator.task_id,
        "position": indicator.position,
        "name": indicator.name,
        "target": plain(indicator.target),
        "unit": indicator.unit,
        "direction": indicator.direction.value,
        "baseline": None if indicator.baseline is None else plain(indicator.baseline),
        "per": indicator.per.value if indicator.per else None,
        "whole": None if indicator.whole is None else plain(indicator.whole),
    }
