"""Opening a workspace, and the first start: a plan, a unit, a person and a signing identity become one."""

import contextlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import EnvironmentProblem, UserError, from_os_error
from models.core.paths import Places
from models.core.safe_file import replace_file
from models.core.texts import clean_unit
from ui.operations.runner import Failed, Runner

if TYPE_CHECKING:
    from models.plan.model import Plan
    from models.store.database import Workspace

BUNDLED_PLAN = "plans/jining-2021.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the welcome dialog was told. Blank ``unit_code`` and None ``passphrase`` are answers, too.

    ``plan`` is a file that is to be read yet, or a plan that was read and perhaps reviewed.
    """

    operator: str
    unit_name: str
    unit_code: str
    plan: "Path | Plan"
    passphrase: str | None


def open_existing(runner: Runner, *, path: Path, done: Callable[[], None], failed: Failed) -> None:
    """Open a workspace file."""

    def opener() -> "Workspace":
        from models.store.database import open_workspace
        from models.store.evidence import wanted_evidence
        from models.work.evidence import clean_evidence, evidence_folder
        from models.work.export_note import note_path, settle_export

        workspace = open_workspace(path)
        with contextlib.suppress(UserError, EnvironmentProblem):  # it is tried again at the next opening
            settle_export(workspace)
            if not note_path(path).exists():  # else some of it may be on a return that is out and not on record yet
                clean_evidence(evidence_folder(path), wanted=wanted_evidence(workspace), now=datetime.now(UTC))
        return workspace

    runner.open(opener, done=done, failed=failed, label=_opening())


def start_new(
    runner: Runner,
    *,
    answers: Answers,
    path: Path,
    places: Places,
    at: datetime,
    done: Callable[[], None],
    failed: Failed,
) -> None:
    """Make a workspace with its identity, whole or not at all, and open it."""

    def opener() -> "Workspace":
        from models.plan.read import read_plan
        from models.work.keys import ensure_identity, identity_path
        from models.work.left_open import keep_left_open
        from models.work.start import start_workspace

        plan = read_plan(answers.plan) if isinstance(answers.plan, Path) else answers.plan
        # The same form in the workspace and in the certificate, or the one would not know the other.
        name, code = clean_unit(answers.unit_name), clean_unit(answers.unit_code)
        _make_folder(places.data)
        kept = identity_path(path)
        existed = kept.exists()
        ensure_identity(
            path,
            places=places,
            unit_name=name,
            unit_code=code,
            at=at,
            passphrase=answers.passphrase,
        )
        try:
            workspace = start_workspace(
                path,
                plan=plan,
                unit_name=name,
                unit_code=code,
                operator=answers.operator,
                installation_id=installation_id(places),
                at=at,
            )
            with contextlib.suppress(UserError, EnvironmentProblem):  # only a help for a later review
                keep_left_open(path, plan)
            return workspace
        except BaseException:
            if not existed:  # a key for a workspace that did not come about
                with contextlib.suppress(OSError):
                    kept.unlink()
            raise

    runner.open(opener, done=done, failed=failed, label=_making())


def installation_id(places: Places) -> str:
    """Return what this installation is called in the workspaces that it makes; named once, at random."""
    path = places.data / "installation.id"
    with contextlib.suppress(OSError, ValueError):
        return str(uuid.UUID(path.read_text(encoding="ascii").strip()))
    made = str(uuid.uuid4())
    replace_file(path, made.encode("ascii"))
    return made


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(error, folder) from error


def _opening() -> str:
    return QCoreApplication.translate("operations", "正在打开工作区…")


def _making() -> str:
    return QCoreApplication.translate("operations", "正在建立工作区和签名身份…")
