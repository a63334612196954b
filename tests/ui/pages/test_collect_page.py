"""收表 in the window: real returns are collected, a signer is confirmed, one return is sent back, receipts leave."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Status
from models.plan.read import read_plan
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.signing.trust import Trust
from models.signing.verify import verify
from models.store.database import Workspace, open_workspace
from models.store.directory import UnitFacts, put_units
from models.store.entries import record
from models.store.records import Field, FieldEdit
from models.store.signers import How
from models.work.received_returns import ReturnState, judged_returns
from models.work.return_content import SignOff, return_content
from models.work.signers import confirm
from models.work.start import start_workspace
from models.workbooks.export import SignedWorkbook, export_return
from models.workbooks.receive import receive_receipt
from tests.ui.clerk import CHECKUPS, Clerk
from tests.ui.conftest import NOW
from ui.dialogs.receipts_dialog import ReceiptsDialog
from ui.dialogs.review_dialog import ReviewDialog
from ui.operations.workspace import BUNDLED_PLAN
from ui.page_stack import PageName
from ui.pages.collect_page import CollectPage
from ui.resources import resource

AT = datetime(2021, 6, 10, 9, tzinfo=UTC)
Q2 = Period(2021, PeriodKind.QUARTER, 2)
NAMES = {"01": "第一小学", "02": "第二小学", "03": "第三小学"}


@pytest.fixture(scope="module")
def identities() -> dict[str, Identity]:
    """Return the units' identities."""
    return {
        code: create_identity(unit_name=name, unit_code=code, at=AT, algorithm=Algorithm.P_256)
        for code, name in NAMES.items()
    }


@pytest.fixture
def sent(tmp_path: Path, identities: dict[str, Identity]) -> Iterator[dict[str, SignedWorkbook]]:
    """Return the first return of each unit."""
    plan, made = read_plan(resource(BUNDLED_PLAN)), {}
    for code, name in NAMES.items():
        with start_workspace(
            tmp_path / f"{code}.yaodian",
            plan=plan,
            unit_name=name,
            unit_code=code,
            operator="李四",
            installation_id="t",
            at=AT,
        ) as workspace:
            edits = [
                FieldEdit(period=Q2, task_id=CHECKUPS, field=Field.STATUS, new=Status.IN_PROGRESS),
                FieldEdit(period=Q2, task_id=CHECKUPS, field=Field.NARRATIVE, new=f"{name}已完成三个年级的体检工作。"),
            ]
            record(workspace, edits, operator="李四", at=AT)
            content = return_content(workspace, Q2, sign_off=SignOff(filled_by="李四"), at=AT)
            made[code] = export_return(content, identities[code], at=AT)
    yield made


@pytest.fixture
def stick(tmp_path: Path, sent: dict[str, SignedWorkbook]) -> Path:
    """Return a folder with two returns, one of them by a signer who is known, and one that was altered."""
    folder = tmp_path / "U 盘"
    folder.mkdir()
    for code in ("01", "02"):
        (folder / sent[code].file_name).write_bytes(sent[code].data)
    altered = bytearray(sent["03"].data)
    altered[400] ^= 1
    (folder / sent["03"].file_name).write_bytes(bytes(altered))
    return folder


@pytest.fixture
def page(clerk: Clerk, sent: dict[str, SignedWorkbook]) -> CollectPage:
    """Return the page of a superior who knows three units and the first one's signature."""
    signer = verify(sent["01"].data, Trust()).signer
    assert signer is not None

    def work(workspace: Workspace) -> Changes:
        changes = put_units(workspace, [UnitFacts(name=name, code=code) for code, name in NAMES.items()], at=NOW)
        return changes | confirm(workspace, signer, unit=("", ""), how=How.PHONE, operator="王敏", at=NOW)

    clerk.runner.commit(work)
    clerk.window.pages.turn_to(PageName.COLLECT)
    clerk.settle()
    made = clerk.window.pages.page(PageName.COLLECT)
    assert isinstance(made, CollectPage)
    return made


def collected(clerk: Clerk, page: CollectPage, *paths: Path) -> None:
    page.collect(paths)
    clerk.qtbot.waitUntil(lambda: page._collection is None, timeout=20_000)
    clerk.settle()


