"""下达: the grid of tasks by units, filled by keys, typing, pasting and dividing; and the way out, one file a unit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, UserError
from models.core.vocabulary import Duty
from models.store.assignments import Assigned, GridEdit
from models.store.records import TaskRecord
from models.work.grid_paste import Pasted, read_pasted
from models.work.grid_rows import turned, with_part
from ui.dialogs.issue_terms import Desk
from ui.operations.assign import FEW, AssignRead, GridOperations, read_assign
from ui.operations.undo import Step
from ui.pages.workplace import Page, Workplace
from ui.tables.assign_copy import copied
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

    def show_step(self, step: Step) -> None:
        """Go to the first cell of what was undone or done again, as soon as that is shown."""
        self._wanted = step
        if not self._outdated:
            self._go_to_wanted()

    def _connect(self) -> None:
        view, head = self._table.view, self._head
        view.duty_wanted.connect(self._turn)
        view.next_wanted.connect(lambda index: self._turn_on(index.row(), index.column()))
        view.clear_wanted.connect(self._clear)
        view.copy_wanted.connect(self._copy)
        view.paste_wanted.connect(self._paste)
        view.menu_wanted.connect(self._show_menu)
        view.shares.refused.connect(self._hint.show_refusal)
        head.narrowed.connect(self._lay_out)
        head.everything_wanted.connect(self._give_everything)
        head.divide_wanted.connect(self._ask_division)
        head.directory_wanted.connect(self._open_directory)
        head.issue_wanted.connect(self._issue)
        head.forms_wanted.connect(self._issue_forms)
        self._empty.directory_wanted.connect(self._open_directory)
        self._empty.offered_wanted.connect(self._take_offered)
        for key, work in (("Ctrl+D", self._ask_division), ("Ctrl+Shift+F", self._find)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(work)

    # what is shown

    def _show(self, read: AssignRead) -> None:
        self._outdated = False
        if not self.hand_over():
            self._outdated = True  # the field that is open would be lost; the next change reads again
            return
        self._read, self._sheet = read, AssignSheet(read.basis)
        self._head.show_parts(self._sheet.parts())
        self._lay_out()
        self._go_to_wanted()

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
            self._head.show_counts(self._sheet.counts(), shown=len(self._shown_tasks()), without_program=without)

    def _go_to_wanted(self) -> None:
        step, self._wanted = self._wanted, None
        if step is None or not step.cells:
            return
        cell = step.cells[0]
        if not self._table.go_to(cell.task_id, cell.indicator_id, cell.unit_id):
            self._head.show_all()
            self._table.go_to(cell.task_id, cell.indicator_id, cell.unit_id)

    def _find(self) -> None:
        self._head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _turn(self, duty: Duty) -> None:
        cells = self._duty_cells()
        if self._sheet is not None and cells:
            self._edit(turned(cells, duty, self._sheet.grid), self.tr("安排分工"))

    def _turn_on(self, row: int, column: int) -> None:
        if self._sheet is None:
            return
        unit_id, task_id = self._grid.units[column].id, self._grid.rows[row].task.id
        following = {None: Duty.LEAD, Duty.LEAD: Duty.SUPPORT, Duty.SUPPORT: None}
        new = following[self._sheet.duty(unit_id, task_id)]
        self._edit([GridEdit(unit_id=unit_id, task_id=task_id, new=new)], self.tr("安排分工"))

    def _clear(self) -> None:
        edits = [
            GridEdit(
                unit_id=self._grid.units[column].id,
                task_id=one.task.id,
                indicator_id=one.indicator.id if one.indicator else None,
                new=None,
            )
            for row, column in self._table.view.cells()
            for one in (self._grid.rows[row],)
        ]
        self._edit(edits, self.tr("清除分工和分解"))

    def _give_everything(self) -> None:
        if self._sheet is None or not self.hand_over():
            return
        tasks = self._shown_tasks()
        edits = with_part(tasks, [unit.id for unit in self._sheet.units], Duty.LEAD, self._sheet.grid)
        self._edit(edits, self.tr("任务给全部单位"))

    def _duty_cells(self) -> list[tuple[int, str]]:
        return list(
            dict.fromkeys(
                (self._grid.units[column].id, self._grid.rows[row].task.id) for row, column in self._table.view.cells()
            )
        )

    def _shown_tasks(self) -> list[TaskRecord]:
        return list({row.task.id: row.task for row in self._grid.rows}.values())

    # cells from and to Excel

    def _copy(self, headings: bool) -> None:
        if self._sheet is not None:
            cells = self._table.view.cells()
            QGuiApplication.clipboard().setText(copied(self._grid, self._sheet, cells, headings=headings))

    def _paste(self) -> None:
        if self._sheet is None:
            return
        top, left, bottom, right = self._table.view.ranges()[0]
        pasted = read_pasted(
            QGuiApplication.clipboard().text(),
            self._grid.rows,
            self._grid.units,
            at=(top, left),
            fill=(bottom - top + 1, right - left + 1),
        )
        if not pasted.unreadable:
            self._take_pasted(pasted)
            return
        from ui.dialogs.paste_dialog import PasteDialog

        dialog = PasteDialog(pasted, self._grid.units, parent=self)
        dialog.accepted.connect(lambda: self._take_pasted(pasted))
        dialog.open()

    def _take_pasted(self, pasted: Pasted) -> None:
        self._edit(pasted.edits, self.tr("粘贴分工和分解"))

    def _show_menu(self, at: QPoint) -> None:
        if not self._table.view.currentIndex().isValid():
            return
        view = self._table.view
        menu = QMenu(self)
        entries: tuple[tuple[str, Callable[[], None]] | None, ...] = (
            (self.tr("牵头") + "\tL", lambda: self._turn(Duty.LEAD)),
            (self.tr("配合") + "\tS", lambda: self._turn(Duty.SUPPORT)),
            (self.tr("清除") + "\tDel", self._clear),
            None,
            (self.tr("复制") + "\tCtrl+C", lambda: self._copy(False)),
            (self.tr("连同标题复制") + "\tCtrl+Shift+C", lambda: self._copy(True)),
            (self.tr("粘贴") + "\tCtrl+V", self._paste),
            None,
            (self.tr("分解指标…") + "\tCtrl+D", self._ask_division),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry[0], entry[1])
        menu.aboutToHide.connect(menu.deleteLater)
        view.setFocus()
        menu.popup(at)

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
        return Desk(place.places, place.clock, place.settings, place.operator())

    def _show_row(self, task_id: str, indicator_id: str, unit_id: int) -> None:
        """Go to what a problem is about."""
        task = task_id or next((row.task.id for row in self._grid.rows), "")
        place = (task, indicator_id or None, unit_id or None)
        if not self._table.go_to(*place):
            self._head.show_all()
            self._table.go_to(*place)
