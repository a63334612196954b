"""本期经过: who signed, exported and corrected, and what was done to the PINs. Only to be read."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, label, row
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.messages.trail import trail_lines
from ui.operations.runner import Runner
from ui.operations.sign_off import Trail, read_trail
from ui.tokens import Space
from ui.wording import period_name

WIDTH = 620
_HEIGHT = 240


class SignOffTrailDialog(Sheet):
    """Lists what happened, the latest first."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        """Begin to read; the dialog can be shown at once."""
        super().__init__(parent, name="trailDialog", title=self.tr("本期经过"), width=WIDTH)
        self._period = label(name="trailPeriod", tone="secondary", wrap=True)
        title = label(self.tr("本期经过"), size="title")
        self.column.addLayout(column(title, self._period, spacing=Space.HAIR))
        self._lines = QPlainTextEdit()
        self._lines.setObjectName("trailLines")
        self._lines.setAccessibleName(self.tr("本期经过"))
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(_HEIGHT)
        self.column.addWidget(self._lines)
        close = button(self.tr("关闭"), "closeButton", primary=True)
        close.clicked.connect(self.accept)
        self.foot.addLayout(row(None, close))
        close.setFocus()
        read_trail(runner, done=self._show, failed=self._refused)

    def _show(self, trail: Trail) -> None:
        self._period.setText(
            self.tr("{period}，最近的在上面。记录只增不改；PIN 和“谁必须签批”对各期都有效，也列在这里。").format(
                period=period_name(trail.period)
            )
        )
        lines = trail_lines(trail.events, trail.pins, trail.demands)
        self._lines.setPlainText("\n".join(lines) if lines else self.tr("还没有人签批，也没有导出过。"))
        self.fit()

    def _refused(self, error: Exception) -> None:
        self.reject()
        MessageDialog(explain(error), self.parentWidget()).open()
