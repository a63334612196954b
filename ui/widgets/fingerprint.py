"""A fingerprint as people compare it: four groups of four characters, large; to be read out or ticked off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.theme import code_font
from ui.tokens import Space

_LARGE = 24  # pixels at 100 %


class Fingerprint(QWidget):
    """Shows the four groups of a fingerprint."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName(name)
        self._groups = [QLabel(self) for _ in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.LARGE)
        for at, group in enumerate(self._groups, start=1):
            group.setObjectName(f"{name}Group{at}")
            group.setFont(code_font(_LARGE))
            row.addWidget(group)
        row.addStretch(1)

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show another fingerprint."""
        self.setAccessibleName(self.tr("签名指纹"))
        self.setAccessibleDescription(fingerprint)
        for label, group in zip(self._groups, fingerprint.split(" "), strict=True):
            label.setText(group)
            label.setAccessibleName(group)


class FingerprintCheck(QWidget):
    """Four groups to be ticked off, each once it was heard.

    Signals:
        changed(bool): whether all four are ticked now.
    """

    changed = Signal(bool)

    def __init__(self, fingerprint: str, parent: QWidget | None = None) -> None:
        """Begin with none ticked."""
        super().__init__(parent)
        self.setObjectName("fingerprintCheck")
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.MEDIUM)
        for at, group in enumerate(fingerprint.split(" "), start=1):
            button = QPushButton(group, self)
            button.setObjectName(f"group{at}")
            button.setProperty("group", "true")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFont(code_font(_LARGE))
            button.setAccessibleName(self.tr("第 {number} 组 {group}").format(number=at, group=" ".join(group)))
            button.toggled.connect(self._tell)
            row.addWidget(button, 1)
            self._buttons.append(button)

    @property
    def complete(self) -> bool:
        """Whether all four are ticked."""
        return all(button.isChecked() for button in self._buttons)

    def begin(self) -> None:
        """Put the focus on the first group."""
        self._buttons[0].setFocus()

    def _tell(self) -> None:
        self.changed.emit(self.complete)
