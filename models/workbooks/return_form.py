"""进展填报表: a return as a sheet. Writes only; what is read back, and how strictly, is ``read``'s.

The visible cells are the data. Nothing is kept elsewhere in the file that a person would not see on the paper.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from models.core.vocabulary import Light
from models.signing.check_code import check_code
from models.work.return_content import ReturnContent, ReturnGroup, ReturnRow
from models.workbooks import layout, wording
from models.workbooks.canonical import canonical_of_printed
from models.workbooks.evidence_section import write_evidence
from models.workbooks.layout import Column, Flow, Style
from models.workbooks.printable import NotPrintable, as_printed
from models.workbooks.sign_off_block import CURRENT, Line
from models.workbooks.write import SheetWriter

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

TITLE_ROW, HEADER_ROW, FIRST_ROW = 0, 4, 5
COMPLETION_FORMAT = "0.00%_ "
DAY_FORMAT = 'yyyy"年"m"月"d"日"'
MOMENT_FORMAT = DAY_FORMAT + " hh:mm"

# Where each fact of the head stands; it may flow to the right up to the next one.
UNIT_NAME_CELL, UNIT_CODE_CELL, PERIOD_CELL, SEQUENCE_CELL = (1, NUMBER), (1, COMPLETION), (1, NARRATIVE), (1, NEXT)
DOCUMENT_CELL, DOCUMENT_NUMBER_CELL, SUPERSEDES_CELL = (2, NUMBER), (2, NARRATIVE), (2, NEXT)
CHECK_CODE_CELL, PLAN_ID_CELL, FINGERPRINT_CELL = (3, NUMBER), (3, INDICATOR), (3, NARRATIVE)

_FIELDS = {NARRATIVE: "narrative", PROBLEMS: "problems", NEXT: "next_steps", REMARK: "remark", AMOUNT: "no_data_reason"}

LEAST_HEIGHT = 20.0  # of any row of the table: a flat one would hide what it says
_TITLE_HEIGHT, _HEAD_HEIGHT, _LAST_HEAD_HEIGHT, _HEADER_HEIGHT, _GROUP_HEIGHT = 36.0, 17.25, 22.5, 30.0, 22.5
_LEAST_ROW = 33.0
_WIDEST_NUMBER = 84  # pixels; beyond that a number is written smaller

_TITLE = Style(size=layout.TITLE_SIZE, title=True, bold=True, align="center")
_HEAD = Style(size=layout.HEAD_SIZE)
_HEADER = Style(
    bold=True, fill=layout.HEADER_FILL, align="center", wrap=True, lines="lrtb", line_colour=layout.STRONG_LINE
)
_GROUP = Style(bold=True, indent=True, fill=layout.GROUP_FILL, lines="tb")
_TEXT = Style(wrap=True, indent=True, lines="lrtb")
_CENTRED = Style(align="center", wrap=True, lines="lrtb")
_NUMBER = Style(align="right", shrink=True, lines="lrtb")
_ABSENT = Style(align="center", colour=layout.SECONDARY, lines="lrtb")
_SAME = Style(colour=layout.SECONDARY, wrap=True, indent=True, lines="lrtb")
_LIGHTS = {
    Light.GREEN: Style(align="center", colour=layout.GREEN, fill=layout.GREEN_WASH, lines="lrtb"),
    Light.YELLOW: Style(align="center", colour=layout.YELLOW, fill=layout.YELLOW_WASH, lines="lrtb"),
    Light.RED: Style(align="center", colour=layout.RED, fill=layout.RED_WASH, lines="lrtb"),
    Light.NONE: Style(align="center", colour=layout.SECONDARY, lines="lrtb"),
}
_SMALLER = 2.0  # points by which codes and reasons stand back
_TASK_NUMBER = replace(_CENTRED, wrap=False, shrink=True).formatted("0")
_TASK_ID = _CENTRED.sized(layout.TABLE_SIZE - _SMALLER)
_NO_DATA = _TEXT.sized(layout.TABLE_SIZE - _SMALLER)
_COMPLETION = _NUMBER.formatted(COMPLETION_FORMAT)
_LABEL = Style(size=layout.HEAD_SIZE, align="right", valign="bottom")
_LINE = Style(size=layout.HEAD_SIZE, valign="bottom", lines="b", line_colour=layout.STRONG_LINE)
_DAY = replace(_LINE, shrink=True).formatted(DAY_FORMAT)
_MOMENT = replace(_LINE, shrink=True, align="left").formatted(MOMENT_FORMAT)
_NOTE = Style(size=layout.SMALL_SIZE, colour=layout.SECONDARY)


def write_return(content: ReturnContent, *, fingerprint: str) -> bytes:
    """Write a return as an unsigned package; the same content and fingerprint give the same bytes.

    Args:
        content: what the return says; it is written as ``as_printed`` shows it.
        fingerprint: of the certificate that the package will be signed with, as it is shown; printed on each page.

    Raises:
        NotPrintable: something in the content can't stand on the sheet.
    """
    printed = as_printed(content)
    form = _Form(printed, check_code(canonical_of_printed(printed)), fingerprint)
    return form.write()


def footer_left(code: str, fingerprint: str) -> str:
    """Say the two lines that tie each printed page to the file."""
    return f"{wording.CHECK_CODE}{code}\n{wording.FINGERPRINT}{fingerprint or wording.ABSENT}"


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell of a row of the table: text or a number, and how it looks if there is room."""

    value: str | Decimal
    style: Style


