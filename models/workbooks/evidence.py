"""A return with its evidence beside it, in one folder or one zip; and whether what lies there is what was signed for.

The layout is the same in both::

    示例局_2021_第二季度_1/
        示例局_2021_第二季度_1.xlsx      the signed return, which lists every file with its size and SHA-256
        佐证材料/06-7K3QXM/验收意见.pdf  each file, in a folder of its task

A folder or a zip that comes from outside is hostile until checked. Nothing is unpacked: files are looked up by the
names that the verified return lists, read up to the size that it states, and summed. Before that a zip is bounded
(``archive``), and has exactly one workbook at the top, no larger than a return can be.
"""

import contextlib
import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Final

from models.core.errors import from_os_error
from models.core.paths import file_name
from models.core.safe_file import place_folder, replace_file, write_file
from models.signing.package import MAX_FILE as MAX_RETURN
from models.work.evidence import MAX_FILE, MAX_PERIOD
from models.work.return_content import ReturnContent, ReturnEvidence
from models.workbooks.archive import DAMAGE, Archive, Bounds, BundleRefused, open_archive

FOLDER: Final = "佐证材料"
MAX_BUNDLE: Final = MAX_PERIOD + MAX_RETURN + 2_000_000  # bytes
MAX_ENTRIES: Final = 4_000
BOUNDS: Final = Bounds(MAX_BUNDLE, MAX_ENTRIES)
_CHUNK: Final = 1 << 20

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


def check_archive(content: ReturnContent, archive: Archive, beside: PurePosixPath) -> tuple[EvidenceFinding, ...]:
    """Hold the evidence in a zip against what a verified return in it lists.

    Args:
        content: of the return.
        archive: the zip.
        beside: the folder within it in which the return lies.

    Raises:
        BundleRefused: the zip is damaged.
    """
    names = [name.relative_to(beside) for name in archive.entries if name.is_relative_to(beside)]
    present = [str(name) for name in names if name.parts[:1] == (FOLDER,)]
    try:
        return _compared(content.evidence, lambda file: archive.open(beside / place_of(file)), present)
    except OSError as error:
        raise BundleRefused(archive.path, "damaged") from error


def returns_in(archive: Archive) -> list[PurePosixPath]:
    """List the workbooks in a zip that are no evidence."""
    return [name for name in archive.entries if FOLDER not in name.parts and name.suffix.lower() == ".xlsx"]


class Bundle:
    """A zip with one return and its evidence, open and bounded; made by ``open_bundle``."""

    def __init__(self, archive: Archive) -> None:
        """Find the return.

        Raises:
            BundleRefused: there is none, or more than one.
        """
        self._archive = archive
        tops = returns_in(archive)
        if len(tops) != 1:
            raise BundleRefused(archive.path, "several_returns" if tops else "no_return")
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
        return self._archive.read(self._return, MAX_RETURN)

    def check(self, content: ReturnContent) -> tuple[EvidenceFinding, ...]:
        """Hold the evidence in the zip against what the return in it, verified meanwhile, lists."""
        return check_archive(content, self._archive, self._return.parent)


@contextlib.contextmanager
def open_bundle(path: Path) -> Iterator[Bundle]:
    """Open a zip that should hold a return and its evidence.

    Raises:
        BundleRefused: it is not such a zip, or is one that nobody should open.
        FileMissing, NotAFile: there is no file.
        EnvironmentProblem: it can't be read.
    """
    with open_archive(path, BOUNDS) as archive:
        yield Bundle(archive)


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
        except DAMAGE:
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
