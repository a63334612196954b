"""Files that a person opens, drops on the window or finds on a stick: each led to where it belongs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from models.core.clock import Clock
from models.core.periods import Period
from models.workbooks.kinds import Kind
from ui.dialogs.found_dialog import FoundDialog
from ui.dialogs.take_in_dialog import TakeInDialog
from ui.dialogs.verify_dialog import VerifyDialog
from ui.drives import removable_drives
from ui.operations.from_above import Found, find_ours, kind_of_file
from ui.operations.runner import Runner

_ENDINGS = {".xlsx", ".zip", ".yaodian"}


def paths_in(data: QMimeData) -> list[Path]:
    """Return the files and folders that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_incoming(path: Path) -> bool:
    """Tell whether a file, by its name, can be one that the window has a place for; folders can."""
    return path.suffix.lower() in _ENDINGS or path.is_dir()


class Incoming(QObject):
    """What a window does with files that come from outside.

    Signals:
        workspace_wanted(Path): the file is a workspace.
        returns_arrived(list): returns, or forms filled by hand, that are to be collected.
    """

    workspace_wanted = Signal(object)
    returns_arrived = Signal(list)

    def __init__(
        self,
        runner: Runner,
        window: QWidget,
        *,
        clock: Clock,
        operator: Callable[[], str],
        collects: Callable[[], bool],
        tell: Callable[[Exception], None],
    ) -> None:
        """Bind to a window; ``collects`` tells whether there are units to collect from."""
        super().__init__(window)
        self._runner, self._window, self._clock = runner, window, clock
        self._operator, self._collects, self._tell = operator, collects, tell

    def open_file(self, path: Path) -> None:
        """Lead one file to where it belongs."""
        if path.suffix.lower() == ".yaodian":
            self.workspace_wanted.emit(path)
            return
        kind_of_file(self._runner, path=path, done=lambda kind: self._lead(path, kind), failed=self._tell)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Lead several files: one as ``open_file`` does; of more, or a folder, the returns are collected."""
        if len(paths) == 1 and paths[0].is_file():
            self.open_file(paths[0])
        elif paths and self._collects():
            self.returns_arrived.emit(list(paths))
        elif paths:
            self._look_in(paths)

    def ask_file(self) -> None:
        """Let the person pick a file from above."""
        title, kinds = self.tr("收下上级的任务下达表或审核回执"), self.tr("表格 (*.xlsx)")
        dialog = QFileDialog(self._window, title, "", kinds)
        dialog.setObjectName("takeInFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.open()

    def look_on_sticks(self) -> None:
        """Look for files from above on the sticks that are plugged in; without one, in a folder."""
        drives = [drive.root for drive in removable_drives()]
        if drives:
            self._look_in(drives)
            return
        dialog = QFileDialog(self._window, self.tr("没有找到 U 盘，请选一个文件夹"))
        dialog.setObjectName("takeInFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self._look_in([Path(name)]))
        dialog.open()

    def take(self, path: Path) -> None:
        """Show what a file from above brings."""
        TakeInDialog(self._runner, path=path, operator=self._operator(), clock=self._clock, parent=self._window).open()

    def withdraw(self, period: Period) -> None:
        """Take the latest return of a period back."""
        from ui.dialogs.withdraw_dialog import WithdrawDialog

        WithdrawDialog(
            self._runner, period=period, operator=self._operator(), clock=self._clock, parent=self._window
        ).open()

    def _look_in(self, folders: Sequence[Path]) -> None:
        find_ours(self._runner, folders=folders, done=self._offer, failed=self._tell)

    def _offer(self, found: tuple[Found, ...]) -> None:
        dialog = FoundDialog(found, self._window)
        dialog.chosen.connect(self.take)
        dialog.open()

    def _lead(self, path: Path, kind: Kind | None) -> None:
        if kind in {Kind.ASSIGNMENT, Kind.RECEIPT}:
            self.take(path)
        elif (kind is Kind.RETURN or path.suffix.lower() == ".zip") and self._collects():
            self.returns_arrived.emit([path])
        else:
            dialog = VerifyDialog(self._runner, self._window, clock=self._clock)
            dialog.open()
            dialog.examine(path)
