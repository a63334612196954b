"""The progress dialog: late, true, one for all, and its cancel works."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from models.core.errors import Cancelled
from ui.dialogs.progress_dialog import DialogPresenter, ProgressDialog
from ui.operations.runner import Runner
from ui.operations.task import Task


@pytest.fixture(autouse=True)
def _nothing_left_on_the_screen(qtbot: QtBot) -> None:
    """On a busy machine another test's slow work may have shown a dialog that is still there."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, ProgressDialog):
            widget.hide()


def shown() -> ProgressDialog | None:
    """Return the dialog that is on the screen."""
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressDialog) and w.isVisible()]
    return dialogs[0] if dialogs else None


def test_work_that_is_quick_shows_nothing(qtbot: QtBot) -> None:
    presenter = DialogPresenter(delay=60_000)
    task = Task("快", can_cancel=False)
    presenter.begin(task)
    presenter.end(task)
    assert shown() is None


def test_two_at_once_share_a_dialog_until_the_last_is_over(qtbot: QtBot) -> None:
    presenter = DialogPresenter(delay=0)
    first, second = Task("第一件", can_cancel=False), Task("第二件", can_cancel=False)
    presenter.begin(first)
    presenter.begin(second)
    qtbot.waitUntil(lambda: shown() is not None)
    presenter.end(first)
    assert shown() is not None
    presenter.end(second)
    assert shown() is None


def test_the_bar_is_true_and_only_real_cancels_are_offered(qtbot: QtBot) -> None:
    dialog = ProgressDialog(None, cancel=lambda: None)
    qtbot.addWidget(dialog)
    task = Task("正在写入…", can_cancel=False)
    dialog.show_state(task)
    bar = dialog.findChild(QProgressBar, "progressBar")
    button = dialog.findChild(QPushButton, "cancelButton")
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert button.isHidden()
    task.progress(31, 48, "南镇中心小学")
    dialog.show_state(task)
    assert (bar.value(), bar.maximum()) == (31, 48)
    assert dialog.findChild(QLabel, "progressText").text() == "31 / 48 · 南镇中心小学"


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_dialog_whose_window_goes_away_is_shown_again_while_there_is_work(qtbot: QtBot, goes_on: bool) -> None:
    beneath = QDialog()
    beneath.open()
    presenter = DialogPresenter(delay=0)
    task = Task("正在写入…", can_cancel=False)
    presenter.begin(task)
    qtbot.waitUntil(lambda: shown() is not None)
    assert shown().parent() is beneath
    shiboken6.delete(beneath)
    assert shown() is None
    if goes_on:
        qtbot.waitUntil(lambda: shown() is not None)
    presenter.end(task)
    assert shown() is None


def test_escape_stops_the_work_and_the_dialog_goes_with_it(qtbot: QtBot) -> None:
    runner = Runner(progress=DialogPresenter(delay=0))
    told: list[Exception] = []
    stop = threading.Event()

    def work(task: Task) -> None:
        while not stop.wait(0.005):
            task.check_cancelled()

    runner.files(work, label="正在收取…", done=lambda _: None, failed=told.append)
    try:
        qtbot.waitUntil(lambda: shown() is not None)
        dialog = shown()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: bool(told), timeout=5000)
    finally:  # a thread that never ends would keep the whole suite from ending
        stop.set()
        runner.close()
    assert isinstance(told[0], Cancelled)
    assert shown() is None
