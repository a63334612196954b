"""Ways to tamper with what the workbook says: cells, styles, sheets, and the XML that they are written in."""

from models.signing.findings import Code
from tests.interop.forgery import (
    edit,
    with_parts,
)
from tests.interop.tampering import Table
from tests.models.signing.samples import SHEET, unpack

table = Table("What the workbook says")
way = table.way

_PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_TEXTS = "xl/sharedStrings.xml"
_THEME = "xl/theme/theme1.xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


# --- what a cell says, or whether it is seen


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_number_in_a_cell(data: bytes) -> bytes:
    return edit(data, SHEET, "<v>1001.25</v>", "<v>9001.25</v>")


@way(Code.PART_CHANGED, f"/{_TEXTS}")
def a_text_in_a_cell(data: bytes) -> bytes:
    return edit(data, _TEXTS, "任务1", "任务7")


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_formula_in_place_of_a_value(data: bytes) -> bytes:
    return edit(data, SHEET, "<v>1001.25</v>", "<f>1+1</f><v>1001.25</v>")


@way(Code.PART_CHANGED, f"/{SHEET}")
def two_cells_swapped_by_their_shared_texts(data: bytes) -> bytes:
    return edit(data, SHEET, '<c r="A1" s="1" t="s"><v>0</v>', '<c r="A1" s="1" t="s"><v>1</v>')


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_cell_added(data: bytes) -> bytes:
    return edit(data, SHEET, "</row>", '<c r="G1"><v>7</v></c></row>')


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_cell_removed(data: bytes) -> bytes:
    return edit(data, SHEET, '<c r="B2" s="2"><v>1001.25</v></c>', "")


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_row_hidden(data: bytes) -> bytes:
    return edit(data, SHEET, '<row r="2"', '<row r="2" hidden="1"')


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_row_removed(data: bytes) -> bytes:
    return edit(data, SHEET, '<row r="4" spans="1:6">', '</sheetData><sheetData><row r="4">')


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_column_of_width_0(data: bytes) -> bytes:
    return edit(data, SHEET, "<sheetData>", '<cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData>')


@way(Code.PART_CHANGED, f"/{_STYLES}")
def a_number_format_that_shows_1000_as_1(data: bytes) -> bytes:
    return edit(data, _STYLES, 'formatCode="#,##0.00"', 'formatCode="#,##0.00,"')


@way(Code.PART_CHANGED, f"/{_STYLES}")
def a_font_colour_that_hides_text(data: bytes) -> bytes:
    return edit(data, _STYLES, '<color theme="1"/>', '<color rgb="FFFFFFFF"/>')


@way(Code.PART_CHANGED, f"/{_THEME}")
def a_theme_whose_text_colour_is_white(data: bytes) -> bytes:
    return edit(data, _THEME, 'lastClr="000000"', 'lastClr="FFFFFF"')


@way(Code.PART_CHANGED, f"/{SHEET}")
def the_check_code_in_the_footer(data: bytes) -> bytes:
    return edit(data, SHEET, "4F7K-9QXM-2RTC", "4F7K-9QXM-2RTD")


@way(Code.PART_CHANGED, f"/{SHEET}")
def the_protection_of_the_sheet_removed(data: bytes) -> bytes:
    return edit(data, SHEET, '<sheetProtection sheet="1" objects="1" scenarios="1"/>', "")


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_conditional_format_added(data: bytes) -> bytes:
    rule = '<conditionalFormatting sqref="B2"><cfRule type="expression" priority="1"><formula>1</formula></cfRule>'
    return edit(data, SHEET, "<pageMargins", f"{rule}</conditionalFormatting><pageMargins")


@way(Code.PART_CHANGED, f"/{SHEET}")
def a_merged_range_over_the_figures(data: bytes) -> bytes:
    return edit(data, SHEET, "<pageMargins", '<mergeCells count="1"><mergeCell ref="A2:F2"/></mergeCells><pageMargins')


@way(Code.PART_CHANGED, f"/{SHEET}")
def white_space_at_the_end_of_a_part(data: bytes) -> bytes:
    return edit(data, SHEET, "</worksheet>", "</worksheet>\n")


# --- the workbook


@way(Code.PART_CHANGED, f"/{_WORKBOOK}")
def the_print_area_cut(data: bytes) -> bytes:
    return edit(data, _WORKBOOK, "$A$1:$F$4", "$A$1:$F$3")


@way(Code.PART_CHANGED, f"/{_WORKBOOK}")
def a_defined_name_added(data: bytes) -> bytes:
    return edit(data, _WORKBOOK, "<definedNames>", '<definedNames><definedName name="a">1</definedName>')


@way(Code.PART_CHANGED, f"/{_WORKBOOK}")
def a_sheet_renamed(data: bytes) -> bytes:
    return edit(data, _WORKBOOK, 'name="填报说明"', 'name="进展"')


@way(Code.PART_CHANGED, f"/{_WORKBOOK}")
def a_sheet_hidden(data: bytes) -> bytes:
    return edit(data, _WORKBOOK, 'name="填报说明"', 'name="填报说明" state="veryHidden"')


@way(Code.PART_CHANGED, f"/{_WORKBOOK}")
def two_sheets_swapped_in_the_workbook(data: bytes) -> bytes:
    data = edit(data, _WORKBOOK, 'r:id="rId1"', 'r:id="rId0"')
    return edit(edit(data, _WORKBOOK, 'r:id="rId2"', 'r:id="rId1"'), _WORKBOOK, 'r:id="rId0"', 'r:id="rId2"')


# --- the XML of a part


@way(Code.XML_NOT_PLAIN, f"/{SHEET}")
def a_dtd(data: bytes) -> bytes:
    return edit(data, SHEET, "<worksheet", '<!DOCTYPE worksheet [<!ENTITY a "9">]><worksheet')


@way(Code.XML_NOT_PLAIN, f"/{_TEXTS}")
def an_external_entity(data: bytes) -> bytes:
    return edit(data, _TEXTS, "<sst", '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/hostname">]><sst')


@way(Code.XML_NOT_PLAIN, f"/{SHEET}")
def a_comment_in_the_xml(data: bytes) -> bytes:
    return edit(data, SHEET, "<sheetData>", "<!-- --><sheetData>")


@way(Code.XML_NOT_PLAIN, f"/{_TEXTS}")
def a_cdata_section(data: bytes) -> bytes:
    return edit(data, _TEXTS, "任务1", "<![CDATA[任务1]]>")


@way(Code.XML_NOT_PLAIN, f"/{SHEET}")
def a_processing_instruction(data: bytes) -> bytes:
    return edit(data, SHEET, "<worksheet", '<?xml-stylesheet href="a.xsl"?><worksheet')


@way(Code.XML_NOT_PLAIN, f"/{SHEET}")
def a_part_in_utf_16(data: bytes) -> bytes:
    return with_parts(data, {SHEET: unpack(data)[SHEET].decode().replace("UTF-8", "UTF-16").encode("utf-16")})


@way(Code.XML_NOT_PLAIN, f"/{SHEET}")
def a_part_with_a_byte_order_mark(data: bytes) -> bytes:
    return with_parts(data, {SHEET: b"\xef\xbb\xbf" + unpack(data)[SHEET]})


@way(Code.XML_NOT_PLAIN, "/docProps/app.xml", libreoffice=True, poi=True)
def a_dtd_in_the_unsigned_properties(data: bytes) -> bytes:
    return edit(data, "docProps/app.xml", "<Properties", "<!DOCTYPE Properties []><Properties")
