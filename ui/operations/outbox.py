"""发件箱: listing what left, carrying files away on a stick, writing letters, and noting what became of each."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.core.verified_copy import Copied, copy_verified
from models.store.outbox import Fate, OutboxItem, Way, note_outbox, outbox
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.store.database import Workspace

translate = QCoreApplication.translate


def read_outbox(
    runner: Runner, *, done: Callable[[tuple[OutboxItem, ...]], None], failed: Failed | None = None
) -> None:
    """Read what left, the latest first."""
    runner.read(outbox, done=done, failed=failed)


def carry_away(
    runner: Runner,
    *,
    items: Sequence[OutboxItem],
    folder: Path,
    operator: str,
    at: datetime,
    done: Callable[[tuple[Copied, ...]], None],
    failed: Failed,
    beside: Sequence[Path] = (),
) -> None:
    """Copy files onto a stick, make sure of each, and note that the items were handed over; ``beside`` go along."""

    def copy(task: Task) -> tuple[Copied, ...]:
        return copy_verified(
            [*(item.path for item in items), *beside], folder, progress=task.progress, cancelled=lambda: task.cancelled
        )

    def copied(found: tuple[Copied, ...]) -> None:
        note(
            runner,
            items=items,
            fate=Fate.HANDED_OVER,
            way=Way.USB,
            detail=str(folder),
            operator=operator,
            at=at,
            done=lambda _: done(found),
            failed=failed,
        )

    runner.files(copy, label=translate("operations", "正在复制并核对…"), done=copied, failed=failed)


def write_letter(
    runner: Runner,
    *,
    item: OutboxItem,
    subject: str,
    body: str,
    at: datetime,
    done: Callable[[Path], None],
    failed: Failed,
) -> None:
    """Write a letter with a file attached beside that file; nothing is sent."""

    def write(_: Task) -> Path:
        from models.core.errors import FileMissing, from_os_error
        from models.core.safe_file import replace_file
        from models.work.mail_draft import Attachment, mail_draft

        try:
            data = item.path.read_bytes()
        except FileNotFoundError as error:
            raise FileMissing(item.path) from error
        except OSError as error:
            raise from_os_error(error, item.path) from error
        path = item.path.with_suffix(".eml")
        letter = mail_draft(to="", subject=subject, body=body, attachments=[Attachment(item.path.name, data)], at=at)
        replace_file(path, letter)
        return path

    runner.files(write, label=translate("operations", "正在写邮件…"), done=done, failed=failed)


def note(
    runner: Runner,
    *,
    items: Sequence[OutboxItem],
    fate: Fate,
    operator: str,
    at: datetime,
    way: Way | None = None,
    detail: str = "",
    done: Callable[[Changes], None] | None = None,
    failed: Failed | None = None,
) -> None:
    """Note what became of files."""

    def work(workspace: "Workspace") -> Changes:
        changes = Changes()
        with workspace.transaction():
            for item in items:
                changes |= note_outbox(workspace, item.id, fate, way=way, detail=detail, operator=operator, at=at)
        return changes

    runner.change(work, label=translate("operations", "正在登记…"), done=done, failed=failed)
