"""A unit's identity: its key and its certificate, and the file in which both rest.

The file is text: a few header lines, the certificate, the key as PKCS#8 encrypted with AES-256 under a key that scrypt
makes of a secret (RFC 8018, RFC 7914), a standard structure that other programs open too, and the notices by which
earlier keys announced this one (``succession``). docs/security.md describes it line by line. Where the file lies and
where its secret comes from is not known here.

>>> from datetime import UTC
>>> made = create_identity(unit_name="任城区教育局", unit_code="370811", at=datetime(2021, 3, 1, tzinfo=UTC))
>>> unlock(protect(made, "a long enough phrase"), "a long enough phrase").fingerprint == made.fingerprint
True
"""

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass, field
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
    PrivateKey,
    UnitCertificate,
    fit_text,
    make_certificate,
    make_key,
    read_certificate,
)
from models.signing.problems import CertificateRefused
from models.signing.trust import unit_key

FORMAT = 2
MIN_PASSPHRASE = 8  # characters; what is shorter is guessed from a stolen file
MAX_ANNOUNCEMENTS = 8  # of them the newest are kept: forty years of renewals
MAX_FILE = 262_144  # bytes; a file of this format takes about 5,000, and 7,000 for each announcement

_HEAD = re.compile(
    rb"Yaodian-Identity: (?P<format>[0-9]{1,4})\n"
    rb"(?:Protection: (?P<protection>[a-z]{1,20})\nSHA-256: (?P<sum>[0-9a-f]{64})\n(?P<summed>.*))?",
    re.DOTALL,
)
_UNIT = re.compile(r"Unit: (?P<name>[^\n]{1,64})\nCode: (?P<code>[^\n]{0,32})\n\n")
_LABELS = ("CERTIFICATE", "ENCRYPTED PRIVATE KEY")
_ANNOUNCEMENT = "YAODIAN SUCCESSION"


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
    """The secret does not open the identity.

    ``protection`` says which kind of secret was asked for; ``pfx`` for the passphrase of a .pfx file.
    """

    protection: str


@dataclass(eq=False)
class IdentityDamaged(UserError):
    """The bytes are no identity file, or one that was cut or changed.

    ``reason``: ``format`` (not such a file), ``newer`` (of a later version of the program), ``sum`` (changed since it
    was written), ``certificate`` or ``key`` (well kept, but not what belongs in it).
    """

    reason: str


@dataclass(eq=False)
class IdentityOfAnotherUnit(UserError):
    """The signing identity at hand belongs to another unit than the one that is to sign."""

    identity_name: str
    identity_code: str
    unit_name: str
    unit_code: str


class Protection(StrEnum):
    """Which kind of secret an identity file is locked with."""

    ACCOUNT = "account"  # a random secret that the user's account keeps
    PASSPHRASE = "passphrase"  # noqa: S105  # a word a person knows, not the word itself


# A random secret cannot be guessed however fast one tries, so it needs no slow derivation.
_COSTS = {Protection.ACCOUNT: pkcs8.FAST, Protection.PASSPHRASE: pkcs8.SLOW}


@dataclass(frozen=True, slots=True)
class Identity:
    """A key that may sign for a unit, and its certificate. Never printed: the key has no text form.

    ``used_by``: name and code of the unit that uses a certificate which states none (an authority issued it).
    ``announcements``: the notices by which earlier keys of the unit announced this one and one another, oldest first.
    """

    private_key: PrivateKey = field(repr=False)
    certificate: UnitCertificate
    used_by: tuple[str, str] = ("", "")
    announcements: tuple[bytes, ...] = field(default=(), repr=False)

    @property
    def unit_name(self) -> str:
        """The unit's name: as its certificate states it, else as the unit that uses the certificate is called."""
        return self.certificate.unit_name if self.certificate.states_unit else self.used_by[0]

    @property
    def unit_code(self) -> str:
        """The unit's code, or an empty text."""
        return self.certificate.unit_code if self.certificate.states_unit else self.used_by[1]

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
    name, code = fit_unit(unit_name, unit_code)
    key = make_key(algorithm)
    certificate = make_certificate(key, unit_name=name, unit_code=code, at=at)
    return Identity(key, read_certificate(certificate.public_bytes(serialization.Encoding.DER)))


def require_unit(identity: "Identity | LockedIdentity", *, unit_name: str, unit_code: str) -> None:
    """Require that an identity signs for this unit: by its code, or by its name where it has none.

    Raises:
        IdentityOfAnotherUnit: it signs for another.
    """
    key = unit_key(code=identity.unit_code, name=identity.unit_name)
    if key != unit_key(code=unit_code, name=unit_name):
        raise IdentityOfAnotherUnit(identity.unit_name, identity.unit_code, unit_name, unit_code)


