"""Workbooks, identities and signed files for tests, made once; and plain tools to take files apart and lie in them."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

import xlsxwriter

from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.signing.sign import sign

NOW = datetime(2021, 6, 25, 17, 30, tzinfo=timezone(timedelta(hours=8)))
UNIT = "任城区教育局"
CODE = "370811"
PURPOSE = "2021年第二季度进展填报表，第1号"
ROLE = "填报单位：任城区教育局（370811）"

SHEET = "xl/worksheets/sheet1.xml"
SIGNATURE = "_xmlsignatures/sig1.xml"


def workbook(rows: int = 3) -> bytes:
    """A small workbook with what a return has: protection, print titles, wrapped texts, numbers, a second sheet."""
    return _workbook(rows)


@cache
def _workbook(rows: int) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": "进展填报表", "created": NOW.replace(tzinfo=None)})
    wrapped = book.add_format({"text_wrap": True, "border": 1, "font_name": "宋体"})
    money = book.add_format({"num_format": "#,##0.00", "border": 1})
    sheet = book.add_worksheet("进展填报表")
    for column in range(6):
        sheet.write_string(0, column, f"第{column + 1}列", wrapped)
    for row in range(1, rows + 1):
        sheet.write_string(row, 0, f"任务{row} & <进展>", wrapped)
        for column in range(1, 6):
            sheet.write_number(row, column, row * 1000 + column + 0.25, money)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, rows, 5)
    sheet.set_landscape()
    sheet.freeze_panes(1, 0)
    sheet.set_footer("&L数据校验码 4F7K-9QXM-2RTC&R第&P页")
    sheet.protect()
    notes = book.add_worksheet("填报说明")
    notes.write_string(0, 0, "每季度末月25日前报送")
    book.close()
    return stream.getvalue()


@cache
def _identity(algorithm: Algorithm, code: str, twin: int) -> Identity:
    return create_identity(unit_name=UNIT, unit_code=code, at=NOW, algorithm=algorithm)


def identity(algorithm: Algorithm = Algorithm.P_256, code: str = CODE, twin: int = 0) -> Identity:
    """An identity; another ``twin`` is another key under the same names."""
    return _identity(algorithm, code, twin)


@cache
def _signed(algorithm: Algorithm, rows: int) -> bytes:
    return sign(workbook(rows), identity(algorithm), at=NOW, purpose=PURPOSE, role=ROLE)


def signed(algorithm: Algorithm = Algorithm.P_256, rows: int = 3) -> bytes:
    """A signed workbook."""
    return _signed(algorithm, rows)


def unpack(data: bytes) -> dict[str, bytes]:
    """Take a package apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def pack(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Put a package together with the standard library; names may stand twice."""
    items = parts.items() if isinstance(parts, Mapping) else parts
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in items:
            info = zipfile.ZipInfo(name, (2021, 6, 25, 17, 30, 0))
            info.compress_type = method
            archive.writestr(info, content)
    return stream.getvalue()


def utc(moment: datetime) -> datetime:
    """The same moment, as signatures state it."""
    return moment.astimezone(UTC)
