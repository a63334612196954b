"""What was done to a period as a whole: signed off, closed by a final export, reopened. Only ever added to.

A period is closed while the latest of its closings and reopenings is a closing. Whoever records an entry asks
``require_open`` within the same transaction.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.periods import Period, parse_period
from models.core.vocabulary import Role
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name

MAX_REASON: Final = 200  # characters

_COLUMNS: Final = "at, operator, period, sequence, event, role, name, check_code, reason"
_LATEST: Final = (
    "SELECT e.event, e.sequence FROM periods AS p LEFT JOIN period_events AS e ON e.seq ="
    " (SELECT max(seq) FROM period_events WHERE period = p.id AND event <> 'signed_off') WHERE p.id = ?"
)


class Event(StrEnum):
    """The kinds of events."""

    SIGNED_OFF = "signed_off"  # role, name, check_code: for the state that has this code
    CLOSED = "closed"  # check_code: of the return that closed it
    REOPENED = "reopened"  # reason; the sequence is that of the return to come


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEvent:
    """One event. ``sequence`` is the number of the return that it belongs to; what a kind doesn't have is blank."""

    at: datetime
    operator: str
    period: Period
    sequence: int
    event: Event
    role: Role | None = None
    name: str = ""
    check_code: str = ""
    reason: str = ""


@dataclass(eq=False)
class PeriodClosed(UserError):
    """The period was closed by its return number ``sequence``; nothing can be changed in it until it is reopened."""

    period: Period
    sequence: int


def period_events(workspace: Workspace, period: Period) -> tuple[PeriodEvent, ...]:
    """Return all events of a period, the first one first."""
    rows = workspace.rows(f"SELECT {_COLUMNS} FROM period_events WHERE period = ? ORDER BY seq", (period.id,))  # noqa: S608
    return tuple(map(_event, rows))


def add_event(workspace: Workspace, event: PeriodEvent) -> Changes:
    """Add an event to the trail; a sign-off, a closing or a reopening holds from then on."""
    with workspace.transaction() as connection:
        connection.execute(
            f"INSERT INTO period_events ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                to_instant(event.at),
                checked_name(event.operator, what="operator"),
                event.period.id,
                event.sequence,
                event.event.value,
                event.role.value if event.role else None,
                event.name,
                event.check_code,
                event.reason,
            ),
        )
    signed = event.event is Event.SIGNED_OFF
    return Changes(sign_offs=signed, periods=not signed)


def closing_of(workspace: Workspace, period: Period) -> PeriodEvent | None:
    """Return the event that closed a period, or None where it is open."""
    return _latest_turn(workspace, period, Event.CLOSED)


def reopening_of(workspace: Workspace, period: Period) -> PeriodEvent | None:
    """Return the event that opened a period again for the correction that is under way, or None."""
    return _latest_turn(workspace, period, Event.REOPENED)


def _latest_turn(workspace: Workspace, period: Period, wanted: Event) -> PeriodEvent | None:
    """Return the latest closing or reopening, if it is of the wanted kind."""
    row = workspace.row(
        f"SELECT {_COLUMNS} FROM period_events WHERE period = ? AND event <> 'signed_off'"  # noqa: S608
        " ORDER BY seq DESC LIMIT 1",
        (period.id,),
    )
    return _event(row) if row and row[4] == wanted else None


def require_open(connection: sqlite3.Connection, period: Period) -> bool:
    """See to it, within the caller's transaction, that a period may be changed; tell whether anything is kept of it.

    Raises:
        PeriodClosed: it may not.
    """
    row = connection.execute(_LATEST, (period.id,)).fetchone()
    if row and row[0] == Event.CLOSED:
        raise PeriodClosed(period, row[1])
    return row is not None


def demanded_roles(workspace: Workspace) -> tuple[Role, ...]:
    """Return who must sign before a return is final, in the order of signing; the 填报人 always."""
    row = workspace.row("SELECT reviewer, unit_head FROM sign_off_demands ORDER BY seq DESC LIMIT 1") or (0, 0)
    return _demanded(row[0], row[1])


def demand_changes(workspace: Workspace) -> tuple[tuple[datetime, str, tuple[Role, ...]], ...]:
    """List each change of the demands, the first one first: when, by whom, and who had to sign from then on."""
    rows = workspace.rows("SELECT at, operator, reviewer, unit_head FROM sign_off_demands ORDER BY seq")
    return tuple((from_instant(row[0]), row[1], _demanded(row[2], row[3])) for row in rows)


def demand_roles(workspace: Workspace, roles: frozenset[Role], *, operator: str, at: datetime) -> Changes:
    """Say who must sign from now on; the demands before stay on record."""
    with workspace.transaction() as connection:
        if set(demanded_roles(workspace)) == roles | {Role.FILLER}:
            return Changes()
        connection.execute(
            "INSERT INTO sign_off_demands (at, operator, reviewer, unit_head) VALUES (?, ?, ?, ?)",
            (
                to_instant(at),
                checked_name(operator, what="operator"),
                int(Role.REVIEWER in roles),
                int(Role.UNIT_HEAD in roles),
            ),
        )
    return Changes(sign_offs=True)


def _demanded(reviewer: int, unit_head: int) -> tuple[Role, ...]:
    wanted = ((Role.REVIEWER, reviewer), (Role.UNIT_HEAD, unit_head))
    return (Role.FILLER, *(role for role, demanded in wanted if demanded))


def _event(row: Any) -> PeriodEvent:
    return PeriodEvent(
        at=from_instant(row[0]),
        operator=row[1],
        period=parse_period(row[2]),
        sequence=row[3],
        event=Event(row[4]),
        role=Role(row[5]) if row[5] else None,
        name=row[6],
        check_code=row[7],
        reason=row[8],
    )
