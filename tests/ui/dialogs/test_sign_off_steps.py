"""The three steps of the signing off in the export dialog, at the keyboard, with and without a PIN; and the draft."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.core.vocabulary import Role
from models.store.period_events import demand_roles, period_events
from models.store.periods import current_period
from models.store.sign_off_pins import kept_pin
from tests.ui.conftest import NOW, Office
from tests.ui.dialogs.test_export_dialog import press, show, wait_window
from ui.dialogs.export_dialog import ExportDialog
from ui.operations.runner import Runner
from ui.operations.sign_off import change_pin


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    """A dialog that stays open would keep the keyboard from the windows of other tests."""
    yield
    for dialog in QApplication.topLevelWidgets():
        dialog.hide()


def demand(opened: Runner, *roles: Role) -> None:
    opened.commit(lambda workspace: demand_roles(workspace, frozenset(roles), operator="王敏", at=NOW))


def state(dialog: ExportDialog, role: Role) -> str:
    return dialog.findChild(QLabel, f"state_{role.value}").text()


def sign_with(dialog: ExportDialog, role: Role) -> QPushButton:
    return dialog.findChild(QPushButton, f"sign_{role.value}")


def give_pin(opened: Runner, qtbot: QtBot, name: str, pin: str) -> None:
    with qtbot.waitCallback() as done:
        change_pin(opened, name=name, old="", new=pin, at=NOW, done=lambda: done(None), failed=pytest.fail)


def test_a_newcomer_presses_one_button(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)
    assert [state(dialog, role) for role in Role] == ["○ 导出时签批", "可不签，打印后手写", "可不签，打印后手写"]
    assert dialog.focusWidget() is dialog.findChild(QPushButton, "exportButton")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert wait_window(qtbot, "exportedDialog")
    with qtbot.waitCallback() as read:
        opened.read(lambda workspace: period_events(workspace, current_period(workspace)), done=read)
    assert [(event.event, event.name) for event in read.args[0]] == [("signed_off", "王敏"), ("closed", "")]


def test_demanded_steps_are_taken_one_after_the_other(opened: Runner, office: Office, qtbot: QtBot) -> None:
    demand(opened, Role.REVIEWER, Role.UNIT_HEAD)
    dialog = show(opened, office, qtbot)
    export = dialog.findChild(QPushButton, "exportButton")
    assert not export.isEnabled()
    assert "审核人、单位负责人" in dialog.findChild(QLabel, "missingSignOffs").text()
    for role, name in zip(Role, ("", "Li Hua", "Zhang Wei"), strict=True):
        field = dialog.findChild(QLineEdit, {"filler": "filledBy", "reviewer": "reviewedBy"}.get(role, "unitHead"))
        if name:
            assert dialog.focusWidget() is field
            qtbot.keyClicks(field, name)
            qtbot.keyClick(field, Qt.Key.Key_Return)
        button = sign_with(dialog, role)
        assert dialog.focusWidget() is button
        qtbot.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda r=role: state(dialog, r) == "● 已签批 6月13日 10:32", timeout=10_000)
        assert field.isReadOnly()
    qtbot.waitUntil(export.isEnabled)
    assert dialog.findChild(QLabel, "missingSignOffs").isHidden()
    assert dialog.focusWidget() is export


def test_nobody_signs_before_their_turn(opened: Runner, office: Office, qtbot: QtBot) -> None:
    demand(opened, Role.REVIEWER)
    dialog = show(opened, office, qtbot)
    dialog.findChild(QLineEdit, "reviewedBy").setText("李华")
    assert not sign_with(dialog, Role.REVIEWER).isEnabled()
    assert sign_with(dialog, Role.FILLER).isEnabled()


def test_a_name_with_a_pin_asks_for_it_and_a_wrong_one_is_refused(opened: Runner, office: Office, qtbot: QtBot) -> None:
    give_pin(opened, qtbot, "王敏", "2468")
    dialog = show(opened, office, qtbot)
    pin = dialog.findChild(QLineEdit, "pin_filler")
    assert pin.isVisible() and dialog.focusWidget() is pin
    assert pin.echoMode() is QLineEdit.EchoMode.Password
    dialog.findChild(QLineEdit, "filledBy").setText("李华")
    assert not pin.isVisible()
    dialog.findChild(QLineEdit, "filledBy").setText("王敏")
    qtbot.keyClicks(pin, "1357")
    press(dialog, qtbot, "exportButton")
    told = wait_window(qtbot, "messageDialog")
    assert "王敏的 PIN 不对" in told.findChild(QLabel, "messageHappened").text()
    told.reject()
    assert pin.text() == ""
    assert not list(office.places.documents.glob("*"))


def test_a_pin_is_set_changed_and_taken_away(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)

    def kept() -> object:
        with qtbot.waitCallback() as read:
            opened.read(lambda workspace: kept_pin(workspace, "王敏"), done=read)
        return read.args[0]

    def ask(*typed: tuple[str, str]) -> None:
        press(dialog, qtbot, "setPin_filler")
        asked = wait_window(qtbot, "pinDialog")
        for name, text in typed:
            qtbot.keyClicks(asked.findChild(QLineEdit, name), text)
        button = "setPin" if any(name == "newPin" for name, _ in typed) else "removePin"
        press(asked, qtbot, button)
        qtbot.waitUntil(lambda: not asked.isVisible(), timeout=10_000)

    ask(("newPin", "2468"), ("newPinAgain", "2468"))
    qtbot.waitUntil(dialog.findChild(QLineEdit, "pin_filler").isVisible, timeout=10_000)
    assert kept() is not None
    ask(("oldPin", "2468"))
    qtbot.waitUntil(lambda: not dialog.findChild(QLineEdit, "pin_filler").isVisible(), timeout=10_000)
    assert kept() is None


def test_two_different_new_pins_are_none(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)
    press(dialog, qtbot, "setPin_filler")
    asked = wait_window(qtbot, "pinDialog")
    button = asked.findChild(QPushButton, "setPin")
    qtbot.keyClicks(asked.findChild(QLineEdit, "newPin"), "123")
    assert not button.isEnabled()
    qtbot.keyClicks(asked.findChild(QLineEdit, "newPin"), "4")
    qtbot.keyClicks(asked.findChild(QLineEdit, "newPinAgain"), "1235")
    assert not button.isEnabled()
    assert asked.findChild(QLabel, "pinHint").text() == "两次输入的不一样。"
    asked.reject()


def test_a_draft_is_said_to_be_one_and_the_period_stays_open(opened: Runner, office: Office, qtbot: QtBot) -> None:
    demand(opened, Role.UNIT_HEAD)
    dialog = show(opened, office, qtbot)
    spy = QSignalSpy(dialog.exported)
    press(dialog, qtbot, "draftButton")
    after = wait_window(qtbot, "exportedDialog")
    assert after.findChild(QLabel, "exportedTitle").text() == "▲ 2021年第二季度的草稿已保存"
    assert "草稿" in after.findChild(QLabel, "fileName").text()
    exported = spy.at(0)[0]
    assert exported.draft
    after.accept()
    again = show(opened, office, qtbot)
    assert "本期第 1 次导出" in again.findChild(QLabel, "exportVersion").text()


def test_there_is_no_choice_of_packing_without_evidence(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)
    assert not dialog.findChild(QComboBox, "packing").isVisible()
