"""The left side of the reporting page: search, filters, and the tree of tasks."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from models.core.periods import Period
from models.core.vocabulary import Light
from models.work.board import Board
from ui.tables.task_filter import Filter, TaskFilter
from ui.tables.task_tree import ROW, Level, Row, TaskTree
from ui.tokens import Type
from ui.widgets.flow import FlowLayout
from ui.widgets.task_delegate import TaskDelegate
from ui.widgets.tone import reserve_bold
from ui.wording import SIGNS


class TaskList(QFrame):
    """Shows all tasks of the plan with their state, and lets one be chosen.

    Signals:
        task_chosen(str): the person moved to the task with this id.
    """

    task_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.setProperty("surface", "side")
        self._chosen_id = ""
        self._narrowing = False
        self._tree = TaskTree(self)
        self._filtered = TaskFilter(self)
        self._filtered.setSourceModel(self._tree)

        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("查找措辞、指标、进展…"))
        self.search.setAccessibleName(self.tr("查找任务"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)

        self._filters: dict[Filter, QPushButton] = {}
        self._closed: frozenset[str] = frozenset()
        self._period: Period | None = None
        group = QButtonGroup(self)
        held = QWidget(self)
        chips = FlowLayout(held, spacing=4)
        for chosen in Filter:
            chip = QPushButton(self)
            chip.setObjectName(f"filter_{chosen.value}")
            chip.setCheckable(True)
            chip.setProperty("filter", "true")
            group.addButton(chip)
            chips.addWidget(chip)
            self._filters[chosen] = chip
        self._filters[Filter.CLOSED].hide()
        self._filters[Filter.ALL].setChecked(True)
        group.buttonClicked.connect(self._narrow)

        self.view = QTreeView(self)
        self.view.setObjectName("taskTree")
        self.view.setAccessibleName(self.tr("任务"))
        self.view.setHeaderHidden(True)
        self.view.setIndentation(0)
        self.view.setUniformRowHeights(True)
        self.view.setRootIsDecorated(False)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setItemDelegate(TaskDelegate(self.view))
        self.view.setModel(self._filtered)
        self.view.clicked.connect(self._on_click)
        self.view.selectionModel().currentChanged.connect(self._on_current)

        self._nothing = QLabel(self.tr("没有符合条件的任务。\n换一个筛选，或清空查找。"), self)
        self._nothing.setProperty("tone", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()

        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 8)
        head.setSpacing(8)
        head.addWidget(self.search)
        head.addWidget(held)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)

    def show_board(self, board: Board, closed: frozenset[str] = frozenset()) -> None:
        """Take a board in, and which tasks are closed; open branches, scroll position and selection stay."""
        fresh = self._tree.rowCount() == 0
        closed &= {progress.task.id for progress in board.tasks}
        self._tree.show_board(board, closed)
        left = [progress for progress in board.tasks if not (progress.reported and progress.task.id in closed)]
        lights = [progress.light for progress in left]
        counts = {
            Filter.ALL: self.tr("全部 {count}").format(count=len(left)),
            Filter.UNREPORTED: self.tr("未填 {count}").format(count=board.total - board.reported),
            Filter.RED: f"{SIGNS[Light.RED]} {lights.count(Light.RED)}",
            Filter.YELLOW: f"{SIGNS[Light.YELLOW]} {lights.count(Light.YELLOW)}",
            Filter.QUANTIFIED: self.tr("定量 {count}").format(count=sum(map(Filter.QUANTIFIED.accepts, left))),
            Filter.CLOSED: self.tr("已销号 {count}").format(count=len(closed)),
        }
        spoken = {Filter.RED: self.tr("红灯"), Filter.YELLOW: self.tr("黄灯")}
        for chosen, chip in self._filters.items():
            chip.setText(counts[chosen])
            reserve_bold(chip, size=Type.SECONDARY, padding=9)
            chip.setAccessibleName(f"{spoken.get(chosen, '')} {counts[chosen]}".strip())
        self._filters[Filter.CLOSED].setVisible(bool(closed))
        moved, self._period = board.period != self._period, board.period
        if closed != self._closed or (closed and moved):  # what is closed has to be reported again in a new period
            self._closed = closed
            if not closed and self._filters[Filter.CLOSED].isChecked():
                self._filters[Filter.ALL].setChecked(True)
            self._narrow()
        elif fresh:
            self.view.expandAll()

    def choose(self, task_id: str) -> None:
        """Move to a task; filters that hide it are taken off."""
        index = self._filtered.mapFromSource(self._tree.index_of(task_id))
        if not index.isValid():
            self._filters[Filter.ALL].setChecked(True)
            self.search.clear()
            self._narrow()
            index = self._filtered.mapFromSource(self._tree.index_of(task_id))
        if not index.isValid() and task_id in self._closed:
            self._filters[Filter.CLOSED].setChecked(True)
            self._narrow()
            index = self._filtered.mapFromSource(self._tree.index_of(task_id))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flags)
            self.view.scrollTo(index)

    def neighbour(self, step: int) -> str | None:
        """Return the id of the next (1) or previous (-1) task that is shown, or None at the end.

        Where the present task is not among those that are shown, the first one is its next.
        """
        index = self._filtered.mapFromSource(self._tree.index_of(self._chosen_id))
        if not index.isValid():
            return self.first() if step > 0 else None
        while index.isValid():
            index = self.view.indexBelow(index) if step > 0 else self.view.indexAbove(index)
            row = index.data(ROW)
            if isinstance(row, Row) and row.task is not None:
                return row.task.task.id
        return None

    def first(self) -> str | None:
        """Return the id of the first task that is shown, or None if there is none."""
        index = self._filtered.index(0, 0)
        while index.isValid():
            row = index.data(ROW)
            if isinstance(row, Row) and row.task is not None:
                return row.task.task.id
            index = self.view.indexBelow(index)
        return None

    def stay_at(self, task_id: str) -> None:
        """Set the selection back without announcing it: the task on the right could not be left."""
        self._chosen_id = task_id
        # Not at once: the view marks the row that was clicked only after it has told of it.
        QTimer.singleShot(0, self, lambda: self.choose(self._chosen_id))

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        if self._narrowing:
            return
        if isinstance(row, Row) and row.task is not None and row.task.task.id != self._chosen_id:
            self._chosen_id = row.task.task.id
            self.task_chosen.emit(self._chosen_id)

    def _on_click(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and row.level is not Level.TASK:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _narrow(self) -> None:
        chosen = next(chosen for chosen, chip in self._filters.items() if chip.isChecked())
        # Looking for a task must not turn to one: rows that go take the view's own cursor elsewhere.
        self._narrowing = True
        self._filtered.narrow(chosen, self.search.text(), keep=self._chosen_id if chosen is Filter.ALL else "")
        self.view.expandAll()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        here = self._filtered.mapFromSource(self._tree.index_of(self._chosen_id))
        self.view.selectionModel().setCurrentIndex(here, flags)
        self._narrowing = False
        nothing = self._filtered.rowCount() == 0
        self._nothing.setVisible(nothing)
        self.view.setVisible(not nothing)
