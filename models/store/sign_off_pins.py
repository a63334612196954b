"""What is kept of the PINs of those who sign: what a PIN must fit, and how often in a row it didn't. Never a PIN."""

from dataclasses import dataclass
from datetime import datetime

from models.core.changes import Changes
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace


@dataclass(frozen=True, slots=True)
class KeptPin:
    """What is kept for one name. ``failures`` counts the wrong tries since the last right one."""

    name: str
    kept: str
    failures: int = 0
    failed_at: datetime | None = None


def kept_pin(workspace: Workspace, name: str) -> KeptPin | None:
    """Return what is kept for a name, or None where it has no PIN."""
    row = workspace.row("SELECT name, kept, failures, failed_at FROM sign_off_pins WHERE name = ?", (name,))
    return KeptPin(row[0], row[1], row[2], from_instant(row[3]) if row[3] else None) if row else None


def names_with_pin(workspace: Workspace) -> frozenset[str]:
    """Return the names that a PIN guards."""
    return frozenset(row[0] for row in workspace.rows("SELECT name FROM sign_off_pins"))


def keep_pin(workspace: Workspace, pin: KeptPin) -> Changes:
    """Keep what is known of a name's PIN in place of what was."""
    with workspace.transaction() as connection:
        connection.execute(
            "INSERT INTO sign_off_pins (name, kept, failures, failed_at) VALUES (?, ?, ?, ?) ON CONFLICT (name)"
            " DO UPDATE SET kept = excluded.kept, failures = excluded.failures, failed_at = excluded.failed_at",
            (pin.name, pin.kept, pin.failures, to_instant(pin.failed_at) if pin.failed_at else ""),
        )
    return Changes(sign_offs=True)


def forget_pin(workspace: Workspace, name: str) -> Changes:
    """Take the PIN of a name away."""
    with workspace.transaction() as connection:
        gone = connection.execute("DELETE FROM sign_off_pins WHERE name = ?", (name,)).rowcount
    return Changes(sign_offs=bool(gone))
