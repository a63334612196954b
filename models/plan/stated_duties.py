"""What a statement of duties says: units that lead, units that support, a last day, and what was not understood."""

from dataclasses import dataclass, field
from datetime import date

from models.plan.deadlines import is_unread_due, read_due


@dataclass(frozen=True, slots=True)
class Duties:
    """The units that lead and support, and the last day; empty where nothing is said of it.

    ``unread_due`` is what stands where a time is asked for, ``unread`` what stands where a unit is, and was not
    understood.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due: date | None = None
    unread_due: str = ""
    unread: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is stated."""
        return bool(self.lead or self.support or self.due or self.unread_due or self.unread)

    def or_else(self, other: "Duties") -> "Duties":
        """Return these duties with what they do not say taken from others: units together, the time by itself.

        Of units that only support, the lead is who leads there.
        """
        units = self if self.lead else Duties(other.lead, self.support or other.support)
        due = self if self.due or self.unread_due else other
        return Duties(
            units.lead,
            tuple(unit for unit in units.support if unit not in units.lead),
            due.due,
            due.unread_due,
            self.unread or other.unread,
        )

    def joined(self, other: "Duties") -> "Duties":
        """Return what two statements side by side say together: （牵头单位：甲科）（配合单位：乙科）."""
        lead = self.lead or other.lead
        support = dict.fromkeys((*self.support, *(other.lead if self.lead else ()), *other.support))
        due = self if self.due or self.unread_due else other
        others = tuple(unit for unit in support if unit not in lead)
        return Duties(lead, others, due.due, due.unread_due, self.unread or other.unread)


NO_DUTIES = Duties()


@dataclass(slots=True)
class Stated:
    """What has been read of a statement so far; ``responsible`` are units of which the first leads if no other does."""

    lead: list[str] = field(default_factory=list)
    responsible: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    due: date | None = None
    unread_due: str = ""
    unread: str = ""

    def result(self) -> Duties:
        """Return what it says."""
        lead = self.lead or self.responsible[:1]
        others = dict.fromkeys((*self.responsible, *self.support))
        return Duties(
            tuple(dict.fromkeys(lead)),
            tuple(unit for unit in others if unit not in lead),
            self.due,
            self.unread_due,
            self.unread,
        )

    def add_time(self, words: str, year: int) -> None:
        """Read a time; of several the last counts."""
        self.due = max((day for day in (self.due, read_due(words, year)) if day), default=None)
        self.unread_due = self.unread_due or (words if is_unread_due(words, year) else "")

    def take(self, told: Duties) -> None:
        """Add what a part of the statement says by itself."""
        self.lead += told.lead
        self.support += told.support
        self.due = self.due or told.due
        self.unread_due = self.unread_due or told.unread_due
