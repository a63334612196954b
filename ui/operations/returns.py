"""签批并导出: what stands in the way, then the signed file, then the record that it was written and closes its period.

The sign-off that an export is, the record and the file come about together or not at all: the file is written first,
then one transaction records all, and an error at either takes back what there is. ``models/work/export_note`` bridges
the moment between the two in case the power fails in it.

A draft takes the same way, but nobody has to have signed, and it leaves no record and closes nothing.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import UserError
from models.core.paths import Places
from models.core.periods import Period
from models.core.vocabulary import Role
from ui.operations.return_files import STEPS_BEFORE, Packing, take_back, write_return_files
from ui.operations.return_preparation import checked_board
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.core.changes import Changes
    from models.store.database import Workspace
    from models.work.export_note import ExportNote
    from models.work.return_content import ReturnContent, SignOff

translate = QCoreApplication.translate


@dataclass(eq=False)
class ChangedMeanwhile(UserError):
    """Something was changed in ``period`` between the drawing up of its return and the recording of it."""

    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A return that was signed and written: final and recorded, or a draft. ``path`` is the file, or the zip."""

    path: Path
    period: Period
    sequence: int
    check_code: str
    fingerprint: str
    draft: bool = False
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the signing thread needs from the database's. ``signs``: the 填报人 who signs off by this, or blank."""

    content: "ReturnContent"
    workspace: Path
    operator: str
    signs: str
    changes: "Changes"


@dataclass(frozen=True, slots=True)
class _Written:
    """A file that is there and has still to be recorded; a draft has no ``note`` and needs no record."""

    exported: Exported
    made: Path  # what goes if it can't be recorded: a file or a folder
    workspace: Path
    note: "ExportNote | None"


def export_return(
    runner: Runner,
    *,
    sign_off: "SignOff",
    folder: Path,
    places: Places,
    passphrase: str | None,
    at: datetime,
    done: Callable[[Exported], None],
    failed: Failed,
    pin: str = "",
    packing: Packing = Packing.FOLDER,
    draft: bool = False,
) -> None:
    """Draw the return of the current period up, sign it, write it under a free name, and record that.

    The 填报人 signs off by this, if nobody has yet for what is recorded now; the others must have, if it is demanded.

    Args:
        runner: whose workspace.
        sign_off: the names that were typed, and the telephone.
        folder: where the file goes; its parent must exist.
        places: where the account keeps the secret that unlocks the identity.
        passphrase: what unlocks an identity that is locked so.
        at: now.
        done: gets what was written.
        failed: gets what went wrong; then there is no new file, and the period is not closed.
        pin: of the 填报人, where the name has one.
        packing: how the evidence, if there is any, goes with it.
        draft: write a draft: nobody has to sign, nothing is recorded, the period stays open.
    """

    def write(drawn: _Drawn) -> None:
        runner.files(
            lambda task: _sign_and_write(
                drawn, task, folder=folder, places=places, passphrase=passphrase, packing=packing, at=at
            ),
            label=translate("operations", "正在签名并导出…"),
            done=keep,
            failed=failed,
        )

    def keep(written: _Written) -> None:
        def unrecorded(error: Exception) -> None:
            # A file that the workspace doesn't know of would be followed by another with the same number.
            _take_back(written.made, written.workspace)
            failed(error)

        if written.note is None:
            done(written.exported)
            return
        runner.change(
            lambda workspace: _record(workspace, written),
            label=translate("operations", "正在登记…"),
            done=lambda _: done(written.exported),
            failed=unrecorded,
        )

    runner.change(
        lambda workspace: _draw_up(workspace, sign_off, pin, at, draft=draft),
        label=translate("operations", "正在汇总填报内容…"),
        done=write,
        failed=failed,
    )


def _draw_up(workspace: "Workspace", sign_off: "SignOff", pin: str, at: datetime, *, draft: bool) -> _Drawn:
    """Draw the return up as it will stand; of a final one the 填报人 has signed, or signs by this. Records nothing."""
    from models.core.changes import Changes
    from models.store.operators import current_operator
    from models.work.return_content import return_content
    from models.work.sign_off import SignOffMissing, lacking
    from models.workbooks.state import signed_names, standings_now

    period = checked_board(workspace).period
    signed = standings_now(workspace, period)
    names = signed_names(sign_off, signed)
    signs = ""
    if not draft:
        missing = lacking(signed)
        if others := tuple(role for role in missing if role is not Role.FILLER):
            raise SignOffMissing(others)
        _require_open(workspace, period)
        if missing:
            signs = _signing_filler(workspace, period, sign_off.filled_by, pin, at)
            names = replace(names, filled_by=signs, filled_at=at)
    operator = current_operator(workspace)
    content = return_content(workspace, period, sign_off=names, at=at, draft=draft)
    return _Drawn(content, workspace.path, operator.name if operator else signs, signs, Changes())


