"""Taking in what the superior sent: looked at first, shown, and taken in only when a person says so."""

import contextlib
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.core.paths import Places
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task
from ui.operations.workspace import installation_id

if TYPE_CHECKING:
    from models.signing.verify import Signer
    from models.store.database import Workspace
    from models.store.signers import How, KnownSigner
    from models.work.assignment_preview import AssignmentPreview
    from models.work.take_receipt import ReceiptTaken
    from models.workbooks.kinds import Kind
    from models.workbooks.receive import VerifiedAssignment, VerifiedReceipt

translate = QCoreApplication.translate

_LARGEST = 8_000_000  # bytes of a workbook that can be ours
_MOST = 400  # files from above that are listed of one stick


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file from above as it was looked at; nothing of it is used yet.

    ``assignment`` with its ``preview``, or ``receipt``. ``known`` is what was confirmed for the superior before.
    """

    path: Path
    data: bytes
    assignment: "VerifiedAssignment | None" = None
    preview: "AssignmentPreview | None" = None
    receipt: "VerifiedReceipt | None" = None
    known: "tuple[KnownSigner, ...]" = ()

    @property
    def signer(self) -> "Signer":
        """Whose key signed it."""
        sheet = self.assignment or self.receipt
        if sheet is None:
            raise LookupError("neither an assignment nor a receipt")
        return sheet.signer

    @property
    def is_confirmed(self) -> bool:
        """Whether the signer is known."""
        sheet = self.assignment or self.receipt
        return sheet is not None and sheet.is_confirmed

    @property
    def sender(self) -> tuple[str, str]:
        """Name and code of the superior on the sheet."""
        if self.assignment is not None:
            head = self.assignment.content.head
            return head.superior_name, head.superior_code
        if self.receipt is not None:
            return self.receipt.content.head.superior_name, self.receipt.content.head.superior_code
        return "", ""


@dataclass(frozen=True, slots=True)
class Found:
    """A workbook of ours on a stick: which kind it sets out to be. Nothing of it is verified."""

    path: Path
    kind: "Kind"


def look_at_arrived(runner: Runner, *, path: Path, done: Callable[[Arrived], None], failed: Failed) -> None:
    """Look at an assignment or a receipt against whom and what the workspace knows."""

    def look(data: bytes) -> None:
        runner.read(lambda workspace: _looked(workspace, path, data), done=done, failed=failed)

    runner.files(lambda _: _bytes_of(path), label=translate("operations", "正在读取…"), done=look, failed=failed)


def take_in(
    runner: Runner,
    *,
    arrived: Arrived,
    operator: str,
    at: datetime,
    superior_may_change: bool = False,
    done: "Callable[[ReceiptTaken | Changes], None]",
    failed: Failed,
) -> None:
    """Take the file in: what is assigned becomes the workspace's tasks, what was decided closes or opens its period."""

    def work(workspace: "Workspace") -> "ReceiptTaken | Changes":
        from models.work.from_above import SheetFile
        from models.work.take_assignment import take_assignment
        from models.work.take_receipt import take_receipt

        fresh = _looked(workspace, arrived.path, arrived.data)
        file = SheetFile(arrived.path.name, hashlib.sha256(arrived.data).hexdigest())
        if fresh.assignment is not None:
            return take_assignment(
                workspace,
                fresh.assignment,
                file=file,
                operator=operator,
                at=at,
                superior_may_change=superior_may_change,
            )
        if fresh.receipt is None:
            raise LookupError("neither an assignment nor a receipt")
        return take_receipt(workspace, fresh.receipt, file=file, operator=operator, at=at)

    runner.change(work, label=translate("operations", "正在导入…"), done=done, failed=failed)


