"""Where a return goes: the telephone on it, how evidence is packed, the folder, the passphrase that signs it."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.parts import button, column, field, label, row, titled
from ui.messages.message import size
from ui.operations.return_files import Packing
from ui.operations.return_preparation import Preparation
from ui.tokens import Space


class ExportTarget(QFrame):
    """Asks for what the export needs besides the sign-offs."""

    def __init__(self, *, phone: str, folder: Path, parent: QWidget | None = None) -> None:
        """Begin with what was said last time."""
        super().__init__(parent)
        self.setObjectName("filesCard")
        self.setProperty("surface", "card")
        self._phone = field("phone", title=self.tr("联系电话"), text=phone, limit=30)
        self._packing = QComboBox()
        self._packing.setObjectName("packing")
        self._packing.addItem(self.tr("一个文件夹"), Packing.FOLDER)
        self._packing.addItem(self.tr("一个压缩包（.zip）"), Packing.ZIP)
        self._packing_title = label(name="packingTitle", tone="label")
        self._packing_title.setBuddy(self._packing)
        self._packing_row = QWidget()
        self._packing_row.setLayout(column(self._packing_title, self._packing, spacing=Space.HAIR))
        self._packing_row.hide()
        self._folder = field("folder", title=self.tr("保存到"), text=str(folder), limit=400)
        choose = button(self.tr("更改…"), "chooseFolder")
        choose.clicked.connect(self._ask_folder)
        above = label(self.tr("保存到"), tone="label")
        above.setBuddy(self._folder)
        self.passphrase_field = field("exportPassphrase", title=self.tr("签名口令"), limit=200)
        self.passphrase_field.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase_row = QWidget()
        self._passphrase_row.setLayout(titled(self.tr("签名口令"), self.passphrase_field))
        self._passphrase_row.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.MEDIUM)
        grid.addLayout(titled(self.tr("联系电话"), self._phone), 0, 0)
        grid.addWidget(self._packing_row, 0, 1)
        grid.addLayout(column(above, row(self._folder, choose), spacing=Space.HAIR), 1, 0, 1, 2)
        grid.addWidget(self._passphrase_row, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.PANEL, Space.PANEL, Space.PANEL, Space.PANEL)
        outer.addLayout(grid)

    @property
    def phone(self) -> str:
        """The telephone number for the sheet."""
        return self._phone.text().strip()

    @property
    def folder(self) -> str:
        """Where the return goes, or blank."""
        return self._folder.text().strip()

    @property
    def packing(self) -> Packing:
        """How evidence goes with it."""
        chosen: Packing = self._packing.currentData()
        return chosen

    @property
    def passphrase(self) -> str | None:
        """What unlocks the identity, where it is asked for."""
        return self.passphrase_field.text() if not self._passphrase_row.isHidden() else None

    def show_preparation(self, preparation: Preparation) -> None:
        """Ask for what this return needs."""
        self._passphrase_row.setVisible(preparation.needs_passphrase)
        self._packing_row.setVisible(bool(preparation.evidence))
        self._packing_title.setText(
            self.tr("连同 %n 个佐证材料（{size}），写成", "", preparation.evidence).format(
                size=size(preparation.evidence_size)
            )
        )

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("保存到"), self._folder.text())
        dialog.setObjectName("folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()
