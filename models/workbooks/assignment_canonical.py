"""The canonical form of an assignment's data, byte for byte as docs/assignment-format.md has it.

What the superior expects is covered: plan, both units, terms, every row. The version, what it supersedes and the day
are not: the same expectations have the same code each time, which tells whether a unit has to be sent a new version.
"""

from models.signing.check_code import check_code
from models.work.assignment_content import AssignmentContent, AssignmentRow
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.assignment_wording import units_text
from models.workbooks.canonical import amount_field, canonical_bytes

FORM = 1


def assignment_canonical(content: AssignmentContent) -> bytes:
    """Return the canonical bytes of a content.

    Raises:
        NotPrintable: the content can't stand on a sheet, so it has no code.
    """
    return canonical_of_printed(assignment_as_printed(content))


def canonical_of_printed(content: AssignmentContent) -> bytes:
    """Return the canonical bytes of a content as it is printed, or was read from a sheet."""
    head = content.head
    records: list[tuple[str, ...]] = [
        (f"yaodian-assignment/{FORM}",),
        ("plan", head.plan_id, head.plan_title, head.document_number, str(head.year)),
        ("superior", head.superior_name, head.superior_code),
        ("unit", head.unit_name, head.unit_code),
        ("reports", head.period_kind, "reviewer" if head.reviewer else "", "unit_head" if head.unit_head else ""),
        ("contact", head.contact),
        ("remark", head.remark),
    ]
    for group in content.groups:
        records.append(("group", str(group.part_number), group.part_title, str(group.item_number), group.item_title))
        records.extend(map(_row_record, group.rows))
    return canonical_bytes(records)


def assignment_check_code(content: AssignmentContent) -> str:
    """Return the 数据校验码 of a content.

    Raises:
        NotPrintable: the content can't stand on a sheet, so it has no code.
    """
    return check_code(assignment_canonical(content))


def _row_record(row: AssignmentRow) -> tuple[str, ...]:
    return (
        "row",
        str(row.number),
        row.task_id,
        row.task_text,
        row.kind,
        row.duty,
        units_text(row.lead),
        units_text(row.support),
        row.due.isoformat() if row.due else "",
        row.indicator_id or "",
        row.indicator_name,
        row.unit,
        row.direction or "",
        amount_field(row.target),
        amount_field(row.whole),
        amount_field(row.baseline),
        row.per or "",
    )
