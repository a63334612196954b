"""The first sitting from beginning to end, as ``main.py demo`` plays it: and what it leaves, judged from outside."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "resources" / "plans" / "jining-2021.txt"
OTHERS = 10
FIRST_ROW = 6
TASK, INDICATOR, AMOUNT, STATUS, NARRATIVE = 2, 4, 6, 8, 10  # columns of the return
WORDS = {"not_started": "未启动", "in_progress": "推进中", "completed": "已完成", "behind": "滞后"}

# Starts the program with a hook that writes down every socket that Python itself makes.
WATCHED = """
import runpy, sys
log = open(sys.argv[1], "w", encoding="utf-8")
sys.addaudithook(lambda event, facts: event.startswith("socket.") and print(event, facts, file=log, flush=True))
sys.argv = ["main.py", *sys.argv[2:]]
runpy.run_path("main.py", run_name="__main__")
"""


@dataclass(frozen=True)
class Sitting:
    """One demo that was played: its folder, what it told, what it printed, and the sockets that it made."""

    folder: Path
    told: dict
    printed: str
    python_sockets: str
    system_sockets: str | None

    @property
    def returned(self) -> Path:
        return self.folder / self.told["return"]


def start(*words: object, watched: list[str] = [], timeout: int = 120) -> subprocess.CompletedProcess[str]:  # noqa: B006
    """Run a program in the checkout, without a display, in the locale of a bare machine."""
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM", "LANG", "LC_ALL"}}
    return subprocess.run(
        [*watched, sys.executable, *map(str, words)],
        cwd=ROOT,
        env=bare | {"LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


@pytest.fixture(scope="module", params=[(), ("--language", "en", "--theme", "dark")], ids=["default", "english dark"])
def sitting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sitting:
    """Play the demo under the eyes of Python's audit hook and, where it is installed, of strace."""
    base = tmp_path_factory.mktemp("演示 demo")
    folder, python_log, system_log = base / "演示", base / "python.log", base / "system.log"
    strace = shutil.which("strace")
    watched = [strace, "-f", "-qq", "-e", "trace=socket,connect", "-o", str(system_log)] if strace else []
    if strace and subprocess.run([*watched, "true"], check=False).returncode:
        watched = []  # nothing may be traced in this container
    done = start("-c", WATCHED, python_log, "demo", folder, *request.param, watched=watched)
    assert (done.returncode, done.stderr) == (0, "")
    return Sitting(
        folder=folder,
        told=json.loads((folder / "demo.json").read_text("utf-8")),
        printed=done.stdout,
        python_sockets=python_log.read_text("utf-8"),
        system_sockets=system_log.read_text("utf-8", errors="replace") if watched else None,
    )


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """The tasks of the bundled plan by their ids, as the command line tells them."""
    done = start("main.py", "plan", PLAN, "--json")
    parts = json.loads(done.stdout)["parts"]
    return {task["id"]: task for part in parts for item in part["items"] for task in item["tasks"]}


@pytest.fixture
def sheet(sitting: Sitting) -> Worksheet:
    """The signed return, read by another library."""
    return openpyxl.load_workbook(sitting.returned).worksheets[0]


def rows_of(sheet: Worksheet, task: str) -> list[list[object]]:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
    return [[None, *row] for row in rows if row[TASK - 1] == task]


def test_it_tells_what_it_did(sitting: Sitting) -> None:
    assert set(sitting.told) == {"return", "check_code", "fingerprint", "pictures", "entries"}
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}", sitting.told["check_code"])
    assert re.fullmatch(r"[0-9A-Z]{4}( [0-9A-Z]{4}){3}", sitting.told["fingerprint"])
    assert all(set(entry) == {"task", "indicator", "value", "status", "narrative"} for entry in sitting.told["entries"])
    assert sitting.told["return"] in sitting.printed
    assert sitting.told["check_code"] in sitting.printed


def test_every_quantified_task_and_ten_others_are_filled(sitting: Sitting, plan: dict[str, dict]) -> None:
    entries = sitting.told["entries"]
    quantified = {task for task, facts in plan.items() if facts["indicators"]}
    filled = {entry["task"] for entry in entries}
    assert quantified <= filled
    assert len(filled - quantified) == OTHERS
    figures = [entry for entry in entries if entry["indicator"]]
    assert len(figures) == sum(len(facts["indicators"]) for facts in plan.values())
    assert all(re.fullmatch(r"\d+(\.\d+)?", entry["value"]) for entry in figures)
    assert all(entry["value"] is None and entry["status"] for entry in entries if not entry["indicator"])


