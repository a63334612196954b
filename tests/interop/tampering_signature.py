"""Ways to tamper with the signature itself: its claims, its algorithms, what it covers, its shape."""

import re

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from models.signing import language
from models.signing.findings import Code, Outcome
from models.signing.sign import sign
from tests.interop.forgery import (
    ROOT,
    digest,
    edit,
    edit_signature,
    redigest,
    resigned,
    with_parts,
    without,
)
from tests.interop.tampering import Table
from tests.models.signing.samples import (
    NOW,
    PURPOSE,
    ROLE,
    SHEET,
    SIGNATURE,
    identity,
    signed,
    unpack,
    workbook,
)

table = Table("The signature")
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


# --- the signature taken away


@way(Code.NO_SIGNATURE, outcome=Outcome.UNSIGNED)
def the_signature_removed(data: bytes) -> bytes:
    bare = without(data, *language.SIGNATURE_PARTS)
    kind, target = language.ORIGIN_RELATION, language.SIGNATURE_ORIGIN
    return edit(bare, ROOT, f'<Relationship Id="{language.ORIGIN_RELATION_ID}" Type="{kind}" Target="{target}"/>', "")


@way(Code.SIGNATURE_INCOMPLETE, f"/{SIGNATURE}")
def the_signature_part_removed(data: bytes) -> bytes:
    return without(data, SIGNATURE)


@way(Code.SIGNATURE_INCOMPLETE, f"/{language.SIGNATURE_ORIGIN}", libreoffice=True)
def the_origin_removed(data: bytes) -> bytes:
    return without(data, language.SIGNATURE_ORIGIN)


@way(Code.SIGNATURE_INCOMPLETE, f"/{ROOT}", libreoffice=True)
def the_relationship_to_the_signature_removed(data: bytes) -> bytes:
    kind, target = language.ORIGIN_RELATION, language.SIGNATURE_ORIGIN
    return edit(data, ROOT, f'<Relationship Id="{language.ORIGIN_RELATION_ID}" Type="{kind}" Target="{target}"/>', "")


