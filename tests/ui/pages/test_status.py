"""Choosing the status: with the mouse, the arrows, the figures 1 to 5; and taking the choice back."""

import pytest

from models.core.vocabulary import Status
from tests.ui.clerk import CHECKUPS, EYES, Clerk


def chosen(clerk: Clerk) -> list[Status]:
    return [status for status in Status if clerk.segment(status).isChecked()]


@pytest.fixture
def at_status(clerk: Clerk) -> Clerk:
    """Somebody with the cursor in the row of statuses."""
    clerk.turn_to(CHECKUPS)
    clerk.click(clerk.value())
    clerk.press("Tab")
    return clerk


def test_a_click_chooses_and_records(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    for status in Status:
        clerk.click(clerk.segment(status))
        assert clerk.recorded("status", CHECKUPS) == status.value
        clerk.settle()
        assert chosen(clerk) == [status]


def test_a_figure_chooses(at_status: Clerk) -> None:
    for figure, status in enumerate(Status, start=1):
        at_status.press(str(figure))
        assert (at_status.recorded("status", CHECKUPS), chosen(at_status)) == (status.value, [status])


def test_arrows_walk_and_space_chooses(at_status: Clerk) -> None:
    for key in ("Right", "Down", "Left"):
        at_status.press(key)
    assert (at_status.cursor.objectName(), chosen(at_status)) == ("status_in_progress", [])
    at_status.press("Space")
    assert at_status.recorded("status", CHECKUPS) == "in_progress"
    at_status.press("Left")
    at_status.press("Left")
    at_status.press("Return")
    assert at_status.recorded("status", CHECKUPS) == "deferred"


def test_the_chosen_one_pressed_again_is_taken_back(at_status: Clerk) -> None:
    at_status.press("3")
    at_status.press("3")
    assert (at_status.recorded("status", CHECKUPS), chosen(at_status)) == (None, [])
    at_status.settle()
    assert not at_status.progress.reported


def test_the_row_is_one_stop_of_the_tab_key(at_status: Clerk) -> None:
    at_status.press("4")
    at_status.settle()
    at_status.press("Tab")
    assert at_status.cursor is at_status.text("narrative")
    at_status.press("Shift+Tab")
    assert at_status.cursor.objectName() == "status_behind"


def test_figures_in_the_fields_are_figures(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "3")
    clerk.fill(clerk.text("narrative"), "3")
    assert clerk.recorded("status", CHECKUPS) is None


def test_each_task_shows_its_own_status(at_status: Clerk) -> None:
    at_status.press("2")
    at_status.click_row(EYES)
    assert chosen(at_status) == []
    at_status.click_row(CHECKUPS)
    at_status.settle()
    assert chosen(at_status) == [Status.IN_PROGRESS]
