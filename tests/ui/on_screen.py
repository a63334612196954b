"""What can be read in a window: every text that it shows, speaks or offers, and where it stands."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

HAN = re.compile(r"[\u2e80-\u9fff\uff01-\uff60]")


def shown_parts(window: QWidget) -> Iterator[QWidget]:
    """Walk over a window and all that is visible in it."""
    yield window
    yield from (part for part in window.findChildren(QWidget) if part.isVisibleTo(window))


def words(window: QWidget) -> Iterator[tuple[str, str]]:
    """List the texts of a window with the name of the widget that each stands in."""
    for part in shown_parts(window):
        here = f"{type(part).__name__} {part.objectName()}".strip()
        for text in _texts(part):
            if text:
                yield here, text
    for action in window.actions():
        yield f"QAction {action.objectName()}", action.text()
    for menu in window.findChildren(QMenu):
        yield "QMenu", menu.title()


def plain_text(label: QLabel) -> str:
    """Return what a label says, without its markup."""
    text = label.text()
    return QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text


def _texts(part: QWidget) -> Iterator[str]:
    yield from (part.windowTitle(), part.toolTip(), part.accessibleName(), part.accessibleDescription())
    match part:
        case QLabel():
            yield plain_text(part)
        case QAbstractButton():
            yield part.text()
        case QLineEdit() | QPlainTextEdit():
            yield part.placeholderText()
        case QComboBox():
            yield from (part.itemText(at) for at in range(part.count()))
