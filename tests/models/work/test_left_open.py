"""What an adopted plan leaves open is kept beside the workspace, and opened again with it; nothing depends on it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from models.core.errors import NotAFile
from models.plan.model import Doubt, DoubtKind, Plan, Span
from models.work.beside import left_open_path
from models.work.left_open import keep_left_open, with_left_open
from models.work.start import start_workspace
from models.work.take_in_plan import stored_plan
from tests.models.work.example_plan import small_plan


@pytest.fixture
def plan() -> Plan:
    """A plan with a doubt about a task, one about the whole, and two words that are in no task."""
    small = small_plan()
    task = next(small.tasks)
    doubts = (
        Doubt(DoubtKind.TARGET_UNCERTAIN, Span(0, 2), "甲", task.id),
        Doubt(DoubtKind.NUMBERS_MISSING, Span(1, 2), "乙", "", (("missing", "二"),)),
    )
    return replace(small, doubts=doubts, left_over=(Span(0, 2),))


def test_it_is_open_again_when_the_workspace_is_reviewed(plan: Plan, tmp_path: Path, at: datetime) -> None:
    path = tmp_path / "工作 区.yaodian"
    with start_workspace(
        path, plan=plan, unit_name="某校", unit_code="1", operator="王敏", installation_id="0", at=at
    ) as workspace:
        keep_left_open(path, plan)
        stored = stored_plan(workspace)
    assert stored is not None
    assert (stored.plan.doubts, stored.plan.left_over) == (plan.doubts, plan.left_over)


def test_it_belongs_to_one_source_and_to_tasks_that_are_there(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "a.yaodian"
    gone = Doubt(DoubtKind.TARGET_UNCERTAIN, Span(0, 1), "丙", "99-XXXXXX")
    keep_left_open(path, replace(plan, doubts=(*plan.doubts, gone)))
    bare = replace(plan, doubts=(), left_over=())
    assert with_left_open(path, bare) == plan
    other = replace(bare, source=f"{bare.source}。")
    assert with_left_open(path, other) == other
    without = replace(bare, parts=())
    assert [doubt.task_id for doubt in with_left_open(path, without).doubts] == [""]


def test_a_plan_that_leaves_nothing_open_keeps_nothing(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "a.yaodian"
    keep_left_open(path, plan)
    assert left_open_path(path).exists()
    done = replace(plan, doubts=(), left_over=())
    keep_left_open(path, done)
    assert list(tmp_path.iterdir()) == []
    assert with_left_open(path, done) == done


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format": 2}', b'{"format": 1, "left_open": {"source": 5}}', b"\xff", b"[" * 100_000],
)
def test_what_cannot_be_read_says_nothing(plan: Plan, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.yaodian"
    left_open_path(path).write_bytes(content)
    assert with_left_open(path, plan) == plan


def test_places_outside_the_source_are_not_believed(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "a.yaodian"
    bare = replace(plan, doubts=(), left_over=())
    keep_left_open(path, replace(bare, left_over=(Span(0, 10**9),)))
    assert with_left_open(path, bare) == bare


def test_a_folder_in_its_place_is_told(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "a.yaodian"
    (left_open_path(path) / "x").mkdir(parents=True)
    with pytest.raises(NotAFile):
        keep_left_open(path, plan)
    assert with_left_open(path, plan) == plan
