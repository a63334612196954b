"""What other programs say of real workbooks: each kind, algorithm and language, small and over hundreds of tasks."""

from decimal import Decimal

import openpyxl
import pytest

from models.signing.package import read_package
from models.workbooks.cells import read_cells
from models.workbooks.kinds import FORMS
from tests.interop import open_xml_sdk as sdk
from tests.interop import xmlsec
from tests.interop.signed_workbooks import Signed, signed_workbooks
from tests.models.signing.samples import SIGNATURE, pack


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> list[Signed]:
    """All of them."""
    return list(signed_workbooks(tmp_path_factory.mktemp("进展 填报表")))


@pytest.mark.parametrize("judge", ["libreoffice", "apache_poi"])
def test_another_program_finds_a_workbook_valid(
    judge: str, request: pytest.FixtureRequest, workbooks: list[Signed]
) -> None:
    """And names the certificate that signed it."""
    opinions = request.getfixturevalue(judge).opinions([one.path for one in workbooks])
    found = {one.path.name: (opinion.valid, opinion.signer) for one, opinion in zip(workbooks, opinions, strict=True)}
    assert found == {one.path.name: (True, one.digest) for one in workbooks}


@pytest.mark.usefixtures("xmlsec1")
def test_xmlsec1_finds_each_signature_sound(workbooks: list[Signed]) -> None:
    """Its value over SignedInfo, and the digests of the three objects in it."""
    broken = [one.path.name for one in workbooks if not xmlsec.holds(one.data, one.signer.certificate.der)]
    assert not broken


@pytest.mark.usefixtures("xmlsec1")
def test_xmlsec1_does_find_faults(workbooks: list[Signed]) -> None:
    """A judge that never complains would be none."""
    parts = read_package(workbooks[0].data)
    changed = parts[SIGNATURE].replace(b"<xd:ClaimedRole>", b"<xd:ClaimedRole>x", 1)
    assert changed != parts[SIGNATURE]
    assert not xmlsec.holds(pack({**parts, SIGNATURE: changed}), workbooks[0].signer.certificate.der)
    another = next(one for one in workbooks if one.kind is not workbooks[0].kind)  # the algorithm is the same
    assert not xmlsec.holds(workbooks[0].data, another.signer.certificate.der)


@pytest.mark.usefixtures("open_xml_sdk")
def test_excel_has_nothing_to_repair(workbooks: list[Signed]) -> None:
    """By the schemas of Microsoft's own SDK."""
    complaints = sdk.complaints([one.path for one in workbooks])
    assert {one.path.name: said for one, said in zip(workbooks, complaints, strict=True) if said} == {}


def test_openpyxl_reads_the_same_values(workbooks: list[Signed]) -> None:
    """Each cell as our own reader has it; one sheet, no formula in it, however a text begins."""
    for one in workbooks:
        book = openpyxl.load_workbook(one.path)
        form = FORMS[one.kind]
        assert book.sheetnames == [form.sheet_name]
        ours = read_cells(read_package(one.data), form)
        theirs = {
            (cell.row - 1, cell.column - 1): (cell.data_type, _plain(cell.value))
            for row in book.active.iter_rows()
            for cell in row
            if cell.value is not None
        }
        meant = {
            (row, column): ("s" if isinstance(cell.value, str) else theirs[row, column][0], cell.value)
            for row, cells in enumerate(ours.rows)
            for column, cell in cells.items()
            if cell.value is not None
        }
        assert theirs == meant, one.path.name
        assert not [kind for kind, _ in theirs.values() if kind not in {"s", "n", "d"}]


def _plain(value: object) -> object:
    """Return what openpyxl reads as the cell has it: a number, also where it shows as a day."""
    if hasattr(value, "year"):
        return Decimal(repr(openpyxl.utils.datetime.to_excel(value))).normalize().quantize(Decimal("1E-10")).normalize()
    return Decimal(repr(value)).normalize() if isinstance(value, int | float) else value
