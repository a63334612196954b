"""A grid of three hundred units and two hundred tasks: read in a few queries, painted cell by cell as it is seen."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.core.vocabulary import Duty, TaskKind
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.plans import tasks
from models.work.assign import read_assigning
from models.work.start import start_workspace
from tests.models.work.counting import statements
from tests.models.work.example_plan import large_plan
from tests.ui.conftest import NOW
from ui.operations.assign import assign_read
from ui.tables.assign_grid import AssignCell, AssignGrid
from ui.tables.assign_sheet import AssignSheet, Counts, RowChoice, Show
from ui.theme import apply_theme
from ui.tokens import ROW_HEIGHT
from ui.widgets.assign_view import UNIT_WIDTH, AssignTable

UNITS, TASKS = 300, 200


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Workspace]:
    """A superior of three hundred units, all of which have a part in all of two hundred tasks."""
    with start_workspace(
        tmp_path / "省厅.yaodian",
        plan=large_plan(TASKS),
        unit_name="某省教育厅",
        unit_code="37",
        operator="王敏",
        installation_id="t",
        at=NOW,
    ) as workspace:
        put_units(workspace, [UnitFacts(name=f"第{number}单位") for number in range(UNITS)], at=NOW)
        yield workspace


def fill(workspace: Workspace) -> None:
    everything = [
        GridEdit(unit_id=unit.id, task_id=task.id, new=Duty.LEAD)
        for task in tasks(workspace)
        for unit in subordinates(workspace)
    ]
    edit_grid(workspace, everything, operator="王敏", at=NOW)


class CountingGrid(AssignGrid):
    """Counts what Qt asks of it."""

    def __init__(self) -> None:
        super().__init__(lambda _: True)
        self.cells: list[tuple[int, int]] = []
        self.asked = 0

    def cell(self, row: int, column: int) -> AssignCell:
        self.cells.append((row, column))
        return super().cell(row, column)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.asked += 1
        return super().data(index, role)


def test_the_number_of_queries_does_not_depend_on_the_size(province: Workspace) -> None:
    with statements(province) as few:
        assign_read(province)
    fill(province)
    with statements(province) as many:
        read = assign_read(province)
    assert len(read.basis.grid.duties) == UNITS * TASKS
    assert len(many) == len(few) <= 12


def test_only_what_is_seen_is_computed(province: Workspace, qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp)
    fill(province)
    sheet = AssignSheet(read_assigning(province))
    grid = CountingGrid()
    table = AssignTable(grid)
    qtbot.addWidget(table)
    table.resize(1240, 560)
    table.show_rows(sheet, sheet.rows)
    table.show()
    qtbot.waitUntil(lambda: bool(grid.cells))
    assert (grid.rowCount(), grid.columnCount()) == (len(sheet.rows), UNITS)
    for place in (0, 900, 2400):
        table.view.verticalScrollBar().setValue(place)
        table.view.horizontalScrollBar().setValue(place)
        QApplication.processEvents()
        grid.cells.clear()
        grid.asked = 0
        table.view.viewport().repaint()
        port = table.view.viewport().size()
        seen = (port.height() // ROW_HEIGHT + 2) * (port.width() // UNIT_WIDTH + 2)
        assert 0 < len(grid.cells) <= seen
        assert grid.asked == 0, "no cell goes through the roles of Qt to be painted"


def test_sums_are_kept_up_cell_by_cell(province: Workspace) -> None:
    sheet = AssignSheet(read_assigning(province))
    task = next(task for task in sheet.basis.tasks if task.indicators)
    target = task.indicators[0]
    targets = sum(len(task.indicators) for task in sheet.basis.tasks)
    assert sheet.counts() == Counts(UNITS, TASKS, TASKS, targets)
    edits = [
        GridEdit(unit_id=unit.id, task_id=task.id, indicator_id=target.id, new=Decimal(50)) for unit in sheet.units[:2]
    ]
    touched = sheet.apply(edit_grid(province, edits, operator="王敏", at=NOW).made)
    assert touched == {task.id}
    allocation = sheet.allocation(target)
    assert allocation is not None
    assert (allocation.assigned, allocation.remainder, allocation.units) == (Decimal(100), Decimal(0), 2)
    assert sheet.counts() == Counts(UNITS, TASKS, TASKS - 1, targets - 1)
    assert sheet.grid == read_assigning(province).grid
    taken = edit_grid(
        province, [GridEdit(unit_id=sheet.units[0].id, task_id=task.id, new=None)], operator="王敏", at=NOW
    )
    sheet.apply(taken.made)
    assert sheet.counts().remainder == targets and sheet.grid == read_assigning(province).grid


def test_filters_take_tasks_with_all_their_targets(province: Workspace) -> None:
    sheet = AssignSheet(read_assigning(province))
    quantified = sheet.chosen(RowChoice(kind=TaskKind.QUANTIFIED))
    assert {row.task.kind for row in quantified} == {TaskKind.QUANTIFIED}
    assert any(row.indicator for row in quantified)
    assert {row.task.part_number for row in sheet.chosen(RowChoice(part=2))} == {2}
    first = sheet.basis.tasks[0]
    assert {row.task.id for row in sheet.chosen(RowChoice(text=first.text.upper()))} >= {first.id}
    assert sheet.chosen(RowChoice(show=Show.OPEN)) == sheet.rows
    assert sheet.chosen(RowChoice(text="没有这样的字")) == ()
