"""What a plan is: the document's parts, items and tasks with their targets, each with its place in the source text.

Immutable, without a database and without a window. Offsets count characters of ``Plan.source``, half open, so that
``plan.source[span.start:span.end]`` is the original wording for ever, however the task is reworded later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.core.vocabulary import Direction, Per, TaskKind


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source text: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


class DoubtKind(StrEnum):
    """What the parser is not sure of; beside each code the facts that a sentence about it needs.

    ``text`` is always the words in question, shortened by nobody: the sentence shortens them.
    """

    YEAR_MISSING = "year_missing"  # no year anywhere: deadlines were not read
    NUMBERS_MISSING = "numbers_missing"  # text: the heading behind the gap; missing: 四 or 四、五
    NUMBER_REPEATED = "number_repeated"  # text: the second heading; number
    LEFT_OVER = "left_over"  # text: lines that became neither title nor task
    TABLE_LEFT = "table_left"  # text: the first row of a table that was not read; why, place, sheet (``blocks.Why``)
    HIDDEN_LEFT = "hidden_left"  # text: words that are hidden in the file, or the sheet's name; why, place, sheet
    PAGE_UNCERTAIN = "page_uncertain"  # text: the header of a table without lines; why, place: a page's look, not text
    CLAUSE_MAY_BE_TASK = "clause_may_be_task"  # text: a clause that may be a task of its own
    TASK_MAY_BE_CLAUSE = "task_may_be_clause"  # text: a task that may be no more than a part of the one before
    NUMBER_MAY_BE_TARGET = "number_may_be_target"  # text: a number with its unit that was not taken as a target
    TARGET_UNCERTAIN = "target_uncertain"  # text: a figure taken as a target whose name or side is guessed
    BRACKET_UNKNOWN = "bracket_unknown"  # text: a bracket that may name units; it stayed in the wording
    DEADLINE_AMBIGUOUS = "deadline_ambiguous"  # text: 9月前; taken: the day beside it that was; proposed: a likely one


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at, and where.

    ``task_id`` is empty where it concerns no single task. ``span`` may be empty (start == end) where it concerns the
    document as a whole.
    """

    kind: DoubtKind
    span: Span
    text: str = ""
    task_id: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """Return one of the facts beside the kind, or nothing."""
        return dict(self.facts).get(name, "")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measurable target of a task.

    ``target`` is the year's, in the base ``unit`` (1.2亿元 is 120000000 元); ``span`` is the figure with its unit in
    the source (empty for one that a person added). ``baseline`` is where it starts, if stated (从71%提高到80%).
    ``per`` tells that the document states a rate (每季度2次): progress is counted over the year, so ``target`` is the
    rate times the periods of a year (8), and the rate is ``each``.
    """

    id: str
    name: str
    target: Decimal
    unit: str
    direction: Direction
    span: Span
    baseline: Decimal | None = None
    per: Per | None = None

    @property
    def each(self) -> Decimal:
        """The amount for each period of ``per``; the target itself where it is no rate."""
        return self.target / self.per.times if self.per else self.target


@dataclass(frozen=True, slots=True)
class Task:
    """One job that a unit can be given.

    ``text`` is the wording without the closing mark and without responsible units in brackets; ``lead`` and
    ``support`` are those units; ``due`` is the last day, where the document states one. A task that a person added has
    an empty span at the end of its item.
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

    A head field that the document does not state is empty (``issued_on``: None, ``year``: 0). ``notice`` are the words
    of the letter that the plan came with. ``left_over`` are the lines that became neither title nor task nor a field of
    the head, so that nothing is dropped in silence. ``doubts`` stand in the order of the document.
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
    notice: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        """Run through the items of all parts, in the order of the document."""
        return (item for part in self.parts for item in part.items)

    @property
    def tasks(self) -> Iterator[Task]:
        """Run through the tasks of all items, in the order of the document."""
        return (task for item in self.items for task in item.tasks)
