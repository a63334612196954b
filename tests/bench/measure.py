"""Measures something beside a named reference: in one run, in turns, so that a slow moment of the machine meets both.

A measure is a context manager that prepares a ``Pair`` in a folder. What is reported is the ratio of the medians; the
minimum beside it shows how much of a time is noise.
"""

import gc
import statistics
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What is measured, and what it is measured against.

    ``rounds`` is how often each is timed; ``amount`` and ``unit`` say what one run works through, for a rate.
    """

    ours: Callable[[], object]
    reference: Callable[[], object]
    reference_name: str
    rounds: int
    amount: int = 1
    unit: str = ""


Measure = Callable[[Path], AbstractContextManager[Pair]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Seconds of each timed run."""

    name: str
    reference_name: str
    ours: tuple[float, ...]
    reference: tuple[float, ...]
    amount: int
    unit: str

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return statistics.median(self.ours) / statistics.median(self.reference)

    def facts(self) -> dict[str, object]:
        """Return what is written to a file."""
        facts: dict[str, object] = {"name": self.name, "reference": self.reference_name, "ratio": round(self.ratio, 3)}
        for who, times in (("ours", self.ours), ("reference", self.reference)):
            facts[f"{who}_min_seconds"] = min(times)
            facts[f"{who}_median_seconds"] = statistics.median(times)
        facts["rounds"] = len(self.ours)
        if self.unit:
            facts[f"ours_{self.unit}_per_second"] = round(self.amount / statistics.median(self.ours))
        return facts


def compare(name: str, pair: Pair, *, rounds: int | None = None, clock: Callable[[], float] = perf_counter) -> Result:
    """Time both in turns, after one run of each that does not count; who begins changes each round."""
    ours: list[float] = []
    reference: list[float] = []
    both = ((pair.ours, ours), (pair.reference, reference))
    for run, _ in both:
        run()
    for number in range(rounds or pair.rounds):
        for run, times in both if number % 2 == 0 else reversed(both):
            gc.collect()
            start = clock()
            run()
            times.append(clock() - start)
    return Result(
        name=name,
        reference_name=pair.reference_name,
        ours=tuple(ours),
        reference=tuple(reference),
        amount=pair.amount,
        unit=pair.unit,
    )


def table(results: Sequence[Result]) -> str:
    """Lay the results out, one line each; times are median (minimum)."""
    head = ("measure", "ours", "reference", "ratio", "against")
    lines = [head] + [
        (one.name, _times(one.ours), _times(one.reference), f"{one.ratio:.2f}", f"{one.reference_name}{_rate(one)}")
        for one in results
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _times(times: Sequence[float]) -> str:
    return f"{statistics.median(times) * 1000:.2f} ms ({min(times) * 1000:.2f})"


def _rate(result: Result) -> str:
    if not result.unit:
        return ""
    return f"; {result.amount / statistics.median(result.ours):,.0f} {result.unit}/s"
