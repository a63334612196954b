"""The time that a plan takes grows with its length, and with nothing else."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))  # the measures import one another by name, as they are started

from plan_growth import growth_exponent


@pytest.mark.slow
def test_parsing_is_linear_to_2000_items() -> None:
    assert growth_exponent() <= 1.05
