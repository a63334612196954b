"""The review page (审阅): the document on the left, its tasks on the right, the one that is chosen beside them.

What the program is not sure of stands on top. Each correction is one step that can be undone, and is on the disk before
the next.
"""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTableView, QWidget

from models.plan.draft import Place, PlanDraft
from models.plan.model import Doubt, DoubtKind
from ui.operations.review import Review
from ui.pages.plan_review_actions import ReviewActions, tip
from ui.pages.plan_review_doubts import DoubtsCard
from ui.pages.plan_review_frame import lay_out, make_view
from ui.pages.plan_review_heading import HeadEditor, HeadingEditor
from ui.pages.plan_review_places import left_over_at, place_for_new, row_near
from ui.pages.plan_review_task import TaskEditor
from ui.tables.plan_list import HEAD_KEY, ROW, Level, PlanList, Row
from ui.widgets.plan_document import PlanDocument

ENSURE, CENTRE = QTableView.ScrollHint.EnsureVisible, QTableView.ScrollHint.PositionAtCenter
_PARTS = {
    DoubtKind.NUMBER_MAY_BE_TARGET: "targets",
    DoubtKind.TARGET_UNCERTAIN: "targets",
    DoubtKind.BRACKET_UNKNOWN: "lead",
    DoubtKind.DEADLINE_AMBIGUOUS: "due",
}


