"""Files that are broken, locked or meant to harm: each is refused with its reason, at once and without a traceback."""

import io
import random
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core.errors import UserError
from models.plan import read_plan
from models.plan.decode import NotText
from models.plan.documents.container import Container
from models.plan.documents.pdf_streams import check_streams
from models.plan.documents.problems import (
    DamagedDocument,
    OversizedDocument,
    ProtectedDocument,
    ScannedPdf,
    UnsafeMarkup,
    UnsupportedFormat,
)
from tests.models.plan.office_files import packed, plain_docx, text_pdf, with_part, write, xlsx

WORD = plain_docx(["某局2024年工作要点", "一、甲", "（一）乙", "开展检查。"])
BOOK = xlsx({"表": ([["序号", "工作任务", "牵头单位"], ["1", "开展检查", "甲科"]], ())})
PDF = text_pdf([["某局2024年工作要点", "一、甲", "1．乙。开展检查。"]])
DECLARED = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///c:/boot.ini">]>'
SHEET = "xl/worksheets/sheet1.xml"


def old_office(stream: str) -> bytes:
    """Return the beginning of an old container with one stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(64)


def put(raw: bytes, part: str, before: bytes, text: bytes) -> bytes:
    """Put a text before another one in a part of a packed file."""
    return with_part(raw, part, lambda data: data.replace(before, text + before, 1))


def encrypted_zip() -> bytes:
    """Return a ZIP file whose part is marked as encrypted."""
    raw = bytearray(packed({"word/document.xml": b"<a/>"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    return bytes(raw)


def pdf_with(content: bytes, filters: bytes) -> bytes:
    """Return a PDF of one page with this packed content."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj "
        b"4 0 obj<</Length " + str(len(content)).encode() + filters + b">>stream\n" + content + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


BOMB = zlib.compress(b" " * 60_000_000)
FLATE = b"/Filter/FlateDecode"
LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
LOCKED_PDF = PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt " + LOCK)

