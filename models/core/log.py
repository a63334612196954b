"""The log file: what the program did, for the IT person. No text that a user typed goes into it."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE = 1_000_000  # bytes a file; with the three older ones 4 MB at most


def start_log(folder: Path) -> Path:
    """Log to ``folder``/yaodian.log with rotation, and return that file.

    Raises:
        OSError: the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "yaodian.log"
    handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
