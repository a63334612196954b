"""进展填报表（手填） written: a form for a unit without the program, locked but for the cells that are to be filled.

What comes back is read by ``blank_form_read``. Nobody signs it, so a person has to confirm what it says.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any, Final

from models.core.numbers import plain
from models.core.periods import Period
from models.core.vocabulary import Status
from models.work.assignment_content import AssignmentContent, AssignmentRow
from models.workbooks import assignment_wording, layout, looks, wording
from models.workbooks import blank_form_layout as form
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.form_writer import GROUP_HEIGHT, HEADING_HEIGHT, TITLE_HEIGHT
from models.workbooks.kinds import BLANK_FORM_SHEET
from models.workbooks.layout import Style
from models.workbooks.printable import ROW_LIMITS, NotPrintable
from models.workbooks.task_rows import identifier_text, placed
from models.workbooks.write import cell_properties, footer_text

_HEADING_ROW: Final = 6
_LAST: Final = len(form.COLUMNS) - 1
_LEAST_ROW: Final = 45.0
_HEAD_HEIGHT: Final = 19.5
_FOOT_HEIGHT: Final = 30.0

_INPUT: Final = Style(fill=layout.YELLOW_WASH, wrap=True, indent=True, lines="lrtb")
# Without a format of its own: only then does "45.5%", as it is typed, show as a percentage and can be read as one.
_AMOUNT: Final = replace(_INPUT, align="right", indent=False)
_STATUS: Final = replace(_INPUT, align="center", indent=False)
_CLOSED: Final = Style(fill=layout.GROUP_FILL, lines="lrtb")
_HINT: Final = Style(size=layout.HEAD_SIZE, bold=True, colour=layout.RED, wrap=True)
_DUE: Final = looks.CENTRED.sized(layout.TABLE_SIZE - 1)
_DAY: Final = replace(_INPUT, align="center", indent=False, number_format=layout.DAY_FORMAT)
_NUMBER: Final = replace(_INPUT, align="center", indent=False, number_format="0")


def write_blank_form(content: AssignmentContent, period: Period) -> bytes:
    """Write the form by which a unit without the program reports on its assignment; the same facts give the same bytes.

    Args:
        content: the unit's assignment.
        period: for which period.

    Raises:
        NotPrintable: something in the content can't stand on the form.
    """
    return _BlankForm(assignment_as_printed(content), period).write()


class _BlankForm:
    """One form being written."""

    def __init__(self, content: AssignmentContent, period: Period) -> None:
        from models.workbooks.plain_book import PlainBook

        self._content, self._period = content, period
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
        self._sheet: Any = self._book.add_worksheet(BLANK_FORM_SHEET)
        self._formats: dict[tuple[Style, bool], Any] = {}

    def write(self) -> bytes:
        """Write everything, from top to bottom."""
        head = self._content.head
        created = datetime.combine(head.issued_on, time(), UTC).replace(tzinfo=None)
        title = form.title_text(head.year)
        self._book.set_properties({"title": title, "author": head.superior_name, "created": created})
        self._book.set_size(*layout.WINDOW)
        for index, column in enumerate(form.COLUMNS):
            self._sheet.set_column_pixels(index, index, column.width)
        self._write_head()
        row = self._write_table(_HEADING_ROW + 1)
        self._write_foot(row)
        self._set_up()
        self._book.close()
        return self._buffer.getvalue()

    def _write_head(self) -> None:
        head, sheet = self._content.head, self._sheet
        sheet.set_row(0, TITLE_HEIGHT)
        sheet.merge_range(0, 0, 0, _LAST, "", self._format(looks.TITLE))
        self._text(0, 0, form.title_text(head.year), looks.TITLE)
        period = wording.PERIOD + wording.period_text(self._period)
        facts = (
            ("unit_name", 1, form.NUMBER, wording.UNIT_NAME + head.unit_name, form.DUE),
            ("unit_code", 1, form.DUE, wording.UNIT_CODE + head.unit_code, form.NARRATIVE),
            ("period", 1, form.NARRATIVE, period, form.NEXT),
            ("plan_title", 2, form.NUMBER, wording.DOCUMENT + head.plan_title, form.NARRATIVE),
            ("document_number", 2, form.NARRATIVE, wording.DOCUMENT_NUMBER + head.document_number, _LAST + 1),
            ("superior_name", 3, form.NUMBER, form.SUPERIOR + head.superior_name, form.NARRATIVE),
            ("plan_id", 4, form.NUMBER, form.form_number_text(self._number()), _LAST + 1),
        )
        for name, row, column, text, until in facts:
            self._text(row, column, text, self._on_one_line(name, text, (column, until), looks.HEAD))
        for row in range(1, _HEADING_ROW):
            sheet.set_row(row, _HEAD_HEIGHT)
        self._text(1, form.NEXT, form.SEQUENCE, looks.LABEL)
        self._input(1, form.REMARK, _NUMBER)
        sheet.write_number(1, form.REMARK, 1, self._format(_NUMBER, open_=True))
        whole = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 999}
        self._check(1, form.REMARK, whole, hint="第一次报填1；退回后改了再报，填2、3……")
        sheet.merge_range(5, 0, 5, _LAST, "", self._format(_HINT))
        self._text(5, 0, form.HINT, _HINT)
        sheet.set_row(_HEADING_ROW, HEADING_HEIGHT)
        for index, heading in enumerate(form.COLUMNS):
            self._text(_HEADING_ROW, index, heading.heading, looks.HEADING)

    def _number(self) -> form.FormNumber:
        head, period = self._content.head, self._period
        facts = (head.plan_id, head.plan_title, head.document_number, str(head.year), head.superior_name)
        printed = (*facts, head.unit_name, head.unit_code, period.id, str(head.version))
        code = form.printed_code(printed, self._printed())
        number = form.FormNumber(head.plan_id, head.unit_code, period, head.version, code)
        if form.parse_form_number(form.form_number_text(number)) != number:
            raise NotPrintable("", "plan_id", "wording")
        return number

    def _printed(self) -> Iterator[tuple[str, ...]]:
        for group in self._content.groups:
            yield (_group_text(group),)
            for row, before, position in placed(group.rows):
                yield _printed_texts(row, before, position)

    def _write_table(self, row: int) -> int:
        for group in self._content.groups:
            text = _group_text(group)
            self._sheet.set_row(row, GROUP_HEIGHT)
            for column in range(_LAST + 1):
                lines = {0: "ltb", _LAST: "rtb"}.get(column, "tb")
                self._text(row, column, "", replace(looks.GROUP, lines=lines))
            style = self._on_one_line("item_title", text, (0, _LAST + 1), looks.GROUP)
            self._text(row, 0, text, replace(style, lines="ltb"))
            row += 1
            for line, before, position in placed(group.rows):
                self._write_row(row, line, before, position)
                row += 1
        return row

    def _write_row(self, row: int, line: AssignmentRow, before: AssignmentRow | None, position: int) -> None:
        texts = _printed_texts(line, before, position)
        styles = (looks.TASK_NUMBER, looks.TASK_ID, looks.TEXT, looks.TEXT, looks.NUMBER, _DUE)
        height = _LEAST_ROW
        for column, (text, style) in enumerate(zip(texts, styles, strict=True)):
            if column in {form.NUMBER, form.TARGET} and text and text != wording.ABSENT:
                number = Decimal(text)
                shown = style if column == form.NUMBER else style.formatted(layout.number_format(number))
                fitted = layout.fitted_number(number, form.COLUMNS[column].width, shown)
                self._sheet.write_number(row, column, number, self._format(fitted))
                continue
            look = looks.ABSENT if text == wording.ABSENT else style
            try:
                fitted, needed = layout.fitted_cell(text, form.COLUMNS[column].width, look)
            except ValueError:
                raise NotPrintable(line.task_id, "task_text", "height") from None
            self._text(row, column, text, fitted)
            height = max(height, needed)
        self._sheet.set_row(row, height)
        self._write_inputs(row, line, is_first=before is None)

    def _write_inputs(self, row: int, line: AssignmentRow, *, is_first: bool) -> None:
        if line.indicator_id is None:
            self._text(row, form.AMOUNT, "", _CLOSED)
        else:
            self._input(row, form.AMOUNT, _AMOUNT)
            cell = f"{chr(ord('A') + form.AMOUNT)}{row + 1}"
            rule: dict[str, object] = {"validate": "custom", "value": f'=OR(ISNUMBER({cell}),LEFT({cell},3)="无数据")'}
            unit = f"（{line.unit}）" if line.unit else ""
            self._check(row, form.AMOUNT, rule, hint=f"年初到本期末的累计数{unit}，只写数字；没有数据写“无数据：原因”")
        if not is_first:
            for column in (form.STATUS, *form.TEXTS):
                self._text(row, column, "", _CLOSED)
            return
        self._input(row, form.STATUS, _STATUS)
        words = [wording.STATUS[status] for status in Status]
        self._check(row, form.STATUS, {"validate": "list", "source": words}, hint="从下拉框里选一项")
        for column, name in form.TEXTS.items():
            self._input(row, column, _INPUT)
            limit = ROW_LIMITS[name]
            rule = {"validate": "length", "criteria": "<=", "value": limit}
            self._check(row, column, rule, hint=f"不超过{limit}个字")

    def _write_foot(self, first: int) -> None:
        rows = (
            (form.TASK, wording.FILLED_BY, _INPUT),
            (form.STATUS, wording.PHONE, _INPUT),
            (form.PROBLEMS, wording.FILLED_ON, _DAY),
            (form.TASK, wording.REVIEWED_BY, _INPUT),
            (form.STATUS, form.UNIT_HEAD, _INPUT),
        )
        heights = (6.0, _FOOT_HEIGHT, _FOOT_HEIGHT, 48.0, 18.0)
        for index, height in enumerate(heights):
            self._sheet.set_row(first + index, height)
        for place, (column, label, style) in enumerate(rows):
            row = first + (1 if place < 3 else 2)
            self._text(row, column, label, looks.LABEL)
            self._input(row, column + 1, style)
        day = {"validate": "date", "criteria": ">=", "value": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)}
        self._check(first + 1, form.NEXT, day, hint="写成2021-6-24这样")
        self._text(first + 2, form.NEXT, wording.SEAL, looks.LABEL)
        self._text(first + 4, 0, form.FORM_TEXT, looks.NOTE)

    def _set_up(self) -> None:
        sheet = self._sheet
        sheet.freeze_panes(_HEADING_ROW + 1, 0)
        sheet.repeat_rows(_HEADING_ROW)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(layout.PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        margins = (layout.MARGIN_SIDE, layout.MARGIN_SIDE, layout.MARGIN_TOP, layout.MARGIN_BOTTOM)
        sheet.set_margins(*margins)
        sheet.set_footer(footer_text(form.form_number_text(self._number()), wording.PAGES), {"margin": 0.315})
        sheet.set_selection(_HEADING_ROW + 2, form.AMOUNT, _HEADING_ROW + 2, form.AMOUNT)
        # Rows and columns may be made larger, for what is written has to be seen; nothing else may be changed.
        sheet.protect("", {"format_rows": True, "format_columns": True})

    def _text(self, row: int, column: int, text: str, style: Style) -> None:
        if text:
            outcome = self._sheet.write_string(row, column, text, self._format(style))
        else:
            outcome = self._sheet.write_blank(row, column, None, self._format(style))
        if outcome:
            raise ValueError(f"the cell can't be written (XlsxWriter {outcome})")

    def _input(self, row: int, column: int, style: Style) -> None:
        self._sheet.write_blank(row, column, None, self._format(style, open_=True))

    def _check(self, row: int, column: int, rule: Mapping[str, object], *, hint: str) -> None:
        """Have a cell checked as it is typed, with a warning that may be overruled: the reader looks again."""
        more = {"input_message": hint, "error_title": "请再看一下", "error_message": hint, "error_type": "warning"}
        if self._sheet.data_validation(row, column, row, column, {**rule, **more}):
            raise ValueError("the rule of a cell can't be written")

    def _on_one_line(self, name: str, text: str, span: tuple[int, int], style: Style) -> Style:
        width = sum(column.width for column in form.COLUMNS[span[0] : span[1]])
        try:
            return style.sized(layout.fitted_size(text, width, style.size))
        except ValueError:
            raise NotPrintable("", name, "length", layout.longest_line(width)) from None

    def _format(self, style: Style, *, open_: bool = False) -> Any:
        key = (style, open_)
        if key not in self._formats:
            self._formats[key] = self._book.add_format(cell_properties(style) | ({"locked": False} if open_ else {}))
        return self._formats[key]


def _group_text(group: Any) -> str:
    facts = (group.part_number, group.part_title, group.item_number, group.item_title)
    text = wording.group_text(*facts)
    if wording.parse_group(text) != facts:
        raise NotPrintable("", "item_title", "wording")
    return text


def _printed_texts(row: AssignmentRow, before: AssignmentRow | None, position: int) -> tuple[str, ...]:
    """Return what is printed in the columns of ``PRINTED``; ``before`` is the row above, of the same task."""
    due = wording.ABSENT if row.due is None else f"{row.due.year}年{row.due.month}月{row.due.day}日"
    indicator = target = wording.ABSENT
    if row.indicator_id is not None and row.direction is not None:
        facts = (row.indicator_name, row.unit, row.direction, row.per, row.baseline)
        indicator, target = assignment_wording.indicator_text(facts), "" if row.target is None else plain(row.target)
        if assignment_wording.parse_indicator(indicator) != facts:
            raise NotPrintable(row.task_id, "indicator_name", "wording")
    identifier = identifier_text(row.task_id, row.indicator_id, position=position)
    text = row.task_text if before is None else wording.SAME_TASK
    return str(row.number), identifier, text, indicator, target, due
