"""签名身份: reading what it says, and each thing that a person can do with it. Files and database change together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, UserError
from models.core.paths import Places, file_name
from ui.operations.runner import Failed, Runner

if TYPE_CHECKING:
    from models.signing.identity import LockedIdentity
    from models.store.database import Workspace
    from models.work.own_identity import Replaced

NOTICE_SUFFIX = ".notice"
IDENTITY_SUFFIX = ".identity"

translate = QCoreApplication.translate
Unit = tuple[str, str]  # name and code


@dataclass(frozen=True, slots=True)
class IdentityState:
    """What the identity dialog shows.

    ``identity`` is None where there is none to read, and ``problem`` says why. ``unit`` is the workspace's name and
    code; ``is_renamed``: the identity bears another name or code. ``days_left`` may be negative; ``is_due``: sixty or
    fewer. ``needs_passphrase``: it is locked with one.
    """

    identity: "LockedIdentity | None"
    problem: Exception | None
    unit: Unit
    is_renamed: bool = False
    is_due: bool = False
    days_left: int = 0
    needs_passphrase: bool = False


@dataclass(frozen=True, slots=True)
class IdentityChanged:
    """What came of a change. ``kept``: where the identity before is kept; ``has_notice``: the old key announced it."""

    changes: Changes
    fingerprint: str
    kept: Path | None
    has_notice: bool


def read_identity(
    runner: Runner, *, at: datetime, done: Callable[[IdentityState], None], failed: Failed | None = None
) -> None:
    """Read what the workspace's identity says; nothing has to be unlocked for it."""
    runner.read(lambda workspace: identity_state(workspace, at), done=done, failed=failed)


def change_passphrase(
    runner: Runner,
    *,
    places: Places,
    current: str | None,
    wanted: str | None,
    done: Callable[[object], None],
    failed: Failed,
) -> None:
    """Lock the identity with another passphrase, or with the account where ``wanted`` is None."""

    def work(workspace: "Workspace") -> Changes:
        from models.work.own_identity import change_protection

        change_protection(workspace.path, places=places, current=current, wanted=wanted)
        return Changes(identity=True)

    runner.change(work, label=translate("operations", "正在更换口令…"), done=done, failed=failed)


def export_identity(
    runner: Runner,
    *,
    target: Path,
    places: Places,
    current: str | None,
    passphrase: str,
    done: Callable[[Path], None],
    failed: Failed,
) -> None:
    """Write the identity for another computer, always under a passphrase."""

    def work(workspace: "Workspace") -> Path:
        from models.work.own_identity import export_identity as export

        return export(workspace.path, target, places=places, current=current, passphrase=passphrase)

    runner.read(work, label=translate("operations", "正在导出签名身份…"), done=done, failed=failed)


def import_identity(
    runner: Runner,
    *,
    source: Path,
    places: Places,
    passphrase: str,
    keep_passphrase: bool,
    at: datetime,
    done: Callable[[IdentityChanged], None],
    failed: Failed,
) -> None:
    """Take the identity from a file that was exported on another computer."""

    def work(workspace: "Workspace", unit: Unit) -> "Replaced":
        from models.work.own_identity import import_identity as take

        return take(
            workspace.path,
            source,
            places=places,
            passphrase=passphrase,
            unit=unit,
            at=at,
            keep_passphrase=keep_passphrase,
        )

    _change(runner, work, at=at, label=translate("operations", "正在导入签名身份…"), done=done, failed=failed)


def renew_identity(
    runner: Runner,
    *,
    places: Places,
    current: str | None,
    at: datetime,
    done: Callable[[IdentityChanged], None],
    failed: Failed,
    unit: Unit | None = None,
) -> None:
    """Put a new key in the place of the present one; with ``unit``, rename the unit in the same step."""

    def work(workspace: "Workspace", present: Unit) -> "Replaced":
        from models.store.units import set_own_unit
        from models.work.own_identity import renew_identity as renew

        wanted = unit or present
        if unit is not None:  # first what can be refused; the file is written last
            set_own_unit(workspace, name=unit[0], code=unit[1], at=at)
            wanted = _unit(workspace)
        return renew(workspace.path, places=places, current=current, unit=wanted, at=at)

    _change(runner, work, at=at, label=translate("operations", "正在换新签名…"), done=done, failed=failed)


