"""The account's secret: made once, never replaced, and what an unusable one leads to."""

import os
from pathlib import Path

import pytest

from models.core import account_secret as module
from models.core.account_secret import (
    FILE_NAME,
    AccountSecretMissing,
    AccountSecretUnusable,
    WrappingFailed,
    ensure_account_secret,
    read_account_secret,
)
from models.core.errors import EnvironmentProblem


class Reversed:
    """Stands for a system that wraps secrets."""

    name = "reversed"

    def wrap(self, secret: bytes) -> bytes:
        """Turn it around."""
        return b"wrapped" + secret[::-1]

    def unwrap(self, stored: bytes) -> bytes:
        """Turn it back, for the right account."""
        if not stored.startswith(b"wrapped"):
            raise WrappingFailed
        return stored.removeprefix(b"wrapped")[::-1]


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    """32 bytes, the same ever after, in a folder that is made for it."""
    folder = tmp_path / "要点 填报" / "keys"
    secret = ensure_account_secret(folder)
    assert len(secret) == 32
    assert ensure_account_secret(folder) == read_account_secret(folder) == secret
    assert ensure_account_secret(tmp_path / "other") != secret
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    """0600 in a folder of 0700."""
    ensure_account_secret(tmp_path / "keys")
    assert (tmp_path / "keys" / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700


def test_a_missing_secret_is_told(tmp_path: Path) -> None:
    """With the place where it should be."""
    with pytest.raises(AccountSecretMissing) as raised:
        read_account_secret(tmp_path)
    assert raised.value.path == tmp_path / FILE_NAME


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"noise",
        b"Yaodian-Account-Secret: 1\nWrapping: none\n",
        b"Yaodian-Account-Secret: 1\nWrapping: none\nAAAA\n",
        b"Yaodian-Account-Secret: 1\nWrapping: none\nA=A=\n",
        b"Yaodian-Account-Secret: 2\nWrapping: none\nAAAA\n",
    ],
)
def test_a_damaged_secret_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    """Identities may hang on it, and a person may have the whole one in a backup."""
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(AccountSecretUnusable) as raised:
        ensure_account_secret(tmp_path)
    assert raised.value.reason == "damaged"
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_a_wrapped_secret_is_not_stored_in_the_clear(tmp_path: Path) -> None:
    """And comes back whole."""
    secret = ensure_account_secret(tmp_path, wrapping=Reversed())
    assert secret not in (tmp_path / FILE_NAME).read_bytes()
    assert read_account_secret(tmp_path, wrapping=Reversed()) == secret


def test_a_secret_of_another_account_or_system_is_told(tmp_path: Path) -> None:
    """The system refuses it, or does not know how it is wrapped."""
    ensure_account_secret(tmp_path, wrapping=Reversed())
    with pytest.raises(AccountSecretUnusable) as raised:
        read_account_secret(tmp_path, wrapping=module.FilePermissions())
    assert raised.value.reason == "wrapping"
    (tmp_path / FILE_NAME).write_bytes(b"Yaodian-Account-Secret: 1\nWrapping: reversed\nAAAA\n")
    with pytest.raises(AccountSecretUnusable) as raised:
        read_account_secret(tmp_path, wrapping=Reversed())
    assert raised.value.reason == "account"


@pytest.mark.parametrize("links", [True, False])
def test_who_comes_second_takes_the_first_ones_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Two programs of one user start at the same moment; also on file systems without hard links."""
    if not links:

        def refuse(*_: object) -> None:
            raise PermissionError(1, "no links here")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
    first = b""
    original = module._move_to_free_name

    def overtaken(beside: Path, path: Path) -> None:
        nonlocal first
        monkeypatch.setattr(module, "_move_to_free_name", original)
        first = ensure_account_secret(tmp_path)
        original(beside, path)

    monkeypatch.setattr(module, "_move_to_free_name", overtaken)
    assert ensure_account_secret(tmp_path) == first == read_account_secret(tmp_path)


def test_a_folder_that_cannot_be_made_is_the_environments_fault(tmp_path: Path) -> None:
    """Nothing is left behind."""
    (tmp_path / "keys").write_bytes(b"a file")
    with pytest.raises(EnvironmentProblem):
        ensure_account_secret(tmp_path / "keys")
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


@pytest.mark.skipif(os.name != "nt", reason="the Data Protection API is Windows'")
def test_windows_wraps_for_the_account(tmp_path: Path) -> None:
    """Through the system's own library."""
    secret = ensure_account_secret(tmp_path)
    assert b"Wrapping: dpapi" in (tmp_path / FILE_NAME).read_bytes()
    assert read_account_secret(tmp_path) == secret
