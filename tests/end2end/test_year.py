"""A year between three levels, played at random: whatever is lost, repeated or out of order, the same figures stand.

A city, two counties, two schools under the first of them. People type, export, correct, review, re-assign; letters lie
about and are delivered in any order, more than once, or not for a long time. A plain model of a few dictionaries knows
what must come out.
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision
from models.store.directory import UnitFacts, unit_of
from models.store.entries import entry
from models.store.plans import tasks
from models.store.received import content_of
from models.work.closing import PeriodAccepted
from models.work.received_returns import ReturnState, judged_returns
from tests.models.work.example_plan import small_plan
from ui.commands.year_member import Member

START = datetime(2021, 4, 6, 9, tzinfo=UTC)
Q2 = Period(2021, PeriodKind.QUARTER, 2)
FIGURE, TASK = "01-AAAAAA/1", "01-AAAAAA"
TREE = {"市": ("甲县", "乙县"), "甲县": ("一小", "二小")}
ABOVE = {below: above for above, units in TREE.items() for below in units}
CODES = {"市": "37", "甲县": "3701", "乙县": "3702", "一小": "370101", "二小": "370102"}
NAMES = {code: name for name, code in CODES.items()}
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)
SHARES = st.integers(min_value=1, max_value=500).map(Decimal)
BELOW = st.sampled_from(sorted(ABOVE))
SUPERIORS = st.sampled_from(sorted(TREE))


@dataclass(frozen=True)
class Letter:
    """A file on its way: to whom, and whose return it is, if it is one."""

    to: str
    path: Path
    sender: str
    sequence: int = 0


class Year(RuleBasedStateMachine):
    """The offices, the letters between them, and what must come out."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="year-"))
        self.members = {name: Member(name, code, self.home / name, START) for name, code in CODES.items()}
        self.letters: list[Letter] = []
        self.typed: dict[str, Decimal] = {}
        self.shares: dict[str, Decimal] = {}
        self.sent: dict[str, list[Decimal | None]] = {name: [] for name in ABOVE}
        self.arrived: dict[str, int] = dict.fromkeys(ABOVE, 0)  # the highest sequence that is here
        self.decided: dict[tuple[str, int], Decision] = {}
        self.posted = 0

    def teardown(self) -> None:
        try:
            self.settle()
        finally:
            shutil.rmtree(self.home, ignore_errors=True)

    def at_work(self, name: str) -> bool:
        return self.members[name].path.exists()

    def tick(self) -> None:
        self.posted += 1
        for member in self.members.values():
            member.now += timedelta(minutes=7)

    def post(self, to: str, path: Path, sender: str, sequence: int = 0) -> None:
        """Put a file into the letters under a name of its own: a stick is reused, a letter is not."""
        copy = self.home / "letters" / f"{len(self.letters)}-{path.name}"
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(path, copy)
        self.letters.append(Letter(to, copy, sender, sequence))

    @initialize(shares=st.tuples(SHARES, SHARES))
    def begin(self, shares: tuple[Decimal, Decimal]) -> None:
        self.members["市"].start(small_plan())
        for name, share in zip(TREE["市"], shares, strict=True):
            self.assign(name, share)

    @rule(name=BELOW, share=SHARES)
    def assign(self, name: str, share: Decimal) -> None:
        """Assign, or assign anew with another share."""
        above = ABOVE[name]
        if not self.at_work(above):
            return
        self.tick()
        facts = [UnitFacts(name=name, code=CODES[name])]
        folder = self.home / "out" / str(self.posted)
        folder.mkdir(parents=True)
        issued = self.members[above].assign(facts, {CODES[name]: {FIGURE: share}}, folder=folder)
        assert CODES[name] in issued or self.shares.get(name) == share
        self.shares[name] = share
        for code, path in issued.items():  # others too, where what their superior was assigned has changed
            self.post(NAMES[code], path, above)

    @precondition(lambda self: self.letters)
    @rule(data=st.data())
    def deliver(self, data: st.DataObject) -> None:
        """Hand over any letter that ever left, the first or the fifth time."""
        self.hand_over(data.draw(st.sampled_from(range(len(self.letters)))))

    def hand_over(self, at: int) -> None:
        letter = self.letters[at]
        if ABOVE.get(letter.sender) == letter.to:
            self.members[letter.to].collect(letter.path)
            self.arrived[letter.sender] = max(self.arrived[letter.sender], letter.sequence)
        else:
            self.members[letter.to].take(letter.path)

    @rule(name=BELOW, amount=AMOUNTS)
    def type(self, name: str, amount: Decimal) -> None:
        """Type a figure, where the period is open."""
        if self.at_work(name) and self.members[name].is_open(Q2):
            self.members[name].record(Q2, {FIGURE: amount})
            self.typed[name] = amount

    @rule(name=BELOW)
    def export(self, name: str) -> None:
        """Export, where the period is open."""
        if not self.at_work(name) or not self.members[name].is_open(Q2):
            return
        self.tick()
        path = self.members[name].report(Q2, self.home / "exports" / name)
        self.sent[name].append(self.typed.get(name))
        self.post(ABOVE[name], path, name, len(self.sent[name]))

    @rule(name=BELOW)
    def correct(self, name: str) -> None:
        """Open a closed period again, which only an accepted one refuses."""
        if self.at_work(name) and not self.members[name].is_open(Q2):
            try:
                self.members[name].correct(Q2, "数字有误")
            except PeriodAccepted:
                assert self.decided.get((name, len(self.sent[name]))) is Decision.ACCEPTED

    @rule(name=SUPERIORS, decision=st.sampled_from(sorted(Decision)))
    def review(self, name: str, decision: Decision) -> None:
        """Decide on whatever waits, in one way."""
        if not self.at_work(name):
            return
        self.tick()
        decisions = {
            CODES[below]: (decision, "请核对" if decision is Decision.RETURNED else "") for below in TREE[name]
        }
        receipts = self.members[name].review(decisions, Q2, self.home / "receipts" / name / str(self.posted))
        for code, path in receipts.items():
            below = NAMES[code]
            self.decided[below, self.arrived[below]] = decision
            self.post(below, path, name)

    @invariant()
    def no_figure_is_lost_or_doubled(self) -> None:
        """At every moment a superior proposes what the accepted returns say that stand, and nothing else."""
        for above, units in TREE.items():
            if not self.at_work(above):
                continue
            standing = [
                self.sent[name][self.arrived[name] - 1]
                for name in units
                if self.arrived[name] and self.decided.get((name, self.arrived[name])) is Decision.ACCEPTED
            ]
            known = [amount for amount in standing if amount is not None]
            expected = sum(known, Decimal(0)) if known else None
            assert self.members[above].rolled_up(Q2)[FIGURE] == expected

    def settle(self) -> None:
        """Let everything arrive, and everybody report and accept, until nothing moves: the same figures must stand."""
        for _ in range(4):
            for at in range(len(self.letters) - 1, -1, -1):  # the latest first: the hardest order
                self.hand_over(at)
            for at in range(len(self.letters)):
                self.hand_over(at)
            for name in ("一小", "二小", "甲县", "乙县"):
                self.export(name)
            for at in range(len(self.letters)):
                self.hand_over(at)
            for name in TREE:
                self.review(name, Decision.ACCEPTED)
        for name, above in ABOVE.items():
            if self.at_work(name):
                self.must_stand(name, above)
        self.no_figure_is_lost_or_doubled()

    def must_stand(self, name: str, above: str) -> None:
        with self.members[name].open() as workspace:
            (indicator,) = next(task for task in tasks(workspace) if task.id == TASK).indicators
            value = entry(workspace, Q2, TASK).values.get(FIGURE)
        assert indicator.target == self.shares[name]
        assert (value.amount if value else None) == self.typed.get(name), "nothing typed is lost"
        with self.members[above].open() as workspace:
            unit = unit_of(workspace, code=CODES[name], name=name)
            assert unit is not None
            standing = judged_returns(workspace, period=Q2, unit_id=unit.id)[-1]
            figures = content_of(workspace, standing.received.id).values
        assert standing.state is ReturnState.ACCEPTED
        assert standing.received.sequence == len(self.sent[name])
        stated = figures.get(FIGURE)
        assert (stated.amount if stated else None) == self.typed.get(name)


@pytest.fixture(autouse=True)
def _scratch() -> Iterator[None]:
    """Keep the many folders of the year in one place that goes away."""
    before = tempfile.tempdir
    tempfile.tempdir = tempfile.mkdtemp(prefix="years-")
    yield
    shutil.rmtree(tempfile.tempdir, ignore_errors=True)
    tempfile.tempdir = before


def play(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Year,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
        ),
    )


def test_whatever_the_order_the_same_figures_stand() -> None:
    play(examples=3, steps=20)


@pytest.mark.slow
def test_many_years_end_in_the_same_figures() -> None:
    play(examples=12, steps=40)
