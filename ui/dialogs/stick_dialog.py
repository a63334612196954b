"""复制到 U 盘: which drive, copying with a check, and when it can be pulled."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QWidget

from models.core.clock import Clock
from models.core.verified_copy import Copied
from models.store.outbox import OutboxItem
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.drives import Drive, removable_drives
from ui.messages import explain
from ui.messages.message import size
from ui.operations.outbox import carry_away
from ui.operations.runner import Runner
from ui.tokens import Space

WIDTH = 520


class StickDialog(Sheet):
    """Asks where to, copies, and says that the stick can be pulled."""

    def __init__(
        self,
        runner: Runner,
        *,
        items: Sequence[OutboxItem],
        operator: str,
        clock: Clock,
        beside: Sequence[Path] = (),
        drives: Sequence[Drive] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the drives that are plugged in.

        Args:
            runner: copies.
            items: what is handed over.
            operator: who carries it.
            clock: tells when.
            beside: files that go along and are no items of the outbox, such as a list.
            drives: stand in for those that are plugged in, in a test.
            parent: the window.
        """
        super().__init__(parent, name="stickDialog", title=self.tr("复制到 U 盘"), width=WIDTH)
        self._runner, self._items, self._operator, self._clock = runner, tuple(items), operator, clock
        self._beside = tuple(beside)
        self._folder: Path | None = None
        files = self.tr("复制 %n 个文件到 U 盘", "", len(self._items) + len(self._beside))
        self.column.addWidget(label(files, "stickTitle", size="title", wrap=True))
        self._choices = QButtonGroup(self)
        self._card = surface("card", name="drives", spacing=Space.SMALL)
        for drive in removable_drives() if drives is None else drives:
            self._add_choice(drive)
        self._none = label(self.tr("没有找到 U 盘。请插好后重新打开这里，或选一个文件夹。"), "noDrive", wrap=True)
        self._none.setVisible(not self._choices.buttons())
        stack(self._card).addWidget(self._none)
        self.column.addWidget(self._card)
        self._result = surface("notice-green", name="stickResult", spacing=Space.HAIR)
        self._said = label(name="stickSaid", wrap=True, tone="green", size="section")
        self._how = label(name="stickHow", wrap=True)
        stack(self._result).addWidget(self._said)
        stack(self._result).addWidget(self._how)
        self._result.hide()
        self.column.addWidget(self._result)
        self._elsewhere = button(self.tr("其他文件夹…"), "otherFolder")
        self._elsewhere.clicked.connect(self._ask_folder)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._go = button(self.tr("复制"), "copyButton", primary=True)
        self._go.clicked.connect(self._copy)
        self.foot.addLayout(row(self._elsewhere, None, self._cancel, self._go))
        self._settle()

    def _add_choice(self, drive: Drive) -> None:
        text = self.tr("{label}（{root}，可用 {free}）").format(
            label=drive.label, root=drive.root, free=size(drive.free)
        )
        choice = QRadioButton(text, self._card)
        choice.setObjectName(f"drive_{len(self._choices.buttons())}")
        choice.setProperty("folder", str(drive.root))
        choice.toggled.connect(self._settle)
        self._choices.addButton(choice)
        stack(self._card).insertWidget(len(self._choices.buttons()) - 1, choice)
        choice.setChecked(len(self._choices.buttons()) == 1)

    def _settle(self) -> None:
        if hasattr(self, "_go"):
            self._go.setEnabled(self._choices.checkedButton() is not None)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("复制到哪个文件夹"))
        dialog.setObjectName("stickFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._copy_to(Path(name)))
        dialog.open()

    def _copy(self) -> None:
        chosen = self._choices.checkedButton()
        if chosen is not None:
            self._copy_to(Path(chosen.property("folder")))

    def _copy_to(self, folder: Path) -> None:
        self._folder = folder
        for control in (self._go, self._elsewhere, self._card):
            control.setEnabled(False)
        carry_away(
            self._runner,
            items=self._items,
            beside=self._beside,
            folder=folder,
            operator=self._operator,
            at=self._clock.now(),
            done=self._copied,
            failed=self._refused,
        )

    def _copied(self, copied: tuple[Copied, ...]) -> None:
        self._said.setText(self.tr("● %n 个文件已写入并核对无误", "", len(copied)))
        self._how.setText(
            self.tr("位置：{folder}。现在可以拔出；Windows 里请先“安全删除硬件”。").format(folder=self._folder)
        )
        self._result.show()
        self._card.hide()
        self._elsewhere.hide()
        self._go.hide()
        self._cancel.setText(self.tr("关闭"))
        self._cancel.setFocus()
        self.fit()

    def _refused(self, error: Exception) -> None:
        for control in (self._elsewhere, self._card):
            control.setEnabled(True)
        self._settle()
        MessageDialog(explain(error), self).open()
