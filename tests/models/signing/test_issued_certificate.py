"""Certificates of an authority: which are let in, what they say of their unit, what a signature with one is worth."""

from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from models.signing.certificate import read_certificate
from models.signing.findings import Code, Outcome
from models.signing.problems import CertificateRefused
from models.signing.sign import sign
from models.signing.trust import Standing, Trust, unit_key
from models.signing.verify import verify
from tests.models.signing.authority import OUR_SUBJECT, Order, ec_key, issue, issued_identity, rsa_key, subject
from tests.models.signing.samples import CODE, NOW, PURPOSE, ROLE, UNIT, identity, workbook

HOURS_KEY = unit_key(code=CODE, name=UNIT)


def der(order: Order) -> bytes:
    return issue(order).public_bytes(Encoding.DER)


@pytest.mark.parametrize("key", [rsa_key(), rsa_key(4096), ec_key()], ids=["rsa-2048", "rsa-4096", "p-256"])
@pytest.mark.parametrize("digest", [hashes.SHA256(), hashes.SHA384()], ids=["sha256", "sha384"])
def test_an_authoritys_certificate_is_let_in(key: rsa.RSAPrivateKey, digest: hashes.HashAlgorithm) -> None:
    """It shows a name, and states no unit: what stands in its OU is a department."""
    read = read_certificate(der(Order(key=key, hash=digest)))
    assert (read.unit_name, read.unit_code) == ("任城区教育局", "")
    assert (read.is_issued, read.states_unit) == (True, False)
    assert read.issuer == "CN=教育系统签名 CA 2, O=济宁市教育局信息中心, C=CN"


def test_one_that_names_its_unit_as_we_do_states_it() -> None:
    """A county that issues certificates for this program: it can speak for that unit only."""
    read = read_certificate(der(Order(owner=OUR_SUBJECT)))
    assert (read.unit_name, read.unit_code, read.is_issued, read.states_unit) == (UNIT, CODE, True, True)


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (Order(key=rsa_key(1024)), "key"),
        (Order(key=ec.generate_private_key(ec.SECP384R1())), "key"),  # type: ignore[arg-type]
        (Order(signs=False), "usage"),
        (Order(certifies=True), "usage"),
        (Order(is_authority=True), "usage"),
        (Order(purposes=("1.3.6.1.5.5.7.3.1",)), "usage"),
        (Order(critical_extra=True), "usage"),
        (Order(names_authority=False), "self"),
        (Order(owner=subject("局" * 65)), "names"),
        (Order(owner=subject("任城\u202e区")), "names"),
        (Order(owner=x509.Name([x509.NameAttribute(x509.NameOID.COUNTRY_NAME, "CN")])), "names"),
    ],
)
def test_what_is_not_for_signing_a_document_is_refused(order: Order, reason: str) -> None:
    """Short and foreign keys, servers' certificates, authorities themselves, names that can't be printed."""
    with pytest.raises(CertificateRefused) as refused:
        read_certificate(der(order))
    assert refused.value.reason == reason


def test_one_signed_with_sha1_is_refused() -> None:
    """By the algorithm that stands in it; the library at hand signs with it no more."""
    good = der(Order())
    sha256, sha1 = (bytes.fromhex(f"06092a864886f70d0101{one}0500") for one in ("0b", "05"))
    assert good.count(sha256) == 2
    with pytest.raises(CertificateRefused):
        read_certificate(good.replace(sha256, sha1))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(der(Order())) - 1), st.integers(1, 255))
def test_a_changed_byte_makes_another_certificate_or_none(at: int, difference: int) -> None:
    """Nobody here can check the authority's signature; so whatever is let in has another fingerprint."""
    good = der(Order())
    changed = good[:at] + bytes([good[at] ^ difference]) + good[at + 1 :]
    try:
        read = read_certificate(changed)
    except CertificateRefused:
        return
    assert read.digest != read_certificate(good).digest


@pytest.mark.parametrize("key", [rsa_key(), ec_key()], ids=["rsa", "p-256"])
def test_a_workbook_signed_with_one_is_unaltered_and_its_signer_known_by_pins_alone(key: rsa.RSAPrivateKey) -> None:
    """Pinned for whatever unit, it is known; pinned for none, it isn't, whoever issued it."""
    signer = issued_identity(Order(key=key))
    data = sign(workbook(), signer, at=NOW, purpose=PURPOSE, role=ROLE)
    unknown = verify(data, Trust())
    assert unknown.outcome is Outcome.SIGNER_UNKNOWN
    assert unknown.signer is not None
    assert (unknown.signer.is_issued, unknown.signer.states_unit, unknown.signer.code) == (True, False, "")
    digest = signer.certificate.digest
    assert verify(data, Trust(pinned={HOURS_KEY: frozenset({digest})})).outcome is Outcome.TRUSTED
    other = Trust(pinned={HOURS_KEY: frozenset({identity().certificate.digest})})
    assert verify(data, other).outcome is Outcome.SIGNER_UNKNOWN
    revoked = verify(data, Trust(pinned={HOURS_KEY: frozenset({digest})}, revoked=frozenset({digest})))
    assert (revoked.outcome, revoked.findings[0].code) == (Outcome.SIGNER_DIFFERS, Code.SIGNER_REVOKED)


def test_for_which_unit_one_may_speak() -> None:
    """Only for the one that it was confirmed for; and never for one that is known by another certificate."""
    digest, other = issued_identity().certificate.digest, identity().certificate.digest

    def standing(trust: Trust, code: str = CODE) -> Standing:
        return trust.standing_for(unit_code=code, unit_name=UNIT, digest=digest)

    pinned = Trust(pinned={CODE: frozenset({digest})})
    assert standing(Trust()) is Standing.UNKNOWN
    assert standing(pinned) is Standing.TRUSTED
    assert standing(pinned, "370812") is Standing.DIFFERS
    assert standing(Trust(pinned={CODE: frozenset({other})})) is Standing.DIFFERS
    assert standing(replace(pinned, revoked=frozenset({digest}))) is Standing.REVOKED
