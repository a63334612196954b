"""The table of 汇总 as it is seen: two lines a row, taken by a key."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.tables.roll_up_table import ROW, Column, RollUpRow
from ui.theme import scheme_colour, text_font
from ui.tokens import Space, Type

ROW_HEIGHT = 44
_WIDTHS = {
    Column.ITEM: 44,
    Column.TARGET: 100,
    Column.OWN: 84,
    Column.PROPOSAL: 92,
    Column.METHOD: 92,
    Column.MISSING: 64,
}
_MOST = 220  # pixels for the names of those who are missing


class SummaryView(QTableView):
    """Rows with the keyboard on one of them.

    Signals:
        take_wanted(): the proposal of this row should become the own figure.
        task_wanted(): the task of this row should be shown on the reporting page.
    """

    take_wanted = Signal()
    task_wanted = Signal()

    def __init__(self, table: QAbstractTableModel, parent: QWidget | None = None) -> None:
        """Show a table."""
        super().__init__(parent)
        self.setObjectName("rollUp")
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(Column.TASK, TaskCells(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        heading = self.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setHighlightSections(False)
        heading.setMinimumSectionSize(36)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setSectionResizeMode(Column.TASK, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.doubleClicked.connect(lambda _: self.task_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a proposal by Enter, go to its task by Ctrl+Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.task_wanted if ctrl else self.take_wanted).emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names of those who are missing some of the room that there is."""
        super().resizeEvent(event)
        room = min(_MOST, self.viewport().width() // 4 - 100)
        self.setColumnWidth(Column.MISSING, max(_WIDTHS[Column.MISSING], room))

    def choose(self, row: int) -> None:
        """Put the keyboard on a row."""
        self.setCurrentIndex(self.model().index(row, Column.TASK))


class TaskCells(QStyledItemDelegate):
    """Writes an indicator over its task; a task without one alone."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row = index.data(ROW)
        if not isinstance(row, RollUpRow):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, scheme_colour("selection"))
        painter.setPen(scheme_colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(Space.SMALL, Space.HAIR, -Space.SMALL, -Space.HAIR)
        if row.line is None:
            _write(painter, inner, row.task.task.text, Type.BASE, "text")
        else:
            upper, lower = QRect(inner), QRect(inner)
            upper.setBottom(inner.center().y())
            lower.setTop(inner.center().y() + 1)
            _write(painter, upper, row.line.indicator.name, Type.BASE, "text")
            _write(painter, lower, row.task.task.text, Type.SECONDARY, "secondary")
        painter.restore()


def _write(painter: QPainter, area: QRect, text: str, size: int, tone: str) -> None:
    font = text_font(size)
    painter.setFont(font)
    painter.setPen(scheme_colour(tone))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
