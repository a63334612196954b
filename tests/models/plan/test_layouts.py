"""Invented bureaus in the layouts that offices use: numbering signs, titles, half-width marks, duties, deadlines."""

from datetime import date

import pytest

from models.plan import parse_plan
from models.plan.model import DoubtKind, Plan, Task
from tests.models.plan.tiling import assert_nothing_lost, assert_tiled

BRACKET_NUMBERS = """
云山县教育和体育局
2024年教育工作要点

云教体发〔2024〕3号

各中小学、幼儿园，局机关各股室：

    2024年，全县教育工作坚持为党育人、为国育才。

一、坚持党的领导
（一）加强党的建设
召开全县教育系统党建工作会议。6月底前完成8个基层党支部换届工作。（责任股室：人事股、机关党委）
（二）抓好意识形态工作
举办专题培训班三十场，培训教师1.2万人次。
二、办好人民满意的教育
（一）学前教育普及普惠发展
学前三年毛入园率达到92%以上，大班额比例控制在5%以内。新建公办幼儿园3所（牵头单位：基教股；配合单位：财务股、各镇中心校）。
（二）义务教育优质均衡
1.2024年12月31日前，完成薄弱学校改造10所。
2.辍学率下降到0.1%以下。
"""
HALF_WIDTH = """
关于印发《滨江区教育局2025年重点
工作计划》的通知
滨教字[2025]12号
各中小学校、幼儿园:
现将《滨江区教育局2025年重点工作计划》印发给你们,请遵照执行.
滨江区教育局
2025年2月18日

一、 安全工作
１．严守校园安全底线．组织开展消防演练2次; 更换老旧电梯12部.
２．健全食品安全责任制．年底前,建成"明厨亮灶"食堂45个,覆盖率达到100%.
二、 教师工作
３．师德师风．开展"最美教师"评选(评选30人).表彰50名优秀教师.
附件：任务分解表
"""
ITEMS_ONLY = """某市教育局2023年工作要点
1、推进集团化办学。组建教育集团6个。
2、加强体育工作。举办第八届中学生运动会。上半年完成场馆开放工作（体卫科牵头，团委配合）。
3、长期坚持家校共育。
某市教育局
二〇二三年三月一日
"""
CHAPTERS = """东湖区教育局2022年工作要点
第一部分 总体要求
以高质量发展为主题，深入实施“123”行动。
第二部分 主要任务
㈠落实立德树人
⒈开展“红色研学”活动100场次。
⒉压减各类检查评比事项30%以上。
㈡建设高素质队伍（责任科室：人事科）
⒈招聘教师500名。
"""
OUTLINES = (
    (
        BRACKET_NUMBERS,
        {
            "坚持党的领导": ["加强党的建设", "抓好意识形态工作"],
            "办好人民满意的教育": ["学前教育普及普惠发展", "义务教育优质均衡"],
        },
    ),
    (HALF_WIDTH, {"安全工作": ["严守校园安全底线", "健全食品安全责任制"], "教师工作": ["师德师风"]}),
    (ITEMS_ONLY, {"": ["推进集团化办学", "加强体育工作", "长期坚持家校共育"]}),
    (CHAPTERS, {"总体要求": [], "主要任务": ["落实立德树人", "建设高素质队伍"]}),
)


def task_with(plan: Plan, words: str) -> Task:
    """Return the one task whose wording has these words."""
    (found,) = [task for task in plan.tasks if words in task.text]
    return found


@pytest.mark.parametrize(("text", "outline"), OUTLINES, ids=["（一）", "１．", "1、", "㈠"])
def test_parts_and_items_are_found(text: str, outline: dict[str, list[str]]) -> None:
    plan = parse_plan(text)
    assert {part.title: [item.title for item in part.items] for part in plan.parts} == outline
    assert_tiled(plan)


def test_head_with_a_title_of_two_lines_before_the_number() -> None:
    plan = parse_plan(BRACKET_NUMBERS)
    assert (plan.title, plan.document_number) == ("云山县教育和体育局2024年教育工作要点", "云教体发〔2024〕3号")
    assert (plan.issuer, plan.issued_on, plan.year) == ("云山县教育和体育局", None, 2024)
    assert plan.addressees == ("各中小学", "幼儿园", "局机关各股室")
    assert plan.preamble == "2024年，全县教育工作坚持为党育人、为国育才。"


