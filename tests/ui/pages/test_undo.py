"""Undo and redo: by name, across tasks and periods, from inside an editor; and the history that keeps it all."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QInputDialog

from models.core.vocabulary import Status
from tests.ui.clerk import CHECKUPS, EYES, SCHOOLS, Clerk

ONE = f"{CHECKUPS}/1"


@pytest.fixture
def busy(clerk: Clerk) -> Clerk:
    """Somebody who has typed a figure and a text into one task and a figure into another."""
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "5")
    clerk.fill(clerk.text("narrative"), "begun")
    clerk.turn_to(EYES)
    clerk.fill(clerk.value(), "8")
    clerk.settle()
    return clerk


def test_the_menu_names_what_would_be_undone_and_redone(busy: Clerk) -> None:
    assert busy.actions.undo.text() == "撤销：填写累计完成"
    assert (busy.actions.redo.text(), busy.actions.redo.isEnabled()) == ("重做", False)
    busy.press("Ctrl+Z")
    busy.press("Ctrl+Z")
    assert (busy.actions.undo.text(), busy.actions.redo.text()) == ("撤销：填写累计完成", "重做：填写进展情况")


def test_undo_goes_back_through_the_tasks_and_shows_each(busy: Clerk) -> None:
    busy.press("Ctrl+Z")
    busy.settle()
    assert (busy.window.page.task_id, busy.amounts(EYES), busy.value().text()) == (EYES, {}, "")
    busy.press("Ctrl+Z")
    busy.settle()
    assert (busy.window.page.task_id, busy.selected()) == (CHECKUPS, [CHECKUPS])
    assert (busy.recorded("narrative", CHECKUPS), busy.text("narrative").toPlainText()) == ("", "")
    busy.press("Ctrl+Z")
    busy.settle()
    assert (busy.amounts(CHECKUPS), busy.actions.undo.isEnabled()) == ({}, False)
    for _ in range(3):
        busy.press("Ctrl+Y")
    busy.settle()
    assert busy.amounts(CHECKUPS) | busy.amounts(EYES) == {ONE: "5", f"{EYES}/1": "8"}
    assert busy.recorded("narrative", CHECKUPS) == "begun"
    assert busy.window.page.task_id == EYES


def test_ctrl_z_in_an_editor_takes_back_the_typing_first_and_then_what_was_recorded(busy: Clerk) -> None:
    busy.click(busy.text("problems"))
    busy.type("a thought")
    busy.press("Ctrl+Z")
    assert (busy.text("problems").toPlainText(), busy.amounts(EYES)) == ("", {f"{EYES}/1": "8"})
    busy.press("Ctrl+Z")
    assert busy.amounts(EYES) == {}


def test_a_recorded_text_is_undone_under_its_name_even_with_the_cursor_in_it(busy: Clerk) -> None:
    busy.fill(busy.text("problems"), "noted")
    busy.press("Shift+Tab")
    assert busy.cursor is busy.text("problems")
    busy.press("Ctrl+Z")
    busy.settle()
    assert (busy.recorded("problems", EYES), busy.text("problems").toPlainText()) == ("", "")
    busy.press("Ctrl+Y")
    busy.settle()
    assert (busy.recorded("problems", EYES), busy.text("problems").toPlainText()) == ("noted", "noted")


def test_what_is_still_being_typed_is_recorded_before_an_undo_from_the_menu(busy: Clerk) -> None:
    busy.click(busy.text("remark"))
    busy.type("half a sen")
    busy.actions.undo.trigger()
    busy.settle()
    assert busy.text("remark").toPlainText() == ""
    busy.actions.redo.trigger()
    busy.settle()
    assert busy.recorded("remark", EYES) == "half a sen"


def test_undo_turns_to_the_period_that_it_happened_in(busy: Clerk) -> None:
    busy.choose_period(2)
    busy.actions.undo.trigger()
    busy.settle()
    assert (busy.window.page.board.period.id, busy.window.page.task_id) == ("2021-Q2", EYES)
    assert busy.amounts(EYES) == {}
    assert busy.find(QComboBox, "period").currentIndex() == 1


def test_a_new_entry_ends_what_could_be_redone(busy: Clerk) -> None:
    busy.press("Ctrl+Z")
    busy.fill(busy.value(), "9")
    assert not busy.actions.redo.isEnabled()


def test_choosing_a_status_can_be_undone(busy: Clerk) -> None:
    busy.click(busy.segment(Status.COMPLETED))
    assert busy.actions.undo.text() == "撤销：选择进展状态"
    busy.press("Ctrl+Z")
    busy.settle()
    assert not busy.segment(Status.COMPLETED).isChecked()
    assert busy.recorded("status", EYES) is None


def test_the_history_says_who_changed_what_from_what_to_what(busy: Clerk) -> None:
    busy.fill(busy.value(), "9000")
    busy.click(busy.segment(Status.BEHIND))
    busy.press("Ctrl+Z")
    busy.settle()
    assert busy.reads("changes") == [
        "修改记录",
        "6月13日 王敏 状态 滞后 → 空",
        "6月13日 王敏 状态 滞后",
        "6月13日 王敏 组织中小学生开展视力筛查 8 → 9,000",
        "6月13日 王敏 组织中小学生开展视力筛查 8",
    ]


def test_a_task_without_changes_says_what_will_stand_there(clerk: Clerk) -> None:
    clerk.turn_to(SCHOOLS)
    assert clerk.reads("changes") == ["修改记录", "还没有修改。每一次修改都会记在这里。"]


def test_another_operator_stands_in_the_history_from_then_on(busy: Clerk) -> None:
    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QInputDialog)
        assert asked.textValue() == "王敏"
        asked.findChild(QComboBox).setEditText("  赵磊 ")
        asked.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    QTimer.singleShot(0, answer)
    busy.actions.operator.trigger()
    busy.settle()
    assert busy.says("operator") == "填报人：赵磊"
    busy.fill(busy.value(), "10")
    busy.settle()
    assert busy.reads("changes")[1] == "6月13日 赵磊 组织中小学生开展视力筛查 8 → 10"
    assert busy.stored("SELECT operator FROM history ORDER BY seq") == [("王敏",)] * 3 + [("赵磊",)]


def test_what_is_being_typed_when_the_operator_changes_is_still_the_first_ones(busy: Clerk) -> None:
    busy.click(busy.text("remark"))
    busy.type("by the first")
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    busy.actions.operator.trigger()
    assert busy.stored("SELECT operator, new FROM history ORDER BY seq DESC LIMIT 1") == [("王敏", "by the first")]
    assert busy.says("operator") == "填报人：王敏"
