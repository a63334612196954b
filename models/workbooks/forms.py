"""The closed language of our workbooks, part by part: what ``write`` can emit, and nothing beside it.

Not named, and so not possible: formulas, hidden rows, columns or sheets, grouping, filters, comments, links, drawings,
conditional formats, validations, rich text, unlocked cells, turned text, number formats that scale or hide, colours
outside the palette, defined names other than the print titles.
"""

from collections.abc import Mapping
from typing import Final

from models.workbooks import layout
from models.workbooks.closed_language import Grammar, Shape
from models.workbooks.kinds import FORMS, Kind, SheetForm

_COUNT = "[0-9]{1,6}"
_ONE = "1"
_DECIMAL = r"[0-9]{1,4}(\.[0-9]{1,16})?"
_COLOURS = (
    layout.TEXT,
    layout.SECONDARY,
    layout.GREEN,
    layout.YELLOW,
    layout.RED,
    layout.LINE,
    layout.STRONG_LINE,
    layout.HEADER_FILL,
    layout.GROUP_FILL,
    layout.GREEN_WASH,
    layout.YELLOW_WASH,
    layout.RED_WASH,
)
_DARK = "|".join(f"FF{colour[1:]}" for colour in _COLOURS[:5])
_ANY = "|".join(f"FF{colour[1:]}" for colour in _COLOURS)
_LIGHT = "|".join(f"FF{colour[1:]}" for colour in _COLOURS[7:])
_NUMBER_FORMAT = r'#,##0(\.0{1,12})?_ |0\.00%_ |#,##0" 字节"_ |yyyy"年"m"月"d"日"( hh:mm)?'
_SIZES = "|".join(f"{size / 2:g}" for size in range(int(layout.SMALLEST_SIZE * 2), 45))
_LARGE_ENOUGH = r"(1[0-9]|[2-9][0-9]|[1-3][0-9]{2}|40[0-9]|[5-9])(\.[0-9]{1,3})?"  # row heights, 5 to 409 points
_PRINT_TITLES = "[^<&]{1,31}![$][0-9]{1,2}:[$][0-9]{1,2}"
_WIDE_ENOUGH = r"([3-9]|[1-9][0-9])(\.[0-9]{1,8})?"  # column widths in digits

# Text in a shared string as XlsxWriter and Excel write it: what looks like an escape is escaped itself.
STRING = r"(?:[^_]|_x005F_(?=x[0-9A-Fa-f]{4}_)|_(?!x[0-9A-Fa-f]{4}_))*"

WORKBOOK = Grammar(
    "xl/workbook.xml",
    "workbook",
    {
        "workbook": Shape(
            children=("fileVersion", "workbookPr", "bookViews", "sheets", "definedNames", "calcPr"),
        ),
        "fileVersion": Shape({"appName": "xl", "lastEdited": "[0-9]", "lowestEdited": "[0-9]", "rupBuild": _COUNT}),
        "workbookPr": Shape({"defaultThemeVersion": _COUNT}),
        "bookViews": Shape(children=("workbookView",)),
        "workbookView": Shape(dict.fromkeys(("xWindow", "yWindow", "windowWidth", "windowHeight"), _COUNT)),
        "sheets": Shape(children=("sheet",)),
        "sheet": Shape({"name!": "[^<&]{1,31}", "sheetId!": _ONE, "r:id!": "rId1"}),
        "definedNames": Shape(children=("definedName",)),
        "definedName": Shape(
            {"name!": "_xlnm.Print_Titles", "localSheetId!": "0"}, text="[^<&]{1,31}![$][0-9]{1,2}:[$][0-9]{1,2}"
        ),
        "calcPr": Shape({"calcId": _COUNT}),
    },
)

STRINGS = Grammar(
    "xl/sharedStrings.xml",
    "sst",
    {
        "sst": Shape({"count": _COUNT, "uniqueCount": _COUNT}, ("si*",)),
        "si": Shape(children=("t",)),
        "t": Shape({"xml:space": "preserve"}, text=STRING),
    },
)

_MARGINS = ("left", "right", "top", "bottom", "header", "footer")
_LINE = Shape({"style": "thin"}, ("color",))

