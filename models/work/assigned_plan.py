"""An assignment as the rows that a workspace keeps: the unit's own plan, made of what its superior assigned.

1. The ids of tasks and targets are the superior's, so that a task is the same one from the top to the bottom of the
   tree. Numbers count anew: a unit that has 12 of 185 tasks numbers them from 1 to 12.
2. Since the superior's document does not travel, the plan's source is made of the titles and wordings, each on its
   line, and the spans are theirs.
3. Tasks that the unit has added to an assignment by itself stay with the next version, at the end of their items.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from models.core.texts import clean_name
from models.store.database import Workspace
from models.store.plans import tasks
from models.store.records import IndicatorRecord, PlanRecord, TaskRecord
from models.store.superior import last_taken
from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentRow


def merged_plan(workspace: Workspace, content: AssignmentContent) -> tuple[PlanRecord, tuple[TaskRecord, ...]]:
    """Spell an assignment as the plan that a workspace is to have, with what the unit added to the one before."""
    if last_taken(workspace) is None:
        return assigned_plan(content)
    return assigned_plan(content, own=[task for task in tasks(workspace) if task.own_duty is None])


def assigned_plan(
    content: AssignmentContent, *, own: Iterable[TaskRecord] = ()
) -> tuple[PlanRecord, tuple[TaskRecord, ...]]:
    """Spell an assignment as a plan and its tasks; the same for the same assignment on every computer.

    Args:
        content: what is assigned.
        own: tasks that the unit added by itself.
    """
    items = [_Item(*_place(group), [_task(rows) for rows in _by_task(group)]) for group in content.groups]
    assigned = {task.id for item in items for task in item.tasks}
    for task in own:
        if task.id not in assigned:
            _item_for(items, task).tasks.append(task)
    source, placed = _laid_out(content.head.plan_title, items)
    head = content.head
    record = PlanRecord(
        id=head.plan_id,
        title=head.plan_title,
        document_number=head.document_number,
        issuer=head.superior_name,
        issued_on=head.issued_on,
        addressees=(clean_name(head.unit_name),),
        preamble="",
        source=source,
        year=head.year,
    )
    return record, placed


@dataclass
class _Item:
    """An item with its tasks, before it has a place in the text."""

    part_number: int
    part_title: str
    number: int
    title: str
    tasks: list[TaskRecord]


@dataclass
class _Source:
    """The text that is being made, line by line."""

    lines: list[str] = field(default_factory=list)
    length: int = 0

    def line(self, text: str) -> tuple[int, int]:
        """Add a line, and return where it stands."""
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return start, start + len(text)


def _place(group: AssignmentGroup) -> tuple[int, str, int, str]:
    return group.part_number, group.part_title, group.item_number, group.item_title


def _item_for(items: list[_Item], task: TaskRecord) -> _Item:
    """Return the item in which a task of the unit stands; a new one at the end if the assignment has none such."""
    for item in items:
        if (item.part_number, item.number, item.title) == (task.part_number, task.item_number, task.item_title):
            return item
    items.append(_Item(task.part_number, task.part_title, task.item_number, task.item_title, []))
    return items[-1]


def _laid_out(title: str, items: Sequence[_Item]) -> tuple[str, tuple[TaskRecord, ...]]:
    """Write the text, and give each task its number and its place in it."""
    source = _Source()
    source.line(title)
    placed: list[TaskRecord] = []
    part: tuple[int, str] | None = None
    for item in items:
        if part != (item.part_number, item.part_title):
            part = item.part_number, item.part_title
            if item.part_title:
                source.line(item.part_title)
        start, end = source.line(item.title)
        spans = [source.line(task.text) for task in item.tasks]
        end = spans[-1][1] if spans else end
        for task, span in zip(item.tasks, spans, strict=True):
            placed.append(
                replace(
                    task,
                    number=len(placed) + 1,
                    part_number=item.part_number,
                    part_title=item.part_title,
                    item_number=item.number,
                    item_title=item.title,
                    item_start=start,
                    item_end=end,
                    start=span[0],
                    end=span[1],
                )
            )
    return "".join(f"{line}\n" for line in source.lines), tuple(placed)


def _by_task(group: AssignmentGroup) -> Iterable[list[AssignmentRow]]:
    return (list(rows) for _, rows in groupby(group.rows, key=lambda row: row.task_id))


def _task(rows: list[AssignmentRow]) -> TaskRecord:
    """Return a task that has no place yet."""
    row = rows[0]
    return TaskRecord(
        id=row.task_id,
        number=1,
        part_number=0,
        part_title="",
        item_number=0,
        item_title="",
        item_start=0,
        item_end=0,
        text=row.task_text,
        start=0,
        end=0,
        kind=row.kind,
        lead=tuple(map(clean_name, row.lead)),
        support=tuple(map(clean_name, row.support)),
        due=row.due,
        indicators=tuple(_indicators(rows)),
        own_duty=row.duty,
    )


def _indicators(rows: Iterable[AssignmentRow]) -> Iterable[IndicatorRecord]:
    stated = [row for row in rows if row.indicator_id is not None]
    for position, row in enumerate(stated, start=1):
        if row.indicator_id is None or row.target is None or row.direction is None:
            raise ValueError("a target without its facts")
        yield IndicatorRecord(
            id=row.indicator_id,
            task_id=row.task_id,
            position=position,
            name=row.indicator_name,
            target=row.target,
            unit=row.unit,
            direction=row.direction,
            baseline=row.baseline,
            per=row.per,
            whole=row.whole,
        )
