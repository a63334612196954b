"""The verdict: what it hands out, and that nothing but the signed parts ever passes. Attacks stand in tests/interop."""

import random
import re
import sys
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.signing import language
from models.signing import verify as module
from models.signing.certificate import Algorithm
from models.signing.findings import Code, Outcome
from models.signing.package import write_package
from models.signing.trust import Trust
from models.signing.verify import PackageWithheld, Verdict, verify
from tests.models.signing.samples import CODE, NOW, PURPOSE, ROLE, UNIT, identity, pack, signed, unpack, utc

KNOWN = Trust(expected=identity().fingerprint)


@pytest.mark.parametrize("algorithm", Algorithm)
def test_a_good_file_is_trusted_and_says_who_when_and_what_for(algorithm: Algorithm) -> None:
    """Each algorithm."""
    certificate = identity(algorithm).certificate
    verdict = verify(signed(algorithm), Trust(pinned={CODE: frozenset({certificate.digest})}))
    assert (verdict.outcome, verdict.findings) == (Outcome.TRUSTED, ())
    assert verdict.signer is not None
    assert (verdict.signer.name, verdict.signer.code) == (UNIT, CODE)
    assert (verdict.signer.fingerprint, verdict.signer.digest) == (certificate.fingerprint, certificate.digest)
    assert (verdict.signed_at, verdict.purpose, verdict.role) == (utc(NOW), PURPOSE, ROLE)


def test_a_trusted_package_holds_the_covered_parts_and_no_others() -> None:
    """The unsigned document properties are not handed out, and nothing can be put in."""
    package = verify(signed(), KNOWN).package()
    assert package.is_confirmed
    assert dict(package.parts) == {n: raw for n, raw in unpack(signed()).items() if language.is_covered(n)}
    assert "docProps/core.xml" not in package.parts
    with pytest.raises(TypeError):
        package.parts["xl/workbook.xml"] = b""  # type: ignore[index]


def test_an_unknown_signer_is_shown_only_to_who_asks_for_it_by_name() -> None:
    """A collector that forgets to think gets an error, not figures."""
    verdict = verify(signed(), Trust())
    assert verdict.outcome is Outcome.SIGNER_UNKNOWN
    assert [finding.code for finding in verdict.findings] == [Code.SIGNER_NOT_CONFIRMED]
    with pytest.raises(PackageWithheld):
        verdict.package()
    assert not verdict.unconfirmed_package().is_confirmed


def test_no_other_outcome_hands_out_anything() -> None:
    """Not even with a package inside."""
    package = verify(signed(), KNOWN).package()
    for outcome in set(Outcome) - {Outcome.TRUSTED, Outcome.SIGNER_UNKNOWN}:
        with pytest.raises(PackageWithheld):
            Verdict(outcome, _package=package).unconfirmed_package()


def test_packing_anew_changes_nothing_that_is_signed() -> None:
    """Another order, stored, other dates."""
    again = pack(dict(reversed(unpack(signed()).items())), method=0)
    assert verify(again, KNOWN).outcome is Outcome.TRUSTED


def test_the_unsigned_properties_may_change() -> None:
    """As in Office; nothing of them is used."""
    parts = unpack(signed())
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"<dc:creator>", b"<dc:creator>x")
    assert verify(pack(parts), KNOWN).outcome is Outcome.TRUSTED


def test_every_changed_part_is_named() -> None:
    """Not only the first."""
    parts = {
        n: raw.replace("进展".encode(), "退步".encode())
        for n, raw in unpack(signed()).items()
        if n != language.SIGNATURE
    }
    verdict = verify(pack({**parts, language.SIGNATURE: unpack(signed())[language.SIGNATURE]}), KNOWN)
    assert [f.where for f in verdict.findings] == ["/xl/sharedStrings.xml", "/xl/workbook.xml"]
    assert verdict.signer is not None


def _is_refused_or_the_same(data: bytes) -> None:
    verdict = verify(data, KNOWN)
    assert all(finding.code is not Code.INTERNAL for finding in verdict.findings), verdict
    if verdict.outcome in {Outcome.TRUSTED, Outcome.SIGNER_UNKNOWN}:
        assert dict(verdict.unconfirmed_package().parts) == dict(verify(signed(), KNOWN).package().parts)


@settings(max_examples=500, deadline=None)
@given(st.integers(0, len(signed()) - 1), st.binary(min_size=1, max_size=4))
def test_noise_in_the_file_never_passes_as_something_else(at: int, noise: bytes) -> None:
    """Anywhere in the container."""
    _is_refused_or_the_same(signed()[:at] + noise + signed()[at + len(noise) :])


_PARTS = unpack(signed())
_PLACES = st.sampled_from(sorted(name for name, raw in _PARTS.items() if raw)).flatmap(
    lambda name: st.tuples(st.just(name), st.integers(0, len(_PARTS[name]) - 1))
)


