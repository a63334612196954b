"""The tamper table: none of these files passes for the return that was signed, and each refusal names its reason."""

from pathlib import Path

import pytest

from models.signing.findings import Code, Outcome
from models.signing.verify import PackageWithheld, verify
from tests.interop import tampering_container, tampering_content, tampering_signature
from tests.interop.libreoffice import LibreOffice
from tests.interop.tampering import Way, trust
from tests.models.signing.samples import signed

WAYS = tampering_content.table.ways + tampering_container.table.ways + tampering_signature.table.ways


def test_the_untampered_file_is_trusted() -> None:
    """Without this the table would prove nothing."""
    assert verify(signed(), trust()).outcome is Outcome.TRUSTED


def test_the_table_is_long_and_names_no_way_twice() -> None:
    """At least 60 ways."""
    names = [way.name for way in WAYS]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_our_verifier_refuses_with_the_reason(way: Way) -> None:
    """The outcome, the code of the first finding and its place; and the parts stay withheld."""
    verdict = verify(way.file(), trust())
    first = verdict.findings[0]
    assert verdict.outcome is way.outcome, verdict
    assert way.code in {None, first.code}, verdict
    assert way.where in {None, first.where}, verdict
    assert first.code is not Code.INTERNAL
    with pytest.raises(PackageWithheld):
        verdict.package()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_libreoffice_calls_no_more_of_them_valid_than_was_measured(libreoffice: LibreOffice, tmp_path: Path) -> None:
    """It calls many valid, which is why it is no measure of safety. A newer one may be stricter than the table says."""
    paths = []
    for number, way in enumerate(WAYS):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(way.file())
        paths.append(path)
    opinions = libreoffice.opinions(paths)
    valid = {way.name for way, opinion in zip(WAYS, opinions, strict=True) if opinion.valid}
    assert valid <= {way.name for way in WAYS if way.libreoffice}
