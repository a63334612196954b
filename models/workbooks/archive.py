"""A zip from outside, bounded before anything reads it, its entries by safe names. Nothing is unpacked.

1. it is not larger than what it should hold;
2. its directory has so many entries and bytes at most, is where it says, and has no second one (zip64);
3. no name leaves the folder or comes twice, in whatever case; nothing is encrypted.
"""

import contextlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Final

from models.core.errors import FileMissing, NotAFile, UserError, from_os_error
from models.core.paths import file_name

DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)

_DIRECTORY_PER_ENTRY: Final = 500  # bytes of a zip's own list for each entry that it may have
_UTF8: Final = 0x800  # the flag of an entry whose name is UTF-8
_ENCRYPTED: Final = 0x1
_END: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_ZIP64_LOCATOR: Final = b"PK\x06\x07"


@dataclass(eq=False)
class BundleRefused(UserError):
    """A zip is not one of returns with their evidence.

    ``reason``: ``not_zip``, ``too_large``, ``too_many``, ``name`` (one that leaves the folder or comes twice),
    ``encrypted``, ``damaged``, ``no_return``, ``several_returns``.
    """

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a zip, and its list of entries, may be."""

    size: int  # bytes
    entries: int


class Archive:
    """An open zip whose names are safe; made by ``open_archive``."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        """Look through the names.

        Raises:
            BundleRefused: one of them should not be.
        """
        self.path = path
        self._archive = archive
        self.entries = dict(self._named(archive.infolist()))

    def open(self, name: PurePosixPath) -> IO[bytes] | None:
        """Open an entry, or return None where there is none; reading may raise one of ``DAMAGE``."""
        info = self.entries.get(name)
        return None if info is None else self._archive.open(info)

    def read(self, name: PurePosixPath, limit: int) -> bytes:
        """Read an entry that is there.

        Raises:
            BundleRefused: it is larger than ``limit`` bytes, or the zip is damaged there.
        """
        info = self.entries[name]
        if info.file_size > limit:
            raise BundleRefused(self.path, "too_large")
        try:
            with self._archive.open(info) as stream:
                data = stream.read(limit + 1)
        except (*DAMAGE, OSError) as error:
            raise BundleRefused(self.path, "damaged") from error
        if len(data) > limit:
            raise BundleRefused(self.path, "too_large")
        return data

    def _named(self, infos: Iterable[zipfile.ZipInfo]) -> Iterator[tuple[PurePosixPath, zipfile.ZipInfo]]:
        known: set[str] = set()
        for info in infos:
            if info.is_dir():
                continue
            if info.flag_bits & _ENCRYPTED:
                raise BundleRefused(self.path, "encrypted")
            name = _decoded(info)
            parts = name.split("/")
            unsafe = any(part in {"", ".", ".."} or part != file_name(part) for part in parts)
            if unsafe or "\\" in info.orig_filename or name.casefold() in known:
                raise BundleRefused(self.path, "name")
            known.add(name.casefold())
            yield PurePosixPath(*parts), info


@contextlib.contextmanager
def open_archive(path: Path, bounds: Bounds) -> Iterator[Archive]:
    """Open a zip.

    Raises:
        BundleRefused: it is one that nobody should open.
        FileMissing, NotAFile: there is no file.
        EnvironmentProblem: it can't be read.
    """
    if not path.is_file():
        raise NotAFile(path) if path.exists() else FileMissing(path)
    with contextlib.ExitStack() as opened:
        try:
            stream = opened.enter_context(path.open("rb"))
        except OSError as error:
            raise from_os_error(error, path) from error
        yield opened.enter_context(archive_in(stream, path, bounds))


@contextlib.contextmanager
def archive_in(stream: IO[bytes], path: Path, bounds: Bounds) -> Iterator[Archive]:
    """Open a zip in a stream that can be sought; ``path`` names it in refusals.

    Raises:
        BundleRefused: it is one that nobody should open.
        EnvironmentProblem: it can't be read.
    """
    with contextlib.ExitStack() as opened:
        try:
            _require_bounded(path, stream, bounds)
            archive = Archive(path, opened.enter_context(zipfile.ZipFile(stream)))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise BundleRefused(path, "damaged") from error
        except OSError as error:
            raise from_os_error(error, path) from error
        yield archive


def _require_bounded(path: Path, stream: IO[bytes], bounds: Bounds) -> None:
    """Check a zip's own directory before anything reads it."""
    size = stream.seek(0, 2)
    if size > bounds.size:  # 1
        raise BundleRefused(path, "too_large")
    start = max(0, size - _END_LENGTH - 0xFFFF)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_LENGTH:
        raise BundleRefused(path, "not_zip")
    entries, length = (
        int.from_bytes(tail[at + 10 : at + 12], "little"),
        int.from_bytes(tail[at + 12 : at + 16], "little"),
    )
    if entries > bounds.entries or length > bounds.entries * _DIRECTORY_PER_ENTRY:  # 2
        raise BundleRefused(path, "too_many")
    if tail[max(0, at - 20) : at].startswith(_ZIP64_LOCATOR):
        raise BundleRefused(path, "damaged")
    stream.seek(0)


def _decoded(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; Windows' Explorer writes Chinese ones without saying in which encoding."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename
