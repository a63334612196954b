"""The returns of subordinates as they came in, each with the very file. Only ever added to; decisions are elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from models.core.changes import Changes
from models.core.numbers import plain
from models.core.periods import Period, parse_period
from models.core.vocabulary import Light, Status
from models.store.columns import from_date, from_instant, to_date, to_instant
from models.store.database import Workspace
from models.store.names import checked_name
from models.store.periods import ensure_period


class ReturnForm(StrEnum):
    """In what a unit reported."""

    SIGNED = "signed"  # a signed 进展填报表
    BLANK_FORM = "blank_form"  # a form filled by hand, unsigned, that a person confirmed


class EvidenceFate(StrEnum):
    """What was found of a listed file when its return was collected."""

    PRESENT = "present"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedReturn:
    """One return of one unit.

    ``signer`` (the certificate's SHA-256), ``fingerprint`` and ``signed_at`` are blank or None for a form filled by
    hand. ``supersedes`` is the check code of the return that this one says it replaces. ``at`` is when it was taken in.
    ``id`` is 0 until it is kept.
    """

    id: int = 0
    unit_id: int
    period: Period
    sequence: int
    form: ReturnForm
    plan_id: str
    check_code: str
    supersedes: str
    file_name: str
    sha256: str
    signer: str
    fingerprint: str
    signed_at: datetime | None
    filled_on: date
    filled_by: str
    phone: str
    at: datetime
    operator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedEntry:
    """What a unit said of one task."""

    task_id: str
    status: Status | None
    light: Light
    narrative: str = ""
    problems: str = ""
    next_steps: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedValue:
    """What a unit said of one indicator; blank is ``amount`` None without a reason."""

    task_id: str
    indicator_id: str
    target: Decimal | None
    amount: Decimal | None
    no_data_reason: str
    light: Light


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedEvidence:
    """A file that a return lists, and what was found of it last; ``fate`` is None where nobody looked."""

    task_id: str
    name: str
    size: int
    sha256: str
    fate: EvidenceFate | None = None


@dataclass(frozen=True, slots=True)
class ReceivedContent:
    """The contents of one return: entries by task, values by indicator, and the evidence that it lists."""

    entries: Mapping[str, ReceivedEntry]
    values: Mapping[str, ReceivedValue]
    evidence: tuple[ReceivedEvidence, ...] = ()


_RETURN: Final = (
    "id, unit_id, period, sequence, form, plan_id, check_code, supersedes, file_name, sha256, signer, fingerprint,"
    " signed_at, filled_on, filled_by, phone, at, operator"
)
_WITHOUT_ID: Final = _RETURN.removeprefix("id, ")
_ENTRY: Final = "task_id, status, light, narrative, problems, next_steps, remark"
_VALUE: Final = "task_id, indicator_id, target, amount, no_data_reason, light"
# Looked up and not constructed: of two hundred units there are some ten thousand of each.
_STATUSES: Final[Mapping[str | None, Status | None]] = {None: None, **{one.value: one for one in Status}}
_LIGHTS: Final = {one.value: one for one in Light}
_EVIDENCE: Final = (
    "SELECT e.return_id, e.task_id, e.name, e.size, e.sha256, (SELECT fate FROM evidence_checks AS c WHERE"
    " c.return_id = e.return_id AND c.task_id = e.task_id AND c.name = e.name ORDER BY c.seq DESC LIMIT 1)"
    " FROM received_evidence AS e"
)


def add_received(workspace: Workspace, one: ReceivedReturn, content: ReceivedContent, data: bytes) -> int:
    """Keep a return with its file and return its id; one of this unit, period and sequence must not be here yet."""
    with workspace.transaction() as connection:
        ensure_period(workspace, one.period)
        cursor = connection.execute(
            f"INSERT INTO received_returns ({_WITHOUT_ID}) VALUES ({_marks(17)})",  # noqa: S608
            (
                one.unit_id,
                one.period.id,
                one.sequence,
                one.form.value,
                one.plan_id,
                one.check_code,
                one.supersedes,
                one.file_name,
                one.sha256,
                one.signer,
                one.fingerprint,
                to_instant(one.signed_at) if one.signed_at else None,
                to_date(one.filled_on),
                one.filled_by,
                one.phone,
                to_instant(one.at),
                checked_name(one.operator, what="operator"),
            ),
        )
        return_id = int(cursor.lastrowid or 0)
        connection.execute("INSERT INTO received_files (return_id, data) VALUES (?, ?)", (return_id, data))
        connection.executemany(
            f"INSERT INTO received_entries (return_id, {_ENTRY}) VALUES ({_marks(8)})",  # noqa: S608
            [
                (
                    return_id,
                    entry.task_id,
                    entry.status.value if entry.status else None,
                    entry.light.value,
                    entry.narrative,
                    entry.problems,
                    entry.next_steps,
                    entry.remark,
                )
                for entry in content.entries.values()
            ],
        )
        connection.executemany(
            f"INSERT INTO received_values (return_id, {_VALUE}) VALUES ({_marks(7)})",  # noqa: S608
            [
                (
                    return_id,
                    value.task_id,
                    value.indicator_id,
                    _spelled(value.target),
                    _spelled(value.amount),
                    value.no_data_reason,
                    value.light.value,
                )
                for value in content.values.values()
            ],
        )
        connection.executemany(
            "INSERT INTO received_evidence (return_id, task_id, name, size, sha256) VALUES (?, ?, ?, ?, ?)",
            [(return_id, file.task_id, file.name, file.size, file.sha256) for file in content.evidence],
        )
        note_evidence(workspace, return_id, content.evidence, at=one.at)
    return return_id


def note_evidence(workspace: Workspace, return_id: int, found: Iterable[ReceivedEvidence], *, at: datetime) -> Changes:
    """Keep what was found of the listed files, where that is not what was found last."""
    with workspace.transaction() as connection:
        known = {(file.task_id, file.name): file.fate for file in content_of(workspace, return_id).evidence}
        fresh = [
            (return_id, file.task_id, file.name, file.fate.value, to_instant(at))
            for file in found
            if file.fate is not None and known.get((file.task_id, file.name)) is not file.fate
        ]
        connection.executemany(
            "INSERT INTO evidence_checks (return_id, task_id, name, fate, at) VALUES (?, ?, ?, ?, ?)", fresh
        )
    return Changes(received=bool(fresh))


def received(
    workspace: Workspace, *, period: Period | None = None, unit_id: int | None = None
) -> tuple[ReceivedReturn, ...]:
    """List returns: of a period, of a unit, of both, or all; by unit, period and sequence."""
    wanted = {"period": period.id if period else None, "unit_id": unit_id}
    given = {name: value for name, value in wanted.items() if value is not None}
    where = f" WHERE {' AND '.join(f'{name} = ?' for name in given)}" if given else ""
    rows = workspace.rows(
        f"SELECT {_RETURN} FROM received_returns{where} ORDER BY unit_id, period, sequence",  # noqa: S608
        tuple(given.values()),
    )
    return tuple(map(_return, rows))


def received_return(workspace: Workspace, return_id: int) -> ReceivedReturn:
    """Return one return.

    Raises:
        KeyError: there is none of this id, which is a bug of the caller.
    """
    row = workspace.row(f"SELECT {_RETURN} FROM received_returns WHERE id = ?", (return_id,))  # noqa: S608
    if row is None:
        raise KeyError(return_id)
    return _return(row)


def current_return(workspace: Workspace, unit_id: int, period: Period) -> ReceivedReturn | None:
    """Return the latest return of a unit for a period by its sequence, or None; those before it are replaced."""
    row = workspace.row(
        f"SELECT {_RETURN} FROM received_returns WHERE unit_id = ? AND period = ?"  # noqa: S608
        " ORDER BY sequence DESC LIMIT 1",
        (unit_id, period.id),
    )
    return _return(row) if row else None


def contents_of(workspace: Workspace, return_ids: Sequence[int]) -> dict[int, ReceivedContent]:
    """Return the contents of some returns, in three queries whatever their number."""
    if not return_ids:
        return {}
    chosen = _numbers(return_ids)
    entries: dict[int, dict[str, ReceivedEntry]] = defaultdict(dict)
    values: dict[int, dict[str, ReceivedValue]] = defaultdict(dict)
    evidence: dict[int, list[ReceivedEvidence]] = defaultdict(list)
    for row in workspace.rows(f"SELECT return_id, {_ENTRY} FROM received_entries WHERE return_id IN {chosen}"):  # noqa: S608
        entries[row[0]][row[1]] = ReceivedEntry(
            task_id=row[1],
            status=_STATUSES[row[2]],
            light=_LIGHTS[row[3]],
            narrative=row[4],
            problems=row[5],
            next_steps=row[6],
            remark=row[7],
        )
    for row in workspace.rows(f"SELECT return_id, {_VALUE} FROM received_values WHERE return_id IN {chosen}"):  # noqa: S608
        values[row[0]][row[2]] = ReceivedValue(
            task_id=row[1],
            indicator_id=row[2],
            target=_amount(row[3]),
            amount=_amount(row[4]),
            no_data_reason=row[5],
            light=_LIGHTS[row[6]],
        )
    for row in workspace.rows(f"{_EVIDENCE} WHERE e.return_id IN {chosen} ORDER BY e.return_id, e.task_id, e.name"):
        evidence[row[0]].append(
            ReceivedEvidence(
                task_id=row[1],
                name=row[2],
                size=row[3],
                sha256=row[4],
                fate=EvidenceFate(row[5]) if row[5] else None,
            )
        )
    return {one: ReceivedContent(entries[one], values[one], tuple(evidence[one])) for one in return_ids}


def amounts_of(workspace: Workspace, return_ids: Sequence[int]) -> dict[int, dict[str, Decimal]]:
    """Return the figures that some returns state, by return and indicator, in one query; blank ones are left out."""
    found: dict[int, dict[str, Decimal]] = {one: {} for one in return_ids}
    for return_id, indicator_id, amount in workspace.rows(
        "SELECT return_id, indicator_id, amount FROM received_values"  # noqa: S608
        f" WHERE amount IS NOT NULL AND return_id IN {_numbers(return_ids)}"
    ):
        found[return_id][indicator_id] = Decimal(amount)
    return found


def narratives_of(workspace: Workspace, return_ids: Sequence[int], task_id: str) -> dict[int, str]:
    """Return what some returns say on one task, by return, in one query; blank ones are left out."""
    rows = workspace.rows(
        "SELECT return_id, narrative FROM received_entries"  # noqa: S608
        f" WHERE narrative <> '' AND task_id = ? AND return_id IN {_numbers(return_ids)}",
        (task_id,),
    )
    return dict(rows)


def content_of(workspace: Workspace, return_id: int) -> ReceivedContent:
    """Return the contents of one return."""
    return contents_of(workspace, (return_id,))[return_id]


def file_of(workspace: Workspace, return_id: int) -> bytes:
    """Return the file that a return came in, to the byte."""
    (data,) = workspace.row("SELECT data FROM received_files WHERE return_id = ?", (return_id,))
    return bytes(data)


def _numbers(ids: Sequence[int]) -> str:
    """Spell a list of numbers for SQL: of parameters SQLite has room for 32,766 only."""
    return f"({', '.join(str(int(one)) for one in ids)})"


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _spelled(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _return(row: Any) -> ReceivedReturn:
    return ReceivedReturn(
        id=row[0],
        unit_id=row[1],
        period=parse_period(row[2]),
        sequence=row[3],
        form=ReturnForm(row[4]),
        plan_id=row[5],
        check_code=row[6],
        supersedes=row[7],
        file_name=row[8],
        sha256=row[9],
        signer=row[10],
        fingerprint=row[11],
        signed_at=from_instant(row[12]) if row[12] else None,
        filled_on=from_date(row[13]) or date.min,
        filled_by=row[14],
        phone=row[15],
        at=from_instant(row[16]),
        operator=row[17],
    )
