"""Whose workspace it is, who types, and for which period."""

from datetime import datetime

import pytest

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind, parse_period
from models.signing.certificate import Algorithm
from models.signing.identity import create_identity
from models.store.database import Workspace
from models.store.operators import add_operator, choose_operator, current_operator, operator_named, operators
from models.store.periods import choose_period, current_period, ensure_period, periods
from models.store.problems import NameMissing, NameTooLong
from models.store.units import own_unit, set_own_unit


def test_a_unit_can_be_renamed(workspace: Workspace, at: datetime) -> None:
    assert set_own_unit(workspace, name=" 某县　教育局 ", code="", at=at) == Changes(units=True)
    unit = own_unit(workspace)
    assert unit is not None
    assert (unit.name, unit.code, unit.is_own) == ("某县 教育局", "", True)
    assert not set_own_unit(workspace, name="某县 教育局", code="", at=at)
    assert workspace.row("SELECT count(*) FROM units") == (1,)


@pytest.mark.parametrize("name", ["", "  ", "\u202e\x00"])
def test_a_unit_without_a_name_is_none(workspace: Workspace, at: datetime, name: str) -> None:
    with pytest.raises(NameMissing):
        set_own_unit(workspace, name=name, code="1", at=at)


def test_a_name_has_an_end(workspace: Workspace, at: datetime) -> None:
    with pytest.raises(NameTooLong) as refusal:
        set_own_unit(workspace, name="局" * 101, code="1", at=at)
    assert (refusal.value.what, refusal.value.length, refusal.value.limit) == ("unit", 101, 64)
    with pytest.raises(NameTooLong) as refusal:
        set_own_unit(workspace, name="局" * 64, code="3" * 33, at=at)
    assert (refusal.value.what, refusal.value.length, refusal.value.limit) == ("unit_code", 33, 32)


def test_every_unit_that_can_be_named_can_sign(workspace: Workspace, at: datetime) -> None:
    """The name is kept as a certificate holds it: as long, composed, without joiners."""
    set_own_unit(workspace, name="e\u0301" * 64, code="c\u0327" * 32 + "\u200d", at=at)
    unit = own_unit(workspace)
    assert unit is not None
    assert (unit.name, unit.code) == ("\u00e9" * 64, "\u00e7" * 32)
    made = create_identity(unit_name=unit.name, unit_code=unit.code, at=at, algorithm=Algorithm.P_256)
    assert (made.unit_name, made.unit_code) == (unit.name, unit.code)


def test_several_people_share_a_workspace(workspace: Workspace, at: datetime) -> None:
    assert add_operator(workspace, name="李四", at=at) == Changes(operators=True)
    assert not add_operator(workspace, name=" 李四 ", at=at)
    assert [one.name for one in operators(workspace)] == ["张三", "李四"]
    second = operator_named(workspace, "李四")
    assert second is not None
    assert current_operator(workspace) == operators(workspace)[0]
    assert choose_operator(workspace, second.id) == Changes(operators=True)
    assert current_operator(workspace) == second
    assert not choose_operator(workspace, second.id)
    assert operator_named(workspace, "王五") is None


def test_a_period_is_chosen_and_opened_at_once(workspace: Workspace) -> None:
    year = Period(2021, PeriodKind.YEAR, 1)
    assert choose_period(workspace, year) == Changes(periods=True)
    assert current_period(workspace) == year
    assert not choose_period(workspace, year)
    assert not ensure_period(workspace, year)


def test_periods_stand_in_the_order_of_their_ends(workspace: Workspace) -> None:
    for name in ("2021-Y1", "2021-H1", "2021-M06", "2021-Q4", "2021-M01", "2020-Y1"):
        ensure_period(workspace, parse_period(name))
    found = [one.id for one in periods(workspace)]
    assert found == ["2020-Y1", "2021-M01", "2021-M06", "2021-Q2", "2021-H1", "2021-Q4", "2021-Y1"]
