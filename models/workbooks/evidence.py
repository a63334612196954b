"""A return with its evidence beside it, in one folder or one zip; and whether what lies there is what was signed for.

The layout is the same in both::

    示例局_2021_第二季度_1/
        示例局_2021_第二季度_1.xlsx      the signed return, which lists every file with its size and SHA-256
        佐证材料/06-7K3QXM/验收意见.pdf  each file, in a folder of its task

A folder or a zip that comes from outside is hostile until checked. Nothing is unpacked: files are looked up by the
names that the verified return lists, read up to the size that it states, and summed. Before that a zip is bounded:

1. it is not larger than a return with all the evidence that there may be;
2. its directory has so many entries and bytes at most, is where it says, and has no second one (zip64);
3. no name leaves the folder or comes twice, in whatever case; nothing is encrypted;
4. there is exactly one workbook at the top, no larger than a return can be.
"""

import contextlib
import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Final

from models.core.errors import FileMissing, NotAFile, UserError, from_os_error
from models.core.paths import file_name
from models.core.safe_file import place_folder, replace_file, write_file
from models.signing.package import MAX_FILE as MAX_RETURN
from models.work.evidence import MAX_FILE, MAX_PERIOD
from models.work.return_content import ReturnContent, ReturnEvidence

FOLDER: Final = "佐证材料"
MAX_BUNDLE: Final = MAX_PERIOD + MAX_RETURN + 2_000_000  # bytes
MAX_ENTRIES: Final = 4_000
_MAX_DIRECTORY: Final = 2_000_000  # bytes of a zip's own list of its entries
_CHUNK: Final = 1 << 20
_UTF8: Final = 0x800  # the flag of an entry whose name is UTF-8
_ENCRYPTED: Final = 0x1
_END: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_ZIP64_LOCATOR: Final = b"PK\x06\x07"

_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)

ReadFile = Callable[[ReturnEvidence], bytes]


class Fate(StrEnum):
    """What can be wrong with a file of evidence."""

    MISSING = "missing"  # listed, and not there
    ALTERED = "altered"  # there, and not what is listed
    EXTRA = "extra"  # there, and not listed


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """One file that is not in order; ``where`` is its place beside the return."""

    fate: Fate
    where: str


@dataclass(eq=False)
class BundleRefused(UserError):
    """A zip is not a return with its evidence.

    ``reason``: ``not_zip``, ``too_large``, ``too_many``, ``name`` (one that leaves the folder or comes twice),
    ``encrypted``, ``damaged``, ``no_return``, ``several_returns``.
    """

    path: Path
    reason: str


def place_of(file: ReturnEvidence) -> PurePosixPath:
    """Return where a file lies beside its return; whatever the return says, that is below the evidence's folder."""
    return PurePosixPath(FOLDER, file_name(file.task_id), file_name(file.name))


def write_in_folder(folder: Path, name: str, data: bytes, evidence: Iterable[ReturnEvidence], read: ReadFile) -> None:
    """Write a return with its evidence into a new folder, whole or not at all.

    Args:
        folder: its final name, which is free.
        name: of the return's file.
        data: the signed return.
        evidence: what it lists.
        read: gives the content of a listed file.

    Raises:
        EvidenceLost: what ``read`` raises.
        EnvironmentProblem: the machine refuses; there is no folder.
    """

    def fill(beside: Path) -> None:
        replace_file(beside / name, data)
        for file in evidence:
            path = beside / place_of(file)
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, read(file))

    place_folder(folder, fill)


def write_in_zip(path: Path, name: str, data: bytes, evidence: Iterable[ReturnEvidence], read: ReadFile) -> None:
    """Write a return with its evidence into a zip, whole or not at all; else as ``write_in_folder``."""
    top = PurePosixPath(path.stem)

    def write(stream: BinaryIO) -> None:
        # Pictures, PDF and workbooks are packed already; packing them again would only take time.
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_entry(top / name), data)
            for file in evidence:
                archive.writestr(_entry(top / place_of(file)), read(file))

    write_file(path, write)


def check_folder(content: ReturnContent, beside: Path) -> tuple[EvidenceFinding, ...]:
    """Hold the evidence that lies beside a verified return against what the return lists.

    Args:
        content: of a return that was verified.
        beside: the folder in which it lies.

    Raises:
        EnvironmentProblem: a file is there and can't be read.
    """

    def open_file(file: ReturnEvidence) -> IO[bytes] | None:
        path = beside / place_of(file)
        return path.open("rb") if path.is_file() else None

    try:
        return _compared(content.evidence, open_file, _names_below(beside))
    except OSError as error:
        raise from_os_error(error, beside) from error


