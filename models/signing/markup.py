"""The XML of a signature, in the shape that Office itself writes: rendered from its facts, and the facts read back.

Every signed element is written in canonical form from the start (C14N 1.0: attributes in order, no empty tags, each
element repeating the namespaces it uses), so its bytes are what gets hashed and no canonicaliser is needed. The
verifier reads the facts out of a signature, renders them anew and requires the same bytes. So it accepts exactly the
language of this signer: what is not read is fixed, and what is read is checked. Reading is deliberately careless; it
may find nonsense in a forged signature, which then renders differently.

Sources: ECMA-376 Part 2 (packages), XMLDSig, MS-OFFCRYPTO 2.5 (SignatureInfoV1), ETSI TS 101 903 (XAdES-EPES).
"""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from models.signing.certificate import Algorithm, UnitCertificate
from models.signing.language import PROLOG
from models.signing.manifest import SignedPart, digest

MAX_TEXT = 200  # characters of purpose and role
MAX_SIGNATURE = 65_536  # bytes of the signature's XML; with 40 parts it takes about 24,000

_DSIG = "http://www.w3.org/2000/09/xmldsig#"
_XADES = "http://uri.etsi.org/01903/v1.3.2#"
_PACKAGE_DSIG = "http://schemas.openxmlformats.org/package/2006/digital-signature"
_OFFICE_DSIG = "http://schemas.microsoft.com/office/2006/digsig"
_C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
_RELATIONSHIP_TRANSFORM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_SIGNATURE_METHODS = {
    Algorithm.RSA_3072: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    Algorithm.P_256: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
}
_SIGNED_PROPERTIES_TYPE = "http://uri.etsi.org/01903#SignedProperties"
_PROOF_OF_ORIGIN = "http://uri.etsi.org/01903/v1.2.2#ProofOfOrigin"
_COMMITMENT = "创建并批准此文档"  # what Office shows as the kind of commitment
_TIME = "%Y-%m-%dT%H:%M:%SZ"

# Office's fields for the computer it runs on. They are part of the format; nothing is asked of this computer.
_OFFICE_DETAILS = (
    "<WindowsVersion>10.0</WindowsVersion><OfficeVersion>16.0</OfficeVersion>"
    "<ApplicationVersion>16.0</ApplicationVersion><Monitors>1</Monitors>"
    "<HorizontalResolution>1920</HorizontalResolution><VerticalResolution>1080</VerticalResolution>"
    "<ColorDepth>32</ColorDepth><SignatureProviderId>{00000000-0000-0000-0000-000000000000}</SignatureProviderId>"
    "<SignatureProviderUrl></SignatureProviderUrl><SignatureProviderDetails>9</SignatureProviderDetails>"
    "<SignatureType>1</SignatureType>"
)

_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_REFERENCE = re.compile(r'<Reference URI="/(?P<name>[^"?]{1,128})\?ContentType=(?P<type>[^"]{1,128})">')
_SOURCE_ID = re.compile(r'SourceId="([^"]{1,64})"')
_OBJECT_DIGESTS = re.compile(r"(?<=<DigestValue>)[^<]*(?=</DigestValue>)")


@dataclass(frozen=True, slots=True)
class Claims:
    """All that a signature says. Times are UTC, in whole seconds."""

    certificate: UnitCertificate
    signed_at: datetime
    purpose: str
    role: str
    parts: tuple[SignedPart, ...]


def signed_info(claims: Claims) -> str:
    """Render the element that the signature's value is computed over."""
    package, office, properties = _objects(claims)
    method = _SIGNATURE_METHODS[claims.certificate.algorithm]
    transform = f'<Transforms><Transform Algorithm="{_C14N}"></Transform></Transforms>'
    return (
        f'<SignedInfo xmlns="{_DSIG}"><CanonicalizationMethod Algorithm="{_C14N}"></CanonicalizationMethod>'
        f'<SignatureMethod Algorithm="{method}"></SignatureMethod>'
        + _reference(f' Type="{_DSIG}Object" URI="#idPackageObject"', "", digest(package.encode()))
        + _reference(f' Type="{_DSIG}Object" URI="#idOfficeObject"', "", digest(office.encode()))
        + _reference(
            f' Type="{_SIGNED_PROPERTIES_TYPE}" URI="#idSignedProperties"', transform, digest(properties.encode())
        )
        + "</SignedInfo>"
    )


