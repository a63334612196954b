"""Verify a signed workbook: any bytes in, one verdict out. The only way to the data of a workbook from outside.

The signature says that the parts are as they were when the holder of a key signed them. Who holds that key, a person
has to confirm once (``trust``). When it was signed is a claim of the signer's clock.

>>> verify(b"no workbook", Trust()).outcome.value
'not-ours'
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from models.signing import language, markup
from models.signing.certificate import UnitCertificate, read_certificate
from models.signing.findings import Code, Finding, Outcome, Refused, refusal_outcome
from models.signing.manifest import compare, manifest_of
from models.signing.package import claims, read_package
from models.signing.problems import CertificateRefused
from models.signing.trust import Standing, Trust

_SHAPES = {
    "CanonicalizationMethod": Code.ALGORITHM,
    "SignatureMethod": Code.ALGORITHM,
    "DigestMethod": Code.ALGORITHM,
    "Transform": Code.ALGORITHM,
    "xd:SigningCertificate": Code.CERTIFICATE_REFERENCE,
}


class PackageWithheld(RuntimeError):
    """A caller asked for the parts of a workbook whose verdict does not allow it: a bug of the caller."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose key made the signature, in the words of its certificate.

    ``states_unit``: the certificate binds itself to a unit. Where it does not (some authority issued it), ``name`` is
    only what it shows and ``code`` is blank: which unit it may sign for stands in the pins of the reader.
    """

    name: str
    code: str
    fingerprint: str
    digest: str
    valid_from: datetime
    valid_until: datetime
    is_issued: bool = False
    states_unit: bool = True


@dataclass(frozen=True, slots=True)
class VerifiedPackage:
    """The parts of a workbook that its signature covers, by name; the unsigned document properties are not among them.

    ``is_confirmed``: the signer is one whom the reader knows.
    """

    parts: Mapping[str, bytes]
    signer: Signer
    signed_at: datetime
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``verify`` found out.

    ``signer``, ``signed_at`` (a claim), ``purpose`` and ``role`` are set once the value of the signature holds, even
    where the parts are no longer those that were signed.
    """

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    signer: Signer | None = None
    signed_at: datetime | None = None
    purpose: str = ""
    role: str = ""
    _package: VerifiedPackage | None = field(default=None, repr=False)

    def package(self) -> VerifiedPackage:
        """Hand out the verified parts of a workbook from a trusted signer.

        Raises:
            PackageWithheld: the outcome is another than TRUSTED.
        """
        if self.outcome is Outcome.SIGNER_UNKNOWN:
            raise PackageWithheld("nobody has confirmed this signer; unconfirmed_package() is for showing the file")
        return self._handed_out(Outcome.TRUSTED)

    def unconfirmed_package(self) -> VerifiedPackage:
        """Hand out the parts also where the signer is not known yet: to show them to the person who has to decide.

        Raises:
            PackageWithheld: the outcome is neither TRUSTED nor SIGNER_UNKNOWN.
        """
        return self._handed_out(Outcome.TRUSTED, Outcome.SIGNER_UNKNOWN)

    def _handed_out(self, *allowed: Outcome) -> VerifiedPackage:
        if self.outcome not in allowed or self._package is None:
            raise PackageWithheld(f"the verdict is {self.outcome}")
        return self._package


def verify(data: bytes, trust: Trust) -> Verdict:
    """Judge a file. Never raises, whatever the bytes; costs a bounded amount of memory and time.

    The checks, in order; the first that fails ends it:

    1. The container is a zip file in the plain form of ``package``: bounded, no byte unaccounted for, no odd names.
    2. There is a workbook and exactly one signature.
    3. Every part, content type and relationship is one that this program's writer emits; nothing leads outside.
    4. Every part is XML of the plainest kind: UTF-8, no DTD, so no entity.
    5. The certificate is of an accepted kind: made by this program and signed by itself, or issued by an authority.
    6. The signature's XML is byte for byte what our signer makes of its claims: algorithms, transforms, references, the
       certificate's digest, issuer and serial number.
    7. The signature's value holds over SignedInfo with the certificate's key.
    8. The manifest covers exactly the parts and relationships that are there, with their content types and digests.
    9. The certificate held at the time of signing that is claimed.
    10. The signer is one whom the reader trusts.

    No XML parser sees a byte of the file; the caller parses what has passed.
    """
    try:
        return _judge(data, trust)
    except Refused as refused:
        outcome = refusal_outcome(
            refused.findings[0].code,
            claims_signature=claims(data, language.SIGNATURE_FOLDER.encode()),
            claims_workbook=claims(data, language.WORKBOOK.encode()),
        )
        return Verdict(outcome, refused.findings)
    except Exception as error:  # noqa: BLE001  # a closed door stays closed also where the door is broken
        return Verdict(Outcome.NOT_OURS, (Finding(0, Code.INTERNAL, type(error).__name__),))


