"""Geometry: how many lines a text takes, where pages end, which format shows each digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.workbooks.layout import Flow, Style, fitted_cell, number_format, text_width, wrapped_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("一二三四五", 1),
        ("一二三四五六", 2),
        ("一二三四五六七八九十", 2),
        ("一\n\n二", 3),
        ("一二三四五。", 2),  # the full stop takes 五 along: it may not begin a line
        ("一二三abcdef", 2),  # a word is not broken where it fits the next line
        ("abcdefghijklmnop", 3),  # one that fits no line is
    ],
)
def test_lines_of_a_cell_five_ems_wide(text: str, lines: int) -> None:
    assert wrapped_lines(text, 5.0) == lines


@given(st.text("一二，。（）ab 1\n", max_size=60), st.floats(2.0, 30.0))
def test_lines_always_hold_the_text(text: str, ems: float) -> None:
    assert wrapped_lines(text, ems) * ems >= text_width(text.replace("\n", "")) * 0.5
    assert wrapped_lines(text, ems) >= text.count("\n") + 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "#,##0_ "),
        ("1000", "#,##0_ "),
        ("1E+3", "#,##0_ "),
        ("0.5", "#,##0.0_ "),
        ("12.3400", "#,##0.00_ "),
        ("0.000000000001", "#,##0." + "0" * 12 + "_ "),
    ],
)
def test_number_format_shows_each_digit(value: str, shown: str) -> None:
    assert number_format(Decimal(value)) == shown


def test_long_texts_get_smaller_until_they_fit_one_row_of_a_sheet() -> None:
    style, height = fitted_cell("长" * 500, 100, Style(wrap=True))
    assert height <= 409 and 5.5 <= style.size < 10.5
    assert fitted_cell("短", 100, Style(wrap=True))[0].size == 10.5
    with pytest.raises(ValueError, match="too many lines"):
        fitted_cell("\n" * 400, 100, Style(wrap=True))


def _flow(*rows: tuple[float, bool]) -> Flow:
    flow = Flow()
    for height, keep in rows:
        flow.add(height, keep=keep)
    return flow


def test_a_page_ends_before_the_row_that_does_not_fit() -> None:
    assert _flow((40, False), (40, False), (40, False)).breaks(first_page=100, page=100) == [2]
    assert _flow((40, False), (40, False), (40, False)).breaks(first_page=50, page=100) == [1]


def test_a_group_row_is_never_the_last_on_its_page() -> None:
    assert _flow((40, False), (20, True), (40, False)).breaks(first_page=80, page=100) == [1]


def test_a_row_taller_than_a_page_does_not_hang() -> None:
    assert _flow((400, False), (400, True), (400, False)).breaks(first_page=100, page=100) == [1, 2]
