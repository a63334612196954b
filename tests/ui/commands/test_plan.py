"""``plan``: the tree for reading and the JSON for other programs."""

import argparse
import json
from pathlib import Path

import pytest

from models.core.errors import FileMissing
from ui.commands import plan

DOCUMENT = Path(__file__).parents[3] / "resources" / "plans" / "jining-2021.txt"
HEAD = {"title", "document_number", "issuer", "issued_on", "addressees", "preamble", "parts"}


def run(*words: str) -> int:
    """Run the command with its own arguments."""
    parser = argparse.ArgumentParser()
    plan.configure(parser)
    return plan.run(parser.parse_args(words))


def test_the_tree_ends_with_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(DOCUMENT)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "济宁市教育局（中共济宁市委教育工委）2021年工作要点"
    assert "6 个部分、20 个条目" in lines[-1]
    assert "20 个指标" in lines[-1]
    assert any("新改扩建幼儿园 ≥ 20 所" in line for line in lines)


@pytest.mark.parametrize("words", [["--json"], ["--json", "-"]])
def test_json_is_printed_in_the_promised_shape(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(DOCUMENT), *words) == 0
    read = json.loads(capsys.readouterr().out)
    assert set(read) == HEAD | {"notice", "left_over", "doubts"}
    assert read["left_over"] == []
    assert all(doubt["sentence"] for doubt in read["doubts"])
    assert (read["issued_on"], len(read["addressees"])) == ("2021-04-06", 7)
    item = read["parts"][2]["items"][0]
    assert (set(item), item["number"]) == ({"number", "title", "tasks"}, 6)
    (task,) = [task for task in item["tasks"] if task["indicators"]]
    assert set(task) == {"id", "text", "kind", "lead", "support", "due", "indicators"}
    assert (task["kind"], task["lead"], task["support"], task["due"]) == ("quantified", [], [], None)
    assert task["indicators"][0] == {
        "name": "做强乡镇中心小学",
        "target": "100",
        "unit": "所",
        "direction": "at_least",
        "baseline": None,
        "per": None,
        "each": None,
    }


def test_json_goes_to_the_named_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "要点 1.json"
    assert run(str(DOCUMENT), "--json", str(out)) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(out.read_text("utf-8"))["document_number"] == "济教字〔2021〕1号"


def test_what_is_wrong_is_raised_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        run(str(tmp_path / "没有.txt"), "--json", str(tmp_path / "out.json"))
    assert not list(tmp_path.iterdir())
