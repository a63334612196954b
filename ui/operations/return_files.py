"""The files of a return: the workbook alone, or with its evidence in one folder or one zip; whole or not at all."""

import contextlib
import shutil
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from models.core.errors import EnvironmentProblem, from_os_error
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.work.return_content import ReturnEvidence
    from models.workbooks.export import SignedWorkbook
    from ui.operations.runner import Runner

STEPS_BEFORE = 2  # of an export: the identity, the signature


class Packing(StrEnum):
    """How a return travels with its evidence."""

    FOLDER = "folder"
    ZIP = "zip"


def write_return_files(
    signed: "SignedWorkbook",
    evidence: "Sequence[ReturnEvidence]",
    kept: Path,
    task: Task,
    *,
    folder: Path,
    packing: Packing,
    announce: Callable[[Path, Path], None],
) -> tuple[Path, Path]:
    """Write a return under a free name, with its evidence if it has any.

    Args:
        signed: the return.
        evidence: what it lists.
        kept: the workspace's folder of evidence.
        task: told of each file; the person may cancel between two.
        folder: where to; it is made if only its parent exists.
        packing: how the evidence goes with it.
        announce: told what is going to be made, before it is: as what is returned.

    Returns:
        The file to show, and what was made as a whole: that file, or its folder.
    """
    from models.core.safe_file import free_name, replace_file
    from models.store.evidence_records import EvidenceFile
    from models.work.evidence import evidence_content
    from models.workbooks.evidence import write_in_folder, write_in_zip

    _make_folder(folder)
    if not evidence:
        path = free_name(folder / signed.file_name)
        announce(path, path)
        replace_file(path, signed.data)
        return path, path
    steps = iter(range(STEPS_BEFORE + 1, STEPS_BEFORE + 1 + len(evidence)))

    def read(file: "ReturnEvidence") -> bytes:
        task.check_cancelled()
        task.progress(next(steps), STEPS_BEFORE + 1 + len(evidence), file.name)
        return evidence_content(kept, EvidenceFile(file.name, file.size, file.sha256))

    stem = signed.file_name.removesuffix(".xlsx")
    if packing is Packing.ZIP:
        path = free_name(folder / f"{stem}.zip")
        announce(path, path)
        write_in_zip(path, signed.file_name, signed.data, evidence, read)
        return path, path
    made = free_name(folder / stem)
    announce(made / signed.file_name, made)
    write_in_folder(made, signed.file_name, signed.data, evidence, read)
    return made / signed.file_name, made


def take_back(made: Path) -> None:
    """Remove what was written, as far as that can be done."""
    with contextlib.suppress(OSError):
        if made.is_dir():
            shutil.rmtree(made)
        else:
            made.unlink()


def find_written(runner: "Runner", path: Path, *, done: Callable[[bool], None]) -> None:
    """Tell whether a file that was written is still where it was; a stick or a share may take its time to answer."""
    runner.files(lambda _: path.exists(), done=done, failed=lambda _: done(False))


def _make_folder(folder: Path) -> None:
    """Make the last folder of a path: a new account has no documents folder yet; a pulled stick is no new account."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        problem: EnvironmentProblem = from_os_error(error, folder)
        raise problem from error
