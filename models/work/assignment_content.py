"""What an assignment says, before anything is known of sheets, files and keys: a head, groups, rows.

These are plain facts: the workbooks room writes them to a 任务下达表 and reads the very same back from one.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.core.periods import PeriodKind
from models.core.vocabulary import Direction, Duty, Per, TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentHead:
    """Who assigns what to whom, and what is expected of the returns.

    ``version`` counts from 1 for each unit and plan; ``supersedes`` is the check code of the version before, or blank.
    ``reviewer`` and ``unit_head`` tell whose sign-off a return needs besides the 填报人's. ``contact`` is whom to ask.
    """

    plan_id: str
    plan_title: str
    document_number: str
    year: int
    superior_name: str
    superior_code: str
    unit_name: str
    unit_code: str
    version: int
    supersedes: str
    period_kind: PeriodKind
    reviewer: bool
    unit_head: bool
    issued_on: date
    contact: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """One line: a task, or one indicator of a task that has several.

    All but the indicator's facts stand on every row of a task. ``target`` is the unit's share, ``whole`` the superior's
    own target. A row without indicator has ``indicator_id``, ``direction``, ``target``, ``whole`` and ``baseline``
    ``None``. ``lead`` and ``support`` name the units that share the task.
    """

    number: int
    task_id: str
    task_text: str
    kind: TaskKind
    duty: Duty
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: date | None
    indicator_id: str | None = None
    indicator_name: str = ""
    unit: str = ""
    direction: Direction | None = None
    target: Decimal | None = None
    whole: Decimal | None = None
    baseline: Decimal | None = None
    per: Per | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentGroup:
    """The rows of one item of the plan."""

    part_number: int
    part_title: str
    item_number: int
    item_title: str
    rows: tuple[AssignmentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentContent:
    """A whole assignment of one unit."""

    head: AssignmentHead
    groups: tuple[AssignmentGroup, ...]
