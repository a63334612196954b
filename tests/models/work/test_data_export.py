"""The user's data is the user's: everything in CSV and JSON, documented, with no secret in it and nothing that runs."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest

from models.core.periods import Period
from models.store.database import Workspace
from models.store.dump import LEFT_OUT, columns_of, dumped_rows, dumped_tables
from models.store.entries import record
from models.store.records import Field, FieldEdit
from models.work.data_export import export_csv, export_json
from models.work.sign_off import set_pin
from tests.models.work.received_example import reported, units

DOCUMENT = Path(__file__).parents[3] / "docs" / "data-export.md"
NASTY = '=cmd|"/c calc"!A1'


@pytest.fixture
def filled(small: Workspace, period: Period, at: datetime) -> Workspace:
    """Return a workspace with an entry whose text looks like a formula, a received return, and a PIN."""
    edit = FieldEdit(period=period, task_id="01-DDDDDD", field=Field.NARRATIVE, new=NASTY)
    record(small, [edit], operator="张三", at=at)
    reported(small, units(small, at, "甲县")["甲县"], period, at, amounts={"01-AAAAAA/1": "12.50"})
    return small


def test_every_table_is_written_or_left_out_on_purpose(filled: Workspace, tmp_path: Path) -> None:
    all_tables = {row[0] for row in filled.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert set(dumped_tables(filled)) | LEFT_OUT == all_tables
    written = export_csv(filled, tmp_path)
    assert {one.path.name for one in written} == {f"{name}.csv" for name in dumped_tables(filled)}


def test_csv_is_what_excel_opens_and_runs_nothing(filled: Workspace, tmp_path: Path) -> None:
    export_csv(filled, tmp_path)
    raw = (tmp_path / "entries.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
    with (tmp_path / "entries.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["narrative"] == f"'{NASTY}" and row["task_id"] == "01-DDDDDD"


def test_json_has_every_value_as_it_is_stored(filled: Workspace, tmp_path: Path) -> None:
    export_json(filled, tmp_path / "全部.json")
    whole = json.loads((tmp_path / "全部.json").read_text(encoding="utf-8"))
    assert whole["tables"]["entries"][0]["narrative"] == NASTY
    assert {row["amount"] for row in whole["tables"]["received_values"]} == {"12.5", None}
    for table in dumped_tables(filled):
        assert len(whole["tables"][table]) == len(list(dumped_rows(filled, table)))


def test_each_table_and_column_is_documented(filled: Workspace) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for table in dumped_tables(filled):
        _, _, section = text.partition(f"\n### {table}\n")
        section = section.partition("\n### ")[0]
        missing = [name for name in columns_of(filled, table) if f"`{name}`" not in section]
        assert section and not missing, f"docs/data-export.md does not say what {table} {missing} is"


def test_no_secret_leaves(filled: Workspace, tmp_path: Path, at: datetime) -> None:
    set_pin(filled, name="张三", old="", new="4711", salt=bytes(16), operator="张三", at=at)
    (kept,) = filled.row("SELECT kept FROM sign_off_pins")
    folder = tmp_path / "导出"
    folder.mkdir()
    export_json(filled, folder / "a.json")
    export_csv(filled, folder)
    assert not any(kept.encode() in path.read_bytes() for path in folder.iterdir())
