"""What a person does to the cells of 下达: parts by keys and mouse, clearing, giving to all, to Excel and back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from models.core.vocabulary import Duty
from models.store.assignments import GridEdit
from models.store.records import TaskRecord
from models.work.grid_paste import Pasted, read_pasted
from models.work.grid_rows import turned, with_part
from ui.tables.assign_copy import copied
from ui.tables.assign_grid import AssignGrid
from ui.tables.assign_sheet import AssignSheet
from ui.widgets.assign_view import AssignTable


class AssignEditing(QObject):
    """Turns keys, clicks and what is on the clipboard into edits of the grid."""

    def __init__(
        self,
        page: QWidget,
        table: AssignTable,
        grid: AssignGrid,
        *,
        sheet: Callable[[], AssignSheet | None],
        edit: Callable[[Sequence[GridEdit], str], bool],
        divide: Callable[[], None],
    ) -> None:
        """Listen to a table.

        Args:
            page: stands above dialogs and menus.
            table: whose cells.
            grid: what they say.
            sheet: returns what was read last.
            edit: puts edits into the workspace under a name by which they are undone.
            divide: asks how targets are to be divided.
        """
        super().__init__(page)
        self._page, self._view, self._grid = page, table.view, grid
        self._sheet, self._edit, self._divide = sheet, edit, divide
        view = table.view
        view.duty_wanted.connect(self._turn)
        view.next_wanted.connect(lambda index: self._turn_on(index.row(), index.column()))
        view.clear_wanted.connect(self._clear)
        view.copy_wanted.connect(self._copy)
        view.paste_wanted.connect(self._paste)
        view.menu_wanted.connect(self._show_menu)

    def give_everything(self) -> None:
        """Let all units lead the tasks that are shown, where they have no part in them."""
        sheet = self._sheet()
        if sheet is not None:
            units = [unit.id for unit in sheet.units]
            edits = with_part(self.shown_tasks(), units, Duty.LEAD, sheet.grid)
            self._edit(edits, self.tr("任务给全部单位"))

    def shown_tasks(self) -> list[TaskRecord]:
        """Return the tasks that the filters leave."""
        return list({row.task.id: row.task for row in self._grid.rows}.values())

    def _turn(self, duty: Duty) -> None:
        sheet, cells = self._sheet(), self._duty_cells()
        if sheet is not None and cells:
            self._edit(turned(cells, duty, sheet.grid), self.tr("安排分工"))

    def _turn_on(self, row: int, column: int) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        unit_id, task_id = self._grid.units[column].id, self._grid.rows[row].task.id
        following = {None: Duty.LEAD, Duty.LEAD: Duty.SUPPORT, Duty.SUPPORT: None}
        new = following[sheet.duty(unit_id, task_id)]
        self._edit([GridEdit(unit_id=unit_id, task_id=task_id, new=new)], self.tr("安排分工"))

    def _clear(self) -> None:
        edits = [
            GridEdit(
                unit_id=self._grid.units[column].id,
                task_id=one.task.id,
                indicator_id=one.indicator.id if one.indicator else None,
                new=None,
            )
            for row, column in self._view.cells()
            for one in (self._grid.rows[row],)
        ]
        self._edit(edits, self.tr("清除分工和分解"))

    def _duty_cells(self) -> list[tuple[int, str]]:
        return list(
            dict.fromkeys(
                (self._grid.units[column].id, self._grid.rows[row].task.id) for row, column in self._view.cells()
            )
        )

    def _copy(self, headings: bool) -> None:
        sheet = self._sheet()
        if sheet is not None:
            cells = self._view.cells()
            QGuiApplication.clipboard().setText(copied(self._grid, sheet, cells, headings=headings))

    def _paste(self) -> None:
        ranges = self._view.ranges()
        if not ranges:
            return
        top, left, bottom, right = ranges[0]
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

        dialog = PasteDialog(pasted, self._grid.units, parent=self._page)
        dialog.accepted.connect(lambda: self._take_pasted(pasted))
        dialog.open()

    def _take_pasted(self, pasted: Pasted) -> None:
        self._edit(pasted.edits, self.tr("粘贴分工和分解"))

    def _show_menu(self, at: QPoint) -> None:
        if not self._view.currentIndex().isValid():
            return
        view = self._view
        menu = QMenu(self._page)
        entries: tuple[tuple[str, Callable[[], None]] | None, ...] = (
            (self.tr("牵头") + "\tL", lambda: self._turn(Duty.LEAD)),
            (self.tr("配合") + "\tS", lambda: self._turn(Duty.SUPPORT)),
            (self.tr("清除") + "\tDel", self._clear),
            None,
            (self.tr("复制") + "\tCtrl+C", lambda: self._copy(False)),
            (self.tr("连同标题复制") + "\tCtrl+Shift+C", lambda: self._copy(True)),
            (self.tr("粘贴") + "\tCtrl+V", self._paste),
            None,
            (self.tr("分解指标…") + "\tCtrl+D", self._divide),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry[0], entry[1])
        menu.aboutToHide.connect(menu.deleteLater)
        view.setFocus()
        menu.popup(at)
