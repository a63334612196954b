"""A unit's identity: its key and its certificate, and the file in which both rest.

The file is text: a few header lines, the certificate, and the key as PKCS#8 encrypted with AES-256 under a key that
scrypt makes of a secret (RFC 8018, RFC 7914), a standard structure that other programs open too. docs/security.md
describes it line by line. Where the file lies and where its secret comes from is not known here.

>>> from datetime import UTC
>>> made = create_identity(unit_name="任城区教育局", unit_code="370811", at=datetime(2021, 3, 1, tzinfo=UTC))
>>> unlock(protect(made, "a long enough phrase"), "a long enough phrase").fingerprint == made.fingerprint
True
"""

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from models.core.errors import UserError
from models.signing import pkcs8
from models.signing.certificate import (
    MAX_CODE,
    MAX_NAME,
    Algorithm,
    CertificateRefused,
    PrivateKey,
    UnitCertificate,
    fit_text,
    make_certificate,
    make_key,
    read_certificate,
)

FORMAT = 1
MIN_PASSPHRASE = 8  # characters; what is shorter is guessed from a stolen file
MAX_FILE = 32_768  # bytes; a file of this format takes about 5,000

_HEAD = re.compile(
    rb"Yaodian-Identity: (?P<format>[0-9]{1,4})\n"
    rb"(?:Protection: (?P<protection>[a-z]{1,20})\nSHA-256: (?P<sum>[0-9a-f]{64})\n\n(?P<body>.*))?",
    re.DOTALL,
)


@dataclass(eq=False)
class UnitNameUnfit(UserError):
    """A unit's name or code cannot stand in a certificate.

    ``field``: ``name`` or ``code``. ``reason``: ``empty``, or ``unfit`` (longer than ``limit`` characters, or with
    invisible ones).
    """

    field: str
    text: str
    reason: str
    limit: int


@dataclass(eq=False)
class PassphraseTooShort(UserError):
    """A passphrase with fewer than ``minimum`` characters."""

    length: int
    minimum: int


@dataclass(eq=False)
class WrongPassphrase(UserError):
    """The secret does not open the identity. ``protection`` says which kind of secret was asked for."""

    protection: str


@dataclass(eq=False)
class IdentityDamaged(UserError):
    """The bytes are no identity file, or one that was cut or changed.

    ``reason``: ``format`` (not such a file), ``newer`` (of a later version of the program), ``sum`` (changed since it
    was written), ``certificate`` or ``key`` (well kept, but not what belongs in it).
    """

    reason: str


class Protection(StrEnum):
    """Which kind of secret an identity file is locked with."""

    ACCOUNT = "account"  # a random secret that the user's account keeps
    PASSPHRASE = "passphrase"  # noqa: S105  # a word a person knows, not the word itself


@dataclass(frozen=True, slots=True)
class Identity:
    """A key that may sign for a unit, and its certificate. Never printed: the key has no text form."""

    private_key: PrivateKey
    certificate: UnitCertificate

    @property
    def unit_name(self) -> str:
        """The unit's name, as its certificate has it."""
        return self.certificate.unit_name

    @property
    def unit_code(self) -> str:
        """The unit's code, or an empty text."""
        return self.certificate.unit_code

    @property
    def algorithm(self) -> Algorithm:
        """What kind of key it is."""
        return self.certificate.algorithm

    @property
    def fingerprint(self) -> str:
        """What people compare: ``K7QM 2XHD 9PTA VW4E``."""
        return self.certificate.fingerprint


def create_identity(
    *, unit_name: str, unit_code: str = "", at: datetime, algorithm: Algorithm = Algorithm.RSA_3072
) -> Identity:
    """Make a new key and its self-signed certificate, valid from a day before ``at`` for five years.

    Raises:
        UnitNameUnfit: the name is empty or too long, or name or code has invisible characters.
    """
    name = _fit("name", unit_name, MAX_NAME)
    if not name:
        raise UnitNameUnfit("name", unit_name, "empty", MAX_NAME)
    code = _fit("code", unit_code, MAX_CODE)
    key = make_key(algorithm)
    certificate = make_certificate(key, unit_name=name, unit_code=code, at=at)
    return Identity(key, read_certificate(certificate.public_bytes(serialization.Encoding.DER)))


