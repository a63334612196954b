"""佐证材料 on the form: dropped, pasted, chosen, opened, taken off and brought back, by mouse and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from models.work.evidence import evidence_folder
from tests.ui.clerk import CHECKUPS, EYES, Clerk


def paper(folder: Path, name: str = "验收意见.pdf", content: bytes = b"%PDF approved") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def copied(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag onto a widget as Qt does: the innermost that takes drops is asked first, then those around it."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    receiver: QWidget | None = target
    while receiver is not None:
        entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
        entered.setAccepted(False)
        if receiver.acceptDrops():
            QApplication.sendEvent(receiver, entered)
        if entered.isAccepted():
            QApplication.sendEvent(receiver, QDropEvent(QPointF(5, 5), copy, data, left, none))
            return True
        receiver = receiver.parentWidget()
    return False


def attached(clerk: Clerk, task_id: str = CHECKUPS) -> list[str]:
    return [row[0] for row in clerk.stored("SELECT name FROM evidence WHERE task_id = ? ORDER BY name", task_id)]


def chips(clerk: Clerk) -> list[str]:
    strip = clerk.window.findChild(QWidget, "evidence")
    buttons = [w for w in strip.findChildren(QPushButton) if w.objectName().startswith("evidence_") and w.isVisible()]
    return [button.text() for button in sorted(buttons, key=lambda button: button.objectName())]


@pytest.fixture
def at_work(clerk: Clerk) -> Clerk:
    clerk.turn_to(CHECKUPS)
    return clerk


@pytest.mark.parametrize("onto", ["narrative", "value_1", "status_behind", "form"])
def test_a_file_is_dropped_anywhere_on_the_form(at_work: Clerk, tmp_path: Path, onto: str) -> None:
    target = at_work.window.page.form.viewport() if onto == "form" else at_work.find(QWidget, onto)
    assert drop(target, copied(paper(tmp_path)))
    at_work.settle()
    assert (attached(at_work), chips(at_work)) == (["验收意见.pdf"], ["验收意见.pdf 13 B"])
    assert at_work.text("narrative").toPlainText() == ""
    assert any("附上验收意见.pdf" in line for line in at_work.reads("changes"))
    (kept,) = evidence_folder(at_work.workspace).iterdir()
    assert kept.read_bytes() == b"%PDF approved"


def test_text_is_no_evidence(at_work: Clerk) -> None:
    data = QMimeData()
    data.setText("不是文件")
    assert not drop(at_work.window.page.form.viewport(), data)


@pytest.mark.parametrize("where", ["narrative", "value_1", "status_behind"])
def test_a_picture_is_pasted_wherever_the_cursor_is(at_work: Clerk, where: str) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    target = at_work.find(QWidget, where)
    target.setFocus()
    QTest.keySequence(target, QKeySequence(QKeySequence.StandardKey.Paste))
    at_work.settle()
    assert attached(at_work) == ["粘贴的图片 2021-06-13 103205.png"]
    (kept,) = evidence_folder(at_work.workspace).iterdir()
    assert QImage.fromData(kept.read_bytes(), "PNG") == picture


def test_copied_files_are_pasted_and_copied_text_stays_text(at_work: Clerk, tmp_path: Path) -> None:
    narrative = at_work.text("narrative")
    narrative.setFocus()
    QGuiApplication.clipboard().setMimeData(copied(paper(tmp_path)))
    QTest.keySequence(narrative, QKeySequence(QKeySequence.StandardKey.Paste))
    at_work.settle()
    assert (attached(at_work), narrative.toPlainText()) == (["验收意见.pdf"], "")
    QGuiApplication.clipboard().setText("已验收")
    QTest.keySequence(narrative, QKeySequence(QKeySequence.StandardKey.Paste))
    assert narrative.toPlainText() == "已验收"


def test_files_are_chosen_with_the_button(at_work: Clerk, tmp_path: Path) -> None:
    at_work.click(at_work.find(QPushButton, "addEvidence"))
    dialog = at_work.window.findChild(QFileDialog, "evidenceFiles")
    dialog.filesSelected.emit([str(paper(tmp_path, "a.pdf")), str(paper(tmp_path, "b.pdf", b"other"))])
    dialog.reject()
    at_work.settle()
    assert attached(at_work) == ["a.pdf", "b.pdf"]


def test_taking_off_and_bringing_back(at_work: Clerk, tmp_path: Path) -> None:
    drop(at_work.window.page.form.viewport(), copied(paper(tmp_path)))
    at_work.settle()
    at_work.click(at_work.find(QToolButton, "removeEvidence_1"))
    at_work.settle()
    assert (attached(at_work), chips(at_work)) == ([], [])
    assert at_work.actions.undo.text() == "撤销：移除佐证材料"
    at_work.press("Ctrl+Z")
    at_work.settle()
    assert attached(at_work) == ["验收意见.pdf"]
    at_work.press("Ctrl+Z")
    at_work.settle()
    assert (attached(at_work), at_work.actions.redo.text()) == ([], "重做：附上佐证材料")
    at_work.press("Ctrl+Y")
    at_work.settle()
    assert chips(at_work) == ["验收意见.pdf 13 B"]


def test_chips_at_the_keyboard(at_work: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    drop(at_work.window.page.form.viewport(), copied(paper(tmp_path, "a.pdf"), paper(tmp_path, "b.pdf", b"other")))
    at_work.settle()
    at_work.text("remark").setFocus()
    at_work.press("Tab")
    assert at_work.cursor.objectName() == "evidence_1"
    at_work.press("Return")
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert (opened[0].name, opened[0].read_bytes()) == ("a.pdf", b"%PDF approved")
    assert evidence_folder(at_work.workspace) not in opened[0].parents
    at_work.press("Delete")
    at_work.settle()
    assert attached(at_work) == ["b.pdf"]
    at_work.press("Tab")
    assert at_work.cursor.accessibleName()


def test_evidence_belongs_to_its_task(at_work: Clerk, tmp_path: Path) -> None:
    drop(at_work.window.page.form.viewport(), copied(paper(tmp_path)))
    at_work.settle()
    at_work.turn_to(EYES)
    assert chips(at_work) == []
    at_work.turn_to(CHECKUPS)
    assert chips(at_work) == ["验收意见.pdf 13 B"]


def test_two_files_of_one_name_are_told_apart(at_work: Clerk, tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        drop(at_work.window.page.form.viewport(), copied(paper(tmp_path, "照片.jpg", content)))
        at_work.settle()
    assert attached(at_work) == ["照片 (2).jpg", "照片.jpg"]


def test_the_same_file_again_is_told_and_what_is_new_beside_it_is_attached(at_work: Clerk, tmp_path: Path) -> None:
    form = at_work.window.page.form.viewport()
    drop(form, copied(paper(tmp_path)))
    at_work.settle()
    again, other = paper(tmp_path, "同一份换了名.pdf"), paper(tmp_path, "照片.jpg", b"JPEG")
    drop(form, copied(again, other))
    at_work.settle()
    told = at_work.window.findChild(QDialog, "messageDialog")
    assert told.findChild(QLabel, "messageHappened").text() == "! “同一份换了名.pdf”已经附在这项任务上"
    told.reject()
    assert attached(at_work) == ["照片.jpg", "验收意见.pdf"]
    before = at_work.actions.undo.text()
    drop(form, copied(again))
    at_work.settle()
    assert (attached(at_work), at_work.actions.undo.text()) == (["照片.jpg", "验收意见.pdf"], before)
    at_work.turn_to(EYES)  # another task may have the same file
    drop(at_work.window.page.form.viewport(), copied(again))
    at_work.settle()
    assert attached(at_work, EYES) == ["同一份换了名.pdf"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("装一下.exe", b"MZ", "不能作佐证材料"), ("空.pdf", b"", "是空文件")],
)
def test_what_is_no_evidence_is_told_and_nothing_is_attached(
    at_work: Clerk, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    good = paper(tmp_path)
    drop(at_work.window.page.form.viewport(), copied(good, paper(tmp_path, name, content)))
    at_work.settle()
    told = at_work.window.findChild(QDialog, "messageDialog")
    assert said in told.findChild(QLabel, "messageHappened").text()
    assert attached(at_work) == []


def test_a_line_edit_never_takes_a_path_for_a_figure(at_work: Clerk) -> None:
    assert not at_work.find(QLineEdit, "value_1").acceptDrops()
