"""A hand at the keyboard and the mouse: finds widgets by name, types, clicks, waits, takes pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QDeadlineTimer,
    QEventLoop,
    QKeyCombination,
    QMimeData,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QComboBox, QWidget

_PATIENCE = 30_000  # milliseconds until something that should happen is given up
_BEAT = 5  # milliseconds between two looks

Kind = TypeVar("Kind", bound=QWidget)


class DemoFailedError(Exception):
    """Something on the screen was not as it should be; the text says what."""


class Hand:
    """Does what a person does, and nothing else."""

    def __init__(self, pictures: Path) -> None:
        """Put pictures into a folder that exists."""
        self._folder = pictures
        self.pictures: list[str] = []

    def find(self, root: QWidget, kind: type[Kind], name: str) -> Kind:
        """Wait for a visible widget of that name and return it.

        Raises:
            DemoFailedError: there is none.
        """
        found: list[Kind] = []

        def shown() -> bool:
            found[:] = [widget for widget in root.findChildren(kind, name) if widget.isVisibleTo(root)]
            return bool(found)

        self.wait_for(f"{kind.__name__} {name!r} in {root.objectName() or type(root).__name__}", shown)
        return found[0]

    def wait_for(self, what: str, happened: Callable[[], bool]) -> None:
        """Let the program work until something has happened.

        Raises:
            DemoFailedError: it did not happen in half a minute.
        """
        deadline = QDeadlineTimer(_PATIENCE)
        while not happened():
            if deadline.hasExpired():
                raise DemoFailedError(f"waited in vain: {what}")
            _let_work()

    def window(self, kind: type[Kind], name: str = "") -> Kind:
        """Wait for a window of that kind and return it."""
        found: list[Kind] = []

        def shown() -> bool:
            found[:] = [
                widget
                for widget in QApplication.topLevelWidgets()
                if isinstance(widget, kind) and widget.isVisible() and (not name or widget.objectName() == name)
            ]
            return bool(found)

        self.wait_for(f"a window {name or kind.__name__}", shown)
        return found[0]

    def bring_forward(self, window: QWidget) -> None:
        """Give a window the keyboard, as the desktop does once a dialog before it is gone."""
        window.activateWindow()
        self.wait_for("the window in front", window.isActiveWindow)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click with the left button, in the middle or at a point."""
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click on a row of a list, after scrolling it into sight."""
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def key(self, widget: QWidget, keys: str) -> None:
        """Press a key or a combination, written as in menus: Tab, Ctrl+Down."""
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index] # the stubs forget operator[]
        QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())

    def type(self, widget: QWidget, text: str) -> None:
        """Type text: ASCII key by key, Chinese through the input method, as it arrives from one."""
        self.wait_for(f"the cursor in {widget.objectName()}", widget.hasFocus)
        if text.isascii():
            QTest.keyClicks(widget, text)
            return
        composing = QInputMethodEvent(text[:1], [])
        QApplication.sendEvent(widget, composing)
        finished = QInputMethodEvent()
        finished.setCommitString(text)
        QApplication.sendEvent(widget, finished)

    def replace(self, widget: QWidget, text: str) -> None:
        """Put the cursor into a field, select what stands there and type over it."""
        self.click(widget)
        self.key(widget, "Ctrl+A")
        self.type(widget, text)

    def scroll_to_top(self, area: QAbstractScrollArea) -> None:
        """Turn the wheel until the top of a scrolled area is in sight."""
        bar = area.verticalScrollBar()
        while bar.value() > bar.minimum():
            before, at = bar.value(), QPointF(area.viewport().rect().center())
            buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            turn = QWheelEvent(at, at, QPoint(), QPoint(0, 120), buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
            QApplication.sendEvent(area.viewport(), turn)
            if bar.value() == before:
                raise DemoFailedError("the wheel does not scroll")

    def drop(self, widget: QWidget, path: Path) -> None:
        """Drag a file onto a widget and let go."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(path))])
        at, button, keys = widget.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QDragEnterEvent(at, Qt.DropAction.CopyAction, carried, button, keys))
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, carried, button, keys))

    def pick(self, box: QComboBox, text: str) -> None:
        """Walk through a drop-down list by the arrow keys to the line with that text.

        Raises:
            DemoFailedError: no such line.
        """
        wanted = box.findText(text)
        if wanted < 0:
            raise DemoFailedError(f"{text!r} is not offered in {box.objectName()}")
        box.setFocus(Qt.FocusReason.TabFocusReason)
        key = "Down" if wanted > box.currentIndex() else "Up"
        while box.currentIndex() != wanted:
            before = box.currentIndex()
            self.key(box, key)
            self.wait_for(f"a step in {box.objectName()}", lambda b=before: box.currentIndex() != b)  # type: ignore[misc]

    def picture(self, window: QWidget, name: str) -> None:
        """Take a picture of a window as it is now."""
        QApplication.processEvents()
        file = f"{len(self.pictures) + 1:02d}-{name}.png"
        if not window.grab().save(str(self._folder / file)):
            raise DemoFailedError(f"the picture {file} could not be written")
        self.pictures.append(file)


def _let_work() -> None:
    """Let the program work for a moment. QTest.qWait would not do: it holds the lock that the other threads need."""
    loop = QEventLoop()
    QTimer.singleShot(_BEAT, loop.quit)
    loop.exec()
