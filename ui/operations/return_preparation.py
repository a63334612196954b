"""What the export dialog shows before a return is signed: what the checks find, who has signed, what it replaces."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import UserError
from ui.operations.runner import Failed, Runner

if TYPE_CHECKING:
    from models.core.periods import Period
    from models.store.database import Workspace
    from models.store.period_events import PeriodEvent
    from models.store.pin_events import PinEvent
    from models.store.records import ExportRecord
    from models.work.board import Board
    from models.work.checks import Finding
    from models.workbooks.state import Standings

translate = QCoreApplication.translate


@dataclass(eq=False)
class ErrorsLeft(UserError):
    """A return can't be signed while the checks find errors; ``count`` of them."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What the export dialog shows.

    ``supersedes`` is the check code of the return that the next one takes the place of, or blank; ``unchanged_since``
    its number if what is recorded now is just what it said, else 0. ``later_than_now`` is the moment of something that
    was done to the period and, by this computer's clock, lies ahead; None where the clock runs forward. ``closing`` is
    the return that has closed the period, or None, ``correction`` its reopening while it is being corrected, or None.
    ``resets`` are those names whose PIN somebody else has reset. ``evidence`` counts the attached files,
    ``evidence_size`` their bytes.
    """

    board: "Board"
    findings: "tuple[Finding, ...]"
    unit_name: str
    operator: str
    sequence: int
    supersedes: str
    unchanged_since: int
    later_than_now: datetime | None
    needs_passphrase: bool
    standings: "Standings"
    names_with_pin: frozenset[str]
    resets: "Mapping[str, PinEvent]"
    closing: "PeriodEvent | None"
    correction: "PeriodEvent | None"
    evidence: int
    evidence_size: int


def prepare_return(
    runner: Runner, *, at: datetime, done: Callable[[Preparation], None], failed: Failed | None = None
) -> None:
    """Read how far the current period is at a moment, what the checks find and who has signed."""
    runner.read(
        lambda workspace: _prepare(workspace, at),
        done=done,
        failed=failed,
        label=translate("operations", "正在检查…"),
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


def _prepare(workspace: "Workspace", at: datetime) -> Preparation:
    from models.signing.identity import Protection, protection_of
    from models.store.evidence import all_evidence
    from models.store.exports import last_export
    from models.store.operators import current_operator
    from models.store.period_events import closing_of, reopening_of
    from models.store.pin_events import unanswered_resets
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
        later_than_now=_later_than(workspace, board.period, at),
        unchanged_since=before.sequence if before and _is_what_went_out(workspace, before) else 0,
        needs_passphrase=locked,
        standings=standings_now(workspace, board.period),
        names_with_pin=names_with_pin(workspace),
        resets=unanswered_resets(workspace),
        closing=closing_of(workspace, board.period),
        correction=reopening_of(workspace, board.period),
        evidence=len(files),
        evidence_size=sum(file.size for file in files),
    )


def _later_than(workspace: "Workspace", period: "Period", at: datetime) -> datetime | None:
    """Return the latest moment in the trail of a period that lies a minute or more ahead: the clock was set back."""
    from models.store.period_events import period_events

    latest = max((event.at for event in period_events(workspace, period)), default=at)
    return latest if latest - at >= timedelta(minutes=1) else None


def _is_what_went_out(workspace: "Workspace", before: "ExportRecord") -> bool:
    """Tell whether what is recorded now is just what a return said that went out."""
    from models.workbooks.printable import NotPrintable
    from models.workbooks.state import state_code

    try:
        return state_code(workspace, before.period) == before.check_code
    except NotPrintable:
        return False


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
