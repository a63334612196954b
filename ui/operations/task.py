"""A piece of running work as both sides see it: the worker says how far it is, the window shows it and may cancel.

>>> task = Task("正在写入填报表…", can_cancel=True)
>>> task.progress(3, 10, "第 3 张")
>>> task.state
Progress(done=3, total=10, text='第 3 张')
"""

import threading
from dataclasses import dataclass
from typing import Protocol

from models.core.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: ``done`` steps of ``total``; ``total`` is 0 where nobody knows."""

    done: int = 0
    total: int = 0
    text: str = ""


class Task:
    """One running operation. Its methods may be called from any thread."""

    def __init__(self, label: str, *, can_cancel: bool) -> None:
        """Begin with nothing done.

        Args:
            label: what is going on, in the reader's language.
            can_cancel: whether the work asks ``check_cancelled``, so that a cancel button would be true.
        """
        self.label = label
        self.can_cancel = can_cancel
        self._state = Progress()
        self._cancelled = threading.Event()

    @property
    def state(self) -> Progress:
        """How far the work was when it last said so."""
        return self._state  # one reference, exchanged whole: no lock needed

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._cancelled.is_set()

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Say how far the work is; cheap enough for every step, because the window polls."""
        self._state = Progress(done, total, text)

    def check_cancelled(self) -> None:
        """Stop here if the person asked for it.

        Raises:
            Cancelled: they did; the work lets it through and leaves nothing behind.
        """
        if self._cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        if self.can_cancel:
            self._cancelled.set()


class ProgressPresenter(Protocol):
    """Whatever shows running tasks to the person. Called on the UI thread only."""

    def begin(self, task: Task) -> None:
        """A task has been started."""
        ...

    def end(self, task: Task) -> None:
        """The same task is over, one way or the other."""
        ...
