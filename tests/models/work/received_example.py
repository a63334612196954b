"""Returns of subordinates put straight into a workspace, for tests that need no files."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from models.core.periods import Period
from models.core.vocabulary import Decision, Direction, Light, Status
from models.store.database import Workspace
from models.store.directory import UnitFacts, put_units, subordinates
from models.store.plans import tasks
from models.store.received import (
    ReceivedContent,
    ReceivedEntry,
    ReceivedEvidence,
    ReceivedReturn,
    ReceivedValue,
    ReturnForm,
    add_received,
)
from models.store.reviews import add_review


def units(workspace: Workspace, at: datetime, *names: str) -> dict[str, int]:
    """Put units into the directory and return their ids by name."""
    put_units(workspace, [UnitFacts(name=name, code=f"37081{n}") for n, name in enumerate(names)], at=at)
    return {unit.name: unit.id for unit in subordinates(workspace)}


def reported(
    workspace: Workspace,
    unit_id: int,
    period: Period,
    at: datetime,
    *,
    sequence: int = 1,
    amounts: Mapping[str, str | None],
    narratives: Mapping[str, str] | None = None,
    status: Status | None = Status.IN_PROGRESS,
    evidence: tuple[ReceivedEvidence, ...] = (),
    filled_on: date | None = None,
    decision: Decision | None = None,
) -> int:
    """Keep a return of all tasks with these amounts by indicator and return its id; the others are blank."""
    entries, values = {}, {}
    for task in tasks(workspace):
        narrative = (narratives or {}).get(task.id, "")
        entries[task.id] = ReceivedEntry(task_id=task.id, status=status, light=Light.NONE, narrative=narrative)
        for indicator in task.indicators:
            amount = amounts.get(indicator.id)
            values[indicator.id] = ReceivedValue(
                task_id=task.id,
                indicator_id=indicator.id,
                target=indicator.target if indicator.direction is Direction.AT_MOST else indicator.target / 2,
                amount=None if amount is None else Decimal(amount),
                no_data_reason="",
                light=Light.NONE,
            )
    one = ReceivedReturn(
        unit_id=unit_id,
        period=period,
        sequence=sequence,
        form=ReturnForm.SIGNED,
        plan_id="2021-0123456789ab",
        check_code=f"4F7K-9QXM-{sequence:04d}",
        supersedes="",
        file_name="某单位.xlsx",
        sha256=f"{unit_id:032x}{sequence:032x}",
        signer="c" * 64,
        fingerprint="K7QM 2XHD 9PTA VW4E",
        signed_at=at,
        filled_on=filled_on or at.date(),
        filled_by="李四",
        phone="",
        at=at,
        operator="张三",
    )
    return_id = add_received(workspace, one, ReceivedContent(entries, values, evidence), b"file")
    if decision is not None:
        add_review(
            workspace,
            return_id,
            decision,
            comment="" if decision is Decision.ACCEPTED else "请核对",
            comments={},
            operator="王五",
            at=at,
        )
    return return_id
