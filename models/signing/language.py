"""Which parts, content types and relationships a signed workbook may have: those that our own writer emits, no others.

A workbook, its sheets, styles, shared texts and theme, and the document properties. So there is no place for macros,
external links, embedded objects, custom XML, comments, pictures or a second signature. [Content_Types].xml and the
``.rels`` parts are accepted in one exact spelling, so that no XML parser is needed to know what they say.

>>> content_type_of("xl/worksheets/sheet1.xml")
'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
>>> content_type_of("xl/vbaProject.bin") is None
True
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.signing.findings import Code, Finding, Refused

STEP = 3
PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONSHIPS = "_rels/.rels"
WORKBOOK_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
WORKBOOK = "xl/workbook.xml"
SIGNATURE_FOLDER = "_xmlsignatures/"
SIGNATURE_ORIGIN = "_xmlsignatures/origin.sigs"
SIGNATURE_RELATIONSHIPS = "_xmlsignatures/_rels/origin.sigs.rels"
SIGNATURE = "_xmlsignatures/sig1.xml"
SIGNATURE_PARTS = (SIGNATURE_ORIGIN, SIGNATURE_RELATIONSHIPS, SIGNATURE)

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats"
RELATIONSHIPS_NAMESPACE = f"{_PACKAGE}/relationships"
_RELATIONSHIPS_ROOT = f'<Relationships xmlns="{RELATIONSHIPS_NAMESPACE}">'
_TYPES_ROOT = f'<Types xmlns="{_PACKAGE}/content-types">'
ORIGIN_RELATION = f"{_PACKAGE}/relationships/digital-signature/origin"
SIGNATURE_RELATION = f"{_PACKAGE}/relationships/digital-signature/signature"
ORIGIN_RELATION_ID = "rIdSignatureOrigin"

_RELATIONSHIPS_TYPE = f"{_TYPE}-package.relationships+xml"
_ORIGIN_TYPE = f"{_TYPE}-package.digital-signature-origin"
_SIGNATURE_TYPE = f"{_TYPE}-package.digital-signature-xmlsignature+xml"
_SHEET = re.compile(r"xl/worksheets/sheet[1-9][0-9]?\.xml")
_PART_TYPES = {
    ROOT_RELATIONSHIPS: _RELATIONSHIPS_TYPE,
    WORKBOOK_RELATIONSHIPS: _RELATIONSHIPS_TYPE,
    SIGNATURE_RELATIONSHIPS: _RELATIONSHIPS_TYPE,
    SIGNATURE_ORIGIN: _ORIGIN_TYPE,
    SIGNATURE: _SIGNATURE_TYPE,
    WORKBOOK: f"{_TYPE}-officedocument.spreadsheetml.sheet.main+xml",
    "xl/styles.xml": f"{_TYPE}-officedocument.spreadsheetml.styles+xml",
    "xl/sharedStrings.xml": f"{_TYPE}-officedocument.spreadsheetml.sharedStrings+xml",
    "xl/theme/theme1.xml": f"{_TYPE}-officedocument.theme+xml",
    "docProps/app.xml": f"{_TYPE}-officedocument.extended-properties+xml",
    "docProps/core.xml": f"{_TYPE}-package.core-properties+xml",
}
_SHEET_TYPE = f"{_TYPE}-officedocument.spreadsheetml.worksheet+xml"
_DEFAULT_TYPES = {"rels": _RELATIONSHIPS_TYPE, "xml": "application/xml", "sigs": _ORIGIN_TYPE}

# As in Office, these stay outside the signature; nothing in them is used.
PROPERTIES = frozenset({"docProps/app.xml", "docProps/core.xml"})
_UNSIGNED_RELATIONS = frozenset(
    {ORIGIN_RELATION, f"{_PACKAGE}/relationships/metadata/core-properties", f"{_OFFICE}/extended-properties"}
)
# For each .rels part: the folder its targets start from, and which type may lead to which part.
_RELATIONS = {
    ROOT_RELATIONSHIPS: (
        "",
        {
            WORKBOOK: f"{_OFFICE}/officeDocument",
            "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
            "docProps/app.xml": f"{_OFFICE}/extended-properties",
            SIGNATURE_ORIGIN: ORIGIN_RELATION,
        },
    ),
    WORKBOOK_RELATIONSHIPS: (
        "xl/",
        {
            "xl/styles.xml": f"{_OFFICE}/styles",
            "xl/sharedStrings.xml": f"{_OFFICE}/sharedStrings",
            "xl/theme/theme1.xml": f"{_OFFICE}/theme",
        },
    ),
    SIGNATURE_RELATIONSHIPS: (SIGNATURE_FOLDER, {SIGNATURE: SIGNATURE_RELATION}),
}
_SHEET_RELATION = f"{_OFFICE}/worksheet"

_MAX_LIST = 32_768  # bytes of a ``.rels`` part or the content types; with 60 sheets they take about 10,000
_ENTRY = re.compile(
    r'<(?:Default Extension="(?P<extension>[A-Za-z0-9]+)"|Override PartName="/(?P<part>[^"<&]+)")'
    r' ContentType="(?P<type>[^"<&]+)"/>'
)
_RELATIONSHIP = re.compile(
    r'<Relationship Id="(?P<id>[A-Za-z][A-Za-z0-9]*)" Type="(?P<type>[^"<&]+)" Target="(?P<target>[^"<]*)"'
    r'(?P<mode> TargetMode="[A-Za-z]+")?/>'
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part; all of them are internal. ``target`` is as written, relative to its source."""

    id: str
    type: str
    target: str

    @property
    def is_signed(self) -> bool:
        """Tell whether a signature covers it: all but those to the signature and to the document properties."""
        return self.type not in _UNSIGNED_RELATIONS


