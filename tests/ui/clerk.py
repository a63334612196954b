"""A clerk in front of the main window, with a keyboard, a mouse and an input method."""

import sqlite3
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.core.changes import Changes
from models.core.vocabulary import Status
from models.work.progress import TaskProgress
from ui.actions import Actions
from ui.main_window import MainWindow
from ui.operations.runner import Runner
from ui.tables.task_tree import ROW, Row

Kind = TypeVar("Kind", bound=QWidget)

CHECKUPS = "11-D6W9TK"  # 组织中小学生健康体检, 1,000,000 人
EYES = "11-A6FFWS"  # the task below it: 组织中小学生开展视力筛查, 1,000,000 人
SCHOOLS = "16-AKEEQH"  # two indicators: 13 所, 20 所


class Clerk:
    """Does what a person does in the window, and reads what stands in the file through a connection of its own."""

    def __init__(self, window: MainWindow, runner: Runner, workspace: Path, qtbot: QtBot) -> None:
        self.window, self.runner, self.workspace, self.qtbot = window, runner, workspace, qtbot

    @property
    def actions(self) -> Actions:
        return self.window._actions

    def find(self, kind: type[Kind], name: str) -> Kind:
        """Find a visible widget by its name."""
        return next(w for w in self.window.findChildren(kind, name) if w.isVisibleTo(self.window))

    def value(self, position: int = 1) -> QLineEdit:
        return self.find(QLineEdit, f"value_{position}")

    def text(self, name: str) -> QPlainTextEdit:
        return self.find(QPlainTextEdit, name)

    def segment(self, status: Status) -> QPushButton:
        return self.find(QPushButton, f"status_{status.value}")

    def says(self, name: str) -> str:
        """Read a label; blank while it is hidden."""
        return next((w.text() for w in self.window.findChildren(QLabel, name) if w.isVisibleTo(self.window)), "")

    def reads(self, name: str) -> list[str]:
        """Read all lines of a section beside the form."""
        section = self.window.findChild(QWidget, name)
        return [w.text() for w in section.findChildren(QLabel) if w.isVisibleTo(self.window)]

    def settle(self) -> None:
        """Wait until everything that was set going has arrived on the screen."""
        quiet = lambda: not self.runner.busy and not self.window._reading.isActive()  # noqa: E731
        self.qtbot.waitUntil(quiet, timeout=10_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(quiet, timeout=10_000)

    def turn_to(self, task_id: str) -> None:
        """Click on a task of the tree."""
        self.click_row(task_id)
        assert self.window.page.task_id == task_id
        self.settle()

    def click_row(self, task_id: str) -> None:
        tree = self.find(QTreeView, "taskTree")
        index = self.row(task_id)
        tree.scrollTo(index)
        at = tree.visualRect(index).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def row(self, task_id: str) -> QModelIndex:
        return next(index for index, row in self.rows() if row.task is not None and row.task.task.id == task_id)

    def rows(self) -> list[tuple[QModelIndex, Row]]:
        """List the rows of the tree from top to bottom, as they are shown."""
        tree = self.find(QTreeView, "taskTree")
        found, index = [], tree.model().index(0, 0)
        while index.isValid():
            found.append((index, index.data(ROW)))
            index = tree.indexBelow(index)
        return found

    def selected(self) -> list[str]:
        """Name the tasks whose rows are marked."""
        rows = [index.data(ROW) for index in self.find(QTreeView, "taskTree").selectedIndexes()]
        return [row.task.task.id for row in rows if row.task is not None]

    def click(self, widget: QWidget) -> None:
        inner = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
        QTest.mouseClick(inner, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, inner.rect().center())

    def press(self, keys: str) -> None:
        """Press a key or a combination where the cursor is."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self.cursor, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type where the cursor is: ASCII key by key, the rest through the input method."""
        if text.isascii():
            QTest.keyClicks(self.cursor, text)
        else:
            self.compose(text)
            finished = QInputMethodEvent()
            finished.setCommitString(text)
            QApplication.sendEvent(self.cursor, finished)

    def compose(self, text: str) -> None:
        """Have the input method show text that is not chosen yet (pre-edit)."""
        QApplication.sendEvent(self.cursor, QInputMethodEvent(text, []))

    def fill(self, widget: QWidget, text: str) -> None:
        """Click into a field, type over what stands there, and go on with Tab."""
        self.click(widget)
        self.press("Ctrl+A")
        self.type(text)
        self.press("Tab")

    def choose_period(self, number: int) -> None:
        """Pick a line of the list of periods with the arrow keys."""
        box = self.find(QComboBox, "period")
        box.setFocus(Qt.FocusReason.TabFocusReason)
        while box.currentIndex() != number:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down if number > before else Qt.Key.Key_Up)
            self.settle()
            if box.currentIndex() == before:
                return

    @property
    def cursor(self) -> QWidget:
        """The widget that has the keyboard."""
        return self.window.focusWidget() or self.window

    @property
    def progress(self) -> TaskProgress:
        """What the window believes of the task that it shows."""
        page = self.window.page
        return next(one for one in page.board.tasks if one.task.id == page.task_id)

    def stored(self, query: str, *values: str) -> list[tuple]:
        """Ask the file through a second connection: only what is durable is seen."""
        connection = sqlite3.connect(f"file:{self.workspace}?mode=ro", uri=True)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def amounts(self, task_id: str) -> dict[str, str | None]:
        """Read the recorded amounts of a task in all periods, by indicator."""
        rows = self.stored("SELECT indicator_id, amount FROM entry_values WHERE task_id = ?", task_id)
        return dict(rows)

    def recorded(self, field: str, task_id: str) -> str | None:
        """Read one recorded field of a task; None where there is no entry."""
        rows = self.stored(f"SELECT {field} FROM entries WHERE task_id = ?", task_id)  # noqa: S608
        return rows[0][0] if rows else None

    def refuse_writing(self, *, refuse: bool) -> None:
        """Have SQLite refuse every write from now on, as on a read-only or failing disk, or take that back."""

        def work(workspace) -> Changes:
            workspace.db.execute(f"PRAGMA query_only = {int(refuse)}")
            return Changes()

        with self.qtbot.waitCallback() as done:
            self.runner.read(work, done=done)
