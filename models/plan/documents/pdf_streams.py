"""The packed streams of a .pdf file measured before anything unpacks them into memory.

A few kilobytes can unpack to gigabytes. Each stream is unpacked here a little at a time and to nowhere, also one that
is packed twice or written in letters first; what is packed in a way that cannot be measured so (LZW, runs) may only be
small. Pictures may be as large as they say they are, for the text layer is read without them.

A stream that is encrypted (a file that opens without a password but forbids copying) cannot be measured; PDFium itself
gives up at some hundred megabytes.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from models.plan.documents.problems import OversizedDocument

MAX_STREAM = 20_000_000  # bytes that one stream may unpack to; a whole Chinese font has that, a page's text 20,000
MAX_ALL = 80_000_000  # bytes of all streams but pictures
MAX_PICTURE = 120_000_000
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_SIZE = re.compile(rb"/(Width|Height)\s+(\d{1,6})\b")
_UNMEASURED = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b|#[0-9A-Fa-f]{2}|/Filter\s*\d")
_LARGEST_UNMEASURED = 50_000  # bytes; LZW packs a thousand times at the very best
_DEEPEST = 3  # filters on top of one another
_STEP = 1 << 20
_ZLIB = frozenset(b"x8HX(h\x18\x08")  # the first byte of what zlib packs


@dataclass(frozen=True, slots=True)
class _Stream:
    words: bytes  # its dictionary
    raw: bytes


def check_streams(raw: bytes) -> None:
    """Refuse a file with a stream that unpacks to more than any plan needs.

    Raises:
        OversizedDocument: there is one.
    """
    total = 0
    for stream in _streams(raw):
        limit = MAX_STREAM
        sizes = dict(_SIZE.findall(stream.words)) if b"/Image" in stream.words else {}
        if len(sizes) == 2:
            limit = min(MAX_PICTURE, int(sizes[b"Width"]) * int(sizes[b"Height"]) * 4 + _STEP)
        elif _UNMEASURED.search(stream.words) and len(stream.raw) > _LARGEST_UNMEASURED:
            raise OversizedDocument("unpacked")
        size = _unpacked_size(stream.raw, limit, _DEEPEST)
        total += 0 if sizes else size
        if size > limit or total > MAX_ALL:
            raise OversizedDocument("unpacked")


def _streams(raw: bytes) -> Iterator[_Stream]:
    for match in _STREAM.finditer(raw):
        begin = max(raw.rfind(b"obj", max(0, match.start() - 2000), match.start()), 0)
        end = raw.find(b"endstream", match.end())
        yield _Stream(raw[begin : match.start()], raw[match.end() : end if end >= 0 else len(raw)])


def _unpacked_size(raw: bytes, limit: int, depth: int) -> int:
    """Return how large a stream is when it is unpacked as often as it can be; more than ``limit`` is enough to know."""
    if not depth:
        return len(raw)
    letters = _from_letters(raw)
    if letters is not None:
        return max(len(raw), _unpacked_size(letters, limit, depth - 1))
    if not raw or raw[0] not in _ZLIB:
        return len(raw)
    unpacker = zlib.decompressobj()
    size, begin, waiting = 0, b"", raw
    try:
        while waiting and size <= limit and not unpacker.eof:
            piece = unpacker.decompress(waiting, _STEP)
            waiting = unpacker.unconsumed_tail
            size += len(piece)
            if size <= 4 * _STEP:
                begin += piece
    except zlib.error:
        pass  # broken further on: PDFium takes what came so far, and so does this
    return size if size > limit else max(size, len(raw), _unpacked_size(begin, limit, depth - 1) if begin else 0)


def _from_letters(raw: bytes) -> bytes | None:
    """Return what a stream in hexadecimal or in base 85 says; None if it is neither."""
    try:
        if re.fullmatch(rb"[0-9A-Fa-f\s]{8,}>?\s*", raw):
            digits = re.sub(rb"[\s>]", b"", raw)
            return binascii.unhexlify(digits[: len(digits) // 2 * 2])
        if re.fullmatch(rb"(?:<~)?[!-uz\s]{8,}~>\s*", raw):
            return base64.a85decode(raw.strip().removeprefix(b"<~").removesuffix(b"~>"))
    except ValueError:
        return None
    return None
