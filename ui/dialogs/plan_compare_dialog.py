"""What a later version of the work points changes: side by side, taken in all together or one by one."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from models.core.errors import UserError
from models.plan.compare import Comparison, Pairing
from models.plan.model import Plan
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.messages import explain
from ui.operations.review import left_open
from ui.tables.plan_changes import PAIRING, SORT_TONES, PlanChanges, Sort, sort_word
from ui.tables.plan_list import facts_of
from ui.tokens import Space
from ui.widgets.change_delegate import TICK_WIDTH, ChangeDelegate, columns
from ui.widgets.difference import Difference

_SIZE = (1040, 620)
_SMALLEST = (860, 520)

Choose = Callable[[Comparison, tuple[Pairing, ...]], Plan]


class PlanCompareDialog(QDialog):
    """Lists the changes, and takes in those that are ticked.

    Signals:
        accepted_plan(Plan): the plan with the changes that are wanted.
        review_wanted(): the person wants to go through the later version first.
    """

    accepted_plan = Signal(object)
    review_wanted = Signal()

    def __init__(
        self,
        comparison: Comparison,
        *,
        used: frozenset[str],
        choose: Choose,
        can_review: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Show a comparison.

        Args:
            comparison: of the workspace's plan with the later version.
            used: the tasks on which something was recorded.
            choose: makes the plan without the changes that were declined.
            can_review: whether the later version can be reviewed first.
            parent: the window that it belongs to.
        """
        super().__init__(parent)
        self.setObjectName("planCompareDialog")
        self.setWindowTitle(self.tr("新旧对照"))
        self._comparison = comparison
        self._choose = choose
        self._changes = PlanChanges(comparison, used=used, parent=self)
        self._view = _View(self._changes, self)
        self._difference = Difference(self)
        self._difference.setMinimumHeight(104)
        self._accept = button("", "acceptChanges", primary=True)
        self._accept.clicked.connect(self._on_accept)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        review = button(self.tr("先审阅新版…"), "reviewFirst")
        if not can_review:
            review.hide()
        review.clicked.connect(self._on_review)
        self._lay_out(review)
        self._changes.ticked.connect(self._say)
        self._view.resized.connect(self._align)
        self._view.selectionModel().currentChanged.connect(self._show_difference)
        self._say()
        self._view.setCurrentIndex(self._changes.index(0))
        self._view.setFocus()
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)

    def set_busy(self, busy: bool) -> None:
        """Show that the changes are being taken in, or could not be."""
        for widget in (self._view, self._cancel, self._accept):
            widget.setEnabled(not busy)

    def reject(self) -> None:
        """Esc goes back, but not while the changes are being taken in."""
        if self._cancel.isEnabled():
            super().reject()

    def _align(self, width: int) -> None:
        """Keep the headings above their columns."""
        first, second, _ = columns(width)
        self._gaps[0].setFixedWidth(first)
        self._gaps[1].setFixedWidth(max(0, second - first))

    def _lay_out(self, review: QWidget) -> None:
        after = self._comparison.after
        chips = row(spacing=Space.SMALL)
        for sort, count in self._changes.counts().items():
            chip = label(f"{sort_word(sort)} {count}", f"count_{sort.value}")
            tone = SORT_TONES[sort]
            chip.setProperty("chip", "neutral" if tone == "secondary" else tone)
            chips.addWidget(chip)
        chips.addStretch(1)
        kept = self._changes.counts().get(Sort.KEPT, 0)
        gone = self.tr("有 {count} 项填报过的任务新版里没有了，采用后不再填报，记录仍在。").format(count=kept)
        gone_note = label(gone, "compareGone", tone="secondary", wrap=True)
        if not kept:
            gone_note.hide()
        open_note = label(left_open(after), "compareOpen", tone="secondary", wrap=True)
        if not open_note.text():
            open_note.hide()
        about = self.tr("已经填报的内容都会保留：改了措辞的任务连同进展一起延续。")
        if not self._changes.rowCount():
            about = self.tr("各项任务都没有变化；标题、顺序这些改动可以直接采用。")
        head = column(
            label(self.tr("新旧对照：{title}").format(title=after.title), "compareTitle", size="title", wrap=True),
            label(about, "compareNote", tone="secondary", wrap=True),
            gone_note,
            open_note,
            chips,
            spacing=Space.SMALL,
        )
        first, second = label(self.tr("原来"), tone="label"), label(self.tr("新版"), tone="label")
        headings = QHBoxLayout()
        headings.setSpacing(0)
        self._gaps = (QWidget(self), first)
        for part in (*self._gaps, second):
            headings.addWidget(part)
        headings.addStretch(1)
        frame = surface("card", name="changesCard", margin=1, spacing=0)
        headed = QVBoxLayout()
        headed.setContentsMargins(0, 8, 0, 6)
        headed.addLayout(headings)
        stack(frame).addLayout(headed)
        stack(frame).addWidget(self._view, 1)
        detail = surface("card", name="differenceCard", margin=Space.MEDIUM)
        stack(detail).addWidget(self._difference)
        self._all = button(self.tr("全选"), "tickAll", quiet=True)
        self._none = button(self.tr("全不选"), "tickNone", quiet=True)
        self._all.clicked.connect(lambda: self._changes.tick_all(wanted=True))
        self._none.clicked.connect(lambda: self._changes.tick_all(wanted=False))
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.LARGE, Space.PANEL, Space.LARGE, Space.PANEL)
        body.setSpacing(Space.MEDIUM)
        body.addLayout(head)
        body.addWidget(frame, 1)
        body.addWidget(detail)
        body.addLayout(row(self._all, self._none, None, review, self._cancel, self._accept))

    def _say(self) -> None:
        wanted, total = self._changes.wanted, self._changes.rowCount()
        if not total:
            self._accept.setText(self.tr("采用"))
        elif wanted == total:
            self._accept.setText(self.tr("采用全部 {count} 处变化").format(count=total))
        else:
            self._accept.setText(self.tr("采用选中的 {count} 处变化").format(count=wanted))
        self._accept.setEnabled(wanted > 0 or not total)

    def _show_difference(self, index: QModelIndex) -> None:
        pairing = index.data(PAIRING)
        if isinstance(pairing, Pairing):
            before, after = (
                (task.text, facts_of(task)) if task else ("", "") for task in (pairing.before, pairing.after)
            )
            self._difference.show_texts(before, after)

    def _on_accept(self) -> None:
        try:
            plan = self._choose(self._comparison, self._changes.declined)
        except UserError as error:
            MessageDialog(explain(error), self).open()
            return
        self.accepted_plan.emit(plan)

    def _on_review(self) -> None:
        self.reject()
        self.review_wanted.emit()


class _View(QListView):
    """The list; a click on a tick, or the space bar, wants a change or declines it."""

    resized = Signal(int)

    def __init__(self, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("planChanges")
        self.setAccessibleName(self.tr("变化"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(ChangeDelegate(self))
        self.setModel(changes)
        self._changes = changes

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.resized.emit(self.viewport().width())  # with the scroll bar taken off, where there is one

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._changes.tick(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and event.position().x() < TICK_WIDTH:
            self._changes.tick(self.indexAt(event.position().toPoint()))
