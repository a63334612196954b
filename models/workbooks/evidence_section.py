"""佐证材料 on the sheet: below the table a heading, the columns' names, and one row for each attached file.

These rows have no number in the first column and no task's id in the second, so that nobody who goes through the sheet
takes them for rows of the table.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from models.work.return_content import ReturnEvidence
from models.workbooks import layout, wording
from models.workbooks.layout import Flow, Style
from models.workbooks.write import SheetWriter

MARK, NAME, SIZE, TASK_ID, SUM = 1, 2, 3, 4, 9
LAST_COLUMN: Final = 12
HEADINGS: Final = {
    MARK: wording.EVIDENCE_MARK,
    NAME: wording.EVIDENCE_NAME,
    SIZE: wording.EVIDENCE_SIZE,
    TASK_ID: wording.EVIDENCE_TASK,
    SUM: wording.EVIDENCE_SUM,
}
SIZE_FORMAT: Final = '#,##0" 字节"_ '

_HEIGHT: Final = 22.5
_HEADING: Final = Style(bold=True, indent=True, fill=layout.GROUP_FILL, lines="tb")
_SMALL: Final = Style(size=layout.SMALL_SIZE, indent=True, lines="tb")
_COLUMN: Final = replace(_SMALL, colour=layout.SECONDARY)
_STYLES: Final = {
    MARK: Style(size=layout.SMALL_SIZE, align="center", lines="tb"),
    NAME: Style(wrap=True, indent=True, lines="tb"),
    SIZE: Style(size=layout.SMALL_SIZE, align="right", shrink=True, lines="tb").formatted(SIZE_FORMAT),
    TASK_ID: _SMALL,
    SUM: _SMALL,
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
    _draw(sheet, first, _HEIGHT, _HEADING)
    sheet.text(first, 0, wording.evidence_text(len(evidence)), replace(_HEADING, lines="ltb"))
    _draw(sheet, first + 1, _HEIGHT, _COLUMN)
    for column, heading in HEADINGS.items():
        sheet.text(first + 1, column, heading, replace(_COLUMN, align=_STYLES[column].align, indent=column != MARK))
    flow.add(2 * _HEIGHT, keep=True)
    row = first + 2
    for place, file in enumerate(evidence, start=1):
        style, needed = layout.fitted_cell(file.name, widths[NAME], _STYLES[NAME])
        height = max(needed, _HEIGHT)
        _draw(sheet, row, height, _SMALL)
        flow.add(height)
        sheet.text(row, MARK, wording.evidence_mark(place), _STYLES[MARK])
        sheet.text(row, NAME, file.name, style)
        sheet.number(row, SIZE, Decimal(file.size), _STYLES[SIZE])
        id_width = sum(widths[TASK_ID:SUM])
        sheet.text(row, TASK_ID, file.task_id, _SMALL.sized(layout.fitted_size(file.task_id, id_width, _SMALL.size)))
        sum_width = sum(widths[SUM:])
        sheet.text(row, SUM, file.sha256, _SMALL.sized(layout.fitted_size(file.sha256, sum_width, _SMALL.size)))
        row += 1
    return row


def _draw(sheet: SheetWriter, row: int, height: float, style: Style) -> None:
    """Draw a row across the table, over which its texts may flow."""
    sheet.row(row, height)
    for column in range(LAST_COLUMN + 1):
        lines = {0: "ltb", LAST_COLUMN: "rtb"}.get(column, "tb")
        sheet.blank(row, column, replace(style, lines=lines))
