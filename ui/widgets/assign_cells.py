"""Paints the cells of 下达 and takes shares that are typed into them."""

from decimal import Decimal
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.core.numbers import NotANumber, parse_amount
from ui.messages import explain
from ui.tables.assign_grid import AssignCell, AssignGrid
from ui.theme import scheme_colour, text_font
from ui.tokens import ROW_HEIGHT, Space, Type
from ui.widgets.composing import Composition
from ui.widgets.tone import set_tone

_Index = QModelIndex | QPersistentModelIndex
_MARK = 3


class Cells(Protocol):
    """A table that tells how each of its cells looks."""

    def cell(self, row: int, column: int) -> AssignCell:
        """Return how a cell looks."""
        ...


class CellDelegate(QStyledItemDelegate):
    """Asks the table itself for each cell: nothing goes through the roles of Qt, so that scrolling stays smooth."""

    def __init__(self, cells: Cells, parent: QObject | None = None) -> None:
        """Paint the cells of a table."""
        super().__init__(parent)
        self._cells = cells
        self.marked_row = -1  # carries the accent at its left edge

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        """All rows are equally high: nothing is measured."""
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell = self._cells.cell(index.row(), index.column())
        selected = bool(state & QStyle.StateFlag.State_Selected) or index.row() == self.marked_row
        if selected:
            painter.fillRect(area, scheme_colour("selection"))
        elif cell.ground:
            painter.fillRect(area, scheme_colour(cell.ground))
        painter.setPen(scheme_colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        if index.row() == self.marked_row and index.column() == 0:
            painter.fillRect(QRect(area.left(), area.top(), _MARK, area.height()), scheme_colour("accent"))
        if cell.text:
            _write(painter, area.adjusted(Space.SMALL + cell.indent, 0, -Space.SMALL, 0), cell)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(scheme_colour("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))


class ShareField(QLineEdit):
    """Takes one share while it is typed.

    Signals:
        refused(str): a sentence that says why what stands here is no share; blank once it may be one.
    """

    refused = Signal(str)

    def __init__(self, unit: str, title: str, parent: QWidget | None = None) -> None:
        """Begin blank; ``unit`` is the unit of measure, ``title`` what a screen reader calls the field."""
        super().__init__(parent)
        self._unit = unit
        self.kept = False  # whether what stood here last is durable
        self._composition = Composition(self)
        self.setObjectName("shareField")
        self.setAccessibleName(title)
        self.setProperty("cell", "true")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(lambda: self._say(""))

    def read(self) -> tuple[bool, Decimal | None]:
        """Tell whether this can be a share, and which; says so where it can't."""
        self._composition.finish()
        text = self.text().strip()
        try:
            share = parse_amount(text, self._unit) if text else None
        except NotANumber as error:
            message = explain(error)
            self._say(self.tr("{happened}。{meaning}").format(happened=message.happened, meaning=message.meaning))
            return False, None
        self._say("")
        return True, share

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window where nothing was typed that could be taken back here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep an eye on what is being composed."""
        super().inputMethodEvent(event)
        self._composition.follow(event)

    def _say(self, sentence: str) -> None:
        set_tone(self, "true" if sentence else "false", name="wrong")
        self.refused.emit(sentence)


class ShareDelegate(CellDelegate):
    """Opens a field in a cell. What is no amount stays in its field, red, until it is put right or given up by Esc.

    Signals:
        refused(str): why the field in a cell can't be left; blank once it can.
        left(int, int): a share was recorded by a key; go on by so many cells: (share by share down, columns across).
        closed(): no field is open any more.
    """

    refused = Signal(str)
    left = Signal(int, int)
    closed = Signal()

    def __init__(self, grid: AssignGrid, parent: QObject | None = None) -> None:
        """Take shares for a grid."""
        super().__init__(grid, parent)
        self._grid = grid
        self._open: ShareField | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        """Open a field in a cell."""
        row, unit = self._grid.rows[index.row()], self._grid.units[index.column()]
        measure = row.indicator.unit if row.indicator else ""
        title = self.tr("{unit}的分解指标：{indicator}").format(unit=unit.name, indicator=row.text)
        self._open = ShareField(measure, title, parent)
        self._open.refused.connect(self.refused)
        return self._open

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """Forget the field."""
        if editor is self._open:
            self._open = None
            self.refused.emit("")
            self.closed.emit()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show what is recorded, to be typed over; what was typed stays."""
        if isinstance(editor, ShareField) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Record what was typed."""
        if isinstance(editor, ShareField):
            fits, share = editor.read()
            editor.kept = fits and model.setData(index, share, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: ARG002
        """Fill the cell."""
        editor.setGeometry(option.rect)

    @property
    def is_open(self) -> bool:
        """Tell whether a share is being typed."""
        return self._open is not None

    def hand_over(self) -> bool:
        """Record what is still being typed; False leaves its field open, with the cursor in it."""
        if self._open is None or self._finish(self._open):
            return True
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record and go on by Enter, Tab and the arrows; give up by Esc; stay where what was typed is no amount."""
        if not isinstance(watched, ShareField):
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            if event.reason() is not Qt.FocusReason.PopupFocusReason:
                self._finish(watched)
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if event.key() == Qt.Key.Key_Escape:
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.RevertModelCache)
                return True
            if step is not None:
                backward = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                if self._finish(watched):
                    self.left.emit(*((-step[0], step[1]) if backward else step))
                return True
        return False

    def _finish(self, field: ShareField) -> bool:
        self.commitData.emit(field)
        if field.kept:
            self.closeEditor.emit(field, QStyledItemDelegate.EndEditHint.NoHint)
        return field.kept


_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


def _write(painter: QPainter, area: QRect, cell: AssignCell) -> None:
    font = text_font(Type.BASE, bold=cell.bold)
    painter.setFont(font)
    painter.setPen(scheme_colour(cell.tone))
    side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
    text = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)
