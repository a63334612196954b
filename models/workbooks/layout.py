"""The geometry and the look of the sheets, in one place: columns, fonts, colours, margins, and how tall a row must be.

Knows no XlsxWriter and no content. Widths are pixels at 100 % (96 a inch), heights and type sizes points.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

# A cell names one font; what stands in for it is up to the program that shows it. "SimSun" is 宋体 under the name that
# Chinese and other Windows, Office for Mac and WPS all resolve, and the one Chinese text face that fontconfig's own
# rules know as a serif: LibreOffice on Linux then takes Noto Serif CJK. Measured there: 仿宋, FangSong, 方正小标宋 and
# the Chinese spelling 宋体 all fall through to a sans serif, and 仿宋_GB2312 is gone from Windows since 7.
FONT = "SimSun"
FONT_CHARSET = 134  # GB2312: where SimSun is missing, Windows looks for a Chinese face, not for just any
FONT_FAMILY = 1  # Roman, i.e. with serifs

DEFAULT_SIZE = 11.0  # of the Normal style, by whose digits Excel measures column widths
DEFAULT_COLUMN = 72  # pixels of a column nobody set, in SimSun 11
DEFAULT_ROW = 18  # pixels

TITLE_SIZE = 22.0  # 二号, as GB/T 9704 has it for titles
HEAD_SIZE = 10.5  # 五号
TABLE_SIZE = 10.5
SMALL_SIZE = 9.0  # 小五号
SMALLEST_SIZE = 5.5  # 七号, the least that is legible at all

TEXT = "#1B2430"
SECONDARY = "#4A5563"
LINE = "#9AA6B5"
STRONG_LINE = "#5C6877"
HEADER_FILL = "#E9EEF5"
GROUP_FILL = "#F3F6FA"
GREEN, GREEN_WASH = "#19703F", "#E5F4EC"
YELLOW, YELLOW_WASH = "#855900", "#FFF3D6"
RED, RED_WASH = "#B42318", "#FDE9E7"

MARGIN_SIDE = 12 / 25.4  # inches
MARGIN_TOP = 15 / 25.4
MARGIN_BOTTOM = 17 / 25.4
MARGIN_FOOTER = 8 / 25.4
PAPER_A4 = 9
_PAGE_WIDTH, _PAGE_HEIGHT = 297 / 25.4 * 72, 210 / 25.4 * 72  # points, landscape

MAX_ROW_HEIGHT = 409.0  # Excel's
_LINE = 1.45  # Noto Serif CJK needs 1.44 times its size a line; SimSun 1.3
_ROW_PADDING = 6.0
_CELL_PADDING = 6.0  # points of a cell's width that text can't use, both sides together
_WRAP_RESERVE = 0.97  # printers and screens round widths differently
_PAGE_RESERVE = 0.95  # so that our page breaks come before the program's own
_STEP = 0.5

_NO_LINE_START = set("，。、；：？！）》」』】〕〉”’…—,.;:?!)]}%％")
_NO_LINE_END = set("（《「『【〔〈“‘([{")


@dataclass(frozen=True, slots=True)
class Style:
    """How one cell looks. Every cell is locked; colours are #RRGGBB or blank."""

    size: float = TABLE_SIZE
    bold: bool = False
    colour: str = TEXT
    fill: str = ""
    align: str = "left"
    wrap: bool = False
    shrink: bool = False
    border: str = ""  # colour of a thin line all around
    underline: bool = False  # a line below the cell, to write on
    number_format: str = ""

    def sized(self, size: float) -> "Style":
        """Return the same look in another type size."""
        return replace(self, size=size)

    def formatted(self, number_format: str) -> "Style":
        """Return the same look for a number."""
        return replace(self, number_format=number_format)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    heading: str
    width: int


