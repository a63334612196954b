"""Where a unit's identity rests and how it is opened: beside its workspace, locked by the account or a passphrase.

The identity file travels with its workspace. By default it is locked with a random secret that the user's account keeps
elsewhere (``core.account_secret``), so nobody is asked for anything and the file alone opens nothing; or with a
passphrase, which also opens it on another computer.
"""

from datetime import datetime
from pathlib import Path

from models.core.account_secret import ensure_account_secret, read_account_secret
from models.core.errors import FileMissing, UserError, from_os_error
from models.core.paths import Places
from models.core.safe_file import replace_file
from models.signing.certificate import Algorithm, UnitCertificate
from models.signing.identity import (
    MAX_FILE,
    Identity,
    Protection,
    certificate_of,
    create_identity,
    protect,
    protection_of,
    unlock,
)


class PassphraseNeeded(UserError):
    """The identity is locked with a passphrase and none was given."""


def identity_path(workspace: Path) -> Path:
    """Return where the identity of a workspace lies: beside it, with the ending ``.identity``."""
    return workspace.with_suffix(".identity")


def key_folder(places: Places) -> Path:
    """Return the folder in which the account keeps its secret."""
    return places.data / "keys"


def ensure_identity(
    workspace: Path,
    *,
    places: Places,
    unit_name: str,
    unit_code: str,
    at: datetime,
    passphrase: str | None = None,
    algorithm: Algorithm = Algorithm.RSA_3072,
) -> Identity:
    """Open the identity of a workspace; on first use make it, durably, before it is handed out.

    An identity that exists is never replaced, and keeps the names it was made with.

    Args:
        workspace: the workspace's file.
        places: this user's folders.
        unit_name: for a new identity.
        unit_code: for a new identity; may be empty.
        at: now.
        passphrase: locks a new identity, or opens one that is locked so; None means the user's account.
        algorithm: for a new identity.

    Raises:
        UserError: what ``load_identity`` raises but for a missing file; UnitNameUnfit, PassphraseTooShort.
        EnvironmentProblem: a file cannot be read or written; no half of one is left.
    """
    path = identity_path(workspace)
    if not path.exists():
        made = create_identity(unit_name=unit_name, unit_code=unit_code, at=at, algorithm=algorithm)
        if passphrase is None:
            secret = ensure_account_secret(key_folder(places))
            content = protect(made, secret, protection=Protection.ACCOUNT)
        else:
            content = protect(made, passphrase, protection=Protection.PASSPHRASE)
        replace_file(path, content, mode=0o600)
    # Read back what lies on the disk: what cannot be opened again must not sign anything.
    return load_identity(workspace, places=places, passphrase=passphrase)


def load_identity(workspace: Path, *, places: Places, passphrase: str | None = None) -> Identity:
    """Open the identity of a workspace.

    Raises:
        FileMissing: it has none yet.
        PassphraseNeeded, WrongPassphrase: the secret is not there or does not fit.
        AccountSecretMissing, AccountSecretUnusable: it was made under another account or on another computer.
        IdentityDamaged: the file is not as it was written.
        EnvironmentProblem: a file cannot be read.
    """
    data = read_identity_file(identity_path(workspace))
    if protection_of(data) is Protection.ACCOUNT:
        return unlock(data, read_account_secret(key_folder(places)))
    if passphrase is None:
        raise PassphraseNeeded
    return unlock(data, passphrase)


def own_certificate(workspace: Path) -> UnitCertificate:
    """Read the certificate of a workspace's identity, for which nothing has to be unlocked.

    Raises:
        FileMissing, IdentityDamaged, EnvironmentProblem: as in ``load_identity``.
    """
    return certificate_of(read_identity_file(identity_path(workspace)))


def read_identity_file(path: Path) -> bytes:
    """Read an identity file, or so much of it that one that is too large is refused.

    Raises:
        FileMissing, EnvironmentProblem: it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(error, path) from error
