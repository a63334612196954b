"""Assignments and receipts on paper, through LibreOffice: nothing is cut, each page says which file it belongs to."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from models.workbooks import assignment_form, receipt_form
from models.workbooks.assignment_canonical import assignment_check_code
from models.workbooks.assignment_form import write_assignment
from models.workbooks.blank_form import write_blank_form
from models.workbooks.receipt_canonical import receipt_check_code
from models.workbooks.receipt_form import write_receipt
from tests.models.workbooks.exchange_samples import (
    accepted_receipt,
    small_assignment,
    small_receipt,
    year_assignment,
    year_receipt,
)
from tests.models.workbooks.filled_forms import PERIOD
from tests.models.workbooks.printing import HAS_UNO, MISSING, bare, converted, pages_of, row_heights
from tests.models.workbooks.samples import FINGERPRINT

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

ASSIGNMENT, RECEIPT = year_assignment(rows=200), year_receipt(rows=120)
WRITTEN = {
    "assignment": write_assignment(ASSIGNMENT, fingerprint=FINGERPRINT),
    "receipt": write_receipt(RECEIPT, fingerprint=FINGERPRINT),
}
TABLES = {
    "assignment": range(assignment_form.FIRST_ROW, -len(assignment_form.FOOT_HEIGHTS)),
    "receipt": range(receipt_form.DECISION_ROW, -len(receipt_form.FOOT_HEIGHTS)),
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """Print both once."""
    yield {kind: converted(data, tmp_path_factory.mktemp(f"纸 {kind}"), "pdf") for kind, data in WRITTEN.items()}


@pytest.mark.skipif(not HAS_UNO, reason="not installed: python3-uno")
@pytest.mark.parametrize("kind", WRITTEN)
def test_rows_are_at_least_as_tall_as_libreoffice_would_make_them(kind: str, tmp_path: Path) -> None:
    workbook = tmp_path / "workbook.xlsx"
    workbook.write_bytes(WRITTEN[kind])
    needed = row_heights(workbook, tmp_path)
    sheet = openpyxl.load_workbook(workbook).active
    assert sheet is not None
    given = [sheet.row_dimensions[index].height for index in range(1, len(needed) + 1)]
    table = range(TABLES[kind].start, len(needed) + TABLES[kind].stop)
    assert len(table) > 100
    assert {index: (given[index], needed[index]) for index in table if given[index] < needed[index]} == {}
    # Nor is paper wasted: lines of a text are counted, not guessed.
    assert sum(given[index] for index in table) < 1.25 * sum(max(needed[index], 33.0) for index in table)


def test_every_text_of_an_assignment_is_on_the_pages(pdfs: dict[str, Path]) -> None:
    said = bare("".join(pages_of(pdfs["assignment"], "-raw")))
    for row in (row for group in ASSIGNMENT.groups for row in group.rows):
        for text in (row.task_text, *row.lead, *row.support, row.indicator_name):
            assert bare(text) in said, text


def test_every_text_of_a_receipt_is_on_the_pages(pdfs: dict[str, Path]) -> None:
    said = bare("".join(pages_of(pdfs["receipt"], "-raw")))
    for row in RECEIPT.rows:
        assert bare(row.task_text) in said and bare(row.comment) in said, row


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_page_bears_code_fingerprint_number_and_headings(kind: str, pdfs: dict[str, Path]) -> None:
    code = assignment_check_code(ASSIGNMENT) if kind == "assignment" else receipt_check_code(RECEIPT)
    form = assignment_form if kind == "assignment" else receipt_form
    pages = pages_of(pdfs[kind], "-layout")
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        said = bare(page)
        assert f"数据校验码：{code}" in said
        assert bare(f"签名指纹：{FINGERPRINT}") in said
        assert f"第{number}页，共{len(pages)}页" in said
        assert "".join(column.heading for column in form.COLUMNS) in said
        assert "###" not in said


@pytest.mark.parametrize(("kind", "size"), [("assignment", (842, 595)), ("receipt", (595, 842))])
def test_paper_is_a4(kind: str, size: tuple[int, int], pdfs: dict[str, Path]) -> None:
    facts = subprocess.run(["pdfinfo", pdfs[kind]], check=True, capture_output=True, timeout=60).stdout.decode()
    width, height = re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", facts)[0]
    assert (round(float(width)), round(float(height))) == size


def test_the_foot_stands_below_the_last_row(pdfs: dict[str, Path]) -> None:
    assignment, receipt = (bare(pages_of(pdfs[kind], "-layout")[-1]) for kind in WRITTEN)
    last = ASSIGNMENT.groups[-1].rows[-1]
    assert str(last.number) in assignment and "下达单位（盖章）：" in assignment
    assert RECEIPT.rows[-1].task_id in receipt and "审核单位（盖章）：" in receipt


def test_small_ones_are_one_page(tmp_path: Path) -> None:
    written = (
        write_assignment(small_assignment(), fingerprint=FINGERPRINT),
        write_receipt(small_receipt(), fingerprint=FINGERPRINT),
        write_receipt(accepted_receipt(), fingerprint=FINGERPRINT),
        write_blank_form(small_assignment(), PERIOD),
    )
    for number, data in enumerate(written):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert len(pages_of(converted(data, folder, "pdf"))) == 1
