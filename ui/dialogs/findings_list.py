"""The list of what the checks found; choosing a line leads to the field."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.store.records import TaskRecord
from models.work.checks import Finding, Grade
from ui.messages.findings import finding_place, finding_sentence, finding_task
from ui.theme import scheme_colour, text_font
from ui.tokens import Space, Type

_ROW = 46  # pixels: two lines and their room
_MOST = 4  # lines that are seen without scrolling
_FINDING = Qt.ItemDataRole.UserRole
_SENTENCE = Qt.ItemDataRole.UserRole + 1
_PLACE = Qt.ItemDataRole.UserRole + 2


class FindingsList(QListWidget):
    """Shows findings in two lines each: what, and in which task.

    Signals:
        chosen(str, object, str): a line was clicked or entered: task, Field or None, indicator or blank.
    """

    chosen = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("检查结果"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(self._choose)

    def show_findings(self, findings: Iterable[Finding], tasks: dict[str, TaskRecord]) -> None:
        """Fill the list, and be as high as it needs up to four lines."""
        self.clear()
        for finding in findings:
            sentence, place = finding_sentence(finding), finding_place(finding, tasks)
            item = QListWidgetItem(f"{sentence} · {place}" if place else sentence)
            item.setToolTip(item.text())
            item.setData(_FINDING, finding)
            item.setData(_SENTENCE, sentence)
            item.setData(_PLACE, place)
            self.addItem(item)
        self.setFixedHeight(min(self.count(), _MOST) * _ROW)
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the line, and is not left over for the dialog's button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentItem() is not None:
                self._choose(self.currentItem())
            return
        super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        finding: Finding = item.data(_FINDING)
        task_id = finding_task(finding)
        if task_id:
            self.chosen.emit(task_id, finding.field, finding.indicator_id or "")


class _Delegate(QStyledItemDelegate):
    """Paints the two lines with the sign of the grade before them."""

    def sizeHint(self, _: QStyleOptionViewItem, __: QModelIndex | QPersistentModelIndex) -> QSize:
        """All lines are equally high."""
        return QSize(0, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one finding."""
        finding: Finding = index.data(_FINDING)
        error = finding.grade is Grade.ERROR
        area: QRect = option.rect
        state = option.state
        painter.save()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if hovered or focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(scheme_colour("panel"))
            painter.setPen(scheme_colour("accent") if focused else Qt.GlobalColor.transparent)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        inner = area.adjusted(Space.SMALL, 5, -Space.SMALL, -5)
        half = inner.height() // 2
        font = text_font(Type.BASE)
        painter.setFont(font)
        painter.setPen(scheme_colour("red" if error else "yellow"))
        sign = QRect(inner.left(), inner.top(), 18, half)
        painter.drawText(sign, Qt.AlignmentFlag.AlignVCenter, "■" if error else "▲")
        first = QRect(inner.left() + 20, inner.top(), inner.width() - 20, half)
        painter.setPen(scheme_colour("text"))
        _line(painter, first, str(index.data(_SENTENCE)))
        small = text_font(Type.SECONDARY)
        painter.setFont(small)
        painter.setPen(scheme_colour("secondary"))
        _line(painter, first.translated(0, half), str(index.data(_PLACE)))
        painter.restore()


def _line(painter: QPainter, area: QRect, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    painter.drawText(
        area, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    )
