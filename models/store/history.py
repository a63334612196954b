"""The trail of every change of an entry: who, when, from what, to what. Triggers refuse all but adding to it."""

import sqlite3
from datetime import datetime
from decimal import Decimal
from typing import Final

from models.core.numbers import plain
from models.core.periods import Period, parse_period
from models.core.vocabulary import Status
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.records import Field, FieldEdit, FieldValue, HistoryRow, Value

__all__ = ["HistoryRow", "append", "last_change", "last_changes", "spelled", "task_history"]

_NO_DATA: Final = "no data: "


def task_history(workspace: Workspace, task_id: str, limit: int = 100) -> tuple[HistoryRow, ...]:
    """Return the latest changes of a task in all periods, newest first."""
    return tuple(
        HistoryRow(
            seq=row[0],
            at=from_instant(row[1]),
            operator=row[2],
            period=parse_period(row[3]),
            task_id=task_id,
            indicator_id=row[4],
            field=Field(row[5]),
            old=_read(Field(row[5]), row[6]),
            new=_read(Field(row[5]), row[7]),
        )
        for row in workspace.rows(
            "SELECT seq, at, operator, period, indicator_id, field, old, new FROM history"
            " WHERE task_id = ? ORDER BY seq DESC LIMIT ?",
            (task_id, limit),
        )
    )


def last_change(workspace: Workspace, period: Period, task_id: str) -> datetime | None:
    """Return when a task's entry of a period was last changed, or None if it never was."""
    row = workspace.row(
        "SELECT at FROM history WHERE task_id = ? AND period = ? ORDER BY seq DESC LIMIT 1", (task_id, period.id)
    )
    return from_instant(row[0]) if row else None


def last_changes(workspace: Workspace, period: Period) -> dict[str, datetime]:
    """Return when each entry of a period was last changed, by task, in one query."""
    rows = workspace.rows(
        "SELECT task_id, (SELECT at FROM history AS h WHERE h.task_id = e.task_id AND h.period = ?1"
        " ORDER BY seq DESC LIMIT 1) AS at FROM (SELECT task_id FROM entries WHERE period = ?1"
        " UNION SELECT task_id FROM entry_values WHERE period = ?1) AS e WHERE at IS NOT NULL",
        (period.id,),
    )
    return {task_id: from_instant(at) for task_id, at in rows}


def append(
    connection: sqlite3.Connection, edit: FieldEdit, *, old: FieldValue, new: FieldValue, operator: str, at: datetime
) -> None:
    """Add one change within the caller's transaction."""
    connection.execute(
        "INSERT INTO history (at, operator, period, task_id, indicator_id, field, old, new)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            to_instant(at),
            operator,
            edit.period.id,
            edit.task_id,
            edit.indicator_id,
            edit.field.value,
            spelled(old),
            spelled(new),
        ),
    )


def spelled(value: FieldValue) -> str | None:
    """Spell what stood in a field as one text, or None for blank.

    >>> spelled(Value(None, "未统计")), spelled(Value(Decimal("12.50"))), spelled(Status.BEHIND)
    ('no data: 未统计', '12.5', 'behind')
    """
    match value:
        case Value():
            return _NO_DATA + value.no_data_reason if value.amount is None else plain(value.amount)
        case Status():
            return value.value
        case _:
            return value or None


def _read(field: Field, text: str | None) -> FieldValue:
    if field is Field.STATUS:
        return Status(text) if text else None
    if field is not Field.VALUE:
        return text or ""
    if text is None:
        return None
    return Value(None, text.removeprefix(_NO_DATA)) if text.startswith(_NO_DATA) else Value(Decimal(text))
