"""An assignment read back from its sheet: parts of a package in, an ``AssignmentContent`` out, or a refusal.

This is the mirror of ``assignment_form`` and accepts exactly what that one writes. It trusts nothing and knows no
signature: ``receive`` is the door for files from outside.
"""

from collections.abc import Mapping
from datetime import date

from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentHead, AssignmentRow
from models.workbooks import assignment_form as form
from models.workbooks import assignment_wording as words
from models.workbooks import wording
from models.workbooks.assignment_canonical import FORM
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.cells import SheetCells, address, read_cells
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.kinds import ASSIGNMENT
from models.workbooks.printable import NotPrintable
from models.workbooks.sheet_reader import ReadForm, SheetReader, required
from models.workbooks.task_rows import Identifiers

ReadAssignment = ReadForm[AssignmentContent]


def read_assignment(parts: Mapping[str, bytes]) -> ReadAssignment:
    """Read an assignment from the parts of its package.

    Raises:
        NotOurForm: the parts are not exactly what ``write_assignment`` makes of some content.
    """
    return _Reader(read_cells(parts, ASSIGNMENT)).read()


class _Reader(SheetReader):
    """One assignment being read."""

    def __init__(self, sheet: SheetCells) -> None:
        super().__init__(sheet, ASSIGNMENT, foot=len(form.FOOT_HEIGHTS))
        self._identifiers = Identifiers()
        self._foot = self.rows - len(form.FOOT_HEIGHTS)
        cell = (self._foot + form.FORM_CELL[0], form.FORM_CELL[1])
        if wording.parse_form(self.text(*cell), sheet_name=ASSIGNMENT.sheet_name) != FORM:
            raise NotOurForm(Reason.VERSION, address(*cell))

    def read(self) -> ReadAssignment:
        """Read everything."""
        self.require_merged(0, self._foot)
        self.read_headings(form.COLUMNS)
        code, fingerprint = self.read_codes(form.CHECK_CODE_CELL, form.FINGERPRINT_CELL, "")
        head = self._read_head()
        groups = tuple(
            AssignmentGroup(part_number=part, part_title=title, item_number=item, item_title=heading, rows=rows)
            for (part, title, item, heading), rows in self.read_groups(self._foot, form.NUMBER, self._read_row)
        )
        content = AssignmentContent(head=head, groups=groups)
        self.require_nothing_else()
        try:
            printed = assignment_as_printed(content)
        except NotPrintable as error:
            raise NotOurForm(Reason.CELL, error.task_id or error.field) from None
        if printed != content:
            raise NotOurForm(Reason.CELL, "")
        return ReadForm(content, code, fingerprint, FORM)

    def _read_head(self) -> AssignmentHead:
        foot = self._foot
        self.require_height(foot)
        self.expect(foot + form.SEAL_CELL[0], form.SEAL_CELL[1], words.SEAL)
        self.expect(foot + form.NOTE_CELL[0], form.NOTE_CELL[1], wording.NOTE)
        period_kind = words.parse_period_kind(self.labelled(form.PERIOD_KIND_CELL, words.PERIOD_KIND))
        sign_offs = words.parse_sign_offs(self.labelled(form.SIGN_OFFS_CELL, words.SIGN_OFFS))
        reviewer, unit_head = required(sign_offs, form.SIGN_OFFS_CELL)
        return AssignmentHead(
            plan_id=self.labelled(form.PLAN_ID_CELL, wording.PLAN_ID),
            plan_title=self.labelled(form.DOCUMENT_CELL, wording.DOCUMENT),
            document_number=self.labelled(form.DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER),
            year=required(words.parse_title(self.text(0, 0)), (0, 0)),
            superior_name=self.labelled(form.SUPERIOR_NAME_CELL, words.SUPERIOR_NAME),
            superior_code=self.labelled(form.SUPERIOR_CODE_CELL, words.SUPERIOR_CODE),
            unit_name=self.labelled(form.UNIT_NAME_CELL, words.UNIT_NAME),
            unit_code=self.labelled(form.UNIT_CODE_CELL, wording.UNIT_CODE),
            version=required(words.parse_version(self.text(*form.VERSION_CELL)), form.VERSION_CELL),
            supersedes=self.labelled_or_absent(form.SUPERSEDES_CELL, wording.SUPERSEDES),
            period_kind=required(period_kind, form.PERIOD_KIND_CELL),
            reviewer=reviewer,
            unit_head=unit_head,
            issued_on=self.dated(foot, form.ISSUED_LINE),
            contact=self.written(foot, form.CONTACT_LINE),
            remark=self.labelled_or_absent((foot, 0), words.REMARK, absent=wording.NOTHING),
        )

    def _read_row(self, row: int, above: list[AssignmentRow]) -> AssignmentRow:
        identifier = self._identifiers.read(self.text(row, form.TASK_ID), above, (row, form.TASK_ID))
        before = identifier.before
        name, unit, direction, per, baseline = self._read_indicator(row)
        absent = direction is None
        found = AssignmentRow(
            number=required(self.task_number(row, form.NUMBER), (row, form.NUMBER), Reason.CELL),
            task_id=identifier.task_id,
            task_text=self._once(row, form.TASK, before.task_text if before else None),
            kind=required(words.parse_task_kind(self.text(row, form.KIND)), (row, form.KIND), Reason.CELL),
            duty=required(words.parse_duty(self.text(row, form.DUTY)), (row, form.DUTY), Reason.CELL),
            lead=words.parse_units(self._once(row, form.LEAD, words.units_text(before.lead) if before else None)),
            support=words.parse_units(
                self._once(row, form.SUPPORT, words.units_text(before.support) if before else None)
            ),
            due=self._read_due(row),
            indicator_id=identifier.indicator_id((row, form.TASK_ID), is_there=not absent),
            indicator_name=name,
            unit=unit,
            direction=direction,
            target=self.fact(row, form.TARGET, absent=absent),
            whole=self.fact(row, form.WHOLE, absent=absent),
            baseline=baseline,
            per=per,
        )
        if before is not None and form.task_facts(found) != form.task_facts(before):
            raise NotOurForm(Reason.ROWS, address(row, form.TASK))
        return found

    def _once(self, row: int, column: int, before: str | None) -> str:
        """Read a text that stands on the first row of a task only; ``before`` is what stands there."""
        if before is None:
            return self.text(row, column)
        self.expect(row, column, wording.SAME_TASK, Reason.ROWS)
        return before

    def _read_indicator(self, row: int) -> words.IndicatorFacts | tuple[str, str, None, None, None]:
        text = self.text(row, form.INDICATOR)
        if text == wording.ABSENT:
            return "", "", None, None, None
        return required(words.parse_indicator(text), (row, form.INDICATOR), Reason.CELL)

    def _read_due(self, row: int) -> date | None:
        if self.peek(row, form.DUE) == wording.ABSENT:
            self.expect(row, form.DUE, wording.ABSENT)
            return None
        return self.day(row, form.DUE)
