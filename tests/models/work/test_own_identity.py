"""An identity over the years: locked anew, moved to another computer, renewed, renamed, lost; whole or not at all."""

import logging
import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.core.account_secret import AccountSecretMissing
from models.core.errors import DiskFull, FileMissing, FileTooLarge, UserError
from models.core.paths import Places
from models.signing.certificate import Algorithm
from models.signing.identity import (
    PassphraseTooShort,
    Protection,
    WrongPassphrase,
    create_identity,
    protect,
)
from models.signing.pfx import PfxRefused
from models.signing.sign import IdentityNotValid
from models.signing.succession import verify_succession
from models.signing.trust import Trust, unit_key
from models.work import own_identity
from models.work.keys import PassphraseNeeded, ensure_identity, identity_path, load_identity
from models.work.own_identity import (
    IdentityFileRefused,
    IdentityNotPortable,
    IdentityOutdated,
    change_protection,
    describe,
    export_identity,
    import_identity,
    is_due,
    renew_identity,
    replace_identity,
    use_pfx,
)
from tests.models.signing.authority import PASSPHRASE as PFX_WORDS
from tests.models.signing.authority import Order, pfx
from tests.models.signing.samples import CODE, NOW, UNIT

WORDS, OTHER_WORDS = "春眠不觉晓处处闻啼鸟", "夜来风雨声花落知多少"
OURS = (UNIT, CODE)
Snapshot = dict[str, bytes]


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """RSA keys take a tenth of a second each."""

    def create(**options: object) -> object:
        return create_identity(**{**options, "algorithm": Algorithm.P_256})  # type: ignore[arg-type]

    monkeypatch.setattr(own_identity, "create_identity", create)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """One user's folders."""
    return Places(data=tmp_path / "data", logs=tmp_path / "logs", documents=tmp_path / "documents")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Places:
    """The folders of the same user on a new computer."""
    return Places(data=tmp_path / "new", logs=tmp_path / "logs", documents=tmp_path / "documents")


@pytest.fixture
def workspace(tmp_path: Path, places: Places) -> Path:
    """A workspace's place, with its identity."""
    path = tmp_path / "工作 区" / "任城区.yaodian"
    path.parent.mkdir()
    ensure(path, places)
    return path


def ensure(
    path: Path, places: Places, passphrase: str | None = None, *, unit: tuple[str, str] = OURS, at: datetime = NOW
) -> None:
    ensure_identity(
        path,
        places=places,
        unit_name=unit[0],
        unit_code=unit[1],
        at=at,
        passphrase=passphrase,
        algorithm=Algorithm.P_256,
    )


def snapshot(path: Path) -> Snapshot:
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def fingerprint(path: Path) -> str:
    return describe(path).certificate.fingerprint


def test_the_passphrase_is_set_changed_and_taken_off(workspace: Path, places: Places) -> None:
    before = fingerprint(workspace)
    for current, wanted in ((None, WORDS), (WORDS, OTHER_WORDS), (OTHER_WORDS, None)):
        change_protection(workspace, places=places, current=current, wanted=wanted)
        kind = Protection.PASSPHRASE if wanted else Protection.ACCOUNT
        assert describe(workspace).protection is kind
        assert load_identity(workspace, places=places, passphrase=wanted).fingerprint == before
    assert [one.name for one in workspace.parent.iterdir()] == ["任城区.identity"]


@pytest.mark.parametrize(
    ("current", "wanted", "problem"),
    [(OTHER_WORDS, None, WrongPassphrase), (None, OTHER_WORDS, PassphraseNeeded), (WORDS, "short", PassphraseTooShort)],
)
def test_a_refused_change_of_the_passphrase_changes_nothing(
    workspace: Path, places: Places, current: str | None, wanted: str | None, problem: type[UserError]
) -> None:
    change_protection(workspace, places=places, current=None, wanted=WORDS)
    before = snapshot(workspace)
    with pytest.raises(problem):
        change_protection(workspace, places=places, current=current, wanted=wanted)
    assert snapshot(workspace) == before


