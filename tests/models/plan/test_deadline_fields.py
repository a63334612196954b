"""Times where a form asks for one: 完成时限： in a bracket, on a line of its own, in a cell of a breakdown table."""

import pytest

from models.plan import parse_plan, read_pasted
from models.plan.draft import PlanDraft
from models.plan.model import DoubtKind, Plan
from ui.messages.doubts import doubt_sentence

DATED = [
    ("6月", "2021-06-30"),
    ("6月底", "2021-06-30"),
    ("6月底前", "2021-06-30"),
    ("6月底前完成", "2021-06-30"),
    ("2021年6月", "2021-06-30"),
    ("2021 年 6 月", "2021-06-30"),
    ("2021年6月30日", "2021-06-30"),
    ("2021.6", "2021-06-30"),
    ("2021.06.30", "2021-06-30"),
    ("2021-06-30", "2021-06-30"),
    ("2021/6/30前", "2021-06-30"),
    ("20210630", "2021-06-30"),
    ("6.30", "2021-06-30"),
    ("六月底", "2021-06-30"),
    ("6月中旬", "2021-06-20"),
    ("上半年", "2021-06-30"),
    ("下半年", "2021-12-31"),
    ("第三季度", "2021-09-30"),
    ("三季度末", "2021-09-30"),
    ("年底前", "2021-12-31"),
    ("年内", "2021-12-31"),
    ("12月", "2021-12-31"),
    ("2021年", "2021-12-31"),
    ("2022年", "2022-12-31"),
    ("2021年底", "2021-12-31"),
    ("到2025年", "2025-12-31"),
    ("“十四五”期间", "2025-12-31"),
    ("明年3月底前", "2022-03-31"),
    ("1-12月", "2021-12-31"),
    ("3月至5月", "2021-05-31"),
    ("9月至次年6月", "2022-06-30"),
    ("教师节前", "2021-09-10"),
    ("3月启动，11月底前完成", "2021-11-30"),
    ("6月底前完成并长期坚持", "2021-06-30"),
    ("立行立改，6月底前完成", "2021-06-30"),
]
ENDLESS = [
    "全年", "长期", "长期坚持", "持续推进", "常态化推进", "全年推进", "贯穿全年", "日常", "每月", "每月25日前",
    "每季度末", "按月",
    "按季度推进", "不定期", "根据上级安排", "按照省厅要求", "立行立改", "及时", "2021年度", "3月起", "即日起",
]  # fmt: skip
ASKED = [
    "6月前", "6月初", "2月30日", "13月", "尽快", "待定", "3个工作日内", "25日前", "暑假前", "春节前", "秋季学期开学前",
    "学期末", "2020年12月", "2025年前",
]  # fmt: skip
PLACES = ["bracket", "bracket of its own", "line", "cell"]


def read(value: str, place: str, *, year: str = "2021年") -> tuple[str, list[str]]:
    """Return the deadline of the one task that has this value, and the times that are doubted."""
    title = f"某局{year}工作要点"
    if place == "cell":
        plan = read_pasted(f"{title}任务分解表\n序号\t工作任务\t责任单位\t完成时限\n1\t开展检查\t基教科\t{value}\n")
    else:
        stated = {
            "bracket": f"开展检查（责任单位：基教科；完成时限：{value}）。",
            "bracket of its own": f"开展检查。（责任单位：基教科）（完成时限：{value}）",
            "line": f"开展检查。\n责任单位：基教科\n完成时限：{value}",
        }[place]
        plan = parse_plan(f"{title}\n一、甲乙\n（一）丙丁\n{stated}\n（二）戊己\n召开会议。\n")
    return _due(plan), [doubt.text for doubt in plan.doubts if doubt.kind is DoubtKind.DEADLINE_AMBIGUOUS]


def _due(plan: Plan) -> str:
    task = next(iter(plan.tasks))
    assert (task.text, task.lead) == ("开展检查", ("基教科",))
    return task.due.isoformat() if task.due else ""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("value", "due"), DATED)
def test_a_day_is_read(value: str, due: str, place: str) -> None:
    assert read(value, place) == (due, [])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", ["前者8月底前，后者12月底前", "6月底、12月底", "6月、12月", "5月、12月各一次"])
def test_of_several_days_the_last_is_read_and_asked_about(value: str, place: str) -> None:
    assert read(value, place) == ("2021-12-31", [value])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", ENDLESS)
def test_what_has_no_end_has_no_day_and_needs_no_question(value: str, place: str) -> None:
    assert read(value, place) == ("", [])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", ASKED)
def test_the_rest_is_asked_about(value: str, place: str) -> None:
    due, doubts = read(value, place)
    assert due == ("2020-12-31" if value == "2020年12月" else "")  # as it is stated, before the plan's year
    assert doubts == [value]


@pytest.mark.parametrize(
    "label", ["完成时限", "完成时间", "时限", "时间节点", "办结时限", "完成期限", "截止时间", "时间要求", "完成日期"]
)
def test_the_names_of_the_field(label: str) -> None:
    plan = parse_plan(
        "某局2021年工作要点\n一、甲乙\n（一）丙丁\n"
        f"开展检查（责任单位：基教科 {label}：6月底）。\n（二）戊己\n召开会议。\n"
    )
    assert _due(plan) == "2021-06-30"


def test_deadlines_that_waited_for_the_year_are_read_when_it_is_filled_in() -> None:
    plan = parse_plan(
        "某局工作要点\n一、甲乙\n（一）丙丁\n开展检查。（责任单位：基教科；完成时限：6月底）\n9月底前召开会议。\n"
        "9月前举办讲座。\n秋季学期开学前组织培训（完成时限：尽快）。\n（二）戊己\n开展演练。\n"
    )
    assert plan.doubts[0].kind is DoubtKind.YEAR_MISSING
    read_with_year = PlanDraft(plan).set_head(year=2021).plan
    dues = [task.due.isoformat() if task.due else "" for task in read_with_year.tasks]
    assert dues == ["2021-06-30", "2021-09-30", "", "", ""]
    assert [(doubt.text, doubt.facts) for doubt in read_with_year.doubts] == [("9月前", ()), ("尽快", ())]


def test_a_likely_day_is_proposed_and_one_that_was_taken_is_told() -> None:
    plan = parse_plan(
        "某局2021年工作要点\n一、甲乙\n（一）丙丁\n秋季学期开学前组织培训。\n力争6月底、确保7月底前完成验收。\n"
        "（二）戊己\n开展演练。\n"
    )
    assert [(doubt.text, doubt.facts) for doubt in plan.doubts] == [
        ("秋季学期开学前", (("proposed", "2021-08-31"),)),
        ("6月底", (("taken", "2021-07-31"),)),
    ]
    assert "2021-08-31" in doubt_sentence(plan.doubts[0])
    assert "2021-07-31" in doubt_sentence(plan.doubts[1])
