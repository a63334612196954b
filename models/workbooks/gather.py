"""Files that may be returns, wherever they lie: found in folders and zips, and examined one by one. Knows no workspace.

A file is examined where it lies, with the evidence beside it; what comes of it is a ``Candidate``, plain facts that can
be made in any process. Only one that ``receive`` would let in has a lot of ``None``: where it belongs is then for
``collect`` to say.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Final

from models.core.errors import EnvironmentProblem, UserError, from_os_error
from models.core.periods import Period
from models.signing.findings import Outcome
from models.signing.package import MAX_FILE
from models.signing.trust import Trust
from models.signing.verify import Signer
from models.work.return_content import ReturnContent
from models.workbooks.archive import Archive, Bounds, BundleRefused, archive_in, open_archive
from models.workbooks.blank_form_cells import NotABlankForm
from models.workbooks.blank_form_read import Finding, read_blank_form
from models.workbooks.canonical import return_check_code
from models.workbooks.evidence import FOLDER, EvidenceFinding, check_archive, check_folder, returns_in
from models.workbooks.examine import Examination, Remark, examine
from models.workbooks.glance import is_blank_form

MAX_FILES: Final = 50_000  # that are looked at in one go
_ZIP: Final = Bounds(4_000_000_000, 65_000)
_INNER_ZIP: Final = Bounds(250_000_000, 4_000)  # a zip within a zip
_LOCK: Final = "~$"  # how Excel and WPS begin the name of the file that tells others that one is open


class Lot(StrEnum):
    """Into which of the piles a file is sorted."""

    TAKEN = "taken"  # new here, and waiting for review
    SIGNER_UNKNOWN = "signer-unknown"  # in order; a person has to confirm the fingerprint first
    SIGNER_DIFFERS = "signer-differs"  # in order, but by another signer than this unit's known one
    ALTERED = "altered"  # changed since it was signed, or the signature taken off
    WRONG_PERIOD = "wrong-period"  # in order, but of another period than is being collected, or of another year
    OLDER = "older"  # in order, but a later one of this unit and period is here
    DUPLICATE = "duplicate"  # here already
    CONFLICT = "conflict"  # another content under a number that is here already
    UNKNOWN_UNIT = "unknown-unit"  # in order, but the unit is not in the directory
    OTHER_PLAN = "other-plan"  # in order, but on another document
    UNSIGNED_FORM = "unsigned-form"  # a form filled by hand; a person has to confirm it
    UNREADABLE_FORM = "unreadable-form"  # a form filled by hand in which something can't be read
    DRAFT = "draft"  # marked as a draft by its own unit
    NOT_OURS = "not-ours"  # nothing that a unit reports with
    DAMAGED = "damaged"  # cut or broken on its way
    UNREADABLE = "unreadable"  # the machine can't read it


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may be a return: a path, or an entry of a zip, or an entry of a zip within that zip."""

    path: Path
    entries: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.entries[-1]).name if self.entries else self.path.name

    @property
    def where(self) -> str:
        """Where it lies, for a person."""
        return " › ".join((str(self.path), *self.entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One examined file.

    ``lot`` is None where the file is in order as far as can be told without a workspace. Of one that is not, unit,
    period and sequence are only claimed. ``trouble`` holds what the examination found, ``unread`` the cells of a form
    filled by hand that can't be read, ``error`` why the file could not be examined.
    """

    source: Source
    lot: Lot | None
    sha256: str = ""
    data: bytes = b""
    unit_name: str = ""
    unit_code: str = ""
    period: Period | None = None
    sequence: int | None = None
    check_code: str = ""
    signer: Signer | None = None
    signed_at: datetime | None = None
    content: ReturnContent | None = None
    evidence: tuple[EvidenceFinding, ...] = ()
    trouble: tuple[Remark, ...] = ()
    unread: tuple[Finding, ...] = ()
    error: Exception | None = field(default=None, compare=False)


def find_sources(paths: Sequence[Path]) -> tuple[Source, ...]:
    """Find the workbooks in some files, folders and zips, in the order of their names; evidence is none of them.

    Links are not followed, and at most 50,000 files are looked at. A zip that can't be opened is a source itself, so
    that somebody is told.

    Raises:
        EnvironmentProblem: a folder can't be read.
    """
    found: dict[Source, None] = {}
    for path in paths:
        for one in _files_in(path):
            for source in _sources_in(one):
                found[source] = None
            if len(found) >= MAX_FILES:
                return tuple(found)[:MAX_FILES]
    return tuple(found)


def examine_sources(sources: Iterable[Source], trust: Trust) -> Iterator[Candidate]:
    """Examine files with the evidence beside them, one after the other; each zip is opened once for all within it.

    Never raises, whatever the files: what can't be read is a candidate that says so.
    """
    for path, of_path in groupby(sources, key=lambda source: source.path):
        group = tuple(of_path)
        if path.suffix.lower() != ".zip":
            yield from (_examined(source, trust, _FileAt(path)) for source in group)
            continue
        try:
            with open_archive(path, _ZIP) as archive:
                yield from _examined_in(archive, group, trust)
        except (UserError, EnvironmentProblem) as error:
            yield from (_refused(source, error) for source in group)


def _examined_in(archive: Archive, group: Sequence[Source], trust: Trust) -> Iterator[Candidate]:
    """Examine entries of one open zip, and those of zips within it."""
    for outer, of_outer in groupby(group, key=lambda source: source.entries[:-1] if source.entries else None):
        within = tuple(of_outer)
        if outer:
            try:
                with _inner(archive, PurePosixPath(outer[0])) as inner:
                    yield from (_examined(source, trust, _Entry(inner, source.entries[-1])) for source in within)
            except (UserError, EnvironmentProblem) as error:
                yield from (_refused(source, error) for source in within)
        elif outer is None:  # the zip itself: it opens, and there is nothing of ours in it
            yield from (_refused(source, BundleRefused(archive.path, "no_return")) for source in within)
        else:
            yield from (_examined(source, trust, _Entry(archive, source.entries[-1])) for source in within)


@dataclass(frozen=True, slots=True)
class _FileAt:
    """A file in a folder."""

    path: Path

    def read(self) -> bytes:
        try:
            with self.path.open("rb") as stream:
                return stream.read(MAX_FILE + 1)
        except OSError as error:
            raise from_os_error(error, self.path) from error

    def look_beside(self, content: ReturnContent) -> tuple[EvidenceFinding, ...]:
        return check_folder(content, self.path.parent)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of an open zip."""

    archive: Archive
    name: str

    def read(self) -> bytes:
        return self.archive.read(PurePosixPath(self.name), MAX_FILE)

    def look_beside(self, content: ReturnContent) -> tuple[EvidenceFinding, ...]:
        return check_archive(content, self.archive, PurePosixPath(self.name).parent)


def _examined(source: Source, trust: Trust, place: _FileAt | _Entry) -> Candidate:
    try:
        data = place.read()
        if is_blank_form(data):
            return _form(source, data)
        found = _candidate(source, data, examine(data, trust))
        return found if found.content is None else replace(found, evidence=place.look_beside(found.content))
    except (UserError, EnvironmentProblem) as error:
        return _refused(source, error)


def _refused(source: Source, error: Exception) -> Candidate:
    if isinstance(error, BundleRefused):
        return Candidate(source=source, lot=Lot.DAMAGED if error.reason == "damaged" else Lot.NOT_OURS, error=error)
    return Candidate(source=source, lot=Lot.UNREADABLE, error=error)


def _candidate(source: Source, data: bytes, found: Examination) -> Candidate:
    return Candidate(
        source=source,
        lot=_lot(found),
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        unit_name=found.unit_name,
        unit_code=found.unit_code,
        period=found.period,
        sequence=found.sequence,
        check_code=found.check_code,
        signer=found.signer,
        signed_at=found.signed_at,
        content=found.content,
        trouble=found.findings,
    )


def _form(source: Source, data: bytes) -> Candidate:
    """Read a form that was filled by hand: in order only as far as it can be read, and if a person stands for it."""
    try:
        read = read_blank_form(data)
    except NotABlankForm:
        return Candidate(source=source, lot=Lot.NOT_OURS, sha256=hashlib.sha256(data).hexdigest())
    head = read.content.head
    return Candidate(
        source=source,
        lot=Lot.UNREADABLE_FORM if read.findings else Lot.UNSIGNED_FORM,
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        unit_name=head.unit_name,
        unit_code=head.unit_code,
        period=head.period,
        sequence=head.sequence,
        check_code=return_check_code(read.content),
        content=None if read.findings else read.content,
        unread=read.findings,
    )


_LOTS: Final = {
    Outcome.DAMAGED: Lot.DAMAGED,
    Outcome.NOT_OURS: Lot.NOT_OURS,
    Outcome.ALTERED: Lot.ALTERED,
    Outcome.UNSIGNED: Lot.ALTERED,
    Outcome.SIGNER_DIFFERS: Lot.SIGNER_DIFFERS,
    Outcome.SIGNER_UNKNOWN: Lot.SIGNER_UNKNOWN,
    Outcome.TRUSTED: None,
}


def _lot(found: Examination) -> Lot | None:
    lot = _LOTS[found.outcome]
    if lot not in {None, Lot.SIGNER_UNKNOWN}:
        return lot
    if found.content is None:  # an assignment or a receipt
        return Lot.NOT_OURS
    return Lot.DRAFT if found.is_draft else lot


def _files_in(path: Path) -> Iterator[Path]:
    """List a file, or what lies below a folder, by name; no links, no evidence, no lock files."""
    if not path.is_dir():
        yield path
        return
    try:
        children = sorted(path.iterdir())
    except OSError as error:
        raise from_os_error(error, path) from error
    for child in children:
        if child.is_symlink() or child.name.startswith((_LOCK, ".")):
            continue
        if child.is_dir():
            if child.name != FOLDER:
                yield from _files_in(child)
        elif child.suffix.lower() in {".xlsx", ".zip"}:
            yield child


def _sources_in(path: Path) -> Iterator[Source]:
    if path.suffix.lower() != ".zip":
        yield Source(path)
        return
    try:
        with open_archive(path, _ZIP) as archive:
            entries = list(_entries_of(archive))
    except (UserError, EnvironmentProblem):
        entries = []
    yield from (Source(path, entry) for entry in entries)
    if not entries:
        yield Source(path)


def _entries_of(archive: Archive) -> Iterator[tuple[str, ...]]:
    for name in returns_in(archive):
        if not name.name.startswith(_LOCK):
            yield (str(name),)
    for name in archive.entries:
        if name.suffix.lower() == ".zip" and FOLDER not in name.parts:
            try:
                with _inner(archive, name) as inner:
                    within = [(str(name), str(entry)) for entry in returns_in(inner)]
            except (UserError, EnvironmentProblem):
                within = []
            yield from within
            if not within:
                yield (str(name),)


def _inner(archive: Archive, name: PurePosixPath) -> AbstractContextManager[Archive]:
    data = archive.read(name, _INNER_ZIP.size)
    return archive_in(io.BytesIO(data), archive.path, _INNER_ZIP)
