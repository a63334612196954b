"""What a file is by its content; its ending is not asked, for a renamed file is what it was.

>>> sniff(b"%PDF-1.7 ..."), sniff("一、抓安全".encode("gb18030"))
('pdf', 'text')
"""

import re

from models.plan.documents.container import Container
from models.plan.documents.problems import ProtectedDocument, UnsupportedFormat

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024  # bytes; a mail program may have put lines before the signature
_STREAMS = (  # names of streams in an old Office container, in the order of certainty
    ("EncryptedPackage", "protected"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)


_SIGNATURES = (
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
_BEGINNING = 4096  # bytes in which markup says what it is
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<\?mso-application[^>]*>\s*|<!--.*?-->\s*)*"
    rb"(?:(?P<html><!DOCTYPE\s+html|<html[\s>]|<head[\s>]|<meta\s|<body[\s>])|(?P<xml><[A-Za-z][\w.-]*(?::[\w.-]+)?[\s>]))",
    re.IGNORECASE | re.DOTALL,
)
_LETTER = re.compile(rb"(?:From: <Saved by|MIME-Version:|Content-Type: multipart/)", re.IGNORECASE)


def sniff(raw: bytes) -> str:
    """Return ``docx``, ``xlsx``, ``pdf`` or ``text`` (which may still turn out to be none).

    Raises:
        UnsupportedFormat: it is another known format.
        ProtectedDocument: it opens with a password only.
        DamagedDocument, OversizedDocument: it is a packed file that cannot be opened.
    """
    if raw.startswith(_OLE):
        return _old_office(raw)
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(raw)
    for signature, found in _SIGNATURES:
        if raw.startswith(signature):
            raise UnsupportedFormat(found)
    _refuse_markup(raw[:_BEGINNING])
    return "pdf" if re.match(rb"[\s\S]{0,%d}%%PDF-\d" % _PDF_WITHIN, raw) and b"\0" not in raw[:5] else "text"


def _refuse_markup(beginning: bytes) -> None:
    """Refuse a web page or markup under whatever ending: programs save both as .doc and .xls."""
    text = beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _LETTER.match(text):
        raise UnsupportedFormat("html")
    if match := _MARKUP.match(text):
        raise UnsupportedFormat("html" if match["html"] or b"<html" in text.lower() else "xml")


def _old_office(raw: bytes) -> str:
    for stream, found in _STREAMS:
        if stream.encode("utf-16-le") + b"\0\0" in raw:
            if found == "protected":
                raise ProtectedDocument("office")
            raise UnsupportedFormat(found)
    raise UnsupportedFormat("ole")


def _packed(raw: bytes) -> str:
    names = Container(raw, "zip").names
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    kinds = {"OFD.xml": "ofd", "content.xml": "odf", "xl/workbook.bin": "xlsb", "ppt/presentation.xml": "ppt"}
    raise UnsupportedFormat(next((found for name, found in kinds.items() if name in names), "zip"))
