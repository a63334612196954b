"""The geometry and the look of the sheets, in one place: columns, fonts, colours, margins, and how tall a row must be.

Knows no XlsxWriter and no content. Widths are pixels at 100 % (96 a inch), heights and type sizes points.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

# A cell names one font and may point to the theme, which names one for each script. Excel goes by the theme: 仿宋 for
# the table and 宋体 for the title, as GB/T 9704 has it, both in each Chinese Windows. LibreOffice goes by the name, and
# of all names only that of the font itself gives an even text there: measured on Linux, SimSun mixes DejaVu Serif with
# a sans serif, and 仿宋, 宋体, FangSong and 方正小标宋 become sans serif altogether. What knows neither falls back by
# charset: missing Chinese faces are shown as 宋体 by Windows and by WPS.
FONT = "Noto Serif CJK SC"
FONT_CHARSET = 134  # GB2312
FONT_FAMILY = 1  # Roman, i.e. with serifs
THEME_TABLE = ("minor", "FangSong", "仿宋")  # scheme, face for Latin, face for Chinese
THEME_TITLE = ("major", "SimSun", "宋体")

DEFAULT_SIZE = 11.0  # of the Normal style (the title's face), by whose digits column widths are measured
DEFAULT_COLUMN = 72  # pixels of a column nobody set, in 宋体 11
DEFAULT_ROW = 18  # pixels

WINDOW = (1340, 690)  # pixels; the columns of a sheet and Excel's own frame, on a screen of 1366 by 768

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

MARGIN_SIDE = 0.472  # inches, i.e. 12 mm
MARGIN_TOP = 0.591  # 15 mm
MARGIN_BOTTOM = 0.669  # 17 mm
MARGIN_FOOTER = 0.315  # 8 mm
MARGIN_TOP_MARKED = 0.906  # 23 mm: room for the mark at the top of each page of a draft
MARGIN_HEADER = 0.236  # 6 mm
MARK_SIZE = 28  # points
PAPER_A4 = 9
_LONG_EDGE, _SHORT_EDGE = 297 / 25.4 * 72, 210 / 25.4 * 72  # points

DAY_FORMAT = 'yyyy"年"m"月"d"日"'
MOMENT_FORMAT = DAY_FORMAT + " hh:mm"

MAX_ROW_HEIGHT = 408.75  # Excel's is 409; this is whole pixels
_LINE = 1.45  # Noto Serif CJK needs 1.44 times its size a line; SimSun 1.3
_ROW_PADDING = 6.0
_CELL_PADDING = 4.5  # points of a cell's width that text can't use, both sides together
_INDENT = 9.0  # points that one step of indentation takes
_WRAP_RESERVE = 0.98  # printers and screens round widths differently
_PAGE_RESERVE = 0.97  # so that our page breaks come before the program's own
_STEP = 0.5
_DIGIT = 0.58  # ems that a digit takes; 0.5 in 仿宋, 0.56 in Noto Serif

_DAY_ZERO = date(1899, 12, 30)  # Excel's day 0, given that it takes 1900 for a leap year
_MINUTES = Decimal(24 * 60)  # of a day
_MOMENT_STEP = Decimal("1E-10")
_FIRST_DAY, _LAST_DAY = 61, 2_958_465  # 1 March 1900 to 31 December 9999

_NO_LINE_START = set("，。、；：？！）》」』】〕〉”’…—,.;:?!)]}%％")
_NO_LINE_END = set("（《「『【〔〈“‘([{")


@dataclass(frozen=True, slots=True)
class Style:
    """How one cell looks. Every cell is locked; colours are #RRGGBB or blank."""

    size: float = TABLE_SIZE
    title: bool = False  # in the title's face
    bold: bool = False
    colour: str = TEXT
    fill: str = ""
    align: str = "left"
    indent: bool = False
    wrap: bool = False
    shrink: bool = False
    valign: str = "vcenter"
    lines: str = ""  # on which sides a thin line runs: of the letters l, r, t, b
    line_colour: str = LINE
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


@dataclass(frozen=True, slots=True)
class Line:
    """A label below the table and the line to write on: their row in the foot, the label's column, the line's first
    column and its last.
    """

    label: str
    row: int
    label_column: int
    column: int
    last: int


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

    def keep_last(self) -> None:
        """Keep the last row, if there is one, on the page of what comes next."""
        if self.keeps:
            self.keeps[-1] = True

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


def page_room(widths: Sequence[int], *, top: float = MARGIN_TOP, portrait: bool = False) -> float:
    """Return how many points of rows a page holds when columns of these widths are fitted to its width.

    Args:
        widths: of the columns, in pixels.
        top: the page's upper margin, in inches.
        portrait: whether the page stands upright.
    """
    width, height = (_SHORT_EDGE, _LONG_EDGE) if portrait else (_LONG_EDGE, _SHORT_EDGE)
    scale = min(1.0, (width - 2 * MARGIN_SIDE * 72) / (sum(widths) * 0.75))
    scale = math.floor(scale * 100) / 100
    return (height - (top + MARGIN_BOTTOM) * 72) / scale * _PAGE_RESERVE


