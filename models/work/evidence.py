"""佐证材料: files that are attached to entries, copied into a folder beside the workspace, each under its SHA-256.

1. A file is read whole, measured, and kept under the sum of its bytes: whole or not at all, once however often it is
   attached, and never changed again. What is taken off an entry stays there while it can be brought back, which is
   until the workspace is opened the next time. Then ``clean_evidence`` takes away what is attached nowhere and stands
   on no return that went out.
2. Its name is made safe for every system and tells its kind; two files of one entry never differ in case only.
3. There are limits for one file and for a period, and some kinds of files are not evidence: what runs when opened.

Which entry has which file is the store's to know.
"""

import contextlib
import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError, from_os_error
from models.core.paths import file_name
from models.core.safe_file import replace_file, sync_folder
from models.core.texts import clean_name
from models.store.evidence_records import EvidenceFile

MAX_FILE: Final = 20_000_000  # bytes
MAX_PERIOD: Final = 200_000_000  # bytes of all files of a period together
MAX_FILES: Final = 1_000  # of a period
MAX_NAME: Final = 80  # characters, the ending included

# What Windows runs, or lets run something, when it is opened by a double click.
_RUNNABLE: Final = re.compile(
    r"\.(app|bat|chm|cmd|com|cpl|exe|hta|inf|ins|iso|jar|jse?|lnk|ms[cip]|pif|ps1|reg|scf|scr|sct|sh|url|vbs?|vbe|vhd"
    r"|ws[cfh])",
    re.IGNORECASE,
)
_SUM: Final = re.compile("[0-9a-f]{64}")  # the name of a kept file
_YOUNG: Final = timedelta(days=1)
_MAX_ENDING: Final = 12  # characters; what is as long is no ending


@dataclass(eq=False)
class NotEvidence(UserError):
    """A file of this kind is not attached, for opening it would run it; ``name`` is the file's."""

    name: str


@dataclass(eq=False)
class EmptyFile(UserError):
    """The file has no content."""

    name: str


@dataclass(eq=False)
class TooMuchEvidence(UserError):
    """With this file a period would have more evidence than ``limit`` bytes, or than ``most`` files."""

    name: str
    limit: int
    most: int


@dataclass(eq=False)
class AlreadyAttached(UserError):
    """Files whose content is attached to the entry already, by their ``names``; they were not attached again."""

    names: tuple[str, ...]


@dataclass(eq=False)
class EvidenceLost(UserError):
    """An attached file is not in the workspace's folder any more, or not as it was attached."""

    name: str


def evidence_folder(workspace: Path) -> Path:
    """Return where a workspace keeps its evidence: beside it, with the ending ``.evidence``."""
    return workspace.with_suffix(".evidence")


def safe_name(text: str) -> str:
    """Return a file's name as it is kept: one line, safe on every system, short, its ending unharmed.

    >>> safe_name("../现场 照片?.JPG"), safe_name("a" * 100 + ".pdf") == "a" * 76 + ".pdf"
    ('现场 照片_.JPG', True)
    """
    last = text.replace("\\", "/").rpartition("/")[2]  # Windows' separator parts names wherever they come from
    visible = clean_name("".join(c for c in last if unicodedata.category(c) not in {"Cf", "Cs", "Co"})).rstrip(" .")
    stem, ending = _parted(unicodedata.normalize("NFC", visible))
    safe = file_name(stem[: MAX_NAME - len(ending)].rstrip(" .") + ending)
    return safe if len(safe) <= MAX_NAME else safe_name(safe)  # a mark before a reserved name may make it longer


def _parted(name: str) -> tuple[str, str]:
    """Part a name into stem and ending; the ending has its dot, or is blank."""
    stem, _, ending = name.rpartition(".")
    return (stem, f".{ending}") if stem and 0 < len(ending) < _MAX_ENDING else (name, "")


def free_evidence_name(name: str, taken: Iterable[str]) -> str:
    """Return the name, or the first of ``name (2).ext`` … that is not taken, whatever the case.

    >>> free_evidence_name("a.PDF", ["A.pdf", "a (2).pdf"])
    'a (3).PDF'
    """
    known = {one.casefold() for one in taken}
    (stem, ending), number, candidate = _parted(name), 1, name
    while candidate.casefold() in known:
        number += 1
        mark = f" ({number})"
        candidate = f"{stem[: MAX_NAME - len(ending) - len(mark)]}{mark}{ending}"
    return candidate


