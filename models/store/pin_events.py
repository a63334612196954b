"""What was done to people's PINs: set, changed, taken away, or reset by somebody who didn't know it. Never a PIN."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from models.core.changes import Changes
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name

_COLUMNS: Final = "at, operator, name, event, reason"


class PinAct(StrEnum):
    """What can be done to the PIN of a name."""

    SET = "set"
    CHANGED = "changed"
    REMOVED = "removed"
    RESET = "reset"  # by somebody who didn't know it; with the reason


@dataclass(frozen=True, slots=True, kw_only=True)
class PinEvent:
    """One thing that was done to the PIN of ``name``; ``operator`` was at the keyboard. Only a reset has a reason."""

    at: datetime
    operator: str
    name: str
    event: PinAct
    reason: str = ""


def add_pin_event(workspace: Workspace, event: PinEvent) -> Changes:
    """Add an event to the trail."""
    with workspace.transaction() as connection:
        connection.execute(
            f"INSERT INTO pin_events ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (
                to_instant(event.at),
                checked_name(event.operator, what="operator"),
                checked_name(event.name, what="operator"),
                event.event.value,
                event.reason,
            ),
        )
    return Changes(sign_offs=True)


def pin_events(workspace: Workspace) -> tuple[PinEvent, ...]:
    """List all that was done, the first one first."""
    return tuple(map(_event, workspace.rows(f"SELECT {_COLUMNS} FROM pin_events ORDER BY seq")))  # noqa: S608


def unanswered_resets(workspace: Workspace) -> dict[str, PinEvent]:
    """Return, by name, the reset that is the last thing that was done to its PIN: nobody has set a new one since."""
    latest = {event.name: event for event in pin_events(workspace)}
    return {name: event for name, event in latest.items() if event.event is PinAct.RESET}


def _event(row: Any) -> PinEvent:
    return PinEvent(at=from_instant(row[0]), operator=row[1], name=row[2], event=PinAct(row[3]), reason=row[4])
