"""Where identities rest: made on first use, whole or not at all, opened by the account or a passphrase."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.core import account_secret
from models.core.account_secret import AccountSecretMissing
from models.core.errors import DiskFull, FileMissing
from models.core.paths import Places
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, IdentityDamaged, WrongPassphrase
from models.work import keys
from models.work.keys import PassphraseNeeded, ensure_identity, identity_path, load_identity, own_certificate

NOW = datetime(2021, 3, 1, 8, 0, tzinfo=UTC)
WORDS = "一个足够长的口令"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """One user's folders."""
    return Places(data=tmp_path / "data", logs=tmp_path / "logs", documents=tmp_path / "documents")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace's place."""
    folder = tmp_path / "工作 区"
    folder.mkdir()
    return folder / "任城区.yaodian"


def _ensure(workspace: Path, places: Places, passphrase: str | None = None) -> Identity:
    return ensure_identity(
        workspace,
        places=places,
        unit_name="任城区教育局",
        unit_code="370811",
        at=NOW,
        passphrase=passphrase,
        algorithm=Algorithm.P_256,
    )


@pytest.mark.parametrize("passphrase", [None, WORDS])
def test_an_identity_is_made_on_first_use_and_opened_ever_after(
    workspace: Path, places: Places, passphrase: str | None
) -> None:
    """By the account, or with a passphrase."""
    made = _ensure(workspace, places, passphrase)
    again = _ensure(workspace, places, passphrase)
    loaded = load_identity(workspace, places=places, passphrase=passphrase)
    assert made.fingerprint == again.fingerprint == loaded.fingerprint == own_certificate(workspace).fingerprint
    assert (made.unit_name, made.unit_code) == ("任城区教育局", "370811")
    assert [path.name for path in workspace.parent.iterdir()] == ["任城区.identity"]


def test_by_default_the_key_is_the_one_that_excel_is_known_to_read(workspace: Path, places: Places) -> None:
    """RSA-3072 (docs/decisions)."""
    made = ensure_identity(workspace, places=places, unit_name="任城区教育局", unit_code="", at=NOW)
    assert made.algorithm is Algorithm.RSA_3072


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_user_may_read_the_identity(workspace: Path, places: Places) -> None:
    """0600."""
    _ensure(workspace, places)
    assert identity_path(workspace).stat().st_mode & 0o777 == 0o600


def test_a_passphrase_leaves_no_secret_in_the_account(workspace: Path, places: Places) -> None:
    """The file opens on another computer too."""
    made = _ensure(workspace, places, WORDS)
    assert not places.data.exists()
    elsewhere = Places(data=places.data / "other", logs=places.logs, documents=places.documents)
    assert load_identity(workspace, places=elsewhere, passphrase=WORDS).fingerprint == made.fingerprint


def test_a_stolen_file_opens_nothing(workspace: Path, places: Places, tmp_path: Path) -> None:
    """Workspace and identity copied to another account."""
    _ensure(workspace, places)
    stolen = tmp_path / "stolen.yaodian"
    shutil.copy(identity_path(workspace), identity_path(stolen))
    thief = Places(data=tmp_path / "thief", logs=places.logs, documents=places.documents)
    with pytest.raises(AccountSecretMissing):
        load_identity(stolen, places=thief)
    account_secret.ensure_account_secret(keys.key_folder(thief))
    with pytest.raises(WrongPassphrase):
        load_identity(stolen, places=thief)


def test_a_missing_or_wrong_passphrase_is_told(workspace: Path, places: Places) -> None:
    """Each by its own error."""
    _ensure(workspace, places, WORDS)
    with pytest.raises(PassphraseNeeded):
        load_identity(workspace, places=places)
    with pytest.raises(WrongPassphrase):
        load_identity(workspace, places=places, passphrase="another passphrase")  # noqa: S106


def test_a_workspace_without_identity(workspace: Path, places: Places) -> None:
    """Is told, and nothing is made."""
    with pytest.raises(FileMissing):
        load_identity(workspace, places=places)
    assert list(workspace.parent.iterdir()) == []


def test_a_damaged_identity_is_never_replaced(workspace: Path, places: Places) -> None:
    """Another key under the same name would look like an attack to the superior."""
    _ensure(workspace, places)
    identity_path(workspace).write_bytes(b"Yaodian-Identity: 1\n")
    with pytest.raises(IdentityDamaged):
        _ensure(workspace, places)
    assert identity_path(workspace).read_bytes() == b"Yaodian-Identity: 1\n"


def test_a_full_disk_leaves_no_half_of_an_identity(
    workspace: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next try works."""

    def full(path: Path, *_: object, **__: object) -> None:
        raise DiskFull(path)

    with monkeypatch.context() as patch:
        patch.setattr(keys, "replace_file", full)
        with pytest.raises(DiskFull):
            _ensure(workspace, places)
    assert list(workspace.parent.iterdir()) == []
    assert _ensure(workspace, places).unit_code == "370811"
