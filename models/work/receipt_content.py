"""What a receipt says, before anything is known of sheets, files and keys: a decision on one return, and its reasons.

These are plain facts: the workbooks room writes them to an 审核回执 and reads the very same back from one.
"""

from dataclasses import dataclass
from datetime import date

from models.core.periods import Period
from models.core.vocabulary import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptHead:
    """Whose return of which period was decided on, how and by whom.

    ``sequence`` and ``return_check_code`` are those of the return. ``number`` counts the receipts for this one return
    from 1; the highest holds. ``comment`` says what concerns the return as a whole.
    """

    plan_id: str
    plan_title: str
    document_number: str
    year: int
    superior_name: str
    superior_code: str
    unit_name: str
    unit_code: str
    period: Period
    sequence: int
    return_check_code: str
    number: int
    decision: Decision
    comment: str
    reviewed_by: str
    reviewed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """What has to be put right in one task: what fails, why, what to do."""

    number: int
    task_id: str
    task_text: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptContent:
    """A whole receipt. An accepted return has no rows; one that is returned has a comment, or rows, or both."""

    head: ReceiptHead
    rows: tuple[ReceiptRow, ...] = ()
