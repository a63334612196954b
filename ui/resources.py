"""Where the files under ``resources/`` are: beside the source, or inside the packed program's folder."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a file or folder under ``resources/``, named with forward slashes."""
    packed = getattr(sys, "_MEIPASS", None)
    root = Path(packed) if packed else Path(__file__).resolve().parent.parent
    return root / "resources" / name