def replace_identity(
    runner: Runner,
    *,
    places: Places,
    passphrase: str | None,
    at: datetime,
    done: Callable[[IdentityChanged], None],
    failed: Failed,
) -> None:
    """Make a new identity where the old one is lost."""

    def work(workspace: "Workspace", unit: Unit) -> "Replaced":
        from models.work.own_identity import replace_identity as make

        return make(workspace.path, places=places, unit=unit, at=at, passphrase=passphrase)

    _change(runner, work, at=at, label=translate("operations", "正在重建签名身份…"), done=done, failed=failed)


def use_pfx(
    runner: Runner,
    *,
    source: Path,
    places: Places,
    pfx_passphrase: str,
    current: str | None,
    at: datetime,
    done: Callable[[IdentityChanged], None],
    failed: Failed,
) -> None:
    """Sign from now on with the unit's own certificate from a .pfx file."""

    def work(workspace: "Workspace", unit: Unit) -> "Replaced":
        from models.work.own_identity import use_pfx as use

        return use(
            workspace.path,
            source,
            places=places,
            pfx_passphrase=pfx_passphrase,
            current=current,
            unit=unit,
            at=at,
        )

    _change(runner, work, at=at, label=translate("operations", "正在读取单位证书…"), done=done, failed=failed)


def save_notice(runner: Runner, *, target: Path, done: Callable[[Path], None], failed: Failed) -> None:
    """Write the notices of all new keys so far, which the superior can open, under a name that is free."""

    def work(workspace: "Workspace") -> Path:
        from models.work.own_identity import save_notices

        return save_notices(workspace.path, target)

    runner.read(work, label=translate("operations", "正在保存换签通知…"), done=done, failed=failed)


def identity_state(workspace: "Workspace", at: datetime) -> IdentityState:
    """Read what the identity dialog and the command show."""
    from models.signing.identity import Protection
    from models.work.own_identity import describe, is_due

    unit = _unit(workspace)
    try:
        found = describe(workspace.path)
    except (UserError, EnvironmentProblem) as problem:
        return IdentityState(None, problem, unit)
    return IdentityState(
        found,
        None,
        unit,
        is_renamed=(found.unit_name, found.unit_code) != unit,
        is_due=is_due(found.certificate, at),
        days_left=(found.certificate.valid_until - at).days,
        needs_passphrase=found.protection is Protection.PASSPHRASE,
    )


def identity_file_name(unit_name: str) -> str:
    """Propose a name for an exported identity: 任城区教育局_签名身份.identity."""
    return file_name(f"{unit_name}_签名身份") + IDENTITY_SUFFIX


def notice_file_name(unit_name: str, at: datetime) -> str:
    """Propose a name for a notice of a new key: 任城区教育局_换签通知_2026-03-01.notice."""
    return file_name(f"{unit_name}_换签通知_{at:%Y-%m-%d}") + NOTICE_SUFFIX


def take_change(workspace: "Workspace", work: "Callable[[Workspace, Unit], Replaced]", at: datetime) -> IdentityChanged:
    """Change the identity's file and the workspace's list of signers together.

    The database is committed last: if that fails, the file that was there is put back.
    """
    from models.core.safe_file import replace_file
    from models.store.operators import current_operator
    from models.work.keys import identity_path, read_identity_file
    from models.work.signers import remember_own

    path = identity_path(workspace.path)
    before = read_identity_file(path) if path.exists() else None
    operator = current_operator(workspace)
    try:
        with workspace.transaction():
            unit = _unit(workspace)
            replaced = work(workspace, unit)
            changes = remember_own(
                workspace, replaced, before_unit=unit, operator=operator.name if operator else unit[0], at=at
            )
    except BaseException:
        if before is not None and read_identity_file(path) != before:
            replace_file(path, before, mode=0o600)
        raise
    return IdentityChanged(
        changes | Changes(identity=True, units=True),
        replaced.identity.fingerprint,
        replaced.kept,
        replaced.notice is not None,
    )


def _change(
    runner: Runner,
    work: "Callable[[Workspace, Unit], Replaced]",
    *,
    at: datetime,
    label: str,
    done: Callable[[IdentityChanged], None],
    failed: Failed,
) -> None:
    runner.change(lambda workspace: take_change(workspace, work, at), label=label, done=done, failed=failed)


def _unit(workspace: "Workspace") -> Unit:
    from models.store.units import own_unit

    unit = own_unit(workspace)
    return (unit.name, unit.code) if unit else ("", "")
