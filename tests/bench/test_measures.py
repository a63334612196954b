"""The measures measure what they say, and still run."""

import json
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from tests.bench.measure import Pair, compare, table

ROOT = Path(__file__).resolve().parents[2]


def test_both_are_timed_in_turns_and_the_first_run_does_not_count() -> None:
    order: list[str] = []
    ticks = count()
    pair = Pair(ours=lambda: order.append("o"), reference=lambda: order.append("r"), reference_name="it", rounds=2)
    result = compare("a thing", pair, clock=lambda: float(next(ticks)))
    assert "".join(order) == "or" + "or" + "ro"
    assert result.ours == result.reference == (1.0, 1.0)


def test_the_table_gives_ratio_and_rate() -> None:
    ticks = iter([0.0, 0.2, 1.0, 1.1])
    pair = Pair(ours=int, reference=int, reference_name="nothing", rounds=1, amount=1000, unit="rows")
    result = compare("a thing", pair, clock=lambda: next(ticks))
    assert result.facts()["ratio"] == 2.0
    assert "200.00 ms (200.00)  100.00 ms (100.00)  2.00   nothing; 5,000 rows/s" in table([result])


@pytest.mark.slow
def test_every_measure_runs(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command = [sys.executable, ROOT / "build" / "dev.py", "bench", "--rounds", "1", "--json", out]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(out.read_text("utf-8"))["measures"]) == 8
    assert len([line for line in done.stdout.splitlines() if " ms (" in line]) == 8
