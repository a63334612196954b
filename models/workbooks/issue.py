"""下达: one signed 任务下达表 for each unit whose tasks or shares changed, in one folder, with a list of what is in it.

In three steps, so that the database is held for moments only, however many units there are:

1. ``draw_up`` reads the workspace and tells which units are to be told something new.
2. ``stage_drafts`` writes and signs the files beside their place, where nobody sees them; it can be cancelled.
3. ``put_out`` records what leaves and gives the files their names: all of them, or none.

A unit whose assignment says the same as its latest version gets no new one. Asked for everything, it gets that version
once more: the same number, the same content, another signature.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from models.core.changes import Changes
from models.core.errors import UserError
from models.signing.identity import Identity
from models.store.assignments import IssuedAssignment, add_issued, issued
from models.store.database import Workspace
from models.store.directory import DirectoryUnit
from models.store.outbox import OutboxItem, Paper, add_outbox
from models.work.assign import Terms, content_for, latest_version, next_version, read_assigning
from models.work.assignment_content import AssignmentContent
from models.workbooks.assignment_canonical import assignment_check_code
from models.workbooks.export import assignment_file_name, export_assignment
from models.workbooks.issue_list import ListLine, write_list
from models.workbooks.outgoing import Outgoing, Placed, Progress, Staged, place, stage, take_back

LIST_NAME: Final = "下达清单.xlsx"


class Novelty(StrEnum):
    """What an assignment is to its unit."""

    FIRST = "first"  # the first one of the year
    CHANGED = "changed"  # the next version
    AGAIN = "again"  # the latest version once more


_NOVELTIES: Final = {Novelty.FIRST: "首次下达", Novelty.CHANGED: "有变化", Novelty.AGAIN: "重新写出，内容未变"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An assignment that is to leave."""

    unit: DirectoryUnit
    content: AssignmentContent
    check_code: str
    novelty: Novelty