class Bundle:
    """A zip with a return and its evidence, open and bounded; made by ``open_bundle``."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        """Look through the names.

        Raises:
            BundleRefused: they are not those of a return with its evidence.
        """
        self._path = path
        self._archive = archive
        self._entries = dict(self._named(archive.infolist()))
        tops = [name for name in self._entries if FOLDER not in name.parts and name.suffix.lower() == ".xlsx"]
        if len(tops) != 1:
            raise BundleRefused(path, "several_returns" if tops else "no_return")
        (self._return,) = tops

    @property
    def return_name(self) -> str:
        """The name of the return's file."""
        return self._return.name

    def return_data(self) -> bytes:
        """Read the return, which is as untrusted as any other file.

        Raises:
            BundleRefused: it is too large, or the zip is damaged there.
        """
        info = self._entries[self._return]
        if info.file_size > MAX_RETURN:
            raise BundleRefused(self._path, "too_large")
        try:
            with self._archive.open(info) as stream:
                data = stream.read(MAX_RETURN + 1)
        except (*_DAMAGE, OSError) as error:
            raise BundleRefused(self._path, "damaged") from error
        if len(data) > MAX_RETURN:
            raise BundleRefused(self._path, "too_large")
        return data

    def check(self, content: ReturnContent) -> tuple[EvidenceFinding, ...]:
        """Hold the evidence in the zip against what the return in it, verified meanwhile, lists."""
        below = {
            name.relative_to(self._return.parent): info for name, info in self._entries.items() if self._is_in(name)
        }

        def open_entry(file: ReturnEvidence) -> IO[bytes] | None:
            info = below.get(place_of(file))
            return None if info is None else self._archive.open(info)

        names = [str(name) for name in below if name.parts[:1] == (FOLDER,)]
        try:
            return _compared(content.evidence, open_entry, names)
        except OSError as error:
            raise BundleRefused(self._path, "damaged") from error

    def _is_in(self, name: PurePosixPath) -> bool:
        return name.parts[: len(self._return.parent.parts)] == self._return.parent.parts

    def _named(self, infos: Iterable[zipfile.ZipInfo]) -> Iterator[tuple[PurePosixPath, zipfile.ZipInfo]]:
        known: set[str] = set()
        for info in infos:
            if info.is_dir():
                continue
            if info.flag_bits & _ENCRYPTED:
                raise BundleRefused(self._path, "encrypted")
            name = _decoded(info)
            parts = name.split("/")
            unsafe = any(part in {"", ".", ".."} or part != file_name(part) for part in parts)
            if unsafe or "\\" in info.orig_filename or name.casefold() in known:
                raise BundleRefused(self._path, "name")
            known.add(name.casefold())
            yield PurePosixPath(*parts), info


@contextlib.contextmanager
def open_bundle(path: Path) -> Iterator[Bundle]:
    """Open a zip that should hold a return and its evidence.

    Raises:
        BundleRefused: it is not such a zip, or is one that nobody should open.
        FileMissing, NotAFile: there is no file.
        EnvironmentProblem: it can't be read.
    """
    if not path.is_file():
        raise NotAFile(path) if path.exists() else FileMissing(path)
    with contextlib.ExitStack() as opened:
        try:
            stream = opened.enter_context(path.open("rb"))
            _require_bounded(path, stream)
            bundle = Bundle(path, opened.enter_context(zipfile.ZipFile(stream)))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise BundleRefused(path, "damaged") from error
        except OSError as error:
            raise from_os_error(error, path) from error
        yield bundle


def _require_bounded(path: Path, stream: BinaryIO) -> None:
    """Check a zip's own directory before anything reads it."""
    size = stream.seek(0, 2)
    if size > MAX_BUNDLE:  # 1
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
    if entries > MAX_ENTRIES or length > _MAX_DIRECTORY:  # 2
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


def _entry(name: PurePosixPath) -> zipfile.ZipInfo:
    # Without the moment of writing: the same return with the same files is the same zip but for the signature.
    info = zipfile.ZipInfo(str(name), (1980, 1, 1, 0, 0, 0))
    info.external_attr = 0o644 << 16
    return info


def _compared(
    listed: tuple[ReturnEvidence, ...], open_file: Callable[[ReturnEvidence], IO[bytes] | None], present: Iterable[str]
) -> tuple[EvidenceFinding, ...]:
    findings = []
    total = 0
    for file in listed:
        where = str(place_of(file))
        total += file.size
        try:
            stream = open_file(file)
            if stream is None:
                findings.append(EvidenceFinding(Fate.MISSING, where))
                continue
            with stream as opened:
                bounded = file.size <= MAX_FILE and total <= MAX_PERIOD
                sound = bounded and _is_sound(opened, file)
        except _DAMAGE:
            sound = False
        if not sound:
            findings.append(EvidenceFinding(Fate.ALTERED, where))
    known = {str(place_of(file)).casefold() for file in listed}
    findings += [EvidenceFinding(Fate.EXTRA, name) for name in sorted(present) if name.casefold() not in known]
    return tuple(findings)


def _is_sound(stream: IO[bytes], file: ReturnEvidence) -> bool:
    """Tell whether a file is the listed one, reading no more than one byte beyond its size."""
    digest, left = hashlib.sha256(), file.size
    while chunk := stream.read(min(_CHUNK, left + 1)):
        left -= len(chunk)
        if left < 0:
            return False
        digest.update(chunk)
    return left == 0 and digest.hexdigest() == file.sha256


def _names_below(beside: Path) -> list[str]:
    """List what lies in the evidence's folder, no more than there can be of it."""
    found: list[str] = []
    root = beside / FOLDER
    if not root.is_dir():
        return found
    for path in root.rglob("*"):
        if path.is_file():
            found.append(path.relative_to(beside).as_posix())
        if len(found) > MAX_ENTRIES:
            break
    return found
