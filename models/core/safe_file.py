"""The one way to write a file: beside its final name, flushed, synced, then moved over it.

A reader sees the old file or the new one, whole; never a half.
"""

import contextlib
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from models.core.errors import FileInUse, NotAFile, from_os_error

# A virus scanner or an indexer holds a fresh file for a moment on Windows; a person's Excel holds it for long.
_WAITS = (0.01, 0.03, 0.1, 0.3, 0.6)


def replace_file(path: Path, content: bytes, *, mode: int = 0o644, sleep: Callable[[float], None] = time.sleep) -> None:
    """Write ``content`` under ``path``, whole or not at all, durably.

    Args:
        path: the final name; its folder must exist.
        content: all of the file.
        mode: permissions on systems that have them; 0o600 for secrets.
        sleep: how to wait between tries while another program holds the file.

    Raises:
        NotAFile: a folder or a device has that name.
        EnvironmentProblem: the system refuses; the old file, if any, is untouched and nothing is left beside it.
    """
    if path.exists() and not path.is_file():
        raise NotAFile(path)

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    write_file(path, write, mode=mode, sleep=sleep)


def write_file(
    path: Path,
    write: Callable[[BinaryIO], None],
    *,
    mode: int = 0o644,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Let ``write`` fill a file that is too large for one piece of memory; else as ``replace_file``."""
    beside = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        # What a crash left there goes first, so that the new file has its own permissions and is nobody's link.
        beside.unlink(missing_ok=True)
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(descriptor, "w+b") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        _move_over(beside, path, sleep)
        sync_folder(path.parent)
    except OSError as error:
        raise from_os_error(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def place_folder(path: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder with all that ``fill`` puts into it, whole or not at all.

    Args:
        path: the final name, which is free; its parent must exist.
        fill: writes into the folder that it is handed, each file by a function of this module.

    Raises:
        EnvironmentProblem: the system refuses; there is no such folder, and nothing is left beside it.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        fill(beside)
        for wait in (*_WAITS, 0.0):
            try:
                beside.rename(path)
                break
            except PermissionError:  # a virus scanner looks at what has just been written
                if not wait:
                    raise
                time.sleep(wait)
        sync_folder(path.parent)
    except OSError as error:
        raise from_os_error(error, path) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def move_file(beside: Path, path: Path, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Give a file that is written its final name, in the same folder or below it; whoever calls syncs the folder.

    Raises:
        EnvironmentProblem: another program holds one of the two.
        OSError: the system refuses for another reason.
    """
    _move_over(beside, path, sleep)


def _move_over(beside: Path, path: Path, sleep: Callable[[float], None]) -> None:
    for wait in _WAITS:
        try:
            beside.replace(path)
        except PermissionError:
            sleep(wait)
        else:
            return
    try:
        beside.replace(path)
    except PermissionError as error:
        # Windows answers "access denied" too when the target is held open; a folder without permission fails earlier.
        raise (FileInUse(path) if os.name == "nt" else from_os_error(error, path)) from error


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable; Windows does this by itself and cannot open folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def free_name(path: Path) -> Path:
    """Return ``path``, or the first of ``name (2).ext``, ``name (3).ext`` … that does not exist yet."""
    number = 1
    candidate = path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate
