"""A later version of a document against an earlier plan: what stayed, what was reworded, what came and what went.

Knows two plans and nothing of a workspace: whether something was recorded on a task is not asked here, for no pairing
is ever made or undone because of it. A person's corrections to the earlier plan are done again on the later version
first (``replay``). Then:

1. A task with the same id is the same task (the id is computed from its words).
2. Of the others, those of items that belong together are paired by the likeness of their words, the most alike first;
   below ``LEAST_LIKENESS`` nothing is paired. Items belong together that have the most tasks in common, word by
   word, or the same title.
3. What is left is looked for in all other items, with the stricter ``LEAST_LIKENESS_MOVED``: it may have been moved.
4. What is still left in the later version is new, and in the earlier one gone.

Likeness is Dice's: the pairs of neighbouring characters that two wordings share, out of those they have.

>>> str(likeness("新建公办幼儿园12所", "新建公办幼儿园15所")), str(likeness("召开会议", "检查校车"))
('0.78', '0.00')
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from models.plan.model import Indicator, Item, Plan, Task
from models.plan.replay import original_words, replay

LEAST_LIKENESS = Decimal("0.5")
LEAST_LIKENESS_MOVED = Decimal("0.7")
_MOST_CANDIDATES = 30  # for one task, in all other items


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

    ``likeness`` is between 0 and 1 (1: the same words); ``moved`` tells that it stands in another item now;
    ``duties_changed`` that the later version states other units or another deadline.
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
    """All tasks of both versions, in the order of the later one; a task that is gone stands where it would be.

    ``after`` is the later version with the corrections of the earlier one done again.
    """

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
    after = replay(before, after)
    old, new = _Side(before), _Side(after)
    partner = {name: name for name in old.tasks if name in new.tasks}  # 1
    item_of = _items_together(old, new, partner)
    _pair_within_items(old, new, partner, item_of)  # 2
    _pair_anywhere(old, new, partner)  # 3
    taken = {there: here for here, there in partner.items()}
    pairings = [_pairing(old, new, taken.get(name), name, item_of) for name in new.tasks]
    return Comparison(before, after, tuple(_with_gone(pairings, old, partner)))


def likeness(one: str, other: str) -> Decimal:
    """Return how alike two wordings are, from 0 to 1."""
    return _likeness(_shingles(one), _shingles(other))


class _Side:
    """One of the two plans, with what is asked of it again and again."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.tasks: dict[str, Task] = {}
        self.item_of: dict[str, int] = {}
        self.items: list[Item] = list(plan.items)
        for index, item in enumerate(self.items):
            for task in item.tasks:
                self.tasks[task.id] = task
                self.item_of[task.id] = index
        self.words = {name: original_words(plan, task) for name, task in self.tasks.items()}
        self.shingles = {name: _shingles(words) for name, words in self.words.items()}


def _items_together(old: _Side, new: _Side, partner: dict[str, str]) -> dict[int, int]:
    """Map items of the earlier plan to those of the later one."""
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    said = {words: new.item_of[name] for name, words in new.words.items()}
    for name, words in old.words.items():
        if name in partner or words in said:
            shared[old.item_of[name]][new.item_of[name] if name in partner else said[words]] += 1
    titled: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(new.items):
        titled[item.title].append(index)
    together: dict[int, int] = {}
    for index, item in enumerate(old.items):
        candidates = titled.get(item.title, [])
        if shared[index]:
            together[index] = max(shared[index], key=lambda other: (shared[index][other], other in candidates))
        elif candidates:
            together[index] = min(candidates, key=lambda other: abs(other - index))
    used = set(together.values())
    for index, item in enumerate(old.items):  # a title that was changed a little, in the same place
        nearby = (other for other in range(index - 1, index + 2) if 0 <= other < len(new.items) and other not in used)
        alike = (
            {other: likeness(item.title, new.items[other].title) for other in nearby} if index not in together else {}
        )
        best = max(alike, key=lambda other: alike[other], default=None)
        if best is not None and alike[best] >= LEAST_LIKENESS:
            together[index] = best
            used.add(best)
    return together


