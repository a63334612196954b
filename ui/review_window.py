"""The window of a review: what document it is and what it holds, the page, the line below, and the one way out."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from models.core.clock import Clock
from models.work.kept_review import Purpose
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.shortcuts_dialog import ShortcutsDialog
from ui.messages import explain
from ui.operations.review import Review, summary
from ui.pages.plan_review import PlanReviewPage
from ui.settings import Settings
from ui.widgets.foot_bar import FootBar

_SMALLEST = (1100, 640)
_FIRST = (1366, 768)


class ReviewWindow(QMainWindow):
    """Shows one review until its plan is adopted or put aside.

    Signals:
        adopt_wanted(): the person wants the plan as it stands now.
        put_aside(): the window was closed; what was corrected is kept.
    """

    adopt_wanted = Signal()
    put_aside = Signal()

    def __init__(self, review: Review, *, clock: Clock, settings: Settings, parent: QWidget | None = None) -> None:
        """Build the window over a review."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("reviewWindow")
        self.setWindowTitle(self.tr("审阅工作要点 - 要点填报"))
        self._review = review
        self._clock = clock
        self._settings = settings
        self._problem: MessageDialog | None = None
        self._adopted = False
        self.page = PlanReviewPage(review, self)
        hints = [self.tr("F8 下一处存疑"), self.tr("Ctrl+M 合并"), self.tr("Ctrl+Enter 拆分"), self.tr("F1 快捷键")]
        self._foot = FootBar(hints, self)
        self._foot.show_hint(self.tr("✓ 每一处修改都随时存下"))
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.page, 1)
        column.addWidget(self._foot)
        self.setCentralWidget(body)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self._connect()
        self._say()

    def close_adopted(self) -> None:
        """Close for good: the plan is the workspace's now."""
        self._adopted = True
        self.close()

    def set_busy(self, busy: bool) -> None:
        """Show that the plan is being adopted, or that it could not be."""
        self.page.setEnabled(not busy)
        self._adopt.setEnabled(not busy)
        self._back.setEnabled(not busy)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where there is something to do."""
        super().showEvent(event)
        if not event.spontaneous():
            self.page.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record what is still being typed; a review that is closed can be gone on with."""
        if not self._adopted and not self.page.hand_over():
            event.ignore()
            return
        super().closeEvent(event)
        if not self._adopted:
            self.put_aside.emit()

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("surface", "bar")
        bar.setFixedHeight(56)
        title = QLabel(self._review.plan.title or self.tr("手工录入的工作要点"), self)
        title.setObjectName("reviewTitle")
        title.setProperty("scale", "section")
        title.setMinimumWidth(80)
        self._title = title
        self._summary = QLabel(self)
        self._summary.setObjectName("reviewSummary")
        self._summary.setProperty("tone", "secondary")
        self._summary.setProperty("scale", "secondary")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(self._summary)
        words.addStretch(1)
        first = self._review.purpose is Purpose.FIRST
        self._back = QPushButton(self.tr("返回") if first else self.tr("先放一放"), self)
        self._back.setObjectName("backButton")
        self._back.setToolTip(self.tr("已经改的都存着，下次接着审阅。"))
        self._back.clicked.connect(self.close)
        self._adopt = QPushButton(self.page.actions_here.adopt.text(), self)
        self._adopt.setObjectName("adoptButton")
        self._adopt.setProperty("primary", "true")
        self._adopt.setToolTip("Ctrl+S")
        self._adopt.clicked.connect(self.page.actions_here.adopt.trigger)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._back)
        row.addWidget(self._adopt)
        return bar

    def _connect(self) -> None:
        review = self._review
        review.changed.connect(self._say)
        review.refused.connect(self._refuse)
        review.kept.connect(self._on_kept)
        review.not_kept.connect(self._on_not_kept)
        self.page.actions_here.adopt.triggered.connect(self._on_adopt)
        self.page.actions_here.keys.triggered.connect(self._show_keys)

    def _say(self) -> None:
        plan, actions = self._review.plan, self.page.actions_here
        metrics = self._title.fontMetrics()
        title = plan.title or self.tr("手工录入的工作要点")
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideRight, 620))
        self._title.setToolTip(title)
        self._summary.setText(summary(plan))
        for action, plain, name in (
            (actions.undo, self.tr("撤销"), self._review.undo_name),
            (actions.redo, self.tr("重做"), self._review.redo_name),
        ):
            action.setEnabled(bool(name))
            action.setText(self.tr("{action}：{name}").format(action=plain, name=name) if name else plain)

    def _on_adopt(self) -> None:
        if self.page.isEnabled() and self.page.hand_over():
            self.adopt_wanted.emit()

    def _on_kept(self) -> None:
        self._foot.show_saved(self._clock.now())

    def _on_not_kept(self, error: Exception) -> None:
        self._foot.show_unsaved()
        self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        if self._problem is None:
            self._problem = MessageDialog(explain(error), self)
            self._problem.finished.connect(self._forget_problem)
            self._problem.open()

    def _forget_problem(self) -> None:
        self._problem = None

    def _show_keys(self) -> None:
        ShortcutsDialog(self.page.actions_here.with_keys(), self, with_fields=False).open()
