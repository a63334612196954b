"""The list of a plan under review as a Qt model: its head, parts, items and tasks, one row each, as in the document.

Rows have keys that stay while the plan changes around them, so that a correction moves no selection: only the rows
that came, went or say something else are announced.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.core.numbers import chinese_numeral
from models.core.vocabulary import Direction
from models.plan.model import Indicator, Plan, Task
from ui.wording import amount, day, kind_word, listed

ROW = Qt.ItemDataRole.UserRole
HEAD_KEY = "head"
_Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate


class Level(Enum):
    """What a row stands for."""

    HEAD = 0
    PART = 1
    ITEM = 2
    TASK = 3


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. ``part`` and ``item`` are indexes from 0; -1 where it belongs to none."""

    key: str
    level: Level
    text: str
    facts: str
    doubts: int
    part: int = -1
    item: int = -1
    indicators: bool = False


class PlanList(QAbstractListModel):
    """All rows of a plan, flat."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._known: dict[str, tuple[Task, Row]] = {}

    def show_plan(self, plan: Plan) -> None:
        """Take a plan in; rows that stay keep their indexes."""
        rows = list(self._rows_of(plan))
        old, new = [row.key for row in self._rows], [row.key for row in rows]
        first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        room = min(len(old), len(new)) - first
        behind = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
        self._exchange(first, len(old) - behind, rows[first : len(rows) - behind])
        changed = [at for at, (one, other) in enumerate(zip(self._rows, rows, strict=True)) if one != other]
        self._rows = rows
        self._places = {key: at for at, key in enumerate(new)}
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))

    def index_of(self, key: str) -> QModelIndex:
        """Return where a row stands; an invalid index if there is none with this key."""
        at = self._places.get(key)
        return QModelIndex() if at is None else self.index(at)

    def row(self, key: str) -> Row | None:
        """Return what a row says."""
        at = self._places.get(key)
        return None if at is None else self._rows[at]

    def rows(self) -> tuple[Row, ...]:
        """Return all rows from top to bottom."""
        return tuple(self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text to search and to read aloud, and the whole row to the delegate."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return listed([text for text in (row.text, row.facts) if text])
        return None

    def _rows_of(self, plan: Plan) -> Iterator[Row]:
        """Run through the rows; those of tasks that a correction did not touch are not written anew."""
        doubts = Counter(doubt.task_id for doubt in plan.doubts)
        yield _head_row(plan, doubts[""])
        known: dict[str, tuple[Task, Row]] = {}
        for p, part in enumerate(plan.parts):
            yield Row(part_key(p), Level.PART, part_title(part.number, part.title), "", 0, p)
            for i, item in enumerate(part.items):
                yield Row(item_key(p, i), Level.ITEM, f"{item.number}．{item.title}", "", 0, p, i)
                for task in item.tasks:
                    before, row = self._known.get(task.id, (None, None))
                    if row is None or before is not task or (row.doubts, row.part, row.item) != (doubts[task.id], p, i):
                        row = _task_row(task, doubts[task.id], p, i)
                    known[task.id] = (task, row)
                    yield row
        self._known = known

    def _exchange(self, start: int, end: int, coming: list[Row]) -> None:
        going = end - start
        if going > len(coming):
            self.beginRemoveRows(QModelIndex(), start + len(coming), end - 1)
            del self._rows[start + len(coming) : end]
            self.endRemoveRows()
        elif going < len(coming):
            self.beginInsertRows(QModelIndex(), end, start + len(coming) - 1)
            self._rows[end:end] = coming[going:]
            self.endInsertRows()


def part_key(part: int) -> str:
    """Name the row of a part."""
    return f"part {part}"


def item_key(part: int, item: int) -> str:
    """Name the row of an item."""
    return f"item {part} {item}"


def promise(indicator: Indicator) -> str:
    """Say what an indicator promises: 更换照明灯 ≥ 5,000 口."""
    sign = "≤" if indicator.direction is Direction.AT_MOST else "≥"
    return f"{indicator.name} {sign} {amount(indicator.target)} {indicator.unit}".rstrip()


def facts_of(task: Task) -> str:
    """Say in one line what is known of a task beside its wording."""
    words = [kind_word(task.kind), *map(promise, task.indicators)]
    if task.due is not None:
        words.append(translate("plan_review", "{day}前").format(day=day(task.due)))
    if task.lead:
        words.append(translate("plan_review", "牵头 {units}").format(units=listed(task.lead)))
    if task.support:
        words.append(translate("plan_review", "配合 {units}").format(units=listed(task.support)))
    return " · ".join(words)


def part_title(number: int, title: str) -> str:
    """Write a part's heading: 三、推进各类教育高质量发展."""
    return f"{chinese_numeral(number)}、{title}" if title else translate("plan_review", "（没有分部分）")


def _head_row(plan: Plan, doubts: int) -> Row:
    facts = " · ".join(filter(None, (plan.document_number, plan.issuer, str(plan.year) if plan.year else "")))
    return Row(HEAD_KEY, Level.HEAD, plan.title or translate("plan_review", "（没有标题）"), facts, doubts)


def _task_row(task: Task, doubts: int, part: int, item: int) -> Row:
    has_targets = bool(task.indicators)
    return Row(task.id, Level.TASK, task.text, facts_of(task), doubts, part, item, indicators=has_targets)
