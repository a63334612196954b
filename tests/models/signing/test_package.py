"""The container: what is read back, and that bounds hold. The odd forms stand in the tamper table (tests/interop)."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.signing.findings import Code, Refused
from models.signing.package import MAX_FILE, MAX_PARTS, MAX_RATIO, read_package, write_package
from tests.models.signing.samples import pack, signed, unpack, workbook

names = st.from_regex(r"[A-Za-z0-9_]{1,8}(/[A-Za-z0-9_]{1,8}){0,2}\.xml", fullmatch=True)
packages = st.dictionaries(names, st.binary(max_size=200), min_size=1, max_size=8).filter(
    lambda parts: len({name.lower() for name in parts}) == len(parts)
)


def _code(data: bytes) -> Code:
    with pytest.raises(Refused) as raised:
        read_package(data)
    return raised.value.findings[0].code


@given(packages)
def test_what_is_written_is_read_back_in_order(parts: dict[str, bytes]) -> None:
    """By ours and by the standard library, and twice the same bytes."""
    data = write_package(parts)
    assert list(read_package(data).items()) == list(parts.items()) == list(unpack(data).items())
    assert write_package(parts) == data


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_others_pack_plainly_is_read(method: int) -> None:
    """Stored or deflated, with dates, in another order."""
    parts = dict(reversed(unpack(signed()).items()))
    assert read_package(pack(parts, method=method)) == parts


def test_what_our_writer_makes_is_read() -> None:
    """XlsxWriter's own container."""
    assert read_package(workbook()) == unpack(workbook())


@settings(max_examples=500, deadline=None)
@given(st.integers(0, len(signed()) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_container_is_refused_or_says_the_same(at: int, noise: bytes) -> None:
    """No third way, and no other exception."""
    data = signed()[:at] + noise + signed()[at + len(noise) :]
    try:
        parts = read_package(data)
    except Refused:
        return
    assert parts == unpack(signed())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400).map(lambda noise: b"PK\x03\x04" + noise))
def test_noise_is_refused(data: bytes) -> None:
    """Also noise that begins well."""
    with pytest.raises(Refused):
        read_package(data)


def test_the_bounds() -> None:
    """One more than each."""
    assert _code(bytes(MAX_FILE + 1)) is Code.TOO_LARGE
    assert _code(pack({f"a{n}.xml": b"" for n in range(MAX_PARTS + 1)})) is Code.TOO_MANY_PARTS
    assert len(read_package(pack({f"a{n}.xml": b"" for n in range(MAX_PARTS)}))) == MAX_PARTS
    assert _code(pack({"a.xml": bytes(200_000)})) is Code.COMPRESSION_RATIO


def test_parts_that_are_too_large_together() -> None:
    """Each alone would pass."""
    part = b"".join(bytes([n % 256]) * MAX_RATIO for n in range(25_000))
    assert _code(pack({"a.xml": part, "b.xml": part, "c.xml": part})) is Code.TOO_LARGE


def test_a_part_that_says_it_is_empty_is_not_inflated_without_end() -> None:
    """zlib takes a limit of 0 for none."""
    data = bytearray(pack({"a.xml": b"a" * 50_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + at
        data[start : start + 4] = bytes(4)
    assert _code(bytes(data)) is Code.COMPRESSED_DATA


def test_an_empty_archive_is_no_package() -> None:
    """It has no member to begin with."""
    stream = BytesIO()
    zipfile.ZipFile(stream, "w").close()
    with pytest.raises(Refused):
        read_package(stream.getvalue())
