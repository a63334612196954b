"""进展: what stands in each field of each task in each period. Each change is recorded at once, with its history."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from models.core.changes import Changes
from models.core.numbers import checked_amount, plain
from models.core.periods import Period
from models.core.texts import clean_text
from models.core.vocabulary import Status
from models.store import evidence, history
from models.store.database import Workspace
from models.store.evidence_records import EvidenceEdit
from models.store.names import checked_name
from models.store.period_events import require_open
from models.store.periods import ensure_period
from models.store.problems import ReasonMissing, TextTooLong
from models.store.records import Edit, Entry, Field, FieldEdit, FieldValue, Recorded, Value

__all__ = ["MAX_REASON", "MAX_TEXT", "Entry", "Field", "FieldEdit", "Recorded", "Value", "entries", "entry", "record"]

MAX_TEXT: Final = 5_000  # characters
MAX_REASON: Final = 500

_SELECT_ENTRIES: Final = "SELECT task_id, status, narrative, problems, next_steps, remark FROM entries WHERE period = ?"
_SELECT_VALUES: Final = "SELECT task_id, indicator_id, amount, no_data_reason FROM entry_values WHERE period = ?"
_SELECT_VALUE: Final = (
    "SELECT amount, no_data_reason FROM entry_values WHERE period = ? AND task_id = ? AND indicator_id = ?"
)
_SET_VALUE: Final = (
    "INSERT INTO entry_values (period, task_id, indicator_id, amount, no_data_reason) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (period, task_id, indicator_id)"
    " DO UPDATE SET amount = excluded.amount, no_data_reason = excluded.no_data_reason"
)
_CLEAR_VALUE: Final = "DELETE FROM entry_values WHERE period = ? AND task_id = ? AND indicator_id = ?"


def entry(workspace: Workspace, period: Period, task_id: str) -> Entry:
    """Return what stands for one task; a blank entry if nothing does."""
    rows = workspace.rows(f"{_SELECT_ENTRIES} AND task_id = ?", (period.id, task_id))
    values = workspace.rows(f"{_SELECT_VALUES} AND task_id = ?", (period.id, task_id))
    return _assemble(period, rows, values).get(task_id) or Entry(task_id=task_id, period=period)


def entries(workspace: Workspace, period: Period) -> dict[str, Entry]:
    """Return what stands in a period by task, in two queries; tasks with nothing are left out."""
    rows = workspace.rows(_SELECT_ENTRIES, (period.id,))
    values = workspace.rows(_SELECT_VALUES, (period.id,))
    found = _assemble(period, rows, values)
    return {task_id: one for task_id, one in found.items() if not one.blank}


def record(workspace: Workspace, edits: Sequence[Edit], *, operator: str, at: datetime) -> Recorded:
    """Set fields and evidence, in one durable transaction, with one row of history for each that really changed.

    Args:
        workspace: where.
        edits: the fields and attached files, in order; all of them are recorded, or none.
        operator: who types.
        at: now, with its time zone.

    Raises:
        TextTooLong, ReasonMissing, NotANumber, NameMissing: what should be stored is nothing that a field can hold.
        PeriodClosed: the period was closed by its return; nothing in it changes any more.
        EnvironmentProblem: the machine refuses.
    """
    operator = checked_name(operator, what="operator")
    wanted = [edit if isinstance(edit, EvidenceEdit) else (edit, _normal(edit)) for edit in edits]
    undo: list[Edit] = []
    changes = Changes()
    with workspace.transaction() as connection:
        for one in wanted:
            if isinstance(one, EvidenceEdit):
                attached = evidence.standing(connection, one)
                if attached != one.new:
                    changes |= _open(workspace, connection, one.period) | Changes(evidence=True)
                    evidence.put(connection, one, old=attached, operator=operator, at=at)
                    undo.append(replace(one, new=attached))
                continue
            edit, new = one
            old = _standing(connection, edit)
            if old != new:
                changes |= _open(workspace, connection, edit.period) | Changes(entries=True)
                _set(connection, edit, new)
                history.append(connection, edit, old=old, new=new, operator=operator, at=at)
                undo.append(replace(edit, new=old))
    return Recorded(changes, tuple(reversed(undo)))


def _open(workspace: Workspace, connection: sqlite3.Connection, period: Period) -> Changes:
    """See to it that a period may be changed; open it if it was not."""
    return Changes() if require_open(connection, period) else ensure_period(workspace, period)


def _normal(edit: FieldEdit) -> FieldValue:
    """Return the new content in its one form, or refuse it."""
    new = edit.new
    if (edit.field is Field.VALUE) != (edit.indicator_id is not None):
        raise ValueError("a value belongs to an indicator, and nothing else does")
    match edit.field:
        case Field.VALUE:
            return _normal_value(new)
        case Field.STATUS:
            if new is not None and not isinstance(new, Status):
                raise TypeError(f"not a status: {type(new).__name__}")
            return new
        case _:
            if not isinstance(new, str) or isinstance(new, Status):
                raise TypeError(f"not a text: {type(new).__name__}")
            text = clean_text(new)
            if len(text) > MAX_TEXT:
                raise TextTooLong(edit.field.value, len(text), MAX_TEXT)
            return text


def _normal_value(new: object) -> Value | None:
    match new:
        case None:
            return None
        case Decimal():
            return Value(checked_amount(new))
        case Value() if new.amount is not None:
            return Value(checked_amount(new.amount))
        case Value():
            reason = clean_text(new.no_data_reason)
            if not reason:
                raise ReasonMissing
            if len(reason) > MAX_REASON:
                raise TextTooLong("no_data_reason", len(reason), MAX_REASON)
            return Value(None, reason)
        case _:
            raise TypeError(f"not a value: {type(new).__name__}")


def _standing(connection: sqlite3.Connection, edit: FieldEdit) -> FieldValue:
    """Return what stands in the field now."""
    if edit.field is Field.VALUE:
        row = connection.execute(_SELECT_VALUE, (edit.period.id, edit.task_id, edit.indicator_id)).fetchone()
        return _value(*row) if row else None
    column = edit.field.value  # one of the enumeration's words, never a text from outside
    row = connection.execute(
        f"SELECT {column} FROM entries WHERE period = ? AND task_id = ?",  # noqa: S608
        (edit.period.id, edit.task_id),
    ).fetchone()
    if edit.field is Field.STATUS:
        return Status(row[0]) if row and row[0] else None
    return row[0] if row else ""


def _set(connection: sqlite3.Connection, edit: FieldEdit, new: FieldValue) -> None:
    place = (edit.period.id, edit.task_id)
    match new:
        case Value():
            amount = None if new.amount is None else plain(new.amount)
            connection.execute(_SET_VALUE, (*place, edit.indicator_id, amount, new.no_data_reason))
        case None if edit.field is Field.VALUE:
            connection.execute(_CLEAR_VALUE, (*place, edit.indicator_id))
        case _:
            column = edit.field.value
            connection.execute(
                f"INSERT INTO entries (period, task_id, {column}) VALUES (?, ?, ?)"  # noqa: S608
                f" ON CONFLICT (period, task_id) DO UPDATE SET {column} = excluded.{column}",
                (*place, new),
            )


def _assemble(period: Period, rows: Iterable[Any], value_rows: Iterable[Any]) -> dict[str, Entry]:
    values: dict[str, dict[str, Value]] = defaultdict(dict)
    for task_id, indicator_id, amount, reason in value_rows:
        values[task_id][indicator_id] = _value(amount, reason)
    found = {
        row[0]: Entry(
            task_id=row[0],
            period=period,
            status=Status(row[1]) if row[1] else None,
            narrative=row[2],
            problems=row[3],
            next_steps=row[4],
            remark=row[5],
            values=values.pop(row[0], {}),
        )
        for row in rows
    }
    for task_id, rest in values.items():
        found[task_id] = Entry(task_id=task_id, period=period, values=rest)
    return found


def _value(amount: str | None, reason: str) -> Value:
    return Value(None if amount is None else Decimal(amount), reason)
