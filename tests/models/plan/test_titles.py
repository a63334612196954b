"""What is a title, what is work, and what only announces work; nothing that is promised goes down in a title."""

import pytest

from models.plan import parse_plan
from models.plan.model import DoubtKind
from tests.models.plan.tiling import assert_each_character_once, assert_nothing_lost, assert_tiled

TITLE = "某县教育局2024年工作要点\n"


def read(body: str) -> list[tuple[str, list[str]]]:
    """Return the titles of the items with the wordings of their tasks."""
    plan = parse_plan(TITLE + body)
    assert_tiled(plan)
    assert_nothing_lost(plan)
    assert_each_character_once(plan)
    return [(item.title, [task.text for task in item.tasks]) for item in plan.items]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、甲\n（一）抓学习。\n召开会议。\n（二）抓廉政。\n开展检查。",
         [("抓学习", ["召开会议"]), ("抓廉政", ["开展检查"])]),
        ("一、甲\n1．抓学习。召开会议。\n2．抓廉政。开展检查。", [("抓学习", ["召开会议"]), ("抓廉政", ["开展检查"])]),
        ("一、学前教育：新建幼儿园3所。\n二、队伍建设：招聘教师9名，开展培训。",
         [("学前教育", ["新建幼儿园3所"]), ("队伍建设", ["招聘教师9名", "开展培训"])]),
        ("一、甲\n1.【强师工程】招聘教师9名。\n2.【暖心工程】新建食堂4个。",
         [("强师工程", ["招聘教师9名"]), ("暖心工程", ["新建食堂4个"])]),
        ("一、甲\n1.【强师工程】\n招聘教师9名。\n2.【暖心工程】\n新建食堂4个。",
         [("强师工程", ["招聘教师9名"]), ("暖心工程", ["新建食堂4个"])]),
        ("一、甲\n1．　抓学习　召开会议。\n2．　抓廉政　开展检查。",
         [("抓学习", ["召开会议"]), ("抓廉政", ["开展检查"])]),
        ("一、甲\n1．开展三项行动：阅读、书法、戏曲。\n2．抓廉政。开展检查。",
         [("开展三项行动：阅读、书法、戏曲", ["开展三项行动：阅读、书法、戏曲"]), ("抓廉政", ["开展检查"])]),
        ("一、甲\n1．新建学校5所：城东小学、城西小学。\n2．开展检查。",
         [("新建学校5所：城东小学、城西小学", ["新建学校5所：城东小学、城西小学"]), ("开展检查", ["开展检查"])]),
    ],
)  # fmt: skip
def test_titles_by_their_form(body: str, expected: list[tuple[str, list[str]]]) -> None:
    assert read(body) == expected


def test_where_paragraphs_have_no_titles_their_first_sentences_are_work() -> None:
    body = "1．召开教育大会，部署工作。开展宣讲。\n2．新建学校3所。\n3．举办运动会。\n4．评选优秀教师。"
    assert read(body)[0] == ("召开教育大会", ["召开教育大会，部署工作", "开展宣讲"])


def test_each_part_has_its_own_habit() -> None:
    body = (
        "一、指标\n1．毛入园率达到95%。\n2．巩固率达到99%。\n3．招聘教师80名。\n"
        "二、任务\n4．发展托育服务。新增托位500个。\n5．改善办学条件。新建学校2所。\n"
    )
    assert read(body)[3:] == [("发展托育服务", ["新增托位500个"]), ("改善办学条件", ["新建学校2所"])]


@pytest.mark.parametrize(
    ("title", "targets", "due"),
    [
        ("新建教学楼2栋", ["2 栋"], "None"),
        ("10月底前完成围墙修缮", [], "2024-10-31"),
        ("实施百校提升行动，改造学校12所：", ["12 所"], "None"),
    ],
)
@pytest.mark.parametrize("below", ["（1）红河小学；\n（2）清水小学。", "①红河小学；\n②清水小学。", "先修红河小学。"])
def test_a_title_that_promises_something_is_work_as_well(title: str, targets: list[str], due: str, below: str) -> None:
    plan = parse_plan(f"{TITLE}一、甲\n1．{title}\n{below}\n2．抓廉政\n开展检查。\n")
    first = next(plan.tasks)
    assert ([f"{each.target} {each.unit}" for each in first.indicators], str(first.due)) == (targets, due)
    assert_tiled(plan)


