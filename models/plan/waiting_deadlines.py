"""Deadlines that were waiting for the plan's year, read when a person has filled it in.

Without a year 6月底前 is no day. Those in a task's words are read from the words; those that stood in a bracket, on a
line or in a cell are kept in the doubts about them, and are read from there.
"""

from dataclasses import replace

from models.plan import editing
from models.plan.deadlines import ambiguous_deadline, find_deadline, is_unread_due, proposed_deadline, read_due
from models.plan.model import Doubt, DoubtKind, Plan, Span, Task


def read_waiting(plan: Plan) -> Plan:
    """Return a plan that has a year now, with its deadlines read and the doubts that this leaves."""
    year = plan.year
    waiting = {d.task_id: d for d in plan.doubts if d.kind is DoubtKind.DEADLINE_AMBIGUOUS and d.task_id}
    settled: set[str] = set()
    asked: list[Doubt] = []

    def read(task: Task) -> Task:
        stated = waiting.get(task.id)
        due = task.due or find_deadline(task.text, year) or (read_due(stated.text, year) if stated else None)
        if stated and not is_unread_due(stated.text, year):
            settled.add(task.id)
        ambiguous = ambiguous_deadline(task.text, year)
        if ambiguous and not stated:
            asked.append(_doubt(plan, task, ambiguous, year))
        return replace(task, due=due)

    plan = editing.map_tasks(plan, lambda task: (read(task),))
    doubts = [
        doubt
        for doubt in plan.doubts
        if doubt.kind is not DoubtKind.YEAR_MISSING
        and not (doubt.kind is DoubtKind.DEADLINE_AMBIGUOUS and doubt.task_id in settled)
    ]
    return replace(plan, doubts=tuple(sorted((*doubts, *asked), key=lambda doubt: (doubt.span.start, doubt.kind))))


def _doubt(plan: Plan, task: Task, words: str, year: int) -> Doubt:
    at = plan.source.find(words, task.span.start, task.span.end)
    span = Span(at, at + len(words)) if at >= 0 else task.span
    taken, proposed = find_deadline(task.text, year), proposed_deadline(words, year)
    facts = (("taken", taken), ("proposed", None if taken else proposed))
    return Doubt(
        DoubtKind.DEADLINE_AMBIGUOUS, span, words, task.id, tuple((name, f"{day}") for name, day in facts if day)
    )
