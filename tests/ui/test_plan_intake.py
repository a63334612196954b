"""Work points from a document to the board, and later versions of them: nothing recorded, nothing corrected is lost."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.plan import read_plan
from models.store.database import open_workspace
from models.store.entries import entries, record
from models.store.periods import current_period
from models.store.plan_revision import plan_changes
from models.store.plans import current_plan, task, tasks
from models.store.records import Field, FieldEdit, PlanEvent
from models.work.beside import review_path
from models.work.kept_review import kept_review
from tests.ui.conftest import NOW, Office
from tests.ui.reviewer import Reviewer
from tests.ui.test_session import open_office, session_of, wait_window, window
from ui.operations.workspace import BUNDLED_PLAN
from ui.resources import resource
from ui.session import Session

TEXT = "某区教育局2021年工作要点\n一、抓安全\n1．管好校车。开展校车检查，约谈司机20人。召开安全会议。\n"
EYES = "11-A6FFWS"
LIGHTS = "为中小学校5000口教室更换防近视照明灯"


def click(parent: QWidget, name: str) -> None:
    QTest.mouseClick(parent.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def paste(session: Session, qtbot: QtBot, text: str) -> QWidget:
    """Go from the welcome dialog to the source dialog and read what is pasted there."""
    welcome = wait_window(qtbot, "welcomeDialog")
    click(welcome, "choosePlan")
    source = wait_window(qtbot, "planSourceDialog")
    source.findChild(QPlainTextEdit, "pasteBox").setPlainText(text)
    click(source, "readPasted")
    qtbot.waitUntil(lambda: window("planSourceDialog") is None, timeout=10_000)
    return welcome


def reviewer(session: Session, qtbot: QtBot) -> Reviewer:
    shown = wait_window(qtbot, "reviewWindow")
    assert isinstance(shown, QMainWindow)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return Reviewer(shown, session.intake._review, session.runner, qtbot)


def texts_of(path: Path) -> list[str]:
    with open_workspace(path) as workspace:
        return [one.text for one in tasks(workspace)]


def test_a_pasted_document_is_reviewed_and_becomes_the_board(empty_office: Office, qtbot: QtBot) -> None:
    with session_of(empty_office) as session:
        session.start(None)
        welcome = paste(session, qtbot, TEXT)
        assert welcome.findChild(QLabel, "planName").text() == "某区教育局2021年工作要点"
        click(welcome, "reviewPlan")
        person = reviewer(session, qtbot)
        person.turn_to("召开安全会议")
        person.press("Ins")
        person.type("开展应急演练")
        person.press("Ctrl+S")
        qtbot.waitUntil(lambda: session.window is not None and session.window.isVisible(), timeout=30_000)
        qtbot.waitUntil(lambda: session.window.page.task_id != "", timeout=10_000)
        assert "开展应急演练" in [one.task.text for one in session.window.page.board.tasks]
        assert window("reviewWindow") is None
        assert window("welcomeDialog") is None
    assert not review_path(empty_office.workspace).exists()


def test_a_review_that_was_left_is_offered_with_its_time(empty_office: Office, qtbot: QtBot) -> None:
    with session_of(empty_office) as session:
        session.start(None)
        click(paste(session, qtbot, TEXT), "reviewPlan")
        person = reviewer(session, qtbot)
        person.turn_to("召开安全会议")
        person.press("Ins")
        person.type("开展应急演练")
        person.window.close()
        qtbot.waitUntil(lambda: window("reviewWindow") is None)
        assert "任务" in wait_window(qtbot, "welcomeDialog").findChild(QLabel, "planNote").text()
    assert kept_review(empty_office.workspace) is not None
    with session_of(empty_office) as session:
        session.start(None)
        offer = wait_window(qtbot, "resumeReviewDialog")
        assert "10:32" in offer.findChild(QLabel, "resumeAbout").text()
        click(offer, "resumeReview")
        person = reviewer(session, qtbot)
        assert "开展应急演练" in person.texts
        person.push("adoptButton")
        qtbot.waitUntil(lambda: session.window is not None and session.window.isVisible(), timeout=30_000)
    assert "开展应急演练" in texts_of(empty_office.workspace)


def test_a_review_that_is_not_wanted_is_forgotten(empty_office: Office, qtbot: QtBot) -> None:
    with session_of(empty_office) as session:
        session.start(None)
        click(paste(session, qtbot, TEXT), "reviewPlan")
        person = reviewer(session, qtbot)
        person.turn_to("召开安全会议")
        person.press("Del")
        person.window.close()
    with session_of(empty_office) as session:
        session.start(None)
        click(wait_window(qtbot, "resumeReviewDialog"), "discardReview")
        qtbot.waitUntil(lambda: not review_path(empty_office.workspace).exists(), timeout=10_000)


def test_a_plan_without_tasks_is_refused_and_the_review_stays(empty_office: Office, qtbot: QtBot) -> None:
    with session_of(empty_office) as session:
        session.start(None)
        welcome = wait_window(qtbot, "welcomeDialog")
        click(welcome, "choosePlan")
        click(wait_window(qtbot, "planSourceDialog"), "blankPlan")
        qtbot.keyClick(welcome.findChild(QLineEdit, "unitName"), Qt.Key.Key_Return)
        person = reviewer(session, qtbot)
        person.push("adoptButton")
        told = wait_window(qtbot, "messageDialog")
        assert "没有找到任务" in told.findChild(QLabel, "messageHappened").text()
        QTest.keyClick(told, Qt.Key.Key_Return)
        assert person.window.isVisible()
        assert person.find(QPushButton, "adoptButton").isEnabled()


def lines_of(shown: QWidget) -> list[str]:
    """Read the list of changes beside the form."""
    return [one.text() for one in shown.findChild(QWidget, "changes").findChildren(QLabel)]


@pytest.fixture
def reported(office: Office) -> Office:
    """An office that has reported on two tasks already."""
    with open_workspace(office.workspace) as workspace:
        period = current_period(workspace)
        lights = next(one for one in tasks(workspace) if one.text == LIGHTS)
        edits = [
            FieldEdit(period=period, task_id=EYES, field=Field.NARRATIVE, new="已筛查一半"),
            FieldEdit(period=period, task_id=lights.id, field=Field.NARRATIVE, new="换了两千口"),
        ]
        record(workspace, edits, operator="王敏", at=NOW)
    return office


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A later version: one target changed, one reported task gone, one new."""
    text = resource(BUNDLED_PLAN).read_text(encoding="utf-8")
    for old, new in (
        ("5000口教室", "6000口教室"),
        ("组织100万中小学生开展视力筛查，", ""),
        ("举办第二届中小学生艺体大赛", "举办第二届中小学生艺体大赛，开展千校万师家访活动"),
    ):
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "新版 要点.txt"
    path.write_text(text, encoding="utf-8")
    return path


