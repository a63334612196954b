"""What other programs say of our signed workbooks."""

from pathlib import Path

import pytest

from models.signing.certificate import Algorithm
from models.signing.findings import Code, Outcome
from models.signing.sign import sign
from models.signing.trust import Trust
from models.signing.verify import verify
from tests.interop import open_xml_sdk as sdk
from tests.interop.apache_poi import ApachePoi
from tests.interop.judge import Opinion
from tests.interop.libreoffice import LibreOffice
from tests.models.signing.authority import OUR_SUBJECT, Order, ec_key, issued_identity, rsa_key
from tests.models.signing.samples import NOW, PURPOSE, ROLE, SHEET, identity, pack, signed, unpack, workbook

_SIZES = (1, 10, 500)
_KINDS = [(algorithm, rows) for algorithm in Algorithm for rows in _SIZES]


def _changed(data: bytes) -> bytes:
    parts = unpack(data)
    changed = parts[SHEET].replace(b"<v>1001.25</v>", b"<v>9001.25</v>")
    assert changed != parts[SHEET]
    return pack({**parts, SHEET: changed})


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    """Each kind of workbook, good and with one cell changed."""
    folder = tmp_path_factory.mktemp("signed 进展")
    pairs = []
    for algorithm, rows in _KINDS:
        good, bad = folder / f"{algorithm} {rows}.xlsx", folder / f"{algorithm} {rows} changed.xlsx"
        good.write_bytes(signed(algorithm, rows))
        bad.write_bytes(_changed(signed(algorithm, rows)))
        pairs.append((good, bad))
    return pairs


@pytest.mark.parametrize("judge", ["libreoffice", "apache_poi"])
def test_another_program_finds_our_signatures_valid_and_names_our_certificate(
    judge: str, request: pytest.FixtureRequest, files: list[tuple[Path, Path]]
) -> None:
    """Each algorithm and size."""
    opinions = _ask(judge, request, [good for good, _ in files])
    for (algorithm, rows), opinion in zip(_KINDS, opinions, strict=True):
        expected = identity(algorithm).certificate.digest
        assert (opinion.valid, opinion.signer, opinion.error) == (True, expected, None), (algorithm, rows)


@pytest.mark.parametrize("judge", ["libreoffice", "apache_poi"])
def test_another_program_finds_a_changed_cell(
    judge: str, request: pytest.FixtureRequest, files: list[tuple[Path, Path]]
) -> None:
    """Each algorithm and size."""
    opinions = _ask(judge, request, [bad for _, bad in files])
    for kind, opinion in zip(_KINDS, opinions, strict=True):
        assert (opinion.signed, opinion.valid) == (True, False), kind


def _ask(judge: str, request: pytest.FixtureRequest, paths: list[Path]) -> list[Opinion]:
    program: LibreOffice | ApachePoi = request.getfixturevalue(judge)
    return program.opinions(paths)


def test_our_verifier_agrees_with_them(files: list[tuple[Path, Path]]) -> None:
    """The good ones are trusted, and of the changed ones it names the sheet."""
    for (algorithm, _), (good, bad) in zip(_KINDS, files, strict=True):
        trust = Trust(expected=identity(algorithm).fingerprint)
        assert verify(good.read_bytes(), trust).outcome is Outcome.TRUSTED
        verdict = verify(bad.read_bytes(), trust)
        found = [(finding.code, finding.where) for finding in verdict.findings]
        assert (verdict.outcome, found) == (Outcome.ALTERED, [(Code.PART_CHANGED, f"/{SHEET}")])


@pytest.mark.usefixtures("open_xml_sdk")
def test_the_open_xml_sdk_finds_nothing_to_repair(files: list[tuple[Path, Path]]) -> None:
    """Signing breaks no rule of the package or of its parts."""
    assert sdk.complaints([good for good, _ in files]) == [[] for _ in files]


@pytest.mark.usefixtures("open_xml_sdk")
def test_the_open_xml_sdk_does_find_faults(tmp_path: Path) -> None:
    """A judge that never complains would be none."""
    parts = unpack(signed())
    path = tmp_path / "faulty.xlsx"
    path.write_bytes(pack({**parts, SHEET: parts[SHEET].replace(b"<row ", b"<line ").replace(b"</row>", b"</line>")}))
    assert any("sheet1.xml" in complaint for complaint in sdk.complaints([path])[0])


@pytest.mark.parametrize("judge", ["libreoffice", "apache_poi"])
def test_another_program_finds_a_signature_with_an_authoritys_certificate_valid(
    judge: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """RSA of 2048 bits and P-256, as a county or a licensed authority issues them; and one that states its unit."""
    orders = [Order(key=rsa_key()), Order(key=ec_key()), Order(key=rsa_key(), owner=OUR_SUBJECT)]
    paths, digests = [], []
    for number, order in enumerate(orders):
        signer = issued_identity(order)
        path = tmp_path / f"issued {number}.xlsx"
        path.write_bytes(sign(workbook(), signer, at=NOW, purpose=PURPOSE, role=ROLE))
        paths.append(path)
        digests.append(signer.certificate.digest)
    opinions = _ask(judge, request, paths)
    assert [(one.valid, one.signer, one.error) for one in opinions] == [(True, digest, None) for digest in digests]
