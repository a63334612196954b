"""下达清单.xlsx: what lies in a folder of assignments, for the person who hands the files over. Unsigned."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from models.workbooks import layout

_COLUMNS: Final = (
    ("序号", 6),
    ("单位", 34),
    ("单位代码", 14),
    ("版次", 7),
    ("说明", 20),
    ("任务数", 8),
    ("指标数", 8),
    ("数据校验码", 18),
    ("文件", 52),
    ("交付时间", 14),
    ("签收人", 12),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One file of the folder."""

    unit_name: str
    unit_code: str
    version: int
    what: str
    tasks: int
    targets: int
    check_code: str
    file_name: str


def write_list(lines: Sequence[ListLine], *, at: datetime) -> bytes:
    """Write the list; the same lines at the same time give the same bytes. Texts stay texts, however they begin."""
    from models.workbooks.plain_book import PlainBook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book: Any = PlainBook(buffer, options)
    book.set_properties({"title": "下达清单", "created": at.replace(tzinfo=None)})
    face = {"font_name": layout.FONT, "font_size": layout.TABLE_SIZE, "valign": "vcenter"}
    head = book.add_format({**face, "bold": True, "border": 1, "bg_color": layout.GROUP_FILL, "align": "center"})
    text = book.add_format({**face, "border": 1, "text_wrap": True})
    count = book.add_format({**face, "border": 1, "align": "center"})
    sheet = book.add_worksheet("下达清单")
    for column, (heading, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    for row, line in enumerate(lines, start=1):
        cells = (
            row,
            line.unit_name,
            line.unit_code,
            line.version,
            line.what,
            line.tasks,
            line.targets,
            line.check_code,
            line.file_name,
            "",
            "",
        )
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, count)
            else:
                sheet.write_string(row, column, cell, text)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(lines), len(_COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(layout.PAPER_A4)
    sheet.fit_to_pages(1, 0)
    book.close()
    return buffer.getvalue()
