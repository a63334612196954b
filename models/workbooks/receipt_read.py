"""A receipt read back from its sheet: the parts of a package in, a ``ReceiptContent`` out, or a refusal with the place.

This is the mirror of ``receipt_form`` and accepts exactly what that one writes. It trusts nothing and knows no
signature: ``receive`` is the door for files from outside.
"""

from collections.abc import Mapping

from models.work.receipt_content import ReceiptContent, ReceiptHead, ReceiptRow
from models.workbooks import receipt_form as form
from models.workbooks import receipt_wording as words
from models.workbooks import wording
from models.workbooks.cells import SheetCells, address, read_cells
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.kinds import RECEIPT
from models.workbooks.printable import NotPrintable
from models.workbooks.receipt_canonical import FORM
from models.workbooks.receipt_printable import receipt_as_printed
from models.workbooks.sheet_reader import ReadForm, SheetReader, required
from models.workbooks.task_rows import Identifiers

ReadReceipt = ReadForm[ReceiptContent]


def read_receipt(parts: Mapping[str, bytes]) -> ReadReceipt:
    """Read a receipt from the parts of its package.

    Raises:
        NotOurForm: the parts are not exactly what ``write_receipt`` makes of some content.
    """
    return _Reader(read_cells(parts, RECEIPT)).read()


class _Reader(SheetReader):
    """One receipt being read."""

    def __init__(self, sheet: SheetCells) -> None:
        super().__init__(sheet, RECEIPT, foot=1 + len(form.FOOT_HEIGHTS))
        self._identifiers = Identifiers()
        self._foot = self.rows - len(form.FOOT_HEIGHTS)
        cell = (self._foot + form.FORM_CELL[0], form.FORM_CELL[1])
        if wording.parse_form(self.text(*cell), sheet_name=RECEIPT.sheet_name) != FORM:
            raise NotOurForm(Reason.VERSION, address(*cell))

    def read(self) -> ReadReceipt:
        """Read everything."""
        self.require_merged(0, form.DECISION_ROW, form.CONSEQUENCE_ROW, form.COMMENT_ROW)
        self.read_headings(form.COLUMNS)
        code, fingerprint = self.read_codes(form.CHECK_CODE_CELL, form.FINGERPRINT_CELL, "")
        content = ReceiptContent(head=self._read_head(), rows=self._read_rows())
        self.require_nothing_else()
        try:
            printed = receipt_as_printed(content)
        except NotPrintable as error:
            raise NotOurForm(Reason.CELL, error.task_id or error.field) from None
        if printed != content:
            raise NotOurForm(Reason.CELL, "")
        return ReadForm(content, code, fingerprint, FORM)

    def _read_head(self) -> ReceiptHead:
        foot = self._foot
        self.expect(foot + form.SEAL_CELL[0], form.SEAL_CELL[1], words.SEAL)
        self.expect(foot + form.NOTE_CELL[0], form.NOTE_CELL[1], wording.NOTE)
        for row in (form.DECISION_ROW, form.CONSEQUENCE_ROW, form.COMMENT_ROW):
            self.require_height(row)
        decision = required(words.parse_decision(self.text(form.DECISION_ROW, 0)), (form.DECISION_ROW, 0))
        self.expect(form.CONSEQUENCE_ROW, 0, words.CONSEQUENCE[decision])
        superior_name, superior_code = self._read_unit(form.SUPERIOR_CELL, words.SUPERIOR)
        unit_name, unit_code = self._read_unit(form.UNIT_CELL, words.UNIT)
        period = wording.parse_period_text(self.labelled(form.PERIOD_CELL, wording.PERIOD))
        return ReceiptHead(
            plan_id=self.labelled(form.PLAN_ID_CELL, wording.PLAN_ID),
            plan_title=self.labelled(form.DOCUMENT_CELL, wording.DOCUMENT),
            document_number=self.labelled(form.DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER),
            year=required(words.parse_title(self.text(0, 0)), (0, 0)),
            superior_name=superior_name,
            superior_code=superior_code,
            unit_name=unit_name,
            unit_code=unit_code,
            period=required(period, form.PERIOD_CELL),
            sequence=required(words.parse_sequence(self.text(*form.SEQUENCE_CELL)), form.SEQUENCE_CELL),
            return_check_code=self.labelled(form.RETURN_CODE_CELL, words.RETURN_CODE),
            number=required(words.parse_number(self.text(*form.NUMBER_CELL)), form.NUMBER_CELL),
            decision=decision,
            comment=self.labelled_or_absent((form.COMMENT_ROW, 0), words.COMMENT, absent=wording.NOTHING),
            reviewed_by=self.written(foot, form.REVIEWED_BY_LINE),
            reviewed_on=self.dated(foot, form.REVIEWED_ON_LINE),
        )

    def _read_unit(self, cell: tuple[int, int], label: str) -> tuple[str, str]:
        return required(words.parse_unit(self.labelled(cell, label)), cell)

    def _read_rows(self) -> tuple[ReceiptRow, ...]:
        if self.peek(form.FIRST_ROW, 0) == words.NO_ROWS and self._foot == form.FIRST_ROW + 1:
            self.expect(form.FIRST_ROW, 0, words.NO_ROWS)
            return ()
        return tuple(map(self._read_row, range(form.FIRST_ROW, self._foot)))

    def _read_row(self, row: int) -> ReceiptRow:
        self.require_height(row)
        text = self.text(row, form.TASK_ID)
        if "/" in text:
            raise NotOurForm(Reason.CELL, address(row, form.TASK_ID))
        above: tuple[ReceiptRow, ...] = ()  # a task has one row here
        identifier = self._identifiers.read(text, above, (row, form.TASK_ID))
        return ReceiptRow(
            number=required(self.task_number(row, form.NUMBER), (row, form.NUMBER), Reason.ROWS),
            task_id=identifier.task_id,
            task_text=self.text(row, form.TASK),
            comment=self.text(row, form.COMMENT),
        )
