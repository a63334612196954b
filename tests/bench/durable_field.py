"""One typed field made durable, with its history: against a commit of the same bytes by SQLite alone, as durable."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import cycle
from pathlib import Path

from measure import Pair
from workspace import AT, NARRATIVE, PERIOD, make_workspace

from models.store.entries import Field, FieldEdit, record
from models.store.plans import tasks

TEXTS = (NARRATIVE, NARRATIVE + "下一步继续加强督查。")


@contextmanager
def durable_field(folder: Path) -> Iterator[Pair]:
    """Change the same text to and fro; the reference writes the new text, and a row with the old and the new."""
    with make_workspace(folder / "field.yaodian") as workspace, closing(_plain(folder / "plain.sqlite")) as plain:
        task = tasks(workspace)[0].id
        ours, reference = cycle(reversed(TEXTS)), cycle(reversed(TEXTS))

        def record_field() -> None:
            edit = FieldEdit(period=PERIOD, task_id=task, field=Field.NARRATIVE, new=next(ours))
            assert record(workspace, [edit], operator="张三", at=AT).changes.entries

        def commit() -> None:
            new = next(reference)
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("UPDATE entry SET narrative = ? WHERE task = ?", (new, task))
            plain.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?)", (AT.isoformat(), "张三", task, NARRATIVE, new))
            plain.execute("COMMIT")

        plain.execute("INSERT INTO entry VALUES (?, ?)", (task, NARRATIVE))
        yield Pair(
            ours=record_field,
            reference=commit,
            reference_name="sqlite3, WAL, synchronous FULL, the same bytes",
            rounds=300,
        )


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE entry (task TEXT PRIMARY KEY, narrative TEXT)")
    connection.execute("CREATE TABLE history (at TEXT, operator TEXT, task TEXT, old TEXT, new TEXT)")
    return connection
