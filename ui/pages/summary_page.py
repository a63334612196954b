"""汇总: what the accepted returns amount to beside the own figures, the ways to take it, and the ways out."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, UserError
from models.store.outbox import Paper
from models.store.records import Field, FieldEdit, Recorded
from models.store.roll_up_methods import Method
from models.work.taking import blank_ones
from ui.dialogs.parts import label
from ui.operations.summary import SummaryOperations, SummaryRead, read_drawn, read_summary
from ui.operations.undo import Step
from ui.pages.summary_ways_out import SummaryWaysOut
from ui.pages.workplace import Page, Workplace
from ui.tables.roll_up_table import RollUpRow, RollUpTable, Show, rows_of
from ui.tokens import Space
from ui.widgets.collect_head import ALL
from ui.widgets.summary_detail import SummaryDetail
from ui.widgets.summary_head import SummaryHead
from ui.widgets.summary_notice import SummaryNotice
from ui.widgets.summary_strip import SummaryStrip
from ui.widgets.summary_view import SummaryView
from ui.wording import period_name

_SIDE = 300  # pixels at least
_COLLECT = "collect"  # the page of that name


class SummaryPage(Page):
    """Lays the proposals beside the own entries and lets them be taken by a key."""

    def __init__(self, place: Workplace) -> None:
        """Make an empty page."""
        super().__init__()
        self.setObjectName("summaryPage")
        self._place = place
        self._operations = SummaryOperations(place.runner, clock=place.clock, undo=place.undo, operator=place.operator)
        self._read: SummaryRead | None = None
        self._reading = False
        self._whole = True  # more than own entries may have changed since it was read
        self._rows: tuple[RollUpRow, ...] = ()
        self._shown: RollUpRow | None = None  # at the side
        self._wanted: Step | None = None  # to be shown as soon as it is there
        self._head = SummaryHead(self)
        self._strip = SummaryStrip(self)
        self._closed = SummaryNotice("summaryClosed", self)
        self._written = SummaryNotice("summaryWritten", self)
        self._table = RollUpTable(self)
        self._view = SummaryView(self._table, self)
        self._view.setAccessibleName(self.tr("指标与下级汇总"))
        self._nothing = label(name="summaryNothing", tone="secondary", wrap=True)
        self._detail = SummaryDetail(save=self._save_narrative, parent=self)
        self._ways_out = SummaryWaysOut(place, self._written, self._head, self)
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the table, where a key takes a proposal."""
        super().showEvent(event)
        self._whole = True
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the summary anew."""
        period, today = self._place.period(), self._place.clock.now().date()
        self._reading = True
        read_summary(
            self._place.runner,
            period=period,
            today=today,
            before=None if self._whole else self._read,
            done=self._show,
            failed=self._place.tell,
        )

    def concerned_by(self, changes: Changes) -> bool:
        """By what came in, the own entries, the directory and the grid, the plan, and the period."""
        below = changes.received or changes.receipts or changes.units or changes.assignments
        above = changes.plan or changes.periods or changes.exports or changes.closures
        self._whole = self._whole or below or above
        # A reading that is under way is out of date by any change at all, and has to begin again.
        return self._whole or self._reading or changes.entries

    def hand_over(self) -> bool:
        """Record the narrative that is being typed."""
        return self._detail.hand_over()

    def search_field(self) -> QWidget | None:
        """Search tasks and indicators."""
        return self._head.search

    def shows(self, step: Step) -> bool:
        """Figures and narratives of this period stand here too."""
        fields = [edit.field for edit in step.edits if isinstance(edit, FieldEdit)]
        here = bool(fields) and len(fields) == len(step.edits) and {*fields} <= {Field.VALUE, Field.NARRATIVE}
        return here and step.period == self._place.period()

    def show_step(self, step: Step) -> None:
        """Go to the row of what was undone or done again."""
        self._wanted = step
        self._go_to_wanted()
        self._wanted = step  # once more when the new figures are there

    def _build(self) -> None:
        left = QWidget(self)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(Space.LARGE, Space.PANEL, Space.LARGE, Space.PANEL)
        inside.setSpacing(Space.MEDIUM)
        for part in (self._head, self._closed, self._written, self._strip, self._nothing):
            inside.addWidget(part)
        inside.addWidget(self._view, 1)
        inside.addStretch(0)
        self._nothing.hide()
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._detail)
        self._detail.setMinimumWidth(_SIDE)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([930, 360])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _connect(self) -> None:
        head, strip, detail, view = self._head, self._strip, self._detail, self._view
        head.take_all_wanted.connect(self._take_all)
        head.searched.connect(lambda _: self._lay_out())
        head.search_done.connect(view.setFocus)
        head.closures_wanted.connect(self._open_closures)
        head.book_wanted.connect(lambda: self._ways_out.ask_paper(Paper.SUMMARY))
        head.bulletin_wanted.connect(lambda: self._ways_out.ask_paper(Paper.BULLETIN))
        head.data_wanted.connect(self._ways_out.ask_data)
        head.left_over_wanted.connect(self._ways_out.ask_left_over)
        strip.filtered.connect(self._lay_out)
        strip.returns_wanted.connect(self._go_to_returns)
        strip.unit_wanted.connect(lambda unit_id: self._go_to_returns(ALL, unit_id))
        view.take_wanted.connect(self._take)
        view.task_wanted.connect(self._go_to_task)
        view.selectionModel().currentChanged.connect(self._show_current)
        detail.take_wanted.connect(self._take)
        detail.task_wanted.connect(self._go_to_task)
        detail.method_wanted.connect(self._choose_method)
        detail.unit_wanted.connect(lambda unit_id: self._go_to_returns(ALL, unit_id))
        detail.texts_wanted.connect(self._read_texts)
        detail.narrative.draw_wanted.connect(self._draw_in)
        take = QShortcut(QKeySequence("Ctrl+T"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        take.activated.connect(self._take)

    # what is shown

    def _show(self, read: SummaryRead) -> None:
        self._read, self._whole, self._reading = read, False, False
        self._rows = rows_of(read.summary)
        self._strip.show_summary(read.summary, self._rows)
        self._ways_out.of_unit(read.summary.unit_name)
        closing = read.closing
        said = self.tr("● 本期已导出第 {sequence} 次填报表，本级填报不能再改；要改动，请先在填报页“更正本期”。")
        self._closed.say("green", said.format(sequence=closing.sequence) if closing else "", stays=True)
        self._lay_out()
        self._go_to_wanted()

    def _lay_out(self) -> None:
        if self._read is None:
            return
        summary = self._read.summary
        self._head.show_counts(
            self.tr("汇总 · {period}").format(period=period_name(summary.period)),
            blank=len(blank_ones(summary.indicators)),
            closed=self._read.closing is not None,
        )
        before, at = self._shown, max(self._view.currentIndex().row(), 0)
        words, choice = self._head.search.text().casefold().split(), self._strip.choice
        show = Show.ALL if words and choice is Show.FIGURES else choice
        rows = tuple(row for row in self._rows if row.passes(show) and row.has(words))
        self._table.show_rows(rows)
        self._nothing.setText(
            self.tr("没有符合条件的任务。换一个筛选，或清空查找。") if self._rows else self.tr("工作要点里还没有任务。")
        )
        self._nothing.setVisible(not rows)
        self._view.setVisible(bool(rows))
        place = self._table.row_of(*before.key) if before is not None else 0
        # A row that has just been taken leaves "可采用": the next one stands in its place then.
        self._view.choose(place if place >= 0 else min(at, len(rows) - 1))
        self._show_current(self._view.currentIndex())

    def _show_current(self, current: QModelIndex) -> None:
        row = self._table.row_at(current.row()) if current.isValid() else None
        if self._read is None:
            return
        moved = self._shown is not None and (row is None or row.task.task.id != self._shown.task.task.id)
        if moved and not self._detail.hand_over():
            QTimer.singleShot(0, self, self._stay)
            return
        self._shown = row
        self._detail.show_row(row, self._read)

    def _stay(self) -> None:
        """Go back to the row whose narrative could not be recorded."""
        if self._shown is not None and (at := self._table.row_of(*self._shown.key)) >= 0:
            self._view.choose(at)

    def _go_to_wanted(self) -> None:
        step, self._wanted = self._wanted, None
        if step is None or not step.edits:
            return
        edit = step.edits[0]
        indicator_id = edit.indicator_id or "" if isinstance(edit, FieldEdit) else ""
        at = self._table.row_of(edit.task_id, indicator_id)
        if at < 0 and self._rows:
            self._strip.choose(Show.ALL)
            self._head.search.clear()
            self._lay_out()
            at = self._table.row_of(edit.task_id, indicator_id)
        if at >= 0:
            self._view.choose(at)
        if isinstance(edit, FieldEdit) and edit.field is Field.NARRATIVE:
            self._detail.show_texts()

    def _read_texts(self) -> None:
        if self._shown is not None:
            read_drawn(
                self._place.runner,
                period=self._place.period(),
                task_id=self._shown.task.task.id,
                done=self._show_texts,
                failed=self._place.tell,
            )

    def _show_texts(self, task_id: str, drawn: str) -> None:
        if self._shown is not None and self._shown.task.task.id == task_id:
            self._detail.narrative.show_drawn(drawn)

    # what is done

    def _take(self) -> None:
        if self._read is None or self._shown is None or self._shown.line is None:
            return
        line, period = self._shown.line, self._read.summary.period
        if line.proposal.amount is not None:
            self._write(lambda: self._operations.take(period, line))

    def _take_all(self) -> None:
        from ui.dialogs.take_all_dialog import TakeAllDialog

        if self._read is None or not self.hand_over():
            return
        period = self._read.summary.period
        dialog = TakeAllDialog(blank_ones(self._read.summary.indicators), parent=self)
        dialog.chosen.connect(
            lambda lines: self._operations.take_all(
                period, lines, done=lambda _: self._place.saved(), failed=self._place.tell
            )
        )
        dialog.open()

    def _choose_method(self, method: Method) -> None:
        if self._shown is not None and self._shown.line is not None:
            self._operations.choose_method(
                self._shown.line.indicator.id, method, done=lambda _: self._place.saved(), failed=self._method_refused
            )

    def _method_refused(self, error: Exception) -> None:
        self._place.tell(error)
        self._show_current(self._view.currentIndex())

    def _save_narrative(self, text: str) -> bool:
        shown, read = self._shown, self._read
        if shown is None or read is None:
            return True
        period, task_id = read.summary.period, shown.task.task.id
        return self._write(lambda: self._operations.write_narrative(period, task_id, text))

    def _draw_in(self, text: str) -> None:
        if self._shown is not None and self._read is not None:
            period, task_id = self._read.summary.period, self._shown.task.task.id
            self._write(lambda: self._operations.draw_in(period, task_id, text))

    def _write(self, operation: Callable[[], Recorded]) -> bool:
        try:
            operation()
        except (UserError, EnvironmentProblem) as problem:
            self._place.tell(problem)
            return False
        self._place.saved()
        return True

    def _open_closures(self) -> None:
        from ui.dialogs.closures_dialog import ClosuresDialog

        if self.hand_over():
            dialog = ClosuresDialog(
                self._place.runner, operator=self._place.operator(), clock=self._place.clock, parent=self
            )
            dialog.kept.connect(self._place.saved)
            dialog.task_wanted.connect(self._place.go_to_task)
            dialog.left_over_wanted.connect(self._ways_out.ask_left_over)
            dialog.open()

    # where it leads

    def _go_to_task(self) -> None:
        if self._shown is not None:
            self._place.go_to_task(self._shown.task.task.id)

    def _go_to_returns(self, code: str, unit_id: int | None = None) -> None:
        from ui.pages.collect_page import CollectPage

        page = self._place.turn_to(_COLLECT)
        if isinstance(page, CollectPage):
            page.show_units(code, unit_id)
