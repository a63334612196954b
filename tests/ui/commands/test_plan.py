"""``plan``: the tree for reading and the JSON for other programs."""

import argparse
import json
from pathlib import Path

import pytest

from models.core.errors import FileMissing
from ui.commands import plan

DOCUMENT = Path(__file__).parents[3] / "resources" / "plans" / "jining-2021.txt"
HEAD = {"title", "year", "document_number", "issuer", "issued_on", "addressees", "preamble", "parts"}


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
    assert set(read) == HEAD | {"notice", "left_over", "doubts", "source"}
    assert read["left_over"] == []
    assert all(doubt["sentence"] and doubt["advice"] for doubt in read["doubts"])
    assert read["year"] == 2021
    assert (read["issued_on"], len(read["addressees"])) == ("2021-04-06", 7)
    item = read["parts"][2]["items"][0]
    assert (set(item), item["number"]) == ({"number", "title", "start", "end", "tasks"}, 6)
    (task,) = [task for task in item["tasks"] if task["indicators"]]
    assert set(task) == {"id", "text", "start", "end", "kind", "lead", "support", "due", "indicators"}
    assert (task["kind"], task["lead"], task["support"], task["due"]) == ("quantified", [], [], None)
    target = task["indicators"][0]
    assert read["source"][target.pop("start") : target.pop("end")] == "100所"
    assert target == {
        "id": f"{task['id']}/1",
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


PLAN = """某区教育局2024年工作要点
一、抓安全
1．管好校车。6月底前更换校车20辆（牵头单位：安全科；配合单位：财务科、办公室）。9月前召开会议。
2．巩固成果。巩固率从95%提高到97%，近视率控制在50%以内，每季度督查2次。
二、抓质量
4．教学。组织教师培训。
附件：分工表
"""


def test_json_says_all_that_was_made_of_a_document_and_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "要点.txt"
    file.write_text(PLAN, encoding="utf-8")
    assert run(str(file), "--json") == 0
    read = json.loads(capsys.readouterr().out)
    source = read["source"]
    items = [item for part in read["parts"] for item in part["items"]]
    tasks = [task for item in items for task in item["tasks"]]
    first = tasks[0]
    assert (first["lead"], first["support"], first["due"]) == (["安全科"], ["财务科", "办公室"], "2024-06-30")
    assert source[first["start"] : first["end"]].startswith("6月底前更换校车20辆（牵头单位")
    assert source[items[0]["start"] : items[0]["end"]].startswith("1．管好校车。")
    targets = [target for task in tasks for target in task["indicators"]]
    told = [(one["target"], one["unit"], one["direction"], one["baseline"], one["per"], one["each"]) for one in targets]
    assert told == [
        ("20", "辆", "at_least", None, None, None),
        ("97", "%", "at_least", "95", None, None),
        ("50", "%", "at_most", None, None, None),
        ("8", "次", "at_least", None, "quarter", "2"),
    ]
    assert all(any(c.isdigit() for c in source[one["start"] : one["end"]]) for one in targets)
    doubts = {doubt["kind"]: doubt for doubt in read["doubts"]}
    assert doubts["numbers_missing"]["facts"] == {"missing": "3"}
    assert doubts["deadline_ambiguous"]["task"] in {task["id"] for task in tasks}
    assert all(source[one["start"] : one["end"]].strip() for one in read["doubts"])
    assert read["left_over"] == ["附件：分工表"]
