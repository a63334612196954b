"""The tree of tasks as a model: sound for Qt, and a fresh board disturbs nothing that stays the same."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from models.core.periods import parse_period
from models.core.vocabulary import Status
from models.store.database import open_workspace
from models.store.entries import record
from models.store.records import Field, FieldEdit
from models.work.board import Board, read_board
from tests.ui.conftest import NOW, Office
from ui.tables.task_filter import Filter, TaskFilter
from ui.tables.task_tree import ROW, TaskTree

PERIOD = parse_period("2021-Q2")
TASK = "11-D6W9TK"


@pytest.fixture
def boards(office: Office) -> tuple[Board, Board]:
    """The board of a fresh workspace, and that after one entry."""
    with open_workspace(office.workspace) as workspace:
        before = read_board(workspace, PERIOD)
        edits = [
            FieldEdit(period=PERIOD, task_id=TASK, field=Field.STATUS, new=Status.COMPLETED),
            FieldEdit(period=PERIOD, task_id=TASK, field=Field.NARRATIVE, new="Die Ärzte"),
        ]
        record(workspace, edits, operator="王敏", at=NOW)
        return before, read_board(workspace, PERIOD)


def rows(model: TaskTree | TaskFilter, parent: QModelIndex = QModelIndex()) -> list[QModelIndex]:  # noqa: B008
    found = []
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        found += [index, *rows(model, index)]
    return found


def test_qt_finds_no_fault_with_the_models(boards: tuple[Board, Board], qtmodeltester: ModelTester) -> None:
    tree, filtered = TaskTree(), TaskFilter()
    filtered.setSourceModel(tree)
    tree.show_board(boards[0])
    qtmodeltester.check(tree)
    qtmodeltester.check(filtered)
    tree.show_board(boards[1])
    filtered.narrow(Filter.UNREPORTED, "学校", keep="")
    qtmodeltester.check(filtered)


def test_a_board_of_the_same_plan_announces_only_the_rows_that_say_something_else(
    boards: tuple[Board, Board],
) -> None:
    tree = TaskTree()
    tree.show_board(boards[0])
    place = QPersistentModelIndex(tree.index_of(TASK))
    announced: list[str] = []
    tree.dataChanged.connect(lambda first, _: announced.append(first.data(ROW).text))
    tree.modelReset.connect(lambda: announced.append("everything"))
    tree.show_board(boards[1])
    task = next(one.task for one in boards[1].tasks if one.task.id == TASK)
    # The task, its item and its part, whose counts and lights follow.
    assert announced == [f"四、{task.part_title}", f"11．{task.item_title}", task.text]
    assert place.isValid()
    assert place.data(ROW).task.entry.status is Status.COMPLETED
    announced.clear()
    tree.show_board(boards[1])
    assert announced == []


def test_another_plan_takes_the_place_of_all_rows(boards: tuple[Board, Board]) -> None:
    tree = TaskTree()
    tree.show_board(boards[0])
    fewer = replace(boards[0], parts=boards[0].parts[:1], tasks=boards[0].parts[0].items[0].tasks)
    tree.show_board(fewer)
    assert tree.rowCount() == 1
    assert not tree.index_of(TASK).isValid()


def test_a_row_is_read_aloud_with_what_it_says_at_its_right_edge(boards: tuple[Board, Board]) -> None:
    tree = TaskTree()
    tree.show_board(boards[1])
    index = tree.index_of(TASK)
    text = index.data()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{text}、已完成"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == text
    assert tree.index_of("nothing").isValid() is False


def test_parts_and_items_are_shown_only_above_tasks_that_pass(boards: tuple[Board, Board]) -> None:
    tree, filtered = TaskTree(), TaskFilter()
    filtered.setSourceModel(tree)
    tree.show_board(boards[1])
    assert len(rows(filtered)) == 6 + 20 + 189
    filtered.narrow(Filter.QUANTIFIED, "健康体检", keep="")
    assert [index.data(ROW).level.value for index in rows(filtered)] == [1, 2, 3]
    filtered.narrow(Filter.ALL, "die ÄRZTE", keep="")
    assert len(rows(filtered)) == 3
    filtered.narrow(Filter.ALL, "健康体检 nothing", keep=TASK)
    assert rows(filtered) == []
    filtered.narrow(Filter.RED, "", keep=TASK)
    assert [index.data(ROW).task.task.id for index in rows(filtered)[2:]] == [TASK]
