"""The export of a correction: it says what it replaces and why, and warns where nothing was changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.core.clock import FixedClock
from models.store.records import Field
from tests.ui.conftest import NOW, Office
from tests.ui.dialogs.test_export_dialog import press, show, type_in, wait_window
from ui.dialogs.export_dialog import ExportDialog
from ui.operations.runner import Runner
from ui.operations.sign_off import reopen_for_correction


@pytest.fixture
def corrected(opened: Runner, office: Office, qtbot: QtBot) -> str:
    """The check code of a return that went out and is being corrected."""
    type_in(opened, Field.NARRATIVE, "已部署。")
    press(show(opened, office, qtbot), qtbot, "exportButton")
    after = wait_window(qtbot, "exportedDialog")
    code = after.findChild(QLabel, "checkCode").text()
    after.accept()
    with qtbot.waitCallback() as done:
        reopen_for_correction(
            opened, reason="上级退回", operator="王敏", at=NOW, done=lambda: done(None), failed=pytest.fail
        )
    return code


def warning(dialog: ExportDialog) -> str:
    shown = dialog.findChild(QLabel, "unchangedWarning")
    return shown.text() if shown.isVisible() else ""


def test_a_correction_that_changes_nothing_is_warned_of_and_not_stopped(
    corrected: str, opened: Runner, office: Office, qtbot: QtBot
) -> None:
    dialog = show(opened, office, qtbot)
    assert warning(dialog) == "▲ 与第 1 次上报的数据相同，没有改动，校验码也会相同。"
    assert dialog.findChild(QLabel, "checksVerdict").text() == "▲ 有 2 处请留意，不妨碍导出"
    version = dialog.findChild(QLabel, "exportVersion").text().replace("\u2060", "")
    assert f"第 2 次导出，替代校验码为 {corrected} 的那一份" in version
    assert version.endswith("\n更正的原因：上级退回")
    assert dialog.findChild(QPushButton, "exportButton").isEnabled()
    press(dialog, qtbot, "exportButton")
    assert wait_window(qtbot, "exportedDialog").findChild(QLabel, "checkCode").text() == corrected


def test_a_correction_that_changes_something_is_not_warned_of(
    corrected: str, opened: Runner, office: Office, qtbot: QtBot
) -> None:
    type_in(opened, Field.NARRATIVE, "已部署，并已检查。")
    dialog = show(opened, office, qtbot)
    assert warning(dialog) == ""
    type_in(opened, Field.NARRATIVE, "已部署。")  # and back
    assert warning(show(opened, office, qtbot)) != ""


def test_a_clock_that_was_set_back_is_warned_of_and_stops_nothing(
    corrected: str, opened: Runner, office: Office, qtbot: QtBot
) -> None:
    """Which return is the later one is told by its number."""
    back = replace(office, clock=FixedClock(NOW - timedelta(days=400)))
    dialog = show(opened, back, qtbot)
    warned = dialog.findChild(QLabel, "clockWarning")
    assert warned.isVisible()
    assert warned.text().startswith("▲ 电脑的时间是 2020年5月9日 10:32，比本期 2021年6月13日 10:32 的记录还早")
    assert dialog.findChild(QPushButton, "exportButton").isEnabled()
    assert "3 处请留意" in dialog.findChild(QLabel, "checksVerdict").text()
    assert not show(opened, office, qtbot).findChild(QLabel, "clockWarning").isVisible()


def test_the_first_return_of_a_period_is_never_warned_of(opened: Runner, office: Office, qtbot: QtBot) -> None:
    assert warning(show(opened, office, qtbot)) == ""
