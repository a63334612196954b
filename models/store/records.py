"""What a workspace holds, as plain facts. Nothing in here knows how or where they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from models.core.changes import Changes
from models.core.periods import Period
from models.core.vocabulary import Direction, Duty, Per, Status, TaskKind
from models.store.evidence_records import EvidenceEdit


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: the workspace's own, or another that it knows."""

    id: int
    code: str
    name: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Operator:
    """A person who types into this workspace."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord:
    """The work points that the workspace's tasks come from. The spans of tasks are offsets into ``source``."""

    id: str
    title: str
    document_number: str
    issuer: str
    issued_on: date | None
    addressees: tuple[str, ...]
    preamble: str
    source: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRecord:
    """One figure that a task must reach.

    ``position`` counts from 1 within the task; ``target`` is the year's, in the base unit. ``baseline`` is where it
    starts, if the document says so; ``per`` tells that the document states a rate (每季度2次: 8 a year, per quarter).
    ``whole`` is the superior's own target where this one is a unit's share of it (分解指标).
    """

    id: str
    task_id: str
    position: int
    name: str
    target: Decimal
    unit: str
    direction: Direction
    baseline: Decimal | None = None
    per: Per | None = None
    whole: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRecord:
    """One task with the item and the part that it stands in.

    ``number`` counts from 1 over the plan. ``start`` and ``end`` are the wording's place in the plan's source,
    ``item_start`` and ``item_end`` that of the whole paragraph. ``own_duty`` is the unit's part in a task that its
    superior assigned.
    """

    id: str
    number: int
    part_number: int
    part_title: str
    item_number: int
    item_title: str
    item_start: int
    item_end: int
    text: str
    start: int
    end: int
    kind: TaskKind
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: date | None
    indicators: tuple[IndicatorRecord, ...]
    own_duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A cumulative value, or the statement that there is none, with its reason. Blank is neither: no Value at all."""

    amount: Decimal | None
    no_data_reason: str = ""

    def __post_init__(self) -> None:
        """Refuse what is neither a value nor a statement."""
        if self.amount is not None and self.no_data_reason:
            raise ValueError("a value with a reason for having none")


class Field(StrEnum):
    """The parts of an entry that are changed one by one."""

    VALUE = "value"
    STATUS = "status"
    NARRATIVE = "narrative"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    REMARK = "remark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """进展: what stands for one task in one period. ``values`` holds the indicators that are not blank."""

    task_id: str
    period: Period
    status: Status | None = None
    narrative: str = ""
    problems: str = ""
    next_steps: str = ""
    remark: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def blank(self) -> bool:
        """Tell whether nothing at all stands in it."""
        return not (self.status or self.values or self.narrative or self.problems or self.next_steps or self.remark)

    def get(self, what: Field, indicator_id: str | None = None) -> "FieldValue":
        """Return what stands in one field; for VALUE, of the indicator that is named."""
        match what:
            case Field.VALUE:
                return self.values.get(indicator_id or "")
            case Field.STATUS:
                return self.status
            case Field.NARRATIVE:
                return self.narrative
            case Field.PROBLEMS:
                return self.problems
            case Field.NEXT_STEPS:
                return self.next_steps
            case Field.REMARK:
                return self.remark


FieldValue = str | Status | Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEdit:
    """One field of one entry set to something new.

    ``new`` is for VALUE a Value, an amount, or None (blank); for STATUS a Status or None; for the texts a text.
    """

    period: Period
    task_id: str
    field: Field
    new: FieldValue | Decimal
    indicator_id: str | None = None


Edit = FieldEdit | EvidenceEdit


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording did: which kinds of things changed, and the edits that take it back when recorded in turn."""

    changes: Changes
    undo: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One change of one field: who, when, from what, to what."""

    seq: int
    at: datetime
    operator: str
    period: Period
    task_id: str
    indicator_id: str | None
    field: Field
    old: FieldValue
    new: FieldValue


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """One signed return that was written out. ``sequence`` counts from 1 within its period."""

    period: Period
    sequence: int
    check_code: str
    fingerprint: str
    file_name: str
    sha256: str
    at: datetime
    operator: str


class PlanEvent(StrEnum):
    """What a later version of the work points, or a correction, did to a task of the workspace."""

    ADDED = "added"  # new: its wording
    REWORDED = "reworded"  # old, new: the wordings
    RETIRED = "retired"  # old: its wording; what was recorded on it stays
    REMOVED = "removed"  # old: its wording; nothing had been recorded
    RESTORED = "restored"  # new: its wording
    TARGET = "target"  # old, new: an indicator's target as text; None where it came or went
    DUTIES = "duties"  # old, new: units and due date as text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One change of the plan itself: who, when, from what, to what. The task may be gone since."""

    at: datetime
    operator: str
    task_id: str
    event: PlanEvent
    subject: str = ""
    old: str | None = None
    new: str | None = None
