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
    REVOKED = "revoked"


def unit_key(*, code: str, name: str) -> str:
    """Return under what the pins of a unit are kept: its code, or a blank and its name where it has none.

    No code begins with a blank, so no unit can pass for another by calling itself like the other's code.
    """
    return code or f" {name}"


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

    ``pinned``: for each unit (``unit_key``) the digests (``certificate_digest``) of the certificates confirmed for it.
    ``expected``: the fingerprint that this one file must bear, as it was read out or typed.
    ``revoked``: the digests of certificates that a person has withdrawn; they are believed for no unit, whatever else
    is known.

    Raises:
        NotAFingerprint: ``expected`` cannot be a fingerprint.
    """

    pinned: Mapping[str, frozenset[str]] = field(default_factory=dict)
    expected: str | None = None
    revoked: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Bring the fingerprint to its shown form, and keep the pins from being changed later."""
        object.__setattr__(self, "pinned", MappingProxyType(dict(self.pinned)))
        if self.expected is not None:
            object.__setattr__(self, "expected", parse_fingerprint(self.expected))

    def standing(
        self, *, unit_code: str, digest: str, fingerprint: str, unit_name: str = "", states_unit: bool = True
    ) -> Standing:
        """Judge the signer of an otherwise good file. Whatever is known must agree; nothing known is UNKNOWN.

        Args:
            unit_code: of the unit that the certificate names.
            digest: of the certificate.
            fingerprint: of the certificate.
            unit_name: of the unit that the certificate names; what tells units without a code apart.
            states_unit: the certificate binds itself to that unit. One that doesn't is known if it is pinned for any
                unit; that the file is of just that unit is for ``standing_for`` to judge, once the file is read.
        """
        if digest in self.revoked:
            return Standing.REVOKED
        if self.expected is not None and self.expected != fingerprint:
            return Standing.DIFFERS
        if states_unit:
            pins = self.pinned.get(unit_key(code=unit_code, name=unit_name))
            if pins is not None and digest not in pins:
                return Standing.DIFFERS
            known = pins is not None
        else:
            known = any(digest in pins for pins in self.pinned.values())
        return Standing.TRUSTED if known or self.expected is not None else Standing.UNKNOWN

    def standing_for(self, *, unit_code: str, unit_name: str, digest: str) -> Standing:
        """Judge whether a certificate that states no unit may speak for this one: nothing but the pins says so.

        UNKNOWN only where neither the unit nor the certificate is pinned.
        """
        if digest in self.revoked:
            return Standing.REVOKED
        pins = self.pinned.get(unit_key(code=unit_code, name=unit_name))
        if pins is not None:
            return Standing.TRUSTED if digest in pins else Standing.DIFFERS
        elsewhere = any(digest in pins for pins in self.pinned.values())
        return Standing.DIFFERS if elsewhere else Standing.UNKNOWN


def _grouped(characters: str) -> str:
    return " ".join(characters[start : start + 4] for start in range(0, FINGERPRINT_LENGTH, 4))
