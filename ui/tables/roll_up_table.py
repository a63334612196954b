"""汇总 as a Qt table: each indicator, and each task without one, with the own figure beside what is proposed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.core.vocabulary import Light
from models.work.progress import TaskProgress
from models.work.summary import IndicatorLine, Summary
from models.work.taking import Match, match_of
from ui.messages.message import messages
from ui.messages.roll_up import SIGNS, TONES, match_words, method_word, short_method_word
from ui.theme import scheme_colour
from ui.wording import amount, listed, percent

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns, from left to right."""

    ITEM = 0
    TASK = 1
    TARGET = 2
    OWN = 3
    PROPOSAL = 4
    METHOD = 5
    MISSING = 6


class Show(StrEnum):
    """Which rows are shown."""

    FIGURES = "figures"  # the indicators
    BLANK = "blank"  # those that can be taken
    DIFFERENT = "different"
    ALL = "all"  # the tasks without figures too
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NONE = "none"


_LIGHTS = {Show.GREEN: Light.GREEN, Show.YELLOW: Light.YELLOW, Show.RED: Light.RED, Show.NONE: Light.NONE}


@dataclass(frozen=True, slots=True)
class RollUpRow:
    """One indicator of a task, or a task that has none."""

    task: TaskProgress
    line: IndicatorLine | None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others: the task's id and the indicator's, which may be blank."""
        return self.task.task.id, self.line.indicator.id if self.line else ""

    @property
    def match(self) -> Match:
        """How the own figure stands to the proposal."""
        return match_of(self.line) if self.line else Match.NOTHING

    def has(self, words: Iterable[str]) -> bool:
        """Tell whether all of some words, in small letters, stand in the task or its indicator."""
        text = f"{self.task.task.text} {self.line.indicator.name if self.line else ''}".casefold()
        return all(word in text for word in words)

    def passes(self, show: Show) -> bool:
        """Tell whether it is among those that are to be shown."""
        match show:
            case Show.FIGURES:
                return self.line is not None
            case Show.BLANK:
                return self.match is Match.BLANK
            case Show.DIFFERENT:
                return self.match is Match.DIFFERENT
            case Show.ALL:
                return True
            case _:
                return self.task.light is _LIGHTS[show]


def rows_of(summary: Summary) -> tuple[RollUpRow, ...]:
    """Lay a summary out, in the order of the plan."""
    lines = {line.indicator.id: line for line in summary.indicators}

    def rows() -> Iterator[RollUpRow]:
        for one in summary.board.tasks:
            if not one.task.indicators:
                yield RollUpRow(one, None)
            for indicator in one.task.indicators:
                yield RollUpRow(one, lines[indicator.id])

    return tuple(rows())


class RollUpTable(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._rows: tuple[RollUpRow, ...] = ()

    def show_rows(self, rows: tuple[RollUpRow, ...]) -> None:
        """Show these; where only figures are new, the view keeps its place."""
        before, self._rows = self._rows, self._rows
        if [row.key for row in before] != [row.key for row in rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != before:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def row_at(self, row: int) -> RollUpRow | None:
        """Return what a row says."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, task_id: str, indicator_id: str = "") -> int:
        """Return where a row stands, the task's first one if the indicator is not named; -1 if it is not shown."""
        found = (
            at
            for at, row in enumerate(self._rows)
            if row.task.task.id == task_id and (not indicator_id or row.key[1] == indicator_id)
        )
        return next(found, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a column's heading, over figures at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in {Column.TARGET, Column.OWN, Column.PROPOSAL}:
            return _RIGHT
        return _headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, their colour, what they mean, and the row itself."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in {Column.TARGET, Column.OWN, Column.PROPOSAL} else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return scheme_colour(_tone(row, column))
        says = (
            (Qt.ItemDataRole.DisplayRole, _text),
            (Qt.ItemDataRole.ToolTipRole, _tip),
            (Qt.ItemDataRole.AccessibleTextRole, _spoken),
        )
        return next((say(row, column) for known, say in says if role == known), None)


def _text(row: RollUpRow, column: Column) -> str:
    task, line = row.task.task, row.line
    if line is None:
        return {Column.ITEM: str(task.item_number), Column.TASK: task.text}.get(column, "")
    one, proposal = line.indicator, line.proposal
    return {
        Column.ITEM: str(task.item_number),
        Column.TASK: one.name,
        Column.TARGET: f"{amount(one.target)}{one.unit}",
        Column.OWN: _own(line),
        Column.PROPOSAL: f"{SIGNS[row.match]} {amount(proposal.amount)}" if proposal.amount is not None else "—",
        Column.METHOD: short_method_word(proposal.method),
        Column.MISSING: f"{len(proposal.missing)}  {_missing(line)}" if proposal.missing else "",
    }[column]


def _tip(row: RollUpRow, column: Column) -> str:
    task, line = row.task.task, row.line
    of_task = {Column.ITEM: f"{task.item_number}．{task.item_title}", Column.TASK: task.text}
    if line is None or column in of_task:
        return of_task.get(column, "")
    reason = line.stated.no_data_reason if line.stated else ""
    return {
        Column.OWN: percent(line.own_completion) if line.own_completion is not None else reason,
        Column.PROPOSAL: match_words(line),
        Column.METHOD: method_word(line.proposal.method),
        Column.MISSING: _missing(line),
    }.get(column, "")


def _spoken(row: RollUpRow, column: Column) -> str:
    text = _text(row, column)
    if row.line is None or column in {Column.ITEM, Column.TARGET, Column.OWN, Column.METHOD}:
        return f"{_headings()[column]} {text}"
    more = {
        Column.TASK: row.task.task.text,
        Column.PROPOSAL: match_words(row.line),
        Column.MISSING: messages.tr("%n 个单位未计入", "", len(row.line.proposal.missing)),
    }
    return f"{_headings()[column]} {text} {more[column]}"


def _tone(row: RollUpRow, column: Column) -> str:
    if column is Column.PROPOSAL:
        return TONES[row.match]
    if column is Column.OWN and row.match is Match.DIFFERENT:
        return "yellow"
    return "text" if column in {Column.TASK, Column.OWN} else "secondary"


def _own(line: IndicatorLine) -> str:
    if line.stated is None:
        return ""
    return amount(line.own) if line.own is not None else translate("roll_up", "无数据")


def _missing(line: IndicatorLine) -> str:
    return listed([one.unit.label for one in line.proposal.missing])


def _headings() -> tuple[str, ...]:
    return (
        translate("roll_up", "目"),
        translate("roll_up", "指标、任务"),
        translate("roll_up", "目标值"),
        translate("roll_up", "本级填报"),
        translate("roll_up", "下级汇总"),
        translate("roll_up", "汇总方式"),
        translate("roll_up", "未计入"),
    )
