"""填报期: the months, quarters, half-years and the year that progress is reported for.

A period knows nothing of what was reported in it. Progress is cumulative over the year, so the schedule (序时进度)
at the end of a period is the share of the year's months that have passed.

>>> p = Period(2021, PeriodKind.QUARTER, 2)
>>> p.id, p.official_name, p.ends_on.isoformat(), p.due_on.isoformat(), str(p.schedule)
('2021-Q2', '2021年第二季度', '2021-06-30', '2021-06-25', '0.5')
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

DUE_DAY = 25  # field practice: a period's return is due by the 25th of its last month
_ORDINALS = "一二三四"


class PeriodKind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_LETTER = {PeriodKind.MONTH: "M", PeriodKind.QUARTER: "Q", PeriodKind.HALF: "H", PeriodKind.YEAR: "Y"}
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_ID = re.compile(r"(\d{4})-([MQHY])(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Period:
    """One period of one year. ``ordinal`` counts from 1 within the year."""

    year: int
    kind: PeriodKind
    ordinal: int

    def __post_init__(self) -> None:
        """Refuse a period that no calendar has."""
        if not 1900 <= self.year <= 9998 or not 1 <= self.ordinal <= 12 // _MONTHS[self.kind]:
            raise ValueError(f"no such period: {self.year} {self.kind} {self.ordinal}")

    @property
    def id(self) -> str:
        """The period's short name, as stored and printed by ``--json``: 2021-M06, 2021-Q2, 2021-H1, 2021-Y1."""
        number = f"{self.ordinal:02d}" if self.kind is PeriodKind.MONTH else str(self.ordinal)
        return f"{self.year}-{_LETTER[self.kind]}{number}"

    @property
    def official_name(self) -> str:
        """The period as it is written on forms, in Chinese."""
        match self.kind:
            case PeriodKind.MONTH:
                return f"{self.year}年{self.ordinal}月"
            case PeriodKind.QUARTER:
                return f"{self.year}年第{_ORDINALS[self.ordinal - 1]}季度"
            case PeriodKind.HALF:
                return f"{self.year}年{'上' if self.ordinal == 1 else '下'}半年"
            case PeriodKind.YEAR:
                return f"{self.year}年全年"

    @property
    def last_month(self) -> int:
        """The month in which the period ends, 1 to 12."""
        return self.ordinal * _MONTHS[self.kind]

    @property
    def starts_on(self) -> date:
        """The first day of the period."""
        return date(self.year, self.last_month - _MONTHS[self.kind] + 1, 1)

    @property
    def ends_on(self) -> date:
        """The last day of the period."""
        return date(self.year, self.last_month, calendar.monthrange(self.year, self.last_month)[1])

    @property
    def due_on(self) -> date:
        """The day by which the return is due."""
        return date(self.year, self.last_month, DUE_DAY)

    @property
    def schedule(self) -> Decimal:
        """序时进度 at the end of the period: months passed out of twelve, from 0 to 1."""
        return Decimal(self.last_month) / 12

    @property
    def previous(self) -> "Period | None":
        """The period of the same kind before this one in the same year; cumulative values start anew each year."""
        return Period(self.year, self.kind, self.ordinal - 1) if self.ordinal > 1 else None


def parse_period(text: str) -> Period:
    """Read a period's id.

    Raises:
        ValueError: the text is not the id of a period.
    """
    match = _ID.fullmatch(text)
    if not match:
        raise ValueError(f"not a period: {text!r}")
    kind = next(kind for kind, letter in _LETTER.items() if letter == match[2])
    period = Period(int(match[1]), kind, int(match[3]))
    if period.id != text:
        raise ValueError(f"not a period: {text!r}")
    return period


def periods_of_year(year: int, kind: PeriodKind) -> tuple[Period, ...]:
    """List the periods of a year, first to last."""
    return tuple(Period(year, kind, n) for n in range(1, 12 // _MONTHS[kind] + 1))


def period_containing(day: date, kind: PeriodKind) -> Period:
    """Return the period in which a day falls."""
    return Period(day.year, kind, (day.month - 1) // _MONTHS[kind] + 1)
