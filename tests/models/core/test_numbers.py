"""Amounts: what people type is read right or refused, and is written in one form only."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.numbers import (
    MAX_DIGITS,
    MAX_PLACES,
    MAX_WHOLE,
    NotANumber,
    checked_amount,
    parse_amount,
    plain,
    significant_digits,
)

AMOUNTS = st.builds(
    lambda digits, places: Decimal((0, tuple(map(int, str(digits))), -places)),
    st.integers(min_value=0, max_value=10**MAX_DIGITS - 1),
    st.integers(min_value=0, max_value=MAX_PLACES),
)
FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})


@given(AMOUNTS)
def test_what_is_written_is_read_back(amount: Decimal) -> None:
    assert parse_amount(plain(amount)) == amount
    assert plain(parse_amount(plain(amount))) == plain(amount)


@given(AMOUNTS)
def test_the_plain_form_has_no_exponent_and_no_needless_zero(amount: Decimal) -> None:
    text = plain(amount)
    assert set(text) <= set("0123456789.")
    assert text == "0" or not text.startswith("0") or text.startswith("0.")
    assert "." not in text or not text.endswith(("0", "."))


@given(AMOUNTS)
def test_full_width_figures_mean_the_same(amount: Decimal) -> None:
    assert parse_amount(plain(amount).translate(FULL_WIDTH)) == amount


@given(AMOUNTS, st.sampled_from([",", "，", " "]))
def test_thousands_may_be_parted(amount: Decimal, mark: str) -> None:
    whole, point, rest = plain(amount).partition(".")
    grouped = f"{int(whole):,}".replace(",", mark)
    assert parse_amount(f"{grouped}{point}{rest}") == amount


@given(st.integers(min_value=1, max_value=9999), st.sampled_from([("万", 4), ("百万", 6), ("亿", 8), ("万亿", 12)]))
def test_chinese_scales_multiply_exactly(figure: int, scale: tuple[str, int]) -> None:
    word, power = scale
    assert parse_amount(f"{figure}{word}") == figure * 10**power


@given(st.text(max_size=70), st.sampled_from(["", "人", "%", "千米", "㎡"]))
def test_any_text_is_an_amount_that_can_be_kept_or_is_refused(text: str, unit: str) -> None:
    try:
        amount = parse_amount(text, unit)
    except NotANumber as error:
        assert error.reason in {"text", "grouping", "unit", "digits", "negative"}
    else:
        assert checked_amount(amount) == amount >= 0
        assert significant_digits(amount) <= MAX_DIGITS
        assert any(character.isdigit() for character in text)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("100万人", "人", "1000000"),
        ("2000 万 人", "人", "20000000"),
        ("1.2亿元", "元", "120000000"),
        ("5千米", "千米", "5"),
        ("5千米", "米", "5000"),
        ("98.5％", "%", "98.5"),
        ("12㎡", "㎡", "12"),
        ("　３５　", "", "35"),
        ("+5", "", "5"),
        ("-0", "", "0"),
        (".5", "", "0.5"),
        ("0012", "", "12"),
        ("１，０００", "", "1000"),
    ],
)
def test_what_a_clerk_types(text: str, unit: str, expected: str) -> None:
    assert plain(parse_amount(text, unit)) == expected


@pytest.mark.parametrize(
    ("text", "unit", "reason"),
    [
        ("", "", "text"),
        ("　", "", "text"),
        ("若干", "", "text"),
        ("万", "", "text"),
        ("1.2.3", "", "text"),
        ("5.", "", "text"),
        ("1万2千", "", "text"),
        ("1e3", "", "text"),
        ("⑤", "", "text"),
        ("٣", "", "text"),
        ("10²", "", "unit"),  # NFKC would make it 102
        ("3成", "", "unit"),
        ("5千米", "", "unit"),
        ("12人人", "人", "unit"),
        ("1,00", "", "grouping"),
        ("12 34", "", "grouping"),
        ("5 5人", "人", "grouping"),
        ("1,000 000", "", "grouping"),
        ("-5", "", "negative"),
        ("－3", "", "negative"),
        ("9" * 16, "", "digits"),
        ("1.000000000000000000000000000000000001", "", "digits"),  # a context would round it to 1
        ("1" + "0" * MAX_WHOLE, "", "digits"),
        ("0." + "0" * MAX_PLACES + "1", "", "digits"),
        ("9" * 500, "", "digits"),
        ("x" * 500, "", "text"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(text: str, unit: str, reason: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        parse_amount(text, unit)
    assert (refusal.value.text, refusal.value.reason) == (text, reason)


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-1", "1E+18", "1E-13", "1E+999999", "1E-999999"])
def test_a_decimal_that_no_cell_holds_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        checked_amount(Decimal(text))


@pytest.mark.parametrize(("text", "expected"), [("1E+3", "1000"), ("-0", "0"), ("0E+9999", "0"), ("2.500", "2.5")])
def test_a_decimal_is_brought_to_its_plain_form(text: str, expected: str) -> None:
    assert plain(checked_amount(Decimal(text))) == expected
