"""The three steps of the signing off in the export dialog, at the keyboard, with and without a PIN; and the draft."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.core.vocabulary import Role
from models.store.period_events import demand_roles, period_events
from models.store.periods import current_period
from models.store.records import Field
from models.store.sign_off_pins import kept_pin
from tests.ui.conftest import NOW, Office
from tests.ui.dialogs.test_export_dialog import press, show, type_in, wait_window
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.sign_off_trail_dialog import SignOffTrailDialog
from ui.operations.runner import Runner
from ui.operations.sign_off import change_pin, reopen_for_correction


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


def next_step(dialog: ExportDialog) -> str:
    return dialog.findChild(QLabel, "nextStep").text()


def sign_with(dialog: ExportDialog, role: Role) -> QPushButton:
    return dialog.findChild(QPushButton, f"sign_{role.value}")


def give_pin(opened: Runner, qtbot: QtBot, name: str, pin: str) -> None:
    with qtbot.waitCallback() as done:
        change_pin(
            opened, name=name, old="", new=pin, operator="王敏", at=NOW, done=lambda: done(None), failed=pytest.fail
        )


def test_a_newcomer_presses_one_button(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)
    waits = "可不签；要签，等填报人先签批"
    assert [state(dialog, role) for role in Role] == ["○ 导出时签批", waits, waits]
    assert next_step(dialog) == "下一步：导出；填报人随导出一并签批。"
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
    assert (export.isEnabled(), export.text()) == (False, "签批并导出")
    assert dialog.findChild(QLabel, "missingSignOffs").text() == "还差填报人、审核人、单位负责人签批"
    assert [state(dialog, role) for role in Role] == ["→ 下一步", "○ 等填报人先签批", "○ 等填报人、审核人先签批"]
    assert next_step(dialog) == "下一步：填报人 王敏 签批（第 1 步）。然后：审核人、单位负责人。"
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
    assert dialog.findChild(QLabel, "missingSignOffs").text() == ""
    assert (next_step(dialog), export.text()) == ("必签的都签了。下一步：导出。", "导出")
    assert dialog.focusWidget() is export


def test_nobody_signs_before_their_turn(opened: Runner, office: Office, qtbot: QtBot) -> None:
    demand(opened, Role.REVIEWER)
    dialog = show(opened, office, qtbot)
    dialog.findChild(QLineEdit, "reviewedBy").setText("李华")
    assert not sign_with(dialog, Role.REVIEWER).isEnabled()
    assert sign_with(dialog, Role.REVIEWER).toolTip() == "○ 等填报人先签批"
    assert sign_with(dialog, Role.FILLER).isEnabled()
    press(dialog, qtbot, "sign_filler")
    qtbot.waitUntil(lambda: state(dialog, Role.REVIEWER) == "→ 下一步", timeout=10_000)
    assert next_step(dialog) == "下一步：审核人 李华 签批（第 2 步）。"
    dialog.findChild(QLineEdit, "reviewedBy").clear()
    assert next_step(dialog) == "下一步：审核人签批（第 2 步）。"
    assert sign_with(dialog, Role.REVIEWER).toolTip() == "请先写上姓名"


def test_errors_come_before_any_sign_off(opened: Runner, office: Office, qtbot: QtBot) -> None:
    demand(opened, Role.REVIEWER)
    type_in(opened, Field.NARRATIVE, "长" * 501)
    dialog = show(opened, office, qtbot)
    assert next_step(dialog) == "下一步：改正上面的 1 处，改正后才能签批和导出。"
    assert state(dialog, Role.FILLER) == "○ 先改正上面的问题"
    assert dialog.findChild(QLabel, "missingSignOffs").text() == "改正后才能导出"
    for role in Role:
        assert not sign_with(dialog, role).isEnabled()


def test_what_was_signed_and_then_changed_is_the_next_step_again(opened: Runner, office: Office, qtbot: QtBot) -> None:
    demand(opened, Role.REVIEWER)
    dialog = show(opened, office, qtbot)
    dialog.findChild(QLineEdit, "reviewedBy").setText("李华")
    for role in (Role.FILLER, Role.REVIEWER):
        press(dialog, qtbot, f"sign_{role.value}")
        qtbot.waitUntil(lambda r=role: state(dialog, r).startswith("● 已签批"), timeout=10_000)
    dialog.reject()
    type_in(opened, Field.NARRATIVE, "又改了")
    again = show(opened, office, qtbot)
    assert [state(again, role) for role in Role][:2] == ["▲ 内容已改，须重新签批", "▲ 内容已改，等填报人先签批"]
    assert next_step(again) == "下一步：填报人 王敏 签批（第 1 步）。然后：审核人。"


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


def test_a_forgotten_pin_is_reset_with_a_reason_that_stays_in_sight(
    opened: Runner, office: Office, qtbot: QtBot
) -> None:
    """Until the name has a PIN of its own again."""
    give_pin(opened, qtbot, "李华", "2468")
    demand(opened, Role.REVIEWER)
    dialog = show(opened, office, qtbot)
    name = dialog.findChild(QLineEdit, "reviewedBy")
    name.setText("李华")
    notice = dialog.findChild(QLabel, "reset_reviewer")
    assert dialog.findChild(QLineEdit, "pin_reviewer").isVisible() and not notice.isVisible()
    press(dialog, qtbot, "setPin_reviewer")
    asked = wait_window(qtbot, "pinDialog")
    press(asked, qtbot, "forgottenPin")
    step = wait_window(qtbot, "resetPinStep")
    press(step, qtbot, "doButton")
    assert step.findChild(QLabel, "stepObjection").text() == "请写明为什么重设。"
    step.findChild(QLineEdit, "resetReason").setText("本人忘了")
    press(step, qtbot, "doButton")
    qtbot.waitUntil(notice.isVisible, timeout=10_000)
    assert not asked.isVisible()
    assert notice.text() == "▲ 王敏于 6月13日 10:32 重设了 PIN（原因见“本期经过”）"
    assert notice.toolTip() == "本人忘了"
    assert not dialog.findChild(QLineEdit, "pin_reviewer").isVisible()
    name.setText("张伟")
    assert not notice.isVisible()
    name.setText("李华")
    press(dialog, qtbot, "trailButton")
    trail = wait_window(qtbot, "trailDialog")
    lines = trail.findChild(QPlainTextEdit, "trailLines")
    qtbot.waitUntil(lambda: lines.toPlainText() != "", timeout=10_000)
    assert "6月13日 10:32　王敏重设了李华的 PIN：本人忘了" in lines.toPlainText().splitlines()
    assert "6月13日 10:32　王敏改定必须签批的人：填报人、审核人" in lines.toPlainText().splitlines()
    trail.accept()
    give_pin(opened, qtbot, "李华", "13579")
    again = show(opened, office, qtbot)
    again.findChild(QLineEdit, "reviewedBy").setText("李华")
    assert not again.findChild(QLabel, "reset_reviewer").isVisible()
    assert again.findChild(QLineEdit, "pin_reviewer").isVisible()


def test_the_trail_tells_what_happened_the_latest_first(opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = show(opened, office, qtbot)
    press(dialog, qtbot, "exportButton")
    wait_window(qtbot, "exportedDialog").accept()
    with qtbot.waitCallback() as done:
        reopen_for_correction(
            opened, reason="数字有误", operator="王敏", at=NOW, done=lambda: done(None), failed=pytest.fail
        )
    trail = SignOffTrailDialog(opened)
    qtbot.addWidget(trail)
    lines = trail.findChild(QPlainTextEdit, "trailLines")
    qtbot.waitUntil(lambda: lines.toPlainText() != "", timeout=10_000)
    told = [line.partition("　")[2] for line in lines.toPlainText().splitlines()]
    assert told[0] == "王敏打开本期更正，将出第 2 次：数字有误"
    assert told[1].startswith("王敏导出第 1 次填报表，校验码 ")
    assert told[2] == "王敏作为填报人签批（第 1 次）"


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
