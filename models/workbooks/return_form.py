"""进展填报表: a return as a sheet. Writes only; what is read back, and how strictly, is ``read``'s.

The visible cells are the data. Nothing is kept elsewhere in the file that a person would not see on the paper.
"""

from dataclasses import replace
from decimal import Decimal

from models.core.vocabulary import Light
from models.signing.check_code import check_code
from models.work.return_content import ReturnContent, ReturnGroup, ReturnRow
from models.workbooks import layout, looks, wording
from models.workbooks.canonical import canonical_of_printed
from models.workbooks.evidence_section import write_evidence
from models.workbooks.form_writer import (
    HEAD_HEIGHT,
    LAST_HEAD_HEIGHT,
    TITLE_HEIGHT,
    FormWriter,
    HeadFact,
    TableCell,
    number_cell,
)
from models.workbooks.kinds import RETURN
from models.workbooks.layout import Column, Style
from models.workbooks.printable import NotPrintable, as_printed
from models.workbooks.sign_off_block import CURRENT
from models.workbooks.task_rows import identifier_text, placed

COLUMNS = (
    Column("序号", 36),
    Column("任务编号", 78),
    Column("工作任务", 240),
    Column("指标", 106),
    Column("目标值", 62),
    Column("累计完成", 66),
    Column("完成率", 64),
    Column("进展状态", 64),
    Column("红黄绿灯", 64),
    Column("进展情况", 196),
    Column("存在问题", 116),
    Column("下一步打算", 116),
    Column("备注", 62),
)
NUMBER, TASK_ID, TASK, INDICATOR, TARGET, AMOUNT, COMPLETION, STATUS, LIGHT = range(9)
NARRATIVE, PROBLEMS, NEXT, REMARK = range(9, 13)
LAST_COLUMN = len(COLUMNS) - 1

TITLE_ROW, HEADER_ROW, FIRST_ROW = 0, RETURN.header_row, RETURN.header_row + 1
COMPLETION_FORMAT = "0.00%_ "

# Where each fact of the head stands; it may flow to the right up to the next one.
UNIT_NAME_CELL, UNIT_CODE_CELL, PERIOD_CELL, SEQUENCE_CELL = (1, NUMBER), (1, COMPLETION), (1, NARRATIVE), (1, NEXT)
DOCUMENT_CELL, DOCUMENT_NUMBER_CELL, SUPERSEDES_CELL = (2, NUMBER), (2, NARRATIVE), (2, NEXT)
CHECK_CODE_CELL, PLAN_ID_CELL, FINGERPRINT_CELL = (3, NUMBER), (3, INDICATOR), (3, NARRATIVE)

_FIELDS = {NARRATIVE: "narrative", PROBLEMS: "problems", NEXT: "next_steps", REMARK: "remark", AMOUNT: "no_data_reason"}

_HEAD_HEIGHTS = (HEAD_HEIGHT, HEAD_HEIGHT, LAST_HEAD_HEIGHT)
_WIDEST_NUMBER = 84  # pixels; beyond that a number is written smaller

_LIGHTS = {
    Light.GREEN: Style(align="center", colour=layout.GREEN, fill=layout.GREEN_WASH, lines="lrtb"),
    Light.YELLOW: Style(align="center", colour=layout.YELLOW, fill=layout.YELLOW_WASH, lines="lrtb"),
    Light.RED: Style(align="center", colour=layout.RED, fill=layout.RED_WASH, lines="lrtb"),
    Light.NONE: Style(align="center", colour=layout.SECONDARY, lines="lrtb"),
}
_NO_DATA = looks.TEXT.sized(layout.TABLE_SIZE - looks.SMALLER)
_COMPLETION = looks.NUMBER.formatted(COMPLETION_FORMAT)


def write_return(content: ReturnContent, *, fingerprint: str) -> bytes:
    """Write a return as an unsigned package; the same content and fingerprint give the same bytes.

    Args:
        content: what the return says; it is written as ``as_printed`` shows it.
        fingerprint: of the certificate that the package will be signed with, as it is shown; printed on each page.

    Raises:
        NotPrintable: something in the content can't stand on the sheet.
    """
    printed = as_printed(content)
    return _Form(printed, check_code(canonical_of_printed(printed)), fingerprint).write()


