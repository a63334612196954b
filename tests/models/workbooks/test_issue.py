"""Assignments that leave: one signed file a unit, only where something changed, all of them or none; and what comes in
at the unit out of the very files.
"""

import hashlib
import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.core.errors import Cancelled, DiskFull, NotAFile
from models.core.periods import PeriodKind
from models.core.vocabulary import Duty, Role
from models.signing.identity import Identity
from models.signing.sign import IdentityNotValid
from models.signing.trust import Trust
from models.store.assignments import GridEdit, edit_grid, issued, last_issued
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.outbox import Paper, outbox
from models.store.plans import task, tasks
from models.store.signers import How
from models.work.assign import Terms
from models.work.from_above import SheetFile
from models.work.signers import workspace_trust
from models.work.start import start_workspace
from models.work.take_assignment import start_from_assignment, take_assignment
from models.workbooks import outgoing
from models.workbooks.issue import (
    LIST_NAME,
    Issued,
    IssueOvertaken,
    Novelty,
    draw_up,
    issue_assignments,
    put_out,
    stage_drafts,
)
from models.workbooks.receive import VerifiedAssignment, look_at_assignment, receive_assignment
from tests.models.work.counting import statements
from tests.models.work.example_plan import large_plan, small_plan
from tests.models.workbooks.exchange_samples import superior

AT = datetime(2021, 4, 6, 9, 30, tzinfo=timezone(timedelta(hours=8)))
A, B, C, D = (f"01-{letter * 6}" for letter in "ABCD")
TERMS = Terms(period_kind=PeriodKind.QUARTER, roles=frozenset({Role.REVIEWER}), contact="督查科 0537-1")


@pytest.fixture(scope="module")
def identity() -> Identity:
    return superior()


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Workspace]:
    """Return a superior's workspace with three units, two of which have tasks."""
    with start_workspace(
        tmp_path / "市局.yaodian",
        plan=small_plan(),
        unit_name="济宁市教育局",
        unit_code="370800",
        operator="张三",
        installation_id="t",
        at=AT,
    ) as workspace:
        put_units(
            workspace, [UnitFacts(name=f"{name}县教育局", code=f"37088{n}") for n, name in enumerate("甲乙丙")], at=AT
        )
        first, second, _ = subordinates(workspace)
        edit(workspace, first.id, A, "60")
        edit(workspace, second.id, A, "40")
        edit(workspace, first.id, D, None)
        yield workspace


def edit(workspace: Workspace, unit_id: int, task_id: str, share: str | None) -> None:
    one = GridEdit(unit_id=unit_id, task_id=task_id, new=Duty.LEAD)
    if share is not None:
        one = GridEdit(unit_id=unit_id, task_id=task_id, indicator_id=f"{task_id}/1", new=Decimal(share))
    edit_grid(workspace, [one], operator="张三", at=AT)


def send(workspace: Workspace, identity: Identity, folder: Path, **how: object) -> Issued:
    given: dict[str, object] = {
        "terms": TERMS,
        "operator": "张三",
        "at": AT,
        "progress": lambda done, of: None,
        "cancelled": lambda: False,
    }
    return issue_assignments(workspace, identity, folder, **(given | how))  # type: ignore[arg-type]


def read(path: Path, identity: Identity) -> VerifiedAssignment:
    pinned = {"370800": frozenset({identity.certificate.digest})}
    return receive_assignment(path.read_bytes(), Trust(pinned=pinned))


def file_of(path: Path) -> SheetFile:
    return SheetFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_unit_with_tasks_gets_a_signed_file_and_the_folder_a_list(
    city: Workspace, identity: Identity, tmp_path: Path
) -> None:
    folder = tmp_path / "下达 三月"
    done: list[tuple[int, int]] = []
    made = send(city, identity, folder, progress=lambda count, of: done.append((count, of)))
    assert names(folder) == [
        LIST_NAME,
        "任务下达表_乙县教育局_2021_第1版.xlsx",
        "任务下达表_甲县教育局_2021_第1版.xlsx",
    ]
    assert [(one.unit.name, one.version, one.novelty) for one in made.files] == [
        ("甲县教育局", 1, Novelty.FIRST),
        ("乙县教育局", 1, Novelty.FIRST),
    ]
    assert [unit.name for unit in made.without_tasks] == ["丙县教育局"]
    assert done == [(0, 2), (1, 2), (2, 2)]
    assert (made.changes.assignments, made.changes.outbox) == (True, True)
    content = read(made.files[0].path, identity).content
    assert (content.head.unit_code, content.head.version, content.head.reviewer) == ("370880", 1, True)
    assert [row.target for group in content.groups for row in group.rows] == [60, None]
    kept = last_issued(city, made.files[0].unit.id)
    assert kept.sha256 == hashlib.sha256(made.files[0].path.read_bytes()).hexdigest()
    assert [(item.paper, item.label, item.number) for item in outbox(city)] == [
        (Paper.ASSIGNMENT, "乙县教育局", 1),
        (Paper.ASSIGNMENT, "甲县教育局", 1),
    ]
    sheet = openpyxl.load_workbook(made.list_path).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_col=9)]
    assert rows[0] == [1, "甲县教育局", "370880", 1, "首次下达", 2, 1, kept.check_code, made.files[0].path.name]


