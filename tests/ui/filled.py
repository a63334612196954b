"""The main window at work: stages in which as much stands on the screen as ever does."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from models.core.vocabulary import Status
from tests.ui.clerk import CHECKUPS, EYES, SCHOOLS, Clerk

TEXT = "已完成选址和立项，施工单位进场；部分县区配套资金到位较慢，预计暑期集中推进。"
_LONG_UNIT = "14-CKTA5Z"  # two indicators with parentheses and a unit of two characters


def fresh(clerk: Clerk) -> None:
    """The second quarter with nothing in it on the task with the widest indicators."""
    clerk.choose_period(1)
    clerk.turn_to(SCHOOLS)


def filled(clerk: Clerk) -> None:
    """A task with every field filled, behind schedule, with its history."""
    for position, figure in ((1, "2"), (2, "19")):
        _write(clerk, clerk.value(position), figure)
    clerk.click(clerk.segment(Status.BEHIND))
    for name in ("narrative", "problems", "nextSteps", "remark"):
        _write(clerk, clerk.text(name), TEXT)


def too_long(clerk: Clerk) -> None:
    """Texts longer than a return prints, and the largest figure that there can be."""
    clerk.turn_to(CHECKUPS)
    _write(clerk, clerk.value(), "123456789012000")
    for name in ("narrative", "problems", "nextSteps", "remark"):
        _write(clerk, clerk.text(name), TEXT * 14)


def refused(clerk: Clerk) -> None:
    """A figure that is none, and a reason that is missing."""
    clerk.turn_to(_LONG_UNIT)
    _write(clerk, clerk.value(1), "3成")
    clerk.press("Esc")
    clerk.press("F4")
    clerk.press("Tab")
    clerk.click(clerk.value(2))
    clerk.press("Ctrl+A")
    clerk.type("no figure")
    clerk.press("Tab")


def next_period(clerk: Clerk) -> None:
    """The third quarter, with last quarter's entry offered."""
    for position in (1, 2):
        clerk.click(clerk.value(position))
        clerk.press("Esc")
    clerk.turn_to(SCHOOLS)
    clerk.choose_period(2)


def nothing_found(clerk: Clerk) -> None:
    """A search without a match."""
    clerk.press("Ctrl+F")
    clerk.type("no such task")


def found(clerk: Clerk) -> None:
    """A search with one match, and the period as it was."""
    clerk.press("Ctrl+A")
    clerk.type("视力筛查")
    clerk.press("Return")
    assert clerk.window.page.task_id == EYES
    clerk.find(QLineEdit, "search").clear()
    clerk.choose_period(1)


def _write(clerk: Clerk, field: QLineEdit | QPlainTextEdit, text: str) -> None:
    clerk.click(field)
    clerk.press("Ctrl+A")
    clerk.type(text)
    clerk.press("Tab")


STAGES: dict[str, Callable[[Clerk], None]] = {
    "fresh": fresh,
    "filled": filled,
    "too long": too_long,
    "refused": refused,
    "next period": next_period,
    "nothing found": nothing_found,
    "found": found,
}
