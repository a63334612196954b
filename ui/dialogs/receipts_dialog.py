"""写审核回执: for each decision that has none yet, into one folder, signed."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from models.core.clock import Clock
from models.core.paths import Places, file_name
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.collect import WrittenReceipts, write_receipts
from ui.operations.identity import IdentityState, read_identity
from ui.operations.runner import Runner
from ui.tokens import Space

WIDTH = 520


class ReceiptsDialog(Sheet):
    """Asks where to, and for the passphrase if the identity has one; then says what was written."""

    def __init__(
        self,
        runner: Runner,
        *,
        count: int,
        places: Places,
        clock: Clock,
        operator: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer to write ``count`` receipts."""
        super().__init__(parent, name="receiptsDialog", title=self.tr("写审核回执"), width=WIDTH)
        self._runner, self._places, self._clock, self._operator = runner, places, clock, operator
        self._written: WrittenReceipts | None = None
        self.column.addWidget(label(self.tr("写 %n 份审核回执", "", count), "receiptsTitle", size="title", wrap=True))
        explained = self.tr("每份回执都带本单位的签名，单位导入以后，通过的那一期锁定，退回的那一期打开并显示意见。")
        self.column.addWidget(label(explained, tone="secondary", wrap=True))
        today = clock.now().date().isoformat()
        folder = places.documents / file_name(self.tr("审核回执")) / today
        self._folder = field("receiptsFolder", title=self.tr("保存到"), text=str(folder), limit=400)
        change = button(self.tr("更改…"), "chooseFolder")
        change.clicked.connect(self._ask_folder)
        above = label(self.tr("保存到"), tone="label")
        above.setBuddy(self._folder)
        self.column.addLayout(column(above, row(self._folder, change), spacing=Space.HAIR))
        self._passphrase = field("receiptsPassphrase", title=self.tr("签名口令"), limit=200)
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._locked = QWidget()
        self._locked.setLayout(titled(self.tr("签名口令"), self._passphrase))
        self._locked.hide()
        self.column.addWidget(self._locked)
        self._done = surface("notice-green", name="receiptsDone", margin=Space.MEDIUM, spacing=Space.HAIR)
        self._said = label(name="receiptsSaid", tone="green", size="section", wrap=True)
        stack(self._done).addWidget(self._said)
        stack(self._done).addWidget(label(self.tr("发件箱里列着它们，可以复制到 U 盘或写成邮件。"), wrap=True))
        self._done.hide()
        self.column.addWidget(self._done)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._open = button(self.tr("打开文件夹"), "openFolder")
        self._open.clicked.connect(self._open_folder)
        self._open.hide()
        self._go = button(self.tr("签名并写出"), "writeReceipts", primary=True)
        self._go.clicked.connect(self._write)
        self.foot.addLayout(row(self._open, None, self._cancel, self._go))
        read_identity(runner, at=clock.now(), done=self._ask_passphrase)

    def _ask_passphrase(self, state: IdentityState) -> None:
        from models.signing.identity import Protection

        locked = state.identity is not None and state.identity.protection is Protection.PASSPHRASE
        self._locked.setVisible(locked)
        self.fit()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("保存到"), self._folder.text())
        dialog.setObjectName("folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _write(self) -> None:
        self._go.setEnabled(False)
        write_receipts(
            self._runner,
            folder=Path(self._folder.text().strip()),
            places=self._places,
            passphrase=self._passphrase.text() if self._locked.isVisible() else None,
            operator=self._operator,
            at=self._clock.now(),
            done=self._show,
            failed=self._refused,
        )

    def _show(self, written: WrittenReceipts) -> None:
        self._written = written
        self._said.setText(self.tr("● 已写出 %n 份审核回执", "", len(written.paths)))
        self._done.show()
        self._open.show()
        self._go.hide()
        self._locked.hide()
        self._cancel.setText(self.tr("关闭"))
        self._cancel.setFocus()
        self.fit()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.folder)))

    def _refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        MessageDialog(explain(error), self).open()