def find_ours(
    runner: Runner, *, folders: Sequence[Path], done: Callable[[tuple[Found, ...]], None], failed: Failed
) -> None:
    """Find what sets out to be an assignment or a receipt in some folders, mostly on sticks."""

    def look(task: Task) -> tuple[Found, ...]:
        from models.workbooks.gather import find_sources
        from models.workbooks.glance import kind_of
        from models.workbooks.kinds import Kind

        found = []
        sources = [one for one in find_sources(folders) if not one.entries and one.path.suffix.lower() == ".xlsx"]
        for number, source in enumerate(sources):
            task.check_cancelled()
            task.progress(number, len(sources))
            kind = kind_of(_bytes_of(source.path))
            if kind in {Kind.ASSIGNMENT, Kind.RECEIPT}:
                found.append(Found(source.path, kind))
            if len(found) == _MOST:
                break
        return tuple(found)

    runner.files(look, label=translate("operations", "正在查看…"), done=done, failed=failed)


def kind_of_file(runner: Runner, *, path: Path, done: "Callable[[Kind | None], None]", failed: Failed) -> None:
    """Tell which kind of workbook of ours a file sets out to be; None for anything else. A form by hand is a return."""

    def look(_: Task) -> "Kind | None":
        from models.workbooks.glance import is_blank_form, kind_of
        from models.workbooks.kinds import Kind

        data = _bytes_of(path)
        return Kind.RETURN if is_blank_form(data) else kind_of(data)

    runner.files(look, done=done, failed=failed)


def look_before_start(runner: Runner, *, path: Path, done: "Callable[[Arrived], None]", failed: Failed) -> None:
    """Look at an assignment that a workspace is to be made of; nobody is known yet."""

    def look(_: Task) -> Arrived:
        from models.signing.trust import Trust
        from models.workbooks.receive import look_at_assignment

        data = _bytes_of(path)
        return Arrived(path, data, assignment=look_at_assignment(data, Trust()))

    runner.files(look, label=translate("operations", "正在读取…"), done=done, failed=failed)


def start_from(
    runner: Runner,
    *,
    arrived: Arrived,
    workspace: Path,
    operator: str,
    how: "How",
    remark: str,
    passphrase: str | None,
    places: Places,
    at: datetime,
    done: Callable[[], None],
    failed: Failed,
) -> None:
    """Make the unit's identity and its workspace out of an assignment, and open it."""

    def opener() -> "Workspace":
        from models.work.from_above import SheetFile
        from models.work.keys import ensure_identity, identity_path
        from models.work.take_assignment import start_from_assignment

        if arrived.assignment is None:
            raise LookupError("no assignment")
        head = arrived.assignment.content.head
        workspace.parent.mkdir(parents=True, exist_ok=True)
        kept = identity_path(workspace)
        existed = kept.exists()
        ensure_identity(
            workspace,
            places=places,
            unit_name=head.unit_name,
            unit_code=head.unit_code,
            at=at,
            passphrase=passphrase,
        )
        try:
            return start_from_assignment(
                workspace,
                arrived.assignment,
                file=SheetFile(arrived.path.name, hashlib.sha256(arrived.data).hexdigest()),
                how=how,
                operator=operator,
                installation_id=installation_id(places),
                at=at,
                remark=remark,
            )
        except BaseException:
            if not existed:  # a key for a workspace that did not come about
                with contextlib.suppress(OSError):
                    kept.unlink()
            raise

    runner.open(opener, done=done, failed=failed, label=translate("operations", "正在新建工作区…"))


def _looked(workspace: "Workspace", path: Path, data: bytes) -> Arrived:
    from models.work.assignment_preview import preview
    from models.work.signers import known_of_unit, workspace_trust
    from models.workbooks.glance import kind_of
    from models.workbooks.kinds import Kind
    from models.workbooks.receive import look_at_assignment, look_at_receipt

    trust = workspace_trust(workspace)
    if kind_of(data) is Kind.RECEIPT:
        receipt = look_at_receipt(data, trust)
        head = receipt.content.head
        known = known_of_unit(workspace, unit_code=head.superior_code, unit_name=head.superior_name)
        return Arrived(path, data, receipt=receipt, known=known)
    assignment = look_at_assignment(data, trust)
    above = assignment.content.head
    known = known_of_unit(workspace, unit_code=above.superior_code, unit_name=above.superior_name)
    seen = preview(workspace, assignment, superior_may_change=True)
    return Arrived(path, data, assignment=assignment, preview=seen, known=known)


def _bytes_of(path: Path) -> bytes:
    from models.core.errors import FileMissing, from_os_error

    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise from_os_error(error, path) from error
