"""The check code: what it notices, and what people may type."""

import hashlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.signing.check_code import ALPHABET, LENGTH, check_code, is_check_code, normal_check_code

codes = st.binary(max_size=64).map(check_code)
positions = st.integers(0, LENGTH - 1)
characters = st.sampled_from(ALPHABET)


def _bare(code: str) -> str:
    return code.replace("-", "")


def test_the_alphabet_has_a_prime_number_of_characters_and_no_look_alikes() -> None:
    """29 of them."""
    assert len(set(ALPHABET)) == len(ALPHABET) == 29
    assert not set(ALPHABET) & set("0O1ILSU")


def test_a_known_code() -> None:
    """Computed by hand from the SHA-256, so that a printed code still fits its file in later versions."""
    canonical = "进展填报表\n".encode()
    number = int(hashlib.sha256(canonical).hexdigest(), 16) % 29**10
    digits = [number // 29 ** (9 - place) % 29 for place in range(10)]
    code = _bare(check_code(canonical))
    assert code[:10] == "".join(ALPHABET[digit] for digit in digits)
    values = [ALPHABET.index(character) for character in code]
    assert sum(values) % 29 == 0
    assert sum(place * value for place, value in enumerate(values, start=1)) % 29 == 0


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_other_data_have_another_code(one: bytes, other: bytes) -> None:
    """Ten characters of a good hash."""
    assume(one != other)
    assert check_code(one) != check_code(other)


@given(codes, positions, characters)
def test_one_wrong_character_is_noticed(code: str, at: int, character: str) -> None:
    """Any, anywhere, the check characters included."""
    bare = _bare(code)
    assume(bare[at] != character)
    assert not is_check_code(bare[:at] + character + bare[at + 1 :])


@given(codes, positions, positions)
def test_two_swapped_characters_are_noticed(code: str, one: int, other: int) -> None:
    """Neighbours or not."""
    typed = list(_bare(code))
    assume(typed[one] != typed[other])
    typed[one], typed[other] = typed[other], typed[one]
    assert not is_check_code("".join(typed))


@given(codes, positions, positions, characters, characters)
def test_two_wrong_characters_are_noticed(code: str, one: int, other: int, first: str, second: str) -> None:
    """Any two, anywhere."""
    typed = list(_bare(code))
    assume(one != other and typed[one] != first and typed[other] != second)
    typed[one], typed[other] = first, second
    assert not is_check_code("".join(typed))


def _full_width(text: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) for character in text)


@given(codes)
def test_what_people_type_is_understood(code: str) -> None:
    """Lower case, no dashes, blanks, full width, other dashes."""
    bare = _bare(code)
    for typed in (
        code,
        bare,
        bare.lower(),
        f"  {code.lower()} ",
        _full_width(bare),
        code.replace("-", "－"),
        " ".join(bare),
    ):
        assert normal_check_code(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "4F7K", "4F7K-9QXM-2RT", "4F7K-9QXM-2RTCC", "0000-0000-0000", "任务任务任务任务任务任务"]
)
def test_what_cannot_be_a_code(typed: str) -> None:
    """Wrong length, wrong characters."""
    assert normal_check_code(typed) is None


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(typed: str) -> None:
    """And what is taken for a code is one in its normal form."""
    normal = normal_check_code(typed)
    assert normal is None or normal_check_code(normal) == normal