STYLES = Grammar(
    "xl/styles.xml",
    "styleSheet",
    {
        "styleSheet": Shape(
            children=(
                "numFmts",
                "fonts",
                "fills",
                "borders",
                "cellStyleXfs",
                "cellXfs",
                "cellStyles",
                "dxfs",
                "tableStyles",
            )
        ),
        "numFmts": Shape({"count": _COUNT}, ("numFmt*",)),
        "numFmt": Shape({"numFmtId!": "[0-9]{3}", "formatCode!": _NUMBER_FORMAT}),
        "fonts": Shape({"count": _COUNT}, ("font*",)),
        "font": Shape(children=("b", "sz", "color", "name", "family", "charset", "scheme")),
        "b": Shape(),
        "sz": Shape({"val!": _SIZES}),
        "color": Shape({"rgb!": _ANY}),
        "name": Shape({"val!": layout.FONT}),
        "family": Shape({"val!": "[0-3]"}),
        "charset": Shape({"val!": "134"}),
        "scheme": Shape({"val!": "minor|major"}),
        "fills": Shape({"count": _COUNT}, ("fill*",)),
        "fill": Shape(children=("patternFill",)),
        "patternFill": Shape({"patternType!": "none|gray125|solid"}, ("fgColor", "bgColor")),
        "fgColor": Shape({"rgb!": _LIGHT}),
        "bgColor": Shape({"indexed!": "64"}),
        "borders": Shape({"count": _COUNT}, ("border*",)),
        "border": Shape(children=("left", "right", "top", "bottom", "diagonal")),
        "left": _LINE,
        "right": _LINE,
        "top": _LINE,
        "bottom": _LINE,
        "diagonal": Shape(),
        "cellStyleXfs": Shape({"count": _COUNT}, ("xf*",)),
        "cellXfs": Shape({"count": _COUNT}, ("xf*",)),
        "xf": Shape(
            {
                "numFmtId!": "[0-9]{1,3}",
                "fontId!": "[0-9]{1,3}",
                "fillId!": "[0-9]{1,3}",
                "borderId!": "[0-9]{1,3}",
                "xfId": "0",
                "applyNumberFormat": _ONE,
                "applyFont": _ONE,
                "applyFill": _ONE,
                "applyBorder": _ONE,
                "applyAlignment": _ONE,
            },
            ("alignment",),
        ),
        "alignment": Shape(
            {
                "horizontal": "left|center|right",
                "vertical": "center",
                "wrapText": _ONE,
                "shrinkToFit": _ONE,
                "indent": _ONE,
            }
        ),
        "cellStyles": Shape({"count": _ONE}, ("cellStyle",)),
        "cellStyle": Shape({"name": "Normal", "xfId": "0", "builtinId": "0"}),
        "dxfs": Shape({"count": "0"}),
        "tableStyles": Shape({"count": "0", "defaultTableStyle": "[A-Za-z0-9]+", "defaultPivotStyle": "[A-Za-z0-9]+"}),
    },
)
DARK_COLOURS = frozenset(_DARK.split("|"))


def _sheet_grammar(form: SheetForm) -> Grammar:
    last, below, areas = form.last_letter, form.header_row + 2, len(form.merged)
    turned = "portrait" if form.portrait else "landscape"
    frozen = () if form.portrait else ("pane", "selection*")
    return Grammar(
        "xl/worksheets/sheet1.xml",
        "worksheet",
        {
            "worksheet": Shape(
                children=(
                    "sheetPr",
                    "dimension",
                    "sheetViews",
                    "sheetFormatPr",
                    "cols",
                    "sheetData",
                    "sheetProtection",
                    "mergeCells",
                    "printOptions",
                    "pageMargins",
                    "pageSetup",
                    "headerFooter",
                    "rowBreaks",
                    "ignoredErrors",
                )
            ),
            "sheetPr": Shape(children=("pageSetUpPr",)),
            "pageSetUpPr": Shape({"fitToPage!": _ONE}),
            "dimension": Shape({"ref": f"A1:{last}[0-9]{{1,5}}"}),
            "sheetViews": Shape(children=("sheetView",)),
            "sheetView": Shape({"showGridLines": "0", "tabSelected": _ONE, "workbookViewId!": "0"}, frozen),
            "pane": Shape(
                {
                    "ySplit!": f"{below - 1}",
                    "topLeftCell!": f"A{below}",
                    "activePane!": "bottomLeft",
                    "state!": "frozen",
                }
            ),
            "selection": Shape({"pane": "bottomLeft"}),
            "sheetFormatPr": Shape({"defaultRowHeight!": _DECIMAL}),
            "cols": Shape(children=("col*",)),
            "col": Shape({"min!": "[0-9]{1,2}", "max!": "[0-9]{1,2}", "width!": _WIDE_ENOUGH, "customWidth": _ONE}),
            "sheetData": Shape(children=("row*",)),
            "row": Shape(
                {"r!": "[0-9]{1,5}", "spans": "[0-9]{1,2}:[0-9]{1,2}", "ht!": _LARGE_ENOUGH, "customHeight!": _ONE},
                ("c*",),
            ),
            "c": Shape({"r!": f"[A-{last}][0-9]{{1,5}}", "s!": "[0-9]{1,4}", "t": "s"}, ("v",)),
            "v": Shape(text=r"-?[0-9]{1,20}(\.[0-9]{1,20})?(E[+-][0-9]{1,2})?"),
            "sheetProtection": Shape({"sheet!": _ONE, "objects!": _ONE, "scenarios!": _ONE}),
            "mergeCells": Shape({"count": f"{areas}"}, ("mergeCell" if areas == 1 else "mergeCell*",)),
            "mergeCell": Shape({"ref!": "|".join(form.merged)}),
            "printOptions": Shape({"horizontalCentered": _ONE}),
            "pageMargins": Shape(
                {name + "!": _DECIMAL for name in ("left", "right", "top", "bottom", "header", "footer")}
            ),
            "pageSetup": Shape({"paperSize!": "9", "fitToHeight!": "0", "orientation!": turned}),
            "headerFooter": Shape(children=("oddHeader", "oddFooter")),
            "oddHeader": Shape(text=".{1,100}"),
            "oddFooter": Shape(text=".{1,300}"),
            "rowBreaks": Shape({"count": _COUNT, "manualBreakCount": _COUNT}, ("brk*",)),
            "brk": Shape({"id!": "[0-9]{1,5}", "max": "16383", "man": _ONE}),
            "ignoredErrors": Shape(children=("ignoredError",)),
            "ignoredError": Shape({"sqref!": f"A1:{last}[0-9]{{1,5}}", "numberStoredAsText!": _ONE}),
        },
    )


SHEETS: Final[Mapping[Kind, Grammar]] = {kind: _sheet_grammar(form) for kind, form in FORMS.items()}
