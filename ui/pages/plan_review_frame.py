"""How the parts of the review page stand: document | doubts, tools, tasks and the editor of the chosen one."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.tables.plan_list import PlanList
from ui.theme import tokens
from ui.widgets.plan_view import PlanView

if TYPE_CHECKING:
    from ui.pages.plan_review import PlanReviewPage

translate = QCoreApplication.translate


def make_view(rows: PlanList, parent: QWidget) -> PlanView:
    """Make the list of tasks."""
    view = PlanView(rows, parent)
    view.setObjectName("planList")
    view.setAccessibleName(translate("plan_review", "任务"))
    return view


def lay_out(page: "PlanReviewPage", editors: QStackedWidget) -> None:
    """Put the parts of a review page in their places."""
    side = QFrame(page)
    side.setProperty("surface", "side")
    beside = QVBoxLayout(side)
    beside.setContentsMargins(0, 0, 1, 0)
    beside.addWidget(page.view)
    right = QWidget(page)
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    page.doubts_room = QWidget(right)
    above = QVBoxLayout(page.doubts_room)
    above.setContentsMargins(12, 10, 12, 10)
    above.addWidget(page.doubts)
    column.addWidget(page.doubts_room)
    column.addWidget(_tools(page))
    column.addWidget(_splitter((side, 260, 500), (editors, 380, 436)), 1)
    left = QFrame(page)
    left.setProperty("surface", "panel")
    page.document_pane = left
    paper = QVBoxLayout(left)
    paper.setContentsMargins(0, 0, 0, 0)
    paper.setSpacing(0)
    paper.addWidget(page.document, 1)
    paper.addWidget(_Legend(left))
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(_splitter((left, 240, 430), (right, 640, 936)))


def _tools(page: "PlanReviewPage") -> QFrame:
    tools = QFrame(page)
    tools.setProperty("surface", "bar")
    row = QHBoxLayout(tools)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    actions = page.actions_here
    for button in actions.buttons():
        row.addWidget(button)
    row.addStretch(1)
    for action in (actions.undo, actions.redo):
        row.addWidget(actions.button(action, action.text()))
    return tools


def _splitter(*parts: tuple[QWidget, int, int]) -> QSplitter:
    """Set parts side by side: each with its least and its first width."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part, least, _ in parts:
        part.setMinimumWidth(least)
        splitter.addWidget(part)
    splitter.setSizes([first for _, _, first in parts])
    return splitter


class _Legend(QLabel):
    """Says in words what the marks in the document mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("documentLegend")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("tone", "secondary")
        self.setProperty("scale", "secondary")
        self.setContentsMargins(20, 6, 12, 6)
        self.setWordWrap(True)
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._render()
        super().changeEvent(event)

    def _render(self) -> None:
        colours = tokens()
        parts = (
            (f"background-color:{colours.highlighter};color:{colours.text}", self.tr("选中的任务")),
            (f"background-color:{colours.accent_wash};color:{colours.text}", self.tr("其他任务")),
            ("text-decoration:underline", self.tr("没有归入任务")),
        )
        marks = "　".join(f'<span style="{style}">&nbsp;{escape(word)}&nbsp;</span>' for style, word in parts)
        self.setText(marks + "　" + escape(self.tr("波浪线：存疑")))
