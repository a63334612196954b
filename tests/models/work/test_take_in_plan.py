"""A later version in a workspace with entries: what was recorded stays, what was declined stays as it was."""

import random
import sqlite3
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from models.core.periods import Period
from models.core.vocabulary import Per, TaskKind
from models.plan.compare import Fate
from models.plan.draft import Place, PlanDraft
from models.plan.model import Plan
from models.store.assignments import Grid, GridEdit, edit_grid, read_grid
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.entries import entries, record
from models.store.plan_revision import plan_changes, used_tasks
from models.store.plans import current_plan, task, tasks
from models.store.problems import PlanInUse
from models.store.records import Field, FieldEdit, PlanEvent
from models.work.adopt_plan import PlanWithoutTasks, adopt_plan
from models.work.board import read_board
from models.work.take_in_plan import compare_by_ids, continued, stored_plan, take_in_plan, with_choices
from tests.models.work.example_plan import plan as make_plan
from tests.models.work.example_plan import small_plan
from tests.models.work.example_plan import task as make_task

A, B, C, D, E = (f"01-{letter * 6}" for letter in "ABCDE")


def note(workspace: Workspace, period: Period, at: datetime, task_id: str, indicator_id: str = "") -> None:
    what = {"field": Field.VALUE, "new": Decimal(7)} if indicator_id else {"field": Field.NARRATIVE, "new": "已开展"}
    edit = FieldEdit(period=period, task_id=task_id, indicator_id=indicator_id or None, **what)
    record(workspace, [edit], operator="张三", at=at)


def take(workspace: Workspace, plan: Plan, at: datetime) -> None:
    assert take_in_plan(workspace, plan, operator="李四", at=at).plan


def events(workspace: Workspace) -> set[tuple[str, PlanEvent, str | None, str | None]]:
    return {(one.task_id, one.event, one.old, one.new) for one in plan_changes(workspace)}


def ids(workspace: Workspace) -> list[str]:
    return [one.id for one in tasks(workspace)]


def edited(change) -> Plan:  # type: ignore[no-untyped-def]
    return change(PlanDraft(small_plan())).plan


def test_the_same_plan_again_changes_nothing(small: Workspace, at: datetime) -> None:
    assert not take_in_plan(small, small_plan(), operator="李四", at=at)
    assert plan_changes(small) == ()


def test_a_stored_plan_is_the_plan_that_was_adopted(real: Workspace, real_plan: Plan) -> None:
    stored = stored_plan(real)
    assert stored is not None
    found = compare_by_ids(real_plan, stored.plan)
    assert not list(found.changes)
    assert stored.plan.source == real_plan.source
    assert [(item.number, item.title) for item in stored.plan.items] == [
        (item.number, item.title) for item in real_plan.items
    ]


def test_a_reworded_task_keeps_its_entries(small: Workspace, period: Period, at: datetime) -> None:
    note(small, period, at, A, f"{A}/1")
    take(small, edited(lambda draft: draft.reword(A, "新的措辞")), at)
    assert task(small, A).text == "新的措辞"
    assert entries(small, period)[A].values[f"{A}/1"].amount == 7
    assert events(small) == {(A, PlanEvent.REWORDED, f"工作{A}", "新的措辞")}


def test_a_task_that_is_gone_is_retired_if_used_and_removed_if_not(
    small: Workspace, period: Period, at: datetime
) -> None:
    note(small, period, at, B)
    take(small, edited(lambda draft: draft.delete(B).delete(D)), at)
    assert ids(small) == [A, C, E]
    assert task(small, B) is not None
    assert task(small, D) is None
    assert entries(small, period)[B].narrative == "已开展"
    assert events(small) == {
        (B, PlanEvent.RETIRED, f"工作{B}", None),
        (D, PlanEvent.REMOVED, f"工作{D}", None),
    }
    assert used_tasks(small) == {B}
    assert read_board(small, period).total == 3


