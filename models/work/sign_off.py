"""签批: who stands for a return, in which order, for which state of it, and what still lacks before it is final.

1. 填报人, 审核人, 单位负责人 sign in this order; who is not demanded may be left out.
2. A sign-off is for one state of one return: it holds while the check code of what is recorded is the one it was given
   for, and for that sequence number only. Whatever is changed afterwards takes it out of force; changed back, it holds
   again, for it is the same state.
3. A name that has a PIN signs with it. A wrong one is refused, and the pause before the next try doubles each time.
4. A PIN is a courtesy between colleagues at one desk, no cryptography: one that was forgotten is reset by anybody, who
   says why. That stays on record and in sight until the name has a PIN of its own again.
5. Everything is kept in the trail of the period; a PIN is kept as a hash and never logged.

How a check code is computed is not known here; it comes as an argument.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.periods import Period
from models.core.pin import hash_pin, pause_after, pin_fits
from models.core.texts import clean_name
from models.core.vocabulary import Role
from models.store.database import Workspace
from models.store.names import checked_name
from models.store.period_events import (
    MAX_REASON,
    Event,
    PeriodClosed,
    PeriodEvent,
    add_event,
    closing_of,
    demanded_roles,
    period_events,
)
from models.store.periods import ensure_period
from models.store.pin_events import PinAct, PinEvent, add_pin_event
from models.store.sign_off_pins import KeptPin, forget_pin, keep_pin, kept_pin


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far one role's sign-off of the return to come is.

    ``name`` and ``at`` are those of the last one who signed for it, blank and None where nobody did. ``holds`` tells
    whether that is for what is recorded now; a signature that doesn't hold any more is out of date.
    """

    role: Role
    demanded: bool
    name: str = ""
    at: datetime | None = None
    holds: bool = False

    @property
    def out_of_date(self) -> bool:
        """Whether something was changed after it was given."""
        return self.at is not None and not self.holds


@dataclass(eq=False)
class SignOffMissing(UserError):
    """Roles whose sign-off is demanded before this can be done."""

    roles: tuple[Role, ...]


@dataclass(eq=False)
class WrongPin(UserError):
    """The PIN is not that of ``name``; the next try is looked at after ``seconds``."""

    name: str
    seconds: int


@dataclass(eq=False)
class PinPaused(UserError):
    """After wrong PINs, none is looked at for ``name`` for another ``seconds``."""

    name: str
    seconds: int


@dataclass(eq=False)
class PinNeeded(UserError):
    """``name`` signs with a PIN, and none was typed."""

    name: str


@dataclass(eq=False)
class ResetReasonUnfit(UserError):
    """A PIN should be reset without saying why, or with more than ``limit`` characters."""

    length: int
    limit: int


def standings(
    workspace: Workspace, period: Period, *, sequence: int, check_code: str | None
) -> tuple[Standing, Standing, Standing]:
    """Return how far the sign-offs of the return to come are, in the order of signing.

    Args:
        workspace: whose.
        period: of which period.
        sequence: the number of the return to come.
        check_code: of what is recorded now; None where that can't be printed, and so can't be signed for.
    """
    demanded = demanded_roles(workspace)
    latest = {
        event.role: event
        for event in period_events(workspace, period)
        if event.event is Event.SIGNED_OFF and event.sequence == sequence
    }
    first, second, third = (_standing(role, role in demanded, latest.get(role), check_code) for role in Role)
    return first, second, third


def lacking(of: Sequence[Standing]) -> tuple[Role, ...]:
    """Return the roles whose sign-off is demanded and does not hold."""
    return tuple(standing.role for standing in of if standing.demanded and not standing.holds)


def sign_off(
    workspace: Workspace,
    period: Period,
    *,
    role: Role,
    name: str,
    pin: str,
    sequence: int,
    check_code: str,
    operator: str,
    at: datetime,
) -> Changes:
    """Sign a state of a period's return off.

    Args:
        workspace: whose.
        period: of which period.
        role: as what the person signs.
        name: who signs.
        pin: what they typed; ignored where the name has none.
        sequence: the number of the return to come.
        check_code: of what is recorded now.
        operator: who is at the keyboard.
        at: now.

    Raises:
        NameMissing, NameTooLong: the name is none.
        SignOffMissing: somebody whose sign-off is demanded has to sign before.
        PinNeeded, WrongPin, PinPaused: the PIN; that a wrong one was tried stays on record.
        PeriodClosed: the return went out already.
    """
    name = may_sign_off(
        workspace, period, role=role, name=name, pin=pin, sequence=sequence, check_code=check_code, at=at
    )
    with workspace.transaction():
        opened = ensure_period(workspace, period)
        return opened | add_event(
            workspace,
            PeriodEvent(
                at=at,
                operator=operator or name,
                period=period,
                sequence=sequence,
                event=Event.SIGNED_OFF,
                role=role,
                name=name,
                check_code=check_code,
            ),
        )


