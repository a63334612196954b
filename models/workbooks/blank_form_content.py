"""From the rows of a filled form to those of a return, with the lights and completions that the program would show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from models.core.periods import Period
from models.core.vocabulary import Direction, Light, Status, TaskKind
from models.store.records import Entry, IndicatorRecord, TaskRecord, Value
from models.work.progress import completion, indicator_light, light
from models.work.return_content import ReturnGroup, ReturnRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """One row of a form: what was printed of task and indicator, and what was filled in.

    ``group``: number and title of the part, number and title of the item. ``texts``: by their names in ``ReturnRow``.
    """

    group: tuple[int, str, int, str]
    number: int
    task_id: str
    task_text: str
    due: date | None
    indicator_id: str | None
    indicator_name: str
    unit: str
    direction: Direction | None
    target: Decimal | None
    amount: Decimal | None
    no_data_reason: str
    status: Status | None
    texts: Mapping[str, str]


def groups_of(rows: Sequence[FilledRow], period: Period) -> tuple[ReturnGroup, ...]:
    """Return the groups of a return on a period, in the order of the rows."""
    groups = []
    for (part, title, item, heading), members in groupby(rows, key=lambda row: row.group):
        made: list[ReturnRow] = []
        for _, task in groupby(members, key=lambda row: row.task_id):
            made += _task_rows(tuple(task), period)
        groups.append(
            ReturnGroup(part_number=part, part_title=title, item_number=item, item_title=heading, rows=tuple(made))
        )
    return tuple(groups)


def _task_rows(rows: Sequence[FilledRow], period: Period) -> list[ReturnRow]:
    first = rows[0]
    task, entry = _task(rows), _entry(rows, period)
    indicators = {one.id: one for one in task.indicators}
    return [_row(row, first, indicators, task, entry) for row in rows]


def _row(
    row: FilledRow, first: FilledRow, indicators: Mapping[str, IndicatorRecord], task: TaskRecord, entry: Entry
) -> ReturnRow:
    indicator = indicators.get(row.indicator_id or "")
    ratio = completion(row.amount, indicator.target, indicator.direction) if indicator else None
    return ReturnRow(
        number=first.number,
        task_id=row.task_id,
        task_text=first.task_text,
        indicator_id=row.indicator_id,
        indicator_name=row.indicator_name,
        unit=row.unit,
        direction=row.direction,
        target=row.target,
        amount=row.amount,
        no_data_reason=row.no_data_reason,
        completion=ratio,
        status=first.status,
        light=_light(indicator, task, entry),
        narrative=row.texts["narrative"],
        problems=row.texts["problems"],
        next_steps=row.texts["next_steps"],
        remark=row.texts["remark"],
    )


def _light(indicator: IndicatorRecord | None, task: TaskRecord, entry: Entry) -> Light:
    if indicator is None:
        return light(task, entry, entry.period)
    return indicator_light(indicator, task, entry, entry.period)


def _task(rows: Sequence[FilledRow]) -> TaskRecord:
    """Return what the rules of progress need to know of a task; the rest is blank."""
    first = rows[0]
    part, title, item, heading = first.group
    indicators = tuple(
        IndicatorRecord(
            id=row.indicator_id,
            task_id=row.task_id,
            position=position,
            name=row.indicator_name,
            target=row.target,
            unit=row.unit,
            direction=row.direction,
        )
        for position, row in enumerate(rows, start=1)
        if row.indicator_id is not None and row.direction is not None and row.target is not None
    )
    return TaskRecord(
        id=first.task_id,
        number=first.number,
        part_number=part,
        part_title=title,
        item_number=item,
        item_title=heading,
        item_start=0,
        item_end=0,
        text=first.task_text,
        start=0,
        end=0,
        kind=TaskKind.QUANTIFIED if indicators else TaskKind.MILESTONE,
        lead=(),
        support=(),
        due=first.due,
        indicators=indicators,
    )


def _entry(rows: Sequence[FilledRow], period: Period) -> Entry:
    first = rows[0]
    values = {
        row.indicator_id: Value(row.amount, row.no_data_reason)
        for row in rows
        if row.indicator_id is not None and (row.amount is not None or row.no_data_reason)
    }
    return Entry(task_id=first.task_id, period=period, status=first.status, values=values, **first.texts)
