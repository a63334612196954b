"""What a person should look at before signing: errors stop a sign-off, warnings may be explained in a remark.

Nothing in here stops typing or storing. A finding carries a code and facts; its sentence is the window's.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from models.core.vocabulary import Direction, Light, Status
from models.store.records import Field, IndicatorRecord
from models.work.board import Board
from models.work.carry_forward import Suggestion
from models.work.progress import TaskProgress, completion

# Characters that a field has room for on the printed return.
PRINTABLE: Final[Mapping[Field, int]] = {
    Field.VALUE: 100,  # the reason for "no data"
    Field.NARRATIVE: 500,
    Field.PROBLEMS: 300,
    Field.NEXT_STEPS: 300,
    Field.REMARK: 300,
}


class Grade(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """What was found; the facts of each are named beside it."""

    TEXT_TOO_LONG = "text_too_long"  # length, limit
    COMPLETED_BELOW_TARGET = "completed_below_target"  # value, target, unit
    NOT_STARTED_AT_TARGET = "not_started_at_target"  # value, target, unit
    VALUE_FELL = "value_fell"  # value, before, unit, period (the id of the earlier one)
    BEHIND_WITHOUT_PROBLEMS = "behind_without_problems"  # light
    VALUE_WITHOUT_STATUS = "value_without_status"
    TASKS_UNREPORTED = "tasks_unreported"  # count, task_ids: quantified tasks only


Fact = str | int | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at, and where. Without a task it concerns the whole return."""

    grade: Grade
    code: Code
    task_id: str | None = None
    indicator_id: str | None = None
    field: Field | None = None
    facts: Mapping[str, Fact] = dataclasses.field(default_factory=dict)


def check(board: Board, previous: Mapping[str, Suggestion]) -> tuple[Finding, ...]:
    """Look through a period: errors first, then warnings, each in the order of the tasks.

    Args:
        board: the period as it stands.
        previous: what stood in earlier periods, by task (``carry_forward.all_suggestions``).
    """
    found = [finding for one in board.tasks for finding in _check_task(one, previous.get(one.task.id))]
    found += _unreported(board)
    return tuple(sorted(found, key=lambda finding: finding.grade is not Grade.ERROR))


def _check_task(one: TaskProgress, previous: Suggestion | None) -> Iterator[Finding]:
    yield from _texts(one)
    for indicator in one.task.indicators:
        yield from _value(one, indicator, previous)
    task_id, entry = one.task.id, one.entry
    if entry.values and entry.status is None:
        yield Finding(grade=Grade.WARNING, code=Code.VALUE_WITHOUT_STATUS, task_id=task_id, field=Field.STATUS)
    if one.light in {Light.YELLOW, Light.RED} and not entry.problems:
        yield Finding(
            grade=Grade.WARNING,
            code=Code.BEHIND_WITHOUT_PROBLEMS,
            task_id=task_id,
            field=Field.PROBLEMS,
            facts={"light": one.light.value},
        )


def _texts(one: TaskProgress) -> Iterator[Finding]:
    reasons = {indicator_id: value.no_data_reason for indicator_id, value in one.entry.values.items()}
    texts: list[tuple[Field, str | None, object]] = [(Field.VALUE, place, text) for place, text in reasons.items()]
    texts += [(what, None, one.entry.get(what)) for what in PRINTABLE if what is not Field.VALUE]
    for what, indicator_id, text in texts:
        if isinstance(text, str) and len(text) > PRINTABLE[what]:
            yield Finding(
                grade=Grade.ERROR,
                code=Code.TEXT_TOO_LONG,
                task_id=one.task.id,
                indicator_id=indicator_id,
                field=what,
                facts={"length": len(text), "limit": PRINTABLE[what]},
            )


def _value(one: TaskProgress, indicator: IndicatorRecord, previous: Suggestion | None) -> Iterator[Finding]:
    value = one.entry.values.get(indicator.id)
    if value is None or value.amount is None:
        return
    amount, target = value.amount, indicator.target

    def warning(code: Code, facts: Mapping[str, Fact]) -> Finding:
        return Finding(
            grade=Grade.WARNING,
            code=code,
            task_id=one.task.id,
            indicator_id=indicator.id,
            field=Field.VALUE,
            facts={"value": amount, "unit": indicator.unit, **facts},
        )

    ratio = completion(amount, target, indicator.direction)
    if ratio is not None and ratio < 1 and one.entry.status is Status.COMPLETED:
        yield warning(Code.COMPLETED_BELOW_TARGET, {"target": target})
    if ratio is not None and ratio >= 1 and one.entry.status is Status.NOT_STARTED:
        yield warning(Code.NOT_STARTED_AT_TARGET, {"target": target})
    # A ceiling (a rate, a share) may fall; what has been built up over the year may not.
    if previous and indicator.direction is Direction.AT_LEAST:
        before = previous.entry.values.get(indicator.id)
        if before and before.amount is not None and amount < before.amount:
            yield warning(Code.VALUE_FELL, {"before": before.amount, "period": previous.period.id})


def _unreported(board: Board) -> list[Finding]:
    missing = tuple(one.task.id for one in board.tasks if one.task.indicators and not one.reported)
    if not missing:
        return []
    facts: dict[str, Fact] = {"count": len(missing), "task_ids": missing}
    return [Finding(grade=Grade.WARNING, code=Code.TASKS_UNREPORTED, facts=facts)]