def fit_unit(unit_name: str, unit_code: str) -> tuple[str, str]:
    """Return name and code as they stand in a certificate.

    Raises:
        UnitNameUnfit: the name is empty or too long, or name or code has invisible characters.
    """
    name = _fit("name", unit_name, MAX_NAME)
    if not name:
        raise UnitNameUnfit("name", unit_name, "empty", MAX_NAME)
    return name, _fit("code", unit_code, MAX_CODE)


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
    key = pkcs8.encrypt(
        plain, _secret_bytes(secret), cost=_COSTS[protection], salt=os.urandom(16), start=os.urandom(16)
    )
    body = f"Unit: {identity.unit_name}\nCode: {identity.unit_code}\n\n".encode()
    body += pkcs8.pem(_LABELS[0], identity.certificate.der) + pkcs8.pem(_LABELS[1], key)
    body += b"".join(pkcs8.pem(_ANNOUNCEMENT, one) for one in identity.announcements[-MAX_ANNOUNCEMENTS:])
    checksum = hashlib.sha256(body).hexdigest()
    return f"Yaodian-Identity: {FORMAT}\nProtection: {protection}\nSHA-256: {checksum}\n".encode() + body


@dataclass(frozen=True, slots=True)
class LockedIdentity:
    """What an identity file says to everybody: all but the key. ``unit_name`` and ``unit_code``: for whom it signs."""

    protection: Protection
    certificate: UnitCertificate
    unit_name: str
    unit_code: str
    announcements: tuple[bytes, ...] = field(repr=False)
    encrypted_key: bytes = field(repr=False)


def read_locked(data: bytes) -> LockedIdentity:
    """Read what an identity file says without any secret.

    Raises:
        IdentityDamaged: it is no whole identity file.
    """
    return _parse(data)


def protection_of(data: bytes) -> Protection:
    """Tell which secret an identity file is locked with.

    Raises:
        IdentityDamaged: it is no whole identity file.
    """
    return _parse(data).protection


def certificate_of(data: bytes) -> UnitCertificate:
    """Read the certificate in an identity file, for which no secret is needed.

    Raises:
        IdentityDamaged: it is no whole identity file.
    """
    return _parse(data).certificate


def unlock(data: bytes, secret: str | bytes) -> Identity:
    """Open an identity file.

    Raises:
        WrongPassphrase: the secret is another.
        IdentityDamaged: the file is not as it was written.
    """
    locked = _parse(data)
    try:
        key = serialization.load_der_private_key(locked.encrypted_key, _secret_bytes(secret))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        # The checksum held, so the file is whole and it is the secret that does not fit.
        raise WrongPassphrase(locked.protection) from error
    if (
        not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
        or key.public_key() != locked.certificate.public_key
    ):
        raise IdentityDamaged("key")
    return Identity(key, locked.certificate, (locked.unit_name, locked.unit_code), locked.announcements)


def _parse(data: bytes) -> LockedIdentity:
    head = _HEAD.fullmatch(data) if len(data) <= MAX_FILE else None
    if head is None:
        raise IdentityDamaged("format")
    if int(head["format"]) > FORMAT:
        raise IdentityDamaged("newer")
    if head["summed"] is None or head["protection"].decode() not in set(Protection):
        raise IdentityDamaged("format")
    # In version 1 the sum is over what follows the blank line, since version 2 over all that follows itself.
    first = int(head["format"]) == 1
    if (first and not head["summed"].startswith(b"\n")) or int(head["format"]) == 0:
        raise IdentityDamaged("format")
    summed = head["summed"][1:] if first else head["summed"]
    if hashlib.sha256(summed).hexdigest() != head["sum"].decode():
        raise IdentityDamaged("sum")
    used_by, body = (None, summed) if first else _parse_unit(summed)
    blocks = pkcs8.read_pem(body)
    labels = tuple(label for label, _ in blocks)
    announcements = tuple(content for _, content in blocks[2:])
    if labels != _LABELS + (_ANNOUNCEMENT,) * len(announcements) or len(announcements) > MAX_ANNOUNCEMENTS:
        raise IdentityDamaged("format")
    try:
        certificate = read_certificate(blocks[0][1])
    except CertificateRefused as error:
        raise IdentityDamaged("certificate") from error
    stated = (certificate.unit_name, certificate.unit_code)
    if (used_by or stated) != stated and certificate.states_unit:
        raise IdentityDamaged("certificate")
    protection = Protection(head["protection"].decode())
    if pkcs8.cost_of(blocks[1][1]) != _COSTS[protection]:
        raise IdentityDamaged("key")
    name, code = used_by or stated
    return LockedIdentity(protection, certificate, name, code, announcements, blocks[1][1])


def _parse_unit(summed: bytes) -> tuple[tuple[str, str], bytes]:
    """Part what version 2 says of the unit from the blocks that follow it."""
    end = summed.find(b"\n\n") + 2
    try:
        lines = _UNIT.fullmatch(summed[:end].decode())
    except UnicodeDecodeError:
        lines = None
    if lines is None or (lines["name"], lines["code"]) != (
        fit_text(lines["name"], MAX_NAME),
        fit_text(lines["code"], MAX_CODE),
    ):
        raise IdentityDamaged("format")
    return (lines["name"], lines["code"]), summed[end:]


def _fit(field: str, text: str, limit: int) -> str:
    fitted = fit_text(text, limit)
    if fitted is None:
        raise UnitNameUnfit(field, text, "unfit", limit)
    return fitted


def _secret_bytes(secret: str | bytes) -> bytes:
    """Turn a passphrase into bytes: typed with a full-width keyboard or not, it stays the same."""
    return secret if isinstance(secret, bytes) else unicodedata.normalize("NFKC", secret).encode()
