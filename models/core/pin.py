"""A PIN as it may be kept: salted and hashed so slowly that trying all of them takes its time. Never in the clear.

The parameters stand in the text, but only our own are accepted: whoever writes the text could ask for gigabytes.

>>> kept = hash_pin("2468", salt=bytes(16))
>>> pin_fits("２４６８", kept), pin_fits("1357", kept)
(True, False)
"""

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from models.core.errors import UserError

MIN_LENGTH: Final = 4  # characters
MAX_LENGTH: Final = 64
SALT_LENGTH: Final = 16  # bytes

_COST, _BLOCK, _LANES = 1 << 14, 8, 1  # 16 MiB and some 40 ms for one guess
_KEPT: Final = re.compile(rf"scrypt:{_COST}:{_BLOCK}:{_LANES}:([0-9a-f]{{32}}):([0-9a-f]{{64}})")


@dataclass(eq=False)
class PinUnfit(UserError):
    """A PIN has fewer characters than ``minimum``, or more than ``maximum``."""

    minimum: int
    maximum: int


def hash_pin(pin: str, *, salt: bytes) -> str:
    """Return what is kept of a PIN.

    Args:
        pin: as it was typed; full-width digits of an input method count as digits.
        salt: sixteen random bytes, new ones each time.

    Raises:
        PinUnfit: it is too short or too long.
    """
    if len(salt) != SALT_LENGTH:
        raise ValueError("a salt has sixteen bytes")
    if not MIN_LENGTH <= len(_normal(pin)) <= MAX_LENGTH:
        raise PinUnfit(MIN_LENGTH, MAX_LENGTH)
    return f"scrypt:{_COST}:{_BLOCK}:{_LANES}:{salt.hex()}:{_derive(pin, salt).hex()}"


def pin_fits(pin: str, kept: str) -> bool:
    """Tell whether a typed PIN is the one that was kept; a text that is none of ours fits nothing."""
    match = _KEPT.fullmatch(kept)
    return match is not None and hmac.compare_digest(_derive(pin, bytes.fromhex(match[1])), bytes.fromhex(match[2]))


def pause_after(failures: int) -> int:
    """Return for how many seconds no PIN is looked at after so many wrong ones in a row.

    >>> [pause_after(count) for count in (0, 1, 2, 3, 6, 20)]
    [0, 1, 2, 4, 32, 900]
    """
    return min(1 << (failures - 1), 900) if failures else 0


def _normal(pin: str) -> str:
    return unicodedata.normalize("NFKC", pin).strip()


def _derive(pin: str, salt: bytes) -> bytes:
    typed = _normal(pin)[: MAX_LENGTH + 1].encode("utf-8", "surrogatepass")
    return hashlib.scrypt(typed, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=64 << 20, dklen=32)
