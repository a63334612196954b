"""Blank forms for the units that have no program: one 进展填报表（手填） each for a period, in one folder."""

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
from models.workbooks.outgoing import Outgoing, Placed, Progress, place, stage, take_back

_LONGEST_UNIT = 40  # characters of a file name; mail programs cut long ones


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
    wanted, without = _wanted(workspace, terms=terms, at=at, units=units)
    if not wanted:
        return IssuedForms((), without, Changes())
    files = [Outgoing(_name(unit, period), partial(write_blank_form, content, period)) for unit, content in wanted]
    staged = stage(files, folder, at=at, progress=progress, cancelled=cancelled)
    placed: tuple[Placed, ...] = ()

    def record(places: Sequence[Placed]) -> None:
        for (unit, content), file in zip(wanted, places, strict=True):
            _note(workspace, unit, content, file, period=period, operator=operator, at=at)

    try:
        with workspace.transaction():
            opened = ensure_period(workspace, period)
            placed = place(staged, beside_them=record)
    except BaseException:
        take_back([file.path for file in placed])  # the files were there, but what was noted of them is not
        raise
    written = tuple((unit, file.path) for (unit, _), file in zip(wanted, placed, strict=True))
    return IssuedForms(written, without, opened | Changes(outbox=True))


def _wanted(
    workspace: Workspace, *, terms: Terms, at: datetime, units: Collection[int] | None
) -> tuple[list[tuple[DirectoryUnit, AssignmentContent]], tuple[DirectoryUnit, ...]]:
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
    return [pair for pair in pairs if pair[1].groups], tuple(unit for unit, content in pairs if not content.groups)


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