REFUSED: dict[str, tuple[Callable[[], bytes], type[UserError], str]] = {
    ".doc and .wps": (lambda: old_office("WordDocument"), UnsupportedFormat, "doc"),
    ".xls and .et": (lambda: old_office("Workbook"), UnsupportedFormat, "xls"),
    ".ppt": (lambda: old_office("PowerPoint Document"), UnsupportedFormat, "ppt"),
    "another old container": (lambda: old_office("Something"), UnsupportedFormat, "ole"),
    ".ofd": (lambda: packed({"OFD.xml": b"<a/>"}), UnsupportedFormat, "ofd"),
    ".odt": (lambda: packed({"mimetype": b"", "content.xml": b"<a/>"}), UnsupportedFormat, "odf"),
    ".xlsb": (lambda: packed({"xl/workbook.bin": b"x"}), UnsupportedFormat, "xlsb"),
    ".pptx": (lambda: packed({"ppt/presentation.xml": b"<a/>"}), UnsupportedFormat, "ppt"),
    ".zip": (lambda: packed({"a.txt": b"x"}), UnsupportedFormat, "zip"),
    ".rar": (lambda: b"Rar!\x1a\x07" + bytes(40), UnsupportedFormat, "archive"),
    "a web page saved as .doc": (
        lambda: "<html xmlns:o='urn'><head><meta charset=gb2312></head><body>一、抓安全".encode("gb18030"),
        UnsupportedFormat, "html",
    ),
    "a web page behind a declaration": (
        lambda: b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE html><html>", UnsupportedFormat, "html",
    ),
    "a web page as a letter": (
        lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related", UnsupportedFormat, "html",
    ),
    "a web page in UTF-16": (lambda: "<html><body>一、抓安全".encode("utf-16"), UnsupportedFormat, "html"),
    "Word 2003, as markup": (
        lambda: b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="a">',
        UnsupportedFormat, "xml",
    ),
    "GIF": (lambda: b"GIF89a" + bytes(40), NotText, "image"),
    "bitmap": (lambda: b"BM" + b"\x36\x10\0\0" + bytes(60), NotText, "image"),
    "Office with a password": (lambda: old_office("EncryptedPackage"), ProtectedDocument, "office"),
    "ZIP with a password": (encrypted_zip, ProtectedDocument, "office"),
    "PDF with a password": (lambda: LOCKED_PDF, ProtectedDocument, "pdf"),
    "scan": (lambda: text_pdf([["图"]] * 3, font=False), ScannedPdf, "3"),
    "cut off Word": (lambda: WORD[: len(WORD) // 2], DamagedDocument, "zip"),
    "cut off Excel": (lambda: BOOK[:-30], DamagedDocument, "zip"),
    "cut off PDF": (lambda: PDF[:200], DamagedDocument, "pdf"),
    "Word without a body": (lambda: with_part(WORD, "word/document.xml", lambda _: b"<a/>"), DamagedDocument, "docx"),
    "Word, half its text": (
        lambda: with_part(WORD, "word/document.xml", lambda data: data[:900]), DamagedDocument, "docx",
    ),
    "Word, broken lists": (
        lambda: with_part(WORD, "word/numbering.xml", lambda data: data[:90]), DamagedDocument, "docx",
    ),
    "Word, a relation to nowhere": (
        lambda: with_part(WORD, "word/_rels/document.xml.rels", lambda data: data.replace(b"styles.xml", b"no.xml")),
        DamagedDocument, "docx",
    ),
    "Word, elements without end": (
        lambda: put(WORD, "word/document.xml", b"<w:sectPr", b"<w:sdt>" * 3000), DamagedDocument, "docx",
    ),
    "Excel, a sheet that is not there": (
        lambda: with_part(BOOK, "xl/_rels/workbook.xml.rels", lambda data: data.replace(b"sheet1.xml", b"sheet9.xml")),
        DamagedDocument, "xlsx",
    ),
    "Excel, a cell that cannot be": (
        lambda: put(BOOK, SHEET, b"</sheetData>", b'<row r="9"><c r="ZZZZZ9"><v>a</v></c></row>'),
        DamagedDocument, "xlsx",
    ),
    "bomb in the text": (
        lambda: put(WORD, "word/document.xml", b"<w:sectPr", b" " * 5_000_000), OversizedDocument, "ratio",
    ),
    "bomb beside the text": (
        lambda: with_part(WORD, "word/media/a.bin", lambda _: bytes(9_000_000)), OversizedDocument, "ratio",
    ),
    "very many parts": (
        lambda: packed({"word/document.xml": b"<a/>"} | {f"{n}": b"" for n in range(3001)}),
        OversizedDocument, "parts",
    ),
    "very many cells": (
        lambda: put(BOOK, SHEET, b"</sheetData>", _rows(9000, 8)), OversizedDocument, "cells",
    ),
    "bomb in a PDF": (lambda: pdf_with(BOMB, FLATE), OversizedDocument, "unpacked"),
    "bomb in a PDF, packed twice": (
        lambda: pdf_with(zlib.compress(BOMB), b"/Filter[/FlateDecode/FlateDecode]"), OversizedDocument, "unpacked",
    ),
    "bomb in a PDF, in letters": (
        lambda: pdf_with(BOMB.hex().encode() + b">", b"/Filter[/AHx/FlateDecode]"), OversizedDocument, "unpacked",
    ),
    "large runs in a PDF": (
        lambda: pdf_with(b"\x81a" * 90_000, b"/Filter/RunLengthDecode"), OversizedDocument, "unpacked",
    ),
    "very many pages": (lambda: PDF.replace(b"/Count 1", b"/Count 999999"), OversizedDocument, "pages"),
    "entities in Word": (
        lambda: put(WORD, "word/document.xml", b"<w:document", DECLARED), UnsafeMarkup, "word/document.xml",
    ),
    "entities in a relation": (
        lambda: put(WORD, "_rels/.rels", b"<Relationships", DECLARED), UnsafeMarkup, "_rels/.rels",
    ),
    "entities in Excel": (lambda: put(BOOK, SHEET, b"<worksheet", DECLARED), UnsafeMarkup, SHEET),
    "entities in UTF-16": (
        lambda: with_part(BOOK, SHEET, lambda _: (DECLARED.decode() + "<a/>").encode("utf-16")), UnsafeMarkup, SHEET,
    ),
}  # fmt: skip


def _rows(count: int, width: int) -> bytes:
    """Return rows that don't pack too well, with a number in each cell."""
    chance = random.Random(7)
    cells = (b"".join(b"<c><v>%d</v></c>" % chance.getrandbits(40) for _ in range(width)) for _ in range(count))
    return b"".join(b"<row>" + row + b"</row>" for row in cells)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_for_what_it_is(name: str, tmp_path: Path) -> None:
    make, error, fact = REFUSED[name]
    file = write(tmp_path, "要点.docx", make())
    with pytest.raises(error) as refused:
        read_plan(file)
    assert type(refused.value) is error
    facts = vars(refused.value)
    assert facts["path"] == file
    assert fact in {str(value) for key, value in facts.items() if key != "path"}


@pytest.mark.parametrize("name", [name for name in REFUSED if "bomb" in name or "many" in name])
def test_a_bomb_takes_neither_time_nor_memory(name: str, tmp_path: Path) -> None:
    file = write(tmp_path, "a", REFUSED[name][0]())
    tracemalloc.start()
    start = process_time()
    with pytest.raises(OversizedDocument):
        read_plan(file)
    took, (_, peak) = process_time() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 3  # traced, which costs four times as much
    assert peak < 100_000_000


HARMLESS: dict[str, Callable[[], bytes]] = {
    "a merged cell as large as the sheet": lambda: put(
        BOOK, SHEET, b"<pageMargins", b'<mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'
    ),
    "a cell in the last row": lambda: put(
        BOOK, SHEET, b"</sheetData>", b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    ),
    "a row that no sheet has": lambda: put(
        BOOK, SHEET, b"</sheetData>", b'<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>'
    ),
    "a date before all time": lambda: put(
        BOOK, SHEET, b"</sheetData>", b'<row r="9"><c r="A9" s="0"><v>-99999999999999</v></c></row>'
    ),
    "a template on the network": lambda: put(
        WORD,
        "word/_rels/document.xml.rels",
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'attachedTemplate" Target="http://127.0.0.1/x.dotm" TargetMode="External"/>',
    ),
    "elements in one another": lambda: put(
        WORD, "word/document.xml", b"<w:sectPr", b"<w:sdt>" * 200 + b"</w:sdt>" * 200
    ),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_odd_but_harmless_is_read(name: str, tmp_path: Path) -> None:
    plan = read_plan(write(tmp_path, "a", HARMLESS[name]()))
    assert [task.text for task in plan.tasks] == ["开展检查"]


@pytest.mark.parametrize(
    "line",
    [
        "1" * 60_000 + "个。",
        "（" * 30_000,
        "（责任单位：甲" * 9_000,
        "（5个" * 9_000 + "）" * 9_000,
        "“甲5个" * 9_000,
        "开展" + "一" * 60_000 + "个。",
        "开展" + " " * 60_000 + "检查。",
        "6月底前" * 9_000,
        "每季度" * 9_000 + "2次。",
        "从5%提高到" * 9_000,
        "学校5个、" * 9_000,
        "分别" * 9_000 + "5个、6个。",
    ],
    ids=lambda line: line[:8],
)
def test_a_line_without_end_takes_a_moment(line: str, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", f"某局2024年工作要点\n一、甲\n1．乙。{line}\n2．丙。召开会议。\n".encode())
    start = process_time()
    plan = read_plan(file)
    assert process_time() - start < 2
    assert list(plan.tasks)[-1].text == "召开会议"


@pytest.mark.parametrize("line", ["责任单位：甲科", "开展检查5个活动（", "一、甲", "1．乙", "3", "开展检查，", "备注"])
def test_lines_without_end_take_a_moment(line: str, tmp_path: Path) -> None:
    text = "某局2024年工作要点\n一、甲\n1．乙。开展检查。\n" + f"{line}\n" * 3_000
    start = process_time()
    read_plan(write(tmp_path, "a.txt", text.encode()))
    assert process_time() - start < 2


@given(
    kind=st.sampled_from(["Word", "Excel", "PDF"]),
    places=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=6),
)
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, places: list[tuple[float, bytes]]
) -> None:
    raw = {"Word": WORD, "Excel": BOOK, "PDF": PDF}[kind]
    for place, put_in in places:
        at = int(place * len(raw))
        raw = raw[:at] + put_in + raw[at + len(put_in) :]
    file = write(tmp_path_factory.getbasetemp(), "damaged", raw)
    try:
        read_plan(file)
    except UserError as error:
        assert getattr(error, "path", file) == file


@given(
    part=st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml"]),
    at=st.floats(0, 1),
    put_in=st.text("<>/=\"' abw:numIdlvlText\0\ud800", max_size=12),
)
@settings(max_examples=40, deadline=None)
def test_damaged_markup_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, part: str, at: float, put_in: str
) -> None:
    data = put_in.encode("utf-8", "replace")
    raw = with_part(WORD, part, lambda old: old[: int(at * len(old))] + data + old[int(at * len(old)) :])
    try:
        read_plan(write(tmp_path_factory.getbasetemp(), "damaged", raw))
    except UserError as error:
        assert vars(error)


def test_two_parts_of_one_name_are_damage() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("a.xml", b"1")
        file.writestr("a.xml", b"2")
    with pytest.raises(DamagedDocument):
        Container(out.getvalue(), "zip")


def test_a_picture_may_be_as_large_as_it_says() -> None:
    picture = zlib.compress(bytes(3000 * 2400 * 3 + 4_000_000))
    check_streams(pdf_with(picture, FLATE + b"/Subtype/Image/Width 3000/Height 2400"))
    with pytest.raises(OversizedDocument):
        check_streams(pdf_with(picture, FLATE + b"/Subtype/Image/Width 30/Height 24"))
