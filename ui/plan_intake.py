"""The ways of work points into a workspace: from where, reviewed, compared with what is there, taken in."""

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.core.clock import Clock
from models.plan.compare import Comparison
from models.plan.model import Plan
from models.work.kept_review import KeptReview, Purpose
from models.work.take_in_plan import with_choices
from ui.dialogs.plan_compare_dialog import PlanCompareDialog
from ui.dialogs.plan_source_dialog import PlanSourceDialog
from ui.dialogs.resume_review_dialog import ResumeReviewDialog
from ui.operations.plans import (
    Stored,
    compare,
    continue_plan,
    find_review,
    forget_review,
    read_document,
    read_stored,
    take_in,
)
from ui.operations.review import Review, left_open
from ui.operations.runner import Runner
from ui.review_window import ReviewWindow
from ui.settings import Settings

Taken = Callable[[Plan, str], None]
Opened = Callable[[Review, ReviewWindow], None]


class PlanIntake(QObject):
    """Leads a document through its dialogs; one at a time.

    Signals:
        refused(Exception): something went wrong on the way; the window in front stays.
        taken_in(): a later version, or a correction, is the workspace's plan now.
        told(str): what is still open in a plan that was just adopted, and where to go on with it.
    """

    refused = Signal(object)
    taken_in = Signal()
    told = Signal(str)

    def __init__(self, runner: Runner, *, clock: Clock, settings: Settings, parent: QObject | None = None) -> None:
        """Wait for wishes."""
        super().__init__(parent)
        self._runner = runner
        self._clock = clock
        self._settings = settings
        self.window: ReviewWindow | None = None
        self._review: Review | None = None

    def ask_source(self, parent: QWidget, *, taken: Taken, later: bool = False) -> PlanSourceDialog:
        """Let the person name a document; ``taken`` gets the plan and the name of its file."""
        dialog = PlanSourceDialog(self._runner, year=self._clock.now().year, later=later, parent=parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.plan_read.connect(taken)
        dialog.open()
        return dialog

    def review_first(
        self,
        parent: QWidget,
        *,
        plan: Plan,
        origin: str,
        workspace: Path,
        adopted: Callable[[Plan], None],
        aside: Callable[[Plan], None],
    ) -> None:
        """Review the plan of a workspace that is still to be made.

        Args:
            parent: the window that asks.
            plan: as it was read, or as it was left.
            origin: the name of its file, or nothing.
            workspace: where the workspace will be; the review is kept beside it.
            adopted: gets the plan when the person wants it; then call ``finish``, or ``set_busy(False)``.
            aside: gets the plan as it stands when the window was closed.
        """

        def opened(review: Review, window: ReviewWindow) -> None:
            window.adopt_wanted.connect(lambda: adopted(review.plan))
            window.put_aside.connect(lambda: aside(review.plan))

        self._begin(parent, plan, origin, Purpose.FIRST, workspace, opened=opened)

    def review_plan(self, parent: QWidget, plan: Path | Plan, origin: str, go_on: Taken) -> None:
        """Begin a review of a plan, or of the document that is to be read from a file first."""
        if not isinstance(plan, Path):
            go_on(plan, origin)
        elif parent.isEnabled():
            name = plan.name
            read_document(self._runner, path=plan, done=lambda read: go_on(read, name), failed=self.refused.emit)

    def take_later(self, parent: QWidget) -> None:
        """Let the person name a later version, and take it in."""
        self.ask_source(parent, later=True, taken=lambda plan, origin: self._on_later(parent, plan, origin))

    def correct(self, parent: QWidget) -> None:
        """Let the person put the workspace's own plan right."""

        def show(stored: Stored) -> None:
            self._review_stored(parent, stored, stored.stored.plan, "", Purpose.CORRECTION)

        read_stored(self._runner, done=show, failed=self.refused.emit)

    def offer(self, parent: QWidget, workspace: Path, go_on: Callable[[KeptReview], None] | None = None) -> None:
        """Ask whether to go on with a review that was not finished, if there is one."""

        def found(kept: KeptReview | None) -> None:
            if (
                kept is None
                or not shiboken6.isValid(parent)
                or not parent.isVisible()
                or (go_on is None) == (kept.purpose is Purpose.FIRST)
            ):
                return
            dialog = ResumeReviewDialog(kept, parent)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.go_on.connect(lambda: go_on(kept) if go_on else self._go_on(parent, kept))
            dialog.discarded.connect(lambda: forget_review(self._runner, workspace=workspace))
            dialog.open()

        self._find(workspace, found)

    def set_busy(self, busy: bool) -> None:
        """Show on the review window that its plan is being adopted, or could not be."""
        if self.window is not None:
            self.window.set_busy(busy)

    def finish(self, workspace: Path | None = None) -> None:
        """Close the review, if there is one: its plan was adopted. What is kept beside ``workspace`` goes too."""
        if self._review is not None:
            self._review.finish()
            self._review = None
        elif workspace is not None:
            forget_review(self._runner, workspace=workspace)
        if self.window is not None:
            self.window.close_adopted()

    def tell_left_open(self, plan: Plan) -> None:
        """Tell what a plan that was adopted leaves open, if anything."""
        words = left_open(plan)
        if words:
            self.told.emit(words)

    def _on_later(self, parent: QWidget, plan: Plan, origin: str) -> None:
        def go(stored: Stored) -> None:
            continue_plan(
                self._runner,
                before=stored.stored.plan,
                later=plan,
                done=lambda merged: show(stored, merged),
                failed=self.refused.emit,
            )

        def show(stored: Stored, merged: Plan) -> None:
            if merged.doubts:
                self._review_stored(parent, stored, merged, origin, Purpose.LATER)
            else:
                self._compare(parent, stored, merged, origin=origin)

        read_stored(self._runner, done=go, failed=self.refused.emit)

    def _go_on(self, parent: QWidget, kept: KeptReview) -> None:
        def show(stored: Stored) -> None:
            self._review_stored(parent, stored, kept.plan, kept.origin, kept.purpose)

        read_stored(self._runner, done=show, failed=self.refused.emit)

    def _review_stored(self, parent: QWidget, stored: Stored, plan: Plan, origin: str, purpose: Purpose) -> None:
        def opened(review: Review, window: ReviewWindow) -> None:
            window.adopt_wanted.connect(lambda: self._compare(window, stored, review.plan))

        self._begin(parent, plan, origin, purpose, stored.workspace, opened=opened)

    def _begin(
        self, parent: QWidget, plan: Plan, origin: str, purpose: Purpose, workspace: Path, *, opened: Opened
    ) -> None:
        """Open a review, unless another one was left there that the person would rather go on with."""

        def fresh() -> None:
            opened(*self._open(parent, plan, origin, purpose, workspace))

        def found(kept: KeptReview | None) -> None:
            if not shiboken6.isValid(parent):
                return
            if kept is None or kept.plan == plan or (kept.purpose is Purpose.FIRST) is not (purpose is Purpose.FIRST):
                fresh()
                return
            left = kept
            dialog = ResumeReviewDialog(left, parent)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.go_on.connect(lambda: opened(*self._open(parent, left.plan, left.origin, left.purpose, workspace)))
            dialog.discarded.connect(lambda: forget_review(self._runner, workspace=workspace))
            dialog.discarded.connect(fresh)
            dialog.open()

        self._find(workspace, found)

    def _find(self, workspace: Path, found: Callable[[KeptReview | None], None]) -> None:
        """Look for a review that was left; one that was left a moment ago is looked for once it is all on the disk."""

        def look() -> None:
            find_review(self._runner, workspace=workspace, done=found)

        if self._review is not None:
            self._review.when_kept(look)
        else:
            look()

    def _open(
        self, parent: QWidget, plan: Plan, origin: str, purpose: Purpose, workspace: Path
    ) -> tuple[Review, ReviewWindow]:
        review = Review(
            self._runner,
            plan=plan,
            origin=origin,
            purpose=purpose,
            workspace=workspace,
            clock=self._clock,
            parent=self,
        )
        window = ReviewWindow(review, clock=self._clock, settings=self._settings, parent=parent)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.setWindowModality(Qt.WindowModality.ApplicationModal)

        def forget() -> None:
            if self.window is window:
                self.window = None

        window.destroyed.connect(forget)
        self._review, self.window = review, window
        window.show()
        return review, window

    def _compare(self, parent: QWidget, stored: Stored, plan: Plan, *, origin: str | None = None) -> None:
        """Show what a plan would change; ``origin`` is named where it was not reviewed yet."""

        def show(comparison: Comparison) -> None:
            dialog = PlanCompareDialog(
                comparison,
                used=stored.stored.used,
                choose=with_choices,
                can_review=origin is not None,
                parent=parent,
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted_plan.connect(lambda wanted: self._take_in(dialog, wanted))
            dialog.review_wanted.connect(lambda: self._review_stored(parent, stored, plan, origin or "", Purpose.LATER))
            dialog.open()

        compare(self._runner, before=stored.stored.plan, after=plan, done=show, failed=self.refused.emit)

    def _take_in(self, dialog: PlanCompareDialog, plan: Plan) -> None:
        dialog.set_busy(True)

        def done(_: object) -> None:
            dialog.set_busy(False)
            dialog.accept()
            self.finish()
            self.taken_in.emit()
            self.tell_left_open(plan)

        def failed(error: Exception) -> None:
            dialog.set_busy(False)
            self.refused.emit(error)

        take_in(self._runner, plan=plan, at=self._clock.now(), done=done, failed=failed)
