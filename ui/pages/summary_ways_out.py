"""The ways out of 汇总: where to, under which name, and what to do with what was written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from models.core.errors import Cancelled
from models.core.paths import file_name
from models.store.outbox import Paper
from ui.operations.summary_papers import write_all_data, write_left_over, write_paper
from ui.pages.workplace import Workplace
from ui.widgets.summary_head import SummaryHead
from ui.widgets.summary_notice import SummaryNotice


class SummaryWaysOut(QObject):
    """Asks for a place, writes there, and says what was written."""

    def __init__(self, place: Workplace, notice: SummaryNotice, head: SummaryHead, window: QWidget) -> None:
        """Serve a page, whose ``notice`` says what was written."""
        super().__init__(window)
        self._place, self._notice, self._head, self._window = place, notice, head, window
        self._unit_name = ""

    def of_unit(self, name: str) -> None:
        """Name files after this unit."""
        self._unit_name = name

    def ask_paper(self, paper: Paper) -> None:
        """Ask where the 汇总表 or the 通报 of the period goes."""
        period = self._place.period()
        if paper is Paper.SUMMARY:
            title, kind, ending = self.tr("导出汇总表"), "汇总表", "xlsx"
        else:
            title, kind, ending = self.tr("导出通报"), "通报", "docx"
        name = f"{self._unit_name}_{period.official_name}_{kind}"

        def write(path: Path) -> None:
            self._begin()
            write_paper(
                self._place.runner,
                paper=paper,
                path=path,
                period=period,
                operator=self._place.operator(),
                at=self._place.clock.now(),
                done=self._wrote,
                failed=self._failed,
            )

        self._ask_file(title, name, ending, write)

    def ask_left_over(self) -> None:
        """Ask where the list of what is not closed goes."""
        name = f"{self._unit_name}_{self._place.period().year}年_结转清单"

        def write(path: Path) -> None:
            self._begin()
            write_left_over(
                self._place.runner,
                path=path,
                at=self._place.clock.now(),
                done=self._wrote,
                failed=self._failed,
            )

        self._ask_file(self.tr("导出结转清单"), name, "xlsx", write)

    def ask_data(self) -> None:
        """Ask below which folder the one with all data goes."""
        name = file_name(f"{self._unit_name}_全部数据_{self._place.clock.now().date().isoformat()}")
        title = self.tr("全部数据导出到哪个文件夹（里面会新建“{name}”）").format(name=name)
        dialog = QFileDialog(self._window, title, str(self._place.places.documents))
        dialog.setObjectName("dataFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)

        def write(folder: str) -> None:
            self._begin()
            write_all_data(self._place.runner, folder=Path(folder), name=name, done=self._wrote, failed=self._failed)

        dialog.fileSelected.connect(write)
        dialog.open()

    def _ask_file(self, title: str, name: str, ending: str, write: Callable[[Path], None]) -> None:
        kinds = {"xlsx": self.tr("Excel 工作簿 (*.xlsx)"), "docx": self.tr("Word 文档 (*.docx)")}
        folder = str(self._place.places.documents)
        dialog = QFileDialog(self._window, title, folder, kinds[ending])
        dialog.setObjectName("summaryFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{file_name(name)}.{ending}")
        dialog.fileSelected.connect(lambda chosen: write(Path(chosen)))
        dialog.open()

    def _begin(self) -> None:
        self._notice.hide()
        self._head.set_busy(busy=True)

    def _wrote(self, path: Path) -> None:
        self._head.set_busy(busy=False)
        self._place.saved()
        self._notice.say(
            "green",
            self.tr("● 已写好：{path}").format(path=path),
            [
                ("openWritten", self.tr("打开"), lambda: _open(path)),
                ("openWrittenFolder", self.tr("打开所在文件夹"), lambda: _open(path.parent)),
            ],
        )

    def _failed(self, error: Exception) -> None:
        self._head.set_busy(busy=False)
        if not isinstance(error, Cancelled):
            self._place.tell(error)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
