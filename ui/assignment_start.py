"""The first start of a unit whose superior uses the program: a workspace made out of its 任务下达表."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from models.core.clock import Clock
from models.core.paths import Places
from ui.dialogs.start_from_dialog import StartFromDialog
from ui.operations.from_above import Arrived, look_before_start, start_from
from ui.operations.runner import Runner


class AssignmentStart(QObject):
    """Leads from a file to an open workspace, over the dialog that stands there at the first start."""

    def __init__(
        self,
        runner: Runner,
        over: QWidget,
        *,
        workspace: Path,
        places: Places,
        clock: Clock,
        started: Callable[[], None],
        tell: Callable[[Exception], None],
    ) -> None:
        """Bind to the dialog ``over``; ``started`` is called once the workspace is open."""
        super().__init__(over)
        self._runner, self._over, self._workspace = runner, over, workspace
        self._places, self._clock, self._started, self._tell = places, clock, started, tell

    def ask(self) -> None:
        """Let the person pick the assignment."""
        dialog = QFileDialog(self._over, self.tr("选择任务下达表"), "", self.tr("表格 (*.xlsx)"))
        dialog.setObjectName("assignmentFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.begin(Path(name)))
        dialog.open()

    def begin(self, path: Path) -> None:
        """Look at a file, and ask what is needed besides."""
        look_before_start(self._runner, path=path, done=self._show, failed=self._tell)

    def _show(self, arrived: Arrived) -> None:
        dialog = StartFromDialog(arrived, self._over)
        dialog.start_requested.connect(lambda: self._start(dialog))
        dialog.open()

    def _start(self, dialog: StartFromDialog) -> None:
        dialog.set_busy(busy=True)

        def refused(error: Exception) -> None:
            dialog.set_busy(busy=False)
            self._tell(error)

        def opened() -> None:
            dialog.accept()
            self._started()

        start_from(
            self._runner,
            arrived=dialog.arrived,
            workspace=self._workspace,
            operator=dialog.operator,
            how=dialog.how,
            remark="",
            passphrase=dialog.passphrase,
            places=self._places,
            at=self._clock.now(),
            done=opened,
            failed=refused,
        )
