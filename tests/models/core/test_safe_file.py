"""Writing a file: the old one or the new one stands there, whole, and nothing is left beside it."""

import errno
import os
from pathlib import Path

import pytest

from models.core import safe_file
from models.core.errors import DiskFull, FolderMissing
from models.core.safe_file import free_name, replace_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "进展 填报表.xlsx"
    replace_file(path, b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="permissions of this sort are not Windows'")
def test_a_secret_is_never_readable_by_others(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"old")
    path.chmod(0o644)
    replace_file(path, b"new", mode=0o600)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(safe_file.os, "fsync", refuse)
    with pytest.raises(DiskFull):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.xlsx"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        replace_file(tmp_path / "gone" / "a.xlsx", b"new")


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    waits: list[float] = []
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if len(waits) < 3:
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    replace_file(path, b"new", sleep=waits.append)
    assert path.read_bytes() == b"new"
    assert len(waits) == 3


def test_the_next_free_name_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert free_name(path) == path
    path.touch()
    (tmp_path / "a (2).xlsx").touch()
    assert free_name(path) == tmp_path / "a (3).xlsx"
