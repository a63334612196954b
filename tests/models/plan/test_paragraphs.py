"""Lines that a page broke: what is joined again, what is not, and what is taken out."""

import pytest

from models.plan import parse_plan
from models.plan.documents.page_furniture import is_page_number, part_furniture
from models.plan.paragraphs import rejoin
from tests.models.plan.layouts import prose
from tests.models.plan.test_real_document import DOCUMENT


def test_the_real_document_is_left_as_it_is() -> None:
    lines = DOCUMENT.read_text("utf-8").split("\n")
    assert rejoin(lines) == (lines, [])


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("检查校车1\n00辆。", "检查校车100辆。"),
        ("巩固率达到9\n5%以上。", "巩固率达到95%以上。"),
        ("检查校车，\n约谈司机。", "检查校车，约谈司机。"),
        ("检查校车\n，约谈司机。", "检查校车，约谈司机。"),
        ("开展“学理论\n强技能”活动。", "开展“学理论强技能”活动。"),
        ("检查校车。（责任单位：甲科；\n配合单位：乙科）", "检查校车。（责任单位：甲科；配合单位：乙科）"),
        ("检查校车。（\n责任单位：甲科）", "检查校车。（责任单位：甲科）"),
        ("检查校车和\n食堂。", "检查校车和食堂。"),
        ("检查校车，\n\n— 12 —\n\n约谈司机。", "检查校车，约谈司机。"),
        ("责任单位：甲科　完成时\n间：2024年\n7月", "责任单位：甲科　完成时间：2024年7月"),
        ("检查校车。责任部门：\n甲科、乙科", "检查校车。责任部门：甲科、乙科"),
        ("检查校车。【牵头科\n室：甲科】", "检查校车。【牵头科室：甲科】"),
        ("巩固率达到97%\n以上，检查校车。", "巩固率达到97%以上，检查校车。"),
    ],
)
def test_a_break_that_tears_is_none(broken: str, whole: str) -> None:
    text = f"某局2024年工作要点\n一、甲\n（一）乙\n{broken}\n（二）丙\n召开会议。"
    assert rejoin(text.split("\n"))[0][3] == whole


@pytest.mark.parametrize(
    "text",
    [
        "一、抓安全\n（一）校车\n开展检查\n（二）食堂\n召开会议",
        "一、抓安全\n1．开展检查\n2．召开会议\n3．约谈司机",
        "一、抓安全\n（一）校车\n开展检查。\n责任单位：甲科\n完成时限：6月",
        "一、抓安全\n（一）校车\n• 组织教师培训100人\n• 组织学生体检200人\n• 组织家长会议300场\n• 组织校车检查400辆",
        "一、抓安全\n（一）校车\n开展检查。\n某局\n2024年3月5日",
        "一、抓质量\n（一）教学\n开展教学质量监测，召开分析会\n举办课堂教学大赛，评选优质课\n组织骨干教师培训，开展教研课",
    ],
)
def test_paragraphs_stay_apart(text: str) -> None:
    assert "\n".join(rejoin(text.split("\n"))[0]) == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("新建学校5所，改造校舍3万平方米，12月底\n前完成。", "新建学校5所，改造校舍3万平方米，12月底前完成。"),
        ("开展师德师风建设，组织教师签订承诺\n书。", "开展师德师风建设，组织教师签订承诺书。"),
    ],
)
def test_a_numbered_sentence_goes_on_in_its_next_line(broken: str, whole: str) -> None:
    lines = rejoin(f"某局2024年工作要点\n一、甲\n1.{broken}\n2.召开会议。".split("\n"))[0]
    assert lines[2:] == [f"1.{whole}", "2.召开会议。"]


def test_a_title_with_a_comma_stays_a_title() -> None:
    lines = ["一、甲", "（一）坚持立德树人，促进全面发展", "开展德育活动10次。", "（二）乙", "召开会议。"]
    assert rejoin(lines)[0] == lines


def test_latin_words_keep_a_blank_between_them() -> None:
    assert rejoin(["一、甲", "（一）乙", "推广（Open", "Document）格式。"])[0][-1] == "推广（Open Document）格式。"


@pytest.mark.parametrize("columns", range(15, 46))
def test_a_text_is_the_same_from_pages_of_any_width(columns: int) -> None:
    whole = prose()
    lines = [line[at : at + columns] for line in whole.split("\n") for at in range(0, max(1, len(line)), columns)]
    read = parse_plan("\n".join(lines))
    assert [task.text for task in read.tasks] == [task.text for task in parse_plan(whole).tasks]
    assert [task.lead for task in read.tasks] == [task.lead for task in parse_plan(whole).tasks]


@pytest.mark.parametrize("line", ["3", "- 3 -", "— 12 —", "第3页", "第 3 页 共 9 页", "3/9", "第3页，共9页", "３"])
def test_page_numbers(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["2024", "3.", "3、", "第三页", "3所", "", "--", "一"])
def test_other_lines_are_no_page_numbers(line: str) -> None:
    assert not is_page_number(line)


def test_running_heads_are_told_by_their_repetition() -> None:
    pages = [["某局文件", f"第{n}段的话。", "再一行。", f"{n}"] for n in range(1, 6)]
    text, furniture = part_furniture(pages)
    assert text == [line for n in range(1, 6) for line in (f"第{n}段的话。", "再一行。")]
    assert len(furniture) == 10


def test_a_running_head_beside_page_numbers_is_taken_out() -> None:
    head = "某局2024年工作要点"
    text = f"{head}\n一、甲\n1．乙。检查校车，\n— 1 —\n{head}\n约谈司机。\n— 2 —\n{head}\n2．丙。召开会议。\n— 3 —\n"
    plan = parse_plan(text)
    assert plan.title == head
    assert [task.text for task in plan.tasks] == ["检查校车", "约谈司机", "召开会议"]


def test_lines_are_full_where_the_next_word_had_no_room() -> None:
    """A line that ends early, for a number of four figures would not be parted, goes on as well."""
    text = (
        "某局2024年工作要点\n一、抓安全\n（一）管好校车\n开展全县中小学校和幼儿园校车检查\n共计不少于2500辆次，约谈承运单位\n和驾驶员"
        "，签订安全承诺书合计\n1200份，组织跟车照管员业务培训\n8期。建立校车信息台账。\n（二）抓食堂\n召开会议。\n"
    )
    texts = [task.text for task in parse_plan(text).tasks]
    assert "签订安全承诺书合计1200份" in texts
    assert "组织跟车照管员业务培训8期" in texts


def test_page_numbers_are_left_over_without_a_doubt() -> None:
    plan = parse_plan("某局2024年工作要点\n一、甲\n1．乙。检查校车，\n— 1 —\n约谈司机。\n")
    assert [plan.source[span.start : span.end] for span in plan.left_over] == ["— 1 —"]
    assert not plan.doubts
