"""What a return says, before anything is known of sheets, files and keys: a head, groups, rows.

These are plain facts: the workbooks room writes them to a sheet and reads the very same back from one. Each task of
the plan has its rows, whether anything was reported on it or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from models.core.periods import Period
from models.core.vocabulary import Direction, Light, Status
from models.store.database import Workspace
from models.store.evidence import all_evidence
from models.store.evidence_records import EvidenceFile
from models.store.exports import last_export
from models.store.records import ExportRecord, IndicatorRecord, Unit
from models.store.units import own_unit
from models.work.board import Board, ItemProgress, NothingToReport, PartProgress, read_board
from models.work.progress import TaskProgress, completion, indicator_light


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """签批: who stands for the figures. A blank name is one to be written by hand.

    The times tell when each signed in the program, to the minute on their own clock; a name without one is to sign on
    the paper.
    """

    filled_by: str = ""
    phone: str = ""
    reviewed_by: str = ""
    unit_head: str = ""
    filled_at: datetime | None = None
    reviewed_at: datetime | None = None
    approved_at: datetime | None = None


# The moment of each sign-off, and whose it is: fields of SignOff.
SIGNED_BY: Final = {"filled_at": "filled_by", "reviewed_at": "reviewed_by", "approved_at": "unit_head"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnHead:
    """Whose return it is, on what document, for which period, and the how-manieth.

    ``supersedes`` is the check code of the return that this one takes the place of, or blank, and
    ``supersedes_sequence`` the number of that one, or 0. ``draft`` marks what may be looked at and never counts.
    """

    plan_id: str
    plan_title: str
    document_number: str
    year: int
    unit_name: str
    unit_code: str
    period: Period
    sequence: int
    supersedes: str
    sign_off: SignOff
    filled_on: date
    supersedes_sequence: int = 0
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One line: a task, or one indicator of a task that has several.

    ``number``, ``task_id``, ``task_text`` and ``status`` stand on every row of a task; the four texts on its first row
    only. A blank amount is ``None`` without a reason; "no data" is ``None`` with one. ``completion`` is a ratio
    (1.25 is 125 %), never capped. A row without indicator has ``indicator_id``, ``direction``, ``target``, ``amount``
    and ``completion`` ``None``, and ``indicator_name`` and ``unit`` blank.
    """

    number: int
    task_id: str
    task_text: str
    indicator_id: str | None
    indicator_name: str
    unit: str
    direction: Direction | None
    target: Decimal | None
    amount: Decimal | None
    no_data_reason: str
    completion: Decimal | None
    status: Status | None
    light: Light
    narrative: str
    problems: str
    next_steps: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnGroup:
    """The rows of one item of the plan."""

    part_number: int
    part_title: str
    item_number: int
    item_title: str
    rows: tuple[ReturnRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnEvidence:
    """A file that is attached to a task: the task's number and id, the file's name, its bytes, its SHA-256."""

    number: int
    task_id: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnContent:
    """A whole return. The evidence stands in the order of the tasks, and of the names within a task."""

    head: ReturnHead
    groups: tuple[ReturnGroup, ...]
    evidence: tuple[ReturnEvidence, ...] = ()


def return_content(
    workspace: Workspace, period: Period, *, sign_off: SignOff, at: datetime, draft: bool = False
) -> ReturnContent:
    """Draw up the next return of a period from what stands in the workspace.

    Args:
        workspace: whose.
        period: for which period.
        sign_off: who stands for the figures.
        at: now; the day of the return.
        draft: whether it is only to be looked at.

    Raises:
        NothingToReport: the workspace has no plan or no unit yet.
    """
    board = read_board(workspace, period)
    unit = own_unit(workspace)
    if unit is None:
        raise NothingToReport("unit")
    before = last_export(workspace, period)
    return ReturnContent(
        head=_head(
            board,
            unit,
            before=before,
            sign_off=sign_off,
            filled_on=at.date(),
            draft=draft,
        ),
        groups=tuple(_group(part, item, period) for part in board.parts for item in part.items),
        evidence=_evidence(board, all_evidence(workspace, period)),
    )


def _evidence(board: Board, attached: Mapping[str, tuple[EvidenceFile, ...]]) -> tuple[ReturnEvidence, ...]:
    return tuple(
        ReturnEvidence(number=one.task.number, task_id=one.task.id, name=file.name, size=file.size, sha256=file.sha256)
        for one in board.tasks
        for file in attached.get(one.task.id, ())
    )


def _head(
    board: Board, unit: Unit, *, before: ExportRecord | None, sign_off: SignOff, filled_on: date, draft: bool
) -> ReturnHead:
    return ReturnHead(
        plan_id=board.plan.id,
        plan_title=board.plan.title,
        document_number=board.plan.document_number,
        year=board.plan.year,
        unit_name=unit.name,
        unit_code=unit.code,
        period=board.period,
        sequence=before.sequence + 1 if before else 1,
        supersedes=before.check_code if before else "",
        supersedes_sequence=before.sequence if before else 0,
        sign_off=sign_off,
        filled_on=filled_on,
        draft=draft,
    )


def _group(part: PartProgress, item: ItemProgress, period: Period) -> ReturnGroup:
    return ReturnGroup(
        part_number=part.number,
        part_title=part.title,
        item_number=item.number,
        item_title=item.title,
        rows=tuple(row for one in item.tasks for row in _rows(one, period)),
    )


def _rows(one: TaskProgress, period: Period) -> list[ReturnRow]:
    indicators: tuple[IndicatorRecord | None, ...] = one.task.indicators or (None,)
    return [_row(one, indicator, period, first=position == 0) for position, indicator in enumerate(indicators)]


def _row(one: TaskProgress, indicator: IndicatorRecord | None, period: Period, *, first: bool) -> ReturnRow:
    entry = one.entry
    value = entry.values.get(indicator.id) if indicator else None
    amount = value.amount if value else None
    return ReturnRow(
        number=one.task.number,
        task_id=one.task.id,
        task_text=one.task.text,
        indicator_id=indicator.id if indicator else None,
        indicator_name=indicator.name if indicator else "",
        unit=indicator.unit if indicator else "",
        direction=indicator.direction if indicator else None,
        target=indicator.target if indicator else None,
        amount=amount,
        no_data_reason=value.no_data_reason if value else "",
        completion=completion(amount, indicator.target, indicator.direction) if indicator else None,
        status=entry.status,
        light=indicator_light(indicator, one.task, entry, period) if indicator else one.light,
        narrative=entry.narrative if first else "",
        problems=entry.problems if first else "",
        next_steps=entry.next_steps if first else "",
        remark=entry.remark if first else "",
    )
