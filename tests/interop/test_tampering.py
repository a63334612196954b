"""The tamper table: none of these files passes for the return that was signed, and each refusal names its reason."""

import warnings
from pathlib import Path

import pytest

from models.signing.findings import Code, Outcome
from models.signing.verify import PackageWithheld, verify
from tests.interop.tamper_table import WAYS, page
from tests.interop.tampering import Way, trust
from tests.models.signing.samples import signed


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
def test_our_verifier_refuses_with_the_reason(way: Way, said: dict[str, dict[str, str]]) -> None:
    """The outcome, the code of the first finding and its place; and the parts stay withheld."""
    verdict = verify(way.file(), trust())
    said[way.name]["ours"] = verdict.outcome.value
    first = verdict.findings[0]
    assert verdict.outcome is way.outcome, verdict
    assert way.code in {None, first.code}, verdict
    assert way.where in {None, first.where}, verdict
    assert first.code is not Code.INTERNAL
    with pytest.raises(PackageWithheld):
        verdict.package()


def test_the_page_of_the_documentation_lists_the_table() -> None:
    """To be written anew with: python -m tests.interop.tamper_table > docs/tamper-table.md."""
    written = Path(__file__).resolve().parents[2] / "docs" / "tamper-table.md"
    assert written.read_text("utf-8") == page()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All tampered files, in the order of the table."""
    folder = tmp_path_factory.mktemp("tampered")
    paths = []
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Duplicate name")
        for number, way in enumerate(WAYS):
            path = folder / f"{number}.xlsx"
            path.write_bytes(way.file())
            paths.append(path)
    return paths


@pytest.mark.parametrize("judge", ["libreoffice", "apache_poi"])
def test_another_program_calls_no_more_of_them_valid_than_was_measured(
    judge: str, request: pytest.FixtureRequest, files: list[Path], said: dict[str, dict[str, str]]
) -> None:
    """They call many valid, so they are no measure of safety. Newer ones may be stricter than the table says."""
    opinions = request.getfixturevalue(judge).opinions(files)
    for way, opinion in zip(WAYS, opinions, strict=True):
        name = "LibreOffice" if judge == "libreoffice" else "Apache POI"
        said[way.name][name] = "VALID" if opinion.valid else "not valid"
    valid = {way.name for way, opinion in zip(WAYS, opinions, strict=True) if opinion.valid}
    known = {way.name for way in WAYS if (way.libreoffice if judge == "libreoffice" else way.poi)}
    assert valid <= known
