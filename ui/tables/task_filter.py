"""Which tasks of the tree are shown: a filter by state and a text to search for."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from models.core.vocabulary import Light, TaskKind
from models.work.progress import TaskProgress
from ui.tables.task_tree import ROW, Row


class Filter(Enum):
    """The filters above the tree."""

    ALL = "all"
    UNREPORTED = "unreported"
    RED = "red"
    YELLOW = "yellow"
    QUANTIFIED = "quantified"
    CLOSED = "closed"

    def accepts(self, progress: TaskProgress) -> bool:
        """Tell whether a task passes, as far as its report tells; whether it is closed the row does."""
        match self:
            case Filter.ALL | Filter.CLOSED:
                return True
            case Filter.UNREPORTED:
                return not progress.reported
            case Filter.RED:
                return progress.light is Light.RED
            case Filter.YELLOW:
                return progress.light is Light.YELLOW
            case Filter.QUANTIFIED:
                return progress.task.kind is TaskKind.QUANTIFIED


class TaskFilter(QSortFilterProxyModel):
    """Shows the tasks that pass, with the parts and items above them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Let everything pass."""
        super().__init__(parent)
        self._filter = Filter.ALL
        self._words: tuple[str, ...] = ()
        self._kept = ""
        self.setRecursiveFilteringEnabled(True)
        # The row that is being filled in must not vanish under the cursor because it now passes no longer.
        self.setDynamicSortFilter(False)

    def narrow(self, chosen: Filter, text: str, *, keep: str) -> None:
        """Show what passes ``chosen`` and holds every word of ``text``; the task ``keep`` is shown in any case."""
        self.beginFilterChange()
        self._filter, self._words, self._kept = chosen, tuple(text.casefold().split()), keep
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Judge tasks; parts and items follow from what is below them.

        A task that is closed and reported is among the closed ones only, unless it is searched for.
        """
        index = self.sourceModel().index(source_row, 0, source_parent)
        row = index.data(ROW)
        if not isinstance(row, Row) or row.task is None:
            return False
        if row.task.task.id == self._kept and not self._words:
            return True
        if self._filter is Filter.CLOSED:
            if not row.is_closed:
                return False
        elif row.is_settled and not self._words:
            return False
        entry = row.task.entry
        names = " ".join(indicator.name for indicator in row.task.task.indicators)
        searched = f"{row.text} {names} {entry.narrative} {entry.problems}".casefold()
        return self._filter.accepts(row.task) and all(word in searched for word in self._words)
