"""Whom a signature is believed: fingerprints that people compare, and the pins that come of it.

A fingerprint is sixteen characters from the SHA-256 of a certificate, short enough to be read out on the phone. A pin
is the whole SHA-256, kept once a person has compared the fingerprint: two certificates that share a fingerprint can be
made by someone who owns both (2^39 tries), and a pin must not leave that door open later.

>>> trust = Trust(expected="k7qm 2xhd 9pta vw4e")
>>> trust.expected
'K7QM 2XHD 9PTA VW4E'
>>> trust.standing(unit_code="370811", digest="00" * 32, fingerprint="K7QM 2XHD 9PTA VW4E").value
'trusted'
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from models.core.errors import UserError
from models.signing.check_code import ALPHABET, fold, to_digits

FINGERPRINT_LENGTH = 16


@dataclass(eq=False)
class NotAFingerprint(UserError):
    """The text cannot be a fingerprint: not sixteen characters of the alphabet."""

    text: str


class Standing(StrEnum):
    """What is known of a signer."""

    TRUSTED = "trusted"
    UNKNOWN = "unknown"
    DIFFERS = "differs"


def certificate_digest(certificate_der: bytes) -> str:
    """Return what a pin holds: the whole SHA-256 of a certificate, in hexadecimal."""
    return hashlib.sha256(certificate_der).hexdigest()


def fingerprint(certificate_der: bytes) -> str:
    """Return the short form of a certificate that people compare: four groups of four characters."""
    number = int.from_bytes(hashlib.sha256(certificate_der).digest(), "big")
    return _grouped("".join(ALPHABET[digit] for digit in to_digits(number, FINGERPRINT_LENGTH)))


def parse_fingerprint(text: str) -> str:
    """Return a typed fingerprint as it is shown; lower case, full width, blanks and dashes are understood.

    Raises:
        NotAFingerprint: the text cannot be one.
    """
    characters = fold(text)
    if len(characters) != FINGERPRINT_LENGTH or not set(characters) <= set(ALPHABET):
        raise NotAFingerprint(text)
    return _grouped(characters)


@dataclass(frozen=True, slots=True)
class Trust:
    """What a reader knows of signers beforehand; empty, it knows none.

    ``pinned``: for each unit's code the digests (``certificate_digest``) of the certificates confirmed for it.
    ``expected``: the fingerprint that this one file must bear, as it was read out or typed.

    Raises:
        NotAFingerprint: ``expected`` cannot be a fingerprint.
    """

    pinned: Mapping[str, frozenset[str]] = field(default_factory=dict)
    expected: str | None = None

    def __post_init__(self) -> None:
        """Bring the fingerprint to its shown form, and keep the pins from being changed later."""
        object.__setattr__(self, "pinned", MappingProxyType(dict(self.pinned)))
        if self.expected is not None:
            object.__setattr__(self, "expected", parse_fingerprint(self.expected))

    def standing(self, *, unit_code: str, digest: str, fingerprint: str) -> Standing:
        """Judge the signer of an otherwise good file. Whatever is known must agree; nothing known is UNKNOWN."""
        pins = self.pinned.get(unit_code)
        if self.expected is not None and self.expected != fingerprint:
            return Standing.DIFFERS
        if pins is not None and digest not in pins:
            return Standing.DIFFERS
        return Standing.UNKNOWN if self.expected is None and pins is None else Standing.TRUSTED


def _grouped(characters: str) -> str:
    return " ".join(characters[start : start + 4] for start in range(0, FINGERPRINT_LENGTH, 4))
