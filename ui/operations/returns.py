"""签批并导出: what stands in the way, then the signed file, then the record that it was written and closes its period.

A draft takes the same way, but nobody has to have signed, and it leaves no record and closes nothing.
"""

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import UserError
from models.core.paths import Places
from models.core.periods import Period
from models.core.vocabulary import Role
from ui.operations.return_files import STEPS_BEFORE, Packing, take_back, write_return_files
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.core.changes import Changes
    from models.store.database import Workspace
    from models.store.period_events import PeriodEvent
    from models.work.board import Board
    from models.work.checks import Finding
    from models.work.return_content import ReturnContent, SignOff
    from models.workbooks.state import Standings

translate = QCoreApplication.translate


@dataclass(eq=False)
class ErrorsLeft(UserError):
    """A return can't be signed while the checks find errors; ``count`` of them."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What the export dialog shows.

    ``supersedes`` is the check code of the return that the next one takes the place of, or blank. ``closing`` is the
    return that has closed the period, or None. ``evidence`` counts the attached files, ``evidence_size`` their bytes.
    """

    board: "Board"
    findings: "tuple[Finding, ...]"
    unit_name: str
    operator: str
    sequence: int
    supersedes: str
    needs_passphrase: bool
    standings: "Standings"
    names_with_pin: frozenset[str]
    closing: "PeriodEvent | None"
    evidence: int
    evidence_size: int


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
class _Draft:
    """What the signing thread needs from the database's."""

    content: "ReturnContent"
    workspace: Path
    operator: str


@dataclass(frozen=True, slots=True)
class _Written:
    exported: Exported
    file_name: str
    sha256: str
    operator: str
    whole: Path  # what goes if it can't be recorded: a file or a folder


def prepare_return(runner: Runner, *, done: Callable[[Preparation], None], failed: Failed | None = None) -> None:
    """Read how far the current period is, what the checks find and who has signed."""
    runner.read(_prepare, done=done, failed=failed, label=translate("operations", "正在检查…"))


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

    def draw_up() -> None:
        runner.read(
            lambda workspace: _draft(workspace, sign_off, at, draft=draft),
            done=write,
            failed=failed,
            label=translate("operations", "正在汇总填报内容…"),
        )

    def write(drawn: _Draft) -> None:
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
            take_back(written.whole)
            failed(error)

        if written.exported.draft:
            done(written.exported)
            return
        runner.change(
            lambda workspace: _record(workspace, written, at),
            label=translate("operations", "正在登记…"),
            done=lambda _: done(written.exported),
            failed=unrecorded,
        )

    if draft:
        draw_up()
        return
    runner.change(
        lambda workspace: _sign_as_filler(workspace, sign_off.filled_by, pin, at),
        label=translate("operations", "正在签批…"),
        done=lambda _: draw_up(),
        failed=failed,
    )


def checked_board(workspace: "Workspace") -> "Board":
    """Return the current period as it stands, if nothing in it has to be corrected first.

    Raises:
        NothingToReport: the workspace is not that far.
        ErrorsLeft: something has to be corrected.
    """
    from models.work.checks import Grade

    board, findings = _checked(workspace)
    errors = sum(finding.grade is Grade.ERROR for finding in findings)
    if errors:
        raise ErrorsLeft(errors)
    return board


def _prepare(workspace: "Workspace") -> Preparation:
    from models.signing.identity import Protection, protection_of
    from models.store.evidence import all_evidence
    from models.store.exports import last_export
    from models.store.operators import current_operator
    from models.store.period_events import closing_of
    from models.store.sign_off_pins import names_with_pin
    from models.store.units import own_unit
    from models.work.keys import identity_path
    from models.workbooks.state import standings_now

    board, findings = _checked(workspace)
    unit, operator, before = own_unit(workspace), current_operator(workspace), last_export(workspace, board.period)
    locked = False
    with contextlib.suppress(OSError, UserError):  # a missing or damaged identity is told of when it is needed
        locked = protection_of(identity_path(workspace.path).read_bytes()) is Protection.PASSPHRASE
    files = [file for attached in all_evidence(workspace, board.period).values() for file in attached]
    return Preparation(
        board=board,
        findings=findings,
        unit_name=unit.name if unit else "",
        operator=operator.name if operator else "",
        sequence=before.sequence + 1 if before else 1,
        supersedes=before.check_code if before else "",
        needs_passphrase=locked,
        standings=standings_now(workspace, board.period),
        names_with_pin=names_with_pin(workspace),
        closing=closing_of(workspace, board.period),
        evidence=len(files),
        evidence_size=sum(file.size for file in files),
    )


