"""Identities: made, locked, opened, and what damaged files and wrong secrets lead to."""

from dataclasses import astuple
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core.errors import UserError
from models.signing.certificate import MAX_NAME, Algorithm, CertificateRefused, read_certificate
from models.signing.identity import (
    IdentityDamaged,
    PassphraseTooShort,
    Protection,
    UnitNameUnfit,
    WrongPassphrase,
    certificate_of,
    create_identity,
    protect,
    protection_of,
    unlock,
)
from tests.models.signing.samples import CODE, NOW, UNIT, identity, utc

SECRET = bytes(range(32))
PASSPHRASE = "春眠不觉晓处处闻啼鸟"  # noqa: S105
LOCKED = protect(identity(), SECRET, protection=Protection.ACCOUNT)


@pytest.mark.parametrize("algorithm", Algorithm)
def test_an_identity_names_its_unit_and_holds_for_five_years(algorithm: Algorithm) -> None:
    """From a day before, so that a reader whose clock is behind accepts it."""
    certificate = identity(algorithm).certificate
    assert (certificate.unit_name, certificate.unit_code, certificate.algorithm) == (UNIT, CODE, algorithm)
    assert certificate.valid_from == utc(NOW) - timedelta(days=1)
    assert certificate.valid_until.year - NOW.year == 5


def test_other_programs_read_the_certificate_as_meant() -> None:
    """CN for what shows it, O and OU for name and code; for signatures only, and no authority."""
    certificate = x509.load_der_x509_certificate(identity().certificate.der)
    assert [(a.rfc4514_attribute_name, a.value) for a in certificate.subject] == [
        ("O", UNIT),
        ("OU", CODE),
        ("CN", UNIT),
    ]
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.content_commitment, usage.key_cert_sign) == (True, True, False)
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert identity().certificate.issuer == f"CN={UNIT}, OU={CODE}, O={UNIT}"


def test_a_long_name_is_whole_in_the_certificate_and_cut_only_where_it_is_shown() -> None:
    """CN has room for 21 Chinese characters."""
    name = "济宁市任城区某某街道办事处中心小学附属幼儿园教学点及某某某校区"
    made = create_identity(unit_name=name, at=NOW, algorithm=Algorithm.P_256)
    assert made.unit_name == name
    assert made.unit_code == ""
    certificate = x509.load_der_x509_certificate(made.certificate.der)
    (shown,) = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    assert name.startswith(str(shown.value))
    assert len(str(shown.value)) == 21


@pytest.mark.parametrize(
    ("name", "code", "field", "reason"),
    [
        ("", "", "name", "empty"),
        (" \u3000", "", "name", "empty"),
        ("局" * (MAX_NAME + 1), "", "name", "unfit"),
        ("任城\u202e区", "", "name", "unfit"),
        ("任城\0区", "", "name", "unfit"),
        ("任城\ud800区", "", "name", "unfit"),
        ("任城区", "3" * 33, "code", "unfit"),
        ("任城区", "37\u200b", "code", "unfit"),
    ],
)
def test_names_that_cannot_stand_in_a_certificate(name: str, code: str, field: str, reason: str) -> None:
    """Empty, too long, or with characters that nobody sees."""
    with pytest.raises(UnitNameUnfit) as raised:
        create_identity(unit_name=name, unit_code=code, at=NOW, algorithm=Algorithm.P_256)
    assert (raised.value.field, raised.value.reason) == (field, reason)


_LETTERS = st.characters(categories=["L", "N", "P", "S"])


@settings(max_examples=50, deadline=None)
@given(st.text(_LETTERS, min_size=1, max_size=20), st.text(_LETTERS, max_size=8))
def test_any_printable_name_comes_back_as_it_went_in(name: str, code: str) -> None:
    """Commas, quotes, angle brackets and all; normalised."""
    made = create_identity(unit_name=name, unit_code=code, at=NOW, algorithm=Algorithm.P_256)
    again = read_certificate(made.certificate.der)
    assert (again.unit_name, again.unit_code) == (made.unit_name, made.unit_code)


