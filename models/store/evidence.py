"""What is attached to entries as evidence, and the trail of it. Names, sizes and sums; the files lie elsewhere."""

import sqlite3
from collections import defaultdict
from datetime import datetime
from typing import Final

from models.core.periods import Period, parse_period
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.evidence_records import EvidenceChange, EvidenceEdit, EvidenceEvent, EvidenceFile
from models.store.exports import exported_evidence

__all__ = [
    "EvidenceChange",
    "EvidenceEdit",
    "EvidenceFile",
    "all_evidence",
    "evidence",
    "evidence_counts",
    "evidence_history",
    "put",
    "wanted_evidence",
]

_FILE: Final = "name, size, sha256"


def evidence(workspace: Workspace, period: Period, task_id: str) -> tuple[EvidenceFile, ...]:
    """List what is attached to one entry, by name."""
    rows = workspace.rows(
        f"SELECT {_FILE} FROM evidence WHERE period = ? AND task_id = ? ORDER BY name",  # noqa: S608
        (period.id, task_id),
    )
    return tuple(EvidenceFile(*row) for row in rows)


def all_evidence(workspace: Workspace, period: Period) -> dict[str, tuple[EvidenceFile, ...]]:
    """List what is attached in a period, by task and name; tasks with nothing are left out."""
    found: dict[str, list[EvidenceFile]] = defaultdict(list)
    for task_id, *file in workspace.rows(
        f"SELECT task_id, {_FILE} FROM evidence WHERE period = ? ORDER BY task_id, name",  # noqa: S608
        (period.id,),
    ):
        found[task_id].append(EvidenceFile(*file))
    return {task_id: tuple(files) for task_id, files in found.items()}


def evidence_counts(workspace: Workspace) -> dict[str, int]:
    """Return how many different files are attached to each task in all periods together, in one query."""
    rows = workspace.rows("SELECT task_id, COUNT(DISTINCT sha256) FROM evidence GROUP BY task_id")
    return dict(rows)


def wanted_evidence(workspace: Workspace) -> frozenset[str]:
    """Return the sums (SHA-256) of all that is attached anywhere, or stands on a return that went out."""
    attached = workspace.rows("SELECT DISTINCT sha256 FROM evidence")
    return frozenset(row[0] for row in attached) | exported_evidence(workspace)


def evidence_history(workspace: Workspace, task_id: str, limit: int = 100) -> tuple[EvidenceChange, ...]:
    """Return what was done to the evidence of a task in all periods, newest first."""
    rows = workspace.rows(
        f"SELECT seq, at, operator, period, event, {_FILE} FROM evidence_history"  # noqa: S608
        " WHERE task_id = ? ORDER BY seq DESC LIMIT ?",
        (task_id, limit),
    )
    return tuple(
        EvidenceChange(
            seq=row[0],
            at=from_instant(row[1]),
            operator=row[2],
            period=parse_period(row[3]),
            task_id=task_id,
            event=EvidenceEvent(row[4]),
            file=EvidenceFile(*row[5:]),
        )
        for row in rows
    )


def standing(connection: sqlite3.Connection, edit: EvidenceEdit) -> EvidenceFile | None:
    """Return what is attached under the name of an edit now."""
    row = connection.execute(
        f"SELECT {_FILE} FROM evidence WHERE period = ? AND task_id = ? AND name = ?",  # noqa: S608
        (edit.period.id, edit.task_id, edit.name),
    ).fetchone()
    return EvidenceFile(*row) if row else None


def put(
    connection: sqlite3.Connection, edit: EvidenceEdit, *, old: EvidenceFile | None, operator: str, at: datetime
) -> None:
    """Set what stands under a name, with its trail, within the caller's transaction."""
    place = (edit.period.id, edit.task_id)
    if edit.new is not None and edit.new.name != edit.name:
        raise ValueError("a file is attached under its own name")
    if old is not None:
        connection.execute("DELETE FROM evidence WHERE period = ? AND task_id = ? AND name = ?", (*place, edit.name))
    if edit.new is not None:
        connection.execute(
            f"INSERT INTO evidence (period, task_id, {_FILE}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (*place, edit.new.name, edit.new.size, edit.new.sha256),
        )
    for event, file in ((EvidenceEvent.REMOVED, old), (EvidenceEvent.ATTACHED, edit.new)):
        if file is not None:
            connection.execute(
                "INSERT INTO evidence_history (at, operator, period, task_id, event, name, size, sha256)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (to_instant(at), operator, *place, event.value, file.name, file.size, file.sha256),
            )
