"""Taking a receipt in: what the superior decided of a return of this unit, and what follows from it.

1. It is for this unit, from its superior, and its signer was confirmed (``from_above``).
2. It names a return that went out of this workspace: by period, number and check code.
3. Of several receipts for one return the highest number holds. An older one has no effect, whatever the order in which
   files arrive; the same one again changes nothing; another one under a number that was taken is refused.
4. A receipt for a return that a later one took the place of is kept, and nothing follows from it.
5. Accepted: the period is closed for good. Returned: it is open again, with the comments at their tasks.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.periods import Period
from models.core.vocabulary import Decision
from models.store.database import Workspace
from models.store.exports import exports_of
from models.store.outbox import Fate, Paper, note_outbox, outbox
from models.store.period_events import MAX_REASON
from models.store.superior import Superior, TakenReceipt, add_receipt, comments_of, receipts
from models.work.closing import close_again, reopen
from models.work.from_above import SheetFile, SignedSheet, require_confirmed, require_own, require_superior
from models.work.receipt_content import ReceiptContent, ReceiptHead

__all__ = [
    "Effect",
    "ReceiptConflict",
    "ReceiptForUnknownReturn",
    "ReceiptOlder",
    "ReceiptTaken",
    "comments_of",
    "take_receipt",
]


class Effect(StrEnum):
    """What a receipt did to its period."""

    ACCEPTED = "accepted"  # the period is closed for good
    REOPENED = "reopened"  # the period is open for a correction
    REPLACED = "replaced"  # nothing: a later return took the place of the one that it is for
    KNOWN = "known"  # nothing: it was taken in before


@dataclass(frozen=True, slots=True)
class ReceiptTaken:
    """What taking a receipt in did."""

    changes: Changes
    effect: Effect
    head: ReceiptHead


@dataclass(eq=False)
class ReceiptForUnknownReturn(UserError):
    """A receipt is for a return that did not go out of this workspace, or not with these figures.

    ``sequence`` is the number of the return.
    """

    period: Period
    sequence: int


@dataclass(eq=False)
class ReceiptOlder(UserError):
    """A receipt is older than the one that was taken in for the same return: nothing was changed."""

    number: int
    taken: int


@dataclass(eq=False)
class ReceiptConflict(UserError):
    """Two receipts for one return bear the same number and say different things."""

    number: int


def take_receipt(
    workspace: Workspace, sheet: SignedSheet[ReceiptContent], *, file: SheetFile, operator: str, at: datetime
) -> ReceiptTaken:
    """Take a receipt in, in one transaction.

    Args:
        workspace: whose return it is for.
        sheet: the receipt, let in by ``models/workbooks/receive``.
        file: what it came in.
        operator: who takes it in.
        at: now, with its time zone.

    Raises:
        SignerUnconfirmed, SheetOfAnotherUnit, NotASuperior, SuperiorDiffers: see ``from_above``.
        ReceiptForUnknownReturn, ReceiptOlder, ReceiptConflict: it can't be taken in.
        EnvironmentProblem: the machine refuses. In each case nothing was changed.
    """
    head = sheet.content.head
    sender = Superior(head.superior_name, head.superior_code)
    require_confirmed(sheet, sender)
    with workspace.transaction():
        require_own(workspace, unit_name=head.unit_name, unit_code=head.unit_code)
        require_superior(workspace, sender)
        gone_out = exports_of(workspace, head.period)
        if not any((one.sequence, one.check_code) == (head.sequence, head.return_check_code) for one in gone_out):
            raise ReceiptForUnknownReturn(head.period, head.sequence)
        if _is_known(workspace, sheet):
            return ReceiptTaken(Changes(), Effect.KNOWN, head)
        changes = add_receipt(workspace, _taken(sheet, file, operator=operator, at=at))
        changes |= _note_seen(workspace, head, operator=operator, at=at)
        if head.sequence != max(one.sequence for one in gone_out):
            return ReceiptTaken(changes, Effect.REPLACED, head)
        if head.decision is Decision.ACCEPTED:
            changes |= close_again(workspace, head.period, operator=operator, at=at)
            return ReceiptTaken(changes, Effect.ACCEPTED, head)
        reason = _reason(sheet.content)
        changes |= reopen(workspace, head.period, reason=reason, operator=operator, at=at)
        return ReceiptTaken(changes, Effect.REOPENED, head)


def _is_known(workspace: Workspace, sheet: SignedSheet[ReceiptContent]) -> bool:
    head = sheet.content.head
    known = {one.number: one for one in receipts(workspace, head.period) if one.sequence == head.sequence}
    if not known or head.number > max(known):
        return False
    if head.number < max(known):
        raise ReceiptOlder(head.number, max(known))
    if known[head.number].check_code != sheet.check_code:
        raise ReceiptConflict(head.number)
    return True


def _taken(sheet: SignedSheet[ReceiptContent], file: SheetFile, *, operator: str, at: datetime) -> TakenReceipt:
    head = sheet.content.head
    return TakenReceipt(
        period=head.period,
        sequence=head.sequence,
        number=head.number,
        decision=head.decision,
        return_check_code=head.return_check_code,
        comment=head.comment,
        reviewed_by=head.reviewed_by,
        reviewed_on=head.reviewed_on,
        check_code=sheet.check_code,
        signer=sheet.signer.digest,
        file_name=file.name,
        sha256=file.sha256,
        at=at,
        operator=operator,
        comments={row.task_id: row.comment for row in sheet.content.rows},
    )


def _reason(content: ReceiptContent) -> str:
    """Return why the period is open again, in the superior's words, as long as a reason may be."""
    said = content.head.comment or next(row.comment for row in content.rows)
    return said if len(said) <= MAX_REASON else said[: MAX_REASON - 1] + "…"


def _note_seen(workspace: Workspace, head: ReceiptHead, *, operator: str, at: datetime) -> Changes:
    """Note in the outbox that the return arrived."""
    changes = Changes()
    for item in outbox(workspace, paper=Paper.RETURN, period=head.period):
        if item.number == head.sequence and item.fate is not Fate.RECEIPT_SEEN:
            changes |= note_outbox(workspace, item.id, Fate.RECEIPT_SEEN, operator=operator, at=at)
    return changes