def test_only_what_changed_leaves_again_and_names_what_it_supersedes(
    city: Workspace, identity: Identity, tmp_path: Path
) -> None:
    first = send(city, identity, tmp_path / "一")
    code = last_issued(city, first.files[0].unit.id).check_code
    nothing = send(city, identity, tmp_path / "二")
    assert (nothing.files, nothing.list_path, bool(nothing.changes)) == ((), None, False)
    assert [(unit.name, version) for unit, version in nothing.unchanged] == [("甲县教育局", 1), ("乙县教育局", 1)]
    assert not (tmp_path / "二").exists()
    edit(city, first.files[0].unit.id, A, "70")
    second = send(city, identity, tmp_path / "二", at=AT + timedelta(days=3))
    (changed,) = second.files
    assert (changed.unit.name, changed.version, changed.novelty) == ("甲县教育局", 2, Novelty.CHANGED)
    assert read(changed.path, identity).content.head.supersedes == code
    assert [unit.name for unit, _ in second.unchanged] == ["乙县教育局"]


def test_changed_terms_are_a_change_for_all(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    send(city, identity, tmp_path / "一")
    made = send(city, identity, tmp_path / "二", terms=Terms(period_kind=PeriodKind.MONTH))
    assert [one.version for one in made.files] == [2, 2]


def test_everything_again_is_the_same_version_with_the_same_content(
    city: Workspace, identity: Identity, tmp_path: Path
) -> None:
    send(city, identity, tmp_path / "一")
    edit(city, subordinates(city)[0].id, A, "70")
    before = send(city, identity, tmp_path / "二")
    again = send(city, identity, tmp_path / "三", everything=True, at=AT + timedelta(days=30))
    assert [(one.version, one.novelty) for one in again.files] == [(2, Novelty.AGAIN), (1, Novelty.AGAIN)]
    one, other = (read(made.files[0].path, identity) for made in (before, again))
    assert (one.content, one.check_code) == (other.content, other.check_code)
    assert len(issued(city)) == 3
    assert len(outbox(city)) == 5


def test_only_the_chosen_units_are_sent(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    chosen = subordinates(city)[1]
    assert [one.unit for one in send(city, identity, tmp_path / "一", units=[chosen.id]).files] == [chosen]


def test_a_unit_whose_tasks_are_all_taken_back_is_told_so(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    send(city, identity, tmp_path / "一")
    second = subordinates(city)[1]
    edit_grid(city, [GridEdit(unit_id=second.id, task_id=A, new=None)], operator="张三", at=AT)
    (changed,) = send(city, identity, tmp_path / "二").files
    assert (changed.unit.name, changed.version) == ("乙县教育局", 2)
    assert read(changed.path, identity).content.groups == ()


def test_files_that_are_there_are_never_overwritten(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    folder = tmp_path / "一"
    folder.mkdir()
    taken = folder / "任务下达表_甲县教育局_2021_第1版.xlsx"
    taken.write_text("别人的", encoding="utf-8")
    made = send(city, identity, folder)
    assert taken.read_text(encoding="utf-8") == "别人的"
    assert made.files[0].path.name == "任务下达表_甲县教育局_2021_第1版 (2).xlsx"
    assert last_issued(city, made.files[0].unit.id).file_name == made.files[0].path.name


def test_two_units_of_one_name_get_two_files(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    put_units(city, [UnitFacts(name="甲县教育局", code="999")], at=AT)
    edit(city, subordinates(city)[-1].id, D, None)
    made = send(city, identity, tmp_path / "一")
    assert len({one.path for one in made.files}) == 3
    assert {read(one.path, identity).content.head.unit_code for one in made.files} == {"370880", "370881", "999"}


def untouched(city: Workspace, folder: Path) -> None:
    assert issued(city) == ()
    assert outbox(city) == ()
    assert not folder.exists()


def test_a_person_can_stop_it_and_nothing_is_left(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    asked: list[None] = []

    def after_the_first() -> bool:
        asked.append(None)
        return len(asked) > 1

    with pytest.raises(Cancelled):
        send(city, identity, tmp_path / "一", cancelled=after_the_first)
    untouched(city, tmp_path / "一")


def test_a_certificate_that_has_ended_leaves_nothing(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    with pytest.raises(IdentityNotValid):
        send(city, identity, tmp_path / "一", at=AT + timedelta(days=365 * 30))
    untouched(city, tmp_path / "一")


@pytest.mark.parametrize("fails_at", range(3))
def test_a_full_stick_leaves_nothing(
    city: Workspace, identity: Identity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """The device is full after so many files: two that are signed, and the list."""
    real, written = outgoing.replace_file, []

    def write(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) > fails_at:
            raise DiskFull(path)
        real(path, content)

    monkeypatch.setattr(outgoing, "replace_file", write)
    with pytest.raises(DiskFull):
        send(city, identity, tmp_path / "一")
    untouched(city, tmp_path / "一")


def test_a_record_that_cannot_be_kept_takes_the_files_back(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    folder = tmp_path / "一"
    folder.mkdir()
    drafts = draw_up(city, terms=TERMS, at=AT)
    staged = stage_drafts(drafts, identity, folder, at=AT, progress=lambda done, of: None, cancelled=lambda: False)
    send(city, identity, tmp_path / "二")
    with pytest.raises(IssueOvertaken) as overtaken:
        put_out(city, drafts, staged, fingerprint=identity.fingerprint, operator="张三", at=AT)
    assert overtaken.value.unit_name == "甲县教育局"
    assert names(folder) == []
    assert len(issued(city)) == 2


def test_a_file_in_the_place_of_the_folder_is_refused(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    (tmp_path / "一").write_text("", encoding="utf-8")
    with pytest.raises(NotAFile):
        send(city, identity, tmp_path / "一")
    assert issued(city) == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind nobody here")
def test_a_folder_that_cannot_be_written_is_named(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    folder = tmp_path / "一"
    folder.mkdir(mode=0o500)
    with pytest.raises(Exception, match="一"):
        send(city, identity, folder)
    assert issued(city) == ()


@pytest.mark.parametrize(("tasks_of_it", "units_of_it"), [(20, 2), (185, 12)])
def test_drawing_up_costs_the_same_however_much_there_is(tmp_path: Path, tasks_of_it: int, units_of_it: int) -> None:
    with start_workspace(
        tmp_path / "a.yaodian", plan=large_plan(tasks_of_it), unit_name="市局", unit_code="", operator="张三",
        installation_id="t", at=AT,
    ) as workspace:  # fmt: skip
        put_units(workspace, [UnitFacts(name=f"第{n}局") for n in range(units_of_it)], at=AT)
        parts = [
            GridEdit(unit_id=unit.id, task_id=one.id, new=Duty.LEAD)
            for unit in subordinates(workspace)
            for one in tasks(workspace)
        ]
        edit_grid(workspace, parts, operator="张三", at=AT)
        with statements(workspace) as seen:
            drafts = draw_up(workspace, terms=TERMS, at=AT)
        assert len(drafts.drafts) == units_of_it
        assert len(seen) == 8


def test_a_unit_begins_with_the_file_and_merges_the_next_one(
    city: Workspace, identity: Identity, tmp_path: Path
) -> None:
    first = send(city, identity, tmp_path / "一").files[0].path
    seen = look_at_assignment(first.read_bytes(), Trust())
    with start_from_assignment(
        tmp_path / "甲县.yaodian", seen, file=file_of(first), how=How.PHONE, operator="李四", installation_id="u", at=AT
    ) as county:
        assert [one.id for one in tasks(county)] == [A, D]
        edit(city, subordinates(city)[0].id, A, "70")
        second = send(city, identity, tmp_path / "二").files[0].path
        verified = receive_assignment(second.read_bytes(), workspace_trust(county))
        assert take_assignment(county, verified, file=file_of(second), operator="李四", at=AT)
        again = receive_assignment(second.read_bytes(), workspace_trust(county))
        assert not take_assignment(county, again, file=file_of(second), operator="李四", at=AT)
        assert (task(county, A).indicators[0].target, task(county, A).indicators[0].whole) == (70, 100)


def test_a_county_assigns_its_shares_on_to_its_schools(city: Workspace, identity: Identity, tmp_path: Path) -> None:
    path = send(city, identity, tmp_path / "一").files[0].path
    seen = look_at_assignment(path.read_bytes(), Trust())
    own = superior(unit_name="甲县教育局", unit_code="370880")
    with start_from_assignment(
        tmp_path / "甲县.yaodian", seen, file=file_of(path), how=How.PHONE, operator="李四", installation_id="u", at=AT
    ) as county:
        put_units(county, [UnitFacts(name="实验小学")], at=AT)
        edit(county, subordinates(county)[0].id, A, "5")
        school = send(county, own, tmp_path / "二").files[0].path
        content = look_at_assignment(school.read_bytes(), Trust()).content
        (row,) = content.groups[0].rows
        assert (row.target, row.whole, row.number) == (5, 60, 1)
        assert (content.head.superior_name, content.head.plan_id) == ("甲县教育局", seen.content.head.plan_id)
