"""汇总: what the accepted figures of subordinates amount to, as a proposal for the superior's own entry.

The rules:

1. Only accepted returns count, of each unit and period the current one. A refused or replaced one never enters.
2. Figures that add up (所, 人, 万元) are summed. Ceilings and percentages are never summed: they have no proposal
   unless a person chose a weighted mean.
3. ``LATEST`` lets a unit without an accepted figure in the period stand with its latest one of the year; figures are
   cumulative, so that is what is known of it.
4. A weighted mean counts only units whose weight is known and not 0.
5. A unit is expected where the grid gives it the task. Where nothing was assigned at all, each unit of the directory
   is.
6. A proposal says who is missing. It enters nothing by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from typing import Final

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.periods import Period
from models.core.vocabulary import RollUp
from models.store.assignments import read_grid
from models.store.database import Workspace
from models.store.directory import DirectoryUnit, subordinates
from models.store.plans import tasks
from models.store.received import amounts_of, narratives_of
from models.store.records import IndicatorRecord, TaskRecord
from models.store.roll_up_methods import Method, choose_method, chosen_methods
from models.store.unit_weights import weights
from models.work.distribute import is_additive
from models.work.received_returns import JudgedReturn, ReturnState, judged_returns

_EXACT: Final = 60  # digits; amounts have 30 at most, so that sums of them are exact
_MEAN_PLACES: Final = Decimal("0.01")
_SUMS: Final = frozenset({RollUp.SUM, RollUp.LATEST})


@dataclass(eq=False)
class NeverSummed(UserError):
    """A ceiling or a percentage should be rolled up as a sum."""

    name: str


class Part(StrEnum):
    """What a unit brings to a proposal."""

    FIGURE = "figure"  # its accepted figure of the period
    EARLIER = "earlier"  # its accepted figure of an earlier period
    NO_DATA = "no-data"  # it stated that there is none, or left it blank
    WAITING = "waiting"  # its return is not decided on
    RETURNED = "returned"  # its return was sent back
    MISSING = "missing"  # no return
    WITHOUT_WEIGHT = "without-weight"  # it has a figure, and no weight to count by


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one unit brings; ``amount`` is what counts, or None."""

    unit: DirectoryUnit
    part: Part
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one indicator; ``amount`` is None where nothing can be."""

    indicator: IndicatorRecord
    method: Method
    amount: Decimal | None
    contributions: tuple[Contribution, ...]

    @property
    def missing(self) -> tuple[Contribution, ...]:
        """Those who bring nothing that counts."""
        return tuple(one for one in self.contributions if one.amount is None)


def rule_for(indicator: IndicatorRecord) -> Method:
    """Return how an indicator rolls up if nobody chose: a sum where figures add up, else by hand."""
    return Method(RollUp.SUM if is_additive(indicator) else RollUp.BY_HAND)


def methods_for(indicator: IndicatorRecord, columns: Iterable[str]) -> tuple[Method, ...]:
    """Return the ways in which an indicator can roll up, the rule's first; ``columns`` can be weighted by."""
    rule = rule_for(indicator)
    sums = [Method(kind) for kind in (RollUp.SUM, RollUp.LATEST)] if rule.kind is RollUp.SUM else []
    weighted = [Method(RollUp.WEIGHTED, column) for column in columns]
    return (rule, *(one for one in (*sums, *weighted, Method(RollUp.BY_HAND)) if one != rule))


def set_method(workspace: Workspace, indicator_id: str, method: Method) -> Changes:
    """Choose how an indicator rolls up; what the rule says anyhow is not kept as a choice.

    Raises:
        NeverSummed: it is a ceiling or a percentage, and the method is a sum.
        LookupError: there is no such indicator.
    """
    indicator = next((one for task in tasks(workspace) for one in task.indicators if one.id == indicator_id), None)
    if indicator is None:
        raise LookupError(indicator_id)
    rule = rule_for(indicator)
    if method.kind in _SUMS and rule.kind is not RollUp.SUM:
        raise NeverSummed(indicator.name)
    return choose_method(workspace, indicator_id, None if method == rule else method)


def proposals(workspace: Workspace, period: Period) -> dict[str, Proposal]:
    """Return what is proposed for each indicator in a period; a fixed number of queries whatever the size."""
    known = _Known.of(workspace, period)
    chosen = chosen_methods(workspace)
    columns = weights(workspace)
    return {
        indicator.id: _proposal(known, task, indicator, _method(indicator, chosen.get(indicator.id)), columns)
        for task in known.tasks
        for indicator in task.indicators
    }


def narratives(workspace: Workspace, period: Period, task_id: str) -> str:
    """Draw what units reported on a task into one list, to be edited: accepted returns, in the directory's order."""
    accepted = {
        one.received.unit_id: one.received.id
        for one in judged_returns(workspace, period=period)
        if one.state is ReturnState.ACCEPTED
    }
    said = narratives_of(workspace, list(accepted.values()), task_id)
    found = [(unit, said[accepted[unit.id]]) for unit in subordinates(workspace) if accepted.get(unit.id) in said]
    return "\n".join(f"{number}.{unit.label}：{' '.join(text.split())}" for number, (unit, text) in enumerate(found, 1))