def read_evidence(path: Path) -> bytes:
    """Read a file that should become evidence.

    Raises:
        FileMissing, NotAFile, FileTooLarge, NotEvidence: it can't be evidence.
        EnvironmentProblem: it can't be read.
    """
    try:
        if not path.is_file():
            raise NotAFile(path) if path.exists() else FileMissing(path)
        _require_harmless(path.name)
        size = path.stat().st_size
        if size > MAX_FILE:
            raise FileTooLarge(path, size, MAX_FILE)
        with path.open("rb") as stream:
            content = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise from_os_error(error, path) from error
    if len(content) > MAX_FILE:
        raise FileTooLarge(path, len(content), MAX_FILE)
    return content


def keep_evidence(folder: Path, *, name: str, content: bytes) -> EvidenceFile:
    """Keep a file's content in the folder, durably, and return what is to be recorded of it.

    Raises:
        NotEvidence, EmptyFile, FileTooLarge: it can't be evidence.
        EnvironmentProblem: the machine refuses; there is no half of a file.
    """
    safe = safe_name(name)
    _require_harmless(safe)
    if not content:
        raise EmptyFile(safe)
    if len(content) > MAX_FILE:
        raise FileTooLarge(Path(safe), len(content), MAX_FILE)
    digest = hashlib.sha256(content).hexdigest()
    file = EvidenceFile(safe, len(content), digest)
    try:
        if not folder.is_dir():
            folder.mkdir()
            sync_folder(folder.parent)
    except OSError as error:
        raise from_os_error(error, folder) from error
    if not _is_kept(folder, file):
        replace_file(folder / digest, content)
    else:
        with contextlib.suppress(OSError):  # young again: it is about to be attached
            os.utime(folder / digest)
    return file


def clean_evidence(folder: Path, *, wanted: frozenset[str], now: datetime) -> int:
    """Take away the copies that nothing refers to any more, and return how many they were.

    Only files that this module wrote are looked at, and of them only those that are a day old: another window may have
    copied one in a moment ago and not recorded it yet.

    Args:
        folder: the workspace's.
        wanted: the sums (SHA-256) of what is attached now, or stands on a return that went out.
        now: by the clock that the file system goes by.
    """
    gone, there = 0, []
    with contextlib.suppress(OSError):
        there = list(folder.iterdir())
    for path in there:
        if not _SUM.fullmatch(path.name) or path.name in wanted:
            continue
        with contextlib.suppress(OSError, ValueError, OverflowError):  # a moment that is none counts as young
            if now - datetime.fromtimestamp(path.stat().st_mtime, UTC) > _YOUNG:
                path.unlink()
                gone += 1
    return gone


def evidence_content(folder: Path, file: EvidenceFile) -> bytes:
    """Return the content of an attached file.

    Raises:
        EvidenceLost: it is gone, or not what was attached.
        EnvironmentProblem: it can't be read.
    """
    path = folder / file.sha256
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise EvidenceLost(file.name) from None
    except OSError as error:
        raise from_os_error(error, path) from error
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise EvidenceLost(file.name)
    return content


def named_freely(
    files: Sequence[EvidenceFile], attached: Sequence[EvidenceFile]
) -> tuple[tuple[EvidenceFile, ...], tuple[str, ...]]:
    """Return the files under names that are free beside what is attached, and the names of those that are there.

    A file is there already if its content is, under whatever name.
    """
    there = list(attached)
    new: list[EvidenceFile] = []
    known: list[str] = []
    for file in files:
        if any(one.sha256 == file.sha256 for one in there):
            known.append(file.name)
            continue
        named = replace(file, name=free_evidence_name(file.name, [one.name for one in there]))
        there.append(named)
        new.append(named)
    return tuple(new), tuple(known)


def require_room(new: Sequence[EvidenceFile], kept: Iterable[EvidenceFile]) -> None:
    """See to it that a period has room for some files more.

    Raises:
        TooMuchEvidence: it has not.
    """
    sizes = [file.size for file in kept]
    for file in new:
        sizes.append(file.size)
        if len(sizes) > MAX_FILES or sum(sizes) > MAX_PERIOD:
            raise TooMuchEvidence(file.name, MAX_PERIOD, MAX_FILES)


def _require_harmless(name: str) -> None:
    if _RUNNABLE.fullmatch(_parted(name.rstrip(" ."))[1]):
        raise NotEvidence(name)


def _is_kept(folder: Path, file: EvidenceFile) -> bool:
    try:
        evidence_content(folder, file)
    except EvidenceLost:
        return False
    return True
