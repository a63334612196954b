"""The review and its dialogs in both languages, down to the smallest window: nothing cut off, everything named."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.plan import parse_plan
from models.plan.model import Plan
from models.work.kept_review import KeptReview, Purpose
from models.work.take_in_plan import compare_by_ids, continued, with_choices
from tests.ui.conftest import NOW, Office
from tests.ui.dialogs.test_fit import complaints
from ui.dialogs.plan_compare_dialog import PlanCompareDialog
from ui.dialogs.plan_source_dialog import PlanSourceDialog
from ui.dialogs.resume_review_dialog import ResumeReviewDialog
from ui.language import speak
from ui.operations.review import Review
from ui.operations.runner import Runner
from ui.review_window import ReviewWindow
from ui.theme import apply_theme

TEXT = """某区教育局工作要点
一、抓安全
1．管好校车。开展校车检查，约谈司机20人（安全科、办公室）。9月前召开安全会议。
2．管好食堂。每季度检查学校食堂50所，将合格率从71%提高到80%。
二、抓质量
4．管好课堂。6月底前组织教师培训。
"""
Maker = Callable[[Runner, Office], QWidget]


def review(key: str, text: str = TEXT) -> Maker:
    def make(runner: Runner, office: Office) -> QWidget:
        plan = parse_plan(text)
        made = Review(
            runner,
            plan=plan,
            origin="",
            purpose=Purpose.FIRST,
            workspace=office.workspace,
            clock=office.clock,
        )
        window = ReviewWindow(made, clock=office.clock, settings=office.settings)
        made.setParent(window)
        window.resize(window.minimumSize())
        window.show()
        wanted = next((task.id for task in plan.tasks if task.text.startswith(key)), key)
        window.page.choose(wanted)
        return window

    return make


def compared(_: Runner, __: Office) -> QWidget:
    before = parse_plan(TEXT)
    after = continued(before, parse_plan(TEXT.replace("50所", "60所").replace("开展校车检查，", "")))
    found = compare_by_ids(before, after)
    gone = frozenset(task.id for task in before.tasks)
    return PlanCompareDialog(found, used=gone, choose=with_choices, can_review=True)


def resume(_: Runner, __: Office) -> QWidget:
    plan: Plan = parse_plan(TEXT)
    return ResumeReviewDialog(KeptReview(plan=plan, origin="", purpose=Purpose.FIRST, at=NOW))


SHOWN: dict[str, Maker] = {
    "task": review("每季度检查"),
    "task with a doubt": review("约谈司机"),
    "head": review("head"),
    "part": review("part 0"),
    "item": review("item 0 0"),
    "source": lambda runner, _: PlanSourceDialog(runner, year=2024),
    "source of a later version": lambda runner, _: PlanSourceDialog(runner, year=2024, later=True),
    "resume": resume,
    "compare": compared,
}


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speak(qapp, request.param)
    apply_theme(qapp)
    yield request.param
    speak(qapp, "zh")


@pytest.mark.parametrize("name", list(SHOWN))
def test_all_of_it_is_shown(name: str, language: str, runner: Runner, empty_office: Office, qtbot: QtBot) -> None:
    shown = SHOWN[name](runner, empty_office)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    QApplication.processEvents()
    assert shown.width() <= 1366
    assert shown.height() <= 768 - 40
    seen = [widget for widget in shown.findChildren(QWidget) if widget.isVisibleTo(shown) and widget.width() > 0]
    problems = [text for widget in seen for text in complaints(widget)]
    assert problems == []
