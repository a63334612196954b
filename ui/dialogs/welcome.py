"""The first start: who types, for which unit, on which work points. Enter, Enter, and the work begins."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.account import person_name
from ui.dialogs.parts import button, column, field, label, row, stack, surface
from ui.dialogs.passphrase import PassphraseBox
from ui.dialogs.sheet import Sheet
from ui.icons import application_icon
from ui.operations.workspace import BUNDLED_PLAN, Answers
from ui.resources import resource
from ui.tokens import Space

if TYPE_CHECKING:
    from models.plan.model import Plan

WIDTH = 620


class WelcomeDialog(Sheet):
    """Asks what a new workspace needs; everything has a default.

    Signals:
        start_requested(): the answers are complete; ``answers`` has them.
        plan_wanted(): the person has work points of their own.
        assignment_wanted(): the person has an assignment of a superior, and begins with that.
        review_wanted(): the person wants to see what the program makes of the document, and put it right.
    """

    start_requested = Signal()
    plan_wanted = Signal()
    review_wanted = Signal()
    assignment_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Fill in the defaults and put the cursor on the first."""
        super().__init__(parent, name="welcomeDialog", title=self.tr("欢迎使用要点填报"), width=WIDTH)
        self._plan: Path | Plan = resource(BUNDLED_PLAN)
        self._origin = ""
        self._reviewed = False
        self._operator = field(
            "operatorName", title=self.tr("填报人"), text=person_name() or self.tr("填报员"), limit=100
        )
        self._unit = field("unitName", title=self.tr("单位名称"), text=self.tr("示例区教育和体育局"), limit=64)
        self._code = field(
            "unitCode", title=self.tr("单位代码"), hint=self.tr("上级名册里的代码，没有就不填"), limit=32
        )
        self._passphrase = PassphraseBox()
        self._objection = label(name="objection", tone="red", wrap=True)
        self._objection.hide()
        self._start = button(self.tr("开始填报"), "startButton", primary=True)
        self._start.setDefault(False)  # Enter confirms one field after the other; see keyPressEvent
        self._start.setAutoDefault(False)
        self._from_above = button(self.tr("从任务下达表开始…"), "startFromAssignment")
        self._from_above.setToolTip(self.tr("上级单位用本程序下达了任务：打开它发来的文件，单位和任务都在里面。"))
        self._from_above.setAutoDefault(False)
        self._from_above.clicked.connect(self.assignment_wanted)
        self._leave = button(self.tr("取消") if parent else self.tr("退出"), "leaveButton")
        self._inputs = QWidget()
        inner = QVBoxLayout(self._inputs)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.MEDIUM)
        for card in (self._person_card(), self._plan_card(), self._identity_card()):
            inner.addWidget(card)
        self.column.addLayout(self._head())
        self.column.addWidget(self._inputs)
        self.column.addWidget(self._objection)
        hint = label(self.tr("按 Enter 确认每一项，两次就能开始。"), tone="faint", size="secondary")
        self.foot.addLayout(row(hint, None, self._leave, self._start))
        self._connect()
        self._operator.setFocus()
        self._operator.selectAll()

    def answers(self) -> Answers:
        """Return what was answered."""
        return Answers(
            operator=self._operator.text().strip(),
            unit_name=self._unit.text().strip(),
            unit_code=self._code.text().strip(),
            plan=self._plan,
            passphrase=self._passphrase.passphrase,
        )

    @property
    def origin(self) -> str:
        """The name of the document's file, or nothing."""
        return self._origin

    @property
    def must_review(self) -> bool:
        """Whether the document has doubts that nobody has looked at; the bundled one is known to be read right."""
        if isinstance(self._plan, Path) or self._reviewed:
            return False
        return bool(self._plan.doubts) or not any(True for _ in self._plan.tasks)

    def choose_plan(self, path: Path) -> None:
        """Take another document, to be read when the workspace is made."""
        self._plan, self._origin, self._reviewed = path, path.name, False
        self._show_plan()

    def take_plan(self, plan: "Plan", origin: str, *, reviewed: bool = False) -> None:
        """Take a document that was read; ``origin`` is its file's name, or nothing."""
        self._plan, self._origin, self._reviewed = plan, origin, reviewed
        self._show_plan()
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_draft(self, plan: "Plan") -> None:
        """Take a plan as it was left in the middle of a review."""
        self.take_plan(plan, self._origin)

    def set_busy(self, busy: bool) -> None:
        """Show that the workspace is being made, or that it could not be and the answers may be changed."""
        self._inputs.setEnabled(not busy)
        self._start.setEnabled(not busy)
        self._start.setText(self.tr("正在建立…") if busy else self._start_text())
        self._leave.setEnabled(not busy)
        self._from_above.setEnabled(not busy)

    def reject(self) -> None:
        """Esc leaves, but not while the workspace is being made."""
        if self._leave.isEnabled():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; in a field it is the field's own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()
            return
        super().keyPressEvent(event)

    def _head(self) -> QVBoxLayout:
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(44, 44))
        title = label(self.tr("欢迎使用要点填报"), "welcomeTitle", size="title")
        purpose = label(self.tr("把工作要点变成任务，逐期填报进展，导出带签名的填报表。"), tone="secondary", wrap=True)
        texts = column(title, purpose, spacing=Space.HAIR)
        head = row(picture, texts, self._from_above, spacing=Space.PANEL)
        head.setStretch(1, 1)
        return column(head)

    def _person_card(self) -> QWidget:
        card = surface("card", name="personCard")
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.MEDIUM)
        rows = (
            (self.tr("填报人(&P)"), self._operator),
            (self.tr("单位名称(&U)"), self._unit),
            (self.tr("单位代码(&C)"), self._code),
        )
        for at, (title, one) in enumerate(rows):
            above = label(title, tone="secondary")
            above.setBuddy(one)
            grid.addWidget(above, at, 0)
            grid.addWidget(one, at, 1)
        grid.setColumnStretch(1, 1)
        stack(card).addLayout(grid)
        return card

    def _plan_card(self) -> QWidget:
        card = surface("card", name="planCard", spacing=Space.HAIR)
        self._plan_name = label(name="planName", wrap=True)
        self._plan_note = label(name="planNote", tone="secondary", size="secondary", wrap=True)
        self._choose = button(self.tr("换一个文件…"), "choosePlan")
        self._choose.clicked.connect(self.plan_wanted)
        self._review = button(self.tr("先审阅…"), "reviewPlan", quiet=True)
        self._review.setToolTip(self.tr("看看程序把文件拆成了哪些任务，不对的可以改。"))
        self._review.clicked.connect(self.review_wanted)
        texts = column(label(self.tr("工作要点"), tone="label"), self._plan_name, self._plan_note, spacing=Space.HAIR)
        line = row(texts, self._review, self._choose)
        line.setStretch(0, 1)
        stack(card).addLayout(line)
        self._show_plan()
        return card

    def _identity_card(self) -> QWidget:
        card = surface("card", name="identityCard", spacing=Space.SMALL)
        about = label(
            self.tr("现在为本单位生成签名身份，由您在这台电脑上的账户保护；导出的填报表都用它签名。"),
            "identityNote",
            wrap=True,
        )
        texts = column(label(self.tr("签名身份"), tone="label"), about, spacing=Space.HAIR)
        stack(card).addLayout(texts)
        stack(card).addWidget(self._passphrase)
        return card

    def _connect(self) -> None:
        self._operator.returnPressed.connect(lambda: _focus(self._unit))
        self._unit.returnPressed.connect(self._request)
        self._code.returnPressed.connect(self._request)
        self._passphrase.confirmed.connect(self._request)
        self._passphrase.resized.connect(self.fit)
        self._start.clicked.connect(self._request)
        self._leave.clicked.connect(self.reject)
        QWidget.setTabOrder(self._choose, self._review)
        QWidget.setTabOrder(self._start, self._from_above)
        for one in (self._operator, self._unit):
            one.textChanged.connect(self._forget_objection)

    def _show_plan(self) -> None:
        if not isinstance(self._plan, Path):
            from ui.operations.review import summary

            name = self._plan.title or self._origin or self.tr("手工录入的工作要点")
            note = summary(self._plan)
        elif self._plan == resource(BUNDLED_PLAN):
            name, note = self.tr("济宁市教育局 2021 年工作要点"), self.tr("随程序附带：济教字〔2021〕1号，20 目")
        else:
            name, note = self._plan.name, str(self._plan.parent)
        self._plan_name.setText(name)
        self._plan_note.setText(note)
        self._start.setText(self._start_text())
        if self.isVisible():
            self.fit()

    def _start_text(self) -> str:
        return self.tr("审阅工作要点…") if self.must_review else self.tr("开始填报")

    def _request(self) -> None:
        objection = self._missing() or self._passphrase.objection()
        if objection is None:
            self._forget_objection()
            self.start_requested.emit()
            return
        text, where = objection
        self._objection.setText(f"! {text}")
        self._objection.show()
        _focus(where)
        self.fit()
        self.show_part(self._objection)

    def _missing(self) -> tuple[str, QLineEdit] | None:
        if not self._operator.text().strip():
            return self.tr("请填写填报人：每一处修改都记在这个名字下。"), self._operator
        if not self._unit.text().strip():
            return self.tr("请填写单位名称：它会印在填报表上。"), self._unit
        return None

    def _forget_objection(self) -> None:
        self._objection.hide()


def _focus(one: QLineEdit) -> None:
    one.setFocus(Qt.FocusReason.TabFocusReason)
    one.selectAll()
