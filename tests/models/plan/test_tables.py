"""Breakdown tables: headers in any order, merged cells, rows that are parts, and what stands around the table."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from models.plan import read_pasted, read_plan
from models.plan.columns import Role, find_header
from models.plan.documents.blocks import Table
from models.plan.documents.pasted import read_cells
from models.plan.model import Plan, Task
from models.plan.parse import NotAPlan
from tests.models.plan.office_files import table_docx, with_part, write, xlsx
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled

TITLE = "某局2024年工作要点任务分解表"


def pasted(*rows: str) -> Plan:
    """Read rows whose cells are parted by |."""
    return read_pasted("\n".join(row.replace("|", "\t") for row in (TITLE, *rows)))


def facts(plan: Plan) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...], str]]:
    """Return item, wording, units and deadline of each task."""
    return [
        (item.title, task.text, task.lead, task.support, task.due.isoformat() if task.due else "")
        for item in plan.items
        for task in item.tasks
    ]


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("序号|目标与任务|分管领导|牵头责任单位|责任单位|完成时限", "number task person lead responsible due"),
        ("序号|重点任务|工作措施|责任科室|完成时间|备注", "number item task responsible due remark"),
        ("完成时限|责任部门|配合部门|工作内容|序 号", "due responsible support task number"),
        ("类别|重点工作|具体措施|目标值|责任单位及责任人|时间节点", "part item task target responsible due"),
        ("编号|工作任务|牵头领导|牵头单位|配合单位（科室）|进度安排", "number task person lead support due"),
        ("工作目标|主要任务|责任单位", "item task responsible"),
        ("序号|年度目标|责任单位", "number task responsible"),
        ("序号|项目|内容|具体举措|承办单位", "number part item task responsible"),
        ("任务|责任单位|时间", "task responsible due"),
        ("主要内容|牵头科室|协办|进度安排", "task lead support due"),
        ("编号|具体举措|责任领导|责任人|时间节点|备注", "number task person person due remark"),
        ("序号|任务|指标|责任单位|完成时限", "number task target responsible due"),
        ("序号|任务|数量|单位|责任单位", "number task target unit responsible"),
        ("序号|工作措施|指标|年度目标|责任科室", "number task measure target responsible"),
        ("序号|指标名称|单位|目标值|责任科室", "number task unit target responsible"),
        ("任务分解|责任主体|完成节点", "task responsible due"),
        ("序号|工作事项|工作要求|承办科室|办结时限", "number item task responsible due"),
        ("序号|任务名称|具体内容|责任单位", "number item task responsible"),
    ],
)
def test_headers_are_read_by_their_words(header: str, roles: str) -> None:
    cells = header.split("|")
    found = find_header(Table.of([["总表"], cells, ["甲"] * len(cells)]))
    assert found
    by_column = {column: role.value for role, columns in found.columns.items() for column in columns}
    assert " ".join(by_column[column] for column in sorted(by_column)) == roles
    assert (found.row, found.first_row) == (1, 2)


def test_a_target_left_of_the_tasks_groups_them_unless_it_is_a_figure() -> None:
    header = ["完成时间", "责任单位", "工作目标", "重点任务"]
    words = find_header(Table.of([header, ["6月", "甲科", "校园安全", "开展检查"]]))
    figures = find_header(Table.of([header, ["6月", "甲科", "20所", "新建学校"], ["9月", "乙科", "95%", "提高普及率"]]))
    assert words
    assert figures
    assert (words.columns[Role.ITEM], figures.columns[Role.TARGET]) == ([2], [2])


@pytest.mark.parametrize(
    "header", ["姓名|性别|电话", "序号|姓名|单位", "工作任务|完成情况", "开展检查|甲科", "合计|1|2"]
)
def test_other_tables_are_none(header: str) -> None:
    cells = header.split("|")
    assert find_header(Table.of([cells, ["1"] * len(cells)])) is None


def test_a_header_of_two_rows() -> None:
    plan = pasted(
        "序号|工作任务|责任分工||完成时限",
        "||牵头单位|配合单位|",
        "1|开展校车检查|安全科|办公室、各学校|6月",
        "2|召开安全会议|办公室||年底",
    )
    assert facts(plan) == [
        ("开展校车检查", "开展校车检查", ("安全科",), ("办公室", "各学校"), "2024-06-30"),
        ("召开安全会议", "召开安全会议", ("办公室",), (), "2024-12-31"),
    ]


def test_one_column_of_content_is_cut_like_a_document() -> None:
    plan = pasted(
        "序号|目标与任务|牵头单位|完成时限",
        "一、抓安全|||",
        "1|加强校车管理。开展校车检查，完善办法。更换校车20辆。|安全科|9月底前",
        "2|召开安全会议。约谈司机。|办公室|长期坚持",
        "（二）抓质量|||",
        "3|举办比赛30场|教研室|2024.10.15",
    )
    assert [(part.number, part.title) for part in plan.parts] == [(1, "抓安全"), (2, "抓质量")]
    assert facts(plan) == [
        ("加强校车管理", "开展校车检查", ("安全科",), (), "2024-09-30"),
        ("加强校车管理", "完善办法", ("安全科",), (), "2024-09-30"),
        ("加强校车管理", "更换校车20辆", ("安全科",), (), "2024-09-30"),
        ("召开安全会议", "召开安全会议", ("办公室",), (), ""),
        ("召开安全会议", "约谈司机", ("办公室",), (), ""),
        ("举办比赛30场", "举办比赛30场", ("教研室",), (), "2024-10-15"),
    ]
    assert [item.number for item in plan.items] == [1, 2, 3]
    assert_tiled(plan)
    assert_nothing_lost(plan)


def test_a_cell_may_say_more_than_its_column() -> None:
    plan = pasted(
        "序号|工作任务|责任单位|完成时限",
        '1|"1.开展检查\n2.召开会议"|"牵头：甲科\n配合：乙科、丙科"|3-6月',
        "2|开展演练。12月底前，建成基地。|甲科牵头，乙科配合|6月底前",
        "3|组织培训|甲科、乙科（牵头）|",
    )
    assert [fact[1:] for fact in facts(plan)] == [
        ("开展检查", ("甲科",), ("乙科", "丙科"), "2024-06-30"),
        ("召开会议", ("甲科",), ("乙科", "丙科"), "2024-06-30"),
        ("开展演练", ("甲科",), ("乙科",), "2024-06-30"),
        ("12月底前，建成基地", ("甲科",), ("乙科",), "2024-12-31"),
        ("组织培训", ("乙科",), ("甲科",), ""),
    ]


def test_a_target_in_a_column_of_its_own_is_an_indicator() -> None:
    (task,) = pasted("序号|工作任务|量化目标|责任单位", "1|培训教师|不少于500名|人事科").tasks
    assert [(each.name, str(each.target), each.unit) for each in task.indicators] == [("培训教师", "500", "名")]


def test_a_column_of_parts_and_items_without_numbers() -> None:
    plan = pasted(
        "类别|重点任务|具体措施|责任单位",
        "党建|抓学习|举办培训班|组干科",
        "||评选先进|",
        "|抓廉政|召开会议|纪检组",
        "安全|抓校车|开展检查|安全科",
    )
    assert [(part.title, [item.title for item in part.items]) for part in plan.parts] == [
        ("党建", ["抓学习", "抓廉政"]),
        ("安全", ["抓校车"]),
    ]


def test_rows_behind_the_table_are_left_over_and_the_signature_is_read() -> None:
    plan = pasted(
        "序号|工作任务|责任单位", "1|开展检查|甲科", "备注：每月25日前报送进展|", "某局办公室|", "2024年3月5日|"
    )
    assert [task.text for task in plan.tasks] == ["开展检查"]
    assert plan.issued_on == date(2024, 3, 5)
    assert "备注：每月25日前报送进展" in [plan.source[each.start : each.end] for each in plan.left_over]
    assert_nothing_lost(plan)


def test_a_header_said_again_on_each_page_is_no_task(tmp_path: Path) -> None:
    header = ["序号", "工作任务", "责任单位"]
    rows = [header, ["1", "开展检查", "甲科"], header, ["2", "召开会议", "乙科"]]
    plan = read_plan(write(tmp_path, "a.docx", table_docx([TITLE], rows)))
    assert [task.text for task in plan.tasks] == ["开展检查", "召开会议"]


def sheet(tmp_path: Path, rows: list[list[str]], **others: list[list[str]]) -> Plan:
    """Read a workbook with a sheet of rows, and others."""
    named = {"分解表": (rows, ())} | {name: (more, ()) for name, more in others.items()}
    return read_plan(write(tmp_path, "a.xlsx", xlsx(named)))


ROWS = [[TITLE], ["序号", "工作任务", "责任单位"], ["1", "开展检查", "甲科"]]


def test_a_book_without_a_breakdown_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(NotAPlan):
        sheet(tmp_path, [["姓名", "电话"], ["张三", "123"]])


def test_the_dimension_is_not_believed(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        page = book.add_worksheet()
        for number, row in enumerate(ROWS):
            page.write_row(number, 0, row)
    raw = with_part(
        (tmp_path / "a.xlsx").read_bytes(), "xl/worksheets/sheet1.xml", lambda data: data.replace(b"A1:C3", b"A1")
    )
    assert [task.text for task in read_plan(write(tmp_path, "b.xlsx", raw)).tasks] == ["开展检查"]


def test_a_text_with_a_small_table_stays_a_text(tmp_path: Path) -> None:
    text = [f"{'一二三四五'[n]}、抓工作{n}" for n in range(5)]
    lines = [TITLE.removesuffix("任务分解表"), *(line for each in text for line in (each, "（一）甲", "开展检查。"))]
    plan = read_plan(
        write(tmp_path, "a.docx", table_docx(lines, [["序号", "工作任务", "责任单位"], ["1", "旧", "甲科"]]))
    )
    assert [task.text for task in plan.tasks][:5] == ["开展检查"] * 5


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('甲\t"乙\n丙"\n丁\t戊', [["甲", "乙\n丙"], ["丁", "戊"]]),
        ('甲\t"他说""好"""\n丁\t戊', [["甲", '他说"好"'], ["丁", "戊"]]),
        ('甲\t"没有关上\n丁\t戊', [["甲", '"没有关上'], ["丁", "戊"]]),
        ('甲\t24"屏幕\n丁\t戊', [["甲", '24"屏幕'], ["丁", "戊"]]),
    ],
)
def test_cells_on_the_clipboard(text: str, cells: list[list[str]]) -> None:
    assert [[cell.text for cell in row] for row in read_cells(text).rows] == cells


