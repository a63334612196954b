"""下达: the grid of tasks by units, filled by keys, typing, pasting and dividing; and the way out, one file a unit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, UserError
from models.store.assignments import Assigned, GridEdit
from ui.dialogs.issue_terms import Desk
from ui.operations.assign import FEW, AssignRead, GridOperations, read_assign
from ui.operations.undo import Step
from ui.pages.assign_editing import AssignEditing
from ui.pages.workplace import Page, Workplace
from ui.tables.assign_grid import AssignGrid
from ui.tables.assign_sheet import AssignSheet
from ui.tokens import Space
from ui.widgets.assign_empty import AssignEmpty
from ui.widgets.assign_head import AssignHead
from ui.widgets.assign_hint import AssignHint
from ui.widgets.assign_view import AssignTable


class AssignPage(Page):
    """Says who does what of the plan and how much of it, and sends it out."""

    def __init__(self, place: Workplace) -> None:
        """Make an empty page."""
        super().__init__()
        self.setObjectName("assignPage")
        self._place = place
        self._operations = GridOperations(place.runner, clock=place.clock, undo=place.undo, operator=place.operator)
        self._read: AssignRead | None = None
        self._sheet: AssignSheet | None = None
        self._wanted: Step | None = None  # to be shown as soon as the grid is there
        self._outdated = False
        self._busy = False
        self._head = AssignHead(self)
        self._grid = AssignGrid(lambda edits: self._edit(edits, self.tr("填写分解指标")), self)
        self._table = AssignTable(self._grid, self)
        self._hint = AssignHint(self)
        self._empty = AssignEmpty(self)
        self._editing = AssignEditing(
            self,
            self._table,
            self._grid,
            sheet=lambda: self._sheet,
            edit=self._edit,
            divide=self._ask_division,
        )
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.PANEL, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self._head)
        column.addWidget(self._empty)
        column.addWidget(self._table, 1)
        column.addWidget(self._hint)
        column.addStretch(0)
        self._table.hide()
        self._empty.hide()
        self._hint.hide()

    def refresh(self) -> None:
        """Read the grid anew."""
        self._outdated = True
        read_assign(self._place.runner, done=self._show, failed=self._place.tell)

    def concerned_by(self, changes: Changes) -> bool:
        """By the grid, the directory and the plan; cells that are set here are shown without reading all anew."""
        if self._busy and not (changes.units or changes.plan):
            return False
        return changes.assignments or changes.units or changes.plan

    def hand_over(self) -> bool:
        """Record the share that is still being typed."""
        return self._table.view.shares.hand_over()

    def search_field(self) -> QWidget | None:
        """Search tasks and targets, once there are units."""
        return self._head.search if self._head.search.isEnabled() else None

    def show_step(self, step: Step) -> None:
        """Go to the first cell of what was undone or done again, as soon as that is shown."""
        self._wanted = step
        if not self._outdated:
            self._go_to_wanted()

    def _connect(self) -> None:
        view, head = self._table.view, self._head
        view.shares.refused.connect(self._hint.show_refusal)
        view.shares.closed.connect(self._catch_up)
        head.narrowed.connect(self._lay_out)
        head.everything_wanted.connect(lambda: self._editing.give_everything() if self.hand_over() else None)
        head.divide_wanted.connect(self._ask_division)
        head.directory_wanted.connect(self._open_directory)
        head.issue_wanted.connect(self._issue)
        head.forms_wanted.connect(self._issue_forms)
        self._empty.directory_wanted.connect(self._open_directory)
        self._empty.offered_wanted.connect(self._take_offered)
        divide = QShortcut(QKeySequence("Ctrl+D"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        divide.activated.connect(self._ask_division)

    # what is shown

    def _show(self, read: AssignRead) -> None:
        if self._table.view.shares.is_open:
            return  # it stays outdated until what is being typed has been recorded
        self._outdated = False
        self._read, self._sheet = read, AssignSheet(read.basis, read.latest)
        self._head.show_parts(self._sheet.parts())
        self._lay_out()
        self._go_to_wanted()

    def _catch_up(self) -> None:
        if self._outdated and not self._busy:
            self.refresh()

    def _lay_out(self) -> None:
        if self._sheet is None or self._read is None or not self.hand_over():
            return
        has_units = bool(self._sheet.units)
        rows = self._sheet.chosen(self._head.choice)
        self._table.show_rows(self._sheet, rows)
        self._count()
        self._empty.show_offered(self._read.offered, no_units=not has_units, no_rows=has_units and not rows)
        self._table.setVisible(has_units and bool(rows))
        self._hint.setVisible(has_units and bool(rows))

    def _count(self) -> None:
        if self._sheet is not None:
            without = sum(not unit.has_program for unit in self._sheet.units)
            self._head.show_counts(
                self._sheet.counts(), shown=len(self._editing.shown_tasks()), without_program=without
            )

    def _go_to_wanted(self) -> None:
        step, self._wanted = self._wanted, None
        if step is None or not step.cells:
            return
        cell = step.cells[0]
        if not self._table.go_to(cell.task_id, cell.indicator_id, cell.unit_id):
            self._head.show_all()
            self._table.go_to(cell.task_id, cell.indicator_id, cell.unit_id)

    # what is done to cells

    def _edit(self, edits: Sequence[GridEdit], name: str) -> bool:
        """Set cells, durably; few while the person waits, many in the background."""
        if not edits:
            return True
        if len(edits) > FEW:
            self._busy = True
            self._table.setEnabled(False)
            self._operations.edit_many(edits, name, done=self._edited, failed=self._not_edited)
            return True
        self._busy = True
        try:
            assigned = self._operations.edit(edits, name)
        except (UserError, EnvironmentProblem) as problem:
            self._place.tell(problem)
            return False
        finally:
            self._busy = False
        self._take(assigned)
        return True

    def _edited(self, assigned: Assigned) -> None:
        self._free()
        self._take(assigned)

    def _not_edited(self, problem: Exception) -> None:
        self._free()
        self._place.tell(problem)

    def _free(self) -> None:
        self._busy = False
        self._table.setEnabled(True)
        self._table.view.setFocus()

    def _take(self, assigned: Assigned) -> None:
        if self._sheet is not None:
            self._table.refresh(self._sheet.apply(assigned.made))
            self._count()
        if self._outdated:
            self.refresh()  # what was being read is from before this change
        self._place.saved()

    # dialogs

    def _ask_division(self) -> None:
        from ui.dialogs.distribute_dialog import DistributeDialog

        if self._sheet is None or self._read is None or not self._sheet.units or not self.hand_over():
            return
        dialog = DistributeDialog(
            self._place.runner,
            sheet=self._sheet,
            shown=self._grid.rows,
            chosen=list(self._table.view.ranges()),
            weights=self._read.weights,
            parent=self,
        )
        dialog.divided.connect(lambda edits: self._edit(edits, self.tr("分解指标")))
        dialog.open()

    def _open_directory(self) -> None:
        from ui.dialogs.directory_dialog import DirectoryDialog

        if self.hand_over():
            DirectoryDialog(self._place.runner, clock=self._place.clock, parent=self).open()

    def _take_offered(self) -> None:
        from ui.operations.directory import take_units

        if self._read is not None:
            take_units(
                self._place.runner,
                units=self._read.offered,
                at=self._place.clock.now(),
                done=lambda _: self._place.saved(),
                failed=self._place.tell,
            )

    def _issue(self) -> None:
        from ui.dialogs.issue_dialog import IssueDialog

        if self.hand_over():
            dialog = IssueDialog(self._place.runner, self._desk(), parent=self)
            dialog.row_wanted.connect(self._show_row)
            dialog.open()

    def _issue_forms(self) -> None:
        from ui.dialogs.blank_forms_dialog import BlankFormsDialog

        if self.hand_over():
            BlankFormsDialog(self._place.runner, self._desk(), period=self._place.period(), parent=self).open()

    def _desk(self) -> Desk:
        place = self._place
        return Desk(place.places, place.clock, place.settings, place.operator(), place.period().kind)

    def _show_row(self, task_id: str, indicator_id: str, unit_id: int) -> None:
        """Go to what a problem is about."""
        task = task_id or next((row.task.id for row in self._grid.rows), "")
        place = (task, indicator_id or None, unit_id or None)
        if not self._table.go_to(*place):
            self._head.show_all()
            self._table.go_to(*place)
