"""审核回执 out of a decision: drawn up, signed, written into a folder, noted in the outbox. All of it or nothing."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.core.changes import Changes
from models.core.safe_file import free_name, replace_file
from models.signing.identity import Identity
from models.store.database import Workspace
from models.store.directory import subordinates
from models.store.outbox import OutboxItem, Paper, add_outbox
from models.store.plans import current_plan, task
from models.store.received import content_of, received_return
from models.store.reviews import Review, note_receipt, reviews_of
from models.store.units import own_unit
from models.work.board import NothingToReport
from models.work.receipt_content import ReceiptContent, ReceiptHead, ReceiptRow
from models.workbooks.export import export_receipt


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """A receipt that was written: where it lies, and its check code."""

    path: Path
    check_code: str
    changes: Changes


def receipt_content(workspace: Workspace, review: Review) -> ReceiptContent:
    """Draw up the receipt of a decision.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    plan, own = current_plan(workspace), own_unit(workspace)
    if plan is None or own is None:
        raise NothingToReport("plan" if plan is None else "unit")
    one = received_return(workspace, review.return_id)
    unit = next(each for each in subordinates(workspace, retired=True) if each.id == one.unit_id)
    number = next(n for n, each in enumerate(reviews_of(workspace, one.id), start=1) if each.seq == review.seq)
    known = content_of(workspace, one.id).entries
    found = {task_id: task(workspace, task_id) for task_id in review.comments if task_id in known}
    rows = [
        ReceiptRow(number=each.number, task_id=task_id, task_text=each.text, comment=review.comments[task_id])
        for task_id, each in found.items()
        if each is not None
    ]
    return ReceiptContent(
        head=ReceiptHead(
            plan_id=one.plan_id,
            plan_title=plan.title,
            document_number=plan.document_number,
            year=plan.year,
            superior_name=own.name,
            superior_code=own.code,
            unit_name=unit.name,
            unit_code=unit.code,
            period=one.period,
            sequence=one.sequence,
            return_check_code=one.check_code,
            number=number,
            decision=review.decision,
            comment=review.comment,
            reviewed_by=review.operator,
            reviewed_on=review.at.date(),
        ),
        rows=tuple(sorted(rows, key=lambda row: (row.number, row.task_id))),
    )


def issue_receipt(
    workspace: Workspace, review: Review, identity: Identity, folder: Path, *, operator: str, at: datetime
) -> IssuedReceipt:
    """Write the receipt of a decision and note that it left; the same decision again is the same receipt once more.

    Args:
        workspace: of the superior.
        review: the decision.
        identity: the superior's.
        folder: where to; it must exist.
        operator: who writes it.
        at: now, with its time zone.

    Raises:
        NothingToReport, IdentityOfAnotherUnit, IdentityNotValid, NotPrintable: there is no receipt.
        EnvironmentProblem: the machine refuses; nothing was noted, and no half file has a final name.
    """
    content = receipt_content(workspace, review)
    signed = export_receipt(content, identity, at=at)
    path = free_name(folder / signed.file_name)
    sha256 = hashlib.sha256(signed.data).hexdigest()
    with workspace.transaction():
        # The file last: if it can't be written, nothing was noted.
        note_receipt(
            workspace,
            review,
            number=content.head.number,
            check_code=signed.check_code,
            fingerprint=signed.fingerprint,
            file_name=path.name,
            sha256=sha256,
            operator=operator,
            at=at,
        )
        add_outbox(
            workspace,
            OutboxItem(
                paper=Paper.RECEIPT,
                unit_id=received_return(workspace, review.return_id).unit_id,
                period=content.head.period,
                label=content.head.unit_name,
                number=content.head.number,
                file_name=path.name,
                sha256=sha256,
                path=path,
                at=at,
                operator=operator,
            ),
        )
        replace_file(path, signed.data)
    return IssuedReceipt(path, signed.check_code, Changes(receipts=True, outbox=True))
