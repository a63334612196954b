"""One run of the window from the first start on: real windows, a real workspace, real keys."""

import contextlib
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.core.errors import Cancelled, DiskFull
from models.store.database import open_workspace
from models.store.entries import entries
from models.store.periods import current_period
from tests.ui.conftest import Office
from ui.app import Nets
from ui.session import Session
from ui.settings import load_settings

ROOT = Path(__file__).parents[2]


@contextlib.contextmanager
def session_of(office: Office) -> Iterator[Session]:
    settings = load_settings(office.settings.path)
    session = Session(places=office.places, clock=office.clock, settings=settings)
    try:
        yield session
    finally:
        session.close()
        for window in QApplication.topLevelWidgets():
            window.close()
            window.deleteLater()


def window(name: str) -> QWidget | None:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    return found[0] if found else None


def wait_window(qtbot: QtBot, name: str) -> QWidget:
    qtbot.waitUntil(lambda: window(name) is not None, timeout=30_000)
    return window(name)


def open_office(session: Session, qtbot: QtBot, path: Path | None = None) -> QWidget:
    with qtbot.waitSignal(session.ready, timeout=30_000):
        session.start(path)
    qtbot.waitUntil(lambda: session.window.page.task_id != "", timeout=10_000)
    return session.window


def test_a_newcomer_presses_enter_twice_and_works(empty_office: Office, qtbot: QtBot) -> None:
    with session_of(empty_office) as session:
        session.start(None)
        welcome = wait_window(qtbot, "welcomeDialog")
        for name in ("operatorName", "unitName"):
            qtbot.keyClick(welcome.findChild(QLineEdit, name), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: session.window is not None and session.window.isVisible(), timeout=30_000)
        assert not welcome.isVisible()
        qtbot.waitUntil(lambda: session.window.page.task_id != "", timeout=10_000)
    assert empty_office.workspace.exists()
    assert load_settings(empty_office.settings.path).workspace == str(empty_office.workspace)


def test_the_last_workspace_opens_by_itself(office: Office, qtbot: QtBot) -> None:
    moved = office.places.data / "另一个 工作区.yaodian"
    office.workspace.rename(moved)
    office.settings.workspace = str(moved)
    office.settings.save()
    with session_of(office) as session:
        assert "示例区教育和体育局" in open_office(session, qtbot).windowTitle()


def test_a_last_workspace_that_is_gone_gives_way_to_the_usual_one(office: Office, qtbot: QtBot) -> None:
    office.settings.workspace = "/拔掉的U盘/工作区.yaodian"
    office.settings.save()
    with session_of(office) as session:
        open_office(session, qtbot)


