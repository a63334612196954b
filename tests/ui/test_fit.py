"""Every window, in both languages, light and dark, at 100 and 200 %: nothing is cut off, overlaps or stays Chinese."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tests.ui.test_translation import pairs
from ui.theme import apply_theme, code_font, text_font
from ui.tokens import Type
from ui.wording import SIGNS

SCREEN = (1366, 768)  # the smallest that there is in an office, at 100 %


@pytest.fixture(scope="module", params=[1, 2], ids=["100%", "200%"])
def report(request: pytest.FixtureRequest, template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """Have a process of that scale look at all windows."""
    scale: int = request.param
    folder = tmp_path_factory.mktemp("fit")
    home = folder / "家 home"
    shutil.copytree(template, home)
    screen = {"name": "screen", "x": 0, "y": 0, "width": SCREEN[0] * scale, "height": SCREEN[1] * scale}
    (folder / "screens.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    script = Path(__file__).with_name("fit_report.py")
    done = subprocess.run(
        [sys.executable, str(script), str(home), str(folder / "report.json")],
        env=os.environ
        | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads((folder / "report.json").read_text("utf-8"))
    assert told["scale"] == scale
    return told


def test_nothing_is_cut_off_overlaps_or_leaves_its_place(report: dict) -> None:
    assert report["found"] == []


def test_no_chinese_is_left_in_the_english_windows(report: dict) -> None:
    assert report["chinese"] == []


def test_every_character_of_the_interface_has_a_glyph(qapp: QApplication) -> None:
    apply_theme(qapp)
    texts = {text for pair in pairs() for text in pair} | set(SIGNS.values()) | {"→↓↑·…›–✓"}
    characters = {character for text in texts for character in text if not character.isspace()}
    for font in (text_font(), text_font(Type.SECONDARY, bold=True), code_font()):
        metrics = QFontMetrics(font)
        assert not [character for character in characters if not metrics.inFontUcs4(ord(character))]
