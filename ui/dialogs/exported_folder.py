"""打开所在文件夹: the return that has closed a period is shown where it was written, or it is said that it is gone."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.dialogs.message_dialog import MessageDialog
from ui.messages import Message
from ui.operations.return_files import find_written
from ui.operations.runner import Runner

translate = QCoreApplication.translate


def open_folder_of(runner: Runner, sent: Path | None, *, usual: Path, parent: QWidget) -> None:
    """Open the folder of a return.

    Args:
        runner: looks for it.
        sent: the file; None where nobody wrote down where it went, which was ``usual`` then.
        usual: the folder that returns go to.
        parent: the window that a message belongs to.
    """
    path = sent or usual
    folder = usual if sent is None else sent.parent

    def show(there: bool) -> None:
        if there:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
            return
        lost = Message(
            translate("exported_folder", "找不到导出的“{name}”").format(name=path.name),
            translate("exported_folder", "当时写在“{folder}”里，可能在 U 盘上，也可能后来移走了。").format(
                folder=folder
            ),
            translate("exported_folder", "请插上 U 盘再试；要再出一份，请按“更正…”并写明原因。"),
        )
        MessageDialog(lost, parent, tone="yellow").open()

    find_written(runner, path, done=show)
