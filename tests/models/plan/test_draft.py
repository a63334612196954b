"""A plan put right by hand: what each correction changes, and what it never may."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core.errors import UserError
from models.core.vocabulary import Direction, Per, TaskKind
from models.plan import parse_plan
from models.plan.draft import ItemNotEmpty, KindContradictsTargets, NothingToSplit, NotNeighbours, Place, PlanDraft
from models.plan.editing import NotInPlan, WordingMissing
from models.plan.model import Doubt, DoubtKind, Plan, Task

TEXT = """某局2024年工作要点
一、抓安全
1．管好校车。开展校车检查，约谈司机；6月底前更换校车100辆、座椅300套。召开安全会议（责任科室：安全科、办公室）。
2．管好食堂。完善采购办法，推进食堂改造工程。
二、抓质量
1．教学。开展视导，举办比赛30场。
"""


@pytest.fixture
def draft() -> PlanDraft:
    """Return the example, untouched."""
    return PlanDraft(parse_plan(TEXT))


def texts(draft: PlanDraft) -> list[str]:
    """Return the wordings of all tasks."""
    return [task.text for task in draft.plan.tasks]


def with_words(draft: PlanDraft, words: str) -> Task:
    """Return the one task with these words."""
    (found,) = [task for task in draft.plan.tasks if words in task.text]
    return found


def test_merging_keeps_the_first_id_the_marks_and_all_targets(draft: PlanDraft) -> None:
    first, second, third, *_ = draft.plan.tasks
    merged = next(draft.merge([third.id, second.id]).plan.tasks)
    assert merged.id == first.id
    changed = draft.merge([first.id, second.id, third.id]).task(first.id)
    assert changed.text == "开展校车检查，约谈司机；6月底前更换校车100辆、座椅300套"
    assert [(each.id, each.target) for each in changed.indicators] == [(f"{first.id}/1", 100), (f"{first.id}/2", 300)]
    assert (changed.kind, changed.due) == (TaskKind.QUANTIFIED, date(2024, 6, 30))
    assert draft.plan.source[changed.span.start : changed.span.end] == f"{changed.text}。"


def test_merging_adds_the_units_of_all(draft: PlanDraft) -> None:
    tasks = list(draft.plan.tasks)
    draft = draft.set_lead(tasks[2].id, ["总务科"]).merge([tasks[2].id, tasks[3].id])
    assert (draft.task(tasks[2].id).lead, draft.task(tasks[2].id).support) == (("总务科",), ("安全科", "办公室"))


def test_only_neighbours_can_be_merged(draft: PlanDraft) -> None:
    first, second, third, *_, last = draft.plan.tasks
    for pair in ([first.id, third.id], [first.id, last.id]):
        with pytest.raises(NotNeighbours):
            draft.merge(pair)
    without = draft.delete(second.id)
    merged = without.merge([first.id, third.id])
    assert merged.plan.left_over == draft.plan.left_over
    assert merged.task(first.id).span.end == third.span.end


def test_splitting_parts_words_targets_and_deadline(draft: PlanDraft) -> None:
    task = with_words(draft, "座椅")
    parted = draft.split(task.id, task.text.index("、") + 1)
    first, second = parted.task(task.id), with_words(parted, "座椅")
    assert (first.text, second.text) == ("6月底前更换校车100辆", "座椅300套")
    assert [each.id for each in (*first.indicators, *second.indicators)] == [f"{task.id}/1", f"{second.id}/1"]
    assert (first.due, second.due) == (date(2024, 6, 30), None)
    assert draft.plan.source[second.span.start : second.span.end] == "座椅300套。"


def test_merging_what_was_split_and_splitting_what_was_merged_gives_the_same_ids(draft: PlanDraft) -> None:
    first, second, *_ = draft.plan.tasks
    again = draft.merge([first.id, second.id]).split(first.id, len(first.text))
    assert [task.id for task in again.plan.tasks] == [task.id for task in draft.plan.tasks]
    assert texts(again) == texts(draft)
    assert [task.span for task in again.plan.tasks] == [task.span for task in draft.plan.tasks]


@pytest.mark.parametrize("offset", [-3, 0, 99])
def test_nothing_is_split_off_at_the_edges(draft: PlanDraft, offset: int) -> None:
    with pytest.raises(NothingToSplit):
        draft.split(next(draft.plan.tasks).id, offset)


def test_a_place_in_the_document_is_found_in_the_wording(draft: PlanDraft) -> None:
    task = with_words(draft, "座椅")
    at = draft.plan.source.index("座椅")
    assert task.text[draft.text_offset(task.id, at) :] == "座椅300套"


def test_a_reworded_task_can_still_be_split(draft: PlanDraft) -> None:
    task = with_words(draft, "完善采购")
    draft = draft.reword(task.id, " 修订食堂采购办法，\n公开招标 ")
    assert draft.task(task.id).text == "修订食堂采购办法， 公开招标"
    parted = draft.split(task.id, 9)
    assert with_words(parted, "公开招标").span.end == task.span.end


def test_targets_decide_whether_a_task_is_quantified(draft: PlanDraft) -> None:
    task = with_words(draft, "约谈司机")
    with pytest.raises(KindContradictsTargets):
        draft.set_kind(task.id, TaskKind.QUANTIFIED)
    draft = draft.set_kind(task.id, TaskKind.MILESTONE).add_indicator(
        task.id, name="约谈", target=Decimal(8), unit="次", direction=Direction.AT_LEAST, per=Per.QUARTER
    )
    assert draft.task(task.id).kind is TaskKind.QUANTIFIED
    assert draft.task(task.id).indicators[0].each == 2
    draft = draft.change_indicator(f"{task.id}/1", target=Decimal("12.0"), per=Per.MONTH)
    (changed,) = draft.task(task.id).indicators
    assert (changed.name, str(changed.target), changed.per) == ("约谈", "12", Per.MONTH)
    with pytest.raises(KindContradictsTargets):
        draft.set_kind(task.id, TaskKind.ONGOING)
    assert draft.remove_indicator(f"{task.id}/1").task(task.id).kind is TaskKind.ONGOING


def test_units_and_deadlines_are_set_and_cleared(draft: PlanDraft) -> None:
    task = with_words(draft, "召开")
    assert task.lead == ("安全科",)
    draft = draft.set_lead(task.id, ["  ", "甲科 ", "甲科"]).set_support(task.id, []).set_due(task.id, date(2024, 9, 1))
    assert (draft.task(task.id).lead, draft.task(task.id).support) == (("甲科",), ())
    assert draft.task(task.id).due == date(2024, 9, 1)


def test_tasks_are_added_moved_and_deleted(draft: PlanDraft) -> None:
    draft = draft.add_task(Place(1, 0, 1), "建立台账")
    added = with_words(draft, "台账")
    assert draft.place_of(added.id) == Place(1, 0, 1)
    assert (added.kind, added.span.start) == (TaskKind.MILESTONE, added.span.end)
    moved = draft.move(added.id, Place(0, 1, 99))
    assert moved.place_of(added.id) == Place(0, 1, 2)
    assert texts(moved.delete(added.id)) == texts(draft.delete(added.id))
    first = next(moved.plan.tasks)
    assert moved.merge([first.id, added.id]).task(first.id).text == "开展校车检查，建立台账"
    gone = moved.delete(first.id)
    assert [draft.plan.source[span.start : span.end] for span in gone.plan.left_over] == ["开展校车检查，"]


def test_blank_words_are_refused(draft: PlanDraft) -> None:
    first = next(draft.plan.tasks).id
    attempts: list[Callable[[], object]] = [
        lambda: draft.reword(first, " \n"),
        lambda: draft.add_task(Place(0, 0, 0), "\u200b"),
        lambda: draft.add_indicator(first, name="", target=Decimal(1), unit="个", direction=Direction.AT_LEAST),
        lambda: draft.retitle_part(0, " "),
        lambda: draft.set_head(title=""),
    ]
    for attempt in attempts:
        with pytest.raises(WordingMissing):
            attempt()


def test_a_plan_is_typed_by_hand() -> None:
    draft = PlanDraft.blank(title="某校2024年重点工作", year=2024)
    draft = draft.add_task(Place(0, 0, 0), "召开家长会").add_part("抓质量").add_item(1, "教研")
    draft = draft.add_task(Place(1, 0, 0), "举办公开课").retitle_item(0, 0, "德育").retitle_part(0, "抓德育")
    plan = draft.to_plan()
    assert [(part.number, part.title, [item.title for item in part.items]) for part in plan.parts] == [
        (1, "抓德育", ["德育"]),
        (2, "抓质量", ["教研"]),
    ]
    assert [task.kind for task in plan.tasks] == [TaskKind.MILESTONE, TaskKind.MILESTONE]


def test_an_item_is_deleted_when_it_is_empty_and_its_title_is_left_over(draft: PlanDraft) -> None:
    with pytest.raises(ItemNotEmpty):
        draft.delete_item(0, 1)
    for task in draft.plan.parts[0].items[1].tasks:
        draft = draft.delete(task.id)
    draft = draft.delete_item(0, 1)
    assert [item.title for item in draft.plan.items] == ["管好校车", "教学"]
    assert "".join(draft.plan.source[each.start : each.end] for each in draft.plan.left_over) == (
        "2．管好食堂。完善采购办法，推进食堂改造工程。"
    )


MISSING: dict[str, tuple[Callable[[PlanDraft, str], object], str]] = {
    "merge": (lambda draft, task: draft.merge([task, "99-XXXXXX"]), "task"),
    "split": (lambda draft, _: draft.split("99-XXXXXX", 3), "task"),
    "reword": (lambda draft, _: draft.reword("99-XXXXXX", "甲"), "task"),
    "kind": (lambda draft, _: draft.set_kind("99-XXXXXX", TaskKind.ONGOING), "task"),
    "lead": (lambda draft, _: draft.set_lead("99-XXXXXX", ["甲"]), "task"),
    "due": (lambda draft, _: draft.set_due("99-XXXXXX", None), "task"),
    "delete": (lambda draft, _: draft.delete("99-XXXXXX"), "task"),
    "where clicked": (lambda draft, _: draft.text_offset("99-XXXXXX", 3), "task"),
    "move a task": (lambda draft, _: draft.move("99-XXXXXX", Place(0, 0, 0)), "task"),
    "move to a part": (lambda draft, task: draft.move(task, Place(9, 0, 0)), "part"),
    "move to an item": (lambda draft, task: draft.move(task, Place(0, 9, 0)), "item"),
    "move before the first": (lambda draft, task: draft.move(task, Place(0, -1, 0)), "item"),
    "add to a part": (lambda draft, _: draft.add_task(Place(-1, 0, 0), "甲"), "part"),
    "add to an item": (lambda draft, _: draft.add_task(Place(1, 5, 0), "甲"), "item"),
    "add an item": (lambda draft, _: draft.add_item(7, "甲"), "part"),
    "rename a part": (lambda draft, _: draft.retitle_part(-3, "甲"), "part"),
    "rename an item": (lambda draft, _: draft.retitle_item(0, 8, "甲"), "item"),
    "delete an item": (lambda draft, _: draft.delete_item(1, 3), "item"),
    "change a target": (lambda draft, task: draft.change_indicator(f"{task}/9", name="甲"), "indicator"),
    "remove a target": (lambda draft, task: draft.remove_indicator(f"{task}/9"), "indicator"),
}


@pytest.mark.parametrize("name", MISSING)
def test_what_is_not_there_is_refused(draft: PlanDraft, name: str) -> None:
    attempt, missing = MISSING[name]
    with pytest.raises(NotInPlan) as refused:
        attempt(draft, next(draft.plan.tasks).id)
    assert refused.value.missing == missing


LARGE = "某局2024年工作要点\n" + "".join(
    f"{part}、抓工作\n" + "".join(f"{n}．第{n}项。开展检查，约谈司机{n}人。召开会议。\n" for n in range(1, 21))
    for part in "一二三四五六七八"
)
OPERATIONS: dict[str, Callable[[PlanDraft, list[str]], PlanDraft]] = {
    "merge": lambda draft, ids: draft.merge(ids[4:6]),
    "split": lambda draft, ids: draft.split(ids[3], 2),
    "reword": lambda draft, ids: draft.reword(ids[3], "改写"),
    "lead": lambda draft, ids: draft.set_lead(ids[3], ["甲科"]),
    "due": lambda draft, ids: draft.set_due(ids[3], date(2024, 5, 1)),
    "target": lambda draft, ids: draft.add_indicator(
        ids[3], name="数", target=Decimal(1), unit="个", direction=Direction.AT_LEAST
    ),
    "add": lambda draft, _: draft.add_task(Place(2, 3, 0), "新增"),
    "delete": lambda draft, ids: draft.delete(ids[3]),
    "move": lambda draft, ids: draft.move(ids[3], Place(5, 5, 0)),
    "settle": lambda draft, _: draft.settle(draft.plan.doubts[0]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_correction_makes_only_what_it_changes(name: str) -> None:
    large = parse_plan(LARGE)
    ids = [task.id for task in large.tasks]
    doubts = tuple(Doubt(DoubtKind.CLAUSE_MAY_BE_TASK, task.span, task.text, task.id) for task in large.tasks)
    before = PlanDraft(replace(large, doubts=doubts))
    after = OPERATIONS[name](before, ids)
    assert after.plan != before.plan

    def new(one: Iterable[object], other: Iterable[object]) -> int:
        known = {id(each) for each in one}
        return sum(1 for each in other if id(each) not in known)

    assert new(before.plan.parts, after.plan.parts) <= 2
    assert new(before.plan.items, after.plan.items) <= 2
    assert new(before.plan.tasks, after.plan.tasks) <= 2
    assert new(before.plan.doubts, after.plan.doubts) <= 2
    assert after.plan.source is before.plan.source


def test_deadlines_are_read_when_the_year_becomes_known() -> None:
    draft = PlanDraft(parse_plan(TEXT.replace("2024年", "")))
    assert with_words(draft, "座椅").due is None
    assert with_words(draft.set_head(year=2025), "座椅").due == date(2025, 6, 30)


def covered(plan: Plan) -> set[int]:
    """Return the places of the source that are in a task or left over; each may be so only once."""
    places: list[int] = []
    for span in (*(task.span for task in plan.tasks), *plan.left_over):
        places += range(span.start, span.end)
    assert len(places) == len(set(places))
    return set(places)


def operate(draft: PlanDraft, number: int, a: int, b: int) -> tuple[PlanDraft, set[str]]:
    """Apply one of the operations to tasks chosen by number; return what it may have touched as well."""
    tasks = list(draft.plan.tasks)
    first, second = tasks[a % len(tasks)], tasks[(a + 1) % len(tasks)]
    filled = [index for index, part in enumerate(draft.plan.parts) if part.items]
    at = Place(filled[a % len(filled)], 0, b)
    operations: list[Callable[[], PlanDraft]] = [
        lambda: draft.merge([first.id, second.id]),
        lambda: draft.split(first.id, b),
        lambda: draft.reword(first.id, f"改写{b}，再议"),
        lambda: draft.delete(first.id),
        lambda: draft.move(first.id, at),
        lambda: draft.add_task(at, f"新增{b}项工作"),
        lambda: draft.set_due(first.id, date(2024, 1 + b % 12, 1)),
        lambda: draft.set_lead(first.id, ["甲科", "乙科"]),
        lambda: draft.set_kind(first.id, list(TaskKind)[b % 3]),
        lambda: draft.add_indicator(
            first.id, name="数", target=Decimal(b), unit="个", direction=Direction.AT_MOST, baseline=Decimal(1)
        ),
        lambda: draft.remove_indicator(first.indicators[-1].id) if first.indicators else draft,
        lambda: draft.change_indicator(first.indicators[0].id, name=f"数{b}") if first.indicators else draft,
        lambda: draft.merge([task.id for task in tasks]),
        lambda: draft.delete_item(at.part, 0),
    ]
    chosen = number % len(operations)
    if chosen == 12:
        return operations[chosen](), {task.id for task in tasks}
    return operations[chosen](), {first.id, second.id}


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 20), st.integers(0, 30)), max_size=25))
@settings(max_examples=120, deadline=None)
def test_whatever_is_done_nothing_is_lost_and_the_untouched_stay(steps: list[tuple[int, int, int]]) -> None:
    draft = PlanDraft(parse_plan(TEXT))
    for number, a, b in steps:
        before = draft.plan
        if not list(before.tasks):
            break
        try:
            draft, touched = operate(draft, number, a, b)
        except UserError:
            continue
        assert covered(draft.plan) >= covered(before)
        kept = {task.id: task for task in draft.plan.tasks}
        assert len(kept) == len(list(draft.plan.tasks))
        assert all(kept.get(task.id) == task for task in before.tasks if task.id not in touched)
        indicators = [each.id for task in draft.plan.tasks for each in task.indicators]
        assert len(indicators) == len(set(indicators))
        assert all((task.kind is TaskKind.QUANTIFIED) == bool(task.indicators) for task in draft.plan.tasks)
        assert all(task.text.strip() for task in draft.plan.tasks)
