"""Paints one change of a plan: a tick, what it is, and the two versions side by side."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.plan.compare import Pairing
from ui.tables.plan_changes import PAIRING, SORT_TONES, PlanChanges, facts_after, facts_before, sort_word
from ui.theme import scheme_colour, text_font
from ui.tokens import Space, Type

HEIGHT = 52
TICK_WIDTH = 40  # pixels at the left in which a click ticks
SORT_WIDTH = 88


def columns(width: int) -> tuple[int, int, int]:
    """Return where the two versions begin in a row of this width, and how wide each is."""
    left = TICK_WIDTH + SORT_WIDTH
    each = (width - left - Space.PANEL) // 2
    return left, left + each + Space.PANEL, each - Space.MEDIUM


class ChangeDelegate(QStyledItemDelegate):
    """All rows are equally high."""

    def sizeHint(self, _: QStyleOptionViewItem, __: QModelIndex | QPersistentModelIndex) -> QSize:
        """Nothing is measured."""
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one change."""
        pairing, model = index.data(PAIRING), index.model()
        if not isinstance(pairing, Pairing) or not isinstance(model, PlanChanges):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, scheme_colour("selection"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), scheme_colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, scheme_colour("hover"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), scheme_colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(scheme_colour("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        wanted = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        _tick(painter, QRect(area.left() + 14, area.center().y() - 8, 16, 16), wanted=wanted)
        sort = model.sort_of(pairing)
        place = QRect(area.left() + TICK_WIDTH, area.top(), SORT_WIDTH - Space.SMALL, area.height())
        painter.setFont(text_font(Type.SECONDARY, bold=True))
        painter.setPen(scheme_colour(SORT_TONES[sort] if wanted else "faint"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, sort_word(sort))
        first, second, width = columns(area.width())
        tone = "text" if wanted else "faint"
        for left, task, facts in (
            (first, pairing.before, facts_before(pairing)),
            (second, pairing.after, facts_after(pairing)),
        ):
            above = QRect(area.left() + left, area.top() + 5, width, 21)
            strong = bool(pairing.targets)
            _line(painter, above, task.text if task else "—", tone if task else "faint", Type.BASE)
            _line(painter, above.translated(0, 20), facts, "accent" if strong else "secondary", Type.SECONDARY)
        painter.restore()


def _tick(painter: QPainter, box: QRect, *, wanted: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(scheme_colour("accent" if wanted else "line_strong"))
    painter.setBrush(scheme_colour("accent" if wanted else "panel"))
    painter.drawRoundedRect(box, 4, 4)
    if wanted:
        painter.setPen(QPen(scheme_colour("on_accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        at = box.topLeft()
        painter.drawPolyline(
            [QPointF(at.x() + 4, at.y() + 8), QPointF(at.x() + 7, at.y() + 11), QPointF(at.x() + 12, at.y() + 5)]
        )
    painter.restore()


def _line(painter: QPainter, area: QRect, text: str, tone: str, size: Type) -> None:
    font = text_font(size)
    painter.setFont(font)
    painter.setPen(scheme_colour(tone))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
