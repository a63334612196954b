"""Reading what the main window shows: whose workspace it is, where the year stands, what the checks found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.core.changes import Changes
from models.core.clock import Clock
from models.core.periods import Period
from models.store.database import Workspace
from models.store.directory import subordinates
from models.store.exports import next_sequence
from models.store.operators import add_operator, choose_operator, current_operator, operator_named, operators
from models.store.outbox import Paper, outbox
from models.store.period_events import PeriodEvent, closing_of, reopening_of
from models.store.periods import choose_period, current_period
from models.store.superior import accepted_periods, comments_of, superior
from models.store.units import own_unit
from models.work.board import Board, read_board
from models.work.carry_forward import all_suggestions
from models.work.checks import Finding, check
from models.work.closures import closed_tasks
from models.work.sign_off import Standing, standings
from ui.operations.runner import Failed, Runner


@dataclass(frozen=True, slots=True)
class Overview:
    """One consistent reading of the workspace for the main window.

    ``closing`` is the final return that has closed the period, or None; ``sent`` where it was written, if that is
    known; ``correction`` the reopening of a period that is being corrected, or None; ``standings`` tell who has signed
    the return to come, and who has to. ``is_accepted``: the superior accepted the period's return; ``commented``: the
    tasks on which its last receipt has a comment. ``has_units``: there is somebody to assign to and to collect from;
    ``is_assigned``: the tasks came from a superior; ``closed``: the tasks that left the open list (销号).
    """

    unit_name: str
    operator: str
    operators: tuple[str, ...]
    board: Board
    findings: tuple[Finding, ...]
    closing: PeriodEvent | None = None
    correction: PeriodEvent | None = None
    sent: Path | None = None
    standings: tuple[Standing, ...] = ()
    is_accepted: bool = False
    commented: frozenset[str] = frozenset()
    has_units: bool = False
    is_assigned: bool = False
    closed: frozenset[str] = frozenset()


def read_overview(runner: Runner, *, done: Callable[[Overview], None], failed: Failed | None = None) -> None:
    """Read everything that the main window shows, in the background; ``done`` is not called if it is out of date."""
    begun = runner.revision

    def deliver(overview: Overview) -> None:
        # A board from before the last field would take that field off the screen again.
        if begun == runner.revision:
            done(overview)

    runner.read(_read, done=deliver, failed=failed)


def turn_to_period(runner: Runner, *, period: Period, label: str) -> None:
    """Make another period the current one."""
    runner.change(lambda ws: choose_period(ws, period), label=label)


def become_operator(runner: Runner, *, name: str, clock: Clock, label: str) -> None:
    """Let another person go on typing; a name that is new is added."""
    at = clock.now()
    runner.change(lambda ws: _become(ws, name, at), label=label)


def _become(ws: Workspace, name: str, at: datetime) -> Changes:
    with ws.db.atomic():
        changes = add_operator(ws, name=name, at=at)
        known = operator_named(ws, name)
        return changes if known is None else changes | choose_operator(ws, known.id)


def _read(ws: Workspace) -> Overview:
    unit, operator, period = own_unit(ws), current_operator(ws), current_period(ws)
    if period is None:
        raise LookupError("a workspace has a current period from its first moment")
    board, closing = read_board(ws, period), closing_of(ws, period)
    return Overview(
        unit_name=unit.name if unit else "",
        operator=operator.name if operator else "",
        operators=tuple(known.name for known in operators(ws)),
        board=board,
        findings=check(board, all_suggestions(ws, period)),
        closing=closing,
        correction=reopening_of(ws, period),
        sent=_sent(ws, closing),
        standings=_standings(ws, period),
        is_accepted=period in accepted_periods(ws),
        commented=frozenset(comments_of(ws, period)),
        has_units=bool(subordinates(ws, retired=True)),
        is_assigned=superior(ws) is not None,
        closed=closed_tasks(ws),
    )


def _sent(ws: Workspace, closing: PeriodEvent | None) -> Path | None:
    if closing is None:
        return None
    sent = outbox(ws, paper=Paper.RETURN, period=closing.period)
    return next((item.path for item in sent if item.number == closing.sequence), None)


def _standings(ws: Workspace, period: Period) -> tuple[Standing, ...]:
    signed = standings(ws, period, sequence=next_sequence(ws, period), check_code=None)
    if all(standing.at is None for standing in signed):
        return signed
    from models.workbooks.state import standings_now  # what draws a return up takes long to import

    return standings_now(ws, period)
