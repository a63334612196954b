"""The small changes that every correction of a plan is made of: find a task, replace tasks, name a new one.

Works on immutable plans and returns new ones, in which all that is not changed is the very same object: a correction
costs little more in a plan of ten thousand tasks, and who shows it finds what is new by what is another object.
Knows nothing of what a correction means; that is in ``extent`` (where tasks begin and end) and ``draft`` (the rest).
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.core.errors import UserError
from models.core.texts import clean_name, clean_text
from models.core.vocabulary import TaskKind
from models.plan.ids import TaskIds
from models.plan.jobs import kind_of_wording
from models.plan.model import DoubtKind, Indicator, Item, Part, Plan, Span, Task


@dataclass(eq=False)
class WordingMissing(UserError):
    """A wording is blank.

    ``missing``: ``task``, ``indicator`` (its name) or ``title`` (of the plan, a part or an item).
    """

    missing: str


@dataclass(eq=False)
class NotInPlan(UserError):
    """What a correction is about is not in the plan, or not any more.

    ``missing``: ``task``, ``indicator``, ``item`` or ``part``.
    """

    missing: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a task stands: positions counted from 0 (numbers in the document may repeat)."""

    part: int
    item: int
    position: int


def place_of(plan: Plan, task_id: str) -> Place:
    """Return where a task stands.

    Raises:
        NotInPlan: there is none with this id.
    """
    for p, part in enumerate(plan.parts):
        for i, item in enumerate(part.items):
            for position, task in enumerate(item.tasks):
                if task.id == task_id:
                    return Place(p, i, position)
    raise NotInPlan("task")


def task_at(plan: Plan, place: Place) -> Task:
    """Return the task at a place."""
    return plan.parts[place.part].items[place.item].tasks[place.position]


def part_at(plan: Plan, index: int) -> Part:
    """Return a part, counted from 0.

    Raises:
        NotInPlan: there is none.
    """
    if not 0 <= index < len(plan.parts):
        raise NotInPlan("part")
    return plan.parts[index]


def item_in(plan: Plan, part: int, index: int) -> Item:
    """Return an item of a part, both counted from 0.

    Raises:
        NotInPlan: there is none.
    """
    items = part_at(plan, part).items
    if not 0 <= index < len(items):
        raise NotInPlan("item")
    return items[index]


def item_at(plan: Plan, place: Place) -> Item:
    """Return the item of a place.

    Raises:
        NotInPlan: there is none.
    """
    return item_in(plan, place.part, place.item)


def map_tasks(plan: Plan, change: Callable[[Task], Iterable[Task]]) -> Plan:
    """Return the plan with each task replaced by what ``change`` makes of it: none, one or several; items are new."""
    return replace(
        plan,
        parts=tuple(
            replace(
                part,
                items=tuple(
                    replace(item, tasks=tuple(new for task in item.tasks for new in change(task)))
                    for item in part.items
                ),
            )
            for part in plan.parts
        ),
    )


def with_tasks(plan: Plan, changed: Mapping[Place, Iterable[Task]]) -> Plan:
    """Return the plan with the tasks at some places replaced by none, one or several; other items stay as they are."""
    by_item: dict[tuple[int, int], dict[int, Iterable[Task]]] = defaultdict(dict)
    for place, tasks in changed.items():
        by_item[place.part, place.item][place.position] = tasks
    for (p, i), wanted in by_item.items():
        item = plan.parts[p].items[i]
        tasks = tuple(new for at, task in enumerate(item.tasks) for new in wanted.get(at, (task,)))
        plan = with_item(plan, p, i, replace(item, tasks=tasks))
    return plan


def insert_task(plan: Plan, place: Place, task: Task) -> Plan:
    """Return the plan with a task put at a place; a position behind the last is the last."""
    tasks = list(item_at(plan, place).tasks)
    tasks.insert(max(0, place.position), task)
    return with_item(plan, place.part, place.item, replace(item_at(plan, place), tasks=tuple(tasks)))


