"""The three things that can go wrong without being a bug. Anything else that is raised is one.

Errors carry facts, not sentences: each concrete class is a small dataclass whose fields are what a sentence needs (a
path, a reason code, a figure). ``ui/messages`` holds one table that turns every class into *what happened · what it
means · what to do* in the reader's language; a test walks all subclasses and fails on one that has no sentence.
"""

import errno
from dataclasses import dataclass
from pathlib import Path


class UserError(Exception):
    """What was given is wrong: a file that is no plan, a value that is no number."""


class EnvironmentProblem(Exception):
    """The machine refuses: disk full, no permission, file locked by another program."""


class Cancelled(Exception):
    """The person stopped a running operation; nothing was changed."""


@dataclass(eq=False)
class FileMissing(UserError):
    """The named file does not exist."""

    path: Path


@dataclass(eq=False)
class NotAFile(UserError):
    """The named path is a folder or a device, not a file."""

    path: Path


@dataclass(eq=False)
class FileTooLarge(UserError):
    """The file is larger than anything of its kind can be.

    ``size`` and ``limit`` are bytes.
    """

    path: Path
    size: int
    limit: int


@dataclass(eq=False)
class DiskFull(EnvironmentProblem):
    """There is no room (or no quota) left where the file should go."""

    path: Path


@dataclass(eq=False)
class NoPermission(EnvironmentProblem):
    """The user may not read or write there, or the folder is read-only."""

    path: Path


@dataclass(eq=False)
class FileInUse(EnvironmentProblem):
    """Another program (mostly Excel or WPS) holds the file open."""

    path: Path


@dataclass(eq=False)
class FolderMissing(EnvironmentProblem):
    """The folder is gone: a stick pulled, a share not connected."""

    path: Path


@dataclass(eq=False)
class PathTooLong(EnvironmentProblem):
    """The system does not accept a path of this length."""

    path: Path


@dataclass(eq=False)
class FileProblem(EnvironmentProblem):
    """Any other refusal of the operating system; ``detail`` is its own wording."""

    path: Path
    detail: str


_WINDOWS_IN_USE = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


def from_os_error(error: OSError, path: Path) -> EnvironmentProblem:
    """Name what the operating system refused.

    >>> type(from_os_error(OSError(errno.ENOSPC, "full"), Path("a.xlsx"))).__name__
    'DiskFull'
    """
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE or error.errno in {errno.EBUSY, errno.ETXTBSY}:
        return FileInUse(path)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull(path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return NoPermission(path)
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENODEV}:
        return FolderMissing(path)
    if error.errno == errno.ENAMETOOLONG:
        return PathTooLong(path)
    return FileProblem(path, error.strerror or str(error))
