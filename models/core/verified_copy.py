"""Copying files to a stick so that they are really there: written, flushed, read back, compared."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from models.core.errors import Cancelled, EnvironmentProblem, FileMissing, from_os_error
from models.core.safe_file import free_name, write_file

_CHUNK: Final = 1 << 20


@dataclass(eq=False)
class CopyDiffers(EnvironmentProblem):
    """What was read back from the stick is not what was written: the stick is failing, or is not what it says."""

    path: Path


@dataclass(frozen=True, slots=True)
class Copied:
    """One file that arrived. ``was_there`` tells that the same file lay there already and nothing was written."""

    source: Path
    target: Path
    sha256: str
    was_there: bool = False


def copy_verified(
    sources: Sequence[Path],
    folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = bool,
) -> tuple[Copied, ...]:
    """Copy files into a folder, mostly on a stick, and make sure of each.

    A file of the same name and content is left as it is; one of the same name and another content is left too, and the
    copy gets the next free name.

    Args:
        sources: the files.
        folder: where to; it must exist.
        progress: is told how many bytes are done, and of how many.
        cancelled: is asked between files.

    Raises:
        FileMissing: a source is gone.
        Cancelled: the person stopped; what was copied until then stays.
        CopyDiffers, EnvironmentProblem: the stick refuses; no half file has a final name.
    """
    sizes = [_size(source) for source in sources]
    total, done = sum(sizes), 0
    copied = []
    for source, size in zip(sources, sizes, strict=True):
        if cancelled():
            raise Cancelled
        copied.append(_copy(source, folder))
        done += size
        if progress is not None:
            progress(done, total)
    return tuple(copied)


def _copy(source: Path, folder: Path) -> Copied:
    digest = _sum_of(source)
    target = folder / source.name
    if target.is_file() and _sum_of(target) == digest:
        return Copied(source, target, digest, was_there=True)
    target = free_name(target)

    def write(stream: BinaryIO) -> None:
        with source.open("rb") as original:
            while chunk := original.read(_CHUNK):
                stream.write(chunk)

    write_file(target, write)
    _forget_cached(target)
    if _sum_of(target) != digest:
        raise CopyDiffers(target)
    return Copied(source, target, digest)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(error, path) from error


def _sum_of(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise from_os_error(error, path) from error
    return digest.hexdigest()


def _forget_cached(path: Path) -> None:
    """Ask the system to read the file from the stick and not from memory, where it can be asked."""
    if hasattr(os, "posix_fadvise"):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
