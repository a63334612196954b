"""Which certificates of an authority may sign for a unit, in place of one that the unit made for itself.

A county's own authority, or one that is qualified under the law on electronic signatures, issues such a certificate.
No chain is evaluated: neither the authority's certificate nor its lists of revoked ones are at hand without a network.
So what the authority wrote is worth as much as the fingerprint that a person compared, and no more; and its signature
over the certificate, which can't be checked, is only required to be written in its one spelling.

What is let in: version 3; RSA of 2048, 3072 or 4096 bits with the usual exponent, or P-256; signed with SHA-256 or
better; a key usage that fits a signature and issues no certificates; no authority; if purposes are named, one that a
document is signed for; no critical extension beside these; a serial number and the key of the authority named, as RFC
5280 has it. So none of our own certificates becomes one of these by a changed letter.
"""

import re
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtensionOID, NameOID, ObjectIdentifier

from models.signing.der import BIT_STRING, SEQUENCE, tagged
from models.signing.problems import CertificateRefused

_RSA_SIZES: Final = (2048, 3072, 4096)
_RSA_EXPONENT: Final = 65537
_LARGEST_SERIAL: Final = 1 << 159

# AlgorithmIdentifiers: RSA (PKCS #1 v1.5) and ECDSA, each with SHA-256, SHA-384, SHA-512.
_SIGNED_WITH: Final = tuple(
    bytes.fromhex(one)
    for one in (
        "300d06092a864886f70d01010b0500",
        "300d06092a864886f70d01010c0500",
        "300d06092a864886f70d01010d0500",
        "300a06082a8648ce3d040302",
        "300a06082a8648ce3d040303",
        "300a06082a8648ce3d040304",
    )
)
_UNDERSTOOD: Final = {ExtensionOID.KEY_USAGE, ExtensionOID.BASIC_CONSTRAINTS, ExtensionOID.EXTENDED_KEY_USAGE}
_PURPOSES: Final = {
    ObjectIdentifier("2.5.29.37.0"),  # any
    ObjectIdentifier("1.3.6.1.5.5.7.3.2"),  # client authentication, which most authorities put in
    ObjectIdentifier("1.3.6.1.5.5.7.3.4"),  # e-mail
    ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # documents (RFC 9336)
    ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),  # documents, as Microsoft names it
}
_BLANKS: Final = re.compile(r"\s+")


def check_issued(der: bytes, certificate: x509.Certificate) -> None:
    """Require what the head of this module says.

    Raises:
        CertificateRefused: something is otherwise.
        ValueError: an extension can't be read.
    """
    value = tagged(BIT_STRING, b"\0", certificate.signature)
    if der not in {tagged(SEQUENCE, certificate.tbs_certificate_bytes, kind, value) for kind in _SIGNED_WITH}:
        raise CertificateRefused("unreadable")
    issued_key(certificate.public_key())
    if certificate.version is not x509.Version.v3 or not 0 < certificate.serial_number < _LARGEST_SERIAL:
        raise CertificateRefused("usage")
    extensions = {extension.oid: extension for extension in certificate.extensions}
    if any(extension.critical and oid not in _UNDERSTOOD for oid, extension in extensions.items()):
        raise CertificateRefused("usage")
    usage = extensions.get(ExtensionOID.KEY_USAGE)
    if usage is None or not isinstance(usage.value, x509.KeyUsage):
        raise CertificateRefused("usage")
    if not (usage.value.digital_signature or usage.value.content_commitment) or usage.value.key_cert_sign:
        raise CertificateRefused("usage")
    authority = extensions.get(ExtensionOID.AUTHORITY_KEY_IDENTIFIER)
    if authority is None or not getattr(authority.value, "key_identifier", None):
        raise CertificateRefused("self")
    basic = extensions.get(ExtensionOID.BASIC_CONSTRAINTS)
    if basic is not None and isinstance(basic.value, x509.BasicConstraints) and basic.value.ca:
        raise CertificateRefused("usage")
    purposes = extensions.get(ExtensionOID.EXTENDED_KEY_USAGE)
    if purposes is None or not isinstance(purposes.value, x509.ExtendedKeyUsage):
        return
    if not _PURPOSES & set(purposes.value):
        raise CertificateRefused("usage")


def issued_key(public_key: object) -> rsa.RSAPublicKey | ec.EllipticCurvePublicKey:
    """Return the key if it is of an accepted kind.

    Raises:
        CertificateRefused: it is another, SM2 for one, which neither Office nor our library can verify.
    """
    if isinstance(public_key, rsa.RSAPublicKey):
        if public_key.key_size in _RSA_SIZES and public_key.public_numbers().e == _RSA_EXPONENT:
            return public_key
    elif isinstance(public_key, ec.EllipticCurvePublicKey) and isinstance(public_key.curve, ec.SECP256R1):
        return public_key
    raise CertificateRefused("key")


def named_unit(subject: x509.Name) -> str:
    """Return what the subject of a certificate shows as its owner: the organisation, else the common name."""
    for oid in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        for attribute in subject.get_attributes_for_oid(oid):
            shown = _BLANKS.sub(" ", str(attribute.value)).strip()
            if shown:
                return shown
    raise CertificateRefused("names")
