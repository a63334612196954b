"""Forms filled by hand and other programs: LibreOffice fills them in and saves them, the Open XML SDK judges them."""

import json
import subprocess
from pathlib import Path

import pytest

from models.workbooks.blank_form import write_blank_form
from models.workbooks.blank_form_read import FilledForm, read_blank_form
from models.workbooks.blank_form_values import Problem
from tests.interop import libreoffice as office
from tests.interop import open_xml_sdk as sdk
from tests.interop.judge import missing
from tests.models.workbooks.exchange_samples import year_assignment
from tests.models.workbooks.filled_forms import FILLED, PERIOD, blank, filled
from tests.models.workbooks.printing import SYSTEM_PYTHON, converted, environment

SCRIPT = Path(__file__).with_name("fill_with_libreoffice.py")
TYPED = {cell: value.isoformat() if hasattr(value, "isoformat") else value for cell, value in FILLED.items()}


@pytest.fixture(scope="module", autouse=True)
def _libreoffice() -> None:
    """Say so where LibreOffice is missing."""
    reason = office.what_is_missing()
    if reason:
        missing("LibreOffice", reason)


def filled_by_libreoffice(folder: Path, cells: dict[str, object]) -> FilledForm:
    """Let a LibreOffice of its own type into the form, as a person would, and save it."""
    source, target = folder / "form.xlsx", folder / "filled.xlsx"
    source.write_bytes(blank())
    subprocess.run(
        [SYSTEM_PYTHON, SCRIPT, source, target, folder, json.dumps(cells)],
        check=True,
        capture_output=True,
        timeout=180,
        env=environment(),
    )
    return read_blank_form(target.read_bytes())


def test_a_form_that_libreoffice_filled_is_read(tmp_path: Path) -> None:
    """Each figure, text, name and day as it was typed."""
    assert filled_by_libreoffice(tmp_path, TYPED) == read_blank_form(filled())


def test_what_people_type_in_libreoffice_is_read_or_told(tmp_path: Path) -> None:
    """Numbers as text, formulas with their value, percentages; and what can't be read by its cell."""
    more = {"G9": "'2,000", "G10": "=2+4", "G11": "２千", "G13": "45.5%"}
    form = filled_by_libreoffice(tmp_path, TYPED | more)
    assert not form.findings
    rows = [row for group in form.content.groups for row in group.rows]
    assert [str(row.amount) for row in rows] == ["2000", "6", "2000", "45.5", "None"]
    odd = filled_by_libreoffice(tmp_path, TYPED | {"G9": "=1/0", "G11": "约30次", "H14": "进行中"})
    assert [(finding.cell, finding.problem) for finding in odd.findings] == [
        ("G9", Problem.FORMULA),
        ("G11", Problem.NUMBER),
        ("H14", Problem.STATUS),
    ]


def test_a_form_that_libreoffice_saved_anew_says_the_same(tmp_path: Path) -> None:
    """Whoever filled it in."""
    assert read_blank_form(converted(filled(), tmp_path, "xlsx").read_bytes()) == read_blank_form(filled())


@pytest.mark.usefixtures("open_xml_sdk")
def test_excel_has_nothing_to_repair_in_a_form(tmp_path: Path) -> None:
    """By the schemas of Microsoft's own SDK, small and over hundreds of tasks."""
    paths = []
    for rows in (1, 10, 500):
        path = tmp_path / f"{rows}.xlsx"
        path.write_bytes(write_blank_form(year_assignment(rows=rows), PERIOD))
        paths.append(path)
    assert sdk.complaints(paths) == [[], [], []]
