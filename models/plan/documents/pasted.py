"""Text that somebody pasted: cells copied out of a sheet, or prose.

Excel and WPS put cells on the clipboard as lines with tabs between them; a cell with a line break in it stands in
quotes, whose own quotes are doubled. Merged cells come as one filled cell and blank ones.

>>> read_cells('序号\\t工作任务\\n1\\t"开展""检查""\\n召开会议"').rows[1][1].text
'开展"检查"\\n召开会议'
"""

import csv
import io

from models.plan.documents.blocks import Document, Table

_LEAST_ROWS = 2
_LEAST_SHARE = 0.3  # of the lines that have words; a cell may have several
_MAX_FIELD = 100_000


def read_clipboard(text: str) -> Document:
    """Return a table if the text is one, with the lines before it; otherwise its lines."""
    lines = text.split("\n")
    with_tabs = sum(1 for line in lines if "\t" in line.strip())
    if with_tabs < _LEAST_ROWS or with_tabs < _LEAST_SHARE * sum(1 for line in lines if line.strip()):
        return Document(tuple(lines))
    return Document((read_cells(text),))


def read_cells(text: str) -> Table:
    """Read lines with tabs as a table; a quote that is never closed is an ordinary sign."""
    rows = list(csv.reader(io.StringIO(text), delimiter="\t", strict=False))
    if any(len(cell) > _MAX_FIELD for row in rows for cell in row) or _swallows(text, rows):
        rows = [line.split("\t") for line in text.split("\n")]
    return Table.of([row for row in rows if any(cell.strip() for cell in row)], fills_down=True)


def _swallows(text: str, rows: list[list[str]]) -> bool:
    """Tell whether an unclosed quote has taken the rest of the text into one cell."""
    return bool(rows) and any("\t" in cell or cell.count("\n") > 60 for row in rows for cell in row) and "\t" in text
