"""Workbooks as offices keep their tasks in: what stands on the screen is read, and what does not is reported."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.plan import read_plan
from models.plan.model import DoubtKind, Plan, Task
from tests.models.plan.office_files import strict, with_part, write
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled

TITLE = "青山区教育局2024年重点工作任务分解表"
Values = Sequence[Sequence[object]]


def moment(text: str) -> datetime:
    """Return a moment as sheets know it, which have no time zone."""
    return datetime.fromisoformat(text)


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Plan]:
    """Read a workbook that is made of sheets of values; ``touch`` formats, merges and hides."""

    def read(sheets: dict[str, Values], touch: Callable[[Workbook], object] | None = None) -> Plan:
        made = openpyxl.Workbook()
        made.remove(made.worksheets[0])
        for name, rows in sheets.items():
            page = made.create_sheet(name)
            for row in rows:
                page.append(list(row))
        if touch:
            touch(made)
        made.save(tmp_path / "任务.xlsx")
        plan = read_plan(tmp_path / "任务.xlsx")
        assert_nothing_lost(plan)
        return plan

    return read


Book = Callable[..., Plan]


def texts(plan: Plan) -> list[str]:
    return [task.text for task in plan.tasks]


def task(plan: Plan, words: str) -> Task:
    return next(each for each in plan.tasks if words in each.text)


def left(plan: Plan) -> list[str]:
    return [plan.source[span.start : span.end] for span in plan.left_over]


def told(plan: Plan) -> list[tuple[DoubtKind, str, str]]:
    return [(doubt.kind, doubt.fact("why"), doubt.fact("place")) for doubt in plan.doubts]


def page(workbook: Workbook, name: str) -> Worksheet:
    found = workbook[name]
    assert isinstance(found, Worksheet)
    return found


HEADER = ["序号", "工作任务", "牵头科室", "配合单位", "完成时限"]


def of_office(*tasks: str, title: str = TITLE, lead: str = "甲科") -> Values:
    return [[title], [], HEADER, *([number, text, lead, "", "6月底"] for number, text in enumerate(tasks, start=1))]


def test_each_sheet_of_tasks_is_a_part(book: Book) -> None:
    plan = book(
        {
            "基础教育科": of_office("新建幼儿园5所", "开展视导", lead="基教科"),
            "人事科": of_office("招聘教师", lead="人事科"),
            "通讯录": [["姓名", "电话"], ["张三丰", "13800000000"]],
        }
    )
    assert [(part.number, part.title, [i.title for i in part.items]) for part in plan.parts] == [
        (1, "基础教育科", ["新建幼儿园5所", "开展视导"]),
        (2, "人事科", ["招聘教师"]),
    ]
    assert (task(plan, "招聘").lead, task(plan, "招聘").due) == (("人事科",), date(2024, 6, 30))
    assert plan.title == TITLE
    assert left(plan) == [TITLE, "姓名\t电话\n张三丰\t13800000000"]
    assert told(plan) == [(DoubtKind.TABLE_LEFT, "other_sheet", "通讯录")]
    assert plan.source[plan.doubts[0].span.start : plan.doubts[0].span.end].startswith("姓名")
    assert_tiled(plan)


def test_sheets_with_parts_of_their_own_put_their_name_before(book: Book) -> None:
    def parts(lead: str, *titles: str) -> Values:
        rows = [row for title in titles for row in ([title], [1, f"落实{title[2:]}工作", lead, "", ""])]
        return [[TITLE], HEADER, *rows]

    plan = book({"城区": parts("城区科", "一、安全", "二、质量"), "乡镇": parts("乡镇科", "一、安全")})
    assert [(part.number, part.title) for part in plan.parts] == [
        (1, "城区：安全"),
        (2, "城区：质量"),
        (3, "乡镇：安全"),
    ]


def test_sheets_without_a_name_are_called_as_their_title(book: Book) -> None:
    plan = book(
        {"Sheet1": of_office("开展检查"), "Sheet2": of_office("招聘教师", title="人事工作任务分解表（2024年）")}
    )
    assert [part.title for part in plan.parts] == ["Sheet1", "人事工作任务分解表（2024年）"]


def test_last_years_sheet_and_a_pattern_are_left_aside(book: Book) -> None:
    plan = book(
        {
            "2023年": of_office("旧的检查", title="青山区教育局2023年重点工作任务分解表"),
            "2024年": of_office("开展检查"),
            "样表": of_office("示例任务"),
        }
    )
    assert texts(plan) == ["开展检查"]
    assert told(plan) == [
        (DoubtKind.TABLE_LEFT, "other_year", "2023年"),
        (DoubtKind.TABLE_LEFT, "other_year", "样表"),
    ]
    assert "旧的检查" in "".join(left(plan))


def test_a_list_of_all_beside_one_for_each_office_is_read_once(book: Book) -> None:
    plan = book(
        {
            "总表": of_office("开展检查", "招聘教师", "新建幼儿园"),
            "甲科": of_office("开展检查", "新建幼儿园"),
            "乙科": of_office("招聘教师"),
        }
    )
    assert texts(plan) == ["开展检查", "招聘教师", "新建幼儿园"]
    assert [why for _, why, _ in told(plan)] == ["repeated", "repeated"]


def test_a_cover_stands_above_the_table(book: Book) -> None:
    plan = book({"封面": [["青山区教育局"], ["2024年工作要点任务分解表"]], "任务": [HEADER, [1, "开展检查", "甲科"]]})
    assert (plan.year, plan.doubts, [part.title for part in plan.parts]) == (2024, (), [""])


def test_percent_dates_and_texts_are_read_as_they_are_seen(book: Book) -> None:
    def formats(made: Workbook) -> None:
        sheet = page(made, "任务")
        for cell, code in (
            ("D3", "0%"),
            ("D4", "0.0%"),
            ("D5", '0"所"'),
            ("D6", "#,##0"),
            ("C4", 'yyyy"年"m"月"'),
            ("C5", "m/d"),
        ):
            sheet[cell].number_format = code

    plan = book(
        {
            "任务": [
                [TITLE],
                ["工作任务", "责任科室", "时间节点", "目标值", "编号"],
                ["提高普惠率", "学前科", date(2024, 10, 15), 0.95, "1"],
                ["提高巩固率", "基教科", moment("2024-08-01"), 0.985, "2"],
                ["新建幼儿园", "基建科", date(2024, 9, 20), 12, "3"],
                ["培训教师", "人事科", "2024.11", 1200, "4"],
                ["家访", "德育科", "12月", "１５００户", "5"],
            ]
        },
        formats,
    )
    assert [(each.indicators[0].target, each.indicators[0].unit) for each in plan.tasks if each.indicators] == [
        (Decimal(95), "%"),
        (Decimal("98.5"), "%"),
        (Decimal(12), "所"),
        (Decimal(1500), "户"),
    ]
    assert [each.due for each in plan.tasks] == [
        date(2024, 10, 15),
        date(2024, 8, 31),
        date(2024, 9, 20),
        date(2024, 11, 30),
        date(2024, 12, 31),
    ]
    assert [item.number for item in plan.items] == [1, 2, 3, 4, 5]
    # 1,200 of what is not said: that is a question.
    assert [(doubt.kind, doubt.text, doubt.task_id) for doubt in plan.doubts] == [
        (DoubtKind.NUMBER_MAY_BE_TARGET, "1,200", task(plan, "培训教师").id)
    ]


@pytest.mark.parametrize("header", ["目标值（名）", "数量(单位：名)"])
def test_the_header_may_name_the_unit(book: Book, header: str) -> None:
    plan = book({"任务": [[TITLE], ["序号", "工作任务", header, "责任科室"], [1, "培训教师", 500, "人事科"]]})
    assert [(each.target, each.unit) for each in next(plan.tasks).indicators] == [(Decimal(500), "名")]


def test_a_target_with_a_name_of_its_own_is_one_task(book: Book) -> None:
    plan = book(
        {
            "任务": [
                [TITLE],
                ["序号", "重点工作", "工作措施", "指标", "目标值", "单位", "责任科室"],
                [1, "校舍", "新建校舍", "新建面积", 5, "万平方米", "基建科"],
                [2, "教师", "开展培训", "培训人次", 1000, "人次", "人事科"],
            ]
        }
    )
    assert [(item.title, [each.text for each in item.tasks]) for item in plan.items] == [
        ("校舍", ["新建校舍：新建面积5万平方米"]),
        ("教师", ["开展培训：培训人次1000人次"]),
    ]
    assert [(each.indicators[0].target, each.indicators[0].unit) for each in plan.tasks] == [
        (Decimal(50000), "平方米"),
        (Decimal(1000), "人次"),
    ]


def test_rows_whose_task_is_one_merged_cell_are_one_task(book: Book) -> None:
    def merge(made: Workbook) -> None:
        for cells in ("A1:E1", "A3:A4", "B3:B4", "E3:E4"):
            page(made, "任务").merge_cells(cells)

    plan = book(
        {
            "任务": [
                [TITLE],
                HEADER,
                [1, "开展校车检查", "安全科", "办公室", "6月底"],
                [None, None, "基教科", "财务科", None],
                [2, "召开会议", "办公室", "同上", "〃"],
            ]
        },
        merge,
    )
    first, second = plan.tasks
    assert (first.text, first.lead, first.support) == ("开展校车检查", ("安全科", "基教科"), ("办公室", "财务科"))
    assert (second.support, second.due) == (("财务科",), date(2024, 6, 30))


def test_a_header_of_two_rows_with_quarters_says_when(book: Book) -> None:
    def merge(made: Workbook) -> None:
        for cells in ("A1:H1", "A2:A3", "B2:B3", "C2:F2", "G2:G3", "H2:H3"):
            page(made, "任务").merge_cells(cells)

    plan = book(
        {
            "任务": [
                [TITLE],
                ["序号", "目标任务", "进度安排", None, None, None, "责任领导", "责任科室"],
                [None, None, "一季度", "二季度", "三季度", "四季度", None, None],
                [1, "新建学校", "选址", "开工", "封顶", None, "王局", "基建科"],
                [2, "编制规划", None, "√", None, None, "李局", "规划科"],
            ]
        },
        merge,
    )
    assert [(each.text, each.due, each.lead) for each in plan.tasks] == [
        ("新建学校", date(2024, 9, 30), ("基建科",)),
        ("编制规划", date(2024, 6, 30), ("规划科",)),
    ]
    assert "完成时限：一季度：选址" in plan.source
    assert plan.doubts == ()


def test_parts_in_the_column_of_numbers_and_items_below_them(book: Book) -> None:
    plan = book(
        {
            "任务": [
                [TITLE],
                ["序号", "主要内容", "分管领导", "责任单位"],
                ["一", "抓安全"],
                ["（一）", "校车"],
                [1, "开展检查", "王局", "安全科"],
                [2, "召开会议", "王局", "办公室"],
                ["（二）", "食堂"],
                [3, "公布结果", "李局", "总务科"],
                ["二", "抓质量"],
                [4, "举办比赛", "李局", "教研室"],
                ["各科室要高度重视，按时完成。"],
            ]
        },
        lambda made: page(made, "任务").merge_cells("A12:D12"),
    )
    assert [(part.number, part.title, [item.title for item in part.items]) for part in plan.parts] == [
        (1, "抓安全", ["校车", "食堂"]),
        (2, "抓质量", ["举办比赛"]),
    ]
    assert texts(plan) == ["开展检查", "召开会议", "公布结果", "举办比赛"]


def test_notes_sums_and_columns_without_a_role_are_no_tasks_and_not_lost(book: Book) -> None:
    plan = book(
        {
            "任务": [
                [TITLE],
                ["序号", "工作任务", "经费（万元）", "责任单位", "备注"],
                [1, "新建学校", 300, "基建科", "结转"],
                [2, "改造厕所", 50, "基建科", None],
                ["合计", None, 350],
                ["注：经费以批复为准，请各科室抓紧。"],
                ["填表人：张三", None, None, "审核人：李四"],
            ]
        }
    )
    assert texts(plan) == ["新建学校", "改造厕所"]
    assert "经费：300" in plan.source
    assert "备注：结转" in plan.source
    assert left(plan) == ["合计　350", "注：经费以批复为准，请各科室抓紧。", "填表人：张三　审核人：李四"]


def test_what_is_hidden_is_reported_and_not_read(book: Book) -> None:
    def hide(made: Workbook) -> None:
        sheet = page(made, "任务")
        sheet.row_dimensions[4].hidden = sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["D"].hidden = True
        page(made, "底稿").sheet_state = "hidden"

    plan = book(
        {
            "任务": [
                [TITLE],
                ["序号", "工作内容", "责任科室", "责任人"],
                [1, "开展检查", "甲科", "张三"],
                [2, "废止的任务", "甲科", "李四"],
                [3, "推迟的任务", "甲科", "李四"],
                [4, "召开会议", "乙科", "王五"],
            ],
            "底稿": of_office("别的"),
        },
        hide,
    )
    assert texts(plan) == ["开展检查", "召开会议"]
    assert told(plan) == [
        (DoubtKind.HIDDEN_LEFT, "hidden_rows", "4—5"),
        (DoubtKind.HIDDEN_LEFT, "hidden_columns", "D"),
        (DoubtKind.HIDDEN_LEFT, "hidden_sheet", "底稿"),
    ]
    assert left(plan) == [
        "2\t废止的任务\t甲科\t李四\n3\t推迟的任务\t甲科\t李四",
        "责任人\t张三\t李四\t李四\t王五",
    ]


def test_a_filtered_merged_cell_still_shows_its_words(book: Book) -> None:
    def hide(made: Workbook) -> None:
        page(made, "任务").merge_cells("B3:B4")
        page(made, "任务").row_dimensions[3].hidden = True

    plan = book(
        {
            "任务": [
                [TITLE],
                ["序号", "任务", "具体举措", "责任科室"],
                [1, "安全", "旧", "甲科"],
                [2, None, "检查", "乙科"],
            ]
        },
        hide,
    )
    assert [(item.title, [each.text for each in item.tasks]) for item in plan.items] == [("安全", ["检查"])]


def test_the_strict_form_is_read(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as made:
        sheet = made.add_worksheet("任务")
        percent = made.add_format({"num_format": "0%"})
        for number, row in enumerate(([TITLE], ["工作任务", "责任科室", "目标值"], ["提高普惠率", "学前科"])):
            sheet.write_row(number, 0, row)
        sheet.write_number(2, 2, 0.92, percent)
    raw = (tmp_path / "a.xlsx").read_bytes()
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"):
        raw = with_part(raw, part, strict)
    for part in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        raw = with_part(raw, part, strict)
    plan = read_plan(write(tmp_path, "b.xlsx", raw))
    assert [(each.text, each.indicators[0].target) for each in plan.tasks] == [("提高普惠率，92%", Decimal(92))]
