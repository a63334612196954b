"""A .pdf file's text layer as lines, page by page, through PDFium; the lines end where the page did.

PDFium knows the character maps and collections that Chinese typesetting programs presuppose (GBK-EUC-H, Adobe-GB1), see
docs/decisions/0009. Pictures are not looked at: pages without text are a scan. A table that has lines around its cells
is put together again from them, over page breaks too; that it was, is told, and so is text in columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.plan.documents.blocks import Aside, Cell, Document, Table, Why
from models.plan.documents.page_furniture import part_furniture
from models.plan.documents.page_layout import PageLayout
from models.plan.documents.pdf_streams import check_streams
from models.plan.documents.problems import DamagedDocument, OversizedDocument, ProtectedDocument, ScannedPdf
from models.plan.documents.ruled_tables import Glyph, Grid, find_grids, lines_of, table_of, words_of

_MAX_PAGES = 400
_MAX_CHARACTERS = 500_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LEAST_WORDS = 5  # characters a page; a stamp or a page number is no text layer
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ufffd\ue000-\uf8ff]")


_FIRST_SIGN = 0xF0000  # of the private signs that stand for tables while lines are sorted; no text has them


@dataclass(slots=True)
class _Page:
    """What stands on a page: its lines, with a private sign where a table stands."""

    lines: list[str]
    tables: list[Table] = field(default_factory=list)
    has_columns: bool = False


def read_pdf(raw: bytes) -> Document:
    """Read the text of all pages.

    Raises:
        ProtectedDocument: it opens with a password only.
        ScannedPdf: there is no text in it.
        DamagedDocument: it cannot be opened.
        OversizedDocument: it has more pages or unpacks to more than any plan.
    """
    check_streams(raw)
    pages = _pages(raw)
    words = sum(_count_words(page) for page in pages)
    if words < _LEAST_WORDS * max(1, len(pages)):
        raise ScannedPdf(len(pages))
    tables = [table for page in pages for table in page.tables]
    lines, furniture = part_furniture([page.lines for page in pages])
    return Document(tuple(_blocks(lines, tables)), tuple(furniture), hard_breaks=True, asides=tuple(_asides(pages)))


def _count_words(page: _Page) -> int:
    texts = [*page.lines, *(cell.text for table in page.tables for row in table.rows for cell in row)]
    return sum(sum(map(str.isalnum, _UNREADABLE.sub("", text))) for text in texts)


def _asides(pages: Sequence[_Page]) -> Iterator[Aside]:
    """Tell once of the pages with tables, and once of those with columns."""
    for why, numbers in (
        (Why.PAGE_TABLE, [number for number, page in enumerate(pages, start=1) if page.tables]),
        (Why.COLUMNS, [number for number, page in enumerate(pages, start=1) if page.has_columns]),
    ):
        if numbers:
            yield Aside(why, str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}—{numbers[-1]}")


def _blocks(lines: Sequence[str], tables: Sequence[Table]) -> Iterator[str | Table]:
    """Put tables where their signs stand; one that goes on behind a page's end becomes one again."""
    waiting: Table | None = None
    for line in lines:
        number = ord(line) - _FIRST_SIGN if len(line) == 1 else -1
        if 0 <= number < len(tables):
            table = tables[number]
            if waiting is not None and len(waiting.rows[0]) == len(table.rows[0]):
                waiting = _joined(waiting, table)
                continue
            if waiting is not None:
                yield waiting
            waiting = table
        else:
            if waiting is not None and line.strip():
                yield waiting
                waiting = None
            yield line
    if waiting is not None:
        yield waiting


def _joined(above: Table, below: Table) -> Table:
    """Put a table behind the one that it continues; a row that the page's end has parted is one row again."""
    rows = [list(row) for row in above.rows]
    head = [cell.text for cell in above.rows[0]]
    for index, row in enumerate(below.rows):
        texts = [cell.text for cell in row]
        if texts == head and index == 0:
            continue  # the header, printed on each page
        filled = sum(map(bool, texts))
        goes_on = len(rows) == len(above.rows) and not texts[0] and filled * 2 <= len(texts)
        if goes_on and _is_cut(rows[-1], texts):
            last = rows[-1]
            rows[-1] = [Cell(cell.text + text, cell.origin) for cell, text in zip(last, texts, strict=True)]
        else:
            at = len(rows) - index
            rows.append([Cell(cell.text, (cell.origin[0] + at, cell.origin[1])) for cell in row])
    return Table(tuple(map(tuple, rows)))


def _is_cut(above: Sequence[Cell], texts: Sequence[str]) -> bool:
    """Tell whether the words of a row go on in these: none of them ends a sentence above."""
    return all(cell.text and cell.text[-1] not in "。；！？" for cell, text in zip(above, texts, strict=True) if text)


def _pages(raw: bytes) -> list[_Page]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ProtectedDocument("pdf") from error
        raise DamagedDocument("pdf") from error
    try:
        if len(document) > _MAX_PAGES:
            raise OversizedDocument("pages")
        pages: list[_Page] = []
        characters = tables = 0
        for index in range(len(document)):
            page, count = _read_page(document, index, tables)
            characters += count
            tables += len(page.tables)
            pages.append(page)
            if characters > _MAX_CHARACTERS:
                raise OversizedDocument("unpacked")
        return pages
    except pypdfium2.PdfiumError as error:
        raise DamagedDocument("pdf") from error
    finally:
        document.close()


def _read_page(document: Any, index: int, tables: int) -> tuple[_Page, int]:
    """Read a page; ``tables`` is how many stand on the pages before. Return also how many characters it has."""
    page = document[index]
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > _MAX_CHARACTERS:
            raise OversizedDocument("unpacked")
        if not count:
            return _Page([]), 0
        layout = PageLayout(page, text_page)
        grids = find_grids(*layout.rules())
        if grids:
            return _page_with_tables(layout, grids, tables), count
        text = str(text_page.get_text_range(0, count))
        return _Page(_lines(text), has_columns=layout.has_columns()), count
    finally:
        text_page.close()
        page.close()


def _page_with_tables(layout: PageLayout, grids: Sequence[Grid], tables: int) -> _Page:
    """Put a page's signs into its tables, and those outside into lines, from the top."""
    glyphs = [glyph for glyph in layout.glyphs() if not _UNREADABLE.match(glyph.text)]
    inside: list[list[Glyph]] = [[] for _ in grids]
    outside: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        at = next((at for at, grid in enumerate(grids) if grid.cell_at(x, y) is not None), None)
        (outside if at is None else inside[at]).append(glyph)
    placed = [(line[0].top, words_of(line)) for line in lines_of(outside)]
    made: list[Table] = []
    for grid, signs in zip(grids, inside, strict=True):
        if signs:
            placed.append((grid.top, chr(_FIRST_SIGN + tables + len(made))))
            made.append(table_of(grid, signs))
    placed.sort(key=lambda each: -each[0])
    return _Page([line for _, line in placed], made)


def _lines(page: str) -> list[str]:
    # PDFium writes U+FFFE for a hyphen at a line's end.
    text = page.replace("\ufffe", "").replace("\r\n", "\n").replace("\r", "\n")
    return [_UNREADABLE.sub("", line).rstrip() for line in text.split("\n")]
