"""A file to a plan: may it be opened, is it small enough, is it text; then ``parse`` takes over.

No more than the limit is ever read into memory, whatever size the file claims or has.
"""

import stat
from pathlib import Path

from models.core.errors import FileMissing, FileTooLarge, NotAFile, from_os_error
from models.plan.decode import DamagedText, NotText, decode
from models.plan.model import Plan
from models.plan.parse import EmptyPlan, NotAPlan, parse_plan

MAX_SIZE = 5_000_000  # bytes; the longest work points known have 200,000


def read_plan(path: Path) -> Plan:
    """Read a plan from a text file in UTF-8, GB18030 or UTF-16.

    Raises:
        FileMissing, NotAFile, FileTooLarge: nothing that can be read stands there.
        NotText, DamagedText, EmptyPlan, NotAPlan: it can be read but is no plan.
        EnvironmentProblem: the system refuses to open it.
    """
    raw = _read_bounded(path)
    try:
        return parse_plan(decode(raw))
    except (EmptyPlan, NotAPlan, NotText, DamagedText) as error:
        error.path = path  # they were raised where only the content is known
        raise


def _read_bounded(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(path)
        if status.st_size > MAX_SIZE:
            raise FileTooLarge(path, status.st_size, MAX_SIZE)
        with path.open("rb") as stream:
            raw = stream.read(MAX_SIZE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(error, path) from error
    if len(raw) > MAX_SIZE:  # it grew since it was measured
        raise FileTooLarge(path, len(raw), MAX_SIZE)
    return raw
