"""发件箱: each file that left and what became of it, so that nobody wonders whether it arrived."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout

from models.core.changes import Changes
from models.store.outbox import Fate, OutboxItem, Way
from ui.dialogs.parts import button, label, row
from ui.operations.outbox import note, read_outbox, write_letter
from ui.pages.workplace import Page, Workplace
from ui.tables.outbox_table import ITEM, OutboxTable, paper_word
from ui.tokens import ROW_HEIGHT, Space
from ui.wording import period_name

_WIDTHS = (110, 200, 130, 170, 150)


class OutboxPage(Page):
    """Lists what left, carries it away, and notes what became of it."""

    def __init__(self, place: Workplace) -> None:
        """Make an empty page."""
        super().__init__()
        self.setObjectName("outboxPage")
        self._place = place
        self._table = OutboxTable(self)
        self._view = QTableView(self)
        self._view.setObjectName("outbox")
        self._view.setAccessibleName(self.tr("发件箱"))
        self._view.setModel(self._table)
        self._view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setAlternatingRowColors(False)
        self._view.setShowGrid(False)
        self._view.setWordWrap(False)
        self._view.setTabKeyNavigation(False)
        self._view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._view.verticalHeader().hide()
        self._view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        heading = self._view.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setHighlightSections(False)
        for at, width in enumerate(_WIDTHS):
            self._view.setColumnWidth(at, width)
        heading.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        self._view.selectionModel().selectionChanged.connect(self._settle)
        self._view.doubleClicked.connect(self._open_folder)
        self._count = label(name="outboxCount", tone="secondary")
        self._stick = button(self.tr("复制到 U 盘…"), "toStick", primary=True)
        self._stick.clicked.connect(self._carry_away)
        self._letter = button(self.tr("写成邮件…"), "toLetter")
        self._letter.clicked.connect(self._write_letter)
        self._handed = button(self.tr("标记已交出"), "markHanded")
        self._handed.clicked.connect(self._mark_handed)
        self._folder = button(self.tr("打开所在文件夹"), "openFolder")
        self._folder.clicked.connect(self._open_folder)
        self._hint = QLabel(self.tr("还没有写出过文件。导出填报表、下达任务或写回执以后，都会列在这里。"), self)
        self._hint.setObjectName("outboxEmpty")
        self._hint.setProperty("tone", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.PANEL, Space.LARGE, Space.PANEL)
        column.setSpacing(Space.MEDIUM)
        title = label(self.tr("发件箱"), "outboxTitle", size="title")
        column.addLayout(row(title, self._count, None, self._folder, self._handed, self._letter, self._stick))
        column.addWidget(self._hint)
        column.addWidget(self._view, 1)
        self._settle()

    def refresh(self) -> None:
        """Read the list anew."""
        read_outbox(self._place.runner, done=self._show, failed=self._place.tell)

    def concerned_by(self, changes: Changes) -> bool:
        """Only by what left."""
        return changes.outbox or changes.exports

    def _show(self, items: tuple[OutboxItem, ...]) -> None:
        chosen = {item.id for item in self._chosen()}
        self._table.show_items(items)
        selection = self._view.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for at, item in enumerate(items):
            if item.id in chosen or (not chosen and at == 0):
                selection.select(self._table.index(at, 0), rows)
        waiting = sum(item.fate is Fate.WRITTEN for item in items)
        count, open_ones = self.tr("共 %n 份", "", len(items)), self.tr("%n 份未交出", "", waiting)
        self._count.setText(f"{count} · {open_ones}")
        self._count.setVisible(bool(items))
        self._hint.setVisible(not items)
        self._view.setVisible(bool(items))
        self._settle()

    def _chosen(self) -> list[OutboxItem]:
        return [index.data(ITEM) for index in self._view.selectionModel().selectedRows()]

    def _settle(self) -> None:
        chosen = self._chosen()
        self._stick.setEnabled(bool(chosen))
        self._handed.setEnabled(any(item.fate is Fate.WRITTEN for item in chosen))
        for control in (self._letter, self._folder):
            control.setEnabled(len(chosen) == 1)

    def _carry_away(self) -> None:
        from ui.dialogs.stick_dialog import StickDialog

        StickDialog(
            self._place.runner,
            items=self._chosen(),
            operator=self._place.operator(),
            clock=self._place.clock,
            parent=self,
        ).open()

    def _write_letter(self) -> None:
        (item,) = self._chosen()
        of = f"{period_name(item.period)} " if item.period else ""
        write_letter(
            self._place.runner,
            item=item,
            subject=f"{of}{paper_word(item.paper)} {item.label}".strip(),
            body=self.tr("您好：\n\n附上 {file}，请查收。").format(file=item.file_name),
            at=self._place.clock.now(),
            done=_open,
            failed=self._place.tell,
        )

    def _mark_handed(self) -> None:
        note(
            self._place.runner,
            items=[item for item in self._chosen() if item.fate is Fate.WRITTEN],
            fate=Fate.HANDED_OVER,
            way=Way.OTHER,
            operator=self._place.operator(),
            at=self._place.clock.now(),
            failed=self._place.tell,
        )

    def _open_folder(self) -> None:
        for item in self._chosen()[:1]:
            _open(item.path.parent)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
