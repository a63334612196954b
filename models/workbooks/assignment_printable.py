"""What of an assignment can stand in a cell and be read there, as ``printable`` has it for a return."""

from dataclasses import replace
from typing import Final

from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentHead, AssignmentRow
from models.workbooks.printable import (
    GROUP_LIMITS,
    HEAD_LIMITS,
    ROW_LIMITS,
    NotPrintable,
    printed_amount,
    printed_lines,
    printed_text,
)
from models.workbooks.wording import NOTHING

MOST_UNITS: Final = 12  # of those that share a task; of more the first are named, and their number is said
_HEAD_LIMITS: Final = HEAD_LIMITS | {
    "superior_name": HEAD_LIMITS["unit_name"],
    "superior_code": HEAD_LIMITS["unit_code"],
    "contact": 100,
}
_REMARK_LIMIT: Final = 500
_ROW_LIMITS: Final = {name: ROW_LIMITS[name] for name in ("task_id", "task_text", "indicator_name", "unit")}


def assignment_as_printed(content: AssignmentContent) -> AssignmentContent:
    """Return the content as the sheet will say it; the check code and the cells are both made from this.

    Raises:
        NotPrintable: a text is too long, or a number has more digits than a cell holds.
    """
    return AssignmentContent(head=_head(content.head), groups=tuple(map(_group, content.groups)))


def _head(head: AssignmentHead) -> AssignmentHead:
    remark = printed_text("", "remark", head.remark, _REMARK_LIMIT, lines=True)
    lines = printed_lines(head, _HEAD_LIMITS)
    return replace(head, remark="" if remark == NOTHING else remark, **lines)  # type: ignore[arg-type]


def _group(group: AssignmentGroup) -> AssignmentGroup:
    return replace(group, rows=tuple(map(_row, group.rows)), **printed_lines(group, GROUP_LIMITS))  # type: ignore[arg-type]


def _row(row: AssignmentRow) -> AssignmentRow:
    texts = {name: printed_text(row.task_id, name, getattr(row, name), limit) for name, limit in _ROW_LIMITS.items()}
    amounts = {name: printed_amount(row.task_id, name, getattr(row, name)) for name in ("target", "whole", "baseline")}
    units = {name: _units(row.task_id, name, getattr(row, name)) for name in ("lead", "support")}
    return replace(row, **texts, **amounts, **units)  # type: ignore[arg-type]


def _units(task_id: str, field: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of units as they are printed; hundreds of schools that share a task are not named each."""
    limit = HEAD_LIMITS["unit_name"]
    shown = names if len(names) <= MOST_UNITS else (*names[: MOST_UNITS - 1], f"等{len(names)}个单位")
    printed = tuple(printed_text(task_id, field, name, limit) for name in shown)
    if not all(printed):
        raise NotPrintable(task_id, field, "wording")
    return printed
