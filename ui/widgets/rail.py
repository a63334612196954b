"""The rail at the left: one button for each page, with a number where something waits there."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import scheme_colour, text_font
from ui.tokens import Type

_WIDTH = 64
_BUTTON = QSize(60, 54)
_BADGE_HEIGHT = 16


class RailButton(QToolButton):
    """One page of the rail. ``waiting`` above 0 stands in red at its corner."""

    def __init__(self, name: str, text: str, key: str, parent: QWidget) -> None:
        """Make a button for the page ``name``, whose icon has that name too; ``key`` turns to it."""
        super().__init__(parent)
        self._name = name
        self._waiting = 0
        self.setObjectName(f"rail_{name}")
        self.setProperty("rail", "true")
        self.setText(text)
        self.setToolTip(f"{text}  {key}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(20, 20))
        self.setFixedSize(_BUTTON)
        self.setFont(text_font(Type.SECONDARY))
        self._draw_icon()
        self.toggled.connect(self._draw_icon)

    def show_waiting(self, count: int) -> None:
        """Show how much waits on the page; 0 shows nothing."""
        self._waiting = count
        self.setAccessibleName(self.tr("{page}，{count} 项待办").format(page=self.text(), count=count) if count else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the number at its corner."""
        super().paintEvent(event)
        if not self._waiting:
            return
        text = str(self._waiting) if self._waiting < 100 else "99+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(10, bold=True))
        width = max(_BADGE_HEIGHT, painter.fontMetrics().horizontalAdvance(text) + 8)
        left = min(self.width() // 2 + 4, self.width() - width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scheme_colour("red"))
        painter.drawRoundedRect(left, 1, width, _BADGE_HEIGHT, _BADGE_HEIGHT / 2, _BADGE_HEIGHT / 2)
        painter.setPen(scheme_colour("panel"))
        painter.drawText(left, 1, width, _BADGE_HEIGHT, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of the new scheme."""
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_name"):
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self.setIcon(icon(self._name, colour="accent" if self.isChecked() else "secondary"))


class Rail(QFrame):
    """The pages of the window, one under the other.

    Signals:
        chosen(str): the person wants the page of this name.
    """

    chosen = Signal(str)

    def __init__(self, pages: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """Make a button for each page: its name, its text, its key."""
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 8, 1, 8)
        column.setSpacing(4)
        self._buttons: dict[str, RailButton] = {}
        for name, text, key in pages:
            button = RailButton(name, text, key, self)
            button.clicked.connect(lambda _=False, page=name: self.chosen.emit(page))
            self._buttons[name] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_chosen(self, name: str) -> None:
        """Mark the page that is shown."""
        self._buttons[name].setChecked(True)

    def show_pages(self, names: Iterable[str]) -> None:
        """Show the buttons of these pages only."""
        wanted = set(names)
        for name, button in self._buttons.items():
            button.setVisible(name in wanted)

    def show_waiting(self, name: str, count: int) -> None:
        """Show at a page how much waits there."""
        self._buttons[name].show_waiting(count)
