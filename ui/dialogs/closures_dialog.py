"""销号: which tasks can be closed and which are, on what each rests, and opening one again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from models.core.clock import Clock
from models.store.closures import MAX_REMARK
from models.work.closures import DoneTask
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, label, row, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.messages.standing import moment_words
from ui.operations.closures import close, read_done_tasks, reopen
from ui.operations.runner import Runner
from ui.widgets.segments import Segments
from ui.widgets.tone import set_tone
from ui.wording import period_name

WIDTH = 700
_LIST = 200  # pixels
_LINES = 3  # of the remark
_TASK = Qt.ItemDataRole.UserRole
OPEN, CLOSED = "open", "closed"


class ClosuresDialog(Sheet):
    """Lists what is completed, and closes one at a time on what a person writes.

    Signals:
        kept(): an act has been kept.
        task_wanted(str): this task should be shown on the reporting page.
        left_over_wanted(): the list of what is not closed should be written.
    """

    kept = Signal()
    task_wanted = Signal(str)
    left_over_wanted = Signal()

    def __init__(self, runner: Runner, *, operator: str, clock: Clock, parent: QWidget | None = None) -> None:
        """Read what is completed."""
        super().__init__(parent, name="closuresDialog", title=self.tr("销号"), width=WIDTH)
        self._runner, self._operator, self._clock = runner, operator, clock
        self._tasks: tuple[DoneTask, ...] = ()
        self._sides = Segments("closures", {OPEN: self.tr("可销号"), CLOSED: self.tr("已销号")}, self)
        self._sides.chosen.connect(self._turn)
        self._side = OPEN
        self._count = label(name="closuresCount", tone="secondary")
        self.column.addWidget(label(self.tr("销号"), "closuresTitle", size="title"))
        explained = self.tr("最近一期报“已完成”的任务，凭佐证材料或验收意见销号；没有销号的列入结转清单，转到下一年。")
        self.column.addWidget(label(explained, tone="secondary", wrap=True))
        self.column.addLayout(row(self._sides, self._count))
        self._list = QListWidget()
        self._list.setObjectName("closuresList")
        self._list.setAccessibleName(self.tr("已完成的任务"))
        self._list.setProperty("framed", "true")
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(_LIST)
        self._list.currentItemChanged.connect(lambda *_: self._show_current())
        self._list.itemActivated.connect(lambda _: self._go_to_task())
        self.column.addWidget(self._list)
        self._rests = label(name="closureRests", wrap=True)
        self.column.addWidget(self._rests)
        self._remark = QPlainTextEdit()
        self._remark.setObjectName("closureRemark")
        self._remark.setTabChangesFocus(True)
        self._remark.setFixedHeight(self._remark.fontMetrics().lineSpacing() * _LINES + 16)
        self._remark.textChanged.connect(self._settle)
        self.column.addLayout(titled(self.tr("依据或原因"), self._remark))
        self._remark.setAccessibleName(self.tr("依据或原因"))
        self._length = label(name="closureLength", tone="secondary")
        left_over = button(self.tr("结转清单…"), "leftOver")
        left_over.clicked.connect(self._ask_left_over)
        self._task = button(self.tr("去填报页"), "closureTask")
        self._task.clicked.connect(self._go_to_task)
        done = button(self.tr("关闭窗口"), "closeButton")
        done.clicked.connect(self.accept)
        self._go = button(self.tr("销号"), "closeTask", primary=True)
        self._go.clicked.connect(self._act)
        self.foot.addLayout(row(left_over, self._task, self._length, None, done, self._go))
        self._read()

    def _read(self) -> None:
        read_done_tasks(self._runner, done=self._show, failed=self._refused)

    def _show(self, tasks: tuple[DoneTask, ...]) -> None:
        self._tasks = tasks
        self._lay_out()

    def _turn(self, side: str) -> None:
        self._side = side
        self._lay_out()

    def _lay_out(self) -> None:
        at = max(self._list.currentRow(), 0)
        shown = [one for one in self._tasks if one.is_closed == (self._side == CLOSED)]
        self._list.clear()
        for one in shown:
            files = self.tr("佐证 %n 份", "", one.evidence)
            item = QListWidgetItem(f"{files}　{one.task.number}．{one.task.text}")
            item.setToolTip(one.task.text)
            item.setData(_TASK, one)
            self._list.addItem(item)
        closed = sum(one.is_closed for one in self._tasks)
        self._count.setText(
            self.tr("可销号 {open} 项，已销号 {closed} 项").format(open=len(self._tasks) - closed, closed=closed)
        )
        if shown:
            self._list.setCurrentRow(min(at, len(shown) - 1))
        self._show_current()

    def _current(self) -> DoneTask | None:
        item = self._list.currentItem()
        return item.data(_TASK) if item else None

    def _show_current(self) -> None:
        one = self._current()
        if one is None:
            nothing = (
                self.tr("没有已销号的任务。") if self._side == CLOSED else self.tr("没有可销号的任务：要先报“已完成”。")
            )
            self._say("secondary", nothing)
        elif one.is_closed and one.last is not None:
            words = self.tr("● {moment} {name}销号：{remark}").format(
                moment=moment_words(one.last.at), name=one.last.operator, remark=one.last.remark
            )
            self._say("", f"{one.task.text}\n{words}")
        else:
            period = period_name(one.entry.period) if one.entry else ""
            words = self.tr("{task}\n{period}报“已完成”。").format(task=one.task.text, period=period)
            if one.evidence:
                self._say("", words)
            else:
                self._say("yellow", self.tr("{words}▲ 没有附佐证材料，请在依据里写明凭什么销号。").format(words=words))
        self._settle()

    def _say(self, tone: str, words: str) -> None:
        self._rests.setText(words)
        set_tone(self._rests, tone)
        self.fit()

    def _settle(self) -> None:
        length = len(self._remark.toPlainText().strip())
        over = length > MAX_REMARK
        closed = self._side == CLOSED
        self._go.setText(self.tr("重新打开") if closed else self.tr("销号"))
        self._go.setEnabled(self._current() is not None and length > 0 and not over)
        needed = self.tr("请写明为什么重新打开") if closed else self.tr("请写明依据，如验收日期、文号")
        self._go.setToolTip("" if self._go.isEnabled() else needed)
        self._remark.setPlaceholderText(needed)
        self._task.setEnabled(self._current() is not None)
        self._length.setText(self.tr("{count} / {limit} 字").format(count=length, limit=MAX_REMARK) if length else "")
        set_tone(self._length, "red" if over else "secondary")

    def _act(self) -> None:
        one = self._current()
        if one is None:
            return
        self._go.setEnabled(False)
        act = reopen if one.is_closed else close
        act(
            self._runner,
            task_id=one.task.id,
            remark=self._remark.toPlainText(),
            operator=self._operator,
            at=self._clock.now(),
            done=self._acted,
            failed=self._refused,
        )

    def _acted(self, _: object) -> None:
        self._remark.clear()
        self._list.setFocus()
        self.kept.emit()
        self._read()

    def _ask_left_over(self) -> None:
        self.accept()
        self.left_over_wanted.emit()

    def _go_to_task(self) -> None:
        one = self._current()
        if one is not None:
            self.accept()
            self.task_wanted.emit(one.task.id)

    def _refused(self, error: Exception) -> None:
        self._settle()
        MessageDialog(explain(error), self).open()
