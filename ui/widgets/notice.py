"""A small card that says one thing that matters now, in the tone of what it means."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.widgets.tone import set_tone


class Notice(QFrame):
    """Shows a headline and a sentence; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden card."""
        super().__init__(parent)
        self.setProperty("surface", "notice-accent")
        self._headline = QLabel(self)
        self._headline.setWordWrap(True)
        font = self._headline.font()
        font.setWeight(font.Weight.DemiBold)
        self._headline.setFont(font)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self._headline)
        column.addWidget(self._sentence)
        self.hide()

    def say(self, tone: str, headline: str, sentence: str) -> None:
        """Show a message in ``green``, ``yellow``, ``red`` or ``accent``; an empty headline hides the card."""
        self.setVisible(bool(headline))
        set_tone(self, f"notice-{tone}", name="surface")
        set_tone(self._headline, tone)
        self._headline.setText(headline)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
