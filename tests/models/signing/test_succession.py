"""A new key announced by the old one: believed through the old one only, and by nobody who doesn't know that."""

import base64
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.signing import pkcs8
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity, protect, read_locked, unlock
from models.signing.succession import (
    MAX_NOTICES,
    SuccessionRefused,
    announce,
    notices_to,
    predecessors,
    verify_succession,
    verify_successions,
)
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


CHAIN = (OLD, NEW, made(), made("任城区教育和体育局"))
NOTICES = tuple(announce(before, after, at=NOW) for before, after in pairwise(CHAIN))


def knowing(*known: Identity, revoked: tuple[Identity, ...] = ()) -> Trust:
    digests = frozenset(one.certificate.digest for one in known)
    return Trust(pinned={CODE: digests}, revoked=frozenset(one.certificate.digest for one in revoked))


def steps(trust: Trust, data: bytes = b"".join(NOTICES)) -> list[str]:
    return [step.new.digest for step in verify_successions(data, trust)]


def chain_refused(data: bytes, trust: Trust) -> str:
    with pytest.raises(SuccessionRefused) as problem:
        verify_successions(data, trust)
    return problem.value.reason


@pytest.mark.parametrize("missed", [3, 2, 1])
def test_who_missed_some_renewals_follows_all_of_them(missed: int) -> None:
    """From whichever key is known, to the newest; and the name that it ends with is seen."""
    known = CHAIN[: len(CHAIN) - missed]
    found = verify_successions(b"".join(NOTICES), knowing(*known[-1:]))
    assert [step.new for step in found] == [one.certificate for one in CHAIN[-missed:]]
    assert (found[0].old, found[0].old_unit) == (known[-1].certificate, (UNIT, CODE))
    assert found[-1].unit_name == "任城区教育和体育局"
    assert steps(knowing(*known)) == [one.certificate.digest for one in CHAIN[-missed:]]


def test_what_is_known_already_tells_nothing_new() -> None:
    """But the last step, so that a person sees that it is known."""
    assert steps(knowing(*CHAIN)) == [CHAIN[-1].certificate.digest]
    assert steps(KNOWN, NOTICE) == [NEW.certificate.digest]


def test_a_chain_is_believed_from_a_known_key_only() -> None:
    """And a key that was revoked breaks it, but for who knows a later one."""
    everything = b"".join(NOTICES)
    assert chain_refused(everything, Trust()) == "unknown"
    assert chain_refused(everything, knowing(CHAIN[-1])) == "unknown"
    assert chain_refused(everything, knowing(OLD, revoked=(CHAIN[1],))) == "withdrawn"
    assert chain_refused(everything, knowing(OLD, revoked=(OLD,))) == "withdrawn"
    assert steps(knowing(CHAIN[2], revoked=(CHAIN[1],))) == [CHAIN[3].certificate.digest]


def test_notices_that_do_not_follow_one_another_are_no_chain() -> None:
    """In another order, with a gap, with a foreign one among them, or more than an identity carries."""
    first, second, third = NOTICES
    foreign = announce(identity(twin=1), made(), at=NOW)
    for data in (second + first, first + third, first + foreign, first + first):
        assert chain_refused(data, KNOWN) == "chain"
    assert chain_refused(first * (MAX_NOTICES + 1), KNOWN) == "format"
    assert chain_refused(b"\n" + first + second, KNOWN) == "format"
    assert chain_refused(first + b"\n" + second, KNOWN) == "format"
    assert chain_refused(first + second[:-1], KNOWN) == "format"
    assert chain_refused(b"", KNOWN) == "format"


def test_every_step_of_a_chain_is_checked() -> None:
    """A link in the middle that one of its keys did not sign."""
    first, _, third = NOTICES
    thief = made()
    forged = announce(CHAIN[1], replace(CHAIN[2], private_key=thief.private_key), at=NOW)
    assert chain_refused(first + forged + third, KNOWN) == "signature"
    assert steps(knowing(CHAIN[2]), first + forged + third) == [CHAIN[3].certificate.digest]


def test_a_unit_that_takes_its_old_code_back_is_the_same_unit() -> None:
    """Typed wrong at a renaming and put right in the next: the pins under the first code are its own."""
    mistaken = made(code="370812")
    right = made()
    data = announce(OLD, mistaken, at=NOW) + announce(mistaken, right, at=NOW)
    assert [step.unit_code for step in verify_successions(data, KNOWN)] == ["370812", CODE]
    other = replace(KNOWN, pinned={**KNOWN.pinned, "370812": frozenset({identity(twin=1).certificate.digest})})
    assert chain_refused(data, other) == "other_unit"


def test_a_chain_crosses_certificates_of_an_authority() -> None:
    """Which state no unit: they speak for the one that the step before named."""
    issued = issued_identity(Order(key=rsa_key()))
    newest = made()
    data = announce(OLD, issued, at=NOW) + announce(issued, newest, at=NOW)
    assert [step.unit_code for step in verify_successions(data, KNOWN)] == [CODE, CODE]
    elsewhere = Trust(pinned={"370826": frozenset({issued.certificate.digest})})
    units = {issued.certificate.digest: ("微山县教育局", "370826")}
    (step,) = verify_successions(announce(issued, newest, at=NOW), elsewhere, known_units=units)
    assert (step.renames, step.old_unit) == (True, ("微山县教育局", "370826"))


def test_all_notices_that_lead_to_an_identity_are_handed_over() -> None:
    """Those that don't are left out."""
    foreign = announce(identity(twin=1), made(), at=NOW)
    assert notices_to((foreign, *NOTICES), CHAIN[-1].certificate) == b"".join(NOTICES)
    assert notices_to(NOTICES, made().certificate) == b""


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(NOTICES[0]) + len(NOTICES[1]) - 1), st.integers(1, 255))
def test_a_changed_byte_anywhere_in_a_chain_is_refused(at: int, difference: int) -> None:
    """Whichever notice it is in, and where one ends and the next begins."""
    data = NOTICES[0] + NOTICES[1]
    with pytest.raises(SuccessionRefused):
        verify_successions(data[:at] + bytes([data[at] ^ difference]) + data[at + 1 :], KNOWN)
