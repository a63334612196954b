"""下达: reading the grid, and everything that a person does to its cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.clock import Clock
from models.store.assignments import Assigned, GridEdit, IssuedAssignment, edit_grid
from models.store.directory import UnitFacts
from models.work.assign import Assigning, read_assigning
from ui.operations.runner import Failed, Runner
from ui.operations.undo import UndoStack

if TYPE_CHECKING:
    from models.store.database import Workspace

FEW = 500  # cells that are set while the person waits; more are set in the background

translate = QCoreApplication.translate

Weights = Mapping[str, Mapping[int, Decimal]]


@dataclass(frozen=True, slots=True)
class AssignRead:
    """What the page shows.

    ``weights`` are the columns of figures to distribute by; ``offered`` the plan's addressees that are not in the
    directory yet; ``latest`` the assignment that each unit was sent last.
    """

    basis: Assigning
    weights: Weights
    offered: tuple[UnitFacts, ...]
    latest: Mapping[int, IssuedAssignment]


def read_assign(runner: Runner, *, done: Callable[[AssignRead], None], failed: Failed) -> None:
    """Read the grid with the directory, in a fixed number of queries; once more if it is out of date by then."""
    begun = runner.revision

    def deliver(read: AssignRead) -> None:
        if begun == runner.revision:
            done(read)
        else:
            read_assign(runner, done=done, failed=failed)

    runner.read(assign_read, done=deliver, failed=failed)


def assign_read(workspace: "Workspace") -> AssignRead:
    """Read what the page shows.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    from models.store.assignments import issued
    from models.store.unit_weights import weights
    from models.work.directory import offered_units

    latest = {one.unit_id: one for one in reversed(issued(workspace))}
    return AssignRead(read_assigning(workspace), weights(workspace), offered_units(workspace), latest)


class GridOperations:
    """Changes of the grid, as the operator who is at the keyboard. Each can be undone by its name."""

    def __init__(self, runner: Runner, *, clock: Clock, undo: UndoStack, operator: Callable[[], str]) -> None:
        """Bind the operations to a window: ``operator`` tells who is typing at the moment of a change."""
        self._runner = runner
        self._clock = clock
        self._undo = undo
        self._operator = operator

    def edit(self, edits: Sequence[GridEdit], name: str) -> Assigned:
        """Set cells and wait until that is durable; raises what the workspace refused."""
        operator, at = self._operator(), self._clock.now()
        assigned = self._runner.commit(lambda ws: edit_grid(ws, edits, operator=operator, at=at))
        self._remember(name, assigned)
        return assigned

    def edit_many(
        self, edits: Sequence[GridEdit], name: str, *, done: Callable[[Assigned], None], failed: Failed
    ) -> None:
        """Set many cells in the background, all or none."""
        operator, at = self._operator(), self._clock.now()

        def keep(assigned: Assigned) -> None:
            self._remember(name, assigned)
            done(assigned)

        self._runner.change(
            lambda ws: edit_grid(ws, edits, operator=operator, at=at), label=name, done=keep, failed=failed
        )

    def _remember(self, name: str, assigned: Assigned) -> None:
        self._undo.add(name, assigned.made[0].task_id if assigned.made else "", assigned)


def read_last_year(runner: Runner, *, path: Path, done: Callable[[Weights], None], failed: Failed) -> None:
    """Read last year's shares out of another workspace file; that file is only looked at."""

    def work(workspace: "Workspace") -> Weights:
        from tempfile import TemporaryDirectory

        from models.work.last_year import weights_of_last_year

        with TemporaryDirectory() as scratch:
            return weights_of_last_year(workspace, path, scratch=Path(scratch))

    runner.read(work, label=translate("operations", "正在读取去年的分解…"), done=done, failed=failed)
