"""Sign a workbook package, as Office does it and so that Office, LibreOffice and Apache POI show it.

>>> # signed = sign(package, identity, at=clock.now(), purpose="2021年第二季度进展填报", role="填报单位：任城区教育局")
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from models.core.errors import UserError
from models.signing import language, markup
from models.signing.certificate import PrivateKey, fit_text
from models.signing.findings import Outcome, Refused
from models.signing.identity import Identity
from models.signing.language import Relationship
from models.signing.manifest import manifest_of
from models.signing.package import read_package, write_package
from models.signing.trust import Trust
from models.signing.verify import verify


@dataclass(eq=False)
class IdentityNotValid(UserError):
    """The identity's certificate does not hold at the time of signing: expired, or this computer's clock is wrong."""

    at: datetime
    valid_from: datetime
    valid_until: datetime


def sign(package: bytes, identity: Identity, *, at: datetime, purpose: str = "", role: str = "") -> bytes:
    """Sign a workbook and return the signed one.

    The parts stay byte for byte; only [Content_Types].xml and the package's relationships get a line more. The same
    arguments give the same bytes (with P-256 only where the library signs deterministically, RFC 6979).

    Args:
        package: an unsigned workbook, as our own writer makes it.
        identity: who signs.
        at: now, aware of its time zone; stated in the signature in whole seconds.
        purpose: what the signature is for, at most 200 characters; Office shows it in the signature's details.
        role: in which role the unit signs, at most 200 characters; Office shows it too.

    Raises:
        IdentityNotValid: the certificate does not hold at that time.
        ValueError: the package is not what our own writer makes, or a text does not fit: a bug of the caller.
    """
    moment = at.astimezone(UTC).replace(microsecond=0)
    certificate = identity.certificate
    if not certificate.valid_from <= moment <= certificate.valid_until:
        raise IdentityNotValid(at, certificate.valid_from, certificate.valid_until)
    try:
        parts = read_package(package)
        relationships = dict(language.check_language(parts))
    except Refused as refused:
        raise ValueError(f"not signable: {refused}") from refused
    if any(name.startswith(language.SIGNATURE_FOLDER) for name in parts):
        raise ValueError("not signable: signed already")
    relationships[language.ROOT_RELATIONSHIPS] += (
        Relationship(language.ORIGIN_RELATION_ID, language.ORIGIN_RELATION, language.SIGNATURE_ORIGIN),
    )
    claims = markup.Claims(
        certificate=certificate,
        signed_at=moment,
        purpose=_text(purpose),
        role=_text(role),
        parts=manifest_of(parts, relationships),
    )
    value = _sign(identity.private_key, markup.signed_info(claims).encode())
    to_signature = Relationship("rId1", language.SIGNATURE_RELATION, language.SIGNATURE.rpartition("/")[2])
    signed = {
        **parts,
        language.ROOT_RELATIONSHIPS: language.write_relationships(relationships[language.ROOT_RELATIONSHIPS]),
        language.SIGNATURE_ORIGIN: b"",
        language.SIGNATURE_RELATIONSHIPS: language.write_relationships([to_signature]),
        language.SIGNATURE: markup.signature_xml(claims, value).encode(),
    }
    signed[language.CONTENT_TYPES] = language.write_content_types(signed.keys() - {language.CONTENT_TYPES})
    data = write_package(signed)
    # Nothing leaves that the other side would refuse. It costs less than the signature.
    verdict = verify(data, Trust(expected=certificate.fingerprint))
    if verdict.outcome is not Outcome.TRUSTED:
        raise ValueError(f"signed, but refused: {verdict.findings}")
    return data


def _sign(key: PrivateKey, message: bytes) -> bytes:
    """Compute the value of a signature as XMLDSig writes it: PKCS#1 v1.5, or r and s of 32 bytes each."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(message, padding.PKCS1v15(), hashes.SHA256())
    try:
        scheme = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
    except UnsupportedAlgorithm:  # an older OpenSSL
        scheme = ec.ECDSA(hashes.SHA256())
    r, s = decode_dss_signature(key.sign(message, scheme))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def _text(text: str) -> str:
    fitted = fit_text(text, markup.MAX_TEXT)
    if fitted is None:
        raise ValueError(f"longer than {markup.MAX_TEXT} characters, or not printable: {text!r}")
    return fitted
