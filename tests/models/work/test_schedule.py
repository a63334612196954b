"""序时进度, counted in whole months."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.periods import Period, PeriodKind, parse_period, periods_of_year
from models.work.schedule import overdue, schedule_at

PERIODS = st.sampled_from([period for kind in PeriodKind for period in periods_of_year(2021, kind)])
DUES = st.none() | st.dates(date(2020, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("period", "due", "expected"),
    [
        ("2021-Q1", None, "0.25"),
        ("2021-Q1", date(2021, 6, 30), "0.5"),
        ("2021-Q2", date(2021, 6, 30), "1"),
        ("2021-Q3", date(2021, 6, 30), "1"),
        ("2021-H1", date(2021, 12, 31), "0.5"),
        ("2021-M01", date(2021, 4, 1), "0.25"),
        ("2021-Q1", date(2022, 6, 30), "0.25"),
        ("2021-Q1", date(2020, 6, 30), "1"),
    ],
)
def test_what_should_be_done_by_then(period: str, due: date | None, expected: str) -> None:
    assert schedule_at(parse_period(period), due) == Decimal(expected)


@given(PERIODS, DUES)
def test_it_lies_between_nothing_and_all_and_never_falls(period: Period, due: date | None) -> None:
    assert 0 < schedule_at(period, due) <= 1
    if period.previous:
        assert schedule_at(period.previous, due) <= schedule_at(period, due)


@given(PERIODS, DUES)
def test_what_is_overdue_should_be_done(period: Period, due: date | None) -> None:
    if overdue(period, due):
        assert schedule_at(period, due) == 1 or (due is not None and due.month == period.last_month)


def test_the_last_day_is_still_in_time() -> None:
    half = Period(2021, PeriodKind.HALF, 1)
    assert not overdue(half, date(2021, 6, 30))
    assert overdue(half, date(2021, 6, 29))
    assert not overdue(half, None)
