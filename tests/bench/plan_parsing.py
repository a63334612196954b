"""Reading the bundled document into a plan: against one regular expression that cuts the same text into tokens."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import Pair
from workspace import PLAN

from models.plan.parse import parse_plan

_TOKEN = re.compile(r"(?P<number>\d+(?:\.\d+)?)|(?P<character>[一-鿿])|(?P<word>[A-Za-z]+)|(?P<mark>\S)")


@contextmanager
def plan_parsing(folder: Path) -> Iterator[Pair]:
    """Parse the text; decoding the file is not timed."""
    text = PLAN.read_text("utf-8")
    yield Pair(
        ours=lambda: parse_plan(text),
        reference=lambda: [(match.lastgroup, match.start(), match.end()) for match in _TOKEN.finditer(text)],
        reference_name="a regular expression's tokens of the same text",
        rounds=20,
        amount=len(text),
        unit="characters",
    )
