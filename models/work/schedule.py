"""序时进度: how far a task should be at the end of a period. Pure arithmetic on whole months, as offices count it."""

from datetime import date
from decimal import Decimal

from models.core.periods import Period


def schedule_at(period: Period, due: date | None) -> Decimal:
    """Return the share that should be done at the end of ``period``, from 0 to 1.

    Without a due date, or with one in a later year, it is the share of the year's months that have passed. With one in
    the period's year it is the months passed out of those up to and with the due date's month; after an earlier year's
    due date everything should be done.

    >>> from models.core.periods import parse_period
    >>> str(schedule_at(parse_period("2021-Q1"), date(2021, 6, 30)))
    '0.5'
    """
    if due is None or due.year > period.year:
        return period.schedule
    if due.year < period.year:
        return Decimal(1)
    return min(Decimal(period.last_month) / due.month, Decimal(1))


def overdue(period: Period, due: date | None) -> bool:
    """Tell whether the due date has passed when the period ends; on its last day it has not."""
    return due is not None and due < period.ends_on
