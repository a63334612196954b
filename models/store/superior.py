"""上级: the assignments and receipts that came from the superior. Only ever added to; what holds follows from them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind, parse_period
from models.core.vocabulary import Decision
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name

_TAKEN: Final = (
    "plan_id, version, check_code, superior_name, superior_code, signer, period_kind, file_name, sha256, at, operator"
)
_RECEIPT: Final = (
    "id, period, sequence, number, act, return_check_code, comment, reviewed_by, reviewed_on, check_code, signer,"
    " file_name, sha256, at, operator"
)


@dataclass(frozen=True, slots=True)
class Superior:
    """The unit that assigns to this one, as it calls itself; its code may be blank."""

    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAssignment:
    """An assignment that was taken in. ``signer`` is the digest of the certificate that signed it."""

    plan_id: str
    version: int
    check_code: str
    superior: Superior
    signer: str
    period_kind: PeriodKind
    file_name: str
    sha256: str
    at: datetime
    operator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenReceipt:
    """A receipt that was taken in: what the superior decided of return number ``sequence`` of a period.

    ``number`` counts the receipts for that one return; the highest holds. ``comments`` are by the task's id.
    """

    period: Period
    sequence: int
    number: int
    decision: Decision
    return_check_code: str
    comment: str
    reviewed_by: str
    reviewed_on: date
    check_code: str
    signer: str
    file_name: str
    sha256: str
    at: datetime
    operator: str
    comments: Mapping[str, str] = field(default_factory=dict)


def taken_assignments(workspace: Workspace) -> tuple[TakenAssignment, ...]:
    """List the assignments that were taken in, newest first."""
    rows = workspace.rows(f"SELECT {_TAKEN} FROM assignments_taken ORDER BY id DESC")  # noqa: S608
    return tuple(map(_taken, rows))


def last_taken(workspace: Workspace) -> TakenAssignment | None:
    """Return the assignment that holds now: the last one that was taken in; None where the plan is the unit's own."""
    row = workspace.row(f"SELECT {_TAKEN} FROM assignments_taken ORDER BY id DESC LIMIT 1")  # noqa: S608
    return _taken(row) if row else None


def superior(workspace: Workspace) -> Superior | None:
    """Return who assigned last, or None where nobody has."""
    taken = last_taken(workspace)
    return taken.superior if taken else None


def add_taken(workspace: Workspace, assignment: TakenAssignment) -> Changes:
    """Keep that an assignment was taken in; it holds from then on."""
    with workspace.transaction() as connection:
        connection.execute(
            f"INSERT INTO assignments_taken ({_TAKEN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                assignment.plan_id,
                assignment.version,
                assignment.check_code,
                assignment.superior.name,
                assignment.superior.code,
                assignment.signer,
                assignment.period_kind.value,
                assignment.file_name,
                assignment.sha256,
                to_instant(assignment.at),
                checked_name(assignment.operator, what="operator"),
            ),
        )
    return Changes(assignments=True)


def receipts(workspace: Workspace, period: Period | None = None) -> tuple[TakenReceipt, ...]:
    """List the receipts of a period, or of all, in two queries: by period, then the latest return and number first."""
    chosen = (period.id if period else None,)
    comments: dict[int, dict[str, str]] = defaultdict(dict)
    for receipt_id, task_id, comment in workspace.rows(
        "SELECT c.receipt_id, c.task_id, c.comment FROM receipt_comments AS c JOIN receipts_taken AS r"
        " ON r.id = c.receipt_id WHERE r.period = coalesce(?, r.period)",
        chosen,
    ):
        comments[receipt_id][task_id] = comment
    rows = workspace.rows(
        f"SELECT {_RECEIPT} FROM receipts_taken WHERE period = coalesce(?, period)"  # noqa: S608
        " ORDER BY period, sequence DESC, number DESC",
        chosen,
    )
    return tuple(_receipt(row, comments.get(row[0], {})) for row in rows)


def holding_receipt(workspace: Workspace, period: Period) -> TakenReceipt | None:
    """Return what the superior says of the latest return that went out for a period, or None where nothing came yet."""
    found = receipts(workspace, period)
    row = workspace.row("SELECT max(sequence) FROM exports WHERE period = ?", (period.id,))
    return found[0] if found and found[0].sequence == row[0] else None


def accepted_periods(workspace: Workspace) -> frozenset[Period]:
    """Return the periods whose latest return was accepted, in one query; nothing in them changes any more."""
    rows = workspace.rows(
        "SELECT r.period FROM receipts_taken AS r WHERE r.act = 'accepted'"
        " AND r.sequence = (SELECT max(sequence) FROM exports WHERE period = r.period)"
        " AND r.number = (SELECT max(number) FROM receipts_taken WHERE period = r.period AND sequence = r.sequence)"
    )
    return frozenset(parse_period(row[0]) for row in rows)


def comments_of(workspace: Workspace, period: Period) -> dict[str, str]:
    """Return what has to be put right in a period, by task: the comments on its latest return, if that came back."""
    receipt = holding_receipt(workspace, period)
    return dict(receipt.comments) if receipt and receipt.decision is Decision.RETURNED else {}


def add_receipt(workspace: Workspace, receipt: TakenReceipt) -> Changes:
    """Keep that a receipt was taken in."""
    with workspace.transaction() as connection:
        added = connection.execute(
            f"INSERT INTO receipts_taken ({_RECEIPT}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                receipt.period.id,
                receipt.sequence,
                receipt.number,
                receipt.decision.value,
                receipt.return_check_code,
                receipt.comment,
                receipt.reviewed_by,
                receipt.reviewed_on.isoformat(),
                receipt.check_code,
                receipt.signer,
                receipt.file_name,
                receipt.sha256,
                to_instant(receipt.at),
                checked_name(receipt.operator, what="operator"),
            ),
        )
        connection.executemany(
            "INSERT INTO receipt_comments (receipt_id, task_id, comment) VALUES (?, ?, ?)",
            [(added.lastrowid, task_id, comment) for task_id, comment in receipt.comments.items()],
        )
    return Changes(receipts=True)


def _taken(row: Any) -> TakenAssignment:
    return TakenAssignment(
        plan_id=row[0],
        version=row[1],
        check_code=row[2],
        superior=Superior(row[3], row[4]),
        signer=row[5],
        period_kind=PeriodKind(row[6]),
        file_name=row[7],
        sha256=row[8],
        at=from_instant(row[9]),
        operator=row[10],
    )


def _receipt(row: Any, comments: Mapping[str, str]) -> TakenReceipt:
    return TakenReceipt(
        period=parse_period(row[1]),
        sequence=row[2],
        number=row[3],
        decision=Decision(row[4]),
        return_check_code=row[5],
        comment=row[6],
        reviewed_by=row[7],
        reviewed_on=date.fromisoformat(row[8]),
        check_code=row[9],
        signer=row[10],
        file_name=row[11],
        sha256=row[12],
        at=from_instant(row[13]),
        operator=row[14],
        comments=comments,
    )
