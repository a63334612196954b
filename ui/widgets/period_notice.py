"""The line above the form that says how the period as a whole stands: closed by a return, or signed off out of date."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.tone import set_tone


class PeriodNotice(QFrame):
    """Shows one thing about the period, with the one thing to do about it; hidden while there is nothing to say.

    Signals:
        acted(): the button was pressed.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden notice."""
        super().__init__(parent)
        self.setObjectName("periodNotice")
        self.setProperty("surface", "notice-accent")
        self._headline = QLabel(self)
        self._headline.setObjectName("periodHeadline")
        self._headline.setProperty("scale", "section")
        self._headline.setWordWrap(True)
        self._sentence = QLabel(self)
        self._sentence.setObjectName("periodSentence")
        self._sentence.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setObjectName("periodAction")
        self._button.clicked.connect(self.acted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, tone: str, headline: str, sentence: str, action: str) -> None:
        """Show a message in ``green``, ``yellow`` or ``accent`` with its button; an empty headline hides the notice."""
        self.setVisible(bool(headline))
        set_tone(self, f"notice-{tone}", name="surface")
        set_tone(self._headline, tone)
        self._headline.setText(headline)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(headline)
