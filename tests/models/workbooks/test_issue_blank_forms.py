"""Forms for units without the program: who gets one, what it is called, and that it leaves all or not at all."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from models.core.changes import Changes
from models.core.errors import Cancelled
from models.core.periods import Period, PeriodKind
from models.store.assignments import GridEdit, edit_grid
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.outbox import Paper, outbox
from models.store.periods import periods
from models.work.assign import Terms
from models.work.start import start_workspace
from models.workbooks.blank_form_read import read_blank_form
from models.workbooks.issue_blank_forms import IssuedForms, issue_blank_forms
from tests.models.work.example_plan import small_plan

AT = datetime(2021, 4, 6, 9, 30, tzinfo=timezone(timedelta(hours=8)))
PERIOD = Period(2021, PeriodKind.QUARTER, 3)
A = "01-AAAAAA"


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Workspace]:
    """Return a superior's workspace with three units, of which two have no program and two have a task."""
    with start_workspace(
        tmp_path / "市局.yaodian", plan=small_plan(), unit_name="市局", unit_code="37", operator="张三",
        installation_id="t", at=AT,
    ) as workspace:  # fmt: skip
        facts = [("甲小学", True), ("乙小学", False), ("丙小学", False)]
        put_units(workspace, [UnitFacts(name=name, has_program=has) for name, has in facts], at=AT)
        shares = [
            GridEdit(unit_id=unit.id, task_id=A, indicator_id=f"{A}/1", new=Decimal(7))
            for unit in subordinates(workspace)[:2]
        ]
        edit_grid(workspace, shares, operator="张三", at=AT)
        yield workspace


def send(workspace: Workspace, folder: Path, **how: object) -> IssuedForms:
    given: dict[str, object] = {
        "period": PERIOD,
        "terms": Terms(period_kind=PeriodKind.QUARTER),
        "operator": "张三",
        "at": AT,
        "progress": lambda done, of: None,
        "cancelled": lambda: False,
    }
    return issue_blank_forms(workspace, folder, **(given | how))  # type: ignore[arg-type]


def test_each_unit_without_the_program_gets_a_form(city: Workspace, tmp_path: Path) -> None:
    made = send(city, tmp_path / "表")
    ((unit, path),) = made.files
    assert (unit.name, path.name) == ("乙小学", "进展填报表（手填）_乙小学_2021_第三季度.xlsx")
    assert [unit.name for unit in made.without_tasks] == ["丙小学"]
    assert (made.changes.outbox, made.changes.periods) == (True, True)
    assert PERIOD in periods(city)
    (item,) = outbox(city)
    assert (item.paper, item.unit_id, item.period, item.number) == (Paper.BLANK_FORM, unit.id, PERIOD, 1)
    head = read_blank_form(path.read_bytes()).content.head
    assert (head.unit_name, head.period, head.plan_title) == ("乙小学", PERIOD, "2021年工作要点")


def test_a_form_can_be_written_for_any_unit(city: Workspace, tmp_path: Path) -> None:
    first = subordinates(city)[0]
    assert [unit for unit, _ in send(city, tmp_path / "表", units=[first.id]).files] == [first]
    assert send(city, tmp_path / "空", units=[]) == IssuedForms((), (), Changes())
    assert not (tmp_path / "空").exists()


def test_a_person_can_stop_it_and_nothing_is_left(city: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        send(city, tmp_path / "表", cancelled=lambda: True)
    assert outbox(city) == ()
    assert PERIOD not in periods(city)
    assert not (tmp_path / "表").exists()
