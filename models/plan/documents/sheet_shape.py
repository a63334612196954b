"""What a sheet's markup says beside its cells: which are merged, and which rows and columns are hidden.

The markup is searched, not parsed: openpyxl has read the sheet as a stream, and these few elements stand alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from models.plan.documents.problems import OversizedDocument

MAX_CELLS = 60_000
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""",
)
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col(?=[\s/>])([^>]*)>")
_ATTRIBUTE = re.compile(rb"""(?<![\w:])(r|min|max|hidden|ht|width|customHeight)\s*=\s*["']([^"']{0,20})["']""")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c(\s[^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3}\d{1,7})["']""")
_IS_TEXT = re.compile(rb"""\st=["']str["']""")  # then nothing is what the formula gives
_TRUE = {b"1", b"true", b"on"}


@dataclass(frozen=True, slots=True)
class Shape:
    """Where merged cells begin, and what is hidden; rows and columns counted from 0.

    ``origins`` maps each merged cell to the first of its range; ``uncomputed`` names the cells with a formula that no
    program has worked out.
    """

    origins: dict[tuple[int, int], tuple[int, int]]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    uncomputed: tuple[str, ...] = ()


def read_shape(markup: bytes, height: int, width: int) -> Shape:
    """Read a sheet's markup; nothing is told of rows and columns behind ``height`` and ``width``.

    Raises:
        OversizedDocument: more cells are merged than any table of tasks has.
    """
    formulas = (
        place[1].decode("ascii")
        for match in _FORMULA.finditer(markup)
        if (place := _PLACE.search(match[1])) and not _IS_TEXT.search(match[1])
    )
    return Shape(
        _origins(markup, height, width),
        _hidden_rows(markup, height),
        _hidden_columns(markup, width),
        tuple(islice(formulas, MAX_CELLS)),
    )


def column_letters(index: int) -> str:
    """Name a column as sheets do.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters, number = "", index + 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _origins(markup: bytes, height: int, width: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each merged cell to the first of its range; ranges reach no farther than the words do."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for left, top, right, bottom in islice(_corners(markup), MAX_CELLS):
        for row in range(top, min(bottom + 1, height)):
            for column in range(left, min(right + 1, width)):
                origins[row, column] = (top, left)
        if len(origins) > MAX_CELLS:
            raise OversizedDocument("cells")
    return origins


def _corners(markup: bytes) -> Iterator[tuple[int, int, int, int]]:
    for match in _MERGED.finditer(markup):
        left, top, right, bottom = match.groups()
        yield _column(left), int(top) - 1, _column(right), int(bottom) - 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _hidden_rows(markup: bytes, height: int) -> frozenset[int]:
    hidden = set()
    row = -1
    for match in _ROW.finditer(markup):
        said = dict(_ATTRIBUTE.findall(match[1]))
        row = int(said[b"r"]) - 1 if said.get(b"r", b"").isdigit() else row + 1
        flat = said.get(b"ht") in {b"0", b"0.0"} and said.get(b"customHeight") in _TRUE
        if 0 <= row < height and (said.get(b"hidden") in _TRUE or flat):
            hidden.add(row)
    return frozenset(hidden)


def _hidden_columns(markup: bytes, width: int) -> frozenset[int]:
    hidden: set[int] = set()
    for match in _COLUMN.finditer(markup):
        said = dict(_ATTRIBUTE.findall(match[1]))
        first, last = said.get(b"min", b""), said.get(b"max", b"")
        flat = said.get(b"width") in {b"0", b"0.0"}
        if (said.get(b"hidden") in _TRUE or flat) and first.isdigit() and last.isdigit():
            hidden |= set(range(int(first) - 1, min(int(last), width)))
    return frozenset(hidden)
