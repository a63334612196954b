"""A period is closed by its final return, and reopened only with a reason; the next return is the next in sequence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.periods import Period
from models.core.texts import clean_name
from models.core.vocabulary import Role
from models.store.database import Workspace
from models.store.exports import add_export, next_sequence
from models.store.period_events import MAX_REASON, Event, PeriodEvent, add_event, closing_of
from models.store.records import ExportRecord


@dataclass(eq=False)
class CorrectionReasonUnfit(UserError):
    """A closed period should be reopened without saying why, or with more than ``limit`` characters."""

    length: int
    limit: int


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
    """
    said = clean_name(reason)
    if not 0 < len(said) <= MAX_REASON:
        raise CorrectionReasonUnfit(len(said), MAX_REASON)
    with workspace.transaction():
        if closing_of(workspace, period) is None:
            return Changes()
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
