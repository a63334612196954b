"""Files as offices make them, for the tests: Word's own numbering, tables with merged cells, sheets, pages."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import docx
import openpyxl
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Rows = Sequence[Sequence[str]]
Merges = Sequence[tuple[int, int, int, int]]  # first row, first column, last row, last column; counted from 0


def docx_bytes(document: WordDocument) -> bytes:
    """Save a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def plain_docx(lines: Sequence[str]) -> bytes:
    """Write paragraphs with their numbers typed by hand."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return docx_bytes(document)


def level(index: int, number_format: str, text: str, *, start: int = 1, more: str = "") -> str:
    """Write one level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered_docx(
    paragraphs: Sequence[tuple[str, int | None, int]],
    levels: Sequence[str],
    *,
    lists: Mapping[int, str] | None = None,
    prepare: Callable[[WordDocument], None] | None = None,
) -> bytes:
    """Write paragraphs that Word numbers.

    Args:
        paragraphs: words, level (None: no number) and list.
        levels: of the one abstract list.
        lists: what is overridden in each list, as markup; list 1 overrides nothing.
        prepare: changes the document before it is saved.
    """
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'))
    for number, override in ({1: ""} | dict(lists or {})).items():
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="7"/>{override}</w:num>')
        )
    for words, depth, number in paragraphs:
        paragraph = document.add_paragraph(words)
        if depth is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
            )
    if prepare:
        prepare(document)
    return docx_bytes(document)


def table_docx(before: Sequence[str], rows: Rows, merges: Merges = (), behind: Sequence[str] = ()) -> bytes:
    """Write a table between paragraphs; merged cells keep the text of the first."""
    document = docx.Document()
    for line in before:
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for top, left, bottom, right in merges:
        for r in range(top, bottom + 1):
            for c in range(left, right + 1):
                if (r, c) != (top, left):
                    table.cell(r, c).text = ""
        table.cell(top, left).merge(table.cell(bottom, right))
    for line in behind:
        document.add_paragraph(line)
    return docx_bytes(document)


def xlsx(sheets: Mapping[str, tuple[Rows, Merges]], *, hidden: Sequence[str] = ()) -> bytes:
    """Write a workbook; each sheet has rows and merged ranges."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, (rows, merges) in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for top, left, bottom, right in merges:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        if name in hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a packed file with one part changed; a part that is missing is added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry.filename)
            target.writestr(entry.filename, change(data) if entry.filename == name else data)
        if name not in source.namelist():
            target.writestr(name, change(b""))
    return out.getvalue()


def strict(markup: bytes) -> bytes:
    """Write a part as the strict form names things."""
    for room in (b"spreadsheetml", b"officeDocument", b"wordprocessingml"):
        markup = markup.replace(
            b"http://schemas.openxmlformats.org/%s/2006/" % room, b"http://purl.oclc.org/ooxml/%s/" % room
        )
    return markup


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Write a ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return out.getvalue()


def write(folder: Path, name: str, raw: bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(raw)
    return path


def paragraph_of(document: WordDocument, words: str) -> object:
    """Return the markup of the one paragraph with these words."""
    (found,) = [each for each in document.paragraphs if words in each.text]
    return found._p


def text_pdf(pages: Sequence[Sequence[str]], *, font: bool = True) -> bytes:
    """Write a PDF as Chinese typesetting programs do: a font that is not embedded, its characters named in GBK.

    Args:
        pages: lines of each page, from the top.
        font: False leaves the pages without any text, as those of a scan.
    """
    contents = [
        b"".join(written(line, 72, 760 - 20 * at) for at, line in enumerate(lines) if line and font) for lines in pages
    ]
    return pdf_of(contents)


def written(words: str, x: float, y: float) -> bytes:
    """Write words at a place of a page, for ``pdf_of``."""
    return b"BT /F1 12 Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (x, y, words.encode("gbk").hex().encode())


def ruled_table(rows: Rows, widths: Sequence[float], *, top: float = 740, merged: Merges = ()) -> bytes:
    """Write a table with lines around its cells as typesetting programs do: column by column, words broken at edges.

    ``merged`` are as for ``table_docx``; ``widths`` are in points.
    """
    lines: dict[tuple[int, int], list[str]] = {}
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            room = int((widths[c] - 10) // 12)
            pieces = words.split("\n")
            lines[r, c] = [piece[at : at + room] for piece in pieces for at in range(0, len(piece), room)]
    heights = [14 * max(1, *(len(lines[r, c]) for c in range(len(widths)))) + 6 for r in range(len(rows))]
    ys = [top - sum(heights[:r]) for r in range(len(rows) + 1)]
    xs = [50 + sum(widths[:c]) for c in range(len(widths) + 1)]
    inner = {(r, c): (r0, c0) for r0, c0, r1, c1 in merged for r in range(r0, r1 + 1) for c in range(c0, c1 + 1)}
    out = b""
    for c in range(len(widths)):
        for r in range(len(rows)):
            for at, piece in enumerate(lines[r, c]):
                out += written(piece, xs[c] + 5, ys[r] - 14 * (at + 1))
    for r in range(len(rows)):
        for c in range(len(widths)):
            above, before = inner.get((r - 1, c)), inner.get((r, c - 1))
            if above is None or above != inner.get((r, c)):
                out += b"%g %g m %g %g l S\n" % (xs[c], ys[r], xs[c + 1], ys[r])
            if before is None or before != inner.get((r, c)):
                out += b"%g %g m %g %g l S\n" % (xs[c], ys[r], xs[c], ys[r + 1])
    return out + b"%g %g m %g %g l S\n%g %g m %g %g l S\n" % (
        *(xs[0], ys[-1], xs[-1], ys[-1]),
        *(xs[-1], ys[0], xs[-1], ys[-1]),
    )


def pdf_of(contents: Sequence[bytes], *, turned: int = 0) -> bytes:
    """Write a PDF whose pages hold these drawing operators; ``turned`` is by how many degrees they are shown turned."""
    count = len(contents)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(count))),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /FontDescriptor 5 0 R /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        b"/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    for number, drawn in enumerate(contents):
        content = zlib.compress(drawn)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (turned, 7 + 2 * number)
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(content) + content + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for index, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % index + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    )


def printed_pages(text: str, *, columns: int, rows: int, numbers: bool = True) -> list[list[str]]:
    """Break a text into lines of so many characters and pages of so many lines, as printing does."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += [paragraph[at : at + columns] for at in range(0, len(paragraph), columns)]
    pages = [lines[at : at + rows] for at in range(0, len(lines), rows)]
    return [[*page, f"— {number} —"] if numbers else page for number, page in enumerate(pages, start=1)]
