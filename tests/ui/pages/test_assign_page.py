"""下达 in the window: parts by keys, shares by typing, ranges to and from Excel, dividing, undoing, filtering."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolButton,
)

from models.core.changes import Changes
from models.core.vocabulary import Duty
from models.plan.read import read_plan
from models.store.assignments import GridEdit, IssuedAssignment, add_issued, edit_grid
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.work.start import start_workspace
from tests.ui.clerk import CHECKUPS, EYES, SCHOOLS, Clerk
from tests.ui.conftest import NOW
from tests.ui.pages.assigning import NAMES, Desk, clipboard, put_schools
from ui.dialogs.distribute_dialog import DistributeDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.paste_dialog import PasteDialog
from ui.operations.workspace import BUNDLED_PLAN
from ui.page_stack import PageName
from ui.resources import resource

LEAD, SUPPORT = Duty.LEAD, Duty.SUPPORT


@pytest.fixture
def desk(clerk: Clerk) -> Desk:
    """Somebody in front of the grid: 189 tasks, three schools."""
    clerk.runner.commit(put_schools)
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    QTest.keyClick(clerk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert clerk.window.pages.shown is PageName.ASSIGN
    return Desk(clerk)


def test_parts_are_set_by_keys_and_are_durable_at_once(desk: Desk) -> None:
    desk.go(CHECKUPS, 0)
    desk.press("L")
    desk.press("Right")
    desk.press("S")
    desk.press("Right")
    desk.press("Space")
    assert desk.duties(CHECKUPS) == [LEAD, SUPPORT, LEAD]
    assert [desk.says(CHECKUPS, unit) for unit in range(3)] == ["牵头", "配合", "牵头"]
    desk.press("Space")
    desk.press("Left")
    desk.press("Delete")
    assert desk.duties(CHECKUPS) == [LEAD, None, None]
    assert "10:32:05" in desk.clerk.says("saved")


def test_a_double_click_turns_a_part_on(desk: Desk) -> None:
    desk.go(CHECKUPS, 1)
    index = desk.index(CHECKUPS, 1)
    for expected in (LEAD, SUPPORT, None):
        place = desk.view.visualRect(index).center()
        QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert desk.duties(CHECKUPS) == [None, expected, None]


def test_shares_are_typed_one_below_the_other(desk: Desk) -> None:
    desk.go(SCHOOLS, 0, 1)
    desk.enter("5")
    desk.press("Return")
    desk.enter("7")
    desk.press("Tab")
    desk.enter("9")
    desk.press("Return")
    assert desk.shares(SCHOOLS, 1) == [Decimal(5), None, None]
    assert desk.shares(SCHOOLS, 2) == [Decimal(7), Decimal(9), None]
    assert desk.duties(SCHOOLS) == [LEAD, LEAD, None], "a share needs a part"
    assert desk.beside(SCHOOLS, 2) == ["20 所", "16", "▲ 4"]
    desk.go(SCHOOLS, 2, 2)
    desk.enter("4")
    desk.press("Return")
    assert desk.beside(SCHOOLS, 2) == ["20 所", "20", "✓ 0"]


@pytest.mark.parametrize(("typed", "share"), [("2千", 2000), ("2,000", 2000), ("１０万人", 100_000), ("0", 0)])
def test_amounts_are_read_as_in_the_form(desk: Desk, typed: str, share: int) -> None:
    desk.go(CHECKUPS, 0, 1)
    desk.enter(typed)
    desk.press("Return")
    assert desk.shares(CHECKUPS, 1)[0] == Decimal(share)


def test_what_is_no_amount_stays_in_its_cell_and_says_why(desk: Desk) -> None:
    desk.go(CHECKUPS, 0, 1)
    desk.enter("5oo")
    desk.press("Return")
    assert desk.field.text() == "5oo" and desk.field.property("wrong") == "true"
    assert "5oo" in desk.clerk.says("assignHint")
    desk.go(SCHOOLS, 1, 1)
    assert desk.field.text() == "5oo", "nothing else is clicked before it is put right"
    QTest.mouseClick(desk.clerk.find(QToolButton, "rail_outbox"), Qt.MouseButton.LeftButton)
    assert desk.clerk.window.pages.shown is PageName.ASSIGN
    assert desk.shares(CHECKUPS, 1) == [None] * 3
    desk.press("Escape")
    assert desk.clerk.says("assignHint").startswith("L 或空格")
    assert desk.clerk.window.pages.hand_over()


def test_what_is_still_being_typed_is_recorded_before_the_page_is_left(desk: Desk) -> None:
    desk.go(CHECKUPS, 0, 1)
    desk.enter("12")
    QTest.mouseClick(desk.clerk.find(QToolButton, "rail_outbox"), Qt.MouseButton.LeftButton)
    assert desk.clerk.window.pages.shown is PageName.OUTBOX
    assert desk.shares(CHECKUPS, 1)[0] == Decimal(12)


def test_taking_a_part_away_takes_its_shares_and_undo_gives_both_back(desk: Desk) -> None:
    desk.go(SCHOOLS, 0, 1)
    desk.enter("5")
    desk.press("Return")
    desk.go(SCHOOLS, 0)
    desk.press("Delete")
    assert (desk.duties(SCHOOLS)[0], desk.shares(SCHOOLS, 1)[0], desk.says(SCHOOLS, 0, 1)) == (None, None, "")
    assert desk.clerk.actions.undo.text() == "撤销：清除分工和分解"
    desk.press("Ctrl+Z")
    desk.clerk.settle()
    assert (desk.duties(SCHOOLS)[0], desk.shares(SCHOOLS, 1)[0], desk.says(SCHOOLS, 0, 1)) == (LEAD, Decimal(5), "5")
    desk.press("Ctrl+Y")
    desk.clerk.settle()
    assert desk.says(SCHOOLS, 0) == ""


def test_undo_comes_back_to_the_grid_and_to_the_form(desk: Desk) -> None:
    clerk = desk.clerk
    clerk.window.pages.turn_to(PageName.REPORT)
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "7")
    clerk.window.pages.turn_to(PageName.ASSIGN)
    clerk.settle()
    desk.go(EYES, 2)
    desk.press("S")
    clerk.window.pages.turn_to(PageName.OUTBOX)
    clerk.actions.undo.trigger()
    clerk.settle()
    assert (clerk.window.pages.shown, desk.duties(EYES)) == (PageName.ASSIGN, [None] * 3)
    assert desk.view.currentIndex() == desk.index(EYES, 2)
    clerk.actions.undo.trigger()
    clerk.settle()
    assert (clerk.window.pages.shown, clerk.window.page.task_id, clerk.amounts(CHECKUPS)) == (
        PageName.REPORT,
        CHECKUPS,
        {},
    )


def test_a_range_goes_to_excel_and_comes_back(desk: Desk) -> None:
    desk.go(SCHOOLS, 0)
    for _ in range(2):
        desk.press("Shift+Right")
    desk.press("L")
    desk.press("Shift+Down")
    desk.press("Shift+Down")
    QGuiApplication.clipboard().setText("牵头\t配合\t\r\n5\t6\t2\r\n８\t1,2\t\r\n")
    desk.press("Ctrl+V")
    dialog = desk.dialog(PasteDialog)
    assert dialog.findChild(QLabel, "pasteTitle").text() == "有 1 格读不出来，还什么都没有粘贴"
    assert dialog.findChild(QListWidget, "pasteProblems").item(0).text().startswith("第 3 行第 2 列 · 第二小学")
    assert desk.duties(SCHOOLS) == [LEAD] * 3 and desk.shares(SCHOOLS, 1) == [None] * 3
    dialog.findChild(QPushButton, "pasteRest").click()
    assert desk.duties(SCHOOLS) == [LEAD, SUPPORT, LEAD], "a share of 2 needs a part"
    assert desk.shares(SCHOOLS, 1) == [Decimal(5), Decimal(6), Decimal(2)]
    assert desk.shares(SCHOOLS, 2) == [Decimal(8), None, None]
    desk.view.setFocus()
    desk.press("Ctrl+C")
    assert clipboard() == "牵头\t配合\t牵头\r\n5\t6\t2\r\n8\t\t\r\n"
    desk.clerk.actions.undo.trigger()
    assert desk.shares(SCHOOLS, 1) == [None] * 3


def test_a_sheet_with_headings_finds_its_cells_again(desk: Desk) -> None:
    desk.go(SCHOOLS, 0, 1)
    desk.enter("5")
    desk.press("Return")
    desk.go(SCHOOLS, 0, 1)
    desk.press("Shift+Space")
    desk.press("Ctrl+Shift+C")
    number = next(row.number for row in desk.page._grid.rows if row.indicator and row.indicator.id == f"{SCHOOLS}/1")
    assert clipboard().splitlines() == [
        "\t".join(("序号", "工作任务", "目标值", "已分解", "剩余", *NAMES)),
        f"{number}\t新改扩建学校\t13 所\t5\t8\t5\t\t",
    ]
    QGuiApplication.clipboard().setText(f"序号\t第三小学\n{number}\t8")
    desk.go(CHECKUPS, 0)
    desk.press("Ctrl+V")
    assert desk.shares(SCHOOLS, 1) == [Decimal(5), None, Decimal(8)]


def test_targets_are_divided_by_a_column_for_what_is_chosen(desk: Desk) -> None:
    desk.go(SCHOOLS, 0, 1)
    desk.press("Shift+Space")
    desk.press("Ctrl+D")
    dialog = desk.dialog(DistributeDialog)
    assert dialog.findChild(QRadioButton, "scope_chosen").text() == "选中的：1 个指标 × 3 个单位"
    assert dialog.findChild(QLabel, "distributeOutlook").text() == "将分解 1 个指标 · 改动 3 格 · 0 个指标不动"
    dialog.findChild(QRadioButton, "by_column").click()
    assert dialog.findChild(QComboBox, "weightColumn").currentText() == "学生数"
    dialog.findChild(QPushButton, "distributeButton").click()
    assert desk.shares(SCHOOLS, 1) == [Decimal(6), Decimal(4), Decimal(3)]
    assert desk.shares(SCHOOLS, 2) == [None] * 3
    assert desk.beside(SCHOOLS, 1) == ["13 所", "13", "✓ 0"]
    assert desk.clerk.actions.undo.text() == "撤销：分解指标"


def test_everything_can_be_given_to_everybody_and_taken_back_in_one_step(desk: Desk) -> None:
    desk.go(CHECKUPS, 1)
    desk.press("S")
    menu = desk.clerk.find(QPushButton, "divideButton").menu()
    next(action for action in menu.actions() if action.text() == "全部任务给全部单位").trigger()
    desk.clerk.settle()
    assert len(desk.stored.duties) == 3 * 189
    assert desk.duties(CHECKUPS) == [LEAD, SUPPORT, LEAD]
    assert desk.clerk.find(QPushButton, "assign_open").text() == "未分解 0"
    desk.clerk.actions.undo.trigger()
    desk.clerk.settle()
    assert len(desk.stored.duties) == 1


def test_what_is_shown_can_be_given_to_everybody(desk: Desk) -> None:
    desk.clerk.find(QComboBox, "assignPart").setCurrentIndex(1)
    shown = {row.task.id for row in desk.page._grid.rows}
    menu = desk.clerk.find(QPushButton, "divideButton").menu()
    next(action for action in menu.actions() if action.text() == f"列出的 {len(shown)} 项任务给全部单位").trigger()
    desk.clerk.settle()
    assert {task_id for _, task_id in desk.stored.duties} == shown


def test_targets_are_divided_as_last_year(desk: Desk, tmp_path: Path) -> None:
    last = tmp_path / "去年.yaodian"
    with start_workspace(
        last,
        plan=read_plan(resource(BUNDLED_PLAN)),
        unit_name="示例区教育和体育局",
        unit_code="370800",
        operator="王敏",
        installation_id="t",
        at=NOW,
    ) as workspace:
        put_schools(workspace)
        shares = [
            GridEdit(unit_id=unit.id, task_id=SCHOOLS, indicator_id=f"{SCHOOLS}/2", new=Decimal(share))
            for unit, share in zip(subordinates(workspace), (1, 0, 3), strict=True)
        ]
        edit_grid(workspace, shares, operator="王敏", at=NOW)
    desk.press("Ctrl+D")
    dialog = desk.dialog(DistributeDialog)
    dialog.findChild(QPushButton, "lastYearButton").click()
    files = dialog.findChild(QFileDialog, "lastYearFile")
    files.close()
    files.fileSelected.emit(str(tmp_path / "不是.yaodian"))
    desk.clerk.settle()
    dialog.findChild(MessageDialog).accept()
    files.fileSelected.emit(str(last))
    desk.clerk.settle()
    assert dialog.findChild(QLabel, "lastYearRead").text() == "去年有 1 个指标对得上（名称和单位相同）。"
    assert dialog.findChild(QRadioButton, "by_last_year").isChecked()
    dialog.findChild(QPushButton, "distributeButton").click()
    assert desk.shares(SCHOOLS, 2) == [Decimal(5), None, Decimal(15)]
    assert len(desk.stored.shares) == 2


def test_percentages_and_ceilings_show_that_each_unit_gets_the_target_itself(desk: Desk) -> None:
    def ceiling(workspace: Workspace) -> Changes:
        with workspace.transaction() as connection:
            connection.execute(
                "UPDATE indicators SET target = '5', unit = '%', direction = 'at_most' WHERE id = ?", (f"{EYES}/1",)
            )
        return Changes(plan=True)

    desk.clerk.runner.commit(ceiling)
    desk.clerk.settle()
    desk.go(EYES, 0)
    desk.press("L")
    assert [desk.says(EYES, unit, 1) for unit in range(3)] == ["≤5 %", "", ""]
    assert desk.beside(EYES, 1) == ["≤5 %", "各单位相同", "—"]
    assert "不分解" in str(desk.index(EYES, 0, 1).data(Qt.ItemDataRole.ToolTipRole))
    desk.go(EYES, 0, 1)
    desk.enter("4")
    desk.press("Return")
    assert desk.says(EYES, 0, 1) == "4" and desk.beside(EYES, 1)[1] == "各单位相同"


def test_filters_narrow_the_rows_and_say_when_there_are_none(desk: Desk) -> None:
    clerk = desk.clerk
    desk.go(SCHOOLS, 0, 1)
    desk.enter("5")
    desk.press("Return")
    clerk.find(QPushButton, "assign_remainder").click()
    assert SCHOOLS in {row.task.id for row in desk.page._grid.rows}
    clerk.find(QPushButton, "assign_open").click()
    assert SCHOOLS not in {row.task.id for row in desk.page._grid.rows}
    clerk.find(QPushButton, "assign_all").click()
    search = clerk.find(QLineEdit, "assignSearch")
    search.setFocus()
    QTest.keyClicks(search, "xyz")
    assert clerk.says("assignEmpty") == "没有符合条件的任务"
    search.clear()
    parts = clerk.find(QComboBox, "assignPart")
    parts.setCurrentIndex(2)
    assert {row.task.part_number for row in desk.page._grid.rows} == {parts.currentData()}


def test_a_cell_that_the_disk_refuses_stays_as_it_was(desk: Desk) -> None:
    desk.clerk.refuse_writing(refuse=True)
    desk.go(CHECKUPS, 0)
    desk.press("L")
    said = desk.dialog(MessageDialog)
    assert said.isVisible() and desk.says(CHECKUPS, 0) == ""
    said.close()
    desk.clerk.refuse_writing(refuse=False)
    desk.view.setFocus()
    desk.press("L")
    assert desk.duties(CHECKUPS)[0] is LEAD


def test_the_menu_of_the_cells_does_what_the_keys_do(desk: Desk) -> None:
    desk.go(CHECKUPS, 0)
    desk.view.menu_wanted.emit(desk.view.mapToGlobal(desk.view.rect().center()))
    menu = next(menu for menu in desk.page.findChildren(QMenu) if menu.isVisible())
    texts = [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert texts == ["牵头", "配合", "清除", "复制", "连同标题复制", "粘贴", "分解指标…"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.duties(CHECKUPS)[0] is SUPPORT


def test_each_cell_is_read_aloud_with_its_row_and_its_unit(desk: Desk) -> None:
    desk.go(SCHOOLS, 1)
    desk.press("L")
    said = desk.index(SCHOOLS, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("牵头、第二小学、") and "新改扩建" in said
    assert desk.view.accessibleName() and desk.page._table.beside.accessibleName()


def test_what_is_being_typed_outlives_a_change_of_the_directory(desk: Desk) -> None:
    desk.go(SCHOOLS, 0, 1)
    desk.enter("1")
    desk.clerk.runner.commit(lambda ws: put_units(ws, [UnitFacts(name="新小学")], at=NOW))
    desk.clerk.settle()
    desk.enter("2")
    desk.press("Return")
    desk.clerk.settle()
    assert [unit.name for unit in desk.page._grid.units] == [*NAMES, "新小学"]
    assert desk.shares(SCHOOLS, 1)[0] == Decimal(12)


def test_rows_are_chosen_by_the_mouse_and_cells_by_the_keyboard(desk: Desk) -> None:
    beside = desk.page._table.beside
    row = desk.index(SCHOOLS, 0).row()
    beside.scrollTo(beside.model().index(row, 1))
    for at, held in ((row, Qt.KeyboardModifier.NoModifier), (row + 1, Qt.KeyboardModifier.ControlModifier)):
        place = beside.visualRect(beside.model().index(at, 1)).center()
        QTest.mouseClick(beside.viewport(), Qt.MouseButton.LeftButton, held, place)
    assert set(desk.view.cells()) == {(at, unit) for at in (row, row + 1) for unit in range(3)}
    desk.press("S")
    assert desk.duties(SCHOOLS) == [SUPPORT] * 3
    desk.press("Down")
    assert len(list(desk.view.cells())) == 1 and not beside.selectionModel().hasSelection()


def test_a_unit_says_what_it_was_sent_last(desk: Desk) -> None:
    sent = IssuedAssignment(
        unit_id=desk.units[0].id,
        plan_id="2021-p",
        version=2,
        check_code="4F7K-9QXM-2RTC",
        fingerprint="K7QM 2XHD 9PTA VW4E",
        file_name="任务下达表.xlsx",
        sha256="0" * 64,
        at=NOW,
        operator="王敏",
    )
    desk.clerk.runner.commit(lambda ws: add_issued(ws, sent))
    desk.clerk.settle()
    model = desk.view.model()
    tips = [model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for at in (0, 2)]
    assert tips[0].splitlines() == ["第一小学", "370801", "已下达第 2 版（2021年6月13日）"]
    assert tips[1].splitlines() == ["第三小学", "370803", "没有本程序，用空白填报表"]


def test_an_input_method_types_shares_and_stays_out_of_the_way_of_parts(desk: Desk) -> None:
    wanted = Qt.WidgetAttribute.WA_InputMethodEnabled
    desk.go(CHECKUPS, 0)
    assert not desk.view.testAttribute(wanted), "L must not begin a word"
    desk.go(CHECKUPS, 0, 1)
    assert desk.view.testAttribute(wanted)
    desk.clerk.type("２千")
    desk.press("Return")
    assert desk.shares(CHECKUPS, 1)[0] == Decimal(2000)
