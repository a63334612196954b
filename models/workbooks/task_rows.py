"""The rows of a table of tasks: how a row says which task and which indicator it is about, and how that is read back.

A task of several indicators has a row for each, one below the other. The identifier of an indicator is that of its task
and its place, so the sheet spells it out only where the place of the row says otherwise.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from models.workbooks.cells import address
from models.workbooks.closed_language import NotOurForm, Reason
from models.workbooks.printable import NotPrintable


class TaskRow(Protocol):
    """A row of such a table."""

    @property
    def task_id(self) -> str:
        """Of which task."""


Row = TypeVar("Row", bound=TaskRow)


def placed(rows: Iterable[Row]) -> Iterator[tuple[Row, Row | None, int]]:
    """Return each row of a group, the one above where that is of the same task, and its place in the task from 1."""
    above: Row | None = None
    position = 0
    for row in rows:
        before = above if above is not None and above.task_id == row.task_id else None
        position = position + 1 if before is not None else 1
        yield row, before, position
        above = row


def identifier_text(task_id: str, indicator_id: str | None, *, position: int) -> str:
    """Say which task, and which indicator where that does not follow from its place, from 1.

    Raises:
        NotPrintable: it would be read back as another.
    """
    if "/" in task_id or not task_id:
        raise NotPrintable(task_id, "task_id", "wording")
    if indicator_id in {None, f"{task_id}/{position}"}:
        return task_id
    if not indicator_id or not indicator_id.startswith(f"{task_id}/"):
        raise NotPrintable(task_id, "indicator_id", "wording")
    return indicator_id


@dataclass(frozen=True, slots=True)
class Identified(Generic[Row]):
    """What the identifier of a row says; ``before`` is the row above, where that belongs to the same task."""

    task_id: str
    before: Row | None
    _text: str
    _position: int

    def indicator_id(self, cell: tuple[int, int], *, is_there: bool) -> str | None:
        """Return the indicator's id, if the row has one.

        Raises:
            NotOurForm: what follows from the place was spelt out, or an indicator is named where there is none.
        """
        derived, is_spelt_out = f"{self.task_id}/{self._position}", "/" in self._text
        if self._text == derived or (is_spelt_out and not is_there):
            raise NotOurForm(Reason.CELL, address(*cell))
        if not is_there:
            return None
        return self._text if is_spelt_out else derived


@dataclass(slots=True)
class Identifiers:
    """The tasks that were met so far, of which each may be met in one place only."""

    _seen: set[str] = field(default_factory=set)

    def read(self, text: str, above: Sequence[Row], cell: tuple[int, int]) -> Identified[Row]:
        """Read the identifier of a row below the others of its group.

        Raises:
            NotOurForm: it is none, or the rows of its task stand elsewhere.
        """
        task_id = text.partition("/")[0]
        before = above[-1] if above and above[-1].task_id == task_id else None
        if not task_id or (before is None and task_id in self._seen):
            raise NotOurForm(Reason.ROWS, address(*cell))
        self._seen.add(task_id)
        return Identified(task_id, before, text, sum(1 for other in above if other.task_id == task_id) + 1)
