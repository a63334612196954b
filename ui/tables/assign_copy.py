"""Cells of 下达 as a text for Excel and WPS, alone or with the headings by which they find their place again."""

from collections.abc import Iterable

from models.core.numbers import plain
from models.work.grid_paste import TITLES, write_cells
from models.work.grid_rows import GridRow
from ui.tables.assign_grid import AssignGrid, target_words
from ui.tables.assign_sheet import AssignSheet


def copied(grid: AssignGrid, sheet: AssignSheet, cells: Iterable[tuple[int, int]], *, headings: bool) -> str:
    """Write cells as lines with tabs between them.

    Args:
        grid: the cells that are shown.
        sheet: for the sums beside them.
        cells: which ones, by row and column; their rows and columns are written whole.
        headings: also number, wording, target and sums of each row, and the units' names above.
    """
    chosen = list(cells)
    rows = sorted({row for row, _ in chosen})
    columns = sorted({column for _, column in chosen})
    lines = [[grid.written(row, column) for column in columns] for row in rows]
    if headings:
        lines = [[*_beside(grid.rows[row], sheet), *line] for row, line in zip(rows, lines, strict=True)]
        lines.insert(0, [*TITLES, *(grid.units[column].name for column in columns)])
    return write_cells(lines)


def _beside(row: GridRow, sheet: AssignSheet) -> list[str]:
    if row.indicator is None:
        return [row.number, row.text, "", "", ""]
    allocation = sheet.allocation(row.indicator)
    sums = [plain(allocation.assigned), plain(allocation.remainder)] if allocation else ["", ""]
    return [row.number, row.text, target_words(row.indicator), *sums]