class _Form:
    """One return being written."""

    def __init__(self, content: ReturnContent, code: str, fingerprint: str) -> None:
        head = content.head
        self._content, self._code, self._fingerprint = content, code, fingerprint
        self._sheet = SheetWriter(
            wording.SHEET_NAME,
            title=wording.title_text(head.year, draft=head.draft),
            subject=head.period.official_name,
            author=head.unit_name,
            created=head.filled_on,
        )
        self._widths = _column_widths(content)
        self._flow = Flow()

    def write(self) -> bytes:
        """Write everything, from top to bottom."""
        self._sheet.columns(self._widths)
        self._write_head()
        row = FIRST_ROW
        for group in self._content.groups:
            row = self._write_group(row, group)
        row = write_evidence(self._sheet, self._flow, self._widths, row, self._content.evidence)
        self._write_sign_off(row)
        draft = self._content.head.draft
        top = layout.MARGIN_TOP_MARKED if draft else layout.MARGIN_TOP
        room = layout.page_room(self._widths, top=top) - _HEADER_HEIGHT
        first = room - _TITLE_HEIGHT - 2 * _HEAD_HEIGHT - _LAST_HEAD_HEIGHT
        breaks = [FIRST_ROW + index for index in self._flow.breaks(first_page=first, page=room)]
        self._sheet.page(
            header_row=HEADER_ROW,
            footer_left=footer_left(self._code, self._fingerprint),
            footer_right=wording.PAGES,
            breaks=breaks,
            mark=wording.DRAFT_HEADER if draft else "",
        )
        return self._sheet.finish(last_row=row + len(CURRENT.heights) - 1, last_column=LAST_COLUMN)

    def _write_head(self) -> None:
        head, sheet = self._content.head, self._sheet
        sheet.row(TITLE_ROW, _TITLE_HEIGHT)
        title = replace(_TITLE, colour=layout.RED) if head.draft else _TITLE
        sheet.merged_text(TITLE_ROW, LAST_COLUMN, wording.title_text(head.year, draft=head.draft), title)
        for row in range(TITLE_ROW + 1, HEADER_ROW):
            sheet.row(row, _LAST_HEAD_HEIGHT if row == HEADER_ROW - 1 else _HEAD_HEIGHT)
        sequence = wording.sequence_text(head.sequence, head.supersedes_sequence)
        facts = (
            ("unit_name", UNIT_NAME_CELL, wording.UNIT_NAME + head.unit_name, COMPLETION),
            ("unit_code", UNIT_CODE_CELL, wording.UNIT_CODE + head.unit_code, NARRATIVE),
            ("period", PERIOD_CELL, wording.PERIOD + wording.period_text(head.period), NEXT),
            ("sequence", SEQUENCE_CELL, sequence, LAST_COLUMN + 1),
            ("plan_title", DOCUMENT_CELL, wording.DOCUMENT + head.plan_title, NARRATIVE),
            ("document_number", DOCUMENT_NUMBER_CELL, wording.DOCUMENT_NUMBER + head.document_number, NEXT),
            ("supersedes", SUPERSEDES_CELL, wording.SUPERSEDES + (head.supersedes or wording.ABSENT), LAST_COLUMN + 1),
            ("check_code", CHECK_CODE_CELL, wording.CHECK_CODE + self._code, INDICATOR),
            ("plan_id", PLAN_ID_CELL, wording.PLAN_ID + head.plan_id, NARRATIVE),
            (
                "fingerprint",
                FINGERPRINT_CELL,
                wording.FINGERPRINT + (self._fingerprint or wording.ABSENT),
                LAST_COLUMN + 1,
            ),
        )
        for name, (row, column), text, until in facts:
            style = replace(_HEAD, bold=name == "check_code")
            sheet.text(row, column, text, self._on_one_line(name, text, (column, until), style))
        sheet.row(HEADER_ROW, _HEADER_HEIGHT)
        for index, heading in enumerate(COLUMNS):
            sheet.text(HEADER_ROW, index, heading.heading, _HEADER)

    def _write_group(self, row: int, group: ReturnGroup) -> int:
        text = wording.group_text(group.part_number, group.part_title, group.item_number, group.item_title)
        if wording.parse_group(text) != (group.part_number, group.part_title, group.item_number, group.item_title):
            raise NotPrintable("", "item_title", "wording")
        style = self._on_one_line("item_title", text, (0, LAST_COLUMN), _GROUP)
        self._sheet.row(row, _GROUP_HEIGHT)
        self._sheet.text(row, 0, text, replace(style, lines="ltb"))
        for column in range(1, len(COLUMNS)):
            self._sheet.blank(row, column, replace(_GROUP, lines="rtb") if column == LAST_COLUMN else _GROUP)
        self._flow.add(_GROUP_HEIGHT, keep=True)
        before: ReturnRow | None = None
        position = 0
        for line in group.rows:
            row += 1
            same = before is not None and before.task_id == line.task_id
            position = position + 1 if same else 1
            self._write_row(row, line, before if same else None, position)
            before = line
        return row + 1

    def _write_row(self, row: int, line: ReturnRow, before: ReturnRow | None, position: int) -> None:
        height = _LEAST_ROW
        for column, cell in enumerate(_row_cells(line, before, position)):
            if isinstance(cell.value, Decimal):
                style = layout.fitted_number(cell.value, self._widths[column], cell.style)
                self._sheet.number(row, column, cell.value, style)
                continue
            try:
                style, needed = layout.fitted_cell(cell.value, self._widths[column], cell.style)
            except ValueError:
                raise NotPrintable(line.task_id, _FIELDS.get(column, "task_text"), "height") from None
            self._sheet.text(row, column, cell.value, style)
            height = max(height, needed)
        self._sheet.row(row, height)
        self._flow.add(height)

    def _write_sign_off(self, first: int) -> None:
        head, sheet = self._content.head, self._sheet
        for index, height in enumerate(CURRENT.heights):
            sheet.row(first + index, height)
        # A sign-off alone on a page could be clipped to any other table: it stays with the last row.
        self._flow.keep_last()
        self._flow.add(sum(CURRENT.heights))
        for name, line in CURRENT.names.items():
            text = getattr(head.sign_off, name)
            self._write_line(first, line)
            sheet.text(first + line.row, line.column, text, self._on_one_line(name, text, _span(line), _LINE))
        for name, line in CURRENT.times.items():
            moment = getattr(head.sign_off, name)
            self._write_line(first, line)
            if moment is not None:
                sheet.moment(first + line.row, line.column, moment, _MOMENT)
        self._write_line(first, CURRENT.day)
        sheet.day(first + CURRENT.day.row, CURRENT.day.column, head.filled_on, _DAY)
        sheet.text(first + CURRENT.seal[0], CURRENT.seal[1], wording.SEAL, _LABEL)
        note = wording.DRAFT_NOTE if head.draft else wording.NOTE
        sheet.text(first + CURRENT.note[0], CURRENT.note[1], note, _NOTE)
        sheet.text(first + CURRENT.version[0], CURRENT.version[1], wording.form_text(CURRENT.form), _NOTE)

    def _write_line(self, first: int, line: Line) -> None:
        """Write a label and draw the line behind it."""
        self._sheet.text(first + line.row, line.label_column, line.label, _LABEL)
        for column in range(line.column, line.last + 1):
            self._sheet.blank(first + line.row, column, _LINE)

    def _on_one_line(self, field: str, text: str, span: tuple[int, int], style: Style) -> Style:
        """Return the look in which a text fits its columns: from the first of ``span`` up to, not with, the last."""
        width = sum(self._widths[span[0] : span[1]])
        try:
            return style.sized(layout.fitted_size(text, width, style.size))
        except ValueError:
            raise NotPrintable("", field, "length", layout.longest_line(width)) from None


