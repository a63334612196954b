"""The people who type into this workspace, and who of them does so now."""

from datetime import datetime

from models.core.changes import Changes
from models.store.columns import to_instant
from models.store.database import Workspace
from models.store.names import checked_name
from models.store.records import Operator

__all__ = ["Operator", "add_operator", "choose_operator", "current_operator", "operator_named", "operators"]


def operators(workspace: Workspace) -> tuple[Operator, ...]:
    """List the people, first comer first."""
    return tuple(Operator(*row) for row in workspace.rows("SELECT id, name FROM operators ORDER BY id"))


def operator_named(workspace: Workspace, name: str) -> Operator | None:
    """Return the person of that name, or None."""
    row = workspace.row("SELECT id, name FROM operators WHERE name = ?", (checked_name(name, what="operator"),))
    return Operator(*row) if row else None


def current_operator(workspace: Workspace) -> Operator | None:
    """Return who types now, or None before anybody was named."""
    row = workspace.row("SELECT o.id, o.name FROM workspace AS w JOIN operators AS o ON o.id = w.operator_id")
    return Operator(*row) if row else None


def add_operator(workspace: Workspace, *, name: str, at: datetime) -> Changes:
    """Add a person; the first one is chosen at once. A name that is there already changes nothing.

    Raises:
        NameMissing, NameTooLong: the name is none.
    """
    name = checked_name(name, what="operator")
    with workspace.transaction() as connection:
        if operator_named(workspace, name):
            return Changes()
        added = connection.execute("INSERT INTO operators (name, since) VALUES (?, ?)", (name, to_instant(at)))
        connection.execute("UPDATE workspace SET operator_id = ? WHERE operator_id IS NULL", (added.lastrowid,))
    return Changes(operators=True)


def choose_operator(workspace: Workspace, operator_id: int) -> Changes:
    """Make one of the people the one who types now."""
    with workspace.transaction() as connection:
        changed = connection.execute(
            "UPDATE workspace SET operator_id = ?1 WHERE operator_id IS NOT ?1", (operator_id,)
        ).rowcount
    return Changes(operators=bool(changed))
