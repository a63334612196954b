"""The first start and the plan that it adopts."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind
from models.plan.model import Plan
from models.store.database import Workspace
from models.store.entries import Field, FieldEdit, record
from models.store.operators import current_operator
from models.store.periods import current_period, periods
from models.store.plans import current_plan, task, tasks
from models.store.problems import NameMissing, PlanInUse, WorkspaceExists
from models.store.units import own_unit
from models.work.adopt_plan import PlanWithoutTasks, PlanYearUnknown, adopt_plan, plan_id
from models.work.start import first_period, start_workspace
from tests.models.work import example_plan


def start(path: Path, plan: Plan, at: datetime, unit_name: str = "某县教育局") -> Workspace:
    return start_workspace(
        path, plan=plan, unit_name=unit_name, unit_code="", operator="张三", installation_id="t", at=at
    )


def test_everything_that_a_person_needs_is_there(tmp_path: Path, real_plan: Plan, at: datetime) -> None:
    with start(tmp_path / "a.yaodian", real_plan, at) as workspace:
        unit, operator, plan = own_unit(workspace), current_operator(workspace), current_plan(workspace)
        assert unit is not None
        assert operator is not None
        assert plan is not None
        assert (unit.name, operator.name, plan.document_number) == ("某县教育局", "张三", "济教字〔2021〕1号")
        assert current_period(workspace) == Period(2021, PeriodKind.QUARTER, 2)
        assert periods(workspace) == (Period(2021, PeriodKind.QUARTER, 2),)


@pytest.mark.parametrize("given", ["unit", "plan"])
def test_a_start_that_fails_leaves_no_file(tmp_path: Path, at: datetime, given: str) -> None:
    if given == "unit":
        with pytest.raises(NameMissing):
            start(tmp_path / "a.yaodian", example_plan.small_plan(), at, unit_name=" ")
    else:
        with pytest.raises(PlanWithoutTasks):
            start(tmp_path / "a.yaodian", example_plan.plan(), at)
    assert list(tmp_path.iterdir()) == []


def test_a_second_start_does_not_touch_the_first(small: Workspace, at: datetime) -> None:
    with pytest.raises(WorkspaceExists):
        start(small.path, example_plan.small_plan(), at)
    assert len(tasks(small)) == 5


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2021, 1, 1), 1),
        (date(2021, 6, 30), 2),
        (date(2021, 12, 31), 4),
        (date(2022, 1, 1), 1),
        (date(2020, 9, 1), 1),
    ],
)
def test_the_first_period(today: date, expected: int) -> None:
    assert first_period(2021, today) == Period(2021, PeriodKind.QUARTER, expected)


def test_every_task_of_the_document_is_adopted_with_its_place(real: Workspace, real_plan: Plan) -> None:
    adopted = tasks(real)
    plan = current_plan(real)
    assert plan is not None
    read = list(real_plan.tasks)
    assert [one.id for one in adopted] == [one.id for one in read]
    assert [one.number for one in adopted] == list(range(1, len(read) + 1))
    assert sum(len(one.indicators) for one in adopted) == 20
    for kept, original in zip(adopted, read, strict=True):
        assert plan.source[kept.start : kept.end] == real_plan.source[original.span.start : original.span.end]
        assert kept.item_start <= kept.start < kept.end <= kept.item_end
        assert [(one.id, one.target, one.unit) for one in kept.indicators] == [
            (one.id, one.target, one.unit) for one in original.indicators
        ]
        assert task(real, kept.id) == kept
    assert plan.addressees == real_plan.addressees
    assert task(real, "no such") is None


def test_the_same_plan_again_changes_nothing(real: Workspace, real_plan: Plan) -> None:
    assert not adopt_plan(real, real_plan)


def test_a_corrected_document_replaces_the_old_one_until_something_is_recorded(
    small: Workspace, period: Period, at: datetime
) -> None:
    corrected = example_plan.plan(example_plan.task("01-AAAAAA", targets=("200",)))
    assert adopt_plan(small, corrected) == Changes(plan=True)
    assert [one.id for one in tasks(small)] == ["01-AAAAAA"]
    edit = FieldEdit(period=period, task_id="01-AAAAAA", field=Field.REMARK, new="已报")
    record(small, [edit], operator="张三", at=at)
    with pytest.raises(PlanInUse):
        adopt_plan(small, example_plan.small_plan())
    assert tasks(small)[0].indicators[0].target == 200


def test_another_document_becomes_the_current_one_and_the_old_one_stays(small: Workspace) -> None:
    first = current_plan(small)
    assert adopt_plan(small, example_plan.plan(example_plan.task("02-AAAAAA"), title="2022年工作要点", year=2022))
    second = current_plan(small)
    assert first is not None
    assert second is not None
    assert (first.year, second.year) == (2021, 2022)
    assert [one.id for one in tasks(small)] == ["02-AAAAAA"]
    assert task(small, "01-AAAAAA") is not None
    assert adopt_plan(small, example_plan.small_plan()) == Changes(plan=True)
    assert current_plan(small) == first


def test_a_document_without_a_year_takes_that_of_its_date_or_of_the_caller(small: Workspace) -> None:
    bare = replace(example_plan.plan(example_plan.task("03-AAAAAA"), title="工作要点"), year=0, issued_on=None)
    with pytest.raises(PlanYearUnknown):
        adopt_plan(small, bare)
    adopt_plan(small, bare, year=2023)
    found = current_plan(small)
    assert found is not None
    assert found.year == 2023


def test_the_id_names_the_document_not_its_wording() -> None:
    one, other = example_plan.small_plan(), example_plan.plan(example_plan.task("01-AAAAAA"))
    assert plan_id(one, 2021) == plan_id(other, 2021)
    assert plan_id(one, 2021) != plan_id(replace(one, document_number="某教字〔2021〕2号"), 2021)
    assert plan_id(one, 2021).startswith("2021-")
