"""Changing the tone or the ground of a widget that is already dressed by the style sheet."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme import text_font


def set_tone(widget: QWidget, value: str, *, name: str = "tone") -> None:
    """Set a style property (``tone``, ``surface``, ``chip``, ``wrong``) and dress the widget anew if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def reserve_bold(button: QAbstractButton, *, size: int, padding: int) -> None:
    """Make a button wide enough for its text in bold, which it is written in once it is chosen.

    Args:
        button: the button, with its text.
        size: the type size that the style sheet gives it, in pixels.
        padding: what the style sheet leaves free on either side of the text.
    """
    text = QFontMetrics(text_font(size, bold=True)).horizontalAdvance(button.text())
    button.setMinimumWidth(text + 2 * (padding + 1))
