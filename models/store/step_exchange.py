"""The step that lets a workspace work with other units: assign on, take in, review, roll up, and know what left.

- ``units`` becomes a directory; ``unit_weights`` are columns to distribute by (students, schools).
- ``duties`` and ``shares`` are the grid tasks by units as it stands; ``assignment_edits`` is its trail. What left is in
  ``assignments_issued``, what came from above in ``assignments_taken``.
- ``received_*`` hold the returns of subordinates with the very file that each came in; they are only ever added to, and
  what a person decided of them stands in ``reviews``. They name tasks without referring to them: a task may be gone.
- ``receipts_taken`` is what the superior said of the unit's own returns.
- ``outbox`` lists each file that left; ``outbox_events`` what became of it.
"""

import sqlite3
from typing import Final

_MOMENT_OF: Final = (
    "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]'"
)
_AMOUNT_OF: Final = (
    "length({0}) <= 40 AND {0} GLOB '[0-9]*' AND {0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '*.*.*'"
    " AND {0} NOT GLOB '0[0-9]*' AND {0} NOT GLOB '*.' AND {0} NOT GLOB '*.*0'"
)
_MOMENT: Final = f"at TEXT NOT NULL CHECK ({_MOMENT_OF.format('at')})"
_OPERATOR: Final = "operator TEXT NOT NULL CHECK (length(operator) BETWEEN 1 AND 100)"
_DAY: Final = "{0} TEXT {1}CHECK (date({0}, '+0 days') IS {0})"
_SUM: Final = "sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')"
_DIGEST: Final = "{0} TEXT NOT NULL CHECK (length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*')"
_FILE: Final = f"file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255), {_SUM}"
_CODE: Final = "check_code TEXT NOT NULL CHECK (length(check_code) BETWEEN 1 AND 64)"
_FINGERPRINT: Final = "fingerprint TEXT NOT NULL CHECK (length(fingerprint) BETWEEN 1 AND 128)"
_UNIT: Final = "unit_id INTEGER NOT NULL REFERENCES units (id)"
_PERIOD: Final = "period TEXT NOT NULL REFERENCES periods (id)"
_SEQUENCE: Final = "sequence INTEGER NOT NULL CHECK (sequence >= 1)"
_TASK: Final = "task_id TEXT NOT NULL CHECK (length(task_id) BETWEEN 1 AND 64)"
_STATUS: Final = "status TEXT CHECK (status IN ('not_started', 'in_progress', 'completed', 'behind', 'deferred'))"
_LIGHT: Final = "light TEXT NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'none'))"


def _text(name: str, limit: int) -> str:
    return f"{name} TEXT NOT NULL DEFAULT '' CHECK (length({name}) <= {limit})"


def _amount(name: str) -> str:
    return f"{name} TEXT CHECK ({_AMOUNT_OF.format(name)})"


_COLUMNS: Final = {
    "units": (
        _text("short_name", 20),
        _text("level", 20),
        _text("kind", 20),
        _text("contact", 100),
        "position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0)",
        # A unit without the program is given a blank form to fill in, beside its assignment.
        "has_program INTEGER NOT NULL DEFAULT 1 CHECK (has_program IN (0, 1))",
        f"retired_at TEXT CHECK ({_MOMENT_OF.format('retired_at')})",
    ),
    # What a unit that took an assignment knows besides: its own part in a task, and what its target is a share of.
    "tasks": ("own_duty TEXT CHECK (own_duty IN ('lead', 'support'))",),
    "indicators": (_amount("whole"),),
}

