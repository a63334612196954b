"""Bytes of a text file to text, whichever of the encodings in use on office computers wrote them.

Notepad and WPS write UTF-8 (with or without a byte order mark), GB18030 (which they call ANSI) and UTF-16. Knows
nothing of plans. The order of the tests is the order of certainty:

1. a byte order mark names the encoding;
2. a signature of a known format (RTF, a picture) is no text;
3. valid UTF-8 without NUL is UTF-8: no other Chinese encoding passes that test by chance;
4. UTF-8 but for a few bytes is a damaged file, not a file in another encoding (its bytes would pass as GB18030);
5. of UTF-16 and GB18030 the one that reads as mostly Chinese wins, because each reads as rare signs in the other.

>>> decode("一、要点".encode("gb18030"))
'一、要点'
"""

import codecs
from dataclasses import dataclass
from pathlib import Path

from models.core.errors import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"RIFF", "image"),  # WebP
)
_BITMAP = (b"BM", 6, bytes(4))  # a signature of two letters, and what stands at a place behind it
_MOSTLY = 0.9  # share of everyday characters in a text; the wrong encoding stays below one half
_FEW_BAD_BYTES = 0.02


@dataclass(eq=False)
class NotText(UserError):
    """The bytes are no text.

    ``found``: ``rtf``, ``image``, or ``binary`` for anything else that ``documents.sniff`` does not know by name.
    """

    found: str
    path: Path | None = None


@dataclass(eq=False)
class DamagedText(UserError):
    """The file is text in ``encoding``, but not at the byte ``offset``: a broken copy."""

    encoding: str
    offset: int
    path: Path | None = None


def decode(raw: bytes) -> str:
    """Return the text without byte order mark, its line ends as they are.

    Raises:
        NotText: the bytes belong to another format or to none.
        DamagedText: the encoding is clear, but some bytes are broken.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_strictly(raw[len(mark) :], encoding, len(mark))
    for signature, found in _SIGNATURES:
        if raw.startswith(signature):
            raise NotText(found)
    letters, at, reserved = _BITMAP
    if raw.startswith(letters) and raw[at : at + len(reserved)] == reserved:
        raise NotText("image")
    if b"\0" not in raw:
        try:
            return _refuse_control_characters(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            if _is_damaged_utf8(raw):
                raise DamagedText("utf-8", error.start) from error
    encodings = ("utf-16-le", "utf-16-be") if b"\0" in raw else ("gb18030", "utf-16-le", "utf-16-be")
    candidates = [_try(raw, encoding) for encoding in encodings]
    best = max(candidates, key=_everyday_share)
    if _everyday_share(best) < _MOSTLY:
        raise NotText("binary")
    return _refuse_control_characters(best)


def _decode_strictly(raw: bytes, encoding: str, offset: int) -> str:
    try:
        return _refuse_control_characters(raw.decode(encoding))
    except UnicodeDecodeError as error:
        raise DamagedText(encoding, offset + error.start) from error


def _try(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_damaged_utf8(raw: bytes) -> bool:
    # A multi-byte character of UTF-8 becomes one character; every byte that belongs to none becomes U+FFFD.
    text = raw.decode("utf-8", "replace")
    good = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return text.count("\ufffd") <= max(3, _FEW_BAD_BYTES * good) and _everyday_share(text) >= _MOSTLY and good > 0


def _refuse_control_characters(text: str) -> str:
    odd = sum(1 for c in text if c < " " and c not in "\t\n\v\f\r")
    if odd * 100 > len(text):
        raise NotText("binary")
    return text


def _everyday_share(text: str) -> float:
    return sum(map(_is_everyday, text)) / len(text) if text else 0.0


def _is_everyday(c: str) -> bool:
    """Tell Chinese, its punctuation and full-width forms, and ASCII from the rest of Unicode."""
    return (
        "\u4e00" <= c <= "\u9fff"
        or " " <= c <= "~"
        or c in "\t\n\v\f\r·—…‘’“”"
        or "\u3000" <= c <= "\u303f"
        or "\uff00" <= c <= "\uffef"
        or "\u2000" <= c <= "\u22ff"
        or "\u2460" <= c <= "\u249b"
        or "\u3220" <= c <= "\u32ff"
    )