def test_a_retired_task_that_comes_back_is_the_same_one(small: Workspace, period: Period, at: datetime) -> None:
    note(small, period, at, B, f"{B}/1")
    take(small, edited(lambda draft: draft.delete(B)), at)
    take(small, small_plan(), at)
    assert ids(small) == [A, B, C, D, E]
    assert [one.id for one in task(small, B).indicators] == [f"{B}/1", f"{B}/2"]
    assert entries(small, period)[B].values[f"{B}/1"].amount == 7
    assert (B, PlanEvent.RESTORED, None, f"工作{B}") in events(small)


def test_an_indicator_with_records_is_retired_and_one_without_removed(
    small: Workspace, period: Period, at: datetime
) -> None:
    note(small, period, at, B, f"{B}/1")
    take(small, edited(lambda draft: draft.remove_indicator(f"{B}/1").remove_indicator(f"{A}/1")), at)
    assert [(one.id, one.position) for one in task(small, B).indicators] == [(f"{B}/2", 1)]
    assert task(small, A).indicators == ()
    kept = small.rows("SELECT id FROM indicators WHERE retired_at IS NOT NULL")
    assert kept == [(f"{B}/1",)]
    assert (B, PlanEvent.TARGET, "≥ 40 所", None) in events(small)


def test_changed_targets_and_duties_are_noted(small: Workspace, at: datetime) -> None:
    plan = edited(
        lambda draft: (
            draft.change_indicator(f"{A}/1", target=Decimal(120), per=Per.MONTH, baseline=Decimal("0.5"))
            .set_lead(C, ["体卫艺科", "安全科"])
            .set_due(D, small_plan().issued_on)
        )
    )
    take(small, plan, at)
    assert events(small) == {
        (A, PlanEvent.TARGET, "≥ 100 所", "≥ 120 所"),
        (C, PlanEvent.DUTIES, "基础教育科", "体卫艺科、安全科"),
        (D, PlanEvent.DUTIES, None, "2021-03-01"),
    }
    (indicator,) = task(small, A).indicators
    assert (indicator.per, indicator.baseline) == (Per.MONTH, Decimal("0.5"))
    assert plan_changes(small, A)[0].operator == "李四"


def test_another_document_number_takes_the_old_ones_place(small: Workspace, period: Period, at: datetime) -> None:
    note(small, period, at, E)
    take(small, replace(small_plan(), document_number="某教字〔2021〕9号"), at)
    assert current_plan(small).document_number == "某教字〔2021〕9号"
    assert small.rows("SELECT count(*) FROM plans") == [(1,)]
    assert entries(small, period)[E].narrative == "已开展"


def test_a_plan_without_tasks_changes_nothing(small: Workspace, at: datetime) -> None:
    with pytest.raises(PlanWithoutTasks):
        take_in_plan(small, make_plan(), operator="李四", at=at)
    assert ids(small) == [A, B, C, D, E]


def test_the_changes_of_the_plan_are_append_only(small: Workspace, at: datetime) -> None:
    take(small, edited(lambda draft: draft.delete(D)), at)
    for statement in ("DELETE FROM plan_changes", "UPDATE plan_changes SET operator = 'x'"):
        with pytest.raises(sqlite3.IntegrityError), small.transaction() as connection:
            connection.execute(statement)


def test_what_is_declined_stays_as_it_was(small: Workspace, at: datetime) -> None:
    before = small_plan()
    after = edited(
        lambda draft: draft.reword(A, "新的措辞").change_indicator(f"{B}/1", target=Decimal(41)).delete(D)
        .add_task(Place(0, 0, 0), "新增的工作")
    )  # fmt: skip
    found = compare_by_ids(before, after)
    fates = {(pairing.before or pairing.after).text: pairing.fate for pairing in found.changes}
    assert fates == {
        "新增的工作": Fate.NEW,
        f"工作{A}": Fate.REWORDED,
        f"工作{B}": Fate.SAME,
        f"工作{D}": Fate.GONE,
    }
    nothing = with_choices(found, tuple(found.changes))
    assert {one.id: (one.text, one.indicators) for one in nothing.tasks} == {
        one.id: (one.text, one.indicators) for one in before.tasks
    }
    everything = with_choices(found, ())
    assert everything == after
    one = with_choices(found, [each for each in found.changes if each.fate is not Fate.REWORDED])
    assert [each.text for each in one.tasks] == ["新的措辞", *(f"工作{letter}" for letter in (B, C, E, D))]


