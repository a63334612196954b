"""A dialog of fixed width that is just as high as what it shows, at every language, font and scale."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.tokens import Space

_TITLE_BAR = 40  # pixels that a window manager takes of the screen's height


class Sheet(QDialog):
    """The ground of all dialogs: a column of parts, and the buttons below it, which stay in sight.

    On a screen that is too low for the parts they scroll; nothing is ever squeezed or cut off.
    """

    def __init__(self, parent: QWidget | None, *, name: str, title: str, width: int, margin: int = Space.LARGE) -> None:
        """Make an empty dialog; parts go into ``column``, buttons into ``foot``.

        Args:
            parent: the window that it belongs to.
            name: its object name.
            title: what stands in its title bar.
            width: in pixels at 100 %.
            margin: around its parts.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setFixedWidth(width)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self.column = QVBoxLayout(canvas)
        self.column.setContentsMargins(margin, margin, margin, Space.SMALL)
        self.column.setSpacing(Space.PANEL)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("sheet")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(canvas)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(margin, Space.SMALL, margin, Space.PANEL)
        self.foot.setSpacing(Space.SMALL)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self.foot)

    def fit(self) -> None:
        """Take the height that the parts need at this width now."""
        # What was just shown or hidden deep inside tells the layouts around it only by and by.
        for inner in self.findChildren(QWidget):
            layout = inner.layout()
            if layout is not None:
                layout.invalidate()
                inner.updateGeometry()
        # QDialog.adjustSize would ask what the texts need at their own favourite width, which is narrower.
        parts = self.column.totalHeightForWidth(self.width())
        if parts < 0:
            parts = self.column.totalSizeHint().height()
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().height() - _TITLE_BAR
        wanted = parts + self.foot.totalSizeHint().height()
        # A bar that is there for a moment takes width, so that lines wrap, so that it is needed: it would stay.
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(never if wanted <= room else needed)
        self.resize(self.width(), min(wanted, room))

    def show_part(self, part: QWidget) -> None:
        """Bring a part into sight where the screen is too low for all."""
        self._scroll.ensureWidgetVisible(part)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before the first painting, when all styles are known."""
        super().showEvent(event)
        self.fit()
