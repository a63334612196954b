"""Certificates out of .pfx files: good ones as openssl and Windows write them, and each way in which one is refused."""

import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core.errors import UserError
from models.signing.der import OCTET_STRING, SEQUENCE, tagged
from models.signing.identity import Identity, WrongPassphrase, protect, unlock
from models.signing.pfx import PfxRefused, read_pfx
from tests.models.signing.authority import OUR_SUBJECT, PASSPHRASE, Order, ec_key, issue, pfx, rsa_key, subject
from tests.models.signing.samples import CODE, NOW, UNIT


def read(
    data: bytes, passphrase: str = PASSPHRASE, *, at: datetime = NOW, unit: tuple[str, str] = (UNIT, CODE)
) -> Identity:
    return read_pfx(data, passphrase, unit_name=unit[0], unit_code=unit[1], at=at)


GOOD = pfx()


@pytest.mark.parametrize("key", [rsa_key(), ec_key()], ids=["rsa", "p-256"])
def test_a_units_own_certificate_becomes_its_identity(key: ec.EllipticCurvePrivateKey) -> None:
    """The unit is the workspace's; the file that it rests in remembers that."""
    made = read(pfx(Order(key=key)))
    assert (made.unit_name, made.unit_code, made.certificate.is_issued) == (UNIT, CODE, True)
    again = unlock(protect(made, "a long enough phrase"), "a long enough phrase")
    assert again == made or (again.fingerprint, again.unit_name, again.unit_code) == (made.fingerprint, UNIT, CODE)


def test_one_that_states_its_unit_is_for_that_unit_only() -> None:
    """As a county writes it that issues for this program."""
    data = pfx(Order(owner=OUR_SUBJECT))
    assert read(data).certificate.states_unit
    with pytest.raises(PfxRefused) as refused:
        read(data, unit=("微山县教育局", "370826"))
    assert (refused.value.reason, refused.value.shown_name) == ("other_unit", UNIT)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "format"),
        (b"hello, this is no such file", "format"),
        (GOOD[:-1], "format"),
        (GOOD + b"\0", "format"),
        (b"\x30\x83\x01\x11\x70" + bytes(70_000), "format"),
        (pfx(Order(signs=False)), "usage"),
        (pfx(Order(purposes=("1.3.6.1.5.5.7.3.1",))), "usage"),
        (pfx(Order(key=rsa_key(1024))), "key"),
        (pfx(Order(owner=subject("局" * 65))), "names"),
        (pfx(Order(until=NOW - timedelta(days=1))), "expired"),
        (pfx(Order(from_=NOW + timedelta(days=1))), "not_yet"),
    ],
)
def test_what_can_not_sign_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    """Cut, lengthened, something else; not for signing; too short; not now."""
    with pytest.raises(PfxRefused) as refused:
        read(data)
    assert refused.value.reason == reason


def test_a_wrong_passphrase_is_told_and_an_empty_one_may_be_right() -> None:
    """Some authorities lock with nothing."""
    for wrong in ("", "other", PASSPHRASE + " "):
        with pytest.raises(WrongPassphrase) as refused:
            read(GOOD, wrong)
        assert refused.value.protection == "pfx"
    assert read(pfx(passphrase=""), "").unit_code == CODE


def test_a_file_that_would_take_hours_to_open_is_refused_at_once() -> None:
    """How often its keys are derived stands in the file."""
    rounds = tagged(SEQUENCE, tagged(OCTET_STRING, bytes(20)), b"\x02\x04\x7f\xff\xff\xff")
    with pytest.raises(PfxRefused) as refused:
        read(tagged(SEQUENCE, b"\x02\x01\x03", rounds))
    assert refused.value.reason == "format"
    for few in (b"\x02\x02\x08\x00", b"\x02\x03\x09\x27\xc0"):
        with pytest.raises(WrongPassphrase):
            read(tagged(SEQUENCE, b"\x02\x01\x03", tagged(SEQUENCE, tagged(OCTET_STRING, bytes(20)), few)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_changed_byte_never_ends_in_anything_but_a_refusal_or_the_same_identity(at: int, difference: int) -> None:
    """Its own check sum covers all that matters."""
    changed = GOOD[:at] + bytes([GOOD[at] ^ difference]) + GOOD[at + 1 :]
    try:
        assert read(changed).fingerprint == read(GOOD).fingerprint
    except UserError as error:
        assert isinstance(error, PfxRefused | WrongPassphrase)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
@pytest.mark.parametrize("how", [[], ["-legacy"], ["-legacy", "-descert"]], ids=["aes", "rc2-40", "3des"])
def test_files_of_other_programs_open(tmp_path: Path, how: list[str]) -> None:
    """As today's openssl writes them, and as Windows did for twenty years."""
    order = Order()
    key, certificate, made = (tmp_path / name for name in ("key.pem", "certificate.pem", "unit.pfx"))
    key.write_bytes(order.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    certificate.write_bytes(issue(order).public_bytes(Encoding.PEM))
    command = ["openssl", "pkcs12", "-export", *how, "-inkey", str(key), "-in", str(certificate), "-out", str(made)]
    subprocess.run([*command, "-passout", "pass:words"], check=True, capture_output=True)
    assert read(made.read_bytes(), "words").unit_name == UNIT
