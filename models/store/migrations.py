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
from models.store.step_exchange import add_exchange
from models.store.step_sign_offs import add_sign_offs_and_evidence
from models.store.step_signers import add_signers
from models.store.step_traces import add_traces

Step = Callable[[sqlite3.Connection], None]
Shape = frozenset[tuple[str, str, str, str | None]]

APPLICATION_ID: Final = 0x59445753  # "YDWS", at offset 68 of the file


def step_2(connection: sqlite3.Connection) -> None:
    """Let a plan be replaced by a later version: what has records is retired, and each change of the plan is kept.

    Indicators learn where they start and whether the document states a rate.
    """
    amount = (
        "length({0}) <= 40 AND {0} GLOB '[0-9]*' AND {0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '*.*.*'"
        " AND {0} NOT GLOB '0[0-9]*' AND {0} NOT GLOB '*.' AND {0} NOT GLOB '*.*0'"
    ).format("baseline")
    moment = (
        "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]"
        "[+-][0-2][0-9]:[0-5][0-9]'"
    )
    connection.execute(f"ALTER TABLE indicators ADD COLUMN baseline TEXT CHECK ({amount})")
    connection.execute("ALTER TABLE indicators ADD COLUMN per TEXT CHECK (per IN ('month', 'quarter', 'half', 'year'))")
    for table in ("tasks", "indicators"):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN retired_at TEXT CHECK ({moment.format('retired_at')})")
    connection.execute(
        "CREATE TABLE plan_changes (seq INTEGER PRIMARY KEY,"
        f" at TEXT NOT NULL CHECK ({moment.format('at')}),"
        " operator TEXT NOT NULL CHECK (length(operator) BETWEEN 1 AND 100),"
        " task_id TEXT NOT NULL CHECK (length(task_id) BETWEEN 1 AND 64),"
        " event TEXT NOT NULL CHECK ("
        "event IN ('added', 'reworded', 'retired', 'removed', 'restored', 'target', 'duties')),"
        " subject TEXT NOT NULL, old TEXT, new TEXT, CHECK (old IS NOT new)) STRICT"
    )
    connection.execute("CREATE INDEX plan_changes_of_task ON plan_changes (task_id)")
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER plan_changes_are_never_{verb.lower()}d BEFORE {verb} ON plan_changes"
            " BEGIN SELECT RAISE(ABORT, 'the changes of the plan are append-only'); END"
        )


# STEPS[0] makes version 2 of version 1.
STEPS: Final[tuple[Step, ...]] = (step_2, add_sign_offs_and_evidence, add_signers, add_exchange, add_traces)


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
