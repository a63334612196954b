"""A new key announced by the old one: believed through the old one only, and by nobody who doesn't know that."""

import base64
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.signing import pkcs8
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity, protect, read_locked, unlock
from models.signing.succession import SuccessionRefused, announce, predecessors, verify_succession
from models.signing.trust import Trust, unit_key
from tests.models.signing.authority import Order, issued_identity, rsa_key
from tests.models.signing.samples import CODE, NOW, UNIT, identity

OLD = identity()
NEW = create_identity(unit_name=UNIT, unit_code=CODE, at=NOW, algorithm=Algorithm.P_256)
KNOWN = Trust(pinned={CODE: frozenset({OLD.certificate.digest})})
NOTICE = announce(OLD, NEW, at=NOW)


def made(name: str = UNIT, code: str = CODE, *, algorithm: Algorithm = Algorithm.P_256) -> Identity:
    return create_identity(unit_name=name, unit_code=code, at=NOW, algorithm=algorithm)


def refused(notice: bytes, trust: Trust = KNOWN, **options: tuple[str, str]) -> str:
    with pytest.raises(SuccessionRefused) as problem:
        verify_succession(notice, trust, **options)
    return problem.value.reason


@pytest.mark.parametrize("algorithm", Algorithm)
def test_who_knows_the_old_key_learns_the_new_one(algorithm: Algorithm) -> None:
    """Of either kind, from either kind."""
    new = made(algorithm=algorithm)
    for old in (identity(), identity(Algorithm.RSA_3072)):
        trust = Trust(pinned={CODE: frozenset({old.certificate.digest})})
        found = verify_succession(announce(old, new, at=NOW), trust)
        assert (found.old, found.new) == (old.certificate, new.certificate)
        assert (found.unit_name, found.unit_code, found.announced_at) == (UNIT, CODE, NOW)
        assert not found.renames


def test_who_does_not_know_the_old_key_learns_nothing() -> None:
    """Nor who knows another, nor who has withdrawn one of the two."""
    assert refused(NOTICE, Trust()) == "unknown"
    assert refused(NOTICE, Trust(pinned={CODE: frozenset({NEW.certificate.digest})})) == "unknown"
    for one in (OLD, NEW):
        assert refused(NOTICE, replace(KNOWN, revoked=frozenset({one.certificate.digest}))) == "withdrawn"


def test_a_unit_may_take_a_new_name_but_not_that_of_another() -> None:
    """Else one school could speak for the next."""
    renamed = announce(OLD, made("任城区教育和体育局"), at=NOW)
    assert verify_succession(renamed, KNOWN).renames
    coded = announce(OLD, made(code="370812"), at=NOW)
    assert verify_succession(coded, KNOWN).renames
    both = Trust(pinned={**KNOWN.pinned, "370812": frozenset({identity(twin=1).certificate.digest})})
    assert refused(coded, both) == "other_unit"


def test_nobody_announces_a_certificate_that_is_not_his() -> None:
    """The new key has to sign, too."""
    victim, thief = made(), made()
    forged = announce(OLD, replace(victim, private_key=thief.private_key), at=NOW)
    assert refused(forged) == "signature"
    stranger = identity(twin=1)
    assert refused(announce(replace(OLD, private_key=stranger.private_key), NEW, at=NOW)) == "signature"


def test_the_notice_speaks_for_the_unit_of_the_new_certificate() -> None:
    """What the program itself would never write, signed by both keys all the same."""
    head, _, blocks = NOTICE.partition(b"\n\n")
    head = head.replace(f"Code: {CODE}".encode(), b"Code: 370812") + b"\n\n"
    from models.signing.succession import _sign

    certificates = pkcs8.pem("CERTIFICATE", OLD.certificate.der) + pkcs8.pem("CERTIFICATE", NEW.certificate.der)
    forged = head + certificates + b"".join(pkcs8.pem("SIGNATURE", _sign(one, head)) for one in (OLD, NEW))
    assert blocks.startswith(b"-----BEGIN CERTIFICATE-----")
    assert refused(forged) == "certificate"


def test_both_certificates_must_hold_when_it_is_announced() -> None:
    """Five years later the old key announces nothing any more."""
    with pytest.raises(ValueError, match="announce"):
        announce(OLD, NEW, at=OLD.certificate.valid_until + timedelta(days=1))
    with pytest.raises(ValueError, match="announce"):
        announce(OLD, OLD, at=NOW)
    early = create_identity(unit_name=UNIT, unit_code=CODE, at=NOW - timedelta(days=3000), algorithm=Algorithm.P_256)
    import models.signing.succession as module

    late = module._head(NOW, (UNIT, CODE), early.certificate, NEW.certificate)
    certificates = pkcs8.pem("CERTIFICATE", early.certificate.der) + pkcs8.pem("CERTIFICATE", NEW.certificate.der)
    forged = late + certificates + b"".join(pkcs8.pem("SIGNATURE", module._sign(one, late)) for one in (early, NEW))
    assert refused(forged, Trust(pinned={CODE: frozenset({early.certificate.digest})})) == "time"


