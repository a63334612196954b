"""Whom a workspace knows: what its people confirmed, itself, and whom a known key announced."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from models.core.paths import Places
from models.signing.certificate import Algorithm
from models.signing.findings import Code, Outcome
from models.signing.identity import Identity, create_identity
from models.signing.sign import sign
from models.signing.succession import SuccessionRefused, announce
from models.signing.verify import Verdict, verify
from models.store.database import Workspace
from models.store.signers import How, known_signers, revoke_signer
from models.work.keys import ensure_identity
from models.work.own_identity import renew_identity, replace_identity
from models.work.signers import accept_notice, confirm, known_of_unit, read_notice, remember_own, workspace_trust
from tests.models.signing.authority import issued_identity
from tests.models.signing.samples import CODE, NOW, PURPOSE, ROLE, UNIT, workbook

OWN = ("某县教育局", "370800")


@cache
def signer_of(name: str = UNIT, code: str = CODE, twin: int = 0) -> Identity:
    return create_identity(unit_name=name, unit_code=code, at=NOW, algorithm=Algorithm.P_256)


def judged(workspace: Workspace, identity: Identity) -> Verdict:
    return verify(sign(workbook(), identity, at=NOW, purpose=PURPOSE, role=ROLE), workspace_trust(workspace))


def confirmed(workspace: Workspace, identity: Identity, *, unit: tuple[str, str] = (UNIT, CODE)) -> None:
    seen = judged(workspace, identity)
    assert seen.signer is not None
    confirm(workspace, seen.signer, unit=unit, how=How.PHONE, operator="张三", at=NOW)


def revoked(workspace: Workspace, identity: Identity) -> None:
    revoke_signer(workspace, digest=identity.certificate.digest, reason="被盗", operator="张三", at=NOW)


@pytest.fixture
def workspace(small: Workspace) -> Workspace:
    """An open workspace."""
    return small


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """One user's folders."""
    return Places(data=tmp_path / "data", logs=tmp_path / "logs", documents=tmp_path / "documents")


def test_a_signer_is_unknown_until_somebody_confirms_it(workspace: Workspace) -> None:
    assert judged(workspace, signer_of()).outcome is Outcome.SIGNER_UNKNOWN
    confirmed(workspace, signer_of())
    assert judged(workspace, signer_of()).outcome is Outcome.TRUSTED
    assert judged(workspace, signer_of(twin=1)).outcome is Outcome.SIGNER_DIFFERS
    confirmed(workspace, signer_of(twin=1))
    assert [one.confirmed.fingerprint for one in known_of_unit(workspace, unit_code=CODE, unit_name=UNIT)]
    for one in (signer_of(), signer_of(twin=1)):
        assert judged(workspace, one).outcome is Outcome.TRUSTED


def test_a_revoked_signer_is_told_as_such_and_its_unit_stays_known(workspace: Workspace) -> None:
    confirmed(workspace, signer_of())
    revoked(workspace, signer_of())
    found = judged(workspace, signer_of())
    assert (found.outcome, found.findings[0].code) == (Outcome.SIGNER_DIFFERS, Code.SIGNER_REVOKED)
    assert judged(workspace, signer_of(twin=1)).outcome is Outcome.SIGNER_DIFFERS


def test_units_without_a_code_do_not_speak_for_one_another(workspace: Workspace) -> None:
    first, second = signer_of("第一小学", ""), signer_of("第二小学", "")
    confirmed(workspace, first)
    assert judged(workspace, first).outcome is Outcome.TRUSTED
    assert judged(workspace, second).outcome is Outcome.SIGNER_UNKNOWN
    assert judged(workspace, signer_of("第一小学", "", twin=1)).outcome is Outcome.SIGNER_DIFFERS


def test_a_certificate_that_names_no_unit_is_confirmed_for_the_one_on_the_sheet(workspace: Workspace) -> None:
    issued = issued_identity()
    confirmed(workspace, issued, unit=("微山县教育局", "370826"))
    (known,) = known_signers(workspace)
    assert (known.confirmed.unit_name, known.confirmed.unit_code) == ("微山县教育局", "370826")
    assert judged(workspace, issued).outcome is Outcome.TRUSTED


