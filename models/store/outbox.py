"""发件箱: each file that left, and what became of it. Only ever added to; what holds follows from the events."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from models.core.changes import Changes
from models.core.periods import Period, parse_period
from models.core.texts import clean_name
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name


class Paper(StrEnum):
    """What kind of file left."""

    ASSIGNMENT = "assignment"  # 任务下达表
    BLANK_FORM = "blank_form"  # 空白填报表
    RETURN = "return"  # 进展填报表
    RECEIPT = "receipt"  # 审核回执
    SUMMARY = "summary"  # 汇总表
    BULLETIN = "bulletin"  # 通报


class Fate(StrEnum):
    """What became of it, in the order in which that happens."""

    WRITTEN = "written"
    HANDED_OVER = "handed_over"
    RECEIPT_SEEN = "receipt_seen"
    WITHDRAWN = "withdrawn"


class Way(StrEnum):
    """How a file was handed over."""

    USB = "usb"
    MAIL = "mail"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One file that left.

    ``unit_id`` is the subordinate that it is for; None for what goes to the superior or is for the bureau itself.
    ``label`` says for a person to whom it goes, ``number`` its version or sequence. ``fate`` is the latest that
    happened, ``fate_at`` when; ``way`` and ``detail`` are of the latest handing over. ``id`` is 0 until it is kept.
    """

    id: int = 0
    paper: Paper
    unit_id: int | None
    period: Period | None
    label: str
    number: int
    file_name: str
    sha256: str
    path: Path
    at: datetime
    operator: str
    fate: Fate = Fate.WRITTEN
    fate_at: datetime | None = None
    way: Way | None = None
    detail: str = ""


_ITEM: Final = "id, kind, unit_id, period, label, number, file_name, sha256, path, at, operator"


def add_outbox(workspace: Workspace, item: OutboxItem) -> int:
    """Keep that a file was written, and return the entry's id."""
    with workspace.transaction() as connection:
        cursor = connection.execute(
            f"INSERT INTO outbox ({_ITEM.removeprefix('id, ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                item.paper.value,
                item.unit_id,
                item.period.id if item.period else None,
                clean_name(item.label)[:200],
                item.number,
                item.file_name,
                item.sha256,
                str(item.path),
                to_instant(item.at),
                checked_name(item.operator, what="operator"),
            ),
        )
        outbox_id = int(cursor.lastrowid or 0)
        note_outbox(workspace, outbox_id, Fate.WRITTEN, operator=item.operator, at=item.at)
    return outbox_id


def note_outbox(
    workspace: Workspace,
    outbox_id: int,
    fate: Fate,
    *,
    operator: str,
    at: datetime,
    way: Way | None = None,
    detail: str = "",
) -> Changes:
    """Keep what became of a file; ``way`` only with HANDED_OVER, and always then."""
    if (fate is Fate.HANDED_OVER) != (way is not None):
        raise ValueError("a way belongs to a handing over")
    with workspace.transaction() as connection:
        connection.execute(
            "INSERT INTO outbox_events (outbox_id, at, operator, event, how, detail) VALUES (?, ?, ?, ?, ?, ?)",
            (
                outbox_id,
                to_instant(at),
                checked_name(operator, what="operator"),
                fate.value,
                way.value if way else None,
                clean_name(detail)[:500],
            ),
        )
    return Changes(outbox=True)


def outbox(
    workspace: Workspace, *, paper: Paper | None = None, period: Period | None = None, limit: int = 2_000
) -> tuple[OutboxItem, ...]:
    """List what left, the latest first; two queries whatever the number."""
    wanted = {"kind": paper.value if paper else None, "period": period.id if period else None}
    given = {name: value for name, value in wanted.items() if value is not None}
    where = f" WHERE {' AND '.join(f'{name} = ?' for name in given)}" if given else ""
    rows = workspace.rows(
        f"SELECT {_ITEM} FROM outbox{where} ORDER BY id DESC LIMIT ?",  # noqa: S608
        (*given.values(), limit),
    )
    if not rows:
        return ()
    events = workspace.rows(
        "SELECT outbox_id, event, at, how, detail FROM outbox_events WHERE outbox_id >= ? ORDER BY seq",
        (min(row[0] for row in rows),),
    )
    latest: dict[int, Any] = {}
    handed: dict[int, Any] = {}
    for event in events:
        latest[event[0]] = event
        if event[3] is not None:
            handed[event[0]] = event
    return tuple(_item(row, latest[row[0]], handed.get(row[0])) for row in rows)


def outbox_item(workspace: Workspace, *, sha256: str) -> OutboxItem | None:
    """Return the latest entry of a file by its content, or None."""
    return next((item for item in outbox(workspace) if item.sha256 == sha256), None)


def outbox_events(workspace: Workspace, outbox_id: int) -> tuple[Mapping[str, object], ...]:
    """Return all that happened to one file, the first first: ``at``, ``operator``, ``fate``, ``way``, ``detail``."""
    rows = workspace.rows(
        "SELECT at, operator, event, how, detail FROM outbox_events WHERE outbox_id = ? ORDER BY seq", (outbox_id,)
    )
    return tuple(
        {
            "at": from_instant(row[0]),
            "operator": row[1],
            "fate": Fate(row[2]),
            "way": Way(row[3]) if row[3] else None,
            "detail": row[4],
        }
        for row in rows
    )


def _item(row: Any, latest: Any, handed: Any) -> OutboxItem:
    return OutboxItem(
        id=row[0],
        paper=Paper(row[1]),
        unit_id=row[2],
        period=parse_period(row[3]) if row[3] else None,
        label=row[4],
        number=row[5],
        file_name=row[6],
        sha256=row[7],
        path=Path(row[8]),
        at=from_instant(row[9]),
        operator=row[10],
        fate=Fate(latest[1]),
        fate_at=from_instant(latest[2]),
        way=Way(handed[3]) if handed else None,
        detail=handed[4] if handed else "",
    )
