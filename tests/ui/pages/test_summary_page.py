"""汇总 in the window: proposals are taken by a key and taken back, rolled up otherwise, and written out."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
)

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, Status
from models.store.database import Workspace, open_workspace
from models.store.entries import record
from models.store.outbox import Paper, outbox
from models.store.period_events import Event, PeriodEvent, add_event
from models.store.plans import tasks
from models.store.records import Field, FieldEdit
from models.store.unit_weights import put_weights
from models.work.closures import close_task, closed_tasks
from tests.models.work.received_example import reported, units
from tests.ui.clerk import CHECKUPS, EYES, SCHOOLS, Clerk
from tests.ui.conftest import NOW, UNIT, Office
from ui.dialogs.closures_dialog import ClosuresDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.take_all_dialog import TakeAllDialog
from ui.page_stack import PageName
from ui.pages.summary_page import SummaryPage
from ui.tables.roll_up_table import ROW, Column

Q1, Q2 = (Period(2021, PeriodKind.QUARTER, n) for n in (1, 2))
NARRATIVES = {CHECKUPS: "三个年级体检完成。"}


def figure(workspace: Workspace, task_id: str, position: int = 1) -> str:
    """Return the id of a task's indicator."""
    return next(one for one in tasks(workspace) if one.id == task_id).indicators[position - 1].id


