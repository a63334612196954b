"""A choice among a few words as one row of segments: one stop of the Tab key, arrows walk along it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.theme import text_font
from ui.tokens import Type

_AROUND = 30  # pixels of padding and borders beside a word
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segments(QWidget):
    """Shows and takes one choice out of a few.

    Signals:
        chosen(str): the person picked another code.
    """

    chosen = Signal(str)

    def __init__(self, name: str, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Make the row: ``words`` are what is shown, by code."""
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (code, word) in enumerate(words.items()):
            button = QPushButton(word, self)
            button.setObjectName(f"{name}_{code}")
            button.setCheckable(True)
            button.setAccessibleName(word)
            # The chosen one is bold; the row must not move when another one is chosen.
            bold = QFontMetrics(text_font(Type.BASE, bold=True))
            button.setMinimumWidth(bold.horizontalAdvance(word) + _AROUND)
            edge = "first" if place == 0 else "last" if place == len(words) - 1 else "middle"
            button.setProperty("segment", edge)
            button.clicked.connect(lambda _=False, c=code: self._on_click(c))
            button.installEventFilter(self)
            self._buttons[code] = button
            row.addWidget(button)
        row.addStretch(1)
        self._code = ""
        self.show_choice(next(iter(words)))

    def show_choice(self, code: str) -> None:
        """Mark a choice without asking for a change."""
        self._code = code
        for candidate, button in self._buttons.items():
            button.setChecked(candidate == code)
            policy = Qt.FocusPolicy.StrongFocus if candidate == code else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.setFocusProxy(self._buttons[code])

    def allow(self, codes: set[str], why_not: str) -> None:
        """Let only these be picked; ``why_not`` is the tip on the others."""
        for code, button in self._buttons.items():
            button.setEnabled(code in codes)
            button.setToolTip("" if code in codes else why_not)

    def step(self) -> None:
        """Pick the next one of those that may be picked, around."""
        allowed = [code for code, button in self._buttons.items() if button.isEnabled()]
        if self._code in allowed and len(allowed) > 1:
            self._buttons[allowed[(allowed.index(self._code) + 1) % len(allowed)]].click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and choose by the arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers():
            if event.key() in _STEPS:
                row = [button for button in self._buttons.values() if button.isEnabled()]
                at = next((place for place, button in enumerate(row) if button is watched), 0)
                following = row[(at + _STEPS[Qt.Key(event.key())]) % len(row)]
                following.setFocus(Qt.FocusReason.TabFocusReason)
                following.click()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                next(button for button in self._buttons.values() if button is watched).click()
                return True
        return super().eventFilter(watched, event)

    def _on_click(self, code: str) -> None:
        before = self._code
        self.show_choice(code)
        if code != before:
            self.chosen.emit(code)