def test_prose_with_a_tab_is_no_table() -> None:
    plan = read_pasted("某局2024年工作要点\n一、\t抓安全\n（一）\t校车\n开展检查。\n召开会议。\n约谈司机。\n")
    assert [task.text for task in plan.tasks] == ["开展检查", "召开会议", "约谈司机"]


def test_duty_cells_with_brackets_and_line_breaks() -> None:
    def units(cell: str) -> Task:
        return next(pasted("序号|工作任务|责任单位", f"1|开展检查|{cell}").tasks)

    assert units("各县（市、区）教育局，市直学校").support == ("市直学校",)
    assert units('"甲科\n乙科\n丙科"').support == ("乙科", "丙科")
    assert units("甲科（未关上").lead == ("甲科（未关上",)


def test_roles_are_words_of_their_own() -> None:
    assert {role.value for role in Role} == {
        "number", "part", "item", "task", "measure", "target", "unit", "person", "lead", "responsible", "support",
        "due", "remark",
    }  # fmt: skip


@pytest.mark.parametrize("measures", ["目标值|单位", "计量单位|目标值"])
def test_a_unit_of_measure_beside_the_target_is_no_office(measures: str) -> None:
    cells = "12|所" if measures.startswith("目标") else "所|12"
    plan = pasted(f"序号|工作任务|{measures}|责任单位", f"1|新建幼儿园|{cells}|基建科", f"2|新建小学|{cells}|财务科")
    first = next(iter(plan.tasks))
    assert first.lead == ("基建科",)
    assert [(each.name, each.target, each.unit) for each in first.indicators] == [("新建幼儿园", 12, "所")]
