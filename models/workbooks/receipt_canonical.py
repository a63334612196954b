"""The canonical form of a receipt's data, byte for byte as docs/receipt-format.md has it.

What was decided of which return is covered, with every reason. By whom and on which day is not.
"""

from models.signing.check_code import check_code
from models.work.receipt_content import ReceiptContent
from models.workbooks.canonical import canonical_bytes
from models.workbooks.receipt_printable import receipt_as_printed

FORM = 1


def receipt_canonical(content: ReceiptContent) -> bytes:
    """Return the canonical bytes of a content.

    Raises:
        NotPrintable: the content can't stand on a sheet, so it has no code.
    """
    return canonical_of_printed(receipt_as_printed(content))


def canonical_of_printed(content: ReceiptContent) -> bytes:
    """Return the canonical bytes of a content as it is printed, or was read from a sheet."""
    head = content.head
    records: list[tuple[str, ...]] = [
        (f"yaodian-receipt/{FORM}",),
        ("plan", head.plan_id),
        ("superior", head.superior_name, head.superior_code),
        ("unit", head.unit_name, head.unit_code),
        ("period", head.period.id),
        ("return", str(head.sequence), head.return_check_code),
        ("decision", str(head.number), head.decision, head.comment),
        *(("row", str(row.number), row.task_id, row.task_text, row.comment) for row in content.rows),
    ]
    return canonical_bytes(records)


def receipt_check_code(content: ReceiptContent) -> str:
    """Return the 数据校验码 of a content.

    Raises:
        NotPrintable: the content can't stand on a sheet, so it has no code.
    """
    return check_code(receipt_canonical(content))
