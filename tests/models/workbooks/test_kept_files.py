"""Files that were written once and kept: what is written today is the same, and what was written stays readable."""

from pathlib import Path

from models.signing.package import read_package
from models.signing.trust import Trust
from models.workbooks.assignment_printable import assignment_as_printed
from models.workbooks.printable import as_printed
from models.workbooks.receipt_printable import receipt_as_printed
from models.workbooks.receive import look_at, look_at_assignment, look_at_receipt
from models.workbooks.return_form import write_return
from tests.models.workbooks.exchange_samples import small_assignment, small_receipt
from tests.models.workbooks.samples import full_content

KEPT = Path(__file__).resolve().parents[2] / "data"


def test_a_return_is_written_as_ever_to_the_last_byte() -> None:
    """Programs that are out there read form 2 as it is; any change to it would make the next number."""
    kept = (KEPT / "returns" / "form-2.xlsx").read_bytes()
    verified = look_at(kept, Trust())
    assert verified.content == as_printed(full_content())
    today = read_package(write_return(full_content(), fingerprint=verified.signer.fingerprint))
    before = read_package(kept)
    parts = {name for name in before if name.startswith(("xl/", "docProps/"))}
    assert {name for name in today if name.startswith(("xl/", "docProps/"))} == parts
    assert [name for name in sorted(parts) if today[name] != before[name]] == []


def test_an_assignment_of_form_1_stays_readable() -> None:
    verified = look_at_assignment((KEPT / "assignments" / "form-1.xlsx").read_bytes(), Trust())
    assert verified.content == assignment_as_printed(small_assignment(remark="请于4月10日前确认。"))


def test_a_receipt_of_form_1_stays_readable() -> None:
    verified = look_at_receipt((KEPT / "receipts" / "form-1.xlsx").read_bytes(), Trust())
    assert verified.content == receipt_as_printed(small_receipt())
