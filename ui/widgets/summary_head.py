"""The head of 汇总: of which period, and what can be done with all of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.dialogs.parts import button, field, label, row

_SEARCH = 200  # pixels at most


class SummaryHead(QWidget):
    """The title, a search and three buttons.

    Signals:
        take_all_wanted(): every proposal should be taken where nothing stands.
        closures_wanted(): tasks should be closed.
        searched(str): only rows with these words should be shown.
        search_done(): the person is through with searching.
        book_wanted(), bulletin_wanted(), data_wanted(), left_over_wanted(): one of the files should be written.
    """

    take_all_wanted = Signal()
    closures_wanted = Signal()
    searched = Signal(str)
    search_done = Signal()
    book_wanted = Signal()
    bulletin_wanted = Signal()
    data_wanted = Signal()
    left_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the head with nothing counted yet."""
        super().__init__(parent)
        self._title = label(self.tr("汇总"), "summaryTitle", size="title")
        self.search = field("summarySearch", title=self.tr("查找任务、指标"), hint=self.tr("查找…"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(_SEARCH)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self.search_done)
        self._closures = button(self.tr("销号…"), "closuresButton")
        self._closures.setToolTip(self.tr("已完成的任务凭佐证销号，退出未办清单"))
        self._closures.clicked.connect(self.closures_wanted)
        self._take = button("", "takeAllProposals", primary=True)
        self._take.setAutoDefault(False)
        self._take.clicked.connect(self.take_all_wanted)
        self._export = button(self.tr("导出"), "summaryExport")
        menu = QMenu(self._export)
        menu.addAction(self.tr("汇总表（Excel）…"), self.book_wanted.emit)
        menu.addAction(self.tr("通报（Word）…"), self.bulletin_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("结转清单（Excel）…"), self.left_over_wanted.emit)
        menu.addAction(self.tr("全部数据（CSV 和 JSON）…"), self.data_wanted.emit)
        self._export.setMenu(menu)
        self.setLayout(row(self._title, None, self.search, self._closures, self._export, self._take))
        self.show_counts(self.tr("汇总"), blank=0)

    def show_counts(self, title: str, *, blank: int, closed: bool = False) -> None:
        """Show of which period it is, and how many proposals can be taken; none in a closed period."""
        self._title.setText(title)
        self._take.setText(self.tr("全部采用 {count}…").format(count=blank))
        self._take.setEnabled(bool(blank) and not closed)
        why_not = self.tr("本期已导出，不能再改") if closed else self.tr("没有本级未填、下级已有汇总的指标")
        self._take.setToolTip("" if self._take.isEnabled() else why_not)

    def set_busy(self, *, busy: bool) -> None:
        """One file at a time."""
        self._export.setEnabled(not busy)