class PlanReviewPage(QWidget):
    """Lets a person see what the program made of a document, and put it right.

    Signals:
        turned(): another row is chosen, or the same one says something else.
    """

    turned = Signal()

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        """Show the review's plan, with the first doubt's place or the first task chosen."""
        super().__init__(parent)
        self.setObjectName("page")
        self._review = review
        self._key = ""
        self.document_pane: QWidget = self
        self.doubts_room: QWidget = self
        self._settling = self._pointing = False
        self.actions_here = ReviewActions(self)
        self.document = PlanDocument(self)
        self.doubts = DoubtsCard(self)
        self.list = PlanList(self)
        self.view = make_view(self.list, self)
        self.task = TaskEditor(review, self)
        self.head = HeadEditor(review, self)
        self.heading = HeadingEditor(review, self)
        self._editors = QStackedWidget(self)
        for editor in (self.task, self.head, self.heading):
            self._editors.addWidget(editor)
        lay_out(self, self._editors)
        self._connect()
        self._show("")
        self.begin()

    @property
    def key(self) -> str:
        """The row that is chosen."""
        return self._key

    def begin(self) -> None:
        """Turn to the first doubt's place, or to the first task, or to the head where there is none."""
        if self._review.plan.doubts:
            self._go_to_doubt(self._review.plan.doubts[0])
            return
        self.choose(next((task.id for task in self._review.plan.tasks), HEAD_KEY))
        if self._key == HEAD_KEY:
            self.head.focus_part("title")
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self) -> bool:
        """Record whatever is still only on the screen; False if something was refused."""
        match self._row:
            case Row(level=Level.TASK):
                return self.task.hand_over()
            case Row(level=Level.HEAD):
                return self.head.hand_over()
            case None:
                return True
        return self.heading.hand_over()

    def choose(self, key: str) -> None:
        """Turn to a row; what was typed in the one before is recorded first."""
        index = self.list.index_of(key)
        if index.isValid():
            seen = self.view.viewport().rect().contains(self.view.visualRect(index))
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            if index == self.view.currentIndex() and key != self._key:  # left a moment ago and not gone back to yet
                self._on_current(index)
            self.view.selectionModel().setCurrentIndex(index, flags)
            self.view.scrollTo(index, ENSURE if seen else CENTRE)

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) task."""
        rows = self.list.rows()
        at = next((place for place, row in enumerate(rows) if row.key == self._key), -1) + step
        while 0 <= at < len(rows):
            if rows[at].level is Level.TASK:
                self.choose(rows[at].key)
                return
            at += step

    def merge(self) -> None:
        """Make one task of the chosen one and the next."""
        if self._task_ready():
            ids = [task.id for task in self._review.plan.tasks]
            at = ids.index(self._key)
            if at + 1 < len(ids):
                pair = ids[at : at + 2]
                self._review.do(self.tr("合并任务"), lambda draft: draft.merge(pair), key=self._key, then=self._key)

    def split(self) -> None:
        """Cut the chosen task in two at the cursor, in its wording or in the document."""
        if self._row is None or self._row.level is not Level.TASK:
            return
        offset = self.task.split_place()
        task_id = self._key
        if offset is None and self.document.hasFocus() and self.document.task_at(self.document.place()) == task_id:
            offset = self._review.draft.text_offset(task_id, self.document.place())
        if self.hand_over():
            place = offset or 0
            self._review.do(self.tr("拆分任务"), lambda draft: draft.split(task_id, place), key=task_id, then=task_id)

    def add(self) -> None:
        """Put a task behind the chosen one, or at the end of the chosen item, and type its wording."""
        self._add(left_over_at(self._review.plan, self.document) or self.tr("新任务"), None)

    def _add(self, words: str, settled: Doubt | None) -> None:
        place = place_for_new(self._review.draft, self._row)
        if place is None or not self.hand_over():
            return
        before = {task.id for task in self._review.plan.tasks}

        def change(draft: PlanDraft) -> PlanDraft:
            added = draft.add_task(place, words)
            return added.settle(settled) if settled else added

        if self._review.do(self.tr("新增任务"), change, key=self._key):
            added = next(task.id for task in self._review.plan.tasks if task.id not in before)
            self.choose(added)
            self.task.focus_wording()

    def delete(self) -> None:
        """Take the chosen task out; its words stay in the document, marked as left over."""
        if self._row is None or self._row.level is not Level.TASK:
            return
        task_id, ids = self._key, [task.id for task in self._review.plan.tasks]
        at = ids.index(task_id)
        others = ids[at + 1 : at + 2] or ids[max(0, at - 1) : at]
        following = others[0] if others else HEAD_KEY
        self._review.do(self.tr("删除任务"), lambda draft: draft.delete(task_id), key=task_id, then=following)

    def move_task(self, step: int) -> None:
        """Move the chosen task up (-1) or down (1), also into the item above or below."""
        if not self._task_ready():
            return
        task_id, plan = self._key, self._review.plan
        at = self._review.draft.place_of(task_id)
        count = len(plan.parts[at.part].items[at.item].tasks)
        to: Place | None = Place(at.part, at.item, at.position + step)
        if not 0 <= at.position + step < count:
            items = [(p, i) for p, part in enumerate(plan.parts) for i, _ in enumerate(part.items)]
            beside = items.index((at.part, at.item)) + step
            to = None
            if 0 <= beside < len(items):
                p, i = items[beside]
                to = Place(p, i, 0 if step > 0 else len(plan.parts[p].items[i].tasks))
        if to is not None:
            place = to
            self._review.do(self.tr("移动任务"), lambda draft: draft.move(task_id, place), key=task_id, then=task_id)

    def next_doubt(self) -> None:
        """Go to the place of the next doubt."""
        doubt = self.doubts.following()
        if doubt is not None and self.hand_over():
            self._go_to_doubt(doubt)

    def _settle(self, doubt: Doubt) -> None:
        if self.hand_over() and doubt in self._review.plan.doubts:
            self._review.do(self.tr("确认存疑之处"), lambda draft: draft.settle(doubt), key=self._key)
            if self.doubts.current is not None:
                self._go_to_doubt(self.doubts.current, focus=False)

    def _remedy(self, doubt: Doubt) -> None:
        """Do what the advice on a doubt says: split there, merge with the task before, or make a task of the words."""
        if not self.hand_over() or doubt not in self._review.plan.doubts:
            return
        draft, task_id = self._review.draft, doubt.task_id
        ids = [task.id for task in draft.plan.tasks]
        if doubt.kind is DoubtKind.CLAUSE_MAY_BE_TASK:
            place = draft.text_offset(task_id, doubt.span.start)
            self._review.do(self.tr("拆分任务"), lambda each: each.split(task_id, place), key=task_id, then=task_id)
        elif doubt.kind is DoubtKind.TASK_MAY_BE_CLAUSE and task_id in ids[1:]:
            pair = ids[ids.index(task_id) - 1 : ids.index(task_id) + 1]
            self._review.do(self.tr("合并任务"), lambda each: each.merge(pair), key=task_id, then=pair[0])
        elif doubt.kind is DoubtKind.LEFT_OVER:
            self._go_to_doubt(doubt)
            self._add(" ".join(draft.plan.source[doubt.span.start : doubt.span.end].split()), doubt)

    def _go_to_doubt(self, doubt: Doubt, *, focus: bool = True) -> None:
        self.doubts.mark(doubt)
        self.choose(doubt.task_id or row_near(self._review.plan, doubt))
        if doubt.span.start < doubt.span.end:
            self.document.show_place(doubt.span)
        if not focus:
            return
        if doubt.kind is DoubtKind.YEAR_MISSING:
            self.head.focus_part("year")
        elif doubt.task_id and doubt.kind in _PARTS:
            self.task.focus_part(_PARTS[doubt.kind])
        elif doubt.task_id:
            self.task.focus_part("wording")
            self.task.put_cursor(self._review.draft.text_offset(doubt.task_id, doubt.span.start))
        else:
            self.document.setFocus(Qt.FocusReason.OtherFocusReason)

    def _task_ready(self) -> bool:
        return self._row is not None and self._row.level is Level.TASK and self.hand_over()

    @property
    def _row(self) -> Row | None:
        return self.list.row(self._key)

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        if not isinstance(row, Row) or row.key == self._key or self._settling:
            return
        if not self.hand_over():
            # Not at once: the view marks the row that was clicked only after it has told of it.
            QTimer.singleShot(0, self, lambda: self.choose(self._key))
            return
        self._key = row.key
        self._show_row()
        if row.level is Level.TASK and not self._pointing:
            span = self._review.draft.task(row.key).span
            if span.start < span.end:
                self.document.show_place(span)

    def _show(self, key: str) -> None:
        """Show the draft as it stands now, at the row ``key`` or where the person is."""
        plan = self._review.plan
        # Rows that come and go take the view's own cursor elsewhere; that is no wish of the person's.
        self._settling = True
        self.list.show_plan(plan)
        self._settling = False
        self.doubts.show_doubts(self._review.draft.open_doubts)
        self.doubts_room.setVisible(bool(self._review.draft.open_doubts))
        wanted = key if self.list.row(key) is not None else self._key
        if self.list.row(wanted) is None:
            wanted = next((task.id for task in plan.tasks), HEAD_KEY)
        turned = wanted != self._key
        self._key = wanted
        self.choose(wanted)
        self._show_row()
        if turned and self._row is not None and self._row.level in {Level.PART, Level.ITEM}:
            self.heading.focus_heading()  # it was just added, or its title was just undone

    def _show_row(self) -> None:
        row = self._row
        if row is None:
            return
        self.document_pane.setVisible(bool(self._review.plan.source))
        self.document.show_plan(self._review.plan, selected=row.key)
        match row.level:
            case Level.TASK:
                self.task.show_task(row.key)
                self._editors.setCurrentWidget(self.task)
            case Level.HEAD:
                self.head.show_head()
                self._editors.setCurrentWidget(self.head)
            case _:
                self.heading.show_row(row)
                self._editors.setCurrentWidget(self.heading)
        for action in self.actions_here.of_tasks():
            action.setEnabled(row.level is Level.TASK)
        self.turned.emit()

    def _reword(self) -> None:
        match self._row:
            case Row(level=Level.TASK):
                self.task.focus_wording()
            case Row(level=Level.HEAD):
                self.head.focus_part("title")
            case Row():
                self.heading.focus_heading()

    def _go_to_part(self, name: str) -> None:
        if name == "kind":
            self.task.change_kind()
        elif name == "target":
            self.task.add_target()
        else:
            self.task.focus_part(name)

    def _on_pointed(self, task_id: str) -> None:
        self._pointing = True  # the cursor stays where the person has put it, to split there
        self.choose(task_id)
        self._pointing = False

    def _undo_or_redo(self, *, redo: bool) -> None:
        if self.hand_over():
            self._review.redo() if redo else self._review.undo()

    def _connect(self) -> None:
        actions, review = self.actions_here, self._review
        review.changed.connect(self._show)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.document.task_pointed.connect(self._on_pointed)
        self.heading.task_wanted.connect(self.add)
        self.doubts.place_wanted.connect(self._go_to_doubt)
        self.doubts.settled.connect(self._settle)
        self.doubts.next_wanted.connect(self.next_doubt)
        self.doubts.remedy_wanted.connect(self._remedy)
        actions.remedy.triggered.connect(self.doubts.remedy_current)
        actions.merge.triggered.connect(self.merge)
        actions.split.triggered.connect(self.split)
        actions.add.triggered.connect(self.add)
        actions.delete.triggered.connect(self.delete)
        actions.up.triggered.connect(lambda: self.move_task(-1))
        actions.down.triggered.connect(lambda: self.move_task(1))
        actions.reword.triggered.connect(self._reword)
        for name, action in actions.parts.items():
            action.triggered.connect(partial(self._go_to_part, name))
        self.task.show_tips({name: tip(action) for name, action in actions.parts.items()})
        actions.document.triggered.connect(lambda: self.document.setFocus(Qt.FocusReason.ShortcutFocusReason))
        actions.tasks.triggered.connect(lambda: self.view.setFocus(Qt.FocusReason.ShortcutFocusReason))
        actions.next_task.triggered.connect(lambda: self.step(1))
        actions.previous_task.triggered.connect(lambda: self.step(-1))
        actions.next_doubt.triggered.connect(self.next_doubt)
        actions.settle.triggered.connect(self.doubts.settle_current)
        actions.undo.triggered.connect(lambda: self._undo_or_redo(redo=False))
        actions.redo.triggered.connect(lambda: self._undo_or_redo(redo=True))
