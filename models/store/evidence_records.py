"""佐证材料 as plain facts: a file that is attached, and what was done to it. Nothing here knows where files lie."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.core.periods import Period


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file as it was attached. ``size`` is in bytes, ``sha256`` in lower-case hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEdit:
    """What should stand under one name among the evidence of an entry: a file, or nothing."""

    period: Period
    task_id: str
    name: str
    new: EvidenceFile | None


class EvidenceEvent(StrEnum):
    """What can be done to a piece of evidence."""

    ATTACHED = "attached"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceChange:
    """One thing that was done to the evidence of an entry: who, when, which file."""

    seq: int
    at: datetime
    operator: str
    period: Period
    task_id: str
    event: EvidenceEvent
    file: EvidenceFile