@pytest.mark.parametrize("keep", [True, False])
def test_an_identity_moves_to_a_new_computer(
    workspace: Path, places: Places, elsewhere: Places, tmp_path: Path, keep: bool
) -> None:
    """Always under a passphrase on its way; there, under that or under the account."""
    written = export_identity(workspace, tmp_path / "a.identity", places=places, current=None, passphrase=WORDS)
    assert b"Protection: passphrase" in written.read_bytes()
    assert os.name == "nt" or written.stat().st_mode & 0o777 == 0o600
    new = tmp_path / "new.yaodian"
    moved = import_identity(new, written, places=elsewhere, passphrase=WORDS, unit=OURS, at=NOW, keep_passphrase=keep)
    assert (moved.before, moved.kept) == (None, None)
    assert fingerprint(new) == fingerprint(workspace)
    assert describe(new).protection is (Protection.PASSPHRASE if keep else Protection.ACCOUNT)
    assert load_identity(new, places=elsewhere, passphrase=WORDS if keep else None).unit_code == CODE


def test_an_import_keeps_what_was_there_aside(workspace: Path, places: Places, tmp_path: Path) -> None:
    other = tmp_path / "other.yaodian"
    ensure(other, places)
    written = export_identity(other, tmp_path / "a.identity", places=places, current=None, passphrase=WORDS)
    before, old = identity_path(workspace).read_bytes(), fingerprint(workspace)
    moved = import_identity(workspace, written, places=places, passphrase=WORDS, unit=OURS, at=NOW)
    assert moved.kept is not None and moved.before is not None
    assert moved.kept.read_bytes() == before
    assert moved.kept.name == f"任城区.{old[:9].replace(' ', '-')}.identity"
    assert fingerprint(workspace) == fingerprint(other) != old


def test_an_export_never_overwrites_a_file(workspace: Path, places: Places, tmp_path: Path) -> None:
    taken = tmp_path / "a.identity"
    taken.write_text("mine")
    written = export_identity(workspace, taken, places=places, current=None, passphrase=WORDS)
    assert (written.name, taken.read_text()) == ("a (2).identity", "mine")


def damaged(data: bytes) -> bytes:
    return data[:-40] + b"A" + data[-39:]


def downgraded(data: bytes) -> bytes:
    """The slow derivation replaced by the fast one, the sum made anew."""
    import base64
    import hashlib

    from models.signing import pkcs8

    head, _, body = data.partition(b"\n\n")
    (label, certificate), (key_label, key) = pkcs8.read_pem(body)
    weak = key.replace(pkcs8._COSTS[pkcs8.SLOW], pkcs8._COSTS[pkcs8.FAST])
    shorter = len(key) - len(weak)
    assert shorter == 1
    summed = head.split(b"\n", 3)[3] + b"\n\n" + pkcs8.pem(label, certificate) + pkcs8.pem(key_label, weak)
    assert base64.b64encode(weak)[:8] in summed
    return (
        b"Yaodian-Identity: 2\nProtection: passphrase\nSHA-256: "
        + hashlib.sha256(summed).hexdigest().encode()
        + b"\n"
        + summed
    )


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (damaged, "sum"),
        (downgraded, "key"),
        (lambda data: data[:300], "sum"),
        (lambda data: b"", "format"),
        (lambda data: b"PK\x03\x04", "format"),
        (lambda data: data.replace(b"Identity: 2", b"Identity: 9"), "newer"),
    ],
)
def test_a_spoiled_file_is_refused_and_changes_nothing(
    workspace: Path, places: Places, tmp_path: Path, spoil: Callable[[bytes], bytes], reason: str
) -> None:
    written = export_identity(workspace, tmp_path / "a.identity", places=places, current=None, passphrase=WORDS)
    written.write_bytes(spoil(written.read_bytes()))
    before = snapshot(workspace)
    with pytest.raises(IdentityFileRefused) as refused:
        import_identity(workspace, written, places=places, passphrase=WORDS, unit=OURS, at=NOW)
    assert (refused.value.reason, refused.value.path) == (reason, written)
    assert snapshot(workspace) == before


def test_what_is_not_for_here_and_now_is_refused_and_changes_nothing(
    workspace: Path, places: Places, tmp_path: Path
) -> None:
    """Another's, run out, locked by an account, replaced long ago; a wrong passphrase; no file, a huge one."""
    written = export_identity(workspace, tmp_path / "a.identity", places=places, current=None, passphrase=WORDS)
    renew_identity(workspace, places=places, current=None, unit=OURS, at=NOW)
    huge = tmp_path / "huge"
    huge.write_bytes(bytes(1_000_001))
    before = snapshot(workspace)
    late = NOW + timedelta(days=3000)

    def take(source: Path, *, words: str = WORDS, unit: tuple[str, str] = OURS, at: datetime = NOW) -> None:
        import_identity(workspace, source, places=places, passphrase=words, unit=unit, at=at)

    for problem, attempt in (
        (IdentityFileRefused, lambda: take(written, unit=("微山县教育局", "370826"))),
        (IdentityFileRefused, lambda: take(written, at=late)),
        (IdentityNotPortable, lambda: take(identity_path(workspace))),
        (IdentityOutdated, lambda: take(written)),
        (WrongPassphrase, lambda: take(written, words=OTHER_WORDS)),
        (FileMissing, lambda: take(tmp_path / "none")),
        (FileTooLarge, lambda: take(huge)),
    ):
        with pytest.raises(problem):
            attempt()
        assert snapshot(workspace) == before


