"""What this user's program remembers between two runs: a small JSON file. Damaged or missing, it is simply empty.

>>> settings = load_settings(Path("no/such/settings.json"))
>>> settings.theme
'system'
"""

import json
import logging
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from models.core.errors import EnvironmentProblem
from models.core.safe_file import replace_file

FORMAT = 1
SETTINGS_FILE = "settings.json"  # in the user's data folder
_LARGEST = 100_000  # bytes

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Settings:
    """The remembered choices; every one of them may be blank.

    Attributes:
        path: the file they come from and go to.
        workspace: the workspace that was open last.
        language: ``zh``, ``en``, or blank for the system's.
        theme: ``light``, ``dark`` or ``system``.
        geometry: size and place of the window, as Qt saves it, in base64.
        folder: where the last return was written.
        sign_off: the names and the telephone that stood on the last return.
        assigning: what was expected of all units when something was assigned last.
    """

    path: Path
    workspace: str = ""
    language: str = ""
    theme: str = "system"
    geometry: str = ""
    folder: str = ""
    sign_off: dict[str, str] = field(default_factory=dict)
    assigning: dict[str, str] = field(default_factory=dict)

    def save(self) -> None:
        """Write the file. That it can't be written is noted in the log and keeps nobody from working."""
        content = {"format": FORMAT} | {f.name: getattr(self, f.name) for f in fields(self) if f.name != "path"}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.path, json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8"))
        except (EnvironmentProblem, OSError) as error:
            _log.warning("the settings were not saved: %s", type(error).__name__)


def load_settings(path: Path) -> Settings:
    """Read the settings; what is missing, damaged or of another type keeps its default."""
    settings = Settings(path)
    content = _content(path)
    for f in fields(Settings):
        value = content.get(f.name)
        if isinstance(getattr(settings, f.name), dict):
            if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()):
                setattr(settings, f.name, value)
        elif f.name != "path" and isinstance(value, str):
            setattr(settings, f.name, value)
    if settings.theme not in {"light", "dark"}:
        settings.theme = "system"
    if settings.language not in {"zh", "en"}:
        settings.language = ""
    return settings


def _content(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too large")
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            raise ValueError("not our settings")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("the settings were ignored: %s", type(error).__name__)
        return {}
    return content
