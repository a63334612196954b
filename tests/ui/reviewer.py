"""Somebody in front of the review of a plan, with a keyboard and a mouse."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.plan.model import Plan, Task
from ui.operations.review import Review
from ui.operations.runner import Runner
from ui.review_window import ReviewWindow

Kind = TypeVar("Kind", bound=QWidget)


class Reviewer:
    """Does what a person does in the review window, and reads what the plan is then."""

    def __init__(self, window: ReviewWindow, review: Review, runner: Runner, qtbot: QtBot) -> None:
        self.window, self.review, self.runner, self.qtbot = window, review, runner, qtbot

    @property
    def plan(self) -> Plan:
        return self.review.plan

    @property
    def texts(self) -> list[str]:
        return [task.text for task in self.plan.tasks]

    @property
    def chosen(self) -> Task:
        return self.review.draft.task(self.window.page.key)

    @property
    def cursor(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def find(self, kind: type[Kind], name: str) -> Kind:
        return next(w for w in self.window.findChildren(kind, name) if w.isVisibleTo(self.window))

    def says(self, name: str) -> str:
        return next((w.text() for w in self.window.findChildren(QLabel, name) if w.isVisibleTo(self.window)), "")

    def line(self, name: str) -> QLineEdit:
        return self.find(QLineEdit, name)

    def press(self, keys: str) -> None:
        """Press a key or a combination where the cursor is."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self.cursor, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type where the cursor is: ASCII key by key, the rest through the input method."""
        if text.isascii():
            QTest.keyClicks(self.cursor, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.cursor, event)

    def fill(self, name: str, text: str) -> None:
        """Click into a line, type over what stands there, and go on with Tab."""
        line = self.line(name)
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        self.press("Ctrl+A")
        self.type(text)
        self.press("Tab")

    def pick(self, name: str, row: int) -> None:
        """Choose a line of a box with the arrow keys."""
        box = self.find(QComboBox, name)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        while box.currentIndex() != row:
            QTest.keyClick(box, Qt.Key.Key_Down if row > box.currentIndex() else Qt.Key.Key_Up)

    def push(self, name: str) -> None:
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def click_row(self, key: str) -> None:
        """Click on a row of the list."""
        view = self.find(QTableView, "planList")
        index = self.window.page.list.index_of(key)
        view.scrollTo(index)
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            view.visualRect(index).center(),
        )

    def turn_to(self, text: str) -> Task:
        """Click on the task whose wording begins so."""
        task = next(task for task in self.plan.tasks if task.text.startswith(text))
        self.click_row(task.id)
        assert self.window.page.key == task.id
        return task

    def put_cursor(self, place: int) -> None:
        """Click into the wording and walk to a place of it."""
        editor = self.find(QPlainTextEdit, "wording")
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        for _ in range(place):
            QTest.keyClick(editor, Qt.Key.Key_Right)

    def settle(self) -> None:
        """Wait until everything is on the disk."""
        self.qtbot.waitUntil(lambda: not self.runner.busy, timeout=10_000)
