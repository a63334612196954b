"""Copies on a stick: really there, nothing of somebody else's overwritten, and said so where it fails."""

from pathlib import Path

import pytest

from models.core import verified_copy
from models.core.errors import Cancelled, EnvironmentProblem, FileMissing
from models.core.verified_copy import CopyDiffers, copy_verified


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a folder that stands for a stick."""
    folder = tmp_path / "U 盘"
    folder.mkdir()
    return folder


def made(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_files_arrive_whole(tmp_path: Path, stick: Path) -> None:
    sources = [made(tmp_path, "甲.xlsx", b"1" * 3_000_000), made(tmp_path, "乙.zip", b"")]
    told: list[tuple[int, int]] = []
    copied = copy_verified(sources, stick, progress=lambda done, total: told.append((done, total)))
    assert [(one.target.name, one.target.read_bytes()) for one in copied] == [
        ("甲.xlsx", b"1" * 3_000_000),
        ("乙.zip", b""),
    ]
    assert told == [(3_000_000, 3_000_000), (3_000_000, 3_000_000)]
    assert sorted(path.name for path in stick.iterdir()) == ["乙.zip", "甲.xlsx"]


def test_the_same_again_writes_nothing_and_another_content_takes_the_next_name(tmp_path: Path, stick: Path) -> None:
    source = made(tmp_path, "甲.xlsx", b"new")
    made(stick, "甲.xlsx", b"old")
    (first,) = copy_verified([source], stick)
    assert (first.target.name, first.was_there) == ("甲 (2).xlsx", False)
    assert (stick / "甲.xlsx").read_bytes() == b"old"
    source.write_bytes(b"old")
    (second,) = copy_verified([source], stick)
    assert (second.target.name, second.was_there) == ("甲.xlsx", True)


def test_a_stick_that_gives_back_something_else_is_found_out(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> None:
        path.write_bytes(b"what a bad stick makes of it")

    monkeypatch.setattr(verified_copy, "_forget_cached", fails)
    with pytest.raises(CopyDiffers) as raised:
        copy_verified([made(tmp_path, "甲.xlsx", b"good")], stick)
    assert raised.value.path == stick / "甲.xlsx"


def test_what_is_gone_is_named(tmp_path: Path, stick: Path) -> None:
    with pytest.raises(FileMissing):
        copy_verified([tmp_path / "没有.xlsx"], stick)
    with pytest.raises(EnvironmentProblem):
        copy_verified([made(tmp_path, "甲.xlsx", b"1")], stick / "拔掉了")


def test_a_person_can_stop_between_files(tmp_path: Path, stick: Path) -> None:
    sources = [made(tmp_path, name, name.encode()) for name in ("1.xlsx", "2.xlsx")]
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        copy_verified(sources, stick, cancelled=lambda: next(asked))
    assert [path.name for path in stick.iterdir()] == ["1.xlsx"]
