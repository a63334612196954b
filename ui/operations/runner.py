"""The one door to slow or changing work, and the only place with threads.

- One thread owns the open workspace; whatever touches the database runs there, one after the other.
- A small pool writes and reads files.
- Results and errors come back on the thread of the window, in the order in which the work ended.
- A writing operation reports its ``Changes``; ``Runner.changed`` tells them to all pages.

>>> runner.change(lambda workspace: choose_period(workspace, period), label=tr("正在切换…"))  # doctest: +SKIP
"""

import logging
import queue
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtGui import QGuiApplication

from models.core.changes import Changes
from models.core.errors import Cancelled
from ui.operations.task import ProgressPresenter, Task

if TYPE_CHECKING:
    from models.store.database import Workspace

_PATIENCE = 0.3  # seconds a commit may last before the pointer turns into an hourglass
_FILE_WORKERS = 2

_log = logging.getLogger(__name__)


class Changing(Protocol):
    """The result of a writing operation that has more to tell than its changes."""

    @property
    def changes(self) -> Changes:
        """Which kinds of things changed."""
        ...


R = TypeVar("R")
Written = TypeVar("Written", bound=Changes | Changing)
Failed = Callable[[Exception], None]


class NoWorkspaceError(RuntimeError):
    """An operation was started before a workspace was open, or after the runner was closed: a bug of ours."""