def _span(line: Line) -> tuple[int, int]:
    return line.column, line.last + 1


def _row_cells(row: ReturnRow, before: ReturnRow | None, position: int) -> tuple[_Cell, ...]:
    """Lay out one row; ``before`` is the row above where that belongs to the same task."""
    return (
        _Cell(Decimal(row.number), _TASK_NUMBER),
        _Cell(_task_id_text(row, position), _TASK_ID),
        _task_cell(row, before),
        *_indicator_cells(row),
        _Cell(wording.STATUS[row.status] if row.status else "", _CENTRED),
        _Cell(wording.LIGHT[row.light], _LIGHTS[row.light]),
        _Cell(row.narrative, _TEXT),
        _Cell(row.problems, _TEXT),
        _Cell(row.next_steps, _TEXT),
        _Cell(row.remark, _TEXT),
    )


def _task_id_text(row: ReturnRow, position: int) -> str:
    """Say which task, and which indicator where that does not follow from its place."""
    if "/" in row.task_id or not row.task_id:
        raise NotPrintable(row.task_id, "task_id", "wording")
    if row.indicator_id in {None, f"{row.task_id}/{position}"}:
        return row.task_id
    if not row.indicator_id or not row.indicator_id.startswith(f"{row.task_id}/"):
        raise NotPrintable(row.task_id, "indicator_id", "wording")
    return row.indicator_id


