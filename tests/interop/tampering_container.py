"""Ways to tamper with the zip file around a workbook, so that programs disagree about what is in it."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

from models.signing.findings import Code, Outcome
from tests.interop.forgery import local_member, patch, with_directory_at, with_parts
from tests.interop.tampering import Table
from tests.models.signing.samples import SHEET, pack, unpack

table = Table("The zip file around it")
way = table.way

_LOCAL, _ENTRY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_FIRST = "[Content_Types].xml"


def _evil(data: bytes) -> bytes:
    raw = unpack(data)[SHEET]
    return raw.replace(b"<v>1001.25</v>", b"<v>9001.25</v>")


def _renamed(data: bytes, old: str, new: str, *, everywhere: bool = True) -> bytes:
    """Give a member a name of the same length: in both its headers, or in the directory alone."""
    assert len(old) == len(new.encode("latin-1"))
    raw_old, raw_new = old.encode(), new.encode("latin-1")
    at = data.rindex(_ENTRY + data[data.rindex(raw_old) - 42 : data.rindex(raw_old)])
    head, directory = data[:at], data[at:].replace(raw_old, raw_new, 1)
    return (head.replace(raw_old, raw_new, 1) if everywhere else head) + directory


# --- names


@way(Code.DUPLICATE_NAME, SHEET, libreoffice=True)
def a_part_twice_the_altered_one_first(data: bytes) -> bytes:
    parts = unpack(data)
    return pack([(SHEET, _evil(data)), *parts.items()])


@way(Code.DUPLICATE_NAME, SHEET)
def a_part_twice_the_altered_one_last(data: bytes) -> bytes:
    return pack([*unpack(data).items(), (SHEET, _evil(data))])


@way(Code.CASE_VARIANT, "xl/worksheets/SHEET1.xml", libreoffice=True)
def a_name_that_differs_in_case_only(data: bytes) -> bytes:
    return with_parts(data, {"xl/worksheets/SHEET1.xml": _evil(data)})


@way(Code.NAME_NOT_ALLOWED, "../xl/worksheets/sheet1.xml", libreoffice=True, poi=True)
def a_name_that_climbs_out(data: bytes) -> bytes:
    return with_parts(data, {"../xl/worksheets/sheet1.xml": _evil(data)})


@way(Code.NAME_NOT_ALLOWED, "/xl/worksheets/sheet1.xml", libreoffice=True)
def an_absolute_name(data: bytes) -> bytes:
    return with_parts(data, {"/xl/worksheets/sheet1.xml": _evil(data)})


@way(Code.NAME_NOT_ALLOWED, "xl//worksheets/sheet1.xml", libreoffice=True, poi=True)
def a_name_with_an_empty_segment(data: bytes) -> bytes:
    return with_parts(data, {"xl//worksheets/sheet1.xml": _evil(data)})


@way(Code.NAME_NOT_ALLOWED, None, poi=True)
def a_name_with_a_backslash(data: bytes) -> bytes:
    return _renamed(data, SHEET, SHEET.replace("/", "\\"))


@way(Code.NAME_NOT_ALLOWED, None)
def a_name_with_a_nul(data: bytes) -> bytes:
    return _renamed(data, SHEET, SHEET.replace("1.", "\0."))


@way(Code.NAME_NOT_ALLOWED, "xl/worksheets/sheet\\uff11.xml", libreoffice=True, poi=True)
def a_name_with_a_full_width_digit(data: bytes) -> bytes:
    return with_parts(data, {"xl/worksheets/sheet１.xml": _evil(data)})


@way(Code.NAME_NOT_ALLOWED, "xl/worksheets/sheet%31.xml", libreoffice=True, poi=True)
def a_name_with_a_percent_escape(data: bytes) -> bytes:
    return with_parts(data, {"xl/worksheets/sheet%31.xml": _evil(data)})


@way(Code.NAME_NOT_ALLOWED, "xl/", libreoffice=True, poi=True)
def a_folder_entry(data: bytes) -> bytes:
    return with_parts(data, {"xl/": b""})


@way(Code.NAME_NOT_ALLOWED, None, libreoffice=True)
def a_very_long_name(data: bytes) -> bytes:
    return with_parts(data, {"xl/" + "a" * 200: b""})


@way(Code.HEADERS_DIFFER, None)
def another_name_in_the_directory(data: bytes) -> bytes:
    return _renamed(data, SHEET, SHEET.replace("1.", "9."), everywhere=False)


# --- bytes that belong to nothing


@way(Code.BYTES_BETWEEN, "")
def bytes_before(data: bytes) -> bytes:
    return b"MZ-a-program" + data


@way(Code.BYTES_BETWEEN, "", poi=True)
def bytes_before_with_offsets_corrected(data: bytes) -> bytes:
    return with_directory_at(data, b"MZ-a-program", where="before")


@way(Code.BYTES_BETWEEN, _FIRST, libreoffice=True, poi=True)
def a_hidden_member_before_all_others(data: bytes) -> bytes:
    return with_directory_at(data, local_member(SHEET, _evil(data)), where="before")


@way(Code.BYTES_BETWEEN, "", libreoffice=True, poi=True)
def a_hidden_member_after_all_others(data: bytes) -> bytes:
    return with_directory_at(data, local_member(SHEET, _evil(data)), where="after")


@way(Code.BYTES_BETWEEN, "", libreoffice=True, poi=True)
def bytes_before_the_directory(data: bytes) -> bytes:
    return with_directory_at(data, b"hidden", where="after")


@way(Code.BYTES_AFTER, "", libreoffice=True, poi=True)
def bytes_after(data: bytes) -> bytes:
    return data + b"hidden"


@way(Code.BYTES_BETWEEN, "", poi=True)
def a_second_package_after(data: bytes) -> bytes:
    return data + pack({**unpack(data), SHEET: _evil(data)})


@way(Code.ARCHIVE_COMMENT, "", libreoffice=True, poi=True)
def a_comment_of_the_archive(data: bytes) -> bytes:
    return data[:-2] + struct.pack("<H", 6) + b"hidden"


@way(Code.ARCHIVE_COMMENT, SHEET, libreoffice=True, poi=True)
def a_comment_of_a_member(data: bytes) -> bytes:
    stream = BytesIO(data)
    with ZipFile(stream, "a") as archive:
        archive.getinfo(SHEET).comment = b"hidden"
        archive.comment = b"x"  # makes the library write the directory anew
        archive.comment = b""
    return stream.getvalue()


@way(Code.COMPRESSED_DATA, SHEET, outcome=Outcome.DAMAGED, libreoffice=True, poi=True)
def bytes_after_the_end_of_a_deflated_part(data: bytes) -> bytes:
    raw = unpack(data)[SHEET]
    stream = zlib.compressobj(wbits=-15)
    packed = stream.compress(raw) + stream.flush() + b"hidden"
    whole = pack([*((n, r) for n, r in unpack(data).items() if n != SHEET), (SHEET, packed)], method=ZIP_STORED)
    whole = patch(whole, _LOCAL, 8, "<H", 8, last=True)
    local, entry = whole.rindex(_LOCAL), whole.rindex(_ENTRY)
    facts = struct.pack("<3L", zlib.crc32(raw), len(packed), len(raw))
    whole = whole[: local + 14] + facts + whole[local + 26 :]
    whole = whole[: entry + 16] + facts + whole[entry + 28 :]
    return patch(whole, _ENTRY, 10, "<H", 8, last=True)


# --- headers


@way(Code.EXTRA_FIELD, _FIRST, libreoffice=True)
def an_extra_field_with_another_unicode_name(data: bytes) -> bytes:
    return _with_extra(data, 0x7075, b"\x01" + struct.pack("<L", zlib.crc32(_FIRST.encode())) + b"other.xml")


@way(Code.ZIP64, _FIRST, libreoffice=True, poi=True)
def an_extra_field_of_zip64(data: bytes) -> bytes:
    return _with_extra(data, 0x0001, struct.pack("<2Q", 1, 1))


@way(Code.ZIP64, "", poi=True)
def sizes_that_point_to_zip64(data: bytes) -> bytes:
    return patch(data, _END, 16, "<L", 0xFFFFFFFF, last=True)


@way(Code.HEADERS_DIFFER, _FIRST, libreoffice=True, poi=True)
def another_size_in_the_local_header(data: bytes) -> bytes:
    return patch(data, _LOCAL, 22, "<L", 7)


@way(Code.HEADERS_DIFFER, _FIRST, libreoffice=True, poi=True)
def another_date_in_the_local_header(data: bytes) -> bytes:
    return patch(data, _LOCAL, 12, "<H", 0x5021)


@way(Code.BYTES_BETWEEN, None)
def two_members_in_one_place(data: bytes) -> bytes:
    first, second = (struct.unpack_from("<L", data, at + 42)[0] for at in _entries(data)[:2])
    assert first != second
    at = _entries(data)[1]
    return data[: at + 42] + struct.pack("<L", first) + data[at + 46 :]


@way(Code.ENCRYPTED, _FIRST)
def a_part_said_to_be_encrypted(data: bytes) -> bytes:
    return patch(patch(data, _LOCAL, 6, "<H", 1), _ENTRY, 8, "<H", 1)


@way(Code.FLAGS, _FIRST, libreoffice=True, poi=True)
def sizes_after_the_data(data: bytes) -> bytes:
    return patch(patch(data, _LOCAL, 6, "<H", 8), _ENTRY, 8, "<H", 8)


@way(Code.COMPRESSION_METHOD, None, poi=True)
def another_compression(data: bytes) -> bytes:
    return pack(unpack(data), method=ZIP_BZIP2)


@way(Code.SEVERAL_DISKS, "", libreoffice=True, poi=True)
def a_directory_on_another_disk(data: bytes) -> bytes:
    return patch(data, _END, 4, "<H", 1, last=True)


@way(Code.DIRECTORY, "", poi=True)
def a_directory_with_an_entry_less(data: bytes) -> bytes:
    (count,) = struct.unpack_from("<H", data, len(data) - 12)
    return patch(data, _END, 8, "<L", (count - 1) * 0x10001, last=True)


# --- too much


@way(Code.TOO_LARGE, "", outcome=Outcome.NOT_OURS, poi=True)
def five_megabytes(data: bytes) -> bytes:
    return data + bytes(5_000_000)


@way(Code.TOO_MANY_PARTS, "", outcome=Outcome.NOT_OURS, libreoffice=True, poi=True)
def a_thousand_parts(data: bytes) -> bytes:
    return with_parts(data, {f"xl/a{number}.xml": b"" for number in range(1000)})


@way(Code.PART_TOO_LARGE, "xl/bomb.xml", outcome=Outcome.NOT_OURS, libreoffice=True, poi=True)
def a_part_of_a_hundred_megabytes(data: bytes) -> bytes:
    return with_parts(data, {"xl/bomb.xml": bytes(100_000_000)})


@way(Code.COMPRESSION_RATIO, "xl/bomb.xml", outcome=Outcome.NOT_OURS, libreoffice=True, poi=True)
def a_part_that_deflates_a_thousandfold(data: bytes) -> bytes:
    return with_parts(data, {"xl/bomb.xml": bytes(5_000_000)})


@way(Code.COMPRESSED_DATA, _FIRST, outcome=Outcome.DAMAGED, libreoffice=True, poi=True)
def a_part_larger_than_it_says(data: bytes) -> bytes:
    return patch(patch(data, _LOCAL, 22, "<L", 10), _ENTRY, 24, "<L", 10)


# --- accidents


@way(Code.TRUNCATED, "", outcome=Outcome.DAMAGED)
def cut_in_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


@way(Code.CHECKSUM, _FIRST, outcome=Outcome.DAMAGED, libreoffice=True, poi=True)
def a_wrong_checksum(data: bytes) -> bytes:
    return patch(patch(data, _LOCAL, 14, "<L", 7), _ENTRY, 16, "<L", 7)


@way(Code.NOT_A_PACKAGE, "", outcome=Outcome.NOT_OURS)
def an_empty_file(_data: bytes) -> bytes:
    return b""


@way(Code.NOT_A_PACKAGE, "", outcome=Outcome.NOT_OURS)
def a_text_file(_data: bytes) -> bytes:
    return "进展填报表".encode()


def _entries(data: bytes) -> list[int]:
    at = struct.unpack_from("<L", data, len(data) - 6)[0]
    found = []
    while data[at : at + 4] == _ENTRY:
        found.append(at)
        at += 46 + sum(struct.unpack_from("<3H", data, at + 28))
    return found


def _with_extra(data: bytes, kind: int, content: bytes) -> bytes:
    """Give the first member an extra field in the directory."""
    extra = struct.pack("<2H", kind, len(content)) + content
    at = data.index(_ENTRY)
    (name_length,) = struct.unpack_from("<H", data, at + 28)
    end = at + 46 + name_length
    data = data[: at + 30] + struct.pack("<H", len(extra)) + data[at + 32 : end] + extra + data[end:]
    (size,) = struct.unpack_from("<L", data, len(data) - 10)
    return data[:-10] + struct.pack("<L", size + len(extra)) + data[-6:]
