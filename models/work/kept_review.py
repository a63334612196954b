"""A plan under review, kept on disk beside the workspace at every correction, so that a crash loses none of them.

What is written is the plan as it stands and where it came from; the way back (undo) is not kept. The file is the
program's own and local; one that this version does not understand is left where it is and not offered.
"""

import dataclasses
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from models.core.errors import from_os_error
from models.core.safe_file import replace_file
from models.plan.model import Plan
from models.work.beside import review_path
from models.work.spelled import json_object, json_text, plain, read_value

FORMAT: Final = 1
MAX_SIZE: Final = 100_000_000  # bytes; the largest document there is makes a twentieth of that


class Purpose(StrEnum):
    """What a reviewed plan is for."""

    FIRST = "first"  # the plan of a new workspace
    LATER = "later"  # a later version for a workspace that has one
    CORRECTION = "correction"  # the workspace's own plan, put right by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReview:
    """A review that was not finished: the plan as it stood at ``at``, and ``origin``, the file's name or nothing."""

    plan: Plan
    origin: str
    purpose: Purpose
    at: datetime


class Spelled:
    """Remembers how the parts of a plan are written, so that the next time only what changed since is written anew.

    A plan under review is the same objects but for what a correction touched (see ``plan/editing``).
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[int, tuple[object, str]] = {}

    def plan(self, plan: Plan) -> str:
        """Return a plan as JSON."""
        known, self._known = self._known, {}

        def text(value: object) -> str:
            """Write a value, or return how it is written; it is held so that no other gets its place in memory."""
            held, said = known.get(id(value), (None, ""))
            if held is not value:
                said = json_text(plain(value))
            self._known[id(value)] = (value, said)
            return said

        parts = (
            json_object(
                number=str(part.number),
                title=json_text(part.title),
                items=f"[{','.join(text(item) for item in part.items)}]",
            )
            for part in plan.parts
        )
        rest = {
            field.name: json_text(plain(getattr(plan, field.name)))
            for field in dataclasses.fields(plan)
            if field.name not in {"parts", "source", "doubts"}
        }
        doubts = f"[{','.join(text(doubt) for doubt in plan.doubts)}]"
        return json_object(**rest, parts=f"[{','.join(parts)}]", source=text(plan.source), doubts=doubts)


def keep_review(workspace: Path, review: KeptReview, spelled: Spelled | None = None) -> None:
    """Write a review down, whole or not at all; ``spelled`` is what an earlier call remembers.

    Raises:
        EnvironmentProblem: the machine refuses; what was kept before is still there.
    """
    path = review_path(workspace)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(error, path.parent) from error
    said = json_object(
        plan=(spelled or Spelled()).plan(review.plan),
        origin=json_text(review.origin),
        purpose=json_text(review.purpose.value),
        at=json_text(plain(review.at)),
    )
    replace_file(path, json_object(format=str(FORMAT), review=said).encode("utf-8", "surrogatepass"))


def kept_review(workspace: Path) -> KeptReview | None:
    """Return the review that was not finished; None if there is none, or none that can be read."""
    path = review_path(workspace)
    try:
        if not path.is_file() or path.stat().st_size > MAX_SIZE:
            return None
        content = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        if content["format"] != FORMAT:
            return None
        review = read_value(KeptReview, content["review"])
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError):
        return None
    return review if isinstance(review, KeptReview) else None


def forget_review(workspace: Path) -> None:
    """Remove what was kept: the plan was adopted, or the person does not want it.

    Raises:
        EnvironmentProblem: the machine refuses.
    """
    path = review_path(workspace)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise from_os_error(error, path) from error
