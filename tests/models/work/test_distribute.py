"""Distributing: shares add up to the target exactly, nobody is a step away from what is due, nothing is divided that
cannot be.
"""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.numbers import checked_amount, plain
from models.core.vocabulary import Direction, Duty
from models.store.assignments import Grid
from models.store.records import IndicatorRecord
from models.work.adopt_plan import rows_of
from models.work.distribute import (
    NothingToDistributeBy,
    distribute,
    equally,
    exact_sum,
    is_additive,
    share_edits,
    share_rows,
    shares_of,
)
from tests.models.work.example_plan import small_plan

WEIGHTS = st.dictionaries(
    st.integers(1, 500), st.decimals(0, 10**9, places=3, allow_nan=False), min_size=1, max_size=40
).filter(lambda weights: any(weights.values()))
TARGETS = st.one_of(
    st.integers(0, 10**12).map(Decimal),
    st.decimals(0, 10**6, places=4, allow_nan=False),
    st.integers(0, 30).map(Decimal),
)
UNITS = st.sampled_from(["所", "人", "套", "元", "万平方米", "公里", ""])


def indicator(target: str, unit: str, direction: Direction = Direction.AT_LEAST) -> IndicatorRecord:
    return IndicatorRecord(
        id="t/1", task_id="t", position=1, name="指标", target=Decimal(target), unit=unit, direction=direction
    )


def places(amount: Decimal) -> int:
    return len(plain(amount).partition(".")[2])


@given(target=TARGETS, weights=WEIGHTS, unit=UNITS)
def test_the_shares_add_up_exactly_and_none_is_a_step_off(
    target: Decimal, weights: dict[int, Decimal], unit: str
) -> None:
    shares = distribute(target, weights, unit=unit)
    assert list(shares) == list(weights)
    assert sum(map(Fraction, shares.values())) == Fraction(target)
    total = sum(map(Fraction, weights.values()))
    finest = max(places(target), *map(places, shares.values()))
    for who, share in shares.items():
        assert abs(Fraction(share) - Fraction(target) * Fraction(weights[who]) / total) < Fraction(1, 10**finest)
        assert checked_amount(share) == share
        assert weights[who] or not share
    if unit in {"所", "人", "套", ""}:
        assert finest == places(target)


@given(target=TARGETS, units=st.lists(st.integers(1, 500), unique=True, min_size=1, max_size=40), unit=UNITS)
def test_equal_shares_differ_by_one_step_at_most(target: Decimal, units: list[int], unit: str) -> None:
    shares = list(equally(target, units, unit=unit).values())
    finest = max(places(target), *map(places, shares))
    assert max(shares) - min(shares) <= Decimal(1).scaleb(-finest)
    assert shares == sorted(shares, reverse=True)


@given(target=TARGETS, weights=WEIGHTS, unit=UNITS)
def test_a_larger_weight_never_has_the_smaller_share(target: Decimal, weights: dict[int, Decimal], unit: str) -> None:
    shares = distribute(target, weights, unit=unit)
    ordered = sorted(weights, key=lambda who: weights[who])
    for lighter, heavier in pairwise(ordered):
        if weights[lighter] < weights[heavier]:
            assert shares[lighter] <= shares[heavier]


def test_the_known_example_of_largest_remainders() -> None:
    students = {1: Decimal(1200), 2: Decimal(3400), 3: Decimal(400)}
    assert distribute(Decimal(100), students, unit="所") == {1: 24, 2: 68, 3: 8}
    assert distribute(Decimal(7), students, unit="所") == {1: 2, 2: 5, 3: 0}


@pytest.mark.parametrize(
    ("target", "unit", "expected"),
    [
        ("3", "公里", ["0.43", "0.43", "0.43", "0.43", "0.43", "0.43", "0.42"]),
        ("3", "单元", ["1", "1", "1", "0", "0", "0", "0"]),
        ("3", "所", ["1", "1", "1", "0", "0", "0", "0"]),
        ("70000000", "元", ["10000000"] * 7),
        ("10.5", "万人次", ["1.5"] * 7),
    ],
)
def test_what_is_counted_stays_whole_and_what_is_measured_is_parted(
    target: str, unit: str, expected: list[str]
) -> None:
    assert [str(share) for share in equally(Decimal(target), range(7), unit=unit).values()] == expected


@pytest.mark.parametrize("weights", [{}, {1: Decimal(0)}])
def test_without_a_weight_nothing_is_distributed(weights: dict[int, Decimal]) -> None:
    with pytest.raises(NothingToDistributeBy):
        distribute(Decimal(5), weights, unit="所")
    with pytest.raises(NothingToDistributeBy):
        shares_of(indicator("95", "%"), {})


@pytest.mark.parametrize(
    "whole",
    [indicator("95", "%"), indicator("95", "％"), indicator("3", "个百分点"), indicator("2", "‰"),
     indicator("56", "人", Direction.AT_MOST)],
)  # fmt: skip
def test_percentages_and_ceilings_go_to_each_unit_undivided(whole: IndicatorRecord) -> None:
    assert not is_additive(whole)
    assert shares_of(whole, {1: Decimal(0), 2: Decimal(7)}) == {1: whole.target, 2: whole.target}


def test_the_rows_are_summed_against_their_targets() -> None:
    _, tasks = rows_of(small_plan())
    shares = {(1, "01-AAAAAA/1"): Decimal(60), (2, "01-AAAAAA/1"): Decimal(45), (1, "01-BBBBBB/1"): Decimal(39)}
    grid = Grid({(1, "01-AAAAAA"): Duty.LEAD}, shares | {(1, "01-CCCCCC/1"): Decimal(5)})
    rows = share_rows(tasks, grid)
    assert set(rows) == {"01-AAAAAA/1", "01-BBBBBB/1", "01-BBBBBB/2"}
    assert (rows["01-AAAAAA/1"].assigned, rows["01-AAAAAA/1"].remainder) == (105, -5)
    assert (rows["01-BBBBBB/1"].remainder, rows["01-BBBBBB/1"].units) == (1, 1)
    assert rows["01-BBBBBB/2"].assigned == 0


def test_shares_become_cells_of_the_grid() -> None:
    (edit,) = share_edits(indicator("5", "所"), {3: Decimal(5)})
    assert (edit.unit_id, edit.task_id, edit.indicator_id, edit.new) == (3, "t", "t/1", 5)


@given(st.lists(st.decimals(0, 10**14, places=10, allow_nan=False), max_size=20))
def test_sums_are_exact(amounts: list[Decimal]) -> None:
    assert Fraction(exact_sum(amounts)) == sum(map(Fraction, amounts))
