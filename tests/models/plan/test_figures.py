"""Which numbers are targets, how they are named and on which side of them one should end."""

import pytest

from models.core.errors import UserError
from models.core.numbers import plain
from models.plan import parse_plan
from models.plan.model import DoubtKind


def indicators_of(sentence: str) -> list[tuple[str, str, str, str]]:
    """Return name, target, unit and direction of each target in a sentence."""
    plan = parse_plan(f"某局2024年工作要点\n一、甲乙\n1．丙丁。{sentence}\n2．戊己。开展庚辛。\n")
    tasks = plan.parts[0].items[0].tasks
    return [(each.name, plain(each.target), each.unit, each.direction.value) for t in tasks for each in t.indicators]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建幼儿园12所。", [("新建幼儿园", "12", "所")]),
        ("新增学位1.2万个。", [("新增学位", "12000", "个")]),
        ("新增学位2,400个。", [("新增学位", "2400", "个")]),
        ("新增学位２４００个。", [("新增学位", "2400", "个")]),
        ("投入资金1.2亿元。", [("投入资金", "120000000", "元")]),
        ("培训教师300余名。", [("培训教师", "300", "名")]),
        ("开展20场1.5万人次宣讲活动。", [("宣讲活动（场）", "20", "场"), ("宣讲活动（人次）", "15000", "人次")]),
        (
            "建设小学5所、初中3所、高中1所。",
            [("建设小学", "5", "所"), ("建设初中", "3", "所"), ("建设高中", "1", "所")],
        ),
        ("评选10所示范校和50名标兵。", [("评选示范校", "10", "所"), ("评选标兵", "50", "名")]),
        ("举办三十场宣讲。", [("举办宣讲", "30", "场")]),
        ("组织80万中小学生体检。", [("组织中小学生体检", "800000", "人")]),
    ],
)
def test_targets_to_be_reached(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert indicators_of(sentence) == [(*each, "at_least") for each in expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("毛入园率达到92.5%以上。", ("毛入园率", "92.5", "%", "at_least")),
        ("普惠率不低于90％。", ("普惠率", "90", "%", "at_least")),
        ("组织演练不少于4次。", ("组织演练", "4", "次", "at_least")),
        ("巩固率从95%提高到97%。", ("巩固率", "97", "%", "at_least")),
        ("将大班额比例控制在5%以内。", ("大班额比例", "5", "%", "at_most")),
        ("辍学率低于0.5%。", ("辍学率", "0.5", "%", "at_most")),
        ("近视率下降到40%以下。", ("近视率", "40", "%", "at_most")),
        ("将办理时限压缩到8天以内。", ("办理时限", "8", "天", "at_most")),
        ("空气优良天数达到300天以上。", ("空气优良天数", "300", "天", "at_least")),
        ("人均预期寿命达到79.5岁。", ("人均预期寿命", "79.5", "岁", "at_least")),
        ("引进外资3.5亿美元。", ("引进外资", "350000000", "美元", "at_least")),
        ("争取资金3500余万元。", ("争取资金", "35000000", "元", "at_least")),
        ("改造校舍3000㎡。", ("改造校舍", "3000", "㎡", "at_least")),
        ("检查事项不超过6项。", ("检查事项", "6", "项", "at_most")),
        ("确保平均班额不高于45人。", ("平均班额", "45", "人", "at_most")),
    ],
)
def test_floors_and_ceilings(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert indicators_of(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("每季度开展2次检查。", ("开展检查", "8", "quarter", "2")),
        ("每月召开一次例会。", ("召开例会", "12", "month", "1")),
        ("组织演练每学期不少于2次。", ("组织演练", "4", "half", "2")),
        ("每半年开展1次督导。", ("开展督导", "2", "half", "1")),
        ("每年培训校长100人。", ("培训校长", "100", "year", "100")),
    ],
)
def test_rates_are_targets_for_the_year(sentence: str, expected: tuple[str, str, str, str]) -> None:
    plan = parse_plan(f"某局2024年工作要点\n一、甲乙\n1．丙丁。{sentence}\n2．戊己。开展庚辛。\n")
    (each,) = plan.parts[0].items[0].tasks[0].indicators
    assert (each.name, plain(each.target), each.per, plain(each.each)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("巩固率从95%提高到97%。", ("巩固率", "95", "97", "at_least")),
        ("学前毛入园率由71%提升至80%以上。", ("学前毛入园率", "71", "80", "at_least")),
        ("在园幼儿占比由2023年的46.5%提高到51%。", ("在园幼儿占比", "46.5", "51", "at_least")),
        ("将大班额比例从12%下降到5%以内。", ("大班额比例", "12", "5", "at_most")),
        ("公办幼儿园从10所增加到15所。", ("公办幼儿园", "10", "15", "at_least")),
        ("将经费标准从700元提高到1000元。", ("经费标准", "700", "1000", "at_least")),
    ],
)
def test_where_a_target_starts_from(sentence: str, expected: tuple[str, str, str, str]) -> None:
    plan = parse_plan(f"某局2024年工作要点\n一、甲乙\n1．丙丁。{sentence}\n2．戊己。开展庚辛。\n")
    (each,) = plan.parts[0].items[0].tasks[0].indicators
    assert each.baseline is not None
    assert (each.name.removesuffix("增加"), plain(each.baseline), plain(each.target), each.direction) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("小学、初中巩固率分别达到99%、97%。", [("小学巩固率", "99"), ("初中巩固率", "97")]),
        ("毛入园率、巩固率分别达到92%和99%以上。", [("毛入园率", "92"), ("巩固率", "99")]),
        ("新建小学、幼儿园分别5所、8所。", [("新建小学", "5"), ("新建幼儿园", "8")]),
        ("培训教师三百名，组织十场讲座。", [("培训教师", "300"), ("组织讲座", "10")]),
        ("培训干部一万人次。", [("培训干部", "10000")]),
        ("达标率达到百分之九十五点五以上。", [("达标率", "95.5")]),
        ("满意度达到90分以上。", [("满意度", "90")]),
        ("投入资金3500万元左右。", [("投入资金", "35000000")]),
        ("培训教师，不少于500名。", [("培训教师", "500")]),
        ("足额安排预算，争取上级资金3000万元。", [("争取上级资金", "30000000")]),
        ("力争巩固率达到99%。", [("巩固率", "99")]),
        ("全年举办讲座12场。", [("举办讲座", "12")]),
    ],
)
def test_names_are_dealt_out_and_numerals_read(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, target) for name, target, _, _ in indicators_of(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "举办2024年活动周。",
        "举办第3届运动会。",
        "制定三年行动计划（2021-2023年）。",
        "创建“100所名校”品牌。",
        "落实《中小学20项规定》。",
        "实施1155工程。",
        "举办7大联赛。",
        "升级5G网络和IPV6应用。",
        "落实两案九制、一日三检两报告。",
        "用好四种形态，抓好三个课堂。",
        "庆祝建党100周年。",
        "力争进入全省前3名。",
        "每校配备2名校医。",
        "完善12年制学校办学机制。",
        "用3个月时间开展整治。",
        "做好已建成的8所学校管理。",
        "评选一批先进个人。",
        "围绕5个方面开展调研。",
        "全市11个县区完成验收。",
        "其余3所学校按计划推进。",
        "实施十大工程，开展十个一活动。",
        "争创5A级景区，评定4星级学校。",
        "按照3项原则推进工作。",
        "登记号12345678901234567890个。",
    ],
)
def test_numbers_that_are_no_targets(sentence: str) -> None:
    assert indicators_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建公办幼儿园三所。", [("新建公办幼儿园", "3", "所")]),
        ("召开会议两场，建成示范校一所。", [("召开会议", "2", "场"), ("建成示范校", "1", "所")]),
        ("实施二期，迈上一个台阶。", []),
        (
            "组织三十场家庭教育讲座，受益家长2.5万人次。",
            [("组织家庭教育讲座", "30", "场"), ("受益家长", "25000", "人次")],
        ),
        ("建立问题清单，每月调度1次。", [("调度", "12", "次")]),
        ("新建学校13所，幼儿园20所。", [("新建学校", "13", "所"), ("新建幼儿园", "20", "所")]),
    ],
)
def test_small_numerals_and_borrowed_verbs(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """A numeral behind its noun counts, however small; a noun of its own behind a comma borrows no verb."""
    plan = parse_plan(f"某县教育局2024年工作要点\n一、抓建设\n1．建校。{sentence}\n")
    found = [(one.name, str(one.target), one.unit) for task in plan.tasks for one in task.indicators]
    assert found == expected


def test_units_behind_the_last_stop_need_no_bracket() -> None:
    """责任单位：… at the end of a paragraph speaks for it and is no task."""
    plan = parse_plan("某县教育局2024年工作要点\n一、抓建设\n1．建校。新建学校2所。责任单位：计财科、基建办\n")
    assert [(task.text, task.lead, task.support) for task in plan.tasks] == [("新建学校2所", ("计财科",), ("基建办",))]


def test_what_stands_beside_the_document_number_is_left_over() -> None:
    """A secrecy mark or a signer is no field, and not lost."""
    plan = parse_plan(
        "某县教育局文件\n某教字〔2024〕3号　签发人：张三\n某县教育局2024年工作要点\n"
        "一、抓建设\n1．建校。新建学校2所。\n"
    )
    assert plan.document_number == "某教字〔2024〕3号"
    assert [plan.source[span.start : span.end].strip() for span in plan.left_over] == ["签发人：张三"]


def test_a_numbered_line_without_words_to_understand_ends_in_no_traceback() -> None:
    """What is no plan is refused by name."""
    with pytest.raises(UserError):
        parse_plan("2024年\n（1）时\n（2）")


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("群众满意率达到9成以上，新建充电桩300坨。", ["300"]),
        ("实施“1155”工程，推进2024年7大联赛。", []),
    ],
)
def test_a_number_with_an_unknown_unit_is_asked_about(sentence: str, doubted: list[str]) -> None:
    """A silent wrong guess is worse than a question."""
    plan = parse_plan(f"某县教育局2024年工作要点\n一、抓建设\n1．建校。{sentence}\n")
    asked = [doubt.text for doubt in plan.doubts if doubt.kind is DoubtKind.NUMBER_MAY_BE_TARGET]
    assert asked == doubted
