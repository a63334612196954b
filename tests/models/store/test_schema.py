"""The tables refuse what the words of the program don't know, whoever writes."""

import sqlite3
from enum import StrEnum
from pathlib import Path

import pytest

from models.core.periods import Period, PeriodKind, parse_period, periods_of_year
from models.core.vocabulary import Decision, Direction, Duty, Status, TaskKind
from models.store import entries
from models.store.database import Workspace
from models.store.migrations import shape_of
from models.store.pin_events import PinAct
from models.store.records import Field, PlanEvent
from models.store.signers import Act, How

INSERT_AMOUNT = (
    "INSERT INTO entry_values (period, task_id, indicator_id, amount) VALUES (?, '01-AAAAAA', '01-AAAAAA/1', ?)"
)
PLACES: list[tuple[str, str, type[StrEnum]]] = [
    ("tasks", "kind", TaskKind),
    ("indicators", "direction", Direction),
    ("entries", "status", Status),
    ("history", "field", Field),
    ("plan_changes", "event", PlanEvent),
    ("signer_events", "act", Act),
    ("signer_events", "how", How),
    ("pin_events", "event", PinAct),
    ("duties", "duty", Duty),
    ("assignments_taken", "period_kind", PeriodKind),
    ("receipts_taken", "act", Decision),
]


@pytest.mark.parametrize(("table", "column", "words"), PLACES)
def test_a_closed_set_of_words_is_spelled_alike_in_code_and_schema(
    workspace: Workspace, table: str, column: str, words: type[StrEnum]
) -> None:
    (sql,) = workspace.row("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    listed = sql.split(f"CHECK ({column} IN (")[1].split("))")[0]
    assert [word.strip(" '") for word in listed.split(",")] == [word.value for word in words]


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_period_has_a_place(workspace: Workspace, kind: PeriodKind) -> None:
    for period in periods_of_year(2021, kind):
        with workspace.transaction() as connection:
            connection.execute("INSERT INTO periods (id) VALUES (?) ON CONFLICT DO NOTHING", (period.id,))
        assert parse_period(period.id) == period


@pytest.mark.parametrize("text", ["", "2021-Q5", "2021-M00", "2021-M13", "2021-H3", "2021-Y2", "2021-Q1 ", "q"])
def test_no_other_text_is_a_period(workspace: Workspace, text: str) -> None:
    with pytest.raises(sqlite3.IntegrityError), workspace.transaction() as connection:
        connection.execute("INSERT INTO periods (id) VALUES (?)", (text,))


@pytest.mark.parametrize("amount", ["", ".5", "5.", "1.50", "01", "1e3", "-1", "1.2.3", "1,000", "NaN", " 1", "1" * 41])
def test_no_other_text_is_an_amount(workspace: Workspace, period: Period, amount: str) -> None:
    with pytest.raises(sqlite3.IntegrityError), workspace.transaction() as connection:
        connection.execute(INSERT_AMOUNT, (period.id, amount))


@pytest.mark.parametrize("amount", ["0", "0.5", "1000000", "123456789012345", "0.000000000001", "100"])
def test_a_plain_decimal_is_an_amount(workspace: Workspace, period: Period, amount: str) -> None:
    with workspace.transaction() as connection:
        connection.execute(INSERT_AMOUNT, (period.id, amount))


@pytest.mark.parametrize(
    "statement",
    [
        INSERT_AMOUNT.replace("1', ?)", "1', x'35')"),
        "INSERT INTO entry_values (period, task_id, indicator_id) VALUES (?, '01-AAAAAA', '01-AAAAAA/1')",
        "INSERT INTO entry_values (period, task_id, indicator_id, amount, no_data_reason)"
        " VALUES (?, '01-AAAAAA', '01-AAAAAA/1', '5', 'none')",
        "INSERT INTO entry_values (period, task_id, indicator_id, amount) VALUES (?, '01-BBBBBB', '01-AAAAAA/1', '5')",
        "INSERT INTO entries (period, task_id) VALUES (?, '99-ZZZZZZ')",
        "INSERT INTO entries (period, task_id, narrative) VALUES (?, '01-AAAAAA', hex(zeroblob(2501)))",
        "INSERT INTO history (at, operator, period, task_id, field, old, new)"
        " VALUES ('2021-04-06T09:30:00+08:00', 'a', ?, '01-AAAAAA', 'remark', 'x', 'x')",
        "INSERT INTO history (at, operator, period, task_id, field, new)"
        " VALUES ('2021-04-06', 'a', ?, '01-AAAAAA', 'remark', 'x')",
        "INSERT INTO history (at, operator, period, task_id, field, new)"
        " VALUES ('2021-04-06T09:30:00+08:00', 'a', ?, '01-AAAAAA', 'value', '5')",
    ],
)
def test_a_row_that_says_nothing_sensible_is_refused(workspace: Workspace, period: Period, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError), workspace.transaction() as connection:
        connection.execute(statement, (period.id,))


def test_reading_a_period_never_scans_what_grows(workspace: Workspace) -> None:
    growing = {"entries", "entry_values", "history"}
    questions = [
        (entries._SELECT_ENTRIES, ("2021-Q2",)),
        (entries._SELECT_VALUES, ("2021-Q2",)),
        (f"{entries._SELECT_ENTRIES} AND task_id = ?", ("2021-Q2", "x")),
        (entries._SELECT_VALUE, ("2021-Q2", "x", "y")),
        ("SELECT at FROM history WHERE task_id = ? AND period = ? ORDER BY seq DESC LIMIT 1", ("x", "2021-Q2")),
        ("SELECT seq FROM history WHERE task_id = ? ORDER BY seq DESC LIMIT 5", ("x",)),
    ]
    for sql, parameters in questions:
        plan = [row[3] for row in workspace.rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        assert not any(step.startswith(f"SCAN {table}") for step in plan for table in growing), (sql, plan)


def test_the_schema_is_sql_that_sqlite_alone_understands(tmp_path: Path) -> None:
    from models.store import migrations

    script = Path(migrations.__file__).with_name("schema.sql").read_text(encoding="utf-8")
    whole, by_statement = sqlite3.connect(":memory:"), sqlite3.connect(":memory:", isolation_level=None)
    whole.executescript(script)
    migrations.build_schema(by_statement, 1)
    assert shape_of(whole) == shape_of(by_statement)
    whole.close()
    by_statement.close()
