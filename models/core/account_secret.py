"""A random secret that belongs to one user account of this computer and unlocks what that user owns.

It is made once, of 32 random bytes, and lies in the user's own data folder, readable for that user only. On Windows it
is wrapped by the Data Protection API, so that the file is worth nothing under another account or on another computer;
elsewhere the permissions of the file are all that guards it. What locks what with it is not known here.
"""

import base64
import binascii
import contextlib
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from models.core.errors import UserError, from_os_error
from models.core.safe_file import sync_folder
from models.core.wrapping import Wrapping, WrappingFailed

FILE_NAME = "account.secret"
_LENGTH = 32
_MAX_FILE = 4096
_TEXT = re.compile(rb"Yaodian-Account-Secret: 1\nWrapping: ([a-z]{1,20})\n([A-Za-z0-9+/=]{1,2000})\n")


@dataclass(eq=False)
class AccountSecretMissing(UserError):
    """The user's secret is not in its folder: another account, another computer, or it was deleted."""

    path: Path


@dataclass(eq=False)
class AccountSecretUnusable(UserError):
    """The user's secret is there but cannot be used.

    ``reason``: ``damaged`` (the file was cut or changed), ``wrapping`` (wrapped in a way this system does not know) or
    ``account`` (Windows says that it belongs to another account).
    """

    path: Path
    reason: str


class FilePermissions:
    """The secret is stored as it is; the file's permissions guard it."""

    name = "none"

    def wrap(self, secret: bytes) -> bytes:
        """Return the secret."""
        return secret

    def unwrap(self, stored: bytes) -> bytes:
        """Return the secret."""
        return stored


def system_wrapping() -> Wrapping:
    """Return the best that this system has."""
    if sys.platform == "win32":
        from models.core.windows_data_protection import DataProtection

        return DataProtection()
    return FilePermissions()


def read_account_secret(folder: Path, *, wrapping: Wrapping | None = None) -> bytes:
    """Return the secret that is kept in a folder.

    Args:
        folder: the user's key folder.
        wrapping: for tests; else the system's own.

    Raises:
        AccountSecretMissing: there is none.
        AccountSecretUnusable: it cannot be used here.
        EnvironmentProblem: the file cannot be read.
    """
    wrapping = wrapping or system_wrapping()
    path = folder / FILE_NAME
    try:
        with path.open("rb") as stream:
            text = stream.read(_MAX_FILE + 1)
    except FileNotFoundError as error:
        raise AccountSecretMissing(path) from error
    except OSError as error:
        raise from_os_error(error, path) from error
    match = _TEXT.fullmatch(text)
    if match is None:
        raise AccountSecretUnusable(path, "damaged")
    if match[1].decode() != wrapping.name:
        raise AccountSecretUnusable(path, "wrapping")
    try:
        secret = wrapping.unwrap(base64.b64decode(match[2], validate=True))
    except binascii.Error as error:
        raise AccountSecretUnusable(path, "damaged") from error
    except WrappingFailed as error:
        raise AccountSecretUnusable(path, "account") from error
    if len(secret) != _LENGTH:
        raise AccountSecretUnusable(path, "damaged")
    return secret


def ensure_account_secret(folder: Path, *, wrapping: Wrapping | None = None) -> bytes:
    """Return the secret that is kept in a folder; make it, and the folder, where there is none.

    A secret that exists is never replaced, whatever its state: identities may hang on it.

    Raises:
        AccountSecretUnusable: there is one that cannot be used here.
        EnvironmentProblem: it cannot be read or written.
    """
    wrapping = wrapping or system_wrapping()
    try:
        return read_account_secret(folder, wrapping=wrapping)
    except AccountSecretMissing:
        stored = base64.b64encode(wrapping.wrap(os.urandom(_LENGTH)))
        text = b"Yaodian-Account-Secret: 1\nWrapping: " + wrapping.name.encode() + b"\n" + stored + b"\n"
        _make(folder / FILE_NAME, text)
    return read_account_secret(folder, wrapping=wrapping)


def _make(path: Path, content: bytes) -> None:
    """Write a file whole under a name that must be free; if another program was first, leave its file alone.

    ``safe_file`` replaces what is there, which must never happen to a secret.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(beside, flags, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(FileExistsError):
            _move_to_free_name(beside, path)
        sync_folder(path.parent)
    except OSError as error:
        raise from_os_error(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _move_to_free_name(beside: Path, path: Path) -> None:
    """Give a file its name, or raise FileExistsError where another has it."""
    if os.name == "nt":
        beside.rename(path)  # Windows itself refuses where the name is taken
        return
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        beside.rename(path)
