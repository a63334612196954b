"""签批: in order, for one state, by whom it says; and a period that was reported is closed until it is corrected."""

from datetime import datetime, timedelta

import pytest

from models.core.periods import Period
from models.core.pin import SALT_LENGTH
from models.core.vocabulary import Role
from models.store.database import Workspace
from models.store.exports import last_export, next_sequence
from models.store.period_events import (
    Event,
    PeriodClosed,
    closing_of,
    demand_changes,
    demand_roles,
    demanded_roles,
    period_events,
    reopening_of,
)
from models.store.pin_events import PinAct, pin_events, unanswered_resets
from models.store.problems import NameMissing
from models.store.records import ExportRecord
from models.store.sign_off_pins import kept_pin
from models.work.closing import CorrectionReasonUnfit, close_by_export, reopen
from models.work.sign_off import (
    PinNeeded,
    PinPaused,
    ResetReasonUnfit,
    SignOffMissing,
    Standing,
    WrongPin,
    lacking,
    reset_pin,
    set_pin,
    sign_off,
    standings,
)

CODE, OTHER = "HCM4-M3WE-KJT5", "X6MN-PF35-D4JE"
ALL = frozenset(Role)


class Desk:
    """A workspace with a clock, at which people sign."""

    def __init__(self, workspace: Workspace, period: Period, at: datetime) -> None:
        self.workspace, self.period, self.at = workspace, period, at

    def sign(self, role: Role, name: str = "王敏", pin: str = "", code: str = CODE) -> None:
        sign_off(
            self.workspace,
            self.period,
            role=role,
            name=name,
            pin=pin,
            sequence=next_sequence(self.workspace, self.period),
            check_code=code,
            operator="张三",
            at=self.at,
        )

    def standings(self, code: str | None = CODE) -> tuple[Standing, ...]:
        sequence = next_sequence(self.workspace, self.period)
        return standings(self.workspace, self.period, sequence=sequence, check_code=code)

    def wait(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)

    def export(self) -> None:
        close_by_export(
            self.workspace,
            ExportRecord(
                period=self.period,
                sequence=next_sequence(self.workspace, self.period),
                check_code=CODE,
                fingerprint="K7QM 2XHD 9PTA VW4E",
                file_name="a.xlsx",
                sha256="ab" * 32,
                at=self.at,
                operator="张三",
            ),
        )

    def set_pin(self, name: str, new: str, old: str = "") -> None:
        set_pin(self.workspace, name=name, old=old, new=new, salt=bytes(SALT_LENGTH), operator="张三", at=self.at)


@pytest.fixture
def desk(small: Workspace, period: Period, at: datetime) -> Desk:
    return Desk(small, period, at)


def test_only_the_one_who_fills_in_is_demanded_to_begin_with(desk: Desk) -> None:
    assert lacking(desk.standings()) == (Role.FILLER,)
    desk.sign(Role.FILLER)
    assert lacking(desk.standings()) == ()
    first, second, third = desk.standings()
    assert (first.name, first.at, first.holds, first.out_of_date) == ("王敏", desk.at, True, False)
    assert (second.demanded, third.demanded) == (False, False)


def test_they_sign_in_order(desk: Desk) -> None:
    demand_roles(desk.workspace, ALL, operator="张三", at=desk.at)
    with pytest.raises(SignOffMissing) as refused:
        desk.sign(Role.UNIT_HEAD)
    assert refused.value.roles == (Role.FILLER, Role.REVIEWER)
    for role in Role:
        desk.sign(role, name=f"{role.value}")
    assert lacking(desk.standings()) == ()
    assert [event.role for event in period_events(desk.workspace, desk.period)] == list(Role)


def test_who_is_not_demanded_can_be_left_out(desk: Desk) -> None:
    demand_roles(desk.workspace, frozenset({Role.UNIT_HEAD}), operator="张三", at=desk.at)
    assert demanded_roles(desk.workspace) == (Role.FILLER, Role.UNIT_HEAD)
    desk.sign(Role.FILLER)
    desk.sign(Role.UNIT_HEAD)
    assert lacking(desk.standings()) == ()


