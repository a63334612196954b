"""A later version of a document against an earlier plan: what stayed, what was reworded, what came and what went.

Knows two plans and nothing of a workspace: whether something was recorded on a task is not asked here, for no pairing
is ever made or undone because of it. The rules:

1. A task with the same id is the same task (the id is computed from its words).
2. Of the others, those of items with the same title (or, where a title changed, the same place and mostly the same
   tasks) are paired by the likeness of their wording, the most alike first; below ``LEAST_LIKENESS`` nothing is paired.
3. What is left is looked for in all other items, with a stricter limit: it may have been moved.
4. What is still left in the later version is new, and in the earlier one gone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.plan.model import Indicator, Plan, Task

LEAST_LIKENESS = Decimal("0.5")


class Fate(StrEnum):
    """What became of a task between two versions of its document."""

    SAME = "same"
    REWORDED = "reworded"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target that differs; ``before`` is None for one that is new, ``after`` for one that is gone."""

    before: Indicator | None
    after: Indicator | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """One task in both versions, or in one of them only.

    ``likeness`` is between 0 and 1 (1: the same words); ``moved`` tells that it stands in another item now.
    ``duties_changed`` tells that units or deadline differ.
    """

    fate: Fate
    before: Task | None
    after: Task | None
    likeness: Decimal
    moved: bool = False
    targets: tuple[TargetChange, ...] = ()
    duties_changed: bool = False

    @property
    def changed(self) -> bool:
        """Tell whether there is anything for a person to look at."""
        return self.fate is not Fate.SAME or self.moved or bool(self.targets) or self.duties_changed


@dataclass(frozen=True, slots=True)
class Comparison:
    """All tasks of both versions, in the order of the later one; a task that is gone stands where it would be."""

    before: Plan
    after: Plan
    pairings: tuple[Pairing, ...]

    def of(self, fate: Fate) -> Iterator[Pairing]:
        """Run through the pairings of one fate."""
        return (each for each in self.pairings if each.fate is fate)

    @property
    def changes(self) -> Iterator[Pairing]:
        """Run through what a person has to look at."""
        return (each for each in self.pairings if each.changed)


def compare_plans(before: Plan, after: Plan) -> Comparison:
    """Pair the tasks of two versions of one document."""
    raise NotImplementedError


def take_in(comparison: Comparison) -> Plan:
    """Return the later version with the ids of the earlier one where a task was reworded, so that what is recorded
    on it stays with it; and with a person's corrections (units, kind, deadline) to tasks that did not change.

    What is gone is not in it: ask ``comparison.of(Fate.GONE)``.
    """
    raise NotImplementedError