def content_type_of(name: str) -> str | None:
    """Return the one content type that a part of this name has, or None for a part that may not be."""
    return _PART_TYPES.get(name) or (_SHEET_TYPE if _SHEET.fullmatch(name) else None)


def is_covered(name: str) -> bool:
    """Tell whether a signature has to cover a part: all but the content types, the signature and the properties."""
    return name != CONTENT_TYPES and not name.startswith(SIGNATURE_FOLDER) and name not in PROPERTIES


def read_relationships(name: str, raw: bytes) -> tuple[Relationship, ...]:
    """Read a ``.rels`` part in its one spelling.

    Raises:
        Refused: it is spelt otherwise, or leads out of the package.
    """
    found = []
    refused = Refused(Finding(STEP, Code.RELATIONSHIPS_FORM, f"/{name}"))
    for match in _entries(_RELATIONSHIP, _RELATIONSHIPS_ROOT, raw, refused):
        if match["mode"]:
            raise Refused(Finding(STEP, Code.EXTERNAL_TARGET, f"/{name}#{match['id']}"))
        found.append(Relationship(match["id"], match["type"], match["target"]))
    return tuple(found)


def write_relationships(relationships: Iterable[Relationship]) -> bytes:
    """Write a ``.rels`` part, without white space (LibreOffice takes a signature over it for broken)."""
    entries = "".join(f'<Relationship Id="{r.id}" Type="{r.type}" Target="{r.target}"/>' for r in relationships)
    return f"{PROLOG}{_RELATIONSHIPS_ROOT}{entries}</Relationships>".encode()


def write_content_types(names: Iterable[str]) -> bytes:
    """Write [Content_Types].xml for parts of these names, all of them allowed."""
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in _DEFAULT_TYPES.items()
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{content_type_of(name)}"/>'
        for name in sorted(names)
        if _DEFAULT_TYPES.get(name.rpartition(".")[2]) != content_type_of(name)
    )
    return f"{PROLOG}{_TYPES_ROOT}{defaults}{overrides}</Types>".encode()


def check_language(parts: Mapping[str, bytes]) -> dict[str, tuple[Relationship, ...]]:
    """Require that a package speaks the language of this program, and return its relationships by ``.rels`` part.

    Checks, in this order: every part is one that may be; every part has its content type and nothing else has one;
    every relationship is one that may be, under the id it always has; every part but the content types and the
    ``.rels`` is led to exactly once. In a signed package [Content_Types].xml is in the signer's own spelling.

    Raises:
        Refused: it does not.
    """
    for name in parts:
        if name != CONTENT_TYPES and content_type_of(name) is None:
            second = name.startswith(SIGNATURE_FOLDER)
            raise Refused(Finding(STEP, Code.SECOND_SIGNATURE if second else Code.PART_NOT_ALLOWED, f"/{name}"))
    _check_content_types(parts)
    relationships = {name: read_relationships(name, parts[name]) for name in _RELATIONS if name in parts}
    led_to: list[str] = []
    for source, found in relationships.items():
        led_to += _check_relationships(source, found)
    for name in parts:
        is_target = name != CONTENT_TYPES and not name.endswith(".rels")
        if led_to.count(name) != (1 if is_target else 0):
            code = Code.RELATIONSHIP if led_to.count(name) else Code.PART_NOT_RELATED
            raise Refused(Finding(STEP, code, f"/{name}"))
    for name in led_to:
        if name not in parts:
            raise Refused(Finding(STEP, Code.PART_REMOVED, f"/{name}"))
    if SIGNATURE in parts and parts[CONTENT_TYPES] != write_content_types(parts.keys() - {CONTENT_TYPES}):
        raise Refused(Finding(STEP, Code.CONTENT_TYPES_FORM, f"/{CONTENT_TYPES}"))
    return relationships