def test_a_task_whose_item_is_gone_too_can_be_kept() -> None:
    before = small_plan()
    after = make_plan(make_task("02-FFFFFF"))
    after = replace(after, parts=(replace(after.parts[0], items=(replace(after.parts[0].items[0], title="别的"),)),))
    found = compare_by_ids(before, after)
    kept = with_choices(found, [pairing for pairing in found.changes if pairing.fate is Fate.GONE])
    assert {one.id for one in kept.tasks} == {A, B, C, D, E, "02-FFFFFF"}


def test_a_task_that_was_assigned_is_retired_and_comes_back_with_its_part(small: Workspace, at: datetime) -> None:
    put_units(small, [UnitFacts(name="甲")], at=at)
    (unit,) = subordinates(small)
    share = GridEdit(unit_id=unit.id, task_id=B, indicator_id=f"{B}/1", new=Decimal(3))
    edit_grid(small, [share], operator="李四", at=at)
    before = read_grid(small)
    take(small, edited(lambda draft: draft.delete(B)), at)
    assert used_tasks(small) == {B}
    assert (B, PlanEvent.RETIRED, f"工作{B}", None) in events(small)
    assert read_grid(small) == Grid({}, {})
    take(small, small_plan(), at)
    assert read_grid(small) == before
    take(small, edited(lambda draft: draft.remove_indicator(f"{B}/1")), at)
    assert read_grid(small) == Grid(before.duties, {})
    take(small, small_plan(), at)
    assert read_grid(small) == before
    with pytest.raises(PlanInUse):
        adopt_plan(small, edited(lambda draft: draft.reword(A, "新的措辞")))


@pytest.mark.parametrize("seed", range(12))
def test_however_often_a_plan_is_revised_nothing_recorded_is_lost(
    small: Workspace, period: Period, at: datetime, seed: int
) -> None:
    chance = random.Random(seed)
    noted: set[str] = set()
    for _ in range(12):
        stored = stored_plan(small)
        draft = PlanDraft(stored.plan)
        here = [one.id for one in stored.plan.tasks]
        chosen = chance.choice(here)
        match chance.randrange(5):
            case 0 if len(here) > 1:
                draft = draft.delete(chosen)
            case 1:
                draft = draft.add_task(Place(0, 0, chance.randrange(len(here) + 1)), f"新增 {chance.random()}")
            case 2:
                draft = draft.reword(chosen, f"改写 {chance.random()}")
            case 3:
                draft = draft.move(chosen, Place(0, 0, chance.randrange(len(here))))
            case _:
                note(small, period, at, chosen)
                noted.add(chosen)
        take_in_plan(small, draft.plan, operator="李四", at=at)
        again = stored_plan(small)
        assert [(one.id, one.text) for one in again.plan.tasks] == [(one.id, one.text) for one in draft.plan.tasks]
        assert {name for name, entry in entries(small, period).items() if entry.narrative} == noted
        assert [one.number for one in tasks(small)] == list(range(1, len(tasks(small)) + 1))
    assert small.rows("PRAGMA foreign_key_check") == []


def test_a_later_version_goes_on_under_the_ids_of_the_earlier_one(real_plan: Plan) -> None:
    assert not list(compare_by_ids(real_plan, continued(real_plan, real_plan)).changes)
    assert all(one.kind in TaskKind for one in real_plan.tasks)
