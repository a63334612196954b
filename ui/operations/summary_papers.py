"""The ways out of 汇总: 汇总表, 通报, all data, and the list to carry over into the next year."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.core.periods import Period
from models.core.safe_file import free_name, place_folder, replace_file
from models.store.outbox import OutboxItem, Paper, add_outbox
from models.work.summary import Summary, read_summary
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.store.database import Workspace
    from models.work.closures import LeftOver

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _LeftOverRead:
    lines: "tuple[LeftOver, ...]"
    unit_name: str
    year: int


def write_paper(
    runner: Runner,
    *,
    paper: Paper,
    path: Path,
    period: Period,
    operator: str,
    at: datetime,
    done: Callable[[Path], None],
    failed: Failed,
) -> None:
    """Write the 汇总表 or the 通报 of a period, and note in the outbox that it was written.

    Args:
        runner: whose workspace.
        paper: SUMMARY or BULLETIN.
        path: the file; one that is there is replaced.
        period: of which period.
        operator: who is at the keyboard.
        at: now.
        done: gets the file.
        failed: gets what went wrong; there is no half file.
    """

    def write(summary: Summary) -> None:
        runner.files(
            lambda task: _write(summary, paper, path, task),
            label=translate("operations", "正在写出…"),
            done=lambda sha256: note(sha256, summary),
            failed=failed,
        )

    def note(sha256: str, summary: Summary) -> None:
        item = OutboxItem(
            paper=paper,
            unit_id=None,
            period=period,
            label=summary.unit_name,
            number=1,
            file_name=path.name,
            sha256=sha256,
            path=path,
            at=at,
            operator=operator,
        )

        def work(workspace: "Workspace") -> Changes:
            add_outbox(workspace, item)
            return Changes(outbox=True)

        label = translate("operations", "正在登记…")
        runner.change(work, label=label, done=lambda _: done(path), failed=failed)

    runner.read(
        lambda workspace: read_summary(workspace, period, today=at.date()),
        label=translate("operations", "正在汇总…"),
        done=write,
        failed=failed,
    )


def write_all_data(runner: Runner, *, folder: Path, name: str, done: Callable[[Path], None], failed: Failed) -> None:
    """Write everything as CSV and JSON into a new folder ``name`` below ``folder``, whole or not at all.

    It reads and writes on the database's thread, so that all tables are of one moment.
    """

    def work(workspace: "Workspace") -> Path:
        from models.work.data_export import export_csv, export_json

        path = free_name(folder / name)

        def fill(beside: Path) -> None:
            with workspace.transaction():
                export_csv(workspace, beside)
                export_json(workspace, beside / "workspace.json")

        place_folder(path, fill)
        return path

    runner.read(work, label=translate("operations", "正在导出全部数据…"), done=done, failed=failed)


def write_left_over(runner: Runner, *, path: Path, at: datetime, done: Callable[[Path], None], failed: Failed) -> None:
    """Write the list of what is not closed, to be carried over into the next year."""

    def read(workspace: "Workspace") -> _LeftOverRead:
        from models.store.plans import current_plan
        from models.store.units import own_unit
        from models.work.board import NothingToReport
        from models.work.closures import left_over

        plan, unit = current_plan(workspace), own_unit(workspace)
        if plan is None:
            raise NothingToReport("plan")
        return _LeftOverRead(left_over(workspace), unit.name if unit else "", plan.year)

    def write(found: _LeftOverRead) -> None:
        def work(_: Task) -> Path:
            from models.workbooks.left_over_book import write_left_over as book_of

            replace_file(path, book_of(found.lines, unit_name=found.unit_name, year=found.year, at=at))
            return path

        runner.files(work, label=translate("operations", "正在写出…"), done=done, failed=failed)

    runner.read(read, label=translate("operations", "正在汇总…"), done=write, failed=failed)


def _write(summary: Summary, paper: Paper, path: Path, task: Task) -> str:
    if paper is Paper.SUMMARY:
        from models.workbooks.summary_book import write_summary as write
    else:
        from models.workbooks.bulletin import write_bulletin as write
    data = write(summary)
    task.check_cancelled()
    replace_file(path, data)
    return hashlib.sha256(data).hexdigest()