def column(clerk: Clerk) -> list[str]:
    """Read the second quarter's column."""
    model = clerk.find(QTableView, "collectBoard").model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def open_dialog(clerk: Clerk, kind: type[QDialog]) -> QDialog:
    clerk.settle()
    return next(one for one in clerk.window.findChildren(kind) if one.isVisible())


def test_each_file_goes_where_it_belongs(clerk: Clerk, page: CollectPage, stick: Path) -> None:
    assert column(clerk) == ["○ 未报"] * 3
    collected(clerk, page, stick)
    assert column(clerk)[:2] == ["◔ 待审核", "? 签名待确认"]
    assert clerk.says("collectCount") == "收入 1 · 原已收过 0 · 放在一边 2"
    filed = clerk.find(QListWidget, "filed")
    assert filed.count() == 2
    collected(clerk, page, stick)
    assert clerk.says("collectCount") == "收入 0 · 原已收过 1 · 放在一边 2"


def test_what_was_put_aside_says_what_happened_and_what_to_do(clerk: Clerk, page: CollectPage, stick: Path) -> None:
    collected(clerk, page, stick)
    filed = clerk.find(QListWidget, "filed")
    filed.setCurrentItem(filed.findItems("第二小学", Qt.MatchFlag.MatchContains)[0])
    assert clerk.says("detailState") == "? 签名待确认"
    assert clerk.says("detailAdvice") and clerk.find(QPushButton, "confirmSigner").isEnabled()
    view = clerk.find(QTableView, "collectBoard")
    view.setCurrentIndex(view.model().index(0, 2))
    assert clerk.says("detailTitle") == "第一小学 · 2021年第二季度"
    assert clerk.find(QPushButton, "reviewReturn").text() == "审核…"


def test_a_confirmed_signer_s_return_is_taken_in_at_once(
    clerk: Clerk, page: CollectPage, stick: Path, sent: dict[str, SignedWorkbook]
) -> None:
    collected(clerk, page, stick)
    signer = verify(sent["02"].data, Trust()).signer
    assert signer is not None
    clerk.runner.commit(lambda ws: confirm(ws, signer, unit=("", ""), how=How.PHONE, operator="王敏", at=NOW))
    page.collect([stick / sent["02"].file_name], one_of_many=True)
    clerk.qtbot.waitUntil(lambda: page._collection is None, timeout=20_000)
    clerk.settle()
    assert column(clerk)[:2] == ["◔ 待审核"] * 2
    assert clerk.find(QListWidget, "filed").count() == 1, "the altered one stays listed"


def test_files_can_be_dropped(clerk: Clerk, page: CollectPage, stick: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(stick))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
    clerk.qtbot.waitUntil(lambda: page._collection is None, timeout=20_000)
    clerk.settle()
    assert column(clerk)[0] == "◔ 待审核"


def test_a_return_is_sent_back_with_comments_and_a_receipt_leaves(
    clerk: Clerk, page: CollectPage, stick: Path, tmp_path: Path
) -> None:
    collected(clerk, page, stick)
    view = clerk.find(QTableView, "collectBoard")
    view.setCurrentIndex(view.model().index(0, 2))
    clerk.find(QPushButton, "reviewReturn").click()
    dialog = open_dialog(clerk, ReviewDialog)
    clerk.qtbot.waitUntil(lambda: dialog.findChild(QListWidget, "reviewTasks").count() == 189)
    back = dialog.findChild(QPushButton, "returnButton")
    assert not back.isEnabled() and "意见" in back.toolTip()
    tasks = dialog.findChild(QListWidget, "reviewTasks")
    row = next(at for at in range(tasks.count()) if "健康体检" in tasks.item(at).text())
    tasks.setCurrentRow(row)
    QTest.keyClicks(dialog.findChild(QPlainTextEdit, "taskComment"), "no figure; add it")
    assert back.isEnabled() and tasks.item(row).text().endswith("✎")
    back.click()
    clerk.settle()
    assert column(clerk)[0] == "↩ 退回修改"
    clerk.find(QPushButton, "writeReceiptsButton").click()
    receipts = open_dialog(clerk, ReceiptsDialog)
    folder = tmp_path / "回执"
    receipts.findChild(QLineEdit, "receiptsFolder").setText(str(folder))
    receipts.findChild(QPushButton, "writeReceipts").click()
    clerk.settle()
    assert receipts.findChild(QLabel, "receiptsSaid").text() == "● 已写出 1 份审核回执"
    (path,) = folder.iterdir()
    with open_workspace(clerk.workspace) as workspace:
        (judged,) = judged_returns(workspace)
    assert judged.state is ReturnState.RETURNED
    read = verify(path.read_bytes(), Trust()).signer
    assert read is not None
    content = receive_receipt(path.read_bytes(), Trust(expected=read.fingerprint)).content
    assert [(line.task_id, line.comment) for line in content.rows] == [(CHECKUPS, "no figure; add it")]
    receipts.close()


