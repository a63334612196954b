"""The printed pages, through LibreOffice: nothing is cut, each page says which file it belongs to.

Skipped where LibreOffice or poppler is missing; build/dev.py test installs them where it may.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from models.work.return_content import ReturnContent
from models.workbooks.canonical import return_check_code
from models.workbooks.printable import as_printed
from models.workbooks.return_form import FIRST_ROW, write_return
from models.workbooks.sign_off_block import CURRENT
from tests.models.workbooks.printing import HAS_UNO, MISSING, bare, converted, pages_of, row_heights
from tests.models.workbooks.samples import FINGERPRINT, full_content, small_content, year_content

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def printed(content: ReturnContent, folder: Path) -> Path:
    """Print a return to PDF."""
    return converted(write_return(content, fingerprint=FINGERPRINT), folder, "pdf")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ReturnContent, Path]]:
    """Print a whole year's return once."""
    content = as_printed(year_content())
    yield content, printed(content, tmp_path_factory.mktemp("纸 print"))


@pytest.mark.skipif(not HAS_UNO, reason="not installed: python3-uno")
def test_rows_are_at_least_as_tall_as_libreoffice_would_make_them(tmp_path: Path) -> None:
    # A PDF holds clipped text too, so the pages alone can't tell.
    workbook = tmp_path / "return.xlsx"
    workbook.write_bytes(write_return(year_content(), fingerprint=FINGERPRINT))
    needed = row_heights(workbook, tmp_path)
    rows = openpyxl.load_workbook(workbook)["进展填报表"].row_dimensions
    given = [rows[index].height for index in range(1, len(needed) + 1)]
    table = range(FIRST_ROW, len(needed) - len(CURRENT.heights))
    assert len(table) > 100
    assert {index: (given[index], needed[index]) for index in table if given[index] < needed[index]} == {}
    # Nor is paper wasted: lines of a text are counted, not guessed.
    assert sum(given[index] for index in table) < 1.25 * sum(max(needed[index], 33.0) for index in table)


def test_every_text_is_on_the_pages(year: tuple[ReturnContent, Path]) -> None:
    content, pdf = year
    # Raw order keeps the lines of a cell together.
    said = bare("".join(pages_of(pdf, "-raw")))
    for group in content.groups:
        for row in group.rows:
            for text in (row.narrative, row.problems, row.next_steps, row.remark, row.task_text):
                assert bare(text) in said, text


def test_every_page_bears_code_fingerprint_number_and_headings(year: tuple[ReturnContent, Path]) -> None:
    content, pdf = year
    pages = pages_of(pdf, "-layout")
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        said = bare(page)
        assert f"数据校验码：{return_check_code(content)}" in said
        assert bare(f"签名指纹：{FINGERPRINT}") in said
        assert f"第{number}页，共{len(pages)}页" in said
        assert "序号任务编号工作任务指标目标值累计完成完成率进展状态红黄绿灯进展情况存在问题下一步打算备注" in said


def test_no_number_is_replaced_by_signs(year: tuple[ReturnContent, Path]) -> None:
    assert "###" not in "".join(pages_of(year[1]))


def test_paper_is_a4_landscape(year: tuple[ReturnContent, Path]) -> None:
    facts = subprocess.run(["pdfinfo", year[1]], check=True, capture_output=True, timeout=60).stdout.decode()
    width, height = re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", facts)[0]
    assert (round(float(width)), round(float(height))) == (842, 595)


def test_sign_off_stands_below_the_last_row_and_no_group_row_ends_a_page(year: tuple[ReturnContent, Path]) -> None:
    content, pdf = year
    pages = [bare(page) for page in pages_of(pdf, "-layout")]
    last = content.groups[-1].rows[-1]
    assert last.task_id in pages[-1] and "单位负责人（签字）：" in pages[-1]
    for page in pages:
        before_footer = page.split("数据校验码：")[-2 if page is pages[0] else 0]
        assert not re.search(r"·\d+．[^—]{2,30}$", before_footer)


def test_a_small_return_is_one_page(tmp_path: Path) -> None:
    assert len(pages_of(printed(small_content(), tmp_path))) == 1


def test_a_draft_says_so_on_every_page_and_lists_its_evidence(tmp_path: Path) -> None:
    year, draft = year_content(), full_content(draft=True)
    row = year.groups[0].rows[0]
    evidence = [replace(file, number=row.number, task_id=row.task_id) for file in draft.evidence]
    content = ReturnContent(head=draft.head, groups=year.groups, evidence=tuple(evidence))
    pages = [bare(page) for page in pages_of(printed(content, tmp_path), "-layout")]
    assert len(pages) > 5
    assert all(page.startswith("草稿") for page in pages)
    assert "填报表（草稿）" in pages[0]
    said = "".join(pages)
    for file in evidence:
        assert bare(file.name) in said and file.sha256 in said and f"{file.size:,}字节" in said
    assert "签批时间：2021年6月24日08:55" in said
    assert "###" not in said


def test_no_final_return_says_draft(year: tuple[ReturnContent, Path]) -> None:
    assert "草稿" not in bare("".join(pages_of(year[1])))