_TABLES: Final = (
    f"CREATE TABLE unit_weights (name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20), {_UNIT},"
    f" amount TEXT NOT NULL CHECK ({_AMOUNT_OF.format('amount')}), PRIMARY KEY (name, unit_id)) STRICT, WITHOUT ROWID",
    f"CREATE TABLE duties ({_UNIT}, task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,"
    " duty TEXT NOT NULL CHECK (duty IN ('lead', 'support')), PRIMARY KEY (unit_id, task_id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX duties_of_task ON duties (task_id)",
    f"CREATE TABLE shares ({_UNIT}, indicator_id TEXT NOT NULL REFERENCES indicators (id) ON DELETE CASCADE,"
    f" amount TEXT NOT NULL CHECK ({_AMOUNT_OF.format('amount')}),"
    " PRIMARY KEY (unit_id, indicator_id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX shares_of_indicator ON shares (indicator_id)",
    f"CREATE TABLE assignment_edits (seq INTEGER PRIMARY KEY, {_MOMENT}, {_OPERATOR}, {_UNIT}, {_TASK},"
    " indicator_id TEXT, old TEXT, new TEXT, CHECK (old IS NOT new)) STRICT",
    f"CREATE TABLE assignments_issued (id INTEGER PRIMARY KEY, {_UNIT}, plan_id TEXT NOT NULL,"
    f" version INTEGER NOT NULL CHECK (version >= 1), {_CODE}, {_FINGERPRINT}, {_FILE}, {_MOMENT}, {_OPERATOR},"
    " UNIQUE (unit_id, plan_id, version)) STRICT",
    f"CREATE TABLE assignments_taken (id INTEGER PRIMARY KEY, plan_id TEXT NOT NULL,"
    f" version INTEGER NOT NULL CHECK (version >= 1), {_CODE},"
    " superior_name TEXT NOT NULL CHECK (length(superior_name) BETWEEN 1 AND 100),"
    f" superior_code TEXT NOT NULL CHECK (length(superior_code) <= 64), {_DIGEST.format('signer')},"
    " period_kind TEXT NOT NULL CHECK (period_kind IN ('month', 'quarter', 'half', 'year')),"
    f" {_FILE}, {_MOMENT}, {_OPERATOR}, UNIQUE (superior_code, superior_name, plan_id, version)) STRICT",
    f"CREATE TABLE received_returns (id INTEGER PRIMARY KEY, {_UNIT}, {_PERIOD}, {_SEQUENCE},"
    " form TEXT NOT NULL CHECK (form IN ('signed', 'blank_form')), plan_id TEXT NOT NULL,"
    f" {_CODE}, supersedes TEXT NOT NULL, {_FILE}, signer TEXT NOT NULL CHECK (length(signer) IN (0, 64)),"
    f" fingerprint TEXT NOT NULL CHECK (length(fingerprint) <= 19),"
    f" signed_at TEXT CHECK ({_MOMENT_OF.format('signed_at')}), {_DAY.format('filled_on', 'NOT NULL ')},"
    f" {_text('filled_by', 100)}, {_text('phone', 100)}, {_MOMENT}, {_OPERATOR},"
    " CHECK ((form = 'signed') = (signer <> '')), UNIQUE (unit_id, period, sequence)) STRICT",
    "CREATE TABLE received_files (return_id INTEGER PRIMARY KEY REFERENCES received_returns (id),"
    " data BLOB NOT NULL) STRICT",
    f"CREATE TABLE received_entries (return_id INTEGER NOT NULL REFERENCES received_returns (id), {_TASK},"
    f" {_STATUS}, {_LIGHT}, {_text('narrative', 5000)}, {_text('problems', 5000)}, {_text('next_steps', 5000)},"
    f" {_text('remark', 5000)}, PRIMARY KEY (return_id, task_id)) STRICT, WITHOUT ROWID",
    f"CREATE TABLE received_values (return_id INTEGER NOT NULL REFERENCES received_returns (id), {_TASK},"
    f" indicator_id TEXT NOT NULL CHECK (length(indicator_id) BETWEEN 1 AND 64), {_amount('target')},"
    f" {_amount('amount')}, {_text('no_data_reason', 500)}, {_LIGHT},"
    " PRIMARY KEY (return_id, indicator_id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX values_of_indicator ON received_values (indicator_id)",
    f"CREATE TABLE received_evidence (return_id INTEGER NOT NULL REFERENCES received_returns (id), {_TASK},"
    f" name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80), size INTEGER NOT NULL CHECK (size >= 0), {_SUM},"
    " PRIMARY KEY (return_id, task_id, name)) STRICT, WITHOUT ROWID",
    # What was found beside the return each time it was collected: evidence may come later than the return.
    "CREATE TABLE evidence_checks (seq INTEGER PRIMARY KEY,"
    f" return_id INTEGER NOT NULL REFERENCES received_returns (id), {_TASK},"
    " name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),"
    f" fate TEXT NOT NULL CHECK (fate IN ('present', 'missing', 'altered')), {_MOMENT}) STRICT",
    "CREATE INDEX checks_of_return ON evidence_checks (return_id)",
    "CREATE TABLE reviews (seq INTEGER PRIMARY KEY, return_id INTEGER NOT NULL REFERENCES received_returns (id),"
    f" {_MOMENT}, {_OPERATOR}, act TEXT NOT NULL CHECK (act IN ('accepted', 'returned')),"
    f" {_text('comment', 1000)}, CHECK (act = 'accepted' OR comment <> '')) STRICT",
    "CREATE INDEX reviews_of_return ON reviews (return_id)",
    f"CREATE TABLE review_comments (review INTEGER NOT NULL REFERENCES reviews (seq), {_TASK},"
    " comment TEXT NOT NULL CHECK (length(comment) BETWEEN 1 AND 500),"
    " PRIMARY KEY (review, task_id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE receipts_issued (id INTEGER PRIMARY KEY, review INTEGER NOT NULL UNIQUE REFERENCES reviews (seq),"
    f" number INTEGER NOT NULL CHECK (number >= 1), {_CODE}, {_FINGERPRINT}, {_FILE}, {_MOMENT}, {_OPERATOR}) STRICT",
    f"CREATE TABLE receipts_taken (id INTEGER PRIMARY KEY, {_PERIOD}, {_SEQUENCE},"
    " number INTEGER NOT NULL CHECK (number >= 1), act TEXT NOT NULL CHECK (act IN ('accepted', 'returned')),"
    " return_check_code TEXT NOT NULL CHECK (length(return_check_code) BETWEEN 1 AND 64),"
    f" {_text('comment', 1000)}, {_text('reviewed_by', 100)}, {_DAY.format('reviewed_on', 'NOT NULL ')}, {_CODE},"
    f" {_DIGEST.format('signer')}, {_FILE}, {_MOMENT}, {_OPERATOR}, UNIQUE (period, sequence, number)) STRICT",
    f"CREATE TABLE receipt_comments (receipt_id INTEGER NOT NULL REFERENCES receipts_taken (id), {_TASK},"
    " comment TEXT NOT NULL CHECK (length(comment) BETWEEN 1 AND 500),"
    " PRIMARY KEY (receipt_id, task_id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE roll_up_methods (indicator_id TEXT PRIMARY KEY NOT NULL REFERENCES indicators (id) ON DELETE CASCADE,"
    " method TEXT NOT NULL CHECK (method IN ('sum', 'weighted', 'latest', 'by_hand')),"
    f" {_text('weight', 20)}, CHECK ((method = 'weighted') = (weight <> ''))) STRICT",
    # 销号: a task leaves the open list, or comes back to it.
    f"CREATE TABLE task_closures (seq INTEGER PRIMARY KEY, {_MOMENT}, {_OPERATOR}, {_TASK},"
    " act TEXT NOT NULL CHECK (act IN ('closed', 'reopened')), remark TEXT NOT NULL"
    " CHECK (length(remark) BETWEEN 1 AND 500)) STRICT",
    "CREATE INDEX closures_of_task ON task_closures (task_id)",
    "CREATE TABLE outbox (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK ("
    "kind IN ('assignment', 'blank_form', 'return', 'receipt', 'summary', 'bulletin')),"
    f" unit_id INTEGER REFERENCES units (id), period TEXT REFERENCES periods (id), {_text('label', 200)},"
    f" number INTEGER NOT NULL DEFAULT 1 CHECK (number >= 1), {_FILE}, path TEXT NOT NULL,"
    f" {_MOMENT}, {_OPERATOR}) STRICT",
    "CREATE TABLE outbox_events (seq INTEGER PRIMARY KEY, outbox_id INTEGER NOT NULL REFERENCES outbox (id),"
    f" {_MOMENT}, {_OPERATOR}, event TEXT NOT NULL CHECK ("
    "event IN ('written', 'handed_over', 'receipt_seen', 'withdrawn')),"
    f" how TEXT CHECK (how IN ('usb', 'mail', 'other')), {_text('detail', 500)},"
    " CHECK ((event = 'handed_over') = (how IS NOT NULL))) STRICT",
    "CREATE INDEX events_of_outbox ON outbox_events (outbox_id)",
)
_APPEND_ONLY: Final = (
    "assignment_edits",
    "assignments_issued",
    "assignments_taken",
    "received_returns",
    "received_files",
    "received_entries",
    "received_values",
    "received_evidence",
    "evidence_checks",
    "reviews",
    "review_comments",
    "receipts_issued",
    "receipts_taken",
    "receipt_comments",
    "task_closures",
    "outbox",
    "outbox_events",
)


def add_exchange(connection: sqlite3.Connection) -> None:
    """Add the columns and the tables, within the caller's transaction."""
    for table, columns in _COLUMNS.items():
        for column in columns:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for statement in _TABLES:
        connection.execute(statement)
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
