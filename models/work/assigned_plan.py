"""An assignment as the rows that a workspace keeps: the unit's own plan, made of what its superior assigned.

The ids of tasks and targets are the superior's, so that a task is the same one from the top to the bottom of the tree.
Numbers count anew: a unit that has 12 of 185 tasks numbers them from 1 to 12. Since the superior's document does not
travel, the plan's source is made of the titles and wordings, each on its line, and the spans are theirs.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from models.core.texts import clean_name
from models.store.records import IndicatorRecord, PlanRecord, TaskRecord
from models.work.assignment_content import AssignmentContent, AssignmentGroup, AssignmentRow


def assigned_plan(content: AssignmentContent) -> tuple[PlanRecord, tuple[TaskRecord, ...]]:
    """Spell an assignment as a plan and its tasks; both are the same for the same assignment on every computer."""
    head = content.head
    source = _Source()
    source.line(head.plan_title)
    tasks: list[TaskRecord] = []
    part: tuple[int, str] | None = None
    for group in content.groups:
        if (group.part_number, group.part_title) != part and group.part_title:
            source.line(group.part_title)
        part = group.part_number, group.part_title
        tasks += _tasks(group, source, first=len(tasks) + 1)
    record = PlanRecord(
        id=head.plan_id,
        title=head.plan_title,
        document_number=head.document_number,
        issuer=head.superior_name,
        issued_on=head.issued_on,
        addressees=(clean_name(head.unit_name),),
        preamble="",
        source=source.text,
        year=head.year,
    )
    return record, tuple(tasks)


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

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


def _tasks(group: AssignmentGroup, source: _Source, *, first: int) -> list[TaskRecord]:
    start, end = source.line(group.item_title)
    tasks = []
    for number, (_, rows) in enumerate(groupby(group.rows, key=lambda row: row.task_id), start=first):
        lines = list(rows)
        text_start, end = source.line(lines[0].task_text)
        tasks.append((number, lines, text_start, end))
    return [
        _task(group, lines, number=number, item=(start, end), span=(text_start, text_end))
        for number, lines, text_start, text_end in tasks
    ]


def _task(
    group: AssignmentGroup,
    rows: list[AssignmentRow],
    *,
    number: int,
    item: tuple[int, int],
    span: tuple[int, int],
) -> TaskRecord:
    row = rows[0]
    return TaskRecord(
        id=row.task_id,
        number=number,
        part_number=group.part_number,
        part_title=group.part_title,
        item_number=group.item_number,
        item_title=group.item_title,
        item_start=item[0],
        item_end=item[1],
        text=row.task_text,
        start=span[0],
        end=span[1],
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
