"""Fingerprints and pins."""

import pytest

from models.signing.trust import NotAFingerprint, Standing, Trust, fingerprint, parse_fingerprint
from tests.models.signing.samples import identity


def test_a_fingerprint_is_four_groups_of_four() -> None:
    """And the same for the same certificate, another for another."""
    one, other = identity().certificate, identity(twin=1).certificate
    assert fingerprint(one.der) == one.fingerprint != other.fingerprint
    assert [len(group) for group in one.fingerprint.split(" ")] == [4, 4, 4, 4]


@pytest.mark.parametrize(
    "change", [str, str.lower, lambda text: text.replace(" ", ""), lambda text: text.replace(" ", "-")]
)
def test_a_typed_fingerprint_is_understood(change: "type[str]") -> None:
    """Lower case, no blanks, dashes."""
    shown = identity().fingerprint
    assert parse_fingerprint(change(shown)) == shown
    assert Trust(expected=change(shown)).expected == shown


@pytest.mark.parametrize("text", ["", "K7QM 2XHD 9PTA", "K7QM 2XHD 9PTA VW40", "K7QM 2XHD 9PTA VW4EE"])
def test_what_cannot_be_a_fingerprint(text: str) -> None:
    """Too short, too long, a character that is not in the alphabet."""
    with pytest.raises(NotAFingerprint):
        Trust(expected=text)


def _standing(trust: Trust) -> Standing:
    certificate = identity().certificate
    return trust.standing(
        unit_code=certificate.unit_code, digest=certificate.digest, fingerprint=certificate.fingerprint
    )


def test_what_is_known_of_a_signer() -> None:
    """Everything that is known must agree; a unit whose pins were all taken back is not unknown, it differs."""
    own, other = identity().certificate, identity(twin=1).certificate
    code = own.unit_code
    assert _standing(Trust()) is Standing.UNKNOWN
    assert _standing(Trust(pinned={"another": frozenset({other.digest})})) is Standing.UNKNOWN
    assert _standing(Trust(expected=own.fingerprint)) is Standing.TRUSTED
    assert _standing(Trust(expected=other.fingerprint)) is Standing.DIFFERS
    assert _standing(Trust(pinned={code: frozenset({own.digest, other.digest})})) is Standing.TRUSTED
    assert _standing(Trust(pinned={code: frozenset({other.digest})})) is Standing.DIFFERS
    assert _standing(Trust(pinned={code: frozenset()})) is Standing.DIFFERS
    assert _standing(Trust(pinned={code: frozenset({other.digest})}, expected=own.fingerprint)) is Standing.DIFFERS
    assert _standing(Trust(pinned={code: frozenset({own.digest})}, expected=other.fingerprint)) is Standing.DIFFERS


def test_pins_cannot_be_changed_behind_a_trust() -> None:
    """It keeps its own copy."""
    pins = {"370811": frozenset({identity().certificate.digest})}
    trust = Trust(pinned=pins)
    pins.clear()
    assert _standing(trust) is Standing.TRUSTED
