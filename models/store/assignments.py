"""下达: the grid of tasks by units as it stands, its trail, and the assignments that left.

A cell of the grid is a unit's part in a task (``Duty``), and below it the unit's share of each of the task's targets. A
share needs a part: setting one gives 牵头, and taking the part away takes the shares with it. Each change has its row
in a trail that is only ever added to.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.numbers import checked_amount, plain
from models.core.vocabulary import Duty
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name

_DUTIES: Final = (
    "SELECT d.unit_id, d.task_id, d.duty FROM duties AS d JOIN tasks AS t ON t.id = d.task_id"
    " JOIN units AS u ON u.id = d.unit_id"
    " WHERE t.retired_at IS NULL AND t.plan_id = (SELECT plan_id FROM workspace) AND u.retired_at IS NULL"
)
_SHARES: Final = (
    "SELECT s.unit_id, s.indicator_id, s.amount FROM shares AS s JOIN indicators AS i ON i.id = s.indicator_id"
    " JOIN tasks AS t ON t.id = i.task_id JOIN units AS u ON u.id = s.unit_id"
    " JOIN duties AS d ON d.unit_id = s.unit_id AND d.task_id = t.id"
    " WHERE i.retired_at IS NULL AND t.retired_at IS NULL AND t.plan_id = (SELECT plan_id FROM workspace)"
    " AND u.retired_at IS NULL"
)
_OF_TASKS: Final = " AND t.id IN (SELECT value FROM json_each(?))"
_ISSUED: Final = "unit_id, plan_id, version, check_code, fingerprint, file_name, sha256, at, operator"

Cell = Duty | Decimal | None


@dataclass(frozen=True, slots=True)
class Grid:
    """What stands in the grid: parts by (unit's id, task's id), shares by (unit's id, indicator's id)."""

    duties: Mapping[tuple[int, str], Duty]
    shares: Mapping[tuple[int, str], Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridEdit:
    """One cell set to something new, or to None for nothing: without an indicator the part, with one its share."""

    unit_id: int
    task_id: str
    indicator_id: str | None = None
    new: Cell


@dataclass(frozen=True, slots=True)
class Assigned:
    """What editing did: which kinds of things changed, and the edits that take it back when made in turn.

    ``made`` are the cells that really changed, in order, with those that a change took along.
    """

    changes: Changes
    undo: tuple[GridEdit, ...]
    made: tuple[GridEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridChange:
    """One row of the trail: who changed which cell, when, from what, to what."""

    at: datetime
    operator: str
    unit_id: int
    task_id: str
    indicator_id: str | None
    old: Cell
    new: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedAssignment:
    """One signed assignment that left. ``version`` counts from 1 for each unit and year."""

    unit_id: int
    plan_id: str
    version: int
    check_code: str
    fingerprint: str
    file_name: str
    sha256: str
    at: datetime
    operator: str


@dataclass(eq=False)
class CellGone(UserError):
    """A cell should be set that the grid has no more: its unit is retired, or the plan lost the task or the target."""

    task_id: str


def read_grid(workspace: Workspace, *, tasks: Iterable[str] | None = None) -> Grid:
    """Read the grid of the current plan, in two queries; retired tasks, targets and units are left out.

    Args:
        workspace: whose.
        tasks: the ids of those whose rows are read; None reads all.
    """
    narrowed, only = ("", ()) if tasks is None else (_OF_TASKS, (json.dumps(sorted(tasks)),))
    return Grid(
        {(unit_id, task_id): Duty(duty) for unit_id, task_id, duty in workspace.rows(_DUTIES + narrowed, only)},
        {
            (unit_id, indicator_id): Decimal(amount)
            for unit_id, indicator_id, amount in workspace.rows(_SHARES + narrowed, only)
        },
    )


def edit_grid(workspace: Workspace, edits: Sequence[GridEdit], *, operator: str, at: datetime) -> Assigned:
    """Set cells of the grid, in one durable transaction, with one row of the trail for each that really changed.

    Args:
        workspace: where.
        edits: in order; all of them are made, or none.
        operator: who assigns.
        at: now, with its time zone.

    Raises:
        CellGone: the grid has no such cell any more.
        NotANumber: a share is below zero or has too many digits.
        NameMissing, NameTooLong: the operator's name is none.
    """
    operator = checked_name(operator, what="operator")
    wanted = [_normal(edit) for edit in edits]
    with workspace.transaction() as connection:
        indicators = _task_indicators(workspace)
        _require_cells(workspace, wanted, indicators)
        standing = _Standing(read_grid(workspace, tasks={edit.task_id for edit in wanted}), indicators)
        for edit in wanted:
            standing.set(edit)
        made = standing.made
        standing.write(connection)
        connection.executemany(
            "INSERT INTO assignment_edits (at, operator, unit_id, task_id, indicator_id, old, new)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    to_instant(at),
                    operator,
                    edit.unit_id,
                    edit.task_id,
                    edit.indicator_id,
                    _spelled(old),
                    _spelled(edit.new),
                )
                for edit, old in made
            ],
        )
    return Assigned(
        Changes(assignments=bool(made)),
        tuple(replace(edit, new=old) for edit, old in reversed(made)),
        tuple(edit for edit, _ in made),
    )


def grid_changes(
    workspace: Workspace, *, unit_id: int | None = None, task_id: str | None = None, limit: int = 100
) -> tuple[GridChange, ...]:
    """Return the latest changes of the grid, newest first: of a unit, of a task, of both, or all."""
    rows = workspace.rows(
        "SELECT at, operator, unit_id, task_id, indicator_id, old, new FROM assignment_edits"
        " WHERE unit_id = coalesce(?, unit_id) AND task_id = coalesce(?, task_id) ORDER BY seq DESC LIMIT ?",
        (unit_id, task_id, limit),
    )
    return tuple(
        GridChange(
            at=from_instant(row[0]),
            operator=row[1],
            unit_id=row[2],
            task_id=row[3],
            indicator_id=row[4],
            old=_read(row[4], row[5]),
            new=_read(row[4], row[6]),
        )
        for row in rows
    )


def issued(workspace: Workspace, *, unit_id: int | None = None) -> tuple[IssuedAssignment, ...]:
    """List the assignments that left, newest first, in one query: to one unit, or to all."""
    rows = workspace.rows(
        f"SELECT {_ISSUED} FROM assignments_issued WHERE unit_id = coalesce(?, unit_id) ORDER BY id DESC",  # noqa: S608
        (unit_id,),
    )
    return tuple(map(_issued, rows))


def last_issued(workspace: Workspace, unit_id: int) -> IssuedAssignment | None:
    """Return the latest assignment that left to a unit, or None."""
    return next(iter(issued(workspace, unit_id=unit_id)), None)


def add_issued(workspace: Workspace, assignment: IssuedAssignment) -> Changes:
    """Keep that an assignment left."""
    with workspace.transaction() as connection:
        connection.execute(
            f"INSERT INTO assignments_issued ({_ISSUED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                assignment.unit_id,
                assignment.plan_id,
                assignment.version,
                assignment.check_code,
                assignment.fingerprint,
                assignment.file_name,
                assignment.sha256,
                to_instant(assignment.at),
                checked_name(assignment.operator, what="operator"),
            ),
        )
    return Changes(assignments=True)


class _Standing:
    """The grid while edits are made to it, and what is to be written in the end."""

    def __init__(self, grid: Grid, indicators: Mapping[str, tuple[str, ...]]) -> None:
        self._duties = dict(grid.duties)
        self._shares = dict(grid.shares)
        self._indicators = indicators
        self.made: list[tuple[GridEdit, Cell]] = []

    def set(self, edit: GridEdit) -> None:
        """Make an edit, with what it takes along."""
        if edit.indicator_id is None:
            if edit.new is None:
                for indicator_id in self._indicators.get(edit.task_id, ()):
                    self._put(replace(edit, indicator_id=indicator_id))
        elif edit.new is not None and (edit.unit_id, edit.task_id) not in self._duties:
            self._put(replace(edit, indicator_id=None, new=Duty.LEAD))
        self._put(edit)

    def write(self, connection: Any) -> None:
        """Write the cells that were touched, as they stand in the end."""
        duties = {(edit.unit_id, edit.task_id) for edit, _ in self.made if edit.indicator_id is None}
        shares = {(edit.unit_id, edit.indicator_id) for edit, _ in self.made if edit.indicator_id is not None}
        connection.executemany(
            "INSERT INTO duties (unit_id, task_id, duty) VALUES (?, ?, ?)"
            " ON CONFLICT (unit_id, task_id) DO UPDATE SET duty = excluded.duty",
            [(*place, self._duties[place].value) for place in duties if place in self._duties],
        )
        connection.executemany(
            "DELETE FROM duties WHERE unit_id = ? AND task_id = ?", [one for one in duties if one not in self._duties]
        )
        connection.executemany(
            "INSERT INTO shares (unit_id, indicator_id, amount) VALUES (?, ?, ?)"
            " ON CONFLICT (unit_id, indicator_id) DO UPDATE SET amount = excluded.amount",
            [(*place, plain(self._shares[place])) for place in shares if place in self._shares],
        )
        connection.executemany(
            "DELETE FROM shares WHERE unit_id = ? AND indicator_id = ?",
            [one for one in shares if one not in self._shares],
        )

    def _put(self, edit: GridEdit) -> None:
        cells: dict[tuple[int, str], Any] = self._duties if edit.indicator_id is None else self._shares
        place = (edit.unit_id, edit.indicator_id or edit.task_id)
        old = cells.get(place)
        if old == edit.new:
            return
        if edit.new is None:
            del cells[place]
        else:
            cells[place] = edit.new
        self.made.append((edit, old))


def _normal(edit: GridEdit) -> GridEdit:
    if edit.new is None:
        return edit
    if isinstance(edit.new, Decimal) != (edit.indicator_id is not None):
        raise TypeError("a share belongs to an indicator, a part to a task")
    return replace(edit, new=checked_amount(edit.new)) if isinstance(edit.new, Decimal) else edit


def _require_cells(workspace: Workspace, edits: Iterable[GridEdit], indicators: Mapping[str, tuple[str, ...]]) -> None:
    units = {row[0] for row in workspace.rows("SELECT id FROM units WHERE is_own = 0 AND retired_at IS NULL")}
    for edit in edits:
        known = indicators.get(edit.task_id)
        if edit.unit_id not in units or known is None or (edit.indicator_id and edit.indicator_id not in known):
            raise CellGone(edit.task_id)


def _task_indicators(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """Return the tasks of the current plan, each with the ids of its targets."""
    found: dict[str, tuple[str, ...]] = {}
    for task_id, indicator_id in workspace.rows(
        "SELECT t.id, i.id FROM tasks AS t LEFT JOIN indicators AS i ON i.task_id = t.id AND i.retired_at IS NULL"
        " WHERE t.retired_at IS NULL AND t.plan_id = (SELECT plan_id FROM workspace) ORDER BY t.number, i.position"
    ):
        found[task_id] = (*found.get(task_id, ()), *((indicator_id,) if indicator_id else ()))
    return found


def _spelled(cell: Cell) -> str | None:
    match cell:
        case Decimal():
            return plain(cell)
        case Duty():
            return cell.value
        case None:
            return None


def _read(indicator_id: str | None, text: str | None) -> Cell:
    if text is None:
        return None
    return Duty(text) if indicator_id is None else Decimal(text)


def _issued(row: Any) -> IssuedAssignment:
    return IssuedAssignment(
        unit_id=row[0],
        plan_id=row[1],
        version=row[2],
        check_code=row[3],
        fingerprint=row[4],
        file_name=row[5],
        sha256=row[6],
        at=from_instant(row[7]),
        operator=row[8],
    )