def _judge(data: bytes, trust: Trust) -> Verdict:
    parts = read_package(data)  # 1
    _require_signature(parts)  # 2
    relationships = language.check_language(parts)  # 3
    language.check_surface(parts, step=4)  # 4
    text = parts[language.SIGNATURE].decode()
    certificate = _certificate(text)  # 5
    signed = _claims(text, certificate)  # 6
    _require_value(certificate, markup.signed_info(signed).encode(), markup.read_value(text))  # 7
    signer = _signer(certificate)

    def verdict(outcome: Outcome, findings: list[Finding], package: VerifiedPackage | None = None) -> Verdict:
        facts = (signer, signed.signed_at, signed.purpose, signed.role)
        return Verdict(outcome, tuple(findings), *facts, package)

    findings = compare(signed.parts, manifest_of(parts, relationships), step=8)  # 8
    if findings:
        return verdict(Outcome.ALTERED, findings)
    if not certificate.valid_from <= signed.signed_at <= certificate.valid_until:  # 9
        return verdict(Outcome.ALTERED, [Finding(9, Code.CERTIFICATE_NOT_VALID_THEN)])
    standing = trust.standing(  # 10
        unit_code=signer.code,
        unit_name=signer.name,
        states_unit=signer.states_unit,
        digest=signer.digest,
        fingerprint=signer.fingerprint,
    )
    if standing is Standing.REVOKED:
        return verdict(Outcome.SIGNER_DIFFERS, [Finding(10, Code.SIGNER_REVOKED, signer.fingerprint)])
    if standing is Standing.DIFFERS:
        return verdict(Outcome.SIGNER_DIFFERS, [Finding(10, Code.SIGNER_IS_ANOTHER, signer.fingerprint)])
    covered = MappingProxyType({name: raw for name, raw in parts.items() if language.is_covered(name)})
    package = VerifiedPackage(covered, signer, signed.signed_at, standing is Standing.TRUSTED)
    if standing is Standing.UNKNOWN:
        return verdict(Outcome.SIGNER_UNKNOWN, [Finding(10, Code.SIGNER_NOT_CONFIRMED, signer.fingerprint)], package)
    return verdict(Outcome.TRUSTED, [], package)


def _signer(certificate: UnitCertificate) -> Signer:
    return Signer(
        name=certificate.unit_name,
        code=certificate.unit_code,
        fingerprint=certificate.fingerprint,
        digest=certificate.digest,
        valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
        is_issued=certificate.is_issued,
        states_unit=certificate.states_unit,
    )


def _require_signature(parts: Mapping[str, bytes]) -> None:
    """Check 2: a workbook, and the three parts of exactly one signature."""
    if language.WORKBOOK not in parts:
        raise Refused(Finding(2, Code.NO_WORKBOOK))
    root = parts.get(language.ROOT_RELATIONSHIPS, b"")
    leads_there = language.ORIGIN_RELATION.encode() in root
    present = [name for name in parts if name.lower().startswith(language.SIGNATURE_FOLDER)]
    if not present and not leads_there:
        raise Refused(Finding(2, Code.NO_SIGNATURE))
    for name in language.SIGNATURE_PARTS:
        if name not in parts:
            raise Refused(Finding(2, Code.SIGNATURE_INCOMPLETE, f"/{name}"))
    for name in present:
        if name not in language.SIGNATURE_PARTS:
            raise Refused(Finding(2, Code.SECOND_SIGNATURE, f"/{name}"))
    if not leads_there:
        raise Refused(Finding(2, Code.SIGNATURE_INCOMPLETE, f"/{language.ROOT_RELATIONSHIPS}"))
    if len(parts[language.SIGNATURE]) > markup.MAX_SIGNATURE:
        raise Refused(Finding(6, Code.SIGNATURE_SHAPE, "/"))


def _certificate(text: str) -> UnitCertificate:
    """Check 5: the certificate, by itself."""
    try:
        return read_certificate(markup.read_certificate_der(text))
    except CertificateRefused as refused:
        raise Refused(Finding(5, Code.CERTIFICATE, refused.reason)) from refused


def _claims(text: str, certificate: UnitCertificate) -> markup.Claims:
    """Check 6: read the claims, render them anew, and require the same text."""
    try:
        signed = markup.read_claims(text, certificate)
        rendered = markup.signature_xml(signed, markup.read_value(text))
    except ValueError as error:
        raise Refused(Finding(6, Code.SIGNATURE_SHAPE, "/Signature")) from error
    if text == rendered:
        return signed
    place = markup.first_difference(text, rendered)
    if place is None:
        raise Refused(Finding(6, Code.SIGNED_OBJECT_CHANGED, markup.changed_object(text, rendered) or ""))
    names = re.sub(r"\[[0-9]+\]", "", place).split("/")
    raise Refused(Finding(6, next((_SHAPES[name] for name in names if name in _SHAPES), Code.SIGNATURE_SHAPE), place))


def _require_value(certificate: UnitCertificate, message: bytes, value: bytes) -> None:
    """Check 7: the mathematics."""
    key = certificate.public_key
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(value, message, padding.PKCS1v15(), hashes.SHA256())
        else:
            if len(value) != 64:
                raise InvalidSignature
            r, s = int.from_bytes(value[:32], "big"), int.from_bytes(value[32:], "big")
            key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError) as error:
        raise Refused(Finding(7, Code.SIGNATURE_VALUE)) from error
