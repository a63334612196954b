"""A PIN is kept so that it can be compared and not read, and wrong ones cost more and more time."""

import pytest

from models.core.pin import PinUnfit, hash_pin, pause_after, pin_fits

SALT = bytes(range(16))


@pytest.mark.parametrize("typed", ["2468", " 2468 ", "\uff12\uff14\uff16\uff18"])
def test_the_same_pin_fits_however_an_input_method_writes_it(typed: str) -> None:
    assert pin_fits(typed, hash_pin("2468", salt=SALT))


@pytest.mark.parametrize("typed", ["", "1357", "24680", "246", "x" * 10_000, "\ud800"])
def test_another_does_not(typed: str) -> None:
    assert not pin_fits(typed, hash_pin("2468", salt=SALT))


def test_nothing_of_the_pin_is_kept_and_a_salt_makes_equal_pins_differ() -> None:
    kept, other = hash_pin("24682468", salt=SALT), hash_pin("24682468", salt=bytes(16))
    assert "2468" not in kept.replace(SALT.hex(), "")
    assert kept != other


@pytest.mark.parametrize("pin", ["", "123", "   1 ", "1" * 65])
def test_a_pin_has_a_length(pin: str) -> None:
    with pytest.raises(PinUnfit):
        hash_pin(pin, salt=SALT)


@pytest.mark.parametrize("kept", ["", "2468", "scrypt:1073741824:8:1:" + "0" * 32 + ":" + "0" * 64])
def test_what_was_not_kept_by_this_program_fits_nothing(kept: str) -> None:
    assert not pin_fits("2468", kept)


def test_the_pause_grows_and_has_an_end() -> None:
    pauses = [pause_after(failures) for failures in range(30)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[1], pauses[-1]) == (0, 1, 900)
