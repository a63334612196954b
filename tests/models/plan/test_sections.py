"""Where the plan begins and ends in a file: notices before it, attachments, copies and closing words behind."""

import pytest

from models.plan import parse_plan
from models.plan.model import DoubtKind, Plan
from tests.models.plan.tiling import assert_each_character_once, assert_nothing_lost, assert_tiled

TITLE = "某县教育局2024年工作要点\n"
BODY = "一、党建\n（一）学习\n召开会议。\n（二）廉政\n开展检查。\n"


def read(text: str) -> Plan:
    """Read a plan and check that nothing of it is lost or told twice."""
    plan = parse_plan(text)
    assert_tiled(plan)
    assert_nothing_lost(plan)
    assert_each_character_once(plan)
    return plan


def left_over(plan: Plan) -> list[str]:
    """Return what is left over."""
    return [plan.source[span.start : span.end] for span in plan.left_over]


@pytest.mark.parametrize(
    "tail",
    [
        "附件：1．任务分解表\n2．项目进度表",
        "附件：\n1．任务分解表\n2．项目进度表",
        "附：工作行事历",
        "附件1：任务分解表\n附件2：项目进度表",
        "联系人：王晓，联系电话：0876-2135566",
        "（联系人：王晓；电话：2135566）",
        "咨询电话：12345",
        "抄送：市教育局，县委办公室。",
        "（此件公开发布）",
        "特此通知。",
        "某县教育局办公室    2024年3月6日印发",
        "信息公开选项：主动公开",
    ],
)
def test_what_closes_a_document_is_no_task(tail: str) -> None:
    plan = read(f"{TITLE}{BODY}{tail}\n")
    assert [task.text for task in plan.tasks] == ["召开会议", "开展检查"]
    assert "".join("".join(left_over(plan)).split()) == "".join(tail.split())


@pytest.mark.parametrize("line", ["电话、网络平台受理群众来信。", "附属小学招聘教师9名。", "信息公开做到及时准确。"])
def test_what_only_begins_like_a_close_is_work(line: str) -> None:
    assert [task.text for task in read(f"{TITLE}{BODY}{line}\n").tasks][-1] == line.rstrip("。")


@pytest.mark.parametrize(
    "closing",
    [
        "以上工作由办公室负责督办，各科室要按月报送进展。",
        "各单位要高度重视，结合实际认真抓好落实。",
        "请各学校于3月底前报送实施方案。",
    ],
)
def test_closing_words_are_left_over_with_a_question(closing: str) -> None:
    plan = read(f"{TITLE}{BODY}{closing}\n某县教育局\n2024年3月5日\n")
    assert [task.text for task in plan.tasks] == ["召开会议", "开展检查"]
    assert [doubt.text for doubt in plan.doubts if doubt.kind is DoubtKind.LEFT_OVER] == [closing]


def test_a_demand_that_is_all_of_an_item_is_work() -> None:
    plan = read(f"{TITLE}一、党建\n（一）学习\n召开会议。\n（二）落实责任\n各学校要结合实际抓好落实。\n")
    assert [task.text for task in plan.tasks][-1] == "各学校要结合实际抓好落实"


@pytest.mark.parametrize("mark", ["附件", "附件：", "附件1", "附 件"])
def test_a_plan_that_is_attached_to_a_notice_with_demands(mark: str) -> None:
    plan = read(
        "某县教育局关于印发2024年工作要点的通知\n各学校：\n现将工作要点印发给你们，并提出如下要求。\n"
        "一、提高认识。各校要加强学习。\n二、压实责任。各校要分解任务。\n某县教育局\n2024年2月1日\n"
        f"{mark}\n{TITLE}{BODY}"
    )
    assert plan.title == "某县教育局2024年工作要点"
    assert [task.text for task in plan.tasks] == ["召开会议", "开展检查"]
    assert [doubt.text[:6] for doubt in plan.doubts] == ["一、提高认识"]
    assert (plan.addressees, str(plan.issued_on)) == (("各学校",), "2024-02-01")


def test_a_numbered_attachment_is_left_over_as_a_whole() -> None:
    plan = read(f"{TITLE}{BODY}附件\n填表说明\n一、按月填写。\n二、数字取整。\n三、单位盖章。\n四、逾期不候。\n")
    assert [part.title for part in plan.parts] == ["党建"]
    assert [doubt.text[:7] for doubt in plan.doubts] == ["附件\n填表说明"]


def test_a_second_document_behind_a_date_is_left_over() -> None:
    plan = read(
        f"{TITLE}{BODY}某县教育局\n2024年3月5日\n某县教育局2024年党建工作计划\n一、学习\n召开大会。\n二、作风\n走访。\n"
    )
    assert [part.title for part in plan.parts] == ["党建"]
    assert [doubt.text[:14] for doubt in plan.doubts] == ["某县教育局2024年党建工作"]


def test_the_lines_of_a_web_page_are_no_fields() -> None:
    plan = read(
        "首页 > 政务公开 > 工作要点\n发布时间：2024-03-18 10:22  来源：办公室  字号：【大 中 小】\n"
        f"{TITLE}{BODY}责任编辑：张三\n"
    )
    assert (plan.title, plan.preamble) == ("某县教育局2024年工作要点", "")
    assert len(left_over(plan)) == 3
