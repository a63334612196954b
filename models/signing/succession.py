"""A new key announced by the old one: a notice that both keys sign, and that anybody who knows the old one can check.

A unit renews its key before the certificate runs out, or gets another name, and its superior should not have to
telephone for that. The old key signs that the new certificate takes its place; the new key signs the same words, so
that nobody can announce the certificate of somebody else as his own. The notice is text, in one spelling:

    Yaodian-Succession: 1                   the version of this format
    Announced: 2026-02-01T01:30:00Z         when, by the signer's clock, in whole seconds
    Unit: 任城区教育局                       for whom the new certificate signs
    Code: 370811                            may be blank
    Old: …                                  SHA-256 of the old certificate
    New: …                                  SHA-256 of the new one

    two blocks CERTIFICATE, the old and the new; two blocks SIGNATURE, of the old key and of the new one,
    both over all up to and with the blank line

A file may hold several of them, each after the one that announced its old key: whoever missed one follows all.

Verifying it takes the ``Trust`` of the reader and gives nothing but what that trust carries: there is no way to the new
certificate of a notice whose old key the reader doesn't know.

>>> # steps = verify_successions(announce(old, new, at=clock.now()), trust)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from models.core.errors import UserError
from models.signing import pkcs8
from models.signing.certificate import MAX_CODE, MAX_NAME, UnitCertificate, fit_text, read_certificate
from models.signing.identity import Identity
from models.signing.problems import CertificateRefused
from models.signing.trust import Standing, Trust, unit_key

FORMAT = 1
MAX_NOTICE = 32_768  # bytes; one takes about 5,000
MAX_NOTICES = 8  # of one file; an identity carries as many
BEGINNING = b"Yaodian-Succession: "  # by which a file is known to be one

_TIME = "%Y-%m-%dT%H:%M:%SZ"
_LABELS = ["CERTIFICATE", "CERTIFICATE", "SIGNATURE", "SIGNATURE"]
_HEAD = re.compile(
    r"Yaodian-Succession: (?P<format>[0-9]{1,4})\n"
    r"(?:Announced: (?P<at>[0-9TZ:-]{20})\nUnit: (?P<name>[^\n]{1,64})\nCode: (?P<code>[^\n]{0,32})\n"
    r"Old: (?P<old>[0-9a-f]{64})\nNew: (?P<new>[0-9a-f]{64})\n\n)?.*",
    re.DOTALL,
)


@dataclass(eq=False)
class SuccessionRefused(UserError):
    """A notice of a new key is not believed.

    ``reason``: ``format`` (no such notice, or one that was cut), ``newer`` (of a later version of the program),
    ``certificate`` (one of the two is of no accepted kind, or speaks for another unit than the notice), ``signature``
    (changed since it was signed, or not signed by both keys), ``chain`` (several that don't follow one another),
    ``time`` (one of the certificates did not hold then), ``unknown`` (nobody has confirmed the old key, nor one before
    it), ``withdrawn`` (one of the keys was revoked), ``other_unit`` (the new name or code is that of a unit that is
    known by another key), ``own`` (it is about the reader's own key), ``imitated`` (it is about a key under the
    reader's own name that is not the reader's). ``unit_name``, ``fingerprint``: what the notice says of the old key,
    once that much can be read.
    """

    reason: str
    unit_name: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """A notice that holds: both keys signed it, and the reader knows the old one.

    ``unit_name`` and ``unit_code`` are those of the new certificate's unit; ``old_unit`` is what the reader knew it as
    (name and code). Where the two differ the unit says that it was renamed, which a person should confirm.
    ``announced_at`` is a claim.
    """

    unit_name: str
    unit_code: str
    old: UnitCertificate
    new: UnitCertificate
    announced_at: datetime
    old_unit: tuple[str, str]

    @property
    def renames(self) -> bool:
        """Tell whether the unit has another name or code from now on."""
        return (self.unit_name, self.unit_code) != self.old_unit


def announce(old: Identity, new: Identity, *, at: datetime) -> bytes:
    """Write the notice that ``new`` takes the place of ``old``.

    Raises:
        ValueError: one of the certificates does not hold at ``at``, or they are the same: a bug of the caller.
    """
    moment = at.astimezone(UTC).replace(microsecond=0)
    if old.certificate.digest == new.certificate.digest or not _holds(moment, old.certificate, new.certificate):
        raise ValueError("an identity cannot announce this one")
    head = _head(moment, (new.unit_name, new.unit_code), old.certificate, new.certificate)
    return (
        head
        + pkcs8.pem("CERTIFICATE", old.certificate.der)
        + pkcs8.pem("CERTIFICATE", new.certificate.der)
        + pkcs8.pem("SIGNATURE", _sign(old, head))
        + pkcs8.pem("SIGNATURE", _sign(new, head))
    )


def verify_succession(
    notice: bytes, trust: Trust, *, old_unit: tuple[str, str] | None = None, earlier: frozenset[str] = frozenset()
) -> Succession:
    """Check a notice, or refuse it. The checks, in order:

    1. It is of this format and version, bounded, and byte for byte what ``announce`` writes of its facts.
    2. Both certificates are of an accepted kind, and each speaks for the unit that the notice names.
    3. The new key signed it; the old key signed it.
    4. Both certificates held when it was announced, by the signer's clock.
    5. The reader trusts the old certificate; neither has been revoked.
    6. Under its new name or code no other unit is known.

    Args:
        notice: the bytes.
        trust: whom the reader knows.
        old_unit: name and code for which the reader knows an old certificate that states no unit.
        earlier: the digests of certificates that are known to be this unit's own, whatever it was called then.

    Raises:
        SuccessionRefused: a check failed.
    """
    at, unit, old, new, head, values = _parse(notice)  # 1, 2
    told = (old.unit_name, old.fingerprint)
    for certificate, value in ((new, values[1]), (old, values[0])):  # 3
        if not _is_signed(certificate, head, value):
            raise SuccessionRefused("signature")
    if not _holds(at, old, new):  # 4
        raise SuccessionRefused("time", *told)
    before = (old.unit_name, old.unit_code) if old.states_unit else old_unit or unit
    standing = trust.standing(
        unit_code=old.unit_code,
        unit_name=old.unit_name,
        states_unit=old.states_unit,
        digest=old.digest,
        fingerprint=old.fingerprint,
    )
    if standing is Standing.REVOKED or new.digest in trust.revoked:  # 5
        raise SuccessionRefused("withdrawn", *told)
    if standing is not Standing.TRUSTED:
        raise SuccessionRefused("unknown", *told)
    before_key, key = (unit_key(name=name, code=code) for name, code in (before, unit))
    if not old.states_unit and old.digest not in trust.pinned.get(before_key, frozenset()):
        raise SuccessionRefused("unknown", *told)
    if key != before_key and trust.pinned.get(key, frozenset()) - {new.digest} - earlier:  # 6
        raise SuccessionRefused("other_unit", *told)
    return Succession(*unit, old, new, at, before)


def verify_successions(
    data: bytes, trust: Trust, *, known_units: Mapping[str, tuple[str, str]] | None = None
) -> tuple[Succession, ...]:
    """Check a file of one or several notices, and return the steps from a key that the reader knows to the newest.

    It begins at the first notice that holds for this reader; each that follows is checked as ``verify_succession``
    does, by a reader who knows the steps before it.

    Args:
        data: the notices, oldest first, one right after the other.
        trust: whom the reader knows.
        known_units: name and code for which the reader knows a certificate that states no unit, by its digest.

    Returns:
        The steps that tell something new, at least the last one.

    Raises:
        SuccessionRefused: a check failed, or the notices don't follow one another.
    """
    notices = _parted(data)
    links = [(old, new) for _, _, old, new, _, _ in map(_parse, notices)]
    if any(before[1].digest != after[0].digest for before, after in pairwise(links)):
        raise SuccessionRefused("chain")
    units = dict(known_units or {})
    knows = trust
    steps: list[Succession] = []
    refusals: list[SuccessionRefused] = []
    for notice, (old, _) in zip(notices, links, strict=True):
        earlier = frozenset(one.digest for step in steps for one in (step.old, step.new))
        try:
            step = verify_succession(notice, knows, old_unit=units.get(old.digest), earlier=earlier)
        except SuccessionRefused as refused:
            if steps:
                raise
            refusals.append(refused)
            continue
        steps.append(step)
        units[step.new.digest] = (step.unit_name, step.unit_code)
        knows = _knowing(knows, step)
    if not steps:
        raise next((one for one in refusals if one.reason != "unknown"), refusals[0])
    new = [at for at, step in enumerate(steps) if not _is_known(step, trust)]
    return tuple(steps[new[0] if new else -1 :])


def predecessors(announcements: tuple[bytes, ...], current: UnitCertificate) -> tuple[UnitCertificate, ...]:
    """Return the earlier certificates of one's own, as the notices in an identity file prove them, newest first."""
    return tuple(old for _, old in _leading_to(announcements, current))


def notices_to(announcements: tuple[bytes, ...], current: UnitCertificate) -> bytes:
    """Return the notices that lead to a certificate without a gap, as one file for who may have missed some of them."""
    return b"".join(notice for notice, _ in reversed(_leading_to(announcements, current)))


def _leading_to(announcements: tuple[bytes, ...], current: UnitCertificate) -> list[tuple[bytes, UnitCertificate]]:
    """Return the notices that lead to a certificate, newest first, each with the old certificate in it.

    One that doesn't lead to ``current`` or to one that does is passed over.
    """
    found: list[tuple[bytes, UnitCertificate]] = []
    reached = current.digest
    for notice in reversed(announcements):
        try:
            at, _, old, new, head, values = _parse(notice)
        except SuccessionRefused:
            continue
        if new.digest == reached and _holds(at, old, new) and _is_signed(old, head, values[0]):
            found.append((notice, old))
            reached = old.digest
    return found


def _knowing(trust: Trust, step: Succession) -> Trust:
    """Return a reader's trust once a step is believed."""
    key = unit_key(name=step.unit_name, code=step.unit_code)
    return replace(trust, pinned={**trust.pinned, key: trust.pinned.get(key, frozenset()) | {step.new.digest}})


def _is_known(step: Succession, trust: Trust) -> bool:
    return step.new.digest in trust.pinned.get(unit_key(name=step.unit_name, code=step.unit_code), frozenset())


def _parted(data: bytes) -> list[bytes]:
    """Part a file into its notices; what is none stays a piece that no check lets through."""
    if len(data) > MAX_NOTICES * MAX_NOTICE:
        raise SuccessionRefused("format")
    starts = [found.start() for found in re.finditer(rb"^" + re.escape(BEGINNING), data, re.MULTILINE)]
    if len(starts) > MAX_NOTICES or (starts and starts[0]):
        raise SuccessionRefused("format")
    return [data[start:end] for start, end in pairwise([*(starts or [0]), len(data)])]


def _parse(
    notice: bytes,
) -> tuple[datetime, tuple[str, str], UnitCertificate, UnitCertificate, bytes, tuple[bytes, bytes]]:
    """Checks 1 and 2."""
    try:
        found = _HEAD.fullmatch(notice.decode()) if len(notice) <= MAX_NOTICE else None
    except UnicodeDecodeError:
        found = None
    if found is None or found["format"] == "0":
        raise SuccessionRefused("format")
    if int(found["format"]) > FORMAT:
        raise SuccessionRefused("newer")
    if found["at"] is None:
        raise SuccessionRefused("format")
    unit = (str(found["name"]), str(found["code"]))
    blocks = pkcs8.read_pem(notice[notice.index(b"\n\n") + 2 :])
    if [label for label, _ in blocks] != _LABELS or unit != (fit_text(unit[0], MAX_NAME), fit_text(unit[1], MAX_CODE)):
        raise SuccessionRefused("format")
    try:
        at = datetime.strptime(found["at"], _TIME).replace(tzinfo=UTC)
        old, new = read_certificate(blocks[0][1]), read_certificate(blocks[1][1])
    except ValueError as error:
        raise SuccessionRefused("format") from error
    except CertificateRefused as refused:
        raise SuccessionRefused("certificate") from refused
    head = _head(at, unit, old, new)
    if notice != head + b"".join(pkcs8.pem(label, content) for label, content in blocks):
        raise SuccessionRefused("signature")
    if new.states_unit and unit != (new.unit_name, new.unit_code):
        raise SuccessionRefused("certificate")
    return at, unit, old, new, head, (blocks[2][1], blocks[3][1])


def _head(at: datetime, unit: tuple[str, str], old: UnitCertificate, new: UnitCertificate) -> bytes:
    """Write the words that both keys sign."""
    lines = (
        f"Yaodian-Succession: {FORMAT}",
        f"Announced: {at.strftime(_TIME)}",
        f"Unit: {unit[0]}",
        f"Code: {unit[1]}",
        f"Old: {old.digest}",
        f"New: {new.digest}",
    )
    return "\n".join([*lines, "", ""]).encode()


def _holds(at: datetime, *certificates: UnitCertificate) -> bool:
    return all(one.valid_from <= at <= one.valid_until for one in certificates)


def _sign(identity: Identity, message: bytes) -> bytes:
    key = identity.private_key
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(message, padding.PKCS1v15(), hashes.SHA256())
    return key.sign(message, ec.ECDSA(hashes.SHA256()))


def _is_signed(certificate: UnitCertificate, message: bytes, value: bytes) -> bool:
    key = certificate.public_key
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(value, message, padding.PKCS1v15(), hashes.SHA256())
        else:
            key.verify(value, message, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True
