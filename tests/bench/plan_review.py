"""One correction in the review of a plan of 11,000 tasks, up to the window's being painted again: against one of 110.

Both windows are real and offscreen. What is written to the disk is written by another thread, and is not waited for.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from measure import Pair

from models.core.clock import FixedClock
from models.work.kept_review import Purpose
from tests.ui.large_plan import large_plan

_TASKS_OF_AN_ITEM = 5


@contextmanager
def plan_review(folder: Path) -> Iterator[Pair]:
    """Reword a task of the one plan and of the other, each time otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.operations.review import Review
    from ui.operations.runner import Runner
    from ui.review_window import ReviewWindow
    from ui.settings import load_settings
    from ui.theme import apply_theme

    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        apply_theme(application)
    runner = Runner()
    clock = FixedClock(datetime(2024, 3, 5, tzinfo=UTC))
    numbers = count()
    windows = []

    def corrected(tasks: int) -> Callable[[], None]:
        workspace = folder / f"{tasks}.yaodian"
        plan = large_plan(tasks // _TASKS_OF_AN_ITEM)
        review = Review(runner, plan=plan, origin="", purpose=Purpose.FIRST, workspace=workspace, clock=clock)
        window = ReviewWindow(review, clock=clock, settings=load_settings(folder / "settings.json"))
        windows.append(window)
        window.show()
        key = f"{tasks // _TASKS_OF_AN_ITEM // 2}-2"
        window.page.choose(key)

        def correct() -> None:
            while runner.busy:  # the one before is on the disk
                application.processEvents()
            review.do("改写", lambda draft: draft.reword(key, f"改写第{next(numbers)}次"), key=key)
            application.processEvents()

        return correct

    yield Pair(ours=corrected(11_000), reference=corrected(110), reference_name="a plan of 110 tasks", rounds=20)
    while runner.busy:
        application.processEvents()
    for window in windows:
        window.hide()
        window.deleteLater()
    application.processEvents()
    runner.close()
