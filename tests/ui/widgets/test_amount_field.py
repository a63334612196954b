"""The field for figures by itself: units that the bundled plan does not have, and what a late reading may change."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.store.records import Value
from ui.widgets.amount_field import AmountField

Make = Callable[[str], AmountField]


@pytest.fixture
def saved() -> list[Value | None]:
    return []


@pytest.fixture
def make(qtbot: QtBot, saved: list[Value | None]) -> Make:
    def build(unit: str) -> AmountField:
        field = AmountField(unit, save=lambda value: saved.append(value) is None)
        qtbot.addWidget(field)
        with qtbot.waitExposed(field):
            field.show()
        field.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        return field

    return build


def typed(amount: str) -> Value:
    return Value(amount=Decimal(amount), no_data_reason="")


@pytest.mark.parametrize(
    ("unit", "text", "amount"),
    [("%", "50%", "50"), ("%", "50", "50"), ("%", "９９.５％", "99.5"), ("所", "12所", "12"), ("万元", "3万元", "3")],
)
def test_the_unit_may_follow_the_figure(
    make: Make, saved: list[Value | None], unit: str, text: str, amount: str
) -> None:
    field = make(unit)
    field.setText(text)
    assert field.hand_over()
    assert saved == [typed(amount)]


def test_the_same_amount_written_otherwise_is_no_change(make: Make, saved: list[Value | None]) -> None:
    field = make("人")
    field.show_value(typed("20000000"), None)
    field.setText("2000万")
    assert field.hand_over()
    assert (saved, field.text()) == ([], "20,000,000")


def test_a_reading_does_not_touch_what_is_being_typed_but_is_where_esc_leads(make: Make) -> None:
    field = make("人")
    field.show_value(typed("1"), None)
    field.selectAll()
    QTest.keyClicks(field, "7")
    field.show_value(typed("2"), Decimal(9))
    assert field.text() == "7"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.selectedText()) == ("2", "2")


def test_a_reading_keeps_a_selection(make: Make) -> None:
    field = make("人")
    field.show_value(typed("12"), None)
    field.selectAll()
    field.show_value(typed("12"), None)
    assert field.selectedText() == "12"


def test_a_typed_figure_is_kept_when_somebody_asks_for_no_data(make: Make, saved: list[Value | None]) -> None:
    field = make("人")
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_F4)
    assert (saved, field.text(), field.asks_reason) == ([typed("7")], "", True)
    QTest.keyClicks(field, "counted later")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert saved[-1] == Value(amount=None, no_data_reason="counted later")


def test_no_data_is_taken_back_by_asking_for_a_figure(make: Make, saved: list[Value | None]) -> None:
    field = make("人")
    field.show_value(Value(amount=None, no_data_reason="counted later"), None)
    assert (field.asks_reason, field.alignment() & Qt.AlignmentFlag.AlignLeft) == (True, Qt.AlignmentFlag.AlignLeft)
    QTest.keyClick(field, Qt.Key.Key_F4)
    QTest.keyClicks(field, "3")
    assert field.hand_over()
    assert saved == [typed("3")]


def test_esc_with_nothing_typed_is_left_to_the_window(make: Make) -> None:
    field = make("人")
    field.show_value(typed("5"), None)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.selectedText()) == ("5", "")
