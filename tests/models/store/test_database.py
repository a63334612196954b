"""The workspace file: whole or nothing when made, checked when opened, durable when written."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

from models.core.errors import DiskFull, FileInUse, FileMissing, FolderMissing, NotAFile
from models.store.database import Workspace, create_workspace, open_workspace, workspace_info
from models.store.migrations import schema_version
from models.store.problems import NotAWorkspace, WorkspaceDamaged, WorkspaceExists, WorkspaceTooNew
from models.store.units import own_unit, set_own_unit


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def foreign_hand(path: Path, *statements: str) -> None:
    """Change a workspace file behind the program's back."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    """Return the path of a workspace that nobody has open."""
    workspace.close()
    return workspace.path


def test_a_new_workspace_says_who_made_it_and_leaves_nothing_beside(tmp_path: Path, at: datetime) -> None:
    path = tmp_path / "工作 区 100%?#.yaodian" if sys.platform != "win32" else tmp_path / "工作 区 100%#.yaodian"
    with create_workspace(path, installation_id="abc", created_at=at) as workspace:
        info = workspace_info(workspace)
    assert (info.installation_id, info.created_at) == ("abc", at)
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("recursive_triggers", 1),  # without it INSERT OR REPLACE would get round the append-only triggers
        ("cell_size_check", 1),
        ("busy_timeout", 3000),
        ("user_version", schema_version()),
        ("application_id", 0x59445753),
    ],
)
def test_the_connection_is_as_promised(workspace: Workspace, pragma: str, value: object) -> None:
    assert workspace.row(f"PRAGMA {pragma}") == (value,)


def test_every_table_is_strict(workspace: Workspace) -> None:
    tables = workspace.rows("SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'")
    assert len(tables) >= 17
    assert all(strict for _, strict in tables)


def test_an_existing_file_is_never_overwritten(tmp_path: Path, at: datetime) -> None:
    path = tmp_path / "a.yaodian"
    path.write_text("mine")
    with pytest.raises(WorkspaceExists):
        create_workspace(path, installation_id="abc", created_at=at)
    assert path.read_text() == "mine"


def test_a_workspace_that_cannot_be_filled_is_not_there(tmp_path: Path, at: datetime) -> None:
    def fill(workspace: Workspace) -> None:
        set_own_unit(workspace, name="某县教育局", code="", at=at)
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        create_workspace(tmp_path / "a.yaodian", installation_id="abc", created_at=at, fill=fill)
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path, at: datetime) -> None:
    with pytest.raises(FolderMissing):
        create_workspace(tmp_path / "gone" / "a.yaodian", installation_id="abc", created_at=at)


def test_another_thread_may_use_it(workspace: Workspace) -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(own_unit(workspace)))
    thread.start()
    thread.join()
    assert found == [own_unit(workspace)]


def test_closing_twice_does_nothing(workspace: Workspace) -> None:
    workspace.close()
    workspace.close()


def test_after_closing_the_file_stands_alone(closed: Path) -> None:
    assert names(closed.parent) == [closed.name]


