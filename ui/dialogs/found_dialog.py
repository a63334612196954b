"""What was found on a stick: assignments and receipts, to be looked at one by one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.workbooks.kinds import Kind
from ui.dialogs.parts import button, label, row
from ui.dialogs.sheet import Sheet
from ui.operations.from_above import Found

WIDTH = 560
_HEIGHT = 220


class FoundDialog(Sheet):
    """Lists files; one is chosen at a time, and the list stays for the next.

    Signals:
        chosen(Path): this one is to be looked at.
    """

    chosen = Signal(object)

    def __init__(self, found: tuple[Found, ...], parent: QWidget | None = None) -> None:
        """List what was found, the names first."""
        super().__init__(parent, name="foundDialog", title=self.tr("U 盘里的文件"), width=WIDTH)
        headline = self.tr("找到 %n 个上级的文件", "", len(found)) if found else self.tr("没有找到任务下达表或审核回执")
        self.column.addWidget(label(headline, "foundTitle", size="title", wrap=True))
        self._list = QListWidget()
        self._list.setObjectName("found")
        self._list.setProperty("framed", "true")
        self._list.setAccessibleName(headline)
        self._list.setFixedHeight(_HEIGHT)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in sorted(found, key=lambda one: one.path.name):
            kind = self.tr("审核回执") if one.kind is Kind.RECEIPT else self.tr("任务下达表")
            item = QListWidgetItem(f"{kind}   {one.path.name}")
            item.setToolTip(str(one.path))
            item.setData(Qt.ItemDataRole.UserRole, one.path)
            self._list.addItem(item)
        self._list.setVisible(bool(found))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._choose)
        self.column.addWidget(self._list)
        close = button(self.tr("关闭"), "closeButton")
        close.clicked.connect(self.accept)
        look = button(self.tr("查看…"), "lookButton", primary=True)
        look.setVisible(bool(found))
        look.clicked.connect(self._choose)
        self.foot.addLayout(row(None, close, look))

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
