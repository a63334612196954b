"""A plan is put right at the keyboard: doubts first, each correction with a way back, and all of it on the disk."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPlainTextEdit, QPushButton

from models.core.vocabulary import Direction, Per, TaskKind
from models.plan import parse_plan, read_plan
from models.plan.draft import PlanDraft
from models.plan.model import DoubtKind, Plan
from models.work.kept_review import kept_review
from tests.ui.conftest import Office
from tests.ui.pages.conftest import SMALL, Open
from tests.ui.reviewer import Reviewer
from ui.operations.workspace import BUNDLED_PLAN
from ui.resources import resource


@pytest.fixture(scope="module")
def bundled() -> Plan:
    return read_plan(resource(BUNDLED_PLAN))


def test_the_real_document_is_counted_and_its_first_doubt_is_shown(open_review: Open, bundled: Plan) -> None:
    reviewer = open_review(bundled)
    said = reviewer.says("reviewSummary")
    assert said == f"6 个部分 · 20 目 · 189 项任务 · 20 个指标 · {len(bundled.doubts)} 处存疑"
    assert reviewer.window.page.key == bundled.doubts[0].task_id
    assert reviewer.says("doubtsHeadline").startswith(f"▲ {len(bundled.doubts)} 处存疑")


def test_f8_leads_from_doubt_to_doubt_and_around(open_review: Open, bundled: Plan) -> None:
    reviewer = open_review(bundled)
    seen = [reviewer.window.page.key]
    for _ in bundled.doubts:
        reviewer.press("F8")
        seen.append(reviewer.window.page.key)
    assert seen == [*(doubt.task_id for doubt in bundled.doubts), bundled.doubts[0].task_id]


def test_f9_settles_a_doubt_and_goes_on_with_the_next(open_review: Open, bundled: Plan) -> None:
    reviewer = open_review(bundled)
    reviewer.press("F9")
    assert reviewer.plan.doubts == bundled.doubts[1:]
    assert reviewer.window.page.key == bundled.doubts[1].task_id
    for _ in bundled.doubts[1:]:
        reviewer.press("F9")
    assert reviewer.plan.doubts == ()
    assert reviewer.says("doubtsHeadline") == ""
    assert "存疑" not in reviewer.says("reviewSummary")


def test_f7_does_what_the_advice_says(open_review: Open, bundled: Plan) -> None:
    reviewer = open_review(bundled)
    doubt = reviewer.plan.doubts[0]
    assert doubt.kind is DoubtKind.CLAUSE_MAY_BE_TASK
    reviewer.press("F7")
    assert doubt.text in reviewer.texts
    assert doubt not in reviewer.plan.doubts
    merging = next(each for each in reviewer.plan.doubts if each.kind is DoubtKind.TASK_MAY_BE_CLAUSE)
    doubts = reviewer.find(QListView, "doubts")
    doubts.setCurrentIndex(doubts.model().index(reviewer.plan.doubts.index(merging), 0))
    count = len(reviewer.texts)
    reviewer.push("remedyDoubt")
    assert len(reviewer.texts) == count - 1
    assert merging not in reviewer.plan.doubts


def test_return_in_the_list_of_doubts_leads_to_the_place(open_review: Open, bundled: Plan) -> None:
    reviewer = open_review(bundled)
    doubts = reviewer.find(QListView, "doubts")
    doubts.setFocus()
    reviewer.press("Down")
    reviewer.press("Return")
    assert reviewer.window.page.key == bundled.doubts[1].task_id


def test_ctrl_m_merges_with_the_next(small: Reviewer) -> None:
    small.turn_to("召开安全会议")
    small.press("Ctrl+Up")
    first = small.chosen
    small.press("Ctrl+M")
    assert small.chosen.id == first.id
    assert "召开安全会议" in small.chosen.text
    assert len(small.texts) == len(list(parse_plan(SMALL).tasks)) - 1


def test_ctrl_enter_splits_at_the_cursor(small: Reviewer) -> None:
    task = small.turn_to("检查学校食堂50所")
    small.press("F2")
    small.press("End")
    small.type("，整改问题")
    small.put_cursor(len("检查学校食堂50所，"))
    small.press("Ctrl+Return")
    assert small.chosen.id == task.id
    assert small.chosen.text == "检查学校食堂50所"
    assert "整改问题" in small.texts


def test_a_click_in_the_document_chooses_and_ctrl_enter_splits_there(small: Reviewer) -> None:
    document = small.window.page.document
    place = SMALL.index("约谈司机")
    cursor = document.textCursor()
    cursor.setPosition(place)
    QTest.mouseClick(
        document.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        document.cursorRect(cursor).center(),
    )
    assert "约谈司机" in small.chosen.text
    assert document.place() == place
    small.press("Ctrl+Return")
    assert "约谈司机20人" in small.texts


def test_a_split_that_leaves_nothing_is_refused_in_words(small: Reviewer) -> None:
    small.turn_to("公布检查结果")
    before = small.plan
    small.put_cursor(0)
    small.press("Ctrl+Return")
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "messageDialog" and w.isVisible())
    assert "不能拆分" in dialog.findChild(QLabel, "messageHappened").text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert small.plan == before


def test_insert_adds_and_the_wording_is_typed_over(small: Reviewer) -> None:
    task = small.turn_to("召开安全会议")
    small.press("Ins")
    assert small.chosen.text == "新任务"
    small.type("开展应急演练")
    small.press("Tab")
    assert small.chosen.text == "开展应急演练"
    texts = small.texts
    assert texts.index("开展应急演练") == texts.index(task.text) + 1


def test_delete_takes_a_task_out_and_its_words_are_left_over(small: Reviewer) -> None:
    task = small.turn_to("公布检查结果")
    small.press("Del")
    assert task.text not in small.texts
    assert any(span.start == task.span.start for span in small.plan.left_over)


def test_delete_in_a_text_deletes_a_letter_only(small: Reviewer) -> None:
    small.turn_to("公布检查结果")
    count = len(small.texts)
    small.put_cursor(0)
    small.press("Del")
    assert len(small.texts) == count
    assert small.find(QPlainTextEdit, "wording").toPlainText() == "布检查结果"


def test_alt_and_arrows_move_within_an_item_and_beyond(small: Reviewer) -> None:
    task = small.turn_to("召开安全会议")
    small.press("Alt+Down")
    place = small.review.draft.place_of(task.id)
    assert (place.part, place.item, place.position) == (0, 1, 0)
    small.press("Alt+Down")
    assert small.review.draft.place_of(task.id).position == 1
    small.press("Alt+Up")
    small.press("Alt+Up")
    assert small.review.draft.place_of(task.id).item == 0
    assert small.window.page.key == task.id


def test_kind_units_and_due_date_are_taken(small: Reviewer) -> None:
    small.turn_to("召开安全会议")
    small.push("kind_ongoing" if small.chosen.kind is TaskKind.MILESTONE else "kind_milestone")
    small.fill("lead", "安全科")
    small.fill("support", "办公室、财务科")
    small.fill("due", "6月底")
    task = small.chosen
    assert task.kind in {TaskKind.ONGOING, TaskKind.MILESTONE}
    assert (task.lead, task.support, task.due) == (("安全科",), ("办公室", "财务科"), date(2024, 6, 30))
    assert small.line("due").text() == "2024-06-30"
    assert not small.find(QPushButton, "kind_quantified").isEnabled()


def test_a_due_date_that_is_none_is_refused_below_its_field(small: Reviewer) -> None:
    small.turn_to("召开安全会议")
    small.fill("due", "很快")
    assert small.line("due").text() == "很快"
    assert "看不出" in small.says("dueRefusal")
    small.press("Ctrl+Down")
    assert small.chosen.text == "召开安全会议", "what was refused must not be left behind"
    small.line("due").setFocus()
    small.press("Esc")
    assert small.says("dueRefusal") == ""
    small.press("Ctrl+Down")
    assert small.chosen.text != "召开安全会议"


def test_a_target_is_added_changed_and_taken_away(small: Reviewer) -> None:
    small.turn_to("召开安全会议")
    small.push("addTarget")
    small.type("安全会议")
    small.press("Tab")
    small.fill("targetFigure_1", "1,2")
    assert small.says("targetFigure_1Refusal")
    small.fill("targetFigure_1", "8")
    small.fill("targetUnit_1", "次")
    small.pick("targetPer_1", 3)
    (indicator,) = small.chosen.indicators
    assert (indicator.name, indicator.target, indicator.unit, indicator.per) == ("安全会议", 8, "次", Per.QUARTER)
    assert small.says("targetRate_1") == "折合每期 2 次"
    assert small.chosen.kind is TaskKind.QUANTIFIED
    small.pick("targetSide_1", 1)
    small.fill("targetBaseline_1", "3")
    (indicator,) = small.chosen.indicators
    assert (indicator.direction, indicator.baseline) == (Direction.AT_MOST, Decimal(3))
    small.push("targetRemove_1")
    assert small.chosen.indicators == ()


def test_half_a_target_is_not_left_behind(small: Reviewer) -> None:
    task = small.turn_to("召开安全会议")
    small.push("addTarget")
    small.type("安全会议")
    small.press("Ctrl+Down")
    assert small.window.page.key == task.id
    assert "还缺这一项" in small.says("targetFigure_1Refusal")
    small.push("targetRemove_1")
    small.press("Ctrl+Down")
    assert small.window.page.key != task.id


def test_the_head_is_a_row_of_its_own(small: Reviewer) -> None:
    small.click_row("head")
    small.fill("planTitle", "某区教育局2024年重点工作")
    small.fill("planYear", "二〇二四")
    assert "四位数字" in small.says("planYearRefusal")
    small.press("Esc")
    small.fill("planNumber", "某教字〔2024〕3号")
    assert (small.plan.title, small.plan.document_number) == ("某区教育局2024年重点工作", "某教字〔2024〕3号")
    assert small.says("reviewTitle") == "某区教育局2024年重点工作"


def test_a_plan_can_be_typed_from_nothing(open_review: Open) -> None:
    reviewer = open_review(PlanDraft.blank(title="2021年工作要点", year=2021).plan)
    assert not reviewer.window.page.document.isVisible()
    reviewer.push("addPart")
    reviewer.fill("headingText", "抓安全")
    reviewer.push("addItem")
    reviewer.fill("headingText", "管好校车")
    reviewer.push("addTaskHere")
    reviewer.type("开展校车检查")
    reviewer.press("Tab")
    assert [part.title for part in reviewer.plan.parts] == ["", "抓安全"]
    assert reviewer.texts == ["开展校车检查"]


def test_each_step_has_a_name_and_a_way_back(small: Reviewer) -> None:
    first = small.plan
    steps = [
        ("召开安全会议", "Alt+Up", "移动任务"),
        ("检查学校食堂", "Ctrl+M", "合并任务"),
        ("组织教师培训", "Del", "删除任务"),
    ]
    for text, keys, name in steps:
        small.turn_to(text)
        small.press(keys)
        assert small.review.undo_name == name
        assert small.find(QPushButton, "undoReviewButton").toolTip().startswith(f"撤销：{name}")
    last = small.plan
    for _ in steps:
        small.press("Ctrl+Z")
    assert small.plan == first
    assert not small.find(QPushButton, "undoReviewButton").isEnabled()
    for _ in steps:
        small.press("Ctrl+Y")
    assert small.plan == last


def test_typing_is_undone_in_the_field_before_it_is_handed_over(small: Reviewer) -> None:
    task = small.turn_to("公布检查结果")
    small.press("F2")
    small.type("x")
    small.press("Ctrl+Z")
    assert small.find(QPlainTextEdit, "wording").toPlainText() == task.text
    assert small.review.undo_name == ""


def test_every_step_is_on_the_disk(small: Reviewer, empty_office: Office) -> None:
    assert kept_review(empty_office.workspace) is None
    small.turn_to("组织教师培训")
    small.press("Del")
    small.press("Ctrl+Z")
    small.turn_to("公布检查结果")
    small.press("Del")
    small.settle()
    kept = kept_review(empty_office.workspace)
    assert kept is not None
    assert (kept.plan, kept.origin, kept.at) == (small.plan, "要点.docx", empty_office.clock.now())
    assert small.says("saved") == "✓ 已存 10:32:05"


def test_what_is_being_typed_is_kept_when_the_window_closes(small: Reviewer, empty_office: Office) -> None:
    small.turn_to("公布检查结果")
    small.press("F2")
    small.type("公开检查结果")
    small.window.close()
    small.settle()
    kept = kept_review(empty_office.workspace)
    assert kept is not None
    assert "公开检查结果" in [task.text for task in kept.plan.tasks]


def test_a_disk_that_refuses_is_told_and_tried_again(small: Reviewer, empty_office: Office) -> None:
    folder = empty_office.workspace.parent
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way", encoding="utf-8")
    small.turn_to("公布检查结果")
    small.press("Del")
    small.settle()
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "messageDialog" and w.isVisible())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert small.says("saved").startswith("■")
    folder.unlink()
    small.push("undoReviewButton")
    small.settle()
    assert small.says("saved").startswith("✓")


def test_characters_outside_the_basic_plane_shift_nothing(open_review: Open) -> None:
    text = SMALL.replace("抓安全", "抓𠮷安全")
    reviewer = open_review(parse_plan(text))
    task = reviewer.turn_to("公布检查结果")
    document = reviewer.window.page.document
    assert document.place() == task.span.start
    assert document.task_at(document.place()) == task.id


def test_everything_has_a_name(small: Reviewer) -> None:
    small.turn_to("检查学校食堂50所")
    for widget in small.window.findChildren(QPushButton) + small.window.findChildren(QPlainTextEdit):
        if widget.isVisibleTo(small.window):
            assert widget.objectName()
            assert widget.accessibleName() or getattr(widget, "text", lambda: "")()
