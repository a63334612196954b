"""After files have left: how many, which, and the ways on: the folder, the list, a stick."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget, QWidget

from models.core.clock import Clock
from models.store.outbox import OutboxItem
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.issue import find_items
from ui.operations.runner import Runner
from ui.tokens import Space

WIDTH = 620
_LIST = 190


class IssuedDialog(Sheet):
    """Shows what was written."""

    def __init__(
        self,
        runner: Runner,
        *,
        files: Sequence[Path],
        listed: Path | None,
        operator: str,
        clock: Clock,
        forms: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show files that lie in one folder; ``listed`` is the list of them, ``forms`` tells that they are blank."""
        title = self.tr("空白填报表已写出") if forms else self.tr("任务下达表已写出")
        super().__init__(parent, name="issuedDialog", title=title, width=WIDTH)
        self._runner, self._operator, self._clock = runner, operator, clock
        self._files, self._listed = tuple(files), listed
        done = surface("notice-green", name="issuedCard", margin=Space.MEDIUM, spacing=Space.HAIR)
        said = (
            self.tr("● 已写出 %n 份空白填报表", "", len(files))
            if forms
            else self.tr("● 已签名写出 %n 份任务下达表", "", len(files))
        )
        stack(done).addWidget(label(said, "issuedSaid", tone="green", size="section", wrap=True))
        where = self.tr("位置：{folder}").format(folder=files[0].parent if files else "")
        stack(done).addWidget(label(where, "issuedFolder", wrap=True))
        self.column.addWidget(done)
        names = QListWidget()
        names.setObjectName("issuedFiles")
        names.setAccessibleName(self.tr("写出的文件"))
        names.setProperty("framed", "true")
        names.setFixedHeight(_LIST)
        names.addItems([path.name for path in (*files, *([listed] if listed else []))])
        self.column.addWidget(names)
        after = self.tr("发件箱里列着它们，可以随时再复制到 U 盘或写成邮件，交出以后也记在那里。")
        self.column.addWidget(label(after, tone="secondary", wrap=True))
        close = button(self.tr("关闭"), "closeButton")
        close.clicked.connect(self.accept)
        folder = button(self.tr("打开文件夹"), "openFolder")
        folder.clicked.connect(self._open_folder)
        stick = button(self.tr("复制到 U 盘…"), "toStick", primary=True)
        stick.clicked.connect(self._carry_away)
        parts: list[QWidget | None] = [folder]
        if listed is not None:
            table = button(self.tr("打开下达清单"), "openList")
            table.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(listed))))
            parts.append(table)
        self.foot.addLayout(row(*parts, None, close, stick))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._files[0].parent)))

    def _carry_away(self) -> None:
        find_items(self._runner, paths=self._files, done=self._ask_drive, failed=self._refused)

    def _ask_drive(self, items: tuple[OutboxItem, ...]) -> None:
        from ui.dialogs.stick_dialog import StickDialog

        StickDialog(
            self._runner,
            items=items,
            beside=[self._listed] if self._listed else [],
            operator=self._operator,
            clock=self._clock,
            parent=self,
        ).open()

    def _refused(self, error: Exception) -> None:
        MessageDialog(explain(error), self).open()
