"""An export under way, noted beside the workspace until both its file and its record are there.

A final return is two things that no transaction holds together: a file, perhaps on a stick, and a record that it went
out. An error takes both back. Should the power fail between the two, this note tells at the next opening what had been
written: a file that is there went out, and is recorded then, sign-off and closing with it; one that isn't never went
out. So there is no final return that the workspace doesn't know, and no record of one that never was.
"""

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem
from models.core.periods import parse_period
from models.core.safe_file import replace_file
from models.store.database import Workspace
from models.store.exports import next_sequence
from models.store.outbox import OutboxItem, Paper, add_outbox
from models.store.period_events import closing_of
from models.store.records import ExportRecord
from models.store.superior import superior
from models.work.closing import close_by_export

FORMAT: Final = 1
_LARGEST: Final = 2_000_000  # bytes: a thousand sums of evidence, many times over


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportNote:
    """What is to be recorded once ``made``, the file or its folder, is there.

    ``path``: the file itself. ``signs``: the name of the 填报人 who signs off by this export, or blank where somebody
    did before. ``evidence``: the sums (SHA-256) of what the return lists.
    """

    made: Path
    path: Path
    record: ExportRecord
    signs: str
    evidence: tuple[str, ...]


def note_path(workspace: Path) -> Path:
    """Return where the note lies: beside the workspace, with the ending ``.exporting``."""
    return workspace.with_suffix(".exporting")


def write_note(workspace: Path, note: ExportNote) -> None:
    """Note what is about to be written.

    Raises:
        EnvironmentProblem: the machine refuses.
    """
    record = {**asdict(note.record), "period": note.record.period.id, "at": note.record.at.isoformat()}
    content = {
        "format": FORMAT,
        "made": str(note.made),
        "path": str(note.path),
        "record": record,
        "signs": note.signs,
        "evidence": list(note.evidence),
    }
    replace_file(note_path(workspace), json.dumps(content, ensure_ascii=False).encode("utf-8"))


def drop_note(workspace: Path) -> None:
    """Forget the export: both file and record are there, or neither is."""
    with contextlib.suppress(OSError):
        note_path(workspace).unlink(missing_ok=True)


def record_export(workspace: Workspace, note: ExportNote) -> Changes:
    """Record an export whose file is there: the sign-off that it is, the return, the closing of its period, the outbox.

    All in one transaction, which leaves nothing behind where it fails.
    """
    record = note.record
    with workspace.transaction():
        above = superior(workspace)
        add_outbox(
            workspace,
            OutboxItem(
                paper=Paper.RETURN,
                unit_id=None,
                period=record.period,
                label=above.name if above else "",
                number=record.sequence,
                file_name=note.path.name,
                sha256=record.sha256,
                path=note.path,
                at=record.at,
                operator=record.operator,
            ),
        )
        closed = close_by_export(workspace, record, signs=note.signs, evidence=note.evidence)
        return closed | Changes(outbox=True)


def settle_export(workspace: Workspace) -> Changes:
    """At the opening of a workspace, bring an export to its end that was cut off.

    A note that can't be read tells of nothing that went out for sure, and is left for somebody to look at. Where the
    file should be on a stick that isn't plugged in, the note waits.
    """
    note = _read(note_path(workspace.path))
    if note is None:
        return Changes()
    changes = Changes()
    if _went_out(note):
        with workspace.transaction():
            period = note.record.period
            if closing_of(workspace, period) is None and next_sequence(workspace, period) == note.record.sequence:
                changes = record_export(workspace, note)
    elif not note.made.parent.is_dir():
        return changes
    drop_note(workspace.path)
    return changes


def _went_out(note: ExportNote) -> bool:
    """Tell whether the file that was to be written is there; of a zip only that it is, for it appears whole."""
    try:
        if note.path.suffix == ".zip":
            return note.path.is_file()
        return hashlib.sha256(note.path.read_bytes()).hexdigest() == note.record.sha256
    except OSError:
        return False


def _read(path: Path) -> ExportNote | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            return None
        record = content["record"]
        return ExportNote(
            made=Path(content["made"]),
            path=Path(content["path"]),
            record=ExportRecord(
                **{**record, "period": parse_period(record["period"]), "at": datetime.fromisoformat(record["at"])}
            ),
            signs=str(content["signs"]),
            evidence=tuple(map(str, content["evidence"])),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError, EnvironmentProblem):
        return None
