"""The list of returns that were written out."""

import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind
from models.store.database import Workspace
from models.store.exports import ExportRecord, add_export, exported_evidence, exports, last_export, next_sequence
from models.store.migrations import STEPS, build_schema
from models.store.step_traces import add_traces


@pytest.fixture
def first(period: Period, at: datetime) -> ExportRecord:
    """Return the first return of the period."""
    return ExportRecord(
        period=period,
        sequence=1,
        check_code="4F7K-9QXM-2RTC",
        fingerprint="K7QM 2XHD 9PTA VW4E",
        file_name="某县教育局_2021年第二季度_1.xlsx",
        sha256="0" * 64,
        at=at,
        operator="张三",
    )


def test_returns_are_counted_within_their_period(workspace: Workspace, period: Period, first: ExportRecord) -> None:
    assert next_sequence(workspace, period) == 1
    assert last_export(workspace, period) is None
    assert add_export(workspace, first) == Changes(exports=True)
    second = replace(first, sequence=2, check_code="AAAA-AAAA-AAAA")
    add_export(workspace, second)
    assert exports(workspace) == (second, first)
    assert last_export(workspace, period) == second
    assert next_sequence(workspace, period) == 3
    assert next_sequence(workspace, Period(2021, PeriodKind.QUARTER, 3)) == 1


def test_one_number_is_given_once(workspace: Workspace, first: ExportRecord) -> None:
    add_export(workspace, first)
    with pytest.raises(sqlite3.IntegrityError):
        add_export(workspace, replace(first, check_code="AAAA-AAAA-AAAA"))
    assert exports(workspace) == (first,)


@pytest.mark.parametrize("statement", ["UPDATE exports SET sha256 = sha256", "DELETE FROM exports"])
def test_what_was_handed_out_stays_on_the_list(workspace: Workspace, first: ExportRecord, statement: str) -> None:
    add_export(workspace, first)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), workspace.transaction() as connection:
        connection.execute(statement)


def test_it_is_kept_which_evidence_a_return_lists(workspace: Workspace, first: ExportRecord) -> None:
    assert exported_evidence(workspace) == frozenset()
    add_export(workspace, first, evidence=["ab" * 32, "cd" * 32, "ab" * 32])
    add_export(workspace, replace(first, sequence=2), evidence=["cd" * 32])
    assert exported_evidence(workspace) == {"ab" * 32, "cd" * 32}
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), workspace.transaction() as connection:
        connection.execute("DELETE FROM export_evidence")


def test_a_return_from_before_counts_all_that_was_ever_attached(tmp_path: Path, first: ExportRecord) -> None:
    """In the version before nobody wrote down what a return lists."""
    before = STEPS[: STEPS.index(add_traces)]
    connection = sqlite3.connect(tmp_path / "以前.yaodian", isolation_level=None)
    build_schema(connection, 1 + len(before), before)
    moment = "2021-04-06T09:30:00+08:00"
    for period, sequence in (("2021-Q1", 1), ("2021-Q1", 2)):
        connection.execute("INSERT INTO periods (id) VALUES (?) ON CONFLICT DO NOTHING", (period,))
        connection.execute(
            "INSERT INTO exports (period, sequence, check_code, fingerprint, file_name, sha256, at, operator)"
            " VALUES (?, ?, 'C', 'F', 'a.xlsx', ?, ?, '张三')",
            (period, sequence, "0" * 64, moment),
        )
    connection.execute("INSERT INTO periods (id) VALUES ('2021-Q2')")
    for period, digest in (("2021-Q1", "ab" * 32), ("2021-Q2", "cd" * 32)):
        connection.execute(
            "INSERT INTO evidence_history (at, operator, period, task_id, event, name, size, sha256)"
            " VALUES (?, '张三', ?, 'T', 'attached', 'a.pdf', 1, ?)",
            (moment, period, digest),
        )
    add_traces(connection)
    listed = connection.execute("SELECT period, sequence, sha256 FROM export_evidence ORDER BY sequence").fetchall()
    connection.close()
    assert listed == [("2021-Q1", 1, "ab" * 32), ("2021-Q1", 2, "ab" * 32)]
