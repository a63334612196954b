"""The one door to XlsxWriter: a workbook in memory that holds one locked sheet, with nothing in it that may surprise.

Text is always written as text, numbers always as numbers; there is no way here to write a formula, a link, a comment,
a macro or a second sheet. The same calls give the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from models.core.numbers import MAX_DIGITS, plain, significant_digits
from models.workbooks import layout
from models.workbooks.kinds import SheetForm
from models.workbooks.layout import Style

_CALCULATION_ID = 191029  # Excel 2019 and later: an older one makes Excel recalculate, and then offer to save
_SIDES = {"l": "left", "r": "right", "t": "top", "b": "bottom"}


class SheetWriter:
    """A workbook of one sheet, being written from top to bottom; rows and columns count from 0."""

    def __init__(self, name: str, *, title: str, subject: str, author: str, created: date) -> None:
        """Begin a workbook.

        Args:
            name: of the sheet.
            title: for the file's properties, as are ``subject`` and ``author``; nothing that matters may stand there.
            created: the date in the properties; from the content, not from a clock.
        """
        from models.workbooks.plain_book import PlainBook

        self._buffer = io.BytesIO()
        self._book: Any = PlainBook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": cell_properties(Style(size=layout.DEFAULT_SIZE, title=True)),
                "default_column_width": layout.DEFAULT_COLUMN,
                "default_row_height": layout.DEFAULT_ROW,
            },
        )
        moment = datetime(created.year, created.month, created.day, tzinfo=UTC).replace(tzinfo=None)
        self._book.set_properties({"title": title, "subject": subject, "author": author, "created": moment})
        self._book.set_calc_mode("auto", _CALCULATION_ID)
        # A workbook that wants to be calculated is "changed" as soon as it is open: Excel asks whether to save it, and
        # saving takes the signature off.
        self._book.calc_on_load = False
        self._book.set_size(*layout.WINDOW)
        self._sheet: Any = self._book.add_worksheet(name)
        self._formats: dict[Style, Any] = {}

    def columns(self, widths: Sequence[int]) -> None:
        """Set the widths of the first columns, in pixels."""
        for index, width in enumerate(widths):
            self._sheet.set_column_pixels(index, index, width)

    def row(self, row: int, height: float) -> None:
        """Set a row's height in points."""
        self._sheet.set_row(row, height)

    def text(self, row: int, column: int, text: str, style: Style) -> None:
        """Write text, or an empty cell where there is none."""
        if not text:
            self.blank(row, column, style)
            return
        _succeed(self._sheet.write_string(row, column, text, self._format(style)))

    def number(self, row: int, column: int, value: Decimal, style: Style) -> None:
        """Write a number that a cell can hold without loss."""
        if significant_digits(value) > MAX_DIGITS:
            raise ValueError(f"a cell can't hold {value}")
        # XlsxWriter formats whatever it is handed with 16 significant digits: a Decimal stays exact.
        _succeed(self._sheet.write_number(row, column, Decimal(plain(value)), self._format(style)))

    def day(self, row: int, column: int, day: date, style: Style) -> None:
        """Write a date, as the day's number in Excel's count; the style has to show it as a date."""
        self.number(row, column, layout.day_number(day), style)

    def moment(self, row: int, column: int, moment: datetime, style: Style) -> None:
        """Write a date with its time, to the minute; the style has to show it as that."""
        self.number(row, column, layout.moment_number(moment), style)

    def blank(self, row: int, column: int, style: Style) -> None:
        """Write an empty cell that has a look."""
        _succeed(self._sheet.write_blank(row, column, None, self._format(style)))

    def merged_text(self, row: int, last_column: int, text: str, style: Style) -> None:
        """Write text across a row from its first column."""
        cell_format = self._format(style)
        _succeed(self._sheet.merge_range(row, 0, row, last_column, "", cell_format))
        _succeed(self._sheet.write_string(row, 0, text, cell_format))

    def page(
        self, *, form: SheetForm, footer_left: str, footer_right: str, breaks: Sequence[int], mark: str = ""
    ) -> None:
        """Set up the view and the printed page: A4, one page wide, with the row of the headings on each page.

        Args:
            form: of the sheet.
            footer_left: plain text, may have two lines; as does ``footer_right``, where ``&P`` and ``&N`` stand for
                the page and the number of pages.
            breaks: the rows that begin a page.
            mark: what stands large at the top of each page, if anything.
        """
        sheet = self._sheet
        if not form.portrait:
            sheet.freeze_panes(form.header_row + 1, 0)
        sheet.repeat_rows(form.header_row)
        sheet.hide_gridlines(2)
        if not form.portrait:
            sheet.set_landscape()
        sheet.set_paper(layout.PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        top = layout.MARGIN_TOP_MARKED if mark else layout.MARGIN_TOP
        sheet.set_margins(layout.MARGIN_SIDE, layout.MARGIN_SIDE, top, layout.MARGIN_BOTTOM)
        if mark:
            _succeed(sheet.set_header(mark_text(mark), {"margin": layout.MARGIN_HEADER}))
        footer = footer_text(footer_left, footer_right)
        _succeed(sheet.set_footer(footer, {"margin": layout.MARGIN_FOOTER}))
        if breaks:
            _succeed(sheet.set_h_pagebreaks(list(breaks)))

    def finish(self, *, last_row: int, last_column: int) -> bytes:
        """Lock the sheet and return the package."""
        from xlsxwriter.utility import xl_range

        # Codes and telephone numbers are text on purpose: no green corners for them.
        self._sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, last_row, last_column)})
        self._sheet.protect()
        self._book.close()
        return self._buffer.getvalue()

    def _format(self, style: Style) -> Any:
        if style not in self._formats:
            self._formats[style] = self._book.add_format(cell_properties(style))
        return self._formats[style]


def footer_text(left: str, right: str) -> str:
    """Say the two ends of a footer in the language of headers and footers, where ``&`` is a command.

    The theme's faces can't be named there; the face's own name stands, and Excel falls back as it does for any other.
    """
    face = f'&"{layout.FONT},Regular"&9'
    return f"&L{face}{left.replace('&', '&&')}&R{face}{right}"


def mark_text(mark: str) -> str:
    """Say the mark of a draft in the language of headers and footers: large, bold, red, in the middle."""
    return f'&C&"{layout.FONT},Bold"&{layout.MARK_SIZE}&K{layout.RED[1:]}{mark}'


def cell_properties(style: Style) -> dict[str, object]:
    """Say a look in the words of XlsxWriter."""
    properties: dict[str, object] = {
        "font_name": layout.FONT,
        "font_family": layout.FONT_FAMILY,
        "font_charset": layout.FONT_CHARSET,
        "font_scheme": (layout.THEME_TITLE if style.title else layout.THEME_TABLE)[0],
        "font_size": int(style.size) if style.size == int(style.size) else style.size,
        "font_color": style.colour,
        "align": style.align,
        "valign": style.valign,
    }
    if style.bold:
        properties["bold"] = True
    if style.fill:
        properties["bg_color"] = style.fill
    if style.indent:
        properties["indent"] = 1
    if style.wrap:
        properties["text_wrap"] = True
    if style.shrink:
        properties["shrink"] = True
    for letter, side in _SIDES.items():
        if letter in style.lines:
            properties |= {side: 1, f"{side}_color": style.line_colour}
    if style.number_format:
        properties["num_format"] = style.number_format
    return properties


def _succeed(outcome: int | None) -> None:
    """Turn XlsxWriter's return codes (text too long, out of bounds) into an exception; nothing goes missing."""
    if outcome:
        raise ValueError(f"the cell can't be written (XlsxWriter {outcome})")
