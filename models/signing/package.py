"""The zip container of a workbook: read within bounds and in one plain form only, written in that form.

Programs disagree about odd zip files: which of two entries of one name counts, what a comment or a stray byte hides.
Nothing odd is let in, so that there is nothing to disagree about. Each byte of a file belongs to exactly one member or
to the directory at its end.

>>> read_package(write_package({"a.xml": b"<a/>"}))["a.xml"]
b'<a/>'
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from models.signing.findings import Code, Finding, Refused

STEP = 1
MAX_FILE = 4 * 1024 * 1024  # bytes; a return with 500 tasks takes about 0.2 MB
MAX_PARTS = 64
MAX_PART = 8 * 1024 * 1024  # bytes of one part, inflated; the texts of 500 tasks, all as long as may be, take 2.1
MAX_TOTAL = 12 * 1024 * 1024  # bytes of all parts, inflated
MAX_RATIO = 200  # inflated to stored; a sheet of nothing but empty cells reaches about 60
_RATIO_FREE = 65_536  # bytes that need no ratio: what little can be said may repeat itself

_DIRECTORY_END = struct.Struct("<4s4H2LH")
_DIRECTORY_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_END_MARK, _ENTRY_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED_FLAGS = 0x2041  # encrypted, strongly encrypted, masked headers
_HARMLESS_FLAGS = 0x0806  # how hard the packer tried; names are UTF-8, which ASCII is
_ZIP64_EXTRA = 0x0001
_NAME = re.compile(rb"[A-Za-z0-9_\[\]-][A-Za-z0-9_.\[\]-]*(?:/[A-Za-z0-9_\[\]-][A-Za-z0-9_.\[\]-]*)*|_rels/\.rels")
_MAX_NAME = 128


class _Entry(NamedTuple):
    """One record of the directory, field by field (APPNOTE 4.3.12)."""

    mark: bytes
    made_by: int
    needs: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    stored_size: int
    size: int
    name_length: int
    extra_length: int
    comment_length: int
    disk: int
    internal: int
    external: int
    offset: int


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    entry: _Entry


def read_package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in the order of its directory.

    The bounds hold before anything is inflated, and again while it is.

    Raises:
        Refused: it is no zip file in the plain form.
    """
    if len(data) > MAX_FILE:
        raise _refused(Code.TOO_LARGE)
    directory_start, count = _find_directory(data)
    members = _read_directory(data, directory_start, count)
    _check_names(members)
    _check_bounds(members)
    starts = _check_layout(data, members, directory_start)
    return {member.name: _inflate(data, member, start) for member, start in zip(members, starts, strict=True)}


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in the given order; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0  # the same on each system
            info.compress_type = zipfile.ZIP_DEFLATED if content else zipfile.ZIP_STORED
            archive.writestr(info, content)
    return stream.getvalue()


def claims(data: bytes, name: bytes) -> bool:
    """Tell whether a file that could not be read seems to hold a part: its name stands somewhere in the bytes."""
    return name in data


def _refused(code: Code, where: str = "") -> Refused:
    return Refused(Finding(STEP, code, where))


def _find_directory(data: bytes) -> tuple[int, int]:
    """Return where the directory starts and how many entries it has."""
    end = len(data) - _DIRECTORY_END.size
    if not data.startswith(_LOCAL_MARK):
        # Also what has a prefix: self-extracting archives and two-faced files.
        raise _refused(Code.NOT_A_PACKAGE if _END_MARK not in data else Code.BYTES_BETWEEN)
    if end < 0 or data[end : end + 4] != _END_MARK:
        found = data.rfind(_END_MARK)
        if found < 0 or found > end:
            raise _refused(Code.TRUNCATED)
        (comment_length,) = struct.unpack_from("<H", data, found + 20)
        whole = found + _DIRECTORY_END.size + comment_length == len(data)
        raise _refused(Code.ARCHIVE_COMMENT if whole else Code.BYTES_AFTER)
    _, disk, first_disk, here, count, size, start, comment_length = _DIRECTORY_END.unpack_from(data, end)
    if comment_length:
        raise _refused(Code.TRUNCATED)
    if 0xFFFF in {disk, first_disk, here, count} or 0xFFFFFFFF in {size, start}:
        raise _refused(Code.ZIP64)
    if disk or first_disk or here != count:
        raise _refused(Code.SEVERAL_DISKS)
    if count > MAX_PARTS:
        raise _refused(Code.TOO_MANY_PARTS)
    if start + size != end:
        raise _refused(Code.BYTES_BETWEEN)
    return start, count


