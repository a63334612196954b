"""The open doubts of a plan under review as a Qt model: their sentences are made when they come into sight."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.plan.model import Doubt
from ui.messages.doubts import doubt_advice, doubt_sentence

SENTENCE = Qt.ItemDataRole.UserRole
ADVICE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class DoubtList(QAbstractListModel):
    """One row for each doubt, in the order of the document."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.doubts: tuple[Doubt, ...] = ()

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Take the open doubts in; rows that stay keep their indexes."""
        old, new = self.doubts, tuple(doubts)
        room = min(len(old), len(new))
        first = next((at for at in range(room) if old[at] is not new[at]), room)
        behind = next((at for at in range(room - first) if old[-1 - at] is not new[-1 - at]), room - first)
        end, till = len(old) - behind, len(new) - behind
        kept = min(end, till)
        if end > kept:
            self.beginRemoveRows(QModelIndex(), kept, end - 1)
            self.doubts = new
            self.endRemoveRows()
        elif till > kept:
            self.beginInsertRows(QModelIndex(), kept, till - 1)
            self.doubts = new
            self.endInsertRows()
        self.doubts = new
        if kept > first:
            self.dataChanged.emit(self.index(first), self.index(kept - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the doubts."""
        return 0 if parent.isValid() else len(self.doubts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a doubt is and what to do about it: together to read aloud, apart to the delegate."""
        if not index.isValid():
            return None
        doubt = self.doubts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{doubt_sentence(doubt)} {doubt_advice(doubt)}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{doubt_sentence(doubt)}\n{doubt_advice(doubt)}"
        return {SENTENCE: doubt_sentence, ADVICE: doubt_advice}[role](doubt) if role in {SENTENCE, ADVICE} else None
