"""结转清单.xlsx: what is not closed, with what is left of each target, for next year's plan. Unsigned."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from models.core.numbers import plain
from models.core.vocabulary import Direction
from models.store.records import IndicatorRecord
from models.work.closures import LeftOver
from models.workbooks import layout, wording

SHEET: Final = "结转清单"
_COLUMNS: Final = (
    ("序号", 6),
    ("部分", 22),
    ("目", 5),
    ("事项", 22),
    ("任务", 42),
    ("完成时限", 12),
    ("进展状态", 10),
    ("指标", 20),
    ("单位", 7),
    ("目标值", 12),
    ("累计完成", 12),
    ("尚差", 12),
    ("进展情况", 40),
    ("存在问题", 30),
    ("下一步打算", 30),
)
_HEADING: Final = 2  # the row of it
_CEILING: Final = "上限"  # of which nothing is left to reach

Cell = str | int | Decimal


def write_left_over(lines: Sequence[LeftOver], *, unit_name: str, year: int, at: datetime) -> bytes:
    """Write the list, one row an indicator; the same list at the same time gives the same bytes.

    Texts stay texts, however they begin, and figures are figures.
    """
    from models.workbooks.plain_book import PlainBook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book: Any = PlainBook(buffer, options)
    title = f"{year}年工作要点结转清单"
    book.set_properties({"title": title, "author": unit_name, "created": at.replace(tzinfo=None)})
    face = {"font_name": layout.FONT, "font_size": layout.TABLE_SIZE, "valign": "vcenter"}
    formats = {
        "title": book.add_format({**face, "font_size": 16, "bold": True}),
        "facts": book.add_format({**face, "font_color": layout.SECONDARY}),
        "head": book.add_format(
            {**face, "bold": True, "border": 1, "bg_color": layout.HEADER_FILL, "align": "center", "text_wrap": True}
        ),
        "text": book.add_format({**face, "border": 1, "text_wrap": True}),
        "count": book.add_format({**face, "border": 1, "align": "center"}),
    }
    figures: dict[str, Any] = {}
    sheet = book.add_worksheet(SHEET)
    sheet.write_string(0, 0, title, formats["title"])
    facts = f"{unit_name}　截至{at.date().isoformat()}　未销号{len(lines)}项"
    sheet.write_string(1, 0, facts, formats["facts"])
    for column, (heading, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEADING, column, heading, formats["head"])
    row = _HEADING
    for row, cells in enumerate(_rows(lines), start=_HEADING + 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, Decimal):
                shown = layout.number_format(cell)
                if shown not in figures:
                    figures[shown] = book.add_format({**face, "border": 1, "num_format": shown})
                # XlsxWriter writes 16 significant digits of what it is handed; a Decimal of 15 stays exact.
                sheet.write_number(row, column, Decimal(plain(cell)), figures[shown])
            elif isinstance(cell, int):
                sheet.write_number(row, column, cell, formats["count"])
            elif cell:
                sheet.write_string(row, column, cell, formats["text"])
            else:
                sheet.write_blank(row, column, None, formats["text"])
    if row == _HEADING:
        sheet.write_string(_HEADING + 1, 0, wording.NOTHING, formats["facts"])
    sheet.freeze_panes(_HEADING + 1, 5)
    sheet.autofilter(_HEADING, 0, max(row, _HEADING + 1), len(_COLUMNS) - 1)
    sheet.repeat_rows(_HEADING)
    sheet.set_landscape()
    sheet.set_paper(layout.PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{unit_name.replace('&', '&&')}&R{wording.PAGES}")
    book.close()
    return buffer.getvalue()


def _rows(lines: Sequence[LeftOver]) -> Iterator[tuple[Cell, ...]]:
    for number, line in enumerate(lines, start=1):
        task, entry = line.task, line.entry
        before = (
            number,
            task.part_title,
            task.item_number,
            task.item_title,
            task.text,
            task.due.isoformat() if task.due else "",
            wording.STATUS[entry.status] if entry and entry.status else "",
        )
        said = (entry.narrative, entry.problems, entry.next_steps) if entry else ("", "", "")
        for place, indicator in enumerate(task.indicators or (None,)):
            figures = _figures(line, indicator) if indicator else ("", "", "", "", "")
            yield (*before, *figures, *(said if not place else (wording.SAME_TASK, "", "")))


def _figures(line: LeftOver, indicator: IndicatorRecord) -> tuple[Cell, ...]:
    value = line.entry.values.get(indicator.id) if line.entry else None
    reached: Cell = value.amount if value and value.amount is not None else ""
    left: Cell = {one.id: missing for one, missing in line.missing}.get(indicator.id, Decimal(0))
    if indicator.direction is Direction.AT_MOST:
        left = _CEILING
    return (indicator.name, indicator.unit, indicator.target, reached, left)
