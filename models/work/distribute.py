"""分解: one target onto several units, so that the shares add up to it to the last digit.

1. Percentages and ceilings are never divided and never summed: each unit gets the target itself.
2. Everything else is divided by weights, by the method of largest remainders (Hare and Niemeyer): each unit gets its
   exact quota rounded down, and what is left goes, one step each, to those whose quotas were cut the most; of equals,
   to those that stand first. No share is a step or more away from its quota.
3. A step is one place behind the point as the target has it: what is counted (所, 人, 套) stays whole. What is measured
   (元, 公里, 平方米) is divided to two places where whole steps would leave most units with nothing or next to it.

>>> [str(share) for share in equally(Decimal(13), [1, 2, 3], unit="所").values()]
['5', '4', '4']
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from models.core.errors import UserError
from models.core.numbers import plain
from models.core.vocabulary import Direction
from models.store.assignments import Grid, GridEdit
from models.store.records import IndicatorRecord, TaskRecord

_RATE_MARKS: Final = ("%", "％", "‰", "百分")
_RATES: Final = frozenset({"倍", "成"})
# What is measured and not counted; amounts of it can be parted below one.
_MEASURE: Final = re.compile(
    "[百千万亿]*(?:平方|立方)?(?:[日美欧港]?元|[千厘毫]?米|㎡|m²|km|公里|公顷|亩|吨|[千毫]?克|公斤|升|小时|[千兆]瓦时?)"
)
_FEW_STEPS: Final = 10  # a unit, below which a measure is parted finer
_FINE_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class Allocation:
    """How far a target is given on: ``assigned`` is the sum of the shares, ``units`` how many have one.

    ``remainder`` is what is left to give; below zero where more was given than there is.
    """

    target: Decimal
    assigned: Decimal
    units: int

    @property
    def remainder(self) -> Decimal:
        """What of the target no unit has."""
        return self.target - self.assigned


@dataclass(eq=False)
class NothingToDistributeBy(UserError):
    """A target should be distributed, but no unit was chosen, or none of them has a weight above zero."""


def is_additive(indicator: IndicatorRecord) -> bool:
    """Tell whether figures of units add up to the superior's: not those of percentages and of ceilings."""
    return indicator.direction is not Direction.AT_MOST and not is_rate(indicator.unit)


def is_rate(unit: str) -> bool:
    """Tell whether a unit of measure is that of a proportion.

    >>> [is_rate(unit) for unit in ("%", "个百分点", "所", "")]
    [True, True, False, False]
    """
    return unit in _RATES or any(mark in unit for mark in _RATE_MARKS)


def distribute(target: Decimal, weights: Mapping[int, Decimal], *, unit: str) -> dict[int, Decimal]:
    """Divide a target by weights.

    Args:
        target: not below zero.
        weights: by the unit's id; none below zero. A weight of zero gets a share of zero.
        unit: the unit of measure (所, 元).

    Returns:
        The shares by the unit's id; they add up to the target exactly.

    Raises:
        NothingToDistributeBy: no weight is above zero.
    """
    if any(weight < 0 for weight in weights.values()) or target < 0:
        raise ValueError("a target and its weights are not below zero")
    total = sum((Fraction(weight) for weight in weights.values()), Fraction(0))
    if not total:
        raise NothingToDistributeBy
    places = _places(target, len(weights), unit=unit)
    steps = int(Fraction(target) * 10**places)
    quotas = {who: steps * Fraction(weight) / total for who, weight in weights.items()}
    shares = {who: int(quota) for who, quota in quotas.items()}
    by_remainder = sorted(quotas, key=lambda who: shares[who] - quotas[who])  # stable: of equals the first one
    for who in by_remainder[: steps - sum(shares.values())]:
        shares[who] += 1
    return {who: _amount(share, places) for who, share in shares.items()}


def equally(target: Decimal, unit_ids: Iterable[int], *, unit: str) -> dict[int, Decimal]:
    """Divide a target among units as evenly as its steps allow; those that stand first get what is left.

    Raises:
        NothingToDistributeBy: there is no unit.
    """
    return distribute(target, dict.fromkeys(unit_ids, Decimal(1)), unit=unit)


def shares_of(indicator: IndicatorRecord, weights: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Give a target on to units: divided by weights where figures add up, else the target itself to each of them.

    Raises:
        NothingToDistributeBy: there is no unit; or figures add up, and no weight is above zero.
    """
    if is_additive(indicator):
        return distribute(indicator.target, weights, unit=indicator.unit)
    if not weights:
        raise NothingToDistributeBy
    return dict.fromkeys(weights, indicator.target)


def share_edits(indicator: IndicatorRecord, shares: Mapping[int, Decimal]) -> tuple[GridEdit, ...]:
    """Return the edits that put shares of one target into the grid."""
    return tuple(
        GridEdit(unit_id=unit_id, task_id=indicator.task_id, indicator_id=indicator.id, new=share)
        for unit_id, share in shares.items()
    )


def share_rows(tasks: Iterable[TaskRecord], grid: Grid) -> dict[str, Allocation]:
    """Sum the shares of each target that can be divided, by the target's id."""
    given: dict[str, list[Decimal]] = {}
    for (_, indicator_id), share in grid.shares.items():
        given.setdefault(indicator_id, []).append(share)
    return {
        one.id: Allocation(one.target, exact_sum(given.get(one.id, ())), len(given.get(one.id, ())))
        for task in tasks
        for one in task.indicators
        if is_additive(one)
    }


def exact_sum(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts up without the rounding of a context.

    >>> str(exact_sum([Decimal("999999999999999"), Decimal("0.000000000001")]))
    '999999999999999.000000000001'
    """
    scaled = [(int(one.scaleb(-int(one.as_tuple().exponent))), int(one.as_tuple().exponent)) for one in amounts]
    lowest = min((exponent for _, exponent in scaled), default=0)
    total = sum(digits * 10 ** (exponent - lowest) for digits, exponent in scaled)
    return Decimal(plain(Decimal((0 if total >= 0 else 1, tuple(map(int, str(abs(total)))), lowest))))


def _places(target: Decimal, units: int, *, unit: str) -> int:
    """Return how many places behind the point a share may have."""
    places = len(plain(target).partition(".")[2])
    is_measure = _MEASURE.fullmatch(unit)
    few = Fraction(target) * 10**places < _FEW_STEPS * units
    return max(places, _FINE_PLACES) if is_measure and few else places


def _amount(steps: int, places: int) -> Decimal:
    return Decimal(plain(Decimal((0, tuple(map(int, str(steps))), -places))))
