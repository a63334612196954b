"""Tables and columns on the pages of a PDF: where lines stand around cells the table is read, else that is told."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from models.plan import read_plan
from models.plan.documents.blocks import Table
from models.plan.documents.portable import read_pdf
from models.plan.documents.ruled_tables import Line, find_grids
from models.plan.model import DoubtKind, Plan
from tests.models.plan.office_files import pdf_of, ruled_table, text_pdf, write, written
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled

TITLE = "青山区教育局2024年重点工作任务分解表"
HEADER = ["序号", "重点任务", "具体举措", "牵头科室", "完成时限"]
WIDTHS = (40, 80, 190, 90, 80)
ROWS = [
    HEADER,
    ["1", "加强校车管理", "开展校车专项检查，完善校车管理办法，更换校车20辆、座椅300套。", "安全科", "6月底前"],
    ["", "", "约谈司机。", "办公室", "年底前"],
    ["2", "办好食堂", "1.检查食堂50所\n2.公布检查结果", "总务科", "长期坚持"],
]
MERGED = [(1, 0, 2, 0), (1, 1, 2, 1)]


def read(folder: Path, contents: Sequence[bytes], *, turned: int = 0) -> Plan:
    plan = read_plan(write(folder, "分解表.pdf", pdf_of(contents, turned=turned)))
    assert_nothing_lost(plan)
    return plan


def told(plan: Plan) -> list[tuple[DoubtKind, str, str]]:
    return [(doubt.kind, doubt.fact("why"), doubt.fact("place")) for doubt in plan.doubts]


def test_a_table_with_lines_is_read_cell_by_cell(tmp_path: Path) -> None:
    plan = read(tmp_path, [written(TITLE, 150, 790) + ruled_table(ROWS, WIDTHS, merged=MERGED)])
    assert plan.title == TITLE
    assert [(item.number, item.title, [task.text for task in item.tasks]) for item in plan.items] == [
        (1, "加强校车管理", ["开展校车专项检查", "完善校车管理办法", "更换校车20辆、座椅300套", "约谈司机"]),
        (2, "办好食堂", ["检查食堂50所", "公布检查结果"]),
    ]
    assert [(task.lead, task.due) for task in plan.tasks][2:5] == [
        (("安全科",), date(2024, 6, 30)),
        (("办公室",), date(2024, 12, 31)),
        (("总务科",), None),
    ]
    assert told(plan) == [(DoubtKind.PAGE_UNCERTAIN, "page_table", "1")]
    assert_tiled(plan)


def test_a_page_that_is_shown_turned(tmp_path: Path) -> None:
    drawn = written(TITLE, 150, 520) + ruled_table(ROWS, WIDTHS, top=480, merged=MERGED)
    plan = read(tmp_path, [b"0 1 -1 0 595 0 cm\n" + drawn], turned=90)
    assert [item.title for item in plan.items] == ["加强校车管理", "办好食堂"]


def test_a_table_goes_on_behind_the_page(tmp_path: Path) -> None:
    first = [HEADER, ["1", "校车", "开展检查，完善办", "安全科", "6月"]]
    second = [HEADER, ["", "", "法并落实到位。", "", ""], ["2", "食堂", "公布结果", "总务科", "9月"]]
    pages = [
        written(TITLE, 150, 790) + ruled_table(first, WIDTHS) + written("— 1 —", 280, 40),
        ruled_table(second, WIDTHS, top=790) + written("— 2 —", 280, 40),
    ]
    plan = read(tmp_path, pages)
    assert [(item.title, [task.text for task in item.tasks]) for item in plan.items] == [
        ("校车", ["开展检查", "完善办法并落实到位"]),
        ("食堂", ["公布结果"]),
    ]
    assert told(plan) == [(DoubtKind.PAGE_UNCERTAIN, "page_table", "1—2")]


def test_text_around_a_table_keeps_its_order() -> None:
    page = written("后面的话", 60, 300) + ruled_table([["甲", "乙"], ["丙", "丁"]], (80, 80), top=600)
    blocks = read_pdf(pdf_of([page + written("前面的话", 60, 700)])).blocks
    assert [block if isinstance(block, str) else block.lines() for block in blocks] == [
        "前面的话",
        ["甲\t乙", "丙\t丁"],
        "后面的话",
    ]


def test_cells_merged_across_have_one_origin() -> None:
    rows = [["责任分工", "", "时限"], ["牵头", "配合", ""], ["甲科", "乙科", "6月"]]
    merged = [(0, 0, 0, 1), (0, 2, 1, 2)]
    (table,) = read_pdf(pdf_of([ruled_table(rows, (90, 90, 90), merged=merged)])).blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["责任分工", "责任分工", "时限"],
        ["牵头", "配合", "时限"],
        ["甲科", "乙科", "6月"],
    ]
    assert table.rows[1][2].origin == (0, 2)


def test_a_table_without_lines_is_read_as_text_and_told(tmp_path: Path) -> None:
    lines = [
        "青山区教育局2024年工作要点",
        "一、抓安全",
        "1．管好校车。开展校车检查，约谈司机。",
        "附表",
        "序号 工作任务 责任单位 完成时限",
        "1 开展校车检查 安全科 6月底",
    ]
    plan = read_plan(write(tmp_path, "a.pdf", text_pdf([lines])))
    assert (DoubtKind.PAGE_UNCERTAIN, "text_table", "序号 工作任务 责任单位 完成时限") in told(plan)
    assert [task.text for task in plan.tasks][:2] == ["开展校车检查", "约谈司机"]


def test_text_in_two_columns_is_told(tmp_path: Path) -> None:
    left = ["青山区教育局2024年工作要点", "一、抓安全", *(f"{n}．管好第{n}项工作。开展检查。" for n in range(1, 12))]
    right = ["二、抓质量", *(f"{n}．办好第{n}项工作。召开会议。" for n in range(1, 12))]
    page = b"".join(
        written(line, x, 780 - 20 * at) for x, lines in ((50, left), (320, right)) for at, line in enumerate(lines)
    )
    plan = read(tmp_path, [page])
    assert told(plan) == [(DoubtKind.PAGE_UNCERTAIN, "columns", "1")]
    assert [part.title for part in plan.parts] == ["抓安全", "抓质量"]


def test_a_table_that_is_open_at_its_sides() -> None:
    across = [Line(at, 50, 350) for at in (700, 660, 620)]
    (grid,) = find_grids(across, [Line(at, 620, 700) for at in (150, 250)])
    assert grid.xs == (50, 150, 250, 350)
    assert len(set(grid.origins.values())) == 6


@pytest.mark.parametrize("count", [3, 400])
def test_frames_and_drawings_are_no_tables(count: int) -> None:
    underlines = [Line(at, 0, 100) for at in range(0, 10 * count, 10)]
    assert find_grids(underlines, []) == []
    assert find_grids(underlines[:2], [Line(0, 0, 10), Line(100, 0, 10)]) == []
    assert find_grids(underlines * 3, [Line(at, 0, 5000) for at in range(0, 4000, 5)]) == []