def compare(session: Session, qtbot: QtBot, later: Path) -> QWidget:
    """Name the later version, go through its review if there is one, and see what it changes."""
    shown = open_office(session, qtbot)
    shown._actions.later_plan.trigger()
    source = wait_window(qtbot, "planSourceDialog")
    source.findChild(QLineEdit, "planPath").setText(str(later))
    QTest.keyClick(source.findChild(QLineEdit, "planPath"), Qt.Key.Key_Return)
    reached: Callable[[], bool] = lambda: bool(window("planCompareDialog") or window("reviewWindow"))  # noqa: E731
    qtbot.waitUntil(reached, timeout=15_000)
    if window("reviewWindow"):
        reviewer(session, qtbot).press("Ctrl+S")
    return wait_window(qtbot, "planCompareDialog")


def test_a_later_version_keeps_what_was_recorded(reported: Office, later: Path, qtbot: QtBot) -> None:
    with session_of(reported) as session:
        dialog = compare(session, qtbot, later)
        assert dialog.findChild(QLabel, "count_targets").text() == "◆ 改指标 1"
        assert dialog.findChild(QLabel, "count_kept").text() == "－ 取消 1"
        assert "记录仍在" in dialog.findChild(QLabel, "compareGone").text()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window("planCompareDialog") is None, timeout=15_000)
        qtbot.waitUntil(
            lambda: any("6000口" in one.task.text for one in session.window.page.board.tasks), timeout=10_000
        )
        page = session.window.page
        page.go_to(next(one.task.id for one in page.board.tasks if "6000口" in one.task.text))
        qtbot.waitUntil(lambda: any("≥ 5000 口 → ≥ 6000 口" in words for words in lines_of(session.window)))
    with open_workspace(reported.workspace) as workspace:
        ids = {one.id: one for one in tasks(workspace)}
        lights = next(one for one in ids.values() if "6000口" in one.text)
        said = {key: one.narrative for key, one in entries(workspace, current_period(workspace)).items()}
        assert said[lights.id] == "换了两千口"
        assert EYES not in ids
        assert (task(workspace, EYES).text, said[EYES]) == ("组织100万中小学生开展视力筛查", "已筛查一半")
        assert "6000口" in current_plan(workspace).source
        events = {(one.event, one.old, one.new) for one in plan_changes(workspace)}
        assert (PlanEvent.TARGET, "≥ 5000 口", "≥ 6000 口") in events
        assert (PlanEvent.RETIRED, "组织100万中小学生开展视力筛查", None) in events


