"""Whose signatures were confirmed and revoked: a list that is only added to, and what follows from it."""

import sqlite3
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.core.changes import Changes
from models.store.database import Workspace
from models.store.problems import TextTooLong
from models.store.signers import (
    Act,
    How,
    RevocationUnexplained,
    confirm_signer,
    known_signers,
    revoke_signer,
    signer_events,
)

ONE, OTHER = "1" * 64, "2" * 64


def confirm(
    workspace: Workspace, at: datetime, *, digest: str = ONE, name: str = "任城区教育局", code: str = "370811"
) -> Changes:
    return confirm_signer(
        workspace,
        unit_name=name,
        unit_code=code,
        digest=digest,
        fingerprint="K7QM 2XHD 9PTA VW4E",
        valid_until=at + timedelta(days=365),
        how=How.PHONE,
        operator="张三",
        at=at,
        remark="与李主任通话",
    )


def revoke(workspace: Workspace, at: datetime, digest: str = ONE, reason: str = "密钥遗失") -> Changes:
    return revoke_signer(workspace, digest=digest, reason=reason, operator="张三", at=at)


def test_a_confirmation_says_who_when_and_how(workspace: Workspace, at: datetime) -> None:
    assert confirm(workspace, at) == Changes(identity=True)
    (known,) = known_signers(workspace)
    one = known.confirmed
    assert (one.act, one.how, one.operator, one.at, one.remark) == (
        Act.CONFIRMED,
        How.PHONE,
        "张三",
        at,
        "与李主任通话",
    )
    assert (one.unit_name, one.unit_code, one.digest) == ("任城区教育局", "370811", ONE)
    assert one.valid_until == at + timedelta(days=365)
    assert known.revoked is None


def test_the_same_again_changes_nothing(workspace: Workspace, at: datetime, later: datetime) -> None:
    confirm(workspace, at)
    assert not confirm(workspace, later)
    assert len(signer_events(workspace)) == 1


def test_a_revocation_needs_a_reason_and_ends_what_was_confirmed(
    workspace: Workspace, at: datetime, later: datetime
) -> None:
    confirm(workspace, at)
    confirm(workspace, at, name="微山县教育局", code="370826")
    for reason in ("", " \u3000"):
        with pytest.raises(RevocationUnexplained):
            revoke(workspace, later, reason=reason)
    with pytest.raises(TextTooLong):
        revoke(workspace, later, reason="因" * 201)
    assert not revoke(workspace, later, OTHER)
    assert revoke(workspace, later) == Changes(identity=True)
    assert [known.revoked and known.revoked.remark for known in known_signers(workspace)] == ["密钥遗失", "密钥遗失"]
    assert not revoke(workspace, later)


def test_what_was_revoked_by_mistake_can_be_confirmed_again(workspace: Workspace, at: datetime) -> None:
    confirm(workspace, at)
    revoke(workspace, at)
    assert confirm(workspace, at)
    (known,) = known_signers(workspace)
    assert known.revoked is None
    assert [event.act for event in signer_events(workspace)] == [Act.CONFIRMED, Act.REVOKED, Act.CONFIRMED]


def test_a_unit_with_a_code_keeps_its_signer_under_a_new_name(workspace: Workspace, at: datetime) -> None:
    confirm(workspace, at)
    assert confirm(workspace, at, name="任城区教育和体育局")
    assert [known.confirmed.unit_name for known in known_signers(workspace)] == ["任城区教育和体育局"]
    confirm(workspace, at, name="第一小学", code="")
    confirm(workspace, at, name="第二小学", code="")
    assert len(known_signers(workspace)) == 3


@pytest.mark.parametrize("change", ["UPDATE signer_events SET operator = 'x'", "DELETE FROM signer_events"])
def test_nothing_is_taken_back_from_the_list(workspace: Workspace, at: datetime, change: str) -> None:
    confirm(workspace, at)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), workspace.transaction() as connection:
        connection.execute(change)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), st.sampled_from([ONE, OTHER])), max_size=8))
def test_what_holds_is_what_was_said_last(workspace: Workspace, at: datetime, acts: list[tuple[bool, str]]) -> None:
    with workspace.transaction() as connection:
        connection.execute("SAVEPOINT start")
        for confirms, digest in acts:
            (confirm(workspace, at, digest=digest) if confirms else revoke(workspace, at, digest))
        last = {digest: confirms for confirms, digest in acts}
        holds = {known.confirmed.digest for known in known_signers(workspace) if known.revoked is None}
        assert holds == {digest for digest, confirms in last.items() if confirms}
        connection.execute("ROLLBACK TO start")
