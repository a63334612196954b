"""签批并导出: what stands in the way, then the signed file, then the record that it was written."""

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import EnvironmentProblem, UserError, from_os_error
from models.core.paths import Places
from models.core.periods import Period
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.core.changes import Changes
    from models.store.database import Workspace
    from models.work.board import Board
    from models.work.checks import Finding
    from models.work.return_content import ReturnContent, SignOff

translate = QCoreApplication.translate


@dataclass(eq=False)
class ErrorsLeft(UserError):
    """A return can't be signed while the checks find errors; ``count`` of them."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What the export dialog shows.

    ``supersedes`` is the check code of the return that the next one takes the place of, or blank.
    """

    board: "Board"
    findings: "tuple[Finding, ...]"
    unit_name: str
    operator: str
    sequence: int
    supersedes: str
    needs_passphrase: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A return that was signed, written and recorded."""

    path: Path
    period: Period
    sequence: int
    check_code: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the signing thread needs from the database's."""

    content: "ReturnContent"
    workspace: Path
    operator: str


@dataclass(frozen=True, slots=True)
class _Written:
    exported: Exported
    sha256: str
    operator: str


def prepare_return(runner: Runner, *, done: Callable[[Preparation], None], failed: Failed | None = None) -> None:
    """Read how far the current period is and what the checks find."""
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
) -> None:
    """Draw the return of the current period up, sign it, write it under a free name, and record that.

    Args:
        runner: whose workspace.
        sign_off: who stands for the figures.
        folder: where the file goes; its parent must exist.
        places: where the account keeps the secret that unlocks the identity.
        passphrase: what unlocks an identity that is locked so.
        at: now.
        done: gets what was written.
        failed: gets what went wrong; then there is no new file, and nothing is recorded.
    """

    def write(draft: _Draft) -> None:
        runner.files(
            lambda task: _sign_and_write(draft, task, folder=folder, places=places, passphrase=passphrase, at=at),
            label=translate("operations", "正在签名并导出…"),
            done=keep,
            failed=failed,
        )

    def keep(written: _Written) -> None:
        def unrecorded(error: Exception) -> None:
            # A file that the workspace doesn't know of would be followed by another with the same number.
            with contextlib.suppress(OSError):
                written.exported.path.unlink()
            failed(error)

        runner.change(
            lambda workspace: _record(workspace, written, at),
            label=translate("operations", "正在登记…"),
            done=lambda _: done(written.exported),
            failed=unrecorded,
        )

    runner.read(
        lambda workspace: _draft(workspace, sign_off, at),
        done=write,
        failed=failed,
        label=translate("operations", "正在汇总填报内容…"),
    )


def _prepare(workspace: "Workspace") -> Preparation:
    from models.signing.identity import Protection, protection_of
    from models.store.exports import last_export
    from models.store.operators import current_operator
    from models.store.units import own_unit
    from models.work.keys import identity_path

    board, findings = _checked(workspace)
    unit, operator, before = own_unit(workspace), current_operator(workspace), last_export(workspace, board.period)
    locked = False
    with contextlib.suppress(OSError, UserError):  # a missing or damaged identity is told of when it is needed
        locked = protection_of(identity_path(workspace.path).read_bytes()) is Protection.PASSPHRASE
    return Preparation(
        board=board,
        findings=findings,
        unit_name=unit.name if unit else "",
        operator=operator.name if operator else "",
        sequence=before.sequence + 1 if before else 1,
        supersedes=before.check_code if before else "",
        needs_passphrase=locked,
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


def _draft(workspace: "Workspace", sign_off: "SignOff", at: datetime) -> _Draft:
    from models.store.operators import current_operator
    from models.work.checks import Grade
    from models.work.return_content import return_content

    board, findings = _checked(workspace)
    errors = sum(finding.grade is Grade.ERROR for finding in findings)
    if errors:
        raise ErrorsLeft(errors)
    operator = current_operator(workspace)
    content = return_content(workspace, board.period, sign_off=sign_off, at=at)
    return _Draft(content, workspace.path, operator.name if operator else "")


def _sign_and_write(
    draft: _Draft, task: Task, *, folder: Path, places: Places, passphrase: str | None, at: datetime
) -> _Written:
    from models.core.safe_file import free_name, replace_file
    from models.work.keys import ensure_identity
    from models.workbooks.export import export_return

    head = draft.content.head
    task.progress(0, 3, translate("operations", "打开签名身份"))
    identity = ensure_identity(
        draft.workspace,
        places=places,
        unit_name=head.unit_name,
        unit_code=head.unit_code,
        at=at,
        passphrase=passphrase,
    )
    task.check_cancelled()
    task.progress(1, 3, translate("operations", "制表、签名"))
    signed = export_return(draft.content, identity, at=at)
    task.check_cancelled()
    task.progress(2, 3, translate("operations", "写入文件"))
    _make_folder(folder)
    path = free_name(folder / signed.file_name)
    replace_file(path, signed.data)
    task.progress(3, 3)
    exported = Exported(
        path=path,
        period=head.period,
        sequence=head.sequence,
        check_code=signed.check_code,
        fingerprint=signed.fingerprint,
    )
    return _Written(exported, hashlib.sha256(signed.data).hexdigest(), draft.operator)


def _record(workspace: "Workspace", written: _Written, at: datetime) -> "Changes":
    from models.store.exports import add_export
    from models.store.records import ExportRecord

    exported = written.exported
    return add_export(
        workspace,
        ExportRecord(
            period=exported.period,
            sequence=exported.sequence,
            check_code=exported.check_code,
            fingerprint=exported.fingerprint,
            file_name=exported.path.name,
            sha256=written.sha256,
            at=at,
            operator=written.operator,
        ),
    )


def _make_folder(folder: Path) -> None:
    """Make the last folder of a path: a new account has no documents folder yet; a pulled stick is no new account."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        problem: EnvironmentProblem = from_os_error(error, folder)
        raise problem from error
