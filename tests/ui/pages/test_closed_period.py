"""A reported period is closed: the form is read-only, says so, and opens again with a reason only."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from models.core.vocabulary import Role, Status
from tests.ui.clerk import CHECKUPS, Clerk
from tests.ui.conftest import NOW, Office
from tests.ui.pages.test_evidence import copied, drop, paper


def window(name: str) -> QDialog | None:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    return found[0] if found else None


def wait_window(qtbot: QtBot, name: str) -> QDialog:
    qtbot.waitUntil(lambda: window(name) is not None, timeout=30_000)
    return window(name)


def export(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.press("Ctrl+E")
    dialog = wait_window(qtbot, "exportDialog")
    button = dialog.findChild(QPushButton, "exportButton")
    qtbot.waitUntil(button.isEnabled, timeout=10_000)
    button.click()
    wait_window(qtbot, "exportedDialog").accept()
    bring_forward(clerk, qtbot)
    clerk.settle()


def bring_forward(clerk: Clerk, qtbot: QtBot) -> None:
    """Give the window the keyboard again, as a desktop does once a dialog is gone."""
    clerk.window.activateWindow()
    qtbot.waitUntil(clerk.window.isActiveWindow)


@pytest.fixture
def closed(clerk: Clerk, qtbot: QtBot, office: Office, tmp_path: Path) -> Clerk:
    """A clerk who filled in a task, attached a file and exported the period."""
    office.places.documents.mkdir(exist_ok=True)
    clerk.turn_to(CHECKUPS)
    clerk.segment(Status.IN_PROGRESS).click()
    drop(clerk.window.page.form.viewport(), copied(paper(tmp_path)))
    clerk.settle()
    export(clerk, qtbot)
    return clerk


def test_the_form_only_shows(closed: Clerk, tmp_path: Path) -> None:
    assert "已导出第 1 次填报表" in closed.says("periodHeadline")
    assert closed.value().isReadOnly()
    assert all(field.isReadOnly() for field in closed.window.page.form.findChildren(QPlainTextEdit))
    assert not closed.segment(Status.BEHIND).isEnabled()
    assert not drop(closed.window.page.form.viewport(), copied(paper(tmp_path, "晚了.pdf")))
    crosses = closed.window.findChildren(QToolButton, "removeEvidence_1")
    assert not [cross for cross in crosses if cross.isVisible()]
    closed.find(QPushButton, "evidence_1").setFocus()
    closed.press("Delete")
    closed.press("Ctrl+L")
    closed.settle()
    assert closed.stored("SELECT count(*) FROM evidence") == [(1,)]


def test_undo_does_not_reach_into_it_and_says_so(closed: Clerk) -> None:
    closed.press("Ctrl+Z")
    closed.settle()
    told = window("messageDialog")
    assert told is not None and "已经导出，不能再改" in told.findChild(QLabel, "messageHappened").text()
    assert "撤销" in told.findChild(QLabel, "messageMeaning").text()
    told.reject()
    assert not closed.actions.undo.isEnabled()  # said once; what lies beneath in open periods could be undone now
    assert closed.stored("SELECT count(*) FROM evidence") == [(1,)]


def test_another_period_is_open(closed: Clerk) -> None:
    closed.choose_period(2)
    assert closed.says("periodHeadline") == ""
    assert not closed.value().isReadOnly()


def test_a_correction_needs_a_reason_and_is_the_next_in_sequence(closed: Clerk, qtbot: QtBot) -> None:
    closed.find(QPushButton, "periodAction").click()
    dialog = wait_window(qtbot, "correctDialog")
    go = dialog.findChild(QPushButton, "reopenButton")
    assert not go.isEnabled()
    reason = dialog.findChild(QLineEdit, "correctReason")
    assert dialog.focusWidget() is reason
    qtbot.keyClicks(reason, "wrong figures")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    closed.settle()
    assert window("correctDialog") is None
    bring_forward(closed, qtbot)
    assert closed.says("periodHeadline") == "▲ 正在更正第 1 次填报表，导出后是第 2 次"
    assert closed.says("periodSentence").startswith("原因：wrong figures（王敏，6月13日 10:32）。")
    assert not closed.value().isReadOnly()
    trail = closed.stored("SELECT event, sequence, reason FROM period_events ORDER BY seq")
    assert trail == [("signed_off", 1, ""), ("closed", 1, ""), ("reopened", 2, "wrong figures")]
    closed.press("Ctrl+Z")  # now it reaches there
    closed.settle()
    assert closed.stored("SELECT count(*) FROM evidence") == [(0,)]
    assert "正在更正第 1 次" in closed.says("periodHeadline")
    closed.find(QPushButton, "periodAction").click()
    dialog = wait_window(qtbot, "exportDialog")
    qtbot.waitUntil(lambda: "wrong figures" in dialog.findChild(QLabel, "exportVersion").text(), timeout=10_000)
    dialog.reject()
    bring_forward(closed, qtbot)
    export(closed, qtbot)
    assert "已导出第 2 次填报表" in closed.says("periodHeadline")


def test_what_comes_next_after_an_export_is_its_folder(
    closed: Clerk, qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No period is signed off twice, none that was reported is due, and nothing found in it can be put right."""
    shown: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())))
    assert closed.says("due") == "● 已导出第 1 次"
    assert not closed.window.findChild(QPushButton, "findings").isVisible()
    button = closed.find(QPushButton, "openSentButton")
    assert (button.text(), button.property("primary")) == ("打开所在文件夹", "true")
    closed.click(button)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    (folder,) = shown
    assert folder.parent == office.places.documents  # with its evidence, in a folder of its own
    assert [path.name for path in folder.glob("*.xlsx")] == [f"{folder.name}.xlsx"]
    folder.rename(folder.with_name("移走了"))
    closed.click(button)
    told = wait_window(qtbot, "messageDialog")
    assert told.findChild(QLabel, "messageHappened").text() == f"! 找不到导出的“{folder.name}.xlsx”"
    assert str(folder) in told.findChild(QLabel, "messageMeaning").text()
    told.reject()
    assert len(shown) == 1
    bring_forward(closed, qtbot)
    closed.choose_period(2)
    assert "截止" in closed.says("due")
    assert closed.find(QPushButton, "exportButton").text() == "签批并导出…"
    assert closed.find(QPushButton, "findings").isVisible()


