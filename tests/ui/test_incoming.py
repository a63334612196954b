"""What comes from the superior, in the window: assignments begin a workspace or change it, receipts lock or open it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from models.core.clock import FixedClock
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.store.database import open_workspace
from models.store.directory import UnitFacts
from models.store.plans import tasks
from models.store.superior import superior
from models.store.units import own_unit
from tests.models.work.example_plan import small_plan
from tests.ui.clerk import Clerk
from tests.ui.conftest import Office
from ui.commands.year_member import Member
from ui.dialogs.found_dialog import FoundDialog
from ui.dialogs.start_from_dialog import StartFromDialog
from ui.dialogs.take_in_dialog import TakeInDialog
from ui.dialogs.verify_dialog import VerifyDialog
from ui.main_window import MainWindow
from ui.operations.runner import Runner
from ui.operations.workspace import open_existing
from ui.session import Session

AT = datetime(2021, 6, 13, 2, tzinfo=UTC)
Q2 = Period(2021, PeriodKind.QUARTER, 2)
FIGURE, TASK = "01-AAAAAA/1", "01-AAAAAA"


@dataclass
class Pair:
    """A superior and its unit, played by the same code as the window runs."""

    above: Member
    below: Member
    folder: Path

    def assign(self, share: int) -> Path:
        folder = self.folder / f"下达{share}"
        folder.mkdir()
        facts = [UnitFacts(name=self.below.name, code=self.below.code)]
        return self.above.assign(facts, {self.below.code: {FIGURE: Decimal(share)}}, folder=folder)[self.below.code]

    def answered(self, decision: Decision, comment: str = "") -> Path:
        """Let the unit report, and the superior answer; return the receipt."""
        self.below.record(Q2, {FIGURE: Decimal(5)})
        path = self.below.report(Q2, self.folder / "上报")
        self.above.collect(path)
        return self.above.review({self.below.code: (decision, comment)}, Q2, self.folder / "回执")[self.below.code]


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Return a city bureau that has begun and a school that has not."""
    above = Member("某市教育局", "37", tmp_path / "市", AT - timedelta(days=30))
    above.start(small_plan())
    return Pair(above, Member("第一小学", "3701", tmp_path / "校", AT - timedelta(days=20)), tmp_path)


@pytest.fixture
def school(pair: Pair, runner: Runner, empty_office: Office, qtbot: QtBot) -> Iterator[Clerk]:
    """Return the window of the school, which took its first assignment."""
    pair.below.take(pair.assign(40))
    with qtbot.waitCallback(timeout=10_000) as done:
        open_existing(runner, path=pair.below.path, done=done, failed=pytest.fail)
    office = empty_office
    window = MainWindow(runner, places=office.places, clock=FixedClock(AT), settings=office.settings)
    with qtbot.waitSignal(window.ready, timeout=10_000):
        window.show()
    clerk = Clerk(window, runner, pair.below.path, qtbot)
    clerk.settle()
    yield clerk
    for dialog in QApplication.topLevelWidgets():
        dialog.hide()
    window.deleteLater()
    QApplication.processEvents()


def shown(clerk: Clerk, kind: type[QDialog]) -> QDialog:
    clerk.settle()
    clerk.qtbot.waitUntil(lambda: any(one.isVisible() for one in clerk.window.findChildren(kind)), timeout=10_000)
    clerk.settle()
    return next(one for one in clerk.window.findChildren(kind) if one.isVisible())


