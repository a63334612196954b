"""What the tests of 下达 share: a superior with three schools, its page, and hands for the grid."""

from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from models.core.changes import Changes
from models.core.vocabulary import Duty
from models.store.assignments import Grid, read_grid
from models.store.database import Workspace, open_workspace
from models.store.directory import DirectoryUnit, UnitFacts, put_units, subordinates
from models.store.unit_weights import put_weights
from tests.ui.clerk import SCHOOLS, Clerk
from tests.ui.conftest import NOW
from ui.page_stack import PageName
from ui.pages.assign_page import AssignPage
from ui.widgets.assign_view import GridView

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
NAMES = ("第一小学", "第二小学", "第三小学")


class Desk:
    """Hands at the grid of 下达, and eyes that read the file itself."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        page = clerk.window.pages.page(PageName.ASSIGN)
        assert isinstance(page, AssignPage)
        self.page = page

    @property
    def view(self) -> GridView:
        return self.clerk.find(GridView, "assignGrid")

    @property
    def units(self) -> tuple[DirectoryUnit, ...]:
        with open_workspace(self.clerk.workspace) as workspace:
            return subordinates(workspace)

    @property
    def stored(self) -> Grid:
        with open_workspace(self.clerk.workspace) as workspace:
            return read_grid(workspace)

    def index(self, task_id: str, unit: int, target: int | None = None) -> QModelIndex:
        """Return a cell: of a task, or of its target by its position; the unit counts from 0."""
        row = self.page._grid.row_of(task_id, f"{task_id}/{target}" if target else None)
        assert row is not None
        return self.view.model().index(row, unit)

    def go(self, task_id: str, unit: int, target: int | None = None) -> None:
        """Click on a cell."""
        index = self.index(task_id, unit, target)
        self.view.scrollTo(index)
        place = self.view.visualRect(index).center()
        QTest.mouseClick(self.view.viewport(), _LEFT, _NONE, place)

    def press(self, keys: str) -> None:
        """Press a key where the cursor is."""
        self.clerk.press(keys)

    def enter(self, text: str) -> None:
        """Type where the cursor is; the first key opens the field of the cell."""
        if text.isascii():
            for key in text:
                QTest.keyClicks(self.clerk.cursor, key)
        else:
            self.press("F2")
            field = self.field
            field.selectAll()
            self.clerk.type(text)

    @property
    def field(self) -> QLineEdit:
        return self.clerk.find(QLineEdit, "shareField")

    def says(self, task_id: str, unit: int, target: int | None = None) -> str:
        return str(self.index(task_id, unit, target).data() or "")

    def beside(self, task_id: str, target: int) -> list[str]:
        """Read what stands beside a target: its value, what is given on, what is left."""
        row = self.index(task_id, 0, target).row()
        model = self.page._table.beside.model()
        return [str(model.index(row, column).data()) for column in (2, 3, 4)]

    def shares(self, task_id: str, target: int) -> list[Decimal | None]:
        found = self.stored.shares
        return [found.get((unit.id, f"{task_id}/{target}")) for unit in self.units]

    def duties(self, task_id: str) -> list[Duty | None]:
        found = self.stored.duties
        return [found.get((unit.id, task_id)) for unit in self.units]

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.clerk.settle()
        return next(one for one in self.clerk.window.findChildren(kind) if one.isVisible())


def put_schools(workspace: Workspace) -> Changes:
    """List three schools with how many students they have."""
    changes = put_units(
        workspace,
        [
            UnitFacts(name=name, code=f"37080{number}", has_program=number < 3)
            for number, name in enumerate(NAMES, start=1)
        ],
        at=NOW,
    )
    amounts = dict(zip((unit.id for unit in subordinates(workspace)), map(Decimal, (500, 300, 200)), strict=True))
    return changes | put_weights(workspace, "学生数", amounts)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def assigned(clerk: Clerk) -> None:
    """The grid with all schools leading a task, one share too little, and a field that can't be left."""
    clerk.runner.commit(put_schools)
    clerk.window.pages.turn_to(PageName.ASSIGN)
    clerk.settle()
    desk = Desk(clerk)
    desk.view.setFocus()
    desk.page.refresh()
    clerk.settle()
    desk.go(SCHOOLS, 0)
    desk.press("Shift+Right")
    desk.press("L")
    desk.go(SCHOOLS, 0, 1)
    desk.enter("5")
    desk.press("Return")
    desk.go(SCHOOLS, 1, 1)
    desk.enter("5oo")
    desk.press("Return")


def nobody_to_assign_to(clerk: Clerk) -> None:
    """The same without any rows: a search that finds nothing."""
    desk = Desk(clerk)
    desk.press("Escape")
    clerk.find(QLineEdit, "assignSearch").setText("no such task")


def back_to_report(clerk: Clerk) -> None:
    """The reporting page again, with the rail of a superior."""
    clerk.find(QLineEdit, "assignSearch").clear()
    clerk.window.pages.turn_to(PageName.REPORT)


ASSIGN_STAGES = {"assigned": assigned, "no task to assign": nobody_to_assign_to, "a superior's rail": back_to_report}
