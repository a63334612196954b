"""The tamper table: ways to make something else of a signed return, each by name, one change each.

Each row says what our verifier must answer, by outcome, code and place, and whether LibreOffice and Apache POI were
measured to call the signature valid all the same.
"""

from collections.abc import Callable
from dataclasses import dataclass

from models.signing.findings import Code, Outcome
from models.signing.trust import Trust
from tests.models.signing.samples import identity, signed

Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Way:
    """One way to tamper. ``libreoffice`` and ``poi``: whether that program still calls the signature valid."""

    name: str
    change: Change
    outcome: Outcome
    code: Code | None
    where: str | None
    libreoffice: bool
    poi: bool

    def file(self) -> bytes:
        """The tampered file."""
        return self.change(signed())


class Table:
    """Collects the ways of one room: ``@table.way(Code…, where)`` over a function named for the way."""

    def __init__(self, title: str) -> None:
        """Start empty."""
        self.title = title
        self.ways: list[Way] = []

    def way(
        self,
        code: Code | None,
        where: str | None = None,
        *,
        outcome: Outcome = Outcome.ALTERED,
        libreoffice: bool = False,
        poi: bool = False,
    ) -> Callable[[Change], Change]:
        """Enter a function; ``where`` None means that the place does not matter."""

        def enter(change: Change) -> Change:
            name = change.__name__.strip("_").replace("_", " ")
            self.ways.append(Way(name, change, outcome, code, where, libreoffice, poi))
            return change

        return enter


def trust() -> Trust:
    """What the reader knows: the unit's own certificate, pinned."""
    certificate = identity().certificate
    return Trust(pinned={certificate.unit_code: frozenset({certificate.digest})})
