"""What each unit is told: its tasks, its shares, who shares them; and what is odd before assignments leave."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from models.core.periods import PeriodKind
from models.core.vocabulary import Direction, Duty, Role, TaskKind
from models.store.assignments import GridEdit, IssuedAssignment, edit_grid
from models.store.database import Workspace, create_workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.plans import tasks
from models.work.assign import (
    Oddity,
    Terms,
    assignment_content,
    content_for,
    latest_version,
    next_version,
    problems,
    read_assigning,
)
from models.work.assignment_content import AssignmentContent, AssignmentRow
from models.work.board import NothingToReport
from models.work.last_year import weights_of_last_year
from models.work.start import start_workspace
from tests.models.work.counting import statements
from tests.models.work.example_plan import large_plan, small_plan

A, B, C, D, E = (f"01-{letter * 6}" for letter in "ABCDE")
TERMS = Terms(period_kind=PeriodKind.MONTH, roles=frozenset({Role.REVIEWER}), contact="督查科 0537-1", remark="从快")


@pytest.fixture
def units(small: Workspace, at: datetime) -> list[int]:
    put_units(small, [UnitFacts(name=f"{name}县教育局", code=f"37088{n}") for n, name in enumerate("甲乙丙")], at=at)
    return [unit.id for unit in subordinates(small)]


def edit(workspace: Workspace, at: datetime, *edits: GridEdit) -> None:
    edit_grid(workspace, edits, operator="张三", at=at)


def part(unit_id: int, task_id: str, duty: Duty = Duty.LEAD) -> GridEdit:
    return GridEdit(unit_id=unit_id, task_id=task_id, new=duty)


def share(unit_id: int, indicator_id: str, amount: str) -> GridEdit:
    return GridEdit(
        unit_id=unit_id, task_id=indicator_id.split("/", maxsplit=1)[0], indicator_id=indicator_id, new=Decimal(amount)
    )


def content(workspace: Workspace, unit_id: int) -> AssignmentContent:
    return assignment_content(
        workspace, unit_id, version=2, supersedes="4F7K-9QXM-2RTC", terms=TERMS, issued_on=date(2021, 3, 5)
    )


def rows(of: AssignmentContent) -> list[AssignmentRow]:
    return [row for group in of.groups for row in group.rows]


def test_a_unit_gets_its_tasks_with_its_shares(small: Workspace, at: datetime, units: list[int]) -> None:
    first = units[0]
    edit(small, at, share(first, f"{A}/1", "40"), share(first, f"{B}/2", "2500.5"), part(first, C), part(first, E))
    made = content(small, first)
    assert (made.head.unit_name, made.head.unit_code) == ("甲县教育局", "370880")
    assert (made.head.superior_name, made.head.superior_code) == ("某县教育局", "370800")
    assert (made.head.version, made.head.supersedes, made.head.issued_on) == (2, "4F7K-9QXM-2RTC", date(2021, 3, 5))
    assert (made.head.period_kind, made.head.reviewer, made.head.unit_head) == (PeriodKind.MONTH, True, False)
    assert (made.head.contact, made.head.remark) == ("督查科 0537-1", "从快")
    assert [(group.part_number, group.item_title) for group in made.groups] == [(1, "推进工作")]
    assert [(row.number, row.indicator_id, row.target, row.whole) for row in rows(made)] == [
        (1, f"{A}/1", 40, 100),
        (2, f"{B}/2", Decimal("2500.5"), 10000),
        (3, f"{C}/1", 5, 5),
        (5, None, None, None),
    ]
    assert rows(made)[2].direction is Direction.AT_MOST
    assert (rows(made)[3].kind, rows(made)[3].due) == (TaskKind.ONGOING, date(2021, 6, 30))


def test_a_quantified_task_without_a_share_is_a_milestone(small: Workspace, at: datetime, units: list[int]) -> None:
    edit(small, at, part(units[0], B, Duty.SUPPORT), share(units[1], f"{B}/1", "40"))
    (row,) = rows(content(small, units[0]))
    assert (row.kind, row.duty, row.indicator_id, row.target) == (TaskKind.MILESTONE, Duty.SUPPORT, None, None)


def test_a_ceiling_can_be_set_for_one_unit(small: Workspace, at: datetime, units: list[int]) -> None:
    edit(small, at, part(units[0], C), share(units[1], f"{C}/1", "4"))
    assert [rows(content(small, unit))[0].target for unit in units[:2]] == [5, 4]


def test_who_shares_a_task_is_named_where_one_supports(small: Workspace, at: datetime, units: list[int]) -> None:
    edit(small, at, *(part(unit, A) for unit in units), part(units[0], D), part(units[2], D, Duty.SUPPORT))
    alone, shared = rows(content(small, units[0]))
    assert (alone.lead, alone.support) == (("甲县教育局",), ())
    assert (shared.lead, shared.support) == (("甲县教育局",), ("丙县教育局",))
    assert rows(content(small, units[2]))[1].lead == ("甲县教育局",)


def test_a_unit_without_tasks_is_told_nothing(small: Workspace, units: list[int]) -> None:
    assert content(small, units[0]).groups == ()


def test_without_a_plan_nothing_is_assigned(tmp_path: Path, at: datetime) -> None:
    empty = create_workspace(tmp_path / "空.yaodian", installation_id="t", created_at=at)
    with empty, pytest.raises(NothingToReport):
        read_assigning(empty)


def test_versions_count_up_over_the_year_whatever_the_plan_is_called(at: datetime) -> None:
    one = IssuedAssignment(
        unit_id=1, plan_id="2021-aa", version=1, check_code="A", fingerprint="f", file_name="a", sha256="0", at=at,
        operator="张三",
    )  # fmt: skip
    later = replace(one, plan_id="2021-bb", version=2, check_code="B")
    assert next_version([], "2021-aa") == (1, "")
    assert next_version([later, one], "2021-cc") == (3, "B")
    assert latest_version([one, later], "2021-aa") == later
    assert next_version([later, one], "2022-aa") == (1, "")


def test_what_is_odd_is_named(small: Workspace, at: datetime, units: list[int]) -> None:
    edit(
        small,
        at,
        share(units[0], f"{A}/1", "60"),
        share(units[1], f"{A}/1", "41"),
        share(units[0], f"{B}/1", "39"),
        part(units[1], B),
        part(units[0], C, Duty.SUPPORT),
        part(units[0], D),
    )
    found = [(one.oddity, one.unit_id, one.task_id, one.indicator_id) for one in problems(small)]
    assert found == [
        (Oddity.UNIT_WITHOUT_TASKS, units[2], None, None),
        (Oddity.SHARES_ABOVE, None, A, f"{A}/1"),
        (Oddity.LEAD_WITHOUT_SHARE, units[1], B, None),
        (Oddity.SHARES_BELOW, None, B, f"{B}/1"),
        (Oddity.SHARES_BELOW, None, B, f"{B}/2"),
        (Oddity.TASK_WITHOUT_LEAD, None, C, None),
        (Oddity.TASK_UNASSIGNED, None, E, None),
    ]
    assert problems(small)[1].allocation.remainder == -1


def full(path: Path, at: datetime, *, tasks_of_it: int, units_of_it: int) -> Workspace:
    workspace = start_workspace(
        path,
        plan=large_plan(tasks_of_it),
        unit_name="市局",
        unit_code="37",
        operator="张三",
        installation_id="t",
        at=at,
    )
    put_units(workspace, [UnitFacts(name=f"第{n}局") for n in range(units_of_it)], at=at)
    everything = [part(unit.id, task.id) for unit in subordinates(workspace) for task in tasks(workspace)]
    edit_grid(workspace, everything, operator="张三", at=at)
    return workspace


@pytest.mark.parametrize(("tasks_of_it", "units_of_it"), [(20, 2), (185, 20)])
def test_reading_costs_the_same_however_much_there_is(
    tmp_path: Path, at: datetime, tasks_of_it: int, units_of_it: int
) -> None:
    with full(tmp_path / "a.yaodian", at, tasks_of_it=tasks_of_it, units_of_it=units_of_it) as workspace:
        with statements(workspace) as seen:
            basis = read_assigning(workspace)
            made = [
                content_for(basis, unit, version=1, supersedes="", terms=TERMS, issued_on=at.date())
                for unit in basis.units
            ]
            problems(workspace)
        assert len(seen) == 14
        assert [len(rows(one)) for one in made] == [tasks_of_it] * units_of_it


def last_year(path: Path, at: datetime, names: Sequence[str]) -> Path:
    plan = small_plan()
    plan = replace(plan, year=2020, document_number="某教字〔2020〕1号")
    with start_workspace(
        path, plan=plan, unit_name="某县教育局", unit_code="370800", operator="张三", installation_id="t", at=at
    ) as workspace:
        put_units(workspace, [UnitFacts(name=name, code=code) for name, code in names], at=at)
        first, second = subordinates(workspace)
        edit(workspace, at, share(first.id, f"{B}/2", "700"), share(second.id, f"{B}/2", "300"))
        edit(workspace, at, share(first.id, f"{A}/1", "50"), part(second.id, C))
    return path


def test_last_years_shares_are_what_this_years_can_be_distributed_by(
    small: Workspace, at: datetime, units: list[int], tmp_path: Path
) -> None:
    last = last_year(tmp_path / "2020.yaodian", at, [("甲县教育和体育局", "370880"), ("丙县教育局", "")])
    before = last.read_bytes()
    (tmp_path / "副本").mkdir()
    found = weights_of_last_year(small, last, scratch=tmp_path / "副本")
    assert found == {f"{B}/2": {units[0]: Decimal(700), units[2]: Decimal(300)}}
    assert last.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("2020*")) == ["2020.yaodian"]
