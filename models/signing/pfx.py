"""A unit's own certificate from an authority, in the file in which authorities hand it out: PKCS #12, .pfx or .p12.

What is taken from the file is one key and the certificate that belongs to it. The authority's own certificates, which
often stand beside it, are left alone: no chain is evaluated (``issued_certificate`` says why).
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from models.core.errors import UserError
from models.signing.certificate import read_certificate
from models.signing.der import OCTET_STRING, SEQUENCE
from models.signing.identity import Identity, WrongPassphrase, fit_unit
from models.signing.problems import CertificateRefused

MAX_PFX = 65_536  # bytes; with a chain of three certificates one takes about 6,000
_MOST_ROUNDS = 10_000_000  # some seconds; files in use have 2,048 to 600,000
_LONGEST_SALT = 64
_AFTER_ROUNDS = b"\x02\x04\x30\x80\xa0"


@dataclass(eq=False)
class PfxRefused(UserError):
    """A .pfx file can't be used to sign with.

    ``reason``: ``format`` (no such file, or cut), ``empty`` (no key with its certificate in it), ``key`` (neither RSA
    of 2048, 3072 or 4096 bits nor P-256), ``usage`` (the certificate is not for signing), ``names`` (it shows no name
    that can be printed), ``unreadable`` (it is of no kind that other programs here would read), ``expired``,
    ``not_yet`` (it holds only later), ``other_unit`` (it is another unit's, as this program names units).
    ``shown_name``: whom the certificate is for, once that can be read.
    """

    reason: str
    shown_name: str = ""


def read_pfx(data: bytes, passphrase: str, *, unit_name: str, unit_code: str, at: datetime) -> Identity:
    """Take the identity out of a .pfx file.

    Args:
        data: the file.
        passphrase: what the authority or the person locked it with; may be empty.
        unit_name: the unit that is to sign with it.
        unit_code: the unit's code; may be empty.
        at: now.

    Raises:
        WrongPassphrase: the passphrase is another; or the file was changed, which can't be told apart.
        PfxRefused: it is no .pfx file, or nothing that a unit may sign with.
        UnitNameUnfit: the unit has no name to sign with.
    """
    if len(data) > MAX_PFX or not _is_whole(data) or _is_costly(data):
        raise PfxRefused("format")
    try:
        key, found, _ = pkcs12.load_key_and_certificates(data, passphrase.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise WrongPassphrase("pfx") from error
    if key is None or found is None:
        raise PfxRefused("empty")
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise PfxRefused("key")
    try:
        certificate = read_certificate(found.public_bytes(serialization.Encoding.DER))
    except CertificateRefused as refused:
        kinds = {"key": "key", "usage": "usage", "names": "names"}
        raise PfxRefused(kinds.get(refused.reason, "unreadable")) from refused
    shown = certificate.unit_name
    if key.public_key() != certificate.public_key:
        raise PfxRefused("empty", shown)
    moment = at.astimezone(UTC)
    if moment > certificate.valid_until:
        raise PfxRefused("expired", shown)
    if moment < certificate.valid_from:
        raise PfxRefused("not_yet", shown)
    unit = fit_unit(unit_name, unit_code)
    if certificate.states_unit and unit != (certificate.unit_name, certificate.unit_code):
        raise PfxRefused("other_unit", shown)
    return Identity(key, certificate, unit)


def _is_costly(data: bytes) -> bool:
    """Tell whether opening the file would take minutes: how often it derives its keys stands in the file itself.

    Found without parsing: a salt (OCTET STRING), the number of rounds (INTEGER), and what may follow the two.
    """
    for at, tag in enumerate(data[:-4]):
        if tag != OCTET_STRING or not 0 < data[at + 1] <= _LONGEST_SALT:
            continue
        number = at + 2 + data[at + 1]
        if data[number : number + 1] != b"\x02" or number + 2 > len(data):
            continue
        end = number + 2 + data[number + 1]
        is_number = 4 <= data[number + 1] <= 8 and end <= len(data) and data[end : end + 1] in _AFTER_ROUNDS
        if is_number and int.from_bytes(data[number + 2 : end], "big") > _MOST_ROUNDS:
            return True
    return False


def _is_whole(data: bytes) -> bool:
    """Tell a file that was cut, or is another, from one that the passphrase doesn't open: by its outermost length."""
    if len(data) < 4 or data[0] != SEQUENCE:
        return False
    if data[1] == 0x80:  # BER without a length, as some authorities write it; it ends in two zeros
        return data.endswith(b"\0\0")
    if data[1] < 0x80:
        return len(data) == 2 + data[1]
    size = data[1] & 0x7F
    return size <= 3 and len(data) == 2 + size + int.from_bytes(data[2 : 2 + size], "big")
