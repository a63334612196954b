"""What of a receipt can stand in a cell and be read there, as ``printable`` has it for a return."""

from dataclasses import replace
from typing import Final

from models.core.vocabulary import Decision
from models.work.receipt_content import ReceiptContent, ReceiptHead, ReceiptRow
from models.workbooks.printable import HEAD_LIMITS, ROW_LIMITS, NotPrintable, printed_lines, printed_text
from models.workbooks.wording import NOTHING

COMMENT_LIMIT: Final = 1000
ROW_COMMENT_LIMIT: Final = 500
_HEAD_LIMITS: Final = {name: limit for name, limit in HEAD_LIMITS.items() if name != "supersedes"} | {
    "superior_name": HEAD_LIMITS["unit_name"],
    "superior_code": HEAD_LIMITS["unit_code"],
    "return_check_code": HEAD_LIMITS["supersedes"],
    "reviewed_by": 100,
}
_ROW_LIMITS: Final = {name: ROW_LIMITS[name] for name in ("task_id", "task_text")}


def receipt_as_printed(content: ReceiptContent) -> ReceiptContent:
    """Return the content as the sheet will say it; the check code and the cells are both made from this.

    Raises:
        NotPrintable: a text is too long, or the decision and its reasons don't fit together.
    """
    head = _head(content.head)
    rows = tuple(map(_row, content.rows))
    if (head.decision is Decision.ACCEPTED) if rows else (head.decision is Decision.RETURNED and not head.comment):
        raise NotPrintable("", "comment", "wording")
    return ReceiptContent(head=head, rows=rows)


def _head(head: ReceiptHead) -> ReceiptHead:
    comment = printed_text("", "comment", head.comment, COMMENT_LIMIT, lines=True)
    lines = printed_lines(head, _HEAD_LIMITS)
    return replace(head, comment="" if comment == NOTHING else comment, **lines)  # type: ignore[arg-type]


def _row(row: ReceiptRow) -> ReceiptRow:
    texts = {name: printed_text(row.task_id, name, getattr(row, name), limit) for name, limit in _ROW_LIMITS.items()}
    comment = printed_text(row.task_id, "comment", row.comment, ROW_COMMENT_LIMIT, lines=True)
    if not row.task_id or not comment:
        raise NotPrintable(row.task_id, "comment", "wording")
    return replace(row, comment=comment, **texts)  # type: ignore[arg-type]
