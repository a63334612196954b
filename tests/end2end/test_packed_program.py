"""The packed program, built the way a release is built, does the whole sitting without any Python on its path."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "resources" / "plans" / "jining-2021.txt"
BUILD_TIME, RUN_TIME = 600, 120  # seconds after which something hangs


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a user gets, under a name with blanks and Chinese."""
    there = tmp_path_factory.mktemp("程序 program")
    command = [sys.executable, ROOT / "build" / "dev.py", "package", "--distpath", there]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=BUILD_TIME, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return there / "yaodian"


@pytest.fixture(scope="module")
def demo(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the packed program's demo filled."""
    into = tmp_path_factory.mktemp("演示 demo")
    done = _start(folder, "demo", into)
    assert done.returncode == 0, done.stdout + done.stderr
    return into


def test_it_reads_the_bundled_plan(folder: Path, tmp_path: Path) -> None:
    done = _start(folder, "plan", PLAN, "--json", tmp_path / "plan.json")
    assert done.returncode == 0, done.stderr
    plan = json.loads((tmp_path / "plan.json").read_text("utf-8"))
    assert [len(plan["parts"]), sum(len(part["items"]) for part in plan["parts"])] == [6, 20]


def test_it_plays_the_whole_sitting(demo: Path) -> None:
    told = json.loads((demo / "demo.json").read_text("utf-8"))
    assert {"return", "check_code", "fingerprint", "pictures", "entries"} <= told.keys()
    assert told["entries"]
    assert (demo / told["return"]).is_file()
    assert all((demo / picture).read_bytes().startswith(b"\x89PNG") for picture in told["pictures"])


def test_it_tells_a_return_that_is_whole_from_one_that_is_not(folder: Path, demo: Path, tmp_path: Path) -> None:
    told = json.loads((demo / "demo.json").read_text("utf-8"))
    whole = (demo / told["return"]).read_bytes()
    assert _verify(folder, tmp_path / "whole.xlsx", whole, "--expect", told["fingerprint"]) == 0
    assert _verify(folder, tmp_path / "other signer.xlsx", whole, "--expect", told["fingerprint"][::-1]) == 1
    assert _verify(folder, tmp_path / "altered.xlsx", next(demo.glob("altered*.xlsx")).read_bytes()) == 1
    assert _verify(folder, tmp_path / "torn.xlsx", whole[: len(whole) // 2]) == 2
    assert _verify(folder, tmp_path / "junk.xlsx", b"not a workbook") == 2


def test_what_it_does_not_need_is_not_in_the_folder(folder: Path) -> None:
    unwanted = ("Qt6Network", "QtNetwork", "Qt6Qml", "Qt6Quick", "openpyxl", "numpy", "tkinter", "_ssl", "pytest")
    assert not [path.name for path in folder.rglob("*") if any(word in path.name for word in unwanted)]


def test_what_it_needs_is_in_the_folder(folder: Path) -> None:
    inside = {path.relative_to(folder / "_internal").as_posix() for path in (folder / "_internal").rglob("*")}
    resources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*")}
    assert resources <= inside
    assert any(name.endswith("translations/qtbase_zh_CN.qm") for name in inside)


def _verify(folder: Path, file: Path, content: bytes, *words: str) -> int:
    file.write_bytes(content)
    return _start(folder, "verify", file, *words).returncode


def _start(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Start the program as on a machine without Python: only what the system itself needs is in the environment."""
    kept = {"HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR", "SYSTEMROOT", "TEMP", "TMP"}
    program = next(_programs(folder))
    return subprocess.run(
        [program, *words],
        env={name: value for name, value in os.environ.items() if name in kept} | {"LANG": "C.UTF-8"},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=RUN_TIME,
        check=False,
    )


def _programs(folder: Path) -> Iterator[Path]:
    return (path for name in ("yaodian", "yaodian.exe") if (path := folder / name).is_file())
