"""Numbering signs of every kind, in any mixture: levels come from the order in which signs appear."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.plan import parse_plan
from models.plan.model import DoubtKind, Plan
from models.plan.parse import NotAPlan
from tests.models.plan.tiling import assert_each_character_once, assert_nothing_lost, assert_tiled

TITLE = "某县教育局2024年工作要点\n"
_CHINESE = "一二三四五六七八九十"
SIGNS: dict[str, Callable[[int], str]] = {
    "第一部分": lambda n: f"第{_CHINESE[n]}部分　",
    "第一章": lambda n: f"第{_CHINESE[n]}章 ",
    "第一节": lambda n: f"第{_CHINESE[n]}节 ",
    "第一条": lambda n: f"第{_CHINESE[n]}条　",
    "一、": lambda n: f"{_CHINESE[n]}、",
    "（一）": lambda n: f"（{_CHINESE[n]}）",
    "1.": lambda n: f"{n + 1}.",
    "1、": lambda n: f"{n + 1}、",
    "（1）": lambda n: f"（{n + 1}）",
    "1)": lambda n: f"{n + 1})",
    "①": lambda n: chr(ord("①") + n),
    "A.": lambda n: f"{'ABC'[n]}.",
    "a)": lambda n: f"{'abc'[n]})",
    "Ⅰ．": lambda n: f"{'ⅠⅡⅢ'[n]}．",
    "任务一：": lambda n: f"任务{_CHINESE[n]}：",
    "【行动一】": lambda n: f"【行动{_CHINESE[n]}】",
}
_TITLES = st.sampled_from(
    ["抓实党建工作", "强化安全管理", "办好学前教育", "推进课程改革", "提升教研水平", "做好资助工作"]
)
_WORK = st.sampled_from(
    ["召开工作会议", "开展专项检查", "举办教师培训班", "制定实施方案", "组织技能大赛", "修订管理办法"]
)


@dataclass
class _Written:
    """A plan as it is written down, and the tasks that should be read in it."""

    lines: list[str]
    tasks: list[str]


@given(data=st.data(), signs=st.permutations(list(SIGNS)), depth=st.integers(1, 3), own_lines=st.booleans())
@settings(max_examples=120, deadline=None)
def test_any_signs_in_any_order_are_read(data: st.DataObject, signs: list[str], depth: int, own_lines: bool) -> None:
    used = signs[:depth]
    assume(not {"1.", "1、"} <= set(used))  # told apart only where both count right by themselves
    written = _Written([TITLE.strip(), "各学校：", "为做好工作，制定本要点。"], [])

    def write(level: int) -> None:
        for number in range(data.draw(st.integers(2, 3))):
            title = SIGNS[used[level]](number) + data.draw(_TITLES)
            if level + 1 < depth:
                written.lines.append(title)
                write(level + 1)
                continue
            work = data.draw(st.lists(_WORK, min_size=2, max_size=2, unique=True))
            written.tasks.extend(work)
            written.lines.append(("\n" if own_lines else "。").join((title, "。".join(work) + "。")))

    write(0)
    plan = parse_plan("\n".join(written.lines) + "\n")
    assert [task.text for task in plan.tasks] == written.tasks
    assert_tiled(plan)
    assert_nothing_lost(plan)
    assert_each_character_once(plan)


def outline(body: str) -> list[str]:
    """Return the parts and items of a plan as ``number title``, items set in."""
    plan = parse_plan(TITLE + body)
    assert_tiled(plan)
    assert_nothing_lost(plan)
    return [
        line
        for part in plan.parts
        for line in (f"{part.number} {part.title}", *(f"  {item.number} {item.title}" for item in part.items))
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1 党建\n1.1 学习\n召开会议。\n1.2 廉政\n开展检查。\n2 教学\n2.1 教研\n举办讲座。",
         ["1 党建", "  1 学习", "  2 廉政", "2 教学", "  1 教研"]),
        ("１．党建\n１．１ 学习\n召开会议。\n２．教学\n２．１ 教研\n举办讲座。",
         ["1 党建", "  1 学习", "2 教学", "  1 教研"]),
        ("1、党建\n1.1、召开会议。\n1.2、开展检查。\n2、教学\n2.1、举办讲座。",
         ["1 党建", "  1 召开会议", "  2 开展检查", "2 教学", "  1 举办讲座"]),
        ("一、党建\n1、学习\n1. 召开会议。\n2. 开展培训。\n2、廉政\n1. 签订责任书。\n二、教学\n1、教研\n1. 检查备课。",
         ["1 党建", "  1 学习", "  2 廉政", "2 教学", "  1 教研"]),
        ("一、党建\n1、召开会议。\n2.开展检查。\n3、举办讲座。",
         ["1 党建", "  1 召开会议", "  2 开展检查", "  3 举办讲座"]),
        ("1.党建\n一、召开会议。\n二、开展检查。\n2.教学\n一、举办讲座。\n二、组织比赛。",
         ["1 党建", "  1 召开会议", "  2 开展检查", "2 教学", "  1 举办讲座", "  2 组织比赛"]),
        ("（一）党建\n1．召开会议。\n（二）教学\n2．举办讲座。\n3．组织比赛。",
         ["1 党建", "  1 召开会议", "2 教学", "  2 举办讲座", "  3 组织比赛"]),
        ("（一）召开会议。\n（二）举办讲座。", ["1 ", "  1 召开会议", "  2 举办讲座"]),
        ("一　党建\n召开会议。\n二　教学\n举办讲座。", ["1 党建", "  1 党建", "2 教学", "  1 教学"]),
        ("★1．党建\n召开会议。\n★2．教学\n举办讲座。", ["1 ", "  1 党建", "  2 教学"]),
        ("一、2024年重点工作\n（一）党建\n召开会议。\n（二）教学\n举办讲座。",
         ["1 2024年重点工作", "  1 党建", "  2 教学"]),
        ("第一部分\n总体安排\n一、召开会议。\n第二部分\n重点任务\n一、举办讲座。",
         ["1 总体安排", "  1 召开会议", "2 重点任务", "  1 举办讲座"]),
        ("## 一、党建\n**（一）学习**\n召开会议。\n**（二）廉政**\n开展检查。\n## 二、教学\n**（一）教研**\n举办讲座。",
         ["1 党建", "  1 学习", "  2 廉政", "2 教学", "  1 教研"]),
        ("一、党建\n召开会议。\n二、教学\n（一）教研\n举办讲座。\n（二）常规\n检查备课。\n三、安全\n开展演练。",
         ["1 党建", "  1 党建", "2 教学", "  1 教研", "  2 常规", "3 安全", "  1 安全"]),
    ],
)  # fmt: skip
def test_levels(body: str, expected: list[str]) -> None:
    assert outline(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "一是召开会议。\n二是开展检查。\n三是举办讲座。",
        "今年抓好三件事：一是召开会议；二是开展检查；三是举办讲座。",
        "第一，召开会议。\n第二，开展检查。\n第三，举办讲座。",
        "重点工作如下：1．召开会议。2．开展检查。3．举办讲座。",
        "●召开会议。\n●开展检查。\n●举办讲座。",
        "●召开会议。\n◆召开会议。\n●开展检查。\n●举办讲座。".replace("◆召开会议。\n", ""),
    ],
)
def test_plans_without_ordinary_numbers(body: str) -> None:
    assert [task.text for task in parse_plan(TITLE + body).tasks] == ["召开会议", "开展检查", "举办讲座"]


def test_titles_without_numbers_above_numbered_lines() -> None:
    body = "党建工作\n1．召开会议。\n2．开展检查。\n教学工作\n3．举办讲座。"
    assert outline(body) == ["1 党建工作", "  1 召开会议", "  2 开展检查", "2 教学工作", "  3 举办讲座"]


def test_titles_and_paragraphs_without_any_number() -> None:
    body = "党建工作\n召开全县教育系统党建会议。开展检查。\n教学工作\n举办全县教学讲座。修订管理办法。"
    assert outline(body) == ["1 党建工作", "  1 党建工作", "2 教学工作", "  1 教学工作"]
    body = (
        "加强党的建设。召开全县教育系统党建会议。\n抓好教学工作。举办全县教学讲座6场。\n守住安全底线。开展消防演练4次。"
    )
    assert outline(f"{body}\n") == ["1 ", "  1 加强党的建设", "  2 抓好教学工作", "  3 守住安全底线"]


def test_a_text_without_numbers_is_a_plan_only_by_its_title() -> None:
    with pytest.raises(NotAPlan):
        parse_plan("会议记录\n●张三发言。\n●李四发言。\n")
    with pytest.raises(NotAPlan):
        parse_plan("春天来了\n树上的花都开了，十分好看。\n夏天来了\n河里的水涨起来，十分凉快。\n")


def test_months_are_titles_and_say_until_when() -> None:
    plan = parse_plan(
        "某校2023—2024学年第一学期工作计划\n一、主要工作\n1．抓教学。开展检查。\n二、月历\n"
        "十二月：\n1．举办艺术节。\n一月份（期末）\n1．召开家长会。\n2．开展考核。\n"
    )
    read = [(item.title, task.text, str(task.due)) for item in plan.parts[1].items for task in item.tasks]
    assert read == [
        ("十二月", "举办艺术节", "2023-12-31"),
        ("一月份（期末）", "召开家长会", "2024-01-31"),
        ("一月份（期末）", "开展考核", "2024-01-31"),
    ]


@pytest.mark.parametrize(
    "line",
    ["二、三年级不留书面作业。", "1.5亿元用于建设。", "第三条规定要落实。", "第一节课不得拖堂。", "12：30前离校。"],
)
def test_what_only_looks_like_a_number_begins_nothing(line: str) -> None:
    assert outline(f"一、甲乙\n（一）丙丁\n开展检查。\n{line}\n（二）戊己\n召开会议。") == [
        "1 甲乙",
        "  1 丙丁",
        "  2 戊己",
    ]


def test_parts_and_items_that_name_a_time_say_until_when() -> None:
    plan = parse_plan(f"{TITLE}一、一季度\n1．召开会议。\n二、二季度\n1．开展检查。\n2．5月15日前举办讲座。\n")
    assert [str(task.due) for task in plan.tasks] == ["2024-03-31", "2024-06-30", "2024-05-15"]
    plan = parse_plan(f"{TITLE}一、月历\n（一）三月份\n召开会议。\n（二）四月份\n开展检查。\n")
    assert [str(task.due) for task in plan.tasks] == ["2024-03-31", "2024-04-30"]


def test_a_top_number_that_is_there_twice_is_asked_about() -> None:
    plan = parse_plan(
        f"{TITLE}一、党建\n（一）学习\n召开会议。\n一、教学\n（一）教研\n举办讲座。\n二、安全\n（一）校车\n检查。\n"
    )
    assert [(doubt.kind, doubt.text) for doubt in plan.doubts] == [(DoubtKind.NUMBER_REPEATED, "一、教学")]


def test_a_part_that_is_only_a_line_is_work() -> None:
    plan = parse_plan(f"{TITLE}一、新建学校5所\n二、招聘教师100名\n三、举办运动会\n")
    assert _facts(plan) == [("新建学校5所", ["5 所"]), ("招聘教师100名", ["100 名"]), ("举办运动会", [])]


def _facts(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(task.text, [f"{each.target} {each.unit}" for each in task.indicators]) for task in plan.tasks]