def test_a_unit_knows_itself_through_all_its_keys(workspace: Workspace, places: Places) -> None:
    """Before and after a renewal, from the file alone; and after a loss, from the list."""
    first = ensure_identity(
        workspace.path, places=places, unit_name=OWN[0], unit_code=OWN[1], at=NOW, algorithm=Algorithm.P_256
    )
    assert judged(workspace, first).outcome is Outcome.TRUSTED
    renewed = renew_identity(workspace.path, places=places, current=None, unit=OWN, at=NOW)
    for one in (first, renewed.identity):
        assert judged(workspace, one).outcome is Outcome.TRUSTED
    lost = replace_identity(workspace.path, places=places, unit=OWN, at=NOW, passphrase=None)
    assert judged(workspace, renewed.identity).outcome is Outcome.SIGNER_DIFFERS
    remember_own(workspace, lost, before_unit=OWN, operator="张三", at=NOW)
    for one in (renewed.identity, lost.identity):
        assert judged(workspace, one).outcome is Outcome.TRUSTED
    assert {one.confirmed.how for one in known_signers(workspace)} == {How.OWN}


def test_a_notice_makes_the_new_key_known_and_keeps_the_old(workspace: Workspace) -> None:
    old, new = signer_of(), signer_of(twin=1)
    notice = announce(old, new, at=NOW)
    with pytest.raises(SuccessionRefused) as refused:
        accept_notice(workspace, notice, operator="张三", at=NOW)
    assert (refused.value.reason, known_signers(workspace)) == ("unknown", ())
    confirmed(workspace, old)
    assert [step.new for step in read_notice(workspace, notice)] == [new.certificate]
    assert accept_notice(workspace, notice, operator="张三", at=NOW)
    assert not accept_notice(workspace, notice, operator="张三", at=NOW)
    for one in (old, new):
        assert judged(workspace, one).outcome is Outcome.TRUSTED
    events = {one.confirmed.digest: one.confirmed for one in known_signers(workspace)}
    announced = events[new.certificate.digest]
    assert (announced.how, announced.announced_by) == (How.ANNOUNCED, old.certificate.digest)


def test_two_renewals_in_a_row_are_followed_by_who_missed_the_first(workspace: Workspace) -> None:
    first, second, third = signer_of(), signer_of(twin=1), signer_of(twin=2)
    notices = announce(first, second, at=NOW) + announce(second, third, at=NOW)
    confirmed(workspace, first)
    assert [step.new for step in read_notice(workspace, notices)] == [second.certificate, third.certificate]
    assert accept_notice(workspace, notices, operator="张三", at=NOW)
    assert not accept_notice(workspace, notices, operator="张三", at=NOW)
    for one in (first, second, third):
        assert judged(workspace, one).outcome is Outcome.TRUSTED
    by = {one.confirmed.digest: one.confirmed.announced_by for one in known_signers(workspace)}
    assert by[third.certificate.digest] == second.certificate.digest
    assert by[second.certificate.digest] == first.certificate.digest


def test_a_stolen_key_that_was_revoked_announces_nothing(workspace: Workspace) -> None:
    old, new = signer_of(), signer_of(twin=1)
    confirmed(workspace, old)
    revoked(workspace, old)
    with pytest.raises(SuccessionRefused) as refused:
        accept_notice(workspace, announce(old, new, at=NOW), operator="张三", at=NOW)
    assert refused.value.reason == "withdrawn"


def test_a_units_new_name_is_seen_as_one(workspace: Workspace) -> None:
    """Also where an authority's certificate signs for it, which never stated the old one."""
    old, issued = signer_of(), issued_identity()
    confirmed(workspace, old)
    renamed = signer_of("任城区教育和体育局", CODE)
    (succession,) = read_notice(workspace, announce(old, renamed, at=NOW + timedelta(hours=1)))
    assert succession.renames
    confirmed(workspace, issued, unit=("微山县教育局", "370826"))
    used = replace(signer_of("微山县教育和体育局", "370826"))
    (succession,) = read_notice(workspace, announce(issued, used, at=NOW))
    assert (succession.renames, succession.old_unit) == (True, ("微山县教育局", "370826"))
