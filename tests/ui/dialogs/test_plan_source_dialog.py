"""Where work points come from: files, a drop, the paste box, a blank page; and refusals with a way out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.dialogs.plan_source_dialog import PlanSourceDialog
from ui.operations.runner import Runner

TEXT = "某区教育局2024年工作要点\n一、抓安全\n1．管好校车。开展校车检查。召开安全会议。\n"
CELLS = "序号\t工作任务\t责任单位\t完成时限\n1\t开展校车检查\t安全科\t6月底前\n2\t召开安全会议\t办公室\t年底前\n"


@pytest.fixture
def dialog(runner: Runner, qtbot: QtBot) -> PlanSourceDialog:
    made = PlanSourceDialog(runner, year=2024)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def button(dialog: QDialog, name: str) -> QPushButton:
    return dialog.findChild(QPushButton, name)


def message() -> QDialog | None:
    return next(
        (w for w in QApplication.topLevelWidgets() if w.objectName() == "messageDialog" and w.isVisible()), None
    )


def texts(spy: QSignalSpy) -> list[str]:
    return [task.text for task in spy.at(0)[0].tasks]


def test_a_path_is_typed_and_read(dialog: PlanSourceDialog, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "本区 要点.txt"
    file.write_text(TEXT, encoding="gb18030")
    spy = QSignalSpy(dialog.plan_read)
    assert QApplication.focusWidget().objectName() == "planPath"
    dialog.findChild(QLineEdit, "planPath").setText(f'"{file}"')
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=10_000)
    assert texts(spy) == ["开展校车检查", "召开安全会议"]
    assert spy.at(0)[1] == "本区 要点.txt"
    assert not dialog.isVisible()


def test_a_word_document_is_chosen(dialog: PlanSourceDialog, qtbot: QtBot, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "要点.docx"))
    spy = QSignalSpy(dialog.plan_read)
    qtbot.mouseClick(button(dialog, "chooseFile"), Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog, "planFile")
    chooser.fileSelected.emit(str(tmp_path / "要点.docx"))
    chooser.close()
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=10_000)
    assert texts(spy) == ["开展校车检查", "召开安全会议"]


def test_a_file_is_dropped(dialog: PlanSourceDialog, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "要点.txt"
    file.write_text(TEXT, encoding="utf-8")
    spy = QSignalSpy(dialog.plan_read)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, content, buttons, keys))
    dialog.dropEvent(QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, content, buttons, keys))
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=10_000)


@pytest.mark.parametrize("pasted", [TEXT, CELLS], ids=["prose", "cells"])
def test_text_and_cells_are_pasted(dialog: PlanSourceDialog, qtbot: QtBot, pasted: str) -> None:
    spy = QSignalSpy(dialog.plan_read)
    assert not button(dialog, "readPasted").isEnabled()
    QGuiApplication.clipboard().setText(pasted)
    box = dialog.findChild(QPlainTextEdit, "pasteBox")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(button(dialog, "readPasted"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=10_000)
    assert texts(spy) == ["开展校车检查", "召开安全会议"]
    assert spy.at(0)[1] == ""


def test_a_blank_page_is_a_plan_without_tasks(dialog: PlanSourceDialog, qtbot: QtBot) -> None:
    spy = QSignalSpy(dialog.plan_read)
    qtbot.mouseClick(button(dialog, "blankPlan"), Qt.MouseButton.LeftButton)
    plan = spy.at(0)[0]
    assert (plan.title, plan.year, list(plan.tasks)) == ("2024年工作要点", 2024, [])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("旧版.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("照片.jpg", b"\xff\xd8\xff\xe0" + bytes(200)),
        ("会议记录.txt", "今天开会。\n明天放假。\n".encode()),
        ("没有.txt", None),
    ],
)
def test_what_cannot_be_read_is_explained_and_pasting_is_offered(
    dialog: PlanSourceDialog, qtbot: QtBot, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    spy = QSignalSpy(dialog.plan_read)
    dialog.read_file(tmp_path / name)
    qtbot.waitUntil(lambda: message() is not None, timeout=10_000)
    told = message()
    assert name in told.findChild(QLabel, "messageHappened").text()
    qtbot.mouseClick(button(told, "pasteInstead"), Qt.MouseButton.LeftButton)
    assert dialog.focusWidget().objectName() == "pasteBox"
    assert dialog.isVisible()
    assert spy.count() == 0
    assert dialog.findChild(QLineEdit, "planPath").isEnabled()


@pytest.mark.parametrize(
    ("pasted", "happened"),
    [
        ("今天开会。\n明天放假。\n", "“粘贴的内容”不像一份工作要点"),
        ("\u3000\ufeff\n.", "“粘贴的内容”不像一份工作要点"),
        ("一、抓安全\n" * 400_000, "“粘贴的内容”超出了工作要点的规模，没有读取"),
    ],
    ids=["no plan", "no words", "too long"],
)
def test_what_was_pasted_and_is_no_plan_is_explained_without_speaking_of_a_file(
    dialog: PlanSourceDialog, qtbot: QtBot, pasted: str, happened: str
) -> None:
    dialog.findChild(QPlainTextEdit, "pasteBox").setPlainText(pasted)
    qtbot.mouseClick(button(dialog, "readPasted"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: message() is not None, timeout=10_000)
    told = message()
    assert told.findChild(QLabel, "messageHappened").text() == f"! {happened}"
    assert not any("文件" in label.text() for label in told.findChildren(QLabel))
    assert told.findChild(QPushButton, "pasteInstead") is None
    told.accept()
    assert dialog.focusWidget().objectName() == "pasteBox"
    assert dialog.findChild(QPlainTextEdit, "pasteBox").toPlainText() == pasted
