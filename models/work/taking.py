"""采用: what the accepted returns amount to, taken into the superior's own entry of the period.

1. A proposal enters nothing by itself: a person takes it, and it is then an entry like any other, with its history.
2. One figure is taken over whatever stands there. Many at once fill only what is blank: a figure that a person typed,
   or the statement that there is none, is never replaced in a heap.
3. What is taken is the figure that the person saw. Where the entry is no longer blank by then, it stays as it is.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from models.core.periods import Period
from models.store.database import Workspace
from models.store.entries import entries, record
from models.store.records import Field, FieldEdit, Recorded
from models.work.summary import IndicatorLine


class Match(StrEnum):
    """How the superior's own figure stands to the proposal."""

    NOTHING = "nothing"  # nothing is proposed
    BLANK = "blank"  # there is a proposal, and no own figure yet
    SAME = "same"
    DIFFERENT = "different"  # another figure, or the statement that there is none


def match_of(line: IndicatorLine) -> Match:
    """Tell how the own figure of an indicator stands to what its units' returns amount to."""
    if line.proposal.amount is None:
        return Match.NOTHING
    if line.stated is None:
        return Match.BLANK
    return Match.SAME if line.own == line.proposal.amount else Match.DIFFERENT


def blank_ones(lines: Iterable[IndicatorLine]) -> tuple[IndicatorLine, ...]:
    """Return the indicators that have a proposal and no own figure yet."""
    return tuple(line for line in lines if match_of(line) is Match.BLANK)


def take(
    workspace: Workspace, period: Period, lines: Iterable[IndicatorLine], *, operator: str, at: datetime
) -> Recorded:
    """Take the proposals of some indicators, over whatever stands there.

    Raises:
        PeriodClosed: the period was closed by its return.
        NotANumber: a sum has more digits than a figure can have.
    """
    return record(workspace, _edits(period, lines), operator=operator, at=at)


def take_blank(
    workspace: Workspace, period: Period, lines: Iterable[IndicatorLine], *, operator: str, at: datetime
) -> Recorded:
    """Take the proposals of some indicators where nothing stands, all in one transaction.

    Raises:
        PeriodClosed: the period was closed by its return.
        NotANumber: a sum has more digits than a figure can have.
    """
    with workspace.transaction():
        known = entries(workspace, period)
        free = [
            line for line in lines if line.task.id not in known or line.indicator.id not in known[line.task.id].values
        ]
        return record(workspace, _edits(period, free), operator=operator, at=at)


def _edits(period: Period, lines: Iterable[IndicatorLine]) -> list[FieldEdit]:
    return [
        FieldEdit(
            period=period,
            task_id=line.task.id,
            field=Field.VALUE,
            new=line.proposal.amount,
            indicator_id=line.indicator.id,
        )
        for line in lines
        if line.proposal.amount is not None
    ]
