"""The five statuses as one row of segments."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.core.vocabulary import Status
from ui.tokens import Type
from ui.widgets.tone import reserve_bold
from ui.wording import status_word

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_PRESSES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StatusChoice(QWidget):
    """Shows and chooses the status of an entry; a click on the chosen one takes the choice back.

    The row is one stop of the Tab key. The arrow keys walk along it, the space bar or Return chooses, and so do the
    figures 1 to 5.

    Signals:
        chosen(Status | None): the person picked another status, or took the choice back.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the row with nothing chosen."""
        super().__init__(parent)
        self._buttons: dict[Status, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        statuses = list(Status)
        for place, status in enumerate(statuses):
            button = QPushButton(status_word(status), self)
            button.setCheckable(True)
            edge = "first" if place == 0 else "last" if place == len(statuses) - 1 else "middle"
            button.setProperty("segment", edge)
            button.setObjectName(f"status_{status.value}")
            button.setAccessibleName(status_word(status))
            button.clicked.connect(lambda checked, s=status: self._on_click(s if checked else None))
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.setToolTip(str(place + 1))
            button.installEventFilter(self)
            reserve_bold(button, size=Type.BASE, padding=13)
            self._buttons[status] = button
            row.addWidget(button)
        row.addStretch(1)
        self._make_stop(statuses[0])

    def show_status(self, status: Status | None) -> None:
        """Mark the status that is recorded, without asking for a change."""
        for candidate, button in self._buttons.items():
            button.setChecked(candidate is status)
        if status is not None:
            self._make_stop(status)

    def buttons(self) -> list[QPushButton]:
        """Return the segments from left to right, for the order of tabs."""
        return list(self._buttons.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and choose by the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.modifiers():
            return super().eventFilter(watched, event)
        row = self.buttons()
        figure = event.key() - Qt.Key.Key_1
        if event.key() in _STEPS:
            at = next(place for place, button in enumerate(row) if button is watched)
            row[(at + _STEPS[Qt.Key(event.key())]) % len(row)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in _PRESSES:
            next(button for button in row if button is watched).click()
        elif 0 <= figure < len(row):
            row[figure].setFocus(Qt.FocusReason.TabFocusReason)
            row[figure].click()
        else:
            return super().eventFilter(watched, event)
        return True

    def _make_stop(self, status: Status) -> None:
        for candidate, button in self._buttons.items():
            policy = Qt.FocusPolicy.StrongFocus if candidate is status else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.setFocusProxy(self._buttons[status])

    def _on_click(self, status: Status | None) -> None:
        self.show_status(status)
        self.chosen.emit(status)
