"""再校验: reading a file that somebody holds up, and saying what it is. Nothing is taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import FileMissing, FileTooLarge, NotAFile, from_os_error
from ui.operations.runner import Failed, Runner
from ui.operations.signers import Notice, check_notice
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.signing.trust import Trust
    from models.store.database import Workspace
    from models.workbooks.differences import CellDifference
    from models.workbooks.examine import Examination

LARGEST = 64_000_000  # bytes read at all; the examination itself draws its own, narrower line


def examine_file(
    runner: Runner,
    *,
    path: Path,
    done: "Callable[[Examination], None]",
    failed: Failed,
    noticed: Callable[[Notice], None] | None = None,
) -> None:
    """Examine a file by what the workspace knows of signers: those that were confirmed, and its own identity.

    Args:
        runner: whose workspace.
        path: the file.
        done: gets what it is.
        failed: gets what went wrong.
        noticed: gets the notice of a new key, where the file is one instead of a return.
    """

    def look(trust: "Trust") -> None:
        runner.files(
            lambda task: _examine(path, trust, task, notices=noticed is not None),
            label=QCoreApplication.translate("operations", "正在校验…"),
            done=told,
            failed=failed,
        )

    def told(found: "Examination | bytes") -> None:
        if not isinstance(found, bytes):
            done(found)
        elif noticed is not None:
            check_notice(runner, raw=found, done=noticed, failed=failed)

    runner.read(_trust, done=look, failed=failed)


def _trust(workspace: "Workspace") -> "Trust":
    from models.work.signers import workspace_trust

    return workspace_trust(workspace)


def _examine(path: Path, trust: "Trust", task: Task, *, notices: bool) -> "Examination | bytes":
    from models.signing.succession import BEGINNING
    from models.workbooks.examine import examine, examine_with_evidence

    notice: list[bytes] = []

    def judge(data: bytes) -> "Examination":
        task.check_cancelled()
        if notices and data.startswith(BEGINNING):
            notice.append(data)
        return examine(data, trust)

    found = examine_with_evidence(path, judge=judge, read=_read)
    return notice[0] if notice else found


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


def compare_with_copy(
    runner: Runner,
    *,
    path: Path,
    copy: Path,
    done: "Callable[[tuple[CellDifference, ...] | None], None]",
    failed: Failed,
) -> None:
    """Name the cells in which an altered file departs from a copy that its sender kept; None where nobody can tell."""

    def work(_: Task) -> "tuple[CellDifference, ...] | None":
        from models.workbooks.differences import cell_differences

        return cell_differences(_read(path), _read(copy))

    label = QCoreApplication.translate("operations", "正在逐格比较…")
    runner.files(work, label=label, done=done, failed=failed)
