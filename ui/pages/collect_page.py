"""收表: units by periods, a collection under way, and beside it what is to be said of one return or file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.core.changes import Changes
from models.core.periods import Period
from models.work.collect_board import CellState, reminder
from models.workbooks.collect import CollectReport, Filed
from models.workbooks.gather import Lot
from ui.dialogs.parts import label
from ui.operations.collect import Collection, CollectRead, read_collect, save_received_file
from ui.operations.signers import KnownOfUnit, read_known_of_unit
from ui.pages.workplace import Page, Workplace
from ui.tables.collect_table import CollectTable
from ui.tokens import ROW_HEIGHT, Space
from ui.widgets.collect_detail import CollectDetail
from ui.widgets.collect_head import ALL, OPEN, CollectHead
from ui.widgets.collect_progress import CollectProgress
from ui.widgets.filed_list import FiledList
from ui.wording import period_name

_QUIET = {Lot.TAKEN, Lot.DUPLICATE, Lot.OLDER}
# What anybody can make in a unit's name says nothing against what that unit has sent.
_BY_ANYBODY = {Lot.ALTERED, Lot.DAMAGED, Lot.UNREADABLE_FORM}


class CollectPage(Page):
    """Takes returns in, shows who is missing, and leads to the review of each."""

    def __init__(self, place: Workplace) -> None:
        """Make an empty page."""
        super().__init__()
        self.setObjectName("collectPage")
        self.setAcceptDrops(True)
        self._place = place
        self._read: CollectRead | None = None
        self._collection: Collection | None = None
        self._report: CollectReport | None = None
        self._earlier: CollectReport | None = None
        self._paths: tuple[Path, ...] = ()
        self._wanted: int | None = None  # the unit to go to as soon as the board is there
        self._table = CollectTable(self)
        self._view = _board_view(self._table, self)
        self._view.setAccessibleName(self.tr("收表情况"))
        self._view.selectionModel().currentChanged.connect(self._show_current)
        self._view.doubleClicked.connect(self._review_current)
        self._detail = CollectDetail(self)
        self._detail.review_wanted.connect(self._review)
        self._detail.save_wanted.connect(self._save_file)
        self._detail.confirm_wanted.connect(self._confirm)
        self._detail.form_confirmed.connect(self._take_form)
        self._progress = CollectProgress(self)
        self._progress.cancelled.connect(lambda: self._collection.cancel() if self._collection else None)
        self._files = FiledList(self)
        self._files.chosen.connect(self._detail.show_filed)
        self._files.save_wanted.connect(self._save_report)
        self._build()

    def refresh(self) -> None:
        """Read the board anew."""
        period, today = self._place.period(), self._place.clock.now().date()
        read_collect(self._place.runner, kind=period.kind, today=today, done=self._show, failed=self._place.tell)

    def concerned_by(self, changes: Changes) -> bool:
        """By what came in, the directory, the grid, receipts, and the period."""
        return changes.received or changes.units or changes.assignments or changes.receipts or changes.periods

    def collect(
        self,
        paths: Sequence[Path],
        *,
        forms: frozenset[str] = frozenset(),
        every_period: bool = False,
        one_of_many: bool = False,
    ) -> None:
        """Take in what lies in some files and folders; one collection at a time.

        Args:
            paths: where to look.
            forms: the SHA-256 of forms filled by hand that the person stands for.
            every_period: also what is of other periods than the one that is shown.
            one_of_many: a file of the last collection once more, whose other files stay listed.
        """
        if self._collection is not None or not paths:
            return
        self._earlier = self._report if one_of_many else None
        if not one_of_many:
            self._paths = tuple(paths)
        self._collection = Collection(
            self._place.runner,
            paths,
            period=None if every_period else self._place.period(),
            operator=self._place.operator(),
            at=self._place.clock.now(),
            confirmed_forms=forms,
            parent=self,
        )
        self._collection.progressed.connect(self._progress.show_progress)
        self._collection.finished.connect(self._finish)
        self._collection.failed.connect(self._break_off)
        self._progress.begin(paths)
        self._head.set_busy(busy=True)
        self._head.allow_again(allowed=True)
        self._collection.start()

    def show_units(self, code: str, unit_id: int | None = None) -> None:
        """Show the units of a filter (ui/widgets/collect_head), and go to one of them."""
        self._head.choose(code)
        self._wanted = unit_id
        self._lay_out()

    def open_files(self, paths: list[Path]) -> None:
        """Collect them."""
        self.collect(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Collect what was dropped."""
        self.collect([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _build(self) -> None:
        self._head = CollectHead(self)
        self._head.filtered.connect(self._lay_out)
        self._head.reminder_wanted.connect(self._copy_reminder)
        self._head.receipts_wanted.connect(self._write_receipts)
        self._head.folder_wanted.connect(self._ask_folder)
        self._head.files_wanted.connect(self._ask_files)
        self._head.again_wanted.connect(lambda every: self.collect(self._paths, every_period=every))
        left = QWidget(self)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(Space.LARGE, Space.PANEL, Space.LARGE, Space.PANEL)
        inside.setSpacing(Space.MEDIUM)
        inside.addWidget(self._head)
        inside.addWidget(self._progress)
        self._empty = label(name="collectEmpty", tone="secondary", wrap=True)
        self._empty.setText(self.tr("名录里还没有下级单位。先在“下达”页列出单位，再来收表。"))
        self._empty.hide()
        inside.addWidget(self._empty)
        inside.addWidget(self._view, 2)
        inside.addWidget(self._files, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._detail)
        self._detail.setMinimumWidth(300)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([960, 330])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _show(self, read: CollectRead) -> None:
        self._read = read
        self._head.show_receipts(read.without_receipt)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._read is None:
            return
        board, period = self._read.board, self._place.period()
        counts = board.count(period)
        self._head.show_counts(
            self.tr("收表 · {period}").format(period=period_name(period)),
            units=len(board.rows),
            waiting=sum(self._is_open(row.unit.id) for row in board.rows),
            missing=counts[CellState.NOT_YET] + counts[CellState.OVERDUE],
        )
        self._head.allow_reminder(allowed=bool(board.missing(period)))
        self._empty.setVisible(not board.rows)
        self._view.setVisible(bool(board.rows))
        chosen = self._view.currentIndex()
        before = self._wanted or (self._table.unit_row(chosen.row()).unit.id if chosen.isValid() else None)
        self._table.show_board(board, shown=period, aside=self._aside(), only=self._only())
        at = self._table.row_of(before) if before is not None else None
        if at is not None:
            column = board.periods.index(period) + 1 if self._wanted else chosen.column()
            self._view.setCurrentIndex(self._table.index(at, max(column, 0)))
        self._wanted = None

    def _only(self) -> frozenset[int] | None:
        code = self._head.chosen
        if code == ALL or self._read is None:
            return None
        board, period = self._read.board, self._period()
        if code == OPEN:
            return frozenset(row.unit.id for row in board.rows if self._is_open(row.unit.id))
        return frozenset(unit.id for unit in board.missing(period))

    def _is_open(self, unit_id: int) -> bool:
        if self._read is None:
            return False
        period = self._period()
        column = self._read.board.periods.index(period)
        cell = next(row.cells[column] for row in self._read.board.rows if row.unit.id == unit_id)
        return cell.state is CellState.WAITING or (unit_id, period) in self._aside()

    def _aside(self) -> dict[tuple[int, Period], Filed]:
        """Return what was put aside, where the unit's return has not come in otherwise since."""
        if self._report is None:
            return {}
        loud = (filed for filed in self._report.filed if filed.lot not in _QUIET)
        aside = {(each.unit.id, each.candidate.period): each for each in loud if each.unit and each.candidate.period}
        return {at: each for at, each in aside.items() if each.lot not in _BY_ANYBODY or not self._has_return(*at)}

    def _has_return(self, unit_id: int, period: Period) -> bool:
        if self._read is None or period not in self._read.board.periods:
            return False
        column = self._read.board.periods.index(period)
        return any(row.cells[column].judged is not None for row in self._read.board.rows if row.unit.id == unit_id)

    def _period(self) -> Period:
        """Return the window's period, or for the moment until the board of another kind is read, one that it shows."""
        period = self._place.period()
        return period if self._read is None or period in self._read.board.periods else self._read.board.periods[-1]

    def _show_current(self, index: QModelIndex) -> None:
        if not index.isValid() or self._read is None:
            self._detail.show_nothing()
            return
        row = self._table.unit_row(index.row())
        period = self._table.period_at(index.column()) or self._period()
        aside = self._aside().get((row.unit.id, period))
        if aside is not None:
            self._detail.show_filed(aside)
        else:
            self._detail.show_cell(row.unit, period, row.cells[self._read.board.periods.index(period)])

    def _review_current(self, index: QModelIndex) -> None:
        row = self._table.unit_row(index.row())
        period = self._table.period_at(index.column()) or self._period()
        judged = row.cells[self._table.periods.index(period)].judged
        if judged is not None:
            self._review(judged.received.id)

    def _review(self, return_id: int) -> None:
        from ui.dialogs.review_dialog import ReviewDialog

        dialog = ReviewDialog(
            self._place.runner,
            return_id=return_id,
            operator=self._place.operator(),
            clock=self._place.clock,
            parent=self,
        )
        dialog.decided.connect(self._place.saved)
        dialog.open()

    def _save_file(self, return_id: int) -> None:
        folder = str(self._place.places.documents)
        dialog = QFileDialog(self, self.tr("另存收到的原件"), folder, self.tr("填报表 (*.xlsx)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(
            lambda name: save_received_file(
                self._place.runner,
                return_id=return_id,
                path=Path(name),
                done=lambda _: self._place.saved(),
                failed=self._place.tell,
            )
        )
        dialog.open()

    def _confirm(self, filed: Filed) -> None:
        from ui.dialogs.confirm_signer_dialog import ConfirmSignerDialog

        candidate = filed.candidate
        signer, unit = candidate.signer, (candidate.unit_name, candidate.unit_code)
        if signer is None:
            return

        def ask(known: KnownOfUnit) -> None:
            dialog = ConfirmSignerDialog(
                self._place.runner,
                signer,
                unit=unit,
                known=known.confirmed,
                clock=self._place.clock,
                parent=self,
            )
            dialog.confirmed.connect(lambda: self.collect([candidate.source.path], one_of_many=True))
            dialog.open()

        read_known_of_unit(self._place.runner, unit_name=unit[0], unit_code=unit[1], done=ask)

    def _take_form(self, filed: Filed) -> None:
        form = frozenset({filed.candidate.sha256})
        self.collect([filed.candidate.source.path], forms=form, one_of_many=True)

    def _finish(self, report: CollectReport) -> None:
        self._end_collection()
        again = {filed.candidate.source for filed in report.filed}
        before = self._earlier.filed if self._earlier else ()
        others = tuple(filed for filed in before if filed.candidate.source not in again)
        self._report = CollectReport((*others, *report.filed), report.changes, cancelled=report.cancelled)
        self._files.show_report(self._report)
        self._progress.end(report)
        self.refresh()

    def _break_off(self, error: Exception) -> None:
        self._end_collection()
        self._progress.hide()
        self._place.tell(error)
        self.refresh()

    def _end_collection(self) -> None:
        if self._collection is not None:
            self._collection.deleteLater()
            self._collection = None
        self._head.set_busy(busy=False)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("收取哪个文件夹"))
        dialog.setObjectName("collectFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.collect([Path(name)]))
        dialog.open()

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("收取哪些文件"), "", self.tr("填报表、压缩包 (*.xlsx *.zip)"))
        dialog.setObjectName("collectFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.collect([Path(name) for name in names]))
        dialog.open()

    def _copy_reminder(self) -> None:
        if self._read is not None:
            QGuiApplication.clipboard().setText(reminder(self._read.board, self._period()))
            self._head.say_copied()

    def _write_receipts(self) -> None:
        from ui.dialogs.receipts_dialog import ReceiptsDialog

        if self._read is not None:
            ReceiptsDialog(
                self._place.runner,
                count=self._read.without_receipt,
                places=self._place.places,
                clock=self._place.clock,
                operator=self._place.operator(),
                parent=self,
            ).open()

    def _save_report(self) -> None:
        from ui.operations.collect_report import save_report

        if self._report is None:
            return
        report = self._report
        dialog = QFileDialog(self, self.tr("保存收表结果"), str(self._place.places.documents), self.tr("表格 (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(
            lambda name: save_report(
                self._place.runner,
                report=report,
                path=Path(name),
                done=lambda _: self._place.saved(),
                failed=self._place.tell,
            )
        )
        dialog.open()


def _board_view(table: CollectTable, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setObjectName("collectBoard")
    view.setModel(table)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT + 4)
    heading = view.horizontalHeader()
    heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heading.setHighlightSections(False)
    heading.setMinimumSectionSize(96)
    heading.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return view
