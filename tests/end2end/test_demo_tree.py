"""A year between three levels, as ``main.py demo DIR --tree`` plays it, held against a plain computation.

The computation knows nothing of the program: it adds up numbers out of ``demo.json``, with the standard library alone.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
RATES = ("%", "％", "‰")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play the year once, in an empty home."""
    folder = tmp_path_factory.mktemp("年") / "演示 一年"
    bare = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "main.py", "demo", str(folder), "--tree", "--json"],
        cwd=ROOT,
        env=bare | {"HOME": str(folder.parent), "XDG_DATA_HOME": str(folder.parent / "data")},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == json.loads((folder / "demo.json").read_text(encoding="utf-8"))
    return folder


def told(year: Path) -> dict:
    return json.loads((year / "demo.json").read_text(encoding="utf-8"))


def plain_sums(facts: dict, period: str) -> dict[str, Decimal]:
    """Add up what was typed: of the county with schools, what its schools typed and what it typed itself."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for code in (*facts["units"], *facts["schools"]):
        for indicator, amount in facts["typed"][code][period].items():
            sums[indicator] += Decimal(amount)
    return sums


def indicators(path: Path) -> dict[str, tuple[str, Decimal | None, int]]:
    """Read from a summary, by the indicator's name and task: unit of measure, what the units amount to, who is out."""
    sheet = openpyxl.load_workbook(path)["指标汇总"]
    heads = [cell.value for cell in sheet[3]]
    task, name, unit, total, out = (heads.index(head) for head in ("任务", "指标", "单位", "下级汇总", "未计入"))
    return {
        f"{row[task].value}|{row[name].value}": (
            row[unit].value or "",
            None if row[total].value is None else Decimal(repr(row[total].value)),
            row[out].value,
        )
        for row in sheet.iter_rows(min_row=4)
    }


@pytest.mark.slow
@pytest.mark.parametrize("period", ["2021-Q1", "2021-Q2", "2021-Q3"])
def test_the_city_s_summary_is_right_to_the_last_digit(year: Path, period: str) -> None:
    facts = told(year)
    sums = plain_sums(facts, period)
    shown = indicators(year / facts["summaries"][period])
    names = names_of(ROOT, sums)
    assert len(shown) == len(names) == 20
    for indicator, key in names.items():
        unit, total, out = shown[key]
        if unit in RATES:
            assert total is None, "percentages are never summed"
        else:
            assert (key, total, out) == (key, sums[indicator], 0)


def names_of(root: Path, sums: dict[str, Decimal]) -> dict[str, str]:
    """Name the indicators of the document, which another command tells."""
    done = subprocess.run(
        [sys.executable, "main.py", "plan", "resources/plans/jining-2021.txt", "--json"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    plan = json.loads(done.stdout)
    found = {
        one["id"]: f"{task['text']}|{one['name']}"
        for part in plan["parts"]
        for item in part["items"]
        for task in item["tasks"]
        for one in task["indicators"]
    }
    assert set(sums) <= set(found)
    return found


@pytest.mark.slow
def test_the_late_the_altered_and_the_corrected_are_told_apart(year: Path) -> None:
    facts = told(year)
    assert facts["lots"] == {
        "2021-Q1": {"taken": 14},
        "2021-Q2": {"altered": 1, "taken": 12},
        "2021-Q3": {"taken": 14},
    }
    sheet = openpyxl.load_workbook(year / facts["summaries"]["2021-Q2"])["单位排名"]
    late = [row[1].value for row in sheet.iter_rows(min_row=4) if row[8].value == "审核通过（迟报）"]
    assert late == [facts["units"][facts["late"]]]
    assert facts["receipts"] == 3 * (13 + 1 + 3) + 1


@pytest.mark.slow
def test_the_files_that_travelled_are_valid_for_the_verifier(year: Path) -> None:
    facts = told(year)
    sent = sorted((year / "上报" / facts["city"]["name"] / "2021-Q3").glob("*.xlsx"))
    signed = [path for path in sent if "手填" not in path.name]
    assert len(signed) == 13
    assigned, receipts = sorted((year / "下达").glob("任务下达表*.xlsx")), sorted((year / "回执").rglob("*.xlsx"))
    for path in (signed[0], assigned[0], receipts[0]):
        words = [sys.executable, "main.py", "verify", str(path)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_a_folder_with_something_in_it_is_left_alone(year: Path) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "demo", str(year), "--tree"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2 and "空的文件夹" in done.stderr
