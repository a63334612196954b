"""What other programs say of real returns: the form itself, small and over the whole of a year's tasks."""

from pathlib import Path

import openpyxl
import pytest

from models.signing.certificate import Algorithm
from models.signing.identity import create_identity
from models.workbooks.export import export_return
from tests.interop import open_xml_sdk as sdk
from tests.models.workbooks.samples import HEAD, MADE_AT, SIGNED_AT, full_content, small_content, year_content

_KINDS = [(algorithm, size) for algorithm in Algorithm for size in ("small", "draft", "year")]


@pytest.fixture(scope="module")
def returns(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """Each kind of return, with the digest of the certificate that signed it."""
    folder = tmp_path_factory.mktemp("进展 填报表")
    contents = {"small": small_content(), "draft": full_content(draft=True), "year": year_content()}
    signers = {}
    for algorithm, size in _KINDS:
        names = {"unit_name": HEAD.unit_name, "unit_code": HEAD.unit_code}
        identity = create_identity(**names, at=MADE_AT, algorithm=algorithm)
        path = folder / f"{algorithm} {size}.xlsx"
        path.write_bytes(export_return(contents[size], identity, at=SIGNED_AT).data)
        signers[path] = identity.certificate.digest
    return signers


@pytest.mark.parametrize("judge", ["libreoffice", "apache_poi"])
def test_another_program_finds_a_return_valid(
    judge: str, request: pytest.FixtureRequest, returns: dict[Path, str]
) -> None:
    """And names the unit's certificate."""
    opinions = request.getfixturevalue(judge).opinions(list(returns))
    assert [(opinion.valid, opinion.signer) for opinion in opinions] == [(True, signer) for signer in returns.values()]


@pytest.mark.usefixtures("open_xml_sdk")
def test_excel_has_nothing_to_repair_in_a_return(returns: dict[Path, str]) -> None:
    """By the schemas of Microsoft's own SDK."""
    assert sdk.complaints(list(returns)) == [[] for _ in returns]


def test_openpyxl_opens_a_return(returns: dict[Path, str]) -> None:
    """One sheet, no formula in it."""
    for path in returns:
        book = openpyxl.load_workbook(path)
        cells = [cell for row in book.active.iter_rows() for cell in row]
        assert len(book.sheetnames) == 1
        assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
