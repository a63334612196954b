"""The report of an unexpected error: where it happened, without anything that a person typed or is called."""

import platform
import re
import traceback
from pathlib import Path

from ui.version import VERSION

_ROOT = Path(__file__).resolve().parents[2]
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|[^\x20-\x7e]+")  # what may quote a person, and all that is not ASCII
_LONGEST = 300  # characters of an exception's own wording


def report(error: BaseException) -> str:
    """Write down an error for the IT person: versions, the classes, the places in the program, the wording stripped."""
    lines = [f"yaodian {VERSION} · Python {platform.python_version()} · {platform.platform()}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}: {_stripped(str(current))}")
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def _stripped(text: str) -> str:
    return _QUOTED.sub("…", text)[:_LONGEST]


def _place(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