@pytest.mark.parametrize("passphrase", [None, WORDS])
def test_a_renewal_is_announced_by_the_old_key(workspace: Path, places: Places, passphrase: str | None) -> None:
    """Locked as the old one was; who knew the old one knows the new one."""
    if passphrase:
        change_protection(workspace, places=places, current=None, wanted=passphrase)
    old = describe(workspace).certificate
    renewed = renew_identity(workspace, places=places, current=passphrase, unit=OURS, at=NOW + timedelta(days=10))
    assert renewed.notice is not None and renewed.kept is not None
    now = describe(workspace)
    assert now.announcements == (renewed.notice,)
    assert now.protection is (Protection.PASSPHRASE if passphrase else Protection.ACCOUNT)
    found = verify_succession(renewed.notice, Trust(pinned={CODE: frozenset({old.digest})}))
    assert found.new == now.certificate
    assert now.certificate.valid_until > old.valid_until
    again = renew_identity(workspace, places=places, current=passphrase, unit=OURS, at=NOW + timedelta(days=20))
    assert len(describe(workspace).announcements) == 2
    assert again.before == now.certificate


def test_it_is_time_to_renew_sixty_days_ahead(workspace: Path) -> None:
    until = describe(workspace).certificate.valid_until
    assert not is_due(describe(workspace).certificate, until - timedelta(days=60, seconds=1))
    assert is_due(describe(workspace).certificate, until - timedelta(days=60))


def test_a_key_that_has_run_out_announces_nothing(workspace: Path, places: Places) -> None:
    before = snapshot(workspace)
    with pytest.raises(IdentityNotValid):
        renew_identity(workspace, places=places, current=None, unit=OURS, at=NOW + timedelta(days=3000))
    assert snapshot(workspace) == before


def test_another_name_makes_another_certificate(workspace: Path, places: Places) -> None:
    renewed = renew_identity(workspace, places=places, current=None, unit=("任城区教育和体育局", "370811A"), at=NOW)
    assert (renewed.identity.unit_name, renewed.identity.unit_code) == ("任城区教育和体育局", "370811A")
    assert renewed.notice is not None


def test_a_lost_identity_is_made_anew(workspace: Path, places: Places, elsewhere: Places) -> None:
    """A reinstalled computer: the account's secret is gone. The old file stays, nothing announces the new key."""
    old = fingerprint(workspace)
    with pytest.raises(AccountSecretMissing):
        load_identity(workspace, places=elsewhere)
    made = replace_identity(workspace, places=elsewhere, unit=OURS, at=NOW, passphrase=None)
    assert made.notice is None and made.kept is not None
    assert describe(workspace).announcements == ()
    assert load_identity(workspace, places=elsewhere).fingerprint != old
    identity_path(workspace).write_bytes(b"rubbish")
    assert replace_identity(workspace, places=elsewhere, unit=OURS, at=NOW, passphrase=WORDS).before is None
    assert (workspace.parent / "任城区.damaged.identity").read_bytes() == b"rubbish"


def test_an_authoritys_certificate_takes_the_place_of_ones_own(workspace: Path, places: Places, tmp_path: Path) -> None:
    source = tmp_path / "unit.pfx"
    source.write_bytes(pfx())
    old = describe(workspace).certificate
    used = use_pfx(workspace, source, places=places, pfx_passphrase=PFX_WORDS, current=None, unit=OURS, at=NOW)
    now = describe(workspace)
    assert (now.unit_name, now.unit_code, now.certificate.is_issued) == (UNIT, CODE, True)
    assert used.notice is not None
    trust = Trust(pinned={CODE: frozenset({old.digest})})
    assert verify_succession(used.notice, trust).new == now.certificate
    # Another name of the unit needs no other certificate: it never stated one.
    renamed = renew_identity(workspace, places=places, current=None, unit=("任城区教育和体育局", CODE), at=NOW)
    assert renamed.identity.certificate == now.certificate
    assert describe(workspace).unit_name == "任城区教育和体育局"
    again = renew_identity(workspace, places=places, current=None, unit=("任城区教育和体育局", CODE), at=NOW)
    assert again.notice is not None
    back = Trust(pinned={unit_key(code=CODE, name=""): frozenset({now.certificate.digest})})
    assert verify_succession(again.notice, back, old_unit=(UNIT, CODE)).unit_name == "任城区教育和体育局"


