"""签批 and 更正: who signs for what is recorded now, with which PIN, how a closed period is opened again; the trail."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.periods import Period
from models.core.pin import SALT_LENGTH
from models.core.vocabulary import Role
from ui.operations.runner import Failed, Runner

if TYPE_CHECKING:
    from models.core.changes import Changes
    from models.store.database import Workspace
    from models.store.period_events import PeriodEvent
    from models.store.pin_events import PinEvent
    from models.work.withdrawing import Withdrawn

translate = QCoreApplication.translate


def sign_off_as(
    runner: Runner,
    *,
    role: Role,
    name: str,
    pin: str,
    at: datetime,
    done: Callable[[], None],
    failed: Failed,
) -> None:
    """Sign the current period off as it is recorded now.

    Args:
        runner: whose workspace.
        role: as what.
        name: who signs.
        pin: what they typed, or blank.
        at: now.
        done: called once it is on record.
        failed: gets what went wrong; a wrong PIN is on record then.
    """
    runner.change(
        lambda workspace: sign_current(workspace, role=role, name=name, pin=pin, at=at),
        label=translate("operations", "正在签批…"),
        done=lambda _: done(),
        failed=failed,
    )


def sign_current(workspace: "Workspace", *, role: Role, name: str, pin: str, at: datetime) -> "Changes":
    """Sign the current period off, on the thread of the database.

    Raises:
        ErrorsLeft, NotPrintable: it can't be exported as it is.
        UserError: what ``models.work.sign_off`` raises.
    """
    from models.store.exports import next_sequence
    from models.store.operators import current_operator
    from models.work.sign_off import sign_off
    from models.workbooks.state import state_code
    from ui.operations.return_preparation import checked_board

    board = checked_board(workspace)
    operator = current_operator(workspace)
    return sign_off(
        workspace,
        board.period,
        role=role,
        name=name,
        pin=pin,
        sequence=next_sequence(workspace, board.period),
        check_code=state_code(workspace, board.period),
        operator=operator.name if operator else name,
        at=at,
    )


def change_pin(
    runner: Runner,
    *,
    name: str,
    old: str,
    new: str,
    operator: str,
    at: datetime,
    done: Callable[[], None],
    failed: Failed,
) -> None:
    """Give a name a PIN, change it, or take it away with a blank new one."""
    from models.work.sign_off import set_pin

    salt = secrets.token_bytes(SALT_LENGTH)
    runner.change(
        lambda workspace: set_pin(workspace, name=name, old=old, new=new, salt=salt, operator=operator, at=at),
        label=translate("operations", "正在设置 PIN…"),
        done=lambda _: done(),
        failed=failed,
    )


def reset_forgotten_pin(
    runner: Runner,
    *,
    name: str,
    reason: str,
    operator: str,
    at: datetime,
    done: Callable[[], None],
    failed: Failed,
) -> None:
    """Take a PIN away that was forgotten; who did and why stays on record."""
    from models.work.sign_off import reset_pin

    runner.change(
        lambda workspace: reset_pin(workspace, name=name, reason=reason, operator=operator, at=at),
        label=translate("operations", "正在重设 PIN…"),
        done=lambda _: done(),
        failed=failed,
    )


@dataclass(frozen=True, slots=True)
class Trail:
    """What was done to the current period as a whole, and to the PINs and the demands; each the first one first."""

    period: Period
    events: "tuple[PeriodEvent, ...]"
    pins: "tuple[PinEvent, ...]"
    demands: tuple[tuple[datetime, str, tuple[Role, ...]], ...]


def read_trail(runner: Runner, *, done: Callable[[Trail], None], failed: Failed | None = None) -> None:
    """Read who signed, exported, corrected, reset and demanded what."""
    runner.read(_trail, done=done, failed=failed)


def _trail(workspace: "Workspace") -> Trail:
    from models.store.period_events import demand_changes, period_events
    from models.store.periods import current_period
    from models.store.pin_events import pin_events
    from models.work.board import NothingToReport

    period = current_period(workspace)
    if period is None:
        raise NothingToReport("period")
    return Trail(period, period_events(workspace, period), pin_events(workspace), demand_changes(workspace))


def demand_sign_offs(runner: Runner, *, roles: frozenset[Role], operator: str, at: datetime) -> None:
    """Say who besides the 填报人 must sign before a return is final."""
    from models.store.period_events import demand_roles

    runner.change(
        lambda workspace: demand_roles(workspace, roles, operator=operator, at=at),
        label=translate("operations", "正在更改签批要求…"),
    )


def reopen_for_correction(
    runner: Runner, *, reason: str, operator: str, at: datetime, done: Callable[[], None], failed: Failed
) -> None:
    """Open the current period again, which its final return closed."""
    runner.change(
        lambda workspace: _reopen(workspace, reason, operator, at),
        label=translate("operations", "正在打开本期…"),
        done=lambda _: done(),
        failed=failed,
    )


def _reopen(workspace: "Workspace", reason: str, operator: str, at: datetime) -> "Changes":
    from models.store.periods import current_period
    from models.work.board import NothingToReport
    from models.work.closing import reopen

    period = current_period(workspace)
    if period is None:
        raise NothingToReport("period")
    return reopen(workspace, period, reason=reason, operator=operator, at=at)


def withdraw_return(
    runner: Runner,
    *,
    period: Period,
    reason: str,
    operator: str,
    at: datetime,
    done: "Callable[[Withdrawn], None]",
    failed: Failed,
) -> None:
    """Take the latest return of a period back, as long as the superior has not accepted it."""

    def work(workspace: "Workspace") -> "Withdrawn":
        from models.work.withdrawing import withdraw

        return withdraw(workspace, period, reason=reason, operator=operator, at=at)

    runner.change(work, label=translate("operations", "正在撤回…"), done=done, failed=failed)
