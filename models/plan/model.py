"""What a plan is: the document's parts, items and tasks with their targets, each with its place in the source text.

Immutable, without a database and without a window. Offsets count characters of ``Plan.source``, half open, so that
``plan.source[span.start:span.end]`` is the original wording for ever, however the task is reworded later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.core.vocabulary import Direction, TaskKind


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source text: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measurable target of a task.

    ``target`` is in the base ``unit`` (1.2亿元 is 120000000 元); ``span`` is the figure with its unit in the source.
    """

    id: str
    name: str
    target: Decimal
    unit: str
    direction: Direction
    span: Span


@dataclass(frozen=True, slots=True)
class Task:
    """One job that a unit can be given.

    ``text`` is the wording without the closing mark and without responsible units in brackets; ``lead`` and
    ``support`` are those units; ``due`` is the last day, where the document states one.
    """

    id: str
    text: str
    span: Span
    kind: TaskKind
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: date | None
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """目: a numbered paragraph; ``span`` runs from its number to its last character."""

    number: int
    title: str
    span: Span
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """部分: a chapter; number 1 with an empty title where the document has items only."""

    number: int
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """工作要点 as read.

    A head field that the document does not state is empty (``issued_on``: None, ``year``: 0). ``left_over`` are the
    lines after the head that became neither title nor task, so that nothing is dropped in silence.
    """

    title: str
    document_number: str
    issuer: str
    issued_on: date | None
    addressees: tuple[str, ...]
    preamble: str
    parts: tuple[Part, ...]
    source: str
    year: int
    left_over: tuple[Span, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        """Run through the items of all parts, in the order of the document."""
        return (item for part in self.parts for item in part.items)

    @property
    def tasks(self) -> Iterator[Task]:
        """Run through the tasks of all items, in the order of the document."""
        return (task for item in self.items for task in item.tasks)
