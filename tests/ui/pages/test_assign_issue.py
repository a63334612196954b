"""下达 from the window to the files: signed, listed, recorded, read by the units; and blank forms for those without."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)

from models.core.periods import PeriodKind
from models.core.vocabulary import Duty
from models.signing.trust import Trust
from models.signing.verify import verify
from models.store.assignments import Assigned, GridEdit, edit_grid, issued
from models.store.database import Workspace, open_workspace
from models.store.directory import subordinates
from models.store.outbox import Fate, Paper, outbox
from models.work.assignment_content import AssignmentContent
from models.work.own_identity import change_protection
from models.workbooks.blank_form_read import read_blank_form
from models.workbooks.receive import receive_assignment
from tests.ui.clerk import CHECKUPS, SCHOOLS, Clerk, Kind
from tests.ui.conftest import NOW, Office
from tests.ui.pages.assigning import NAMES, Desk, put_schools
from ui.dialogs.blank_forms_dialog import BlankFormsDialog
from ui.dialogs.issue_dialog import IssueDialog
from ui.dialogs.issued_dialog import IssuedDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.stick_dialog import StickDialog
from ui.operations.task import Task
from ui.page_stack import PageName
from ui.settings import load_settings


@pytest.fixture
def desk(clerk: Clerk) -> Desk:
    """A superior who has given three schools something to do: shares of the new schools, and one more task to one."""

    def share_out(workspace: Workspace) -> Assigned:
        units = [unit.id for unit in subordinates(workspace)]
        edits = [
            GridEdit(unit_id=unit, task_id=SCHOOLS, indicator_id=f"{SCHOOLS}/1", new=Decimal(share))
            for unit, share in zip(units, (6, 4, 3), strict=True)
        ]
        more = GridEdit(unit_id=units[1], task_id=CHECKUPS, new=Duty.SUPPORT)
        return edit_grid(workspace, [*edits, more], operator="王敏", at=NOW)

    clerk.runner.commit(put_schools)
    clerk.runner.commit(share_out)
    clerk.window.pages.turn_to(PageName.ASSIGN)
    clerk.settle()
    return Desk(clerk)


@dataclass
class Issuing:
    """The dialog, and hands for it."""

    desk: Desk
    dialog: QDialog
    folder: Path

    def find(self, kind: type[Kind], name: str) -> Kind:
        return self.dialog.findChild(kind, name)

    @property
    def lines(self) -> list[str]:
        units = self.find(QListWidget, "issueUnits")
        return [units.item(at).text() for at in range(units.count())]

    def go(self) -> None:
        self.find(QPushButton, "issueGo").click()
        self.desk.clerk.settle()


def issuing(desk: Desk, folder: Path) -> Issuing:
    """Open the dialog and wait until it knows who gets what."""
    desk.clerk.find(QPushButton, "issueButton").click()
    dialog = desk.dialog(IssueDialog)
    made = Issuing(desk, dialog, folder)
    made.find(QLineEdit, "folderOfIssue").setText(str(folder))
    desk.clerk.qtbot.waitUntil(lambda: bool(made.lines))
    return made


def read(folder: Path) -> dict[str, AssignmentContent]:
    """Read each assignment as its unit would: through the door, by the superior's fingerprint."""
    found = {}
    for path in folder.glob("任务下达表_*.xlsx"):
        data = path.read_bytes()
        signer = verify(data, Trust()).signer
        assert signer is not None
        content = receive_assignment(data, Trust(expected=signer.fingerprint)).content
        found[path.name] = content
    return found


