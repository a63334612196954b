"""审核: what was decided of the returns that came in, each decision with its reasons. Only ever added to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from models.core.periods import Period
from models.core.texts import clean_text
from models.core.vocabulary import Decision
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name
from models.store.problems import TextTooLong

MAX_COMMENT: Final = 1_000  # characters on the return as a whole
MAX_TASK_COMMENT: Final = 500

_REVIEW: Final = "SELECT seq, return_id, at, operator, act, comment FROM reviews"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision on one return. ``comments`` say by task what fails, why, and what to do."""

    seq: int
    return_id: int
    at: datetime
    operator: str
    decision: Decision
    comment: str
    comments: Mapping[str, str]


def add_review(
    workspace: Workspace,
    return_id: int,
    decision: Decision,
    *,
    comment: str,
    comments: Mapping[str, str],
    operator: str,
    at: datetime,
) -> Review:
    """Keep a decision; the latest one of a return holds.

    Raises:
        TextTooLong: a comment has too many characters.
        NameMissing, NameTooLong: the operator's name is none.
    """
    said = _checked(comment, field="comment", limit=MAX_COMMENT)
    by_task = {
        task_id: _checked(text, field="comment", limit=MAX_TASK_COMMENT)
        for task_id, text in comments.items()
        if clean_text(text).strip()
    }
    with workspace.transaction() as connection:
        cursor = connection.execute(
            "INSERT INTO reviews (return_id, at, operator, act, comment) VALUES (?, ?, ?, ?, ?)",
            (return_id, to_instant(at), checked_name(operator, what="operator"), decision.value, said),
        )
        seq = int(cursor.lastrowid or 0)
        connection.executemany(
            "INSERT INTO review_comments (review, task_id, comment) VALUES (?, ?, ?)",
            [(seq, task_id, text) for task_id, text in by_task.items()],
        )
    return reviews_of(workspace, return_id)[-1]


def reviews_of(workspace: Workspace, return_id: int) -> tuple[Review, ...]:
    """Return all decisions on one return, the first one first."""
    return _reviews(workspace, workspace.rows(f"{_REVIEW} WHERE return_id = ? ORDER BY seq", (return_id,)))


def latest_reviews(workspace: Workspace, *, period: Period | None = None) -> dict[int, Review]:
    """Return what holds of each return that was decided on, by the return's id: of a period, or of all."""
    latest = f"{_REVIEW} AS r WHERE seq = (SELECT max(seq) FROM reviews AS o WHERE o.return_id = r.return_id)"  # noqa: S608
    if period is None:
        rows = workspace.rows(latest)
    else:
        of_period = "return_id IN (SELECT id FROM received_returns WHERE period = ?)"
        rows = workspace.rows(f"{latest} AND {of_period}", (period.id,))
    return {review.return_id: review for review in _reviews(workspace, rows)}


def note_receipt(
    workspace: Workspace,
    review: Review,
    *,
    number: int,
    check_code: str,
    fingerprint: str,
    file_name: str,
    sha256: str,
    operator: str,
    at: datetime,
) -> None:
    """Keep that a decision was written out as a receipt; writing it again is not kept twice."""
    with workspace.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO receipts_issued"
            " (review, number, check_code, fingerprint, file_name, sha256, at, operator)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                review.seq,
                number,
                check_code,
                fingerprint,
                file_name,
                sha256,
                to_instant(at),
                checked_name(operator, what="operator"),
            ),
        )


def reviews_without_receipt(workspace: Workspace) -> tuple[Review, ...]:
    """Return the decisions that hold and that no receipt was written for yet, the oldest first."""
    rows = workspace.rows(
        f"{_REVIEW} AS r WHERE seq NOT IN (SELECT review FROM receipts_issued)"  # noqa: S608
        " AND seq = (SELECT max(seq) FROM reviews AS o WHERE o.return_id = r.return_id) ORDER BY seq"
    )
    return _reviews(workspace, rows)


def _reviews(workspace: Workspace, rows: list[Any]) -> tuple[Review, ...]:
    chosen = ", ".join(str(int(row[0])) for row in rows)
    comments: dict[int, dict[str, str]] = defaultdict(dict)
    for review, task_id, comment in workspace.rows(
        f"SELECT review, task_id, comment FROM review_comments WHERE review IN ({chosen}) ORDER BY task_id"  # noqa: S608
    ):
        comments[review][task_id] = comment
    return tuple(
        Review(
            seq=row[0],
            return_id=row[1],
            at=from_instant(row[2]),
            operator=row[3],
            decision=Decision(row[4]),
            comment=row[5],
            comments=comments[row[0]],
        )
        for row in rows
    )


def _checked(text: str, *, field: str, limit: int) -> str:
    said = clean_text(text).strip()
    if len(said) > limit:
        raise TextTooLong(field, len(said), limit)
    return said
