"""Every dialog in both languages: nothing cut off, nothing overlapping, everything named for those who can't see it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.core.periods import parse_period
from models.core.pin import SALT_LENGTH
from models.core.vocabulary import Role
from models.signing.findings import Code, Outcome
from models.signing.verify import Signer
from models.store.period_events import Event, PeriodEvent, demand_roles
from models.work.sign_off import reset_pin, set_pin
from models.workbooks.examine import Examination, Problem, Remark, Standing
from tests.ui.conftest import NOW, UNIT, Office
from tests.ui.dialogs.assign_dialogs import ASSIGN_DIALOGS
from tests.ui.dialogs.summary_dialogs import SUMMARY_DIALOGS
from ui.dialogs.correct_dialog import CorrectDialog
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.exported_dialog import ExportedDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.pin_dialog import PinDialog
from ui.dialogs.progress_dialog import ProgressDialog
from ui.dialogs.sign_off_trail_dialog import SignOffTrailDialog
from ui.dialogs.step_dialog import StepDialog
from ui.dialogs.verify_dialog import VerifyDialog
from ui.dialogs.welcome import WelcomeDialog
from ui.language import speak
from ui.messages import explain
from ui.operations.returns import Exported
from ui.operations.runner import Runner
from ui.operations.signers import KnownOfUnit
from ui.operations.task import Task
from ui.theme import apply_theme

SMALLEST = (1366, 768)

Maker = Callable[[Runner, Office, QtBot], QDialog]


def welcome(_: Runner, __: Office, ___: QtBot) -> QDialog:
    return WelcomeDialog()


def welcome_open(_: Runner, __: Office, ___: QtBot) -> QDialog:
    dialog = WelcomeDialog()
    dialog.findChild(QPushButton, "passphraseToggle").click()
    dialog.findChild(QLineEdit, "operatorName").setText("")
    dialog.findChild(QPushButton, "startButton").click()
    return dialog


def export(opened: Runner, office: Office, qtbot: QtBot) -> QDialog:
    dialog = ExportDialog(opened, places=office.places, clock=office.clock, settings=office.settings)
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "exportPeriod").text() != "", timeout=10_000)
    return dialog


def exported(opened: Runner, office: Office, _: QtBot) -> QDialog:
    done = Exported(
        path=office.places.documents / "示例区教育和体育局_2021_第二季度_12.xlsx",
        period=parse_period("2021-Q2"),
        sequence=12,
        check_code="4F7K-9QXM-2RTC",
        fingerprint="K7QM 2XHD 9PTA VW4E",
    )
    return ExportedDialog(done, runner=opened)


def verified(outcome: Outcome) -> Maker:
    def make(opened: Runner, _: Office, __: QtBot) -> QDialog:
        dialog = VerifyDialog(opened)
        remarks = (
            Remark(Code.PART_CHANGED, "xl/sharedStrings.xml"),
            Remark(Problem.DATA_CHANGED, "", {"stated": "4F7K-9QXM-2RTC", "actual": "8KTM-2RVX-7QPD"}),
        )
        dialog._show(
            Examination(
                standing=Standing.NOT_GOOD,
                outcome=outcome,
                unit_name="示例区教育和体育局",
                unit_code="370800",
                fingerprint="K7QM 2XHD 9PTA VW4E",
                signed_at=NOW,
                check_code="4F7K-9QXM-2RTC",
                period=parse_period("2021-Q2"),
                sequence=2,
                findings=remarks,
            )
        )
        return dialog

    return make


def message(_: Runner, __: Office, ___: QtBot) -> QDialog:
    try:
        raise ValueError("a bug")
    except ValueError as error:
        dialog = MessageDialog(explain(error))
    dialog.add_action("新建工作区…", "newWorkspace")
    dialog.findChild(QPushButton, "detailsButton").click()
    return dialog


def progress(_: Runner, __: Office, ___: QtBot) -> QDialog:
    dialog = ProgressDialog(None, cancel=lambda: None)
    task = Task("正在签名并导出…", can_cancel=True)
    task.progress(1, 3, "制表、签名")
    dialog.show_state(task)
    return dialog


def export_with_demands(opened: Runner, office: Office, qtbot: QtBot) -> QDialog:
    wanted = frozenset({Role.REVIEWER, Role.UNIT_HEAD})
    opened.commit(lambda workspace: demand_roles(workspace, wanted, operator="王敏", at=NOW))
    salt = bytes(SALT_LENGTH)
    opened.commit(
        lambda workspace: set_pin(workspace, name="王敏", old="2468", new="2468", salt=salt, operator="王敏", at=NOW)
    )
    return export(opened, office, qtbot)


def draft(opened: Runner, office: Office, _: QtBot) -> QDialog:
    path = office.places.documents / "示例区教育和体育局_2021_第二季度_12.xlsx"
    codes = {"check_code": "4F7K-9QXM-2RTC", "fingerprint": "K7QM 2XHD 9PTA VW4E"}
    made = Exported(path=path, period=parse_period("2021-Q2"), sequence=1, draft=True, evidence=3, **codes)
    return ExportedDialog(made, runner=opened)


def correct(opened: Runner, office: Office, _: QtBot) -> QDialog:
    closing = PeriodEvent(
        at=NOW,
        operator="王敏",
        period=parse_period("2021-Q2"),
        sequence=12,
        event=Event.CLOSED,
        check_code="4F7K-9QXM-2RTC",
    )
    return CorrectDialog(opened, closing=closing, operator="王敏", clock=office.clock)


def pin(opened: Runner, office: Office, _: QtBot) -> QDialog:
    return PinDialog(opened, name="王敏", has_pin=True, operator="王敏", clock=office.clock)


def forgotten_pin(opened: Runner, office: Office, _: QtBot) -> QDialog:
    asked = PinDialog(opened, name="王敏", has_pin=True, operator="王敏", clock=office.clock)
    asked.findChild(QPushButton, "forgottenPin").click()
    step = asked.findChild(StepDialog)
    step.asked = asked  # the one that it belongs to lives as long
    return step


def reset_in_sight(opened: Runner, office: Office, qtbot: QtBot) -> QDialog:
    """As much as there ever is about the sign-offs: all demanded, one given, one under a PIN that was reset."""
    wanted = frozenset({Role.REVIEWER, Role.UNIT_HEAD})
    office.settings.sign_off = {"reviewed_by": "王敏"}
    pin = {"name": "王敏", "operator": "王敏", "at": NOW}
    opened.commit(lambda workspace: demand_roles(workspace, wanted, operator="王敏", at=NOW))
    opened.commit(lambda workspace: set_pin(workspace, old="2468", new="2468", salt=bytes(SALT_LENGTH), **pin))
    opened.commit(lambda workspace: reset_pin(workspace, reason="2468 " * 30, **pin))
    return export(opened, office, qtbot)


def trail(opened: Runner, office: Office, qtbot: QtBot) -> QDialog:
    demanded = frozenset({Role.REVIEWER})
    opened.commit(lambda workspace: demand_roles(workspace, demanded, operator="王敏", at=NOW))
    dialog = SignOffTrailDialog(opened)
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "trailPeriod").text() != "", timeout=10_000)
    return dialog


def imitated(opened: Runner, _: Office, __: QtBot) -> QDialog:
    dialog = VerifyDialog(opened)
    valid = (NOW - timedelta(days=900), NOW + timedelta(days=900))
    signer = Signer(UNIT, "370800", "K7QM 2XHD 9PTA VW4E", "ab" * 32, *valid)
    facts = {"unit_name": UNIT, "unit_code": "370800", "fingerprint": signer.fingerprint, "signed_at": NOW}
    found = Examination(
        standing=Standing.NOT_GOOD,
        outcome=Outcome.SIGNER_DIFFERS,
        findings=(Remark(Code.SIGNER_IS_ANOTHER),),
        signer=signer,
        check_code="4F7K-9QXM-2RTC",
        **facts,
    )
    dialog._show(found, KnownOfUnit(is_own=True, own="9PTA VW4E K7QM 2XHD"))
    return dialog


DIALOGS: dict[str, Maker] = {
    **ASSIGN_DIALOGS,
    **SUMMARY_DIALOGS,
    "forgotten pin": forgotten_pin,
    "reset in sight": reset_in_sight,
    "trail": trail,
    "imitated": imitated,
    "export with demands": export_with_demands,
    "draft": draft,
    "correct": correct,
    "pin": pin,
    "welcome": welcome,
    "welcome with passphrase": welcome_open,
    "export": export,
    "exported": exported,
    "verify": lambda opened, _, __: VerifyDialog(opened),
    **{f"verified {outcome}": verified(outcome) for outcome in Outcome},
    "message": message,
    "progress": progress,
}


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    # A translation that is not there yet leaves the Chinese, which is looked at all the same.
    speak(qapp, request.param)
    apply_theme(qapp)
    yield request.param
    speak(qapp, "zh")


@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog_shows_all_of_itself(name: str, language: str, opened: Runner, office: Office, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](opened, office, qtbot)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()
    assert dialog.width() <= SMALLEST[0]
    assert dialog.height() <= SMALLEST[1] - 40, "leaves no room for a title bar"
    problems = [text for widget in visible(dialog) for text in complaints(widget)]
    assert problems == []


def visible(dialog: QDialog) -> list[QWidget]:
    return [widget for widget in dialog.findChildren(QWidget) if widget.isVisibleTo(dialog) and widget.width() > 0]


def complaints(widget: QWidget) -> Iterator[str]:
    """Say what is wrong with one widget as it stands on the screen."""
    who = widget.objectName() or type(widget).__name__
    parent = widget.parentWidget()
    if is_shown_text(widget) and not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"{who} leaves its parent"
    match widget:
        case QLabel():
            if is_label_cut(widget):
                yield f"{who} is cut off: {widget.text()}"
        case QPushButton():
            if width_of(widget, widget.text().replace("&", "")) > room_in(widget) + 1:
                yield f"{who} is cut off: {widget.text()}"
        case QLineEdit():
            if not widget.text() and width_of(widget, widget.placeholderText()) > widget.width() - 20:
                yield f"{who} has a hint that is cut off: {widget.placeholderText()}"
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QLabel):
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())):
            yield f"{who} has no name for a screen reader"
        if not widget.objectName():
            yield f"{who} has no object name"


def is_shown_text(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QLineEdit)


def is_label_cut(widget: QLabel) -> bool:
    if not widget.text():
        return False
    if widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    return widget.sizeHint().width() > widget.width() + 1


def width_of(widget: QWidget, text: str) -> int:
    return QFontMetrics(widget.font()).horizontalAdvance(text)


def room_in(widget: QPushButton) -> int:
    option = QStyleOptionButton()
    option.initFrom(widget)
    return widget.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, widget).width()


def test_siblings_do_not_overlap(opened: Runner, office: Office, qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp)
    for make in DIALOGS.values():
        dialog = make(opened, office, qtbot)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        shown = [w for w in visible(dialog) if isinstance(w, QLabel | QPushButton | QLineEdit)]
        for at, first in enumerate(shown):
            for second in shown[at + 1 :]:
                if first.parentWidget() is second.parentWidget():
                    crossing = first.geometry().intersected(second.geometry())
                    assert crossing.isEmpty(), f"{first.objectName()} lies over {second.objectName()}"
        dialog.close()
