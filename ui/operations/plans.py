"""Work points on their way into a workspace: read, kept while they are reviewed, compared, taken in."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.changes import Changes
from models.core.errors import EnvironmentProblem, UserError
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.plan.compare import Comparison
    from models.plan.model import Plan
    from models.store.database import Workspace
    from models.work.kept_review import KeptReview
    from models.work.take_in_plan import StoredPlan

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Stored:
    """The plan of the open workspace, and the file that the workspace is."""

    workspace: Path
    stored: "StoredPlan"


def read_document(runner: Runner, *, path: Path, done: "Callable[[Plan], None]", failed: Failed) -> None:
    """Read a document of work points from a file."""

    def work(task: Task) -> "Plan":
        from models.plan import read_plan

        plan = read_plan(path)
        task.check_cancelled()
        return plan

    runner.files(work, done=done, failed=failed, label=translate("operations", "正在读取工作要点…"))


def read_text(runner: Runner, *, text: str, done: "Callable[[Plan], None]", failed: Failed) -> None:
    """Read work points that were pasted: prose, or cells out of a sheet."""

    def work(task: Task) -> "Plan":
        from models.plan import read_pasted

        plan = read_pasted(text)
        task.check_cancelled()
        return plan

    runner.files(work, done=done, failed=failed, label=translate("operations", "正在读取工作要点…"))


def read_stored(runner: Runner, *, done: Callable[[Stored], None], failed: Failed | None = None) -> None:
    """Read the plan of the open workspace as a document that can be reviewed."""

    def work(workspace: "Workspace") -> Stored:
        from models.work.board import NothingToReport
        from models.work.take_in_plan import stored_plan

        stored = stored_plan(workspace)
        if stored is None:
            raise NothingToReport("plan")
        return Stored(workspace.path, stored)

    runner.read(work, done=done, failed=failed, label=translate("operations", "正在读取工作要点…"))


def compare(
    runner: Runner,
    *,
    before: "Plan",
    after: "Plan",
    done: "Callable[[Comparison], None]",
    failed: Failed | None = None,
) -> None:
    """Find out what becomes of each task when a plan takes the place of another; tasks that go on have their ids."""

    def work(_: Task) -> "Comparison":
        from models.work.take_in_plan import compare_by_ids

        return compare_by_ids(before, after)

    runner.files(work, done=done, failed=failed, label=translate("operations", "正在比较两个版本…"))


def continue_plan(
    runner: Runner, *, before: "Plan", later: "Plan", done: "Callable[[Plan], None]", failed: Failed | None = None
) -> None:
    """Find the tasks of a plan in a later version of its document, so that they keep their ids and corrections."""

    def work(_: Task) -> "Plan":
        from models.work.take_in_plan import continued

        return continued(before, later)

    runner.files(work, done=done, failed=failed, label=translate("operations", "正在比较两个版本…"))


def take_in(
    runner: Runner,
    *,
    plan: "Plan",
    at: datetime,
    done: Callable[[Changes], None],
    failed: Failed | None = None,
) -> None:
    """Put a later version in the place of the workspace's plan, as the operator at the keyboard."""

    def work(workspace: "Workspace") -> Changes:
        from models.store.operators import current_operator
        from models.work.left_open import keep_left_open
        from models.work.take_in_plan import take_in_plan

        operator = current_operator(workspace)
        changes = take_in_plan(workspace, plan, operator=operator.name if operator else "—", at=at)
        with suppress(UserError, EnvironmentProblem):  # the plan is taken in; what it leaves open is only a help
            keep_left_open(workspace.path, plan)
        return changes

    runner.change(work, done=done, failed=failed, label=translate("operations", "正在更新工作要点…"))


def find_review(runner: Runner, *, workspace: Path, done: "Callable[[KeptReview | None], None]") -> None:
    """Look for a review of this workspace that was not finished."""

    def work(_: Task) -> "KeptReview | None":
        from models.work.kept_review import kept_review

        return kept_review(workspace)

    runner.files(work, done=done)


def forget_review(runner: Runner, *, workspace: Path) -> None:
    """Remove what was kept of a review: its plan was adopted, or is not wanted."""

    def work(_: Task) -> None:
        from models.work import kept_review

        kept_review.forget_review(workspace)

    runner.files(work, done=lambda _: None)
