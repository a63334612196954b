"""SQLite's refusals get names of ours; its bugs stay bugs."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from models.core import errors
from models.store.problems import WorkspaceDamaged, from_sqlite_error, named


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, errors.FileInUse),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.FileInUse),
        (sqlite3.SQLITE_LOCKED, errors.FileInUse),
        (sqlite3.SQLITE_FULL, errors.DiskFull),
        (sqlite3.SQLITE_READONLY, errors.NoPermission),
        (sqlite3.SQLITE_READONLY_DIRECTORY, errors.NoPermission),
        (sqlite3.SQLITE_CANTOPEN, errors.NoPermission),
        (sqlite3.SQLITE_IOERR_WRITE, errors.FileProblem),
        (sqlite3.SQLITE_CORRUPT, WorkspaceDamaged),
        (sqlite3.SQLITE_NOTADB, WorkspaceDamaged),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, type(None)),
        (sqlite3.SQLITE_MISUSE, type(None)),
        (0, type(None)),
    ],
)
def test_each_refusal_has_a_name(tmp_path: Path, code: int, kind: type) -> None:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    assert type(from_sqlite_error(error, tmp_path / "a.yaodian")) is kind


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_READ])
def test_a_pulled_stick_is_a_missing_folder(tmp_path: Path, code: int) -> None:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    assert type(from_sqlite_error(error, tmp_path / "gone" / "a.yaodian")) is errors.FolderMissing


def test_a_bug_stays_a_bug(tmp_path: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match="syntax"),
        named(tmp_path),
    ):
        connection.execute("SELEKT")
