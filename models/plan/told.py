"""What a number of a plan is found to be: a figure, none by a rule, or a question."""

from dataclasses import dataclass, replace
from decimal import Decimal

from models.core.numbers import NotANumber, checked_amount
from models.core.vocabulary import Direction, Per
from models.plan.model import Span
from models.plan.ruled_out import Rule
from models.plan.unsure import Unsure


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount for the year: ``span`` is number and unit, ``value`` is in the base ``unit``.

    ``unsure`` says why a person should look at it. ``names`` are the things that it holds for, one by one
    (小学、初中各2所), where that is more than one.
    """

    span: Span
    value: Decimal
    unit: str
    direction: Direction
    baseline: Decimal | None = None
    per: Per | None = None
    unsure: Unsure | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a number is: a figure, or ruled out by ``rule``, or a question (``unsure`` without a figure)."""

    span: Span
    figure: Figure | None = None
    rule: Rule | None = None
    unsure: Unsure | None = None


def at_rate(figure: Figure, per: Per) -> Figure:
    """Return a figure as the rate that it may be meant as, with the question whether it is."""
    try:
        value = checked_amount(figure.value * per.times)
    except NotANumber:
        return replace(figure, unsure=Unsure.RATE)
    return replace(figure, value=value, per=per, unsure=Unsure.RATE)
