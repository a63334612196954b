"""全部采用: what would be written where, to be looked through before anything is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.work.summary import IndicatorLine
from ui.dialogs.parts import button, label, row
from ui.dialogs.sheet import Sheet
from ui.messages.roll_up import method_word
from ui.tokens import ROW_HEIGHT, Space
from ui.wording import amount

WIDTH = 640
_LIST = 280  # pixels
_LINE = Qt.ItemDataRole.UserRole


class TakeAllDialog(Sheet):
    """Lists the proposals; what is ticked is taken.

    Signals:
        chosen(tuple): these lines should be taken.
    """

    chosen = Signal(object)

    def __init__(self, lines: Sequence[IndicatorLine], parent: QWidget | None = None) -> None:
        """Show proposals whose own figure is blank."""
        super().__init__(parent, name="takeAllDialog", title=self.tr("全部采用"), width=WIDTH)
        self.column.addWidget(label(self.tr("采用下级汇总"), "takeAllTitle", size="title", wrap=True))
        explained = self.tr("只填本级还空着的；已经填了的、写明“无数据”的都不动。采用以后可以一次撤销（Ctrl+Z）。")
        self.column.addWidget(label(explained, tone="secondary", wrap=True))
        self._list = QListWidget()
        self._list.setObjectName("takeAllList")
        self._list.setAccessibleName(self.tr("将要填入的数"))
        self._list.setProperty("framed", "true")
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(_LIST)
        for line in lines:
            self._list.addItem(self._item(line))
        self._list.itemChanged.connect(self._settle)
        if lines:
            self._list.setCurrentRow(0)
        self.column.addWidget(self._list)
        partial = sum(bool(line.proposal.missing) for line in lines)
        self._warning = label(name="takeAllPartial", tone="yellow", wrap=True)
        self._warning.setText(self.tr("▲ %n 项还有单位未计入：未报、待审核、退回或没有数据", "", partial))
        self._warning.setVisible(bool(partial))
        self.column.addWidget(self._warning)
        self._leave = button(self.tr("不选这些"), "leavePartial", quiet=True)
        self._leave.clicked.connect(self._leave_partial)
        self._leave.setVisible(bool(partial))
        cancel = button(self.tr("取消"), "cancelButton")
        cancel.clicked.connect(self.reject)
        self._go = button("", "takeChosen", primary=True)
        self._go.clicked.connect(self._take)
        self.foot.addLayout(row(self._leave, None, cancel, self._go))
        self._settle()

    def _item(self, line: IndicatorLine) -> QListWidgetItem:
        proposal, one = line.proposal, line.indicator
        shown = amount(proposal.amount) if proposal.amount is not None else "—"
        words = self.tr("{item}．{name} → {amount}{unit}").format(
            item=line.task.item_number, name=one.name, amount=shown, unit=one.unit
        )
        if proposal.missing:
            words += "　" + self.tr("▲ %n 个单位未计入", "", len(proposal.missing))
        item = QListWidgetItem(words)
        item.setToolTip(f"{line.task.text}\n{method_word(proposal.method)}")
        item.setData(_LINE, line)
        item.setSizeHint(QSize(0, ROW_HEIGHT - Space.HAIR))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        return item

    def _ticked(self) -> tuple[IndicatorLine, ...]:
        items = (self._list.item(at) for at in range(self._list.count()))
        return tuple(item.data(_LINE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _settle(self) -> None:
        count = len(self._ticked())
        self._go.setText(self.tr("填入 %n 项", "", count))
        self._go.setEnabled(bool(count))

    def _leave_partial(self) -> None:
        for at in range(self._list.count()):
            item = self._list.item(at)
            if item.data(_LINE).proposal.missing:
                item.setCheckState(Qt.CheckState.Unchecked)

    def _take(self) -> None:
        lines = self._ticked()
        self.accept()
        self.chosen.emit(lines)
