"""The list of returns that were written out."""

import sqlite3
from dataclasses import replace
from datetime import datetime

import pytest

from models.core.changes import Changes
from models.core.periods import Period, PeriodKind
from models.store.database import Workspace
from models.store.exports import ExportRecord, add_export, exports, last_export, next_sequence


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
