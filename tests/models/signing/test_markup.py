"""The XML of the signature: it is canonical as it is written, and it says what Office's own signatures say."""

import re

import pytest
from lxml import etree

from models.signing import language, markup
from models.signing.certificate import Algorithm
from tests.models.signing.samples import PURPOSE, ROLE, SIGNATURE, identity, signed, unpack

_DS = "{http://www.w3.org/2000/09/xmldsig#}"
_XD = "{http://uri.etsi.org/01903/v1.3.2#}"


def _root(data: bytes) -> etree._Element:
    return etree.fromstring(unpack(data)[SIGNATURE])


@pytest.mark.parametrize("algorithm", Algorithm)
def test_each_signed_element_stands_in_the_file_as_an_independent_canonicaliser_writes_it(algorithm: Algorithm) -> None:
    """Otherwise our digests would be ours alone. libxml2 canonicalises each element within its document."""
    text = unpack(signed(algorithm))[SIGNATURE]
    root = etree.fromstring(text)
    elements = [
        root.find(f"{_DS}SignedInfo"),
        *root.findall(f"{_DS}Object[@Id]"),
        root.find(f".//{_XD}SignedProperties"),
    ]
    assert len(elements) == 4
    for element in elements:
        assert element is not None
        apart = etree.fromstring(etree.tostring(element, with_tail=False))  # with its own namespaces, as the apex
        assert etree.tostring(apart, method="c14n") in text


def test_the_relationship_transform_agrees_with_an_independent_canonicaliser() -> None:
    """ECMA-376 Part 2, 13.2.4.24: sorted by Id, TargetMode added, no white space."""
    parts = unpack(signed())
    name = language.WORKBOOK_RELATIONSHIPS
    root = etree.fromstring(parts[name])
    for child in root:
        child.set("TargetMode", child.get("TargetMode", "Internal"))
    root[:] = sorted(root, key=lambda child: str(child.get("Id")))
    expected = markup.digest(etree.tostring(root, method="c14n"))
    found = re.search(rf"/{name}\?.*?<DigestValue>([^<]*)", parts[SIGNATURE].decode())
    assert found
    assert found[1] == expected


def test_the_order_and_the_attributes_are_those_of_office() -> None:
    """As seen in files that Office signed."""
    root = _root(signed())
    references = [(r.get("Type"), r.get("URI")) for r in root.findall(f"{_DS}SignedInfo/{_DS}Reference")]
    assert references == [
        ("http://www.w3.org/2000/09/xmldsig#Object", "#idPackageObject"),
        ("http://www.w3.org/2000/09/xmldsig#Object", "#idOfficeObject"),
        ("http://uri.etsi.org/01903#SignedProperties", "#idSignedProperties"),
    ]
    uris = [str(r.get("URI")) for r in root.findall(f".//{_DS}Manifest/{_DS}Reference")]
    assert uris == sorted(uris)
    assert {uri.partition("?")[0] for uri in uris} == {
        f"/{name}" for name in unpack(signed()) if language.is_covered(name)
    }
    properties = {p.get("Id"): p.get("Target") for p in root.findall(f".//{_DS}SignatureProperty")}
    assert properties == {"idSignatureTime": "#idPackageSignature", "idOfficeV1Details": "#idPackageSignature"}


def test_office_shows_who_reports_what() -> None:
    """Purpose as comment and as qualifier of the commitment, role as claimed role, both times the same."""
    text = unpack(signed())[SIGNATURE].decode()
    assert f"<SignatureComments>{PURPOSE}</SignatureComments>" in text
    assert f"<xd:CommitmentTypeQualifier>{PURPOSE}</xd:CommitmentTypeQualifier>" in text
    assert f"<xd:ClaimedRole>{ROLE}</xd:ClaimedRole>" in text
    assert text.count("2021-06-25T09:30:00Z") == 2


def test_facts_come_back_as_they_went_in() -> None:
    """Reading and rendering are each other's inverse."""
    text = unpack(signed())[SIGNATURE].decode()
    claims = markup.read_claims(text, identity().certificate)
    assert (claims.purpose, claims.role) == (PURPOSE, ROLE)
    assert markup.signature_xml(claims, markup.read_value(text)) == text


@pytest.mark.parametrize(
    ("text", "rendered", "place"),
    [
        ("<a><b></b></a>", "<a><b></b></a>", None),
        ("<a><b></b></a>", "<a><b>x</b></a>", "/a/b"),
        ("<a><b></b></a>", "<a><b></b><c></c></a>", "/a/c"),
        ("<a><b></b><b>y</b></a>", "<a><b></b><b>x</b></a>", "/a/b[2]"),
        ("<a>", "<a></a>", "/a"),
        ("", "<a></a>", "/a"),
        ("<a></a><b/>", "<a></a>", "/"),
    ],
)
def test_the_place_of_a_difference(text: str, rendered: str, place: str | None) -> None:
    """In the words of the rendered text."""
    assert markup.first_difference(text, rendered) == place