def _read_directory(data: bytes, start: int, count: int) -> list[_Member]:
    """Read the directory, which must fill the bytes between the members and its own end record."""
    members = []
    at, end = start, len(data) - _DIRECTORY_END.size
    for _ in range(count):
        if at + _DIRECTORY_ENTRY.size > end:
            raise _refused(Code.DIRECTORY)
        entry = _Entry(*_DIRECTORY_ENTRY.unpack_from(data, at))
        if entry.mark != _ENTRY_MARK:
            raise _refused(Code.DIRECTORY)
        name_at = at + _DIRECTORY_ENTRY.size
        raw_name = data[name_at : name_at + entry.name_length]
        if len(raw_name) != entry.name_length or entry.name_length > _MAX_NAME or not _NAME.fullmatch(raw_name):
            raise _refused(Code.NAME_NOT_ALLOWED, ascii(raw_name[:_MAX_NAME].decode("utf-8", "replace"))[1:-1])
        name = raw_name.decode("ascii")
        _check_entry(name, entry, data[name_at + entry.name_length :][:2])
        members.append(_Member(name, entry))
        at = name_at + entry.name_length
    if at != end:
        raise _refused(Code.DIRECTORY)
    return members


def _check_entry(name: str, entry: _Entry, extra_kind: bytes) -> None:
    """Refuse whatever an entry could carry beside a plain stored or deflated part."""
    if entry.extra_length:
        is_zip64 = int.from_bytes(extra_kind, "little") == _ZIP64_EXTRA
        raise _refused(Code.ZIP64 if is_zip64 else Code.EXTRA_FIELD, name)
    if 0xFFFFFFFF in {entry.size, entry.stored_size, entry.offset}:
        raise _refused(Code.ZIP64, name)
    if entry.comment_length:
        raise _refused(Code.ARCHIVE_COMMENT, name)
    if entry.disk:
        raise _refused(Code.SEVERAL_DISKS, name)
    if entry.flags & _ENCRYPTED_FLAGS:
        raise _refused(Code.ENCRYPTED, name)
    if entry.flags & ~_HARMLESS_FLAGS:
        raise _refused(Code.FLAGS, name)
    if entry.method not in {_STORED, _DEFLATED}:
        raise _refused(Code.COMPRESSION_METHOD, name)
    if entry.method == _STORED and entry.size != entry.stored_size:
        raise _refused(Code.HEADERS_DIFFER, name)


def _check_names(members: list[_Member]) -> None:
    """Refuse two parts of one name, and names that differ in case only: Windows and OPC take them for one."""
    seen: dict[str, str] = {}
    for member in members:
        other = seen.setdefault(member.name.lower(), member.name)
        if other != member.name:
            raise _refused(Code.CASE_VARIANT, member.name)
    if len(seen) != len(members):
        names = [member.name for member in members]
        raise _refused(Code.DUPLICATE_NAME, next(name for name in names if names.count(name) > 1))


def _check_bounds(members: list[_Member]) -> None:
    for name, entry in ((member.name, member.entry) for member in members):
        if entry.size > MAX_PART:
            raise _refused(Code.PART_TOO_LARGE, name)
        if entry.size > _RATIO_FREE and entry.size > MAX_RATIO * entry.stored_size:
            raise _refused(Code.COMPRESSION_RATIO, name)
    if sum(member.entry.size for member in members) > MAX_TOTAL:
        raise _refused(Code.TOO_LARGE)


def _check_layout(data: bytes, members: list[_Member], directory_start: int) -> list[int]:
    """Require that the members lie end to end, and that each says of itself what the directory says of it.

    Returns where the content of each member starts, in the order of the directory.
    """
    starts = {}
    expected_at = 0
    for member in sorted(members, key=lambda member: member.entry.offset):
        name, entry = member.name, member.entry
        if entry.offset != expected_at:
            raise _refused(Code.BYTES_BETWEEN, name)
        if entry.offset + _LOCAL_HEADER.size > directory_start:
            raise _refused(Code.HEADERS_DIFFER, name)
        header = _LOCAL_HEADER.unpack_from(data, entry.offset)
        mark, needs, flags, method, time, date, crc, stored_size, size, name_length, extra_length = header
        name_at = entry.offset + _LOCAL_HEADER.size
        if extra_length:
            raise _refused(Code.EXTRA_FIELD, name)
        here = (mark, needs, flags, method, time, date, crc, stored_size, size, name_length)
        there = (_LOCAL_MARK, entry.needs, entry.flags, entry.method, entry.time, entry.date, entry.crc)
        if here != (*there, entry.stored_size, entry.size, entry.name_length):
            raise _refused(Code.HEADERS_DIFFER, name)
        if data[name_at : name_at + name_length] != name.encode():
            raise _refused(Code.HEADERS_DIFFER, name)
        starts[name] = name_at + name_length
        expected_at = starts[name] + stored_size
    if expected_at != directory_start:
        raise _refused(Code.BYTES_BETWEEN)
    return [starts[member.name] for member in members]


def _inflate(data: bytes, member: _Member, start: int) -> bytes:
    """Return the content of a member, never more than its declared size."""
    name, entry = member.name, member.entry
    stored = data[start : start + entry.stored_size]
    if entry.method == _DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflater.decompress(stored, entry.size + 1)
        except zlib.error as error:
            raise _refused(Code.COMPRESSED_DATA, name) from error
        if not inflater.eof or inflater.unused_data or inflater.unconsumed_tail or len(content) != entry.size:
            raise _refused(Code.COMPRESSED_DATA, name)
    else:
        content = stored
    if zlib.crc32(content) != entry.crc:
        raise _refused(Code.CHECKSUM, name)
    return content
