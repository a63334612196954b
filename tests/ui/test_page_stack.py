"""The rail shows what a workspace has use for: a school nothing of assigning and collecting, a superior all of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from models.core.changes import Changes
from models.core.periods import PeriodKind
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units
from models.store.superior import Superior, TakenAssignment, add_taken
from tests.ui.clerk import CHECKUPS, Clerk
from tests.ui.conftest import NOW
from ui.page_stack import PageName


@pytest.fixture
def school(clerk: Clerk) -> Clerk:
    """A unit whose tasks came from a superior."""
    taken = TakenAssignment(
        plan_id="2021-p",
        version=1,
        check_code="4F7K-9QXM-2RTC",
        superior=Superior("某市教育局", "3708"),
        signer="ab" * 32,
        period_kind=PeriodKind.QUARTER,
        file_name="任务下达表.xlsx",
        sha256="0" * 64,
        at=NOW,
        operator="王敏",
    )
    clerk.runner.commit(lambda workspace: add_taken(workspace, taken))
    clerk.settle()
    return clerk


def listed(clerk: Clerk) -> list[str]:
    """Name the pages of the rail that can be seen."""
    names = [f"rail_{name.value}" for name in PageName]
    found = {one.objectName(): one for one in clerk.window.pages.rail.findChildren(QToolButton)}
    return [name.removeprefix("rail_") for name in names if name in found and not found[name].isHidden()]


def list_a_unit(workspace: Workspace) -> Changes:
    return put_units(workspace, [UnitFacts(name="第一小学")], at=NOW)


def press(clerk: Clerk, key: Qt.Key) -> PageName:
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    QTest.keyClick(clerk.window, key, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    return clerk.window.pages.shown


def test_a_superior_without_units_can_assign_but_has_nothing_to_collect(clerk: Clerk) -> None:
    assert listed(clerk) == ["report", "assign", "outbox"]
    assert press(clerk, Qt.Key.Key_3) is PageName.REPORT, "a page that is not there has no key"
    clerk.runner.commit(list_a_unit)
    clerk.settle()
    assert [name for name in listed(clerk) if name != "summary"] == ["report", "assign", "collect", "outbox"]
    assert press(clerk, Qt.Key.Key_3) is PageName.COLLECT


def test_a_unit_of_its_superior_assigns_only_once_it_asks_for_it(school: Clerk) -> None:
    assert listed(school) == ["report", "outbox"]
    assert press(school, Qt.Key.Key_2) is PageName.REPORT
    assert school.actions.assign.text() == "给下级单位下达…"
    school.actions.assign.trigger()
    school.settle()
    assert (school.window.pages.shown, listed(school)) == (PageName.ASSIGN, ["report", "assign", "outbox"])
    assert school.says("assignEmpty") == "名录里还没有下级单位"
    school.runner.commit(list_a_unit)
    school.settle()
    assert "collect" in listed(school)
    assert not any(label.isVisible() for label in school.window.findChildren(QLabel, "assignEmpty"))


def test_keys_search_on_the_page_in_sight_and_do_nothing_to_a_task_out_of_sight(clerk: Clerk) -> None:
    clerk.runner.commit(list_a_unit)
    clerk.turn_to(CHECKUPS)
    clerk.window.pages.turn_to(PageName.ASSIGN)
    clerk.settle()
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    for keys in ("Ctrl+L", "Ctrl+Down"):
        clerk.press(keys)
    clerk.settle()
    assert clerk.window.page.task_id == CHECKUPS and not clerk.actions.undo.isEnabled()
    clerk.press("Ctrl+F")
    assert clerk.cursor.objectName() == "assignSearch"
    clerk.window.pages.turn_to(PageName.REPORT)
    clerk.press("Ctrl+F")
    assert clerk.cursor.objectName() == "search"
    clerk.press("Ctrl+Down")
    assert clerk.window.page.task_id != CHECKUPS