class Runner(QObject):
    """Runs operations away from the window and brings their outcome back to it.

    Signals:
        changed(Changes): a writing operation changed something; once per operation, before its ``done``.
        problem(Exception): an operation failed and its caller named nobody to tell.
    """

    changed = Signal(object)
    problem = Signal(object)
    _woken = Signal()

    def __init__(self, *, progress: ProgressPresenter | None = None, parent: QObject | None = None) -> None:
        """Start the threads; they wait until there is work."""
        super().__init__(parent)
        self._progress = progress
        self._workspace: Workspace | None = None  # touched on the database thread only
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._files = ThreadPoolExecutor(_FILE_WORKERS, thread_name_prefix="files")
        self._outcomes: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._pending = 0
        self._revision = 0
        self._closed = False
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def revision(self) -> int:
        """How many changes have been told so far. A reading that began at an earlier one is out of date."""
        return self._revision

    @property
    def busy(self) -> bool:
        """Whether work is running or its outcome has not been delivered yet."""
        return self._pending > 0

    def open(
        self,
        opener: "Callable[[], Workspace]",
        *,
        done: Callable[[], None],
        failed: Failed | None = None,
        label: str = "",
    ) -> None:
        """Open (or make) a workspace on the database thread; the one before is closed once this one is open."""

        def work() -> None:
            opened = opener()
            before, self._workspace = self._workspace, opened
            if before is not None:
                before.close()

        def opened() -> None:
            if _alive(done):
                done()

        task = Task(label, can_cancel=False) if label else None
        self._submit(self._database, work, done=lambda _: opened(), failed=failed, task=task)

    def commit(self, work: "Callable[[Workspace], Written]") -> Written:
        """Write now and wait for it: for one field, which is durable when this returns.

        Raises:
            Exception: whatever the work raised.
        """
        self._require_open()
        future = self._database.submit(lambda: _checked(work(self._opened())))
        result = self._wait(future)
        self._announce(result)
        return result

    def change(
        self,
        work: "Callable[[Workspace], Written]",
        *,
        label: str,
        done: Callable[[Written], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Write in the background, tell everybody what changed, then ``done``."""
        self._require_open()
        self._submit(
            self._database,
            lambda: _checked(work(self._opened())),
            done=done,
            failed=failed,
            announce=self._announce,
            task=Task(label, can_cancel=False),
        )

    def read(
        self,
        work: "Callable[[Workspace], R]",
        *,
        done: Callable[[R], None],
        failed: Failed | None = None,
        label: str = "",
    ) -> None:
        """Read in the background. With a label a slow one shows its progress dialog; without, it is silent."""
        task = Task(label, can_cancel=False) if label else None
        self._submit(self._database, lambda: work(self._opened()), done=done, failed=failed, task=task)

    def files(
        self, work: Callable[[Task], R], *, done: Callable[[R], None], failed: Failed | None = None, label: str = ""
    ) -> None:
        """Read or write files in the pool. The work tells its progress and asks whether it was cancelled.

        With a label a slow one shows its progress dialog; without, it is silent.
        """
        task = Task(label, can_cancel=bool(label))

        def run() -> R:
            task.check_cancelled()
            return work(task)

        self._submit(self._files, run, done=done, failed=failed, task=task if label else None)

    def close(self) -> None:
        """Wait for what runs and for what follows from it, then close the workspace on its own thread."""
        if self._closed:
            return
        while self._pending:
            outcome = self._outcomes.get()
            try:
                outcome()
            except Exception:  # noqa: BLE001  a failing page must not keep the workspace open
                sys.excepthook(*sys.exc_info())
        self._closed = True
        self._files.shutdown(wait=True)
        self._database.submit(self._close_workspace).result()
        self._database.shutdown(wait=True)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None] | None,
        failed: Failed | None,
        announce: Callable[[Any], None] | None = None,
        task: Task | None = None,
    ) -> None:
        if self._closed:
            _log.info("work came after the end and was not started")
            return
        self._require_window_thread()
        self._pending += 1
        if task is not None and self._progress is not None:
            self._progress.begin(task)

        def finish(future: Future[Any]) -> None:
            self._pending -= 1
            if task is not None and self._progress is not None:
                self._progress.end(task)
            error = future.exception()
            if error is None:
                if announce is not None:
                    announce(future.result())
                if done is not None and _alive(done):
                    done(future.result())
            else:
                self._report(error, failed)

        job = _Job(work, finish)

        def hand_over(future: Future[Any]) -> None:
            self._outcomes.put(lambda: job.let_go()(future))
            self._woken.emit()

        pool.submit(job.run).add_done_callback(hand_over)

    def _deliver(self) -> None:
        """Run one outcome; each has its own wake-up, so that one that raises keeps no other from coming."""
        try:
            outcome = self._outcomes.get_nowait()
        except queue.Empty:  # close() has been quicker
            return
        outcome()

    def _report(self, error: BaseException, failed: Failed | None) -> None:
        if not isinstance(error, Exception):  # SystemExit and its like, raised inside a worker
            error = RuntimeError(f"a worker ended with {type(error).__name__}")
        if failed is not None:
            if _alive(failed):
                failed(error)
        elif not isinstance(error, Cancelled):
            self.problem.emit(error)

    def _announce(self, result: Changes | Changing) -> None:
        changes = _changes_of(result)
        if changes:
            self._revision += 1
            self.changed.emit(changes)

    def _wait(self, future: Future[R]) -> R:
        try:
            return future.result(timeout=_PATIENCE)
        except NotYet:
            if future.done():  # the work itself raised a TimeoutError
                raise
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return future.result()
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _opened(self) -> "Workspace":
        if self._workspace is None:
            raise NoWorkspaceError("no workspace is open")
        return self._workspace

    def _require_open(self) -> None:
        if self._closed:
            raise NoWorkspaceError("the runner is closed")
        self._require_window_thread()

    def _require_window_thread(self) -> None:
        if QThread.currentThread() is not self.thread():
            raise RuntimeError("operations are started on the thread of the window")

    def _close_workspace(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None


class _Job:
    """Work for a worker, and what follows from it.

    A worker holds on to its work for a moment after the outcome was handed over. Were that the last hold on a window,
    the window would be destroyed on the worker's thread, which Qt does not survive: so what the work refers to is let
    go of here, on the thread of the window, and the worker is left with an empty job.
    """

    def __init__(self, work: Callable[[], Any], finish: Callable[[Future[Any]], None]) -> None:
        self._work: Callable[[], Any] | None = work
        self._finish: Callable[[Future[Any]], None] | None = finish

    def run(self) -> Any:
        """Work, on the worker's thread."""
        if self._work is None:
            raise RuntimeError("a job is run once")
        return self._work()

    def let_go(self) -> Callable[[Future[Any]], None]:
        """Empty the job, on the thread of the window, and return what is to follow."""
        finish, self._work, self._finish = self._finish, None, None
        if finish is None:
            raise RuntimeError("a job ends once")
        return finish


def _changes_of(result: Any) -> Changes:
    changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
    if not isinstance(changes, Changes):
        raise TypeError(f"a writing operation returned {type(result).__name__} instead of its Changes")
    return changes


def _checked(result: Written) -> Written:
    """Let a result through that tells its changes, so that one that doesn't fails as its own operation."""
    _changes_of(result)
    return result


def _alive(callback: Callable[..., None]) -> bool:
    """Tell whether the widget whose method this is still exists; a closed dialog needs no answer any more."""
    inner = callback.func if isinstance(callback, partial) else callback
    owner = getattr(inner, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
