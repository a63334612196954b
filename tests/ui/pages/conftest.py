"""The review of a plan, opened for a test."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.plan import parse_plan
from models.plan.model import Plan
from models.work.kept_review import Purpose
from tests.ui.conftest import Office
from tests.ui.reviewer import Reviewer
from ui.operations.review import Review
from ui.operations.runner import Runner
from ui.review_window import ReviewWindow
from ui.theme import apply_theme

SMALL = """某区教育局2024年工作要点
一、抓安全
1．管好校车。开展校车检查，约谈司机20人。召开安全会议。
2．管好食堂。检查学校食堂50所。公布检查结果。
二、抓质量
3．管好课堂。组织教师培训。
"""

Open = Callable[[Plan], Reviewer]


@pytest.fixture
def open_review(runner: Runner, empty_office: Office, qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Open the review of a plan in front."""
    if not qapp.styleSheet():
        apply_theme(qapp)
    made: list[ReviewWindow] = []

    def show(plan: Plan) -> Reviewer:
        review = Review(
            runner,
            plan=plan,
            origin="要点.docx",
            purpose=Purpose.FIRST,
            workspace=empty_office.workspace,
            clock=empty_office.clock,
        )
        window = ReviewWindow(review, clock=empty_office.clock, settings=empty_office.settings)
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Reviewer(window, review, runner, qtbot)

    yield show
    for window in made:
        for dialog in QApplication.topLevelWidgets():
            dialog.hide()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def small(open_review: Open) -> Reviewer:
    return open_review(parse_plan(SMALL))