def test_a_certificate_of_an_authority_succeeds_and_is_succeeded() -> None:
    """It speaks for the unit that the reader confirmed it for, and for no other."""
    issued = issued_identity(Order(key=rsa_key()))
    found = verify_succession(announce(OLD, issued, at=NOW), KNOWN)
    assert (found.unit_name, found.unit_code, found.renames) == (UNIT, CODE, False)
    back = announce(issued, NEW, at=NOW)
    trust = Trust(pinned={CODE: frozenset({issued.certificate.digest})})
    assert not verify_succession(back, trust, old_unit=(UNIT, CODE)).renames
    elsewhere = Trust(pinned={"370812": frozenset({issued.certificate.digest})})
    assert refused(back, elsewhere) == "unknown"
    assert verify_succession(back, elsewhere, old_unit=("微山县教育局", "370812")).renames


@pytest.mark.parametrize(
    ("notice", "reason"),
    [
        (b"", "format"),
        (b"\xff\xfe", "format"),
        (NOTICE[:-1], "format"),
        (NOTICE + b"\n", "format"),
        (NOTICE.replace(b"\n", b"\r\n"), "format"),
        (NOTICE.replace(b"Succession: 1", b"Succession: 2"), "newer"),
        (NOTICE.replace(b"Succession: 1", b"Succession: 01"), "signature"),
        (NOTICE.replace(b"Succession: 1", b"Succession: 0"), "format"),
        (NOTICE.replace(b"Unit: ", b"Unit:  "), "format"),
        (NOTICE + bytes(40_000), "format"),
        (NOTICE.replace(b"2021-06-25", b"2021-06-26"), "signature"),
    ],
)
def test_what_is_no_notice_in_its_one_spelling(notice: bytes, reason: str) -> None:
    """Cut, lengthened, respelled, of a later version."""
    assert refused(notice) == reason


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(NOTICE) - 1), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_refused(at: int, difference: int) -> None:
    """All of it is signed, or signs."""
    changed = NOTICE[:at] + bytes([NOTICE[at] ^ difference]) + NOTICE[at + 1 :]
    with pytest.raises(SuccessionRefused):
        verify_succession(changed, KNOWN)


@given(st.binary(max_size=300))
def test_random_bytes_are_refused(data: bytes) -> None:
    """With the beginning of a notice, too."""
    for one in (data, b"Yaodian-Succession: 1\n" + data):
        with pytest.raises(SuccessionRefused):
            verify_succession(one, KNOWN)


def test_the_identity_file_carries_what_led_to_it() -> None:
    """So that a unit knows its own earlier returns, also on a new computer."""
    newest = made("任城区教育和体育局")
    second = announce(NEW, newest, at=NOW)
    carried = replace(newest, announcements=(NOTICE, second))
    locked = read_locked(protect(carried, bytes(32)))
    assert unlock(protect(carried, bytes(32)), bytes(32)).announcements == (NOTICE, second)
    assert predecessors(locked.announcements, locked.certificate) == (NEW.certificate, OLD.certificate)


def test_what_does_not_lead_to_the_identity_counts_for_nothing() -> None:
    """Somebody who may write the file can't make a stranger's key one of ours."""
    stranger = identity(twin=1)
    foreign = announce(stranger, made(), at=NOW)
    forged = NOTICE.replace(base64.b64encode(OLD.certificate.der)[:40], base64.b64encode(stranger.certificate.der)[:40])
    assert predecessors((foreign, forged, b"nonsense"), NEW.certificate) == ()
    assert predecessors((NOTICE,), made().certificate) == ()


def test_units_without_a_code_are_told_apart_by_their_names() -> None:
    """And no code passes for a name."""
    assert unit_key(code="", name="第一小学") != unit_key(code="第一小学", name="别的")
    one = made("第一小学", "")
    trust = Trust(pinned={unit_key(code="", name="第一小学"): frozenset({one.certificate.digest})})
    assert not verify_succession(announce(one, made("第一小学", ""), at=NOW), trust).renames
    assert verify_succession(announce(one, made("第一小学", "370811001"), at=NOW), trust).renames
