"""The trail of the PINs is only added to, and says which names somebody reset and nobody has set anew."""

import sqlite3
from datetime import datetime

import pytest

from models.core.changes import Changes
from models.store.database import Workspace
from models.store.pin_events import PinAct, PinEvent, add_pin_event, pin_events, unanswered_resets
from models.store.problems import NameMissing


def event(at: datetime, act: PinAct, name: str = "李华", reason: str = "") -> PinEvent:
    return PinEvent(at=at, operator="王敏", name=name, event=act, reason=reason)


def test_a_reset_stands_until_its_name_has_a_new_pin(workspace: Workspace, at: datetime) -> None:
    reset = event(at, PinAct.RESET, reason="本人忘了")
    for one in (event(at, PinAct.SET), reset, event(at, PinAct.SET, "张伟")):
        assert add_pin_event(workspace, one) == Changes(sign_offs=True)
    assert pin_events(workspace)[1] == reset
    assert unanswered_resets(workspace) == {"李华": reset}
    add_pin_event(workspace, event(at, PinAct.SET))
    assert unanswered_resets(workspace) == {}


def test_nobody_takes_a_line_out_of_it(workspace: Workspace, at: datetime) -> None:
    add_pin_event(workspace, event(at, PinAct.RESET, reason="本人忘了"))
    for statement in ("UPDATE pin_events SET reason = 'x'", "DELETE FROM pin_events"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"), workspace.transaction() as connection:
            connection.execute(statement)


def test_a_reset_has_a_reason_and_every_line_its_people(workspace: Workspace, at: datetime) -> None:
    for wrong in (event(at, PinAct.RESET), event(at, PinAct.SET, reason="没有必要")):
        with pytest.raises(sqlite3.IntegrityError):
            add_pin_event(workspace, wrong)
    with pytest.raises(NameMissing):
        add_pin_event(workspace, event(at, PinAct.SET, name=" "))
    assert pin_events(workspace) == ()
