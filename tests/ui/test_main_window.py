"""The frame around the page: what it says of the whole, its menu and keys, and how it opens and goes."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.clerk import CHECKUPS, EYES, Clerk
from tests.ui.conftest import UNIT, Office
from ui.main_window import MainWindow
from ui.operations.runner import Runner


def dialog(name: str) -> QDialog | None:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    return found[0] if found else None


def test_the_bar_says_whose_work_it_is_and_how_far(clerk: Clerk) -> None:
    assert clerk.window.windowTitle() == f"{UNIT} - 要点填报"
    assert clerk.says("unitName") == UNIT
    assert clerk.says("reported") == "已填 0 / 189"
    assert clerk.says("operator") == "填报人：王敏"
    assert clerk.find(QPushButton, "findings").text() == "检查 ▲ 1"
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "5万")
    clerk.settle()
    assert clerk.says("reported") == "已填 1 / 189"
    assert clerk.find(QPushButton, "findings").text() == "检查 ▲ 3"


def test_the_menu_offers_every_action_once(clerk: Clerk) -> None:
    menu = clerk.find(QToolButton, "more").menu()
    offered = [action for each in (menu, *menu.findChildren(QMenu)) for action in each.actions()]
    named = Counter(action.objectName() for action in offered if action.objectName())
    own = Counter(action.objectName() for action in clerk.window.actions())
    assert named == own
    assert set(own.values()) == {1}


def test_no_two_actions_have_one_key(clerk: Clerk) -> None:
    keys = Counter(key.toString() for action in clerk.window.actions() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_language_and_the_look_in_use_are_ticked(clerk: Clerk) -> None:
    english = QLocale().language() is QLocale.Language.English
    assert clerk.actions.languages["en" if english else "zh"].isChecked()
    assert clerk.actions.themes["system"].isChecked()


def test_the_wishes_of_the_menu_are_told(clerk: Clerk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clerk.window.language_wanted) as asked:
        clerk.actions.languages["en"].trigger()
    assert asked.args == ["en"]
    with qtbot.waitSignal(clerk.window.theme_wanted) as asked:
        clerk.actions.themes["dark"].trigger()
    assert asked.args == ["dark"]
    with qtbot.waitSignal(clerk.window.open_wanted):
        clerk.press("Ctrl+O")


@pytest.mark.parametrize(
    ("keys", "name"), [("F1", "shortcutsDialog"), ("Ctrl+Shift+V", "verifyDialog"), ("Ctrl+E", "exportDialog")]
)
def test_a_key_opens_its_dialog(clerk: Clerk, keys: str, name: str) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.type("typed until now")
    clerk.press(keys)
    clerk.qtbot.waitUntil(lambda: dialog(name) is not None)
    clerk.settle()
    assert clerk.recorded("narrative", CHECKUPS) == "typed until now"
    dialog(name).reject()


def test_the_shortcuts_page_shows_each_key_of_the_window(clerk: Clerk) -> None:
    clerk.press("F1")
    page = dialog("shortcutsDialog")
    shown = {label.text() for label in page.findChildren(QLabel)}
    native = QKeySequence.SequenceFormat.NativeText
    keyed = [action for action in clerk.window.actions() if not action.shortcut().isEmpty()]
    assert {action.shortcut().toString(native) for action in keyed} <= shown
    page.reject()


def test_a_finding_leads_to_its_field(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "1")
    clerk.turn_to(EYES)
    clerk.click(clerk.find(QPushButton, "findings"))
    clerk.qtbot.waitUntil(lambda: dialog("exportDialog") is not None)
    clerk.settle()
    from models.store.records import Field

    export = dialog("exportDialog")
    export.field_wanted.emit(CHECKUPS, Field.PROBLEMS, "")
    export.reject()
    assert (clerk.window.page.task_id, clerk.cursor.objectName()) == (CHECKUPS, "problems")


def test_the_window_comes_back_where_it_was(
    opened: Runner,
    office: Office,
    qtbot: QtBot,
    window: MainWindow,
) -> None:
    window.resize(1152, 700)
    assert window.close()
    assert office.settings.geometry
    again = MainWindow(opened, places=office.places, clock=office.clock, settings=office.settings)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.ready):
        again.show()
    assert (again.width(), again.height()) == (1152, 700)


def test_a_damaged_memory_of_the_geometry_is_no_trouble(opened: Runner, office: Office, qtbot: QtBot) -> None:
    office.settings.geometry = "not base64 at all"
    made = MainWindow(opened, places=office.places, clock=office.clock, settings=office.settings)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.ready):
        made.show()
    assert made.width() >= 1152


def test_the_about_page_names_version_and_logs(clerk: Clerk, office: Office) -> None:
    clerk.actions.about.trigger()
    facts = dialog("aboutDialog").findChild(QLabel, "aboutFacts").text()
    assert str(Path(office.places.logs)) in facts
    dialog("aboutDialog").reject()
