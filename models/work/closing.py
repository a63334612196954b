"""A period is closed by its final return, and reopened only with a reason; the next return is the next in sequence.

Once the superior accepted the latest return, the period stays closed: only its superior can send that return back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.periods import Period
from models.core.texts import clean_name
from models.core.vocabulary import Role
from models.store.database import Workspace
from models.store.exports import add_export, last_export, next_sequence
from models.store.period_events import MAX_REASON, Event, PeriodEvent, add_event, closing_of
from models.store.records import ExportRecord
from models.store.superior import accepted_periods


@dataclass(eq=False)
class CorrectionReasonUnfit(UserError):
    """A closed period should be reopened without saying why, or with more than ``limit`` characters."""

    length: int
    limit: int


@dataclass(eq=False)
class PeriodAccepted(UserError):
    """The superior accepted the period's return number ``sequence``; nothing in it changes any more."""

    period: Period
    sequence: int


def close_by_export(
    workspace: Workspace, export: ExportRecord, *, signs: str = "", evidence: Iterable[str] = ()
) -> Changes:
    """Keep that a final return was written out; from then on its period is closed. All of it, or nothing.

    Args:
        workspace: whose.
        export: the return.
        signs: the 填报人 who signs off by exporting, or blank where somebody has signed for this state before.
        evidence: the sums (SHA-256) of the files that it lists.
    """
    closed = PeriodEvent(
        at=export.at,
        operator=export.operator,
        period=export.period,
        sequence=export.sequence,
        event=Event.CLOSED,
        check_code=export.check_code,
    )
    with workspace.transaction():
        changes = Changes()
        if signs:
            changes = add_event(workspace, replace(closed, event=Event.SIGNED_OFF, role=Role.FILLER, name=signs))
        return changes | add_export(workspace, export, evidence=evidence) | add_event(workspace, closed)


def reopen(workspace: Workspace, period: Period, *, reason: str, operator: str, at: datetime) -> Changes:
    """Open a closed period for a correction; one that is open stays as it is.

    Args:
        workspace: whose.
        period: which.
        reason: why the return that went out is not good enough.
        operator: who says so.
        at: now.

    Raises:
        CorrectionReasonUnfit: the reason is missing, or too long.
        PeriodAccepted: the superior accepted its latest return.
    """
    said = clean_name(reason)
    if not 0 < len(said) <= MAX_REASON:
        raise CorrectionReasonUnfit(len(said), MAX_REASON)
    with workspace.transaction():
        closing = closing_of(workspace, period)
        if closing is None:
            return Changes()
        if period in accepted_periods(workspace):
            raise PeriodAccepted(period, closing.sequence)
        return add_event(
            workspace,
            PeriodEvent(
                at=at,
                operator=operator,
                period=period,
                sequence=next_sequence(workspace, period),
                event=Event.REOPENED,
                reason=said,
            ),
        )


def close_again(workspace: Workspace, period: Period, *, operator: str, at: datetime) -> Changes:
    """Close a period that was reopened, because its latest return was accepted after all; what was typed since stays.

    A period that is closed, or of which no return went out, stays as it is.
    """
    with workspace.transaction():
        export = last_export(workspace, period)
        if export is None or closing_of(workspace, period) is not None:
            return Changes()
        return add_event(
            workspace,
            PeriodEvent(
                at=at,
                operator=operator,
                period=period,
                sequence=export.sequence,
                event=Event.CLOSED,
                check_code=export.check_code,
            ),
        )
