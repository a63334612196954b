"""The periods that were opened in this workspace, and the one that is being worked on."""

from models.core.changes import Changes
from models.core.periods import Period, parse_period
from models.store.database import Workspace

__all__ = ["choose_period", "current_period", "ensure_period", "periods"]


def periods(workspace: Workspace) -> tuple[Period, ...]:
    """List the opened periods by their end; of those that end on one day the longest last."""
    found = (parse_period(row[0]) for row in workspace.rows("SELECT id FROM periods"))
    return tuple(sorted(found, key=lambda period: (period.ends_on, -period.starts_on.toordinal())))


def current_period(workspace: Workspace) -> Period | None:
    """Return the period that is being worked on, or None before one was opened."""
    (text,) = workspace.row("SELECT period FROM workspace")
    return parse_period(text) if text else None


def ensure_period(workspace: Workspace, period: Period) -> Changes:
    """Open a period; one that is open already stays as it is."""
    with workspace.transaction() as connection:
        opened = connection.execute("INSERT INTO periods (id) VALUES (?) ON CONFLICT DO NOTHING", (period.id,)).rowcount
    return Changes(periods=bool(opened))


def choose_period(workspace: Workspace, period: Period) -> Changes:
    """Make a period the one that is being worked on; it is opened if it was not."""
    with workspace.transaction() as connection:
        opened = ensure_period(workspace, period)
        chosen = connection.execute("UPDATE workspace SET period = ?1 WHERE period IS NOT ?1", (period.id,)).rowcount
    return opened | Changes(periods=bool(chosen))
