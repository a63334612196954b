"""The paragraph of the document that a task comes from, with the task's own sentence marked."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import tokens


class Paragraph(QLabel):
    """Shows running text with one span marked, so that the clerk sees what the document really says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty paragraph."""
        super().__init__(parent)
        self._parts = ("", "", "")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setProperty("tone", "secondary")

    def show_span(self, text: str, start: int, end: int) -> None:
        """Show ``text`` with the characters from ``start`` up to ``end`` marked."""
        self._parts = (text[:start], text[start:end], text[end:])
        self.setAccessibleName(text)
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of the new scheme when the palette changes."""
        if event.type() is QEvent.Type.PaletteChange:
            self._render()
        super().changeEvent(event)

    def _render(self) -> None:
        before, marked, after = map(escape, self._parts)
        colours = tokens()
        span = f'<span style="background-color:{colours.highlighter};color:{colours.text}">{marked}</span>'
        self.setText(f'<p style="line-height:118%;margin:0">{before}{span}{after}</p>')
