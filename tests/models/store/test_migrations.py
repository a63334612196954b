"""An older file gets today's shape step by step, with a copy kept; a failing step changes nothing."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.core.periods import parse_period
from models.store.database import open_workspace
from models.store.entries import entries
from models.store.migrations import STEPS, build_schema, expected_shape, migrate, schema_version, shape_of
from models.store.plans import tasks


def add_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE grown (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT")


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE grown ADD COLUMN more TEXT")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE grown")
    raise RuntimeError("power cut")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "老文件.yaodian"


@pytest.fixture
def old(path: Path) -> Iterator[sqlite3.Connection]:
    """Return a connection to a file of version 1."""
    connection = sqlite3.connect(path, isolation_level=None)
    build_schema(connection, 1)
    connection.execute("INSERT INTO periods (id) VALUES ('2021-Q1')")
    yield connection
    connection.close()


def version(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def test_a_new_file_and_a_migrated_one_have_the_same_shape(old: sqlite3.Connection, path: Path) -> None:
    steps = (add_table, add_column)
    migrate(old, path, steps)
    assert version(old) == schema_version(steps) == 3
    assert shape_of(old) == expected_shape(3, steps)


def test_a_copy_of_the_old_file_is_kept(old: sqlite3.Connection, path: Path) -> None:
    copy = migrate(old, path, (add_table,))
    assert copy == path.with_name("老文件.v1.yaodian")
    kept = sqlite3.connect(copy)
    assert kept.execute("SELECT id FROM periods").fetchall() == [("2021-Q1",)]
    assert (version(kept), shape_of(kept)) == (1, expected_shape(1))
    kept.close()
    assert sorted(one.name for one in path.parent.iterdir()) == [copy.name, path.name]


def test_a_failing_step_changes_nothing_and_the_ones_before_it_stay(old: sqlite3.Connection, path: Path) -> None:
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(old, path, (add_table, fail))
    assert version(old) == 2
    assert shape_of(old) == expected_shape(2, (add_table,))
    assert old.execute("SELECT id FROM periods").fetchall() == [("2021-Q1",)]


def test_todays_file_is_left_alone(old: sqlite3.Connection, path: Path) -> None:
    assert migrate(old, path, ()) is None
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_versions_are_counted(old: sqlite3.Connection) -> None:
    assert schema_version() == 1 + len(STEPS)
    assert shape_of(old) == expected_shape(1)


def test_a_file_of_the_first_version_is_opened_with_all_that_stands_in_it(tmp_path: Path) -> None:
    path = tmp_path / "第一版.yaodian"
    connection = sqlite3.connect(path, isolation_level=None)
    build_schema(connection, 1)
    moment = "2021-04-06T09:30:00+08:00"
    for statement in (
        f"INSERT INTO workspace (id, installation_id, created_at) VALUES (1, 'x', '{moment}')",  # noqa: S608
        "INSERT INTO plans VALUES ('p', '要点', '', '', NULL, '', '', '源', 2021)",
        "INSERT INTO tasks VALUES ('01-A', 'p', 1, 1, '甲', 1, '乙', 0, 1, '建校', 0, 1, 'quantified', '', '', NULL)",
        "INSERT INTO indicators VALUES ('01-A/1', '01-A', 1, '学校', '5', '所', 'at_least')",
        "INSERT INTO periods VALUES ('2021-Q1')",
        "INSERT INTO entry_values (period, task_id, indicator_id, amount) VALUES ('2021-Q1', '01-A', '01-A/1', '2')",
        "UPDATE workspace SET plan_id = 'p', period = '2021-Q1'",
    ):
        connection.execute(statement)
    connection.close()
    with open_workspace(path) as workspace:
        (task,) = tasks(workspace)
        assert (task.text, task.indicators[0].target, task.indicators[0].baseline) == ("建校", 5, None)
        assert entries(workspace, parse_period("2021-Q1"))["01-A"].values["01-A/1"].amount == 2
    assert path.with_name("第一版.v1.yaodian").exists()
