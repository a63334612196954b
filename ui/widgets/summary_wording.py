"""A task's wording in the height that it needs, up to a few lines; a longer one scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.parts import label

_LINES = 4


class SummaryWording(QScrollArea):
    """Shows the wording whole, as far as there is room."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin blank; ``name`` is that of the text."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = label(name=name, size="section", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inside = QVBoxLayout(canvas)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._text)
        inside.addStretch(1)
        self.setWidget(canvas)

    def show_text(self, text: str) -> None:
        """Show another wording, from its beginning."""
        self._text.setText(text)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text has at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._text.ensurePolished()
        most = self._text.fontMetrics().lineSpacing() * _LINES
        wanted = self._text.heightForWidth(self.width())
        if wanted > most:  # the bar takes some of the width
            self.setFixedHeight(most)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        else:
            self.setFixedHeight(max(wanted, 1))
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
