"""Figures as people type them: durable before the cursor moves on, understood, and never confused with nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTreeView, QWidget

from tests.ui.clerk import CHECKUPS, EYES, SCHOOLS, Clerk

ONE = f"{CHECKUPS}/1"


def test_a_value_is_durable_before_the_cursor_arrives_in_the_next_field(clerk: Clerk) -> None:
    clerk.turn_to(SCHOOLS)
    seen: list[dict[str, str | None]] = []

    def arrived(_: QWidget, now: QWidget) -> None:
        if isinstance(now, QLineEdit) and now.objectName() == "value_2":
            seen.append(clerk.amounts(SCHOOLS))

    clerk.click(clerk.value(1))
    clerk.type("7")
    QApplication.instance().focusChanged.connect(arrived)
    try:
        clerk.press("Tab")
    finally:
        QApplication.instance().focusChanged.disconnect(arrived)
    assert seen == [{f"{SCHOOLS}/1": "7"}]


@pytest.mark.parametrize("key", ["Tab", "Return"])
def test_a_text_or_a_value_is_kept_when_the_next_field_is_reached(clerk: Clerk, key: str) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.value())
    clerk.type("7")
    clerk.press(key)
    assert clerk.cursor.objectName().startswith("status_")
    clerk.click(clerk.text("narrative"))
    clerk.type("已完成摸底。")
    clerk.press("Tab")
    assert clerk.cursor is clerk.text("problems")
    assert clerk.amounts(CHECKUPS) == {ONE: "7"}
    assert clerk.recorded("narrative", CHECKUPS) == "已完成摸底。"


def test_tab_goes_through_the_fields_in_the_order_of_the_form_and_back(clerk: Clerk) -> None:
    clerk.turn_to(SCHOOLS)
    clerk.click(clerk.value(1))
    order = []
    for _ in range(6):
        clerk.press("Tab")
        order.append(clerk.cursor.objectName())
    assert order == ["value_2", "status_not_started", "narrative", "problems", "nextSteps", "remark"]
    for name in reversed(order[:-1]):
        clerk.press("Shift+Tab")
        assert clerk.cursor.objectName() == name


def test_return_in_a_running_text_begins_a_line(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.type("a")
    clerk.press("Return")
    clerk.type("b")
    clerk.press("Tab")
    assert clerk.recorded("narrative", CHECKUPS) == "a\nb"


WRITTEN = {
    "2000万": ("20000000", "20,000,000"),
    "1,000": ("1000", "1,000"),
    "１２３": ("123", "123"),
    "１．５万人": ("15000", "15,000"),
    " 42 ": ("42", "42"),
    "0": ("0", "0"),
    "12.5": ("12.5", "12.5"),
    "1.2亿": ("120000000", "120,000,000"),
}


def test_a_value_is_understood_as_people_write_it(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    for typed, (amount, shown) in WRITTEN.items():
        clerk.fill(clerk.value(), typed)
        assert (clerk.amounts(CHECKUPS), clerk.value().text()) == ({ONE: amount}, shown)
        clerk.settle()
        assert clerk.value().text() == shown


def test_blank_is_not_zero_and_zero_is_not_blank(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "0")
    clerk.settle()
    assert (clerk.amounts(CHECKUPS), clerk.progress.reported) == ({ONE: "0"}, True)
    clerk.click(clerk.value())
    clerk.press("Ctrl+A")
    clerk.press("Del")
    clerk.press("Tab")
    clerk.settle()
    assert (clerk.amounts(CHECKUPS), clerk.progress.reported) == ({}, False)


def test_no_data_is_a_choice_with_a_reason(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.value())
    clerk.press("F4")
    assert clerk.value().placeholderText() == "请写明原因"
    clerk.type("年底统计")
    clerk.press("Tab")
    clerk.settle()
    rows = clerk.stored("SELECT amount, no_data_reason FROM entry_values WHERE indicator_id = ?", ONE)
    assert (rows, clerk.progress.reported) == ([(None, "年底统计")], True)
    assert clerk.value().text() == "年底统计"
    assert clerk.find(QPushButton, "noData_1").text() == "改填数值"


def test_no_data_without_a_reason_is_refused(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.find(QPushButton, "noData_1"))
    assert clerk.cursor is clerk.value()
    clerk.press("Tab")
    assert clerk.cursor is clerk.value()
    assert "原因" in clerk.says("refusal_1")
    assert clerk.amounts(CHECKUPS) == {}
    clerk.press("Esc")
    clerk.press("Tab")
    assert (clerk.says("refusal_1"), clerk.cursor is clerk.value()) == ("", False)


def test_a_figure_survives_a_look_at_no_data(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "500")
    clerk.click(clerk.value())
    clerk.press("F4")
    clerk.press("F4")
    assert clerk.value().text() == "500"
    clerk.press("Tab")
    assert clerk.amounts(CHECKUPS) == {ONE: "500"}


def test_the_light_and_the_bar_above_follow_what_is_typed(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    assert clerk.says("reported").startswith("已填 0 / ")
    clerk.fill(clerk.value(), "10万")
    clerk.settle()
    assert clerk.says("reported").startswith("已填 1 / ")
    row = clerk.row(CHECKUPS).data(Qt.ItemDataRole.UserRole)
    assert (row.note, row.light.value) == ("10%", "red")
    assert clerk.says("saved") == "✓ 已存 10:32:05"


def test_a_late_reading_leaves_the_selection_of_a_field_alone(clerk: Clerk) -> None:
    """The board comes back while the cursor is in the next field already, with all of it selected to be typed over."""
    clerk.turn_to(SCHOOLS)
    clerk.fill(clerk.value(2), "12")
    clerk.settle()
    clerk.click(clerk.value(1))
    clerk.type("3")
    clerk.press("Tab")
    clerk.settle()
    clerk.type("9")
    clerk.press("Tab")
    assert clerk.amounts(SCHOOLS) == {f"{SCHOOLS}/1": "3", f"{SCHOOLS}/2": "9"}


def test_no_reading_takes_back_what_is_newer(clerk: Clerk) -> None:
    """Many quick edits, back and forth, with the readings of each arriving whenever they like."""
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.value())
    for round_ in range(12):
        for task, figure in ((CHECKUPS, 100 + round_), (EYES, 200 + round_)):
            assert clerk.window.page.task_id == task
            clerk.press("Ctrl+A")
            clerk.type(str(figure))
            clerk.press("Ctrl+Down" if task == CHECKUPS else "Ctrl+Up")
            if round_ % 3 == 0:
                QApplication.processEvents()
            elif round_ % 3 == 1:
                clerk.settle()
    assert clerk.amounts(CHECKUPS) | clerk.amounts(EYES) == {ONE: "111", f"{EYES}/1": "211"}
    clerk.settle()
    assert clerk.value().text() == "111"
    clerk.press("Ctrl+Down")
    assert clerk.value().text() == "211"


def test_a_reading_that_arrives_while_somebody_types_leaves_the_typing_alone(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.type("one")
    clerk.press("Ctrl+Down")
    clerk.press("Ctrl+Up")  # nothing has been read anew yet
    clerk.click(clerk.text("narrative"))
    clerk.press("Ctrl+A")
    clerk.type("two")
    clerk.settle()
    assert clerk.text("narrative").toPlainText() == "two"
    clerk.press("Tab")
    assert clerk.recorded("narrative", CHECKUPS) == "two"


def test_a_text_longer_than_a_return_prints_says_so_and_is_kept(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("remark"))
    clerk.type("长" * 310)
    clerk.press("Shift+Tab")
    assert clerk.recorded("remark", CHECKUPS) == "长" * 310
    assert "超出 10 字" in " ".join(
        label.text() for label in clerk.text("remark").parentWidget().findChildren(QWidget) if hasattr(label, "text")
    )


def test_clicking_elsewhere_records_too(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.type("left by the mouse")
    clerk.click(clerk.text("problems"))
    assert clerk.recorded("narrative", CHECKUPS) == "left by the mouse"
    clerk.type("and by another task")
    clerk.click_row(EYES)
    assert clerk.recorded("problems", CHECKUPS) == "and by another task"


def test_turning_to_another_task_leaves_no_text_of_the_last_one(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.text("narrative"), "first")
    clerk.click_row(EYES)
    assert [clerk.text(name).toPlainText() for name in ("narrative", "problems", "nextSteps", "remark")] == [""] * 4
    assert clerk.value().text() == ""
    clerk.settle()
    assert isinstance(clerk.text("narrative"), QPlainTextEdit)
    assert clerk.recorded("narrative", EYES) is None


def test_the_keyboard_alone_fills_a_task_and_goes_on(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.value())
    for keys in ("6", "Tab", "2", "Tab", "x", "Ctrl+Down"):
        if len(keys) == 1:
            QTest.keyClicks(clerk.cursor, keys)
        else:
            clerk.press(keys)
    assert clerk.stored("SELECT status, narrative FROM entries WHERE task_id = ?", CHECKUPS) == [("in_progress", "x")]
    assert clerk.amounts(CHECKUPS) == {ONE: "6"}
    assert (clerk.window.page.task_id, clerk.cursor.objectName()) == (EYES, "value_1")
    assert clerk.find(QTreeView, "taskTree").currentIndex().data(Qt.ItemDataRole.UserRole).task.task.id == EYES
