"""For which tasks a bracket or a line speaks, by where it stands."""

import pytest

from models.plan import parse_plan
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled


def leads(body: str, *, title: str = "（一）丙丁") -> list[str]:
    """Return wording, first letter of each unit, and deadline's month of each task of the first item."""
    plan = parse_plan(f"某局2021年工作要点\n一、甲乙\n{title}\n{body}\n（二）戊己\n召开大会。\n")
    assert_tiled(plan)
    assert_nothing_lost(plan)
    last = list(plan.tasks)[-1]
    assert (last.text, last.lead, last.due) == ("召开大会", (), None)
    return [
        " ".join((task.text, *task.lead, *task.support, *([f"{task.due:%m-%d}"] if task.due else [])))
        for task in next(plan.items).tasks
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # in a sentence, inside a paragraph: the sentence
        ("开展检查（甲科牵头）。召开会议。", ["开展检查 甲科", "召开会议"]),
        ("举办讲座。开展检查（甲科牵头）。召开会议。", ["举办讲座", "开展检查 甲科", "召开会议"]),
        ("开展检查（甲科牵头），召开会议（乙科牵头）。举办讲座。", ["开展检查 甲科", "召开会议 乙科", "举办讲座"]),
        ("开展检查，召开会议（甲科牵头）。举办讲座。", ["开展检查 甲科", "召开会议 甲科", "举办讲座"]),
        ("开展检查（甲科牵头），召开会议。", ["开展检查 甲科", "召开会议"]),
        # in the last sentence of a paragraph, and no other has one: the paragraph
        ("举办讲座。开展检查（甲科牵头）。", ["举办讲座 甲科", "开展检查 甲科"]),
        ("举办讲座；开展检查（责任单位：甲科）。", ["举办讲座 甲科", "开展检查 甲科"]),
        # … but where others have one, each speaks for its own sentence
        ("开展检查（甲科牵头）。举办讲座。召开会议（乙科牵头）。", ["开展检查 甲科", "举办讲座", "召开会议 乙科"]),
        # a mere time stays with its sentence
        ("举办讲座。开展检查（6月底前）。", ["举办讲座", "开展检查 06-30"]),
        ("举办讲座，开展检查（3—5月），召开会议。", ["举办讲座", "开展检查 05-31", "召开会议"]),
        ("举办讲座，开展检查（6月底前）。", ["举办讲座 06-30", "开展检查 06-30"]),
        # behind the stop: back to the one before
        ("举办讲座。开展检查。（责任单位：甲科）", ["举办讲座 甲科", "开展检查 甲科"]),
        ("举办讲座。开展检查。（甲科牵头）召开会议。（乙科牵头）", ["举办讲座 甲科", "开展检查 甲科", "召开会议 乙科"]),
        ("开展检查。（甲科牵头）举办讲座。召开会议。", ["开展检查 甲科", "举办讲座", "召开会议"]),
        ("开展检查（乙科牵头）。举办讲座。（责任单位：甲科）", ["开展检查 乙科", "举办讲座 甲科"]),
        (
            "举办讲座。开展检查。责任单位：甲科。召开会议。责任单位：乙科。",
            ["举办讲座 甲科", "开展检查 甲科", "召开会议 乙科"],
        ),
        # several paragraphs
        ("举办讲座。\n开展检查。（责任单位：甲科）", ["举办讲座 甲科", "开展检查 甲科"]),
        ("举办讲座。\n开展检查（责任单位：甲科）。", ["举办讲座 甲科", "开展检查 甲科"]),
        ("举办讲座。（责任单位：甲科）\n开展检查。", ["举办讲座 甲科", "开展检查"]),
        ("举办讲座。（责任单位：甲科）\n开展检查。（责任单位：乙科）", ["举办讲座 甲科", "开展检查 乙科"]),
        (
            "（1）举办讲座。\n（2）开展检查。\n（3）召开会议。（责任单位：甲科）",
            ["举办讲座 甲科", "开展检查 甲科", "召开会议 甲科"],
        ),
        (
            "（1）举办讲座。（甲科牵头）\n（2）开展检查。（乙科牵头）\n（3）召开会议。（甲科牵头）",
            ["举办讲座 甲科", "开展检查 乙科", "召开会议 甲科"],
        ),
        # alone on a line: all above, back to the line before
        ("举办讲座。\n开展检查。\n责任单位：甲科", ["举办讲座 甲科", "开展检查 甲科"]),
        ("举办讲座。\n开展检查。\n（责任单位：甲科）", ["举办讲座 甲科", "开展检查 甲科"]),
        ("举办讲座。\n责任单位：甲科\n开展检查。\n责任单位：乙科", ["举办讲座 甲科", "开展检查 乙科"]),
        (
            "举办讲座。\n开展检查（乙科牵头）。\n召开会议。\n责任单位：甲科\n完成时限：6月",
            ["举办讲座 甲科 06-30", "开展检查 乙科 06-30", "召开会议 甲科 06-30"],
        ),
        (
            "举办讲座。开展检查。\n完成时限：6月底前\n责任单位：甲科、乙科",
            ["举办讲座 甲科 乙科 06-30", "开展检查 甲科 乙科 06-30"],
        ),
        # before the words
        ("责任单位：甲科\n举办讲座。\n开展检查。", ["举办讲座 甲科", "开展检查 甲科"]),
        ("（责任单位：甲科）举办讲座。\n开展检查。", ["举办讲座 甲科", "开展检查 甲科"]),
        ("【甲科】举办讲座。\n【乙科】开展检查。召开会议。", ["举办讲座 甲科", "开展检查 乙科", "召开会议 乙科"]),
        ("责任单位：甲科\n举办讲座。\n责任单位：乙科\n开展检查。", ["举办讲座 甲科", "开展检查 乙科"]),
        ("1．【甲科】举办讲座。\n2．【乙科】开展检查。", ["举办讲座 甲科", "开展检查 乙科"]),
        (
            "举办讲座。由甲科牵头，乙科配合，开展检查，召开会议。组织培训。",
            ["举办讲座", "开展检查 甲科 乙科", "召开会议 甲科 乙科", "组织培训"],
        ),
        # an exception in a sentence, where a line names the units for all
        ("①举办讲座；②开展检查（乙科负责）。\n责任单位：甲科", ["举办讲座 甲科", "开展检查 乙科"]),
        # units from near, the time from afar
        ("开展检查（甲科牵头）。召开会议（乙科牵头）。\n完成时限：6月", ["开展检查 甲科 06-30", "召开会议 乙科 06-30"]),
        ("开展检查（6月底前）。召开会议。（责任单位：甲科）", ["开展检查 甲科 06-30", "召开会议 甲科"]),
        ("开展检查（配合单位：乙科）。\n牵头单位：甲科", ["开展检查 甲科 乙科"]),
        (
            "3月底前开展检查。召开会议。\n责任单位：甲科\n完成时限：6月",
            ["3月底前开展检查 甲科 03-31", "召开会议 甲科 06-30"],
        ),
        # at the head of a sentence a time counts for all of it
        ("6月底前，开展检查，召开会议。举办讲座。", ["6月底前，开展检查 06-30", "召开会议 06-30", "举办讲座"]),
        ("6月底前开展检查，召开会议。", ["6月底前开展检查 06-30", "召开会议"]),
    ],
)
def test_for_whom_it_speaks(body: str, expected: list[str]) -> None:
    assert leads(body) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("（一）丙丁（责任单位：甲科）", "举办讲座。开展检查。", ["举办讲座 甲科", "开展检查 甲科"]),
        (
            "（一）丙丁【甲科】",
            "举办讲座。开展检查（乙科牵头）。召开会议。",
            ["举办讲座 甲科", "开展检查 乙科", "召开会议 甲科"],
        ),
        ("（一）丙丁。（责任单位：甲科；完成时限：6月）", "举办讲座。", ["举办讲座 甲科 06-30"]),
        ("（一）丙丁", "责任单位：甲科\n举办讲座。", ["举办讲座 甲科"]),
        ("（一）丙丁　责任单位：甲科", "举办讲座。", ["举办讲座 甲科"]),
    ],
)
def test_a_title_speaks_for_its_item(title: str, body: str, expected: list[str]) -> None:
    assert leads(body, title=title) == expected
    plan = parse_plan(f"某局2021年工作要点\n一、甲乙\n{title}\n{body}\n（二）戊己\n召开大会。\n")
    assert [item.title for item in plan.items] == ["丙丁", "戊己"]


