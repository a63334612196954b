"""Ways to tamper with who signed: certificates, the value of the signature, signatures made anew by strangers."""

import base64
import re
from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.x509.oid import NameOID

from models.signing.certificate import Algorithm, make_certificate
from models.signing.findings import Code, Outcome
from models.signing.sign import sign
from tests.interop.forgery import (
    certificate_in,
    digest,
    edit,
    edit_signature,
    resign,
    resigned,
)
from tests.interop.tampering import Table
from tests.models.signing.samples import (
    CODE,
    NOW,
    PURPOSE,
    ROLE,
    SHEET,
    SIGNATURE,
    UNIT,
    identity,
    unpack,
    workbook,
)

table = Table("Who signed")
way = table.way

_DSIG_MORE = "http://www.w3.org/2001/04/xmldsig-more#"
_C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"
_INFO = "/Signature/SignedInfo"
_PROPERTIES = "/Signature/Object[3]/xd:QualifyingProperties/xd:SignedProperties/xd:SignedSignatureProperties"


def _evil_workbook() -> bytes:
    return edit(workbook(), SHEET, "<v>1001.25</v>", "<v>9001.25</v>")


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


# --- the certificate


@way(Code.CERTIFICATE_REFERENCE, None, libreoffice=True, poi=True)
def the_certificate_swapped_for_another_over_the_same_key(data: bytes) -> bytes:
    other = make_certificate(identity().private_key, unit_name="另一单位", unit_code="1", at=NOW)
    return edit_signature(data, lambda text: certificate_in(text, _der(other)))


@way(Code.SIGNATURE_VALUE, None)
def the_certificate_swapped_for_a_strangers(data: bytes) -> bytes:
    stranger = identity(twin=1)
    renamed = sign(workbook(), stranger, at=NOW, purpose=PURPOSE, role=ROLE)
    value = re.search("<SignatureValue>[^<]*", unpack(data)[SIGNATURE].decode())
    assert value
    return edit_signature(renamed, lambda text: re.sub("<SignatureValue>[^<]*", value[0], text))


@way(
    Code.CERTIFICATE_REFERENCE,
    f"{_PROPERTIES}/xd:SigningCertificate/xd:Cert/xd:CertDigest/DigestValue",
    libreoffice=True,
    poi=True,
)
def a_wrong_certificate_digest_signed_anew(data: bytes) -> bytes:
    wrong = re.compile("(<xd:CertDigest>.*?<DigestValue>)[^<]*")
    return resigned(data, identity(), lambda text: wrong.sub(rf"\g<1>{digest('other')}", text))


@way(
    Code.CERTIFICATE_REFERENCE,
    f"{_PROPERTIES}/xd:SigningCertificate/xd:Cert/xd:IssuerSerial/X509SerialNumber",
    libreoffice=True,
    poi=True,
)
def a_wrong_serial_number_signed_anew(data: bytes) -> bytes:
    wrong = re.compile("<X509SerialNumber>[^<]*")
    return resigned(data, identity(), lambda text: wrong.sub("<X509SerialNumber>7", text))


@way(
    Code.CERTIFICATE_REFERENCE,
    f"{_PROPERTIES}/xd:SigningCertificate/xd:Cert/xd:IssuerSerial/X509IssuerName",
    libreoffice=True,
    poi=True,
)
def a_wrong_issuer_signed_anew(data: bytes) -> bytes:
    wrong = re.compile("<X509IssuerName>[^<]*")
    return resigned(data, identity(), lambda text: wrong.sub("<X509IssuerName>CN=x", text))


@way(Code.CERTIFICATE_NOT_VALID_THEN, "", libreoffice=True, poi=True)
def signed_after_the_certificate_expired(data: bytes) -> bytes:
    return resigned(data, identity(), lambda t: t.replace("2021-06-25T09:30:00Z", "2031-06-25T09:30:00Z"))


@way(Code.CERTIFICATE_NOT_VALID_THEN, "", libreoffice=True, poi=True)
def signed_before_the_certificate_began(data: bytes) -> bytes:
    return resigned(data, identity(), lambda t: t.replace("2021-06-25T09:30:00Z", "2011-06-25T09:30:00Z"))


def _with_certificate(
    data: bytes, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, certificate: x509.Certificate
) -> bytes:
    """A signature that is consistent with another certificate, whatever that is."""
    der = _der(certificate)

    def change(text: str) -> str:
        text = certificate_in(text, der)
        if isinstance(key, rsa.RSAPrivateKey):
            text = text.replace("ecdsa-sha256", "rsa-sha256")
        issuer = ", ".join(part.rfc4514_string() for part in reversed(list(certificate.issuer.rdns)))
        own = digest(der)
        text = re.sub("(<xd:CertDigest>.*?<DigestValue>)[^<]*", rf"\g<1>{own}", text)
        text = re.sub("<X509IssuerName>[^<]*", f"<X509IssuerName>{issuer}", text)
        text = re.sub("<X509SerialNumber>[^<]*", f"<X509SerialNumber>{certificate.serial_number}", text)
        return resign(text, key)

    return edit_signature(data, change)


