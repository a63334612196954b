"""完成率 and 红黄绿灯: what an entry amounts to, measured against its targets and the schedule.

Pure rules over facts; where they are kept is not known here. The rules, as field practice has them:

1. A completion is value / target, never capped. A ceiling (at_most) has none: it is kept or it is not.
2. Points behind = schedule - completion. Less than 0.10 is green, 0.10 to 0.30 yellow, more is red. Once the due date
   has passed, anything incomplete is red.
3. A ceiling is green up to its target, yellow up to a tenth above it, red beyond.
4. A task with several indicators is as far as its weakest one: lowest completion, worst light.
5. A task without figures goes by its status: completed is green; in progress green, behind yellow, both red once
   overdue; not started counts as completion 0. A task with a narrative and no status counts as in progress.
6. Deferred and unreported tasks show no light. Neither does one of which only "no data" is known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from models.core.periods import Period
from models.core.vocabulary import Direction, Light, Status
from models.store.records import Entry, IndicatorRecord, TaskRecord
from models.work.schedule import overdue, schedule_at

YELLOW_FROM: Final = Decimal("0.10")  # points behind schedule
RED_ABOVE: Final = Decimal("0.30")
CEILING_SLACK: Final = Decimal("1.10")  # of the target
_SEVERITY: Final = (Light.NONE, Light.GREEN, Light.YELLOW, Light.RED)


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A task with what was reported on it and what that amounts to."""

    task: TaskRecord
    entry: Entry
    completion: Decimal | None
    light: Light
    reported: bool


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """What the tasks of an item, a part or the plan amount to together.

    ``completion`` is the mean over the reported tasks that have one; ``light`` is the worst among the reported tasks.
    """

    completion: Decimal | None
    light: Light
    reported: int
    total: int


def completion(value: Decimal | None, target: Decimal, direction: Direction) -> Decimal | None:
    """Return how much of a target is reached, as a ratio: 1.25 is 125 %.

    None where there is no value, where the target is a ceiling, and where it is 0, of which nothing is a share.
    """
    if value is None or direction is Direction.AT_MOST or target == 0:
        return None
    return value / target


def is_reported(task: TaskRecord, entry: Entry) -> bool:
    """Tell whether the unit has said enough: a status, or a value or "no data" for each indicator.

    For a task without indicators a narrative is enough too. What is only suggested from an earlier period isn't said.
    """
    if entry.status is not None:
        return True
    if task.indicators:
        return all(indicator.id in entry.values for indicator in task.indicators)
    return bool(entry.narrative)


def task_completion(task: TaskRecord, entry: Entry) -> Decimal | None:
    """Return the completion of the task's weakest indicator; blank ones count as 0 once it is "not started"."""
    found = (indicator_completion(indicator, entry) for indicator in task.indicators)
    return min((ratio for ratio in found if ratio is not None), default=None)


def indicator_completion(indicator: IndicatorRecord, entry: Entry) -> Decimal | None:
    """Return one indicator's completion; a blank one is at 0 once its task is "not started"."""
    return completion(_amount(indicator, entry), indicator.target, indicator.direction)


def light(task: TaskRecord, entry: Entry, period: Period) -> Light:
    """Return a task's light at the end of a period."""
    if not is_reported(task, entry) or entry.status is Status.DEFERRED:
        return Light.NONE
    if task.indicators:
        known = worst(_figure_light(indicator, task, entry, period) for indicator in task.indicators)
        if known is not Light.NONE:
            return known
        if entry.status is None:
            return Light.NONE
    return _status_light(task, entry.status or Status.IN_PROGRESS, period)


def indicator_light(indicator: IndicatorRecord, task: TaskRecord, entry: Entry, period: Period) -> Light:
    """Return the light of one indicator; where it has no figure, that of its task's status."""
    if not is_reported(task, entry) or entry.status is Status.DEFERRED:
        return Light.NONE
    known = _figure_light(indicator, task, entry, period)
    if known is not Light.NONE or entry.status is None:
        return known
    return _status_light(task, entry.status, period)


def task_progress(task: TaskRecord, entry: Entry, period: Period) -> TaskProgress:
    """Measure one task."""
    return TaskProgress(
        task=task,
        entry=entry,
        completion=task_completion(task, entry),
        light=light(task, entry, period),
        reported=is_reported(task, entry),
    )


def group_progress(tasks: Iterable[TaskProgress]) -> GroupProgress:
    """Measure several tasks together."""
    members = tuple(tasks)
    reported = [one for one in members if one.reported]
    ratios = [one.completion for one in reported if one.completion is not None]
    return GroupProgress(
        completion=sum(ratios, Decimal(0)) / len(ratios) if ratios else None,
        light=worst(one.light for one in reported),
        reported=len(reported),
        total=len(members),
    )


def worst(lights: Iterable[Light]) -> Light:
    """Return the worst of some lights; NONE if none shows."""
    return max(lights, key=_SEVERITY.index, default=Light.NONE)


def _amount(indicator: IndicatorRecord, entry: Entry) -> Decimal | None:
    value = entry.values.get(indicator.id)
    if value is not None:
        return value.amount
    nothing_yet = entry.status is Status.NOT_STARTED and indicator.direction is Direction.AT_LEAST
    return Decimal(0) if nothing_yet else None


def _figure_light(indicator: IndicatorRecord, task: TaskRecord, entry: Entry, period: Period) -> Light:
    amount = _amount(indicator, entry)
    if amount is None:
        return Light.NONE
    if indicator.direction is Direction.AT_MOST:
        if amount <= indicator.target:
            return Light.GREEN
        return Light.YELLOW if amount <= indicator.target * CEILING_SLACK else Light.RED
    ratio = completion(amount, indicator.target, indicator.direction)
    return Light.GREEN if ratio is None else _against_schedule(ratio, task, period)


def _status_light(task: TaskRecord, status: Status, period: Period) -> Light:
    match status:
        case Status.COMPLETED:
            return Light.GREEN
        case Status.NOT_STARTED:
            return _against_schedule(Decimal(0), task, period)
        case Status.DEFERRED:
            return Light.NONE
        case _ if overdue(period, task.due):
            return Light.RED
        case Status.BEHIND:
            return Light.YELLOW
        case _:
            return Light.GREEN


def _against_schedule(ratio: Decimal, task: TaskRecord, period: Period) -> Light:
    if ratio < 1 and overdue(period, task.due):
        return Light.RED
    behind = schedule_at(period, task.due) - ratio
    if behind < YELLOW_FROM:
        return Light.GREEN
    return Light.YELLOW if behind <= RED_ABOVE else Light.RED