@dataclass(frozen=True, slots=True)
class Drafts:
    """What is to leave, and who is told nothing: nothing changed (with the version that holds), or has no tasks."""

    drafts: tuple[Draft, ...]
    unchanged: tuple[tuple[DirectoryUnit, int], ...] = ()
    without_tasks: tuple[DirectoryUnit, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """A file that left: whose, where it lies, which version it is."""

    unit: DirectoryUnit
    path: Path
    version: int
    novelty: Novelty


@dataclass(frozen=True, slots=True)
class Issued:
    """What left, with the list of it (None where nothing did), and who was told nothing."""

    files: tuple[IssuedFile, ...]
    list_path: Path | None
    unchanged: tuple[tuple[DirectoryUnit, int], ...]
    without_tasks: tuple[DirectoryUnit, ...]
    changes: Changes


@dataclass(eq=False)
class IssueOvertaken(UserError):
    """While files were being signed, another version went out to the same unit: nothing of this run was kept."""

    unit_name: str


def draw_up(
    workspace: Workspace,
    *,
    terms: Terms,
    at: datetime,
    units: Collection[int] | None = None,
    everything: bool = False,
) -> Drafts:
    """Draw up what is to leave, in a fixed number of queries.

    Args:
        workspace: of the superior.
        terms: what is expected of all units alike.
        at: now, with its time zone; its day is that of the assignments.
        units: only these, by their ids; else all.
        everything: also what did not change.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
        NotPrintable: something can't stand on a sheet.
    """
    basis = read_assigning(workspace)
    before: dict[int, list[IssuedAssignment]] = defaultdict(list)
    for one in issued(workspace):
        before[one.unit_id].append(one)
    drafts: list[Draft] = []
    unchanged: list[tuple[DirectoryUnit, int]] = []
    without: list[DirectoryUnit] = []
    for unit in basis.units:
        if units is not None and unit.id not in units:
            continue
        latest = latest_version(before[unit.id], basis.plan.id)
        version, supersedes = next_version(before[unit.id], basis.plan.id)
        content = content_for(basis, unit, version=version, supersedes=supersedes, terms=terms, issued_on=at.date())
        if not content.groups and latest is None:
            without.append(unit)
            continue
        code = assignment_check_code(content)
        if latest is None or latest.check_code != code:
            drafts.append(Draft(unit, content, code, Novelty.CHANGED if latest else Novelty.FIRST))
        elif everything:
            again = _as_it_was(content, latest, before[unit.id])
            drafts.append(Draft(unit, again, code, Novelty.AGAIN))
        else:
            unchanged.append((unit, latest.version))
    return Drafts(tuple(drafts), tuple(unchanged), tuple(without))


def stage_drafts(
    drafts: Drafts,
    identity: Identity,
    folder: Path,
    *,
    at: datetime,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Staged:
    """Write and sign the files beside their place; touches no database. See ``outgoing.stage``.

    Raises:
        IdentityOfAnotherUnit, IdentityNotValid, NotPrintable: a file can't be made.
        Cancelled: a person stopped it.
        EnvironmentProblem: the machine refuses. In each case nothing is left.
    """
    files = [
        Outgoing(assignment_file_name(draft.content.head), partial(_signed, draft, identity, at))
        for draft in drafts.drafts
    ]
    return stage(files, folder, at=at, progress=progress, cancelled=cancelled)


def put_out(
    workspace: Workspace, drafts: Drafts, staged: Staged, *, fingerprint: str, operator: str, at: datetime
) -> Issued:
    """Record what leaves and give the files their names: all of them, or none.

    Args:
        workspace: of the superior.
        drafts: what leaves.
        staged: the signed files, in the same order.
        fingerprint: of the identity that signed them.
        operator: who assigns.
        at: now, with its time zone.

    Raises:
        IssueOvertaken: another version went out in between.
        EnvironmentProblem: the machine refuses. In each case nothing was recorded, and nothing is left.
    """
    placed: tuple[Placed, ...] = ()

    def record(places: Sequence[Placed]) -> tuple[str, bytes]:
        _require_next(workspace, drafts.drafts)
        for draft, file in zip(drafts.drafts, places, strict=True):
            _record(workspace, draft, file, fingerprint=fingerprint, operator=operator, at=at)
        return LIST_NAME, write_list([_line(*pair) for pair in zip(drafts.drafts, places, strict=True)], at=at)

    try:
        with workspace.transaction():
            placed = place(staged, beside_them=record)
    except BaseException:
        take_back([file.path for file in placed])  # the files were there, but what was recorded of them is not
        raise
    *files, listed = placed
    return Issued(
        tuple(
            IssuedFile(draft.unit, file.path, draft.content.head.version, draft.novelty)
            for draft, file in zip(drafts.drafts, files, strict=True)
        ),
        listed.path,
        drafts.unchanged,
        drafts.without_tasks,
        Changes(assignments=True, outbox=True),
    )


def issue_assignments(
    workspace: Workspace,
    identity: Identity,
    folder: Path,
    *,
    terms: Terms,
    operator: str,
    at: datetime,
    progress: Progress,
    cancelled: Callable[[], bool],
    units: Collection[int] | None = None,
    everything: bool = False,
) -> Issued:
    """Do the three steps in one go; where nothing is to leave, nothing is touched.

    Raises:
        What ``draw_up``, ``stage_drafts`` and ``put_out`` raise; then nothing was recorded, and nothing is left.
    """
    drafts = draw_up(workspace, terms=terms, at=at, units=units, everything=everything)
    if not drafts.drafts:
        return Issued((), None, drafts.unchanged, drafts.without_tasks, Changes())
    staged = stage_drafts(drafts, identity, folder, at=at, progress=progress, cancelled=cancelled)
    return put_out(workspace, drafts, staged, fingerprint=identity.fingerprint, operator=operator, at=at)


def _as_it_was(
    content: AssignmentContent, latest: IssuedAssignment, before: Sequence[IssuedAssignment]
) -> AssignmentContent:
    """Return a content under the number, the day and the predecessor of the version that says the same."""
    earlier = [one for one in before if one.version == latest.version - 1]
    head = replace(
        content.head,
        version=latest.version,
        supersedes=earlier[0].check_code if earlier else "",
        issued_on=latest.at.date(),
    )
    return replace(content, head=head)


def _signed(draft: Draft, identity: Identity, at: datetime) -> bytes:
    return export_assignment(draft.content, identity, at=at).data


def _require_next(workspace: Workspace, drafts: Sequence[Draft]) -> None:
    before: dict[int, list[IssuedAssignment]] = defaultdict(list)
    for one in issued(workspace):
        before[one.unit_id].append(one)
    for draft in drafts:
        head = draft.content.head
        expected, _ = next_version(before[draft.unit.id], head.plan_id)
        if head.version != expected - (draft.novelty is Novelty.AGAIN):
            raise IssueOvertaken(draft.unit.name)


def _record(workspace: Workspace, draft: Draft, file: Placed, *, fingerprint: str, operator: str, at: datetime) -> None:
    head = draft.content.head
    if draft.novelty is not Novelty.AGAIN:
        add_issued(
            workspace,
            IssuedAssignment(
                unit_id=draft.unit.id,
                plan_id=head.plan_id,
                version=head.version,
                check_code=draft.check_code,
                fingerprint=fingerprint,
                file_name=file.path.name,
                sha256=file.sha256,
                at=at,
                operator=operator,
            ),
        )
    add_outbox(
        workspace,
        OutboxItem(
            paper=Paper.ASSIGNMENT,
            unit_id=draft.unit.id,
            period=None,
            label=draft.unit.name,
            number=head.version,
            file_name=file.path.name,
            sha256=file.sha256,
            path=file.path,
            at=at,
            operator=operator,
        ),
    )


def _line(draft: Draft, file: Placed) -> ListLine:
    rows = [row for group in draft.content.groups for row in group.rows]
    return ListLine(
        unit_name=draft.unit.name,
        unit_code=draft.unit.code,
        version=draft.content.head.version,
        what=_NOVELTIES[draft.novelty],
        tasks=len({row.task_id for row in rows}),
        targets=sum(row.indicator_id is not None for row in rows),
        check_code=draft.check_code,
        file_name=file.path.name,
    )