@way(Code.CERTIFICATE, "key", libreoffice=True, poi=True)
def a_certificate_over_a_short_key(data: bytes) -> bytes:
    key = rsa.generate_private_key(65537, 1024)  # noqa: S505  # that is the point
    return _with_certificate(data, key, make_certificate(key, unit_name=UNIT, unit_code=CODE, at=NOW))


@way(Code.CERTIFICATE, "usage", libreoffice=True, poi=True)
def a_certificate_with_more_in_it(data: bytes) -> bytes:
    key = identity().private_key
    plain = identity().certificate
    builder = _builder(key, plain.unit_name)
    return _with_certificate(data, key, builder.sign(key, hashes.SHA256()))


@way(Code.CERTIFICATE, "names", libreoffice=True, poi=True)
def a_certificate_whose_shown_name_is_another(data: bytes) -> bytes:
    key = identity().private_key
    return _with_certificate(data, key, _builder(key, "济宁市教育局").sign(key, hashes.SHA256()))


@way(Code.CERTIFICATE, "self", libreoffice=True, poi=True)
def a_certificate_signed_by_another_key(data: bytes) -> bytes:
    key = identity().private_key
    other = make_certificate(key, unit_name=UNIT, unit_code=CODE, at=NOW)
    forged = x509.CertificateBuilder(
        other.issuer,
        other.subject,
        other.public_key(),
        other.serial_number,
        other.not_valid_before_utc.replace(tzinfo=None),
        other.not_valid_after_utc.replace(tzinfo=None),
        list(other.extensions),
    )
    return _with_certificate(data, key, forged.sign(identity(twin=1).private_key, hashes.SHA256()))


@way(Code.CERTIFICATE, "unreadable")
def no_certificate(data: bytes) -> bytes:
    return edit_signature(data, lambda text: certificate_in(text, b""))


def _builder(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, shown: str) -> x509.CertificateBuilder:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, UNIT),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, CODE),
            x509.NameAttribute(NameOID.COMMON_NAME, shown),
        ]
    )
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = (
        builder.serial_number(7).not_valid_before(NOW - timedelta(days=1)).not_valid_after(NOW + timedelta(days=9))
    )
    return builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)


# --- the mathematics of the value


@way(Code.SIGNATURE_VALUE)
def a_value_in_der(data: bytes) -> bytes:
    def change(text: str) -> str:
        found = re.search("<SignatureValue>([^<]*)", text)
        assert found
        raw = base64.b64decode(found[1])
        der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        return text.replace(found[1], base64.b64encode(der).decode())

    return edit_signature(data, change)


@way(Code.SIGNATURE_VALUE)
def a_value_of_zeros(data: bytes) -> bytes:
    return edit_signature(data, lambda text: re.sub("<SignatureValue>[^<]*", f"<SignatureValue>{'A' * 86}==", text))


@way(Code.SIGNATURE_VALUE)
def an_empty_value(data: bytes) -> bytes:
    return edit_signature(data, lambda text: re.sub("<SignatureValue>[^<]*", "<SignatureValue>", text))


# --- signed anew, in good form, by somebody else


@way(Code.SIGNER_IS_ANOTHER, None, outcome=Outcome.SIGNER_DIFFERS, libreoffice=True, poi=True)
def signed_anew_by_a_stranger_under_the_same_names(_data: bytes) -> bytes:
    return sign(_evil_workbook(), identity(twin=1), at=NOW, purpose=PURPOSE, role=ROLE)


@way(Code.SIGNER_IS_ANOTHER, None, outcome=Outcome.SIGNER_DIFFERS, libreoffice=True, poi=True)
def signed_anew_by_a_stranger_with_an_rsa_key(_data: bytes) -> bytes:
    return sign(_evil_workbook(), identity(Algorithm.RSA_3072, twin=1), at=NOW, purpose=PURPOSE, role=ROLE)


@way(Code.SIGNER_NOT_CONFIRMED, None, outcome=Outcome.SIGNER_UNKNOWN, libreoffice=True, poi=True)
def signed_anew_under_another_code(_data: bytes) -> bytes:
    return sign(_evil_workbook(), identity(code="370812", twin=1), at=NOW, purpose=PURPOSE, role=ROLE)