class TestRefusals:
    """What is no workspace of this program is refused by name, and not a byte of it changes."""

    def refused(self, path: Path, kind: type[Exception]) -> Exception:
        before = {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
        with pytest.raises(kind) as refusal:
            open_workspace(path)
        assert {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()} == before
        return refusal.value

    def test_nothing_there(self, tmp_path: Path) -> None:
        self.refused(tmp_path / "a.yaodian", FileMissing)

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaodian").mkdir()
        self.refused(tmp_path / "a.yaodian", NotAFile)

    @pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"PK\x03\x04" + b"x" * 500])
    def test_not_a_database(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "a.yaodian"
        path.write_bytes(content)
        error = self.refused(path, NotAWorkspace)
        assert isinstance(error, NotAWorkspace)
        assert error.reason == "no_database"

    def test_another_programs_database(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaodian"
        foreign_hand(path, "CREATE TABLE t (a)")
        error = self.refused(path, NotAWorkspace)
        assert isinstance(error, NotAWorkspace)
        assert error.reason == "other_program"

    def test_a_newer_version(self, closed: Path) -> None:
        foreign_hand(closed, "PRAGMA user_version = 99")
        error = self.refused(closed, WorkspaceTooNew)
        assert isinstance(error, WorkspaceTooNew)
        assert (error.version, error.supported) == (99, schema_version())

    @pytest.mark.parametrize(
        "statement",
        [
            "CREATE TABLE t (a)",
            "DROP INDEX history_of_task",
            "DROP TRIGGER history_is_never_changed",
            "CREATE TRIGGER t AFTER UPDATE ON workspace BEGIN DELETE FROM entries; END",
            "CREATE TRIGGER t BEFORE INSERT ON history BEGIN SELECT RAISE(IGNORE); END",
            "CREATE VIEW v AS SELECT load_extension('x')",
            "ALTER TABLE entries ADD COLUMN x TEXT AS (hex(id))",
            "PRAGMA user_version = 0",
            "PRAGMA user_version = -5",
        ],
    )
    def test_another_shape(self, closed: Path, statement: str) -> None:
        foreign_hand(closed, statement)
        error = self.refused(closed, NotAWorkspace)
        assert isinstance(error, NotAWorkspace)
        assert error.reason == "other_shape"

    def test_a_view_in_place_of_a_table_does_not_run(self, closed: Path) -> None:
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n"
        foreign_hand(closed, "DROP TABLE exports", f"CREATE VIEW exports AS {endless}")
        self.refused(closed, NotAWorkspace)

    @pytest.mark.parametrize(
        "statement",
        [
            "INSERT INTO entry_values (period, task_id, indicator_id, amount) VALUES ('2021-Q2', 'x', 'y', '1')",
            "UPDATE workspace SET period = '1999-Q1'",
            "DELETE FROM workspace",
            "UPDATE indicators SET target = '1e9'",
            "UPDATE tasks SET due = '2021-02-30'",
        ],
    )
    def test_contents_that_break_their_own_rules(self, closed: Path, statement: str) -> None:
        foreign_hand(closed, "PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", statement)
        self.refused(closed, WorkspaceDamaged)

    def test_damaged_pages(self, closed: Path) -> None:
        content = bytearray(closed.read_bytes())
        size = int.from_bytes(content[16:18], "big")
        for start in range(size * 3, len(content), size):
            content[start : start + 200] = b"\xff" * 200
        closed.write_bytes(content)
        self.refused(closed, WorkspaceDamaged)

    def test_cut_short(self, closed: Path) -> None:
        closed.write_bytes(closed.read_bytes()[: 4096 * 4 + 100])
        self.refused(closed, WorkspaceDamaged)


def test_a_workspace_that_another_program_is_writing_is_in_use(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.database._BUSY_TIMEOUT", 50)
    other = sqlite3.connect(closed, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileInUse):
        open_workspace(closed)
    other.execute("ROLLBACK")
    other.close()
    open_workspace(closed).close()


def test_a_full_disk_leaves_what_was_there(workspace: Workspace, at: datetime) -> None:
    pages = workspace.row("PRAGMA page_count")[0]
    workspace.row(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), workspace.transaction() as connection:
        connection.execute("UPDATE units SET name = '改名'")
        connection.execute("UPDATE plans SET source = ?", ("字" * 100_000,))
    unit = own_unit(workspace)
    assert unit is not None
    assert unit.name == "某县教育局"


def test_a_transaction_within_another_can_fail_alone(workspace: Workspace) -> None:
    with workspace.transaction() as connection:
        connection.execute("UPDATE units SET name = '甲'")
        with pytest.raises(RuntimeError), workspace.transaction():
            connection.execute("UPDATE units SET name = '乙'")
            raise RuntimeError
    assert workspace.row("SELECT name FROM units") == ("甲",)


def test_an_exception_takes_everything_back(workspace: Workspace) -> None:
    with pytest.raises(KeyboardInterrupt), workspace.transaction() as connection:
        connection.execute("UPDATE units SET name = '甲'")
        raise KeyboardInterrupt
    assert workspace.row("SELECT name FROM units") == ("某县教育局",)


def test_what_was_committed_survives_a_killed_process(closed: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from models.store.database import open_workspace\n"
        "from models.store.operators import add_operator\n"
        "w = open_workspace(Path(sys.argv[1]))\n"
        "add_operator(w, name='李四', at=datetime.now(UTC))\n"
        "unfinished = w.transaction()\n"
        "unfinished.__enter__().execute(\"UPDATE operators SET name = 'half' WHERE id = 2\")\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    subprocess.run([sys.executable, "-c", script, str(closed)], check=False)
    with open_workspace(closed) as again:
        assert again.rows("SELECT name FROM operators ORDER BY id") == [("张三",), ("李四",)]


def test_a_copied_workspace_opens_elsewhere(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    copy = Path(shutil.copy(closed, tmp_path / "stick" / "copy.yaodian"))
    with open_workspace(copy) as opened:
        assert own_unit(opened) is not None