@dataclass(frozen=True, slots=True)
class _Known:
    """All that proposals are made of, read once."""

    period: Period
    units: tuple[DirectoryUnit, ...]
    tasks: tuple[TaskRecord, ...]
    expected: Mapping[str, frozenset[int]]  # by task; empty where nothing was assigned at all
    standing: Mapping[int, JudgedReturn]  # the current return of the period, by unit
    accepted: Mapping[int, tuple[tuple[Period, Mapping[str, Decimal]], ...]]  # by unit, the latest period first

    @classmethod
    def of(cls, workspace: Workspace, period: Period) -> "_Known":
        judged = [
            one
            for one in judged_returns(workspace)
            if one.state is not ReturnState.REPLACED and _is_up_to(one.received.period, period)
        ]
        kept = [one.received for one in judged if one.state is ReturnState.ACCEPTED]
        amounts = amounts_of(workspace, [one.id for one in kept])
        expected: dict[str, set[int]] = {}
        for unit_id, task_id in read_grid(workspace).duties:
            expected.setdefault(task_id, set()).add(unit_id)
        accepted: dict[int, list[tuple[Period, Mapping[str, Decimal]]]] = {}
        for one in sorted(kept, key=lambda one: (one.period.ends_on, one.period.starts_on), reverse=True):
            accepted.setdefault(one.unit_id, []).append((one.period, amounts[one.id]))
        return cls(
            period=period,
            units=subordinates(workspace),
            tasks=tasks(workspace),
            expected={task_id: frozenset(units) for task_id, units in expected.items()},
            standing={one.received.unit_id: one for one in judged if one.received.period == period},
            accepted={unit_id: tuple(found) for unit_id, found in accepted.items()},
        )

    def units_of(self, task_id: str) -> Sequence[DirectoryUnit]:
        if not self.expected:
            return self.units
        wanted = self.expected.get(task_id, frozenset())
        return [unit for unit in self.units if unit.id in wanted]

    def now(self, unit_id: int, indicator_id: str) -> Decimal | None:
        """Return a unit's accepted figure of the period."""
        found = (amounts.get(indicator_id) for of, amounts in self.accepted.get(unit_id, ()) if of == self.period)
        return next(found, None)

    def earlier(self, unit_id: int, indicator_id: str) -> Decimal | None:
        """Return a unit's latest accepted figure before the period."""
        before = (amounts for of, amounts in self.accepted.get(unit_id, ()) if of != self.period)
        return next((amounts[indicator_id] for amounts in before if indicator_id in amounts), None)


def _is_up_to(one: Period, period: Period) -> bool:
    return one == period or (one.year == period.year and one.ends_on < period.ends_on)


def _method(indicator: IndicatorRecord, chosen: Method | None) -> Method:
    """Return the method that holds: a sum that was chosen ends where a later plan makes a percentage of the target."""
    rule = rule_for(indicator)
    if chosen is None or (chosen.kind in _SUMS and rule.kind is not RollUp.SUM):
        return rule
    return chosen


def _proposal(
    known: _Known,
    task: TaskRecord,
    indicator: IndicatorRecord,
    method: Method,
    columns: Mapping[str, Mapping[int, Decimal]],
) -> Proposal:
    found = tuple(_contribution(known, unit, indicator.id, method) for unit in known.units_of(task.id))
    match method.kind:
        case RollUp.SUM | RollUp.LATEST:
            amount = _sum(one.amount for one in found)
        case RollUp.WEIGHTED:
            column = columns.get(method.weight, {})
            found = tuple(_weighed(one, column.get(one.unit.id, Decimal(0))) for one in found)
            amount = _mean((one.amount, column[one.unit.id]) for one in found if one.amount is not None)
        case RollUp.BY_HAND:
            amount = None
    return Proposal(indicator, method, amount, found)


def _contribution(known: _Known, unit: DirectoryUnit, indicator_id: str, method: Method) -> Contribution:
    amount = known.now(unit.id, indicator_id)
    if amount is not None:
        return Contribution(unit, Part.FIGURE, amount)
    if method.kind is RollUp.LATEST and (earlier := known.earlier(unit.id, indicator_id)) is not None:
        return Contribution(unit, Part.EARLIER, earlier)
    standing = known.standing.get(unit.id)
    if standing is None:
        return Contribution(unit, Part.MISSING)
    parts = {ReturnState.WAITING: Part.WAITING, ReturnState.RETURNED: Part.RETURNED}
    return Contribution(unit, parts.get(standing.state, Part.NO_DATA))


def _weighed(one: Contribution, weight: Decimal) -> Contribution:
    return Contribution(one.unit, Part.WITHOUT_WEIGHT) if one.amount is not None and not weight else one


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return added(known) if known else None


def _mean(weighed: Iterable[tuple[Decimal, Decimal]]) -> Decimal | None:
    known = list(weighed)
    total = added(weight for _, weight in known)
    if not total:
        return None
    with localcontext(prec=_EXACT):
        mean = sum((amount * weight for amount, weight in known), Decimal(0)) / total
        return mean.quantize(_MEAN_PLACES, ROUND_HALF_UP)


def added(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts up, exact to the last digit, which the usual 28 digits of a Decimal would not always be."""
    with localcontext(prec=_EXACT):
        return sum(amounts, Decimal(0))
