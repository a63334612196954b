"""Where things live on this computer, and how a name becomes a file name that every system accepts."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# What Windows takes for a device, with or without an ending; the superscripts count as digits there.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?")
_MAX_NAME = 80  # characters; Windows and mail programs cut longer ones

APPLICATION = "Yaodian"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one user: workspaces and settings, logs, and where files for other people go."""

    data: Path
    logs: Path
    documents: Path


def user_places() -> Places:
    """Ask the system for this user's folders; none of them is made yet."""
    import platformdirs

    return Places(
        data=Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(APPLICATION, appauthor=False)),
        documents=Path(platformdirs.user_documents_dir()),
    )


def file_name(text: str) -> str:
    """Turn any text into one part of a file name: no path tricks, no reserved names, no invisible characters.

    >>> file_name("a/b: c"), file_name("CON"), file_name("..")
    ('a_b_ c', '_CON', '_')
    """
    visible = "".join(
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in {"Cf", "Cs", "Co"}
    )
    name = _FORBIDDEN.sub("_", visible).strip().rstrip(".")[:_MAX_NAME].rstrip(" .")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return name or "_"
