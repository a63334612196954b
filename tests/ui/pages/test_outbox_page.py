"""发件箱 in the window: what left is listed, carried away on a stick, and marked when it has been handed over."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QToolButton

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind
from models.store.database import Workspace, open_workspace
from models.store.outbox import Fate, OutboxItem, Paper, add_outbox, outbox
from tests.ui.clerk import Clerk
from tests.ui.conftest import NOW
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.stick_dialog import StickDialog
from ui.drives import Drive
from ui.page_stack import PageName

PERIOD = Period(2021, PeriodKind.QUARTER, 2)


@pytest.fixture
def written(clerk: Clerk, tmp_path: Path) -> list[Path]:
    """Two files that were written out: a return and a receipt."""
    paths = [tmp_path / name for name in ("示例区_2021_第二季度_1.xlsx", "审核回执_第一小学.xlsx")]
    for path in paths:
        path.write_bytes(path.name.encode())

    def work(workspace: Workspace) -> Changes:
        for path, paper, label in zip(paths, (Paper.RETURN, Paper.RECEIPT), ("某市教育局", "第一小学"), strict=True):
            add_outbox(
                workspace,
                OutboxItem(
                    paper=paper,
                    unit_id=None,
                    period=PERIOD,
                    label=label,
                    number=1,
                    file_name=path.name,
                    sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                    path=path,
                    at=NOW,
                    operator="王敏",
                ),
            )
        return Changes(outbox=True)

    clerk.runner.commit(work)
    clerk.settle()
    return paths


def read(clerk: Clerk) -> tuple[OutboxItem, ...]:
    """Read what left through a connection of its own."""
    with open_workspace(clerk.workspace) as workspace:
        return outbox(workspace)


def turn(clerk: Clerk) -> QTableView:
    """Turn to the page by its key."""
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    QTest.keyClick(clerk.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert clerk.window.pages.shown is PageName.OUTBOX
    return clerk.find(QTableView, "outbox")


def cells(view: QTableView, column: int) -> list[str]:
    model = view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_an_empty_box_says_what_will_stand_there(clerk: Clerk) -> None:
    QTest.mouseClick(clerk.find(QToolButton, "rail_outbox"), Qt.MouseButton.LeftButton)
    clerk.settle()
    assert clerk.says("outboxEmpty").startswith("还没有写出过文件")
    assert not clerk.find(QPushButton, "toStick").isEnabled()


def test_what_left_is_listed_the_latest_first(clerk: Clerk, written: list[Path]) -> None:
    view = turn(clerk)
    assert cells(view, 1) == ["第一小学", "某市教育局"]
    assert cells(view, 3) == ["▲ 已写好，未交出"] * 2
    assert clerk.says("outboxCount") == "共 2 份 · 2 份未交出"


def test_handing_over_is_marked_and_kept(clerk: Clerk, written: list[Path]) -> None:
    view = turn(clerk)
    clerk.find(QPushButton, "markHanded").click()
    clerk.settle()
    assert cells(view, 3) == ["◔ 已交出（其他）", "▲ 已写好，未交出"]
    assert not clerk.find(QPushButton, "markHanded").isEnabled()


def test_files_go_onto_a_stick_and_the_dialog_says_when_to_pull_it(
    clerk: Clerk, written: list[Path], tmp_path: Path
) -> None:
    stick = tmp_path / "U 盘"
    stick.mkdir()
    items = read(clerk)
    dialog = StickDialog(
        clerk.runner,
        items=items,
        operator="王敏",
        clock=clerk.window._clock,
        drives=[Drive(stick, "办公室的盘", 8_000_000_000)],
        parent=clerk.window,
    )
    dialog.open()
    dialog.findChild(QPushButton, "copyButton").click()
    clerk.settle()
    assert dialog.findChild(QLabel, "stickSaid").text() == "● 2 个文件已写入并核对无误"
    assert sorted(path.name for path in stick.iterdir()) == sorted(path.name for path in written)
    dialog.close()
    view = turn(clerk)
    assert cells(view, 3) == ["◔ 已交出（U 盘）"] * 2


def test_a_stick_that_is_gone_is_said_and_nothing_is_marked(clerk: Clerk, written: list[Path], tmp_path: Path) -> None:
    dialog = StickDialog(
        clerk.runner,
        items=read(clerk),
        operator="王敏",
        clock=clerk.window._clock,
        drives=[Drive(tmp_path / "拔掉了", "盘", 0)],
        parent=clerk.window,
    )
    dialog.open()
    dialog.findChild(QPushButton, "copyButton").click()
    clerk.settle()
    said = dialog.findChild(MessageDialog)
    assert said.isVisible() and said.findChild(QLabel, "messageHappened").text().startswith("!")
    assert {item.fate for item in read(clerk)} == {Fate.WRITTEN}
    assert dialog.findChild(QPushButton, "copyButton").isEnabled(), "another stick can be tried"


def test_several_can_be_chosen_by_the_keyboard(clerk: Clerk, written: list[Path]) -> None:
    view = turn(clerk)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.selectionModel().selectedRows()) == 2
    assert clerk.find(QPushButton, "toStick").isEnabled() and not clerk.find(QPushButton, "toLetter").isEnabled()
    view.selectionModel().select(view.model().index(0, 0), QItemSelectionModel.SelectionFlag.Clear)
    assert not clerk.find(QPushButton, "toStick").isEnabled()