def _pair_within_items(old: _Side, new: _Side, partner: dict[str, str], item_of: dict[int, int]) -> None:
    free = set(new.tasks) - set(partner.values())
    for index, other in item_of.items():
        here = [task.id for task in old.items[index].tasks if task.id not in partner]
        there = [task.id for task in new.items[other].tasks if task.id in free]
        pairs = _best_couples(old, new, [(a, b) for a in here for b in there], LEAST_LIKENESS)
        partner |= pairs
        free -= set(pairs.values())


def _pair_anywhere(old: _Side, new: _Side, partner: dict[str, str]) -> None:
    free = set(new.tasks) - set(partner.values())
    having: dict[str, list[str]] = defaultdict(list)
    for name in new.tasks:
        if name in free:
            for shingle in new.shingles[name]:
                having[shingle].append(name)
    couples = []
    for name in old.tasks:
        if name not in partner:
            common = Counter(b for shingle in old.shingles[name] for b in having.get(shingle, ())[:_MOST_CANDIDATES])
            couples += [(name, b) for b, _ in common.most_common(_MOST_CANDIDATES)]
    partner |= _best_couples(old, new, couples, LEAST_LIKENESS_MOVED)


def _best_couples(old: _Side, new: _Side, couples: Iterable[tuple[str, str]], least: Decimal) -> dict[str, str]:
    """Pair the most alike first; of equals, those that come first."""
    alike = [(_likeness(old.shingles[a], new.shingles[b]), a, b) for a, b in couples]
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for value, a, b in sorted(alike, key=lambda each: -each[0]):
        if value >= least and a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs


def _pairing(old: _Side, new: _Side, here: str | None, there: str, item_of: dict[int, int]) -> Pairing:
    after = new.tasks[there]
    if here is None:
        return Pairing(Fate.NEW, None, after, Decimal(0))
    before = old.tasks[here]
    moved = item_of.get(old.item_of[here]) != new.item_of[there]
    if here == there:
        return Pairing(Fate.SAME, before, after, Decimal(1), moved, duties_changed=_duties_changed(before, after))
    alike = _likeness(old.shingles[here], new.shingles[there])
    return Pairing(
        Fate.REWORDED, before, after, alike, moved, target_changes(before, after), _duties_changed(before, after)
    )


def _with_gone(pairings: Sequence[Pairing], old: _Side, partner: dict[str, str]) -> Iterator[Pairing]:
    """Put each task that is gone behind the one that stood before it."""
    behind: dict[str, list[Pairing]] = defaultdict(list)
    last = ""
    for name, task in old.tasks.items():
        if name in partner:
            last = partner[name]
        else:
            behind[last].append(Pairing(Fate.GONE, task, None, Decimal(0)))
    yield from behind[""]
    for pairing in pairings:
        yield pairing
        if pairing.after:
            yield from behind[pairing.after.id]


def pair_targets(before: Task, after: Task) -> list[tuple[Indicator | None, Indicator | None]]:
    """Pair the targets of a task in two versions: same unit and the most alike name; what is left is gone or new."""
    left = list(before.indicators)
    paired: list[tuple[Indicator | None, Indicator | None]] = []
    for each in after.indicators:
        alike = [one for one in left if one.unit == each.unit]
        best = max(alike, key=lambda one: likeness(one.name, each.name), default=None)
        if best is not None:
            left.remove(best)
        paired.append((best, each))
    return paired + [(one, None) for one in left]


def target_changes(before: Task, after: Task) -> tuple[TargetChange, ...]:
    """List the targets that differ in amount, side or rate, or stand in one version only."""
    return tuple(
        TargetChange(one, other) for one, other in pair_targets(before, after) if _amount(one) != _amount(other)
    )


def _amount(indicator: Indicator | None) -> object:
    return indicator and (indicator.target, indicator.direction, indicator.baseline, indicator.per)


def _duties_changed(before: Task, after: Task) -> bool:
    """Tell whether the later version states duties that the task has not; silence changes nothing."""
    units = bool(after.lead or after.support) and (after.lead, after.support) != (before.lead, before.support)
    return units or (after.due is not None and after.due != before.due)


def _shingles(text: str) -> frozenset[str]:
    compact = "".join(c for c in text if c.isalnum())
    return frozenset(a + b for a, b in pairwise(compact)) or frozenset({compact})


def _likeness(one: frozenset[str], other: frozenset[str]) -> Decimal:
    shared = 2 * len(one & other)
    return (Decimal(shared) / (len(one) + len(other))).quantize(Decimal("0.01"))
