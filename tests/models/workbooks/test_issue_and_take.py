"""A superior that edits, issues and loses files, and a unit that takes them in whenever they come: real files.

Whatever happens, what the unit recorded stays; and once the latest file has arrived, both say the same.
"""

import hashlib
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Duty
from models.signing.identity import Identity
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.entries import entries, record
from models.store.plans import tasks
from models.store.records import Field, FieldEdit
from models.store.signers import How
from models.work.assign import Terms, content_for, read_assigning
from models.work.assigned_plan import assigned_plan
from models.work.assignment_checks import AssignmentOlder
from models.work.from_above import SheetFile
from models.work.signers import workspace_trust
from models.work.start import start_workspace
from models.work.take_assignment import start_from_assignment, take_assignment
from models.workbooks.issue import issue_assignments
from models.workbooks.receive import look_at_assignment, receive_assignment
from tests.models.work.example_plan import small_plan
from tests.models.workbooks.exchange_samples import superior

AT = datetime(2021, 4, 6, 9, 30, tzinfo=timezone(timedelta(hours=8)))
PERIOD = Period(2021, PeriodKind.QUARTER, 2)
TERMS = Terms(period_kind=PeriodKind.QUARTER)
A, B, D = "01-AAAAAA", "01-BBBBBB", "01-DDDDDD"
CELLS = [(A, f"{A}/1"), (B, f"{B}/1"), (B, f"{B}/2"), (A, None), (B, None), (D, None)]

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(CELLS), st.one_of(st.none(), st.integers(1, 60))),
        st.tuples(st.just("issue"), st.booleans()),
        st.tuples(st.just("arrive"), st.integers(0, 9)),
        st.tuples(st.just("type"), st.integers(0, 5)),
    ),
    max_size=16,
)


@pytest.fixture(scope="module")
def identity() -> Identity:
    return superior()


class Year:
    """Both workspaces, the files that left, and what the unit typed."""

    def __init__(self, folder: Path, identity: Identity) -> None:
        self.folder, self.identity = folder, identity
        self.files: list[Path] = []
        self.typed: dict[tuple[str, str], Decimal] = {}
        self.latest = 0
        self.city = start_workspace(
            folder / "市.yaodian", plan=small_plan(), unit_name="济宁市教育局", unit_code="370800", operator="张三",
            installation_id="t", at=AT,
        )  # fmt: skip
        put_units(self.city, [UnitFacts(name="甲县教育局", code="370881")], at=AT)
        self.edit((A, f"{A}/1"), 9)
        self.issue(everything=False)
        self.county = start_from_assignment(
            folder / "县.yaodian", look_at_assignment(self.files[0].read_bytes(), workspace_trust(self.city)),
            file=self.named(0), how=How.PHONE, operator="李四", installation_id="u", at=AT,
        )  # fmt: skip

    def named(self, number: int) -> SheetFile:
        return SheetFile(self.files[number].name, hashlib.sha256(self.files[number].read_bytes()).hexdigest())

    def edit(self, cell: tuple[str, str | None], amount: int | None) -> None:
        (unit,) = subordinates(self.city)
        new = None if amount is None else Decimal(amount) if cell[1] else Duty.LEAD
        one = GridEdit(unit_id=unit.id, task_id=cell[0], indicator_id=cell[1], new=new)
        edit_grid(self.city, [one], operator="张三", at=AT)

    def issue(self, *, everything: bool) -> None:
        made = issue_assignments(
            self.city, self.identity, self.folder / "下达", terms=TERMS, operator="张三", at=AT, everything=everything,
            progress=lambda done, of: None, cancelled=lambda: False,
        )  # fmt: skip
        self.files += [one.path for one in made.files]

    def arrive(self, number: int) -> None:
        sheet = receive_assignment(self.files[number].read_bytes(), workspace_trust(self.county))
        version = sheet.content.head.version
        before = tasks(self.county)
        try:
            take_assignment(self.county, sheet, file=self.named(number), operator="李四", at=AT)
        except AssignmentOlder:
            assert version < self.latest
        if version <= self.latest:
            assert tasks(self.county) == before
        self.latest = max(self.latest, version)

    def type(self, number: int) -> None:
        here = [one for task in tasks(self.county) for one in task.indicators]
        if here:
            one, amount = here[number % len(here)], Decimal(len(self.typed) + number)
            edit = FieldEdit(period=PERIOD, task_id=one.task_id, field=Field.VALUE, new=amount, indicator_id=one.id)
            record(self.county, [edit], operator="李四", at=AT)
            self.typed[one.task_id, one.id] = amount

    def check(self) -> None:
        standing = {
            (name, place): value.amount
            for name, one in entries(self.county, PERIOD).items()
            for place, value in one.values.items()
        }
        assert standing == self.typed

    def close(self) -> None:
        self.city.close()
        self.county.close()


def due(city: Workspace) -> list[tuple[str, list[tuple[str, Decimal]]]]:
    basis = read_assigning(city)
    content = content_for(basis, basis.units[0], version=1, supersedes="", terms=TERMS, issued_on=AT.date())
    return [(one.id, [(each.id, each.target) for each in one.indicators]) for one in assigned_plan(content)[1]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(steps=STEPS)
def test_nothing_typed_is_lost_and_in_the_end_both_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, identity: Identity, steps: list[tuple[object, ...]]
) -> None:
    year = Year(tmp_path_factory.mktemp("年"), identity)
    year.latest = 1
    for step in steps:
        match step:
            case ("edit", cell, amount):
                year.edit(cell, amount)
            case ("issue", everything):
                year.issue(everything=everything)
            case ("arrive", number):
                year.arrive(number % len(year.files))
            case ("type", number):
                year.type(number)
        year.check()
    year.issue(everything=False)
    for number in reversed(range(len(year.files))):
        year.arrive(number)
        year.check()
    assert [(one.id, [(each.id, each.target) for each in one.indicators]) for one in tasks(year.county)] == due(
        year.city
    )
    year.close()
