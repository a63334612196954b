"""A bar of completion with a tick where the schedule (序时进度) stands: behind or ahead is seen before it is read."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.core.vocabulary import Light
from ui.theme import scheme_colour

_THICKNESS = 8
_TICK_OVERHANG = 4
_COLOURS = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "red", Light.NONE: "accent"}


class ScheduleBar(QWidget):
    """Shows one completion against one schedule; both are ratios, and a completion above 1 fills the bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self._completion: Decimal | None = None
        self._schedule: Decimal | None = None
        self._light = Light.NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, completion: Decimal | None, schedule: Decimal | None, light: Light) -> None:
        """Take the completion (None: nothing reported), the schedule (None: no tick) and the light that colours it."""
        self._completion, self._schedule, self._light = completion, schedule, light
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the bar and its tick."""
        return QSize(120, _THICKNESS + 2 * _TICK_OVERHANG)

    def minimumSizeHint(self) -> QSize:
        """Stay readable when the window is narrow."""
        return QSize(60, _THICKNESS + 2 * _TICK_OVERHANG)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint track, bar and tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _THICKNESS) / 2, self.width(), _THICKNESS)
        painter.setBrush(scheme_colour("track"))
        painter.drawRoundedRect(track, _THICKNESS / 2, _THICKNESS / 2)
        if self._completion is not None and self._completion > 0:
            filled = QRectF(track)
            filled.setWidth(max(track.width() * min(1.0, float(self._completion)), float(_THICKNESS)))
            painter.setBrush(scheme_colour(_COLOURS[self._light]))
            painter.drawRoundedRect(filled, _THICKNESS / 2, _THICKNESS / 2)
        if self._schedule is not None:
            x = min(track.width() - 2, track.width() * float(self._schedule))
            painter.setBrush(scheme_colour("secondary"))
            painter.drawRect(QRectF(x, 0, 2, self.height()))
