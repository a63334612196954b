"""销号: which tasks can be closed and which are, closing them, and opening them again."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.work.closures import DoneTask, close_task, done_tasks, reopen_task
from ui.operations.runner import Failed, Runner

translate = QCoreApplication.translate


def read_done_tasks(runner: Runner, *, done: Callable[[tuple[DoneTask, ...]], None], failed: Failed) -> None:
    """Read the tasks that can be closed and those that are; ``done`` is not called if they are out of date by then."""
    begun = runner.revision

    def deliver(found: tuple[DoneTask, ...]) -> None:
        if begun == runner.revision:
            done(found)

    runner.read(done_tasks, done=deliver, failed=failed)


def close(
    runner: Runner,
    *,
    task_id: str,
    remark: str,
    operator: str,
    at: datetime,
    done: Callable[[Changes], None],
    failed: Failed,
) -> None:
    """Close a task on what the remark says."""
    runner.change(
        lambda workspace: close_task(workspace, task_id, remark=remark, operator=operator, at=at),
        label=translate("operations", "正在登记…"),
        done=done,
        failed=failed,
    )


def reopen(
    runner: Runner,
    *,
    task_id: str,
    remark: str,
    operator: str,
    at: datetime,
    done: Callable[[Changes], None],
    failed: Failed,
) -> None:
    """Open a task again, for the reason that the remark says."""
    runner.change(
        lambda workspace: reopen_task(workspace, task_id, remark=remark, operator=operator, at=at),
        label=translate("operations", "正在登记…"),
        done=done,
        failed=failed,
    )
