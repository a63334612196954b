"""The five statuses as one row of segments."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from models.core.vocabulary import Status
from ui.wording import status_word


class _Segment(QPushButton):
    """One status; the arrow keys walk along the row, and a press on the chosen one takes the choice back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Return as by the space bar; leave other keys to the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)


class StatusChoice(QWidget):
    """Shows and chooses the status of an entry.

    Signals:
        chosen(Status | None): the person picked another status, or took the choice back.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the row with nothing chosen."""
        super().__init__(parent)
        self._buttons: dict[Status, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        statuses = list(Status)
        for place, status in enumerate(statuses):
            button = _Segment(status_word(status), self)
            button.setCheckable(True)
            edge = "first" if place == 0 else "last" if place == len(statuses) - 1 else "middle"
            button.setProperty("segment", edge)
            button.setObjectName(f"status_{status.value}")
            button.setAccessibleName(status_word(status))
            button.clicked.connect(lambda checked, s=status: self._on_click(s if checked else None))
            self._group.addButton(button)
            self._buttons[status] = button
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(self._buttons[statuses[0]])

    def show_status(self, status: Status | None) -> None:
        """Mark the status that is recorded, without asking for a change."""
        for candidate, button in self._buttons.items():
            button.setChecked(candidate is status)

    def button(self, status: Status) -> QPushButton:
        """Return the segment of a status, for the order of tabs."""
        return self._buttons[status]

    def _on_click(self, status: Status | None) -> None:
        self.show_status(status)
        self.chosen.emit(status)
