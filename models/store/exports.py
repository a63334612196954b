"""Every signed return that was written out, in order. Only ever added to."""

from collections.abc import Iterable
from typing import Any, Final

from models.core.changes import Changes
from models.core.periods import Period, parse_period
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.records import ExportRecord

__all__ = ["ExportRecord", "add_export", "exported_evidence", "exports", "exports_of", "last_export", "next_sequence"]

_COLUMNS: Final = "period, sequence, check_code, fingerprint, file_name, sha256, at, operator"


def next_sequence(workspace: Workspace, period: Period) -> int:
    """Return the number that the next return of a period gets, from 1."""
    (sequence,) = workspace.row("SELECT coalesce(max(sequence), 0) + 1 FROM exports WHERE period = ?", (period.id,))
    return int(sequence)


def add_export(workspace: Workspace, export: ExportRecord, *, evidence: Iterable[str] = ()) -> Changes:
    """Keep that a return was written out, and the sums (SHA-256) of the evidence that it lists."""
    with workspace.transaction() as connection:
        connection.execute(
            f"INSERT INTO exports ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                export.period.id,
                export.sequence,
                export.check_code,
                export.fingerprint,
                export.file_name,
                export.sha256,
                to_instant(export.at),
                export.operator,
            ),
        )
        connection.executemany(
            "INSERT INTO export_evidence (period, sequence, sha256) VALUES (?, ?, ?)",
            [(export.period.id, export.sequence, digest) for digest in sorted(set(evidence))],
        )
    return Changes(exports=True)


def exported_evidence(workspace: Workspace) -> frozenset[str]:
    """Return the sums (SHA-256) of all evidence that any return which went out lists."""
    return frozenset(row[0] for row in workspace.rows("SELECT DISTINCT sha256 FROM export_evidence"))


def exports(workspace: Workspace) -> tuple[ExportRecord, ...]:
    """List the returns of all periods, newest first."""
    return tuple(map(_export, workspace.rows(f"SELECT {_COLUMNS} FROM exports ORDER BY id DESC")))  # noqa: S608


def exports_of(workspace: Workspace, period: Period) -> tuple[ExportRecord, ...]:
    """List the returns of one period, newest first."""
    rows = workspace.rows(
        f"SELECT {_COLUMNS} FROM exports WHERE period = ? ORDER BY sequence DESC",  # noqa: S608
        (period.id,),
    )
    return tuple(map(_export, rows))


def last_export(workspace: Workspace, period: Period) -> ExportRecord | None:
    """Return the latest return of a period, or None."""
    row = workspace.row(
        f"SELECT {_COLUMNS} FROM exports WHERE period = ? ORDER BY sequence DESC LIMIT 1",  # noqa: S608
        (period.id,),
    )
    return _export(row) if row else None


def _export(row: Any) -> ExportRecord:
    return ExportRecord(
        period=parse_period(row[0]),
        sequence=row[1],
        check_code=row[2],
        fingerprint=row[3],
        file_name=row[4],
        sha256=row[5],
        at=from_instant(row[6]),
        operator=row[7],
    )
