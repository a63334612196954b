"""What is read from each number of a sentence, row by row: the tables stand in ``numbers/``.

A row is a sentence; below it, indented, what it holds: a target with its side (>=, <=), amount and unit, where it
starts ``from``, the rate ``per`` which it is stated (the amount is the year's), and behind ``?`` why a person is asked
to look at it; or, behind a leading ``?``, a number that was not taken and may be a target. A sentence with nothing
below has neither.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.core.numbers import plain
from models.core.vocabulary import Direction
from models.plan import parse_plan
from models.plan.model import DoubtKind, Indicator, Plan

TABLES = Path(__file__).with_name("numbers")


def _rows() -> Iterator[tuple[str, list[str]]]:
    for table in sorted(TABLES.glob("*.txt")):
        sentence, held = "", []
        for line in [*table.read_text("utf-8").splitlines(), "#"]:
            if line.startswith("    "):
                held.append(line.strip())
                continue
            if sentence:
                yield sentence, held
            sentence, held = ("" if line.startswith("#") else line), []


def _written(indicator: Indicator, why: str) -> str:
    side = ">=" if indicator.direction is Direction.AT_LEAST else "<="
    parts = [f"{indicator.name} {side} {plain(indicator.target)} {indicator.unit}"]
    if indicator.baseline is not None:
        parts.append(f"from {plain(indicator.baseline)}")
    if indicator.per:
        parts.append(f"per {indicator.per.value}")
    return " ".join([*parts, *([f"?{why}"] if why else [])])


def _held(plan: Plan) -> list[str]:
    unsure = {d.span.start: d.fact("why") for d in plan.doubts if d.kind is DoubtKind.TARGET_UNCERTAIN}
    targets = [_written(each, unsure.get(each.span.start, "")) for task in plan.tasks for each in task.indicators]
    asked = [f"? {d.text} {d.fact('why')}" for d in plan.doubts if d.kind is DoubtKind.NUMBER_MAY_BE_TARGET]
    return targets + asked


@pytest.mark.parametrize(
    ("sentence", "expected"), list(_rows()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_number_of_a_sentence_is_a_target_or_none_or_asked_about(sentence: str, expected: list[str]) -> None:
    plan = parse_plan(f"某局2024年工作要点\n一、甲乙\n1．丙丁。{sentence}\n2．戊己。开展庚辛。\n")
    assert _held(plan) == expected


def test_the_tables_are_long_enough_to_mean_something() -> None:
    assert len(list(_rows())) > 400
