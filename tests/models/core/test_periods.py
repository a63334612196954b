"""Periods: each has one id, and together those of a kind cover the year."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.periods import PeriodKind, parse_period, period_containing, periods_of_year

KINDS = st.sampled_from(PeriodKind)
YEARS = st.integers(min_value=1900, max_value=9998)


@given(YEARS, KINDS)
def test_the_periods_of_a_year_cover_it_without_gap_or_overlap(year: int, kind: PeriodKind) -> None:
    found = periods_of_year(year, kind)
    assert found[0].starts_on == date(year, 1, 1)
    assert found[-1].ends_on == date(year, 12, 31)
    assert all(a.ends_on + timedelta(days=1) == b.starts_on for a, b in pairwise(found))
    assert [one.previous for one in found] == [None, *found[:-1]]
    assert found[-1].schedule == 1


@given(YEARS, KINDS)
def test_an_id_leads_back_to_its_period(year: int, kind: PeriodKind) -> None:
    assert all(parse_period(one.id) == one for one in periods_of_year(year, kind))


@given(st.dates(date(1900, 1, 1), date(9998, 12, 31)), KINDS)
def test_a_day_lies_in_the_period_that_contains_it(day: date, kind: PeriodKind) -> None:
    found = period_containing(day, kind)
    assert found.starts_on <= day <= found.ends_on


@pytest.mark.parametrize(
    "text", ["", "2021", "2021-Q5", "2021-Q0", "2021-Q01", "2021-M6", "2021-M13", "２０２１-Q1", "2021-Q1 "]
)
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="period"):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "name", "schedule"),
    [
        ("2021-M02", "2021年2月", Decimal(2) / 12),
        ("2021-Q3", "2021年第三季度", Decimal("0.75")),
        ("2021-H1", "2021年上半年", Decimal("0.5")),
        ("2021-Y1", "2021年全年", Decimal(1)),
    ],
)
def test_a_period_has_its_official_name_and_schedule(text: str, name: str, schedule: Decimal) -> None:
    period = parse_period(text)
    assert (period.official_name, period.schedule) == (name, schedule)
    assert period.due_on == period.ends_on.replace(day=25)
