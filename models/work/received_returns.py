"""A return that came in: what is kept of it, what state it is in, and how it differs from the one before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from models.core.periods import Period
from models.core.vocabulary import Decision
from models.store.database import Workspace
from models.store.received import (
    EvidenceFate,
    ReceivedContent,
    ReceivedEntry,
    ReceivedEvidence,
    ReceivedReturn,
    ReceivedValue,
    received,
)
from models.store.records import Field, FieldValue, Value
from models.store.reviews import Review, latest_reviews
from models.work.progress import worst
from models.work.return_content import ReturnContent, ReturnGroup

FIELDS = (Field.STATUS, Field.NARRATIVE, Field.PROBLEMS, Field.NEXT_STEPS, Field.REMARK)


class ReturnState(StrEnum):
    """What a return that came in stands for. Only ACCEPTED ones enter a sum."""

    WAITING = "waiting"  # 待审核
    ACCEPTED = "accepted"  # 审核通过
    RETURNED = "returned"  # 退回修改
    REPLACED = "replaced"  # a later sequence of the same unit and period is here


@dataclass(frozen=True, slots=True)
class JudgedReturn:
    """A return with its state and the decision that holds, if there is one."""

    received: ReceivedReturn
    state: ReturnState
    review: Review | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that a later return states otherwise; None is blank."""

    task_id: str
    indicator_id: str | None
    field: Field
    old: FieldValue
    new: FieldValue


def judged_returns(
    workspace: Workspace, *, period: Period | None = None, unit_id: int | None = None
) -> tuple[JudgedReturn, ...]:
    """List returns with their states, by unit, period and sequence; three queries whatever their number."""
    found = received(workspace, period=period, unit_id=unit_id)
    reviews = latest_reviews(workspace, period=period)
    last = {(one.unit_id, one.period): one.sequence for one in found}
    return tuple(
        JudgedReturn(
            one,
            _state(reviews.get(one.id), is_current=last[one.unit_id, one.period] == one.sequence),
            reviews.get(one.id),
        )
        for one in found
    )


def kept_content(
    content: ReturnContent, fates: Mapping[tuple[str, str], EvidenceFate] | None = None
) -> ReceivedContent:
    """Spell what a return says as what is kept of it.

    Args:
        content: of the return.
        fates: what was found of its evidence, by task and name; None where nobody looked.
    """
    return ReceivedContent(
        entries={entry.task_id: entry for entry in _entries(content.groups)},
        values={value.indicator_id: value for value in _values(content.groups)},
        evidence=tuple(
            ReceivedEvidence(
                task_id=file.task_id,
                name=file.name,
                size=file.size,
                sha256=file.sha256,
                fate=None if fates is None else fates.get((file.task_id, file.name), EvidenceFate.PRESENT),
            )
            for file in content.evidence
        ),
    )


def differences(before: ReceivedContent, after: ReceivedContent) -> tuple[Difference, ...]:
    """List what a later return states otherwise than the one before, by task, the figures first."""
    found = []
    for task_id in sorted(before.entries.keys() | after.entries.keys()):
        old, new = before.entries.get(task_id), after.entries.get(task_id)
        indicators = sorted(
            {one.indicator_id for side in (before, after) for one in side.values.values() if one.task_id == task_id}
        )
        found += [
            Difference(task_id, indicator_id, Field.VALUE, was, says)
            for indicator_id in indicators
            if (was := stated(before.values.get(indicator_id))) != (says := stated(after.values.get(indicator_id)))
        ]
        found += [
            Difference(task_id, None, field, said(old, field), said(new, field))
            for field in FIELDS
            if said(old, field) != said(new, field)
        ]
    return tuple(found)


def stated(value: ReceivedValue | None) -> Value | None:
    """Return a unit's figure as an entry has it: an amount, "no data" with its reason, or None for blank."""
    if value is None or (value.amount is None and not value.no_data_reason):
        return None
    return Value(value.amount, value.no_data_reason)


def said(entry: ReceivedEntry | None, field: Field) -> FieldValue:
    """Return what a unit said in one field; None for blank."""
    if entry is None:
        return None
    match field:
        case Field.STATUS:
            return entry.status
        case Field.NARRATIVE:
            return entry.narrative or None
        case Field.PROBLEMS:
            return entry.problems or None
        case Field.NEXT_STEPS:
            return entry.next_steps or None
        case Field.REMARK:
            return entry.remark or None
        case Field.VALUE:
            raise ValueError("a figure is an indicator's, not a task's")


def _state(review: Review | None, *, is_current: bool) -> ReturnState:
    if not is_current:
        return ReturnState.REPLACED
    if review is None:
        return ReturnState.WAITING
    return ReturnState.ACCEPTED if review.decision is Decision.ACCEPTED else ReturnState.RETURNED


def _entries(groups: Iterable[ReturnGroup]) -> Iterator[ReceivedEntry]:
    for group in groups:
        for task_id, rows in groupby(group.rows, key=lambda row: row.task_id):
            first, *others = rows
            yield ReceivedEntry(
                task_id=task_id,
                status=first.status,
                light=worst(row.light for row in (first, *others)),
                narrative=first.narrative,
                problems=first.problems,
                next_steps=first.next_steps,
                remark=first.remark,
            )


def _values(groups: Iterable[ReturnGroup]) -> Iterator[ReceivedValue]:
    for group in groups:
        for row in group.rows:
            if row.indicator_id is not None:
                yield ReceivedValue(
                    task_id=row.task_id,
                    indicator_id=row.indicator_id,
                    target=row.target,
                    amount=row.amount,
                    no_data_reason=row.no_data_reason,
                    light=row.light,
                )
