"""Where time comes from. Nothing below ``ui/`` asks the system's clock by itself: it is handed one of these."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Something that tells the time."""

    def now(self) -> datetime:
        """Return the present moment, aware of its time zone, in whole seconds."""
        ...


class SystemClock:
    """The clock of this computer, in its own time zone."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now().astimezone().replace(microsecond=0)


@dataclass
class FixedClock:
    """A clock that stands still, for repeatable runs."""

    moment: datetime

    def now(self) -> datetime:
        """Return the same moment each time."""
        return self.moment
