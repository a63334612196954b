"""Ways to tamper with what is in the package: parts, relationships, content types; and other programs at work."""

import io

import openpyxl

from models.signing.findings import Code, Outcome
from tests.interop.forgery import (
    CONTENT_TYPES,
    ROOT,
    WORKBOOK_RELS,
    add_override,
    add_part,
    add_relationship,
    edit,
    with_parts,
    without,
)
from tests.interop.tampering import Table
from tests.models.signing.samples import SHEET, pack, unpack, workbook

table = Table("What is in the package")
way = table.way

_PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_TEXTS = "xl/sharedStrings.xml"
_THEME = "xl/theme/theme1.xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


# --- parts


@way(Code.RELATIONSHIPS_CHANGED, f"/{WORKBOOK_RELS}")
def a_sheet_added_as_a_program_would(data: bytes) -> bytes:
    data = add_override(
        with_parts(data, {"xl/worksheets/sheet3.xml": unpack(data)[SHEET]}), "xl/worksheets/sheet3.xml", _SHEET_TYPE
    )
    data = add_relationship(data, WORKBOOK_RELS, 6, "worksheet", target="worksheets/sheet3.xml")
    return edit(data, _WORKBOOK, "</sheets>", '<sheet name="三" sheetId="3" r:id="rId6"/></sheets>')


@way(Code.CONTENT_TYPE, "/xl/worksheets/sheet3.xml", libreoffice=True, poi=True)
def a_sheet_file_added(data: bytes) -> bytes:
    return with_parts(data, {"xl/worksheets/sheet3.xml": unpack(data)[SHEET]})


@way(Code.PART_NOT_RELATED, "/xl/worksheets/sheet3.xml", libreoffice=True, poi=True)
def a_sheet_file_added_with_its_content_type(data: bytes) -> bytes:
    data = with_parts(data, {"xl/worksheets/sheet3.xml": unpack(data)[SHEET]})
    return add_override(data, "xl/worksheets/sheet3.xml", _SHEET_TYPE)


@way(Code.PART_NOT_ALLOWED, "/xl/comments1.xml", libreoffice=True, poi=True)
def comments_added(data: bytes) -> bytes:
    raw = (_PROLOG + "<comments/>").encode()
    return add_part(data, "xl/comments1.xml", raw, f"{_SPREADSHEET}.comments+xml", kind="comments")


@way(Code.PART_NOT_ALLOWED, "/xl/media/image1.png", libreoffice=True, poi=True)
def a_picture_added(data: bytes) -> bytes:
    return add_part(data, "xl/media/image1.png", b"\x89PNG", "image/png", kind="image")


@way(Code.PART_NOT_ALLOWED, "/customXml/item1.xml", libreoffice=True, poi=True)
def custom_xml_added(data: bytes) -> bytes:
    return add_part(data, "customXml/item1.xml", b"<a/>", "application/xml", kind="customXml", source=ROOT)


@way(Code.PART_NOT_ALLOWED, "/xl/vbaProject.bin", libreoffice=True, poi=True)
def a_macro_project_added(data: bytes) -> bytes:
    return add_part(
        data, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0", "application/vnd.ms-office.vbaProject", kind="vbaProject"
    )


