"""签批并导出 at the keyboard, over a real workspace, down to the file and its verification."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.core.vocabulary import Status
from models.store.entries import record
from models.store.periods import current_period
from models.store.plans import tasks
from models.store.records import Field, FieldEdit
from tests.ui.conftest import NOW, Office
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.findings_list import FindingsList
from ui.dialogs.verify_dialog import VerifyDialog
from ui.operations.runner import Runner
from ui.settings import load_settings


def type_in(opened: Runner, field: Field, new: object, *, number: int = 1) -> str:
    """Record one field of one task; returns the task."""
    task_ids: list[str] = []

    def work(workspace: object) -> object:
        task = tasks(workspace)[number - 1]
        task_ids.append(task.id)
        indicator = task.indicators[0].id if field is Field.VALUE else None
        edit = FieldEdit(
            period=current_period(workspace), task_id=task.id, field=field, new=new, indicator_id=indicator
        )
        return record(workspace, [edit], operator="王敏", at=NOW)

    opened.commit(work)
    return task_ids[0]


def show(opened: Runner, office: Office, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(opened, places=office.places, clock=office.clock, settings=office.settings)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "exportPeriod").text() != "", timeout=10_000)
    return dialog


def window(name: str) -> QDialog | None:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    return found[0] if found else None


def wait_window(qtbot: QtBot, name: str) -> QDialog:
    qtbot.waitUntil(lambda: window(name) is not None, timeout=30_000)
    return window(name)


def press(dialog: QWidget, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_from_the_checks_to_the_verified_file(opened: Runner, office: Office, qtbot: QtBot) -> None:
    type_in(opened, Field.STATUS, Status.COMPLETED)
    dialog = show(opened, office, qtbot)
    assert dialog.findChild(QLabel, "exportPeriod").text() == "2021年第二季度"
    assert dialog.findChild(QLabel, "reportedText").text().startswith("已填 1 / ")
    assert dialog.findChild(QLineEdit, "filledBy").text() == "王敏"
    assert dialog.findChild(QLineEdit, "folder").text() == str(office.places.documents)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "phone"), "0537-1234567")
    spy = QSignalSpy(dialog.exported)
    press(dialog, qtbot, "exportButton")
    after = wait_window(qtbot, "exportedDialog")
    exported = spy.at(0)[0]
    assert not dialog.isVisible()
    assert after.findChild(QLabel, "checkCode").text() == exported.check_code
    assert after.findChild(QLabel, "fingerprint").text() == exported.fingerprint
    assert after.findChild(QLabel, "fileName").text() == exported.path.name
    press(after, qtbot, "copyCode")
    assert QGuiApplication.clipboard().text() == exported.check_code
    press(after, qtbot, "verifyAgain")
    verify = wait_window(qtbot, "verifyDialog")
    title = verify.findChild(QLabel, "verdictTitle")
    qtbot.waitUntil(title.isVisible, timeout=10_000)
    assert title.text() == "● 签名有效，文件没有改动"
    assert verify.findChild(QLabel, "verdictCheckCode").text() == exported.check_code
    verify.close()
    kept = load_settings(office.settings.path)
    assert kept.sign_off["phone"] == "0537-1234567"
    again = show(opened, office, qtbot)
    assert again.findChild(QLineEdit, "phone").text() == "0537-1234567"
    assert exported.check_code in again.findChild(QLabel, "exportVersion").text().replace("\u2060", "")


def test_an_error_blocks_and_leads_to_its_field(opened: Runner, office: Office, qtbot: QtBot) -> None:
    task_id = type_in(opened, Field.NARRATIVE, "长" * 501)
    dialog = show(opened, office, qtbot)
    assert not dialog.findChild(QPushButton, "exportButton").isEnabled()
    assert "必须改正" in dialog.findChild(QLabel, "checksVerdict").text()
    spy = QSignalSpy(dialog.field_wanted)
    findings = dialog.findChild(FindingsList, "findings")
    assert findings.hasFocus()
    qtbot.keyClick(findings, Qt.Key.Key_Return)
    assert spy.at(0) == [task_id, Field.NARRATIVE, ""]
    assert not dialog.isVisible()


def test_a_warning_is_shown_and_does_not_block(opened: Runner, office: Office, qtbot: QtBot) -> None:
    def numbered(workspace: object) -> int:
        return next(task.number for task in tasks(workspace) if task.indicators)

    with qtbot.waitCallback() as number:
        opened.read(numbered, done=number)
    type_in(opened, Field.VALUE, Decimal(1), number=number.args[0])
    dialog = show(opened, office, qtbot)
    assert "不妨碍导出" in dialog.findChild(QLabel, "checksVerdict").text()
    assert dialog.findChild(QPushButton, "exportButton").isEnabled()
    findings = dialog.findChild(FindingsList, "findings")
    assert findings.count() >= 2
    assert all(findings.item(at).text() for at in range(findings.count()))


def test_a_folder_that_is_gone_is_told_and_the_dialog_stays(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)
    folder = dialog.findChild(QLineEdit, "folder")
    folder.setText(str(office.places.documents / "拔掉" / "U盘"))
    press(dialog, qtbot, "exportButton")
    told = wait_window(qtbot, "messageDialog")
    assert "找不到文件夹" in told.findChild(QLabel, "messageHappened").text()
    press(told, qtbot, "closeButton")
    assert dialog.isVisible()
    assert dialog.findChild(QPushButton, "exportButton").isEnabled()


def test_escape_goes_back_without_a_file(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not office.places.documents.exists()


@pytest.fixture
def verify(opened: Runner, qtbot: QtBot) -> VerifyDialog:
    dialog = VerifyDialog(opened)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def verdict(verify: VerifyDialog, qtbot: QtBot) -> str:
    title = verify.findChild(QLabel, "verdictTitle")
    qtbot.waitUntil(title.isVisible, timeout=10_000)
    return title.text()


def test_a_dropped_file_is_examined(verify: VerifyDialog, qtbot: QtBot, office: Office) -> None:
    wrong = office.places.data / "不是表格.xlsx"
    wrong.write_bytes(b"nothing of the kind")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(wrong))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    QApplication.sendEvent(verify, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(verify, QDropEvent(QPointF(20, 20), copy, data, left, none))
    assert verdict(verify, qtbot) == "■ 这不是要点填报的表"
    assert "Excel" in verify.findChild(QLabel, "verdictReasons").text()
    assert verify.findChild(QWidget, "verdictFacts").isHidden()


def test_two_files_at_once_are_not_taken(verify: VerifyDialog) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a.xlsx"), QUrl.fromLocalFile("/b.xlsx")])
    event = QDragEnterEvent(
        QPoint(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.setAccepted(False)
    QApplication.sendEvent(verify, event)
    assert not event.isAccepted()


def test_a_typed_path_is_examined_and_a_wrong_one_told(verify: VerifyDialog, qtbot: QtBot, office: Office) -> None:
    path = verify.findChild(QLineEdit, "path")
    assert path.hasFocus() or verify.focusWidget() is path
    qtbot.keyClicks(path, "/no/such/file.xlsx")
    qtbot.keyClick(path, Qt.Key.Key_Return)
    told = wait_window(qtbot, "messageDialog")
    assert "file.xlsx" in told.findChild(QLabel, "messageHappened").text()
    press(told, qtbot, "closeButton")
    assert verify.isVisible()
    path.setText(f'"{office.workspace}"')  # as Windows copies a path
    qtbot.keyClick(path, Qt.Key.Key_Return)
    assert verdict(verify, qtbot) == "■ 这不是要点填报的表"
