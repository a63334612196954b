"""Paints the rows of a plan under review: headings on one line, tasks on two, with a sign where there is a doubt."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tables.plan_list import ROW, Level, Row
from ui.theme import scheme_colour, text_font
from ui.tokens import ROW_HEIGHT, Space, Type

HEIGHTS = {Level.HEAD: 52, Level.PART: 36, Level.ITEM: ROW_HEIGHT, Level.TASK: 50}
_INDENT = {Level.HEAD: 16, Level.PART: 16, Level.ITEM: 20, Level.TASK: 36}
_MARK = 3
_SIGN = 18


class PlanDelegate(QStyledItemDelegate):
    """One look for all rows; the selected one carries the accent at its left edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Rows of one level are equally high: nothing is measured."""
        row = index.data(ROW)
        return QSize(0, HEIGHTS[row.level] if isinstance(row, Row) else ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, scheme_colour("selection"))
            painter.fillRect(QRect(area.left(), area.top(), _MARK, area.height()), scheme_colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, scheme_colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(scheme_colour("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        inner = area.adjusted(_INDENT[row.level], 0, -Space.MEDIUM, 0)
        if row.doubts:
            painter.setFont(text_font(Type.SECONDARY))
            painter.setPen(scheme_colour("yellow"))
            place = QRect(inner.right() - _SIGN, inner.top(), _SIGN, inner.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "▲")
            inner.setRight(inner.right() - _SIGN)
        strong = row.level in {Level.HEAD, Level.ITEM, Level.PART}
        tone = "secondary" if row.level is Level.PART else "text"
        if row.facts:
            half = 21
            top = area.top() + (area.height() - 2 * half) // 2 + 1
            _line(painter, QRect(inner.left(), top, inner.width(), half), row.text, tone, strong=strong)
            below = QRect(inner.left(), top + half - 2, inner.width(), half)
            _line(painter, below, row.facts, "accent" if row.indicators else "secondary", small=True)
        else:
            _line(painter, inner, row.text, tone, strong=strong)
        painter.restore()


def _line(painter: QPainter, area: QRect, text: str, tone: str, *, strong: bool = False, small: bool = False) -> None:
    font = text_font(Type.SECONDARY if small else Type.BASE, bold=strong)
    painter.setFont(font)
    painter.setPen(scheme_colour(tone))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
