"""A Chinese input method never loses a character, whichever way the field is left while text is being composed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from models.core.vocabulary import Status
from tests.ui.clerk import CHECKUPS, EYES, Clerk

WAYS: dict[str, Callable[[Clerk], object]] = {
    "Tab": lambda clerk: clerk.press("Tab"),
    "Shift+Tab": lambda clerk: clerk.press("Shift+Tab"),
    "the next task": lambda clerk: clerk.press("Ctrl+Down"),
    "the next task to do": lambda clerk: clerk.press("Ctrl+Shift+Down"),
    "another task": lambda clerk: clerk.click_row(EYES),
    "another field": lambda clerk: clerk.click(clerk.text("remark")),
    "a status": lambda clerk: clerk.click(clerk.segment(Status.BEHIND)),
    "another period": lambda clerk: clerk.choose_period(2),
    "the search": lambda clerk: clerk.press("Ctrl+F"),
    "closing": lambda clerk: clerk.window.close(),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_text_in_composition_is_recorded(clerk: Clerk, way: str) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.type("已经")
    clerk.compose("完成")
    WAYS[way](clerk)
    assert clerk.recorded("narrative", CHECKUPS) == "已经完成"


def test_every_text_is_recorded_while_it_is_composed(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    for text in ("进展", "问题", "打算", "备注"):
        clerk.compose(text)
        clerk.press("Tab")
    columns = "narrative, problems, next_steps, remark"
    assert clerk.stored(f"SELECT {columns} FROM entries") == [("进展", "问题", "打算", "备注")]  # noqa: S608


@pytest.mark.parametrize("way", ["Tab", "the next task", "another task", "closing"])
def test_a_figure_in_composition_is_recorded(clerk: Clerk, way: str) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.value())
    clerk.type("12")
    clerk.compose("万")
    WAYS[way](clerk)
    assert clerk.amounts(CHECKUPS) == {f"{CHECKUPS}/1": "120000"}


def test_a_figure_in_composition_that_is_none_is_refused_with_its_text(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.value())
    clerk.compose("三成")
    clerk.press("Tab")
    assert (clerk.value().text(), clerk.cursor is clerk.value()) == ("三成", True)
    assert clerk.amounts(CHECKUPS) == {}


def test_a_reading_that_arrives_leaves_the_composition_alone(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.type("前")
    clerk.press("Tab")  # sets a reading going
    clerk.click(clerk.text("narrative"))
    clerk.press("Ctrl+End")
    clerk.compose("后")
    clerk.settle()
    layout = clerk.text("narrative").textCursor().block().layout()
    assert (layout.preeditAreaText(), clerk.text("narrative").toPlainText()) == ("后", "前")
    clerk.press("Tab")
    assert clerk.recorded("narrative", CHECKUPS) == "前后"


def test_text_is_committed_once_by_an_input_method_that_does_it_itself(clerk: Clerk) -> None:
    """Most hand their text over when the focus goes; then there is nothing left to finish."""
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.compose("摸")
    clerk.type("摸底")
    clerk.press("Tab")
    assert clerk.recorded("narrative", CHECKUPS) == "摸底"


def test_a_composition_that_is_given_up_leaves_nothing(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.text("narrative"))
    clerk.compose("mo")
    clerk.compose("")
    clerk.press("Tab")
    QApplication.processEvents()
    assert clerk.recorded("narrative", CHECKUPS) is None


def test_the_search_finds_what_is_composed_and_chosen(clerk: Clerk) -> None:
    clerk.press("Ctrl+F")
    clerk.type("视力筛查")
    clerk.settle()
    assert [row.task.task.id for _, row in clerk.rows() if row.task is not None] == [EYES]
