"""下达: what is to leave, then the signed files with their list, then the record of them; and blank forms.

The database is held for moments only: drawn up on its thread, written and signed in the pool, where it can be
cancelled, and put out on its thread again. All files get their names, or none does, and nothing is recorded then.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.errors import from_os_error
from models.core.paths import Places
from models.core.periods import Period
from models.store.outbox import OutboxItem, outbox
from models.work.assign import Assigning, AssignProblem, Terms
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.store.database import Workspace
    from models.workbooks.issue import Drafts, Issued
    from models.workbooks.issue_blank_forms import FormDrafts, IssuedForms
    from models.workbooks.outgoing import Staged

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How assignments, or forms, are to leave.

    ``everything``: also what did not change. ``units`` None means all that are concerned.
    """

    terms: Terms
    folder: Path
    operator: str
    at: datetime
    everything: bool = False
    units: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would leave under some terms, and what is odd about the grid."""

    basis: Assigning
    drafts: "Drafts"
    problems: tuple[AssignProblem, ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    drafts: "Drafts"
    workspace: Path
    unit: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Written:
    drafts: "Drafts"
    staged: "Staged"
    fingerprint: str


def look_ahead(
    runner: Runner,
    *,
    terms: Terms,
    everything: bool,
    at: datetime,
    done: Callable[[Outlook], None],
    failed: Failed,
) -> None:
    """Tell what would leave; nothing is written."""

    def work(workspace: "Workspace") -> Outlook:
        from models.work.assign import problems_of, read_assigning
        from models.workbooks.issue import draw_up

        basis = read_assigning(workspace)
        drafts = draw_up(workspace, terms=terms, at=at, everything=everything)
        return Outlook(basis, drafts, problems_of(basis))

    runner.read(work, done=done, failed=failed)


def issue(
    runner: Runner,
    order: Order,
    *,
    places: Places,
    passphrase: str | None,
    done: Callable[["Issued"], None],
    failed: Failed,
) -> None:
    """Write, sign and record the assignments that are to leave.

    Args:
        runner: whose workspace.
        order: what is to leave, and where to.
        places: where the account keeps the secret that unlocks the identity.
        passphrase: what unlocks an identity that is locked so.
        done: gets what left; that is nothing where nothing is to leave any more.
        failed: gets what went wrong, or that the person stopped it; then there is no new file, and nothing is recorded.
    """

    def draw(workspace: "Workspace") -> _Drawn:
        from models.store.units import own_unit
        from models.workbooks.issue import draw_up

        drafts = draw_up(workspace, terms=order.terms, at=order.at, units=order.units, everything=order.everything)
        own = own_unit(workspace)
        return _Drawn(drafts, workspace.path, (own.name, own.code) if own else ("", ""))

    def write(drawn: _Drawn) -> None:
        from models.core.changes import Changes
        from models.workbooks.issue import Issued

        drafts = drawn.drafts
        if not drafts.drafts:
            done(Issued((), None, drafts.unchanged, drafts.without_tasks, Changes()))
            return

        def work(task: Task) -> _Written:
            return _stage(drawn, order, task, places=places, passphrase=passphrase)

        runner.files(work, label=translate("operations", "正在签名并写出任务下达表…"), done=put_out, failed=failed)

    def put_out(written: _Written) -> None:
        def work(workspace: "Workspace") -> "Issued":
            from models.workbooks.issue import put_out as record

            return record(
                workspace,
                written.drafts,
                written.staged,
                fingerprint=written.fingerprint,
                operator=order.operator,
                at=order.at,
            )

        label = translate("operations", "正在登记…")
        runner.change(work, label=label, done=done, failed=lambda error: _let_go(written.staged, error, failed))

    runner.read(draw, label=translate("operations", "正在汇总任务…"), done=write, failed=failed)


def issue_forms(
    runner: Runner, order: Order, *, period: Period, done: Callable[["IssuedForms"], None], failed: Failed
) -> None:
    """Write blank forms for the units that have no program, and record that they left."""

    def draw(workspace: "Workspace") -> "FormDrafts":
        from models.workbooks.issue_blank_forms import draw_up_forms

        return draw_up_forms(workspace, period=period, terms=order.terms, at=order.at, units=order.units)

    def write(drafts: "FormDrafts") -> None:
        from models.core.changes import Changes
        from models.workbooks.issue_blank_forms import IssuedForms

        if not drafts.drafts:
            done(IssuedForms((), drafts.without_tasks, Changes()))
            return

        def work(task: Task) -> "Staged":
            from models.workbooks.issue_blank_forms import stage_forms

            _make_above(order.folder)
            return stage_forms(
                drafts, order.folder, at=order.at, progress=task.progress, cancelled=lambda: task.cancelled
            )

        label = translate("operations", "正在写空白填报表…")
        runner.files(work, label=label, done=lambda staged: put_out(drafts, staged), failed=failed)

    def put_out(drafts: "FormDrafts", staged: "Staged") -> None:
        def work(workspace: "Workspace") -> "IssuedForms":
            from models.workbooks.issue_blank_forms import put_out_forms

            return put_out_forms(workspace, drafts, staged, operator=order.operator, at=order.at)

        label = translate("operations", "正在登记…")
        runner.change(work, label=label, done=done, failed=lambda error: _let_go(staged, error, failed))

    runner.read(draw, label=translate("operations", "正在汇总任务…"), done=write, failed=failed)


def find_items(
    runner: Runner, *, paths: Collection[Path], done: Callable[[tuple[OutboxItem, ...]], None], failed: Failed
) -> None:
    """Find what the outbox says of files that just left."""

    def work(workspace: "Workspace") -> tuple[OutboxItem, ...]:
        latest: dict[Path, OutboxItem] = {}
        for item in outbox(workspace):
            if item.path in paths:
                latest.setdefault(item.path, item)
        return tuple(latest.values())

    runner.read(work, done=done, failed=failed)


def _stage(drawn: _Drawn, order: Order, task: Task, *, places: Places, passphrase: str | None) -> _Written:
    from models.work.keys import ensure_identity
    from models.workbooks.issue import stage_drafts

    identity = ensure_identity(
        drawn.workspace,
        places=places,
        unit_name=drawn.unit[0],
        unit_code=drawn.unit[1],
        at=order.at,
        passphrase=passphrase,
    )
    _make_above(order.folder)
    staged = stage_drafts(
        drawn.drafts,
        identity,
        order.folder,
        at=order.at,
        progress=task.progress,
        cancelled=lambda: task.cancelled,
    )
    return _Written(drawn.drafts, staged, identity.fingerprint)


def _make_above(folder: Path) -> None:
    """Make the folder that stands above the one of this day; a stick that was pulled is not made anew."""
    try:
        if folder.parent.parent.is_dir():
            folder.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise from_os_error(error, folder) from error


def _let_go(staged: "Staged", error: Exception, failed: Failed) -> None:
    from models.workbooks.outgoing import drop

    drop(staged)
    failed(error)
