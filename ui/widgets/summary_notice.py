"""A line that says what has just been written, or why nothing can be changed, with the ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.dialogs.parts import button, label
from ui.tokens import Space
from ui.widgets.tone import set_tone

Way = tuple[str, str, Callable[[], None]]  # object name, text, what it does


class SummaryNotice(QFrame):
    """One sentence with its buttons; hidden while there is nothing to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "notice-accent")
        self._said = label(name=f"{name}Said", wrap=True)
        self._ways: list[QPushButton] = []
        self._away = QToolButton(self)
        self._away.setObjectName(f"{name}Away")
        self._away.setText("✕")
        self._away.setAccessibleName(self.tr("收起"))
        self._away.setToolTip(self.tr("收起"))
        self._away.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.MEDIUM, Space.HAIR, Space.HAIR, Space.HAIR)
        self._row.setSpacing(Space.HAIR)
        self._row.addWidget(self._said, 1)
        self._row.addWidget(self._away)
        self.hide()

    def say(self, tone: str, sentence: str, ways: Sequence[Way] = (), *, stays: bool = False) -> None:
        """Show a sentence in ``green``, ``yellow`` or ``accent``.

        Args:
            tone: what it means.
            sentence: what is said; blank hides the line.
            ways: the buttons.
            stays: it can't be put away, because it holds as long as it stands there.
        """
        for way in self._ways:
            self._row.removeWidget(way)
            way.hide()
            way.deleteLater()
        self._ways = []
        for name, text, act in ways:
            way = button(text, name, quiet=True)
            way.clicked.connect(lambda _=False, do=act: do())
            self._row.insertWidget(self._row.count() - 1, way)
            self._ways.append(way)
        self._away.setVisible(not stays)
        self._said.setText(sentence)
        set_tone(self, f"notice-{tone}", name="surface")
        set_tone(self._said, tone)
        self.setVisible(bool(sentence))
