"""The first start at the keyboard: two keys for a newcomer, every field reachable, nothing half filled accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.passphrase import Strength, strength
from ui.dialogs.welcome import WelcomeDialog
from ui.operations.workspace import BUNDLED_PLAN
from ui.resources import resource

ENOUGH = "long enough 42"


@pytest.fixture
def dialog(qtbot: QtBot) -> WelcomeDialog:
    made = WelcomeDialog()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: focused() is not None)
    return made


def focused() -> QWidget:
    return QApplication.focusWidget()


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(focused(), key)


def edit(dialog: WelcomeDialog, name: str) -> QLineEdit:
    return dialog.findChild(QLineEdit, name)


def test_enter_twice_is_enough(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    spy = QSignalSpy(dialog.start_requested)
    assert focused().objectName() == "operatorName"
    press(qtbot, Qt.Key.Key_Return)
    assert (focused().objectName(), spy.count()) == ("unitName", 0)
    press(qtbot, Qt.Key.Key_Return)
    assert spy.count() == 1
    told = dialog.answers()
    assert told.operator
    assert told.unit_name == "示例区教育和体育局"
    assert (told.unit_code, told.plan, told.passphrase) == ("", resource(BUNDLED_PLAN), None)


def test_typing_overwrites_the_defaults(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(focused(), "Wang Min")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Rencheng")
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "370811")
    told = dialog.answers()
    assert (told.operator, told.unit_name, told.unit_code) == ("Wang Min", "Rencheng", "370811")


def test_tab_reaches_everything_in_reading_order(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    order = []
    for _ in range(9):
        order.append(focused().objectName())
        press(qtbot, Qt.Key.Key_Tab)
    assert order == [
        "operatorName",
        "unitName",
        "unitCode",
        "choosePlan",
        "reviewPlan",
        "passphraseToggle",
        "leaveButton",
        "startButton",
        "startFromAssignment",
    ]


def test_enter_on_a_button_presses_that_button(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    spy = QSignalSpy(dialog.start_requested)
    dialog.findChild(QPushButton, "startButton").setFocus()
    press(qtbot, Qt.Key.Key_Enter)
    assert spy.count() == 1
    dialog.findChild(QPushButton, "leaveButton").setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["operatorName", "unitName"])
def test_a_blank_name_is_asked_for(dialog: WelcomeDialog, qtbot: QtBot, name: str) -> None:
    spy = QSignalSpy(dialog.start_requested)
    edit(dialog, name).setText("   ")
    qtbot.mouseClick(dialog.findChild(QPushButton, "startButton"), Qt.MouseButton.LeftButton)
    objection = dialog.findChild(QLabel, "objection")
    assert spy.count() == 0
    assert objection.isVisible()
    assert focused().objectName() == name
    qtbot.keyClicks(focused(), "x")
    assert not objection.isVisible()


def test_a_passphrase_must_be_long_and_typed_twice_alike(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    spy = QSignalSpy(dialog.start_requested)
    qtbot.mouseClick(dialog.findChild(QPushButton, "passphraseToggle"), Qt.MouseButton.LeftButton)
    objection = dialog.findChild(QLabel, "objection")
    qtbot.keyClicks(focused(), "short")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert "8" in objection.text()
    qtbot.keyClicks(focused(), ENOUGH)  # the field is selected, so this types over it
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "long enough 43")
    press(qtbot, Qt.Key.Key_Return)
    assert "不一样" in objection.text()
    qtbot.keyClicks(focused(), ENOUGH)
    press(qtbot, Qt.Key.Key_Return)
    assert spy.count() == 1
    assert dialog.answers().passphrase == ENOUGH


def test_closing_the_disclosure_means_no_passphrase(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    toggle = dialog.findChild(QPushButton, "passphraseToggle")
    closed = dialog.height()
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert dialog.height() > closed
    qtbot.keyClicks(focused(), "something long")
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert dialog.answers().passphrase is None
    assert dialog.height() == closed


def test_another_document_can_be_asked_for(dialog: WelcomeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.plan_wanted):
        qtbot.mouseClick(dialog.findChild(QPushButton, "choosePlan"), Qt.MouseButton.LeftButton)
    dialog.choose_plan(tmp_path / "本区 要点.txt")
    assert dialog.answers().plan == tmp_path / "本区 要点.txt"
    assert dialog.findChild(QLabel, "planName").text() == "本区 要点.txt"


def test_a_review_is_offered_and_the_bundled_document_needs_none(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    assert not dialog.must_review
    with qtbot.waitSignal(dialog.review_wanted):
        qtbot.mouseClick(dialog.findChild(QPushButton, "reviewPlan"), Qt.MouseButton.LeftButton)


def test_nothing_leaves_while_the_workspace_is_made(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    dialog.set_busy(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not edit(dialog, "unitName").isEnabled()
    dialog.set_busy(False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Strength.SHORT),
        ("1234567", Strength.SHORT),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("password1", Strength.WEAK),
        ("kx7Qm2!vT9", Strength.FAIR),
        ("济宁市的春天来得早一些", Strength.GOOD),
        ("correct horse battery staple", Strength.GOOD),
    ],
)
def test_a_passphrase_is_judged_by_its_surprises(text: str, expected: Strength) -> None:
    assert strength(text) is expected
