"""The certificate of a unit: the kind of X.509 certificate that this program makes, and the one that authorities issue.

Made here: self-signed, version 3, over RSA-3072 or P-256; the unit's name stands in O, its code (if it has one) in OU,
and CN repeats the name as far as 64 bytes go, because CN is what Office shows. ``issued_certificate`` says which others
are let in. Whoever issued it, a certificate is believed because a person compared its fingerprint (``trust``).
"""

import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from models.core.texts import MAX_UNIT_CODE, MAX_UNIT_NAME
from models.signing.der import BIT_STRING, SEQUENCE, tagged
from models.signing.issued_certificate import check_issued, issued_key, named_unit
from models.signing.problems import CertificateRefused
from models.signing.trust import certificate_digest, fingerprint

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey

MAX_BYTES = 4096  # an RSA-3072 certificate with the longest names takes about 1,700
MAX_NAME = MAX_UNIT_NAME
MAX_CODE = MAX_UNIT_CODE
_MAX_ISSUER = 500  # characters of an authority's whole name
_MAX_COMMON_NAME = 64  # bytes of UTF-8 that every reader accepts in CN
_LIFETIME = timedelta(days=5 * 365 + 1)
_BACKDATE = timedelta(days=1)  # the reader's clock may be behind
_RSA_BITS = 3072
_RSA_EXPONENT = 65537

# What the library raises over bytes that are no certificate. It warns of names and numbers outside X.509; where
# warnings are errors, they land here too.
_UNREADABLE = (
    ValueError,
    TypeError,
    OverflowError,
    UnsupportedAlgorithm,
    InvalidSignature,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
    Warning,
)


class Algorithm(StrEnum):
    """The two kinds of key that are made here; docs/decisions says why the first is the default."""

    RSA_3072 = "rsa-3072"
    P_256 = "p-256"


# The AlgorithmIdentifiers sha256WithRSAEncryption and ecdsa-with-SHA256.
_SIGNED_WITH = {
    Algorithm.RSA_3072: bytes.fromhex("300d06092a864886f70d01010b0500"),
    Algorithm.P_256: bytes.fromhex("300a06082a8648ce3d040302"),
}


@dataclass(frozen=True, slots=True)
class UnitCertificate:
    """A certificate that was read and is of an accepted kind. Says nothing of whether its unit is the one it names.

    ``is_issued``: an authority's name stands on it, not its own. Whether that authority issued it is not known here.
    ``states_unit``: it names its unit as this program does, so that it can speak for no other. Of an issued one that
    does not, ``unit_name`` is merely what it shows, and ``unit_code`` is blank: which unit it signs for, a person said.
    """

    der: bytes = field(repr=False)
    unit_name: str
    unit_code: str
    public_key: PublicKey = field(repr=False)
    serial_number: int
    issuer: str
    valid_from: datetime
    valid_until: datetime
    digest: str
    fingerprint: str
    is_issued: bool = False
    states_unit: bool = True

    @property
    def algorithm(self) -> Algorithm:
        """What kind of key it is; RSA keys of an authority have other lengths, too."""
        return Algorithm.RSA_3072 if isinstance(self.public_key, rsa.RSAPublicKey) else Algorithm.P_256


