"""Recording progress and reading what surrounds it: one small function for each thing that a person does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.core.clock import Clock
from models.core.periods import Period
from models.store.assignments import Assigned, GridEdit, edit_grid
from models.store.entries import record
from models.store.evidence import EvidenceChange, EvidenceFile, evidence, evidence_history
from models.store.history import task_history
from models.store.plan_revision import plan_changes
from models.store.records import Field, FieldEdit, HistoryRow, PlanChange, Recorded
from models.store.superior import comments_of
from models.work.carry_forward import Suggestion, suggestion
from models.work.take_over import take_over, take_over_field
from ui.operations.evidence import EvidenceOperations
from ui.operations.runner import Runner
from ui.operations.undo import Step, Undoable, UndoStack

_HISTORY = 12  # changes that are shown beside a task


@dataclass(frozen=True, slots=True)
class TaskContextRead:
    """What surrounds one entry: what was said last period, what has been changed, what its reviewer said."""

    task_id: str
    period: Period
    suggestion: Suggestion | None
    history: tuple[HistoryRow, ...]
    plan_changes: tuple[PlanChange, ...] = ()
    evidence: tuple[EvidenceFile, ...] = ()
    evidence_changes: tuple[EvidenceChange, ...] = ()
    comment: str = ""


class EntryOperations:
    """Everything that a person does to entries, as the operator who is at the keyboard.

    Every writing method waits until the change is durable, can be undone, and raises what the workspace refused.
    """

    def __init__(self, runner: Runner, *, clock: Clock, undo: UndoStack, operator: Callable[[], str]) -> None:
        """Bind the operations to a window: ``operator`` tells who is typing at the moment of a change."""
        self._runner = runner
        self._clock = clock
        self._undo = undo
        self._operator = operator
        self.evidence = EvidenceOperations(runner, clock=clock, undo=undo, operator=operator)

    def record(self, edits: Sequence[FieldEdit]) -> Recorded:
        """Record fields that were typed, all or none."""
        operator, at = self._operator(), self._clock.now()
        recorded = self._runner.commit(lambda ws: record(ws, edits, operator=operator, at=at))
        if edits:
            self._undo.add(_name(edits[0].field), edits[0].task_id, recorded)
        return recorded

    def take_over(self, *, period: Period, task_id: str) -> Recorded:
        """Fill the blank fields of a task with what was said last period."""
        operator, at = self._operator(), self._clock.now()
        recorded = self._runner.commit(lambda ws: take_over(ws, period, task_id, operator=operator, at=at))
        self._undo.add(QCoreApplication.translate("operations", "采用上期内容"), task_id, recorded)
        return recorded

    def take_over_field(self, *, period: Period, task_id: str, field: Field, indicator_id: str | None) -> Recorded:
        """Fill one field with what was said last period."""
        operator, at = self._operator(), self._clock.now()
        recorded = self._runner.commit(
            lambda ws: take_over_field(
                ws, period, task_id, field=field, indicator_id=indicator_id, operator=operator, at=at
            )
        )
        self._undo.add(QCoreApplication.translate("operations", "采用上期内容"), task_id, recorded)
        return recorded

    def undo(self) -> Step | None:
        """Take the last step back and return it; None if there is none."""
        return self._undo.undo(self._again)

    def redo(self) -> Step | None:
        """Do the last undone step again and return it; None if there is none."""
        return self._undo.redo(self._again)

    def read_context(self, *, period: Period, task_id: str, done: Callable[[TaskContextRead], None]) -> None:
        """Read what surrounds an entry, in the background; ``done`` is not called if it is out of date by then."""
        begun = self._runner.revision

        def deliver(read: TaskContextRead) -> None:
            if begun == self._runner.revision:
                done(read)

        self._runner.read(
            lambda ws: TaskContextRead(
                task_id,
                period,
                suggestion(ws, period, task_id),
                tuple(task_history(ws, task_id, _HISTORY)),
                plan_changes(ws, task_id, _HISTORY),
                evidence(ws, period, task_id),
                evidence_history(ws, task_id, _HISTORY),
                comments_of(ws, period).get(task_id, ""),
            ),
            done=deliver,
        )

    def _again(self, edits: Sequence[Undoable]) -> Recorded | Assigned:
        operator, at = self._operator(), self._clock.now()
        cells = [edit for edit in edits if isinstance(edit, GridEdit)]
        if cells:
            return self._runner.commit(lambda ws: edit_grid(ws, cells, operator=operator, at=at))
        fields = [edit for edit in edits if not isinstance(edit, GridEdit)]
        return self._runner.commit(lambda ws: record(ws, fields, operator=operator, at=at))


def _name(field: Field) -> str:
    match field:
        case Field.VALUE:
            return QCoreApplication.translate("operations", "填写累计完成")
        case Field.STATUS:
            return QCoreApplication.translate("operations", "选择进展状态")
        case Field.NARRATIVE:
            return QCoreApplication.translate("operations", "填写进展情况")
        case Field.PROBLEMS:
            return QCoreApplication.translate("operations", "填写存在问题")
        case Field.NEXT_STEPS:
            return QCoreApplication.translate("operations", "填写下一步打算")
        case Field.REMARK:
            return QCoreApplication.translate("operations", "填写备注")
