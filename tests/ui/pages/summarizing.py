"""What the tests of 汇总 share: a superior whose schools have reported, and its page at work."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton, QTableView

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, RollUp, Status
from models.store.database import Workspace
from models.store.directory import subordinates
from models.store.entries import record
from models.store.plans import tasks
from models.store.received import received
from models.store.records import Field, FieldEdit
from models.store.roll_up_methods import Method
from models.work.roll_up import set_method
from tests.models.work.received_example import reported
from tests.ui.clerk import CHECKUPS, EYES, SCHOOLS, Clerk
from tests.ui.conftest import NOW, UNIT
from tests.ui.filled import TEXT
from tests.ui.pages.assigning import put_schools
from ui.page_stack import PageName
from ui.tables.roll_up_table import ROW

Q2 = Period(2021, PeriodKind.QUARTER, 2)


def put_returns(workspace: Workspace) -> Changes:
    """Accept the return of one school and leave that of another waiting; the third is silent."""
    if received(workspace):
        return Changes()
    put_schools(workspace)
    first, second, _ = (unit.id for unit in subordinates(workspace))
    amounts = {one.id: "123456789012" for task in tasks(workspace) for one in task.indicators}
    narratives = {task.id: TEXT * 3 for task in tasks(workspace)}
    for unit_id, decision in ((first, Decision.ACCEPTED), (second, None)):
        reported(workspace, unit_id, Q2, NOW, amounts=amounts, narratives=narratives, decision=decision)
    set_method(workspace, f"{EYES}/1", Method(RollUp.WEIGHTED, "学生数"))
    own = {"period": Q2, "task_id": CHECKUPS}
    edits = [
        FieldEdit(**own, field=Field.STATUS, new=Status.COMPLETED),
        FieldEdit(**own, field=Field.VALUE, new=Decimal("120000000000"), indicator_id=f"{CHECKUPS}/1"),
    ]
    record(workspace, edits, operator="王敏", at=NOW)
    return Changes(received=True, entries=True, units=True)


def row_of(view: QTableView, task_id: str) -> QModelIndex:
    """Return the first row of a task."""
    model = view.model()
    return next(
        model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data(ROW).key[0] == task_id
    )


def summed(clerk: Clerk) -> None:
    """A row whose own figure differs, with large figures everywhere."""
    clerk.runner.commit(put_returns)
    clerk.window.pages.turn_to(PageName.SUMMARY)
    clerk.settle()
    view = clerk.find(QTableView, "rollUp")
    view.setCurrentIndex(row_of(view, CHECKUPS))


def weighted(clerk: Clerk) -> None:
    """A mean by a column, with a file that has just been written."""
    view = clerk.find(QTableView, "rollUp")
    view.setCurrentIndex(row_of(view, EYES))
    page = clerk.window.pages.page(PageName.SUMMARY)
    page._ways_out._wrote(Path("家 home") / "文档" / f"{UNIT}_第二季度_.xlsx")


def drawn(clerk: Clerk) -> None:
    """The narratives of a task, more of them than a return prints."""
    view = clerk.find(QTableView, "rollUp")
    view.setCurrentIndex(row_of(view, SCHOOLS))
    clerk.find(QPushButton, "summarySide_texts").click()
    clerk.settle()
    button = clerk.find(QPushButton, "drawIn")
    if button.isEnabled():
        button.click()


def back_to_report(clerk: Clerk) -> None:
    """The reporting page again."""
    clerk.find(QPushButton, "summarySide_figures").click()
    clerk.window.pages.turn_to(PageName.REPORT)


SUMMARY_STAGES = {"summed": summed, "weighted": weighted, "drawn in": drawn, "after the summary": back_to_report}