def test_a_sign_off_is_for_one_state(desk: Desk) -> None:
    desk.sign(Role.FILLER)
    assert [standing.out_of_date for standing in desk.standings(OTHER)] == [True, False, False]
    assert lacking(desk.standings(OTHER)) == lacking(desk.standings(None)) == (Role.FILLER,)
    assert lacking(desk.standings()) == ()  # changed back
    desk.sign(Role.FILLER, name="李四", code=OTHER)
    assert [desk.standings(OTHER)[0].name, desk.standings(OTHER)[0].holds] == ["李四", True]


def test_a_name_is_needed(desk: Desk) -> None:
    with pytest.raises(NameMissing) as refused:
        desk.sign(Role.REVIEWER, name="  ")
    assert refused.value.what == "reviewer"


def test_a_pin_guards_its_name_only(desk: Desk) -> None:
    desk.set_pin("王敏", "2468")
    with pytest.raises(PinNeeded):
        desk.sign(Role.FILLER)
    desk.sign(Role.FILLER, pin="2468")
    desk.sign(Role.FILLER, name="李四")


def test_wrong_pins_cost_more_and_more_time(desk: Desk) -> None:
    desk.set_pin("王敏", "2468")
    for pause in (1, 2, 4, 8):
        with pytest.raises(WrongPin) as wrong:
            desk.sign(Role.FILLER, pin="1357")
        assert wrong.value.seconds == pause
        with pytest.raises(PinPaused) as paused:  # even the right one
            desk.sign(Role.FILLER, pin="2468")
        assert paused.value.seconds == pause
        desk.wait(pause)
    desk.sign(Role.FILLER, pin="2468")
    kept = kept_pin(desk.workspace, "王敏")
    assert kept is not None and kept.failures == 0
    assert lacking(desk.standings()) == ()


def test_setting_the_clock_back_shortens_no_pause(desk: Desk) -> None:
    desk.set_pin("王敏", "2468")
    with pytest.raises(WrongPin):
        desk.sign(Role.FILLER, pin="1357")
    desk.wait(-3600)
    with pytest.raises(PinPaused):
        desk.sign(Role.FILLER, pin="2468")


def test_a_pin_is_changed_and_taken_away_with_the_old_one_only(desk: Desk) -> None:
    desk.set_pin("王敏", "2468")
    with pytest.raises(PinNeeded):
        desk.set_pin("王敏", "9999")
    with pytest.raises(WrongPin):
        desk.set_pin("王敏", "", old="9999")
    desk.wait(1)
    desk.set_pin("王敏", "97531", old="2468")
    desk.set_pin("王敏", "", old="97531")
    assert kept_pin(desk.workspace, "王敏") is None


def test_no_pin_is_in_the_file_in_the_clear(desk: Desk) -> None:
    desk.set_pin("王敏", "24681357")
    with pytest.raises(WrongPin):
        desk.sign(Role.FILLER, pin="86427531")
    desk.workspace.row("PRAGMA wal_checkpoint(TRUNCATE)")
    for file in desk.workspace.path.parent.iterdir():
        assert not any(pin in file.read_bytes() for pin in (b"24681357", b"86427531"))


def test_the_final_return_closes_its_period_and_a_correction_opens_it(desk: Desk) -> None:
    desk.sign(Role.FILLER)
    desk.export()
    closing = closing_of(desk.workspace, desk.period)
    assert closing is not None and (closing.sequence, closing.check_code) == (1, CODE)
    with pytest.raises(PeriodClosed):
        desk.sign(Role.FILLER)
    reopen(desk.workspace, desk.period, reason=" 上级退回\n数字有误 ", operator="李四", at=desk.at)
    assert closing_of(desk.workspace, desk.period) is None
    export = last_export(desk.workspace, desk.period)
    assert export is not None and next_sequence(desk.workspace, desk.period) == export.sequence + 1
    trail = [(event.event, event.sequence, event.reason) for event in period_events(desk.workspace, desk.period)]
    assert trail == [(Event.SIGNED_OFF, 1, ""), (Event.CLOSED, 1, ""), (Event.REOPENED, 2, "上级退回 数字有误")]
    # The next return is signed for anew, though nothing has changed yet.
    assert lacking(desk.standings()) == (Role.FILLER,)


