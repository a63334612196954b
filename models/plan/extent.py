"""Where a task begins and ends: several made one, one made two, and the way from its wording to its place in the text.

A wording is its stretch of the source without numbers, closing marks, line ends and brackets with duties, so a place in
one is found in the other by walking along both. In a wording that a person has changed beyond that, a place is found by
proportion, and moved to the nearest comma.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from models.core.errors import UserError
from models.core.vocabulary import TaskKind
from models.plan.deadlines import find_deadline
from models.plan.editing import Place, answered, new_id, next_indicator_id, place_of, task_at, with_tasks
from models.plan.jobs import kind_of_wording
from models.plan.model import DoubtKind, Plan, Span, Task

_ABOUT_EXTENT = frozenset({DoubtKind.CLAUSE_MAY_BE_TASK, DoubtKind.TASK_MAY_BE_CLAUSE})
_MARKS = "，,。；;、！!？?：:.．"
_SPACE = " \t\n\u3000"
_BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}


@dataclass(eq=False)
class NotNeighbours(UserError):
    """Tasks that do not stand side by side in the document cannot become one."""


@dataclass(eq=False)
class NothingToSplit(UserError):
    """There are no words on one side of the place where a task should be split."""

    text: str


def merge_tasks(plan: Plan, task_ids: Sequence[str]) -> Plan:
    """Make one task of several that stand side by side in the document; a task added by hand goes with any.

    Raises:
        NotNeighbours: other words that are in use stand between them.
        NotInPlan: one of them is not there.
    """
    places = sorted({place_of(plan, each) for each in task_ids}, key=lambda at: (at.part, at.item, at.position))
    tasks = [task_at(plan, place) for place in places]
    if len(tasks) < 2:
        return plan
    span, left_over = _adjoin(plan, [task.span for task in tasks if task.span.start < task.span.end] or [tasks[0].span])
    first, *others = tasks
    indicators = list(first.indicators)
    for each in (each for task in others for each in task.indicators):
        indicators.append(replace(each, id=next_indicator_id(first.id, indicators)))
    lead = next((task.lead for task in tasks if task.lead), ())
    units = dict.fromkeys([unit for task in tasks for unit in task.lead] + [u for task in tasks for u in task.support])
    kinds = [task.kind for task in tasks]
    merged = replace(
        first,
        text=_joined_words(plan, tasks),
        span=span,
        kind=min(kinds, key=list(TaskKind).index),
        lead=lead,
        support=tuple(unit for unit in units if unit not in lead),
        due=max((task.due for task in tasks if task.due), default=None),
        indicators=tuple(indicators),
    )
    changed: dict[Place, tuple[Task, ...]] = dict.fromkeys(places, ())
    plan = replace(with_tasks(plan, changed | {places[0]: (merged,)}), left_over=left_over)
    return answered(plan, _ABOUT_EXTENT, {task.id for task in tasks}, [merged])


def split_task(plan: Plan, task_id: str, offset: int) -> Plan:
    """Cut a task in two at a place of its ``text``; each half keeps the targets whose words it has.

    Raises:
        NothingToSplit: there are no words on one side.
    """
    place = place_of(plan, task_id)
    task = task_at(plan, place)
    before, behind = task.text[:offset].rstrip(_MARKS + _SPACE), task.text[offset:].lstrip(_MARKS + _SPACE)
    if not 0 < offset < len(task.text) or not _has_words(before) or not _has_words(behind):
        raise NothingToSplit(task.text)
    cut = source_offset(plan, task, len(task.text) - len(behind))
    kept = tuple(i for i in task.indicators if i.span.start < cut or i.span.start == i.span.end)
    moved = [i for i in task.indicators if i not in kept]
    second_id = new_id(plan, place, behind)
    first = replace(
        task,
        text=before,
        span=Span(task.span.start, cut),
        kind=_kind_of_half(task, before, has_targets=bool(kept)),
        due=_due_of_half(plan, task, before, behind),
        indicators=kept,
    )
    second = Task(
        id=second_id,
        text=behind,
        span=Span(cut, task.span.end),
        kind=TaskKind.QUANTIFIED if moved else kind_of_wording(behind),
        lead=task.lead,
        support=task.support,
        due=_due_of_half(plan, task, behind, before),
        indicators=tuple(replace(each, id=f"{second_id}/{n}") for n, each in enumerate(moved, start=1)),
    )
    return answered(with_tasks(plan, {place: (first, second)}), _ABOUT_EXTENT, {task_id}, [first, second])


def source_offset(plan: Plan, task: Task, offset: int) -> int:
    """Return which place of the source a place in a task's wording is."""
    places = _places(plan.source, task)
    if places is not None:
        return places[offset] if offset < len(places) else task.span.end
    length = task.span.end - task.span.start
    guess = task.span.start + length * offset // max(1, len(task.text))
    commas = [at + 1 for at in range(task.span.start, task.span.end - 1) if plan.source[at] in _MARKS]
    return min(commas, key=lambda at: abs(at - guess), default=guess)


def text_offset(plan: Plan, task: Task, offset: int) -> int:
    """Return which place of a task's wording a place in the source is."""
    places = _places(plan.source, task)
    if places is not None:
        return sum(1 for each in places if each < offset)
    length = max(1, task.span.end - task.span.start)
    return max(0, min(len(task.text), len(task.text) * (offset - task.span.start) // length))


def _places(source: str, task: Task) -> list[int] | None:
    """Return where in the source each character of the wording stands; None if a person has changed the wording."""
    places = []
    at = task.span.start
    for wanted in task.text:
        while at < task.span.end and source[at] != wanted:
            closer = source.find(_BRACKETS[source[at]], at, task.span.end) if source[at] in _BRACKETS else -1
            at = max(at, closer) + 1
        if at >= task.span.end:
            return None
        places.append(at)
        at += 1
    return places


def _adjoin(plan: Plan, spans: list[Span]) -> tuple[Span, tuple[Span, ...]]:
    """Return the stretch from the first to the last, with what was left over between them, and what stays left over."""
    ordered = sorted(spans, key=lambda span: span.start)
    left = {span.start: span for span in plan.left_over}
    taken = set()
    for before, after in pairwise(ordered):
        at = before.end
        while at < after.start:
            if at in left:
                taken.add(left[at])
                at = left[at].end
            elif plan.source[at] in _SPACE + _MARKS:
                at += 1
            else:
                raise NotNeighbours
    whole = Span(ordered[0].start, ordered[-1].end)
    return whole, tuple(span for span in plan.left_over if span not in taken)


def _joined_words(plan: Plan, tasks: Sequence[Task]) -> str:
    """Join the wordings by the marks that stand between them in the document."""
    text = tasks[0].text
    for before, after in pairwise(tasks):
        original = plan.source[before.span.start : before.span.end].rstrip(_SPACE)
        follows = before.span.end <= after.span.start and before.span.start < before.span.end
        mark = original[-1:] if follows and original[-1:] in _MARKS else "；"
        text = f"{text.rstrip(_MARKS)}{mark}{after.text}"
    return text


def _kind_of_half(task: Task, words: str, *, has_targets: bool) -> TaskKind:
    if has_targets:
        return TaskKind.QUANTIFIED
    return kind_of_wording(words) if task.kind is TaskKind.QUANTIFIED else task.kind


def _due_of_half(plan: Plan, task: Task, words: str, others: str) -> date | None:
    """A deadline in the words of one half is that half's; one that stands in neither is both's."""
    own, of_others = find_deadline(words, plan.year), find_deadline(others, plan.year)
    if task.due in {own, of_others}:
        return task.due if task.due == own else own
    return task.due


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)
