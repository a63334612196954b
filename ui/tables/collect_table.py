"""收表 as a Qt table: units by periods. What was put aside stands in its cell too, until the unit's return is in."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.core.periods import Period, PeriodKind
from models.store.received import ReturnForm
from models.work.collect_board import BoardCell, BoardRow, CellState, CollectBoard
from models.workbooks.collect import Filed
from models.workbooks.gather import Lot
from ui.messages.lots import lot_word
from ui.messages.standing import moment_words
from ui.theme import scheme_colour
from ui.wording import period_name

_Index = QModelIndex | QPersistentModelIndex
_TONES = {
    CellState.AHEAD: "faint",
    CellState.NOT_YET: "secondary",
    CellState.OVERDUE: "red",
    CellState.WAITING: "accent",
    CellState.RETURNED: "yellow",
    CellState.ACCEPTED: "green",
}

Aside = Mapping[tuple[int, Period], Filed]  # what was put aside, by unit and period

translate = QCoreApplication.translate


class CollectTable(QAbstractTableModel):
    """One row a unit, one column a period, and when the return of the shown period came in."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._board = CollectBoard((), ())
        self._rows: tuple[BoardRow, ...] = ()
        self._aside: Aside = {}
        self._shown: Period | None = None

    def show_board(self, board: CollectBoard, *, shown: Period, aside: Aside, only: frozenset[int] | None) -> None:
        """Show a board.

        Args:
            board: all of it.
            shown: the period of which the last column tells when it came in.
            aside: what was put aside in the last collection.
            only: the ids of the units to show; None shows all.
        """
        self.beginResetModel()
        self._board, self._shown, self._aside = board, shown, aside
        self._rows = tuple(row for row in board.rows if only is None or row.unit.id in only)
        self.endResetModel()

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of the columns."""
        return self._board.periods

    def row_of(self, unit_id: int) -> int | None:
        """Return where a unit stands."""
        return next((at for at, row in enumerate(self._rows) if row.unit.id == unit_id), None)

    def unit_row(self, row: int) -> BoardRow:
        """Return the unit of a row."""
        return self._rows[row]

    def period_at(self, column: int) -> Period | None:
        """Return the period of a column, or None for the others."""
        return self._board.periods[column - 1] if 0 < column <= len(self._board.periods) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the units."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the columns: the unit, the periods, when."""
        return 0 if parent.isValid() else len(self._board.periods) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return translate("collect", "单位")
        period = self.period_at(section)
        return short_period(period) if period else translate("collect", "收到")

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words and the colour of its state."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        period = self.period_at(index.column())
        if period is None:
            return self._outer(row, index.column(), role)
        return _inner(row.cells[index.column() - 1], self._aside.get((row.unit.id, period)), role)

    def _outer(self, row: BoardRow, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return f"{row.unit.name} {row.unit.code}".strip()
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return row.unit.label
        cell = row.cells[self._board.periods.index(self._shown)] if self._shown in self._board.periods else None
        return moment_words(cell.received_at) if cell and cell.received_at else ""


def _inner(cell: BoardCell, aside: Filed | None, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return lot_word(aside.lot) if aside else cell_words(cell)
        case Qt.ItemDataRole.ForegroundRole:
            return scheme_colour(aside_tone(aside.lot) if aside else _TONES[cell.state])
        case Qt.ItemDataRole.ToolTipRole if cell.judged:
            return cell.judged.received.file_name
    return None


def cell_words(cell: BoardCell) -> str:
    """Say how far a unit is with a period, with its sign, and that it was late."""
    words = {
        CellState.AHEAD: translate("collect", "—"),
        CellState.NOT_YET: translate("collect", "○ 未报"),
        CellState.OVERDUE: translate("collect", "■ 逾期未报"),
        CellState.WAITING: translate("collect", "◔ 待审核"),
        CellState.RETURNED: translate("collect", "↩ 退回修改"),
        CellState.ACCEPTED: translate("collect", "● 已通过"),
    }[cell.state]
    if cell.judged is not None and cell.judged.received.form is ReturnForm.BLANK_FORM:
        words = translate("collect", "{state}（手填）").format(state=words)
    return translate("collect", "{state}（迟报）").format(state=words) if cell.is_late else words


def aside_tone(lot: Lot) -> str:
    """Tell in which tone a pile is spoken of."""
    if lot in {Lot.SIGNER_DIFFERS, Lot.ALTERED, Lot.CONFLICT, Lot.DAMAGED, Lot.UNREADABLE, Lot.UNREADABLE_FORM}:
        return "red"
    return "accent" if lot is Lot.TAKEN else "secondary" if lot in {Lot.DUPLICATE, Lot.OLDER} else "yellow"


def short_period(period: Period) -> str:
    """Say a period within its year, as a column's heading."""
    if period.kind is PeriodKind.MONTH:
        return translate("collect", "{month}月").format(month=period.ordinal)
    if period.kind is PeriodKind.QUARTER:
        quarters = (
            translate("collect", "一季度"),
            translate("collect", "二季度"),
            translate("collect", "三季度"),
            translate("collect", "四季度"),
        )
        return quarters[period.ordinal - 1]
    if period.kind is PeriodKind.HALF:
        return translate("collect", "上半年") if period.ordinal == 1 else translate("collect", "下半年")
    return period_name(period)
