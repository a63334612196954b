"""数据校验码: twelve characters that tie a printed sheet to the data in its file.

Ten characters come from the SHA-256 of the data's canonical bytes, two are check characters, so that a person who
types the code from paper learns of a slip at once instead of being told that the data differ. The code is no
signature: it shows that paper and file say the same, not who said it.

The alphabet has 29 characters, a prime number, so that the check characters can be those of a Reed-Solomon code over
the integers modulo 29: any one or two wrong characters are noticed, and with them any swap of two characters. Left out
are the look-alikes 0 O, 1 I L, S (5) and U (V).

>>> check_code(b"canonical bytes")
'FEJM-ZKY7-X4JT'
>>> normal_check_code("fejm zky7－Ｘ４jt")
'FEJM-ZKY7-X4JT'
>>> normal_check_code("FEJM-ZKY7-X4TJ") is None
True
"""

import hashlib
import unicodedata

ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"
DATA_LENGTH = 10
LENGTH = 12
_PRIME = len(ALPHABET)
_IGNORED = frozenset(" -_.·‐‑‒–—―−－\u3000\t\r\n\u200b\ufeff")


def check_code(canonical: bytes) -> str:
    """Compute the code of some data.

    Args:
        canonical: the data in the one form that is specified byte by byte; other bytes, other code.
    """
    digits = to_digits(int.from_bytes(hashlib.sha256(canonical).digest(), "big"), DATA_LENGTH)
    return _grouped("".join(ALPHABET[digit] for digit in digits + _check_digits(digits)))


def normal_check_code(typed: str) -> str | None:
    """Return a typed code as it is printed, or None where it cannot be one: wrong length, characters or check.

    Lower case, full-width characters, blanks, any dash and missing dashes are understood.
    """
    characters = fold(typed)
    if len(characters) != LENGTH or not set(characters) <= set(ALPHABET):
        return None
    digits = [ALPHABET.index(character) for character in characters]
    return _grouped(characters) if _check_digits(digits[:DATA_LENGTH]) == digits[DATA_LENGTH:] else None


def is_check_code(typed: str) -> bool:
    """Tell whether a typed text can be a check code."""
    return normal_check_code(typed) is not None


def to_digits(number: int, count: int) -> list[int]:
    """Write the last ``count`` digits of a number in base 29, most significant first."""
    digits = []
    for _ in range(count):
        number, digit = divmod(number, _PRIME)
        digits.append(digit)
    return digits[::-1]


def fold(typed: str) -> str:
    """Bring typed characters to the alphabet's own form and drop what people put between groups."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    return "".join(character for character in folded if character not in _IGNORED)


def _check_digits(data: list[int]) -> list[int]:
    """Solve for the two digits that make both weighted sums of all twelve zero modulo 29.

    The sums are Σ x(i) and Σ i·x(i) with i from 1 to 12. The weights 1 … 12 differ modulo 29, so any two columns of
    the parity check matrix are independent and two wrong characters can never cancel out.
    """
    plain_sum = sum(data)
    weighted_sum = sum(position * digit for position, digit in enumerate(data, start=1))
    last = ((LENGTH - 1) * plain_sum - weighted_sum) % _PRIME
    return [(-plain_sum - last) % _PRIME, last]


def _grouped(characters: str) -> str:
    return "-".join(characters[start : start + 4] for start in range(0, LENGTH, 4))
