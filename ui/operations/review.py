"""A review under way: the plan as it stands, the way back and forth, and its copy on the disk after each correction."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from models.core.clock import Clock
from models.core.errors import UserError
from models.plan.draft import PlanDraft
from models.plan.model import Plan
from models.work.kept_review import KeptReview, Purpose, Spelled, forget_review, keep_review
from ui.operations.runner import Runner
from ui.operations.task import Task
from ui.wording import listed

Change = Callable[[PlanDraft], PlanDraft]
_LARGE = 100_000  # characters of a plan that takes a moment to write out


@dataclass(frozen=True, slots=True)
class _Step:
    """What can be taken back: its name for the menu, the draft on the other side, and the row that it concerns."""

    name: str
    draft: PlanDraft
    key: str


class Review(QObject):
    """Holds a draft that a person puts right. Each correction has a name, can be undone, and is kept on the disk.

    Signals:
        changed(str): the draft is another one now; the key of the row to turn to, or nothing to stay.
        refused(Exception): a correction cannot be made; nothing was changed.
        kept(): the newest draft is on the disk.
        not_kept(Exception): it could not be written; the next correction tries again.
    """

    changed = Signal(str)
    refused = Signal(object)
    kept = Signal()
    not_kept = Signal(object)

    def __init__(
        self,
        runner: Runner,
        *,
        plan: Plan,
        origin: str,
        purpose: Purpose,
        workspace: Path,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        """Begin with a plan as it was read; ``workspace`` is the file beside which the review is kept."""
        super().__init__(parent)
        self._runner = runner
        self._workspace = workspace
        self._clock = clock
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._spelled = Spelled()  # of the file thread that writes; one at a time
        self._writing = self._stale = self._over = False
        self._waiting: list[Callable[[], None]] = []
        self.origin = origin
        self.purpose = purpose
        self.draft = PlanDraft(plan)
        if len(plan.source) > _LARGE:
            self._spell()

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.draft.plan

    @property
    def undo_name(self) -> str:
        """The name of what would be undone next, or blank."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """The name of what would be redone next, or blank."""
        return self._undone[-1].name if self._undone else ""

    def do(self, name: str, change: Change, *, key: str = "", then: str = "") -> bool:
        """Make a correction and tell whether it was made, or was none.

        Args:
            name: what it is called when it is undone.
            change: makes a new draft of the present one.
            key: the row that it concerns, to which undoing it turns.
            then: the row to turn to afterwards; nothing to stay.
        """
        try:
            draft = change(self.draft)
        except UserError as error:
            self.refused.emit(error)
            return False
        self.record(name, draft, key=key, then=then)
        return True

    def record(self, name: str, draft: PlanDraft, *, key: str = "", then: str = "") -> None:
        """Take a draft that a correction has made; the same as before is none."""
        if draft.plan == self.plan:
            return
        self._done.append(_Step(name, self.draft, key))
        self._undone.clear()
        self._stand(draft, then)

    def undo(self) -> None:
        """Take the last correction back."""
        self._move(self._done, self._undone)

    def redo(self) -> None:
        """Make the correction that was undone last again."""
        self._move(self._undone, self._done)

    def finish(self) -> None:
        """Keep nothing any more: the plan was adopted, or is not wanted."""
        self._over = True
        if not self._writing:
            self._remove()

    def keep(self) -> None:
        """Write the draft to the disk, in the background; while one is being written the newest waits for its turn."""
        if self._over:
            return
        if self._writing:
            self._stale = True
            return
        self._writing, self._stale = True, False
        review = KeptReview(plan=self.plan, origin=self.origin, purpose=self.purpose, at=self._clock.now())

        def work(_: Task) -> None:
            keep_review(self._workspace, review, self._spelled)

        self._runner.files(work, done=self._written, failed=self._written)

    def when_kept(self, then: Callable[[], None]) -> None:
        """Call ``then`` once the newest draft is on the disk, or cannot be: now, if nothing is under way."""
        if self._writing:
            self._waiting.append(then)
        else:
            then()

    def _spell(self) -> None:
        """Write a large plan out once, to nowhere, so that the first correction of it does not wait for that."""
        plan, self._writing = self.plan, True

        def work(_: Task) -> None:
            self._spelled.plan(plan)

        self._runner.files(work, done=self._spelled_out, failed=self._spelled_out)

    def _spelled_out(self, _: Exception | None) -> None:
        self._writing = False
        if self._over:
            self._remove()
        elif self._stale:
            self.keep()

    def _stand(self, draft: PlanDraft, key: str) -> None:
        self.draft = draft
        self.keep()
        self.changed.emit(key)

    def _move(self, source: list[_Step], target: list[_Step]) -> None:
        if source:
            step = source.pop()
            target.append(_Step(step.name, self.draft, step.key))
            self._stand(step.draft, step.key)

    def _written(self, error: Exception | None) -> None:
        self._writing = False
        if self._over:
            self._remove()
        elif error is not None:
            self.not_kept.emit(error)
        elif self._stale:
            self.keep()
        else:
            self.kept.emit()
        if not self._writing:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()

    def _remove(self) -> None:
        workspace = self._workspace
        self._runner.files(lambda _: forget_review(workspace), done=lambda _: None)


def summary(plan: Plan) -> str:
    """Say in one line what a plan holds: 6 个部分 · 20 目 · 189 项任务 · 20 个指标 · 12 处存疑."""
    items = [item for part in plan.parts for item in part.items]
    targets = [target for item in items for task in item.tasks for target in task.indicators]
    words = [
        QCoreApplication.translate("plan_review", "{count} 个部分").format(count=len(plan.parts)),
        QCoreApplication.translate("plan_review", "{count} 目").format(count=len(items)),
        QCoreApplication.translate("plan_review", "{count} 项任务").format(
            count=sum([len(item.tasks) for item in items])
        ),
        QCoreApplication.translate("plan_review", "{count} 个指标").format(count=len(targets)),
    ]
    if plan.doubts:
        words.append(QCoreApplication.translate("plan_review", "{count} 处存疑").format(count=len(plan.doubts)))
    return " · ".join(words)


def left_open(plan: Plan) -> str:
    """Say what a plan that is adopted leaves open, and where to go on with it; nothing if it leaves nothing."""
    words = []
    if plan.doubts:
        words.append(QCoreApplication.translate("plan_review", "{count} 处存疑").format(count=len(plan.doubts)))
    if plan.left_over:
        words.append(
            QCoreApplication.translate("plan_review", "{count} 段文字没有归入任务").format(count=len(plan.left_over))
        )
    if not words:
        return ""
    return QCoreApplication.translate("plan_review", "还有{what}，随时可以从菜单“工作要点…”接着看。").format(
        what=listed(words)
    )
