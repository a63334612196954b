"""Counts the statements that a workspace runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from models.store.database import Workspace


@contextmanager
def statements(workspace: Workspace) -> Iterator[list[str]]:
    """Collect what SQLite runs within the block."""
    seen: list[str] = []
    workspace.db.conn.set_trace_callback(seen.append)
    try:
        yield seen
    finally:
        workspace.db.conn.set_trace_callback(None)
