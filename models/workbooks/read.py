"""A return read back from its sheet: the parts of a package in, a ``ReturnContent`` out, or a refusal with the place.

This is the mirror of ``return_form`` and accepts exactly what that one writes. It trusts nothing and knows no
signature: ``receive`` is the door for files from outside.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from models.core.vocabulary import Direction, Status
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
from models.workbooks.cells import SheetCells, Value, address, read_cells
from models.workbooks.closed_language import NotAReturn, Reason
from models.workbooks.layout import day_of_number, moment_of_number, number_format
from models.workbooks.printable import MAX_ROWS, NotPrintable, as_printed
from models.workbooks.sign_off_block import BLOCKS, CURRENT, Line
from models.workbooks.write import footer_text, mark_text

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class ReadReturn:
    """What a sheet says: the content, the two codes as they are printed on it, and the version of its form."""

    content: ReturnContent
    check_code: str
    fingerprint: str
    form: int


def read_return(parts: Mapping[str, bytes]) -> ReadReturn:
    """Read a return from the parts of its package.

    Raises:
        NotAReturn: the parts are not exactly what ``write_return`` makes of some content.
    """
    return _Reader(read_cells(parts)).read()


class _Reader:
    """One sheet being read, from top to bottom; every cell that says something has to be accounted for."""

    def __init__(self, sheet: SheetCells) -> None:
        self._sheet = sheet
        self._seen: set[tuple[int, int]] = set()
        self._tasks: set[str] = set()
        if sheet.name != wording.SHEET_NAME or len(sheet.rows) > MAX_ROWS:
            raise NotAReturn(Reason.FORM, "A1")
        last = len(sheet.rows) - 1
        version = wording.parse_form(self._text(last, CURRENT.version[1])) if last >= 0 else None
        block = BLOCKS.get(version or 0)
        if block is None:
            raise NotAReturn(Reason.VERSION, address(max(last, 0), CURRENT.version[1]))
        self._block = block
        self._sign_off_row = len(sheet.rows) - len(self._block.heights)
        if self._sign_off_row < form.FIRST_ROW:
            raise NotAReturn(Reason.FORM, "A1")

    def read(self) -> ReadReturn:
        """Read everything."""
        self._read_headings()
        year, draft = _required(wording.parse_title(self._text(form.TITLE_ROW, 0)), (form.TITLE_ROW, 0))
        if draft and self._block.form == 1:
            raise NotAReturn(Reason.FORM, "A1")
        note = wording.DRAFT_NOTE if draft else wording.NOTE
        self._expect(self._sign_off_row + self._block.note[0], self._block.note[1], note)
        code = self._labelled(form.CHECK_CODE_CELL, wording.CHECK_CODE)
        fingerprint = self._labelled(form.FINGERPRINT_CELL, wording.FINGERPRINT)
        fingerprint = "" if fingerprint == wording.ABSENT else fingerprint
        if self._sheet.footer != footer_text(form.footer_left(code, fingerprint), wording.PAGES):
            raise NotAReturn(Reason.REPEATED, "oddFooter")
        if self._sheet.header != (mark_text(wording.DRAFT_HEADER) if draft else ""):
            raise NotAReturn(Reason.REPEATED, "oddHeader")
        head = replace(self._read_head(year), draft=draft)
        below = self._evidence_row()
        groups = tuple(self._read_groups(below))
        content = ReturnContent(head=head, groups=groups, evidence=tuple(self._read_evidence(below, groups)))
        self._require_nothing_else()
        try:
            printed = as_printed(content)
        except NotPrintable as error:
            raise NotAReturn(Reason.CELL, error.task_id or error.field) from None
        if printed != content:
            raise NotAReturn(Reason.CELL, "")
        return ReadReturn(content, code, fingerprint, self._block.form)

    def _read_headings(self) -> None:
        for index, column in enumerate(form.COLUMNS):
            self._expect(form.HEADER_ROW, index, column.heading)

    def _read_head(self, year: int) -> ReturnHead:
        supersedes = self._labelled(form.SUPERSEDES_CELL, wording.SUPERSEDES)
        sequence, number = _required(wording.parse_sequence(self._text(*form.SEQUENCE_CELL)), form.SEQUENCE_CELL)
        if number and self._block.form == 1:
            raise NotAReturn(Reason.FORM, address(*form.SEQUENCE_CELL))
        self._expect(self._sign_off_row + self._block.seal[0], self._block.seal[1], wording.SEAL)
        return ReturnHead(
            plan_id=self._labelled(form.PLAN_ID_CELL, wording.PLAN_ID),
            plan_title=self._labelled(form.DOCUMENT_CELL, wording.DOCUMENT),
            document_number=self._labelled(form.DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER),
            year=year,
            unit_name=self._labelled(form.UNIT_NAME_CELL, wording.UNIT_NAME),
            unit_code=self._labelled(form.UNIT_CODE_CELL, wording.UNIT_CODE),
            period=_required(
                wording.parse_period_text(self._labelled(form.PERIOD_CELL, wording.PERIOD)), form.PERIOD_CELL
            ),
            sequence=sequence,
            supersedes="" if supersedes == wording.ABSENT else supersedes,
            supersedes_sequence=number,
            sign_off=self._read_sign_off(),
            filled_on=self._read_day(),
        )

    def _evidence_row(self) -> int:
        """Return the row at which the table ends: where the list of evidence begins, or else the sign-off."""
        if self._block.form == 1:
            return self._sign_off_row
        rows = range(form.FIRST_ROW, self._sign_off_row)
        return next((row for row in rows if self._is_evidence_heading(row)), self._sign_off_row)

    def _is_evidence_heading(self, row: int) -> bool:
        cell = self._sheet.rows[row].get(0)
        return cell is not None and isinstance(cell.value, str) and wording.parse_evidence(cell.value) is not None

    def _read_evidence(self, first: int, groups: Iterable[ReturnGroup]) -> list[ReturnEvidence]:
        numbers = {row.task_id: row.number for group in groups for row in group.rows}
        rows = range(first + 2, self._sign_off_row)
        if first == self._sign_off_row:
            return []
        if wording.parse_evidence(self._text(first, 0)) != len(rows):
            raise NotAReturn(Reason.ROWS, address(first, 0))
        for column, heading in section.HEADINGS.items():
            self._expect(first + 1, column, heading)
        for row in range(first, self._sign_off_row):
            if self._sheet.heights[row] < form.LEAST_HEIGHT:
                raise NotAReturn(Reason.FORM, address(row, 0))
        return [self._read_evidence_row(row, place, numbers) for place, row in enumerate(rows, start=1)]

    def _read_evidence_row(self, row: int, place: int, numbers: Mapping[str, int]) -> ReturnEvidence:
        self._expect(row, section.MARK, wording.evidence_mark(place), Reason.ROWS)
        size = self._number(row, section.SIZE, section.SIZE_FORMAT)
        task_id = self._text(row, section.TASK_ID)
        if size is None or size != int(size) or task_id not in numbers:
            raise NotAReturn(Reason.CELL, address(row, section.TASK_ID if size else section.SIZE))
        return ReturnEvidence(
            number=numbers[task_id],
            task_id=task_id,
            name=self._text(row, section.NAME),
            size=int(size),
            sha256=self._text(row, section.SUM),
        )

    def _read_groups(self, below: int) -> list[ReturnGroup]:
        groups: list[tuple[tuple[int, str, int, str], list[ReturnRow]]] = []
        for row in range(form.FIRST_ROW, below):
            if self._sheet.heights[row] < form.LEAST_HEIGHT:
                raise NotAReturn(Reason.FORM, address(row, 0))
            if isinstance(self._value(row, form.NUMBER), Decimal):
                if not groups:
                    raise NotAReturn(Reason.ROWS, address(row, 0))
                groups[-1][1].append(self._read_row(row, groups[-1][1]))
                continue
            facts = wording.parse_group(self._text(row, form.NUMBER))
            if facts is None:
                raise NotAReturn(Reason.ROWS, address(row, 0))
            groups.append((facts, []))
        return [
            ReturnGroup(part_number=part, part_title=title, item_number=item, item_title=heading, rows=tuple(rows))
            for (part, title, item, heading), rows in groups
        ]

    def _read_row(self, row: int, above: list[ReturnRow]) -> ReturnRow:
        identifier = self._text(row, form.TASK_ID)
        task_id, explicit, _ = identifier.partition("/")
        before = above[-1] if above and above[-1].task_id == task_id else None
        if not task_id or (before is None and task_id in self._tasks):
            raise NotAReturn(Reason.ROWS, address(row, form.TASK_ID))
        self._tasks.add(task_id)
        position = sum(1 for other in above if other.task_id == task_id) + 1
        derived = f"{task_id}/{position}"
        name, unit, direction = self._read_indicator(row)
        if identifier == derived or (explicit and direction is None):
            raise NotAReturn(Reason.CELL, address(row, form.TASK_ID))
        amount, reason = self._read_amount(row, absent=direction is None)
        number, status = self._number(row, form.NUMBER, "0"), self._read_status(row)
        light = wording.parse_light(self._text(row, form.LIGHT))
        if number is None or number != int(number) or number < 1 or light is None:
            raise NotAReturn(Reason.CELL, address(row, form.NUMBER if light else form.LIGHT))
        task_text = self._text(row, form.TASK)
        if before is not None:
            if (task_text, int(number), status) != (wording.SAME_TASK, before.number, before.status):
                raise NotAReturn(Reason.ROWS, address(row, form.TASK))
            task_text = before.task_text
        return ReturnRow(
            number=int(number),
            task_id=task_id,
            task_text=task_text,
            indicator_id=None if direction is None else identifier if explicit else derived,
            indicator_name=name,
            unit=unit,
            direction=direction,
            target=self._fact(row, form.TARGET, absent=direction is None),
            amount=amount,
            no_data_reason=reason,
            completion=self._fact(row, form.COMPLETION, absent=direction is None, shown=form.COMPLETION_FORMAT),
            status=status,
            light=light,
            narrative=self._text(row, form.NARRATIVE),
            problems=self._text(row, form.PROBLEMS),
            next_steps=self._text(row, form.NEXT),
            remark=self._text(row, form.REMARK),
        )

    def _read_indicator(self, row: int) -> tuple[str, str, Direction | None]:
        text = self._text(row, form.INDICATOR)
        if text == wording.ABSENT:
            return "", "", None
        facts = wording.parse_indicator(text)
        if facts is None:
            raise NotAReturn(Reason.CELL, address(row, form.INDICATOR))
        return facts

    def _read_amount(self, row: int, *, absent: bool) -> tuple[Decimal | None, str]:
        value = self._value(row, form.AMOUNT)
        reason = wording.parse_no_data(value) if isinstance(value, str) and not absent else None
        if reason is not None:
            return None, reason
        return self._fact(row, form.AMOUNT, absent=absent), ""

    def _read_status(self, row: int) -> Status | None:
        text = self._text(row, form.STATUS)
        status = wording.parse_status(text)
        if text and status is None:
            raise NotAReturn(Reason.CELL, address(row, form.STATUS))
        return status

    def _fact(self, row: int, column: int, *, absent: bool, shown: str = "") -> Decimal | None:
        """Read a number of an indicator; a task without indicator has a dash there."""
        if absent:
            self._expect(row, column, wording.ABSENT, Reason.CELL)
            return None
        return self._number(row, column, shown)

    def _number(self, row: int, column: int, shown: str) -> Decimal | None:
        """Read a number that is shown as ``shown`` says, or with each of its digits."""
        value = self._value(row, column)
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise NotAReturn(Reason.CELL, address(row, column))
        if self._sheet.rows[row][column].format != (shown or number_format(value)):
            raise NotAReturn(Reason.FORMAT, address(row, column))
        return value

    def _read_sign_off(self) -> SignOff:
        names = {name: self._written(line) for name, line in self._block.names.items()}
        times = {name: self._read_moment(line) for name, line in self._block.times.items()}
        for name, moment in times.items():
            if moment is not None and not names[SIGNED_BY[name]]:
                line = self._block.times[name]
                raise NotAReturn(Reason.CELL, address(self._sign_off_row + line.row, line.column))
        return SignOff(**names, **times)  # type: ignore[arg-type]  # names are texts, times are moments

    def _written(self, line: Line) -> str:
        row = self._sign_off_row + line.row
        self._expect(row, line.label_column, line.label)
        return self._text(row, line.column)

    def _read_moment(self, line: Line) -> datetime | None:
        row = self._sign_off_row + line.row
        self._expect(row, line.label_column, line.label)
        number = self._number(row, line.column, form.MOMENT_FORMAT)
        return None if number is None else _required(moment_of_number(number), (row, line.column))

    def _read_day(self) -> date:
        line = self._block.day
        row = self._sign_off_row + line.row
        self._expect(row, line.label_column, line.label)
        number = self._number(row, line.column, form.DAY_FORMAT)
        return _required(None if number is None else day_of_number(number), (row, line.column))

    def _labelled(self, cell: tuple[int, int], label: str) -> str:
        text = self._text(*cell)
        if not text.startswith(label):
            raise NotAReturn(Reason.FORM, address(*cell))
        return text.removeprefix(label)

    def _expect(self, row: int, column: int, text: str, reason: Reason = Reason.FORM) -> None:
        if self._value(row, column) != text:
            raise NotAReturn(reason, address(row, column))

    def _text(self, row: int, column: int) -> str:
        value = self._value(row, column)
        if isinstance(value, Decimal):
            raise NotAReturn(Reason.CELL, address(row, column))
        return value or ""

    def _value(self, row: int, column: int) -> Value:
        self._seen.add((row, column))
        cell = self._sheet.rows[row].get(column)
        return cell.value if cell else None

    def _require_nothing_else(self) -> None:
        for row, cells in enumerate(self._sheet.rows):
            for column, cell in cells.items():
                if cell.value is not None and (row, column) not in self._seen:
                    raise NotAReturn(Reason.CELL, address(row, column))


def _required(fact: Fact | None, cell: tuple[int, int]) -> Fact:
    if fact is None:
        raise NotAReturn(Reason.FORM, address(*cell))
    return fact