def test_changes_are_taken_in_one_by_one(reported: Office, later: Path, qtbot: QtBot) -> None:
    with session_of(reported) as session:
        dialog = compare(session, qtbot, later)
        view = dialog.findChild(QListView, "planChanges")
        click(dialog, "tickNone")
        assert not dialog.findChild(QPushButton, "acceptChanges").isEnabled()
        rows = [view.model().index(at, 0).data() for at in range(view.model().rowCount())]
        view.setCurrentIndex(view.model().index(next(at for at, said in enumerate(rows) if "6000口" in said), 0))
        assert "6" in dialog.findChild(QLabel, "afterText").text()
        QTest.keyClick(view, Qt.Key.Key_Space)
        assert dialog.findChild(QPushButton, "acceptChanges").text() == "采用选中的 1 处变化"
        click(dialog, "acceptChanges")
        qtbot.waitUntil(lambda: window("planCompareDialog") is None, timeout=15_000)
    with open_workspace(reported.workspace) as workspace:
        texts = {one.id: one.text for one in tasks(workspace)}
        assert EYES in texts
        assert any("6000口" in text for text in texts.values())
        assert not any("千校万师" in text for text in texts.values())
        assert len(texts) == 189


def test_the_workspaces_own_plan_is_put_right(reported: Office, qtbot: QtBot) -> None:
    with session_of(reported) as session:
        shown = open_office(session, qtbot)
        shown._actions.plan.trigger()
        person = reviewer(session, qtbot)
        person.turn_to("组织100万中小学生开展视力筛查")
        person.press("F2")
        person.type("组织100万中小学生开展视力筛查和矫正")
        person.press("Tab")
        person.fill("lead", "体卫艺科")
        person.press("Ctrl+S")
        dialog = wait_window(qtbot, "planCompareDialog")
        assert dialog.findChild(QPushButton, "acceptChanges").text() == "采用全部 1 处变化"
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window("reviewWindow") is None, timeout=15_000)
        qtbot.waitUntil(
            lambda: any(one.task.lead == ("体卫艺科",) for one in session.window.page.board.tasks), timeout=10_000
        )
    with open_workspace(reported.workspace) as workspace:
        assert task(workspace, EYES).text == "组织100万中小学生开展视力筛查和矫正"
        assert entries(workspace, current_period(workspace))[EYES].narrative == "已筛查一半"
    assert not review_path(reported.workspace).exists()