@pytest.mark.parametrize("reason", ["", " \n", "长" * 201])
def test_a_correction_says_why(desk: Desk, reason: str) -> None:
    desk.export()
    with pytest.raises(CorrectionReasonUnfit):
        reopen(desk.workspace, desk.period, reason=reason, operator="李四", at=desk.at)
    assert closing_of(desk.workspace, desk.period) is not None


def test_an_open_period_is_not_opened_again(desk: Desk) -> None:
    assert not reopen(desk.workspace, desk.period, reason="误按", operator="李四", at=desk.at)
    assert period_events(desk.workspace, desk.period) == ()


def test_what_is_demanded_stays_on_record(desk: Desk) -> None:
    for roles in (ALL, ALL, frozenset()):
        demand_roles(desk.workspace, roles, operator="张三", at=desk.at)
    rows = desk.workspace.rows("SELECT operator, reviewer, unit_head FROM sign_off_demands ORDER BY seq")
    assert rows == [("张三", 1, 1), ("张三", 0, 0)]


def test_a_forgotten_pin_is_reset_by_anybody_and_never_in_silence(desk: Desk) -> None:
    desk.set_pin("李华", "2468")
    for reason in ("", " ", "长" * 201):
        with pytest.raises(ResetReasonUnfit):
            reset_pin(desk.workspace, name="李华", reason=reason, operator="张三", at=desk.at)
    with pytest.raises(PinNeeded):
        desk.sign(Role.FILLER, "李华")
    assert reset_pin(desk.workspace, name="李华", reason="本人忘了", operator="张三", at=desk.at).sign_offs
    assert not reset_pin(desk.workspace, name="李华", reason="本人忘了", operator="张三", at=desk.at)
    assert kept_pin(desk.workspace, "李华") is None
    desk.sign(Role.FILLER, "李华")
    assert unanswered_resets(desk.workspace)["李华"].reason == "本人忘了"
    desk.set_pin("李华", "1357")
    assert unanswered_resets(desk.workspace) == {}
    with pytest.raises(WrongPin):
        desk.sign(Role.FILLER, "李华", pin="2468")


def test_what_is_done_to_a_pin_is_on_record_and_the_pin_is_not(desk: Desk) -> None:
    desk.set_pin("王敏", "2468")
    desk.set_pin("王敏", "97531", old="2468")
    desk.set_pin("王敏", "", old="97531")
    desk.set_pin("王敏", "")
    events = pin_events(desk.workspace)
    assert [(one.operator, one.name, one.event) for one in events] == [
        ("张三", "王敏", PinAct.SET),
        ("张三", "王敏", PinAct.CHANGED),
        ("张三", "王敏", PinAct.REMOVED),
    ]
    for pin in ("2468", "97531"):
        assert pin not in str(events)


def test_who_had_to_sign_from_when_on_stays_on_record(desk: Desk) -> None:
    demand_roles(desk.workspace, ALL, operator="张三", at=desk.at)
    desk.wait(60)
    demand_roles(desk.workspace, frozenset(), operator="李四", at=desk.at)
    assert [(who, roles) for _, who, roles in demand_changes(desk.workspace)] == [
        ("张三", tuple(Role)),
        ("李四", (Role.FILLER,)),
    ]


def test_a_correction_is_under_way_until_the_next_return(desk: Desk) -> None:
    assert reopening_of(desk.workspace, desk.period) is None
    desk.export()
    assert reopening_of(desk.workspace, desk.period) is None
    reopen(desk.workspace, desk.period, reason="数字有误", operator="张三", at=desk.at)
    under_way = reopening_of(desk.workspace, desk.period)
    assert under_way is not None and (under_way.sequence, under_way.reason) == (2, "数字有误")
    desk.sign(Role.FILLER)
    assert reopening_of(desk.workspace, desk.period) == under_way
    desk.export()
    assert reopening_of(desk.workspace, desk.period) is None
