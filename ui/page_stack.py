"""The pages of the window and the rail that turns to them. Pages are made when they are first needed."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.core.changes import Changes
from ui.operations.undo import Step
from ui.pages.report_page import ReportPage
from ui.pages.workplace import Page
from ui.widgets.rail import Rail

translate = QCoreApplication.translate


class PageName(StrEnum):
    """The pages, in the order of the rail; the values are the names of their icons."""

    REPORT = "report"  # 填报
    ASSIGN = "assign"  # 下达
    COLLECT = "collect"  # 收表
    SUMMARY = "summary"  # 汇总
    OUTBOX = "outbox"  # 发件箱


class PageStack(QWidget):
    """Shows one page at a time beside the rail.

    Signals:
        turned(str): another page is shown now.
    """

    turned = Signal(str)

    def __init__(
        self, report: ReportPage, makers: Mapping[PageName, Callable[[], Page]], parent: QWidget | None = None
    ) -> None:
        """Begin with the reporting page; ``makers`` make the others."""
        super().__init__(parent)
        self._report = report
        self._makers = makers
        self._pages: dict[PageName, Page] = {}
        self._stack = QStackedWidget(self)
        self._stack.addWidget(report)
        titles = _titles()
        shown = [name for name in PageName if name is PageName.REPORT or name in makers]
        keys = {name: f"Ctrl+{number}" for number, name in enumerate(PageName, start=1) if name in shown}
        self._rail = Rail(((name, titles[name], keys[name]) for name in shown), self)
        self._rail.chosen.connect(lambda name: self.turn_to(PageName(name)))
        self._rail.show_chosen(PageName.REPORT)
        self._rail.setVisible(len(shown) > 1)
        self._shortcuts: dict[PageName, QShortcut] = {}
        for name, key in keys.items():
            self._shortcuts[name] = QShortcut(QKeySequence(key), self)
            self._shortcuts[name].activated.connect(lambda page=name: self.turn_to(page))
        self.show_pages(has_units=False, is_assigned=True)  # until it is known
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)

    @property
    def shown(self) -> PageName:
        """The page that is shown."""
        current = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), PageName.REPORT)

    @property
    def rail(self) -> Rail:
        """The buttons at the left."""
        return self._rail

    def show_pages(self, *, has_units: bool, is_assigned: bool) -> None:
        """Show in the rail only what this workspace has use for.

        1. Who has nobody to collect from needs neither 收表 nor 汇总.
        2. A unit whose tasks came from a superior, such as a school, seldom assigns them on: 下达 is there once it
           asked for it (``turn_to``), and from then on.
        """
        self._has_units, self._is_assigned = has_units, is_assigned
        needed = {PageName.REPORT, PageName.OUTBOX}
        if has_units or not is_assigned or PageName.ASSIGN in self._pages:
            needed.add(PageName.ASSIGN)
        if has_units:
            needed |= {PageName.COLLECT, PageName.SUMMARY}
        self._rail.show_pages(needed)
        for name, shortcut in self._shortcuts.items():
            shortcut.setEnabled(name in needed)

    def page(self, name: PageName) -> Page:
        """Return a page other than the reporting page, made if it was not yet."""
        if name not in self._pages:
            self._pages[name] = self._makers[name]()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def turn_to(self, name: PageName) -> None:
        """Show a page, unless the one in sight has something that can't be recorded."""
        if name is self.shown or not self.hand_over():
            self._rail.show_chosen(self.shown)
            return
        page = self._report if name is PageName.REPORT else self.page(name)
        self._stack.setCurrentWidget(page)
        self.show_pages(has_units=self._has_units, is_assigned=self._is_assigned)
        self._rail.show_chosen(name)
        if isinstance(page, Page):
            page.refresh()
        self.turned.emit(name)

    def show_step(self, step: Step) -> bool:
        """Show what was undone or done again: the grid's on 下达, the rest on the page in sight if it stands there.

        Returns:
            False if it stands on the reporting page only.
        """
        name = PageName.ASSIGN if step.cells else self.shown
        if name is PageName.REPORT or not (step.cells or self.page(name).shows(step)):
            return False
        self.turn_to(name)
        self.page(name).show_step(step)
        return True

    def search(self) -> None:
        """Go to where one searches on the page in sight."""
        current = self._stack.currentWidget()
        search = current.search_field() if isinstance(current, Page) else self._report.tasks.search
        if search is not None:
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hand_over(self) -> bool:
        """Record what is still only on the screen of the page in sight."""
        current = self._stack.currentWidget()
        return current.hand_over() if isinstance(current, (Page, ReportPage)) else True

    def on_changed(self, changes: Changes) -> None:
        """Refresh the page in sight if what changed is shown there; the others are read when they are turned to."""
        current = self._stack.currentWidget()
        if isinstance(current, Page) and current.concerned_by(changes):
            current.refresh()


def _titles() -> dict[PageName, str]:
    return {
        PageName.REPORT: translate("pages", "填报"),
        PageName.ASSIGN: translate("pages", "下达"),
        PageName.COLLECT: translate("pages", "收表"),
        PageName.SUMMARY: translate("pages", "汇总"),
        PageName.OUTBOX: translate("pages", "发件箱"),
    }