def fit_text(text: str, limit: int) -> str | None:
    """Return a name or code as it is written into a certificate, or None where it cannot be.

    Normalised (NFC), blanks joined; control, invisible and unassigned characters have no place in a name.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if len(words) > limit or any(unicodedata.category(character).startswith("C") for character in words):
        return None
    return words


def make_key(algorithm: Algorithm) -> PrivateKey:
    """Make a new private key: about 0.1 s for RSA-3072, nothing for P-256."""
    if algorithm is Algorithm.P_256:
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=_RSA_EXPONENT, key_size=_RSA_BITS)


def make_certificate(key: PrivateKey, *, unit_name: str, unit_code: str, at: datetime) -> x509.Certificate:
    """Make the self-signed certificate of a unit.

    Args:
        key: the unit's key.
        unit_name: as ``fit_text`` returns it, not empty.
        unit_code: as ``fit_text`` returns it, may be empty.
        at: now; the certificate holds from a day before for five years.
    """
    moment = at.astimezone(UTC).replace(microsecond=0)
    public_key = key.public_key()
    name = _subject(unit_name, unit_code)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(moment - _BACKDATE)
        .not_valid_after(moment + _LIFETIME)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .sign(key, hashes.SHA256())
    )


def read_certificate(der: bytes) -> UnitCertificate:
    """Read a certificate that came from outside.

    Anything that neither ``make_certificate`` would make nor ``issued_certificate`` lets in is refused.

    Raises:
        CertificateRefused: it is of another kind.
    """
    if len(der) > MAX_BYTES:
        raise CertificateRefused("unreadable")
    try:
        return _read(der)
    except _UNREADABLE as error:
        raise CertificateRefused("unreadable") from error


def _read(der: bytes) -> UnitCertificate:
    certificate = x509.load_der_x509_certificate(der)
    if certificate.issuer.public_bytes() != certificate.subject.public_bytes():
        return _read_issued(der, certificate)
    public_key = certificate.public_key()
    algorithm = _algorithm(public_key)
    # What the library reads leniently outside of what is signed (unused bits, say) would make two digests of one
    # certificate.
    value = tagged(BIT_STRING, b"\0", certificate.signature)
    if der != tagged(SEQUENCE, certificate.tbs_certificate_bytes, _SIGNED_WITH[algorithm], value):
        raise CertificateRefused("unreadable")
    unit_name, unit_code = _names(certificate)
    extensions = {extension.oid: extension for extension in certificate.extensions}
    expected = {
        x509.BasicConstraints.oid: (True, x509.BasicConstraints(ca=False, path_length=None)),
        x509.KeyUsage.oid: (True, _key_usage()),
        x509.SubjectKeyIdentifier.oid: (False, x509.SubjectKeyIdentifier.from_public_key(public_key)),
    }
    if certificate.version is not x509.Version.v3 or certificate.serial_number <= 0:
        raise CertificateRefused("usage")
    if {oid: (extension.critical, extension.value) for oid, extension in extensions.items()} != expected:
        raise CertificateRefused("usage")
    try:
        certificate.verify_directly_issued_by(certificate)
    except (ValueError, TypeError, InvalidSignature) as error:
        raise CertificateRefused("self") from error
    return UnitCertificate(
        der=der,
        unit_name=unit_name,
        unit_code=unit_code,
        public_key=public_key,  # type: ignore[arg-type]  # _algorithm lets two kinds pass
        serial_number=certificate.serial_number,
        issuer=issuer_text(certificate.issuer),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        digest=certificate_digest(der),
        fingerprint=fingerprint(der),
    )


def _read_issued(der: bytes, certificate: x509.Certificate) -> UnitCertificate:
    """Read a certificate that bears the name of an authority; its unit is stated only where it is named as ours is."""
    check_issued(der, certificate)
    shown = named_unit(certificate.subject)
    unit_code = ""
    try:
        shown, unit_code = _names(certificate)
        states_unit = True
    except CertificateRefused:
        states_unit = False
    issuer = issuer_text(certificate.issuer)
    if fit_text(shown, MAX_NAME) != shown or fit_text(issuer, _MAX_ISSUER) is None:
        raise CertificateRefused("names")
    return UnitCertificate(
        der=der,
        unit_name=shown,
        unit_code=unit_code,
        public_key=issued_key(certificate.public_key()),
        serial_number=certificate.serial_number,
        issuer=issuer,
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        digest=certificate_digest(der),
        fingerprint=fingerprint(der),
        is_issued=True,
        states_unit=states_unit,
    )


def issuer_text(name: x509.Name) -> str:
    """Write a name as Office does in ``X509IssuerName``: the last part first, a comma and a blank between parts."""
    return ", ".join(part.rfc4514_string() for part in reversed(list(name.rdns)))


def _algorithm(public_key: object) -> Algorithm:
    if isinstance(public_key, rsa.RSAPublicKey):
        if public_key.key_size == _RSA_BITS and public_key.public_numbers().e == _RSA_EXPONENT:
            return Algorithm.RSA_3072
    elif isinstance(public_key, ec.EllipticCurvePublicKey) and isinstance(public_key.curve, ec.SECP256R1):
        return Algorithm.P_256
    raise CertificateRefused("key")


def _names(certificate: x509.Certificate) -> tuple[str, str]:
    """Take name and code from the subject, and require that it is written as ``make_certificate`` writes it."""
    subject = certificate.subject
    values = {attribute.oid: attribute.value for attribute in subject}
    name = str(values.get(NameOID.ORGANIZATION_NAME, ""))
    code = str(values.get(NameOID.ORGANIZATIONAL_UNIT_NAME, ""))
    if not name or fit_text(name, MAX_NAME) != name or fit_text(code, MAX_CODE) != code:
        raise CertificateRefused("names")
    if subject.public_bytes() != _subject(name, code).public_bytes():
        raise CertificateRefused("names")
    return name, code


def _subject(unit_name: str, unit_code: str) -> x509.Name:
    attributes = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, unit_name)]
    if unit_code:
        attributes.append(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit_code))
    common = unit_name.encode()[:_MAX_COMMON_NAME].decode(errors="ignore").rstrip()
    attributes.append(x509.NameAttribute(NameOID.COMMON_NAME, common))
    return x509.Name(attributes)


def _key_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
