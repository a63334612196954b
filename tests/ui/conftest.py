"""What the tests of the window share: an office with a real workspace and identity, copied fresh for each test."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.core.clock import FixedClock
from models.core.paths import Places
from models.plan.read import read_plan
from models.work.keys import ensure_identity
from models.work.start import start_workspace
from tests.ui.clerk import Clerk
from ui.main_window import MainWindow
from ui.operations.runner import Runner
from ui.operations.workspace import BUNDLED_PLAN, open_existing
from ui.resources import resource
from ui.settings import Settings, load_settings
from ui.theme import apply_theme

NOW = datetime(2021, 6, 13, 10, 32, 5, tzinfo=timezone(timedelta(hours=8)))
UNIT = "示例区教育和体育局"


@dataclass(frozen=True)
class Office:
    """A user's folders, a clock that stands still, and a workspace among them that nobody has open."""

    places: Places
    clock: FixedClock
    workspace: Path
    settings: Settings


def folders(home: Path) -> Places:
    """Return the folders of a user whose home has blanks and Chinese characters in its path."""
    return Places(data=home / "我的 数据", logs=home / "日志", documents=home / "文档")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one workspace with its identity; keys take too long to make them for every test."""
    home = tmp_path_factory.mktemp("office")
    places = folders(home)
    places.data.mkdir()
    path = places.data / "工作区.yaodian"
    ensure_identity(path, places=places, unit_name=UNIT, unit_code="370800", at=NOW)
    start_workspace(
        path,
        plan=read_plan(resource(BUNDLED_PLAN)),
        unit_name=UNIT,
        unit_code="370800",
        operator="王敏",
        installation_id="0" * 32,
        at=NOW,
    ).close()
    return home


@pytest.fixture
def empty_office(tmp_path: Path) -> Office:
    """The first day: folders, a clock, and nothing else."""
    places = folders(tmp_path / "家 home")
    settings = load_settings(places.data / "settings.json")
    return Office(places, FixedClock(NOW), places.data / "工作区.yaodian", settings)


@pytest.fixture
def office(empty_office: Office, template: Path) -> Office:
    """An office with a workspace of the bundled plan and a signing identity."""
    shutil.copytree(template, empty_office.places.data.parent)
    return empty_office


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    """A runner without a workspace."""
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def opened(runner: Runner, office: Office, qtbot: QtBot) -> Runner:
    """A runner with the office's workspace open."""
    with qtbot.waitCallback(timeout=10_000) as done:
        open_existing(runner, path=office.workspace, done=done, failed=pytest.fail)
    return runner


@pytest.fixture
def window(opened: Runner, office: Office, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The main window with its first board, in front."""
    if not qapp.styleSheet():
        apply_theme(qapp)
    made = MainWindow(opened, places=office.places, clock=office.clock, settings=office.settings)
    with qtbot.waitSignal(made.ready, timeout=10_000):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    for dialog in QApplication.topLevelWidgets():
        dialog.hide()
    made.hide()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def clerk(window: MainWindow, opened: Runner, office: Office, qtbot: QtBot) -> Clerk:
    """Somebody in front of the window."""
    sitting = Clerk(window, opened, office.workspace, qtbot)
    sitting.settle()
    return sitting
