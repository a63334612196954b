"""Changes to the parts of a package, one by one, and those that no kind of workbook may have."""

from collections.abc import Callable

from models.workbooks.closed_language import Reason

SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
WORKBOOK, THEME = "xl/workbook.xml", "xl/theme/theme1.xml"

Parts = dict[str, bytes]
Change = Callable[[Parts], None]


def edit(part: str, old: str, new: str) -> Change:
    """Replace the first occurrence of a text in a part; it has to be there."""

    def change(given: Parts) -> None:
        assert old.encode() in given[part], f"{old} is not in {part}"
        given[part] = given[part].replace(old.encode(), new.encode(), 1)

    return change


def add(part: str, content: bytes = b"<x/>") -> Change:
    def change(given: Parts) -> None:
        given[part] = content

    return change


def remove(part: str) -> Change:
    def change(given: Parts) -> None:
        del given[part]

    return change


def odd(part: str, old: str, new: str, element: str) -> tuple[Change, Reason, str]:
    """Make something that the grammar of a part has no word for."""
    return edit(part, old, new), Reason.MARKUP, f"{part} {element}"


# For each change the reason for which it is refused, and the place that is named.
FRAME: dict[str, tuple[Change, Reason, str]] = {
    "a part more": (add("xl/comments1.xml"), Reason.PARTS, "xl/comments1.xml"),
    "a second sheet": (add("xl/worksheets/sheet2.xml"), Reason.PARTS, "xl/worksheets/sheet2.xml"),
    "macros": (add("xl/vbaProject.bin"), Reason.PARTS, "xl/vbaProject.bin"),
    "a part less": (remove(THEME), Reason.PARTS, THEME),
    "another theme": (edit(THEME, "仿宋", "Wingdings"), Reason.MARKUP, THEME),
    "a second sheet listed": odd(WORKBOOK, "</sheets>", '<sheet name="b" sheetId="1" r:id="rId1"/></sheets>', "sheet"),
    "a hidden sheet": odd(WORKBOOK, 'sheetId="1"', 'sheetId="1" state="hidden"', "sheet"),
    "a print area": odd(WORKBOOK, "_xlnm.Print_Titles", "_xlnm.Print_Area", "definedName"),
    "external links": odd(
        WORKBOOK,
        "<definedNames>",
        '<externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames>',
        "externalReferences",
    ),
    "recalculation": odd(WORKBOOK, "<calcPr ", '<calcPr fullCalcOnLoad="1" ', "calcPr"),
    "a hidden column": odd(SHEET, '<col min="3"', '<col hidden="1" min="3"', "col"),
    "no protection": odd(SHEET, '<sheetProtection sheet="1" objects="1" scenarios="1"/>', "", "sheetProtection"),
    "a conditional format": odd(
        SHEET, "<printOptions", '<conditionalFormatting sqref="A1"/><printOptions', "conditionalFormatting"
    ),
    "a link": odd(SHEET, "<printOptions", '<hyperlinks><hyperlink ref="A1"/></hyperlinks><printOptions', "hyperlinks"),
    "another paper": odd(SHEET, 'paperSize="9"', 'paperSize="1"', "pageSetup"),
    "a comment in the markup": (edit(SHEET, "<sheetData>", "<!-- x --><sheetData>"), Reason.MARKUP, SHEET),
    "a doctype": (edit(SHEET, "<worksheet ", "<!DOCTYPE worksheet><worksheet "), Reason.MARKUP, SHEET),
    "no XML": (add(SHEET, b"\x00"), Reason.MARKUP, SHEET),
    "another root": (add(SHEET, b"<worksheet/>"), Reason.MARKUP, SHEET),
    "text between elements": odd(SHEET, "<sheetData>", "x<sheetData>", "cols"),
    "a string that no cell shows": (edit(STRINGS, "</sst>", "<si><t>藏</t></si></sst>"), Reason.MARKUP, STRINGS),
    "another footer": (edit(SHEET, "&amp;9第 &amp;P", "&amp;9第 1"), Reason.REPEATED, "oddFooter"),
    "white text": odd(STYLES, '<color rgb="FF1B2430"/>', '<color rgb="FFFFFFFF"/>', "color"),
    "text in the colour of a fill": odd(STYLES, '<color rgb="FF1B2430"/>', '<color rgb="FFE5F4EC"/>', "color"),
    "tiny text": odd(STYLES, '<sz val="10.5"/>', '<sz val="1"/>', "sz"),
    "another face": odd(STYLES, '<name val="Noto Serif CJK SC"/>', '<name val="Wingdings"/>', "name"),
    "text struck out": odd(STYLES, "<font><b/>", "<font><b/><strike/>", "strike"),
    "unlocked cells": odd(STYLES, "</xf></cellXfs>", '<protection locked="0"/></xf></cellXfs>', "protection"),
    "turned text": odd(STYLES, 'wrapText="1"', 'wrapText="1" textRotation="90"', "alignment"),
    "a dark fill": odd(STYLES, '<fgColor rgb="FFE9EEF5"/>', '<fgColor rgb="FF1B2430"/>', "fgColor"),
}
