"""The runner: who runs where, in which order outcomes come back, and that no error stops it."""

import sqlite3
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from models.core.changes import Changes
from models.core.errors import Cancelled, DiskFull
from ui.operations.runner import NoWorkspaceError, Runner
from ui.operations.task import Progress, Task

pytestmark = pytest.mark.usefixtures("qtbot")


class Notebook:
    """The least that a runner needs of a workspace: one SQLite file that only its own thread may touch."""

    def __init__(self, path: Path) -> None:
        self.thread = threading.get_ident()
        self.connection = sqlite3.connect(path)
        self.connection.execute("CREATE TABLE IF NOT EXISTS line (text TEXT)")
        self.closed_on: int | None = None

    def write(self, text: str) -> Changes:
        with self.connection:
            self.connection.execute("INSERT INTO line VALUES (?)", (text,))
        return Changes(entries=True)

    def lines(self) -> list[str]:
        return [text for (text,) in self.connection.execute("SELECT text FROM line ORDER BY rowid")]

    def close(self) -> None:
        self.connection.close()
        self.closed_on = threading.get_ident()


class Presenter:
    """Counts what a person would be shown."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.running: list[Task] = []

    def begin(self, task: Task) -> None:
        self.begun.append(task.label)
        self.running.append(task)

    def end(self, task: Task) -> None:
        self.running.remove(task)


@pytest.fixture
def presenter() -> Presenter:
    return Presenter()


@pytest.fixture
def runner(qtbot: QtBot, presenter: Presenter) -> Iterator[Runner]:
    made = Runner(progress=presenter)
    yield made
    made.close()


@pytest.fixture
def notebook(runner: Runner, qtbot: QtBot, tmp_path: Path) -> Notebook:
    opened: list[Notebook] = []

    def opener() -> Notebook:
        opened.append(Notebook(tmp_path / "笔记 本.db"))
        return opened[0]

    ready: list[bool] = []
    runner.open(opener, done=lambda: ready.append(True))
    qtbot.waitUntil(lambda: bool(ready))
    return opened[0]


def test_a_commit_is_in_the_file_when_it_returns(runner: Runner, notebook: Notebook, tmp_path: Path) -> None:
    spy = QSignalSpy(runner.changed)
    assert runner.commit(lambda n: n.write("一")) == Changes(entries=True)
    assert sqlite3.connect(tmp_path / "笔记 本.db").execute("SELECT text FROM line").fetchall() == [("一",)]
    assert [spy.at(i)[0] for i in range(spy.count())] == [Changes(entries=True)]


def test_a_commit_that_changed_nothing_tells_nobody(runner: Runner, notebook: Notebook) -> None:
    spy = QSignalSpy(runner.changed)
    runner.commit(lambda n: Changes())
    assert spy.count() == 0


def test_a_commit_raises_where_it_was_called(runner: Runner, notebook: Notebook) -> None:
    def full(_: Notebook) -> Changes:
        raise DiskFull(Path("a"))

    with pytest.raises(DiskFull):
        runner.commit(full)
    runner.commit(lambda n: n.write("afterwards"))
    assert notebook.thread != threading.get_ident()


def test_a_commit_passes_on_a_timeout_of_the_work_itself(runner: Runner, notebook: Notebook) -> None:
    def late(_: Notebook) -> Changes:
        raise TimeoutError("the work's own")

    with pytest.raises(TimeoutError, match="own"):
        runner.commit(late)


def test_a_commit_behind_long_work_waits_for_it(runner: Runner, notebook: Notebook) -> None:
    gate = threading.Event()
    timer = threading.Timer(0.5, gate.set)
    runner.read(lambda n: gate.wait(10), done=lambda _: None)
    timer.start()
    runner.commit(lambda n: n.write("behind"))
    assert gate.is_set()


def test_writing_work_must_tell_its_changes(runner: Runner, notebook: Notebook, qtbot: QtBot) -> None:
    with pytest.raises(TypeError, match="Changes"):
        runner.commit(lambda n: None)  # type: ignore[arg-type,return-value]
    with qtbot.waitSignal(runner.problem) as signal:
        runner.change(lambda n: 3, label="…")  # type: ignore[arg-type,return-value,type-var]
    assert isinstance(signal.args[0], TypeError)


def test_a_change_tells_everybody_before_its_caller(runner: Runner, notebook: Notebook, qtbot: QtBot) -> None:
    order: list[str] = []
    runner.changed.connect(lambda changes: order.append(f"changed {changes.entries}"))
    runner.change(lambda n: n.write("二"), label="正在写入…", done=lambda _: order.append("done"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["changed True", "done"]


def test_outcomes_come_on_the_windows_thread_in_the_order_of_the_work(
    runner: Runner, notebook: Notebook, qtbot: QtBot
) -> None:
    seen: list[tuple[int, int]] = []
    for number in range(50):
        runner.read(lambda n, number=number: number, done=lambda r: seen.append((r, threading.get_ident())))
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == [(number, threading.get_ident()) for number in range(50)]


def test_a_failure_goes_to_its_caller_else_to_the_central_door(
    runner: Runner, notebook: Notebook, qtbot: QtBot
) -> None:
    told: list[Exception] = []
    runner.read(lambda n: n.connection.execute("nonsense"), done=lambda _: None, failed=told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    with qtbot.waitSignal(runner.problem) as signal:
        runner.read(lambda n: n.connection.execute("nonsense"), done=lambda _: None)
    assert isinstance(told[0], sqlite3.Error)
    assert isinstance(signal.args[0], sqlite3.Error)


def test_an_error_in_a_callback_stops_neither_the_thread_nor_later_outcomes(
    runner: Runner, notebook: Notebook, qtbot: QtBot
) -> None:
    seen: list[int] = []

    def broken(_: int) -> None:
        raise ValueError("a page is broken")

    with qtbot.capture_exceptions() as caught:
        runner.read(lambda n: 1, done=broken)
        runner.read(lambda n: 2, done=seen.append)
        qtbot.waitUntil(lambda: seen == [2])
    assert [str(value) for _, value, _ in caught] == ["a page is broken"]
    runner.commit(lambda n: n.write("still alive"))


def test_even_a_systemexit_in_work_is_only_a_failure(runner: Runner, notebook: Notebook, qtbot: QtBot) -> None:
    def leave(_: Notebook) -> None:
        raise SystemExit(3)

    with qtbot.waitSignal(runner.problem) as signal:
        runner.read(leave, done=lambda _: None)
    assert "SystemExit" in str(signal.args[0])
    runner.commit(lambda n: n.write("still alive"))


class Page(QObject):
    """A page that may be gone before its answer comes."""

    def __init__(self, seen: list[object]) -> None:
        super().__init__()
        self.seen = seen

    def show(self, what: object) -> None:
        self.seen.append(what)


def test_an_answer_for_a_page_that_is_gone_is_dropped(runner: Runner, notebook: Notebook, qtbot: QtBot) -> None:
    import shiboken6

    seen: list[object] = []
    gate = threading.Event()
    page = Page(seen)
    runner.read(lambda n: gate.wait(10), done=page.show)
    runner.read(lambda n: gate.wait(10), done=partial(page.show))
    shiboken6.delete(page)
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert seen == []


def test_opening_a_second_workspace_closes_the_first_on_its_own_thread(
    runner: Runner, notebook: Notebook, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitCallback() as done:
        runner.open(lambda: Notebook(tmp_path / "second.db"), done=done)
    assert notebook.closed_on == notebook.thread


def test_a_workspace_that_does_not_open_leaves_the_first(
    runner: Runner, notebook: Notebook, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[Exception] = []
    runner.open(lambda: Notebook(tmp_path / "no" / "such.db"), done=lambda: None, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    runner.commit(lambda n: n.write("into the first"))
    assert notebook.closed_on is None


def test_without_a_workspace_work_fails_as_a_bug(runner: Runner, qtbot: QtBot) -> None:
    with pytest.raises(NoWorkspaceError):
        runner.commit(lambda n: n.write("nowhere"))
    with qtbot.waitSignal(runner.problem) as signal:
        runner.read(lambda n: 1, done=lambda _: None)
    assert isinstance(signal.args[0], NoWorkspaceError)


def test_files_report_progress_and_can_be_cancelled(runner: Runner, presenter: Presenter, qtbot: QtBot) -> None:
    told: list[Exception] = []
    started = threading.Event()
    cancelled = threading.Event()

    def work(task: Task) -> int:
        task.progress(3, 10, "第 3 张")
        started.set()
        cancelled.wait(10)
        task.check_cancelled()
        return 1

    runner.files(work, label="正在导出…", done=lambda _: None, failed=told.append)
    assert started.wait(10)
    assert presenter.running[0].state == Progress(3, 10, "第 3 张")
    presenter.running[0].cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Cancelled)
    assert presenter.running == []


def test_cancelled_work_that_nobody_waits_for_is_silent(runner: Runner, presenter: Presenter, qtbot: QtBot) -> None:
    spy = QSignalSpy(runner.problem)
    gate = threading.Event()

    def work(task: Task) -> None:
        gate.wait(10)
        task.check_cancelled()

    runner.files(work, label="…", done=lambda _: None)
    presenter.running[0].cancel()
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert spy.count() == 0


def test_only_labelled_reads_are_presented(runner: Runner, notebook: Notebook, presenter: Presenter) -> None:
    runner.read(lambda n: 1, done=lambda _: None)
    runner.read(lambda n: 1, done=lambda _: None, label="正在读取…")
    assert presenter.begun == ["正在读取…"]


def test_closing_waits_for_a_whole_chain_without_an_event_loop(
    runner: Runner, notebook: Notebook, tmp_path: Path
) -> None:
    # An export is three steps, each started by the one before: none may be lost because the window closes.
    def then_record(text: str) -> None:
        runner.change(lambda n: n.write(text), label="…")

    runner.files(lambda task: "exported", label="…", done=then_record)
    runner.close()
    assert sqlite3.connect(tmp_path / "笔记 本.db").execute("SELECT text FROM line").fetchall() == [("exported",)]
    assert notebook.closed_on == notebook.thread


def test_closing_survives_a_failing_callback(
    runner: Runner, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, value, trace: reported.append(kind))

    def broken(_: int) -> None:
        raise ValueError

    runner.read(lambda n: 1, done=broken)
    runner.close()
    assert reported == [ValueError]
    assert notebook.closed_on == notebook.thread


def test_after_closing_reads_are_ignored_and_writing_is_refused(runner: Runner, notebook: Notebook) -> None:
    runner.close()
    runner.close()
    runner.read(lambda n: 1, done=lambda _: None)
    assert not runner.busy
    with pytest.raises(NoWorkspaceError):
        runner.commit(lambda n: n.write("late"))


def test_operations_start_on_the_windows_thread_only(runner: Runner, notebook: Notebook, qtbot: QtBot) -> None:
    def wrong(_: Notebook) -> Changes:
        return runner.commit(lambda n: n.write("from within"))

    with pytest.raises(RuntimeError, match="thread of the window"):
        runner.commit(wrong)
