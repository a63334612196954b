"""The one form of a return's data from which its check code is computed, byte for byte as docs/return-format.md has it.

What a return says of its unit's progress is covered: form, plan, unit, period, every row and every file of evidence.
When, by whom and the how-manieth time it was handed in, and whether as a draft, is not: the same state has the same
code each time, and that code is what people sign off.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from models.core.numbers import plain
from models.signing.check_code import check_code
from models.work.return_content import ReturnContent, ReturnRow
from models.workbooks.printable import as_printed
from models.workbooks.sign_off_block import CURRENT

_FIELD_END = "\x1f"  # neither can stand in a cleaned text, so nothing has to be escaped
_RECORD_END = "\x1e"


def canonical(content: ReturnContent, *, form: int = CURRENT.form) -> bytes:
    """Return the canonical bytes of a content, as a version of the form has them.

    Raises:
        NotPrintable: the content can't stand on a sheet, so it has no code.
    """
    return canonical_of_printed(as_printed(content), form=form)


def canonical_of_printed(content: ReturnContent, *, form: int = CURRENT.form) -> bytes:
    """Return the canonical bytes of a content that ``as_printed`` has gone over, or that was read from a sheet."""
    head = content.head
    records: list[tuple[str, ...]] = [
        (f"yaodian-return/{form}",),
        ("plan", head.plan_id),
        ("unit", head.unit_name, head.unit_code),
        ("period", head.period.id),
    ]
    for group in content.groups:
        records.append(("group", str(group.part_number), group.part_title, str(group.item_number), group.item_title))
        records.extend(map(_row_record, group.rows))
    records.extend(
        ("evidence", str(file.number), file.task_id, file.name, str(file.size), file.sha256)
        for file in content.evidence
    )
    return canonical_bytes(records)


def canonical_bytes(records: Iterable[Sequence[str]]) -> bytes:
    """Return records of fields as bytes: the one form in which the data of every kind of workbook are summed."""
    return "".join(_FIELD_END.join(record) + _RECORD_END for record in records).encode("utf-8")


def return_check_code(content: ReturnContent, *, form: int = CURRENT.form) -> str:
    """Return the 数据校验码 of a content, as a version of the form has it."""
    return check_code(canonical(content, form=form))


def _row_record(row: ReturnRow) -> tuple[str, ...]:
    return (
        "row",
        str(row.number),
        row.task_id,
        row.task_text,
        row.indicator_id or "",
        row.indicator_name,
        row.unit,
        row.direction or "",
        amount_field(row.target),
        amount_field(row.amount),
        row.no_data_reason,
        amount_field(row.completion),
        row.status or "",
        row.light,
        row.narrative,
        row.problems,
        row.next_steps,
        row.remark,
    )


def amount_field(value: Decimal | None) -> str:
    """Return a number as a field, blank for none."""
    return "" if value is None else plain(value)
