"""审核回执: a receipt as a sheet. Writes only; what is read back, and how strictly, is ``receipt_read``'s."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from models.core.vocabulary import Decision
from models.signing.check_code import check_code
from models.work.receipt_content import ReceiptContent
from models.workbooks import layout, looks, wording
from models.workbooks import receipt_wording as words
from models.workbooks.form_writer import (
    HEAD_HEIGHT,
    LAST_HEAD_HEIGHT,
    LEAST_ROW,
    TITLE_HEIGHT,
    FormWriter,
    HeadFact,
    TableCell,
)
from models.workbooks.kinds import RECEIPT
from models.workbooks.layout import Column, Line, Style
from models.workbooks.printable import NotPrintable
from models.workbooks.receipt_canonical import FORM, canonical_of_printed
from models.workbooks.receipt_printable import receipt_as_printed
from models.workbooks.task_rows import identifier_text

COLUMNS: Final = (
    Column("序号", 44),
    Column("任务编号", 96),
    Column("工作任务", 236),
    Column("审核意见（问题、原因、怎样改）", 318),
)
NUMBER, TASK_ID, TASK, COMMENT = range(4)
FIRST_ROW: Final = RECEIPT.header_row + 1

# Where each fact of the head stands; it may flow to the right up to the next one.
SUPERIOR_CELL, UNIT_CELL, DOCUMENT_CELL = (1, 0), (2, 0), (3, 0)
PLAN_ID_CELL, DOCUMENT_NUMBER_CELL = (4, 0), (4, COMMENT)
PERIOD_CELL, SEQUENCE_CELL = (5, 0), (5, COMMENT)
RETURN_CODE_CELL, NUMBER_CELL = (6, 0), (6, COMMENT)
CHECK_CODE_CELL, FINGERPRINT_CELL = (7, 0), (7, COMMENT)
DECISION_ROW, CONSEQUENCE_ROW, COMMENT_ROW = 8, 9, 10

# The foot, from the first row below the table: who decided and when, the seal, a note.
FOOT_HEIGHTS: Final = (6.0, 30.0, 30.0, 66.0, 15.75, 15.75)
REVIEWED_BY_LINE: Final = Line(words.REVIEWED_BY, 1, TASK, COMMENT, COMMENT)
REVIEWED_ON_LINE: Final = Line(words.REVIEWED_ON, 2, TASK, COMMENT, COMMENT)
SEAL_CELL, NOTE_CELL, FORM_CELL = (3, TASK), (4, 0), (5, 0)

_HEAD_HEIGHTS: Final = (*(HEAD_HEIGHT,) * 6, LAST_HEAD_HEIGHT)
_DECISION_HEIGHT: Final = 48.0
_CONSEQUENCE_HEIGHT: Final = 21.0
_COMMENT_HEIGHT: Final = 36.0
_DECISION: Final = Style(size=layout.TITLE_SIZE, title=True, bold=True, align="center", lines="lrtb")
_COLOURS: Final = {
    Decision.ACCEPTED: (layout.GREEN, layout.GREEN_WASH),
    Decision.RETURNED: (layout.RED, layout.RED_WASH),
}
_CONSEQUENCE: Final = Style(size=layout.TABLE_SIZE, align="center", lines="lrtb")


def write_receipt(content: ReceiptContent, *, fingerprint: str) -> bytes:
    """Write a receipt as an unsigned package; the same content and fingerprint give the same bytes.

    Args:
        content: what the receipt says; it is written as ``receipt_as_printed`` shows it.
        fingerprint: of the certificate that the package will be signed with, as it is shown; printed on each page.

    Raises:
        NotPrintable: something in the content can't stand on the sheet.
    """
    printed = receipt_as_printed(content)
    return _Form(printed, check_code(canonical_of_printed(printed)), fingerprint).write()


class _Form(FormWriter):
    """One receipt being written."""

    def __init__(self, content: ReceiptContent, code: str, fingerprint: str) -> None:
        head = content.head
        self._content, self._code, self._fingerprint = content, code, fingerprint
        super().__init__(
            RECEIPT,
            [column.width for column in COLUMNS],
            title=words.title_text(head.year),
            subject=head.period.official_name,
            author=head.superior_name,
            created=head.reviewed_on,
        )

    def write(self) -> bytes:
        """Write everything, from top to bottom."""
        above = self._write_head() + self._write_decision()
        self.headings(COLUMNS)
        row = FIRST_ROW
        for line in self._content.rows:
            cells = (
                TableCell(Decimal(line.number), looks.TASK_NUMBER),
                TableCell(identifier_text(line.task_id, None, position=1), looks.TASK_ID),
                TableCell(line.task_text, looks.TEXT),
                TableCell(line.comment, looks.TEXT),
            )
            self.table_row(row, cells, task_id=line.task_id, fields={COMMENT: "comment"})
            row += 1
        if row == FIRST_ROW:
            self._write_no_rows(row)
            row += 1
        self._write_foot(row)
        rows = row + len(FOOT_HEIGHTS)
        return self.finish(rows=rows, above=above, code=self._code, fingerprint=self._fingerprint)

    def _write_head(self) -> float:
        head = self._content.head
        if len({row.task_id for row in self._content.rows}) != len(self._content.rows):
            raise ValueError("a task has two comments")
        superior = words.unit_text(head.superior_name, head.superior_code)
        unit = words.unit_text(head.unit_name, head.unit_code)
        if words.parse_unit(superior) != (head.superior_name, head.superior_code):
            raise NotPrintable("", "superior_name", "wording")
        if words.parse_unit(unit) != (head.unit_name, head.unit_code):
            raise NotPrintable("", "unit_name", "wording")
        self.title(words.title_text(head.year))
        fingerprint = wording.FINGERPRINT + (self._fingerprint or wording.ABSENT)
        end = RECEIPT.columns
        facts = (
            HeadFact("superior_name", SUPERIOR_CELL, words.SUPERIOR + superior, end),
            HeadFact("unit_name", UNIT_CELL, words.UNIT + unit, end, bold=True),
            HeadFact("plan_title", DOCUMENT_CELL, wording.DOCUMENT + head.plan_title, end),
            HeadFact("plan_id", PLAN_ID_CELL, wording.PLAN_ID + head.plan_id, COMMENT),
            HeadFact("document_number", DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER + head.document_number, end),
            HeadFact("period", PERIOD_CELL, wording.PERIOD + wording.period_text(head.period), COMMENT, bold=True),
            HeadFact("sequence", SEQUENCE_CELL, words.sequence_text(head.sequence), end, bold=True),
            HeadFact("return_check_code", RETURN_CODE_CELL, words.RETURN_CODE + head.return_check_code, COMMENT),
            HeadFact("number", NUMBER_CELL, words.number_text(head.number), end),
            HeadFact("check_code", CHECK_CODE_CELL, wording.CHECK_CODE + self._code, COMMENT, bold=True),
            HeadFact("fingerprint", FINGERPRINT_CELL, fingerprint, end),
        )
        self.head(_HEAD_HEIGHTS, facts)
        return TITLE_HEIGHT + sum(_HEAD_HEIGHTS)

    def _write_decision(self) -> float:
        head, last = self._content.head, RECEIPT.last_column
        colour, wash = _COLOURS[head.decision]
        self.sheet.row(DECISION_ROW, _DECISION_HEIGHT)
        decision = replace(_DECISION, colour=colour, fill=wash)
        self.sheet.merged_text(DECISION_ROW, last, words.DECISION[head.decision], decision)
        self.sheet.row(CONSEQUENCE_ROW, _CONSEQUENCE_HEIGHT)
        self.sheet.merged_text(CONSEQUENCE_ROW, last, words.CONSEQUENCE[head.decision], _CONSEQUENCE)
        comment = words.COMMENT + (head.comment or wording.NOTHING)
        height = self.merged_paragraph(COMMENT_ROW, "comment", comment, looks.TEXT, least=_COMMENT_HEIGHT)
        return _DECISION_HEIGHT + _CONSEQUENCE_HEIGHT + height

    def _write_no_rows(self, row: int) -> None:
        self.sheet.row(row, LEAST_ROW)
        self.flow.add(LEAST_ROW)
        for column in range(RECEIPT.columns):
            lines = {0: "ltb", RECEIPT.last_column: "rtb"}.get(column, "tb")
            self.sheet.blank(row, column, replace(looks.SAME, wrap=False, lines=lines))
        self.sheet.text(row, 0, words.NO_ROWS, replace(looks.SAME, wrap=False, lines="ltb"))

    def _write_foot(self, first: int) -> None:
        head, sheet = self._content.head, self.sheet
        self.foot(first, FOOT_HEIGHTS)
        self.written(first, "reviewed_by", REVIEWED_BY_LINE, head.reviewed_by)
        self.dated(first, REVIEWED_ON_LINE, head.reviewed_on)
        sheet.text(first + SEAL_CELL[0], SEAL_CELL[1], words.SEAL, looks.LABEL)
        sheet.text(first + NOTE_CELL[0], NOTE_CELL[1], wording.NOTE, looks.NOTE)
        form = wording.form_text(FORM, sheet_name=RECEIPT.sheet_name)
        sheet.text(first + FORM_CELL[0], FORM_CELL[1], form, looks.NOTE)
