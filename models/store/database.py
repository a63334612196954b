"""The workspace file: made, opened, checked, closed. Knows SQLite, but not what the tables mean.

A workspace is used by one thread at a time, which need not be the one that opened it. Everything is committed durably
when a transaction ends (WAL with synchronous FULL); nothing is kept in memory that the file doesn't hold.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from models.core.errors import FileMissing, NotAFile, from_os_error
from models.core.safe_file import sync_folder
from models.store.columns import from_instant, to_instant
from models.store.migrations import APPLICATION_ID, build_schema, expected_shape, migrate, schema_version, shape_of
from models.store.problems import NotAWorkspace, WorkspaceDamaged, WorkspaceExists, WorkspaceTooNew, named

if TYPE_CHECKING:
    import sqlite_utils

_BUSY_TIMEOUT: Final = 3_000  # milliseconds to wait for another program's transaction
_CHECKED_WHOLE: Final = 64 << 20  # bytes; larger files are checked page by page only when asked to (seconds, not ms)
_HEADER: Final = b"SQLite format 3\x00"


class Workspace:
    """An open workspace file. Close it, or use it as a context manager."""

    def __init__(self, path: Path, db: "sqlite_utils.Database") -> None:
        """Hold an open, checked database; use ``open_workspace`` or ``create_workspace``."""
        self.path = path
        self.db = db

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        with named(self.path):
            self.db.close()

    def __enter__(self) -> "Workspace":
        """Return the workspace itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        """Return all rows of a query.

        Raises:
            EnvironmentProblem: the machine refuses.
        """
        with named(self.path):
            return self.db.conn.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """Return the first row of a query, or None."""
        with named(self.path):
            return self.db.conn.execute(sql, parameters).fetchone()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Make the changes within the block one durable whole, or none of them.

        The write lock is taken at once: ``Database.atomic()`` begins deferred, and a transaction that reads before it
        writes then fails without waiting when another connection has written in between. Within a transaction a block
        is a savepoint.

        Raises:
            EnvironmentProblem: the machine refuses; nothing was changed.
        """
        connection = self.db.conn
        with named(self.path):
            if connection.in_transaction:
                with self.db.atomic():
                    yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


@dataclass(frozen=True, slots=True)
class WorkspaceInfo:
    """What a workspace says of itself."""

    installation_id: str
    created_at: datetime


def workspace_info(workspace: Workspace) -> WorkspaceInfo:
    """Read which installation made the workspace, and when."""
    installation_id, created_at = workspace.row("SELECT installation_id, created_at FROM workspace")
    return WorkspaceInfo(installation_id, from_instant(created_at))


def create_workspace(
    path: Path,
    *,
    installation_id: str,
    created_at: datetime,
    fill: Callable[[Workspace], object] | None = None,
) -> Workspace:
    """Make a new workspace, whole or not at all, and open it.

    Args:
        path: where; the folder must exist and the file must not.
        installation_id: which installation of the program makes it.
        created_at: now, with its time zone.
        fill: writes the first contents before the file gets its name; if it raises, there is no file.

    Raises:
        WorkspaceExists: something stands there already.
        EnvironmentProblem: the machine refuses; nothing is left behind.
    """
    if path.exists():
        raise WorkspaceExists(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _remove(beside)
        with named(path), Workspace(beside, _connect(beside, mode="rwc")) as workspace:
            with workspace.transaction() as connection:
                build_schema(connection, schema_version())
                connection.execute(
                    "INSERT INTO workspace (id, installation_id, created_at) VALUES (1, ?, ?)",
                    (installation_id, to_instant(created_at)),
                )
            _make_durable(workspace.db.conn)
            if fill is not None:
                fill(workspace)
        if path.exists():
            raise WorkspaceExists(path)
        beside.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        raise from_os_error(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            _remove(beside)
    return open_workspace(path)


def open_workspace(path: Path) -> Workspace:
    """Open a workspace file for reading and writing.

    The file may come from anywhere, so before anything in it is used:

    1. it is an existing file, and its first bytes say that it is an SQLite database of this program;
    2. its version is known;
    3. its tables, indexes, triggers and views are exactly those that the program makes for that version, so nothing in
       it can run that is not ours (until then ``trusted_schema`` is off and only the list of objects is read);
    4. its pages, types and constraints hold, and every reference leads somewhere;
    5. an older one is copied and brought up to date;
    6. it can be written.

    Raises:
        FileMissing, NotAFile, NotAWorkspace, WorkspaceTooNew: what was named is not a workspace of this program.
        EnvironmentProblem: the machine refuses; WorkspaceDamaged if the contents do not hold together.
    """
    _check_header(path)  # 1
    with named(path), contextlib.ExitStack() as undo:
        db = _connect(path, mode="rw")
        undo.callback(db.close)
        connection = db.conn
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema_version():  # 2
            raise WorkspaceTooNew(path, version, schema_version())
        if version < 1 or shape_of(connection) != expected_shape(version):  # 3
            raise NotAWorkspace(path, "other_shape")
        if path.stat().st_size <= _CHECKED_WHOLE:  # 4
            _check_contents(connection, path)
        _make_durable(connection)
        migrate(connection, path)  # 5
        connection.execute("BEGIN IMMEDIATE")  # 6
        connection.execute("ROLLBACK")
        undo.pop_all()
        return Workspace(path, db)


def copy_workspace(path: Path, folder: Path) -> Workspace:
    """Open a copy of a workspace that is only to be read, so that nothing is done to the file itself.

    Args:
        path: the file, which may be in use, older, or on a medium that cannot be written.
        folder: where the copy goes, under the file's name; nothing of that name may be there.

    Raises:
        FileMissing, NotAFile, NotAWorkspace, WorkspaceTooNew: what was named is not a workspace of this program.
        WorkspaceExists: something stands in the folder under that name.
        EnvironmentProblem: the machine refuses; WorkspaceDamaged if the contents do not hold together.
    """
    _check_header(path)
    copy = folder / path.name
    if copy.exists():
        raise WorkspaceExists(copy)
    at_rest = not path.with_name(f"{path.name}-wal").exists()  # then SQLite needs to make no file beside it
    uri = _uri(path, "ro") + ("&immutable=1" if at_rest else "")
    with named(path), contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as source:
        source.execute("PRAGMA trusted_schema = OFF")
        with contextlib.closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    return open_workspace(copy)


def _check_header(path: Path) -> None:
    if not path.exists():
        raise FileMissing(path)
    if not path.is_file():
        raise NotAFile(path)
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
    except OSError as error:
        raise from_os_error(error, path) from error
    if len(header) < 100 or not header.startswith(_HEADER):
        raise NotAWorkspace(path, "no_database")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAWorkspace(path, "other_program")


def _check_contents(connection: sqlite3.Connection, path: Path) -> None:
    finding = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if finding != "ok":
        raise WorkspaceDamaged(path, finding)
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling is not None:
        raise WorkspaceDamaged(path, f"{dangling[0]} {dangling[1]} refers to a missing row of {dangling[2]}")
    if connection.execute("SELECT count(*) FROM workspace").fetchone()[0] != 1:
        raise WorkspaceDamaged(path, "no row in workspace")


def _connect(path: Path, *, mode: str) -> "sqlite_utils.Database":
    import sqlite_utils

    # In autocommit (isolation_level None) the driver begins no transaction of its own: only ours exist.
    connection = sqlite3.connect(
        _uri(path, mode), uri=True, isolation_level=None, check_same_thread=False, timeout=_BUSY_TIMEOUT / 1000
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        # Without plug-ins: what else is installed on a computer has no business in the workspace.
        return sqlite_utils.Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def _make_durable(connection: sqlite3.Connection) -> None:
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise sqlite3.OperationalError(f"journal mode is {mode}")


def _uri(path: Path, mode: str) -> str:
    """Name a file so that neither ? nor % nor a server's name in its path means anything to SQLite."""
    name = path.absolute().as_posix()
    rooted = name if name.startswith("/") else f"/{name}"
    return f"file://{quote(rooted, safe='/:', errors='surrogateescape')}?mode={mode}"


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