def test_what_was_typed_stands_in_the_return_as_numbers_and_words(sitting: Sitting, sheet: Worksheet) -> None:
    for entry in sitting.told["entries"]:
        rows = rows_of(sheet, entry["task"])
        position = int(entry["indicator"].rpartition("/")[2]) if entry["indicator"] else 1
        row = rows[position - 1]
        if entry["indicator"]:
            assert isinstance(row[AMOUNT], int | float)
            assert row[AMOUNT] == float(entry["value"])
        else:
            assert row[INDICATOR] == "—"
        assert row[STATUS] == WORDS[entry["status"]]
        assert rows[0][NARRATIVE] == entry["narrative"]


def test_what_was_not_typed_is_not_in_the_return(sitting: Sitting, sheet: Worksheet, plan: dict[str, dict]) -> None:
    filled = {entry["task"] for entry in sitting.told["entries"]}
    for task in plan.keys() - filled:
        rows = rows_of(sheet, task)
        assert len(rows) == 1
        assert (rows[0][STATUS], rows[0][NARRATIVE]) == (None, None)


def test_each_stage_has_its_picture(sitting: Sitting) -> None:
    stages = [name.partition("-")[2].removesuffix(".png") for name in sitting.told["pictures"]]
    assert stages == ["welcome", "window", "form", "filled", "export", "exported", "verified", "altered"]
    assert sorted(file.name for file in sitting.folder.glob("*.png")) == sitting.told["pictures"]
    for name in sitting.told["pictures"]:
        picture = QImage(str(sitting.folder / name))
        assert picture.width() >= 400
        assert picture.height() >= 200
        seen = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
        assert len(seen) > 20, f"{name} shows nothing"


def test_the_pictures_wear_the_scheme_that_was_asked_for(sitting: Sitting, request: pytest.FixtureRequest) -> None:
    window = QImage(str(sitting.folder / sitting.told["pictures"][1]))
    dark = window.pixelColor(window.width() // 2, window.height() - 60).lightness() < 128
    assert dark is ("dark" in request.node.callspec.id)


def test_another_process_says_that_the_return_is_sound(sitting: Sitting) -> None:
    done = start("main.py", "verify", sitting.returned, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert (found["check_code"], found["fingerprint"]) == (sitting.told["check_code"], sitting.told["fingerprint"])
    assert found["period"] == "2021-Q2"
    expected = start("main.py", "verify", sitting.returned, "--expect", sitting.told["fingerprint"])
    assert expected.returncode == 0


def test_another_signer_and_an_altered_figure_are_told_apart(sitting: Sitting) -> None:
    other = start("main.py", "verify", sitting.returned, "--expect", "K7QM 2XHD 9PTA VW4E")
    altered = start("main.py", "verify", sitting.folder / f"altered-{sitting.told['return']}", "--json")
    assert (other.returncode, altered.returncode) == (1, 1)
    assert json.loads(altered.stdout)["outcome"] == "altered"


def test_the_altered_cell_is_named_against_the_copy_that_was_kept(sitting: Sitting) -> None:
    path = sitting.folder / f"altered-{sitting.told['return']}"
    told = json.loads(start("main.py", "verify", path, "--against", sitting.returned, "--json").stdout)
    (difference,) = told["differences"]
    assert difference["cell"].startswith("F")
    assert int(difference["file"]) == int(difference["copy"]) + 1


def test_the_evidence_lies_beside_the_return_and_is_what_was_signed_for(sitting: Sitting) -> None:
    (paper,) = [path for path in (sitting.folder / "佐证材料").rglob("*") if path.is_file()]
    assert paper.name == "验收意见.txt"
    found = json.loads(start("main.py", "verify", sitting.returned, "--json").stdout)
    assert not [finding for finding in found["findings"] if finding["code"].startswith("evidence")]
    whole = paper.read_bytes()
    paper.write_text("不同意。", encoding="utf-8")
    altered = start("main.py", "verify", sitting.returned)
    paper.write_bytes(whole)
    assert altered.returncode == 1


def test_no_socket_is_opened(sitting: Sitting) -> None:
    assert sitting.python_sockets == ""
    if sitting.system_sockets is None:
        pytest.skip("strace is not installed, or may not trace here")
    assert not [line for line in sitting.system_sockets.splitlines() if re.search(r"AF_(?!UNIX|LOCAL)\w+", line)]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    done = start("main.py", "demo", blocked / "inside")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") <= 3
    assert "Traceback" not in done.stderr
    assert blocked.read_text("utf-8") == "in the way"
