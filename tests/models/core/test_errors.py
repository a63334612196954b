"""What the system refuses gets a name of ours."""

import errno
from pathlib import Path

import pytest

from models.core import errors
from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, from_os_error


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EDQUOT, errors.DiskFull),
        (errno.EACCES, errors.NoPermission),
        (errno.EROFS, errors.NoPermission),
        (errno.ENOENT, errors.FolderMissing),
        (errno.EBUSY, errors.FileInUse),
        (errno.ENAMETOOLONG, errors.PathTooLong),
        (errno.EIO, errors.FileProblem),
    ],
)
def test_each_refusal_has_a_name(number: int, kind: type[EnvironmentProblem]) -> None:
    assert type(from_os_error(OSError(number, "words"), Path("a"))) is kind


def test_windows_sharing_violation_means_the_file_is_open_elsewhere() -> None:
    error = PermissionError(errno.EACCES, "words")
    error.winerror = 32  # type: ignore[attr-defined]
    assert type(from_os_error(error, Path("a"))) is errors.FileInUse


def test_changes_add_up() -> None:
    assert not Changes()
    assert (Changes(plan=True) | Changes(entries=True)) == Changes(plan=True, entries=True)
