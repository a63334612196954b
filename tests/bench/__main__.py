"""Measures the program beside named references and prints one table. Started by `build/dev.py bench`."""

import argparse
import json
import os
import platform
import sqlite3
import sys
import tempfile
from pathlib import Path

from durable_field import durable_field
from first_paint import first_paint
from measure import Measure, compare, table
from plan_growth import plan_growth
from plan_parsing import plan_parsing
from plan_review import plan_review
from signatures import signing, verifying
from signed_export import signed_export

MEASURES: dict[str, Measure] = {
    "start to first paint": first_paint,
    "one durable field": durable_field,
    "export and sign": signed_export,
    "sign": signing,
    "verify": verifying,
    "parse the document": plan_parsing,
    "parse 2,000 items": plan_growth,
    "correct 1 of 11,000 tasks": plan_review,
}


def main() -> int:
    """Measure what is asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measures the program beside named references.")
    parser.add_argument("only", nargs="*", metavar="WORD", help="only measures with one of these words in their name")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures to a file as well")
    parser.add_argument("--rounds", type=int, metavar="N", help="time each N times instead of its own number")
    parser.add_argument("--list", action="store_true", help="name the measures and end")
    arguments = parser.parse_args()
    chosen = {name: one for name, one in MEASURES.items() if not arguments.only or _named(name, arguments.only)}
    if arguments.list or not chosen:
        print("\n".join(MEASURES))
        return 0 if arguments.list else 2
    results = []
    # Beside the sources, not in a temporary folder: that one is often memory, where nothing is made durable.
    work = Path(__file__).resolve().parents[2] / ".work"
    work.mkdir(exist_ok=True)
    for name, measure in chosen.items():
        print(f"measuring: {name} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(dir=work, prefix="bench-") as folder, measure(Path(folder)) as pair:
            results.append(compare(name, pair, rounds=arguments.rounds))
    print(table(results))
    if arguments.json:
        facts = {"machine": _machine(), "measures": [result.facts() for result in results]}
        arguments.json.write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _named(name: str, words: list[str]) -> bool:
    return any(word in name for word in words)


def _machine() -> dict[str, object]:
    return {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }


if __name__ == "__main__":
    sys.exit(main())
