"""A text with a breakdown table behind it that says its tasks again: the text gives the tasks, the table who and when.

A row's words are looked for in the text, blanks and marks left out; the tasks that stand there get its duties where
they have none of their own. What the table says and the text does not is asked about.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.plan.deadlines import read_due
from models.plan.documents.blocks import Aside, Why
from models.plan.editing import map_tasks
from models.plan.model import Plan, Span, Task
from models.plan.transcript import Row

_MOSTLY = 0.6  # of the rows that the text must say
_SHORTEST = 4  # characters; fewer stand anywhere
_LEAST_ROWS = 2


def says_again(text: str, rows: Sequence[Row]) -> bool:
    """Tell whether most of a table's tasks stand in the text around it."""
    words = _Words(text)
    return len(rows) >= _LEAST_ROWS and sum(1 for row in rows if words.find(row)) >= _MOSTLY * len(rows)


def with_duties(plan: Plan, rows: Sequence[Row], lines: Sequence[str]) -> tuple[Plan, Aside]:
    """Return the plan with what the table says of its tasks, and the table's ``lines`` as what stands beside it."""
    words = _Words(plan.source)
    given: dict[str, list[Row]] = {}
    tasks = sorted(plan.tasks, key=lambda task: task.span.start)
    starts = [task.span.start for task in tasks]
    unknown: list[str] = []
    for row in rows:
        spans = words.find(row)
        if not spans:
            unknown.append(row.text)
        for span in spans:
            first = max(0, bisect_right(starts, span.start) - 1)
            for task in tasks[first : bisect_right(starts, span.end - 1)]:
                if task.span.end > span.start:
                    given.setdefault(task.id, []).append(row)
    plan = map_tasks(plan, lambda task: (_with(task, given.get(task.id, []), plan.year),))
    if unknown:
        return plan, Aside(Why.OTHER_TABLE, unknown[0], tuple(lines))
    return plan, Aside(Why.KNOWN_TABLE, "", tuple(lines))


def _with(task: Task, rows: Sequence[Row], year: int) -> Task:
    lead = next((row.duties.lead for row in rows if row.duties.lead), ())
    support = tuple(dict.fromkeys(unit for row in rows for unit in row.duties.support if unit not in lead))
    due = max((day for row in rows if row.due_text and (day := read_due(row.due_text, year))), default=None)
    if not (task.lead or task.support):
        task = replace(task, lead=lead, support=support)
    return replace(task, due=task.due or due)


class _Words:
    """A text without blanks and marks, which knows where each of its characters stands."""

    def __init__(self, text: str) -> None:
        self._places = [at for at, c in enumerate(text) if c.isalnum()]
        self._text = "".join(text[at] for at in self._places)

    def find(self, row: Row) -> list[Span]:
        """Return where a row's words stand: all together, or else those of its sentences that do."""
        for pieces in ([row.text], list(_sentences(row.text))):
            spans = [span for piece in pieces if (span := self._place_of(piece))]
            if spans and len(spans) * 2 > len(pieces):
                return spans
        return []

    def _place_of(self, words: str) -> Span | None:
        compact = "".join(filter(str.isalnum, words))
        at = self._text.find(compact) if len(compact) >= _SHORTEST else -1
        return Span(self._places[at], self._places[at + len(compact) - 1] + 1) if at >= 0 else None


def _sentences(text: str) -> Iterator[str]:
    piece = ""
    for c in text:
        piece += c
        if c in "。；，\n":
            yield piece
            piece = ""
    if piece:
        yield piece
