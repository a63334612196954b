"""Ways to tamper with an assignment or a receipt: those of the tamper table, and for each that needs the table's own
sample (a word, a figure or a sheet that only that one has) one that does the same to these.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from models.signing.findings import Code
from models.workbooks.export import export_assignment, export_receipt
from models.workbooks.kinds import Kind
from tests.interop.forgery import WORKBOOK_RELS, digest, edit, edit_signature, redigest, resigned, without
from tests.interop.tampering import Change
from tests.models.signing.samples import CODE, NOW, SHEET, UNIT, identity, unpack
from tests.models.workbooks.exchange_samples import small_assignment, small_receipt

STRINGS, STYLES, WORKBOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
KINDS = (Kind.ASSIGNMENT, Kind.RECEIPT)

# Of the tamper table, what needs the sample's own words, figures or second sheet.
ELSEWHERE = frozenset(
    {
        "a number in a cell",
        "a text in a cell",
        "a formula in place of a value",
        "a cell removed",
        "a row removed",
        "a number format that shows 1000 as 1",
        "a font colour that hides text",
        "the check code in the footer",
        "the print area cut",
        "a sheet renamed",
        "a sheet hidden",
        "two sheets swapped in the workbook",
        "a cdata section",
        "a sheet added as a program would",
        "a part removed with all that leads to it",
        "two sheets swapped by their relationships",
        "relationships in another order",
        "the purpose",
        "the role",
        "the role with its digest",
        "a cell with its digest in the manifest",
        "a cell with all its digests",
        "a relationship left uncovered",
        "a comment in the signature",
    }
)


# These put the sample's altered sheet beside the good one; here they put the good one in twice.
SAME_AGAIN = frozenset({"a part twice the altered one last", "a second package after"})


@dataclass(frozen=True)
class _Marks:
    """What stands in a kind's sample: a number, the row after it, a text that decides, purpose and role."""

    number: str
    row: int
    text: tuple[str, str]
    purpose: tuple[str, str]
    role: tuple[str, str]


_MARKS: Mapping[Kind, _Marks] = {
    Kind.ASSIGNMENT: _Marks(
        "<v>100</v>", 9, ("小学（所）", "中学（所）"), ("第1版", "第2版"), ("下达单位", "填报单位")
    ),
    Kind.RECEIPT: _Marks("<v>33</v>", 14, ("退回修改", "审核通过"), ("退回修改", "审核通过"), ("审核单位", "填报单位")),
}


@cache
def sample(kind: Kind) -> bytes:
    """A signed assignment or receipt, by the identity that the tamper table's forgers hold."""
    superior = {"superior_name": UNIT, "superior_code": CODE}
    if kind is Kind.ASSIGNMENT:
        return export_assignment(small_assignment(**superior), identity(), at=NOW).data
    return export_receipt(small_receipt(**superior), identity(), at=NOW).data


