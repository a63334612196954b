"""审核: one return laid beside the last one, its share and what others wrote, with what a reviewer should look at.

Nothing is corrected in silence; a flag is a question. The rules:

1. A cumulative figure that fell since the unit's last return of the year.
2. A jump: more than half of the year's target within one period.
3. A figure at or above its target while the status says "not started".
4. A narrative that repeats the unit's own last one, or another unit's of the same period (from 12 characters on:
   "已完成" is nobody's invention).
5. Evidence that the return lists and that is missing or altered.
6. A target that is not the share assigned now, mostly because an older 任务下达表 was filled in.
7. A task that is said to be completed while its figure is below target; a task on which nothing is said.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.vocabulary import Decision, Direction, Status
from models.store.assignments import Grid, read_grid
from models.store.database import Workspace
from models.store.plans import tasks
from models.store.received import (
    EvidenceFate,
    ReceivedContent,
    ReceivedEntry,
    ReceivedEvidence,
    ReceivedReturn,
    ReceivedValue,
    contents_of,
    received_return,
)
from models.store.records import IndicatorRecord, TaskRecord
from models.store.reviews import Review, add_review, reviews_of
from models.work.distribute import is_additive
from models.work.received_returns import Difference, JudgedReturn, ReturnState, differences, judged_returns

LARGE_STEP: Final = Decimal("0.5")  # of the year's target, within one period
LEAST_COPIED: Final = 12  # characters of a narrative that can be said to be copied


class Flag(StrEnum):
    """What a reviewer should look at."""

    FELL = "fell"  # facts: before, now
    JUMPED = "jumped"  # facts: before, now
    REACHED_NOT_STARTED = "reached-not-started"
    COMPLETED_BELOW_TARGET = "completed-below-target"
    SAME_AS_LAST = "same-as-last"
    SAME_AS_OTHER = "same-as-other"  # facts: unit
    EVIDENCE_MISSING = "evidence-missing"  # facts: name
    EVIDENCE_ALTERED = "evidence-altered"  # facts: name
    TARGET_DIFFERS = "target-differs"  # facts: stated, assigned
    NOTHING_SAID = "nothing-said"


@dataclass(frozen=True, slots=True)
class Remark:
    """One flag on a task, or on one of its indicators."""

    flag: Flag
    task_id: str
    indicator_id: str | None = None
    facts: Mapping[str, Decimal | str] | None = None


@dataclass(frozen=True, slots=True)
class ReviewFigure:
    """One indicator in a review: what is stated now and was last, and the share that is assigned, if it is shared."""

    indicator: IndicatorRecord
    now: ReceivedValue | None
    last: ReceivedValue | None
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class ReviewTask:
    """One task in a review."""

    task: TaskRecord
    now: ReceivedEntry
    last: ReceivedEntry | None
    figures: tuple[ReviewFigure, ...]
    evidence: tuple[ReceivedEvidence, ...]
    remarks: tuple[Remark, ...]
    changed: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A return as its reviewer sees it.

    ``last`` is the unit's return of the latest earlier period of the year, ``replaces`` the one of this very period in
    whose place it stands; each task tells where the two differ.
    """

    judged: JudgedReturn
    unit_name: str
    last: ReceivedReturn | None
    replaces: ReceivedReturn | None
    tasks: tuple[ReviewTask, ...]
    decisions: tuple[Review, ...]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All flags, in the order of the tasks."""
        return tuple(remark for task in self.tasks for remark in task.remarks)


@dataclass(eq=False)
class ReturnReplaced(UserError):
    """A decision was to be made on a return in whose place a later one stands already."""

    sequence: int
    latest: int


@dataclass(eq=False)
class NothingToCorrect(UserError):
    """A return was to be sent back without a word on what is wrong."""


def review_sheet(workspace: Workspace, return_id: int) -> ReviewSheet:
    """Lay out one return for review; a fixed number of queries whatever its size.

    Raises:
        KeyError: there is no such return, which is a bug of the caller.
    """
    one = received_return(workspace, return_id)
    of_unit = judged_returns(workspace, unit_id=one.unit_id)
    judged = next(each for each in of_unit if each.received.id == return_id)
    last, replaces = _last_before(one, of_unit), _replaced_by(one, of_unit)
    others = [
        each.received
        for each in judged_returns(workspace, period=one.period)
        if each.received.unit_id != one.unit_id and each.state is not ReturnState.REPLACED
    ]
    beside = [each.id for each in (last, replaces) if each]
    contents = contents_of(workspace, [return_id, *beside, *(other.id for other in others)])
    names = dict(workspace.rows("SELECT id, name FROM units"))
    written = _written_by({names[other.unit_id]: contents[other.id] for other in others})
    changed = differences(contents[replaces.id], contents[return_id]) if replaces else ()
    before = contents[last.id] if last else None
    laid = _Laid(contents[return_id], before, read_grid(workspace), one.unit_id, written, changed)
    return ReviewSheet(
        judged=judged,
        unit_name=names[one.unit_id],
        last=last,
        replaces=replaces,
        tasks=tuple(laid.task(task) for task in tasks(workspace) if task.id in laid.now.entries),
        decisions=reviews_of(workspace, return_id),
    )


def decide(
    workspace: Workspace,
    return_id: int,
    decision: Decision,
    *,
    comment: str = "",
    comments: Mapping[str, str],
    operator: str,
    at: datetime,
) -> tuple[Review, Changes]:
    """Accept a return, or send it back with what has to be put right.

    An accepted one can be sent back later, and the other way round; the latest decision holds.

    Args:
        workspace: of the superior.
        return_id: which.
        decision: what.
        comment: on the return as a whole.
        comments: by task, what fails, why, and what to do; blank ones are left out.
        operator: who decides.
        at: now.

    Raises:
        ReturnReplaced: a later return of this unit and period is here.
        NothingToCorrect: it is to be sent back without a comment.
        TextTooLong: a comment is.
    """
    if decision is Decision.RETURNED and not any(text.strip() for text in (comment, *comments.values())):
        raise NothingToCorrect
    with workspace.transaction():
        one = received_return(workspace, return_id)
        latest = judged_returns(workspace, period=one.period, unit_id=one.unit_id)[-1].received
        if latest.id != return_id:
            raise ReturnReplaced(one.sequence, latest.sequence)
        said = comments if decision is Decision.RETURNED else {}
        # A decision without a general word is still one that the unit reads: the tasks say the rest.
        review = add_review(
            workspace,
            return_id,
            decision,
            comment=comment.strip() or (SEE_TASKS if decision is Decision.RETURNED else ""),
            comments=said,
            operator=operator,
            at=at,
        )
    return review, Changes(received=True)


SEE_TASKS: Final = "请按各项任务的审核意见修改后重报。"  # what a receipt says where only the tasks have comments


@dataclass(frozen=True, slots=True)
class _Laid:
    """What one return is held against."""

    now: ReceivedContent
    last: ReceivedContent | None
    grid: Grid
    unit_id: int
    written: Mapping[tuple[str, str], str]  # task and narrative -> who else wrote it
    changed: tuple[Difference, ...]

    def task(self, task: TaskRecord) -> ReviewTask:
        entry = self.now.entries[task.id]
        last = self.last.entries.get(task.id) if self.last else None
        figures = tuple(self._figure(indicator) for indicator in task.indicators)
        evidence = tuple(file for file in self.now.evidence if file.task_id == task.id)
        remarks = [
            *(remark for figure in figures for remark in _of_figure(task, entry, figure)),
            *self._of_words(task, entry, last),
            *_of_evidence(evidence),
        ]
        changed = tuple(one for one in self.changed if one.task_id == task.id)
        return ReviewTask(task, entry, last, figures, evidence, tuple(remarks), changed)

    def _figure(self, indicator: IndicatorRecord) -> ReviewFigure:
        share = self.grid.shares.get((self.unit_id, indicator.id)) if is_additive(indicator) else indicator.target
        return ReviewFigure(
            indicator=indicator,
            now=self.now.values.get(indicator.id),
            last=self.last.values.get(indicator.id) if self.last else None,
            share=share,
        )

    def _of_words(self, task: TaskRecord, entry: ReceivedEntry, last: ReceivedEntry | None) -> Iterator[Remark]:
        narrative = _folded(entry.narrative)
        if len(narrative) >= LEAST_COPIED:
            if last and narrative == _folded(last.narrative):
                yield Remark(Flag.SAME_AS_LAST, task.id)
            other = self.written.get((task.id, narrative))
            if other:
                yield Remark(Flag.SAME_AS_OTHER, task.id, facts={"unit": other})
        silent = entry.status is None and not narrative
        if silent and all(_amount(self.now.values.get(one.id)) is None for one in task.indicators):
            yield Remark(Flag.NOTHING_SAID, task.id)


def _of_figure(task: TaskRecord, entry: ReceivedEntry, figure: ReviewFigure) -> Iterator[Remark]:
    now, last = _amount(figure.now), _amount(figure.last)
    target = figure.now.target if figure.now else None
    place = (task.id, figure.indicator.id)
    if figure.share is not None and target is not None and target != figure.share:
        yield Remark(Flag.TARGET_DIFFERS, *place, {"stated": target, "assigned": figure.share})
    if now is None or figure.indicator.direction is Direction.AT_MOST:
        return
    if last is not None and now < last:
        yield Remark(Flag.FELL, *place, {"before": last, "now": now})
    if target and last is not None and now - last > target * LARGE_STEP:
        yield Remark(Flag.JUMPED, *place, {"before": last, "now": now})
    if target and now >= target and entry.status is Status.NOT_STARTED:
        yield Remark(Flag.REACHED_NOT_STARTED, *place)
    if target and now < target and entry.status is Status.COMPLETED:
        yield Remark(Flag.COMPLETED_BELOW_TARGET, *place)


def _of_evidence(evidence: Iterable[ReceivedEvidence]) -> Iterator[Remark]:
    flags = {EvidenceFate.MISSING: Flag.EVIDENCE_MISSING, EvidenceFate.ALTERED: Flag.EVIDENCE_ALTERED}
    for file in evidence:
        if file.fate in flags:
            yield Remark(flags[file.fate], file.task_id, facts={"name": file.name})


def _last_before(one: ReceivedReturn, of_unit: Iterable[JudgedReturn]) -> ReceivedReturn | None:
    """Return the unit's current return of the latest earlier period of the year, unless it was sent back."""
    earlier = [
        each.received
        for each in of_unit
        if each.state in {ReturnState.ACCEPTED, ReturnState.WAITING}
        and each.received.period.year == one.period.year
        and each.received.period.ends_on < one.period.ends_on
    ]
    return max(earlier, key=lambda each: (each.period.ends_on, each.period.starts_on), default=None)


def _replaced_by(one: ReceivedReturn, of_unit: Iterable[JudgedReturn]) -> ReceivedReturn | None:
    """Return the unit's return of the same period that came before this one, or None."""
    earlier = [
        each.received
        for each in of_unit
        if each.received.period == one.period and each.received.sequence < one.sequence
    ]
    return max(earlier, key=lambda each: each.sequence, default=None)


def _written_by(contents: Mapping[str, ReceivedContent]) -> dict[tuple[str, str], str]:
    return {
        (entry.task_id, _folded(entry.narrative)): name
        for name, content in contents.items()
        for entry in content.entries.values()
        if entry.narrative
    }


def _folded(text: str) -> str:
    return "".join(text.split())


def _amount(value: ReceivedValue | None) -> Decimal | None:
    return None if value is None else value.amount
