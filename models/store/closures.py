"""销号: which tasks are closed. Only ever added to; the latest act on a task holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from models.core.changes import Changes
from models.core.texts import clean_text
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name
from models.store.problems import ReasonMissing, TextTooLong

MAX_REMARK: Final = 500


class ClosureAct(StrEnum):
    """What is done to a task."""

    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """One act: who, when, and what it rests on."""

    at: datetime
    operator: str
    task_id: str
    act: ClosureAct
    remark: str


def closures(workspace: Workspace) -> dict[str, Closure]:
    """Return what was done last to each task that was ever closed."""
    rows = workspace.rows("SELECT at, operator, task_id, act, remark FROM task_closures ORDER BY seq")
    return {
        row[2]: Closure(at=from_instant(row[0]), operator=row[1], task_id=row[2], act=ClosureAct(row[3]), remark=row[4])
        for row in rows
    }


def add_closure(
    workspace: Workspace, task_id: str, act: ClosureAct, *, remark: str, operator: str, at: datetime
) -> Changes:
    """Keep an act; closing what is closed, or reopening what is open, changes nothing.

    Raises:
        ReasonMissing: nothing is said on what it rests.
        TextTooLong: too much is.
    """
    said = clean_text(remark).strip()
    if not said:
        raise ReasonMissing
    if len(said) > MAX_REMARK:
        raise TextTooLong("remark", len(said), MAX_REMARK)
    with workspace.transaction() as connection:
        before = closures(workspace).get(task_id)
        if (before.act if before else ClosureAct.REOPENED) is act:
            return Changes()
        connection.execute(
            "INSERT INTO task_closures (at, operator, task_id, act, remark) VALUES (?, ?, ?, ?, ?)",
            (to_instant(at), checked_name(operator, what="operator"), task_id, act.value, said),
        )
    return Changes(closures=True)
