"""Files as office programs leave them: every encoding reads alike, and what is no plan is refused with its facts."""

import codecs
from pathlib import Path

import pytest

from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError
from models.plan import parse_plan, read_plan
from models.plan.decode import DamagedText, NotText, decode
from models.plan.parse import EmptyPlan, NotAPlan
from models.plan.read import MAX_FILE, MAX_SIZE

TEXT = "某局2024年工作要点\n一、抓安全\n1．管好校车。开展校车检查，共100辆。召开安全会议。\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.replace("\n", "\r\n").encode("gb18030"),
        TEXT.replace("\n", "\r").encode("utf-8"),
    ],
    ids=["utf8", "utf8-bom", "gb18030", "gbk", "16le", "16be", "16le-bare", "16be-bare", "32le", "crlf", "cr"],
)
def test_every_encoding_reads_alike(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "要点 2024.txt"
    file.write_bytes(raw)
    assert read_plan(file) == parse_plan(TEXT)


def test_utf16_without_any_latin_sign_is_recognised() -> None:
    assert decode("加强学习教育工作".encode("utf-16-be")) == "加强学习教育工作"


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"{\\rtf1", "rtf"),
        (b"\x89PNG\r\n", "image"),
        (bytes(range(256)) * 4, "binary"),
        (b"\0" * 1000, "binary"),
    ],
)
def test_other_formats_are_named(tmp_path: Path, raw: bytes, found: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(raw)
    with pytest.raises(NotText) as refused:
        read_plan(file)
    assert (refused.value.found, refused.value.path) == (found, file)


def test_a_broken_copy_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    raw = (TEXT * 20).encode("utf-8")
    file.write_bytes(raw[:100] + b"\xff" + raw[101:])
    with pytest.raises(DamagedText) as refused:
        read_plan(file)
    assert (refused.value.encoding, refused.value.path) == ("utf-8", file)
    assert 97 <= refused.value.offset <= 100


def test_a_cut_off_utf16_file_is_damaged() -> None:
    with pytest.raises(DamagedText):
        decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1])


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyPlan),
        ("\ufeff \n\u3000\n", EmptyPlan),
        ("1. Install it.\n2. Run it.\n", NotAPlan),
        ("从前有座山，山里有座庙。\n庙里有个老和尚。\n", NotAPlan),
        ("会议记录\n1．张三发言。\n2．李四发言。\n", NotAPlan),
        ("一、", NotAPlan),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, text: str, error: type[UserError]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, "utf-8")
    with pytest.raises(error) as refused:
        read_plan(file)
    assert getattr(refused.value, "path", None) == file


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(100_000_000)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr(Path, "open", never)
    with pytest.raises(FileTooLarge) as refused:
        read_plan(file)
    assert (refused.value.size, refused.value.limit) == (100_000_000, MAX_FILE)


def test_a_text_is_refused_that_is_larger_than_any_plan(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"1" * (MAX_SIZE + 1))
    with pytest.raises(FileTooLarge) as refused:
        read_plan(file)
    assert refused.value.limit == MAX_SIZE


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_plan(tmp_path / "没有.txt")
    with pytest.raises(NotAFile):
        read_plan(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(FileMissing):
        read_plan(tmp_path / "a.txt" / "b.txt")
