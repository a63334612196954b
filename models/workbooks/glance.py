"""A look at a file that was not let in: as what does it set out, and whose is it? For words only, never for figures.

What Excel, WPS or a stranger has saved again is no longer in our language, yet the person who holds it wants to know
that it was the second quarter's return of a certain unit. Nothing here is verified, and no XML parser runs.
"""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from models.core.periods import Period
from models.signing.check_code import normal_check_code
from models.workbooks import assignment_wording, receipt_wording, wording
from models.workbooks.kinds import BLANK_FORM_SHEET, FORMS, Kind

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
    """What a file says of itself; blank or None where it does not.

    ``unit_name`` and ``unit_code``: of the unit that is to have signed it. ``addressee_name`` and ``addressee_code``:
    of the one that it is for, where that is not its superior. ``number``: the version of an assignment, or the
    how-manieth receipt for its return.
    """

    kind: Kind = Kind.RETURN
    unit_name: str = ""
    unit_code: str = ""
    addressee_name: str = ""
    addressee_code: str = ""
    period: Period | None = None
    sequence: int | None = None
    number: int | None = None
    check_code: str = ""


def kind_of(data: bytes) -> Kind | None:
    """Return as what a file sets out, by the name of its sheet; None for anything else.

    Nothing is verified: this only tells to which door a file has to be brought. Never raises; looks at a bounded number
    of bytes.
    """
    return _kind_of_sheets(_read(data, lambda name: name == _WORKBOOK))


def is_blank_form(data: bytes) -> bool:
    """Tell whether a file sets out as a form to be filled by hand, by the name of its sheet; as ``kind_of``."""
    return BLANK_FORM_SHEET in _sheet_names(_read(data, lambda name: name == _WORKBOOK))


def glance(data: bytes) -> Glimpse | None:
    """Return what a file says of itself, if it sets out to be one of our workbooks at all; None for anything else.

    Never raises; looks at a bounded number of bytes.
    """
    parts = _read(data, lambda name: name == _WORKBOOK or _TEXT_PARTS.fullmatch(name) is not None)
    texts = [text for name, raw in parts.items() if name != _WORKBOOK for text in _texts(raw)]
    kind = _kind_of_sheets(parts) or next((kind for kind, says in _TITLES.items() if any(map(says, texts))), None)
    return None if kind is None else _GLANCES[kind](texts)


def _glance_return(texts: list[str]) -> Glimpse:
    return Glimpse(
        kind=Kind.RETURN,
        unit_name=_after(texts, wording.UNIT_NAME),
        unit_code=_after(texts, wording.UNIT_CODE),
        period=wording.parse_period_text(_after(texts, wording.PERIOD)),
        sequence=next((numbers[0] for numbers in map(wording.parse_sequence, texts) if numbers), None),
        check_code=_check_code(texts),
    )


def _glance_assignment(texts: list[str]) -> Glimpse:
    return Glimpse(
        kind=Kind.ASSIGNMENT,
        unit_name=_after(texts, assignment_wording.SUPERIOR_NAME),
        unit_code=_after(texts, assignment_wording.SUPERIOR_CODE),
        addressee_name=_after(texts, assignment_wording.UNIT_NAME),
        addressee_code=_after(texts, wording.UNIT_CODE),
        number=next(filter(None, map(assignment_wording.parse_version, texts)), None),
        check_code=_check_code(texts),
    )


def _glance_receipt(texts: list[str]) -> Glimpse:
    unit_name, unit_code = receipt_wording.parse_unit(_after(texts, receipt_wording.SUPERIOR)) or ("", "")
    addressee_name, addressee_code = receipt_wording.parse_unit(_after(texts, receipt_wording.UNIT)) or ("", "")
    return Glimpse(
        kind=Kind.RECEIPT,
        unit_name=unit_name,
        unit_code=unit_code,
        addressee_name=addressee_name,
        addressee_code=addressee_code,
        period=wording.parse_period_text(_after(texts, wording.PERIOD)),
        sequence=next(filter(None, map(receipt_wording.parse_sequence, texts)), None),
        number=next(filter(None, map(receipt_wording.parse_number, texts)), None),
        check_code=_check_code(texts),
    )


_GLANCES: Final = {Kind.RETURN: _glance_return, Kind.ASSIGNMENT: _glance_assignment, Kind.RECEIPT: _glance_receipt}
_TITLES: Final[Mapping[Kind, Callable[[str], object]]] = {
    Kind.RETURN: wording.parse_title,
    Kind.ASSIGNMENT: assignment_wording.parse_title,
    Kind.RECEIPT: receipt_wording.parse_title,
}


def _read(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Return the beginnings of those parts of a workbook that are wanted; none of what is no workbook."""
    if len(data) > _MAX_FILE:
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:_MAX_PARTS]
            return {name: _part(archive, name) for name in names if wanted(name)}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return {}


def _kind_of_sheets(parts: Mapping[str, bytes]) -> Kind | None:
    names = _sheet_names(parts)
    return next((kind for kind, form in FORMS.items() if form.sheet_name in names), None)


def _sheet_names(parts: Mapping[str, bytes]) -> set[str]:
    return {_decode(name) for name in _SHEET.findall(parts.get(_WORKBOOK, b""))}


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


def _check_code(texts: list[str]) -> str:
    return normal_check_code(_after(texts, wording.CHECK_CODE)) or ""
