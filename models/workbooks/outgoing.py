"""Several files that leave together: made where nobody sees them, then given their names all at once, or not at all.

Making takes long and can be cancelled; placing takes a moment. So whoever has to record what leaves does so while the
files are placed, and holds the database no longer than that.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.core.errors import Cancelled, NotAFile, from_os_error
from models.core.safe_file import free_name, move_file, replace_file, sync_folder

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file that is to leave: the name that it should get, and what makes its content."""

    name: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file that waits for its place; ``path`` is where it lies until then."""

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Staged:
    """Files that wait in ``beside`` for their place in ``folder``; ``made_folder`` tells that it is new."""

    folder: Path
    beside: Path
    made_folder: bool
    files: tuple[StagedFile, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A file in its place."""

    path: Path
    sha256: str


def stage(
    files: Sequence[Outgoing],
    folder: Path,
    *,
    at: datetime,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Staged:
    """Make files beside their place.

    Args:
        files: what is to leave.
        folder: where the files will stand; it is made if only it is missing.
        at: now.
        progress: is told how many of how many files are done.
        cancelled: is asked before each file.

    Raises:
        Cancelled: a person stopped it.
        EnvironmentProblem: the machine refuses; and whatever making a file raises. In each case nothing is left.
    """
    if folder.exists() and not folder.is_dir():
        raise NotAFile(folder)
    staged = Staged(folder, folder / f".{os.getpid()}-{at:%Y%m%d%H%M%S}.part", not folder.exists(), ())
    made: list[StagedFile] = []
    try:
        folder.mkdir(exist_ok=True)
        shutil.rmtree(staged.beside, ignore_errors=True)
        staged.beside.mkdir()
        for number, file in enumerate(files):
            progress(number, len(files))
            if cancelled():
                raise Cancelled
            content = file.make()
            path = staged.beside / f"{number:05d}"
            replace_file(path, content)
            made.append(StagedFile(path, file.name, hashlib.sha256(content).hexdigest()))
        progress(len(files), len(files))
    except BaseException as error:
        drop(staged)
        if isinstance(error, OSError):
            raise from_os_error(error, folder) from error
        raise
    return Staged(folder, staged.beside, staged.made_folder, tuple(made))


def place(staged: Staged, *, beside_them: Callable[[Sequence[Placed]], tuple[str, bytes] | None]) -> tuple[Placed, ...]:
    """Give the files their names, each the first that is free.

    Args:
        staged: the files.
        beside_them: is told where the files will stand, before they do; returns the name and the content of one more,
            or None. What it raises stops everything.

    Returns:
        The files in their places, and after them the one more.

    Raises:
        EnvironmentProblem: the machine refuses. None of the files is left.
    """
    there: list[Path] = []
    try:
        placed = _places(staged)
        more = beside_them(placed)
        for file, one in zip(staged.files, placed, strict=True):
            move_file(file.path, one.path)
            there.append(one.path)
        if more is not None:
            path = free_name(staged.folder / more[0])
            replace_file(path, more[1])
            there.append(path)
            placed = (*placed, Placed(path, hashlib.sha256(more[1]).hexdigest()))
        sync_folder(staged.folder)
    except BaseException as error:
        take_back(there)
        drop(staged)
        if isinstance(error, OSError):
            raise from_os_error(error, staged.folder) from error
        raise
    shutil.rmtree(staged.beside, ignore_errors=True)
    return placed


def take_back(paths: Sequence[Path]) -> None:
    """Remove files that were placed, where what should have been recorded of them could not be."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def drop(staged: Staged) -> None:
    """Remove files that wait for their place, and the folder if it was made for them."""
    shutil.rmtree(staged.beside, ignore_errors=True)
    if staged.made_folder:
        with contextlib.suppress(OSError):
            staged.folder.rmdir()


def _places(staged: Staged) -> tuple[Placed, ...]:
    taken: set[str] = set()
    placed = []
    for file in staged.files:
        path, number = staged.folder / file.name, 1
        while path.exists() or path.name.casefold() in taken:
            number += 1
            path = staged.folder / f"{Path(file.name).stem} ({number}){Path(file.name).suffix}"
        taken.add(path.name.casefold())
        placed.append(Placed(path, file.sha256))
    return tuple(placed)
