"""Forms filled as people do, and what office programs make of them; by cells' addresses on the small assignment's."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from models.core.periods import Period, PeriodKind
from models.workbooks.blank_form import write_blank_form
from tests.models.workbooks.exchange_samples import small_assignment

PERIOD = Period(2021, PeriodKind.QUARTER, 2)
SHEET_PART = "xl/worksheets/sheet1.xml"

# Where the small assignment's rows are: 33 in rows 9 and 10, 34 in 11, 81 in 13, 82 in 14; the foot begins in 15.
FILLED: dict[str, object] = {
    "L2": 2,
    "G9": 6,
    "H9": "推进中",
    "I9": "6所完成改造。\n已验收。",
    "J9": "资金有缺口",
    "K9": "7月招标",
    "L9": "无",
    "G10": "无数据：未统计",
    "G11": 3,
    "H11": "已完成",
    "G13": 45.5,
    "H13": "推进中",
    "H14": "滞后",
    "I14": "正在征求意见",
    "D16": "王小明",
    "I16": "0537-1234567",
    "K16": date(2021, 6, 24),
    "D17": "李华",
    "I17": "赵强",
}

Change = Callable[[Worksheet], object]


def blank() -> bytes:
    """The form of the small assignment, as it is sent out."""
    return write_blank_form(small_assignment(), PERIOD)


def filled(more: Mapping[str, object] | None = None, *, change: Change | None = None, data: bytes = b"") -> bytes:
    """Fill the form in through openpyxl, as above and with ``more`` in some cells; ``change`` does the rest."""
    book = openpyxl.load_workbook(io.BytesIO(data or blank()))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for cell, value in (FILLED | dict(more or {})).items():
        sheet[cell] = value  # type: ignore[assignment]
    if change:
        change(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, edit: Callable[[bytes], bytes], name: str = SHEET_PART) -> bytes:
    """Change one part of a file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for one in source.namelist():
            raw = source.read(one)
            target.writestr(one, edit(raw) if one == name else raw)
    return stream.getvalue()


def as_wps_saves(data: bytes) -> bytes:
    """Let the sheet claim to hold one cell only."""
    return with_part(data, lambda raw: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', raw))


def with_cached(data: bytes, cell: str, value: str) -> bytes:
    """Put the value that a program has computed beside the formula in a cell."""
    pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/>|(<c r="{cell}"[^>]*><f>[^<]*</f>)<v></v>'.encode()

    def put(raw: bytes) -> bytes:
        changed, count = re.subn(pattern, lambda m: (m[1] or m[2]) + f"<v>{value}</v>".encode(), raw)
        assert count == 1, raw[-2000:]
        return changed

    return with_part(data, put)
