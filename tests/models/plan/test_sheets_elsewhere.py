"""What sheets become elsewhere: saved as text, or filled in by this program, whose returns are no plans."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from models.plan import read_plan
from models.plan.documents.problems import OwnWorkbook
from tests.models.plan.office_files import write, xlsx

TITLE = "青山区教育局2024年重点工作任务分解表"
HEADER = ["序号", "工作任务", "牵头科室", "配合单位", "完成时限"]
RETURN = Path(__file__).parents[2] / "data" / "returns" / "form-1.xlsx"


@pytest.mark.parametrize("altered", [False, True], ids=["as it came", "saved by another program"])
def test_a_return_of_this_program_is_no_plan(tmp_path: Path, altered: bool) -> None:
    file = RETURN
    if altered:
        made = openpyxl.load_workbook(RETURN)
        file = tmp_path / "填报表.xlsx"
        made.save(file)
    with pytest.raises(OwnWorkbook) as refused:
        read_plan(file)
    assert (refused.value.form, refused.value.path) == ("return", file)


@pytest.mark.parametrize(("mark", "encoding"), [("\t", "utf-16"), (",", "gb18030"), (",", "utf-8-sig")])
def test_a_sheet_that_was_saved_as_text(tmp_path: Path, mark: str, encoding: str) -> None:
    rows = [
        [TITLE],
        HEADER,
        ["1", '"开展检查\n召开会议"', "甲科", "乙科、丙科", "6月底"],
        ["2", "公布结果", "乙科", "", ""],
    ]
    text = "\r\n".join(mark.join([*row, *[""] * (len(HEADER) - len(row))]) for row in rows)
    plan = read_plan(write(tmp_path, "任务.csv", text.encode(encoding)))
    assert plan.title == TITLE
    assert [(each.text, each.lead, each.due) for each in plan.tasks] == [
        ("开展检查", ("甲科",), date(2024, 6, 30)),
        ("召开会议", ("甲科",), date(2024, 6, 30)),
        ("公布结果", ("乙科",), None),
    ]


def test_a_plan_that_is_typed_into_cells_line_by_line(tmp_path: Path) -> None:
    lines = [
        "青山区教育局2024年工作要点",
        "一、抓安全",
        "（一）校车。开展检查。召开会议。",
        "二、抓质量",
        "（一）教学。组织培训。",
    ]
    plan = read_plan(write(tmp_path, "要点.xlsx", xlsx({"要点": ([[line] for line in lines], ())})))
    assert [(part.title, [item.title for item in part.items]) for part in plan.parts] == [
        ("抓安全", ["校车"]),
        ("抓质量", ["教学"]),
    ]


def test_a_formula_that_nobody_has_worked_out_is_told(tmp_path: Path) -> None:
    rows = [
        [TITLE],
        HEADER,
        ["=ROW()-2", "开展检查", "甲科", '="乙"&"科"', "6月底"],
        [2, "召开会议", "甲科", "", "=TODAY()"],
    ]
    made = openpyxl.Workbook()
    page = made.worksheets[0]
    for row in rows:
        page.append(row)
    made.save(tmp_path / "a.xlsx")
    plan = read_plan(tmp_path / "a.xlsx")
    assert [task.text for task in plan.tasks] == ["开展检查", "召开会议"]
    (doubt,) = plan.doubts
    assert (doubt.fact("why"), doubt.fact("place")) == ("uncomputed", "A3、D3、E4")
