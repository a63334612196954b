"""A bureau's own authority for tests: certificates as real ones look, and what is wrong with bad ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

from models.signing.certificate import read_certificate
from models.signing.identity import Identity
from tests.models.signing.samples import CODE, NOW, UNIT

PASSPHRASE = "pfx 的口令"  # noqa: S105
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(bits: int = 2048, twin: int = 0) -> rsa.RSAPrivateKey:
    """Keys take too long to make them for every test."""
    return rsa.generate_private_key(65537, bits)


@cache
def ec_key(twin: int = 0) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


AUTHORITY = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "济宁市教育局信息中心"),
        x509.NameAttribute(NameOID.COMMON_NAME, "教育系统签名 CA 2"),
    ]
)


def subject(name: str = "任城区教育局", *, more: Sequence[x509.NameAttribute] = ()) -> x509.Name:
    """As authorities write it: country, place, organisation, department, name."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.STATE_OR_PROVINCE_NAME, "山东省"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "办公室"),
            x509.NameAttribute(NameOID.COMMON_NAME, "电子签章专用"),
            *more,
        ]
    )


OUR_SUBJECT = x509.Name(
    [
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, UNIT),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, CODE),
        x509.NameAttribute(NameOID.COMMON_NAME, UNIT),
    ]
)


@dataclass(frozen=True)
class Order:
    """What the authority is asked for; the defaults make a good certificate."""

    key: Key = field(default_factory=rsa_key)
    owner: x509.Name = field(default_factory=subject)
    signs: bool = True
    certifies: bool = False
    is_authority: bool = False
    purposes: tuple[str, ...] = ("1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2")
    names_authority: bool = True
    critical_extra: bool = False
    from_: datetime = NOW - timedelta(days=30)
    until: datetime = NOW + timedelta(days=700)
    hash: Any = field(default_factory=hashes.SHA256)
    issuer: x509.Name = AUTHORITY


def issue(order: Order) -> x509.Certificate:
    """Issue what was ordered."""
    issuer_key = rsa_key(2048, twin=9)
    builder = (
        x509.CertificateBuilder()
        .subject_name(order.owner)
        .issuer_name(order.issuer)
        .public_key(order.key.public_key())
        .serial_number(0x1234567890ABCDEF)
        .not_valid_before(order.from_.astimezone(UTC))
        .not_valid_after(order.until.astimezone(UTC))
        .add_extension(x509.BasicConstraints(ca=order.is_authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=order.signs,
                content_commitment=order.signs,
                key_encipherment=True,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=order.certifies,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if order.names_authority:
        authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
        builder = builder.add_extension(authority, critical=False)
    if order.purposes:
        oids = [x509.ObjectIdentifier(one) for one in order.purposes]
        builder = builder.add_extension(x509.ExtendedKeyUsage(oids), critical=False)
    if order.critical_extra:
        extra = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00")
        builder = builder.add_extension(extra, critical=True)
    return builder.sign(issuer_key, order.hash)


def pfx(order: Order | None = None, *, passphrase: str = PASSPHRASE, key: Key | None = None) -> bytes:
    """Hand a certificate out as authorities do; with ``key``, a wrong one beside it."""
    order = order or Order()
    locked = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"unit", key or order.key, issue(order), None, locked)


def issued_identity(order: Order | None = None, *, used_by: tuple[str, str] = (UNIT, CODE)) -> Identity:
    """An identity whose certificate an authority issued."""
    from cryptography.hazmat.primitives.serialization import Encoding

    order = order or Order()
    return Identity(order.key, read_certificate(issue(order).public_bytes(Encoding.DER)), used_by)
