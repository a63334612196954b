"""空白填报表…: for the units that have no program, one fillable workbook each, for a period."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from models.core.errors import Cancelled
from models.core.periods import Period, periods_of_year
from models.work.assign import Terms
from ui.dialogs.issue_terms import Desk, IssueTarget
from ui.dialogs.issued_dialog import IssuedDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, label, row, titled
from ui.dialogs.sheet import Sheet
from ui.messages import Message, explain
from ui.operations.issue import Order, issue_forms
from ui.operations.runner import Runner
from ui.wording import period_name

if TYPE_CHECKING:
    from models.workbooks.issue_blank_forms import IssuedForms

WIDTH = 560


class BlankFormsDialog(Sheet):
    """Asks for which period, and where to."""

    def __init__(self, runner: Runner, desk: Desk, *, period: Period, parent: QWidget | None = None) -> None:
        """Offer the periods of the year, beginning with ``period``."""
        super().__init__(parent, name="blankFormsDialog", title=self.tr("空白填报表"), width=WIDTH)
        self._runner, self._desk = runner, desk
        self._after: IssuedDialog | None = None
        self._busy = False
        self.column.addWidget(label(self.tr("空白填报表"), "formsTitle", size="title"))
        about = self.tr(
            "给名录里“手填”的单位：一份可以填写的 Excel 表，除了要填的格都锁着。交回来的表没有签名，收表时要由人确认。"
        )
        self.column.addWidget(label(about, tone="secondary", wrap=True))
        self._periods = QComboBox()
        self._periods.setObjectName("formsPeriod")
        self._periods.setAccessibleName(self.tr("填报期"))
        for one in periods_of_year(period.year, period.kind):
            self._periods.addItem(period_name(one), one)
        self._periods.setCurrentIndex(self._periods.findText(period_name(period)))
        self.column.addLayout(titled(self.tr("填报期"), self._periods))
        self._target = IssueTarget(
            self.tr("空白填报表"), desk.settings.assigning, places=desk.places, at=desk.clock.now()
        )
        self.column.addWidget(self._target)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._go = button(self.tr("写出"), "formsGo", primary=True)
        self._go.clicked.connect(self._write)
        self.foot.addLayout(row(None, self._cancel, self._go))

    def reject(self) -> None:
        """Esc goes back, but not while files are being written."""
        if not self._busy:
            super().reject()

    def _write(self) -> None:
        folder = self._target.folder
        if folder is None:
            self._target.ask_folder()
            return
        self._set_busy(True)
        period: Period = self._periods.currentData()
        remembered = self._desk.settings.assigning
        order = Order(
            terms=Terms(period_kind=period.kind, contact=remembered.get("contact", "")),
            folder=folder,
            operator=self._desk.operator,
            at=self._desk.clock.now(),
        )
        issue_forms(self._runner, order, period=period, done=self._written, failed=self._refused)

    def _written(self, issued: "IssuedForms") -> None:
        self._set_busy(False)
        if not issued.files:
            nothing = Message(
                self.tr("没有可以写的空白填报表"),
                self.tr("名录里“手填”的单位还没有任务。"),
                self.tr("请先在分解表里给它们安排任务，再写一次。"),
            )
            MessageDialog(nothing, self, tone="yellow").open()
            return
        self.accept()
        self._after = IssuedDialog(
            self._runner,
            files=[path for _, path in issued.files],
            listed=None,
            operator=self._desk.operator,
            clock=self._desk.clock,
            forms=True,
            parent=self.parentWidget(),
        )
        self._after.open()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (self._periods, self._target, self._cancel, self._go):
            part.setEnabled(not busy)