def check_surface(parts: Mapping[str, bytes], step: int) -> None:
    """Require that each part is XML of the plainest kind, without parsing it.

    UTF-8 with the one prolog that our writer emits; no DTD, so no entity; no comment, CDATA section or processing
    instruction. In such a text no ``<`` is followed by ``!`` or ``?`` after the prolog.

    Raises:
        Refused: some part is not.
    """
    prolog = PROLOG.encode()
    for name, raw in parts.items():
        if name == SIGNATURE_ORIGIN:
            plain = not raw
        else:
            body = raw.removeprefix(prolog)
            plain = len(body) < len(raw) and b"<!" not in body and b"<?" not in body and _is_text(body)
        if not plain:
            raise Refused(Finding(step, Code.XML_NOT_PLAIN, f"/{name}"))


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in raw


def _check_content_types(parts: Mapping[str, bytes]) -> None:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    refused = Refused(Finding(STEP, Code.CONTENT_TYPES_FORM, f"/{CONTENT_TYPES}"))
    for match in _entries(_ENTRY, _TYPES_ROOT, parts.get(CONTENT_TYPES, b""), refused):
        key, known = (match["extension"], defaults) if match["extension"] else (match["part"], overrides)
        if key in known:
            raise Refused(Finding(STEP, Code.CONTENT_TYPE, f"/{CONTENT_TYPES}#{key}"))
        known[key] = match["type"]
    for extension, kind in defaults.items():
        if _DEFAULT_TYPES.get(extension) != kind:
            raise Refused(Finding(STEP, Code.CONTENT_TYPE, f"/{CONTENT_TYPES}#{extension}"))
    for name in overrides:
        if name not in parts:
            raise Refused(Finding(STEP, Code.CONTENT_TYPE, f"/{name}"))
    for name in parts:
        stated = overrides.get(name) or defaults.get(name.rpartition(".")[2])
        if name != CONTENT_TYPES and stated != content_type_of(name):
            raise Refused(Finding(STEP, Code.CONTENT_TYPE, f"/{name}"))


def _check_relationships(source: str, found: tuple[Relationship, ...]) -> list[str]:
    """Return the parts that the relationships of one source lead to."""
    folder, allowed = _RELATIONS[source]
    led_to = []
    for relationship in found:
        target = folder + relationship.target
        is_sheet = source == WORKBOOK_RELATIONSHIPS and _SHEET.fullmatch(target)
        expected = _SHEET_RELATION if is_sheet else allowed.get(target)
        if expected is None or relationship.type != expected:
            raise Refused(Finding(STEP, Code.RELATIONSHIP, f"/{source}#{relationship.id}"))
        led_to.append(target)
    # Numbered in their order, as the writer does it; the one to the signature comes last.
    ids = [ORIGIN_RELATION_ID if target == SIGNATURE_ORIGIN else f"rId{n}" for n, target in enumerate(led_to, start=1)]
    in_order = source == WORKBOOK_RELATIONSHIPS or led_to == list(allowed)[: len(led_to)]
    if [relationship.id for relationship in found] != ids or not in_order:
        raise Refused(Finding(STEP, Code.RELATIONSHIP, f"/{source}"))
    return led_to


def _entries(pattern: re.Pattern[str], root: str, raw: bytes, refused: Refused) -> list[re.Match[str]]:
    """Split a list part into its entries; text, blanks or anything else between them is refused."""
    if len(raw) > _MAX_LIST:
        raise refused
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise refused from None
    head, tail = PROLOG + root, f"</{root[1:].partition(' ')[0]}>"
    if not text.startswith(head) or not text.endswith(tail) or len(text) < len(head) + len(tail):
        raise refused
    at, end = len(head), len(text) - len(tail)
    entries = []
    while at < end:
        match = pattern.match(text, at, end)
        if match is None:
            raise refused
        entries.append(match)
        at = match.end()
    return entries