@settings(max_examples=1500, deadline=None)
@given(
    _PLACES,
    st.one_of(st.binary(min_size=0, max_size=3), st.sampled_from([b"<", b">", b"&", b'"', b"<!--", b"</"])),
    st.integers(0, 40),
)
def test_noise_within_a_part_never_passes_as_something_else(place: tuple[str, int], noise: bytes, cut: int) -> None:
    """With a container around it that is in order, so that the signature has to notice."""
    name, at = place
    raw = _PARTS[name]
    _is_refused_or_the_same(write_package({**_PARTS, name: raw[:at] + noise + raw[at + cut :]}))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(_PARTS)), unique=True),
    st.sampled_from(sorted(_PARTS)),
    st.sampled_from(sorted(_PARTS)),
)
def test_parts_left_out_or_exchanged_never_pass_as_something_else(left_out: list[str], one: str, other: str) -> None:
    """Whole parts this time."""
    parts = {**_PARTS, one: _PARTS[other], other: _PARTS[one]}
    _is_refused_or_the_same(write_package({name: raw for name, raw in parts.items() if name not in left_out}))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_get_a_verdict(data: bytes) -> None:
    """It never raises."""
    verdict = verify(data, Trust())
    assert verdict.outcome in {Outcome.NOT_OURS, Outcome.DAMAGED}
    assert verdict.findings[0].code is not Code.INTERNAL


def test_a_bug_in_here_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """And says so."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "_require_signature", broken)
    verdict = verify(signed(), KNOWN)
    assert (verdict.outcome, verdict.findings[0].code) == (Outcome.NOT_OURS, Code.INTERNAL)
    assert verdict.findings[0].where == "ZeroDivisionError"


def _dense(size: int) -> bytes:
    """Plain XML that deflates to about a hundredth."""
    return language.PROLOG.encode() + b"".join(b"%07d" % n + b" " * 993 for n in range(size // 1000))


_MANY_REFERENCES = b"<Manifest>" + b'<Reference URI="/a?ContentType=b"></Reference>' * 700


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"xl/sharedStrings.xml": _dense(8_000_000), "xl/styles.xml": _dense(4_000_000)}, id="large parts"),
        pytest.param({language.CONTENT_TYPES: _dense(8_000_000)}, id="large content types"),
        pytest.param({language.SIGNATURE: _dense(8_000_000)}, id="large signature"),
        pytest.param(
            {language.SIGNATURE: _PARTS[language.SIGNATURE].replace(b"<Manifest>", _MANY_REFERENCES)},
            id="many references",
        ),
    ],
)
def test_a_hostile_file_costs_little(change: dict[str, bytes]) -> None:
    """0.05 s and some tens of megabytes; a busy machine is given ten times that."""
    data = write_package({**_PARTS, **change})
    tracemalloc.start()
    verify(data, KNOWN)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    start = time.perf_counter()
    assert verify(data, KNOWN).outcome is not Outcome.TRUSTED
    assert time.perf_counter() - start < 0.5
    assert peak < 60_000_000


def _mutated(chance: random.Random) -> bytes:
    """A package with one to three changes that know its structure, in a container that is in order (mostly)."""
    parts = dict(_PARTS)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(parts))
        tokens = re.findall(rb"<[^>]*>|[^<]+", parts[name]) or [b""]
        at = chance.randrange(len(tokens))
        other = re.findall(rb"<[^>]*>|[^<]+", _PARTS[chance.choice(sorted(_PARTS))]) or [b""]
        match chance.randrange(7):
            case 0:
                del tokens[at]
            case 1:
                tokens.insert(at, tokens[chance.randrange(len(tokens))])
            case 2:
                tokens[at] = chance.choice(other)
            case 3:
                tokens[at] = (
                    tokens[at][: len(tokens[at]) // 2] + chance.randbytes(2) + tokens[at][len(tokens[at]) // 2 :]
                )
            case 4:
                tokens[at] = re.sub(rb"[0-9]", lambda _: b"%d" % chance.randrange(10), tokens[at], count=1)
            case 5:
                parts.pop(name)
                continue
            case 6:
                name = chance.choice([*parts, name.upper(), f"xl/{chance.randrange(9)}.xml", f"../{name}"])
        parts[name] = b"".join(tokens)
    data = bytearray(write_package(parts))
    if chance.random() < 0.2:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


@pytest.mark.slow
def test_ten_thousand_mutated_packages() -> None:
    """No false accept, no crash, no memory; each run another ten thousand, told by their seed."""
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    before = _most_memory()
    for number in range(10_000):
        try:
            _is_refused_or_the_same(_mutated(chance))
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, package {number}") from error
    assert _most_memory() - before < 200_000_000, f"seed {seed}"


def _most_memory() -> int:
    """Return the most memory that this process has ever had, in bytes; 0 where the system doesn't say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
