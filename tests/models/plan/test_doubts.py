"""What the parser says it is not sure of, kind by kind; and that it says nothing where all is plain."""

import pytest

from models.plan import parse_plan
from models.plan.model import Doubt, DoubtKind
from models.plan.unsure import Unsure
from ui.messages.doubts import doubt_advice, doubt_sentence

HEAD = "某局2024年工作要点\n"
SECOND = "2．戊己。召开会议。\n"


def doubts_of(sentence: str, *, head: str = HEAD) -> list[tuple[DoubtKind, str]]:
    """Return kind and words of the doubts about one sentence."""
    plan = parse_plan(f"{head}一、甲乙\n1．丙丁。{sentence}\n{SECOND}")
    for doubt in plan.doubts:
        assert plan.source[doubt.span.start : doubt.span.end].strip("，。；") == doubt.text or doubt.span.start == 0
        assert doubt.task_id in {"", *(task.id for task in plan.tasks)}
    return [(doubt.kind, doubt.text) for doubt in plan.doubts]


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        ("加强骨干教师梯队建设，组织骨干教师选拔。", DoubtKind.CLAUSE_MAY_BE_TASK, "组织骨干教师选拔"),
        ("推动各校成立中心，构建完成覆盖城乡的网络。", DoubtKind.CLAUSE_MAY_BE_TASK, "构建完成覆盖城乡的网络"),
        ("组织各校自评，迎接省对市政府履职评价。", DoubtKind.CLAUSE_MAY_BE_TASK, "迎接省对市政府履职评价"),
        ("加强校车与交通安全管理，巩固消防安全整治成果。", DoubtKind.TASK_MAY_BE_CLAUSE, "巩固消防安全整治成果"),
        ("每校配备2名校医。", DoubtKind.NUMBER_MAY_BE_TARGET, "2名"),
        ("选派3至5名教师。", DoubtKind.TARGET_UNCERTAIN, "3至5名"),
        ("开展评选活动（评选30人）。", DoubtKind.NUMBER_MAY_BE_TARGET, "30人"),
        ("小学、初中、高中巩固率分别达到99%、97%。", DoubtKind.TARGET_UNCERTAIN, "99%"),
        ("开展校车检查（安全科、办公室）。", DoubtKind.BRACKET_UNKNOWN, "（安全科、办公室）"),
        ("9月前完成验收。", DoubtKind.DEADLINE_AMBIGUOUS, "9月前"),
        ("开展检查（完成时限：尽快）。", DoubtKind.DEADLINE_AMBIGUOUS, "尽快"),
    ],
)
def test_a_doubt_names_its_words(sentence: str, kind: DoubtKind, text: str) -> None:
    assert (kind, text) in doubts_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "制定应急预案，开展防汛演练，建立值班制度。",
        "开展食堂检查，确保饮食安全。",
        "新建幼儿园12所，每季度开展2次检查。",
        "开展检查（责任单位：安全科、办公室；完成时限：长期坚持）。",
        "开展评选（含演练、比赛）。",
        "12月31日前，落实《中小学20项规定》，实施“123”行动（2021-2023年）。",
        "巩固率从71%提高到80%。",
    ],
)
def test_what_is_plain_raises_none(sentence: str) -> None:
    assert doubts_of(sentence) == []


def test_a_document_without_a_year_says_so() -> None:
    assert doubts_of("6月底前完成验收。", head="某局工作要点\n")[0] == (DoubtKind.YEAR_MISSING, "")


def test_numbers_that_are_missing_or_repeated() -> None:
    plan = parse_plan(
        f"{HEAD}一、甲\n（一）乙\n检查。\n（四）丙\n检查。\n三、丁\n（一）戊\n检查。\n三、己\n（一）庚\n检查。\n"
    )
    found = [(doubt.kind, doubt.text, dict(doubt.facts)) for doubt in plan.doubts]
    assert found == [
        (DoubtKind.NUMBERS_MISSING, "（四）丙", {"missing": "二、三"}),
        (DoubtKind.NUMBERS_MISSING, "三、丁", {"missing": "二"}),
        (DoubtKind.NUMBER_REPEATED, "三、己", {"number": "3"}),
    ]


def test_a_paragraph_that_is_in_no_item_is_told() -> None:
    plan = parse_plan(f"{HEAD}一、甲\n本部分由各科室共同抓好落实。\n1．乙。检查。\n二、丙\n1．丁。检查。\n")
    assert [(doubt.kind, doubt.text) for doubt in plan.doubts] == [
        (DoubtKind.LEFT_OVER, "本部分由各科室共同抓好落实。")
    ]


@pytest.mark.parametrize("kind", DoubtKind)
def test_each_kind_has_its_sentence_and_advice(kind: DoubtKind) -> None:
    facts = (("missing", "四"), ("number", "3"))
    doubt = Doubt(kind, parse_plan(f"{HEAD}一、甲\n1．乙。检查。\n").parts[0].items[0].span, "某" * 99, facts=facts)
    sentence = doubt_sentence(doubt)
    assert sentence
    assert "{" not in sentence
    assert len(sentence) < 60
    assert doubt_advice(doubt).endswith("。")


@pytest.mark.parametrize("kind", [DoubtKind.NUMBER_MAY_BE_TARGET, DoubtKind.TARGET_UNCERTAIN])
def test_each_reason_to_doubt_a_number_is_told(kind: DoubtKind) -> None:
    span = parse_plan(f"{HEAD}一、甲\n1．乙。检查。\n").parts[0].items[0].span
    told = {why: doubt_sentence(Doubt(kind, span, "3至5名", facts=(("why", why),))) for why in Unsure}
    assert all("3至5名" in sentence for sentence in told.values())
    assert len(set(told.values())) > len(Unsure) // 2
    assert doubt_sentence(Doubt(kind, span, "3至5名")) in told.values()
