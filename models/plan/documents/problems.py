"""Why a file is not read: one class for each thing that a person would do something else about.

All carry ``path``, filled in where the file is known; the readers see bytes only.
"""

from dataclasses import dataclass
from pathlib import Path

from models.core.errors import UserError


@dataclass(eq=False)
class UnsupportedFormat(UserError):
    """The file is of a format that is known, but not read.

    ``found``: ``doc`` (Word or WPS text before 2007, whatever its ending), ``xls`` (Excel or WPS sheet before 2007),
    ``ppt`` (slides, old or new), ``ole`` (another program's old container), ``ofd`` (the Chinese page format), ``odf``
    (LibreOffice), ``xlsb`` (binary Excel), ``zip`` (a packed folder, or nothing that is known), ``archive`` (packed in
    another way), ``html`` (a web page, often saved as .doc or .xls), ``xml`` (markup, as Office of 2003 saved it).
    """

    found: str
    path: Path | None = None


@dataclass(eq=False)
class ScannedPdf(UserError):
    """The pages are pictures: there is no text in them that could be read.

    ``pages`` is how many there are.
    """

    pages: int
    path: Path | None = None


@dataclass(eq=False)
class ProtectedDocument(UserError):
    """The file opens with a password only.

    ``found``: ``office`` (Word or Excel) or ``pdf``.
    """

    found: str
    path: Path | None = None


@dataclass(eq=False)
class DamagedDocument(UserError):
    """The file is broken: cut off, badly copied, or never was what it says.

    ``found``: ``docx``, ``xlsx``, ``pdf`` or ``zip``.
    """

    found: str
    path: Path | None = None


@dataclass(eq=False)
class OversizedDocument(UserError):
    """The file holds more than any plan can, or unpacks to more: it is not read, to be safe.

    ``reason``: ``parts`` (too many files inside), ``unpacked`` (too large when unpacked), ``ratio`` (packed so tightly
    that it can only be meant to fill the memory), ``pages``, ``cells``, ``pasted`` (text of more than a plan's length).
    """

    reason: str
    path: Path | None = None


@dataclass(eq=False)
class UnsafeMarkup(UserError):
    """The file declares its own markup or points outside itself in a way that Word and Excel never do.

    ``part`` is the place inside the file.
    """

    part: str
    path: Path | None = None


@dataclass(eq=False)
class OwnWorkbook(UserError):
    """The workbook was written by this program: it tells what became of tasks, and is no document of tasks.

    ``form``: ``return`` (进展填报表), ``assignment`` (任务下达表), ``receipt`` (审核回执), or ``other``.
    """

    form: str
    path: Path | None = None