def test_a_target_in_the_title_of_a_part_or_the_preamble_is_asked_about() -> None:
    plan = parse_plan(
        f"{TITLE}全年培训教师500名。\n一、新建学校3所，改善条件\n（一）甲\n召开会议。\n（二）乙\n开展检查。\n"
    )
    asked = [doubt.text for doubt in plan.doubts if doubt.kind is DoubtKind.NUMBER_MAY_BE_TARGET]
    assert asked == ["500名", "3所"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("重点做好：①开展检查；②召开会议。", ["开展检查", "召开会议"]),
        ("重点抓好以下工作：\n1．开展检查；\n2．召开会议。", ["开展检查", "召开会议"]),
        ("具体措施：\n1．开展检查。\n2．召开会议。", ["开展检查", "召开会议"]),
        ("新建食堂2个：\n1．红河小学；\n2．清水小学。", ["新建食堂2个", "红河小学", "清水小学"]),
        (
            "1．落实常规\n（1）开展检查。\n（2）召开会议。\n2．抓好教研\n（1）举办讲座。",
            ["开展检查", "召开会议", "举办讲座"],
        ),
        ("1．教研支撑：开展检查。\n2．数字赋能：召开会议。", ["开展检查", "召开会议"]),
        ("一是强化管理。开展检查。二是抓好教研。举办讲座。", ["开展检查", "举办讲座"]),
        ("第一，开展检查。第二，举办讲座。", ["开展检查", "举办讲座"]),
        ("● 开展检查。\n▲ 召开会议。\n——举办讲座。", ["开展检查", "召开会议", "举办讲座"]),
        ("⚫开展检查。\n\uf06c 召开会议。\n➤举办讲座。", ["开展检查", "召开会议", "举办讲座"]),
        ("目标任务：开展检查。\n具体措施：召开会议。\n即：举办讲座。", ["开展检查", "召开会议", "举办讲座"]),
    ],
)
def test_what_announces_work_is_none(body: str, expected: list[str]) -> None:
    read_plan = read(f"一、甲\n（一）乙丙\n{body}\n（二）丁戊\n考核。\n二、己\n（一）庚辛\n考核。")
    assert read_plan[0] == ("乙丙", expected)


def test_what_is_below_a_numbered_line_has_its_units_and_its_deadline() -> None:
    plan = parse_plan(
        f"{TITLE}一、甲\n（一）教师队伍\n1．师德建设（责任科室：人事科）\n（1）开展评选。\n（2）表彰先进。\n"
        "2．教师培训（责任科室：师训科）\n（1）举办讲座。\n3．6月底前修缮2所学校：\n（1）红河小学；\n（2）清水小学。\n"
    )
    assert [(task.text, task.lead, str(task.due)) for task in plan.tasks] == [
        ("开展评选", ("人事科",), "None"),
        ("表彰先进", ("人事科",), "None"),
        ("举办讲座", ("师训科",), "None"),
        ("6月底前修缮2所学校", (), "2024-06-30"),
        ("红河小学", (), "2024-06-30"),
        ("清水小学", (), "2024-06-30"),
    ]


@pytest.mark.parametrize(
    "title", ["指导思想", "总体要求", "基本原则", "工作思路", "指导思想和基本原则", "2024年总体思路"]
)
def test_aims_are_left_over_but_for_what_they_promise_in_figures(title: str) -> None:
    plan = parse_plan(
        f"{TITLE}一、{title}\n坚持正确方向，推动教育发展。到年底，巩固率达到99%。\n二、任务\n（一）甲\n检查。\n（二）乙\n开会。\n"
    )
    assert [task.text for task in plan.parts[0].items[0].tasks] == ["到年底，巩固率达到99%"]
    assert [doubt.text for doubt in plan.doubts if doubt.kind is DoubtKind.LEFT_OVER] == [
        "坚持正确方向，推动教育发展。"
    ]
    assert_each_character_once(plan)


def test_goals_are_work_and_the_state_of_things_is_none() -> None:
    plan = parse_plan(
        f"{TITLE}一、基本情况\n现有学校43所，教师800名。\n二、工作目标\n办好教育。\n三、总体要求\n（一）指导思想\n坚持正确方向。\n"
        "（二）主要目标\n巩固率达到99%。\n四、存在问题\n学位不足。\n五、任务\n（一）甲\n开展检查。\n"
    )
    assert [task.text for task in plan.tasks] == ["办好教育", "巩固率达到99%", "开展检查"]
    assert len([doubt for doubt in plan.doubts if doubt.kind is DoubtKind.LEFT_OVER]) == 3


@pytest.mark.parametrize(
    "words",
    [
        "开展“一月一主题：安全、卫生。礼仪！”教育活动",
        "实施《关于加强管理，提升质量；深化改革的意见》",
        "推行“1．认真听；2．大声说”学习法",
        "开展“一是爱国，二是敬业”主题宣讲",
    ],
)
def test_no_task_is_cut_within_a_name(words: str) -> None:
    assert read(f"一、甲\n（一）乙丙\n{words}。召开会议。\n（二）丁\n考核。")[0][1] == [words, "召开会议"]
