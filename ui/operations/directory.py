"""名录: reading the list of units, and each thing that a person does to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.core.clock import Clock
from models.store.directory import (
    DirectoryUnit,
    UnitFacts,
    change_unit,
    move_units,
    put_units,
    restore_unit,
    retire_unit,
    subordinates,
)
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.store.database import Workspace
    from models.work.directory import DirectoryTable
    from models.work.directory_preview import DirectoryPreview

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DirectoryRead:
    """What the list shows: all units, retired ones too; their columns of figures; the addressees to be offered."""

    units: tuple[DirectoryUnit, ...]
    weights: Mapping[str, Mapping[int, Decimal]]
    offered: tuple[UnitFacts, ...]


def read_units(runner: Runner, *, done: Callable[[DirectoryRead], None], failed: Failed) -> None:
    """Read the list of units."""

    def work(workspace: "Workspace") -> DirectoryRead:
        from models.store.unit_weights import weights
        from models.work.directory import offered_units

        return DirectoryRead(subordinates(workspace, retired=True), weights(workspace), offered_units(workspace))

    runner.read(work, done=done, failed=failed)


def take_units(
    runner: Runner, *, units: Sequence[UnitFacts], at: datetime, done: Callable[[Changes], None], failed: Failed
) -> None:
    """Take units into the list, all or none."""
    label = translate("operations", "正在更新名录…")
    runner.change(lambda ws: put_units(ws, units, at=at), label=label, done=done, failed=failed)


def preview_text(runner: Runner, *, text: str, done: Callable[["DirectoryPreview"], None], failed: Failed) -> None:
    """Tell what taking a pasted list would do."""

    def work(workspace: "Workspace") -> "DirectoryPreview":
        from models.work.directory import read_directory_text
        from models.work.directory_preview import preview_directory

        return preview_directory(workspace, read_directory_text(text))

    runner.read(work, label=translate("operations", "正在读取名单…"), done=done, failed=failed)


def preview_file(runner: Runner, *, path: Path, done: Callable[["DirectoryPreview"], None], failed: Failed) -> None:
    """Tell what taking a list out of a file would do."""

    def read(_: Task) -> "DirectoryTable":
        from models.work.directory import read_directory

        return read_directory(path)

    def compare(table: "DirectoryTable") -> None:
        def work(workspace: "Workspace") -> "DirectoryPreview":
            from models.work.directory_preview import preview_directory

            return preview_directory(workspace, table)

        runner.read(work, done=done, failed=failed)

    runner.files(read, label=translate("operations", "正在读取名单…"), done=compare, failed=failed)


def take_previewed(
    runner: Runner,
    *,
    preview: "DirectoryPreview",
    at: datetime,
    done: Callable[[Changes], None],
    failed: Failed,
) -> None:
    """Take what of a list can be taken, with its columns of figures, in one transaction."""

    def work(workspace: "Workspace") -> Changes:
        from models.work.directory import take_directory

        return take_directory(workspace, preview.table, at=at)

    runner.change(work, label=translate("operations", "正在更新名录…"), done=done, failed=failed)


class DirectoryOperations:
    """Changes of single units; each waits until it is durable and raises what the workspace refused."""

    def __init__(self, runner: Runner, *, clock: Clock) -> None:
        """Bind the operations to a workspace."""
        self._runner = runner
        self._clock = clock

    def add(self, facts: UnitFacts) -> None:
        """Append a unit, or bring the one that is meant up to date."""
        at = self._clock.now()
        self._runner.commit(lambda ws: put_units(ws, [facts], at=at))

    def change(self, unit_id: int, facts: UnitFacts) -> None:
        """Say anew what is known of a unit."""
        at = self._clock.now()
        self._runner.commit(lambda ws: change_unit(ws, unit_id, facts, at=at))

    def set_weight(self, name: str, amounts: Mapping[int, Decimal | None]) -> None:
        """Set figures of a column, which is made if it is new."""
        from models.store.unit_weights import put_weights

        self._runner.commit(lambda ws: put_weights(ws, name, amounts))

    def drop_weight(self, name: str) -> None:
        """Take a column of figures away."""
        from models.store.unit_weights import drop_weight

        self._runner.commit(lambda ws: drop_weight(ws, name))

    def retire(self, unit_ids: Sequence[int]) -> None:
        """Take units out of use."""
        at = self._clock.now()
        self._runner.commit(lambda ws: _each(ws, unit_ids, lambda one: retire_unit(ws, one, at=at)))

    def restore(self, unit_ids: Sequence[int]) -> None:
        """Bring units back into use."""
        self._runner.commit(lambda ws: _each(ws, unit_ids, lambda one: restore_unit(ws, one)))

    def move(self, order: Sequence[int]) -> None:
        """Put the units in another order."""
        self._runner.commit(lambda ws: move_units(ws, order))


def _each(workspace: "Workspace", unit_ids: Sequence[int], work: Callable[[int], Changes]) -> Changes:
    changes = Changes()
    with workspace.transaction():
        for unit_id in unit_ids:
            changes |= work(unit_id)
    return changes
