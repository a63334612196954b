"""What each unit brings to one indicator, as a Qt table: the figure that counts, or why there is none."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.work.roll_up import Contribution
from ui.messages.roll_up import PART_TONES, part_words
from ui.theme import scheme_colour
from ui.wording import amount

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

translate = QCoreApplication.translate


class ContributionTable(QAbstractTableModel):
    """One row a unit: its name, what it brings and, in a weighted mean, what it counts by."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._rows: tuple[Contribution, ...] = ()
        self._weights: Mapping[int, Decimal] | None = None
        self._by_hand: frozenset[int] = frozenset()

    def show_contributions(
        self, rows: tuple[Contribution, ...], weights: Mapping[int, Decimal] | None, *, by_hand: frozenset[int]
    ) -> None:
        """Show these.

        Args:
            rows: what each unit brings.
            weights: by unit, or None where the figures are not weighted.
            by_hand: the units whose return was filled in by hand and not signed.
        """
        if (rows, weights, by_hand) != (self._rows, self._weights, self._by_hand):
            self.beginResetModel()
            self._rows, self._weights, self._by_hand = rows, weights, by_hand
            self.endResetModel()

    def unit_at(self, row: int) -> int | None:
        """Return the unit of a row."""
        return self._rows[row].unit.id if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the units."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the columns."""
        return 0 if parent.isValid() else 3 if self._weights is not None else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a column's heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _RIGHT
        headings = (translate("roll_up", "单位"), translate("roll_up", "数据"), translate("roll_up", "权重"))
        return headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words and the colour of what the unit brings."""
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(one, index.column())
            case Qt.ItemDataRole.ForegroundRole if index.column() == 1:
                return scheme_colour(PART_TONES[one.part])
            case Qt.ItemDataRole.TextAlignmentRole if index.column():
                return _RIGHT
            case Qt.ItemDataRole.ToolTipRole if index.column() == 0:
                return one.unit.name
        return None

    def _text(self, one: Contribution, column: int) -> str:
        if column == 0:
            by_hand = one.unit.id in self._by_hand
            return translate("roll_up", "{unit}（手填）").format(unit=one.unit.label) if by_hand else one.unit.label
        if column == 1:
            return part_words(one)
        weight = (self._weights or {}).get(one.unit.id)
        return amount(weight) if weight is not None else "—"
