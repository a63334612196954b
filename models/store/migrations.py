"""How a workspace file gets its shape, and how an older one gets today's.

``schema.sql`` is version 1 and is never edited again. Each later version is one numbered step on top of it, so that a
new file and an old one reach the same shape by the same way, and what a file of any version must look like can be known
by building it in memory.

- A step is a function that takes the connection; it runs in one transaction together with the new version number.
- Before the first step on a file, a whole copy is put beside it.
- A version number is never used twice, and steps are never edited once released.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from models.core.safe_file import free_name, sync_folder

Step = Callable[[sqlite3.Connection], None]
Shape = frozenset[tuple[str, str, str, str | None]]

APPLICATION_ID: Final = 0x59445753  # "YDWS", at offset 68 of the file
STEPS: Final[tuple[Step, ...]] = ()  # STEPS[0] makes version 2 of version 1


def schema_version(steps: Sequence[Step] = STEPS) -> int:
    """Return the version that this program writes."""
    return 1 + len(steps)


def build_schema(connection: sqlite3.Connection, version: int, steps: Sequence[Step] = STEPS) -> None:
    """Give an empty database the shape of ``version``, within the caller's transaction if there is one."""
    for statement in _statements(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")):
        connection.execute(statement)
    for step in steps[: version - 1]:
        step(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def shape_of(connection: sqlite3.Connection) -> Shape:
    """Return all tables, indexes, triggers and views with the statements that made them. Runs none of them."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def expected_shape(version: int, steps: Sequence[Step] = STEPS) -> Shape:
    """Return the shape that a file of ``version`` must have."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build_schema(connection, version, steps)
        return shape_of(connection)


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> Path | None:
    """Bring a file of an older version to today's, one step after the other.

    Args:
        connection: open on the file, whose shape has been checked.
        path: the file, for the copy beside it.
        steps: all steps there are.

    Returns:
        The copy of the file as it was, or None where nothing had to be done.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= schema_version(steps):
        return None
    copy = _copy_beside(connection, path, version)
    for number, step in enumerate(steps[version - 1 :], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    return copy


def _copy_beside(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    copy = free_name(path.with_name(f"{path.stem}.v{version}{path.suffix}"))
    part = copy.with_name(f".{copy.name}.part")
    part.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(part)) as target:
        target.execute("PRAGMA synchronous = FULL")
        connection.backup(target)
    part.replace(copy)
    sync_folder(copy.parent)
    return copy


def _statements(script: str) -> list[str]:
    """Part a script into statements; ``executescript`` would commit the caller's transaction."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        if not pending and (not line.strip() or line.startswith("--")):
            continue
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending.strip():
        raise ValueError("the schema ends within a statement")
    return found