def signature_xml(claims: Claims, value: bytes) -> str:
    """Render the whole signature part."""
    package, office, properties = _objects(claims)
    certificate = base64.b64encode(claims.certificate.der).decode()
    return (
        f'{PROLOG}<Signature xmlns="{_DSIG}" Id="idPackageSignature">{signed_info(claims)}'
        f"<SignatureValue>{base64.b64encode(value).decode()}</SignatureValue>"
        f"<KeyInfo><X509Data><X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo>"
        f"{package}{office}"
        f'<Object><xd:QualifyingProperties xmlns:xd="{_XADES}" Target="#idPackageSignature">{properties}'
        "<xd:UnsignedProperties><xd:UnsignedSignatureProperties></xd:UnsignedSignatureProperties>"
        "</xd:UnsignedProperties></xd:QualifyingProperties></Object></Signature>"
    )


def read_certificate_der(text: str) -> bytes:
    """Read the certificate that a signature carries; empty where there is none."""
    return _base64_in(text, "X509Certificate")


def read_value(text: str) -> bytes:
    """Read the value of a signature; empty where there is none."""
    return _base64_in(text, "SignatureValue")


def read_claims(text: str, certificate: UnitCertificate) -> Claims:
    """Read the facts out of a signature, without checking anything: rendering them anew does that.

    Raises:
        ValueError: it states no time.
    """
    manifest = _between(text, "<Manifest>", "</Manifest>")
    parts = []
    for line in manifest.split("</Reference>"):
        match = _REFERENCE.match(line)
        if match is not None:
            ids = tuple(_SOURCE_ID.findall(line)) if match["name"].endswith(".rels") else None
            found = _between(line, "<DigestValue>", "</DigestValue>")
            parts.append(SignedPart(_plain(match["name"]), _plain(match["type"]), _plain(found), ids))
    return Claims(
        certificate=certificate,
        signed_at=datetime.strptime(_between(text, "<mdssi:Value>", "</mdssi:Value>"), _TIME).replace(tzinfo=UTC),
        purpose=_plain(_between(text, "<SignatureComments>", "</SignatureComments>")),
        role=_plain(_between(text, "<xd:ClaimedRole>", "</xd:ClaimedRole>")),
        parts=tuple(parts),
    )


