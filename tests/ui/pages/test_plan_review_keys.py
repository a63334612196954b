"""The review of a plan without a mouse: each correction has a key, and each key is told where it is looked for."""

from datetime import date
from decimal import Decimal

from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.reviewer import Reviewer
from ui.theme import scheme_colour


def test_everything_is_done_by_keys_alone(small: Reviewer) -> None:
    small.turn_to("召开安全会议")
    kind = small.chosen.kind
    small.press("Ctrl+K")
    assert small.chosen.kind is not kind
    small.press("Ctrl+K")
    assert small.chosen.kind is kind
    small.press("F3")
    small.type("安全科")
    small.press("F4")
    small.type("办公室、财务科")
    small.press("F5")
    small.type("6月底")
    small.press("F6")
    task = small.chosen
    assert (task.lead, task.support, task.due) == (("安全科",), ("办公室", "财务科"), date(2024, 6, 30))
    small.type("安全会议")
    while small.cursor.objectName() != "targetFigure_1":
        small.press("Tab")
    small.type("4")
    small.press("F2")
    assert small.chosen.indicators[0].target == Decimal(4)
    small.type("召开全区安全工作会议")
    small.press("Ctrl+L")
    assert small.chosen.text == "召开全区安全工作会议"
    small.press("Down")
    small.press("Ctrl+D")
    assert small.cursor is small.window.page.document
    for _ in range(3):
        small.press("Ctrl+Z")
    assert "召开安全会议" in small.texts


def test_a_part_that_is_no_task_takes_no_key_of_tasks(small: Reviewer) -> None:
    small.click_row("head")
    before = small.plan
    for keys in ("Ctrl+K", "F3", "F4", "F5", "F6", "Ctrl+M", "Del"):
        small.press(keys)
    assert small.plan == before


def test_keys_are_told_on_what_they_do_and_on_the_page_of_keys(small: Reviewer) -> None:
    def shown(key: str) -> str:
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)  # Ctrl+回车 where Qt speaks Chinese

    small.turn_to("召开安全会议")
    for name, key in (("lead", "F3"), ("support", "F4"), ("due", "F5")):
        assert small.line(name).toolTip().endswith(shown(key))
    for name, key in (("addTarget", "F6"), ("mergeTaskButton", "Ctrl+M"), ("splitTaskButton", "Ctrl+Return")):
        assert small.find(QPushButton, name).toolTip().endswith(shown(key))
    assert small.find(QPushButton, "adoptButton").toolTip() == "Ctrl+S"
    small.press("F1")
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "shortcutsDialog" and w.isVisible())
    told = {label.text() for label in dialog.findChildren(QLabel)}
    keys = ("Ins", "Del", "Alt+Up", "Ctrl+Z", "Ctrl+Y", "F2", "F7", "F8", "F9", "Ctrl+K", "Ctrl+D", "Ctrl+S")
    assert set(map(shown, keys)) <= told


def test_the_words_of_the_chosen_task_are_marked_in_the_document(small: Reviewer) -> None:
    def marked() -> str:
        block = small.window.page.document.document().begin()
        words = ""
        while block.isValid():
            for each in block.layout().formats():
                if each.format.background().color() == scheme_colour("highlighter"):
                    words += block.text()[each.start : each.start + each.length]
            block = block.next()
        return words

    small.turn_to("公布检查结果")
    assert marked() == "公布检查结果"
    small.press("Ctrl+Down")
    assert marked() == small.chosen.text == "组织教师培训"
    small.press("Alt+Up")
    assert marked() == "组织教师培训"
    small.turn_to("开展校车检查")
    small.press("Ctrl+M")
    assert marked() == small.chosen.text


def test_titles_are_bold_in_the_document_and_words_are_not(small: Reviewer) -> None:
    bold = []
    block = small.window.page.document.document().begin()
    while block.isValid():
        if any(each.format.fontWeight() > QFont.Weight.Normal for each in block.layout().formats()):
            bold.append(block.text())
        block = block.next()
    assert bold == ["某区教育局2024年工作要点", "一、抓安全", "二、抓质量"]