def test_head_of_a_notice_without_a_title_of_its_own() -> None:
    plan = parse_plan(HALF_WIDTH)
    assert (plan.title, plan.document_number) == ("滨江区教育局2025年重点工作计划", "滨教字[2025]12号")
    assert (plan.issuer, plan.issued_on) == ("滨江区教育局", date(2025, 2, 18))
    assert plan.addressees == ("各中小学校", "幼儿园")
    assert plan.preamble == ""
    assert [plan.source[span.start : span.end] for span in plan.left_over] == ["附件：任务分解表"]


def test_signature_and_date_at_the_end() -> None:
    plan = parse_plan(ITEMS_ONLY)
    assert (plan.issuer, plan.issued_on) == ("某市教育局", date(2023, 3, 1))
    assert [task.text for task in plan.tasks][-1] == "长期坚持家校共育"


def test_half_width_stops_end_sentences_and_decimals_do_not() -> None:
    texts = [task.text for task in parse_plan(HALF_WIDTH).tasks]
    assert texts[:2] == ["组织开展消防演练2次", "更换老旧电梯12部"]
    assert texts[-2:] == ['开展"最美教师"评选(评选30人)', "表彰50名优秀教师"]


def test_deeper_numbers_are_no_part_of_the_wording() -> None:
    assert [task.text for task in parse_plan(CHAPTERS).tasks][-3:] == [
        "开展“红色研学”活动100场次",
        "压减各类检查评比事项30%以上",
        "招聘教师500名",
    ]


@pytest.mark.parametrize(
    ("text", "words", "lead", "support"),
    [
        (BRACKET_NUMBERS, "党建工作会议", ("人事股",), ("机关党委",)),
        (BRACKET_NUMBERS, "支部换届", ("人事股",), ("机关党委",)),
        (BRACKET_NUMBERS, "专题培训班", (), ()),
        (BRACKET_NUMBERS, "新建公办幼儿园", ("基教股",), ("财务股", "各镇中心校")),
        (ITEMS_ONLY, "场馆开放", ("体卫科",), ("团委",)),
        (CHAPTERS, "招聘教师", ("人事科",), ()),
        (HALF_WIDTH, "最美教师", (), ()),
    ],
)
def test_units_in_brackets(text: str, words: str, lead: tuple[str, ...], support: tuple[str, ...]) -> None:
    task = task_with(parse_plan(text), words)
    assert (task.lead, task.support) == (lead, support)
    assert "责任" not in task.text
    assert "牵头" not in task.text


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        (BRACKET_NUMBERS, "支部换届", date(2024, 6, 30)),
        (BRACKET_NUMBERS, "薄弱学校改造", date(2024, 12, 31)),
        (HALF_WIDTH, "明厨亮灶", date(2025, 12, 31)),
        (ITEMS_ONLY, "场馆开放", date(2023, 6, 30)),
        (ITEMS_ONLY, "家校共育", None),
    ],
)
def test_deadlines_in_words(text: str, words: str, due: date | None) -> None:
    assert task_with(parse_plan(text), words).due == due


def test_an_item_numbered_out_of_turn_is_a_sentence() -> None:
    plan = parse_plan("某局2024年工作要点\n一、甲\n1．乙。开展检查。\n88．不是条目。\n2．丙。召开会议。\n")
    assert [item.title for item in plan.items] == ["乙", "丙"]


def test_a_list_in_the_preamble_is_no_item() -> None:
    text = (
        "某局2024年工作要点\n总体目标：\n1．争先。\n2．创优。\n一、甲\n1．乙。开展检查。\n二、丙\n1．丁。召开会议。\n"
    )
    plan = parse_plan(text)
    assert [item.title for item in plan.items] == ["乙", "丁"]
    assert plan.preamble == "总体目标：\n1．争先。\n2．创优。"


