"""Where windows end: on their own thread, whatever a worker was the last to hold and wherever it allocates."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from types import FrameType

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.core.changes import Changes
from ui.operations.runner import Runner
from ui.operations.task import Task

JOBS = 20  # of each kind
WINDOW = "the window's thread"


class Window(QWidget):
    """A window that notes on which thread it ended."""

    def __init__(self, ended: list[str]) -> None:
        super().__init__()
        self.said: object = None
        home = threading.get_ident()
        weakref.finalize(
            self,
            lambda: ended.append(WINDOW if threading.get_ident() == home else threading.current_thread().name),
        )

    def say(self, what: object = None) -> None:
        self.said = what


class Notebook:
    """The least that a runner needs of a workspace."""

    def close(self) -> None:
        pass


class Impatient:
    """Somebody who cancels everything at once."""

    def begin(self, task: Task) -> None:
        task.cancel()

    def end(self, task: Task) -> None:
        pass


@pytest.fixture
def leave() -> Iterator[threading.Semaphore]:
    """Make every worker wait, with its job over but still in its hand, until it gets leave to go on.

    So late a busy machine may let any of them go on; without this it is one job in a hundred.
    """
    given = threading.Semaphore(0)

    def hold_up(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "return" and code.co_name == "run" and frame.f_globals["__name__"] == "concurrent.futures.thread":
            assert given.acquire(timeout=30)

    threading.setprofile(hold_up)
    yield given
    threading.setprofile(None)


@pytest.fixture
def runner(leave: threading.Semaphore, qtbot: QtBot) -> Iterator[Runner]:
    made = Runner(progress=Impatient())
    made.open(Notebook, done=lambda: None)
    leave.release()
    qtbot.waitUntil(lambda: not made.busy)
    yield made
    leave.release(100)  # the last ones need no more watching
    made.close()


def read_of_it(runner: Runner, window: Window) -> None:
    runner.read(lambda _: window.isVisible(), done=lambda _: None)


def read_for_it(runner: Runner, window: Window) -> None:
    runner.read(lambda _: 1, done=window.say)


def read_that_returns_it(runner: Runner, window: Window) -> None:
    hand = [window]
    runner.read(lambda _: hand.pop(), done=lambda _: None)


def read_that_fails_with_it(runner: Runner, window: Window) -> None:
    hand = [window]

    def work(_: Notebook) -> None:
        held = hand.pop()  # in the frame that the error's traceback keeps
        raise ValueError(type(held))

    runner.read(work, done=lambda _: None, failed=lambda _: None)


def files_of_it(runner: Runner, window: Window) -> None:
    runner.files(lambda _: window.isVisible(), done=window.say)


def files_that_are_cancelled(runner: Runner, window: Window) -> None:
    runner.files(lambda _: window.isVisible(), done=window.say, label="…")


def change_of_it(runner: Runner, window: Window) -> None:
    runner.change(lambda _: Changes(entries=not window.isVisible()), done=window.say, label="…")


def opening_for_it(runner: Runner, window: Window) -> None:
    def opener() -> Notebook:
        window.isVisible()
        return Notebook()

    runner.open(opener, done=window.say)


def commit_of_it(runner: Runner, window: Window) -> None:
    runner.commit(lambda _: Changes(entries=not window.isVisible()))


def commit_that_fails_with_it(runner: Runner, window: Window) -> None:
    hand = [window]

    def work(_: Notebook) -> Changes:
        held = hand.pop()
        raise ValueError(type(held))

    with pytest.raises(ValueError, match="Window"):
        runner.commit(work)


@pytest.mark.parametrize(
    "ask",
    [
        read_of_it,
        read_for_it,
        read_that_returns_it,
        read_that_fails_with_it,
        files_of_it,
        files_that_are_cancelled,
        change_of_it,
        opening_for_it,
        commit_of_it,
        commit_that_fails_with_it,
    ],
)
def test_a_window_that_only_its_work_holds_ends_on_its_own_thread(
    runner: Runner, leave: threading.Semaphore, qtbot: QtBot, ask: Callable[[Runner, Window], None]
) -> None:
    ended: list[str] = []
    for _ in range(JOBS):
        ask(runner, Window(ended))
        qtbot.waitUntil(lambda: not runner.busy)
        leave.release()
    assert ended == [WINDOW] * JOBS


def test_windows_in_cycles_are_collected_on_their_own_thread_while_a_worker_allocates(
    runner: Runner, leave: threading.Semaphore, qtbot: QtBot
) -> None:
    leave.release(JOBS)
    ended: list[str] = []
    kept: list[list[object]] = []
    for _ in range(JOBS):
        for _ in range(10):
            window = Window(ended)
            window.said = window
            del window
        runner.read(lambda _: kept.extend([] for _ in range(2000)), done=lambda _: None)
        qtbot.waitUntil(lambda: not runner.busy)
    qtbot.waitUntil(lambda: len(ended) == 10 * JOBS)
    assert set(ended) == {WINDOW}


def test_once_the_threads_have_ended_python_collects_by_itself_again(
    runner: Runner, leave: threading.Semaphore
) -> None:
    assert not gc.isenabled()
    leave.release(100)
    runner.close()
    assert gc.isenabled()
