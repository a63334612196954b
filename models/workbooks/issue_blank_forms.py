"""Blank forms for the units that have no program: one 进展填报表（手填） each for a period, in one folder.

In three steps like ``issue``, so that the database is held for moments only: ``draw_up_forms`` reads, ``stage_forms``
writes the files where nobody sees them and can be cancelled, ``put_out_forms`` notes that they leave.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from models.core.changes import Changes
from models.core.paths import file_name
from models.core.periods import Period
from models.store.assignments import IssuedAssignment, issued
from models.store.database import Workspace
from models.store.directory import DirectoryUnit
from models.store.outbox import OutboxItem, Paper, add_outbox
from models.store.periods import ensure_period
from models.work.assign import Terms, content_for, latest_version, read_assigning
from models.work.assignment_content import AssignmentContent
from models.workbooks.blank_form import write_blank_form
from models.workbooks.kinds import BLANK_FORM_SHEET
from models.workbooks.outgoing import Outgoing, Placed, Progress, Staged, place, stage, take_back

_LONGEST_UNIT = 40  # characters of a file name; mail programs cut long ones


@dataclass(frozen=True, slots=True)
class FormDrafts:
    """The forms that are to be written for a period, and the units that have no tasks to report on."""

    period: Period
    drafts: tuple[tuple[DirectoryUnit, AssignmentContent], ...]
    without_tasks: tuple[DirectoryUnit, ...]


@dataclass(frozen=True, slots=True)
class IssuedForms:
    """The forms that were written, by unit, and the units that have no tasks to report on."""

    files: tuple[tuple[DirectoryUnit, Path], ...]
    without_tasks: tuple[DirectoryUnit, ...]
    changes: Changes


def issue_blank_forms(
    workspace: Workspace,
    folder: Path,
    *,
    period: Period,
    terms: Terms,
    operator: str,
    at: datetime,
    progress: Progress,
    cancelled: Callable[[], bool],
    units: Collection[int] | None = None,
) -> IssuedForms:
    """Write forms to be filled in by hand, and note that they left: all of them, or none.

    A form is of what stands in the grid now, under the number of the unit's latest assignment.

    Args:
        workspace: of the superior.
        folder: where to; it is made if only it is missing.
        period: for which period.
        terms: what is expected of all units alike.
        operator: who writes them.
        at: now, with its time zone.
        progress: is told how many of how many forms are done.
        cancelled: is asked before each form.
        units: only these, by their ids; else all that have no program.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
        NotPrintable: something can't stand on a form.
        Cancelled: a person stopped it.
        EnvironmentProblem: the machine refuses. In each case nothing was noted, and nothing is left.
    """
    drafts = draw_up_forms(workspace, period=period, terms=terms, at=at, units=units)
    if not drafts.drafts:
        return IssuedForms((), drafts.without_tasks, Changes())
    staged = stage_forms(drafts, folder, at=at, progress=progress, cancelled=cancelled)
    return put_out_forms(workspace, drafts, staged, operator=operator, at=at)


def draw_up_forms(
    workspace: Workspace, *, period: Period, terms: Terms, at: datetime, units: Collection[int] | None = None
) -> FormDrafts:
    """Draw up what the forms say, in a fixed number of queries; see ``issue_blank_forms``.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    basis = read_assigning(workspace)
    before: dict[int, list[IssuedAssignment]] = defaultdict(list)
    for one in issued(workspace):
        before[one.unit_id].append(one)
    chosen = [unit for unit in basis.units if (not unit.has_program if units is None else unit.id in units)]
    contents = []
    for unit in chosen:
        latest = latest_version(before[unit.id], basis.plan.id)
        version, day = (latest.version, latest.at.date()) if latest else (1, at.date())
        contents.append(content_for(basis, unit, version=version, supersedes="", terms=terms, issued_on=day))
    pairs = list(zip(chosen, contents, strict=True))
    return FormDrafts(
        period,
        tuple(pair for pair in pairs if pair[1].groups),
        tuple(unit for unit, content in pairs if not content.groups),
    )


def stage_forms(
    drafts: FormDrafts, folder: Path, *, at: datetime, progress: Progress, cancelled: Callable[[], bool]
) -> Staged:
    """Write the forms beside their place; touches no database. See ``outgoing.stage``.

    Raises:
        NotPrintable: something can't stand on a form.
        Cancelled: a person stopped it.
        EnvironmentProblem: the machine refuses. In each case nothing is left.
    """
    files = [
        Outgoing(_name(unit, drafts.period), partial(write_blank_form, content, drafts.period))
        for unit, content in drafts.drafts
    ]
    return stage(files, folder, at=at, progress=progress, cancelled=cancelled)


def put_out_forms(
    workspace: Workspace, drafts: FormDrafts, staged: Staged, *, operator: str, at: datetime
) -> IssuedForms:
    """Note that the forms leave and give the files their names: all of them, or none.

    Raises:
        EnvironmentProblem: the machine refuses. Then nothing was noted, and nothing is left.
    """
    placed: tuple[Placed, ...] = ()

    def record(places: Sequence[Placed]) -> None:
        for (unit, content), file in zip(drafts.drafts, places, strict=True):
            _note(workspace, unit, content, file, period=drafts.period, operator=operator, at=at)

    try:
        with workspace.transaction():
            opened = ensure_period(workspace, drafts.period)
            placed = place(staged, beside_them=record)
    except BaseException:
        take_back([file.path for file in placed])  # the files were there, but what was noted of them is not
        raise
    written = tuple((unit, file.path) for (unit, _), file in zip(drafts.drafts, placed, strict=True))
    return IssuedForms(written, drafts.without_tasks, opened | Changes(outbox=True))


def _note(
    workspace: Workspace,
    unit: DirectoryUnit,
    content: AssignmentContent,
    file: Placed,
    *,
    period: Period,
    operator: str,
    at: datetime,
) -> None:
    add_outbox(
        workspace,
        OutboxItem(
            paper=Paper.BLANK_FORM,
            unit_id=unit.id,
            period=period,
            label=unit.name,
            number=content.head.version,
            file_name=file.path.name,
            sha256=file.sha256,
            path=file.path,
            at=at,
            operator=operator,
        ),
    )


def _name(unit: DirectoryUnit, period: Period) -> str:
    """Name a form's file: 进展填报表（手填）_示例小学_2021_第二季度.xlsx."""
    short = file_name(unit.name)[:_LONGEST_UNIT].rstrip(" .")
    within = period.official_name.removeprefix(f"{period.year}年")
    return file_name(f"{BLANK_FORM_SHEET}_{short}_{period.year}_{within}.xlsx")
