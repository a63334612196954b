"""The message dialog: three lines, details on demand, and no markup from outside."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.core.errors import DiskFull
from ui.dialogs.message_dialog import MessageDialog
from ui.messages import Message, explain


def shown(qtbot: QtBot, message: Message) -> MessageDialog:
    dialog = MessageDialog(message)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_it_says_what_happened_what_it_means_and_what_to_do(qtbot: QtBot) -> None:
    dialog = shown(qtbot, explain(DiskFull(Path("/媒体/U盘/表.xlsx"))))
    assert dialog.findChild(QLabel, "messageHappened").text().startswith("! 磁盘已满")
    assert "配额" in dialog.findChild(QLabel, "messageMeaning").text()
    assert "怎么办：" in dialog.findChild(QLabel, "messageAdvice").text()
    assert not dialog.findChild(QPushButton, "detailsButton").isVisible()
    assert "磁盘已满" in dialog.accessibleName()


def test_details_open_and_are_copied(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Message("出错", "没有做成。", "再试一次。", "line 1\nline 2"))
    closed = dialog.height()
    assert not dialog.findChild(QPlainTextEdit, "messageDetails").isVisible()
    qtbot.mouseClick(dialog.findChild(QPushButton, "detailsButton"), Qt.MouseButton.LeftButton)
    assert dialog.height() > closed
    qtbot.mouseClick(dialog.findChild(QPushButton, "copyDetails"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "line 1\nline 2"


def test_a_file_name_is_no_markup(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Message("<b>x</b>", "<img src=a>", "a <i>b</i> & c"))
    assert dialog.findChild(QLabel, "messageHappened").textFormat() is Qt.TextFormat.PlainText
    assert dialog.findChild(QLabel, "messageAdvice").text().endswith("a &lt;i&gt;b&lt;/i&gt; &amp; c")


def test_an_added_button_is_remembered(qtbot: QtBot) -> None:
    dialog = MessageDialog(Message("一", "二", "三"))
    qtbot.addWidget(dialog)
    dialog.add_action("新建…", "newOne")
    dialog.show()
    qtbot.mouseClick(dialog.findChild(QPushButton, "newOne"), Qt.MouseButton.LeftButton)
    assert (dialog.chosen, dialog.isVisible()) == ("newOne", False)


def test_enter_and_escape_close_it(qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = shown(qtbot, Message("一", "二", "三"))
        qtbot.keyClick(dialog, key)
        assert not dialog.isVisible()
        assert dialog.chosen == ""