def ways(kind: Kind) -> dict[str, tuple[Change, Code, str | None]]:
    """For each way its change, the code of the first finding, and where it is; None where that does not matter."""
    marks = _MARKS[kind]
    sheet, strings, styles, workbook = (f"/{name}" for name in (SHEET, STRINGS, STYLES, WORKBOOK))

    def in_sheet(old: str, new: str) -> Change:
        return lambda data: edit(data, SHEET, old, new)

    def in_signature(change: Callable[[str], str]) -> Change:
        return lambda data: edit_signature(data, change)

    figure = in_sheet(marks.number, "<v>7</v>")
    return {
        "a number in a cell": (figure, Code.PART_CHANGED, sheet),
        "a text in a cell": (lambda data: edit(data, STRINGS, *marks.text), Code.PART_CHANGED, strings),
        "a formula in place of a value": (
            in_sheet(marks.number, f"<f>1+1</f>{marks.number}"),
            Code.PART_CHANGED,
            sheet,
        ),
        "a cell removed": (_without_a_cell(marks.number), Code.PART_CHANGED, sheet),
        "a row removed": (_without_a_row(marks.row), Code.PART_CHANGED, sheet),
        "a number format that shows nothing": (
            lambda data: edit(data, STYLES, 'formatCode="', 'formatCode=";;;'),
            Code.PART_CHANGED,
            styles,
        ),
        "a font colour that hides text": (
            lambda data: edit(data, STYLES, '<color rgb="FF1B2430"/>', '<color rgb="FFFFFFFF"/>', count=99),
            Code.PART_CHANGED,
            styles,
        ),
        "the check code in the footer": (in_sheet("数据校验码：", "数据校验码：2"), Code.PART_CHANGED, sheet),
        "the check code in its cell": (
            lambda data: edit(data, STRINGS, "数据校验码：", "数据校验码：2"),
            Code.PART_CHANGED,
            strings,
        ),
        "the print titles moved": (
            lambda data: edit(data, WORKBOOK, "_xlnm.Print_Titles", "_xlnm.Print_Area"),
            Code.PART_CHANGED,
            workbook,
        ),
        "the sheet renamed": (
            lambda data: edit(data, WORKBOOK, '<sheet name="', '<sheet name="旧'),
            Code.PART_CHANGED,
            workbook,
        ),
        "the sheet hidden": (
            lambda data: edit(data, WORKBOOK, 'sheetId="1"', 'sheetId="1" state="hidden"'),
            Code.PART_CHANGED,
            workbook,
        ),
        "a merge taken away": (in_sheet("<mergeCell ref=", "<mergeCel ref="), Code.PART_CHANGED, sheet),
        "the paper turned": (in_sheet('orientation="', 'orientation="x'), Code.PART_CHANGED, sheet),
        "a CDATA section": (
            lambda data: edit(data, STRINGS, marks.text[0], f"<![CDATA[{marks.text[0]}]]>"),
            Code.XML_NOT_PLAIN,
            strings,
        ),
        "the styles removed with all that leads to them": (_without_styles, Code.RELATIONSHIP, f"/{WORKBOOK_RELS}"),
        "the purpose": (
            in_signature(lambda text: text.replace(*marks.purpose)),
            Code.SIGNED_OBJECT_CHANGED,
            "#idOfficeObject",
        ),
        "the role": (
            in_signature(lambda text: text.replace(*marks.role)),
            Code.SIGNED_OBJECT_CHANGED,
            "#idSignedProperties",
        ),
        "the role with its digest": (
            in_signature(lambda text: redigest(text.replace(*marks.role))),
            Code.SIGNATURE_VALUE,
            None,
        ),
        "a cell with its digest in the manifest": (
            _with_digest(figure, lambda text: text),
            Code.SIGNED_OBJECT_CHANGED,
            "#idPackageObject",
        ),
        "a cell with all its digests": (_with_digest(figure, redigest), Code.SIGNATURE_VALUE, None),
        "a relationship left uncovered": (_uncovered, Code.RELATIONSHIPS_CHANGED, f"/{WORKBOOK_RELS}"),
        "a comment in the signature": (
            in_signature(lambda text: text.replace(marks.purpose[0], f"{marks.purpose[0]}<!-- -->")),
            Code.XML_NOT_PLAIN,
            None,
        ),
        "the signature of the other kind": (_with_signature_of(_other(kind)), Code.PART_CHANGED, None),
    }


def _other(kind: Kind) -> Kind:
    return KINDS[1 - KINDS.index(kind)]


def _without_a_cell(number: str) -> Change:
    pattern = re.compile(f'<c r="[A-Z0-9]+" s="[0-9]+">{number}</c>')

    def change(data: bytes) -> bytes:
        found = pattern.search(unpack(data)[SHEET].decode())
        assert found
        return edit(data, SHEET, found[0], "")

    return change


def _without_a_row(row: int) -> Change:
    pattern = re.compile(f'<row r="{row}" .*?</row>', re.DOTALL)

    def change(data: bytes) -> bytes:
        found = pattern.search(unpack(data)[SHEET].decode())
        assert found
        return edit(data, SHEET, found[0], "")

    return change


def _without_styles(data: bytes) -> bytes:
    text = unpack(data)[WORKBOOK_RELS].decode()
    found = re.search('<Relationship Id="[^"]*" Type="[^"]*/styles"[^>]*/>', text)
    assert found
    data = edit(data, WORKBOOK_RELS, found[0], "")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
    data = edit(data, "[Content_Types].xml", f'<Override PartName="/{STYLES}" ContentType="{kind}"/>', "")
    return without(data, STYLES)


def _with_digest(figure: Change, more: Callable[[str], str]) -> Change:
    def change(data: bytes) -> bytes:
        evil = figure(data)
        before, after = (digest(unpack(whole)[SHEET].decode()) for whole in (data, evil))
        return edit_signature(evil, lambda text: more(text.replace(before, after)))

    return change


def _uncovered(data: bytes) -> bytes:
    line = re.compile('<mdssi:RelationshipReference [^>]*SourceId="rId3"></mdssi:RelationshipReference>')
    return resigned(data, identity(), lambda text: line.sub("", text))


def _with_signature_of(kind: Kind) -> Change:
    def change(data: bytes) -> bytes:
        text = unpack(sample(kind))["_xmlsignatures/sig1.xml"].decode()
        return edit_signature(data, lambda _: text)

    return change
