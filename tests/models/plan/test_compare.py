"""A later version of a document: what became of each task, and what is kept of a person's work."""

from datetime import date
from decimal import Decimal
from time import process_time

import pytest

from models.core.numbers import plain
from models.core.vocabulary import Direction, TaskKind
from models.plan import parse_plan
from models.plan.compare import Comparison, Fate, compare_plans
from models.plan.draft import Place, PlanDraft
from models.plan.model import Plan, Task
from models.plan.take_in import take_in
from tests.models.plan.test_real_document import DOCUMENT
from tests.models.plan.tiling import assert_tiled

HEAD = "某局2024年工作要点\n"
TEXT = f"""{HEAD}一、抓安全
1．管好校车。开展校车检查，约谈司机。新建校车站点12个、候车亭30座。召开安全会议（责任科室：安全科）。
2．管好食堂。完善采购办法。推进食堂改造工程，6月底前完成验收。
二、抓质量
3．教学。开展教学视导，举办教学比赛30场。
"""


def fates(comparison: Comparison) -> list[tuple[str, str]]:
    """Return fate and wording of each task, in order."""
    return [
        (each.fate.value, (each.after or each.before or next(comparison.after.tasks)).text)
        for each in comparison.pairings
    ]


def compare(before: str | Plan, after: str) -> Comparison:
    """Compare two texts, or a plan with a text."""
    return compare_plans(parse_plan(before) if isinstance(before, str) else before, parse_plan(after))


def with_words(plan: Plan, words: str) -> Task:
    """Return the one task with these words."""
    (found,) = [task for task in plan.tasks if words in task.text]
    return found


def test_the_same_document_has_no_changes() -> None:
    comparison = compare(TEXT, TEXT)
    assert not list(comparison.changes)
    assert take_in(comparison) == parse_plan(TEXT)


def test_a_changed_target_is_a_rewording_with_its_figures() -> None:
    comparison = compare(TEXT, TEXT.replace("12个", "15个").replace("30座", "30座、站牌100块"))
    (changed,) = comparison.changes
    assert (changed.fate, changed.moved) == (Fate.REWORDED, False)
    shown = [(c.before and plain(c.before.target), c.after and plain(c.after.target)) for c in changed.targets]
    assert shown == [("12", "15"), (None, "100")]
    taken = take_in(comparison)
    before, after = with_words(comparison.before, "站点"), with_words(taken, "站点")
    assert after.id == before.id
    assert [each.id for each in after.indicators] == [f"{before.id}/{n}" for n in (1, 2, 3)]
    assert [plain(each.target) for each in after.indicators] == ["15", "30", "100"]


def test_new_gone_and_reworded_are_told_apart() -> None:
    later = TEXT.replace("约谈司机", "培训司机和照管员").replace("开展教学视导，", "").replace("召开", "筹备召开")
    comparison = compare(TEXT, later)
    assert [each for each in fates(comparison) if each[0] != "same"] == [
        ("gone", "约谈司机"),
        ("new", "培训司机和照管员"),
        ("reworded", "筹备召开安全会议"),
        ("gone", "开展教学视导"),
    ]


def test_a_task_that_moved_to_another_item_is_found() -> None:
    later = TEXT.replace("完善采购办法。", "").replace("教学。开展", "教学。完善采购办法。开展")
    (moved,) = [each for each in compare(TEXT, later).pairings if each.moved]
    assert (moved.fate, moved.before and moved.before.text) == (Fate.REWORDED, "完善采购办法")


def test_a_retitled_item_keeps_its_tasks() -> None:
    comparison = compare(TEXT, TEXT.replace("管好校车。", "加强校车安全管理。"))
    assert {each.fate for each in comparison.pairings} == {Fate.REWORDED, Fate.SAME}
    assert not [each for each in comparison.pairings if each.moved]
    assert [t.id for t in take_in(comparison).tasks] == [t.id for t in comparison.before.tasks]


def test_units_and_deadlines_that_the_later_version_states_are_taken() -> None:
    comparison = compare(TEXT, TEXT.replace("安全科", "办公室、安全科"))
    changed = list(comparison.changes)
    assert {each.fate for each in changed} == {Fate.SAME}
    assert all(each.duties_changed for each in changed)
    assert with_words(take_in(comparison), "召开").lead == ("办公室",)


def corrected() -> Plan:
    """Return the example after a person has worked on it."""
    draft = PlanDraft(parse_plan(TEXT))
    first, second, *_ = draft.plan.tasks
    draft = draft.merge([first.id, second.id])
    wide = with_words(draft.plan, "候车亭")
    draft = draft.split(wide.id, wide.text.index("候车亭"))
    draft = draft.delete(with_words(draft.plan, "完善采购").id)
    draft = draft.add_task(Place(0, 1, 0), "建立食堂台账")
    view = with_words(draft.plan, "视导")
    draft = draft.reword(view.id, "开展全员教学视导").set_lead(view.id, ["教研室"]).set_due(view.id, date(2024, 9, 30))
    draft = draft.add_indicator(view.id, name="视导", target=Decimal(8), unit="次", direction=Direction.AT_LEAST)
    return draft.set_kind(first.id, TaskKind.MILESTONE).to_plan()


def test_corrections_are_kept_where_the_words_did_not_change() -> None:
    before = corrected()
    comparison = compare(before, TEXT.replace("举办教学比赛30场", "举办教学比赛40场"))
    taken = take_in(comparison)
    assert [t.id for t in taken.tasks] == [t.id for t in before.tasks]
    kept = [(t.text, t.kind, t.lead, t.due, len(t.indicators)) for t in before.tasks]
    assert [(t.text, t.kind, t.lead, t.due, len(t.indicators)) for t in taken.tasks][:-1] == kept[:-1]
    assert [each.fate for each in comparison.changes] == [Fate.REWORDED]


@pytest.mark.parametrize("words", ["开展校车检查", "食堂改造工程"])
def test_corrections_survive_text_that_is_put_before_them(words: str) -> None:
    before = corrected()
    later = TEXT.replace(words, f"召开部署会，{words}").replace(HEAD, f"{HEAD}各科室：\n为做好今年工作，制定本要点。\n")
    taken = take_in(compare(before, later))
    assert {t.id for t in before.tasks} <= {t.id for t in taken.tasks}
    for task in taken.tasks:
        assert all(task.span.start <= each.span.start <= each.span.end <= task.span.end for each in task.indicators)


def test_a_correction_that_does_not_fit_any_more_is_no_error() -> None:
    comparison = compare(corrected(), f"{HEAD}一、新\n1．全新。开展调研。\n2．另外。召开会议。\n")
    assert {each.fate for each in comparison.pairings} >= {Fate.NEW, Fate.GONE}
    assert "建立食堂台账" in [task.text for task in take_in(comparison).tasks]


def test_two_years_of_a_real_document_are_compared_in_a_moment() -> None:
    text = DOCUMENT.read_text("utf-8")
    later = text.replace("2021", "2022").replace("100", "120").replace("开展", "组织开展")
    start = process_time()
    comparison = compare(text, later)
    assert process_time() - start < 2
    fate = [each.fate for each in comparison.pairings]
    assert fate.count(Fate.NEW) + fate.count(Fate.GONE) < 12
    assert_tiled(comparison.after)
