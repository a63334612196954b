"""What a unit does with its signing identity over the years: another passphrase, another computer, another key.

- Nothing is ever lost: before an identity file is replaced, the one that was there is kept beside it under its own
  fingerprint, still locked as it was.
- A file from outside is checked before anything is touched, and taken whole or not at all.
- A key that takes another's place is announced by the one before, where that can still be opened and still holds.

What the workspace's database has to know of this, ``signers`` writes; here are files only.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from models.core.account_secret import ensure_account_secret
from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError, from_os_error
from models.core.paths import Places
from models.core.safe_file import free_name, replace_file
from models.signing.certificate import UnitCertificate
from models.signing.identity import (
    Identity,
    IdentityDamaged,
    IdentityOfAnotherUnit,
    LockedIdentity,
    Protection,
    create_identity,
    fit_unit,
    protect,
    protection_of,
    read_locked,
    require_unit,
    unlock,
)
from models.signing.pfx import read_pfx
from models.signing.sign import IdentityNotValid
from models.signing.succession import announce, notices_to, predecessors
from models.work.keys import identity_path, key_folder, load_identity, read_identity_file

RENEW_AHEAD: Final = timedelta(days=60)  # before the end of a certificate its unit is told
LARGEST: Final = 1_000_000  # bytes read of a file that a person chose


@dataclass(eq=False)
class IdentityFileRefused(UserError):
    """A file that somebody chose is not taken for this unit's identity, which is as it was.

    ``reason``: ``format`` (no identity file, or one that was cut), ``newer`` (of a later version of the program),
    ``sum`` (changed since it was written), ``certificate`` or ``key`` (well kept, but not what belongs in it),
    ``other_unit`` (it is that of ``unit_name``), ``time`` (not valid now, but from ``valid_from`` to ``valid_until``).
    """

    path: Path
    reason: str
    unit_name: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None


@dataclass(eq=False)
class IdentityNotPortable(UserError):
    """An identity file is locked by a user's account, so it opens on no other computer."""