def test_a_first_sentence_too_long_for_a_title_is_work() -> None:
    work = "组织全区各中小学校和幼儿园开展校园安全隐患排查整治，对发现的问题逐一登记、逐一整改、逐一销号，确保按期清零"
    plan = parse_plan(f"某局2024年工作要点\n一、甲\n1．{work}。召开会议。\n2．乙。开展检查。\n")
    assert next(plan.items).title == "组织全区各中小学校和幼儿园开展校园安全隐患排查整治"
    assert [task.text for task in next(plan.items).tasks] == [work, "召开会议"]


def test_a_paragraph_before_the_first_item_is_reported_as_left_over() -> None:
    plan = parse_plan("某局2024年工作要点\n一、甲\n本部分抓落实。\n1．乙。开展检查。\n二、丙\n1．丁。召开会议。\n")
    assert [plan.source[span.start : span.end] for span in plan.left_over] == ["本部分抓落实。"]


def texts(body: str) -> list[str]:
    """Return the wordings of the tasks under one item."""
    plan = parse_plan(f"某局2024年工作要点\n一、甲\n（一）乙\n{body}\n（二）丙\n召开会议。\n二、丁\n（一）戊\n检查。\n")
    assert_tiled(plan)
    assert_nothing_lost(plan)
    return [task.text for task in plan.parts[0].items[0].tasks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一是加强巡查；二是完善预案，开展演练。", ["加强巡查", "完善预案", "开展演练"]),
        ("①加强巡查；②完善预案100份。（1）开展演练。", ["加强巡查", "完善预案100份", "开展演练"]),
        ("首先，成立专班。其次，开展排查。", ["成立专班", "开展排查"]),
        ("一要严格考务，二要严肃考风，三要确保平安。", ["严格考务", "严肃考风", "确保平安"]),
        (
            "1．加强师德建设。开展评选。表彰先进。\n2．抓好培训。举办讲座10场。",
            ["开展评选", "表彰先进", "举办讲座10场"],
        ),
        ("1．加强师德建设\n开展评选。\n2．抓好培训\n举办讲座。", ["开展评选", "举办讲座"]),
        ("1．开展师德评选。表彰先进。\n2．举办讲座。", ["开展师德评选", "表彰先进", "举办讲座"]),
        ("1．加强师德建设。\n2．抓好培训。", ["加强师德建设", "抓好培训"]),
    ],
)
def test_counted_off_work_and_captions(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_nobody_is_given_the_guiding_ideas() -> None:
    text = "某局2024年工作要点\n一、指导思想\n坚持党的领导，办好教育。\n二、主要任务\n（一）安全\n开展检查。\n"
    plan = parse_plan(text)
    assert [task.text for task in plan.tasks] == ["开展检查"]
    assert [(doubt.kind, doubt.text) for doubt in plan.doubts] == [
        (DoubtKind.LEFT_OVER, "一、指导思想\n坚持党的领导，办好教育。")
    ]
    assert_nothing_lost(plan)


def test_a_first_sentence_with_a_target_is_no_title() -> None:
    text = "某局2024年工作要点\n一、甲\n1．新建幼儿园3所。改造学校5所。\n2．乙。召开会议。\n"
    plan = parse_plan(text)
    assert [item.title for item in plan.items] == ["新建幼儿园3所", "乙"]
    assert [len(task.indicators) for task in plan.tasks] == [1, 1, 0]


def test_units_before_the_first_task_and_behind_the_last() -> None:
    head = "某局2024年工作要点\n一、甲\n（一）乙\n"
    before = parse_plan(f"{head}责任单位：甲科、乙科\n开展检查。\n召开会议。\n（二）丙\n举办讲座。\n")
    assert [(task.text, task.lead) for task in before.tasks] == [
        ("开展检查", ("甲科",)), ("召开会议", ("甲科",)), ("举办讲座", ()),
    ]  # fmt: skip
    behind = parse_plan(f"{head}开展检查。\n召开会议。\n责任单位：甲科\n完成时限：6月\n（二）丙\n举办讲座。\n")
    assert [(task.lead, task.due) for task in behind.tasks] == [
        (("甲科",), date(2024, 6, 30)), (("甲科",), date(2024, 6, 30)), ((), None),
    ]  # fmt: skip
    only = parse_plan(f"{head}责任单位：甲科\n（二）丙\n举办讲座。\n")
    assert next((task.text, task.lead) for task in only.tasks) == ("乙", ("甲科",))
