"""The reporting page (填报): the list of tasks, the form of one, and what surrounds it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from models.core.errors import EnvironmentProblem, UserError
from models.store.evidence_records import EvidenceFile
from models.store.records import Field, FieldEdit, Recorded
from models.work.board import Board
from models.work.progress import TaskProgress
from ui.messages.standing import accepted_words, period_words
from ui.operations.entries import EntryOperations, TaskContextRead
from ui.operations.evidence import Place
from ui.operations.overview import Overview
from ui.pages.task_context import TaskContext
from ui.pages.task_form import TaskForm
from ui.pages.task_list import TaskList
from ui.widgets.period_notice import PeriodNotice


class ReportPage(QWidget):
    """Lets a person go through the tasks and record progress on them.

    Signals:
        recorded(): a field has just become durable.
        refused(Exception): a field could not be recorded; it keeps what was typed.
        not_attached(Exception): files could not be attached or opened.
        correction_wanted(): the person wants to open the closed period again.
        sign_off_wanted(): the person wants to see who has to sign.
    """

    recorded = Signal()
    refused = Signal(object)
    not_attached = Signal(object)
    correction_wanted = Signal()
    sign_off_wanted = Signal()

    def __init__(self, operations: EntryOperations, parent: QWidget | None = None) -> None:
        """Make an empty page; ``operations`` reads and writes entries."""
        super().__init__(parent)
        self.setObjectName("page")
        self._operations = operations
        self._board: Board | None = None
        self._by_id: dict[str, TaskProgress] = {}
        self._task_id = ""
        self.tasks = TaskList(self)
        self.form = TaskForm(save=self._save, parent=self)
        self._context = TaskContext(self)
        self._locked = False
        self._accepted = False
        self._notice = PeriodNotice(self)
        self._notice.acted.connect(self._act_on_period)
        middle = QWidget(self)
        beneath = QVBoxLayout(middle)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.setSpacing(0)
        beneath.addWidget(self._notice)
        beneath.addWidget(self.form, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget, least in ((self.tasks, 336), (middle, 518), (self._context, 232)):
            widget.setMinimumWidth(least)
            self._splitter.addWidget(widget)
        self._splitter.setSizes([352, 746, 268])
        self._splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self.tasks.task_chosen.connect(self._turn_to)
        self.tasks.search.returnPressed.connect(self._on_search)
        self.form.suggestion_taken.connect(self._take_field)
        self.form.files_offered.connect(self._attach_files)
        self.form.picture_offered.connect(self._attach_picture)
        self.form.evidence.open_wanted.connect(self._open_evidence)
        self.form.evidence.remove_wanted.connect(self._remove_evidence)
        self._context.take_all_wanted.connect(self.take_all)

    @property
    def board(self) -> Board:
        """What is shown.

        Raises:
            LookupError: nothing has been read yet.
        """
        if self._board is None:
            raise LookupError("no board yet")
        return self._board

    @property
    def task_id(self) -> str:
        """The task that is shown, or nothing."""
        return self._task_id

    def show_standing(self, overview: Overview) -> None:
        """Show how the period as a whole stands: accepted, closed by a return, under correction, signed off so far."""
        self._locked = overview.closing is not None
        self._accepted = overview.is_accepted
        self.form.set_locked(self._locked)
        self._context.set_locked(self._locked)
        if self._locked and self._accepted:
            self._notice.say(*accepted_words(overview.board.period))
        else:
            self._notice.say(
                *period_words(overview.board.period, overview.closing, overview.correction, overview.standings)
            )

    def show_board(self, board: Board, closed: frozenset[str] = frozenset()) -> None:
        """Take in what stands now, and which tasks are closed (销号); the place where the person works stays."""
        moved = self._board is None or (self._board.plan, self._board.period) != (board.plan, board.period)
        if moved:
            self.form.hand_over()  # what was typed while the other period was on its way belongs to this one
        self._board = board
        before = self._by_id.get(self._task_id)
        self._by_id = {progress.task.id: progress for progress in board.tasks}
        if before is not None and self._task_id in self._by_id:
            moved = moved or self._by_id[self._task_id].task != before.task  # a later version has changed it
        self.tasks.show_board(board, closed)
        if self._task_id not in self._by_id:
            first = next((p.task.id for p in board.tasks if not p.reported), board.tasks[0].task.id)
            self.go_to(first)
        elif moved:
            self._show_task()
        else:
            self._refresh()

    def go_to(self, task_id: str, field: Field | None = None, indicator_id: str = "") -> None:
        """Turn to a task and, where one is named, to a field of it."""
        self.tasks.choose(task_id)
        if field is not None and self._task_id == task_id:
            self.form.focus_field(field, indicator_id)

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) task with the cursor in its first field."""
        task_id = self.tasks.neighbour(step)
        if task_id is not None:
            self._work_on(task_id)

    def next_unreported(self) -> None:
        """Go to the next task of the plan, from here on and around, that nothing is reported on yet."""
        ids = list(self._by_id)
        here = ids.index(self._task_id) + 1 if self._task_id in self._by_id else 0
        for task_id in ids[here:] + ids[:here]:
            if not self._by_id[task_id].reported:
                self._work_on(task_id)
                return

    def take_all(self) -> None:
        """Take over what was said last period into the fields of this task that are still blank."""
        if self._board is not None and not self._locked and self.form.hand_over():
            period, task_id = self._board.period, self._task_id
            self._write(lambda: self._operations.take_over(period=period, task_id=task_id))

    def hand_over(self) -> bool:
        """Record whatever is still only on the screen; False if something could not be."""
        return self.form.hand_over()

    def _work_on(self, task_id: str) -> None:
        self.tasks.choose(task_id)
        if self._task_id == task_id:  # else the task before could not be left, and the cursor is where that shows
            self.form.focus_first()

    def _on_search(self) -> None:
        task_id = self.tasks.first()
        if task_id is not None:
            self._work_on(task_id)

    def _turn_to(self, task_id: str) -> None:
        if self._task_id and not self.form.hand_over():
            self.tasks.stay_at(self._task_id)
            return
        self._task_id = task_id
        self._show_task()

    def _show_task(self) -> None:
        if self._board is None:
            return
        progress = self._by_id[self._task_id]
        item = (progress.task.part_number, progress.task.item_number)
        siblings = [p for p in self._board.tasks if (p.task.part_number, p.task.item_number) == item]
        place = (siblings.index(progress) + 1, len(siblings))
        self.form.show_task(progress, self._board.period, source=self._board.plan.source, place=place)
        self._context.show_context(progress, None, ())
        self._refresh()

    def _refresh(self) -> None:
        if self._board is not None:
            task_id, period = self._task_id, self._board.period
            self._operations.read_context(period=period, task_id=task_id, done=self._show_context)

    def _show_context(self, read: TaskContextRead) -> None:
        if self._board is None or (read.task_id, read.period) != (self._task_id, self._board.period):
            return
        progress = self._by_id[self._task_id]
        self.form.refresh(progress, read.suggestion)
        self.form.show_evidence(read.evidence)
        self.form.show_comment(read.comment)
        self._context.show_context(progress, read.suggestion, read.history, read.plan_changes, read.evidence_changes)

    def _take_field(self, field: Field, indicator_id: str) -> None:
        if self._board is not None:
            period, task_id = self._board.period, self._task_id
            self._write(
                lambda: self._operations.take_over_field(
                    period=period, task_id=task_id, field=field, indicator_id=indicator_id or None
                )
            )

    def _act_on_period(self) -> None:
        if self._locked and self._accepted:
            return
        if self._locked:
            self.correction_wanted.emit()
        else:
            self.sign_off_wanted.emit()

    def _place(self) -> Place | None:
        return Place(self._board.period, self._task_id) if self._board is not None else None

    def _attach_files(self, paths: list[Path]) -> None:
        if (place := self._place()) is not None:
            evidence = self._operations.evidence
            evidence.attach_files(place, paths, done=self.recorded.emit, failed=self.not_attached.emit)

    def _attach_picture(self, picture: QImage) -> None:
        if (place := self._place()) is not None:
            evidence = self._operations.evidence
            evidence.attach_picture(place, picture, done=self.recorded.emit, failed=self.not_attached.emit)

    def _open_evidence(self, file: EvidenceFile) -> None:
        self._operations.evidence.open_copy(file, done=_show_file, failed=self.not_attached.emit)

    def _remove_evidence(self, file: EvidenceFile) -> None:
        if (place := self._place()) is not None:
            self._write(lambda: self._operations.evidence.remove(place, file))

    def _save(self, edits: Sequence[FieldEdit]) -> bool:
        return self._write(lambda: self._operations.record(edits))

    def _write(self, operation: Callable[[], Recorded]) -> bool:
        try:
            operation()
        except (UserError, EnvironmentProblem) as problem:
            self.refused.emit(problem)
            return False
        self.recorded.emit()
        return True


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
