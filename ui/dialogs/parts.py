"""The parts that dialogs are made of: labels, buttons, fields and cards with their names and design properties."""

from html import escape
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.tokens import Space

Layout = TypeVar("Layout", bound=QBoxLayout)


def label(text: str = "", name: str = "", *, tone: str = "", size: str = "", wrap: bool = False) -> QLabel:
    """Make a label of plain text, whatever stands in it."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    if size:
        made.setProperty("scale", size)
    return made


def advice(name: str) -> QLabel:
    """Make a label for what to do, whose first words stand out; fill it with ``show_advice``."""
    made = label(name=name, wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    return made


def show_advice(target: QLabel, text: str) -> None:
    """Say what to do, after the words that announce it."""
    begin = QCoreApplication.translate("dialogs", "怎么办：")
    target.setText(f"<b>{escape(begin)}</b>{escape(text)}")


def button(text: str, name: str, *, primary: bool = False, quiet: bool = False) -> QPushButton:
    """Make a button; a dialog has one primary button at most, which Enter presses."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAutoDefault(primary)
    made.setDefault(primary)
    if primary:
        made.setProperty("primary", True)
    if quiet:
        made.setProperty("quiet", True)
    return made


def field(name: str, *, title: str, text: str = "", hint: str = "", limit: int = 100) -> QLineEdit:
    """Make a one-line field; ``title`` is what a screen reader calls it."""
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setPlaceholderText(hint)
    made.setMaxLength(limit)
    return made


def titled(title: str, content: QWidget) -> QVBoxLayout:
    """Stand a field under its small title, whose mnemonic leads to it."""
    above = label(title, tone="label")
    above.setBuddy(content)
    return column(above, content, spacing=Space.HAIR)


def surface(kind: str, *, name: str = "", margin: int = Space.PANEL, spacing: int = Space.MEDIUM) -> QFrame:
    """Make a frame of the design system (card, notice-red …) with a vertical layout."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("surface", kind)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return frame


def stack(frame: QWidget) -> QVBoxLayout:
    """Return the vertical layout that a surface was made with."""
    layout = frame.layout()
    if not isinstance(layout, QVBoxLayout):
        raise TypeError("a surface stacks its parts")
    return layout


def column(*parts: QWidget | QBoxLayout, spacing: int = Space.MEDIUM) -> QVBoxLayout:
    """Stack parts from top to bottom."""
    return _fill(QVBoxLayout(), parts, spacing)


def row(*parts: QWidget | QBoxLayout | None, spacing: int = Space.SMALL) -> QHBoxLayout:
    """Set parts side by side; ``None`` takes the room that is left."""
    return _fill(QHBoxLayout(), parts, spacing)


def _fill(layout: Layout, parts: tuple[QWidget | QBoxLayout | None, ...], spacing: int) -> Layout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