@pytest.mark.parametrize(
    "title", ["甲乙（责任科室：甲科）", "甲乙【甲科】", "甲乙\n责任科室：甲科", "甲乙。（牵头：甲科）"]
)
def test_a_title_of_a_part_speaks_for_its_items(title: str) -> None:
    plan = parse_plan(
        f"某局2021年工作要点\n一、{title}\n（一）丙丁\n举办讲座。\n（二）戊己\n开展检查。（乙科牵头）\n"
        "二、庚辛\n（一）壬癸\n召开大会。\n"
    )
    assert [part.title for part in plan.parts] == ["甲乙", "庚辛"]
    assert [(task.text, task.lead) for task in plan.tasks] == [
        ("举办讲座", ("甲科",)),
        ("开展检查", ("乙科",)),
        ("召开大会", ()),
    ]
    assert plan.doubts == ()
    assert_nothing_lost(plan)


def test_units_in_round_brackets_behind_titles() -> None:
    plan = parse_plan(
        "某局2021年工作要点\n一、甲乙\n（一）加强党建（组干科）\n举办讲座。\n（二）抓好安全（安全科、办公室）\n开展检查。\n"
    )
    assert [item.title for item in plan.items] == ["加强党建", "抓好安全"]
    assert [(task.lead, task.support) for task in plan.tasks] == [(("组干科",), ()), (("安全科",), ("办公室",))]
    assert plan.doubts == ()


def test_what_is_said_in_the_first_sentence_of_an_item_without_a_title_is_said_of_it() -> None:
    plan = parse_plan(
        "某局2021年工作要点\n一、甲乙\n1．新建幼儿园3所（甲科牵头）。改造学校5所。\n"
        "2．开展检查（甲科牵头），召开会议（乙科牵头），举办讲座。\n"
    )
    assert [(task.text, task.lead, task.support) for task in plan.tasks] == [
        ("新建幼儿园3所", ("甲科",), ()),
        ("改造学校5所", (), ()),
        ("开展检查", ("甲科",), ()),
        ("召开会议", ("乙科",), ()),
        ("举办讲座", (), ()),
    ]


def test_an_item_without_parts_of_its_own() -> None:
    plan = parse_plan(
        "某局2021年工作要点\n一、甲乙\n1．开展检查。（责任单位：甲科）\n2．召开会议（责任单位：乙科）。\n3．举办讲座\n责任单位：丙科\n"
    )
    assert [(task.text, task.lead) for task in plan.tasks] == [
        ("开展检查", ("甲科",)),
        ("召开会议", ("乙科",)),
        ("举办讲座", ("丙科",)),
    ]
