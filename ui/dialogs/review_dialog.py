"""审核一份填报表: its tasks beside the last period, what to look at first, a comment for each, and a decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.core.changes import Changes
from models.core.clock import Clock
from models.core.vocabulary import Decision
from models.store.received import ReturnForm
from models.store.reviews import MAX_COMMENT
from models.work.received_returns import ReturnState
from models.work.review import ReviewSheet, ReviewTask
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, titled
from ui.messages import explain
from ui.operations.collect import decide_on, read_review
from ui.operations.runner import Runner
from ui.tokens import Space
from ui.widgets.review_task import ReviewTaskView
from ui.wording import SIGNS, period_name

_SIZE = (1120, 700)
_LINES = 4  # that a comment shows


class ReviewDialog(QDialog):
    """Lays one return out and takes the decision. Comments are written down as one goes; nothing is sent before it.

    Signals:
        decided(): the decision is kept.
    """

    decided = Signal()

    def __init__(
        self, runner: Runner, *, return_id: int, operator: str, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """Read the return."""
        super().__init__(parent)
        self.setObjectName("reviewDialog")
        self.setWindowTitle(self.tr("审核"))
        self.resize(*_SIZE)
        self._runner, self._return_id, self._operator, self._clock = runner, return_id, operator, clock
        self._sheet: ReviewSheet | None = None
        self._comments: dict[str, str] = {}
        self._shown: ReviewTask | None = None
        self._title = label(name="reviewTitle", size="title", wrap=True)
        self._facts = label(name="reviewFacts", tone="secondary", wrap=True)
        self._tasks = QListWidget(self)
        self._tasks.setObjectName("reviewTasks")
        self._tasks.setProperty("framed", "true")
        self._tasks.setAccessibleName(self.tr("任务，先列要看一看的"))
        self._tasks.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tasks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tasks.setFixedWidth(380)
        self._tasks.currentItemChanged.connect(self._choose)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._comment = QPlainTextEdit(self)
        self._comment.setObjectName("taskComment")
        self._comment.setTabChangesFocus(True)
        self._comment.setPlaceholderText(self.tr("哪里不对、为什么、怎么改。只有退回时才送给填报单位。"))
        self._comment.setFixedHeight(self._comment.fontMetrics().lineSpacing() * _LINES + 16)
        self._comment.textChanged.connect(self._keep_comment)
        self._general = field(
            "generalComment", title=self.tr("总的意见"), hint=self.tr("对整份填报表的意见"), limit=MAX_COMMENT
        )
        self._general.textChanged.connect(self._settle)
        self._count = label(name="commentCount", tone="secondary")
        close = button(self.tr("以后再审"), "closeButton")
        close.clicked.connect(self.reject)
        self._back = button(self.tr("退回修改"), "returnButton")
        self._back.clicked.connect(lambda: self._decide(Decision.RETURNED))
        self._accept = button(self.tr("审核通过"), "acceptButton", primary=True)
        self._accept.setDefault(False)  # a decision is no answer to Enter, which may be meant for a comment
        self._accept.setAutoDefault(False)
        self._accept.clicked.connect(lambda: self._decide(Decision.ACCEPTED))
        right = column(self._area, titled(self.tr("对这项任务的意见"), self._comment))
        right.setStretch(0, 1)
        middle = QHBoxLayout()
        middle.setSpacing(Space.PANEL)
        middle.addWidget(self._tasks)
        middle.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.LARGE, Space.PANEL, Space.LARGE, Space.PANEL)
        outer.setSpacing(Space.MEDIUM)
        outer.addWidget(self._title)
        outer.addWidget(self._facts)
        outer.addLayout(middle, 1)
        outer.addLayout(titled(self.tr("总的意见"), self._general))
        outer.addLayout(row(self._count, None, close, self._back, self._accept))
        self._settle()
        read_review(runner, return_id=return_id, done=self._show, failed=self._refused)

    def _show(self, sheet: ReviewSheet) -> None:
        self._sheet = sheet
        one = sheet.judged.received
        of = self.tr("第 {number} 次").format(number=one.sequence)
        if one.form is ReturnForm.BLANK_FORM:
            of += self.tr("（手填，没有签名）")
        if sheet.replaces is not None:
            of += self.tr("，代替第 {number} 次").format(number=sheet.replaces.sequence)
        self._title.setText(f"{sheet.unit_name} · {period_name(one.period)} · {of}")
        last = period_name(sheet.last.period) if sheet.last else self.tr("没有上期")
        self._facts.setText(
            self.tr("填报人 {name} · 数据校验码 {code} · 对照 {last} · 要看一看的 {count} 处").format(
                name=one.filled_by or "—", code=one.check_code, last=last, count=len(sheet.remarks)
            )
        )
        if sheet.decisions:
            self._general.setText(sheet.decisions[-1].comment)
            self._comments = dict(sheet.decisions[-1].comments)
        for task in sorted(sheet.tasks, key=lambda task: (not task.remarks, not task.changed, task.task.number)):
            item = QListWidgetItem(self._line(task))
            item.setData(Qt.ItemDataRole.UserRole, task)
            item.setToolTip(task.task.text)
            self._tasks.addItem(item)
        self._tasks.setCurrentRow(0)
        self._tasks.setFocus()
        self._settle()

    def _line(self, task: ReviewTask) -> str:
        sign = "≠  " if task.changed and not task.remarks else f"{SIGNS[task.now.light]}  "
        sign = f"▲ {len(task.remarks)}  " if task.remarks else sign
        noted = "  ✎" if self._comments.get(task.task.id) else ""
        return f"{sign}{task.task.number}．{task.task.text}{noted}"

    def _choose(self, item: QListWidgetItem | None) -> None:
        task: ReviewTask | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        self._shown = task
        if task is None:
            return
        self._area.setWidget(ReviewTaskView(task))
        self._comment.blockSignals(True)
        self._comment.setPlainText(self._comments.get(task.task.id, ""))
        self._comment.blockSignals(False)

    def _keep_comment(self) -> None:
        if self._shown is None:
            return
        self._comments[self._shown.task.id] = self._comment.toPlainText()
        item = self._tasks.currentItem()
        if item is not None:
            item.setText(self._line(self._shown))
        self._settle()

    def _settle(self) -> None:
        written = {task_id: text for task_id, text in self._comments.items() if text.strip()}
        self._count.setText(self.tr("已写 %n 条意见", "", len(written)) if written else "")
        known = self._sheet is not None and self._sheet.judged.state is not ReturnState.REPLACED
        self._accept.setEnabled(known)
        self._back.setEnabled(known and bool(written or self._general.text().strip()))
        why = self.tr("退回要写明意见：总的意见，或者某项任务的意见。")
        self._back.setToolTip("" if self._back.isEnabled() else why)

    def _decide(self, decision: Decision) -> None:
        self._accept.setEnabled(False)
        self._back.setEnabled(False)
        decide_on(
            self._runner,
            return_id=self._return_id,
            decision=decision,
            comment=self._general.text(),
            comments=self._comments,
            operator=self._operator,
            at=self._clock.now(),
            done=self._decided,
            failed=self._refused,
        )

    def _decided(self, _: Changes) -> None:
        self.decided.emit()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._settle()
        MessageDialog(explain(error), self).open()
