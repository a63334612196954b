"""A new period: what was said last time is offered, with its day, and counts only once it has been taken."""

import pytest
from PySide6.QtWidgets import QPushButton

from models.core.vocabulary import Status
from tests.ui.clerk import CHECKUPS, EYES, Clerk

ONE = f"{CHECKUPS}/1"


@pytest.fixture
def next_quarter(clerk: Clerk) -> Clerk:
    """Somebody who reported on a task in the second quarter and is in the third now."""
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "52万")
    clerk.click(clerk.segment(Status.IN_PROGRESS))
    clerk.fill(clerk.text("narrative"), "过半。")
    clerk.fill(clerk.text("problems"), "车辆不足。")
    clerk.choose_period(2)
    assert clerk.window.page.board.period.id == "2021-Q3"
    return clerk


def entry(clerk: Clerk, task_id: str = CHECKUPS) -> tuple[object, ...]:
    rows = clerk.stored(
        "SELECT status, narrative, problems FROM entries WHERE task_id = ? AND period = '2021-Q3'", task_id
    )
    amounts = clerk.stored("SELECT amount FROM entry_values WHERE task_id = ? AND period = '2021-Q3'", task_id)
    return tuple(field or None for field in (amounts[0][0] if amounts else "", *(rows[0] if rows else ("", "", ""))))


def test_last_periods_entry_is_offered_but_not_reported(next_quarter: Clerk) -> None:
    assert (next_quarter.value().text(), next_quarter.value().placeholderText()) == ("", "520,000")
    narrative = next_quarter.text("narrative")
    assert (narrative.toPlainText(), narrative.placeholderText()) == ("", "过半。")
    lines = next_quarter.reads("lastPeriod")
    assert (lines[0], lines[-1]) == ("上期（2021年第二季度）", "填于 2021年6月13日")
    assert {"520,000 人", "推进中", "过半。", "车辆不足。"} <= set(lines)
    assert not next_quarter.progress.reported
    assert next_quarter.says("reported").startswith("已填 0 / ")
    assert entry(next_quarter) == (None, None, None, None)


def test_enter_takes_one_figure(next_quarter: Clerk) -> None:
    next_quarter.click(next_quarter.value())
    next_quarter.press("Return")
    next_quarter.settle()
    assert entry(next_quarter)[0] == "520000"
    assert (next_quarter.value().text(), next_quarter.text("narrative").toPlainText()) == ("520,000", "")
    assert next_quarter.progress.reported
    next_quarter.press("Return")
    assert next_quarter.cursor.objectName().startswith("status_")


def test_enter_takes_one_text(next_quarter: Clerk) -> None:
    next_quarter.click(next_quarter.text("problems"))
    next_quarter.press("Return")
    next_quarter.settle()
    assert next_quarter.text("problems").toPlainText() == "车辆不足。"
    assert entry(next_quarter) == (None, None, None, "车辆不足。")


def test_ctrl_l_takes_all_that_is_blank_and_leaves_what_is_typed(next_quarter: Clerk) -> None:
    next_quarter.click(next_quarter.value())
    next_quarter.type("600000")
    next_quarter.press("Ctrl+L")
    next_quarter.settle()
    assert entry(next_quarter) == ("600000", "in_progress", "过半。", "车辆不足。")
    assert next_quarter.text("narrative").toPlainText() == "过半。"


def test_the_button_beside_takes_all_and_one_undo_gives_all_back(next_quarter: Clerk) -> None:
    next_quarter.click(next_quarter.find(QPushButton, "takeAll"))
    next_quarter.settle()
    assert entry(next_quarter) == ("520000", "in_progress", "过半。", "车辆不足。")
    next_quarter.press("Ctrl+Z")
    next_quarter.settle()
    assert entry(next_quarter) == (None, None, None, None)
    assert next_quarter.value().text() == ""


def test_leaving_a_suggestion_alone_records_nothing(next_quarter: Clerk) -> None:
    next_quarter.click(next_quarter.value())
    for _ in range(6):
        next_quarter.press("Tab")
    next_quarter.press("Ctrl+Down")
    next_quarter.settle()
    assert next_quarter.stored("SELECT * FROM entries WHERE period = '2021-Q3'") == []


def test_a_task_without_a_past_offers_nothing(next_quarter: Clerk) -> None:
    next_quarter.turn_to(EYES)
    assert next_quarter.value().placeholderText() == ""
    assert "这项任务以前没有填报过。" in next_quarter.reads("lastPeriod")
    assert not next_quarter.window.findChild(QPushButton, "takeAll").isVisibleTo(next_quarter.window)
    next_quarter.click(next_quarter.value())
    next_quarter.press("Return")
    assert next_quarter.cursor.objectName().startswith("status_")
    next_quarter.press("Ctrl+L")
    assert entry(next_quarter, EYES) == (None, None, None, None)


def test_going_back_shows_what_was_reported_then(next_quarter: Clerk) -> None:
    next_quarter.fill(next_quarter.value(), "70万")
    next_quarter.choose_period(1)
    assert (next_quarter.value().text(), next_quarter.text("narrative").toPlainText()) == ("520,000", "过半。")
    next_quarter.choose_period(2)
    assert next_quarter.value().text() == "700,000"


def test_the_whole_year_offers_the_last_quarters_entry(next_quarter: Clerk) -> None:
    kinds = {kind.value: action for kind, action in next_quarter.actions.period_kinds.items()}
    kinds["year"].trigger()
    next_quarter.settle()
    assert next_quarter.window.page.board.period.id == "2021-Y1"
    assert next_quarter.value().placeholderText() == "520,000"
    kinds["month"].trigger()
    next_quarter.settle()
    assert next_quarter.window.page.board.period.id == "2021-M06"  # that of today
