"""What a later version of a plan changes, as a Qt model: one row for each task that differs, to be ticked."""

from enum import Enum

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from models.plan.compare import Comparison, Fate, Pairing
from models.plan.model import Indicator
from ui.tables.plan_list import facts_of, promise
from ui.wording import listed

PAIRING = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate


class Sort(Enum):
    """What there is to say of a row in one word; the first that holds."""

    NEW = "new"
    GONE = "gone"
    KEPT = "kept"  # gone, but with records: retired
    TARGETS = "targets"
    REWORDED = "reworded"
    DUTIES = "duties"
    MOVED = "moved"


class PlanChanges(QAbstractListModel):
    """The changes, all wanted at first.

    Signals:
        ticked(): another choice was made.
    """

    ticked = Signal()

    def __init__(self, comparison: Comparison, *, used: frozenset[str], parent: QObject | None = None) -> None:
        """List what a comparison found; ``used`` are the tasks with records."""
        super().__init__(parent)
        self._pairings = tuple(comparison.changes)
        self._used = used
        self._declined: set[int] = set()

    @property
    def declined(self) -> tuple[Pairing, ...]:
        """The changes that are not wanted."""
        return tuple(self._pairings[at] for at in sorted(self._declined))

    @property
    def wanted(self) -> int:
        """How many changes are wanted."""
        return len(self._pairings) - len(self._declined)

    def sort_of(self, pairing: Pairing) -> Sort:
        """Say in one word what a change is."""
        match pairing.fate:
            case Fate.NEW:
                return Sort.NEW
            case Fate.GONE:
                return Sort.KEPT if pairing.before and pairing.before.id in self._used else Sort.GONE
        if pairing.targets:
            return Sort.TARGETS
        if pairing.fate is Fate.REWORDED:
            return Sort.REWORDED
        return Sort.DUTIES if pairing.duties_changed else Sort.MOVED

    def counts(self) -> dict[Sort, int]:
        """Count the changes of each sort."""
        sorts = [self.sort_of(pairing) for pairing in self._pairings]
        return {sort: sorts.count(sort) for sort in Sort if sort in sorts}

    def tick_all(self, *, wanted: bool) -> None:
        """Want all changes, or none."""
        self._declined = set() if wanted else set(range(len(self._pairings)))
        if self._pairings:
            self.dataChanged.emit(self.index(0), self.index(len(self._pairings) - 1))
        self.ticked.emit()

    def tick(self, index: _Index) -> None:
        """Want a change that was declined, or the other way round."""
        if index.isValid():
            self._declined ^= {index.row()}
            self.dataChanged.emit(index, index)
            self.ticked.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the changes."""
        return 0 if parent.isValid() else len(self._pairings)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be chosen and ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the change to the delegate, its words to a screen reader, and whether it is wanted."""
        if not index.isValid():
            return None
        pairing = self._pairings[index.row()]
        if role == PAIRING:
            return pairing
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                words = [
                    sort_word(self.sort_of(pairing)),
                    *(one.text for one in (pairing.before, pairing.after) if one),
                ]
                return listed(words)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Unchecked if index.row() in self._declined else Qt.CheckState.Checked
        return None


def sort_word(sort: Sort) -> str:
    """Say what a change is, with its sign."""
    return {
        Sort.NEW: translate("plan_changes", "＋ 新增"),
        Sort.GONE: translate("plan_changes", "－ 删去"),
        Sort.KEPT: translate("plan_changes", "－ 取消"),
        Sort.TARGETS: translate("plan_changes", "◆ 改指标"),
        Sort.REWORDED: translate("plan_changes", "≈ 改措辞"),
        Sort.DUTIES: translate("plan_changes", "◇ 改要求"),
        Sort.MOVED: translate("plan_changes", "↕ 移动"),
    }[sort]


SORT_TONES = {
    Sort.NEW: "green",
    Sort.GONE: "red",
    Sort.KEPT: "red",
    Sort.TARGETS: "yellow",
    Sort.REWORDED: "accent",
    Sort.DUTIES: "accent",
    Sort.MOVED: "secondary",
}


def facts_before(pairing: Pairing) -> str:
    """Say what was known of the task beside its wording: the targets that change, if any, else all."""
    if pairing.before is None:
        return ""
    changed = [change.before for change in pairing.targets]
    return _promises(changed) if changed else facts_of(pairing.before)


def facts_after(pairing: Pairing) -> str:
    """Say what the later version knows of the task beside its wording."""
    if pairing.after is None:
        return ""
    changed = [change.after for change in pairing.targets]
    return _promises(changed) if changed else facts_of(pairing.after)


def _promises(indicators: list[Indicator | None]) -> str:
    return " · ".join(promise(one) if one else translate("plan_changes", "没有这个指标") for one in indicators)
