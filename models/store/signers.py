"""Whose signatures were confirmed: who did it, when and how; and which were revoked, and why. Only ever added to.

What holds now follows from the events: a certificate is confirmed for a unit if the last event about the two is a
confirmation and the last event about the certificate, whatever unit it names, is no revocation. Knows nothing of
signatures; ``models/work/signers`` makes of it what a signature is judged by.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from models.core.changes import Changes
from models.core.errors import UserError
from models.core.texts import clean_name
from models.store.columns import from_instant, to_instant
from models.store.database import Workspace
from models.store.names import checked_name, checked_unit_code, checked_unit_name
from models.store.problems import TextTooLong

MAX_REMARK: Final = 200  # characters
_COLUMNS: Final = (
    "seq, at, operator, act, how, unit_code, unit_name, digest, fingerprint, valid_until, announced_by, remark"
)


class Act(StrEnum):
    """What was done."""

    CONFIRMED = "confirmed"
    REVOKED = "revoked"


class How(StrEnum):
    """How a person made sure whose certificate it is."""

    PHONE = "phone"  # the fingerprint was read out on the telephone
    IN_PERSON = "in_person"  # it was shown or handed over
    ANNOUNCED = "announced"  # a key that was known announced it
    OWN = "own"  # it is this unit's own


@dataclass(eq=False)
class RevocationUnexplained(UserError):
    """A signature should be revoked, and why is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerEvent:
    """One line of the list.

    ``how``: only of a confirmation. ``announced_by``: the digest of the certificate that announced this one, or blank.
    ``remark``: of a revocation its reason; of a confirmation what the person noted, with whom they spoke for one.
    """

    act: Act
    how: How | None
    unit_code: str
    unit_name: str
    digest: str
    fingerprint: str
    valid_until: datetime
    announced_by: str
    remark: str
    at: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class KnownSigner:
    """A certificate that was once confirmed for a unit. ``confirmed`` is the latest confirmation, ``revoked`` what
    ended it, or None while it holds.
    """

    confirmed: SignerEvent
    revoked: SignerEvent | None


def confirm_signer(
    workspace: Workspace,
    *,
    unit_name: str,
    unit_code: str,
    digest: str,
    fingerprint: str,
    valid_until: datetime,
    how: How,
    operator: str,
    at: datetime,
    announced_by: str = "",
    remark: str = "",
) -> Changes:
    """Keep that a certificate is a unit's. What is confirmed already changes nothing.

    Raises:
        NameMissing, NameTooLong, TextTooLong: what was given can't be kept.
    """
    name, code = checked_unit_name(unit_name), checked_unit_code(unit_code)
    with workspace.transaction():
        for known in known_signers(workspace):
            one = known.confirmed
            if known.revoked is None and (one.digest, one.unit_code, one.unit_name) == (digest, code, name):
                return Changes()
        event = SignerEvent(
            act=Act.CONFIRMED,
            how=how,
            unit_code=code,
            unit_name=name,
            digest=digest,
            fingerprint=fingerprint,
            valid_until=valid_until,
            announced_by=announced_by,
            remark=_checked_remark(remark),
            at=at,
            operator=checked_name(operator, what="operator"),
        )
        _add(workspace, event)
    return Changes(identity=True)


def revoke_signer(workspace: Workspace, *, digest: str, reason: str, operator: str, at: datetime) -> Changes:
    """Withdraw a certificate, for whatever units it was confirmed. One that isn't confirmed changes nothing.

    Raises:
        RevocationUnexplained: why is not said.
        NameMissing, TextTooLong: what was given can't be kept.
    """
    remark = _checked_remark(reason)
    if not remark:
        raise RevocationUnexplained
    changes = Changes()
    with workspace.transaction():
        for known in known_signers(workspace):
            one = known.confirmed
            if one.digest == digest and known.revoked is None:
                event = SignerEvent(
                    act=Act.REVOKED,
                    how=None,
                    unit_code=one.unit_code,
                    unit_name=one.unit_name,
                    digest=digest,
                    fingerprint=one.fingerprint,
                    valid_until=one.valid_until,
                    announced_by="",
                    remark=remark,
                    at=at,
                    operator=checked_name(operator, what="operator"),
                )
                _add(workspace, event)
                changes = Changes(identity=True)
    return changes


def known_signers(workspace: Workspace) -> tuple[KnownSigner, ...]:
    """List what was ever confirmed, by unit and then in the order of confirming, with what ended it."""
    confirmed: dict[tuple[str, str, str], SignerEvent] = {}
    ended: dict[tuple[str, str, str], SignerEvent] = {}
    last: dict[str, SignerEvent] = {}
    for event in reversed(signer_events(workspace)):
        # A unit with a code keeps its pins when it gets another name; one without is known by its name alone.
        key = (event.digest, event.unit_code, "" if event.unit_code else event.unit_name)
        last[event.digest] = event
        if event.act is Act.CONFIRMED:
            confirmed[key] = event
            ended.pop(key, None)
        else:
            ended[key] = event
    found = [
        KnownSigner(event, ended.get(key) or (last[key[0]] if last[key[0]].act is Act.REVOKED else None))
        for key, event in confirmed.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.confirmed.unit_code, one.confirmed.unit_name)))


def signer_events(workspace: Workspace) -> tuple[SignerEvent, ...]:
    """List all that was ever done, newest first."""
    rows = workspace.rows(f"SELECT {_COLUMNS} FROM signer_events ORDER BY seq DESC")  # noqa: S608
    return tuple(
        SignerEvent(
            at=from_instant(row[1]),
            operator=row[2],
            act=Act(row[3]),
            how=How(row[4]) if row[4] else None,
            unit_code=row[5],
            unit_name=row[6],
            digest=row[7],
            fingerprint=row[8],
            valid_until=from_instant(row[9]),
            announced_by=row[10] or "",
            remark=row[11],
        )
        for row in rows
    )


def _add(workspace: Workspace, event: SignerEvent) -> None:
    with workspace.transaction() as connection:
        connection.execute(
            f"INSERT INTO signer_events ({_COLUMNS}) VALUES (NULL{', ?' * 11})",  # noqa: S608
            (
                to_instant(event.at),
                event.operator,
                event.act.value,
                event.how.value if event.how else None,
                event.unit_code,
                event.unit_name,
                event.digest,
                event.fingerprint,
                to_instant(event.valid_until),
                event.announced_by or None,
                event.remark,
            ),
        )


def _checked_remark(text: str) -> str:
    remark = clean_name(text)
    if len(remark) > MAX_REMARK:
        raise TextTooLong("remark", len(remark), MAX_REMARK)
    return remark
