"""A plan under review, kept on disk beside the workspace at every correction, so that a crash loses none of them.

What is written is the plan as it stands and where it came from; the way back (undo) is not kept. The file is the
program's own and local; one that this version does not understand is left where it is and not offered.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from models.core.errors import from_os_error
from models.core.safe_file import replace_file
from models.plan.model import Plan
from models.work.beside import review_path

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
                said = _json(_plain(value))
            self._known[id(value)] = (value, said)
            return said

        parts = (
            _object(
                number=str(part.number),
                title=_json(part.title),
                items=f"[{','.join(text(item) for item in part.items)}]",
            )
            for part in plan.parts
        )
        rest = {
            field.name: _json(_plain(getattr(plan, field.name)))
            for field in dataclasses.fields(plan)
            if field.name not in {"parts", "source", "doubts"}
        }
        doubts = f"[{','.join(text(doubt) for doubt in plan.doubts)}]"
        return _object(**rest, parts=f"[{','.join(parts)}]", source=text(plan.source), doubts=doubts)


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
    said = _object(
        plan=(spelled or Spelled()).plan(review.plan),
        origin=_json(review.origin),
        purpose=_json(review.purpose.value),
        at=_json(_plain(review.at)),
    )
    replace_file(path, _object(format=str(FORMAT), review=said).encode("utf-8", "surrogatepass"))


def kept_review(workspace: Path) -> KeptReview | None:
    """Return the review that was not finished; None if there is none, or none that can be read."""
    path = review_path(workspace)
    try:
        if not path.is_file() or path.stat().st_size > MAX_SIZE:
            return None
        content = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        if content["format"] != FORMAT:
            return None
        review = _read(KeptReview, content["review"], {})
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


def _object(**members: str) -> str:
    """Join what is written already to a JSON object."""
    return "{" + ",".join(f'"{name}":{text}' for name, text in members.items()) + "}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> object:
    """Spell a value in the few types that JSON has."""
    match value:
        case StrEnum():
            return value.value
        case date():  # datetime too
            return value.isoformat()
        case Decimal():
            return str(value)
        case tuple():
            return [_plain(one) for one in value]
        case _ if dataclasses.is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def _read(kind: Any, value: Any, hints: dict[type, Mapping[str, Any]]) -> Any:
    """Read a value of a declared type; ``hints`` remembers the fields of the classes that were met."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        inner = next(one for one in arguments if one is not type(None))
        return None if value is None else _read(inner, value, hints)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("not a list")
        kinds = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else arguments
        return tuple(_read(one, each, hints) for one, each in zip(kinds, value, strict=True))
    if dataclasses.is_dataclass(kind):
        return _read_record(kind, value, hints)
    if kind in {date, datetime}:
        return kind.fromisoformat(value)
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError(f"not {kind.__name__}")
    return value


def _read_record(kind: Any, value: Any, hints: dict[type, Mapping[str, Any]]) -> Any:
    if not isinstance(value, dict):
        raise TypeError("not a record")
    if kind not in hints:
        hints[kind] = typing.get_type_hints(kind)
    return kind(**{name: _read(hints[kind][name], one, hints) for name, one in value.items()})
