"""Units: whose workspace this is. The others that it knows stand in the directory."""

from datetime import datetime

from models.core.changes import Changes
from models.store.columns import to_instant
from models.store.database import Workspace
from models.store.names import checked_unit_code, checked_unit_name
from models.store.problems import DuplicateUnit
from models.store.records import Unit

__all__ = ["Unit", "own_unit", "set_own_unit"]


def own_unit(workspace: Workspace) -> Unit | None:
    """Return the unit that the workspace belongs to, or None before it was named."""
    row = workspace.row("SELECT id, code, name FROM units WHERE is_own = 1")
    return Unit(row[0], row[1], row[2], is_own=True) if row else None


def set_own_unit(workspace: Workspace, *, name: str, code: str, at: datetime) -> Changes:
    """Name the unit that the workspace belongs to, or rename it. Its code may be blank until a superior gives one.

    Raises:
        NameMissing, NameTooLong: the name is none, or one of both is too long.
        DuplicateUnit: a unit of the directory has this code.
    """
    name, code = checked_unit_name(name), checked_unit_code(code)
    with workspace.transaction() as connection:
        own = own_unit(workspace)
        if own and (own.name, own.code) == (name, code):
            return Changes()
        if code and connection.execute("SELECT 1 FROM units WHERE code = ? AND is_own = 0", (code,)).fetchone():
            raise DuplicateUnit(code, name)
        if own:
            connection.execute("UPDATE units SET name = ?, code = ? WHERE id = ?", (name, code, own.id))
        else:
            connection.execute(
                "INSERT INTO units (code, name, is_own, since) VALUES (?, ?, 1, ?)", (code, name, to_instant(at))
            )
    return Changes(units=True)
