"""A .pdf file's text layer as lines, page by page, through PDFium; the lines end where the page did.

PDFium knows the character maps and collections that Chinese typesetting programs presuppose (GBK-EUC-H, Adobe-GB1), see
docs/decisions/0009. Pictures are not looked at: pages without text are a scan.
"""

import re
from typing import Any

from models.plan.documents.blocks import Document
from models.plan.documents.page_furniture import part_furniture
from models.plan.documents.pdf_streams import check_streams
from models.plan.documents.problems import DamagedDocument, OversizedDocument, ProtectedDocument, ScannedPdf

_MAX_PAGES = 400
_MAX_CHARACTERS = 500_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LEAST_WORDS = 5  # characters a page; a stamp or a page number is no text layer
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ufffd\ue000-\uf8ff]")


def read_pdf(raw: bytes) -> Document:
    """Read the text of all pages.

    Raises:
        ProtectedDocument: it opens with a password only.
        ScannedPdf: there is no text in it.
        DamagedDocument: it cannot be opened.
        OversizedDocument: it has more pages or unpacks to more than any plan.
    """
    check_streams(raw)
    pages = _texts(raw)
    words = sum(sum(map(str.isalnum, _UNREADABLE.sub("", page))) for page in pages)
    if words < _LEAST_WORDS * max(1, len(pages)):
        raise ScannedPdf(len(pages))
    lines, furniture = part_furniture([_lines(page) for page in pages])
    return Document(tuple(lines), tuple(furniture), hard_breaks=True)


def _texts(raw: bytes) -> list[str]:
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
        texts = []
        for index in range(len(document)):
            texts.append(_page_text(document, index))
            if sum(map(len, texts)) > _MAX_CHARACTERS:
                raise OversizedDocument("unpacked")
        return texts
    except pypdfium2.PdfiumError as error:
        raise DamagedDocument("pdf") from error
    finally:
        document.close()


def _page_text(document: Any, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > _MAX_CHARACTERS:
            raise OversizedDocument("unpacked")
        return str(text_page.get_text_range(0, count)) if count else ""
    finally:
        text_page.close()
        page.close()


def _lines(page: str) -> list[str]:
    # PDFium writes U+FFFE for a hyphen at a line's end.
    text = page.replace("\ufffe", "").replace("\r\n", "\n").replace("\r", "\n")
    return [_UNREADABLE.sub("", line).rstrip() for line in text.split("\n")]
