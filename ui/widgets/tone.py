"""Changing the tone or the ground of a widget that is already dressed by the style sheet."""

from PySide6.QtWidgets import QWidget


def set_tone(widget: QWidget, value: str, *, name: str = "tone") -> None:
    """Set a style property (``tone``, ``surface``, ``chip``, ``wrong``) and dress the widget anew if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
