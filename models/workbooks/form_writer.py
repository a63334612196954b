"""A form being written, from top to bottom: what the writers of all kinds of workbook share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from models.workbooks import layout, looks, wording
from models.workbooks.kinds import SheetForm
from models.workbooks.layout import Column, Flow, Line, Style
from models.workbooks.printable import NotPrintable
from models.workbooks.write import SheetWriter

LEAST_HEIGHT: Final = 20.0  # of any row of the table: a flat one would hide what it says
TITLE_HEIGHT: Final = 36.0
HEAD_HEIGHT: Final = 17.25
LAST_HEAD_HEIGHT: Final = 22.5
HEADING_HEIGHT: Final = 30.0
GROUP_HEIGHT: Final = 22.5
LEAST_ROW: Final = 33.0


class GroupTitle(Protocol):
    """The part and the item that rows of the table stand under."""

    @property
    def part_number(self) -> int:
        """The part's number; 0 where the document has none."""

    @property
    def part_title(self) -> str:
        """The part's title."""

    @property
    def item_number(self) -> int:
        """The item's number."""

    @property
    def item_title(self) -> str:
        """The item's title."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a row of the table: text or a number, and how it looks if there is room."""

    value: str | Decimal
    style: Style


@dataclass(frozen=True, slots=True)
class HeadFact:
    """One fact of the head: its name for refusals, its cell, and the column up to which, not with, it may flow."""

    name: str
    cell: tuple[int, int]
    text: str
    until: int
    bold: bool = False


def footer_left(code: str, fingerprint: str) -> str:
    """Say the two lines that tie each printed page to the file."""
    return f"{wording.CHECK_CODE}{code}\n{wording.FINGERPRINT}{fingerprint or wording.ABSENT}"


def number_cell(value: Decimal | None) -> TableCell:
    """Lay out a number, or a blank, so that each of its digits shows."""
    if value is None:
        return TableCell("", looks.NUMBER)
    return TableCell(value, looks.NUMBER.formatted(layout.number_format(value)))


