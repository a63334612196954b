"""The drives that a person may carry files away on."""

import ctypes
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW
_MOUNTED_BY_DESKTOP = ("/media/", "/run/media/", "/mnt/")


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that is plugged in and can be written; ``free`` is in bytes."""

    root: Path
    label: str
    free: int


def removable_drives() -> tuple[Drive, ...]:
    """List the sticks and cards that are plugged in now."""
    return tuple(
        Drive(Path(volume.rootPath()), volume.displayName(), volume.bytesAvailable())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and _is_removable(volume.rootPath())
    )


def _is_removable(root: str) -> bool:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(root.replace("/", "\\"))) == _REMOVABLE
    return root.startswith(_MOUNTED_BY_DESKTOP)
