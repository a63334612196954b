"""Whom a workspace knows by signature: made of the signers that its people confirmed, and of its own identity.

The one place where what the database keeps becomes the ``Trust`` that a signature is judged by, and where a
confirmation is drawn from what was verified.
"""

from dataclasses import dataclass
from datetime import datetime

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, UserError
from models.signing.certificate import UnitCertificate
from models.signing.identity import LockedIdentity
from models.signing.succession import Succession, SuccessionRefused, predecessors, verify_successions
from models.signing.trust import Trust, unit_key
from models.signing.verify import Signer
from models.store.database import Workspace
from models.store.signers import How, KnownSigner, confirm_signer, known_signers
from models.store.units import own_unit
from models.work.own_identity import Replaced, describe


@dataclass(eq=False)
class NotOurSignature(UserError):
    """Somebody else's key signed under the name of the workspace's own unit; nobody confirms that as their own."""

    unit_name: str
    fingerprint: str


def workspace_trust(workspace: Workspace, *, expected: str | None = None) -> Trust:
    """Return whom the workspace knows. Its own identity, and those that announced it, are known without asking.

    A unit whose confirmed certificates were all revoked stays known: another of it differs, it is not new.

    Args:
        workspace: whose.
        expected: the fingerprint that one file must bear besides.
    """
    pinned: dict[str, set[str]] = {}
    revoked = set()
    for known in known_signers(workspace):
        one = known.confirmed
        digests = pinned.setdefault(unit_key(code=one.unit_code, name=one.unit_name), set())
        if known.revoked is None:
            digests.add(one.digest)
        else:
            revoked.add(one.digest)
    own = own_identity(workspace)
    if own is not None:
        for certificate in (own.certificate, *predecessors(own.announcements, own.certificate)):
            pinned.setdefault(_unit_of(certificate, own), set()).add(certificate.digest)
    return Trust(
        pinned={key: frozenset(digests - revoked) for key, digests in pinned.items()},
        expected=expected,
        revoked=frozenset(revoked),
    )


def own_identity(workspace: Workspace) -> LockedIdentity | None:
    """Return what the workspace's own identity says without a secret, or None where there is none to read."""
    try:
        return describe(workspace.path)
    except (UserError, EnvironmentProblem):
        return None


def is_own_unit(workspace: Workspace, *, unit_name: str, unit_code: str) -> bool:
    """Tell whether a name and a code are those of the workspace's own unit: by the code, or by the name without one."""
    unit = own_unit(workspace)
    if unit is None:
        return False
    if unit_code and unit.code:
        return unit_code == unit.code
    return unit_name == unit.name


def known_of_unit(workspace: Workspace, *, unit_code: str, unit_name: str) -> tuple[KnownSigner, ...]:
    """List what was ever confirmed for one unit, the latest first."""
    key = unit_key(code=unit_code, name=unit_name)
    found = [
        one
        for one in known_signers(workspace)
        if unit_key(code=one.confirmed.unit_code, name=one.confirmed.unit_name) == key
    ]
    return tuple(sorted(found, key=lambda one: one.confirmed.at, reverse=True))


def confirm(
    workspace: Workspace,
    signer: Signer,
    *,
    unit: tuple[str, str],
    how: How,
    operator: str,
    at: datetime,
    remark: str = "",
) -> Changes:
    """Keep that a person made sure of a signer.

    Args:
        workspace: who knows the signer from now on.
        signer: of a signature that holds.
        unit: name and code of the unit on the sheet, which counts only where the certificate states none.
        how: in which way.
        operator: who did.
        at: now.
        remark: with whom they spoke, for one.

    Raises:
        NotOurSignature: it would be a key of this unit itself, which it knows without confirming any.
        NameMissing, NameTooLong, TextTooLong: what was given can't be kept.
    """
    name, code = (signer.name, signer.code) if signer.states_unit else unit
    if is_own_unit(workspace, unit_name=name, unit_code=code):
        raise NotOurSignature(name, signer.fingerprint)
    return confirm_signer(
        workspace,
        unit_name=name,
        unit_code=code,
        digest=signer.digest,
        fingerprint=signer.fingerprint,
        valid_until=signer.valid_until,
        how=how,
        operator=operator,
        at=at,
        remark=remark,
    )


def read_notice(workspace: Workspace, notice: bytes) -> tuple[Succession, ...]:
    """Check a file of notices of new keys against whom the workspace knows.

    Returns:
        The steps from a key that is known to the newest one; there is at least one.

    Raises:
        SuccessionRefused: it is not believed, or is about this unit's own key.
    """
    known = [one.confirmed for one in known_signers(workspace) if one.revoked is None]
    units = {one.digest: (one.unit_name, one.unit_code) for one in known}
    steps = verify_successions(notice, workspace_trust(workspace), known_units=units)
    newest = steps[-1]
    if is_own_unit(workspace, unit_name=newest.unit_name, unit_code=newest.unit_code):
        own = own_identity(workspace)
        ours = own is not None and own.certificate.digest == newest.new.digest
        raise SuccessionRefused("own" if ours else "imitated", newest.unit_name, newest.old.fingerprint)
    return steps


def accept_notice(workspace: Workspace, notice: bytes, *, operator: str, at: datetime, remark: str = "") -> Changes:
    """Take the new keys of such a file for the unit's from now on. The old ones stay known: old returns bear them.

    Raises:
        SuccessionRefused: it is not believed; nothing was changed.
    """
    changes = Changes()
    with workspace.transaction():
        for step in read_notice(workspace, notice):
            changes |= confirm_signer(
                workspace,
                unit_name=step.unit_name,
                unit_code=step.unit_code,
                digest=step.new.digest,
                fingerprint=step.new.fingerprint,
                valid_until=step.new.valid_until,
                how=How.ANNOUNCED,
                announced_by=step.old.digest,
                operator=operator,
                at=at,
                remark=remark,
            )
    return changes


def remember_own(
    workspace: Workspace, replaced: Replaced, *, before_unit: tuple[str, str], operator: str, at: datetime
) -> Changes:
    """Keep the unit's own certificates in the list, so that its earlier returns stay its own."""
    changes = Changes()
    identity = replaced.identity
    own = [(identity.certificate, (identity.unit_name, identity.unit_code))]
    if replaced.before is not None:
        own.insert(0, (replaced.before, before_unit))
    for certificate, used_by in own:
        name, code = (certificate.unit_name, certificate.unit_code) if certificate.states_unit else used_by
        changes |= confirm_signer(
            workspace,
            unit_name=name,
            unit_code=code,
            digest=certificate.digest,
            fingerprint=certificate.fingerprint,
            valid_until=certificate.valid_until,
            how=How.OWN,
            operator=operator,
            at=at,
        )
    return changes


def _unit_of(certificate: UnitCertificate, own: LockedIdentity) -> str:
    if certificate.states_unit:
        return unit_key(code=certificate.unit_code, name=certificate.unit_name)
    return unit_key(code=own.unit_code, name=own.unit_name)
