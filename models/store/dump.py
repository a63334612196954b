"""Every table of a workspace as plain rows, for the person whose data it is: what ``main.py export`` writes.

The columns are those of the schema, in its order (docs/data-export.md says what each means). Two tables stay out: the
files of returns, which are files and not data, and what a PIN must fit, which is nobody's business.
"""

from collections.abc import Iterator
from typing import Final

from models.store.database import Workspace

Cell = str | int | None

LEFT_OUT: Final = frozenset({"received_files", "sign_off_pins"})


def dumped_tables(workspace: Workspace) -> tuple[str, ...]:
    """Name the tables, in the order in which the schema makes them."""
    rows = workspace.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return tuple(name for (name,) in rows if name not in LEFT_OUT)


def columns_of(workspace: Workspace, table: str) -> tuple[str, ...]:
    """Name the columns of a table."""
    return tuple(row[1] for row in workspace.rows(f'PRAGMA table_info("{table}")'))


def dumped_rows(workspace: Workspace, table: str) -> Iterator[tuple[Cell, ...]]:
    """Return the rows of a table by its key, one after the other; amounts and days are text, as they are stored."""
    if table not in dumped_tables(workspace):
        raise ValueError(f"no such table: {table}")
    names = ", ".join(f'"{name}"' for name in columns_of(workspace, table))
    return iter(workspace.db.conn.execute(f'SELECT {names} FROM "{table}" ORDER BY 1'))  # noqa: S608
