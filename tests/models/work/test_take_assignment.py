"""An assignment in the unit's program: begun from, merged, refused, and in whatever order, never losing a record."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.core.errors import UserError
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Duty, Role
from models.plan.draft import Place, PlanDraft
from models.store.database import Workspace, open_workspace
from models.store.directory import UnitFacts, put_units
from models.store.entries import entries, record
from models.store.period_events import demand_roles, demanded_roles
from models.store.periods import current_period
from models.store.plan_revision import plan_changes
from models.store.plans import current_plan, task, tasks
from models.store.records import Field, FieldEdit, PlanEvent
from models.store.signers import How
from models.store.superior import Superior, superior, taken_assignments
from models.store.units import own_unit
from models.work.adopt_plan import PlanWithoutTasks, plan_id
from models.work.assignment_checks import AssignmentConflict, AssignmentOfAnotherPlan, AssignmentOlder
from models.work.assignment_content import AssignmentContent
from models.work.assignment_preview import preview
from models.work.board import read_board
from models.work.from_above import NotASuperior, SheetOfAnotherUnit, SignerUnconfirmed, SuperiorDiffers
from models.work.signers import workspace_trust
from models.work.start import start_workspace
from models.work.take_assignment import start_from_assignment, take_assignment
from models.work.take_in_plan import stored_plan, take_in_plan
from tests.models.work.counting import statements
from tests.models.work.example_plan import large_plan, small_plan
from tests.models.work.sheets import FILE, SIGNER, Sheet, assignment, row

A, B, C, D = (f"01-{letter * 6}" for letter in "ABCD")
PERIOD = Period(2021, PeriodKind.MONTH, 4)


@pytest.fixture
def start(tmp_path: Path, at: datetime) -> Iterator[Callable[..., Workspace]]:
    """Return what begins a workspace with an assignment."""
    opened: list[Workspace] = []

    def begin(sheet: Sheet[AssignmentContent], name: str = "某县.yaodian") -> Workspace:
        opened.append(
            start_from_assignment(
                tmp_path / name, sheet, file=FILE, how=How.PHONE, operator="张三", installation_id="t", at=at
            )
        )
        return opened[-1]

    yield begin
    for workspace in opened:
        workspace.close()


def take(workspace: Workspace, sheet: Sheet[AssignmentContent], at: datetime, **how: bool) -> bool:
    return bool(take_assignment(workspace, sheet, file=FILE, operator="李四", at=at, **how))


def note(workspace: Workspace, at: datetime, task_id: str, amount: int | None = None) -> None:
    edit = FieldEdit(period=PERIOD, task_id=task_id, field=Field.NARRATIVE, new="已开展")
    if amount is not None:
        edit = replace(edit, field=Field.VALUE, new=Decimal(amount), indicator_id=f"{task_id}/1")
    record(workspace, [edit], operator="张三", at=at)


def ids(workspace: Workspace) -> list[str]:
    return [one.id for one in tasks(workspace)]


def test_a_workspace_begins_with_what_was_assigned(start: Callable[..., Workspace], at: datetime) -> None:
    unknown = replace(assignment(row(B, "4", "300"), row(A), reviewer=True), is_confirmed=False)
    workspace = start(unknown)
    own = own_unit(workspace)
    assert (own.name, own.code) == ("某县教育局", "370800")
    assert superior(workspace) == Superior("某市教育局", "3708")
    assert current_period(workspace) == PERIOD
    assert demanded_roles(workspace) == (Role.FILLER, Role.REVIEWER)
    first, second = tasks(workspace)
    assert [(one.id, one.number) for one in (first, second)] == [(B, 1), (A, 2)]
    assert [(one.target, one.whole) for one in first.indicators] == [(4, 40), (300, 3000)]
    assert (first.own_duty, first.lead) == (Duty.LEAD, ("某县教育局",))
    source = current_plan(workspace).source
    assert [source[one.start : one.end] for one in (first, second)] == [first.text, second.text]
    assert source[first.item_start : first.item_end] == f"推进工作\n{first.text}\n{second.text}"
    assert workspace_trust(workspace).pinned["3708"] == {SIGNER.digest}
    assert read_board(workspace, PERIOD).total == 2
    (taken,) = taken_assignments(workspace)
    assert (taken.version, taken.period_kind, taken.file_name) == (1, PeriodKind.MONTH, FILE.name)
    assert not take(workspace, assignment(row(B, "4", "300"), row(A), reviewer=True), at)


def test_nothing_assigned_begins_no_workspace(start: Callable[..., Workspace], tmp_path: Path) -> None:
    with pytest.raises(PlanWithoutTasks):
        start(assignment())
    assert list(tmp_path.iterdir()) == []


def test_a_later_version_is_merged_and_nothing_typed_is_lost(start: Callable[..., Workspace], at: datetime) -> None:
    workspace = start(assignment(row(A, "4"), row(B, "5"), row(C), row(D)))
    note(workspace, at, A, 3)
    note(workspace, at, B, 2)
    note(workspace, at, C)
    later = assignment(row(A, "6"), row(D, text="新的措辞"), row("02-EEEEEE", "9"), version=2)
    seen = preview(workspace, later)
    assert (seen.version_before, seen.known) == (1, False)
    assert [one.id for one in seen.added] == ["02-EEEEEE"]
    assert [one.id for one in seen.gone] == [B, C]
    assert {B, C} <= seen.recorded
    (target, wording) = seen.changed
    assert [(move.before.target, move.after.target) for move in target.targets] == [(4, 6)]
    assert (target.reworded, wording.reworded, wording.targets) == (False, True, ())
    assert ids(workspace) == [A, B, C, D]
    assert take(workspace, later, at)
    assert ids(workspace) == [A, D, "02-EEEEEE"]
    standing = entries(workspace, PERIOD)
    assert standing[A].values[f"{A}/1"].amount == 3
    assert (standing[B].values[f"{B}/1"].amount, standing[C].narrative) == (2, "已开展")
    assert task(workspace, D).text == "新的措辞"
    assert (A, PlanEvent.TARGET, "≥ 4 所", "≥ 6 所") in {
        (one.task_id, one.event, one.old, one.new) for one in plan_changes(workspace)
    }
    take(workspace, assignment(row(B, "7"), row(A, "6"), version=3), at)
    assert ids(workspace) == [B, A]
    assert entries(workspace, PERIOD)[B].values[f"{B}/1"].amount == 2
    assert task(workspace, B).indicators[0].target == 7


def test_the_same_again_changes_nothing_and_an_older_one_has_no_effect(
    start: Callable[..., Workspace], at: datetime
) -> None:
    first, second = assignment(row(A, "4")), assignment(row(A, "6"), row(B), version=2)
    workspace = start(second)
    before = tasks(workspace)
    assert not take(workspace, second, at)
    assert preview(workspace, second).known
    for look in (lambda: take(workspace, first, at), lambda: preview(workspace, first)):
        with pytest.raises(AssignmentOlder) as older:
            look()
        assert (older.value.version, older.value.taken) == (1, 2)
    with pytest.raises(AssignmentConflict):
        take(workspace, assignment(row(A, "7"), version=2), at)
    assert tasks(workspace) == before
    assert len(taken_assignments(workspace)) == 1


def test_versions_go_on_where_the_plan_got_another_number(start: Callable[..., Workspace], at: datetime) -> None:
    workspace = start(assignment(row(A, "4"), version=2))
    renamed = assignment(row(A, "4"), version=3, plan_id="2021-ffffffffffff", document_number="某教字〔2021〕2号")
    assert take(workspace, renamed, at)
    assert current_plan(workspace).document_number == "某教字〔2021〕2号"
    with pytest.raises(AssignmentOlder):
        take(workspace, assignment(row(A, "9"), version=2), at)


def test_what_is_for_another_unit_or_not_from_the_superior_is_refused(
    start: Callable[..., Workspace], at: datetime
) -> None:
    workspace = start(assignment(row(A, "4")))
    put_units(workspace, [UnitFacts(name="某小学")], at=at)
    refused: list[tuple[dict[str, object], type[UserError]]] = [
        ({"unit_code": "370801"}, SheetOfAnotherUnit),
        ({"unit_code": "", "unit_name": "别的局"}, SheetOfAnotherUnit),
        ({"superior_code": "3709", "superior_name": "新市教育局"}, SuperiorDiffers),
        ({"superior_code": "", "superior_name": "某小学"}, NotASuperior),
        ({"superior_code": "370800"}, NotASuperior),
    ]
    for head, error in refused:
        with pytest.raises(error):
            take(workspace, assignment(row(B), version=2, **head), at)
    with pytest.raises(SignerUnconfirmed):
        take(workspace, replace(assignment(row(B), version=2), is_confirmed=False), at)
    assert ids(workspace) == [A]
    assert len(taken_assignments(workspace)) == 1


def test_the_unit_is_known_by_its_code_under_another_name(start: Callable[..., Workspace], at: datetime) -> None:
    workspace = start(assignment(row(A, "4")))
    assert take(workspace, assignment(row(A, "5"), version=2, unit_name="某县教育和体育局"), at)
    assert own_unit(workspace).name == "某县教育局"


def test_another_superior_is_taken_once_a_person_says_so(start: Callable[..., Workspace], at: datetime) -> None:
    workspace = start(assignment(row(A, "4"), row(B), version=3))
    note(workspace, at, A, 3)
    moved = assignment(row(A, "2"), version=1, superior_code="3709", superior_name="新市教育局")
    assert preview(workspace, moved, superior_may_change=True).version_before is None
    assert take(workspace, moved, at, superior_may_change=True)
    assert superior(workspace) == Superior("新市教育局", "3709")
    assert entries(workspace, PERIOD)[A].values[f"{A}/1"].amount == 3
    with pytest.raises(SuperiorDiffers):
        take(workspace, assignment(row(A, "9"), version=4), at)


def test_a_plan_that_was_read_from_the_document_goes_on_by_its_ids(small: Workspace, at: datetime) -> None:
    record(
        small,
        [FieldEdit(period=PERIOD, task_id=A, field=Field.VALUE, new=Decimal(7), indicator_id=f"{A}/1")],
        operator="张三",
        at=at,
    )
    demand_roles(small, frozenset({Role.UNIT_HEAD}), operator="张三", at=at)
    same = plan_id(small_plan(), 2021)
    sheet = assignment(row(A, "40"), row(B, "4"), plan_id=same, reviewer=True)
    seen = preview(small, sheet)
    assert (seen.version_before, [one.id for one in seen.gone]) == (None, [C, D, "01-EEEEEE"])
    assert take(small, sheet, at)
    assert ids(small) == [A, B]
    assert task(small, A).indicators[0].target == 40
    assert entries(small, PERIOD)[A].values[f"{A}/1"].amount == 7
    assert demanded_roles(small) == (Role.FILLER, Role.REVIEWER, Role.UNIT_HEAD)
    assert current_period(small) == Period(2021, PeriodKind.QUARTER, 2)


def test_another_years_assignment_does_not_push_recorded_work_aside(small: Workspace, at: datetime) -> None:
    other = assignment(row("03-XXXXXX"), plan_id="2021-ffffffffffff", plan_title="安全专项")
    next_year = assignment(row(A), plan_id="2022-ffffffffffff", year=2022, issued_on=date(2022, 3, 1))
    record(small, [FieldEdit(period=PERIOD, task_id=A, field=Field.REMARK, new="记")], operator="张三", at=at)
    for sheet in (other, next_year):
        with pytest.raises(AssignmentOfAnotherPlan):
            take(small, sheet, at)
    assert len(ids(small)) == 5


def test_where_nothing_was_recorded_another_plan_takes_the_place(small: Workspace, at: datetime) -> None:
    assert take(small, assignment(row("03-XXXXXX"), plan_id="2022-ffffffffffff", year=2022), at)
    assert ids(small) == ["03-XXXXXX"]
    assert current_plan(small).year == 2022


def test_what_the_unit_added_and_corrected_itself_stays(start: Callable[..., Workspace], at: datetime) -> None:
    workspace = start(assignment(row(A, "4"), row(B)))
    draft = PlanDraft(stored_plan(workspace).plan).add_task(Place(0, 0, 1), "本县自定的工作")
    take_in_plan(workspace, draft.plan, operator="张三", at=at)
    own = tasks(workspace)[1]
    assert (own.text, own.own_duty) == ("本县自定的工作", None)
    assert (task(workspace, A).own_duty, task(workspace, A).indicators[0].whole) == (Duty.LEAD, 40)
    note(workspace, at, own.id)
    later = assignment(row(A, "5"), row(C), version=2)
    assert [one.id for one in preview(workspace, later).gone] == [B]
    take(workspace, later, at)
    assert ids(workspace) == [A, C, own.id]
    assert entries(workspace, PERIOD)[own.id].narrative == "已开展"
    (kept,) = [one for one in tasks(workspace) if one.id == own.id]
    source = current_plan(workspace).source
    assert source[kept.start : kept.end] == "本县自定的工作"
    assert {(one.item_start, one.item_end) for one in tasks(workspace)} == {(kept.item_start, kept.item_end)}


def test_all_tasks_can_be_taken_back(start: Callable[..., Workspace], at: datetime) -> None:
    workspace = start(assignment(row(A, "4"), row(B)))
    note(workspace, at, A, 3)
    assert take(workspace, assignment(version=2), at)
    assert ids(workspace) == []
    take(workspace, assignment(row(A, "4"), version=3), at)
    assert entries(workspace, PERIOD)[A].values[f"{A}/1"].amount == 3


def test_a_unit_without_a_code_takes_the_one_it_is_given(tmp_path: Path, at: datetime) -> None:
    with start_workspace(
        tmp_path / "a.yaodian", plan=small_plan(), unit_name="某县教育局", unit_code="", operator="张三",
        installation_id="t", at=at,
    ) as workspace:  # fmt: skip
        assert take(workspace, assignment(row(A, "4"), plan_id=plan_id(small_plan(), 2021)), at)
        assert own_unit(workspace).code == "370800"


@pytest.mark.parametrize("count", [20, 185])
def test_looking_costs_the_same_however_many_tasks_there_are(
    start: Callable[..., Workspace], at: datetime, count: int
) -> None:
    plan = large_plan(count)
    first = assignment(*(row(one.id, "4") for one in plan.tasks))
    second = assignment(*(row(one.id, "5") for one in plan.tasks), version=2)
    workspace = start(first)
    with statements(workspace) as seen:
        preview(workspace, second)
    assert len(seen) == 13


TASKS = [f"0{n}-{letter * 6}" for n, letter in enumerate("ABCDEF", start=1)]
ISSUES = st.lists(
    st.dictionaries(st.sampled_from(TASKS), st.lists(st.integers(1, 99).map(str), max_size=2), min_size=1),
    min_size=1,
    max_size=5,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.integers(0, 4)),
        st.tuples(st.just("type"), st.integers(0, 5)),
    ),
    max_size=14,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(issues=ISSUES, steps=STEPS)
def test_in_whatever_order_versions_arrive_every_record_stays(
    tmp_path_factory: pytest.TempPathFactory,
    at: datetime,
    issues: list[dict[str, list[str]]],
    steps: list[tuple[str, int]],
) -> None:
    sheets = [
        assignment(*(row(name, *targets) for name, targets in issue.items()), version=number)
        for number, issue in enumerate(issues, start=1)
    ]
    path = tmp_path_factory.mktemp("unit") / "a.yaodian"
    workspace = start_from_assignment(
        path, sheets[0], file=FILE, how=How.PHONE, operator="张三", installation_id="t", at=at
    )
    latest, typed = 0, {}
    with workspace:
        for step, number in steps:
            if step == "take":
                chosen = number % len(sheets)
                try:
                    changed = take(workspace, sheets[chosen], at)
                except AssignmentOlder:
                    assert chosen < latest
                else:
                    assert changed == (chosen > latest)
                    latest = max(latest, chosen)
            else:
                here = [one for one in tasks(workspace) if one.indicators]
                if here:
                    chosen_task = here[number % len(here)]
                    amount = Decimal(len(typed) + number)
                    place = chosen_task.indicators[0].id
                    edit = FieldEdit(
                        period=PERIOD, task_id=chosen_task.id, field=Field.VALUE, new=amount, indicator_id=place
                    )
                    record(workspace, [edit], operator="张三", at=at)
                    typed[chosen_task.id, place] = amount
            standing = entries(workspace, PERIOD)
            assert {
                (name, place): value.amount for name, one in standing.items() for place, value in one.values.items()
            } == typed
            assert {one.id: [str(each.target) for each in one.indicators] for one in tasks(workspace)} == issues[latest]
            assert [one.number for one in tasks(workspace)] == list(range(1, len(issues[latest]) + 1))
        assert workspace.rows("PRAGMA foreign_key_check") == []
    open_workspace(path).close()
