"""How facts are spelled in the columns of the tables: instants, dates, lists. Amounts: see models/core/numbers."""

from collections.abc import Iterable
from datetime import date, datetime

from models.core.texts import clean_name


def to_instant(at: datetime) -> str:
    """Spell a moment as ISO text with its offset, in whole seconds.

    Raises:
        ValueError: the moment has no time zone, which is a bug of the caller.
    """
    if at.tzinfo is None:
        raise ValueError("a moment without time zone")
    return at.isoformat(timespec="seconds")


def from_instant(text: str) -> datetime:
    """Read what ``to_instant`` spelled."""
    return datetime.fromisoformat(text)


def to_date(day: date | None) -> str | None:
    """Spell a day as ISO text."""
    return None if day is None else day.isoformat()


def from_date(text: str | None) -> date | None:
    """Read what ``to_date`` spelled."""
    return None if text is None else date.fromisoformat(text)


def to_list(names: Iterable[str]) -> str:
    """Spell a list of names, one a line."""
    return "\n".join(map(clean_name, names))


def from_list(text: str) -> tuple[str, ...]:
    """Read what ``to_list`` spelled."""
    return tuple(text.split("\n")) if text else ()