@pytest.fixture
def page(clerk: Clerk) -> SummaryPage:
    """Return the page of a superior of four units: two accepted, one waiting, one silent in this quarter."""

    def work(workspace: Workspace) -> Changes:
        checkups, eyes = figure(workspace, CHECKUPS), figure(workspace, EYES)
        of = units(workspace, NOW, "甲县", "乙县", "丙县", "丁县")
        put_weights(workspace, "学生数", {of["甲县"]: Decimal(3000), of["乙县"]: Decimal(1000)})
        accepted = {"narratives": NARRATIVES, "decision": Decision.ACCEPTED}
        reported(workspace, of["丁县"], Q1, NOW - timedelta(days=80), amounts={checkups: "5"}, **accepted)
        reported(workspace, of["甲县"], Q2, NOW, amounts={checkups: "300.5", eyes: "7"}, **accepted)
        reported(workspace, of["乙县"], Q2, NOW, amounts={checkups: "200"}, **accepted)
        reported(workspace, of["丙县"], Q2, NOW, amounts={checkups: "1000"}, narratives=NARRATIVES)
        return Changes(received=True, units=True)

    clerk.runner.commit(work)
    clerk.settle()
    QTest.keyClick(clerk.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert clerk.window.pages.shown is PageName.SUMMARY
    made = clerk.window.pages.page(PageName.SUMMARY)
    assert isinstance(made, SummaryPage)
    return made


def table(clerk: Clerk) -> QTableView:
    return clerk.find(QTableView, "rollUp")


def choose(clerk: Clerk, task_id: str) -> None:
    """Put the keyboard on the first row of a task."""
    view = table(clerk)
    at = next(row for row in range(view.model().rowCount()) if view.model().index(row, 0).data(ROW).key[0] == task_id)
    view.setCurrentIndex(view.model().index(at, 0))
    clerk.settle()


def cell(clerk: Clerk, task_id: str, column: Column) -> str:
    view = table(clerk)
    model = view.model()
    at = next(row for row in range(model.rowCount()) if model.index(row, 0).data(ROW).key[0] == task_id)
    return model.index(at, column).data()


def brought(clerk: Clerk) -> dict[str, str]:
    """Read what each unit brings, at the side."""
    model = clerk.find(QTableView, "contributions").model()
    return {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}


def press(clerk: Clerk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(clerk.cursor, key, modifier)
    clerk.settle()


def dialog_of(clerk: Clerk, kind: type[QDialog]) -> QDialog:
    clerk.settle()
    return next(one for one in clerk.window.findChildren(kind) if one.isVisible())


def close_period(clerk: Clerk) -> None:
    closing = PeriodEvent(
        at=NOW, operator="王敏", period=Q2, sequence=1, event=Event.CLOSED, check_code="4F7K-9QXM-2RTC"
    )
    clerk.runner.commit(lambda workspace: add_event(workspace, closing) | Changes(periods=True))
    clerk.settle()


def report(clerk: Clerk, task_id: str, status: Status) -> None:
    edit = FieldEdit(period=Q2, task_id=task_id, field=Field.STATUS, new=status)
    clerk.runner.commit(lambda workspace: record(workspace, [edit], operator="王敏", at=NOW))
    clerk.settle()


def test_each_unit_s_part_stands_beside_the_sum(clerk: Clerk, page: SummaryPage) -> None:
    choose(clerk, CHECKUPS)
    assert cell(clerk, CHECKUPS, Column.PROPOSAL) == "→ 500.5"
    assert cell(clerk, CHECKUPS, Column.MISSING) == "2  丙县、丁县"
    assert brought(clerk) == {"甲县": "300.5", "乙县": "200", "丙县": "◔ 待审核", "丁县": "○ 未报"}
    assert clerk.says("summaryTitle") == "汇总 · 2021年第二季度"
    assert clerk.find(QPushButton, "units_accepted").text() == "● 已通过 2"
    assert clerk.find(QPushButton, "rankFirst").text().startswith("1. ")


def test_enter_takes_the_proposal_and_ctrl_z_takes_it_back_without_leaving(clerk: Clerk, page: SummaryPage) -> None:
    choose(clerk, CHECKUPS)
    press(clerk, Qt.Key.Key_Return)
    assert list(clerk.amounts(CHECKUPS).values()) == ["500.5"]
    assert cell(clerk, CHECKUPS, Column.PROPOSAL) == "＝ 500.5" and cell(clerk, CHECKUPS, Column.OWN) == "500.5"
    assert clerk.actions.undo.text() == "撤销：采用下级汇总"
    press(clerk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert clerk.amounts(CHECKUPS) == {}
    assert clerk.window.pages.shown is PageName.SUMMARY
    assert table(clerk).currentIndex().data(ROW).key[0] == CHECKUPS
    press(clerk, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert list(clerk.amounts(CHECKUPS).values()) == ["500.5"]


def test_another_own_figure_is_marked_and_replaced_only_by_itself(clerk: Clerk, page: SummaryPage) -> None:
    with open_workspace(clerk.workspace) as workspace:
        indicator = figure(workspace, CHECKUPS)
    edit = FieldEdit(period=Q2, task_id=CHECKUPS, field=Field.VALUE, new=Decimal(9), indicator_id=indicator)
    clerk.runner.commit(lambda workspace: record(workspace, [edit], operator="王敏", at=NOW))
    clerk.settle()
    assert cell(clerk, CHECKUPS, Column.PROPOSAL) == "≠ 500.5"
    clerk.click(clerk.find(QPushButton, "summary_different"))
    assert table(clerk).model().rowCount() == 1
    press(clerk, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert clerk.amounts(CHECKUPS) == {indicator: "500.5"}
    assert clerk.says("summaryNothing").startswith("没有符合条件的任务")


def test_all_blank_ones_are_taken_after_a_look_and_taken_back_at_once(clerk: Clerk, page: SummaryPage) -> None:
    choose(clerk, EYES)
    press(clerk, Qt.Key.Key_Return)
    clerk.click(clerk.find(QPushButton, "takeAllProposals"))
    dialog = dialog_of(clerk, TakeAllDialog)
    shown = dialog.findChild(QListWidget, "takeAllList")
    assert [shown.item(at).text() for at in range(shown.count())] == [
        "11．组织中小学生健康体检 → 500.5人　▲ 2 个单位未计入"
    ]
    dialog.findChild(QPushButton, "leavePartial").click()
    assert not dialog.findChild(QPushButton, "takeChosen").isEnabled()
    shown.item(0).setCheckState(Qt.CheckState.Checked)
    assert clerk.amounts(CHECKUPS) == {}, "nothing is written before"
    dialog.findChild(QPushButton, "takeChosen").click()
    clerk.settle()
    assert list(clerk.amounts(CHECKUPS).values()) == ["500.5"] and list(clerk.amounts(EYES).values()) == ["7"]
    assert not clerk.find(QPushButton, "takeAllProposals").isEnabled()
    clerk.actions.undo.trigger()
    clerk.settle()
    assert clerk.amounts(CHECKUPS) == {} and list(clerk.amounts(EYES).values()) == ["7"]


def test_a_method_is_chosen_for_one_indicator(clerk: Clerk, page: SummaryPage) -> None:
    choose(clerk, CHECKUPS)
    box = clerk.find(QComboBox, "rollUpMethod")
    assert [box.itemText(at) for at in range(box.count())] == [
        "合计",
        "合计（未报取最近一期）",
        "按学生数加权平均",
        "不汇总，自己填",
    ]
    box.setFocus()
    press(clerk, Qt.Key.Key_Down)
    assert cell(clerk, CHECKUPS, Column.PROPOSAL) == "→ 505.5" and brought(clerk)["丁县"] == "5（上期）"
    press(clerk, Qt.Key.Key_Down)
    assert cell(clerk, CHECKUPS, Column.PROPOSAL) == "→ 275.38"
    assert clerk.find(QTableView, "contributions").model().columnCount() == 3
    press(clerk, Qt.Key.Key_Down)
    assert cell(clerk, CHECKUPS, Column.PROPOSAL) == "—" and not clerk.find(QPushButton, "takeProposal").isEnabled()
    choose(clerk, EYES)
    assert cell(clerk, EYES, Column.METHOD) == "合计", "the others stay"


def test_what_units_wrote_is_drawn_into_the_own_narrative_and_edited_there(clerk: Clerk, page: SummaryPage) -> None:
    choose(clerk, CHECKUPS)
    clerk.click(clerk.find(QPushButton, "summarySide_texts"))
    clerk.settle()
    drawn = "1.甲县：三个年级体检完成。\n2.乙县：三个年级体检完成。"
    assert clerk.text("drawnList").toPlainText() == drawn
    clerk.click(clerk.find(QPushButton, "drawIn"))
    clerk.settle()
    assert clerk.recorded("narrative", CHECKUPS) == drawn and not clerk.find(QPushButton, "drawIn").isEnabled()
    own = clerk.text("ownNarrative")
    clerk.click(own)
    clerk.press("Ctrl+End")
    clerk.type(" done")
    clerk.press("Tab")
    clerk.settle()
    assert clerk.recorded("narrative", CHECKUPS) == f"{drawn} done"
    for expected in (drawn, ""):
        clerk.actions.undo.trigger()
        clerk.settle()
        assert clerk.recorded("narrative", CHECKUPS) == expected == own.toPlainText()
    clerk.click(own)
    clerk.type("x" * 501)
    assert any(label.text() == "超出 1 字，打印不下" for label in page.findChildren(QLabel))


def test_a_narrative_that_is_being_typed_is_recorded_before_another_task_is_shown(
    clerk: Clerk, page: SummaryPage
) -> None:
    choose(clerk, CHECKUPS)
    clerk.click(clerk.find(QPushButton, "summarySide_texts"))
    clerk.click(clerk.text("ownNarrative"))
    clerk.type("typed")
    choose(clerk, EYES)
    assert clerk.recorded("narrative", CHECKUPS) == "typed" and clerk.text("ownNarrative").toPlainText() == ""
    clerk.click(clerk.text("ownNarrative"))
    clerk.type("kept")
    QTest.mouseClick(clerk.find(QToolButton, "rail_report"), Qt.MouseButton.LeftButton)
    clerk.settle()
    assert clerk.recorded("narrative", EYES) == "kept"


def test_a_narrative_that_cannot_be_recorded_holds_its_row(clerk: Clerk, page: SummaryPage) -> None:
    choose(clerk, CHECKUPS)
    clerk.click(clerk.find(QPushButton, "summarySide_texts"))
    clerk.click(clerk.text("ownNarrative"))
    clerk.type("typed")
    clerk.refuse_writing(refuse=True)
    choose(clerk, EYES)
    dialog_of(clerk, MessageDialog).accept()
    clerk.qtbot.waitUntil(lambda: table(clerk).currentIndex().data(ROW).key[0] == CHECKUPS)
    assert clerk.text("ownNarrative").toPlainText() == "typed"
    clerk.refuse_writing(refuse=False)
    choose(clerk, EYES)
    assert clerk.recorded("narrative", CHECKUPS) == "typed"


def test_a_closed_period_is_left_alone_and_that_is_said(clerk: Clerk, page: SummaryPage) -> None:
    choose(clerk, CHECKUPS)
    close_period(clerk)
    assert clerk.says("summaryClosedSaid").startswith("● 本期已导出第 1 次填报表")
    assert not clerk.find(QPushButton, "takeProposal").isEnabled()
    assert not clerk.find(QPushButton, "takeAllProposals").isEnabled()
    table(clerk).setFocus()
    press(clerk, Qt.Key.Key_Return)
    said = dialog_of(clerk, MessageDialog)
    assert "已经导出，不能再改" in said.findChild(QLabel, "messageHappened").text()
    said.accept()
    assert clerk.amounts(CHECKUPS) == {}
    clerk.click(clerk.find(QPushButton, "summarySide_texts"))
    clerk.settle()
    assert not clerk.find(QPushButton, "drawIn").isEnabled() and clerk.text("ownNarrative").isReadOnly()


def test_what_is_counted_leads_to_the_returns_and_to_the_task(clerk: Clerk, page: SummaryPage) -> None:
    clerk.click(clerk.find(QPushButton, "units_not-yet"))
    clerk.settle()
    assert clerk.window.pages.shown is PageName.COLLECT
    board = clerk.find(QTableView, "collectBoard")
    assert [board.model().index(row, 0).data() for row in range(board.model().rowCount())] == ["丁县"]
    clerk.window.pages.turn_to(PageName.SUMMARY)
    clerk.settle()
    choose(clerk, CHECKUPS)
    sides = clerk.find(QTableView, "contributions")
    sides.setFocus()
    sides.setCurrentIndex(sides.model().index(2, 0))
    press(clerk, Qt.Key.Key_Return)
    assert clerk.window.pages.shown is PageName.COLLECT and clerk.says("detailTitle") == "丙县 · 2021年第二季度"
    clerk.window.pages.turn_to(PageName.SUMMARY)
    clerk.settle()
    table(clerk).setFocus()
    press(clerk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert clerk.window.pages.shown is PageName.REPORT and clerk.window.page.task_id == CHECKUPS


def test_lights_and_filters_choose_the_rows(clerk: Clerk, page: SummaryPage) -> None:
    report(clerk, SCHOOLS, Status.BEHIND)
    everything = clerk.find(QPushButton, "summary_all")
    assert everything.text() == "全部任务 189"
    clerk.click(clerk.find(QPushButton, "summary_yellow"))
    keys = {table(clerk).model().index(row, 0).data(ROW).key[0] for row in range(table(clerk).model().rowCount())}
    assert keys == {SCHOOLS}
    clerk.click(everything)
    assert table(clerk).model().rowCount() >= 189


def test_a_search_finds_tasks_with_and_without_figures(clerk: Clerk, page: SummaryPage) -> None:
    press(clerk, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert clerk.cursor is clerk.find(QLineEdit, "summarySearch")
    clerk.type("视力筛查")
    clerk.settle()
    view = table(clerk)
    assert [view.model().index(row, 0).data(ROW).key[0] for row in range(view.model().rowCount())] == [EYES]
    press(clerk, Qt.Key.Key_Return)
    assert clerk.cursor is view and clerk.amounts(EYES) == {}
    press(clerk, Qt.Key.Key_Return)
    assert list(clerk.amounts(EYES).values()) == ["7"]
    clerk.find(QLineEdit, "summarySearch").setText("四风")
    assert table(clerk).model().rowCount() == 1 and not table(clerk).model().index(0, 0).data(ROW).line


def chosen_file(clerk: Clerk, action: str, path: Path) -> None:
    """Choose something in the menu of exports, and a place in the dialog that follows."""
    menu = clerk.find(QPushButton, "summaryExport").menu()
    next(one for one in menu.actions() if one.text().startswith(action)).trigger()
    dialog = next(one for one in clerk.window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()
    clerk.settle()


def test_the_papers_are_written_listed_in_the_outbox_and_can_be_opened(
    clerk: Clerk, page: SummaryPage, tmp_path: Path
) -> None:
    book, paper = tmp_path / "汇总.xlsx", tmp_path / "通报.docx"
    chosen_file(clerk, "汇总表", book)
    assert clerk.says("summaryWrittenSaid") == f"● 已写好：{book}"
    assert clerk.find(QPushButton, "openWritten").isEnabled()
    rows = {row[2].value: row[7].value for row in openpyxl.load_workbook(book)["指标汇总"].iter_rows(min_row=4)}
    assert rows["组织中小学生健康体检"] == 500.5
    chosen_file(clerk, "通报", paper)
    texts = [paragraph.text for paragraph in docx.Document(str(paper)).paragraphs]
    assert texts[0] == "关于2021年第二季度工作要点\n进展情况的通报"
    with open_workspace(clerk.workspace) as workspace:
        assert [(item.paper, item.path) for item in outbox(workspace)] == [
            (Paper.BULLETIN, paper),
            (Paper.SUMMARY, book),
        ]


def test_the_dialog_offers_a_name_in_documents(clerk: Clerk, page: SummaryPage, office: Office) -> None:
    office.places.documents.mkdir(parents=True, exist_ok=True)
    menu = clerk.find(QPushButton, "summaryExport").menu()
    next(one for one in menu.actions() if one.text().startswith("通报")).trigger()
    dialog = next(one for one in clerk.window.findChildren(QFileDialog) if one.isVisible())
    (path,) = map(Path, dialog.selectedFiles())
    assert path == office.places.documents / f"{UNIT}_2021年第二季度_通报.docx"
    dialog.close()


def test_all_data_goes_into_a_new_folder(clerk: Clerk, page: SummaryPage, tmp_path: Path) -> None:
    for number in ("", " (2)"):
        chosen_file(clerk, "全部数据", tmp_path)
        folder = tmp_path / f"{UNIT}_全部数据_{date(2021, 6, 13).isoformat()}{number}"
        assert clerk.says("summaryWrittenSaid") == f"● 已写好：{folder}"
        whole = json.loads((folder / "workspace.json").read_text("utf-8"))
        assert len(whole["tables"]["received_returns"]) == 4
        lines = (folder / "units.csv").read_text("utf-8-sig").splitlines()
        assert len(lines) == 6 and not list(tmp_path.glob(".*"))


def test_a_place_that_is_gone_is_said(clerk: Clerk, page: SummaryPage, tmp_path: Path) -> None:
    chosen_file(clerk, "汇总表", tmp_path / "拔掉了" / "汇总.xlsx")
    assert dialog_of(clerk, MessageDialog).findChild(QLabel, "messageHappened").text().startswith("!")
    assert clerk.says("summaryWrittenSaid") == "" and clerk.find(QPushButton, "summaryExport").isEnabled()
    with open_workspace(clerk.workspace) as workspace:
        assert outbox(workspace) == ()


def filters(clerk: Clerk) -> dict[str, str]:
    """Read the filters above the tasks of the reporting page."""
    chips = clerk.window.page.tasks.findChildren(QPushButton)
    return {chip.objectName(): chip.text() for chip in chips if not chip.isHidden()}


def test_a_closed_task_leaves_the_list_of_tasks_until_it_has_to_be_reported_again(
    clerk: Clerk, page: SummaryPage
) -> None:
    report(clerk, CHECKUPS, Status.COMPLETED)
    report(clerk, SCHOOLS, Status.IN_PROGRESS)
    clerk.runner.commit(lambda ws: close_task(ws, CHECKUPS, remark="验收", operator="王敏", at=NOW))
    clerk.window.pages.turn_to(PageName.REPORT)
    clerk.settle()
    clerk.turn_to(SCHOOLS)
    clerk.click(clerk.find(QPushButton, "filter_red"))
    clerk.click(clerk.find(QPushButton, "filter_all"))
    assert (filters(clerk)["filter_all"], filters(clerk)["filter_closed"]) == ("全部 188", "已销号 1")
    assert CHECKUPS not in shown_tasks(clerk)
    clerk.click(clerk.find(QPushButton, "filter_closed"))
    assert shown_tasks(clerk) == [CHECKUPS]
    assert clerk.row(CHECKUPS).data(ROW).note == "已销号"
    clerk.click(clerk.find(QPushButton, "filter_all"))
    clerk.find(QLineEdit, "search").setText("健康体检")
    assert shown_tasks(clerk) == [CHECKUPS], "a search finds it"
    clerk.find(QLineEdit, "search").clear()
    clerk.choose_period(2)
    assert CHECKUPS in shown_tasks(clerk), "its figure has to be in the next return too"


def shown_tasks(clerk: Clerk) -> list[str]:
    return [row.task.task.id for _, row in clerk.rows() if row.task is not None]


def test_a_task_is_closed_on_a_remark_and_opened_again_for_a_reason(
    clerk: Clerk, page: SummaryPage, tmp_path: Path
) -> None:
    report(clerk, CHECKUPS, Status.COMPLETED)
    clerk.click(clerk.find(QPushButton, "closuresButton"))
    dialog = dialog_of(clerk, ClosuresDialog)
    shown, act = dialog.findChild(QListWidget, "closuresList"), dialog.findChild(QPushButton, "closeTask")
    clerk.qtbot.waitUntil(lambda: shown.count() == 1)
    assert "组织100万中小学生健康体检" in shown.item(0).text() and not act.isEnabled()
    assert "没有附佐证材料" in dialog.findChild(QLabel, "closureRests").text()
    remark = dialog.findChild(QPlainTextEdit, "closureRemark")
    QTest.keyClicks(remark, "accepted on 10 June")
    act.click()
    clerk.settle()
    with open_workspace(clerk.workspace) as workspace:
        assert closed_tasks(workspace) == {CHECKUPS}
    assert shown.count() == 0
    dialog.findChild(QPushButton, "closures_closed").click()
    assert shown.count() == 1 and "accepted on 10 June" in dialog.findChild(QLabel, "closureRests").text()
    QTest.keyClicks(remark, "checked again")
    act.click()
    clerk.settle()
    with open_workspace(clerk.workspace) as workspace:
        assert closed_tasks(workspace) == frozenset()
    dialog.close()
    assert filters(clerk)["filter_all"] == "全部 189" and "filter_closed" not in filters(clerk)
    listed = tmp_path / "结转.xlsx"
    chosen_file(clerk, "结转清单", listed)
    assert openpyxl.load_workbook(listed)["结转清单"]["A1"].value == "2021年工作要点结转清单"
