"""What of the pasted cells can't be taken, before any of them is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from models.store.directory import DirectoryUnit
from models.work.grid_paste import Pasted, Unfit, Unreadable
from ui.dialogs.parts import button, label, row
from ui.dialogs.sheet import Sheet

WIDTH = 640
_HEIGHT = 220
_LONGEST = 24  # characters of a cell


class PasteDialog(Sheet):
    """Lists each cell with its place and why not. ``accepted``: the others are wanted all the same."""

    def __init__(self, pasted: Pasted, units: Sequence[DirectoryUnit], parent: QWidget | None = None) -> None:
        """List what can't be taken."""
        super().__init__(parent, name="pasteDialog", title=self.tr("粘贴"), width=WIDTH)
        self._names = {unit.id: unit.name for unit in units}
        title = self.tr("有 %n 格读不出来，还什么都没有粘贴", "", len(pasted.unreadable))
        self.column.addWidget(label(title, "pasteTitle", size="title", wrap=True))
        how = self.tr("任务一行写“牵头”或“配合”，指标一行写数字；空白表示清除。可以先在表格里改好再复制。")
        self.column.addWidget(label(how, tone="secondary", wrap=True))
        cells = QListWidget()
        cells.setObjectName("pasteProblems")
        cells.setProperty("framed", "true")
        cells.setAccessibleName(self.tr("读不出来的格"))
        cells.setFixedHeight(_HEIGHT)
        cells.setWordWrap(True)
        cells.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cells.addItems([self._sentence(one) for one in pasted.unreadable])
        cells.setCurrentRow(0)
        self.column.addWidget(cells)
        cancel = button(self.tr("取消"), "cancelButton", primary=True)
        cancel.clicked.connect(self.reject)
        rest = button(self.tr("只粘贴读得出的 %n 格", "", len(pasted.edits)), "pasteRest")
        rest.setEnabled(bool(pasted.edits))
        rest.clicked.connect(self.accept)
        self.foot.addLayout(row(None, rest, cancel))

    def _sentence(self, one: Unreadable) -> str:
        place = self.tr("第 {line} 行第 {column} 列").format(line=one.line, column=one.column)
        said = one.text if len(one.text) <= _LONGEST else f"{one.text[: _LONGEST - 1]}…"
        where = self._names.get(one.unit_id or 0, "")
        if one.row is not None:
            where = f"{where} {one.row.number}".strip()
        reasons = {
            Unfit.NO_PART: self.tr("{where}：“{said}”不是牵头，也不是配合"),
            Unfit.NO_AMOUNT: self.tr("{where}：“{said}”不是数字"),
            Unfit.OUTSIDE: self.tr("“{said}”超出了表格，这里没有这一行或这个单位"),
            Unfit.UNKNOWN_UNIT: self.tr("名录里没有单位“{said}”"),
            Unfit.UNKNOWN_ROW: self.tr("现在列出的任务里没有序号“{said}”"),
            Unfit.TWICE: self.tr("“{said}”出现了两次"),
        }
        what = reasons[one.reason].format(where=where, said=said or self.tr("空"))
        return f"{place} · {what}"
