"""汇总: reading what the accepted returns amount to, taking it into the own entries, and choosing how it rolls up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.core.clock import Clock
from models.core.periods import Period
from models.store.entries import record
from models.store.period_events import PeriodEvent, closing_of
from models.store.received import ReturnForm
from models.store.records import Field, FieldEdit, Recorded
from models.store.roll_up_methods import Method
from models.store.unit_weights import weights
from models.work.roll_up import narratives, set_method
from models.work.summary import IndicatorLine, Summary, with_own_entries
from models.work.summary import read_summary as summary_of
from models.work.taking import take, take_blank
from ui.operations.runner import Failed, Runner
from ui.operations.undo import UndoStack

if TYPE_CHECKING:
    from models.store.database import Workspace

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SummaryRead:
    """What the page shows.

    ``columns`` are the figures of the directory that a mean can be weighted by: for each its amounts by unit.
    ``closing`` is the final return that has closed the period, or None.
    """

    summary: Summary
    columns: Mapping[str, Mapping[int, Decimal]]
    closing: PeriodEvent | None

    @property
    def by_hand(self) -> frozenset[int]:
        """The units whose return of the period was filled in by hand."""
        judged = ((line.unit.id, line.cell.judged) for line in self.summary.units)
        return frozenset(unit for unit, one in judged if one and one.received.form is ReturnForm.BLANK_FORM)


def read_summary(
    runner: Runner,
    *,
    period: Period,
    today: date,
    before: SummaryRead | None,
    done: Callable[[SummaryRead], None],
    failed: Failed,
) -> None:
    """Read the summary of a period; ``done`` is not called if it is out of date by then.

    Args:
        runner: whose workspace.
        period: which period.
        today: the day, by which returns are overdue.
        before: what was read last, where only own entries changed since: the rest is not read again then, so that one
            proposal can be taken after the other without waiting, however many units there are.
        done: gets the summary.
        failed: gets what went wrong.
    """
    begun = runner.revision

    def work(workspace: "Workspace") -> SummaryRead:
        if before is not None and before.summary.period == period:
            return replace(before, summary=with_own_entries(workspace, before.summary))
        read = summary_of(workspace, period, today=today)
        return SummaryRead(read, weights(workspace), closing_of(workspace, period))

    def deliver(read: SummaryRead) -> None:
        if begun == runner.revision:
            done(read)

    runner.read(work, done=deliver, failed=failed)


def read_drawn(
    runner: Runner, *, period: Period, task_id: str, done: Callable[[str, str], None], failed: Failed
) -> None:
    """Read what the units' accepted returns say on a task, as one list; ``done`` gets the task's id and the list."""
    runner.read(
        lambda workspace: narratives(workspace, period, task_id),
        done=lambda drawn: done(task_id, drawn),
        failed=failed,
    )


class SummaryOperations:
    """What a person does on 汇总, as the operator who is at the keyboard.

    The methods that record wait until the change is durable, can be undone, and raise what the workspace refused.
    """

    def __init__(self, runner: Runner, *, clock: Clock, undo: UndoStack, operator: Callable[[], str]) -> None:
        """Bind the operations to a window: ``operator`` tells who is typing at the moment of a change."""
        self._runner = runner
        self._clock = clock
        self._undo = undo
        self._operator = operator

    def take(self, period: Period, line: IndicatorLine) -> Recorded:
        """Take one proposal, over whatever stands there."""
        operator, at = self._operator(), self._clock.now()
        recorded = self._runner.commit(lambda ws: take(ws, period, [line], operator=operator, at=at))
        self._undo.add(translate("operations", "采用下级汇总"), line.task.id, recorded)
        return recorded

    def take_all(
        self, period: Period, lines: Sequence[IndicatorLine], *, done: Callable[[Recorded], None], failed: Failed
    ) -> None:
        """Take many proposals where nothing stands, in the background, all or none."""
        operator, at = self._operator(), self._clock.now()
        name = translate("operations", "全部采用下级汇总")

        def taken(recorded: Recorded) -> None:
            first = next((edit.task_id for edit in reversed(recorded.undo)), "")
            self._undo.add(name, first, recorded)
            done(recorded)

        self._runner.change(
            lambda ws: take_blank(ws, period, lines, operator=operator, at=at), label=name, done=taken, failed=failed
        )

    def draw_in(self, period: Period, task_id: str, text: str) -> Recorded:
        """Put a list that was drawn from the units into the own narrative."""
        return self._write(period, task_id, text, translate("operations", "汇集各单位进展"))

    def write_narrative(self, period: Period, task_id: str, text: str) -> Recorded:
        """Record the own narrative as it was typed."""
        return self._write(period, task_id, text, translate("operations", "填写进展情况"))

    def choose_method(
        self, indicator_id: str, method: Method, *, done: Callable[[Changes], None], failed: Failed
    ) -> None:
        """Choose how an indicator rolls up."""
        self._runner.change(
            lambda ws: set_method(ws, indicator_id, method),
            label=translate("operations", "正在改汇总方式…"),
            done=done,
            failed=failed,
        )

    def _write(self, period: Period, task_id: str, text: str, name: str) -> Recorded:
        operator, at = self._operator(), self._clock.now()
        edit = FieldEdit(period=period, task_id=task_id, field=Field.NARRATIVE, new=text)
        recorded = self._runner.commit(lambda ws: record(ws, [edit], operator=operator, at=at))
        self._undo.add(name, task_id, recorded)
        return recorded