def may_sign_off(
    workspace: Workspace,
    period: Period,
    *,
    role: Role,
    name: str,
    pin: str,
    sequence: int,
    check_code: str,
    at: datetime,
) -> str:
    """See to it that somebody may sign a state off, and return the name in its one form; arguments as ``sign_off``.

    Raises:
        UserError: what ``sign_off`` raises. Nothing is recorded but a wrong PIN.
    """
    name = checked_name(name, what=role.value)
    closing = closing_of(workspace, period)
    if closing is not None:
        raise PeriodClosed(period, closing.sequence)
    before = standings(workspace, period, sequence=sequence, check_code=check_code)[: list(Role).index(role)]
    if missing := lacking(before):
        raise SignOffMissing(missing)
    check_pin(workspace, name=name, pin=pin, at=at)
    return name


def check_pin(workspace: Workspace, *, name: str, pin: str, at: datetime) -> None:
    """See to it that who signs under a name knows its PIN, if it has one. A wrong try is recorded at once.

    Raises:
        PinNeeded, WrongPin, PinPaused: they don't, or must wait.
    """
    known = kept_pin(workspace, name)
    if known is None:
        return
    if not pin:
        raise PinNeeded(name)
    wait = _wait(known, at)
    if wait:
        raise PinPaused(name, wait)
    if not pin_fits(pin, known.kept):
        failures = known.failures + 1
        keep_pin(workspace, KeptPin(name, known.kept, failures, at))
        raise WrongPin(name, pause_after(failures))
    if known.failures:
        keep_pin(workspace, KeptPin(name, known.kept))


def set_pin(
    workspace: Workspace, *, name: str, old: str, new: str, salt: bytes, operator: str, at: datetime
) -> Changes:
    """Give a name a PIN, change it, or take it away.

    Args:
        workspace: where.
        name: whose.
        old: the PIN so far, blank where there is none.
        new: the PIN from now on; blank takes it away.
        salt: sixteen random bytes.
        operator: who is at the keyboard.
        at: now.

    Raises:
        NameMissing, NameTooLong: the name is none.
        PinUnfit: the new one is too short or too long.
        PinNeeded, WrongPin, PinPaused: the old one.
    """
    name = checked_name(name, what="operator")
    check_pin(workspace, name=name, pin=old, at=at)
    had = kept_pin(workspace, name) is not None
    if not new and not had:
        return Changes()
    act = PinAct.REMOVED if not new else PinAct.CHANGED if had else PinAct.SET
    kept = KeptPin(name, hash_pin(new, salt=salt)) if new else None
    with workspace.transaction():
        changes = keep_pin(workspace, kept) if kept else forget_pin(workspace, name)
        return changes | add_pin_event(workspace, PinEvent(at=at, operator=operator or name, name=name, event=act))


def reset_pin(workspace: Workspace, *, name: str, reason: str, operator: str, at: datetime) -> Changes:
    """Take away a PIN that nobody knows any more. Whoever does it is on record; a name without one changes nothing.

    Args:
        workspace: where.
        name: whose PIN.
        reason: why.
        operator: who is at the keyboard.
        at: now.

    Raises:
        NameMissing, NameTooLong: the name is none.
        ResetReasonUnfit: the reason is missing, or too long.
    """
    name, said = checked_name(name, what="operator"), clean_name(reason)
    if not 0 < len(said) <= MAX_REASON:
        raise ResetReasonUnfit(len(said), MAX_REASON)
    with workspace.transaction():
        if kept_pin(workspace, name) is None:
            return Changes()
        event = PinEvent(at=at, operator=operator or name, name=name, event=PinAct.RESET, reason=said)
        return forget_pin(workspace, name) | add_pin_event(workspace, event)


def _standing(role: Role, demanded: bool, event: PeriodEvent | None, check_code: str | None) -> Standing:
    if event is None:
        return Standing(role=role, demanded=demanded)
    return Standing(role=role, demanded=demanded, name=event.name, at=event.at, holds=event.check_code == check_code)


def _wait(known: KeptPin, at: datetime) -> int:
    """Return for how many seconds more no PIN is looked at. A clock that was set back gains nothing by it."""
    if known.failed_at is None:
        return 0
    gone = max((at - known.failed_at) // timedelta(seconds=1), 0)
    return max(pause_after(known.failures) - gone, 0)
