"""A return read back from its sheet: the parts of a package in, a ``ReturnContent`` out, or a refusal with the place.

This is the mirror of ``return_form`` and accepts exactly what that one writes. It trusts nothing and knows no
signature: ``receive`` is the door for files from outside.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from models.core.vocabulary import Status
from models.work.return_content import (
    SIGNED_BY,
    ReturnContent,
    ReturnEvidence,
    ReturnGroup,
    ReturnHead,
    ReturnRow,
    SignOff,
)
from models.workbooks import evidence_section as section
from models.workbooks import return_form as form
from models.workbooks import wording
from models.workbooks.cells import SheetCells, address, read_cells
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.kinds import RETURN
from models.workbooks.printable import NotPrintable, as_printed
from models.workbooks.sheet_reader import ReadForm, SheetReader, required
from models.workbooks.sign_off_block import BLOCKS, CURRENT
from models.workbooks.task_rows import Identifiers

ReadReturn = ReadForm[ReturnContent]


def read_return(parts: Mapping[str, bytes]) -> ReadReturn:
    """Read a return from the parts of its package.

    Raises:
        NotOurForm: the parts are not exactly what ``write_return`` makes of some content.
    """
    return _Reader(read_cells(parts, RETURN)).read()


class _Reader(SheetReader):
    """One return being read."""

    def __init__(self, sheet: SheetCells) -> None:
        super().__init__(sheet, RETURN, foot=0)
        self._identifiers = Identifiers()
        last = self.rows - 1
        version = wording.parse_form(self.text(last, CURRENT.version[1]))
        block = BLOCKS.get(version or 0)
        if block is None:
            raise NotOurForm(Reason.VERSION, address(last, CURRENT.version[1]))
        self._block = block
        self._sign_off_row = self.rows - len(block.heights)
        if self._sign_off_row < form.FIRST_ROW:
            raise NotOurForm(Reason.FORM, "A1")

    def read(self) -> ReadReturn:
        """Read everything."""
        self.require_merged(form.TITLE_ROW)
        self.read_headings(form.COLUMNS)
        year, draft = required(wording.parse_title(self.text(form.TITLE_ROW, 0)), (form.TITLE_ROW, 0))
        if draft and self._block.form == 1:
            raise NotOurForm(Reason.FORM, "A1")
        note = wording.DRAFT_NOTE if draft else wording.NOTE
        self.expect(self._sign_off_row + self._block.note[0], self._block.note[1], note)
        mark = wording.DRAFT_HEADER if draft else ""
        code, fingerprint = self.read_codes(form.CHECK_CODE_CELL, form.FINGERPRINT_CELL, mark)
        head = replace(self._read_head(year), draft=draft)
        below = self._evidence_row()
        groups = tuple(
            ReturnGroup(part_number=part, part_title=title, item_number=item, item_title=heading, rows=rows)
            for (part, title, item, heading), rows in self.read_groups(below, form.NUMBER, self._read_row)
        )
        content = ReturnContent(head=head, groups=groups, evidence=tuple(self._read_evidence(below, groups)))
        self.require_nothing_else()
        try:
            printed = as_printed(content)
        except NotPrintable as error:
            raise NotOurForm(Reason.CELL, error.task_id or error.field) from None
        if printed != content:
            raise NotOurForm(Reason.CELL, "")
        return ReadForm(content, code, fingerprint, self._block.form)

    def _read_head(self, year: int) -> ReturnHead:
        sequence, number = required(wording.parse_sequence(self.text(*form.SEQUENCE_CELL)), form.SEQUENCE_CELL)
        if number and self._block.form == 1:
            raise NotOurForm(Reason.FORM, address(*form.SEQUENCE_CELL))
        self.expect(self._sign_off_row + self._block.seal[0], self._block.seal[1], wording.SEAL)
        return ReturnHead(
            plan_id=self.labelled(form.PLAN_ID_CELL, wording.PLAN_ID),
            plan_title=self.labelled(form.DOCUMENT_CELL, wording.DOCUMENT),
            document_number=self.labelled(form.DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER),
            year=year,
            unit_name=self.labelled(form.UNIT_NAME_CELL, wording.UNIT_NAME),
            unit_code=self.labelled(form.UNIT_CODE_CELL, wording.UNIT_CODE),
            period=required(
                wording.parse_period_text(self.labelled(form.PERIOD_CELL, wording.PERIOD)), form.PERIOD_CELL
            ),
            sequence=sequence,
            supersedes=self.labelled_or_absent(form.SUPERSEDES_CELL, wording.SUPERSEDES),
            supersedes_sequence=number,
            sign_off=self._read_sign_off(),
            filled_on=self.dated(self._sign_off_row, self._block.day),
        )

    def _evidence_row(self) -> int:
        """Return the row at which the table ends: where the list of evidence begins, or else the sign-off."""
        if self._block.form == 1:
            return self._sign_off_row
        rows = range(form.FIRST_ROW, self._sign_off_row)
        return next((row for row in rows if self._is_evidence_heading(row)), self._sign_off_row)

    def _is_evidence_heading(self, row: int) -> bool:
        value = self.peek(row, 0)
        return isinstance(value, str) and wording.parse_evidence(value) is not None

    def _read_evidence(self, first: int, groups: Iterable[ReturnGroup]) -> list[ReturnEvidence]:
        numbers = {row.task_id: row.number for group in groups for row in group.rows}
        rows = range(first + 2, self._sign_off_row)
        if first == self._sign_off_row:
            return []
        if wording.parse_evidence(self.text(first, 0)) != len(rows):
            raise NotOurForm(Reason.ROWS, address(first, 0))
        for column, heading in section.HEADINGS.items():
            self.expect(first + 1, column, heading)
        for row in range(first, self._sign_off_row):
            self.require_height(row)
        return [self._read_evidence_row(row, place, numbers) for place, row in enumerate(rows, start=1)]

    def _read_evidence_row(self, row: int, place: int, numbers: Mapping[str, int]) -> ReturnEvidence:
        self.expect(row, section.MARK, wording.evidence_mark(place), Reason.ROWS)
        size = self.number(row, section.SIZE, section.SIZE_FORMAT)
        task_id = self.text(row, section.TASK_ID)
        if size is None or size != int(size) or task_id not in numbers:
            raise NotOurForm(Reason.CELL, address(row, section.TASK_ID if size else section.SIZE))
        return ReturnEvidence(
            number=numbers[task_id],
            task_id=task_id,
            name=self.text(row, section.NAME),
            size=int(size),
            sha256=self.text(row, section.SUM),
        )

    def _read_row(self, row: int, above: list[ReturnRow]) -> ReturnRow:
        identifier = self._identifiers.read(self.text(row, form.TASK_ID), above, (row, form.TASK_ID))
        name, unit, direction = self.indicator(row, form.INDICATOR)
        indicator_id = identifier.indicator_id((row, form.TASK_ID), is_there=direction is not None)
        amount, reason = self._read_amount(row, absent=direction is None)
        number, status = self.task_number(row, form.NUMBER), self._read_status(row)
        light = wording.parse_light(self.text(row, form.LIGHT))
        if number is None or light is None:
            raise NotOurForm(Reason.CELL, address(row, form.NUMBER if light else form.LIGHT))
        task_text, before = self.text(row, form.TASK), identifier.before
        if before is not None:
            if (task_text, number, status) != (wording.SAME_TASK, before.number, before.status):
                raise NotOurForm(Reason.ROWS, address(row, form.TASK))
            task_text = before.task_text
        return ReturnRow(
            number=number,
            task_id=identifier.task_id,
            task_text=task_text,
            indicator_id=indicator_id,
            indicator_name=name,
            unit=unit,
            direction=direction,
            target=self.fact(row, form.TARGET, absent=direction is None),
            amount=amount,
            no_data_reason=reason,
            completion=self.fact(row, form.COMPLETION, absent=direction is None, shown=form.COMPLETION_FORMAT),
            status=status,
            light=light,
            narrative=self.text(row, form.NARRATIVE),
            problems=self.text(row, form.PROBLEMS),
            next_steps=self.text(row, form.NEXT),
            remark=self.text(row, form.REMARK),
        )

    def _read_amount(self, row: int, *, absent: bool) -> tuple[Decimal | None, str]:
        value = self.value(row, form.AMOUNT)
        reason = wording.parse_no_data(value) if isinstance(value, str) and not absent else None
        if reason is not None:
            return None, reason
        return self.fact(row, form.AMOUNT, absent=absent), ""

    def _read_status(self, row: int) -> Status | None:
        text = self.text(row, form.STATUS)
        status = wording.parse_status(text)
        if text and status is None:
            raise NotOurForm(Reason.CELL, address(row, form.STATUS))
        return status

    def _read_sign_off(self) -> SignOff:
        names = {name: self.written(self._sign_off_row, line) for name, line in self._block.names.items()}
        times = {name: self.moment(self._sign_off_row, line) for name, line in self._block.times.items()}
        for name, moment in times.items():
            if moment is not None and not names[SIGNED_BY[name]]:
                line = self._block.times[name]
                raise NotOurForm(Reason.CELL, address(self._sign_off_row + line.row, line.column))
        return SignOff(**names, **times)  # type: ignore[arg-type]  # names are texts, times are moments
