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
from models.plan.model import Doubt, Indicator, Item, Plan, Task
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
    """All rows of a plan, flat.

    Rows are made and kept item by item: an item that is the same object with the same doubts as before has its rows
    still, so that a correction costs little more in a large plan than in a small one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._segments: list[tuple[Row, ...]] = []
        self._known: dict[tuple[int, int], tuple[Item, tuple[Row, ...]]] = {}
        self._doubts: tuple[Doubt, ...] = ()
        self._counts: Counter[str] = Counter()

    def show_plan(self, plan: Plan) -> None:
        """Take a plan in; rows that stay keep their indexes."""
        before, after = self._segments, list(self._segments_of(plan))
        self._segments = after
        room = min(len(before), len(after))
        first = next((at for at in range(room) if before[at] is not after[at]), room)
        behind = next((at for at in range(room - first) if before[-1 - at] is not after[-1 - at]), room - first)
        start = sum(map(len, after[:first]))
        going = [row for segment in before[first : len(before) - behind] for row in segment]
        coming = [row for segment in after[first : len(after) - behind] for row in segment]
        self._exchange(start, going, coming)

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

    def _segments_of(self, plan: Plan) -> Iterator[tuple[Row, ...]]:
        """Run through the rows of a plan: its head, and for each part its heading and its items."""
        changed = self._count(plan.doubts)
        head = (_head_row(plan, self._counts[""]),)
        yield self._same(0, head)
        known: dict[tuple[int, int], tuple[Item, tuple[Row, ...]]] = {}
        at = 1
        for p, part in enumerate(plan.parts):
            title = part_title(part.number, part.title)
            yield self._same(at, (Row(part_key(p), Level.PART, title, "", 0, p),))
            at += 1
            for i, item in enumerate(part.items):
                before, rows = self._known.get((p, i), (None, ()))
                if before is not item or (changed and not changed.isdisjoint([task.id for task in item.tasks])):
                    rows = tuple(self._rows_of(item, p, i))
                known[p, i] = (item, rows)
                yield rows
                at += 1
        self._known = known

    def _same(self, at: int, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows that stand at a place already, if they say the same."""
        return self._segments[at] if at < len(self._segments) and self._segments[at] == rows else rows

    def _rows_of(self, item: Item, part: int, index: int) -> Iterator[Row]:
        yield Row(item_key(part, index), Level.ITEM, f"{item.number}．{item.title}", "", 0, part, index)
        for task in item.tasks:
            yield _task_row(task, self._counts[task.id], part, index)

    def _count(self, doubts: tuple[Doubt, ...]) -> set[str]:
        """Count the doubts of each task; return the tasks that have more or fewer now."""
        if doubts is self._doubts:
            return set()
        counts = Counter(doubt.task_id for doubt in doubts)
        changed = {name for name in {*counts, *self._counts} if counts[name] != self._counts[name]}
        self._doubts, self._counts = doubts, counts
        return changed

    def _exchange(self, start: int, going: list[Row], coming: list[Row]) -> None:
        """Put rows into the place of others; those that stay are only told where they say something else."""
        room = min(len(going), len(coming))
        first = next((at for at in range(room) if going[at].key != coming[at].key), room)
        rest = room - first
        behind = next((at for at in range(rest) if going[-1 - at].key != coming[-1 - at].key), rest)
        at, end = start + first, start + len(going) - behind
        middle = coming[first : len(coming) - behind]
        surplus = end - at - len(middle)
        if surplus > 0:
            self.beginRemoveRows(QModelIndex(), at + len(middle), end - 1)
            del self._rows[at + len(middle) : end]
            self.endRemoveRows()
        elif surplus < 0:
            self.beginInsertRows(QModelIndex(), end, at + len(middle) - 1)
            self._rows[end:end] = middle[end - at :]
            self.endInsertRows()
        changed = [place for place, row in enumerate(coming, start=start) if self._rows[place] != row]
        self._rows[start : start + len(coming)] = coming
        if middle or surplus:
            self._places = {row.key: place for place, row in enumerate(self._rows)}
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))


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
