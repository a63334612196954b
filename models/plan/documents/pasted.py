"""Text that somebody pasted: cells copied out of a sheet, or prose.

Excel and WPS put cells on the clipboard as lines with tabs between them, and save them as text with tabs or commas; a
cell with a line break in it stands in quotes, whose own quotes are doubled. Merged cells come as one filled cell and
blank ones.

>>> read_cells('序号\\t工作任务\\n1\\t"开展""检查""\\n召开会议"').rows[1][1].text
'开展"检查"\\n召开会议'
"""

import csv
import io

from models.plan.documents.blocks import Document, Table

_LEAST_ROWS = 2
_LEAST_SHARE = 0.3  # of the lines that have words; a cell may have several
_LEAST_WIDTH = 3  # cells of a row that is parted by commas
_MOSTLY = 0.7  # of the rows that are so wide; a title is not
_MAX_FIELD = 100_000


def read_clipboard(text: str) -> Document:
    """Return a table if the text is one, with the lines before it; otherwise its lines."""
    lines = text.split("\n")
    if "\t" not in text and (table := _with_commas(text)):
        return Document((table,))
    with_tabs = sum(1 for line in lines if "\t" in line.strip())
    if with_tabs < _LEAST_ROWS or with_tabs < _LEAST_SHARE * sum(1 for line in lines if line.strip()):
        return Document(tuple(lines))
    return Document((read_cells(text),))


def _with_commas(text: str) -> Table | None:
    """Return the table of a text whose rows have the same number of commas; prose has Chinese ones, and any number."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text), strict=True) if any(cell.strip() for cell in row)]
    except csv.Error:
        return None
    width = max(map(len, rows), default=0)
    full = sum(1 for row in rows if len(row) == width)
    if width < _LEAST_WIDTH or full < _LEAST_ROWS or full < _MOSTLY * len(rows):
        return None
    return Table.of(rows, fills_down=True)


def read_cells(text: str) -> Table:
    """Read lines with tabs as a table; a quote that is never closed is an ordinary sign."""
    rows = list(csv.reader(io.StringIO(text), delimiter="\t", strict=False))
    if any(len(cell) > _MAX_FIELD for row in rows for cell in row) or _swallows(text, rows):
        rows = [line.split("\t") for line in text.split("\n")]
    return Table.of([row for row in rows if any(cell.strip() for cell in row)], fills_down=True)


def _swallows(text: str, rows: list[list[str]]) -> bool:
    """Tell whether an unclosed quote has taken the rest of the text into one cell."""
    return bool(rows) and any("\t" in cell or cell.count("\n") > 60 for row in rows for cell in row) and "\t" in text
