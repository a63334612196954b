"""A dialog of fixed width that is just as high as what it shows, at every language, font and scale."""

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.tokens import Space


class Sheet(QDialog):
    """The ground of all dialogs: a column of parts with the margins of the design."""

    def __init__(self, parent: QWidget | None, *, name: str, title: str, width: int) -> None:
        """Make an empty dialog; parts go into ``column``.

        Args:
            parent: the window that it belongs to.
            name: its object name.
            title: what stands in its title bar.
            width: in pixels at 100 %.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setFixedWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.PANEL)
        self.column.setSpacing(Space.PANEL)

    def fit(self) -> None:
        """Take the height that the parts need at this width now."""
        # What was just shown or hidden deep inside tells the layouts around it only by and by.
        for inner in self.findChildren(QWidget):
            layout = inner.layout()
            if layout is not None:
                layout.invalidate()
                inner.updateGeometry()
        self.column.invalidate()
        # QDialog.adjustSize would ask what the texts need at their own favourite width, which is narrower.
        self.column.activate()
        height = self.column.totalHeightForWidth(self.width())
        if height < 0:
            height = self.column.totalSizeHint().height()
        screen = self.screen() or QGuiApplication.primaryScreen()
        self.resize(self.width(), min(height, screen.availableGeometry().height() - 40))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before the first painting, when all styles are known."""
        super().showEvent(event)
        self.fit()