def _task_cell(row: ReturnRow, before: ReturnRow | None) -> _Cell:
    if before is None:
        return _Cell(row.task_text, _TEXT)
    if (row.task_text, row.number, row.status) != (before.task_text, before.number, before.status):
        raise ValueError(f"the rows of task {row.task_id} differ in its wording, number or status")
    return _Cell(wording.SAME_TASK, _SAME)


def _indicator_cells(row: ReturnRow) -> tuple[_Cell, _Cell, _Cell, _Cell]:
    """Lay out indicator, target, amount and completion."""
    if row.indicator_id is None or row.direction is None:
        facts = (row.indicator_id, row.direction, row.target, row.amount, row.completion)
        if any(fact is not None for fact in facts) or row.indicator_name or row.unit or row.no_data_reason:
            raise ValueError(f"task {row.task_id} has facts of an indicator, but no indicator")
        absent = _Cell(wording.ABSENT, _ABSENT)
        return absent, absent, absent, absent
    text = wording.indicator_text(row.indicator_name, row.unit, row.direction)
    if wording.parse_indicator(text) != (row.indicator_name, row.unit, row.direction):
        raise NotPrintable(row.task_id, "indicator_name", "wording")
    if row.amount is not None and row.no_data_reason:
        raise ValueError(f"indicator {row.indicator_id} has both a figure and a reason for none")
    amount = (
        _Cell(wording.no_data_text(row.no_data_reason), _NO_DATA) if row.no_data_reason else _number_cell(row.amount)
    )
    completion = _number_cell(row.completion)
    if isinstance(completion.value, Decimal):
        completion = replace(completion, style=_COMPLETION)
    return _Cell(text, _TEXT), _number_cell(row.target), amount, completion


def _number_cell(value: Decimal | None) -> _Cell:
    if value is None:
        return _Cell("", _NUMBER)
    return _Cell(value, _NUMBER.formatted(layout.number_format(value)))


def _column_widths(content: ReturnContent) -> tuple[int, ...]:
    """Return the columns' widths: as designed, but for figures of many digits, which take from 进展情况."""
    widths = [column.width for column in COLUMNS]
    for column, name in ((TARGET, "target"), (AMOUNT, "amount")):
        values = (getattr(row, name) for group in content.groups for row in group.rows)
        numbers = (layout.number_width(value, _NUMBER) for value in values if value is not None)
        needed = min(_WIDEST_NUMBER, max(numbers, default=0))
        widths[NARRATIVE] -= max(0, needed - widths[column])
        widths[column] = max(needed, widths[column])
    return tuple(widths)