@way(Code.PART_NOT_ALLOWED, "/xl/embeddings/oleObject1.bin", libreoffice=True, poi=True)
def an_embedded_object_added(data: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.oleObject"
    return add_part(data, "xl/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0", kind, kind="oleObject")


@way(Code.PART_NOT_ALLOWED, "/xl/externalLinks/externalLink1.xml", libreoffice=True, poi=True)
def an_external_workbook_added(data: bytes) -> bytes:
    kind = f"{_SPREADSHEET}.externalLink+xml"
    return add_part(data, "xl/externalLinks/externalLink1.xml", b"<externalLink/>", kind, kind="externalLink")


@way(Code.PART_NOT_ALLOWED, "/docProps/custom.xml", libreoffice=True, poi=True)
def custom_properties_added(data: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    return add_part(data, "docProps/custom.xml", b"<Properties/>", kind, kind="custom-properties", source=ROOT)


@way(Code.PART_NOT_ALLOWED, "/xl/worksheets/_rels/sheet1.xml.rels", libreoffice=True, poi=True)
def relationships_of_a_sheet_added(data: bytes) -> bytes:
    return with_parts(data, {"xl/worksheets/_rels/sheet1.xml.rels": unpack(data)[WORKBOOK_RELS]})


@way(Code.PART_NOT_ALLOWED, "/extra.xml", libreoffice=True, poi=True)
def a_part_that_nothing_knows(data: bytes) -> bytes:
    return with_parts(data, {"extra.xml": b"<extra/>"})


@way(Code.CONTENT_TYPE, f"/{_THEME}")
def a_part_removed(data: bytes) -> bytes:
    return without(data, _THEME)


@way(Code.PART_REMOVED, f"/{_THEME}")
def a_part_removed_with_its_content_type(data: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.theme+xml"
    return edit(without(data, _THEME), CONTENT_TYPES, f'<Override PartName="/{_THEME}" ContentType="{kind}"/>', "")


@way(Code.PART_REMOVED, f"/{_TEXTS}")
def a_part_removed_with_all_that_leads_to_it(data: bytes) -> bytes:
    kind = f"{_SPREADSHEET}.sharedStrings+xml"
    data = edit(without(data, _TEXTS), CONTENT_TYPES, f'<Override PartName="/{_TEXTS}" ContentType="{kind}"/>', "")
    entry = f'<Relationship Id="rId5" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    return edit(data, WORKBOOK_RELS, entry, "")


# --- relationships


@way(Code.EXTERNAL_TARGET, f"/{WORKBOOK_RELS}#rId88", libreoffice=True, poi=True)
def a_relationship_to_another_file(data: bytes) -> bytes:
    mode = ' TargetMode="External"'
    return add_relationship(data, WORKBOOK_RELS, 88, "externalLink", target="http://example.invalid/a.xlsx", mode=mode)


@way(Code.RELATIONSHIP, f"/{WORKBOOK_RELS}#rId88", libreoffice=True, poi=True)
def a_relationship_of_an_unknown_type(data: bytes) -> bytes:
    return add_relationship(data, WORKBOOK_RELS, 88, "attachedToolbars", target="styles.xml")


@way(Code.RELATIONSHIP, f"/{WORKBOOK_RELS}", libreoffice=True, poi=True)
def a_second_relationship_to_a_sheet(data: bytes) -> bytes:
    return add_relationship(data, WORKBOOK_RELS, 88, "worksheet", target="worksheets/sheet1.xml")


@way(Code.RELATIONSHIPS_CHANGED, f"/{WORKBOOK_RELS}")
def two_sheets_swapped_by_their_relationships(data: bytes) -> bytes:
    data = edit(data, WORKBOOK_RELS, "sheet1.xml", "sheet0.xml")
    data = edit(data, WORKBOOK_RELS, "sheet2.xml", "sheet1.xml")
    return edit(data, WORKBOOK_RELS, "sheet0.xml", "sheet2.xml")


@way(Code.RELATIONSHIP, f"/{WORKBOOK_RELS}")
def a_relationship_with_another_id(data: bytes) -> bytes:
    return edit(data, WORKBOOK_RELS, 'Id="rId1"', 'Id="rId91"')


@way(Code.RELATIONSHIP, f"/{WORKBOOK_RELS}")
def two_relationships_of_one_id(data: bytes) -> bytes:
    return edit(data, WORKBOOK_RELS, 'Id="rId2"', 'Id="rId1"')


@way(Code.RELATIONSHIP, f"/{ROOT}", libreoffice=True, poi=True)
def an_unsigned_relationship_with_another_id(data: bytes) -> bytes:
    return edit(data, ROOT, 'Id="rId2"', 'Id="rId7"')


@way(Code.RELATIONSHIP, f"/{WORKBOOK_RELS}", libreoffice=True, poi=True)
def relationships_in_another_order(data: bytes) -> bytes:
    entry = f'<Relationship Id="rId4" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    data = edit(data, WORKBOOK_RELS, entry, "")
    return edit(data, WORKBOOK_RELS, "</Relationships>", f"{entry}</Relationships>")


@way(Code.RELATIONSHIP, f"/{ROOT}#rId1")
def the_workbook_led_elsewhere(data: bytes) -> bytes:
    return edit(data, ROOT, 'Target="xl/workbook.xml"', 'Target="xl/styles.xml"')


@way(Code.RELATIONSHIP, f"/{WORKBOOK_RELS}#rId1")
def a_target_that_climbs_out_and_back(data: bytes) -> bytes:
    return edit(data, WORKBOOK_RELS, "worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml")


@way(Code.RELATIONSHIPS_FORM, f"/{WORKBOOK_RELS}", poi=True)
def a_comment_among_the_relationships(data: bytes) -> bytes:
    return edit(data, WORKBOOK_RELS, "</Relationships>", "<!-- --></Relationships>")


@way(Code.RELATIONSHIPS_FORM, f"/{WORKBOOK_RELS}", poi=True)
def white_space_among_the_relationships(data: bytes) -> bytes:
    return edit(data, WORKBOOK_RELS, "</Relationships>", "\n</Relationships>")


@way(Code.RELATIONSHIPS_FORM, f"/{ROOT}", poi=True)
def a_dtd_in_the_relationships(data: bytes) -> bytes:
    return edit(data, ROOT, "<Relationships", "<!DOCTYPE Relationships []><Relationships")


# --- content types


@way(Code.CONTENT_TYPE, f"/{_WORKBOOK}", libreoffice=True, poi=True)
def the_workbook_called_a_template(data: bytes) -> bytes:
    return edit(data, CONTENT_TYPES, "sheet.main+xml", "template.main+xml")


@way(Code.CONTENT_TYPE, f"/{_WORKBOOK}", libreoffice=True, poi=True)
def the_workbook_called_one_with_macros(data: bytes) -> bytes:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return edit(data, CONTENT_TYPES, main, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")


@way(Code.CONTENT_TYPE, "/[Content_Types].xml#xml", libreoffice=True, poi=True)
def another_default_for_xml(data: bytes) -> bytes:
    return edit(data, CONTENT_TYPES, '"application/xml"', f'"{_SHEET_TYPE}"')


@way(Code.CONTENT_TYPE, "/[Content_Types].xml#bin", libreoffice=True, poi=True)
def a_default_for_an_ending_that_is_not_there(data: bytes) -> bytes:
    entry = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    return edit(data, CONTENT_TYPES, "</Types>", entry)


@way(Code.CONTENT_TYPE, f"/[Content_Types].xml#{SHEET}", libreoffice=True, poi=True)
def two_content_types_for_one_part(data: bytes) -> bytes:
    return add_override(data, SHEET, _SHEET_TYPE)


@way(Code.CONTENT_TYPE, "/xl/worksheets/SHEET1.xml", libreoffice=True, poi=True)
def a_content_type_under_another_case(data: bytes) -> bytes:
    return add_override(data, "xl/worksheets/SHEET1.xml", _SHEET_TYPE)


@way(Code.CONTENT_TYPE, "/xl/vbaProject.bin", libreoffice=True, poi=True)
def a_content_type_for_a_part_that_is_not_there(data: bytes) -> bytes:
    return add_override(data, "xl/vbaProject.bin", "application/vnd.ms-office.vbaProject")


@way(Code.CONTENT_TYPES_FORM, "/[Content_Types].xml", libreoffice=True, poi=True)
def content_types_in_another_order(data: bytes) -> bytes:
    entry = '<Default Extension="xml" ContentType="application/xml"/>'
    return edit(edit(data, CONTENT_TYPES, entry, ""), CONTENT_TYPES, "</Types>", f"{entry}</Types>")


@way(Code.CONTENT_TYPES_FORM, "/[Content_Types].xml", libreoffice=True, poi=True)
def a_dtd_in_the_content_types(data: bytes) -> bytes:
    return edit(data, CONTENT_TYPES, "<Types", "<!DOCTYPE Types []><Types")


# --- other programs at work


@way(Code.NO_SIGNATURE, outcome=Outcome.UNSIGNED)
def never_signed(_data: bytes) -> bytes:
    return workbook()


@way(None, outcome=Outcome.UNSIGNED)
def saved_again_by_openpyxl(data: bytes) -> bytes:
    stream = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(stream)
    return stream.getvalue()


@way(Code.CONTENT_TYPES_FORM, outcome=Outcome.ALTERED)
def no_content_types(data: bytes) -> bytes:
    return without(data, CONTENT_TYPES)


@way(Code.NO_WORKBOOK, outcome=Outcome.NOT_OURS)
def no_workbook(data: bytes) -> bytes:
    return without(data, _WORKBOOK)


@way(None, outcome=Outcome.NOT_OURS)
def a_zip_file_of_something_else(_data: bytes) -> bytes:
    return pack({"readme.txt": b"hello"})