def number_format(value: Decimal) -> str:
    """Return the format that shows each digit of a number, thousands parted, and a blank before the cell's edge.

    It is what Chinese Excel itself offers under 数值. An indentation would do as well, but LibreOffice 7.4 forgets it.

    >>> number_format(Decimal("1000")), number_format(Decimal("0.25"))
    ('#,##0_ ', '#,##0.00_ ')
    """
    exponent = value.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return "#,##0" + (f".{'0' * decimals}" if decimals else "") + "_ "


def day_number(day: date) -> Decimal:
    """Return the number that a cell holds for a day, from 1 March 1900 on.

    >>> day_number(date(2021, 6, 24))
    Decimal('44371')
    """
    return Decimal((day - _DAY_ZERO).days)


def day_of_number(number: Decimal) -> date | None:
    """Return the day that a number in a cell stands for, or None where it stands for none."""
    if number != int(number) or not _FIRST_DAY <= number <= _LAST_DAY:
        return None
    return _DAY_ZERO + timedelta(days=int(number))


def moment_number(moment: datetime) -> Decimal:
    """Return the number that a cell holds for a moment, to the minute; ten decimals tell every minute apart.

    >>> moment_number(datetime(2021, 6, 24, 12))
    Decimal('44371.5')
    """
    part = (Decimal(moment.hour * 60 + moment.minute) / _MINUTES).quantize(_MOMENT_STEP)
    return (day_number(moment.date()) + part).normalize()


def moment_of_number(number: Decimal) -> datetime | None:
    """Return the moment that a number in a cell stands for, or None where it is not the number of a minute."""
    day = day_of_number(Decimal(int(number)))
    if day is None:
        return None
    minutes = int(((number - int(number)) * _MINUTES).to_integral_value(ROUND_HALF_UP))
    moment = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return moment if moment_number(moment) == number else None


def text_width(text: str) -> float:
    """Estimate the width of a line in ems, on the wide side: every face that may stand in must fit.

    Latin takes 0.5 em in 仿宋 and 宋体, a little more in Noto Serif, and up to 0.65 where a program mixes in another.
    """
    return sum(map(_advance, text))


def wrapped_lines(text: str, ems: float) -> int:
    """Count the lines of a text in a cell ``ems`` wide, with the usual rules for where a line may not begin or end."""
    return sum(_paragraph_lines(paragraph, ems) for paragraph in text.split("\n"))


def fitted_size(text: str, width: int, size: float) -> float:
    """Return the largest size up to ``size`` at which a single line fits ``width`` pixels.

    Raises:
        ValueError: no legible size is small enough.
    """
    needed = text_width(text)
    room = _line_room(width)
    if needed * size <= room:
        return size
    fitting = math.floor(room / needed / _STEP) * _STEP
    if fitting < SMALLEST_SIZE:
        raise ValueError("too long for its place")
    return fitting


def longest_line(width: int) -> int:
    """Return how many full-width characters a single line of ``width`` pixels can hold at all."""
    return int(_line_room(width) / SMALLEST_SIZE)


def _line_room(width: int) -> float:
    return (width * 0.75 - _CELL_PADDING) * _WRAP_RESERVE


def number_width(value: Decimal, style: Style) -> int:
    """Return the pixels that a column needs to show a number whole."""
    text = f"{value:.2%}" if "%" in style.number_format else f"{value:,f}"
    blank = 0.5  # ems; the one that the format puts behind
    return math.ceil(((len(text) * _DIGIT + blank) * style.size + _CELL_PADDING) / 0.75)


def fitted_number(value: Decimal, width: int, style: Style) -> Style:
    """Return the look in which a number shows whole: smaller where it is long.

    What is too long even so is left to the program's own shrinking.
    """
    while number_width(value, style) > width and style.size > SMALLEST_SIZE:
        style = style.sized(style.size - _STEP)
    return style


def fitted_cell(text: str, width: int, style: Style) -> tuple[Style, float]:
    """Return the look, smaller if need be, and the height in which a wrapped text shows whole within Excel's limit.

    Raises:
        ValueError: no legible size is small enough.
    """
    room = (width * 0.75 - _CELL_PADDING - (_INDENT if style.indent else 0)) * _WRAP_RESERVE
    size = style.size
    while size >= SMALLEST_SIZE:
        height = wrapped_lines(text, room / size) * size * _LINE + _ROW_PADDING
        if height <= MAX_ROW_HEIGHT:
            return style if size == style.size else style.sized(size), math.ceil(
                height * 4 / 3
            ) * 0.75  # whole pixels, which is what Excel keeps
        size -= _STEP
    raise ValueError("too many lines for one row")


def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character == " ":
        return 0.5
    return 0.8 if character.isupper() or character in "@%&mwMW" else 0.65


def _paragraph_lines(text: str, ems: float) -> int:
    if text_width(text) <= ems:
        return 1
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
    last = ""
    last_is_word = False
    for character in text:
        is_word = character != " " and unicodedata.east_asian_width(character) not in "WFA"
        joins = character in _NO_LINE_START or last in _NO_LINE_END or (last_is_word and (is_word or character == " "))
        if joins and pieces:
            pieces[-1] += character
        else:
            pieces.append(character)
        last, last_is_word = character, is_word
    return pieces
