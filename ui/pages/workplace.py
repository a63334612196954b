"""What a page needs of the window that it stands in, and what the window needs of a page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.core.changes import Changes
from models.core.clock import Clock
from models.core.paths import Places
from models.core.periods import Period
from ui.operations.runner import Runner
from ui.operations.undo import Step, UndoStack
from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Workplace:
    """The window as its pages see it.

    ``operator`` and ``period`` tell who is at the keyboard and which period is shown, at the moment of asking. ``tell``
    shows a problem, ``saved`` that something has become durable. ``go_to_task`` turns to a task on the reporting page,
    ``turn_to`` to another page by its name, and returns that.
    """

    runner: Runner
    places: Places
    clock: Clock
    settings: Settings
    undo: UndoStack
    operator: Callable[[], str]
    period: Callable[[], Period]
    tell: Callable[[Exception], None]
    saved: Callable[[], None]
    go_to_task: Callable[[str], None]
    turn_to: "Callable[[str], Page]"


class Page(QWidget):
    """One of the pages beside the reporting page; each is made when it is first turned to."""

    def refresh(self) -> None:
        """Read anew what is shown, in the background; called whenever the page is turned to or the period changes."""
        raise NotImplementedError

    def concerned_by(self, changes: Changes) -> bool:
        """Tell whether what changed is shown here; the page is refreshed then, if it is the one in sight."""
        raise NotImplementedError

    def open_files(self, paths: list[Path]) -> None:
        """Take files that a person opened or dropped on the window and that belong here."""

    def shows(self, step: Step) -> bool:  # noqa: ARG002
        """Tell whether what a step changed stands here, so that it can be undone without leaving the page."""
        return False

    def show_step(self, step: Step) -> None:
        """Bring what was just undone or done again into sight."""

    def search_field(self) -> QWidget | None:
        """Return where one searches on this page; None where there is nothing to search."""
        return None

    def hand_over(self) -> bool:
        """Record what is still only on the screen; False if something could not be, and the page has to stay."""
        return True
