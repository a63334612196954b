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
    return "pdf" if re.match(rb"[\s\S]{0,%d}%%PDF-\d" % _PDF_WITHIN, raw) and b"\0" not in raw[:5] else "text"


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