class FormWriter:
    """One form being written; ``flow`` holds the rows below the headings as they will be printed."""

    def __init__(
        self, form: SheetForm, widths: Sequence[int], *, title: str, subject: str, author: str, created: date
    ) -> None:
        """Begin a form with columns of these widths; the rest is for the file's properties."""
        self._form, self.widths, self.flow = form, widths, Flow()
        self.sheet = SheetWriter(form.sheet_name, title=title, subject=subject, author=author, created=created)
        self.sheet.columns(widths)

    def title(self, text: str, *, colour: str = layout.TEXT) -> None:
        """Write the title across the first row."""
        self.sheet.row(0, TITLE_HEIGHT)
        self.sheet.merged_text(0, self._form.last_column, text, replace(looks.TITLE, colour=colour))

    def head(self, heights: Sequence[float], facts: Sequence[HeadFact]) -> None:
        """Write the rows below the title: their heights, and what stands in them."""
        for row, height in enumerate(heights, start=1):
            self.sheet.row(row, height)
        for fact in facts:
            style = replace(looks.HEAD, bold=fact.bold)
            fitted = self.on_one_line(fact.name, fact.text, (fact.cell[1], fact.until), style)
            self.sheet.text(*fact.cell, fact.text, fitted)

    def headings(self, columns: Sequence[Column]) -> None:
        """Write the row of the headings."""
        self.sheet.row(self._form.header_row, HEADING_HEIGHT)
        for index, column in enumerate(columns):
            self.sheet.text(self._form.header_row, index, column.heading, looks.HEADING)

    def group(self, row: int, group: GroupTitle) -> None:
        """Write a row that says a part and an item, and that is never the last on its page.

        Raises:
            NotPrintable: it would be read back as another.
        """
        facts = (group.part_number, group.part_title, group.item_number, group.item_title)
        text = wording.group_text(*facts)
        if wording.parse_group(text) != facts:
            raise NotPrintable("", "item_title", "wording")
        last = self._form.last_column
        style = self.on_one_line("item_title", text, (0, last), looks.GROUP)
        self.sheet.row(row, GROUP_HEIGHT)
        self.sheet.text(row, 0, text, replace(style, lines="ltb"))
        for column in range(1, last + 1):
            self.sheet.blank(row, column, replace(looks.GROUP, lines="rtb") if column == last else looks.GROUP)
        self.flow.add(GROUP_HEIGHT, keep=True)

    def table_row(self, row: int, cells: Sequence[TableCell], *, task_id: str, fields: Mapping[int, str]) -> None:
        """Write a row of the table, as tall as its texts need.

        Args:
            row: the row, from 0.
            cells: from the first column on.
            task_id: whose row it is, and ``fields`` what each column's text is called, for refusals.
            fields: by column.

        Raises:
            NotPrintable: a text has too many lines for one row.
        """
        height = LEAST_ROW
        for column, cell in enumerate(cells):
            if isinstance(cell.value, Decimal):
                style = layout.fitted_number(cell.value, self.widths[column], cell.style)
                self.sheet.number(row, column, cell.value, style)
                continue
            try:
                style, needed = layout.fitted_cell(cell.value, self.widths[column], cell.style)
            except ValueError:
                raise NotPrintable(task_id, fields.get(column, "task_text"), "height") from None
            self.sheet.text(row, column, cell.value, style)
            height = max(height, needed)
        self.sheet.row(row, height)
        self.flow.add(height)

    def merged_paragraph(self, row: int, name: str, text: str, style: Style, *, least: float) -> float:
        """Write a text across a whole row, which is as tall as it needs, and return the height.

        Raises:
            NotPrintable: it has too many lines for one row.
        """
        try:
            fitted, needed = layout.fitted_cell(text, sum(self.widths), style)
        except ValueError:
            raise NotPrintable("", name, "height") from None
        height = max(least, needed)
        self.sheet.row(row, height)
        self.sheet.merged_text(row, self._form.last_column, text, fitted)
        return height

    def foot(self, first: int, heights: Sequence[float]) -> None:
        """Set the rows below the table, which stay on one page, and with the last row of the table.

        A sign-off alone on a page could be clipped to any other table.
        """
        for index, height in enumerate(heights):
            self.sheet.row(first + index, height)
        self.flow.keep_last()
        self.flow.add(sum(heights))

    def written(self, first: int, name: str, line: Line, text: str) -> None:
        """Write a label of the foot and a text on the line behind it."""
        self.draw(first, line)
        style = self.on_one_line(name, text, (line.column, line.last + 1), looks.LINE)
        self.sheet.text(first + line.row, line.column, text, style)

    def dated(self, first: int, line: Line, day: date) -> None:
        """Write a label of the foot and a day on the line behind it."""
        self.draw(first, line)
        self.sheet.day(first + line.row, line.column, day, looks.DAY)

    def draw(self, first: int, line: Line) -> None:
        """Write a label and draw the line behind it."""
        self.sheet.text(first + line.row, line.label_column, line.label, looks.LABEL)
        for column in range(line.column, line.last + 1):
            self.sheet.blank(first + line.row, column, looks.LINE)

    def on_one_line(self, field: str, text: str, span: tuple[int, int], style: Style) -> Style:
        """Return the look in which a text fits its columns: from the first of ``span`` up to, not with, the last.

        Raises:
            NotPrintable: it is too long in any legible size.
        """
        width = sum(self.widths[span[0] : span[1]])
        try:
            return style.sized(layout.fitted_size(text, width, style.size))
        except ValueError:
            raise NotPrintable("", field, "length", layout.longest_line(width)) from None

    def finish(self, *, rows: int, above: float, code: str, fingerprint: str, mark: str = "") -> bytes:
        """Set the pages up, lock the sheet, and return the package.

        Args:
            rows: how many rows the sheet has.
            above: points of the rows above the headings.
            code: the check code, and ``fingerprint`` the signer's: both stand at the foot of each page.
            fingerprint: blank where nobody is to sign.
            mark: what stands large at the top of each page, if anything.
        """
        top = layout.MARGIN_TOP_MARKED if mark else layout.MARGIN_TOP
        room = layout.page_room(self.widths, top=top, portrait=self._form.portrait) - HEADING_HEIGHT
        below = self._form.header_row + 1
        breaks = [below + index for index in self.flow.breaks(first_page=room - above, page=room)]
        self.sheet.page(
            form=self._form,
            footer_left=footer_left(code, fingerprint),
            footer_right=wording.PAGES,
            breaks=breaks,
            mark=mark,
        )
        return self.sheet.finish(last_row=rows - 1, last_column=self._form.last_column)
