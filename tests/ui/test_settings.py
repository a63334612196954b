"""The settings survive a run, and nothing that is wrong with their file keeps anybody from working."""

import os
from pathlib import Path

import pytest

from ui.settings import load_settings


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "数据" / "settings.json"
    settings = load_settings(path)
    settings.workspace, settings.language, settings.theme = "/媒体/工作区.yaodian", "en", "dark"
    settings.sign_off = {"filled_by": "王敏", "phone": "0537-1234567"}
    settings.save()
    assert load_settings(path) == settings


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b'{"format": 2, "theme": "dark"}',
        b"[" * 5000,
        b'{"format": 1, "theme": "pink", "language": 7, "sign_off": {"phone": 5}, "workspace": null}',
    ],
)
def test_a_damaged_file_is_ignored(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = load_settings(path)
    assert (settings.theme, settings.language, settings.workspace, settings.sign_off) == ("system", "", "", {})


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"format": 1, "theme": "dark"}' + b" " * 200_000)
    assert load_settings(path).theme == "system"


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    settings = load_settings(blocked / "settings.json")
    settings.save()
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208