@dataclass(eq=False)
class IdentityOutdated(UserError):
    """An identity file holds a key that the present one has replaced; ``fingerprint`` is that of the old key."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """What came of a change: the identity now, the one before (if its file could be read), and where that is kept."""

    identity: Identity
    before: UnitCertificate | None
    kept: Path | None
    notice: bytes | None


def describe(workspace: Path) -> LockedIdentity:
    """Read what a workspace's identity says without any secret.

    Raises:
        FileMissing, IdentityDamaged, EnvironmentProblem: there is none that can be read.
    """
    return read_locked(read_identity_file(identity_path(workspace)))


def is_due(certificate: UnitCertificate, at: datetime) -> bool:
    """Tell whether it is time to renew: from sixty days before the certificate ends."""
    return certificate.valid_until - at.astimezone(UTC) <= RENEW_AHEAD


def change_protection(workspace: Path, *, places: Places, current: str | None, wanted: str | None) -> None:
    """Lock the identity with another passphrase, or with the user's account where ``wanted`` is None.

    Raises:
        UserError: what ``load_identity`` raises; PassphraseTooShort.
        EnvironmentProblem: a file cannot be read or written; the identity is as it was.
    """
    identity = load_identity(workspace, places=places, passphrase=current)
    _write(workspace, identity, places=places, passphrase=wanted)


def export_identity(workspace: Path, target: Path, *, places: Places, current: str | None, passphrase: str) -> Path:
    """Write the identity for another computer, under a passphrase, and return under which name that was free.

    Raises:
        UserError: what ``load_identity`` raises; PassphraseTooShort.
        EnvironmentProblem: the file cannot be written.
    """
    content = protect(load_identity(workspace, places=places, passphrase=current), passphrase)
    path = free_name(target)
    replace_file(path, content, mode=0o600)
    return path


def import_identity(
    workspace: Path,
    source: Path,
    *,
    places: Places,
    passphrase: str,
    unit: tuple[str, str],
    at: datetime,
    keep_passphrase: bool = False,
) -> Replaced:
    """Take the identity of this unit from a file that ``export_identity`` wrote.

    Args:
        workspace: where it goes.
        source: the file.
        places: this user's folders.
        passphrase: what the file is locked with.
        unit: name and code of the workspace's unit.
        at: now.
        keep_passphrase: lock it with that passphrase here, too, instead of the account.

    Raises:
        IdentityFileRefused, IdentityNotPortable, WrongPassphrase: the file is none, not for here and now, or doesn't
            open.
        IdentityOutdated: it holds a key that the present one has replaced.
        EnvironmentProblem: the machine refuses. In each case nothing was changed.
    """
    data = read_chosen(source)
    try:
        if protection_of(data) is not Protection.PASSPHRASE:
            raise IdentityNotPortable
        identity = unlock(data, passphrase)
        require_unit(identity, unit_name=unit[0], unit_code=unit[1])
        _require_valid(identity.certificate, at)
    except IdentityDamaged as damaged:  # what these three say is of one's own identity; here it is of a file
        raise IdentityFileRefused(source, damaged.reason) from damaged
    except IdentityOfAnotherUnit as other:
        raise IdentityFileRefused(source, "other_unit", other.identity_name) from other
    except IdentityNotValid as over:
        raise IdentityFileRefused(source, "time", "", over.valid_from, over.valid_until) from over
    before = _described(workspace)
    if before is not None:
        earlier = predecessors(before.announcements, before.certificate)
        if identity.certificate.digest in {one.digest for one in earlier}:
            raise IdentityOutdated(identity.fingerprint)
    return _put(workspace, identity, places=places, passphrase=passphrase if keep_passphrase else None)


def renew_identity(
    workspace: Path, *, places: Places, current: str | None, unit: tuple[str, str], at: datetime
) -> Replaced:
    """Put a new key and certificate in the place of the present ones, announced by the old key and locked as it was.

    A certificate of an authority is kept as it is where only the unit's name or code is another.

    Args:
        workspace: whose identity.
        places: this user's folders.
        current: the passphrase that it is locked with, or None for the account.
        unit: name and code that the unit has from now on.
        at: now.

    Raises:
        UserError: what ``load_identity`` raises; UnitNameUnfit.
        IdentityNotValid: the old certificate has ended, so that it can announce nothing; see ``replace_identity``.
        EnvironmentProblem: the machine refuses; nothing was changed.
    """
    old = load_identity(workspace, places=places, passphrase=current)
    _require_valid(old.certificate, at)
    if not old.certificate.states_unit and unit != (old.unit_name, old.unit_code):
        return _put(workspace, replace(old, used_by=fit_unit(*unit)), places=places, passphrase=current)
    new = create_identity(unit_name=unit[0], unit_code=unit[1], at=at)
    return _succeed(workspace, old, new, places=places, passphrase=current, at=at)


def replace_identity(
    workspace: Path, *, places: Places, unit: tuple[str, str], at: datetime, passphrase: str | None
) -> Replaced:
    """Make a new identity where the old one is lost; its superior has to confirm the new fingerprint.

    Raises:
        UnitNameUnfit, PassphraseTooShort, AccountSecretUnusable: it can't be made.
        EnvironmentProblem: the machine refuses; nothing was changed.
    """
    new = create_identity(unit_name=unit[0], unit_code=unit[1], at=at)
    return _put(workspace, new, places=places, passphrase=passphrase)


def use_pfx(
    workspace: Path,
    source: Path,
    *,
    places: Places,
    pfx_passphrase: str,
    current: str | None,
    unit: tuple[str, str],
    at: datetime,
) -> Replaced:
    """Sign from now on with a certificate that an authority issued, announced by the present key where that opens.

    Raises:
        WrongPassphrase, PfxRefused: the file doesn't open, or holds nothing to sign with.
        PassphraseNeeded: the present identity is locked with a passphrase, which is also to lock the new one.
        EnvironmentProblem: the machine refuses; nothing was changed.
    """
    new = read_pfx(read_chosen(source), pfx_passphrase, unit_name=unit[0], unit_code=unit[1], at=at)
    before = _described(workspace)
    locked = before is not None and before.protection is Protection.PASSPHRASE
    try:
        old = load_identity(workspace, places=places, passphrase=current)
    except UserError:
        if locked:  # a passphrase that was merely mistyped must not cost the announcement
            raise
        return _put(workspace, new, places=places, passphrase=current)
    if old.certificate.digest == new.certificate.digest:
        return _put(workspace, replace(new, announcements=old.announcements), places=places, passphrase=current)
    return _succeed(workspace, old, new, places=places, passphrase=current, at=at)


def save_notices(workspace: Path, target: Path) -> Path:
    """Write the notices that lead to the identity, oldest first, and return under which name that was free.

    All of them, as far as the identity carries them: a superior who missed the last renewal follows two in a row.

    Raises:
        FileMissing, IdentityDamaged: there is no identity to read.
        EnvironmentProblem: the file cannot be written.
    """
    found = describe(workspace)
    path = free_name(target)
    replace_file(path, notices_to(found.announcements, found.certificate))
    return path


def read_chosen(path: Path) -> bytes:
    """Read a small file that a person chose.

    Raises:
        FileMissing, NotAFile, FileTooLarge, EnvironmentProblem: it cannot be read.
    """
    try:
        if not path.is_file():
            raise NotAFile(path) if path.exists() else FileMissing(path)
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise from_os_error(error, path) from error
    if len(data) > LARGEST:
        raise FileTooLarge(path, path.stat().st_size, LARGEST)
    return data


def _succeed(
    workspace: Path, old: Identity, new: Identity, *, places: Places, passphrase: str | None, at: datetime
) -> Replaced:
    moment = at.astimezone(UTC)
    holds = all(one.valid_from <= moment <= one.valid_until for one in (old.certificate, new.certificate))
    notice = announce(old, new, at=at) if holds else None
    chain = (*old.announcements, notice) if notice else ()
    put = _put(workspace, replace(new, announcements=chain), places=places, passphrase=passphrase)
    return replace(put, notice=notice)


def _put(workspace: Path, identity: Identity, *, places: Places, passphrase: str | None) -> Replaced:
    """Keep the present file aside, then write the new one over it and read it back."""
    before = _described(workspace)
    path = identity_path(workspace)
    kept = None
    content = _locked(identity, places=places, passphrase=passphrase)
    if path.exists():
        mark = before.certificate.fingerprint[:9].replace(" ", "-") if before else "damaged"
        kept = free_name(path.with_name(f"{path.stem}.{mark}{path.suffix}"))
        replace_file(kept, read_identity_file(path), mode=0o600)
    replace_file(path, content, mode=0o600)
    return Replaced(
        load_identity(workspace, places=places, passphrase=passphrase),
        before.certificate if before else None,
        kept,
        None,
    )


def _write(workspace: Path, identity: Identity, *, places: Places, passphrase: str | None) -> None:
    replace_file(identity_path(workspace), _locked(identity, places=places, passphrase=passphrase), mode=0o600)


def _locked(identity: Identity, *, places: Places, passphrase: str | None) -> bytes:
    if passphrase is not None:
        return protect(identity, passphrase)
    return protect(identity, ensure_account_secret(key_folder(places)), protection=Protection.ACCOUNT)


def _described(workspace: Path) -> LockedIdentity | None:
    try:
        return describe(workspace)
    except UserError:
        return None


def _require_valid(certificate: UnitCertificate, at: datetime) -> None:
    if not certificate.valid_from <= at.astimezone(UTC) <= certificate.valid_until:
        raise IdentityNotValid(at, certificate.valid_from, certificate.valid_until)
