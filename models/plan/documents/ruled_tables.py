"""Tables on a page, known by their lines: the grid that the lines make, and the words in its cells.

A page has no tables, only lines and signs at places. Lines that cross make a grid; where a line is missing between two
cells of it, they are merged. Words that a cell's edge has broken are joined again: a line that leaves no room for one
more sign goes on in the next.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.plan.documents.blocks import Cell, Table

_NEAR = 3.0  # points; lines are drawn double, thick, and not quite to the corner
_MOST_LINES = 500  # in each direction; more are a drawing
_LEAST_CELL = 12.0  # points; narrower than a sign is no cell
_FEWEST = 2  # lines that tell where a table ends
_MOST_CELLS = 6000
_ROOM = 1.2  # signs; with less room behind it a line goes on in the next
_PADDING = 14.0  # points that a cell keeps free at its sides


@dataclass(frozen=True, slots=True)
class Line:
    """A line along one direction: ``at`` is where it stands across it, ``start`` and ``end`` where along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """A sign and the box it stands in; y grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """Its larger measure: that of a full sign."""
        return max(self.right - self.left, self.top - self.bottom)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells between lines: ``xs`` from the left, ``ys`` from the top;

    ``origins`` maps each cell to the first of those it is merged with.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    origins: dict[tuple[int, int], tuple[int, int]]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.ys[0]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the first cell of the merged ones at a place; None outside."""
        column = next((at for at, (a, b) in enumerate(pairwise(self.xs)) if a <= x < b), None)
        row = next((at for at, (a, b) in enumerate(pairwise(self.ys)) if b < y <= a), None)
        return None if column is None or row is None else self.origins[row, column]


def find_grids(horizontal: Iterable[Line], vertical: Iterable[Line]) -> list[Grid]:
    """Return the grids of at least two rows and columns, from the top of the page."""
    across, down = _merged(horizontal), _merged(vertical)
    if len(across) > _MOST_LINES or len(down) > _MOST_LINES:
        return []
    grids = []
    for rows, columns in _crossing(across, down):
        xs = _with_edges(_places(columns), rows)
        ys = _with_edges(_places(rows), columns)[::-1]
        if len(xs) > 2 and len(ys) > 2 and len(xs) * len(ys) <= _MOST_CELLS:
            grids.append(Grid(tuple(xs), tuple(ys), _origins(xs, ys, rows, columns)))
    return sorted(grids, key=lambda grid: -grid.top)


def table_of(grid: Grid, glyphs: Iterable[Glyph]) -> Table:
    """Return a grid with the words in its cells."""
    inside: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        cell = grid.cell_at((glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2)
        if cell is not None:
            inside[cell].append(glyph)
    right_of: dict[tuple[int, int], int] = {}
    for (_, column), origin in grid.origins.items():
        right_of[origin] = max(right_of.get(origin, 0), column + 1)
    texts = {origin: _text(inside[origin], grid.xs[right] - grid.xs[origin[1]]) for origin, right in right_of.items()}
    height, width = len(grid.ys) - 1, len(grid.xs) - 1
    return Table(
        tuple(tuple(Cell(texts[grid.origins[r, c]], grid.origins[r, c]) for c in range(width)) for r in range(height))
    )


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Put signs into lines from the top, each from the left."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: -(each.top + each.bottom)):
        middle = (glyph.top + glyph.bottom) / 2
        first = lines[-1][0] if lines else None
        if first and (first.top + first.bottom) / 2 - middle < (first.top - first.bottom) / 2:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [sorted(line, key=lambda each: each.left) for line in lines]


def words_of(line: Sequence[Glyph]) -> str:
    """Return the text of a line; a gap wider than a sign is a blank, between Latin words half of that."""
    text = ""
    for before, glyph in zip([None, *line], line, strict=False):
        if before is not None:
            gap = glyph.left - before.right
            latin = before.text.isascii() and glyph.text.isascii()
            if gap > glyph.size * (0.25 if latin and not before.text.isdigit() else 1.5):
                text += " "
        text += glyph.text
    return text


def _text(glyphs: Iterable[Glyph], width: float) -> str:
    text = ""
    full = False
    for line in lines_of(glyphs):
        words = words_of(line)
        text += words if full or not text else f"\n{words}"
        room = width - (line[-1].right - line[0].left) - _PADDING
        full = room < _ROOM * max(glyph.size for glyph in line)
    return text


def _merged(lines: Iterable[Line]) -> list[Line]:
    """Join the lines that lie on one another or go on one another."""
    merged: list[Line] = []
    for group in _near(sorted(lines, key=lambda line: line.at)):
        at = sum(line.at for line in group) / len(group)
        start, end = None, 0.0
        for line in sorted(group, key=lambda each: each.start):
            if start is None:
                start, end = line.start, line.end
            elif line.start <= end + _NEAR:
                end = max(end, line.end)
            else:
                merged.append(Line(at, start, end))
                start, end = line.start, line.end
        if start is not None:
            merged.append(Line(at, start, end))
    return merged


def _near(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and line.at - group[0].at > _NEAR:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _crossing(across: Sequence[Line], down: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Part the lines into groups that hang together by crossings."""
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for a, row in enumerate(across):
        for b, column in enumerate(down):
            if _reaches(row, column.at) and _reaches(column, row.at):
                parent[root(a)] = root(len(across) + b)
    groups: dict[int, tuple[list[Line], list[Line]]] = defaultdict(lambda: ([], []))
    for a, row in enumerate(across):
        groups[root(a)][0].append(row)
    for b, column in enumerate(down):
        groups[root(len(across) + b)][1].append(column)
    return list(groups.values())


def _reaches(line: Line, place: float) -> bool:
    return line.start - _NEAR <= place <= line.end + _NEAR


def _places(lines: Iterable[Line]) -> list[float]:
    """Return where lines stand, those that are near one another once."""
    return [group[0].at for group in _near(sorted(lines, key=lambda line: line.at))]


def _with_edges(places: list[float], across: Sequence[Line]) -> list[float]:
    """Add the edges of a table that is open at its sides: as far as the lines across reach."""
    if len(places) < 1 or len(across) < _FEWEST:
        return places
    first, last = min(line.start for line in across), max(line.end for line in across)
    before = [first] if places[0] - first > _LEAST_CELL else []
    behind = [last] if last - places[-1] > _LEAST_CELL else []
    return [*before, *places, *behind]


def _origins(
    xs: Sequence[float], ys: Sequence[float], rows: Sequence[Line], columns: Sequence[Line]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each cell to the first of those it is merged with: no line stands between them."""
    width, height = len(xs) - 1, len(ys) - 1
    origins = {(r, c): (r, c) for r in range(height) for c in range(width)}

    def join(one: tuple[int, int], other: tuple[int, int]) -> None:
        first, second = sorted((origins[one], origins[other]))
        if first != second:
            for place, origin in origins.items():
                if origin == second:
                    origins[place] = first

    for r in range(height):
        middle = (ys[r] + ys[r + 1]) / 2
        for c in range(width):
            centre = (xs[c] + xs[c + 1]) / 2
            if c + 1 < width and not _has_line(columns, xs[c + 1], middle):
                join((r, c), (r, c + 1))
            if r + 1 < height and not _has_line(rows, ys[r + 1], centre):
                join((r, c), (r + 1, c))
    return origins


def _has_line(lines: Iterable[Line], at: float, place: float) -> bool:
    return any(abs(line.at - at) <= _NEAR and line.start <= place <= line.end for line in lines)
