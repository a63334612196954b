"""A disk that fails at the moment of recording: what was typed stays, the window says so, and later it is recorded."""

import sqlite3
import threading

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from models.core.vocabulary import Status
from tests.ui.clerk import CHECKUPS, EYES, Clerk
from ui.dialogs.message_dialog import MessageDialog


@pytest.fixture
def failing(clerk: Clerk) -> Clerk:
    """Somebody whose disk has begun to refuse."""
    clerk.turn_to(CHECKUPS)
    clerk.refuse_writing(refuse=True)
    return clerk


def messages() -> list[MessageDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MessageDialog) and w.isVisible()]


def understand(clerk: Clerk) -> None:
    """Read the message and press its button."""
    (message,) = messages()
    clerk.click(message.findChild(QPushButton, "closeButton"))
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(lambda: QApplication.focusWidget() is clerk.cursor)


def test_a_text_stays_is_told_of_once_and_is_recorded_later(failing: Clerk) -> None:
    failing.click(failing.text("narrative"))
    failing.type("not lost")
    failing.press("Tab")
    QApplication.processEvents()
    (message,) = messages()
    assert "没有权限读写" in message.findChild(QLabel, "messageHappened").text()
    assert failing.says("saved") == "■ 有一栏还没有存下"
    understand(failing)
    assert messages() == []
    assert failing.text("narrative").toPlainText() == "not lost"
    assert failing.recorded("narrative", CHECKUPS) is None
    failing.refuse_writing(refuse=False)
    failing.click(failing.text("narrative"))
    failing.press("Tab")
    assert failing.recorded("narrative", CHECKUPS) == "not lost"
    assert failing.says("saved").startswith("✓ 已存")


def test_a_figure_stays_and_is_recorded_later(failing: Clerk) -> None:
    failing.click(failing.value())
    failing.type("42")
    failing.press("Return")
    understand(failing)
    assert (failing.value().text(), failing.amounts(CHECKUPS)) == ("42", {})
    failing.refuse_writing(refuse=False)
    failing.click(failing.text("remark"))
    assert failing.amounts(CHECKUPS) == {f"{CHECKUPS}/1": "42"}


def test_a_status_that_was_not_recorded_is_not_shown_as_chosen(failing: Clerk) -> None:
    failing.click(failing.segment(Status.COMPLETED))
    understand(failing)
    assert not failing.segment(Status.COMPLETED).isChecked()
    failing.refuse_writing(refuse=False)
    failing.click(failing.segment(Status.COMPLETED))
    assert failing.recorded("status", CHECKUPS) == "completed"


def test_nobody_leaves_a_task_that_could_not_be_recorded(failing: Clerk) -> None:
    failing.click(failing.text("narrative"))
    failing.type("not lost")
    failing.click_row(EYES)
    QApplication.processEvents()
    understand(failing)
    assert (failing.window.page.task_id, failing.selected()) == (CHECKUPS, [CHECKUPS])
    assert failing.text("narrative").toPlainText() == "not lost"
    failing.refuse_writing(refuse=False)
    failing.click_row(EYES)
    assert failing.window.page.task_id == EYES
    assert failing.recorded("narrative", CHECKUPS) == "not lost"


def test_the_window_does_not_close_over_what_could_not_be_recorded(failing: Clerk) -> None:
    failing.click(failing.text("narrative"))
    failing.type("not lost")
    assert not failing.window.close()
    understand(failing)
    assert failing.text("narrative").toPlainText() == "not lost"
    failing.refuse_writing(refuse=False)
    assert failing.window.close()
    assert failing.recorded("narrative", CHECKUPS) == "not lost"


def test_an_undo_that_could_not_be_recorded_can_be_tried_again(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "5")
    clerk.refuse_writing(refuse=True)
    clerk.actions.undo.trigger()
    understand(clerk)
    assert (clerk.amounts(CHECKUPS), clerk.actions.undo.isEnabled()) == ({f"{CHECKUPS}/1": "5"}, True)
    clerk.refuse_writing(refuse=False)
    clerk.actions.undo.trigger()
    assert clerk.amounts(CHECKUPS) == {}


def test_a_short_lock_by_another_program_is_waited_for(clerk: Clerk) -> None:
    """A backup program reads the file for a moment; nothing is lost and nothing is said."""
    clerk.turn_to(CHECKUPS)
    other = sqlite3.connect(clerk.workspace, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.4, other.close)
    release.start()
    clerk.fill(clerk.value(), "5")
    release.join()
    assert clerk.amounts(CHECKUPS) == {f"{CHECKUPS}/1": "5"}
    assert messages() == []
