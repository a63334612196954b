"""The line at the bottom: what was saved and when, who is typing, and the keys that help most."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.widgets.tone import set_tone

_HEIGHT = 28


class FootBar(QFrame):
    """Takes the place of a save button: it says that everything is saved already."""

    def __init__(self, hints: list[str], parent: QWidget | None = None) -> None:
        """Make the line with the hints at its right end."""
        super().__init__(parent)
        self.setProperty("surface", "foot")
        self.setFixedHeight(_HEIGHT)
        self._saved = QLabel(self)
        self._saved.setObjectName("saved")
        self._operator = QLabel(self)
        self._operator.setObjectName("operator")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(24)
        row.addWidget(self._saved)
        row.addWidget(self._operator)
        row.addStretch(1)
        for hint in hints:
            row.addWidget(QLabel(hint, self))
        for label in self.findChildren(QLabel):
            label.setProperty("scale", "secondary")
            label.setProperty("tone", "secondary")
        self._saved.setText(self.tr("✓ 填一栏存一栏，不用保存"))

    def show_hint(self, text: str) -> None:
        """Say how things are kept here, before anything was changed."""
        self._saved.setText(text)

    def show_saved(self, moment: datetime) -> None:
        """Say when the last field became durable."""
        set_tone(self._saved, "secondary")
        self._saved.setText(self.tr("✓ 已存 {time}").format(time=moment.strftime("%H:%M:%S")))

    def show_unsaved(self) -> None:
        """Say that a field could not be recorded."""
        set_tone(self._saved, "red")
        self._saved.setText(self.tr("■ 有一栏还没有存下"))

    def show_operator(self, name: str) -> None:
        """Say who is typing."""
        self._operator.setText(self.tr("填报人：{name}").format(name=name))