def first_difference(text: str, rendered: str) -> str | None:
    """Name the element of the rendered signature at which another text departs from it; None where it does not.

    The digests in SignedInfo follow from everything else, so they are left out here and compared by themselves.

    >>> first_difference("<a><b></b><b>x</b></a>", "<a><b></b><b>y</b></a>")
    '/a/b[2]'
    """
    ours, theirs = _without_digests(rendered), _without_digests(text)
    if ours == theirs:
        return None
    at = next((i for i, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
    return _path(ours, min(len(ours), len(theirs)) if at is None else at)


def _objects(claims: Claims) -> tuple[str, str, str]:
    """Render what SignedInfo refers to: the package object, the Office object, the signed properties."""
    time = claims.signed_at.strftime(_TIME)
    manifest = "".join(_manifest_line(part) for part in claims.parts)
    package = (
        f'<Object xmlns="{_DSIG}" Id="idPackageObject"><Manifest>{manifest}</Manifest><SignatureProperties>'
        '<SignatureProperty Id="idSignatureTime" Target="#idPackageSignature">'
        f'<mdssi:SignatureTime xmlns:mdssi="{_PACKAGE_DSIG}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>'
        f"<mdssi:Value>{time}</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object>"
    )
    purpose, role = _escaped(claims.purpose), _escaped(claims.role)
    office = (
        f'<Object xmlns="{_DSIG}" Id="idOfficeObject"><SignatureProperties>'
        '<SignatureProperty Id="idOfficeV1Details" Target="#idPackageSignature">'
        f'<SignatureInfoV1 xmlns="{_OFFICE_DSIG}"><SetupID></SetupID><SignatureText></SignatureText>'
        f"<SignatureImage></SignatureImage><SignatureComments>{purpose}</SignatureComments>{_OFFICE_DETAILS}"
        "</SignatureInfoV1></SignatureProperty></SignatureProperties></Object>"
    )
    certificate = claims.certificate
    properties = (
        f'<xd:SignedProperties xmlns="{_DSIG}" xmlns:xd="{_XADES}" Id="idSignedProperties">'
        f"<xd:SignedSignatureProperties><xd:SigningTime>{time}</xd:SigningTime><xd:SigningCertificate><xd:Cert>"
        f'<xd:CertDigest><DigestMethod Algorithm="{_SHA256}"></DigestMethod>'
        f"<DigestValue>{digest(certificate.der)}</DigestValue></xd:CertDigest><xd:IssuerSerial>"
        f"<X509IssuerName>{_escaped(certificate.issuer)}</X509IssuerName>"
        f"<X509SerialNumber>{certificate.serial_number}</X509SerialNumber></xd:IssuerSerial></xd:Cert>"
        "</xd:SigningCertificate><xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied>"
        "</xd:SignaturePolicyImplied></xd:SignaturePolicyIdentifier>"
        + (_claimed_role(role) if role else "")
        + "</xd:SignedSignatureProperties>"
        + (_commitment(purpose) if purpose else "")
        + "</xd:SignedProperties>"
    )
    return package, office, properties


def _manifest_line(part: SignedPart) -> str:
    transforms = ""
    if part.relationship_ids is not None:
        ids = "".join(
            f'<mdssi:RelationshipReference xmlns:mdssi="{_PACKAGE_DSIG}" SourceId="{_escaped(name)}">'
            "</mdssi:RelationshipReference>"
            for name in part.relationship_ids
        )
        transforms = (
            f'<Transforms><Transform Algorithm="{_RELATIONSHIP_TRANSFORM}">{ids}</Transform>'
            f'<Transform Algorithm="{_C14N}"></Transform></Transforms>'
        )
    uri = f"/{_escaped(part.name)}?ContentType={_escaped(part.content_type)}"
    return _reference(f' URI="{uri}"', transforms, _escaped(part.digest))


def _claimed_role(role: str) -> str:
    return f"<xd:SignerRole><xd:ClaimedRoles><xd:ClaimedRole>{role}</xd:ClaimedRole></xd:ClaimedRoles></xd:SignerRole>"


def _commitment(purpose: str) -> str:
    return (
        "<xd:SignedDataObjectProperties><xd:CommitmentTypeIndication><xd:CommitmentTypeId>"
        f"<xd:Identifier>{_PROOF_OF_ORIGIN}</xd:Identifier><xd:Description>{_COMMITMENT}</xd:Description>"
        "</xd:CommitmentTypeId><xd:AllSignedDataObjects></xd:AllSignedDataObjects><xd:CommitmentTypeQualifiers>"
        f"<xd:CommitmentTypeQualifier>{purpose}</xd:CommitmentTypeQualifier></xd:CommitmentTypeQualifiers>"
        "</xd:CommitmentTypeIndication></xd:SignedDataObjectProperties>"
    )


def _reference(attributes: str, transforms: str, value: str) -> str:
    return (
        f'<Reference{attributes}>{transforms}<DigestMethod Algorithm="{_SHA256}"></DigestMethod>'
        f"<DigestValue>{value}</DigestValue></Reference>"
    )


def _escaped(text: str) -> str:
    for character, entity in _ENTITIES:
        text = text.replace(character, entity)
    return text


def _plain(text: str) -> str:
    for character, entity in reversed(_ENTITIES):
        text = text.replace(entity, character)
    return text


def _between(text: str, start: str, end: str) -> str:
    _, found, rest = text.partition(start)
    content, closed, _ = rest.partition(end)
    return content if found and closed else ""


def _base64_in(text: str, element: str) -> bytes:
    try:
        return base64.b64decode(_between(text, f"<{element}>", f"</{element}>"), validate=True)
    except (binascii.Error, ValueError):
        return b""


def changed_object(text: str, rendered: str) -> str | None:
    """Name the signed object whose digest in SignedInfo is another than the rendered one; None where all agree."""
    ours, theirs = (_OBJECT_DIGESTS.findall(whole.partition("</SignedInfo>")[0]) for whole in (rendered, text))
    names = ("#idPackageObject", "#idOfficeObject", "#idSignedProperties")
    return next((name for name, a, b in zip(names, ours, theirs, strict=False) if a != b), None)


def _without_digests(text: str) -> str:
    head, found, rest = text.partition("</SignedInfo>")
    return _OBJECT_DIGESTS.sub("", head) + found + rest


def _path(text: str, at: int) -> str:
    """Name the element that is open at a place of a well-formed text, counting elements of one name from 1."""
    steps: list[str] = []
    counts: list[dict[str, int]] = [{}]
    for match in re.finditer(r"<(/?)([A-Za-z0-9:]+)", text):
        if match.start() > at:
            break
        if match[1]:
            if match.end() > at:
                break
            steps.pop()
            counts.pop()
        else:
            number = counts[-1][match[2]] = counts[-1].get(match[2], 0) + 1
            steps.append(match[2] if number == 1 else f"{match[2]}[{number}]")
            counts.append({})
    return "/" + "/".join(steps)
