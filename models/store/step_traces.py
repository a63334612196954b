"""A step of the workspace's shape: what was done to people's PINs, and which evidence each final return lists.

- ``pin_events`` is the trail of the PINs: set, changed, taken away by who knew it; reset, with a reason, by somebody
  who didn't. Only ever added to, and never a PIN in it.
- ``export_evidence`` tells which kept files a return that went out lists, so that these are never cleaned away. Of
  returns from before, every file that was ever attached in their period counts as listed.
"""

import sqlite3
from typing import Final

_TABLES: Final = (
    "CREATE TABLE pin_events (seq INTEGER PRIMARY KEY,"
    " at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]"
    "T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]'),"
    " operator TEXT NOT NULL CHECK (length(operator) BETWEEN 1 AND 100),"
    " name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),"
    " event TEXT NOT NULL CHECK (event IN ('set', 'changed', 'removed', 'reset')),"
    " reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),"
    " CHECK ((event = 'reset') = (reason <> ''))) STRICT",
    "CREATE TABLE export_evidence (period TEXT NOT NULL, sequence INTEGER NOT NULL,"
    " sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),"
    " PRIMARY KEY (period, sequence, sha256),"
    " FOREIGN KEY (period, sequence) REFERENCES exports (period, sequence)) STRICT, WITHOUT ROWID",
    "INSERT INTO export_evidence (period, sequence, sha256) SELECT DISTINCT e.period, e.sequence, h.sha256"
    " FROM exports AS e JOIN evidence_history AS h ON h.period = e.period",
)
_APPEND_ONLY: Final = ("pin_events", "export_evidence")


def add_traces(connection: sqlite3.Connection) -> None:
    """Add the tables, within the caller's transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
