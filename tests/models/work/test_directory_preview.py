"""Before a list of units is taken: what is new, what is changed, what can't be taken; and that this is what happens."""

import contextlib
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.store.database import Workspace
from models.store.directory import OwnUnitListed, UnitFacts, put_units, retire_unit, subordinates
from models.store.problems import DuplicateUnit, NameTooLong
from models.store.unit_weights import put_weights, weights
from models.work.directory import DirectoryTable, read_directory_text, take_directory
from models.work.directory_preview import DirectoryPreview, Effect, preview_directory


@pytest.fixture
def listed(small: Workspace, at: datetime) -> Workspace:
    """Return a workspace with three units, of which the third is retired, and one column of figures."""
    put_units(
        small,
        [UnitFacts(name="甲小学", code="3701", kind="小学"), UnitFacts(name="乙小学"), UnitFacts(name="丙小学")],
        at=at,
    )
    first, _, third = subordinates(small)
    put_weights(small, "学生数", {first.id: Decimal(900)})
    retire_unit(small, third.id, at=at)
    return small


def preview(workspace: Workspace, text: str) -> DirectoryPreview:
    return preview_directory(workspace, read_directory_text(text))


def effects(made: DirectoryPreview) -> dict[str, Effect]:
    return {line.facts.name: line.effect for line in made.lines}


def test_each_line_says_what_it_does(listed: Workspace) -> None:
    made = preview(
        listed,
        "单位名称\t单位代码\t类型\t学生数\t校训\n"
        "甲小学\t3701\t\t900\t勤\n乙小学\t3702\t小学\t\t学\n丙小学\t\t\t7\t\n丁小学\t\t\t8\t\n",
    )
    assert effects(made) == {
        "甲小学": Effect.SAME,
        "乙小学": Effect.CHANGED,
        "丙小学": Effect.RESTORED,
        "丁小学": Effect.NEW,
    }
    assert [line.changed for line in made.lines] == [(), ("code", "kind"), ("学生数",), ()]
    assert made.count(Effect.NEW) == 1 and made.table.ignored == ("校训",)
    assert [unit.kind for unit in subordinates(listed)] == ["小学", ""]


def test_what_can_not_be_taken_is_named_and_the_rest_can(listed: Workspace, at: datetime) -> None:
    made = preview(listed, f"丁小学\n{'长' * 65}\n丁小学\n某县教育局\n戊小学\n")
    assert [type(line.problem) for line in made.lines] == [
        type(None),
        NameTooLong,
        DuplicateUnit,
        OwnUnitListed,
        type(None),
    ]
    take_directory(listed, made.table, at=at)
    assert [unit.name for unit in subordinates(listed)] == ["甲小学", "乙小学", "丁小学", "戊小学"]


NAMES = st.sampled_from(["甲小学", "乙小学", "丙小学", "丁小学", "戊小学"])
CODES = st.sampled_from(["", "", "3701", "3702", "3703"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(units=st.lists(st.tuples(NAMES, CODES, st.sampled_from(["", "小学", "中学"])), min_size=1, max_size=5))
def test_what_was_foretold_is_what_happens(listed: Workspace, at: datetime, units: list[tuple[str, str, str]]) -> None:
    table = DirectoryTable(
        tuple(UnitFacts(name=name, code=code, kind=kind) for name, code, kind in units),
        {"学生数": tuple(Decimal(number) for number in range(len(units)))},
    )
    before, figures = subordinates(listed, retired=True), weights(listed)
    made = preview_directory(listed, table)
    assert (subordinates(listed, retired=True), weights(listed)) == (before, figures)
    with contextlib.suppress(_BackAgain), listed.transaction():
        try:
            take_directory(listed, made.table, at=at)
        except DuplicateUnit:  # two of the directory's own could not be told apart any more: refused whole
            raise _BackAgain from None
        after, now = subordinates(listed, retired=True), weights(listed)["学生数"]
        assert len(after) - len(before) == made.count(Effect.NEW)
        was = {unit.id: unit for unit in before}
        assert {line.unit.id for line in made.lines if line.unit and line.effect is not Effect.SAME} == {
            unit.id
            for unit in after
            if unit.id in was and (unit != was[unit.id] or now.get(unit.id) != figures["学生数"].get(unit.id))
        }
        raise _BackAgain


class _BackAgain(Exception):
    """Takes back what was tried."""
