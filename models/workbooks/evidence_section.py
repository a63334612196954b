"""佐证材料 on the sheet: below the table a heading, the columns' names, and one row for each attached file."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from models.work.return_content import ReturnEvidence
from models.workbooks import layout, wording
from models.workbooks.layout import Flow, Style
from models.workbooks.write import SheetWriter

NUMBER, TASK_ID, NAME, SIZE, SUM = range(5)
LAST_COLUMN: Final = 12
HEADINGS: Final = ("序号", "任务编号", wording.EVIDENCE_NAME, wording.EVIDENCE_SIZE, wording.EVIDENCE_SUM)
SIZE_FORMAT: Final = '#,##0" 字节"_ '

_HEIGHT: Final = 22.5
_HEADING: Final = Style(bold=True, indent=True, fill=layout.GROUP_FILL, lines="tb")
_COLUMN: Final = Style(colour=layout.SECONDARY, align="center", lines="tb")
_CENTRED: Final = Style(align="center", lines="lrtb")
_STYLES: Final = {
    NUMBER: replace(_CENTRED, shrink=True).formatted("0"),
    TASK_ID: _CENTRED.sized(layout.TABLE_SIZE - 2),
    NAME: Style(wrap=True, indent=True, lines="lrtb"),
    SIZE: Style(size=layout.SMALL_SIZE, align="right", shrink=True, lines="lrtb").formatted(SIZE_FORMAT),
    SUM: Style(size=layout.SMALL_SIZE, indent=True, lines="ltb"),
}


def write_evidence(
    sheet: SheetWriter, flow: Flow, widths: Sequence[int], first: int, evidence: Sequence[ReturnEvidence]
) -> int:
    """Write the section, if there is anything to list, and return the row below it.

    Args:
        sheet: what is written to.
        flow: the rows as they will be printed.
        widths: of the columns, in pixels.
        first: the section's first row.
        evidence: the files, in their order.
    """
    if not evidence:
        return first
    sheet.row(first, _HEIGHT)
    sheet.text(first, 0, wording.evidence_text(len(evidence)), replace(_HEADING, lines="ltb"))
    _fill(sheet, first, 1, _HEADING)
    sheet.row(first + 1, _HEIGHT)
    for column, heading in enumerate(HEADINGS):
        style = replace(_COLUMN, align="left", indent=True) if column == SUM else _COLUMN
        sheet.text(first + 1, column, heading, replace(style, lines="ltb") if column == 0 else style)
    _fill(sheet, first + 1, SUM + 1, _COLUMN)
    flow.add(2 * _HEIGHT, keep=True)
    row = first + 2
    for file in evidence:
        style, needed = layout.fitted_cell(file.name, widths[NAME], _STYLES[NAME])
        height = max(needed, _HEIGHT)
        sheet.row(row, height)
        flow.add(height)
        sheet.number(row, NUMBER, Decimal(file.number), _STYLES[NUMBER])
        sheet.text(row, TASK_ID, file.task_id, _STYLES[TASK_ID])
        sheet.text(row, NAME, file.name, style)
        sheet.number(row, SIZE, Decimal(file.size), _STYLES[SIZE])
        sheet.text(row, SUM, file.sha256, _STYLES[SUM])
        _fill(sheet, row, SUM + 1, replace(_STYLES[SUM], lines="tb"))
        row += 1
    return row


def _fill(sheet: SheetWriter, row: int, first: int, style: Style) -> None:
    """Draw the rest of a row, over which the text before it may flow."""
    for column in range(first, LAST_COLUMN + 1):
        sheet.blank(row, column, replace(style, lines="rtb") if column == LAST_COLUMN else style)