def texts(dialog: QDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


def test_a_changed_target_is_shown_before_it_is_taken(school: Clerk, pair: Pair) -> None:
    school.window.open_file(pair.assign(55))
    dialog = shown(school, TakeInDialog)
    assert dialog.findChild(QLabel, "takeInTitle").text() == "任务下达表 第 2 版"
    assert "指标1 40所 → 55所" in texts(dialog)
    with open_workspace(school.workspace) as workspace:
        assert tasks(workspace)[0].indicators[0].target == 40
    dialog.findChild(QPushButton, "takeInButton").click()
    school.settle()
    assert not dialog.isVisible()
    with open_workspace(school.workspace) as workspace:
        assert tasks(workspace)[0].indicators[0].target == 55


def test_the_same_again_says_so(school: Clerk, pair: Pair) -> None:
    path = pair.assign(55)
    pair.below.take(path)
    school.window.open_file(path)
    dialog = shown(school, TakeInDialog)
    assert "这一版已经导入过" in texts(dialog) and not dialog.findChild(QPushButton, "takeInButton").isEnabled()


def test_a_period_that_was_sent_back_opens_with_its_comment(school: Clerk, pair: Pair) -> None:
    receipt = pair.answered(Decision.RETURNED, "数字与附件不符")
    school.window.open_file(receipt)
    dialog = shown(school, TakeInDialog)
    assert "退回修改" in texts(dialog) and "数字与附件不符" in texts(dialog)
    dialog.findChild(QPushButton, "takeInButton").click()
    school.settle()
    assert "数字与附件不符" in school.says("periodSentence")
    assert not school.value().isReadOnly()


def test_an_accepted_period_is_locked_for_good(school: Clerk, pair: Pair) -> None:
    school.window.open_file(pair.answered(Decision.ACCEPTED))
    shown(school, TakeInDialog).findChild(QPushButton, "takeInButton").click()
    school.settle()
    assert school.says("periodHeadline") == "● 2021年第二季度已通过上级审核"
    assert school.value().isReadOnly()
    assert not school.actions.correct.isEnabled() and not school.actions.withdraw.isEnabled()


def test_what_is_dropped_on_the_window_is_led_where_it_belongs(school: Clerk, pair: Pair, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pair.assign(60)))])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    school.window.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, key))
    dialog = shown(school, TakeInDialog)
    dialog.reject()
    stranger = tmp_path / "别的.xlsx"
    stranger.write_bytes(b"no workbook")
    school.window.open_file(stranger)
    assert shown(school, VerifyDialog).isVisible()


def test_files_on_a_stick_are_found_and_looked_at_one_by_one(school: Clerk, pair: Pair, tmp_path: Path) -> None:
    stick = tmp_path / "U 盘" / "深" / "处"
    stick.mkdir(parents=True)
    (stick / "下达.xlsx").write_bytes(pair.assign(70).read_bytes())
    (stick / "照片.xlsx").write_bytes(b"something else")
    school.window._incoming.open_all([tmp_path / "U 盘"])
    dialog = shown(school, FoundDialog)
    found = dialog.findChild(QListWidget, "found")
    assert [found.item(at).text() for at in range(found.count())] == ["任务下达表   下达.xlsx"]
    dialog.findChild(QPushButton, "lookButton").click()
    assert "40所 → 70所" in texts(shown(school, TakeInDialog))


def test_another_unit_s_assignment_is_refused_and_changes_nothing(school: Clerk, pair: Pair, tmp_path: Path) -> None:
    folder = tmp_path / "别人的"
    folder.mkdir()
    other = pair.above.assign([UnitFacts(name="第二小学", code="3702")], {"3702": {FIGURE: Decimal(9)}}, folder=folder)
    school.window.open_file(other["3702"])
    said = shown(school, TakeInDialog)
    messages = [one.text() for one in said.findChildren(QLabel, "messageHappened")]
    assert messages and "第二小学" in "".join(one.text() for one in said.findChildren(QLabel))


def test_a_workspace_begins_with_the_assignment(pair: Pair, empty_office: Office, qtbot: QtBot) -> None:
    session = Session(places=empty_office.places, clock=FixedClock(AT), settings=empty_office.settings)
    with qtbot.waitSignal(session.welcomed, timeout=10_000) as welcomed:
        session.start(None, pair.assign(40))
    welcome = welcomed.args[0]
    qtbot.waitUntil(lambda: bool(welcome.findChildren(StartFromDialog)), timeout=10_000)
    (dialog,) = welcome.findChildren(StartFromDialog)
    go = dialog.findChild(QPushButton, "startFromButton")
    assert dialog.findChild(QLabel, "startUnit").text() == "第一小学" and not go.isEnabled()
    dialog.findChild(QLineEdit, "startOperator").setText("李四")
    for group in (
        dialog._check._groups if hasattr(dialog._check, "_groups") else dialog._check.findChildren(QPushButton)
    ):
        group.click()
    assert go.isEnabled()
    with qtbot.waitSignal(session.ready, timeout=20_000):
        go.click()
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=10_000)
    with open_workspace(empty_office.workspace) as workspace:
        unit, above = own_unit(workspace), superior(workspace)
        assert unit is not None and above is not None
        assert (unit.name, unit.code, above.name) == ("第一小学", "3701", "某市教育局")
        assert tasks(workspace)[0].indicators[0].target == 40
    session.window.close()
    session.close()