@pytest.mark.parametrize("algorithm", Algorithm)
def test_what_was_locked_opens_again(algorithm: Algorithm) -> None:
    """With the account's secret or with a passphrase."""
    made = identity(algorithm)
    for secret, protection in ((SECRET, Protection.ACCOUNT), (PASSPHRASE, Protection.PASSPHRASE)):
        data = protect(made, secret, protection=protection)
        opened = unlock(data, secret)
        assert protection_of(data) is protection
        assert certificate_of(data) == made.certificate == opened.certificate
        assert opened.private_key.private_numbers() == made.private_key.private_numbers()


def test_a_passphrase_typed_in_full_width_is_the_same() -> None:
    """An input method that stands on full width must not lock anybody out."""
    assert (
        unlock(protect(identity(), "secret words 2021"), "ｓｅｃｒｅｔ　ｗｏｒｄｓ　２０２１").fingerprint
        == identity().fingerprint
    )


def test_a_wrong_secret_is_told() -> None:
    """And which kind of secret was asked for."""
    with pytest.raises(WrongPassphrase) as raised:
        unlock(LOCKED, bytes(32))
    assert raised.value.protection == "account"
    with pytest.raises(WrongPassphrase):
        unlock(protect(identity(), PASSPHRASE), "another passphrase")


def test_a_short_passphrase_is_not_taken() -> None:
    """Seven characters."""
    with pytest.raises(PassphraseTooShort) as raised:
        protect(identity(), "1234567")
    assert astuple(raised.value) == (7, 8)


def test_the_file_holds_no_key_in_the_clear() -> None:
    """Neither in DER nor in PEM, under either protection."""
    for data in (LOCKED, protect(identity(), PASSPHRASE)):
        for encoding in (serialization.Encoding.DER, serialization.Encoding.PEM):
            plain = identity().private_key.private_bytes(
                encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            assert plain[40:80] not in data
        assert b"ENCRYPTED PRIVATE KEY" in data


def test_the_same_identity_is_never_locked_to_the_same_bytes() -> None:
    """Fresh salt each time."""
    assert protect(identity(), SECRET, protection=Protection.ACCOUNT) != LOCKED


@settings(max_examples=1000, deadline=None)
@given(st.integers(0, len(LOCKED) - 1), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_told_as_damage(at: int, difference: int) -> None:
    """Never as a wrong passphrase, unless it is the word that says which secret to ask for."""
    damaged = LOCKED[:at] + bytes([LOCKED[at] ^ difference]) + LOCKED[at + 1 :]
    with pytest.raises(IdentityDamaged):
        unlock(damaged, SECRET)


@given(st.one_of(st.binary(max_size=200), st.integers(0, len(LOCKED) - 1).map(lambda end: LOCKED[:end])))
def test_what_is_no_whole_identity_file_is_told_as_damage(data: bytes) -> None:
    """Cut short, or something else."""
    with pytest.raises(IdentityDamaged):
        unlock(data, SECRET)


def test_a_file_of_a_newer_version_is_told_as_such() -> None:
    """So that nobody throws it away as damaged."""
    with pytest.raises(IdentityDamaged) as raised:
        unlock(LOCKED.replace(b"Identity: 2", b"Identity: 3"), SECRET)
    assert raised.value.reason == "newer"


def test_errors_are_the_users_not_ours() -> None:
    """All of them have a sentence in the interface."""
    for kind in (UnitNameUnfit, PassphraseTooShort, WrongPassphrase, IdentityDamaged):
        assert issubclass(kind, UserError)


@given(st.binary(max_size=2000))
def test_random_bytes_are_no_certificate(der: bytes) -> None:
    """Refused, whatever the library thinks of them."""
    with pytest.raises(CertificateRefused):
        read_certificate(der)


@settings(max_examples=1000, deadline=None)
@given(st.integers(0, len(identity().certificate.der) - 1), st.integers(1, 255))
def test_a_certificate_with_a_changed_byte_is_refused(at: int, difference: int) -> None:
    """It signs itself."""
    der = identity().certificate.der
    with pytest.raises(CertificateRefused):
        read_certificate(der[:at] + bytes([der[at] ^ difference]) + der[at + 1 :])
