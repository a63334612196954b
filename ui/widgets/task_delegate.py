"""Paints the rows of the task tree: the wording at its level, the light and its word at the right edge."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.core.vocabulary import Light
from ui.tables.task_tree import ROW, Level, Row
from ui.theme import scheme_colour, text_font
from ui.tokens import ROW_HEIGHT, Type
from ui.wording import SIGNS, TONES

_INDENT = {Level.PART: 26, Level.ITEM: 26, Level.TASK: 40}
_CHEVRON_AT = 10
_GAP = 12
_MARK = 3


class TaskDelegate(QStyledItemDelegate):
    """One look for all three levels; the selected row carries the accent at its left edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Rows are of one height: nothing is measured for each row."""
        return QSize(0, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row over the whole width of the view, whatever Qt's own indentation."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        area = QRect(0, rect.top(), rect.right() + 1, rect.height())
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, scheme_colour("selection"))
            painter.fillRect(QRect(0, area.top(), _MARK, area.height()), scheme_colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, scheme_colour("hover"))
        if row.level is not Level.TASK:
            _paint_chevron(painter, area, expanded=bool(state & QStyle.StateFlag.State_Open))
        note_left = self._paint_note(painter, area, row)
        self._paint_text(painter, area, row, note_left)
        painter.restore()

    def _paint_note(self, painter: QPainter, area: QRect, row: Row) -> int:
        font = text_font(Type.SECONDARY, bold=row.level is Level.ITEM and row.light is not Light.NONE)
        note = f"{SIGNS[row.light]} {row.note}"
        width = QFontMetrics(font).horizontalAdvance(note)
        place = QRect(area.right() - _GAP - width, area.top(), width + 1, area.height())
        painter.setFont(font)
        painter.setPen(scheme_colour(TONES[row.light]))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, note)
        return place.left()

    def _paint_text(self, painter: QPainter, area: QRect, row: Row, right: int) -> None:
        font = text_font(Type.BASE, bold=row.level is not Level.TASK)
        left = _INDENT[row.level]
        place = QRect(left, area.top(), right - _GAP - left, area.height())
        text = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(scheme_colour("secondary" if row.level is Level.PART else "text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_chevron(painter: QPainter, area: QRect, *, expanded: bool) -> None:
    """Show that a row can be opened and closed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(scheme_colour("faint"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.translate(_CHEVRON_AT + 4, area.center().y() + 0.5)
    if not expanded:
        painter.rotate(-90)
    painter.drawPolyline([QPointF(-3.5, -2), QPointF(0, 1.5), QPointF(3.5, -2)])
    painter.restore()
