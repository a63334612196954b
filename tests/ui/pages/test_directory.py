"""名录 in the window: units come from the plan, by typing, pasting and import; they are ordered and retired."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QMenu, QPushButton, QTableView

from models.store.database import open_workspace
from models.store.directory import DirectoryUnit, subordinates
from models.store.unit_weights import weights
from tests.ui.clerk import Clerk
from tests.ui.pages.assigning import put_schools
from ui.dialogs.directory_dialog import DirectoryDialog
from ui.dialogs.directory_preview_dialog import DirectoryPreviewDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.step_dialog import StepDialog
from ui.page_stack import PageName

NAME, CODE, KIND, REPORTS, FIRST_FIGURE = 0, 1, 4, 6, 7


class Listed:
    """The dialog, and hands for its table."""

    def __init__(self, clerk: Clerk, dialog: DirectoryDialog) -> None:
        self.clerk, self.dialog = clerk, dialog
        self.view = dialog.findChild(QTableView, "directory")

    @property
    def units(self) -> tuple[DirectoryUnit, ...]:
        with open_workspace(self.clerk.workspace) as workspace:
            return subordinates(workspace, retired=True)

    @property
    def names(self) -> list[str]:
        model = self.view.model()
        return [model.index(row, NAME).data() for row in range(model.rowCount() - 1)]

    def cell(self, row: int, column: int) -> str:
        return str(self.view.model().index(row, column).data())

    def go(self, row: int, column: int) -> None:
        self.view.setFocus()
        index = self.view.model().index(row, column)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def enter(self, row: int, column: int, text: str) -> None:
        """Type over a cell and press Enter."""
        self.go(row, column)
        QTest.keyClick(self.view, Qt.Key.Key_F2)
        editor = self.dialog.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        editor.setText(text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.clerk.settle()

    def click(self, name: str) -> None:
        self.dialog.findChild(QPushButton, name).click()
        self.clerk.settle()

    def paste(self, text: str) -> DirectoryPreviewDialog:
        QGuiApplication.clipboard().setText(text)
        self.dialog.activateWindow()
        self.clerk.qtbot.waitUntil(self.dialog.isActiveWindow)
        self.view.setFocus()
        QTest.keyClick(self.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return self.preview()

    def preview(self) -> DirectoryPreviewDialog:
        self.clerk.settle()
        return next(one for one in self.dialog.findChildren(DirectoryPreviewDialog) if one.isVisible())

    def message(self) -> MessageDialog:
        self.clerk.settle()
        return next(one for one in self.dialog.findChildren(MessageDialog) if one.isVisible())


def opened(clerk: Clerk, button: str = "directoryButton") -> Listed:
    clerk.window.pages.turn_to(PageName.ASSIGN)
    clerk.settle()
    clerk.find(QPushButton, button).click()
    clerk.settle()
    dialog = next(one for one in clerk.window.findChildren(DirectoryDialog) if one.isVisible())
    return Listed(clerk, dialog)


@pytest.fixture
def schools(clerk: Clerk) -> Listed:
    """The list of three schools."""
    clerk.runner.commit(put_schools)
    return opened(clerk)


def lines(preview: DirectoryPreviewDialog) -> list[str]:
    found = preview.findChild(QListWidget, "previewLines")
    return [found.item(at).text() for at in range(found.count())]


def test_the_addressees_of_the_plan_are_taken_with_one_click(clerk: Clerk) -> None:
    clerk.window.pages.turn_to(PageName.ASSIGN)
    clerk.settle()
    assert clerk.says("assignEmpty") == "名录里还没有下级单位"
    offered = clerk.find(QPushButton, "takeOffered")
    count = int("".join(filter(str.isdigit, offered.text())))
    offered.click()
    clerk.settle()
    with open_workspace(clerk.workspace) as workspace:
        units = subordinates(workspace)
    assert len(units) == count > 0
    assert clerk.says("assignFacts") == f"{count} 个单位"
    assert all(unit.name in clerk.window.page.board.plan.addressees for unit in units)


def test_units_are_typed_one_below_the_other(clerk: Clerk) -> None:
    listed = opened(clerk, "openDirectory")
    for row, name in enumerate(("甲小学", "乙小学")):
        listed.enter(row, NAME, name)
    listed.enter(0, CODE, "370101")
    listed.enter(1, KIND, "小学")
    assert [(unit.name, unit.code, unit.kind) for unit in listed.units] == [
        ("甲小学", "370101", ""),
        ("乙小学", "", "小学"),
    ]
    assert listed.dialog.findChild(QLabel, "directoryCount").text() == "2 个单位"
    listed.go(1, REPORTS)
    QTest.keyClick(listed.view, Qt.Key.Key_Space)
    listed.clerk.settle()
    assert [unit.has_program for unit in listed.units] == [True, False]
    assert listed.cell(1, REPORTS) == "手填"


def test_what_is_refused_is_said_and_given_back_to_the_cell(schools: Listed) -> None:
    schools.enter(1, CODE, "370801")
    said = schools.message()
    assert "重复" in said.findChild(QLabel, "messageHappened").text()
    said.accept()
    editor = schools.dialog.focusWidget()
    assert isinstance(editor, QLineEdit) and editor.text() == "370801"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert [unit.code for unit in schools.units] == ["370801", "370802", "370803"]


def test_a_pasted_table_is_shown_before_anything_of_it_is_taken(schools: Listed) -> None:
    preview = schools.paste(
        "单位名称\t单位代码\t类型\t学生数\t校训\n"
        "第一小学\t370801\t小学\t510\t勤\n第二小学\t370802\t\t300\t学\n新小学\t\t\t70\t\n示例区教育和体育局\t370800\t\t\t\n"
    )
    assert preview.findChild(QLabel, "previewCount").text() == "新增 1 · 有变化 1 · 没有变化 1 · 不能导入 1"
    found = lines(preview)
    assert found[0].startswith("! 不能导入 示例区教育和体育局（370800）：")
    assert found[1:] == [
        "✎ 有变化 第一小学（370801）：类型 —→小学、学生数",
        "+ 新增 新小学",
        "= 没有变化 第二小学（370802）",
    ]
    assert "校训" in preview.findChild(QLabel, "previewIgnored").text()
    assert len(schools.units) == 3
    preview.reject()
    assert len(schools.units) == 3
    preview = schools.paste("单位名称\t类型\t学生数\n第一小学\t小学\t510\n新小学\t\t70")
    preview.findChild(QPushButton, "takeList").click()
    schools.clerk.settle()
    assert [(unit.name, unit.kind) for unit in schools.units][0::3] == [("第一小学", "小学"), ("新小学", "")]
    with open_workspace(schools.clerk.workspace) as workspace:
        figures = list(weights(workspace)["学生数"].values())
    assert figures == [Decimal(510), Decimal(300), Decimal(200), Decimal(70)]
    assert schools.cell(3, FIRST_FIGURE) == "70"


def test_names_one_a_line_and_a_file_are_lists_too(schools: Listed, tmp_path: Path) -> None:
    preview = schools.paste("新一小学\n新二小学\n")
    assert lines(preview) == ["+ 新增 新一小学", "+ 新增 新二小学"]
    preview.reject()
    path = tmp_path / "名单.csv"
    path.write_text("学校名称,学校代码\n新三小学,3709\n", encoding="gb18030")
    from ui.operations.directory import preview_file

    preview_file(schools.clerk.runner, path=path, done=schools.dialog._show_preview, failed=schools.dialog._refused)
    assert lines(schools.preview()) == ["+ 新增 新三小学（3709）"]
    schools.preview().reject()


def test_what_is_no_list_is_refused_in_a_sentence(schools: Listed) -> None:
    QGuiApplication.clipboard().setText(" \n")
    schools.click("pasteUnits")
    said = schools.message()
    assert "没有找到单位" in said.findChild(QLabel, "messageHappened").text()
    said.accept()


def test_units_are_put_in_order_by_keys(schools: Listed) -> None:
    schools.go(2, NAME)
    for _ in range(2):
        QTest.keyClick(schools.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
        schools.clerk.settle()
    assert schools.names == ["第三小学", "第一小学", "第二小学"]
    assert [unit.name for unit in schools.units] == schools.names
    assert schools.view.currentIndex().row() == 0
    QTest.keyClick(schools.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    schools.clerk.settle()
    assert schools.names == ["第一小学", "第三小学", "第二小学"]


def test_a_unit_is_retired_and_comes_back(schools: Listed) -> None:
    schools.go(1, NAME)
    schools.click("retireUnit")
    assert schools.names == ["第一小学", "第三小学"]
    assert schools.dialog.findChild(QLabel, "directoryCount").text() == "2 个单位 · 停用 1 个"
    schools.dialog.findChild(QCheckBox, "withRetired").click()
    assert (schools.names[1], schools.cell(1, REPORTS)) == ("第二小学", "已停用")
    schools.go(1, NAME)
    retire = schools.dialog.findChild(QPushButton, "retireUnit")
    assert retire.text() == "恢复使用"
    schools.click("retireUnit")
    assert [unit.retired for unit in schools.units] == [False] * 3


def test_a_column_of_figures_is_added_filled_and_dropped(schools: Listed) -> None:
    menu = schools.dialog.findChild(QPushButton, "figureColumns").menu()
    menu.actions()[0].trigger()
    step = schools.dialog.findChild(StepDialog)
    step.findChild(QLineEdit, "columnName").setText("班级数")
    step.findChild(QPushButton, "doButton").click()
    schools.clerk.settle()
    model = schools.view.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert titles[FIRST_FIGURE:] == ["学生数", "班级数"]
    schools.enter(0, FIRST_FIGURE + 1, "2十")
    said = schools.message()
    said.accept()
    QTest.keyClick(schools.dialog.focusWidget(), Qt.Key.Key_Escape)
    schools.enter(0, FIRST_FIGURE + 1, "1,200")
    with open_workspace(schools.clerk.workspace) as workspace:
        assert list(weights(workspace)["班级数"].values()) == [Decimal(1200)]
    drop = next(one for one in menu.findChildren(QMenu) if one.title() == "删去一列")
    next(action for action in drop.actions() if action.text() == "班级数").trigger()
    schools.clerk.settle()
    with open_workspace(schools.clerk.workspace) as workspace:
        assert list(weights(workspace)) == ["学生数"]


def test_the_list_can_be_searched(schools: Listed) -> None:
    schools.dialog.findChild(QLineEdit, "directoryFilter").setText("370802")
    assert schools.names == ["第二小学"]
    assert not schools.dialog.findChild(QPushButton, "unitUp").isEnabled(), "an order of some is none of all"