def _require_open(workspace: "Workspace", period: Period) -> None:
    from models.store.period_events import PeriodClosed, closing_of

    closing = closing_of(workspace, period)
    if closing is not None:
        raise PeriodClosed(period, closing.sequence)


def _signing_filler(workspace: "Workspace", period: Period, name: str, pin: str, at: datetime) -> str:
    """See to it that the 填报人 may sign what is recorded now."""
    from models.store.exports import next_sequence
    from models.work.sign_off import may_sign_off
    from models.workbooks.state import state_code

    return may_sign_off(
        workspace,
        period,
        role=Role.FILLER,
        name=name,
        pin=pin,
        sequence=next_sequence(workspace, period),
        check_code=state_code(workspace, period),
        at=at,
    )


def _sign_and_write(
    drawn: _Drawn, task: Task, *, folder: Path, places: Places, passphrase: str | None, packing: Packing, at: datetime
) -> _Written:
    from models.store.records import ExportRecord
    from models.work.evidence import evidence_folder
    from models.work.export_note import ExportNote, write_note
    from models.work.keys import ensure_identity
    from models.workbooks.export import export_return

    content, head = drawn.content, drawn.content.head
    steps = STEPS_BEFORE + 1 + len(content.evidence)
    task.progress(0, steps, translate("operations", "打开签名身份"))
    identity = ensure_identity(
        drawn.workspace,
        places=places,
        unit_name=head.unit_name,
        unit_code=head.unit_code,
        at=at,
        passphrase=passphrase,
    )
    task.check_cancelled()
    task.progress(1, steps, translate("operations", "制表、签名"))
    signed = export_return(content, identity, at=at)
    task.check_cancelled()
    task.progress(STEPS_BEFORE, steps, translate("operations", "写入文件"))
    record = ExportRecord(
        period=head.period,
        sequence=head.sequence,
        check_code=signed.check_code,
        fingerprint=signed.fingerprint,
        file_name=signed.file_name,
        sha256=hashlib.sha256(signed.data).hexdigest(),
        at=at,
        operator=drawn.operator,
    )
    sums = tuple(file.sha256 for file in content.evidence)
    begun: list[ExportNote] = []

    def announce(path: Path, made: Path) -> None:
        begun.append(ExportNote(made=made, path=path, record=record, signs=drawn.signs, evidence=sums))
        if not head.draft:
            write_note(drawn.workspace, begun[0])

    try:
        path, made = write_return_files(
            signed,
            content.evidence,
            evidence_folder(drawn.workspace),
            task,
            folder=folder,
            packing=packing,
            announce=announce,
        )
    except BaseException:
        if begun:
            _take_back(begun[0].made, drawn.workspace)
        raise
    task.progress(steps, steps)
    exported = Exported(
        path=path,
        period=head.period,
        sequence=head.sequence,
        check_code=signed.check_code,
        fingerprint=signed.fingerprint,
        draft=head.draft,
        evidence=len(content.evidence),
    )
    return _Written(exported, made, drawn.workspace, None if head.draft else begun[0])


def _take_back(made: Path, workspace: Path) -> None:
    """Remove what was written; what can't be removed is out, and its note stays to be settled."""
    from models.work.export_note import drop_note

    take_back(made)
    if not made.exists():
        drop_note(workspace)


def _record(workspace: "Workspace", written: _Written) -> "Changes":
    from models.work.export_note import drop_note, record_export
    from models.workbooks.state import state_code

    if written.note is None:
        raise ValueError("a draft is not recorded")
    with workspace.transaction():
        if state_code(workspace, written.exported.period) != written.exported.check_code:
            raise ChangedMeanwhile(written.exported.period)
        changes = record_export(workspace, written.note)
    drop_note(workspace.path)
    return changes