def without_task(plan: Plan, task_id: str) -> Plan:
    """Return the plan without a task; its words are left over."""
    place = place_of(plan, task_id)
    span = task_at(plan, place).span
    return answered(leave_over(with_tasks(plan, {place: ()}), [span]), frozenset(DoubtKind), {task_id})


def moved_to(task: Task, place: int) -> Task:
    """Return a task without original words, standing at another place of the source."""
    nowhere = Span(place, place)
    return replace(task, span=nowhere, indicators=tuple(replace(each, span=nowhere) for each in task.indicators))


def with_item(plan: Plan, part: int, index: int, item: Item) -> Plan:
    """Return the plan with an item replaced."""
    items = plan.parts[part].items
    return with_items(plan, part, (*items[:index], item, *items[index + 1 :]))


def with_items(plan: Plan, part: int, items: tuple[Item, ...]) -> Plan:
    """Return the plan with all items of a part replaced."""
    changed = replace(plan.parts[part], items=items)
    return replace(plan, parts=(*plan.parts[:part], changed, *plan.parts[part + 1 :]))


def answered(plan: Plan, kinds: Collection[DoubtKind], task_ids: Collection[str], heirs: Sequence[Task] = ()) -> Plan:
    """Return the plan without these kinds of doubts about these tasks; others follow their words to ``heirs``."""
    if not any(each.task_id in task_ids for each in plan.doubts):
        return plan
    kept = [each for each in plan.doubts if not (each.task_id in task_ids and each.kind in kinds)]
    for index, each in enumerate(kept):
        if each.task_id in task_ids:
            owner = (task.id for task in heirs if task.span.start <= each.span.start < task.span.end)
            name = next(owner, each.task_id)
            if name != each.task_id:
                kept[index] = replace(each, task_id=name)
    return replace(plan, doubts=tuple(kept))


def leave_over(plan: Plan, spans: Iterable[Span]) -> Plan:
    """Return the plan with some more words left over."""
    left_over = list(plan.left_over)
    for span in spans:
        if span.start < span.end:
            insort(left_over, span, key=lambda each: each.start)
    return plan if len(left_over) == len(plan.left_over) else replace(plan, left_over=tuple(left_over))


def unused_in(plan: Plan, span: Span) -> list[Span]:
    """List the stretches with words in them that belong to no task and are not left over."""
    used = sorted((each.start, each.end) for each in (*(task.span for task in plan.tasks), *plan.left_over))
    free = []
    start = span.start
    for begin, end in (*used, (span.end, span.end)):
        if begin > start and plan.source[start : min(begin, span.end)].strip():
            free.append(Span(start, min(begin, span.end)))
        start = max(start, end)
        if start >= span.end:
            break
    return free


def new_id(plan: Plan, place: Place, wording: str) -> str:
    """Name a task that comes to stand at a place: the same words give the same id on each machine."""
    ids = TaskIds(plan.document_number, taken=(task.id for task in plan.tasks))
    item = item_at(plan, place)
    return ids.next_id(item.number, item_title=item.title, wording=wording)


def next_indicator_id(task_id: str, indicators: Iterable[Indicator]) -> str:
    """Name one more target of a task; a number in use is not used twice."""
    taken = [int(each.id.rpartition("/")[2]) for each in indicators if each.id.startswith(f"{task_id}/")]
    return f"{task_id}/{max(taken, default=0) + 1}"


def with_targets(task: Task, indicators: tuple[Indicator, ...]) -> Task:
    """Return the task with other targets, and of the kind that goes with them."""
    kind = task.kind
    if indicators:
        kind = TaskKind.QUANTIFIED
    elif kind is TaskKind.QUANTIFIED:
        kind = kind_of_wording(task.text)
    return replace(task, indicators=indicators, kind=kind)


def required(what: str, text: str) -> str:
    """Return a wording on one line.

    Raises:
        WordingMissing: it is blank.
    """
    words = clean_name(text) if what != "task" else " ".join(clean_text(text).split())
    if not words:
        raise WordingMissing(what)
    return words


def names(units: Sequence[str]) -> tuple[str, ...]:
    """Return the names of units in their one form, each once, blanks left out."""
    return tuple(dict.fromkeys(name for unit in units if (name := clean_name(unit))))