def test_each_unit_gets_its_signed_assignment_and_everything_is_on_record(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "U 盘" / "下达"
    folder.parent.mkdir()
    made = issuing(desk, folder)
    assert made.lines == [f"{name} · 首次下达，第 1 版" for name in NAMES]
    assert made.find(QLabel, "issueCount").text() == "写出 3 份"
    made.find(QCheckBox, "issue_reviewer").click()
    QTest.keyClicks(made.find(QLineEdit, "issueContact"), "0537-1")
    made.find(QPlainTextEdit, "issueRemark").setPlainText("请于月底前报送。")
    desk.clerk.qtbot.waitUntil(lambda: not made.dialog._pause.isActive())
    desk.clerk.settle()
    made.go()
    after = desk.dialog(IssuedDialog)
    assert after.findChild(QLabel, "issuedSaid").text() == "● 已签名写出 3 份任务下达表"
    contents = read(folder)
    assert sorted(contents) == sorted(f"任务下达表_{name}_2021_第1版.xlsx" for name in NAMES)
    content = contents["任务下达表_第二小学_2021_第1版.xlsx"]
    head = content.head
    assert (
        head.unit_name,
        head.version,
        head.period_kind,
        head.reviewer,
        head.unit_head,
        head.contact,
        head.remark,
    ) == (
        "第二小学",
        1,
        PeriodKind.QUARTER,
        True,
        False,
        "0537-1",
        "请于月底前报送。",
    )
    rows = [row for group in content.groups for row in group.rows]
    assert [(row.task_id, row.duty, row.target, row.whole) for row in rows] == [
        (CHECKUPS, Duty.SUPPORT, None, None),
        (SCHOOLS, Duty.LEAD, Decimal(4), Decimal(13)),
    ]
    assert (folder / "下达清单.xlsx").exists()
    with open_workspace(desk.clerk.workspace) as workspace:
        assert {one.version for one in issued(workspace)} == {1} and len(issued(workspace)) == 3
        assert [item.paper for item in outbox(workspace)] == [Paper.ASSIGNMENT] * 3
    after.close()
    remembered = load_settings(desk.clerk.window._settings.path).assigning
    assert (remembered["contact"], remembered["roles"]) == ("0537-1", "reviewer")
    again = issuing(desk, folder)
    assert again.find(QLineEdit, "issueContact").text() == "0537-1"
    assert again.find(QCheckBox, "issue_reviewer").isChecked()
    again.dialog.close()


def test_after_a_change_only_who_is_concerned_gets_the_next_version(desk: Desk, tmp_path: Path) -> None:
    first = issuing(desk, tmp_path / "一")
    first.go()
    desk.dialog(IssuedDialog).close()
    desk.go(SCHOOLS, 0, 1)
    desk.enter("7")
    desk.press("Return")
    second = issuing(desk, tmp_path / "二")
    assert second.lines == [
        "第一小学 · 有变化，第 2 版",
        "第二小学 · 没有变化，第 1 版仍有效",
        "第三小学 · 没有变化，第 1 版仍有效",
    ]
    assert second.find(QLabel, "issueCount").text() == "写出 1 份 · 2 个单位没有变化"
    second.find(QCheckBox, "issueEverything").click()
    desk.clerk.qtbot.waitUntil(lambda: "重新写出，仍是第 1 版" in second.lines[1])
    second.find(QCheckBox, "issueEverything").click()
    desk.clerk.qtbot.waitUntil(lambda: "没有变化" in second.lines[1])
    second.go()
    desk.dialog(IssuedDialog).close()
    assert list(read(tmp_path / "二")) == ["任务下达表_第一小学_2021_第2版.xlsx"]


def test_units_can_be_left_out_by_hand(desk: Desk, tmp_path: Path) -> None:
    made = issuing(desk, tmp_path / "下达")
    units = made.find(QListWidget, "issueUnits")
    units.setFocus()
    units.setCurrentRow(1)
    QTest.keyClick(units, Qt.Key.Key_Space)
    assert made.find(QPushButton, "issueGo").text() == "签名并写出 2 份"
    made.go()
    desk.dialog(IssuedDialog).close()
    assert len(read(tmp_path / "下达")) == 2


def test_what_is_odd_is_listed_stops_nothing_and_leads_to_its_row(desk: Desk, tmp_path: Path) -> None:
    desk.go(CHECKUPS, 1)
    made = issuing(desk, tmp_path / "下达")
    odd = made.find(QListWidget, "oddities")
    texts = [odd.item(at).text() for at in range(odd.count())]
    assert any(text.startswith("只有配合、没有牵头：") for text in texts)
    assert any(text.startswith("分解少了 20 所（目标 20，已分解 0）：") for text in texts)
    assert made.find(QPushButton, "issueGo").isEnabled()
    at = next(at for at, text in enumerate(texts) if text.startswith("分解少了 20 所"))
    odd.setFocus()
    odd.setCurrentRow(at)
    QTest.keyClick(odd, Qt.Key.Key_Return)
    assert not made.dialog.isVisible()
    assert desk.view.currentIndex().row() == desk.index(SCHOOLS, 0, 2).row()


def test_a_passphrase_is_asked_for_where_the_identity_has_one(desk: Desk, office: Office, tmp_path: Path) -> None:
    change_protection(office.workspace, places=office.places, current=None, wanted="correct horse battery")
    made = issuing(desk, tmp_path / "下达")
    field = made.find(QLineEdit, "issuePassphrase")
    desk.clerk.qtbot.waitUntil(field.isVisible)
    field.setText("wrong horse battery")
    made.go()
    said = desk.dialog(MessageDialog)
    said.close()
    assert not (tmp_path / "下达").exists()
    field.setText("correct horse battery")
    made.go()
    desk.dialog(IssuedDialog).close()
    assert len(read(tmp_path / "下达")) == 3


class Impatient:
    """Presses the cancel button of one task as soon as it begins."""

    def __init__(self, label: str) -> None:
        self._label = label

    def begin(self, task: Task) -> None:
        if task.label == self._label:
            assert task.can_cancel
            task.cancel()

    def end(self, task: Task) -> None:
        pass


def test_a_person_can_stop_it_and_nothing_is_left(desk: Desk, tmp_path: Path) -> None:
    made = issuing(desk, tmp_path / "下达")
    desk.clerk.runner._progress = Impatient("正在签名并写出任务下达表…")
    made.go()
    assert made.dialog.isVisible() and made.find(QPushButton, "issueGo").isEnabled()
    assert not (tmp_path / "下达").exists()
    with open_workspace(desk.clerk.workspace) as workspace:
        assert (issued(workspace), outbox(workspace)) == ((), ())
    desk.clerk.runner._progress = None
    made.go()
    desk.dialog(IssuedDialog).close()
    assert len(read(tmp_path / "下达")) == 3


def test_a_folder_that_is_gone_is_said_and_nothing_is_recorded(desk: Desk, tmp_path: Path) -> None:
    made = issuing(desk, tmp_path / "拔掉的盘" / "里面" / "下达")
    made.go()
    said = desk.dialog(MessageDialog)
    assert said.findChild(QLabel, "messageHappened").text().startswith("!")
    said.close()
    with open_workspace(desk.clerk.workspace) as workspace:
        assert issued(workspace) == ()
    assert made.dialog.isVisible() and made.find(QPushButton, "issueGo").isEnabled()
    made.find(QLineEdit, "folderOfIssue").setText(str(tmp_path / "别处"))
    made.go()
    desk.dialog(IssuedDialog).close()
    assert len(read(tmp_path / "别处")) == 3


def test_the_files_go_onto_a_stick_with_their_list(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = issuing(desk, tmp_path / "下达")
    made.go()
    after = desk.dialog(IssuedDialog)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    after.findChild(QPushButton, "openFolder").click()
    after.findChild(QPushButton, "openList").click()
    assert opened == [str(tmp_path / "下达"), str(tmp_path / "下达" / "下达清单.xlsx")]
    after.findChild(QPushButton, "toStick").click()
    stick = desk.dialog(StickDialog)
    target = tmp_path / "U 盘"
    target.mkdir()
    stick._copy_to(target)
    desk.clerk.settle()
    assert stick.findChild(QLabel, "stickSaid").text() == "● 4 个文件已写入并核对无误"
    assert len(read(target)) == 3 and (target / "下达清单.xlsx").exists()
    with open_workspace(desk.clerk.workspace) as workspace:
        assert {item.fate for item in outbox(workspace)} == {Fate.HANDED_OVER}
    stick.close()
    after.close()


def test_units_without_the_program_get_a_form_to_fill_in(desk: Desk, tmp_path: Path) -> None:
    desk.clerk.find(QPushButton, "formsButton").click()
    dialog = desk.dialog(BlankFormsDialog)
    periods = dialog.findChild(QComboBox, "formsPeriod")
    assert periods.currentText() == "2021年第二季度"
    periods.setCurrentIndex(2)
    dialog.findChild(QLineEdit, "folderOfIssue").setText(str(tmp_path / "空白表"))
    dialog.findChild(QPushButton, "formsGo").click()
    desk.clerk.settle()
    after = desk.dialog(IssuedDialog)
    assert after.findChild(QLabel, "issuedSaid").text() == "● 已写出 1 份空白填报表"
    (path,) = (tmp_path / "空白表").iterdir()
    assert path.name == "进展填报表（手填）_第三小学_2021_第三季度.xlsx"
    filled = read_blank_form(path.read_bytes())
    assert [row.task_id for group in filled.content.groups for row in group.rows] == [SCHOOLS]
    after.close()


def test_without_any_tasks_there_is_no_form_to_write(desk: Desk, tmp_path: Path) -> None:
    desk.go(SCHOOLS, 2)
    desk.press("Delete")
    desk.clerk.find(QPushButton, "formsButton").click()
    dialog = desk.dialog(BlankFormsDialog)
    dialog.findChild(QLineEdit, "folderOfIssue").setText(str(tmp_path / "空白表"))
    dialog.findChild(QPushButton, "formsGo").click()
    desk.clerk.settle()
    said = desk.dialog(MessageDialog)
    assert "没有可以写的空白填报表" in said.findChild(QLabel, "messageHappened").text()
    said.close()
    assert not (tmp_path / "空白表").exists()
    dialog.close()