def _checked(workspace: "Workspace") -> "tuple[Board, tuple[Finding, ...]]":
    from models.store.periods import current_period
    from models.work.board import NothingToReport, read_board
    from models.work.carry_forward import all_suggestions
    from models.work.checks import check

    period = current_period(workspace)
    if period is None:
        raise NothingToReport("period")
    board = read_board(workspace, period)
    return board, check(board, all_suggestions(workspace, period))


def _sign_as_filler(workspace: "Workspace", name: str, pin: str, at: datetime) -> "Changes":
    """See to it that a final return can be made; the one who fills in signs by making it."""
    from models.core.changes import Changes
    from models.store.period_events import PeriodClosed, closing_of
    from models.work.sign_off import SignOffMissing, lacking
    from models.workbooks.state import standings_now
    from ui.operations.sign_off import sign_current

    board = checked_board(workspace)
    closing = closing_of(workspace, board.period)
    if closing is not None:
        raise PeriodClosed(board.period, closing.sequence)
    missing = lacking(standings_now(workspace, board.period))
    if others := tuple(role for role in missing if role is not Role.FILLER):
        raise SignOffMissing(others)
    if not missing:
        return Changes()
    return sign_current(workspace, role=Role.FILLER, name=name, pin=pin, at=at)


def _draft(workspace: "Workspace", sign_off: "SignOff", at: datetime, *, draft: bool) -> _Draft:
    from models.store.operators import current_operator
    from models.work.return_content import return_content
    from models.work.sign_off import SignOffMissing, lacking
    from models.workbooks.state import signed_names, standings_now

    period = checked_board(workspace).period
    signed = standings_now(workspace, period)
    missing = lacking(signed)
    if missing and not draft:  # something was changed between the signing and this moment
        raise SignOffMissing(missing)
    operator = current_operator(workspace)
    content = return_content(workspace, period, sign_off=signed_names(sign_off, signed), at=at, draft=draft)
    return _Draft(content, workspace.path, operator.name if operator else "")


def _sign_and_write(
    draft: _Draft, task: Task, *, folder: Path, places: Places, passphrase: str | None, packing: Packing, at: datetime
) -> _Written:
    from models.work.evidence import evidence_folder
    from models.work.keys import ensure_identity
    from models.workbooks.export import export_return

    content, head = draft.content, draft.content.head
    steps = STEPS_BEFORE + 1 + len(content.evidence)
    task.progress(0, steps, translate("operations", "打开签名身份"))
    identity = ensure_identity(
        draft.workspace,
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
    path, whole = write_return_files(
        signed, draft.content.evidence, evidence_folder(draft.workspace), task, folder=folder, packing=packing
    )
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
    return _Written(exported, signed.file_name, hashlib.sha256(signed.data).hexdigest(), draft.operator, whole)


def _record(workspace: "Workspace", written: _Written, at: datetime) -> "Changes":
    from models.store.records import ExportRecord
    from models.work.closing import close_by_export

    exported = written.exported
    return close_by_export(
        workspace,
        ExportRecord(
            period=exported.period,
            sequence=exported.sequence,
            check_code=exported.check_code,
            fingerprint=exported.fingerprint,
            file_name=written.file_name,
            sha256=written.sha256,
            at=at,
            operator=written.operator,
        ),
    )
