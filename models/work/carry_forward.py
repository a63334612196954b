"""What stood in an earlier period, offered for this one. It counts as reported only once it has been taken over.

Values are cumulative over the year, so only periods of the same year are looked at, of whatever kind: the latest that
ends before this one, or on the same day and is shorter (June before the second quarter before the first half-year).
"""

from dataclasses import dataclass
from datetime import date, datetime

from models.core.periods import Period
from models.store.database import Workspace
from models.store.entries import entries, entry
from models.store.history import last_change, last_changes
from models.store.periods import periods
from models.store.records import Entry


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What was last reported on a task, in which period, and the day on which that was written."""

    period: Period
    entry: Entry
    reported_on: date


def suggestion(workspace: Workspace, period: Period, task_id: str) -> Suggestion | None:
    """Return what can be taken over for a task, or None if nothing stood in any earlier period."""
    for earlier in earlier_periods(workspace, period):
        found = entry(workspace, earlier, task_id)
        if not found.blank:
            return Suggestion(earlier, found, _day(last_change(workspace, earlier, task_id), earlier))
    return None


def all_suggestions(workspace: Workspace, period: Period) -> dict[str, Suggestion]:
    """Return what can be taken over, by task, in three queries for each earlier period."""
    found: dict[str, Suggestion] = {}
    for earlier in earlier_periods(workspace, period):
        changed = last_changes(workspace, earlier)
        for task_id, one in entries(workspace, earlier).items():
            found.setdefault(task_id, Suggestion(earlier, one, _day(changed.get(task_id), earlier)))
    return found


def earlier_periods(workspace: Workspace, period: Period) -> tuple[Period, ...]:
    """Return the opened periods of the year that come before one, the latest first."""
    opened = [one for one in periods(workspace) if one.year == period.year]
    before = [one for one in opened if _rank(one) < _rank(period)]
    return tuple(sorted(before, key=_rank, reverse=True))


def _rank(period: Period) -> tuple[date, int]:
    return period.ends_on, -period.starts_on.toordinal()


def _day(changed: datetime | None, period: Period) -> date:
    return changed.date() if changed else period.ends_on