class _Form(FormWriter):
    """One return being written."""

    def __init__(self, content: ReturnContent, code: str, fingerprint: str) -> None:
        head = content.head
        self._content, self._code, self._fingerprint = content, code, fingerprint
        super().__init__(
            RETURN,
            _column_widths(content),
            title=wording.title_text(head.year, draft=head.draft),
            subject=head.period.official_name,
            author=head.unit_name,
            created=head.filled_on,
        )

    def write(self) -> bytes:
        """Write everything, from top to bottom."""
        draft = self._content.head.draft
        self._write_head()
        row = FIRST_ROW
        for group in self._content.groups:
            row = self._write_group(row, group)
        row = write_evidence(self.sheet, self.flow, self.widths, row, self._content.evidence)
        self._write_sign_off(row)
        return self.finish(
            rows=row + len(CURRENT.heights),
            above=TITLE_HEIGHT + sum(_HEAD_HEIGHTS),
            code=self._code,
            fingerprint=self._fingerprint,
            mark=wording.DRAFT_HEADER if draft else "",
        )

    def _write_head(self) -> None:
        head = self._content.head
        title = wording.title_text(head.year, draft=head.draft)
        self.title(title, colour=layout.RED if head.draft else layout.TEXT)
        supersedes = wording.SUPERSEDES + (head.supersedes or wording.ABSENT)
        fingerprint = wording.FINGERPRINT + (self._fingerprint or wording.ABSENT)
        sequence = wording.sequence_text(head.sequence, head.supersedes_sequence)
        end = LAST_COLUMN + 1
        facts = (
            HeadFact("unit_name", UNIT_NAME_CELL, wording.UNIT_NAME + head.unit_name, COMPLETION),
            HeadFact("unit_code", UNIT_CODE_CELL, wording.UNIT_CODE + head.unit_code, NARRATIVE),
            HeadFact("period", PERIOD_CELL, wording.PERIOD + wording.period_text(head.period), NEXT),
            HeadFact("sequence", SEQUENCE_CELL, sequence, end),
            HeadFact("plan_title", DOCUMENT_CELL, wording.DOCUMENT + head.plan_title, NARRATIVE),
            HeadFact("document_number", DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER + head.document_number, NEXT),
            HeadFact("supersedes", SUPERSEDES_CELL, supersedes, end),
            HeadFact("check_code", CHECK_CODE_CELL, wording.CHECK_CODE + self._code, INDICATOR, bold=True),
            HeadFact("plan_id", PLAN_ID_CELL, wording.PLAN_ID + head.plan_id, NARRATIVE),
            HeadFact("fingerprint", FINGERPRINT_CELL, fingerprint, end),
        )
        self.head(_HEAD_HEIGHTS, facts)
        self.headings(COLUMNS)

    def _write_group(self, row: int, group: ReturnGroup) -> int:
        self.group(row, group)
        for line, before, position in placed(group.rows):
            row += 1
            self.table_row(row, _row_cells(line, before, position), task_id=line.task_id, fields=_FIELDS)
        return row + 1

    def _write_sign_off(self, first: int) -> None:
        head, sheet = self._content.head, self.sheet
        self.foot(first, CURRENT.heights)
        for name, line in CURRENT.names.items():
            self.written(first, name, line, getattr(head.sign_off, name))
        for name, line in CURRENT.times.items():
            moment = getattr(head.sign_off, name)
            self.draw(first, line)
            if moment is not None:
                sheet.moment(first + line.row, line.column, moment, looks.MOMENT)
        self.dated(first, CURRENT.day, head.filled_on)
        sheet.text(first + CURRENT.seal[0], CURRENT.seal[1], wording.SEAL, looks.LABEL)
        note = wording.DRAFT_NOTE if head.draft else wording.NOTE
        sheet.text(first + CURRENT.note[0], CURRENT.note[1], note, looks.NOTE)
        sheet.text(first + CURRENT.version[0], CURRENT.version[1], wording.form_text(CURRENT.form), looks.NOTE)


def _row_cells(row: ReturnRow, before: ReturnRow | None, position: int) -> tuple[TableCell, ...]:
    """Lay out one row; ``before`` is the row above where that belongs to the same task."""
    return (
        TableCell(Decimal(row.number), looks.TASK_NUMBER),
        TableCell(identifier_text(row.task_id, row.indicator_id, position=position), looks.TASK_ID),
        _task_cell(row, before),
        *_indicator_cells(row),
        TableCell(wording.STATUS[row.status] if row.status else "", looks.CENTRED),
        TableCell(wording.LIGHT[row.light], _LIGHTS[row.light]),
        TableCell(row.narrative, looks.TEXT),
        TableCell(row.problems, looks.TEXT),
        TableCell(row.next_steps, looks.TEXT),
        TableCell(row.remark, looks.TEXT),
    )


def _task_cell(row: ReturnRow, before: ReturnRow | None) -> TableCell:
    if before is None:
        return TableCell(row.task_text, looks.TEXT)
    if (row.task_text, row.number, row.status) != (before.task_text, before.number, before.status):
        raise ValueError(f"the rows of task {row.task_id} differ in its wording, number or status")
    return TableCell(wording.SAME_TASK, looks.SAME)


def _indicator_cells(row: ReturnRow) -> tuple[TableCell, TableCell, TableCell, TableCell]:
    """Lay out indicator, target, amount and completion."""
    if row.indicator_id is None or row.direction is None:
        facts = (row.indicator_id, row.direction, row.target, row.amount, row.completion)
        if any(fact is not None for fact in facts) or row.indicator_name or row.unit or row.no_data_reason:
            raise ValueError(f"task {row.task_id} has facts of an indicator, but no indicator")
        absent = TableCell(wording.ABSENT, looks.ABSENT)
        return absent, absent, absent, absent
    text = wording.indicator_text(row.indicator_name, row.unit, row.direction)
    if wording.parse_indicator(text) != (row.indicator_name, row.unit, row.direction):
        raise NotPrintable(row.task_id, "indicator_name", "wording")
    if row.amount is not None and row.no_data_reason:
        raise ValueError(f"indicator {row.indicator_id} has both a figure and a reason for none")
    amount = (
        TableCell(wording.no_data_text(row.no_data_reason), _NO_DATA) if row.no_data_reason else number_cell(row.amount)
    )
    completion = number_cell(row.completion)
    if isinstance(completion.value, Decimal):
        completion = replace(completion, style=_COMPLETION)
    return TableCell(text, looks.TEXT), number_cell(row.target), amount, completion


def _column_widths(content: ReturnContent) -> tuple[int, ...]:
    """Return the columns' widths: as designed, but for figures of many digits, which take from 进展情况."""
    widths = [column.width for column in COLUMNS]
    for column, name in ((TARGET, "target"), (AMOUNT, "amount")):
        values = (getattr(row, name) for group in content.groups for row in group.rows)
        numbers = (layout.number_width(value, looks.NUMBER) for value in values if value is not None)
        needed = min(_WIDEST_NUMBER, max(numbers, default=0))
        widths[NARRATIVE] -= max(0, needed - widths[column])
        widths[column] = max(needed, widths[column])
    return tuple(widths)
