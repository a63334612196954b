"""Finding a task and going from one to the next; the period and its kind."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeView, QWidget

from models.core.vocabulary import Status
from tests.ui.clerk import CHECKUPS, EYES, SCHOOLS, Clerk

QUANTIFIED = 15


def shown(clerk: Clerk) -> list[str]:
    return [row.task.task.id for _, row in clerk.rows() if row.task is not None]


def search(clerk: Clerk, text: str) -> None:
    clerk.press("Ctrl+F")
    assert clerk.cursor is clerk.find(QLineEdit, "search")
    clerk.press("Ctrl+A")
    clerk.press("Del")
    clerk.type(text)


def test_the_first_task_is_open_with_the_cursor_in_it(clerk: Clerk) -> None:
    first = clerk.window.page.board.tasks[0].task
    assert (clerk.window.page.task_id, clerk.selected()) == (first.id, [first.id])
    assert clerk.says("taskTitle") == first.text
    assert clerk.cursor.objectName().startswith(("value_", "status_"))


def test_a_task_is_shown_in_its_place_with_its_wording(clerk: Clerk) -> None:
    clerk.turn_to(EYES)
    place = next(part for part in clerk.says("crumb").split(" · ") if part.startswith("第"))
    assert re.fullmatch(r"第 \d+ 项，共 \d+ 项", place)
    assert " › 11．" in clerk.says("crumb")
    assert "视力筛查" in clerk.says("taskTitle")
    assert clerk.find(QTreeView, "taskTree").currentIndex() == clerk.row(EYES)


def test_all_tasks_of_the_plan_stand_in_the_tree(clerk: Clerk) -> None:
    assert len(shown(clerk)) == 189
    levels = [row.level.value for _, row in clerk.rows()]
    assert (levels.count(1), levels.count(2)) == (6, 20)


@pytest.mark.parametrize("inside", ["value_1", "narrative", "status_not_started", "search"])
def test_ctrl_down_and_up_go_to_the_neighbours_from_wherever_the_cursor_is(clerk: Clerk, inside: str) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.find(QWidget, inside).setFocus()
    clerk.press("Ctrl+Down")
    assert (clerk.window.page.task_id, clerk.cursor.objectName()) == (EYES, "value_1")
    clerk.press("Ctrl+Up")
    assert (clerk.window.page.task_id, clerk.selected()) == (CHECKUPS, [CHECKUPS])


def test_at_the_ends_the_neighbours_stay_where_they_are(clerk: Clerk) -> None:
    ids = shown(clerk)
    clerk.turn_to(ids[0])
    clerk.press("Ctrl+Up")
    assert clerk.window.page.task_id == ids[0]
    clerk.turn_to(ids[-1])
    clerk.press("Ctrl+Down")
    assert clerk.window.page.task_id == ids[-1]


@pytest.mark.parametrize("inside", ["value_1", "narrative", "status_not_started"])
def test_ctrl_shift_down_goes_to_the_next_task_that_is_not_reported(clerk: Clerk, inside: str) -> None:
    clerk.turn_to(EYES)
    clerk.fill(clerk.value(), "1")
    clerk.turn_to(CHECKUPS)
    clerk.settle()
    clerk.find(QWidget, inside).setFocus()
    clerk.press("Ctrl+Shift+Down")
    ids = shown(clerk)
    assert clerk.window.page.task_id == ids[ids.index(EYES) + 1]


def test_after_the_last_task_the_first_unreported_one_follows(clerk: Clerk) -> None:
    ids = shown(clerk)
    clerk.turn_to(ids[-1])
    clerk.press("Ctrl+Shift+Down")
    assert clerk.window.page.task_id == ids[0]


def test_search_looks_at_wording_indicator_and_what_was_written(clerk: Clerk) -> None:
    clerk.turn_to(SCHOOLS)
    clerk.fill(clerk.text("narrative"), "unheard of")
    clerk.settle()
    search(clerk, "UNHEARD of")
    assert shown(clerk) == [SCHOOLS]
    search(clerk, "幼儿园 新改扩建")
    assert SCHOOLS in shown(clerk)
    search(clerk, "")
    assert len(shown(clerk)) == 189


def test_looking_for_a_task_does_not_turn_to_one(clerk: Clerk) -> None:
    clerk.turn_to(SCHOOLS)
    search(clerk, "视力筛查")
    clerk.settle()
    assert shown(clerk) == [EYES]
    assert (clerk.window.page.task_id, clerk.cursor) == (SCHOOLS, clerk.find(QLineEdit, "search"))
    search(clerk, "")
    assert clerk.selected() == [SCHOOLS]


def test_enter_in_the_search_turns_to_the_first_task_found(clerk: Clerk) -> None:
    search(clerk, "视力筛查")
    clerk.press("Return")
    assert (clerk.window.page.task_id, clerk.cursor.objectName()) == (EYES, "value_1")


def test_ctrl_down_after_a_search_goes_through_what_was_found(clerk: Clerk) -> None:
    clerk.turn_to(SCHOOLS)
    search(clerk, "视力筛查")
    clerk.press("Ctrl+Down")
    assert clerk.window.page.task_id == EYES
    clerk.press("Ctrl+Down")
    assert clerk.window.page.task_id == EYES


def test_a_search_without_a_match_says_so_and_what_to_do(clerk: Clerk) -> None:
    nothing = next(label for label in clerk.window.page.tasks.findChildren(QLabel) if "没有符合" in label.text())
    assert not nothing.isVisible()
    search(clerk, "no such task")
    assert nothing.isVisible()
    assert "清空查找" in nothing.text()
    clerk.press("Return")
    search(clerk, "")
    assert not nothing.isVisible()
    assert len(shown(clerk)) == 189


def test_the_filters_count_and_show_what_they_name(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "1")
    clerk.fill(clerk.text("problems"), "why")
    clerk.turn_to(EYES)
    clerk.fill(clerk.value(), "40万")
    clerk.settle()
    names = ("all", "unreported", "red", "yellow", "quantified")
    chips = {name: clerk.find(QPushButton, f"filter_{name}") for name in names}
    assert [chip.text() for chip in chips.values()] == ["全部 189", "未填 187", "■ 1", "▲ 1", f"定量 {QUANTIFIED}"]
    clerk.click(chips["red"])
    assert shown(clerk) == [CHECKUPS]
    clerk.click(chips["yellow"])
    assert shown(clerk) == [EYES]
    clerk.click(chips["unreported"])
    assert len(shown(clerk)) == 187
    clerk.click(chips["quantified"])
    assert len(shown(clerk)) == QUANTIFIED
    assert clerk.window.page.task_id == EYES


def test_a_task_stays_in_the_list_while_it_is_being_filled_in(clerk: Clerk) -> None:
    """Filtered for what is not reported, the row that has just been reported must not vanish under the cursor."""
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.find(QPushButton, "filter_unreported"))
    clerk.fill(clerk.value(), "1")
    clerk.settle()
    assert CHECKUPS in shown(clerk)
    clerk.press("Ctrl+Down")
    assert clerk.window.page.task_id == EYES


def test_a_jump_to_a_task_that_is_filtered_out_takes_the_filter_off(clerk: Clerk) -> None:
    clerk.click(clerk.find(QPushButton, "filter_quantified"))
    other = next(one.task.id for one in clerk.window.page.board.tasks if not one.task.indicators)
    clerk.window.page.go_to(other)
    assert (clerk.window.page.task_id, clerk.selected()) == (other, [other])
    assert clerk.find(QPushButton, "filter_all").isChecked()


def test_a_click_on_an_item_closes_and_opens_it_and_turns_to_nothing(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    tree = clerk.find(QTreeView, "taskTree")
    part = tree.model().index(0, 0)
    tree.scrollTo(part)
    clerk.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(part).center())
    assert not tree.isExpanded(part)
    clerk.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(part).center())
    assert tree.isExpanded(part)
    assert clerk.window.page.task_id == CHECKUPS


def test_another_period_begins_blank_and_the_first_one_keeps_its_entries(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "5")
    clerk.choose_period(3)
    assert (clerk.window.page.board.period.id, clerk.value().text()) == ("2021-Q4", "")
    assert clerk.window.page.task_id == CHECKUPS
    clerk.fill(clerk.value(), "9")
    clerk.choose_period(1)
    assert clerk.value().text() == "5"
    assert clerk.stored("SELECT period, amount FROM entry_values ORDER BY period") == [
        ("2021-Q2", "5"),
        ("2021-Q4", "9"),
    ]


def test_the_chip_tells_how_long_there_is_left(clerk: Clerk) -> None:
    assert clerk.says("due") == "6月25日截止 · 还有 12 天"
    clerk.choose_period(0)
    assert clerk.says("due") == "2021年3月25日截止"


def test_a_choice_of_kind_is_kept_for_the_next_start(clerk: Clerk) -> None:
    kinds = {kind.value: action for kind, action in clerk.actions.period_kinds.items()}
    kinds["half"].trigger()
    clerk.settle()
    assert clerk.window.page.board.period.id == "2021-H1"
    assert [kind for kind, action in kinds.items() if action.isChecked()] == ["half"]


def test_a_reported_task_says_its_completion_or_status_in_the_tree(clerk: Clerk) -> None:
    other = next(one.task.id for one in clerk.window.page.board.tasks if not one.task.indicators)
    clerk.turn_to(other)
    clerk.click(clerk.segment(Status.COMPLETED))
    clerk.settle()
    row = next(row for _, row in clerk.rows() if row.task is not None and row.task.task.id == other)
    assert (row.note, row.light.value) == ("已完成", "green")
