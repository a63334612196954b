"""进展填报表（手填） read back: what a unit without the program wrote, and each cell in which something can't be read.

Nobody signed it, so a person has to confirm what it says. Nothing is guessed: what is not clearly meant is told by its
cell, and a form with one such cell is not to be taken in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from models.core.numbers import NotANumber, parse_amount, plain
from models.work.return_content import ReturnContent, ReturnHead, SignOff
from models.workbooks import assignment_wording, wording
from models.workbooks import blank_form_layout as form
from models.workbooks.blank_form_cells import Grid, NotABlankForm, Typed, cell_name, open_grid
from models.workbooks.blank_form_content import FilledRow, groups_of
from models.workbooks.blank_form_values import (
    NoData,
    Problem,
    amount_of,
    day_of,
    parse_day,
    sequence_of,
    status_of,
    text_of,
)
from models.workbooks.kinds import BLANK_FORM_SHEET
from models.workbooks.printable import ROW_LIMITS, SIGN_OFF_LIMIT, NotPrintable, as_printed

Meant = TypeVar("Meant")


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell (``G12``), why it can't be read, and what stands there."""

    cell: str
    problem: Problem
    text: str = ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a form says. Where there are findings, the content is only what could be made of it.

    ``version`` is that of the assignment for which the form was made. The sequence is as typed, 1 where it is blank;
    lights and completions are computed as the program does.
    """

    content: ReturnContent
    version: int
    findings: tuple[Finding, ...]


_HEADINGS: Final = {column.heading: index for index, column in enumerate(form.COLUMNS)}


def read_blank_form(data: bytes) -> FilledForm:
    """Read a form that was filled by hand and saved by whatever program.

    Raises:
        DamagedDocument, OversizedDocument, ProtectedDocument, UnsafeMarkup: the file can't be opened safely.
        NotABlankForm: it is no such form, or one of a version that this program doesn't know.
    """
    return _Reader(open_grid(data, sheet_name=BLANK_FORM_SHEET, is_form=_is_form_number)).read()


def _is_form_number(text: str) -> bool:
    return form.parse_form_number(text) is not None


@dataclass(slots=True)
class _Reader:
    """One form being read."""

    grid: Grid
    findings: list[Finding] = field(default_factory=list)
    columns: dict[int, int] = field(default_factory=dict)  # where each column of the form stands now

    def read(self) -> FilledForm:
        """Read everything."""
        at, number = self._form_number()
        heading, foot = self._heading_row(at[0]), self._foot_row()
        self._require_version(foot)
        self._find_columns(heading)
        printed, rows = self._table(heading + 1, foot)
        head = self._head(at[0], foot, number)
        facts = (head.plan_id, head.plan_title, head.document_number, str(head.year), self._label(form.SUPERIOR, at[0]))
        stated = (*facts, head.unit_name, head.unit_code, number.period.id, str(number.version))
        if form.printed_code(stated, printed) != number.check_code:
            self._found(*at, Problem.PRINTED)
        content = ReturnContent(head=head, groups=groups_of(rows, number.period))
        try:
            content = as_printed(content)
        except NotPrintable:
            self._found(*at, Problem.PRINTED)
        return FilledForm(content, number.version, tuple(dict.fromkeys(self.findings)))

    def _cells(self, first: int = 0, until: int | None = None) -> Iterator[tuple[int, int, Typed]]:
        for row in range(first, len(self.grid.rows) if until is None else until):
            for column, cell in enumerate(self.grid.rows[row]):
                if not cell.is_blank:
                    yield row, column, cell

    def _form_number(self) -> tuple[tuple[int, int], form.FormNumber]:
        for row, column, cell in self._cells():
            number = form.parse_form_number(cell.text)
            if number is not None:
                return (row, column), number
        raise NotABlankForm("form")

    def _heading_row(self, after: int) -> int:
        wanted = {form.COLUMNS[form.TASK_ID].heading, form.COLUMNS[form.AMOUNT].heading}
        for row in range(after + 1, len(self.grid.rows)):
            if wanted <= {cell.text for cell in self.grid.rows[row]}:
                return row
        raise NotABlankForm("columns", form.COLUMNS[form.TASK_ID].heading)

    def _foot_row(self) -> int:
        for row, _, cell in reversed(tuple(self._cells())):
            if cell.text == wording.FILLED_BY:
                return row
        raise NotABlankForm("columns", wording.FILLED_BY)

    def _require_version(self, foot: int) -> None:
        for row, column, cell in self._cells(foot):
            if cell.text.startswith(form.FORM_LABEL):
                if cell.text != form.FORM_TEXT:
                    raise NotABlankForm("version", cell_name(row, column))
                return
        raise NotABlankForm("version")

    def _find_columns(self, heading: int) -> None:
        for place, cell in enumerate(self.grid.rows[heading]):
            index = _HEADINGS.get(cell.text)
            if index is None:
                continue
            if index in self.columns:
                raise NotABlankForm("columns", cell_name(heading, place))
            self.columns[index] = place
        for index, column in enumerate(form.COLUMNS):
            if index not in self.columns:
                raise NotABlankForm("columns", column.heading)

    def _table(self, first: int, foot: int) -> tuple[list[tuple[str, ...]], list[FilledRow]]:
        """Read the rows between headings and foot: the texts that were printed, and what was filled in."""
        printed: list[tuple[str, ...]] = []
        rows: list[FilledRow] = []
        group = (0, "", 0, "")
        for merged in self.grid.merged:
            if first <= merged[0] < foot:
                self._found(*merged, Problem.MERGED)
        for row in range(first, foot):
            title = self._at(row, form.NUMBER).text
            known: set[int] = set()
            if (facts := wording.parse_group(title)) is not None:
                group, known = facts, {self.columns[form.NUMBER]}
                printed.append((title,))
            elif self._at(row, form.TASK_ID).text:
                known = set(self.columns.values())
                texts = tuple(_printed(self._at(row, column), column) for column in form.PRINTED)
                printed.append(texts)
                self._read_row(row, texts, group, rows)
            for column, cell in enumerate(self.grid.rows[row]):
                if column not in known and not cell.is_blank:
                    self._found(row, column, Problem.EXTRA)
        return printed, rows

    def _read_row(
        self, row: int, texts: Sequence[str], group: tuple[int, str, int, str], rows: list[FilledRow]
    ) -> None:
        identifier = texts[form.TASK_ID]
        task_id = identifier.partition("/")[0]
        above = [other for other in rows if other.task_id == task_id]
        facts = assignment_wording.parse_indicator(texts[form.INDICATOR])
        name, unit, direction = facts[:3] if facts else ("", "", None)
        indicator_id = (identifier if "/" in identifier else f"{task_id}/{len(above) + 1}") if facts else None
        is_further = texts[form.TASK] == wording.SAME_TASK
        if above and (not is_further or any(other.indicator_id == indicator_id for other in above)):
            self._found(row, self.columns[form.TASK_ID], Problem.REPEATED)
            return
        amount = self._meant(row, self.columns[form.AMOUNT], amount_of(self._at(row, form.AMOUNT), unit))
        if facts is None:
            self._require_blank(row, form.AMOUNT)
            amount = None
        status = None
        if above:
            self._require_blank(row, form.STATUS, *form.TEXTS)
        else:
            status = self._meant(row, self.columns[form.STATUS], status_of(self._at(row, form.STATUS)))
        rows.append(
            FilledRow(
                group=group,
                number=int(texts[form.NUMBER]) if texts[form.NUMBER].isdecimal() else 0,
                task_id=task_id,
                task_text=above[0].task_text if above else texts[form.TASK],
                due=parse_day(texts[form.DUE]),
                indicator_id=indicator_id,
                indicator_name=name,
                unit=unit,
                direction=direction,
                target=_target(texts[form.TARGET]) if facts else None,
                amount=amount if isinstance(amount, Decimal) else None,
                no_data_reason=amount.reason if isinstance(amount, NoData) else "",
                status=status,
                texts=self._texts(row, is_first=not above),
            )
        )

    def _texts(self, row: int, *, is_first: bool) -> Mapping[str, str]:
        return {
            name: self._written(row, self.columns[column], ROW_LIMITS[name]) if is_first else ""
            for column, name in form.TEXTS.items()
        }

    def _written(self, row: int, column: int, limit: int) -> str:
        return self._meant(row, column, text_of(self.grid.at(row, column), limit)) or ""

    def _require_blank(self, row: int, *columns: int) -> None:
        for column in columns:
            if not self._at(row, column).is_blank:
                self._found(row, self.columns[column], Problem.EXTRA)

    def _head(self, until: int, foot: int, number: form.FormNumber) -> ReturnHead:
        years = (form.parse_title(cell.text) for _, _, cell in self._cells(0, until))
        names = {name: self._name(label, foot) for name, label in form.NAMES.items()}
        sequence = self._beside(form.SEQUENCE, 0, until)
        day = self._beside(wording.FILLED_ON, foot, len(self.grid.rows))
        return ReturnHead(
            plan_id=number.plan_id,
            plan_title=self._label(wording.DOCUMENT, until),
            document_number=self._label(wording.DOCUMENT_NUMBER, until),
            year=next((year for year in years if year), number.period.year),
            unit_name=self._label(wording.UNIT_NAME, until),
            unit_code=self._label(wording.UNIT_CODE, until),
            period=number.period,
            sequence=self._meant(*sequence, sequence_of(self.grid.at(*sequence))) or 1,
            supersedes="",
            sign_off=SignOff(**names),  # type: ignore[arg-type]  # the four names are texts
            filled_on=self._meant(*day, day_of(self.grid.at(*day))) or number.period.ends_on,
        )

    def _label(self, label: str, until: int) -> str:
        """Return what stands behind a label, in the same cell, above the table."""
        found = (cell.text.removeprefix(label) for _, _, cell in self._cells(0, until) if cell.text.startswith(label))
        return next(found, "")

    def _name(self, label: str, foot: int) -> str:
        row, column = self._beside(label, foot, len(self.grid.rows))
        return " ".join(self._written(row, column, SIGN_OFF_LIMIT).split())

    def _beside(self, label: str, first: int, until: int) -> tuple[int, int]:
        """Return the cell to the right of a label."""
        for row, column, cell in self._cells(first, until):
            if cell.text == label:
                return row, column + 1
        raise NotABlankForm("columns", label)

    def _at(self, row: int, column: int) -> Typed:
        return self.grid.at(row, self.columns[column])

    def _meant(self, row: int, column: int, meant: Meant | Problem) -> Meant | None:
        """Return what a cell means, or note why that can't be told."""
        if isinstance(meant, Problem):
            self._found(row, column, meant)
            return None
        return meant

    def _found(self, row: int, column: int, problem: Problem) -> None:
        self.findings.append(Finding(cell_name(row, column), problem, self.grid.at(row, column).text[:100]))


def _printed(cell: Typed, column: int) -> str:
    """Return what was printed in a cell, however a program has saved it since."""
    if column in {form.NUMBER, form.TARGET} and isinstance(cell.value, Decimal):
        return plain(cell.value)
    return cell.text


def _target(text: str) -> Decimal | None:
    try:
        return parse_amount(text) if text else None
    except NotANumber:
        return None
