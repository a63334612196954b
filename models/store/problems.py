"""What can be wrong with a workspace file or with what is to be stored in it; and SQLite's refusals by their names.

SQLite's own exceptions leave the store only where they mean a bug; every other one becomes a dataclass here.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.core.errors import (
    DiskFull,
    EnvironmentProblem,
    FileInUse,
    FileProblem,
    FolderMissing,
    NoPermission,
    UserError,
)


@dataclass(eq=False)
class NotAWorkspace(UserError):
    """The file is not a workspace.

    ``reason``: ``no_database`` (not SQLite at all), ``other_program`` (another program's database), ``other_shape``
    (marked as a workspace, but its tables, triggers or views are not those of one).
    """

    path: Path
    reason: str


@dataclass(eq=False)
class WorkspaceTooNew(UserError):
    """The workspace was written by a newer program; ``supported`` is the newest version that this one knows."""

    path: Path
    version: int
    supported: int


@dataclass(eq=False)
class WorkspaceExists(UserError):
    """A new workspace should be made where a file stands already."""

    path: Path


@dataclass(eq=False)
class WorkspaceDamaged(EnvironmentProblem):
    """The file is a workspace, but its contents do not hold together; ``detail`` is SQLite's wording."""

    path: Path
    detail: str


@dataclass(eq=False)
class NameMissing(UserError):
    """A name was left blank; ``what``: ``unit``, ``operator``, ``weight`` (a column to distribute by)."""

    what: str


@dataclass(eq=False)
class NameTooLong(UserError):
    """A name is longer than one can be; the others are characters.

    ``what``: ``unit``, ``unit_code``, ``operator``, ``weight``; of a unit also ``short_name``, ``level``, ``kind``,
    ``contact``.
    """

    what: str
    length: int
    limit: int


@dataclass(eq=False)
class DuplicateUnit(UserError):
    """Two units would have the same code, or the same name where that is all that tells them apart."""

    code: str
    name: str


@dataclass(eq=False)
class TextTooLong(UserError):
    """A text is longer than a field holds; ``field`` is the field's code, the others are characters."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class ReasonMissing(UserError):
    """ "No data" was chosen without saying why."""


@dataclass(eq=False)
class PlanInUse(UserError):
    """The document differs from the one in the workspace, on which something has been recorded already."""

    title: str


_PRIMARY: Final = 0xFF  # an extended result code carries its kind in the low byte
_BY_CODE: Final[Mapping[int, Callable[[Path], EnvironmentProblem]]] = {
    sqlite3.SQLITE_BUSY: FileInUse,
    sqlite3.SQLITE_LOCKED: FileInUse,
    sqlite3.SQLITE_PROTOCOL: FileInUse,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: NoPermission,
    sqlite3.SQLITE_PERM: NoPermission,
    sqlite3.SQLITE_AUTH: NoPermission,
}


def from_sqlite_error(error: sqlite3.Error, path: Path) -> EnvironmentProblem | None:
    """Name what SQLite was refused by the machine, or return None where the error means a bug in the program."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in _BY_CODE:
        return _BY_CODE[code](path)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return WorkspaceDamaged(path, str(error))
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}:
        if not path.parent.is_dir():
            return FolderMissing(path)
        return NoPermission(path) if code == sqlite3.SQLITE_CANTOPEN else FileProblem(path, str(error))
    return None


@contextlib.contextmanager
def named(path: Path) -> Iterator[None]:
    """Turn SQLite's exceptions within the block into the program's own, where they have a name."""
    try:
        yield
    except sqlite3.Error as error:
        problem = from_sqlite_error(error, path)
        if problem is None:
            raise
        raise problem from error
