"""The directory: units are added, found again, renamed, retired and brought back, and never doubled."""

from datetime import datetime
from decimal import Decimal

import pytest

from models.core.numbers import NotANumber
from models.store.database import Workspace
from models.store.directory import (
    OwnUnitListed,
    UnitFacts,
    change_unit,
    move_units,
    put_units,
    restore_unit,
    retire_unit,
    subordinates,
    unit_of,
)
from models.store.problems import DuplicateUnit, NameMissing, NameTooLong
from models.store.unit_weights import drop_weight, put_weights, weights
from models.store.units import set_own_unit


def put(workspace: Workspace, at: datetime, *names: str) -> list[int]:
    put_units(workspace, [UnitFacts(name=name) for name in names], at=at)
    return [unit.id for unit in subordinates(workspace)]


def names(workspace: Workspace) -> list[str]:
    return [unit.name for unit in subordinates(workspace)]


def test_units_stand_in_the_order_in_which_they_came(workspace: Workspace, at: datetime) -> None:
    assert put_units(workspace, [UnitFacts(name=" 丙 ", code="3"), UnitFacts(name="甲")], at=at).units
    put(workspace, at, "乙")
    assert names(workspace) == ["丙", "甲", "乙"]
    move_units(workspace, [unit.id for unit in subordinates(workspace)][::-1])
    assert names(workspace) == ["乙", "甲", "丙"]
    assert not move_units(workspace, [])


def test_the_same_units_again_change_nothing(workspace: Workspace, at: datetime) -> None:
    facts = [UnitFacts(name="甲", code="1", short_name="小甲", level="县级", kind="学校", contact="王 0537-1")]
    assert put_units(workspace, facts, at=at)
    assert not put_units(workspace, facts, at=at)
    assert not put_units(workspace, [UnitFacts(name="甲")], at=at)
    (unit,) = subordinates(workspace)
    assert (unit.code, unit.label, unit.contact, unit.has_program) == ("1", "小甲", "王 0537-1", True)


def test_a_unit_gets_its_code_later_and_another_name_by_its_code(workspace: Workspace, at: datetime) -> None:
    (first,) = put(workspace, at, "任城区教育局")
    put_units(workspace, [UnitFacts(name="任城区教育局", code="370811")], at=at)
    put_units(workspace, [UnitFacts(name="任城区教育和体育局", code="370811", has_program=False)], at=at)
    (unit,) = subordinates(workspace)
    assert (unit.id, unit.name, unit.code, unit.has_program) == (first, "任城区教育和体育局", "370811", False)


def test_two_schools_of_one_name_are_two_units_by_their_codes(workspace: Workspace, at: datetime) -> None:
    put_units(workspace, [UnitFacts(name="实验小学", code="1"), UnitFacts(name="实验小学", code="2")], at=at)
    one, other = subordinates(workspace)
    assert unit_of(workspace, code="2", name="实验小学") == other
    assert unit_of(workspace, code="", name="实验小学") is None
    for facts in (UnitFacts(name="实验小学"), UnitFacts(name="甲", code="3"), UnitFacts(name="甲", code="3")):
        with pytest.raises(DuplicateUnit):
            put_units(workspace, [UnitFacts(name="甲", code="3"), facts], at=at)
    assert subordinates(workspace) == (one, other)


def test_codes_can_be_swapped_in_one_go(workspace: Workspace, at: datetime) -> None:
    put_units(workspace, [UnitFacts(name="甲", code="1"), UnitFacts(name="乙", code="2")], at=at)
    assert put_units(workspace, [UnitFacts(name="乙", code="1"), UnitFacts(name="甲", code="2")], at=at)
    assert [(unit.name, unit.code) for unit in subordinates(workspace)] == [("乙", "1"), ("甲", "2")]


def test_a_sheet_without_a_code_means_the_unit_of_that_name(workspace: Workspace, at: datetime) -> None:
    put_units(workspace, [UnitFacts(name="甲", code="1"), UnitFacts(name="乙")], at=at)
    known, bare = subordinates(workspace)
    assert unit_of(workspace, code="", name="甲") == known
    assert unit_of(workspace, code="9", name="乙") == bare
    assert unit_of(workspace, code="9", name="甲") is None
    assert unit_of(workspace, code="", name="丁") is None