def test_a_bad_pfx_changes_nothing(workspace: Path, places: Places, tmp_path: Path) -> None:
    change_protection(workspace, places=places, current=None, wanted=WORDS)
    source = tmp_path / "unit.pfx"
    before = snapshot(workspace)

    def use(data: bytes, *, pfx_words: str = PFX_WORDS, current: str | None = WORDS) -> None:
        source.write_bytes(data)
        use_pfx(workspace, source, places=places, pfx_passphrase=pfx_words, current=current, unit=OURS, at=NOW)

    for problem, attempt in (
        (PfxRefused, lambda: use(b"no pfx")),
        (PfxRefused, lambda: use(pfx(Order(until=NOW - timedelta(days=1))))),
        (WrongPassphrase, lambda: use(pfx(), pfx_words="other")),
        (WrongPassphrase, lambda: use(pfx(), current=OTHER_WORDS)),
        (PassphraseNeeded, lambda: use(pfx(), current=None)),
    ):
        with pytest.raises(problem):
            attempt()
        assert snapshot(workspace) == before


@pytest.mark.parametrize("at_write", [1, 2])
def test_a_full_disk_leaves_the_old_identity(
    workspace: Path, places: Places, monkeypatch: pytest.MonkeyPatch, at_write: int
) -> None:
    """Whether the copy or the new file finds no room."""
    content, real, calls = identity_path(workspace).read_bytes(), own_identity.replace_file, []

    def full(path: Path, data: bytes, **options: int) -> None:
        calls.append(path)
        if len(calls) == at_write:
            raise DiskFull(path)
        real(path, data, **options)

    monkeypatch.setattr(own_identity, "replace_file", full)
    with pytest.raises(DiskFull):
        renew_identity(workspace, places=places, current=None, unit=OURS, at=NOW)
    assert identity_path(workspace).read_bytes() == content


def test_no_secret_is_ever_logged_or_told(
    workspace: Path, places: Places, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither passphrases nor keys, whatever goes wrong."""
    from ui.messages import explain

    caplog.set_level(logging.DEBUG)
    written = export_identity(workspace, tmp_path / "a.identity", places=places, current=None, passphrase=WORDS)
    source = tmp_path / "unit.pfx"
    source.write_bytes(pfx())
    told = []
    for attempt in (
        lambda: import_identity(workspace, written, places=places, passphrase=OTHER_WORDS, unit=OURS, at=NOW),
        lambda: change_protection(workspace, places=places, current=None, wanted="短口令"),
        lambda: use_pfx(workspace, source, places=places, pfx_passphrase=OTHER_WORDS, current=None, unit=OURS, at=NOW),
    ):
        with pytest.raises(UserError) as refused:
            attempt()
        message = explain(refused.value)
        told.append(f"{refused.value!r} {refused.value} {message}")
    identity = load_identity(workspace, places=places)
    told += [
        repr(identity),
        repr(describe(workspace)),
        repr(renew_identity(workspace, places=places, current=None, unit=OURS, at=NOW)),
    ]
    everything = "\n".join([*told, caplog.text])
    for secret in (WORDS, OTHER_WORDS, "短口令", PFX_WORDS, "PRIVATE KEY", "private_value"):
        assert secret not in everything


def test_files_of_the_first_version_still_open(tmp_path: Path, places: Places) -> None:
    """As the program wrote them before there were announcements."""
    import hashlib

    made = create_identity(unit_name=UNIT, unit_code=CODE, at=NOW, algorithm=Algorithm.P_256)
    body = protect(made, WORDS).partition(b"\n\n")[2]
    first = b"Yaodian-Identity: 1\nProtection: passphrase\nSHA-256: " + hashlib.sha256(body).hexdigest().encode()
    path = tmp_path / "old.yaodian"
    identity_path(path).write_bytes(first + b"\n\n" + body)
    loaded = load_identity(path, places=places, passphrase=WORDS)
    assert (loaded.fingerprint, loaded.unit_name, loaded.announcements) == (made.fingerprint, UNIT, ())
    shutil.copy(identity_path(path), tmp_path / "copy")
    change_protection(path, places=places, current=WORDS, wanted=None)
    assert identity_path(path).read_bytes().startswith(b"Yaodian-Identity: 2\n")
