"""What left, as a Qt table: which paper, for whom, when, and what became of it."""

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.store.outbox import Fate, OutboxItem, Paper, Way
from ui.messages.standing import moment_words
from ui.theme import scheme_colour
from ui.wording import period_name

ITEM = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TONES = {Fate.WRITTEN: "yellow", Fate.HANDED_OVER: "accent", Fate.RECEIPT_SEEN: "green", Fate.WITHDRAWN: "secondary"}

translate = QCoreApplication.translate


class OutboxTable(QAbstractTableModel):
    """The files that left, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._items: tuple[OutboxItem, ...] = ()

    def show_items(self, items: tuple[OutboxItem, ...]) -> None:
        """Show these."""
        if items != self._items:
            self.beginResetModel()
            self._items = items
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the files."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Count the columns."""
        return 0 if parent.isValid() else len(_headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a column's heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headings()[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, the colour of the state, and the item itself."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        words = (
            paper_word(item.paper),
            item.label,
            period_name(item.period) if item.period else "",
            fate_words(item),
            moment_words(item.at),
            item.file_name,
        )
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return str(item.path)
            case Qt.ItemDataRole.ForegroundRole if index.column() == 3:
                return scheme_colour(_TONES[item.fate])
            case _ if role == ITEM:
                return item
        return None


def paper_word(paper: Paper) -> str:
    """Say what kind of paper left."""
    return {
        Paper.ASSIGNMENT: translate("outbox", "任务下达表"),
        Paper.BLANK_FORM: translate("outbox", "空白填报表"),
        Paper.RETURN: translate("outbox", "进展填报表"),
        Paper.RECEIPT: translate("outbox", "审核回执"),
        Paper.SUMMARY: translate("outbox", "汇总表"),
        Paper.BULLETIN: translate("outbox", "通报"),
    }[paper]


def fate_words(item: OutboxItem) -> str:
    """Say what became of a file, with its sign."""
    ways = {
        Way.USB: translate("outbox", "U 盘"),
        Way.MAIL: translate("outbox", "邮件"),
        Way.OTHER: translate("outbox", "其他"),
    }
    match item.fate:
        case Fate.WRITTEN:
            return translate("outbox", "▲ 已写好，未交出")
        case Fate.HANDED_OVER:
            return translate("outbox", "◔ 已交出（{way}）").format(way=ways[item.way or Way.OTHER])
        case Fate.RECEIPT_SEEN:
            return translate("outbox", "● 已见回执")
        case Fate.WITHDRAWN:
            return translate("outbox", "○ 已撤回")


def _headings() -> tuple[str, ...]:
    return (
        translate("outbox", "文件"),
        translate("outbox", "交给"),
        translate("outbox", "填报期"),
        translate("outbox", "状态"),
        translate("outbox", "写出时间"),
        translate("outbox", "文件名"),
    )
