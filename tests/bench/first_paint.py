"""From the start of the process to the first painted window: the program against a bare window of PySide6.

Both are processes of their own, offscreen, and end right after their first window was painted; see ``painted_once.py``.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import Pair
from workspace import make_workspace

SCRIPT = Path(__file__).with_name("painted_once.py")
TOO_LONG = 60  # seconds


@contextmanager
def first_paint(folder: Path) -> Iterator[Pair]:
    """Open a workspace that is there already, as on any day but the first."""
    path = folder / "first paint.yaodian"
    make_workspace(path).close()
    home = {name: str(folder) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME")}
    variables = os.environ | home | {"QT_QPA_PLATFORM": "offscreen"}

    def start(*words: str) -> None:
        subprocess.run([sys.executable, SCRIPT, *words], env=variables, check=True, timeout=TOO_LONG)

    yield Pair(
        ours=lambda: start("program", "--workspace", str(path)),
        reference=lambda: start("bare"),
        reference_name="a bare PySide6 window",
        rounds=10,
    )
