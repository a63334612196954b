"""The tree of parts, items and tasks as a Qt model over a board that an operation has read.

Each row hands its delegate one ``Row``: what to write, at which level, with which light. A fresh board of the same plan
is taken in without closing a branch or losing the selection.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.core.numbers import chinese_numeral
from models.core.vocabulary import Light, TaskKind
from models.store.records import TaskRecord
from models.work.board import Board, ItemProgress, PartProgress
from models.work.progress import TaskProgress
from ui.wording import light_word, listed, percent, status_word

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class Level(Enum):
    """The three levels of the tree."""

    PART = 1
    ITEM = 2
    TASK = 3


@dataclass(frozen=True, slots=True)
class Row:
    """What one row of the tree says."""

    level: Level
    text: str
    note: str
    light: Light
    task: TaskProgress | None
    is_closed: bool = False  # 销号

    @property
    def is_settled(self) -> bool:
        """Whether it is closed and reported: there is nothing left to do in this period."""
        return self.is_closed and self.task is not None and self.task.reported


class _Node:
    """A row with its place in the tree; nodes stay while their rows change, so that indexes stay valid."""

    __slots__ = ("children", "parent", "place", "row")

    def __init__(self, row: Row | None, parent: "_Node | None", place: int) -> None:
        self.row = row
        self.parent = parent
        self.place = place
        self.children: list[_Node] = []

    def add(self, row: Row) -> "_Node":
        node = _Node(row, self, len(self.children))
        self.children.append(node)
        return node


class TaskTree(QAbstractItemModel):
    """Parts, below them items, below them tasks."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty tree."""
        super().__init__(parent)
        self._root = _Node(None, None, 0)
        self._nodes: dict[str, _Node] = {}
        self._shape: tuple[str, ...] = ()

    def show_board(self, board: Board, closed: frozenset[str] = frozenset()) -> None:
        """Take a board in: only the rows that say something else are announced if the plan is the same.

        Args:
            board: what is reported.
            closed: the ids of the tasks that left the open list.
        """
        shape = (board.plan.id, *(_place(progress.task) for progress in board.tasks))
        if shape != self._shape:
            self.beginResetModel()
            self._root = _build(board, closed)
            self._nodes = {node.row.task.task.id: node for node in _walk(self._root) if node.row and node.row.task}
            self._shape = shape
            self.endResetModel()
            return
        for old, new in zip(_walk(self._root), _walk(_build(board, closed)), strict=True):
            if old.row != new.row:
                old.row = new.row
                index = self._index_of(old)
                self.dataChanged.emit(index, index)

    def index_of(self, task_id: str) -> QModelIndex:
        """Return where a task stands; an invalid index if it is not in the plan."""
        node = self._nodes.get(task_id)
        return self._index_of(node) if node else QModelIndex()

    def row(self, index: _Index) -> Row | None:
        """Return what a row says."""
        node = self._node(index)
        return node.row

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        """Return the index of a child."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: _Index | None = None) -> Any:
        """Return the index of the parent, or the parent object where Qt asks for that."""
        if index is None:
            return QObject.parent(self)
        node = self._node(index).parent
        return QModelIndex() if node is None or node.parent is None else self._index_of(node)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the children."""
        return len(self._node(parent).children)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, ARG002 - Qt's default
        """One column: the delegate paints the note beside the text."""
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text to search and to read aloud, and the whole row to the delegate."""
        row = self._node(index).row
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return listed((row.text, row.note))
            case _ if role == ROW:
                return row
        return None

    def _node(self, index: _Index) -> _Node:
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, _Node)  # noqa: S101 - createIndex above stores nothing else
        return node

    def _index_of(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.place, 0, node)


def _place(task: TaskRecord) -> str:
    return f"{task.part_number} {task.item_number} {task.item_start} {task.id}"


def _walk(node: _Node) -> list[_Node]:
    found: list[_Node] = []
    waiting = list(reversed(node.children))
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(reversed(current.children))
    return found


def _build(board: Board, closed: frozenset[str]) -> _Node:
    root = _Node(None, None, 0)
    for part in board.parts:
        above = root.add(_group_row(Level.PART, part))
        for item in part.items:
            middle = above.add(_group_row(Level.ITEM, item))
            for task in item.tasks:
                middle.add(_task_row(task, is_closed=task.task.id in closed))
    return root


def _group_row(level: Level, group: PartProgress | ItemProgress) -> Row:
    text = (
        f"{chinese_numeral(group.number)}、{group.title}" if level is Level.PART else f"{group.number}．{group.title}"
    )
    progress = group.progress
    note = f"{progress.reported}/{progress.total}" if progress.completion is None else percent(progress.completion)
    return Row(level, text, note, progress.light, None)


def _task_row(progress: TaskProgress, *, is_closed: bool) -> Row:
    if is_closed and progress.reported:
        note = QCoreApplication.translate("task_tree", "已销号")
    elif not progress.reported:
        note = light_word(Light.NONE)
    elif progress.task.kind is TaskKind.QUANTIFIED and progress.completion is not None:
        note = percent(progress.completion)
    elif progress.entry.status is not None:
        note = status_word(progress.entry.status)
    else:
        note = light_word(progress.light)
    return Row(Level.TASK, progress.task.text, note, progress.light, progress, is_closed)