@way(Code.SECOND_SIGNATURE, "/_xmlsignatures/sig2.xml", libreoffice=True, poi=True)
def two_signatures(data: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
    data = with_parts(data, {"_xmlsignatures/sig2.xml": unpack(data)[SIGNATURE]})
    data = edit(
        data,
        language.CONTENT_TYPES,
        "</Types>",
        f'<Override PartName="/_xmlsignatures/sig2.xml" ContentType="{kind}"/></Types>',
    )
    entry = f'<Relationship Id="rId2" Type="{language.SIGNATURE_RELATION}" Target="sig2.xml"/></Relationships>'
    return edit(data, language.SIGNATURE_RELATIONSHIPS, "</Relationships>", entry)


@way(Code.PART_CHANGED, f"/{SHEET}")
def the_signature_of_another_return(_data: bytes) -> bytes:
    other = sign(_evil_workbook(), identity(), at=NOW, purpose=PURPOSE, role=ROLE)
    return with_parts(signed(), {SIGNATURE: unpack(other)[SIGNATURE]})


# --- what it claims, changed without the key


@way(Code.SIGNED_OBJECT_CHANGED, "#idPackageObject")
def the_time_of_signing(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("2021-06-25T09:30:00Z", "2021-06-20T09:30:00Z"))


@way(Code.SIGNATURE_SHAPE, f"{_PROPERTIES}/xd:SigningTime")
def one_of_the_two_times(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace(">2021-06-25T09:30:00Z</xd", ">2021-06-20T09:30:00Z</xd"))


@way(Code.SIGNED_OBJECT_CHANGED, "#idOfficeObject")
def the_purpose(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("第1号", "第2号"))


@way(Code.SIGNED_OBJECT_CHANGED, "#idSignedProperties")
def the_role(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("填报单位", "审核单位"))


@way(Code.SIGNATURE_VALUE)
def the_role_with_its_digest(data: bytes) -> bytes:
    return edit_signature(data, lambda text: redigest(text.replace("填报单位", "审核单位")))


@way(Code.SIGNED_OBJECT_CHANGED, "#idPackageObject")
def a_cell_with_its_digest_in_the_manifest(data: bytes) -> bytes:
    evil = edit(data, SHEET, "<v>1001.25</v>", "<v>9001.25</v>")
    before, after = (digest(unpack(whole)[SHEET].decode()) for whole in (data, evil))
    return edit_signature(evil, lambda text: text.replace(before, after))


@way(Code.SIGNATURE_VALUE)
def a_cell_with_all_its_digests(data: bytes) -> bytes:
    evil = edit(data, SHEET, "<v>1001.25</v>", "<v>9001.25</v>")
    before, after = (digest(unpack(whole)[SHEET].decode()) for whole in (data, evil))
    return edit_signature(evil, lambda text: redigest(text.replace(before, after)))


@way(Code.SIGNATURE_VALUE)
def the_value_of_the_signature(data: bytes) -> bytes:
    return edit_signature(data, lambda text: re.sub("(<SignatureValue>)(....)(....)", r"\1\3\2", text))


@way(Code.SIGNATURE_SHAPE, "/Signature/SignatureValue", libreoffice=True, poi=True)
def white_space_in_the_value_of_the_signature(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("<SignatureValue>", "<SignatureValue>\n"))


# --- what it covers, signed anew by a faulty or bent program with the right key


@way(Code.SIGNED_OBJECT_CHANGED, "#idPackageObject")
def a_reference_dropped(data: bytes) -> bytes:
    return edit_signature(data, _drop_sheet)


@way(Code.PART_NOT_COVERED, f"/{SHEET}", libreoffice=True, poi=True)
def a_reference_dropped_and_signed_anew(data: bytes) -> bytes:
    return resigned(data, identity(), _drop_sheet)


@way(Code.PART_NOT_COVERED, None, libreoffice=True, poi=True)
def only_the_styles_covered(data: bytes) -> bytes:
    keep = re.search(r'<Reference URI="/xl/styles.*?</Reference>', unpack(data)[SIGNATURE].decode())
    assert keep
    return resigned(data, identity(), lambda t: re.sub("<Manifest>.*</Manifest>", f"<Manifest>{keep[0]}</Manifest>", t))


@way(Code.PART_NOT_COVERED, None, libreoffice=True)
def an_empty_list_of_references(data: bytes) -> bytes:
    return resigned(data, identity(), lambda text: re.sub("<Manifest>.*</Manifest>", "<Manifest></Manifest>", text))


@way(Code.RELATIONSHIPS_CHANGED, f"/{language.WORKBOOK_RELATIONSHIPS}")
def a_relationship_left_uncovered(data: bytes) -> bytes:
    line = re.compile('<mdssi:RelationshipReference [^>]*SourceId="rId5"></mdssi:RelationshipReference>')
    return resigned(data, identity(), lambda text: line.sub("", text))


@way(Code.SIGNATURE_SHAPE, "/Signature/Object/Manifest", poi=True)
def a_reference_twice(data: bytes) -> bytes:
    line = re.compile(f'<Reference URI="/{SHEET}.*?</Reference>')
    return resigned(data, identity(), lambda text: line.sub(lambda match: match[0] * 2, text))


@way(Code.CONTENT_TYPE, f"/{SHEET}", libreoffice=True, poi=True)
def another_content_type_in_a_reference(data: bytes) -> bytes:
    return resigned(data, identity(), lambda t: t.replace(".worksheet+xml", ".chartsheet+xml", 1))


@way(Code.SIGNATURE_SHAPE, "/Signature/Object/Manifest/Reference")
def a_reference_to_a_file_outside(data: bytes) -> bytes:
    method = f'<DigestMethod Algorithm="{_SHA256}"></DigestMethod>'
    line = f'<Reference URI="file:///etc/hostname">{method}<DigestValue></DigestValue></Reference>'
    return resigned(data, identity(), lambda text: text.replace("<Manifest>", f"<Manifest>{line}"))


@way(Code.SIGNATURE_SHAPE, None)
def the_relationship_transform_left_out(data: bytes) -> bytes:
    transforms = re.compile("<Transforms><Transform Algorithm=[^>]*RelationshipTransform.*?</Transforms>")
    return resigned(data, identity(), lambda text: transforms.sub("", text))


@way(Code.ALGORITHM, None)
def the_relationship_transform_swapped(data: bytes) -> bytes:
    kind = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
    return resigned(data, identity(), lambda text: text.replace(kind, "http://www.w3.org/TR/1999/REC-xslt-19991116"))


@way(Code.ALGORITHM, None)
def a_transform_added_to_the_reference_of_a_sheet(data: bytes) -> bytes:
    transform = f'<Transforms><Transform Algorithm="{_C14N}"></Transform></Transforms>'
    part = re.compile(f'(<Reference URI="/{SHEET}[^>]*>)')
    return resigned(data, identity(), lambda text: part.sub(rf"\g<1>{transform}", text))


# --- algorithms


@way(Code.ALGORITHM, f"{_INFO}/SignatureMethod")
def the_signature_method_downgraded(data: bytes) -> bytes:
    return edit_signature(data, lambda t: t.replace(f"{_DSIG_MORE}ecdsa-sha256", f"{_DSIG_MORE}ecdsa-sha1"))


@way(Code.ALGORITHM, f"{_INFO}/SignatureMethod")
def a_shared_secret_in_place_of_a_key(data: bytes) -> bytes:
    return edit_signature(data, lambda t: t.replace(f"{_DSIG_MORE}ecdsa-sha256", f"{_DSIG_MORE}hmac-sha256"))


@way(Code.ALGORITHM, f"{_INFO}/Reference/DigestMethod")
def the_digest_method_downgraded_in_signedinfo(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace(_SHA256, _SHA1, 1))


@way(Code.ALGORITHM, "/Signature/Object/Manifest/Reference/DigestMethod")
def the_digest_method_downgraded_in_the_manifest(data: bytes) -> bytes:
    return edit_signature(data, lambda t: re.sub(f"(<Manifest>.*?){re.escape(_SHA256)}", rf"\g<1>{_SHA1}", t))


@way(Code.ALGORITHM, f"{_INFO}/CanonicalizationMethod")
def a_canonical_form_with_comments(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace(f"{_C14N}", f"{_C14N}#WithComments", 1))


@way(Code.ALGORITHM, f"{_INFO}/Reference[3]/Transforms/Transform")
def another_transform_of_the_properties(data: bytes) -> bytes:
    head = "<Transforms><Transform Algorithm="
    exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#"
    return edit_signature(data, lambda text: text.replace(f'{head}"{_C14N}"', f'{head}"{exclusive}"', 1))


# --- the shape of the XML


@way(Code.SIGNATURE_SHAPE, f"{_INFO}/Reference")
def the_signed_object_wrapped_away(data: bytes) -> bytes:
    """The classic: the signed manifest stays under another place, an unsigned one takes its name."""

    def wrap(text: str) -> str:
        found = re.search(r'<Object xmlns="[^"]*" Id="idPackageObject">.*?</Object>', text)
        assert found
        evil = found[0].replace("idPackageObject", "idEvil")
        text = text.replace("</Signature>", f"{evil}</Signature>")
        return text.replace('URI="#idPackageObject"', 'URI="#idEvil"')

    return edit_signature(data, wrap)


@way(Code.SIGNATURE_SHAPE, "/Signature", libreoffice=True, poi=True)
def an_object_added(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("</Signature>", '<Object Id="x"></Object></Signature>'))


@way(Code.SIGNATURE_SHAPE, "/Signature", poi=True)
def two_objects_of_one_id(data: bytes) -> bytes:
    def twice(text: str) -> str:
        found = re.search(r'<Object xmlns="[^"]*" Id="idPackageObject">.*?</Object>', text)
        assert found
        return text.replace("</Signature>", f"{found[0]}</Signature>")

    return edit_signature(data, twice)


@way(Code.SIGNATURE_SHAPE, None)
def a_signature_inside_the_signature(data: bytes) -> bytes:
    def nest(text: str) -> str:
        prolog, inner = text.split("\n", 1)
        return f'{prolog}\n<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Object>{inner}</Object></Signature>'

    return edit_signature(data, nest)


@way(Code.SIGNATURE_SHAPE, "/Signature/KeyInfo/X509Data", libreoffice=True, poi=True)
def a_second_certificate(data: bytes) -> bytes:
    again = re.compile("(<X509Certificate>.*?</X509Certificate>)")
    return edit_signature(data, lambda text: again.sub(r"\1\1", text))


@way(Code.SIGNATURE_SHAPE, "/Signature/KeyInfo/X509Data", libreoffice=True, poi=True)
def a_bare_key_beside_the_certificate(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("<KeyInfo>", "<KeyInfo><KeyName>x</KeyName>"))


@way(Code.SIGNATURE_SHAPE, "/Signature", libreoffice=True, poi=True)
def another_id_of_the_signature(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace('Id="idPackageSignature"', 'Id="idPackageSignaturE"', 1))


@way(Code.SIGNATURE_SHAPE, None, libreoffice=True, poi=True)
def an_unsigned_property_added(data: bytes) -> bytes:
    empty = "<xd:UnsignedSignatureProperties></xd:UnsignedSignatureProperties>"
    return edit_signature(
        data, lambda t: t.replace(empty, "<xd:UnsignedSignatureProperties><a></a></xd:UnsignedSignatureProperties>")
    )


@way(Code.XML_NOT_PLAIN, f"/{SIGNATURE}", libreoffice=True, poi=True)
def a_comment_in_the_signature(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("第1号", "第1<!-- -->号"))


@way(Code.XML_NOT_PLAIN, f"/{SIGNATURE}", libreoffice=True, poi=True)
def a_dtd_in_the_signature(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("<Signature ", "<!DOCTYPE Signature []><Signature ", 1))


@way(Code.CERTIFICATE, "unreadable", libreoffice=True, poi=True)
def a_character_reference_in_the_certificate(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text.replace("</X509Certificate>", "&#10;</X509Certificate>"))


@way(None, None)
def the_signature_xml_cut_in_half(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text[: len(text) // 2])


@way(Code.SIGNATURE_SHAPE, "/", libreoffice=True, poi=True)
def a_signature_part_of_a_hundred_kilobytes(data: bytes) -> bytes:
    return edit_signature(data, lambda text: text + " " * 100_000)


def _drop_sheet(text: str) -> str:
    return re.sub(f'<Reference URI="/{SHEET}.*?</Reference>', "", text)
