"""A file to a plan: may it be opened, is it small enough, what is in it; then ``parse`` takes over.

A closed door: bytes from outside become a ``Plan`` here or a refusal. What a file is, is told by its content:

1. it is a file that may be opened, and no larger than its kind can be;
2. its content is that of a text, a .docx, an .xlsx or a .pdf; anything else is named and refused (``sniff``);
3. a packed file passes the checks of ``documents.container``, a .pdf those of ``documents.portable``, before anything
   in it is parsed;
4. its lines and tables have the form of a plan (``parse``).

No more than the limit is ever read into memory, whatever size the file claims or has.
"""

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError, from_os_error
from models.plan.decode import decode
from models.plan.documents.blocks import Document
from models.plan.documents.portable import read_pdf
from models.plan.documents.sheets import read_sheets
from models.plan.documents.sniff import sniff
from models.plan.documents.word import read_word
from models.plan.model import Plan
from models.plan.parse import plan_of, read_pasted

MAX_SIZE = 5_000_000  # bytes of text; the longest work points known have 200,000
MAX_FILE = 30_000_000  # bytes of a file with pictures in it

_READERS: Mapping[str, Callable[[bytes], Document]] = {"docx": read_word, "xlsx": read_sheets, "pdf": read_pdf}


def read_plan(path: Path) -> Plan:
    """Read a plan from a file: text in UTF-8, GB18030 or UTF-16, .docx, .xlsx, or .pdf with a text layer.

    A text may hold a table, its cells parted by tabs or commas, as sheets are saved as text.

    Raises:
        FileMissing, NotAFile, FileTooLarge: nothing that can be read stands there.
        UnsupportedFormat, ProtectedDocument, DamagedDocument, OversizedDocument, UnsafeMarkup, ScannedPdf: it is a
            document that is not read (``documents.problems``).
        NotText, DamagedText, EmptyPlan, NotAPlan: it can be read but is no plan.
        EnvironmentProblem: the system refuses to open it.
    """
    raw = _read_bounded(path)
    try:
        return _plan_of(raw, path)
    except UserError as error:
        if getattr(error, "path", path) is None:
            error.path = path  # type: ignore[attr-defined]  # they were raised where only the content is known
        raise


def _plan_of(raw: bytes, path: Path) -> Plan:
    found = sniff(raw)
    if found in _READERS:
        return plan_of(_READERS[found](raw))
    if len(raw) > MAX_SIZE:
        raise FileTooLarge(path, len(raw), MAX_SIZE)
    return read_pasted(decode(raw))


def _read_bounded(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(path)
        if status.st_size > MAX_FILE:
            raise FileTooLarge(path, status.st_size, MAX_FILE)
        with path.open("rb") as stream:
            raw = stream.read(MAX_FILE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(error, path) from error
    if len(raw) > MAX_FILE:  # it grew since it was measured
        raise FileTooLarge(path, len(raw), MAX_FILE)
    return raw
