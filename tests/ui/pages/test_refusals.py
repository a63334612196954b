"""What is no figure stays in its field, in red, and nobody leaves by accident; and what a person can do then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from tests.ui.clerk import CHECKUPS, EYES, Clerk
from ui.theme import choose_scheme


@pytest.fixture
def stuck(clerk: Clerk) -> Clerk:
    """Somebody who has typed letters into a field that had 5 in it, and pressed Tab."""
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.value(), "5")
    clerk.settle()
    clerk.fill(clerk.value(), "abc")
    return clerk


NO_FIGURES = {
    "abc": "这里只能填数字",
    "3成": "单位与这个指标的单位不同",
    "12所": "单位与这个指标的单位不同",
    "1,00": "逗号只用来分隔千位",
    "-3": "累计数不会小于零",
    "1234567890123456": "最多 15 位",
}


def test_what_is_no_figure_is_refused_where_it_stands(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    for typed, reason in NO_FIGURES.items():
        clerk.fill(clerk.value(), typed)
        assert clerk.cursor is clerk.value()
        assert (clerk.value().text(), clerk.value().property("wrong")) == (typed, "true")
        assert clerk.says("refusal_1").startswith(f"“{typed}”不是可以填的数。")
        assert reason in clerk.says("refusal_1")
    assert (clerk.amounts(CHECKUPS), clerk.stored("SELECT * FROM history")) == ({}, [])


def test_the_sentence_goes_as_soon_as_somebody_corrects(stuck: Clerk) -> None:
    stuck.press("Ctrl+A")
    stuck.type("7")
    assert (stuck.says("refusal_1"), stuck.value().property("wrong")) == ("", "false")
    stuck.press("Tab")
    assert stuck.amounts(CHECKUPS) == {f"{CHECKUPS}/1": "7"}


def test_esc_brings_back_what_is_recorded(stuck: Clerk) -> None:
    stuck.press("Esc")
    assert (stuck.value().text(), stuck.says("refusal_1")) == ("5", "")
    stuck.press("Tab")
    assert stuck.cursor is not stuck.value()
    assert stuck.amounts(CHECKUPS) == {f"{CHECKUPS}/1": "5"}


def test_esc_brings_back_a_text_too(clerk: Clerk) -> None:
    clerk.turn_to(CHECKUPS)
    clerk.fill(clerk.text("narrative"), "kept")
    clerk.settle()
    clerk.click(clerk.text("narrative"))
    clerk.press("Ctrl+A")
    clerk.type("a slip")
    clerk.press("Esc")
    assert clerk.text("narrative").toPlainText() == "kept"
    clerk.press("Tab")
    assert clerk.recorded("narrative", CHECKUPS) == "kept"


def test_clearing_the_field_is_a_way_out(stuck: Clerk) -> None:
    stuck.press("Ctrl+A")
    stuck.press("Del")
    stuck.press("Tab")
    assert stuck.cursor is not stuck.value()
    assert stuck.amounts(CHECKUPS) == {}


def test_another_task_is_not_turned_to_and_the_selection_is_set_back(stuck: Clerk) -> None:
    stuck.click_row(EYES)
    QApplication.processEvents()
    assert stuck.window.page.task_id == CHECKUPS
    assert stuck.selected() == [CHECKUPS]
    assert (stuck.value().text(), stuck.cursor is stuck.value()) == ("abc", True)


@pytest.mark.parametrize("key", ["Ctrl+Down", "Ctrl+Up", "Ctrl+Shift+Down"])
def test_no_key_leads_away_from_a_refused_figure(stuck: Clerk, key: str) -> None:
    stuck.press(key)
    QApplication.processEvents()
    assert (stuck.window.page.task_id, stuck.selected()) == (CHECKUPS, [CHECKUPS])
    assert stuck.cursor is stuck.value()


def test_the_window_stays_open_and_leads_to_the_refused_figure(stuck: Clerk) -> None:
    stuck.click(stuck.text("remark"))
    assert not stuck.window.close()
    assert stuck.window.isVisible()
    assert stuck.cursor is stuck.value()
    stuck.press("Esc")
    assert stuck.window.close()


def test_the_period_stays_and_the_list_says_so(stuck: Clerk) -> None:
    box = stuck.find(QComboBox, "period")
    before = box.currentIndex()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    stuck.press("Down")
    stuck.settle()
    assert (box.currentIndex(), stuck.window.page.board.period.id) == (before, "2021-Q2")
    stuck.actions.period_kinds[next(iter(stuck.actions.period_kinds))].trigger()
    stuck.settle()
    assert stuck.window.page.board.period.id == "2021-Q2"
    checked = [kind.value for kind, action in stuck.actions.period_kinds.items() if action.isChecked()]
    assert checked == ["quarter"]


def test_a_refused_figure_stays_while_other_fields_are_recorded(stuck: Clerk) -> None:
    stuck.click(stuck.text("remark"))
    stuck.type("noted")
    stuck.press("Shift+Tab")
    stuck.settle()
    assert stuck.recorded("remark", CHECKUPS) == "noted"
    assert (stuck.value().text(), stuck.value().property("wrong")) == ("abc", "true")
    assert "不是可以填的数" in stuck.says("refusal_1")


def test_a_refused_figure_stays_when_the_scheme_changes(stuck: Clerk, qapp: QApplication) -> None:
    try:
        choose_scheme(qapp, "dark")
        QApplication.processEvents()
        assert stuck.value().text() == "abc"
    finally:
        choose_scheme(qapp, "system")
