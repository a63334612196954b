"""A correction in a large plan: only what it changes is announced, and hardly more is done than in a small one."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.work.kept_review import Purpose
from tests.ui.conftest import Office
from tests.ui.large_plan import large_plan
from tests.ui.reviewer import Reviewer
from ui.operations.review import Review
from ui.operations.runner import Runner
from ui.review_window import ReviewWindow
from ui.theme import apply_theme

FEW, MANY = 40, 600  # items; five tasks each
TASKS_MORE = 5 * (MANY - FEW)

Step = Callable[[Reviewer], object]
STEPS: dict[str, tuple[Step, int, int, int]] = {  # rows told, put in, taken out
    "reword": (lambda one: one.review.do("x", lambda draft: draft.reword("20-2", "改写")), 1, 0, 0),
    "lead": (lambda one: one.review.do("x", lambda draft: draft.set_lead("20-2", ["甲科"])), 1, 0, 0),
    "merge": (lambda one: one.press("Ctrl+M"), 1, 0, 1),
    "split": (lambda one: one.review.do("x", lambda draft: draft.split("20-2", 2)), 1, 1, 0),
    "delete": (lambda one: one.press("Del"), 0, 0, 1),
    "add": (lambda one: one.press("Ins"), 0, 1, 0),
    "settle": (lambda one: one.press("F9"), 1, 0, 0),
}


@pytest.fixture
def open_large(
    runner: Runner, empty_office: Office, qtbot: QtBot, qapp: QApplication
) -> Iterator[Callable[..., Reviewer]]:
    """Open the review of a plan of so many items, its task 20-2 chosen."""
    if not qapp.styleSheet():
        apply_theme(qapp)
    made: list[ReviewWindow] = []

    def show(items: int) -> Reviewer:
        review = Review(
            runner,
            plan=large_plan(items),
            origin="",
            purpose=Purpose.FIRST,
            workspace=empty_office.workspace,
            clock=empty_office.clock,
        )
        window = ReviewWindow(review, clock=empty_office.clock, settings=empty_office.settings)
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        reviewer = Reviewer(window, review, runner, qtbot)
        window.page.choose("20-2")
        window.page.view.setFocus()
        reviewer.settle()
        return reviewer

    yield show
    for window in made:
        window.hide()
        window.deleteLater()
    QApplication.processEvents()


@pytest.mark.parametrize("name", STEPS)
def test_only_the_rows_that_change_are_announced(open_large: Callable[[int], Reviewer], name: str) -> None:
    step, told, put_in, taken_out = STEPS[name]
    reviewer = open_large(FEW)
    rows = reviewer.window.page.list
    changed, inserted, removed = (QSignalSpy(each) for each in (rows.dataChanged, rows.rowsInserted, rows.rowsRemoved))
    before = {id(row) for row in rows.rows()}
    step(reviewer)
    assert [spy.at(at)[0].row() - spy.at(at)[1].row() for spy in (changed,) for at in range(spy.count())] == [0] * told
    assert (inserted.count(), removed.count()) == (put_in, taken_out)
    assert sum(1 for row in rows.rows() if id(row) not in before) <= 2 * 6, (
        "rows of the two items at most are made anew"
    )
    assert [row.key for row in rows.rows() if row.text != "" and rows.index_of(row.key).data() != row.text] == []


def calls_of(step: Callable[[], object]) -> int:
    """Count the calls of functions, ours and Qt's, that a step makes on this thread."""
    count = 0

    def see(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(see)
    try:
        step()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", STEPS)
def test_hardly_more_is_done_in_a_large_plan(open_large: Callable[[int], Reviewer], name: str) -> None:
    step = STEPS[name][0]
    small, large = (calls_of(partial(step, open_large(items))) for items in (FEW, MANY))
    # Looking at a task, to find it or count it, takes a call; making its row, marks or text anew takes ten and more.
    assert large - small < 5 * TASKS_MORE, (small, large)
