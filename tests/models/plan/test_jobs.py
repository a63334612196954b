"""At which commas a new job begins, rule by rule, in sentences of no document."""

import pytest

from models.plan import parse_plan


def jobs_of(sentence: str, title: str = "丙丁") -> list[str]:
    """Return the wordings of the tasks in one sentence."""
    plan = parse_plan(f"某局2024年工作要点\n一、甲乙\n1．{title}。{sentence}\n2．戊己。开展庚辛。\n")
    return [task.text for task in plan.parts[0].items[0].tasks]


@pytest.mark.parametrize(
    "sentence",
    [
        "制定应急预案|开展防汛演练|建立值班制度。",
        "完善招生办法|推进操场改造工程。",
        "为学校更换灯具|为教师配备电脑。",
        "督促学校制定食谱|指导家长开展阅读。",
        "建设图书馆|加强网络舆情引导管理。",
    ],
)
def test_parallel_jobs_are_parted(sentence: str) -> None:
    assert jobs_of(sentence.replace("|", "，")) == sentence.rstrip("。").split("|")


@pytest.mark.parametrize(
    "sentence",
    [
        "开展食堂检查，确保饮食安全。",
        "实施帮扶行动，推动山区学校均衡发展。",
        "根据上级安排，通过实地走访，开展满意度调查。",
        "年底前，建成校史馆。",
        "做好健康监测，严格落实晨午检制度。",
        "开展财务审计，加大问责力度。",
        "组建一个中心，若干分中心。",
        "开展“学理论，强技能”主题活动。",
        "开展阅读、书法、戏曲进校园活动。",
        "加强骨干教师梯队建设，组织骨干教师选拔。",
        "加强巡查，严格值守，强化预警，确保汛期平安。",
        "申报资金1,000万元。",
    ],
)
def test_how_what_for_and_what_comes_of_it_stay_with_the_job(sentence: str) -> None:
    assert jobs_of(sentence) == [sentence.rstrip("。")]


def test_sentences_end_outside_quotes_and_brackets_only() -> None:
    body = "开展“安全。健康！”教育（含演练；比赛）。建设V2.0平台；更新1.5万册图书。"
    assert jobs_of(body) == ["开展“安全。健康！”教育（含演练；比赛）", "建设V2.0平台", "更新1.5万册图书"]


def test_an_unclosed_quote_swallows_nothing() -> None:
    assert jobs_of("开展“阅读活动。召开会议。") == ["开展“阅读活动", "召开会议"]


def test_the_same_wording_twice_gets_two_ids() -> None:
    plan = parse_plan("某局2024年工作要点\n一、甲\n1．乙。开展检查。开展检查。\n二、丙\n1．乙。开展检查。\n")
    assert len({task.id for task in plan.tasks}) == 3
    assert {task.text for task in plan.tasks} == {"开展检查"}