def protect(identity: Identity, secret: str | bytes, *, protection: Protection = Protection.PASSPHRASE) -> bytes:
    """Lock an identity and return its file.

    Args:
        identity: what to lock.
        secret: a passphrase (text), or the account's random secret (bytes).
        protection: written into the file, so that a reader knows which secret to ask for.

    Raises:
        PassphraseTooShort: fewer than eight characters.
    """
    if protection is Protection.PASSPHRASE and len(secret) < MIN_PASSPHRASE:
        raise PassphraseTooShort(len(secret), MIN_PASSPHRASE)
    plain = identity.private_key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    # A random secret cannot be guessed however fast one tries, so it needs no slow derivation.
    cost = pkcs8.SLOW if protection is Protection.PASSPHRASE else pkcs8.FAST
    key = pkcs8.encrypt(plain, _secret_bytes(secret), cost=cost, salt=os.urandom(16), start=os.urandom(16))
    body = pkcs8.pem("CERTIFICATE", identity.certificate.der) + pkcs8.pem("ENCRYPTED PRIVATE KEY", key)
    checksum = hashlib.sha256(body).hexdigest()
    return f"Yaodian-Identity: {FORMAT}\nProtection: {protection}\nSHA-256: {checksum}\n\n".encode() + body


def protection_of(data: bytes) -> Protection:
    """Tell which secret an identity file is locked with.

    Raises:
        IdentityDamaged: it is no whole identity file.
    """
    return _parse(data)[0]


def certificate_of(data: bytes) -> UnitCertificate:
    """Read the certificate in an identity file, for which no secret is needed.

    Raises:
        IdentityDamaged: it is no whole identity file.
    """
    return _parse(data)[1]


def unlock(data: bytes, secret: str | bytes) -> Identity:
    """Open an identity file.

    Raises:
        WrongPassphrase: the secret is another.
        IdentityDamaged: the file is not as it was written.
    """
    protection, certificate, encrypted = _parse(data)
    try:
        key = serialization.load_der_private_key(encrypted, _secret_bytes(secret))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        # The checksum held, so the file is whole and it is the secret that does not fit.
        raise WrongPassphrase(protection) from error
    if (
        not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
        or key.public_key() != certificate.public_key
    ):
        raise IdentityDamaged("key")
    return Identity(key, certificate)


def _parse(data: bytes) -> tuple[Protection, UnitCertificate, bytes]:
    head = _HEAD.match(data) if len(data) <= MAX_FILE else None
    if head is None:
        raise IdentityDamaged("format")
    if int(head["format"]) > FORMAT:
        raise IdentityDamaged("newer")
    if head["body"] is None or int(head["format"]) != FORMAT or head["protection"].decode() not in set(Protection):
        raise IdentityDamaged("format")
    if hashlib.sha256(head["body"]).hexdigest() != head["sum"].decode():
        raise IdentityDamaged("sum")
    blocks = pkcs8.read_pem(head["body"])
    if [label for label, _ in blocks] != ["CERTIFICATE", "ENCRYPTED PRIVATE KEY"]:
        raise IdentityDamaged("format")
    try:
        certificate = read_certificate(blocks[0][1])
    except CertificateRefused as error:
        raise IdentityDamaged("certificate") from error
    if not pkcs8.is_bounded(blocks[1][1]):
        raise IdentityDamaged("key")
    return Protection(head["protection"].decode()), certificate, blocks[1][1]


def _fit(field: str, text: str, limit: int) -> str:
    fitted = fit_text(text, limit)
    if fitted is None:
        raise UnitNameUnfit(field, text, "unfit", limit)
    return fitted


def _secret_bytes(secret: str | bytes) -> bytes:
    """Turn a passphrase into bytes: typed with a full-width keyboard or not, it stays the same."""
    return secret if isinstance(secret, bytes) else unicodedata.normalize("NFKC", secret).encode()