def test_exporting_again_leads_to_the_correction(closed: Clerk, qtbot: QtBot) -> None:
    closed.press("Ctrl+E")
    assert wait_window(qtbot, "correctDialog")
    assert window("exportDialog") is None


def test_a_change_after_the_signing_is_said_and_leads_back(clerk: Clerk, qtbot: QtBot) -> None:
    from ui.operations.sign_off import sign_off_as

    clerk.turn_to(CHECKUPS)
    with qtbot.waitCallback() as done:
        sign_off_as(
            clerk.runner, role=Role.FILLER, name="王敏", pin="", at=NOW, done=lambda: done(None), failed=pytest.fail
        )
    clerk.settle()
    assert clerk.says("periodHeadline") == "已签批：填报人 王敏"
    clerk.segment(Status.BEHIND).click()
    clerk.settle()
    assert clerk.says("periodHeadline") == "▲ 签批之后内容有改动"
    assert "王敏" in clerk.says("periodSentence")
    clerk.press("Ctrl+Z")
    clerk.settle()
    assert clerk.says("periodHeadline") == "已签批：填报人 王敏"
    clerk.find(QPushButton, "periodAction").click()
    assert wait_window(qtbot, "exportDialog")


def test_the_menu_says_who_must_sign(clerk: Clerk) -> None:
    clerk.actions.demands[Role.REVIEWER].trigger()
    clerk.settle()
    assert clerk.stored("SELECT operator, reviewer, unit_head FROM sign_off_demands") == [("王敏", 1, 0)]
    assert clerk.actions.demands[Role.REVIEWER].isChecked()
    clerk.actions.demands[Role.REVIEWER].trigger()
    clerk.settle()
    assert not clerk.actions.demands[Role.REVIEWER].isChecked()