def test_a_correction_that_was_left_is_gone_on_with(reported: Office, qtbot: QtBot) -> None:
    with session_of(reported) as session:
        open_office(session, qtbot)._actions.plan.trigger()
        person = reviewer(session, qtbot)
        person.turn_to("组织100万中小学生健康体检")
        person.press("Ctrl+M")
        person.window.close()
        qtbot.waitUntil(lambda: window("reviewWindow") is None)
        session.window._actions.plan.trigger()
        offer = wait_window(qtbot, "resumeReviewDialog")
        click(offer, "laterButton")
        assert window("reviewWindow") is None
    assert kept_review(reported.workspace) is not None
    with session_of(reported) as session:
        open_office(session, qtbot)
        offer = wait_window(qtbot, "resumeReviewDialog")
        assert "撤销" in offer.findChild(QLabel, "resumeUndo").text()
        click(offer, "resumeReview")
        person = reviewer(session, qtbot)
        assert len(person.texts) == 188
        person.press("Ctrl+S")
        click(wait_window(qtbot, "planCompareDialog"), "acceptChanges")
        qtbot.waitUntil(lambda: window("reviewWindow") is None, timeout=15_000)
    assert len(texts_of(reported.workspace)) == 188
    with open_workspace(reported.workspace) as workspace:
        assert entries(workspace, current_period(workspace))[EYES].narrative == "已筛查一半"


def test_a_correction_that_a_slow_disk_has_not_taken_yet_is_gone_on_with(reported: Office, qtbot: QtBot) -> None:
    with session_of(reported) as session:
        open_office(session, qtbot)._actions.plan.trigger()
        person = reviewer(session, qtbot)
        disk = threading.Event()
        try:
            for _ in range(2):  # as many files as can be written at once
                session.runner.files(lambda _: disk.wait(60), done=lambda _: None)
            for text in ("组织100万中小学生健康体检", "为中小学校5000口教室"):
                person.turn_to(text)
                person.press("Ctrl+M")
            person.window.close()
            session.window._actions.plan.trigger()
            with qtbot.waitCallback() as asked:
                session.runner.read(lambda _: None, done=asked)
        finally:
            disk.set()
        click(wait_window(qtbot, "resumeReviewDialog"), "resumeReview")
        assert len(reviewer(session, qtbot).texts) == 187


def test_what_is_left_open_is_told_and_open_again_later(reported: Office, qtbot: QtBot) -> None:
    with session_of(reported) as session:
        shown = open_office(session, qtbot)
        shown._actions.plan.trigger()
        person = reviewer(session, qtbot)
        task_gone = person.turn_to("组织100万中小学生健康体检")
        person.press("Del")
        left = person.plan.left_over
        person.press("Ctrl+S")
        dialog = wait_window(qtbot, "planCompareDialog")
        assert dialog.findChild(QLabel, "compareOpen").text().startswith("还有1 段文字没有归入任务，随时可以")
        click(dialog, "acceptChanges")
        qtbot.waitUntil(lambda: window("reviewWindow") is None, timeout=15_000)
        said = session.window.findChild(QLabel, "saved")
        qtbot.waitUntil(lambda: said.text().startswith("还有1 段文字没有归入任务"), timeout=10_000)
        session.window._actions.plan.trigger()
        again = reviewer(session, qtbot)
        assert again.plan.left_over == left
        assert again.plan.source[left[0].start : left[0].end].startswith(task_gone.text)
        again.window.close()
        qtbot.waitUntil(lambda: window("reviewWindow") is None)


def test_the_same_document_again_changes_nothing(reported: Office, qtbot: QtBot) -> None:
    before = texts_of(reported.workspace)
    assert before == [one.text for one in read_plan(resource(BUNDLED_PLAN)).tasks]
    with session_of(reported) as session:
        dialog = compare(session, qtbot, resource(BUNDLED_PLAN))
        assert dialog.findChild(QListView, "planChanges").model().rowCount() == 0
        click(dialog, "acceptChanges")
        qtbot.waitUntil(lambda: window("planCompareDialog") is None, timeout=15_000)
    with open_workspace(reported.workspace) as workspace:
        assert [one.text for one in tasks(workspace)] == before
        assert plan_changes(workspace) == ()
    QApplication.processEvents()
