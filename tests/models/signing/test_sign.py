"""Signing: what it keeps, what it refuses to sign."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.signing import language
from models.signing.certificate import Algorithm
from models.signing.findings import Outcome
from models.signing.sign import IdentityNotValid, sign
from models.signing.trust import Trust
from models.signing.verify import verify
from tests.models.signing.samples import NOW, PURPOSE, ROLE, identity, pack, signed, unpack, utc, workbook


@pytest.mark.parametrize("algorithm", Algorithm)
def test_the_same_arguments_give_the_same_bytes(algorithm: Algorithm) -> None:
    """RSA by nature, ECDSA by RFC 6979."""
    again = sign(workbook(), identity(algorithm), at=NOW, purpose=PURPOSE, role=ROLE)
    assert again == signed(algorithm)


def test_every_part_stays_byte_for_byte() -> None:
    """But the two lists that the signature itself has to stand in."""
    before, after = unpack(workbook()), unpack(signed())
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {language.CONTENT_TYPES, language.ROOT_RELATIONSHIPS}
    assert set(after) - set(before) == set(language.SIGNATURE_PARTS)


def test_another_time_changes_nothing_but_the_signature() -> None:
    """Two exports of the same state differ there only."""
    later = unpack(sign(workbook(), identity(), at=NOW + timedelta(hours=1), purpose=PURPOSE, role=ROLE))
    assert {name for name, raw in unpack(signed()).items() if later[name] != raw} == {language.SIGNATURE}


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=60))
def test_any_printable_purpose_and_role_come_back(text: str) -> None:
    """Angle brackets, ampersands, quotes and all."""
    verdict = verify(sign(workbook(), identity(), at=NOW, purpose=text, role=text), Trust())
    assert verdict.outcome is Outcome.SIGNER_UNKNOWN
    assert verdict.purpose == verdict.role == " ".join(verdict.purpose.split())


@pytest.mark.parametrize("text", ["a" * 201, "a\0", "a\u202eb", "a\ud800"])
def test_texts_that_do_not_fit_are_a_bug_of_the_caller(text: str) -> None:
    """Too long, control characters, marks that turn the reading order."""
    with pytest.raises(ValueError, match="characters"):
        sign(workbook(), identity(), at=NOW, purpose=text)


def test_what_verify_would_refuse_is_not_signed() -> None:
    """A part too many, no zip file, a file that bears a signature."""
    for package in (pack({**unpack(workbook()), "extra.xml": b"<a/>"}), b"", signed()):
        with pytest.raises(ValueError, match="not signable"):
            sign(package, identity(), at=NOW)


@pytest.mark.parametrize("days", [-2, 5 * 366])
def test_an_expired_identity_or_a_wrong_clock_is_told(days: int) -> None:
    """With the dates that a sentence needs."""
    with pytest.raises(IdentityNotValid) as raised:
        sign(workbook(), identity(), at=NOW + timedelta(days=days))
    assert raised.value.valid_from == utc(NOW) - timedelta(days=1)
