"""撤回本期上报: the reason, and afterwards the words for the superior."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from models.core.clock import Clock
from models.core.periods import Period
from models.store.period_events import MAX_REASON
from models.work.withdrawing import Withdrawn
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, field, label, row, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.runner import Runner
from ui.operations.sign_off import withdraw_return
from ui.wording import period_name

WIDTH = 520


class WithdrawDialog(Sheet):
    """Takes a return back that the superior has not accepted, and gives the notice to send."""

    def __init__(
        self, runner: Runner, *, period: Period, operator: str, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """Ask about the latest return of a period."""
        super().__init__(parent, name="withdrawDialog", title=self.tr("撤回本期上报"), width=WIDTH)
        self._runner, self._period, self._operator, self._clock = runner, period, operator, clock
        headline = self.tr("撤回{period}的填报表").format(period=period_name(period))
        self.column.addWidget(label(headline, "withdrawTitle", size="title", wrap=True))
        explained = self.tr("上级审核通过以前可以撤回：本期重新打开，改好后再导出的是下一次，表上写明代替哪一次。")
        self.column.addWidget(label(explained, tone="secondary", wrap=True))
        self._reason = field("withdrawReason", title=self.tr("撤回的原因"), limit=MAX_REASON)
        self.column.addLayout(titled(self.tr("撤回的原因"), self._reason))
        self._notice = QPlainTextEdit()
        self._notice.setObjectName("withdrawNotice")
        self._notice.setAccessibleName(self.tr("给上级单位的话"))
        self._notice.setReadOnly(True)
        self._notice.setTabChangesFocus(True)
        self._notice.setFixedHeight(132)
        self._notice.hide()
        self.column.addWidget(self._notice)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._copy = button(self.tr("复制给上级的话"), "copyNotice", primary=True)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._notice.toPlainText()))
        self._copy.hide()
        self._go = button(self.tr("撤回"), "withdrawButton", primary=True)
        self._go.setEnabled(False)
        self._go.clicked.connect(self._withdraw)
        self._reason.textChanged.connect(lambda text: self._go.setEnabled(bool(text.strip())))
        self.foot.addLayout(row(None, self._cancel, self._copy, self._go))

    def _withdraw(self) -> None:
        self._go.setEnabled(False)
        withdraw_return(
            self._runner,
            period=self._period,
            reason=self._reason.text(),
            operator=self._operator,
            at=self._clock.now(),
            done=self._withdrawn,
            failed=self._refused,
        )

    def _withdrawn(self, result: Withdrawn) -> None:
        self._notice.setPlainText(result.notice)
        self._notice.show()
        self._reason.setReadOnly(True)
        self._go.hide()
        self._copy.show()
        self._copy.setFocus()
        self._cancel.setText(self.tr("关闭"))
        self.fit()

    def _refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        MessageDialog(explain(error), self).open()
