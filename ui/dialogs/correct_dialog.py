"""更正: opening a period again that its return has closed, with the reason why."""

from PySide6.QtWidgets import QWidget

from models.core.clock import Clock
from models.store.period_events import MAX_REASON, PeriodEvent
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.messages.standing import moment_words
from ui.operations.runner import Runner
from ui.operations.sign_off import reopen_for_correction
from ui.tokens import Space
from ui.wording import period_name

WIDTH = 520


class CorrectDialog(Sheet):
    """Asks why, and says what follows from it."""

    def __init__(
        self,
        runner: Runner,
        *,
        closing: PeriodEvent,
        operator: str,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about one closed period; ``closing`` is the return that closed it."""
        super().__init__(parent, name="correctDialog", title=self.tr("更正"), width=WIDTH)
        self._runner = runner
        self._operator = operator
        self._clock = clock
        headline = self.tr("更正{period}").format(period=period_name(closing.period))
        self.column.addWidget(label(headline, "correctTitle", size="title", wrap=True))
        card = surface("notice-accent", name="correctCard", margin=Space.MEDIUM, spacing=Space.HAIR)
        gone = self.tr("第 {sequence} 次填报表已于 {moment} 导出，校验码 {code}。").format(
            sequence=closing.sequence, moment=moment_words(closing.at), code=closing.check_code
        )
        follows = self.tr(
            "打开以后可以改动内容、重新签批，导出的是第 {sequence} 次填报表，表上写明代替第 {before} 次。"
        ).format(sequence=closing.sequence + 1, before=closing.sequence)
        stack(card).addWidget(label(gone, "correctGone", wrap=True))
        stack(card).addWidget(label(follows, "correctFollows", wrap=True))
        self.column.addWidget(card)
        self._reason = field(
            "correctReason",
            title=self.tr("更正的原因"),
            hint=self.tr("例如：上级退回，数字有误"),
            limit=MAX_REASON,
        )
        self._reason.textChanged.connect(self._settle)
        kept = label(self.tr("原因会记入“本期经过”，改正期间显示在表单上方。"), tone="secondary", wrap=True)
        self.column.addLayout(column(titled(self.tr("更正的原因"), self._reason), kept, spacing=Space.HAIR))
        cancel = button(self.tr("取消"), "cancelButton")
        cancel.clicked.connect(self.reject)
        self._go = button(self.tr("打开本期"), "reopenButton", primary=True)
        self._go.clicked.connect(self._reopen)
        self.foot.addLayout(row(None, cancel, self._go))
        self._settle()
        self._reason.setFocus()

    def _settle(self) -> None:
        self._go.setEnabled(bool(self._reason.text().strip()))

    def _reopen(self) -> None:
        self._go.setEnabled(False)
        reopen_for_correction(
            self._runner,
            reason=self._reason.text(),
            operator=self._operator,
            at=self._clock.now(),
            done=self.accept,
            failed=self._refused,
        )

    def _refused(self, error: Exception) -> None:
        self._settle()
        MessageDialog(explain(error), self).open()
