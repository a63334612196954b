"""再校验: reading a file that somebody holds up, and saying what it is. Nothing is taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import FileMissing, FileTooLarge, NotAFile, UserError, from_os_error
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.workbooks.examine import Examination

LARGEST = 64_000_000  # bytes read at all; the examination itself draws its own, narrower line


def examine_file(
    runner: Runner,
    *,
    path: Path,
    done: "Callable[[Examination], None]",
    failed: Failed,
) -> None:
    """Examine a file; the unit's own identity is the only signer that is known without asking anybody."""

    def look(workspace: Path) -> None:
        runner.files(
            lambda task: _examine(path, workspace, task),
            label=QCoreApplication.translate("operations", "正在校验…"),
            done=done,
            failed=failed,
        )

    runner.read(lambda workspace: workspace.path, done=look, failed=failed)


def _examine(path: Path, workspace: Path, task: Task) -> "Examination":
    from models.signing.trust import Trust, unit_key
    from models.work.keys import own_certificate
    from models.workbooks.examine import examine

    data = _read(path)
    task.check_cancelled()
    try:
        own = own_certificate(workspace)
    except UserError:  # no identity yet, or a damaged one: then nobody is known
        return examine(data, Trust())
    unit = unit_key(code=own.unit_code, name=own.unit_name)
    return examine(data, Trust(pinned={unit: frozenset({own.digest})}))


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise NotAFile(path) if path.exists() else FileMissing(path)
        size = path.stat().st_size
        if size > LARGEST:
            raise FileTooLarge(path, size, LARGEST)
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise from_os_error(error, path) from error