@dataclass(slots=True)
class Flow:
    """Rows from top to bottom as they will be printed, and where pages end.

    ``keep`` marks a row that must not be the last on its page.
    """

    heights: list[float] = field(default_factory=list)
    keeps: list[bool] = field(default_factory=list)

    def add(self, height: float, *, keep: bool = False) -> None:
        """Append a row."""
        self.heights.append(height)
        self.keeps.append(keep)

    def breaks(self, *, first_page: float, page: float) -> list[int]:
        """Return the indices of the rows that begin a new page.

        Args:
            first_page: room for these rows on the first page, in points of the sheet.
            page: the same on every other page.
        """
        found: list[int] = []
        room, start = first_page, 0
        index = 0
        while index < len(self.heights):
            if self.heights[index] <= room or index == start:
                room -= self.heights[index]
                index += 1
                continue
            cut = index
            while cut - 1 > start and self.keeps[cut - 1]:
                cut -= 1
            if self.keeps[cut - 1]:
                cut = index  # everything on this page is to be kept with what follows: there is no better place
            found.append(cut)
            room, start, index = page, cut, cut
        return found


def page_room(widths: Sequence[int]) -> float:
    """Return how many points of rows a page holds when columns of these widths are fitted to its width."""
    scale = min(1.0, (_PAGE_WIDTH - 2 * MARGIN_SIDE * 72) / (sum(widths) * 0.75))
    scale = math.floor(scale * 100) / 100
    return (_PAGE_HEIGHT - (MARGIN_TOP + MARGIN_BOTTOM) * 72) / scale * _PAGE_RESERVE


def number_format(value: Decimal) -> str:
    """Return the format that shows each digit of a number, thousands parted.

    >>> number_format(Decimal("1000")), number_format(Decimal("0.25"))
    ('#,##0', '#,##0.00')
    """
    exponent = value.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def text_width(text: str) -> float:
    """Estimate the width of a line in ems, on the wide side: every face that may stand in must fit.

    Halves of SimSun are 0.5 em; DejaVu Serif, which LibreOffice takes for Latin in some set-ups, needs up to 0.65.
    """
    return sum(map(_advance, text))


def wrapped_lines(text: str, ems: float) -> int:
    """Count the lines of a text in a cell ``ems`` wide, with the usual rules for where a line may not begin or end."""
    return sum(_paragraph_lines(paragraph, ems) for paragraph in text.split("\n"))


def fitted_size(text: str, width: int, size: float) -> float:
    """Return the largest size up to ``size`` at which a single line fits ``width`` pixels."""
    room = (width * 0.75 - _CELL_PADDING) * _WRAP_RESERVE
    needed = text_width(text)
    if needed * size <= room:
        return size
    return max(SMALLEST_SIZE, math.floor(room / needed / _STEP) * _STEP)


def row_height(cells: Sequence[tuple[str, int, float]], *, least: float = 0.0) -> float:
    """Return the height that shows every cell whole; each is its text, its column's width and its type size."""
    tallest = least
    for text, width, size in cells:
        ems = (width * 0.75 - _CELL_PADDING) * _WRAP_RESERVE / size
        tallest = max(tallest, wrapped_lines(text, ems) * size * _LINE + _ROW_PADDING)
    return math.ceil(tallest * 4 / 3) * 0.75  # whole pixels, which is what Excel keeps


def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character == " ":
        return 0.5
    return 0.8 if character.isupper() or character in "@%&mwMW" else 0.65


def _paragraph_lines(text: str, ems: float) -> int:
    lines, used = 1, 0.0
    for piece in _pieces(text):
        width = text_width(piece)
        if used + width <= ems:
            used += width
            continue
        if width <= ems:
            lines, used = lines + (1 if used else 0), width
            continue
        for character in piece:  # longer than a line: broken anywhere
            advance = _advance(character)
            if used + advance > ems and used:
                lines, used = lines + 1, 0.0
            used += advance
    return lines


def _pieces(text: str) -> list[str]:
    """Cut a line where it may be broken: between ideographs and after blanks, not inside words or before a comma."""
    pieces: list[str] = []
    for character in text:
        joins = bool(pieces) and (
            character in _NO_LINE_START
            or pieces[-1][-1] in _NO_LINE_END
            or (_is_word(pieces[-1][-1]) and (_is_word(character) or character == " "))
        )
        if joins:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _is_word(character: str) -> bool:
    return unicodedata.east_asian_width(character) not in "WFA" and character != " "
