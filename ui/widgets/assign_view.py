"""The two tables of 下达 side by side: the rows stay in sight while the units go by."""

from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QWidget,
)

from models.core.vocabulary import Duty
from models.work.grid_rows import GridRow
from ui.tables.assign_grid import AssignGrid, AssignRows
from ui.tables.assign_sheet import AssignSheet
from ui.tokens import ROW_HEIGHT
from ui.widgets.assign_cells import CellDelegate, ShareDelegate

UNIT_WIDTH = 98
_HEAD = 46  # two lines of a unit's name
_WIDTHS = (46, 0, 92, 88, 88)  # beside the units; the wording takes the rest
_PARTS = {Qt.Key.Key_L: Duty.LEAD, Qt.Key.Key_Space: Duty.LEAD, Qt.Key.Key_S: Duty.SUPPORT}

Range = tuple[int, int, int, int]  # top, left, bottom, right: cells that are chosen


class GridView(QTableView):
    """The cells of the units.

    Signals:
        duty_wanted(Duty): the chosen cells should get this part, or lose it.
        next_wanted(QModelIndex): the part in this cell should be the next one: 牵头, 配合, none.
        clear_wanted(): the chosen cells should be emptied.
        copy_wanted(bool): the chosen cells should be copied; True with their headings.
        paste_wanted(): what was copied should stand here.
        menu_wanted(QPoint): the menu of the cells, at a place of the screen.
    """

    duty_wanted = Signal(object)
    next_wanted = Signal(QModelIndex)
    clear_wanted = Signal()
    copy_wanted = Signal(bool)
    paste_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, grid: AssignGrid, parent: QWidget | None = None) -> None:
        """Show a grid."""
        super().__init__(parent)
        self.setObjectName("assignGrid")
        self.setModel(grid)
        self._grid = grid
        self.shares = ShareDelegate(grid, self)
        self.shares.left.connect(self._go_on)
        self.setItemDelegate(self.shares)
        _dress(self)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heading = self.horizontalHeader()
        heading.setDefaultSectionSize(UNIT_WIDTH)
        heading.setSectionsClickable(True)
        self.doubleClicked.connect(self._on_double_click)

    def ranges(self) -> tuple[Range, ...]:
        """Return what is chosen, as rectangles; one cell by itself if nothing else is."""
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        chosen = tuple((one.top(), one.left(), one.bottom(), one.right()) for one in parts)
        current = self.currentIndex()
        if not chosen and current.isValid():
            return ((current.row(), current.column(), current.row(), current.column()),)
        return chosen

    def cells(self) -> Iterator[tuple[int, int]]:
        """Go through the chosen cells: row and column."""
        for top, left, bottom, right in self.ranges():
            yield from ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))

    def choose(self, row: int, column: int) -> None:
        """Go to one cell, whatever keys are held down."""
        index = self._grid.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def choose_rows(self, rows: list[int]) -> None:
        """Choose whole rows."""
        last = self._grid.columnCount() - 1
        selection = QItemSelection()
        for row in rows:
            selection.select(self._grid.index(row, 0), self._grid.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set parts, empty cells, copy and paste, choose whole rows and units; the rest is Qt's, typing a share too."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _PARTS:
            self.duty_wanted.emit(_PARTS[key])
        elif plain and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear_wanted.emit()
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._move(1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(False)
        elif key == Qt.Key.Key_C and modifiers == (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.copy_wanted.emit(True)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.choose_rows(sorted({row for row, _ in self.cells()}))
        elif key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._choose_columns()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the field that is open only if what stands in it could be recorded."""
        if self.shares.hand_over():
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field that is open in sight."""
        super().resizeEvent(event)
        if self.state() == QAbstractItemView.State.EditingState:
            self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the cells."""
        self.menu_wanted.emit(event.globalPos())

    def _choose_columns(self) -> None:
        selection = QItemSelection()
        last = self._grid.rowCount() - 1
        for column in {column for _, column in self.cells()}:
            selection.select(self._grid.index(0, column), self._grid.index(last, column))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_double_click(self, index: QModelIndex) -> None:
        if self._grid.rows[index.row()].indicator is None:
            self.next_wanted.emit(index)

    def _move(self, step: int) -> None:
        row = self.currentIndex().row() + step
        if 0 <= row < self._grid.rowCount():
            self.choose(row, max(self.currentIndex().column(), 0))

    def _go_on(self, down: int, across: int) -> None:
        """Go to the next share below or above, or to the unit beside; stay at the edges."""
        row, column = self.currentIndex().row(), self.currentIndex().column() + across
        rows = self._grid.rows
        at = row + down
        while down and 0 <= at < len(rows) and rows[at].indicator is None:
            at += down
        self.setFocus()
        self.choose(at if 0 <= at < len(rows) else row, min(max(column, 0), self._grid.columnCount() - 1))


class RowsView(QTableView):
    """What stands beside the units; clicking on rows chooses them there."""

    def __init__(self, rows: AssignRows, parent: QWidget | None = None) -> None:
        """Show the rows of a sheet."""
        super().__init__(parent)
        self.setObjectName("assignRows")
        self.setModel(rows)
        self.cells = CellDelegate(rows, self)
        self.setItemDelegate(self.cells)
        _dress(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heading = self.horizontalHeader()
        for at, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(at, width)
            else:
                heading.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)


class AssignTable(QWidget):
    """Both tables, moving up and down together."""

    def __init__(self, grid: AssignGrid, parent: QWidget | None = None) -> None:
        """Make empty tables over ``grid``."""
        super().__init__(parent)
        self._rows = AssignRows(self)
        self._choosing = False  # rows beside the units, not cells
        self._grid = grid
        self.beside = RowsView(self._rows, self)
        self.beside.setAccessibleName(self.tr("任务和指标"))
        self.view = GridView(grid, self)
        self.view.setAccessibleName(self.tr("各单位的分工和分解指标"))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.beside)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        self.beside.setMinimumWidth(430)
        self.view.setMinimumWidth(2 * UNIT_WIDTH + 16)
        splitter.setSizes([600, 680])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(splitter)
        there, here = self.view.verticalScrollBar(), self.beside.verticalScrollBar()
        self.view.horizontalScrollBar().rangeChanged.connect(self._keep_level)
        there.valueChanged.connect(here.setValue)
        here.valueChanged.connect(there.setValue)
        self.beside.selectionModel().selectionChanged.connect(self._choose_rows)
        self.view.selectionModel().currentChanged.connect(self._mark_row)

    def show_rows(self, sheet: AssignSheet, rows: tuple[GridRow, ...]) -> None:
        """Show rows of a sheet; the cursor stays at its task and unit, if they are still there."""
        before = self._cursor()
        offset = self.view.verticalScrollBar().value(), self.view.horizontalScrollBar().value()
        self._rows.show_rows(sheet, rows)
        self._grid.show_rows(sheet, rows)
        row = self._grid.row_of(*before[0]) if before else None
        column = self._grid.column_of(before[1]) if before else None
        if rows and sheet.units:
            self.view.verticalScrollBar().setValue(offset[0])
            self.view.horizontalScrollBar().setValue(offset[1])
            self.view.choose(row or 0, column or 0)
        self._mark_row(self.view.currentIndex())

    def refresh(self, tasks: frozenset[str]) -> None:
        """Show anew what belongs to some tasks."""
        touched = [at for at, row in enumerate(self._grid.rows) if row.task.id in tasks]
        if touched:
            self._grid.refresh(touched[0], touched[-1])
            self._rows.refresh(touched[0], touched[-1])

    def go_to(self, task_id: str, indicator_id: str | None, unit_id: int | None) -> bool:
        """Go to a cell; False if the row is not shown."""
        row = self._grid.row_of(task_id, indicator_id)
        if row is None:
            return False
        column = self._grid.column_of(unit_id) if unit_id is not None else None
        self.view.choose(row, max(self.view.currentIndex().column(), 0) if column is None else column)
        self.view.setFocus()
        return True

    def _keep_level(self, _: int, most: int) -> None:
        """Leave as much room below the rows as the units have for their scroll bar, so that both end alike."""
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.beside.setHorizontalScrollBarPolicy(on if most else off)

    def _cursor(self) -> tuple[tuple[str, str | None], int] | None:
        index = self.view.currentIndex()
        if not index.isValid():
            return None
        row = self._grid.rows[index.row()]
        return (row.task.id, row.indicator.id if row.indicator else None), self._grid.units[index.column()].id

    def _choose_rows(self) -> None:
        rows = sorted({index.row() for index in self.beside.selectionModel().selectedRows()})
        if rows and self._grid.columnCount() and self.view.shares.hand_over():
            self._choosing = True
            self.view.setFocus()
            self.view.selectionModel().setCurrentIndex(
                self._grid.index(rows[0], max(self.view.currentIndex().column(), 0)),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )
            self.view.choose_rows(rows)
            self._choosing = False

    def _mark_row(self, current: QModelIndex) -> None:
        if not self._choosing:
            self.beside.clearSelection()
        self.beside.cells.marked_row = current.row()
        self.beside.viewport().update()


def _dress(view: QTableView) -> None:
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heading = view.horizontalHeader()
    heading.setFixedHeight(_HEAD)
    heading.setHighlightSections(False)
    heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
