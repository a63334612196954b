"""改动在哪里: an altered file beside the copy that its sender kept, cell by cell."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from models.workbooks.differences import CellDifference
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, label, row
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.examine import compare_with_copy
from ui.operations.runner import Runner

WIDTH = 640
_HEIGHT = 260
_MOST = 2_000  # cells that are listed


class DifferencesDialog(Sheet):
    """Asks for the copy, then lists the cells that do not say what it says."""

    def __init__(self, runner: Runner, path: Path, parent: QWidget | None = None) -> None:
        """Ask about one altered file."""
        super().__init__(parent, name="differencesDialog", title=self.tr("逐格比较"), width=WIDTH)
        self._runner, self._file = runner, path
        self._said = label(
            self.tr("选一份没有改动过的原件，例如填报单位自己留存的那一份。"), "differencesSaid", wrap=True
        )
        self.column.addWidget(self._said)
        self._list = QTreeWidget()
        self._list.setObjectName("signers")  # the look of the other lists with columns
        self._list.setAccessibleName(self.tr("不同的单元格"))
        self._list.setHeaderLabels([self.tr("单元格"), self.tr("原件"), self.tr("这份文件")])
        self._list.setRootIsDecorated(False)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.setFixedHeight(_HEIGHT)
        self._list.hide()
        self.column.addWidget(self._list)
        close = button(self.tr("关闭"), "closeButton")
        close.clicked.connect(self.accept)
        choose = button(self.tr("选择原件…"), "chooseCopy", primary=True)
        choose.clicked.connect(self._ask)
        self.foot.addLayout(row(None, close, choose))

    def compare(self, copy: Path) -> None:
        """Compare with a copy."""
        compare_with_copy(self._runner, path=self._file, copy=copy, done=self._show, failed=self._refused)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("选择原件"), "", self.tr("表格 (*.xlsx)"))
        dialog.setObjectName("copyFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.compare(Path(name)))
        dialog.open()

    def _show(self, found: tuple[CellDifference, ...] | None) -> None:
        self._list.clear()
        self._list.setVisible(bool(found))
        if found is None:
            self._said.setText(self.tr("这份文件已被别的程序另存，写法全变了，没有办法逐格比较。"))
        elif not found:
            self._said.setText(self.tr("每一格都与原件相同；改动的是表格以外的部分。"))
        else:
            self._said.setText(self.tr("有 %n 格与原件不同：", "", len(found)))
            for one in found[:_MOST]:
                self._list.addTopLevelItem(QTreeWidgetItem([one.cell, one.copy, one.file]))
        self.fit()

    def _refused(self, error: Exception) -> None:
        MessageDialog(explain(error), self).open()
