"""Undo and redo of what was recorded: each step by its name, through the same door as any other change.

A step is undone by recording the values that stood before it; that is a change like any other and is kept in the
history of the task. Nothing is ever taken out of the workspace.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from models.core.periods import Period
from models.store.assignments import Assigned, CellGone, GridEdit
from models.store.period_events import PeriodClosed
from models.store.records import Edit, Recorded

Undoable = Edit | GridEdit  # all edits of one step are of one kind
Record = Callable[[Sequence[Undoable]], Recorded | Assigned]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be taken back: its name for the menu, the task it belongs to, and the inverse edits."""

    name: str
    task_id: str
    edits: tuple[Undoable, ...]

    @property
    def period(self) -> Period | None:
        """The period that it belongs to; None where it changed nothing, or the grid of 下达."""
        return next((edit.period for edit in self.edits[:1] if not isinstance(edit, GridEdit)), None)

    @property
    def cells(self) -> tuple[GridEdit, ...]:
        """The cells of the grid of 下达 that it set; none where it belongs to the reporting page."""
        return tuple(edit for edit in self.edits if isinstance(edit, GridEdit))


class UndoStack(QObject):
    """The steps that can be undone and those that can be redone.

    Signals:
        moved(): a step was added, undone or redone; the names in menus are to be read anew.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing to undo."""
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_name(self) -> str:
        """The name of what would be undone next, or blank."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """The name of what would be redone next, or blank."""
        return self._undone[-1].name if self._undone else ""

    def add(self, name: str, task_id: str, recorded: Recorded | Assigned) -> None:
        """Remember a step that was just recorded; one that changed nothing is none."""
        if recorded.undo:
            self._done.append(Step(name, task_id, recorded.undo))
            self._undone.clear()
            self.moved.emit()

    def undo(self, record: Record) -> Step | None:
        """Take the last step back and return it; None if there is none."""
        return self._move(self._done, self._undone, record)

    def redo(self, record: Record) -> Step | None:
        """Do the last undone step again and return it; None if there is none."""
        return self._move(self._undone, self._done, record)

    def clear(self) -> None:
        """Forget all steps: another workspace is open now."""
        self._done.clear()
        self._undone.clear()
        self.moved.emit()

    def _move(self, source: list[Step], target: list[Step], record: Record) -> Step | None:
        if not source:
            return None
        step = source[-1]
        try:
            recorded = record(step.edits)  # may raise: then the step stays where it is
        except PeriodClosed as closed:
            # What a return has closed is undone no more; what lies beneath it in other periods still can be.
            source[:] = [one for one in source if one.period != closed.period]
            self.moved.emit()
            raise
        except CellGone:
            source.pop()  # its unit or its task is no more; what lies beneath it still can be undone
            self.moved.emit()
            raise
        source.pop()
        target.append(Step(step.name, step.task_id, recorded.undo))
        self.moved.emit()
        return step
