"""名录 as a Qt table that is edited in place: one row a unit, a blank one below for the next, figures at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.store.directory import DirectoryUnit, UnitFacts
from ui.theme import scheme_colour
from ui.wording import amount, listed

_Index = QModelIndex | QPersistentModelIndex
_FIELDS = ("name", "code", "short_name", "level", "kind", "contact")
BY_HAND = len(_FIELDS)  # the column that tells how a unit reports

Weights = Mapping[str, Mapping[int, Decimal]]
# A unit (None: a new one), the name of a field or of a column of figures, and what was typed; False: it was refused.
Save = Callable[[DirectoryUnit | None, str, str], bool]

translate = QCoreApplication.translate


class DirectoryTable(QAbstractTableModel):
    """What is known of each unit. Every cell is durable as soon as it is left."""

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        """Make an empty table; ``save`` records one cell."""
        super().__init__(parent)
        self._save = save
        self._units: tuple[DirectoryUnit, ...] = ()
        self._weights: Weights = {}
        self._names: tuple[str, ...] = ()

    def show_units(self, units: Sequence[DirectoryUnit], weights: Weights) -> None:
        """Show units in their order; where they are the same ones, what is open stays open."""
        shape = ([unit.id for unit in units], tuple(weights))
        same = shape == ([unit.id for unit in self._units], self._names)
        if not same:
            self.beginResetModel()
        self._units, self._weights, self._names = tuple(units), weights, tuple(weights)
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        else:
            self.endResetModel()

    @property
    def weight_names(self) -> tuple[str, ...]:
        """The columns of figures."""
        return self._names

    def unit(self, row: int) -> DirectoryUnit | None:
        """Return the unit of a row; None for the blank one."""
        return self._units[row] if 0 <= row < len(self._units) else None

    def row_of(self, unit_id: int) -> int | None:
        """Return where a unit stands."""
        return next((at for at, unit in enumerate(self._units) if unit.id == unit_id), None)

    def weight_of(self, column: int) -> str | None:
        """Return the name of a column of figures; None for another column."""
        at = column - BY_HAND - 1
        return self._names[at] if 0 <= at < len(self._names) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the units, and the blank row."""
        return 0 if parent.isValid() else len(self._units) + 1

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the columns."""
        return 0 if parent.isValid() else BY_HAND + 1 + len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a column's heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.weight_of(section) or (*map(field_word, _FIELDS), field_word("has_program"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section > BY_HAND:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All cells are typed but how a unit reports, which is ticked; of the blank row only the name."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        unit = self.unit(index.row())
        if unit is None:
            return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags
        if unit.retired:
            return flags
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if index.column() == BY_HAND else Qt.ItemFlag.ItemIsEditable)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words; retired units are faint."""
        if not index.isValid():
            return None
        unit, column = self.unit(index.row()), index.column()
        if unit is None:
            if role == Qt.ItemDataRole.ForegroundRole:
                return scheme_colour("faint")
            return self._words(None, column) if role == Qt.ItemDataRole.DisplayRole else None
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                found = self._words(unit, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                found = listed((self._words(unit, column), unit.name))
            case Qt.ItemDataRole.CheckStateRole if column == BY_HAND:
                found = Qt.CheckState.Checked if unit.has_program else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole if column > BY_HAND:
                found = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if unit.retired:
                found = scheme_colour("faint")
        return found

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Record one cell, durably; False if it was refused."""
        unit = self.unit(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and unit is not None:
            ticked = Qt.CheckState(value) is Qt.CheckState.Checked
            return self._save(unit, "has_program", "1" if ticked else "")
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == (self._words(unit, index.column()) if unit else ""):
            return True
        return self._save(unit, self.weight_of(index.column()) or _FIELDS[index.column()], text)

    def _words(self, unit: DirectoryUnit | None, column: int) -> str:
        if unit is None:
            return translate("directory", "在这里写新单位的名称") if column == 0 else ""
        weight = self.weight_of(column)
        if weight is not None:
            figure = self._weights[weight].get(unit.id)
            return "" if figure is None else amount(figure)
        if column == BY_HAND:
            if unit.retired:
                return translate("directory", "已停用")
            return translate("directory", "用本程序") if unit.has_program else translate("directory", "手填")
        return str(getattr(unit, _FIELDS[column]))


def facts_of(unit: DirectoryUnit, **changed: str | bool) -> UnitFacts:
    """Return what is known of a unit, with some of it said anew."""
    facts = UnitFacts(
        name=unit.name,
        code=unit.code,
        short_name=unit.short_name,
        level=unit.level,
        kind=unit.kind,
        contact=unit.contact,
        has_program=unit.has_program,
    )
    return replace(facts, **changed)  # type: ignore[arg-type]


def field_word(name: str) -> str:
    """Name a field of a unit; a column of figures by its own name."""
    words = {
        "name": translate("directory", "单位名称"),
        "code": translate("directory", "单位代码"),
        "short_name": translate("directory", "简称"),
        "level": translate("directory", "层级"),
        "kind": translate("directory", "类型"),
        "contact": translate("directory", "联系人"),
        "has_program": translate("directory", "填报方式"),
    }
    return words.get(name, name)
