"""A look at a file that was not let in: does it set out to be a return, and whose? For words only, never for figures.

What Excel, WPS or a stranger has saved again is no longer in our language, yet the person who holds it wants to know
that it was the second quarter's return of a certain unit. Nothing here is verified, and no XML parser runs.
"""

import html
import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from models.core.periods import Period
from models.signing.check_code import normal_check_code
from models.workbooks import wording

_MAX_FILE = 8 * 1024 * 1024
_MAX_PART = 4 * 1024 * 1024  # bytes looked at of one part
_MAX_PARTS = 200
_STRINGS = 5_000  # looked at; the head stands first, and is written before the table
_WORKBOOK = "xl/workbook.xml"
_TEXT_PARTS = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]{1,60})\.xml")
_TEXT = re.compile(rb"<(?:\w+:)?t(?: [^>]*)?>([^<]*)</")
_SHEET = re.compile(rb"<(?:\w+:)?sheet [^>]*\bname=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a file says of itself; blank or None where it does not."""

    unit_name: str = ""
    unit_code: str = ""
    period: Period | None = None
    sequence: int | None = None
    check_code: str = ""


def glance(data: bytes) -> Glimpse | None:
    """Return what a file says of itself, if it sets out to be a return at all; None for anything else.

    Never raises; looks at a bounded number of bytes.
    """
    if len(data) > _MAX_FILE:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:_MAX_PARTS]
            sheets = _SHEET.findall(_part(archive, _WORKBOOK)) if _WORKBOOK in names else []
            texts = [text for name in names if _TEXT_PARTS.fullmatch(name) for text in _texts(_part(archive, name))]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    is_named = wording.SHEET_NAME in map(_decode, sheets)
    if not is_named and not any(wording.parse_title(text) for text in texts):
        return None
    return Glimpse(
        unit_name=_after(texts, wording.UNIT_NAME),
        unit_code=_after(texts, wording.UNIT_CODE),
        period=wording.parse_period_text(_after(texts, wording.PERIOD)),
        sequence=next((numbers[0] for numbers in map(wording.parse_sequence, texts) if numbers), None),
        check_code=normal_check_code(_after(texts, wording.CHECK_CODE)) or "",
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(_MAX_PART)


def _texts(raw: bytes) -> list[str]:
    found = (match[1] for _, match in zip(range(_STRINGS), _TEXT.finditer(raw), strict=False))
    return [_decode(text) for text in found]


def _decode(raw: bytes) -> str:
    return html.unescape(raw.decode("utf-8", "replace"))


def _after(texts: list[str], label: str) -> str:
    return next((text.removeprefix(label)[:100] for text in texts if text.startswith(label)), "")
