"""The raw reading of one of our workbooks: parts in, the cells of its one sheet out. Knows no form.

Each cell is text, a number or nothing, with the number format that it is shown in. Whatever the closed language
(``forms``) has no word for is refused, and so is a string that no cell shows.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from models.core.numbers import plain
from models.workbooks import forms
from models.workbooks.closed_language import NotOurForm, Reason, found, text_at
from models.workbooks.kinds import SheetForm

_WORKBOOK, _SHEET, _STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"
_STRINGS, _THEME, _RELATIONS = "xl/sharedStrings.xml", "xl/theme/theme1.xml", "xl/_rels/workbook.xml.rels"
_PARTS = frozenset({_WORKBOOK, _SHEET, _STRINGS, _STYLES, _THEME, _RELATIONS})
# A theme says which faces are seen and which colours; each that a release of this program has written, by its SHA-256.
THEMES = frozenset({"301c10fd140e667df214d5178e390e814b24aae46183b8522ee3a348b3851125"})
_BUILT_IN_FORMATS = {0: "General", 1: "0"}
_REFERENCE = re.compile("([A-Z])([1-9][0-9]{0,4})")
_ESCAPED = re.compile("_x005F_(?=x[0-9A-Fa-f]{4}_)")

Value = str | Decimal | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``format`` is its number format."""

    value: Value
    format: str


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet: its rows from the top, each with its cells by column from 0, their heights, the merged areas, what is
    printed at the top and at the foot of each page.
    """

    rows: tuple[Mapping[int, Cell], ...]
    heights: tuple[float, ...]
    merged: tuple[str, ...]
    header: str
    footer: str


def address(row: int, column: int) -> str:
    """Return a cell's address as Excel names it; both count from 0.

    >>> address(6, 3)
    'D7'
    """
    return f"{chr(ord('A') + column)}{row + 1}"


def read_cells(parts: Mapping[str, bytes], form: SheetForm) -> SheetCells:
    """Read the sheet of a package's parts, which is of this form. Those outside ``xl/`` say nothing and are ignored.

    Raises:
        NotOurForm: it is anything but what our writer emits.
    """
    odd = {name for name in parts if name.startswith("xl/")} ^ _PARTS
    if odd:
        raise NotOurForm(Reason.PARTS, min(odd))
    if hashlib.sha256(parts[_THEME]).hexdigest() not in THEMES:
        raise NotOurForm(Reason.MARKUP, _THEME)
    workbook = forms.WORKBOOK.parse(parts[_WORKBOOK])
    name = found(workbook, "sheets/sheet")[0].get("name", "") if found(workbook, "sheets/sheet") else ""
    if text_at(workbook, "definedNames/definedName") != form.print_titles_of(name):
        raise NotOurForm(Reason.MARKUP, f"{_WORKBOOK} definedName")
    if name != form.sheet_name:
        raise NotOurForm(Reason.FORM, "A1")
    strings = _read_strings(parts[_STRINGS])
    formats = _read_formats(parts[_STYLES])
    sheet = forms.SHEETS[form.kind].parse(parts[_SHEET])
    _require_whole(sheet, form)
    used: set[int] = set()
    rows, heights = [], []
    for index, row in enumerate(found(sheet, "sheetData/row")):
        if row.get("r") != str(index + 1):
            raise NotOurForm(Reason.ROWS, f"A{index + 1}")
        rows.append(_read_row(index, row, strings, formats, used))
        heights.append(float(row.get("ht", "")))
    if used != set(range(len(strings))):
        raise NotOurForm(Reason.MARKUP, _STRINGS)
    merged = tuple(area.get("ref", "") for area in found(sheet, "mergeCells/mergeCell"))
    header, footer = (text_at(sheet, f"headerFooter/{end}") for end in ("oddHeader", "oddFooter"))
    return SheetCells(tuple(rows), tuple(heights), merged, header, footer)


def _require_whole(sheet: etree._Element, form: SheetForm) -> None:
    """Require that what a sheet needs to be read as it is printed is there: the grammar only says what may be."""
    for path in ("sheetProtection", "mergeCells/mergeCell", "pageSetup", "sheetPr/pageSetUpPr", "sheetViews/sheetView"):
        if not found(sheet, path):
            raise NotOurForm(Reason.MARKUP, f"{_SHEET} {path}")
    columns = [(column.get("min"), column.get("max")) for column in found(sheet, "cols/col")]
    covered = [number for first, last in columns for number in range(int(first or 0), int(last or 0) + 1)]
    if covered != list(range(1, form.columns + 1)):
        raise NotOurForm(Reason.MARKUP, f"{_SHEET} cols")


def _read_row(
    index: int, row: etree._Element, strings: list[str], formats: list[str], used: set[int]
) -> Mapping[int, Cell]:
    cells: dict[int, Cell] = {}
    for element in row:
        match = _REFERENCE.fullmatch(element.get("r", ""))
        if not match or int(match[2]) != index + 1:
            raise NotOurForm(Reason.CELL, element.get("r", ""))
        column = ord(match[1]) - ord("A")
        style = int(element.get("s", ""))
        if column <= max(cells, default=-1) or style >= len(formats):
            raise NotOurForm(Reason.CELL, match[0])
        cells[column] = Cell(_read_value(element, strings, used), formats[style])
    return cells


def _read_value(element: etree._Element, strings: list[str], used: set[int]) -> Value:
    where, is_text = element.get("r", ""), element.get("t") == "s"
    if not len(element):
        if is_text:
            raise NotOurForm(Reason.CELL, where)
        return None
    literal = element[0].text or ""  # the grammar allows a <v> and nothing else
    if is_text:
        if not literal.isascii() or not literal.isdigit() or int(literal) >= len(strings):
            raise NotOurForm(Reason.CELL, where)
        used.add(int(literal))
        return strings[int(literal)]
    value = Decimal(plain(Decimal(literal)))
    if f"{value:.16G}" != literal:  # the one spelling that the writer gives a number
        raise NotOurForm(Reason.CELL, where)
    return value


def _read_strings(raw: bytes) -> list[str]:
    strings = []
    for element in found(forms.STRINGS.parse(raw), "si/t"):
        text = element.text or ""
        if not text or (text != text.strip()) != bool(element.attrib):
            raise NotOurForm(Reason.MARKUP, f"{_STRINGS} t")
        strings.append(_ESCAPED.sub("_", text))
    return strings


def _read_formats(raw: bytes) -> list[str]:
    """Return the number format of each cell style, having seen to it that all text is dark on light."""
    styles = forms.STYLES.parse(raw)
    for colour in found(styles, "fonts/font/color"):
        if colour.get("rgb") not in forms.DARK_COLOURS:
            raise NotOurForm(Reason.MARKUP, f"{_STYLES} color")
    fonts = found(styles, "fonts/font")
    if len(fonts) != len(found(styles, "fonts/font/color")) or len(fonts) != len(found(styles, "fonts/font/sz")):
        raise NotOurForm(Reason.MARKUP, f"{_STYLES} font")
    codes = dict(_BUILT_IN_FORMATS)
    for own in found(styles, "numFmts/numFmt"):
        codes[int(own.get("numFmtId", ""))] = own.get("formatCode", "")
    fills = found(styles, "fills/fill")
    formats = []
    for xf in found(styles, "cellXfs/xf"):
        number, font, fill = (int(xf.get(key, "")) for key in ("numFmtId", "fontId", "fillId"))
        # Fill 1 is the dotted grey that every workbook must have; nobody could read on it.
        if number not in codes or font >= len(fonts) or fill >= len(fills) or fill == 1:
            raise NotOurForm(Reason.MARKUP, f"{_STYLES} xf")
        formats.append(codes[number])
    return formats
