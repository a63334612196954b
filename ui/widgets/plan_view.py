"""The list of a plan's rows: heights are known by level, so that no change of one row measures the others again."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.tables.plan_list import ROW, Level, PlanList, Row
from ui.widgets.plan_delegate import HEIGHTS, PlanDelegate


class PlanView(QTableView):
    """A table of one column, which looks like a list. Qt's own list measures all rows whenever one is drawn anew."""

    def __init__(self, rows: PlanList, parent: QWidget | None = None) -> None:
        """Show the rows."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heights = self.verticalHeader()
        heights.hide()
        heights.setMinimumSectionSize(1)
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heights.setDefaultSectionSize(HEIGHTS[Level.TASK])
        self.setItemDelegate(PlanDelegate(self))
        self.setModel(rows)
        rows.rowsInserted.connect(self._measure)
        rows.dataChanged.connect(lambda first, last: self._measure(QModelIndex(), first.row(), last.row()))
        self._measure(QModelIndex(), 0, rows.rowCount() - 1)

    def _measure(self, _: QModelIndex, first: int, last: int) -> None:
        """Give rows the heights of their levels; most are tasks, which have theirs already."""
        heights = self.verticalHeader()
        for place in range(first, last + 1):
            row = self.model().index(place, 0).data(ROW)
            if isinstance(row, Row) and heights.sectionSize(place) != HEIGHTS[row.level]:
                heights.resizeSection(place, HEIGHTS[row.level])
