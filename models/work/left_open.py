"""What an adopted plan leaves open: doubts that nobody has answered, and words that are in no task.

The workspace keeps the tasks and the whole source; this is kept beside it, so that a later review begins where the last
one ended. It belongs to one source and is told by its digest: beside any other plan it says nothing. Nothing depends on
it; without the file, or with one that cannot be read, a plan has no open doubts.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from models.core.errors import from_os_error
from models.core.safe_file import replace_file
from models.plan.model import Doubt, Plan, Span
from models.work.beside import left_open_path
from models.work.spelled import json_text, plain, read_value

FORMAT: Final = 1
MAX_SIZE: Final = 20_000_000  # bytes


@dataclass(frozen=True, slots=True)
class _LeftOpen:
    source: str  # its SHA-256
    left_over: tuple[Span, ...]
    doubts: tuple[Doubt, ...]


def keep_left_open(workspace: Path, plan: Plan) -> None:
    """Write down what a plan that is adopted leaves open; nothing is kept of one that leaves nothing.

    Raises:
        NotAFile, EnvironmentProblem: it cannot be written there.
    """
    path = left_open_path(workspace)
    known = {task.id for task in plan.tasks} | {""}
    doubts = tuple(doubt for doubt in plan.doubts if doubt.task_id in known)
    if not doubts and not plan.left_over:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise from_os_error(error, path) from error
        return
    content = {"format": FORMAT, "left_open": plain(_LeftOpen(_digest(plan.source), plan.left_over, doubts))}
    replace_file(path, json_text(content).encode("utf-8", "surrogatepass"))


def with_left_open(workspace: Path, plan: Plan) -> Plan:
    """Return a workspace's plan with what it leaves open."""
    path = left_open_path(workspace)
    with suppress(OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError):
        if path.stat().st_size > MAX_SIZE:
            return plan
        content = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        kept = read_value(_LeftOpen, content["left_open"]) if content["format"] == FORMAT else None
        if not isinstance(kept, _LeftOpen) or kept.source != _digest(plan.source):
            return plan
        known = {task.id for task in plan.tasks} | {""}
        inside = all(
            0 <= span.start <= span.end <= len(plan.source)
            for span in (*kept.left_over, *(doubt.span for doubt in kept.doubts))
        )
        if inside:
            doubts = tuple(doubt for doubt in kept.doubts if doubt.task_id in known)
            return replace(plan, left_over=kept.left_over, doubts=doubts)
    return plan


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
