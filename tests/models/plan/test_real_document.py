"""What is known about the bundled document, counted by hand, against what is read from it."""

import re
from datetime import date
from pathlib import Path

import pytest

from models.core.numbers import plain
from models.core.vocabulary import Direction, TaskKind
from models.plan import read_plan
from models.plan.model import Plan, Task
from models.plan.sentences import Enclosures, sentences
from tests.models.plan.tiling import assert_tiled

DOCUMENT = Path(__file__).parents[3] / "resources" / "plans" / "jining-2021.txt"

PARTS = {
    "坚持党建领航，提升教育系统党建水平": 3,
    "树牢底线思维，全力确保学校安全和防疫安全": 2,
    "推进各类教育高质量发展，提升群众教育获得感": 4,
    "落实立德树人根本任务，全面提升教育教学质量": 3,
    "深化改革创新，不断加强教师队伍建设": 3,
    "健全完善保障机制，全面增强治理能力": 5,
}
ITEMS = (
    "加强思想理论武装", "加强教育系统党建工作", "深入推进全面从严治党", "巩固加强学校安全和考试安全",
    "毫不放松抓好常态化疫情防控", "全力突破基础教育", "努力打造职业教育创新发展高地", "着力推动高等教育融合发展",
    "积极推进民办教育和继续教育发展", "突出德育实效", "加强音体美教育", "发挥教科研支撑引领作用",
    "深化教师队伍建设改革", "提升师德师能", "加强教育干部队伍建设", "科学规划建设教育设施", "深化教育督导体制机制改革",
    "健全完善教育经费投入保障机制", "提升教育装备配备水平", "抓好机关自身建设",
)  # fmt: skip
INDICATORS = (
    (6, "做强乡镇中心小学", "100", "所"),
    (6, "做强乡镇中心中学", "100", "所"),
    (11, "组织中小学生健康体检", "1000000", "人"),
    (11, "组织中小学生开展视力筛查", "1000000", "人"),
    (11, "为中小学校教室更换防近视照明灯", "5000", "口"),
    (11, "为中小学配备专职校医", "500", "名"),
    (12, "打造优秀课堂教学模式", "50", "种"),
    (14, "选树济宁市“四有好老师”", "100", "名"),
    (14, "集中培训（期）", "40", "期"),
    (14, "集中培训（人次）", "10000", "人次"),
    (14, "建立名师工作室", "100", "个"),
    (14, "组建特级教师工作坊", "1", "个"),
    (14, "组建特级教师工作坊群组", "43", "个"),
    (14, "接收实习支教师范生", "3000", "名"),
    (16, "新改扩建学校", "13", "所"),
    (16, "新改扩建幼儿园", "20", "所"),
    (16, "建设乡村教师周转宿舍", "626", "套"),
    (19, "完成配书达标学校", "15", "所"),
    (19, "更新学校", "120", "所"),
    (19, "创建“实验装备应用示范校”", "50", "所"),
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Read the document once."""
    return read_plan(DOCUMENT)


def task_with(plan: Plan, words: str) -> Task:
    """Return the one task whose wording has these words."""
    (found,) = [task for task in plan.tasks if words in task.text]
    return found


def test_the_head(plan: Plan) -> None:
    assert plan.title == "济宁市教育局（中共济宁市委教育工委）2021年工作要点"
    assert plan.document_number == "济教字〔2021〕1号"
    assert plan.issuer == "济宁市教育局"
    assert plan.issued_on == date(2021, 4, 6)
    assert plan.year == 2021
    assert plan.preamble.startswith("2021年全市教育工作的总体思路是：")
    assert plan.preamble.endswith("以优异成绩庆祝建党100周年。")
    assert "\n" not in plan.preamble
    assert not plan.left_over


def test_each_addressee_is_one_entry(plan: Plan) -> None:
    assert plan.addressees == (
        "各县市区教育局",
        "济宁高新区社会事业发展局",
        "太白湖新区社会事业发展局",
        "济宁经济技术开发区社会事业发展局",
        "市直各学校",
        "直属各单位",
        "机关各科室",
    )


def test_parts_and_items(plan: Plan) -> None:
    assert {part.title: len(part.items) for part in plan.parts} == PARTS
    assert [part.number for part in plan.parts] == [1, 2, 3, 4, 5, 6]
    assert [item.number for item in plan.items] == list(range(1, 21))
    assert tuple(item.title for item in plan.items) == ITEMS


def test_every_character_of_the_body_is_in_one_task(plan: Plan) -> None:
    assert_tiled(plan)
    for item in plan.items:
        source = plan.source
        assert source[item.span.start : item.tasks[0].span.start] == f"{item.number}．{item.title}。"
        assert source[item.span.end : item.span.end + 1] in {"\n", ""}


def test_sentences(plan: Plan) -> None:
    enclosures = Enclosures(plan.source)
    bodies = [type(item.span)(item.tasks[0].span.start, item.span.end) for item in plan.items]
    spans = [span for body in bodies for span in sentences(plan.source, enclosures, body)]
    assert len(spans) == 126
    assert all(plan.source[span.start : span.end].strip()[-1] == "。" for span in spans)


def test_about_185_jobs(plan: Plan) -> None:
    assert 180 <= len(list(plan.tasks)) <= 195


def test_the_twenty_targets_and_no_other_number(plan: Plan) -> None:
    read = [
        (item.number, each.name, plain(each.target), each.unit)
        for item in plan.items
        for task in item.tasks
        for each in task.indicators
    ]
    assert tuple(read) == INDICATORS
    assert all(each.direction is Direction.AT_LEAST for task in plan.tasks for each in task.indicators)


def test_targets_of_one_sentence_stay_with_their_job(plan: Plan) -> None:
    assert [each.unit for each in task_with(plan, "40期1万人次").indicators] == ["期", "人次"]
    assert [each.target for each in task_with(plan, "幼儿园20所").indicators] == [13, 20]
    assert len(task_with(plan, "43个特级教师工作坊群组").indicators) == 2


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("签订《党风廉政建设责任书》", TaskKind.MILESTONE),
        ("成立市委教育工委党校", TaskKind.MILESTONE),
        ("召开全市教育系统全面从严治党工作会议", TaskKind.MILESTONE),
        ("出台我市《中小学教师减负清单》", TaskKind.MILESTONE),
        ("指导中小学校制定“一校一案”", TaskKind.MILESTONE),
        ("选树100名济宁市“四有好老师”", TaskKind.QUANTIFIED),
        ("持续开展“五星级”党支部创建", TaskKind.ONGOING),
        ("加强机关公务员平时考核", TaskKind.ONGOING),
        ("落实“党政同责、一岗双责”", TaskKind.ONGOING),
    ],
)
def test_kinds(plan: Plan, words: str, kind: TaskKind) -> None:
    assert task_with(plan, words).kind is kind


@pytest.mark.parametrize(
    "jobs",
    [
        (
            "建立市委教育工作领导小组议事协调机制",
            "成立市委教育工委党校",
            "推进市、县教育工委内部机构设置及人员配备工作",
        ),
        ("强化试卷安全，严格考务管理，严肃考风考纪，加强考生诚信教育，确保各项教育招生考试安全平稳",),
        ("完善课后服务保障机制，提升课后服务质量",),
        ("规划建设济宁大学城", "完成概念性规划设计", "启动招引大学工作，力争在招引知名高校到济宁办学上实现破题"),
        ("继续实施中小学图书室图书配备工程，完成配书达标学校15所、更新120所",),
        ("根据疫情形势和教育教学工作安排，及时依法优化调整防控政策措施",),
    ],
)
def test_a_new_verb_begins_a_new_job_but_purpose_and_result_do_not(plan: Plan, jobs: tuple[str, ...]) -> None:
    texts = [task.text for task in plan.tasks]
    first = texts.index(jobs[0])
    assert tuple(texts[first : first + len(jobs)]) == jobs


def test_no_unit_and_no_deadline_is_stated(plan: Plan) -> None:
    assert not [task for task in plan.tasks if task.lead or task.support or task.due]


def test_ids_are_the_same_on_each_machine(plan: Plan) -> None:
    golden = {
        "成立市委教育工委党校": "02-Y9F275",
        "实施强镇筑基行动，做强100所乡镇中心小学、100所乡镇中心中学": "06-B69WKX",
        "组织100万中小学生健康体检": "11-D6W9TK",
        "开展IPV6试点应用": "19-8UKDQ2",
        "提升机关服务保障水平": "20-9YCDWF",
    }
    assert {words: task_with(plan, words).id for words in golden} == golden
    assert all(re.fullmatch(r"\d{2}-[2-9A-HJKMNP-Z]{6}", task.id) for task in plan.tasks)
    assert [each.id for each in task_with(plan, "幼儿园20所").indicators] == ["16-AKEEQH/1", "16-AKEEQH/2"]
