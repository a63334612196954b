"""下达 as two Qt tables over one sheet: what stands beside each row, and the cells of the units. Computed on demand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.core.numbers import plain
from models.core.vocabulary import Direction, Duty
from models.store.assignments import GridEdit
from models.store.directory import DirectoryUnit
from models.store.records import IndicatorRecord
from models.work.distribute import is_additive
from models.work.grid_paste import DUTY_WORDS
from models.work.grid_rows import GridRow
from ui.tables.assign_sheet import AssignSheet
from ui.wording import amount, day, duty_word, listed

_Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AssignCell:
    """How one cell looks: its words, the colour of its meaning, bold, at the right edge, and on which ground."""

    text: str = ""
    tone: str = "text"
    bold: bool = False
    right: bool = False
    ground: str = ""
    indent: int = 0


_LEAD, _SUPPORT, _BLANK = ("accent", "secondary", "faint")


class AssignRows(QAbstractTableModel):
    """The five columns beside the units: number, task or target, target value, what is given on, what is left."""

    NUMBER, TEXT, TARGET, GIVEN, LEFT = range(5)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._sheet: AssignSheet | None = None
        self._rows: tuple[GridRow, ...] = ()

    def show_rows(self, sheet: AssignSheet, rows: tuple[GridRow, ...]) -> None:
        """Show rows of a sheet."""
        self.beginResetModel()
        self._sheet, self._rows = sheet, rows
        self.endResetModel()

    def refresh(self, first: int, last: int) -> None:
        """Tell that sums of some rows changed."""
        self.dataChanged.emit(self.index(first, self.GIVEN), self.index(last, self.LEFT))

    def cell(self, row: int, column: int) -> AssignCell:
        """Return how a cell looks."""
        one = self._rows[row]
        if one.indicator is None:
            text = {self.NUMBER: one.number, self.TEXT: one.text}.get(column, "")
            return AssignCell(text, "secondary" if column == self.NUMBER else "text", right=column == self.NUMBER)
        if column == self.TEXT:
            return AssignCell(one.text, "secondary", ground="raised", indent=16)
        if column == self.TARGET:
            return AssignCell(target_words(one.indicator), right=True, ground="raised")
        if column == self.NUMBER:
            return AssignCell(ground="raised")
        return self._sum(one.indicator, column)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the columns."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a column's heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return row_headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in {self.TARGET, self.GIVEN, self.LEFT}:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, and all of them as its tip."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == self.TEXT:
            return self._rows[index.row()].text
        return self.cell(index.row(), index.column()).text

    def _sum(self, indicator: IndicatorRecord, column: int) -> AssignCell:
        allocation = self._sheet.allocation(indicator) if self._sheet else None
        if allocation is None:
            text = translate("assign", "各单位相同") if column == self.GIVEN else "—"
            return AssignCell(text, "faint", right=True, ground="raised")
        if column == self.GIVEN:
            return AssignCell(amount(allocation.assigned), right=True, ground="raised")
        left = allocation.remainder
        if not left:
            return AssignCell("✓ 0", "green", right=True, ground="raised")
        text = amount(left) if left > 0 else f"−{amount(-left)}"
        return AssignCell(f"▲ {text}" if left > 0 else f"■ {text}", "red", bold=True, right=True, ground="raised")


class AssignGrid(QAbstractTableModel):
    """One column for each unit: its part in a task, below it its shares of the task's targets.

    A share is edited in place: ``save`` puts it into the workspace and tells whether it is durable.
    """

    def __init__(self, save: Callable[[Sequence[GridEdit]], bool], parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._save = save
        self._sheet: AssignSheet | None = None
        self._rows: tuple[GridRow, ...] = ()
        self._units: tuple[DirectoryUnit, ...] = ()

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The rows that are shown."""
        return self._rows

    @property
    def units(self) -> tuple[DirectoryUnit, ...]:
        """The units of the columns."""
        return self._units

    def show_rows(self, sheet: AssignSheet, rows: tuple[GridRow, ...]) -> None:
        """Show rows of a sheet."""
        self.beginResetModel()
        self._sheet, self._rows, self._units = sheet, rows, sheet.units
        self.endResetModel()

    def refresh(self, first: int, last: int) -> None:
        """Tell that cells of some rows changed."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._units) - 1))

    def row_of(self, task_id: str, indicator_id: str | None = None) -> int | None:
        """Return where a task, or one of its targets, stands."""
        for at, row in enumerate(self._rows):
            if row.task.id == task_id and (row.indicator.id if row.indicator else None) == indicator_id:
                return at
        return None

    def column_of(self, unit_id: int) -> int | None:
        """Return where a unit stands."""
        return next((at for at, unit in enumerate(self._units) if unit.id == unit_id), None)

    def cell(self, row: int, column: int) -> AssignCell:
        """Return how a cell looks."""
        one, unit = self._rows[row], self._units[column]
        if self._sheet is None:
            return AssignCell()
        duty = self._sheet.duty(unit.id, one.task.id)
        if one.indicator is None:
            tone = _BLANK if duty is None else _LEAD if duty is Duty.LEAD else _SUPPORT
            return AssignCell(duty_word(duty) if duty else "", tone, bold=duty is Duty.LEAD)
        share = self._sheet.share(unit.id, one.indicator.id)
        if share is not None:
            return AssignCell(amount(share), right=True, ground="raised")
        if duty is not None and not is_additive(one.indicator):
            return AssignCell(target_words(one.indicator), "faint", right=True, ground="raised")
        return AssignCell(right=True, ground="raised")

    def written(self, row: int, column: int) -> str:
        """Return what a cell says in a sheet: nothing where the target itself holds for the unit."""
        one, unit = self._rows[row], self._units[column]
        if self._sheet is None:
            return ""
        if one.indicator is None:
            duty = self._sheet.duty(unit.id, one.task.id)
            return DUTY_WORDS[duty] if duty else ""
        share = self._sheet.share(unit.id, one.indicator.id)
        return "" if share is None else plain(share)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the units."""
        return 0 if parent.isValid() else len(self._units)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Shares are typed; parts are set by keys, so that an input method stays out of their way."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_share = index.isValid() and self._rows[index.row()].indicator is not None
        return flags | Qt.ItemFlag.ItemIsEditable if is_share else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a unit's name: short above its column, in full as the tip."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._units):
            return None
        unit = self._units[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return unit.label
            case Qt.ItemDataRole.ToolTipRole:
                return self._about(unit)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words; to be read aloud with its row and its unit."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(index.row(), index.column()).text
            case Qt.ItemDataRole.EditRole:
                return self.written(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                row, unit = self._rows[index.row()], self._units[index.column()]
                said = self.cell(index.row(), index.column()).text or translate("assign", "空")
                return listed((said, unit.name, f"{row.number} {row.text}"))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(self._rows[index.row()])
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set a share, durably; False if the workspace refused."""
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or row.indicator is None or not isinstance(value, Decimal | None):
            return False
        unit_id = self._units[index.column()].id
        if self._sheet is not None and self._sheet.share(unit_id, row.indicator.id) == value:
            return True
        edit = GridEdit(unit_id=unit_id, task_id=row.task.id, indicator_id=row.indicator.id, new=value)
        return self._save([edit])

    def _about(self, unit: DirectoryUnit) -> str:
        by_hand = "" if unit.has_program else translate("assign", "没有本程序，用空白填报表")
        sent = self._sheet.latest.get(unit.id) if self._sheet else None
        version = translate("assign", "已下达第 {version} 版（{day}）")
        last = version.format(version=sent.version, day=day(sent.at.astimezone().date())) if sent else ""
        return "\n".join(filter(None, (unit.name, unit.code, unit.contact, by_hand, last)))

    def _tip(self, row: GridRow) -> str:
        if row.indicator is not None and not is_additive(row.indicator):
            return translate("assign", "百分比和上限不分解：每个单位都是目标值本身，也可以另填一个。")
        return ""


def target_words(indicator: IndicatorRecord) -> str:
    """Say a target with its unit of measure, a ceiling with its sign."""
    sign = "≤" if indicator.direction is Direction.AT_MOST else ""
    return f"{sign}{amount(indicator.target)} {indicator.unit}".rstrip()


def row_headings() -> tuple[str, ...]:
    """Name the columns beside the units."""
    return (
        translate("assign", "序号"),
        translate("assign", "工作任务、指标"),
        translate("assign", "目标值"),
        translate("assign", "已分解"),
        translate("assign", "剩余"),
    )
