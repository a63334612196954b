"""任务下达表: an assignment as a sheet. Writes only; what is read back, and how strictly, is ``assignment_read``'s."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from models.signing.check_code import check_code
from models.work.assignment_content import AssignmentContent, AssignmentRow
from models.workbooks import assignment_wording as words
from models.workbooks import layout, looks, wording
from models.workbooks.assignment_canonical import FORM, canonical_of_printed
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.form_writer import (
    HEAD_HEIGHT,
    LAST_HEAD_HEIGHT,
    TITLE_HEIGHT,
    FormWriter,
    HeadFact,
    TableCell,
    number_cell,
)
from models.workbooks.kinds import ASSIGNMENT
from models.workbooks.layout import Column, Line, Style
from models.workbooks.printable import NotPrintable
from models.workbooks.task_rows import identifier_text, placed

COLUMNS: Final = (
    Column("序号", 36),
    Column("任务编号", 78),
    Column("工作任务", 310),
    Column("本单位职责", 78),
    Column("牵头单位", 132),
    Column("配合单位", 132),
    Column("指标", 140),
    Column("单位目标", 80),
    Column("总目标", 80),
    Column("完成时限", 114),
    Column("任务类型", 74),
)
NUMBER, TASK_ID, TASK, DUTY, LEAD, SUPPORT, INDICATOR, TARGET, WHOLE, DUE, KIND = range(11)
FIRST_ROW: Final = ASSIGNMENT.header_row + 1

# Where each fact of the head stands; it may flow to the right up to the next one.
SUPERIOR_NAME_CELL, SUPERIOR_CODE_CELL, PERIOD_KIND_CELL, VERSION_CELL = (1, 0), (1, SUPPORT), (1, TARGET), (1, DUE)
UNIT_NAME_CELL, UNIT_CODE_CELL, SIGN_OFFS_CELL = (2, 0), (2, SUPPORT), (2, TARGET)
DOCUMENT_CELL, DOCUMENT_NUMBER_CELL, SUPERSEDES_CELL = (3, 0), (3, INDICATOR), (3, DUE)
CHECK_CODE_CELL, PLAN_ID_CELL, FINGERPRINT_CELL = (4, 0), (4, DUTY), (4, INDICATOR)

# The foot, from the first row below the table: what else is said, whom to ask and since when, the seal, a note.
FOOT_HEIGHTS: Final = (LAST_HEAD_HEIGHT, 30.0, 66.0, 18.0)
CONTACT_LINE: Final = Line(words.CONTACT, 1, TASK, DUTY, INDICATOR)
ISSUED_LINE: Final = Line(words.ISSUED_ON, 1, WHOLE, DUE, KIND)
SEAL_CELL, NOTE_CELL, FORM_CELL = (2, WHOLE), (3, 0), (3, DUE)

_HEAD_HEIGHTS: Final = (HEAD_HEIGHT, HEAD_HEIGHT, HEAD_HEIGHT, LAST_HEAD_HEIGHT)
_FIELDS: Final = {LEAD: "lead", SUPPORT: "support", INDICATOR: "indicator_name"}
_REMARK: Final = Style(size=layout.HEAD_SIZE, wrap=True)
_UNITS: Final = looks.CENTRED.sized(layout.TABLE_SIZE - 1)
_SAME_UNITS: Final = replace(_UNITS, colour=layout.SECONDARY)
_DUE: Final = replace(looks.CENTRED, wrap=False, shrink=True).formatted(layout.DAY_FORMAT)
_WIDEST_NUMBER: Final = 100  # pixels; beyond that a number is written smaller


def write_assignment(content: AssignmentContent, *, fingerprint: str) -> bytes:
    """Write an assignment as an unsigned package; the same content and fingerprint give the same bytes.

    Args:
        content: what the assignment says; it is written as ``assignment_as_printed`` shows it.
        fingerprint: of the certificate that the package will be signed with, as it is shown; printed on each page.

    Raises:
        NotPrintable: something in the content can't stand on the sheet.
    """
    printed = assignment_as_printed(content)
    return _Form(printed, check_code(canonical_of_printed(printed)), fingerprint).write()


class _Form(FormWriter):
    """One assignment being written."""

    def __init__(self, content: AssignmentContent, code: str, fingerprint: str) -> None:
        head = content.head
        self._content, self._code, self._fingerprint = content, code, fingerprint
        super().__init__(
            ASSIGNMENT,
            _column_widths(content),
            title=words.title_text(head.year),
            subject=head.unit_name,
            author=head.superior_name,
            created=head.issued_on,
        )

    def write(self) -> bytes:
        """Write everything, from top to bottom."""
        self._write_head()
        row = FIRST_ROW
        for group in self._content.groups:
            self.group(row, group)
            row += 1
            for line, before, position in placed(group.rows):
                self.table_row(row, _row_cells(line, before, position), task_id=line.task_id, fields=_FIELDS)
                row += 1
        self._write_foot(row)
        return self.finish(
            rows=row + len(FOOT_HEIGHTS),
            above=TITLE_HEIGHT + sum(_HEAD_HEIGHTS),
            code=self._code,
            fingerprint=self._fingerprint,
        )

    def _write_head(self) -> None:
        head = self._content.head
        self.title(words.title_text(head.year))
        sign_offs = words.sign_offs_text(reviewer=head.reviewer, unit_head=head.unit_head)
        supersedes = wording.SUPERSEDES + (head.supersedes or wording.ABSENT)
        fingerprint = wording.FINGERPRINT + (self._fingerprint or wording.ABSENT)
        end = ASSIGNMENT.columns
        facts = (
            HeadFact("superior_name", SUPERIOR_NAME_CELL, words.SUPERIOR_NAME + head.superior_name, SUPPORT),
            HeadFact("superior_code", SUPERIOR_CODE_CELL, words.SUPERIOR_CODE + head.superior_code, TARGET),
            HeadFact("period_kind", PERIOD_KIND_CELL, words.PERIOD_KIND + words.REPORTS[head.period_kind], DUE),
            HeadFact("version", VERSION_CELL, words.version_text(head.version), end, bold=True),
            HeadFact("unit_name", UNIT_NAME_CELL, words.UNIT_NAME + head.unit_name, SUPPORT, bold=True),
            HeadFact("unit_code", UNIT_CODE_CELL, wording.UNIT_CODE + head.unit_code, TARGET),
            HeadFact("roles", SIGN_OFFS_CELL, words.SIGN_OFFS + sign_offs, end),
            HeadFact("plan_title", DOCUMENT_CELL, wording.DOCUMENT + head.plan_title, INDICATOR),
            HeadFact("document_number", DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER + head.document_number, DUE),
            HeadFact("supersedes", SUPERSEDES_CELL, supersedes, end),
            HeadFact("check_code", CHECK_CODE_CELL, wording.CHECK_CODE + self._code, DUTY, bold=True),
            HeadFact("plan_id", PLAN_ID_CELL, wording.PLAN_ID + head.plan_id, INDICATOR),
            HeadFact("fingerprint", FINGERPRINT_CELL, fingerprint, end),
        )
        self.head(_HEAD_HEIGHTS, facts)
        self.headings(COLUMNS)

    def _write_foot(self, first: int) -> None:
        head, sheet = self._content.head, self.sheet
        remark = words.REMARK + (head.remark or wording.NOTHING)
        height = self.merged_paragraph(first, "remark", remark, _REMARK, least=FOOT_HEIGHTS[0])
        self.foot(first, (height, *FOOT_HEIGHTS[1:]))
        self.written(first, "contact", CONTACT_LINE, head.contact)
        self.dated(first, ISSUED_LINE, head.issued_on)
        sheet.text(first + SEAL_CELL[0], SEAL_CELL[1], words.SEAL, looks.LABEL)
        sheet.text(first + NOTE_CELL[0], NOTE_CELL[1], wording.NOTE, looks.NOTE)
        form = wording.form_text(FORM, sheet_name=ASSIGNMENT.sheet_name)
        sheet.text(first + FORM_CELL[0], FORM_CELL[1], form, looks.NOTE)


def _row_cells(row: AssignmentRow, before: AssignmentRow | None, position: int) -> tuple[TableCell, ...]:
    """Lay out one row; ``before`` is the row above where that belongs to the same task."""
    return (
        TableCell(Decimal(row.number), looks.TASK_NUMBER),
        TableCell(identifier_text(row.task_id, row.indicator_id, position=position), looks.TASK_ID),
        _task_cell(row, before),
        TableCell(words.DUTY[row.duty], looks.CENTRED),
        TableCell(wording.SAME_TASK, _SAME_UNITS) if before else TableCell(words.units_text(row.lead), _UNITS),
        TableCell(wording.SAME_TASK, _SAME_UNITS) if before else TableCell(words.units_text(row.support), _UNITS),
        *_indicator_cells(row),
        _due_cell(row),
        TableCell(words.TASK_KIND[row.kind], looks.CENTRED),
    )


def task_facts(row: AssignmentRow) -> tuple[object, ...]:
    """Return what stands on every row of a task."""
    return row.task_text, row.number, row.duty, row.kind, row.due, row.lead, row.support


def _task_cell(row: AssignmentRow, before: AssignmentRow | None) -> TableCell:
    if before is None:
        return TableCell(row.task_text, looks.TEXT)
    if task_facts(row) != task_facts(before):
        raise ValueError(f"the rows of task {row.task_id} differ in more than their indicators")
    return TableCell(wording.SAME_TASK, looks.SAME)


def _indicator_cells(row: AssignmentRow) -> tuple[TableCell, TableCell, TableCell]:
    """Lay out indicator, the unit's target, and the whole one."""
    if row.indicator_id is None or row.direction is None:
        several = (row.indicator_id, row.direction, row.target, row.whole, row.baseline, row.per)
        if any(fact is not None for fact in several) or row.indicator_name or row.unit:
            raise ValueError(f"task {row.task_id} has facts of an indicator, but no indicator")
        absent = TableCell(wording.ABSENT, looks.ABSENT)
        return absent, absent, absent
    facts = (row.indicator_name, row.unit, row.direction, row.per, row.baseline)
    text = words.indicator_text(facts)
    if words.parse_indicator(text) != facts:
        raise NotPrintable(row.task_id, "indicator_name", "wording")
    return TableCell(text, looks.TEXT), number_cell(row.target), number_cell(row.whole)


def _due_cell(row: AssignmentRow) -> TableCell:
    if row.due is None:
        return TableCell(wording.ABSENT, looks.ABSENT)
    number = layout.day_number(row.due)
    if layout.day_of_number(number) != row.due:
        raise NotPrintable(row.task_id, "due", "wording")
    return TableCell(number, _DUE)


def _column_widths(content: AssignmentContent) -> tuple[int, ...]:
    """Return the columns' widths: as designed, but for figures of many digits, which take from 工作任务."""
    widths = [column.width for column in COLUMNS]
    rows = [row for group in content.groups for row in group.rows]
    for column, values in ((TARGET, [row.target for row in rows]), (WHOLE, [row.whole for row in rows])):
        numbers = (layout.number_width(value, looks.NUMBER) for value in values if value is not None)
        needed = min(_WIDEST_NUMBER, max(numbers, default=0))
        widths[TASK] -= max(0, needed - widths[column])
        widths[column] = max(needed, widths[column])
    return tuple(widths)