def test_an_accepted_return_shows_and_the_reminder_names_the_others(
    clerk: Clerk, page: CollectPage, stick: Path
) -> None:
    collected(clerk, page, stick)
    view = clerk.find(QTableView, "collectBoard")
    view.setCurrentIndex(view.model().index(0, 2))
    clerk.find(QPushButton, "reviewReturn").click()
    dialog = open_dialog(clerk, ReviewDialog)
    accept = dialog.findChild(QPushButton, "acceptButton")
    clerk.qtbot.waitUntil(accept.isEnabled)
    accept.click()
    clerk.settle()
    assert column(clerk)[0] == "● 已通过"
    clerk.find(QPushButton, "copyReminder").click()
    assert "尚未报送（2个）：第二小学、第三小学。" in QGuiApplication.clipboard().text()
    clerk.find(QPushButton, "collect_missing").click()
    assert len(column(clerk)) == 2


def test_a_decision_is_no_answer_to_enter(clerk: Clerk, page: CollectPage, stick: Path) -> None:
    collected(clerk, page, stick)
    view = clerk.find(QTableView, "collectBoard")
    view.setCurrentIndex(view.model().index(0, 2))
    clerk.find(QPushButton, "reviewReturn").click()
    dialog = open_dialog(clerk, ReviewDialog)
    clerk.qtbot.waitUntil(dialog.findChild(QPushButton, "acceptButton").isEnabled)
    QTest.keyClick(dialog.findChild(QLineEdit, "generalComment"), Qt.Key.Key_Return)
    clerk.settle()
    assert dialog.isVisible() and column(clerk)[0].startswith("◔")
    dialog.reject()


def test_an_altered_copy_hides_no_return_that_is_here(
    clerk: Clerk, page: CollectPage, stick: Path, sent: dict[str, SignedWorkbook], tmp_path: Path
) -> None:
    collected(clerk, page, stick)
    copy = tmp_path / sent["01"].file_name
    altered = bytearray(sent["01"].data)
    altered[400] ^= 1
    copy.write_bytes(bytes(altered))
    collected(clerk, page, copy)
    assert column(clerk)[0].startswith("◔")


def test_the_page_follows_the_period_of_the_window(clerk: Clerk, page: CollectPage) -> None:
    periods = clerk.find(QComboBox, "period")
    third = next(at for at in range(periods.count()) if periods.itemData(at) == Period(2021, PeriodKind.QUARTER, 3))
    periods.setCurrentIndex(third)
    periods.activated.emit(third)
    clerk.settle()
    assert "第三季度" in clerk.find(QLabel, "collectTitle").text()


def test_without_units_the_page_says_where_to_begin(clerk: Clerk) -> None:
    clerk.window.pages.turn_to(PageName.COLLECT)
    clerk.settle()
    assert clerk.says("collectEmpty").startswith("名录里还没有下级单位")
    QApplication.processEvents()


def test_a_folder_that_is_gone_is_said(clerk: Clerk, page: CollectPage, tmp_path: Path) -> None:
    collected(clerk, page, tmp_path / "拔掉了")
    assert clerk.says("collectCount") == "收入 0 · 原已收过 0 · 放在一边 1"
    filed = clerk.find(QListWidget, "filed")
    assert filed.item(0).text().startswith("! 打不开")
