"""The one door to slow or changing work, and the only place with threads.

- One thread owns the open workspace; whatever touches the database runs there, one after the other.
- A small pool writes and reads files.
- Results and errors come back on the thread of the window, in the order in which the work ended.
- Nothing of Qt ends on another thread than the window's: workers are left with empty jobs, and collect no garbage.
- A writing operation reports its ``Changes``; ``Runner.changed`` tells them to all pages.

>>> runner.change(lambda workspace: choose_period(workspace, period), label=tr("正在切换…"))  # doctest: +SKIP
"""

import logging
import queue
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtGui import QGuiApplication

from models.core.changes import Changes
from models.core.errors import Cancelled
from ui.operations.garbage import Collector
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
        """Start the threads; they wait until there is work. Whoever makes a runner closes it."""
        super().__init__(parent)
        self._progress = progress
        self._workspace: Workspace | None = None  # touched on the database thread only
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._files = ThreadPoolExecutor(_FILE_WORKERS, thread_name_prefix="files")
        self._garbage = Collector(parent=self)
        self._ended: queue.SimpleQueue[_Job[Any]] = queue.SimpleQueue()
        self._awaited: dict[_Job[Any], Callable[[Any, BaseException | None], None]] = {}  # what follows from each
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
        return bool(self._awaited)

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
        job = _Job(lambda: _checked(work(self._opened())))
        _wait_for(self._database.submit(job.run))
        result = job.result()
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
        while self._awaited:
            job = self._ended.get()
            try:
                self._end(job)
            except Exception:  # noqa: BLE001  a failing page must not keep the workspace open
                sys.excepthook(*sys.exc_info())
        self._closed = True
        self._files.shutdown(wait=True)
        self._database.submit(self._close_workspace).result()
        self._database.shutdown(wait=True)
        self._garbage.stop()

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
        if task is not None and self._progress is not None:
            self._progress.begin(task)

        def finish(result: Any, error: BaseException | None) -> None:
            if task is not None and self._progress is not None:
                self._progress.end(task)
            if error is not None:
                self._report(error, failed)
                return
            if announce is not None:
                announce(result)
            if done is not None and _alive(done):
                done(result)

        job = _Job(work)
        self._awaited[job] = finish
        pool.submit(self._perform, job)

    def _perform(self, job: "_Job[Any]") -> None:
        """Do the work, on the worker's thread, and wake the window's."""
        job.run()
        self._ended.put(job)
        self._woken.emit()

    def _deliver(self) -> None:
        """End one job; each has its own wake-up, so that one whose page raises keeps no other from coming."""
        try:
            job = self._ended.get_nowait()
        except queue.Empty:  # close() has been quicker
            return
        self._end(job)

    def _end(self, job: "_Job[Any]") -> None:
        self._awaited.pop(job)(*job.take())

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


class _Job(Generic[R]):
    """Work for a worker, and what came of it, until the thread of the window takes that.

    A worker holds its job for a moment after the window has heard that it is over, and whatever it is the last to hold
    ends on its thread. Qt survives that with no window: it crashes, or two threads wait for one another. So a worker is
    given nothing but a job, and is left with an empty one. What follows from the job never goes to a worker.
    """

    def __init__(self, work: Callable[[], R]) -> None:
        self._work: Callable[[], R] | None = work
        self._result: R | None = None
        self._error: BaseException | None = None

    def run(self) -> None:
        """Work, on the worker's thread. Nothing comes out: an error's traceback holds all that the work has held."""
        if self._work is None:
            raise RuntimeError("a job is run once")
        try:
            self._result = self._work()
        except BaseException as error:  # noqa: BLE001  even a SystemExit is told to the window
            self._error = error

    def take(self) -> tuple[R | None, BaseException | None]:
        """Empty the job, on the thread of the window, and return its result or its error."""
        taken = self._result, self._error
        self._work = self._result = self._error = None
        return taken

    def result(self) -> R:
        """Empty the job as ``take`` does, and return its result or raise its error."""
        result, error = self.take()
        try:
            if error is not None:
                raise error
            return cast(R, result)
        finally:
            del error  # its traceback holds this frame, and the two would be garbage that holds a window


def _wait_for(future: Future[None]) -> None:
    """Wait, with an hourglass if it lasts."""
    if wait([future], timeout=_PATIENCE).done:
        return
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        wait([future])
    finally:
        QGuiApplication.restoreOverrideCursor()


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
