"""已确认的签名: listing them, confirming one, revoking one, and taking in the notice of a new key."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.signing.succession import Succession
    from models.signing.verify import Signer
    from models.store.database import Workspace
    from models.store.signers import How, KnownSigner, SignerEvent

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SignerList:
    """What the dialog of confirmed signers shows: what holds or held, and all that was done, newest first."""

    known: "tuple[KnownSigner, ...]"
    events: "tuple[SignerEvent, ...]"


@dataclass(frozen=True, slots=True)
class KnownOfUnit:
    """What is known of one unit's signatures.

    ``confirmed``: what was confirmed, the latest first. ``is_own``: it is the workspace's own unit, whose fingerprint
    ``own`` is (blank where its identity can't be read).
    """

    confirmed: "tuple[KnownSigner, ...]" = ()
    is_own: bool = False
    own: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A file of notices of new keys as it was read and found true; ``raw`` is what to accept.

    ``steps`` lead from a key that is known to the newest one; there is at least one.
    """

    steps: "tuple[Succession, ...]"
    raw: bytes


def read_signers(runner: Runner, *, done: Callable[[SignerList], None], failed: Failed | None = None) -> None:
    """Read whose signatures were confirmed."""

    def work(workspace: "Workspace") -> SignerList:
        from models.store.signers import known_signers, signer_events

        return SignerList(known_signers(workspace), signer_events(workspace))

    runner.read(work, done=done, failed=failed)


def read_known_of_unit(runner: Runner, *, unit_name: str, unit_code: str, done: Callable[[KnownOfUnit], None]) -> None:
    """Read what the workspace knows of one unit's signatures."""

    def work(workspace: "Workspace") -> KnownOfUnit:
        from models.work.signers import is_own_unit, known_of_unit, own_identity

        known = known_of_unit(workspace, unit_code=unit_code, unit_name=unit_name)
        if not is_own_unit(workspace, unit_name=unit_name, unit_code=unit_code):
            return KnownOfUnit(known)
        own = own_identity(workspace)
        return KnownOfUnit(known, is_own=True, own=own.certificate.fingerprint if own else "")

    runner.read(work, done=done)


def confirm_signer(
    runner: Runner,
    *,
    signer: "Signer",
    unit: tuple[str, str],
    how: "How",
    remark: str,
    at: datetime,
    done: Callable[[Changes], None],
    failed: Failed,
) -> None:
    """Keep that a person compared the fingerprint of a signer; ``unit`` is the name and the code on the sheet."""

    def work(workspace: "Workspace") -> Changes:
        from models.work.signers import confirm

        return confirm(workspace, signer, unit=unit, how=how, operator=_operator(workspace), at=at, remark=remark)

    runner.change(work, label=translate("operations", "正在登记签名…"), done=done, failed=failed)


def revoke_signer(
    runner: Runner, *, digest: str, reason: str, at: datetime, done: Callable[[Changes], None], failed: Failed
) -> None:
    """Withdraw a confirmed signature, with the reason."""

    def work(workspace: "Workspace") -> Changes:
        from models.store.signers import revoke_signer as revoke

        return revoke(workspace, digest=digest, reason=reason, operator=_operator(workspace), at=at)

    runner.change(work, label=translate("operations", "正在撤销签名…"), done=done, failed=failed)


def read_notice(runner: Runner, *, path: Path, done: Callable[[Notice], None], failed: Failed) -> None:
    """Read the notices of new keys from a file, and check them against whom the workspace knows."""

    def look(_: Task) -> bytes:
        from models.work.own_identity import read_chosen

        return read_chosen(path)

    runner.files(
        look,
        label=translate("operations", "正在读取换签通知…"),
        done=lambda raw: check_notice(runner, raw=raw, done=done, failed=failed),
        failed=failed,
    )


def check_notice(runner: Runner, *, raw: bytes, done: Callable[[Notice], None], failed: Failed) -> None:
    """Check the bytes of such a file against whom the workspace knows."""

    def work(workspace: "Workspace") -> Notice:
        from models.work.signers import read_notice as check

        return Notice(check(workspace, raw), raw)

    runner.read(work, done=done, failed=failed)


def accept_notice(runner: Runner, *, raw: bytes, at: datetime, done: Callable[[Changes], None], failed: Failed) -> None:
    """Know the new keys of such a file from now on."""

    def work(workspace: "Workspace") -> Changes:
        from models.work.signers import accept_notice as accept

        return accept(workspace, raw, operator=_operator(workspace), at=at)

    runner.change(work, label=translate("operations", "正在登记签名…"), done=done, failed=failed)


def _operator(workspace: "Workspace") -> str:
    """Return who confirms; nobody can where nobody has been named."""
    from models.store.operators import current_operator
    from models.store.problems import NameMissing

    operator = current_operator(workspace)
    if operator is None:
        raise NameMissing("operator")
    return operator.name