def test_the_own_unit_is_no_subordinate(workspace: Workspace, at: datetime) -> None:
    for facts in (UnitFacts(name="某县教育局"), UnitFacts(name="甲", code="370800")):
        with pytest.raises(OwnUnitListed):
            put_units(workspace, [UnitFacts(name="乙"), facts], at=at)
    (first,) = put(workspace, at, "甲")
    with pytest.raises(OwnUnitListed):
        change_unit(workspace, first, UnitFacts(name="某县教育局"), at=at)
    change_unit(workspace, first, UnitFacts(name="甲", code="1"), at=at)
    with pytest.raises(DuplicateUnit):
        set_own_unit(workspace, name="某县教育局", code="1", at=at)
    assert names(workspace) == ["甲"]


def test_changing_a_unit_says_all_of_it_anew(workspace: Workspace, at: datetime) -> None:
    put_units(workspace, [UnitFacts(name="甲", code="1", contact="王"), UnitFacts(name="乙")], at=at)
    first, second = subordinates(workspace)
    assert change_unit(workspace, first.id, UnitFacts(name="甲甲"), at=at)
    assert not change_unit(workspace, first.id, UnitFacts(name="甲甲"), at=at)
    (changed, _) = subordinates(workspace)
    assert (changed.name, changed.code, changed.contact) == ("甲甲", "", "")
    with pytest.raises(DuplicateUnit):
        change_unit(workspace, second.id, UnitFacts(name="甲甲"), at=at)


def test_a_retired_unit_is_out_of_sight_until_it_is_named_again(workspace: Workspace, at: datetime) -> None:
    first, second = put(workspace, at, "甲", "乙")
    assert retire_unit(workspace, first, at=at).units
    assert not retire_unit(workspace, first, at=at)
    assert names(workspace) == ["乙"]
    assert [unit.retired for unit in subordinates(workspace, retired=True)] == [True, False]
    assert unit_of(workspace, code="", name="甲") is not None
    assert put_units(workspace, [UnitFacts(name="甲")], at=at)
    assert names(workspace) == ["甲", "乙"]
    retire_unit(workspace, second, at=at)
    assert restore_unit(workspace, second)
    assert names(workspace) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        (UnitFacts(name=" "), NameMissing),
        (UnitFacts(name="甲" * 65), NameTooLong),
        (UnitFacts(name="甲", code="1" * 33), NameTooLong),
        (UnitFacts(name="甲", short_name="甲" * 21), NameTooLong),
        (UnitFacts(name="甲", level="甲" * 21), NameTooLong),
        (UnitFacts(name="甲", kind="甲" * 21), NameTooLong),
        (UnitFacts(name="甲", contact="甲" * 101), NameTooLong),
    ],
)
def test_what_cannot_be_kept_is_refused_whole(
    workspace: Workspace, at: datetime, facts: UnitFacts, error: type[Exception]
) -> None:
    with pytest.raises(error):
        put_units(workspace, [UnitFacts(name="乙"), facts], at=at)
    assert names(workspace) == []


def test_a_column_to_distribute_by_is_filled_cell_by_cell(workspace: Workspace, at: datetime) -> None:
    first, second = put(workspace, at, "甲", "乙")
    assert put_weights(workspace, "学生数", {first: Decimal("1200.0"), second: Decimal(0)}).units
    assert not put_weights(workspace, "学生数", {second: Decimal(0)})
    put_weights(workspace, "学生数", {second: None, first: Decimal(1300)})
    put_weights(workspace, "学校数", {second: Decimal(3)})
    assert weights(workspace) == {"学生数": {first: Decimal(1300)}, "学校数": {second: Decimal(3)}}
    assert drop_weight(workspace, "学校数")
    assert not drop_weight(workspace, "学校数")
    assert list(weights(workspace)) == ["学生数"]
    with pytest.raises(NotANumber):
        put_weights(workspace, "学生数", {first: Decimal(-1)})
    with pytest.raises(NameMissing):
        put_weights(workspace, " ", {first: Decimal(1)})
    with pytest.raises(NameTooLong):
        put_weights(workspace, "甲" * 21, {first: Decimal(1)})
