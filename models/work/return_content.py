"""What a return says, before anything is known of sheets, files and keys: a head, groups, rows.

These are plain facts: the workbooks room writes them to a sheet and reads the very same back from one.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.core.periods import Period
from models.core.vocabulary import Direction, Light, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """签批: who stands for the figures. A blank name is one to be written by hand."""

    filled_by: str = ""
    phone: str = ""
    reviewed_by: str = ""
    unit_head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnHead:
    """Whose return it is, on what document, for which period, and the how-manieth.

    ``supersedes`` is the check code of the return that this one takes the place of, or blank.
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
class ReturnContent:
    """A whole return."""

    head: ReturnHead
    groups: tuple[ReturnGroup, ...]
