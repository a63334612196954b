"""Workbooks through LibreOffice: converted, printed, and asked how tall the rows should be.

build/dev.py test installs LibreOffice and poppler where it may; where they are missing, what needs them is skipped.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

MISSING = [program for program in ("soffice", "pdftotext", "pdfinfo") if shutil.which(program) is None]
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that python3-uno belongs to
HAS_UNO = (
    Path(SYSTEM_PYTHON).exists()
    and subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0
)


def environment() -> dict[str, str]:
    """Return an environment without the virtual environment's Python, which Debian's own must not see."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}


def converted(workbook: bytes, folder: Path, kind: str) -> Path:
    """Let a LibreOffice with a profile of its own convert a workbook."""
    sheet, outcome = folder / "return.xlsx", folder / "converted"
    sheet.write_bytes(workbook)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            outcome,
            sheet,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return outcome / f"return.{kind}"


def pages_of(pdf: Path, *options: str) -> list[str]:
    """Return the text of each page."""
    text = subprocess.run(["pdftotext", *options, pdf, "-"], check=True, capture_output=True, timeout=60).stdout
    return text.decode("utf-8").split("\f")[:-1]


def bare(text: str) -> str:
    """Leave out all blanks, which depend on where lines are broken."""
    return re.sub(r"\s", "", text)


def row_heights(workbook: Path, folder: Path) -> list[float]:
    """Return how tall LibreOffice would make each row of a file's first sheet, in points; it needs ``HAS_UNO``."""
    script = Path(__file__).with_name("ask_row_heights.py")
    answer = subprocess.run(
        [SYSTEM_PYTHON, script, workbook, folder], check=True, capture_output=True, timeout=180, env=environment()
    )
    found: list[float] = json.loads(answer.stdout)
    return found