def test_a_damaged_workspace_is_told_and_a_new_one_offered(office: Office, qtbot: QtBot) -> None:
    office.workspace.write_bytes(b"overwritten by something else" * 20)
    with session_of(office) as session:
        session.start(None)
        told = wait_window(qtbot, "messageDialog")
        assert "不是要点填报的工作区" in told.findChild(QLabel, "messageHappened").text()
        qtbot.mouseClick(told.findChild(QPushButton, "newWorkspace"), Qt.MouseButton.LeftButton)
        welcome = wait_window(qtbot, "welcomeDialog")
        qtbot.keyClick(welcome.findChild(QLineEdit, "unitName"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: session.window is not None, timeout=30_000)
    assert office.workspace.read_bytes().startswith(b"overwritten")
    assert (office.places.data / "工作区 (2).yaodian").exists()


def test_what_cannot_be_made_is_told_and_the_answers_stay(empty_office: Office, qtbot: QtBot) -> None:
    with session_of(empty_office) as session:
        session.start(None)
        welcome = wait_window(qtbot, "welcomeDialog")
        welcome.choose_plan(Path("/没有/要点.txt"))
        qtbot.keyClicks(welcome.findChild(QLineEdit, "operatorName"), "Wang")
        qtbot.keyClick(welcome.findChild(QLineEdit, "unitName"), Qt.Key.Key_Return)
        told = wait_window(qtbot, "messageDialog")
        assert "要点.txt" in told.findChild(QLabel, "messageHappened").text()
        qtbot.keyClick(told, Qt.Key.Key_Return)
        assert welcome.isVisible()
        assert welcome.findChild(QLineEdit, "operatorName").text() == "Wang"
        assert welcome.findChild(QPushButton, "startButton").isEnabled()


def test_what_is_being_typed_is_kept_when_another_workspace_is_opened(office: Office, qtbot: QtBot) -> None:
    with session_of(office) as session:
        first = open_office(session, qtbot)
        editor = first.page.form.findChild(QPlainTextEdit, "narrative")
        editor.setFocus()
        qtbot.keyClicks(editor, "half typed")
        first.open_wanted.emit()
        chooser = first.findChild(QFileDialog, "workspaceFile")
        chooser.fileSelected.emit(str(office.places.data / "第二个.yaodian"))
        chooser.close()
        welcome = wait_window(qtbot, "welcomeDialog")
        qtbot.keyClick(welcome.findChild(QLineEdit, "unitName"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: session.window is not first, timeout=30_000)
        qtbot.waitUntil(lambda: not shiboken6.isValid(first))
    with open_workspace(office.workspace) as workspace:
        (entry,) = entries(workspace, current_period(workspace)).values()
        assert entry.narrative == "half typed"
    with open_workspace(office.places.data / "第二个.yaodian") as workspace:
        assert entries(workspace, current_period(workspace)) == {}


def test_turning_back_from_a_new_workspace_goes_on_with_the_old(office: Office, qtbot: QtBot) -> None:
    with session_of(office) as session:
        first = open_office(session, qtbot)
        session.start(office.places.data / "第二个.yaodian")
        welcome = wait_window(qtbot, "welcomeDialog")
        assert not first.isEnabled()
        qtbot.keyClick(welcome, Qt.Key.Key_Escape)
        assert first.isEnabled()
        assert session.window is first


def test_the_language_changes_at_once_and_is_remembered(office: Office, qtbot: QtBot) -> None:
    with session_of(office) as session:
        first = open_office(session, qtbot)
        first.language_wanted.emit("zh")
        assert session.window is not first
        assert session.window.isVisible()
        qtbot.waitUntil(lambda: not shiboken6.isValid(first))
    assert load_settings(office.settings.path).language == "zh"


def test_the_theme_changes_at_once_and_is_remembered(office: Office, qtbot: QtBot, qapp: QApplication) -> None:
    with session_of(office) as session:
        open_office(session, qtbot).theme_wanted.emit("dark")
        assert qapp.property("scheme") == "dark"
        session.window.theme_wanted.emit("system")
    assert load_settings(office.settings.path).theme == "system"


def test_unexpected_errors_are_shown_once_and_logged_without_what_was_typed(
    empty_office: Office, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with session_of(empty_office) as session, caplog.at_level(logging.ERROR):
        for number in (1, 2):
            session.show_problem(ValueError(f"'王敏' {number}"))
        told = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        assert len(told) == 1
        assert caplog.text.count("ValueError") == 2
        assert "王敏" not in caplog.text
        told[0].close()
        session.show_problem(Cancelled())
        assert window("messageDialog") is None
        session.show_problem(DiskFull(Path("/U盘/表.xlsx")))
        assert "磁盘已满" in wait_window(qtbot, "messageDialog").findChild(QLabel, "messageHappened").text()


def test_the_nets_catch_what_a_thread_drops(
    empty_office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    with session_of(empty_office) as session:
        nets = Nets(session)
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        monkeypatch.setattr(threading, "excepthook", nets._on_thread_exception)

        def fail() -> None:
            raise LookupError("lost")

        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        told = wait_window(qtbot, "messageDialog")
        assert "意外" in told.findChild(QLabel, "messageHappened").text()


PROGRAM = """
import sys
from pathlib import Path
from argparse import Namespace
from PySide6.QtCore import QTimer
from models.core.paths import Places
import ui.session
from ui.app import run_window
home = Path(sys.argv[1])
start = ui.session.Session.start
def watch(session, asked, file=None):
    session.welcomed.connect(lambda dialog: QTimer.singleShot(0, dialog.reject))
    start(session, asked)
ui.session.Session.start = watch
places = Places(home / "data", home / "logs", home / "documents")
sys.exit(run_window(Namespace(workspace=None, file=None, language="zh", theme="dark"), places=places))
"""


def test_the_program_starts_logs_and_leaves(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert "yaodian 0.1.0" in (tmp_path / "logs" / "yaodian.log").read_text(encoding="utf-8")
    assert not list((tmp_path / "data").glob("*.yaodian"))
