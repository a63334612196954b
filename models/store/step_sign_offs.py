"""A step of the workspace's shape: sign-offs, closed periods and evidence files. Independent of every other step.

- ``period_events`` is the trail of what is done to a period as a whole: signed off, closed by a final export, reopened
  for a correction. Only ever added to; what holds now follows from it.
- ``sign_off_demands`` says who must sign before a return is final; the latest row holds, the others are its history.
- ``evidence`` is what is attached now, ``evidence_history`` how that came about. The files themselves lie beside the
  workspace under their SHA-256 (models/work/evidence.py).
- ``sign_off_pins`` keeps for a name what a PIN must fit, never the PIN.
"""

import sqlite3
from typing import Final

_MOMENT: Final = (
    "at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]"
    "T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]')"
)
_OPERATOR: Final = "operator TEXT NOT NULL CHECK (length(operator) BETWEEN 1 AND 100)"
_FILE: Final = (
    "name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80), size INTEGER NOT NULL CHECK (size >= 0),"
    " sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')"
)
_PLACE: Final = "period TEXT NOT NULL REFERENCES periods (id), task_id TEXT NOT NULL REFERENCES tasks (id)"

_TABLES: Final = (
    f"CREATE TABLE period_events (seq INTEGER PRIMARY KEY, {_MOMENT}, {_OPERATOR},"
    " period TEXT NOT NULL REFERENCES periods (id), sequence INTEGER NOT NULL CHECK (sequence >= 1),"
    " event TEXT NOT NULL CHECK (event IN ('signed_off', 'closed', 'reopened')),"
    " role TEXT CHECK (role IN ('filler', 'reviewer', 'unit_head')),"
    " name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 100),"
    " check_code TEXT NOT NULL DEFAULT '' CHECK (length(check_code) <= 64),"
    " reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),"
    " CHECK ((event = 'signed_off') = (role IS NOT NULL)), CHECK ((event = 'signed_off') = (name <> '')),"
    " CHECK ((event = 'reopened') = (reason <> ''))) STRICT",
    "CREATE INDEX events_of_period ON period_events (period)",
    f"CREATE TABLE sign_off_demands (seq INTEGER PRIMARY KEY, {_MOMENT}, {_OPERATOR},"
    " reviewer INTEGER NOT NULL CHECK (reviewer IN (0, 1)),"
    " unit_head INTEGER NOT NULL CHECK (unit_head IN (0, 1))) STRICT",
    "CREATE TABLE sign_off_pins (name TEXT PRIMARY KEY NOT NULL CHECK (length(name) BETWEEN 1 AND 100),"
    " kept TEXT NOT NULL CHECK (length(kept) BETWEEN 1 AND 200),"
    " failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),"
    " failed_at TEXT NOT NULL DEFAULT '' CHECK (length(failed_at) <= 40)) STRICT",
    f"CREATE TABLE evidence (id INTEGER PRIMARY KEY, {_PLACE}, {_FILE}, UNIQUE (period, task_id, name)) STRICT",
    f"CREATE TABLE evidence_history (seq INTEGER PRIMARY KEY, {_MOMENT}, {_OPERATOR}, {_PLACE},"
    f" event TEXT NOT NULL CHECK (event IN ('attached', 'removed')), {_FILE}) STRICT",
    "CREATE INDEX evidence_history_of_task ON evidence_history (task_id, period)",
)
_APPEND_ONLY: Final = ("period_events", "sign_off_demands", "evidence_history")


def add_sign_offs_and_evidence(connection: sqlite3.Connection) -> None:
    """Add the tables, within the caller's transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
