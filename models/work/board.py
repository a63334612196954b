"""The whole tree of a period for the window: parts, items, tasks, each with its completion and its light."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from models.core.errors import UserError
from models.core.periods import Period
from models.core.vocabulary import Light
from models.store.database import Workspace
from models.store.entries import entries
from models.store.plans import current_plan, tasks
from models.store.records import Entry, PlanRecord, TaskRecord
from models.work.progress import GroupProgress, TaskProgress, group_progress, task_progress


@dataclass(eq=False)
class NothingToReport(UserError):
    """The workspace lacks what a report needs; ``missing``: ``plan``, ``unit`` or ``period``."""

    missing: str


@dataclass(frozen=True, slots=True)
class ItemProgress:
    """目: ``start`` and ``end`` are its paragraph's place in the plan's source."""

    number: int
    title: str
    start: int
    end: int
    progress: GroupProgress
    tasks: tuple[TaskProgress, ...]


@dataclass(frozen=True, slots=True)
class PartProgress:
    """部分, with its items."""

    number: int
    title: str
    progress: GroupProgress
    items: tuple[ItemProgress, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All tasks of a plan in one period, flat and as a tree; ``progress`` is that of all together."""

    plan: PlanRecord
    period: Period
    tasks: tuple[TaskProgress, ...]
    parts: tuple[PartProgress, ...]
    progress: GroupProgress

    @property
    def reported(self) -> int:
        """How many tasks are reported."""
        return self.progress.reported

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return self.progress.total

    @property
    def completion(self) -> Decimal | None:
        """The mean completion of the reported tasks that have one."""
        return self.progress.completion

    @property
    def light(self) -> Light:
        """The worst light of all."""
        return self.progress.light


def read_board(workspace: Workspace, period: Period) -> Board:
    """Read a period, in five queries however many tasks there are.

    Raises:
        NothingToReport: there is no plan yet.
    """
    plan = current_plan(workspace)
    if plan is None:
        raise NothingToReport("plan")
    return make_board(plan, period, tasks(workspace), entries(workspace, period))


def make_board(plan: PlanRecord, period: Period, all_tasks: Iterable[TaskRecord], by_task: dict[str, Entry]) -> Board:
    """Measure tasks against what was reported on them."""
    measured = tuple(
        task_progress(task, by_task.get(task.id) or Entry(task_id=task.id, period=period), period) for task in all_tasks
    )
    parts = tuple(_part(tuple(members)) for _, members in groupby(measured, key=lambda one: one.task.part_number))
    return Board(plan, period, measured, parts, group_progress(measured))


def _part(members: tuple[TaskProgress, ...]) -> PartProgress:
    first = members[0].task
    items = tuple(_item(tuple(group)) for _, group in groupby(members, key=_item_of))
    return PartProgress(first.part_number, first.part_title, group_progress(members), items)


def _item_of(one: TaskProgress) -> tuple[int, int]:
    return one.task.item_start, one.task.item_number  # numbers may repeat in a document, starts in a typed plan


def _item(members: tuple[TaskProgress, ...]) -> ItemProgress:
    first = members[0].task
    return ItemProgress(
        first.item_number, first.item_title, first.item_start, first.item_end, group_progress(members), members
    )
