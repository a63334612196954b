"""All of a workspace's data in files that anybody can read: one CSV a table, or one JSON of all.

CSV is UTF-8 with a byte order mark, as Excel and WPS want it, with CRLF line ends (RFC 4180). A text that a spreadsheet
would take for a formula gets an apostrophe in front, which is how spreadsheets themselves mark text; JSON has every
value exactly as it is stored.
"""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.core.safe_file import replace_file
from models.store.database import Workspace, workspace_info
from models.store.dump import Cell, columns_of, dumped_rows, dumped_tables
from models.store.migrations import schema_version

FORMAT: Final = 1
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """One file that was written, and how many rows it has."""

    table: str
    path: Path
    rows: int


def export_csv(workspace: Workspace, folder: Path) -> tuple[ExportedTable, ...]:
    """Write each table as ``<table>.csv`` into a folder, which must exist; files of these names are replaced.

    Raises:
        EnvironmentProblem: the machine refuses; no half file has a final name.
    """
    written = []
    for table in dumped_tables(workspace):
        rows = list(dumped_rows(workspace, table))
        path = folder / f"{table}.csv"
        replace_file(path, _csv(columns_of(workspace, table), rows))
        written.append(ExportedTable(table, path, len(rows)))
    return tuple(written)


def export_json(workspace: Workspace, path: Path) -> tuple[ExportedTable, ...]:
    """Write all tables as one JSON: ``{"format": 1, "schema": …, "tables": {name: [{column: value}]}}``.

    Raises:
        EnvironmentProblem: the machine refuses; there is no half file.
    """
    tables = {}
    for table in dumped_tables(workspace):
        names = columns_of(workspace, table)
        tables[table] = [dict(zip(names, row, strict=True)) for row in dumped_rows(workspace, table)]
    info = workspace_info(workspace)
    whole = {
        "format": FORMAT,
        "schema": schema_version(),
        "installation_id": info.installation_id,
        "tables": tables,
    }
    replace_file(path, json.dumps(whole, ensure_ascii=False, indent=1).encode())
    return tuple(ExportedTable(table, path, len(rows)) for table, rows in tables.items())


def _csv(names: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([plain_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def plain_cell(cell: Cell) -> Cell:
    """Mark a text that a spreadsheet would take for a formula as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
