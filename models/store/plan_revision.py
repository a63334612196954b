"""A later version of the work points in a workspace that has entries already. Nothing that was recorded is lost:

1. A task that the later version has under the same id takes its new wording, place, targets and duties; its entries
   and its history stay with it.
2. A task that it has no more is retired if anything was ever recorded on it, assigned, received or said of it, and
   removed if not. So are indicators.
3. A retired one that comes back is the same one again, with all that was recorded on it.
4. What was done to each task is kept in ``plan_changes``, append-only, with who and when.

All of it is one transaction. Knows nothing of documents and of how versions are compared.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from models.core.changes import Changes
from models.core.numbers import plain
from models.core.vocabulary import Direction
from models.store.columns import from_instant, to_date, to_instant
from models.store.database import Workspace
from models.store.names import checked_name
from models.store.plans import TRAILS, current_plan, indicator_row, plan_row, task_row, tasks
from models.store.records import IndicatorRecord, PlanChange, PlanEvent, PlanRecord, TaskRecord

_USED: Final = " UNION ".join(f"SELECT task_id FROM {trail}" for trail in TRAILS)  # noqa: S608
_USED_TARGETS: Final = " UNION ".join(
    f"SELECT indicator_id FROM {trail} WHERE indicator_id NOT NULL"  # noqa: S608
    for trail in ("history", "assignment_edits", "received_values")
)
_ASIDE: Final = 10_000_000  # added to numbers and positions, so that the new ones are free


def revise_plan(
    workspace: Workspace, plan: PlanRecord, tasks_of_it: Sequence[TaskRecord], *, operator: str, at: datetime
) -> Changes:
    """Put a later version in the place of the current plan; the same again changes nothing.

    Args:
        workspace: where; without a plan so far, all tasks are new.
        plan: the later version.
        tasks_of_it: its tasks; those that go on have the ids that they had.
        operator: who takes it in.
        at: now, with its time zone.

    Raises:
        EnvironmentProblem: the machine refuses; nothing was changed.
    """
    operator = checked_name(operator, what="operator")
    with workspace.transaction() as connection:
        before, known = current_plan(workspace), {task.id: task for task in tasks(workspace)}
        if before == plan and tuple(known.values()) == tuple(tasks_of_it):
            return Changes()
        retired = {row[0] for row in connection.execute("SELECT id FROM tasks WHERE retired_at IS NOT NULL")}
        used = {row[0] for row in connection.execute(_USED)}
        _put_plan(connection, before, plan)
        _put_tasks(connection, plan, tasks_of_it)
        gone = [task for task in known.values() if task.id not in {one.id for one in tasks_of_it}]
        _put_indicators(connection, tasks_of_it, at)
        _let_go(connection, gone, used, at)
        _number_the_rest(connection, plan, len(tasks_of_it))
        changes = [*_changes(known, tasks_of_it, retired), *_partings(gone, used)]
        for task_id, event, subject, old, new in changes:
            connection.execute(
                "INSERT INTO plan_changes (at, operator, task_id, event, subject, old, new)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (to_instant(at), operator, task_id, event.value, subject, old, new),
            )
    return Changes(plan=True)


def plan_changes(workspace: Workspace, task_id: str = "", limit: int = 100) -> tuple[PlanChange, ...]:
    """Return the latest changes of the plan, newest first: of one task, or of all."""
    where, values = ("WHERE task_id = ? ", (task_id, limit)) if task_id else ("", (limit,))
    rows = workspace.rows(
        f"SELECT at, operator, task_id, event, subject, old, new FROM plan_changes {where}"  # noqa: S608
        "ORDER BY seq DESC LIMIT ?",
        values,
    )
    return tuple(
        PlanChange(
            at=from_instant(row[0]),
            operator=row[1],
            task_id=row[2],
            event=PlanEvent(row[3]),
            subject=row[4],
            old=row[5],
            new=row[6],
        )
        for row in rows
    )


def used_tasks(workspace: Workspace) -> frozenset[str]:
    """Return the ids of the tasks on which something was ever recorded, assigned or received: those with a trail."""
    return frozenset(row[0] for row in workspace.rows(_USED))


def promise(indicator: IndicatorRecord) -> str:
    """Spell a target as one text.

    >>> from decimal import Decimal
    >>> promise(IndicatorRecord(id="a", task_id="b", position=1, name="c", target=Decimal(5000), unit="口",
    ...     direction=Direction.AT_LEAST))
    '≥ 5000 口'
    """
    sign = "≤" if indicator.direction is Direction.AT_MOST else "≥"
    return f"{sign} {plain(indicator.target)} {indicator.unit}".rstrip()


Noted = tuple[str, PlanEvent, str, str | None, str | None]


def _put_plan(connection: sqlite3.Connection, before: PlanRecord | None, plan: PlanRecord) -> None:
    _upsert(connection, "plans", [plan_row(plan)])
    connection.execute("UPDATE workspace SET plan_id = ?", (plan.id,))
    connection.execute("UPDATE tasks SET number = number + ?", (_ASIDE,))
    connection.execute("UPDATE indicators SET position = position + ?", (_ASIDE,))
    if before is not None and before.id != plan.id:
        start = connection.execute("SELECT max(number) FROM tasks").fetchone()[0] or 0
        connection.execute(
            "UPDATE tasks SET plan_id = ?, number = number + ? WHERE plan_id = ?", (plan.id, start, before.id)
        )
        connection.execute("DELETE FROM plans WHERE id = ?", (before.id,))


def _put_tasks(connection: sqlite3.Connection, plan: PlanRecord, tasks_of_it: Iterable[TaskRecord]) -> None:
    _upsert(connection, "tasks", [task_row(plan, task) | {"retired_at": None} for task in tasks_of_it])


def _put_indicators(connection: sqlite3.Connection, tasks_of_it: Sequence[TaskRecord], at: datetime) -> None:
    wanted = [indicator for task in tasks_of_it for indicator in task.indicators]
    _upsert(connection, "indicators", [indicator_row(indicator) | {"retired_at": None} for indicator in wanted])
    kept = {indicator.id for indicator in wanted}
    rows = connection.execute("SELECT id FROM indicators WHERE retired_at IS NULL").fetchall()
    recorded = {row[0] for row in connection.execute(_USED_TARGETS)}
    for (indicator_id,) in rows:
        if indicator_id in kept:
            continue
        if indicator_id in recorded:
            connection.execute("UPDATE indicators SET retired_at = ? WHERE id = ?", (to_instant(at), indicator_id))
        else:
            connection.execute("DELETE FROM indicators WHERE id = ?", (indicator_id,))


def _let_go(connection: sqlite3.Connection, gone: Iterable[TaskRecord], used: set[str], at: datetime) -> None:
    for task in gone:
        if task.id in used:
            connection.execute("UPDATE tasks SET retired_at = ? WHERE id = ?", (to_instant(at), task.id))
        else:
            connection.execute("DELETE FROM tasks WHERE id = ?", (task.id,))


def _number_the_rest(connection: sqlite3.Connection, plan: PlanRecord, count: int) -> None:
    """Number what is retired behind what is not, so that numbers stay small however often plans are revised."""
    rest = connection.execute(
        "SELECT id FROM tasks WHERE plan_id = ? AND number > ? ORDER BY number", (plan.id, _ASIDE)
    ).fetchall()
    for number, (task_id,) in enumerate(rest, start=count + 1):
        connection.execute("UPDATE tasks SET number = ? WHERE id = ?", (number, task_id))
    connection.execute("UPDATE tasks SET number = number - ?1 WHERE number > ?1", (_ASIDE,))
    rest = connection.execute(
        "SELECT id, task_id FROM indicators WHERE position > ? ORDER BY task_id, position", (_ASIDE,)
    ).fetchall()
    for indicator_id, task_id in rest:
        connection.execute(
            "UPDATE indicators SET position = (SELECT coalesce(max(position), 0) + 1 FROM indicators"
            " WHERE task_id = ?1 AND position < ?2) WHERE id = ?3",
            (task_id, _ASIDE, indicator_id),
        )


def _upsert(connection: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    if not rows:
        return
    names = list(rows[0])
    marks = ", ".join("?" for _ in names)
    settings = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {settings}",  # noqa: S608
        [tuple(row.values()) for row in rows],
    )


def _changes(known: Mapping[str, TaskRecord], after: Iterable[TaskRecord], retired: set[str]) -> Iterator[Noted]:
    for task in after:
        before = known.get(task.id)
        if before is None:
            yield task.id, PlanEvent.RESTORED if task.id in retired else PlanEvent.ADDED, "", None, task.text
            continue
        if before.text != task.text:
            yield task.id, PlanEvent.REWORDED, "", before.text, task.text
        old, new = ({one.id: one for one in each.indicators} for each in (before, task))
        for indicator_id in dict.fromkeys((*old, *new)):
            one, other = old.get(indicator_id), new.get(indicator_id)
            said = (promise(one) if one else None, promise(other) if other else None)
            if said[0] != said[1]:
                yield task.id, PlanEvent.TARGET, (other or one or task.indicators[0]).name, *said
        for subject, was, becomes in (
            ("lead", "、".join(before.lead), "、".join(task.lead)),
            ("support", "、".join(before.support), "、".join(task.support)),
            ("due", to_date(before.due) or "", to_date(task.due) or ""),
            ("own_duty", before.own_duty or "", task.own_duty or ""),
        ):
            if was != becomes:
                yield task.id, PlanEvent.DUTIES, subject, was or None, becomes or None


def _partings(gone: Iterable[TaskRecord], used: set[str]) -> Iterator[Noted]:
    for task in gone:
        yield task.id, PlanEvent.RETIRED if task.id in used else PlanEvent.REMOVED, "", task.text, None
