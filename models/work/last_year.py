"""Last year's shares, out of last year's workspace: what this year's targets can be distributed by.

The other file is only looked at: a copy of it is opened, so that an older one is not brought up to date, and one that
is in use or on a read-only medium can be read.
"""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from models.store.assignments import read_grid
from models.store.database import Workspace, copy_workspace
from models.store.directory import find_unit, subordinates
from models.store.plans import tasks
from models.store.records import IndicatorRecord
from models.work.distribute import is_additive


def weights_of_last_year(workspace: Workspace, last: Path, *, scratch: Path) -> dict[str, dict[int, Decimal]]:
    """Return for each target that can be divided, by its id, what share of it each unit had last year.

    Targets are matched by name and unit of measure, where that tells one from all others of its year; units as on any
    sheet, by code or else by name. What has no match is left out.

    Args:
        workspace: this year's.
        last: last year's workspace file.
        scratch: an empty folder of the caller's for the copy.

    Raises:
        FileMissing, NotAFile, NotAWorkspace, WorkspaceTooNew: it is no workspace of this program.
        EnvironmentProblem: the machine refuses; WorkspaceDamaged if its contents do not hold together.
    """
    with copy_workspace(last, scratch) as earlier:
        before, shares, units = _single(earlier), read_grid(earlier).shares, subordinates(earlier)
    now, here = _single(workspace), subordinates(workspace)
    becomes = {one.id: now[said].id for said, one in before.items() if said in now}
    known = {unit.id: find_unit(here, code=unit.code, name=unit.name) for unit in units}
    found: dict[str, dict[int, Decimal]] = {}
    for (unit_id, indicator_id), share in shares.items():
        unit = known.get(unit_id)
        if unit is not None and indicator_id in becomes:
            found.setdefault(becomes[indicator_id], {})[unit.id] = share
    return found


def _single(workspace: Workspace) -> dict[tuple[str, str], IndicatorRecord]:
    """Return the targets that can be divided, by name and unit of measure; those that share both are left out."""
    found: dict[tuple[str, str], list[IndicatorRecord]] = {}
    for one in _indicators(workspace):
        found.setdefault((one.name, one.unit), []).append(one)
    return {said: ones[0] for said, ones in found.items() if len(ones) == 1}


def _indicators(workspace: Workspace) -> Iterable[IndicatorRecord]:
    return (one for task in tasks(workspace) for one in task.indicators if is_additive(one))
