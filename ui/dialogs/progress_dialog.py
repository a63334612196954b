"""What the person sees of running work: nothing for 600 ms, then a small dialog that is true and can be cancelled."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from ui.dialogs.parts import button, label, row
from ui.dialogs.sheet import Sheet
from ui.operations.task import Task

DELAY = 600  # milliseconds; most work is over before anybody would have to read
_POLL = 100  # milliseconds between two looks at a task


class ProgressDialog(Sheet):
    """A label, a bar, and a cancel button where cancelling works."""

    def __init__(self, parent: QWidget | None, *, cancel: Callable[[], None]) -> None:
        """Show nothing yet.

        Args:
            parent: the window that has to wait.
            cancel: called when the person asks to stop.
        """
        super().__init__(parent, name="progressDialog", title=self.tr("请稍候"), width=420)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._cancel = cancel
        self._label = label(name="progressLabel", size="section", wrap=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("progressBar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("进度"))
        self._text = label(name="progressText", tone="secondary")
        self._button = button(self.tr("取消"), "cancelButton")
        self._button.clicked.connect(self.reject)
        self.column.addWidget(self._label)
        self.column.addWidget(self._bar)
        self.foot.addLayout(row(self._text, None, self._button))

    def show_state(self, task: Task) -> None:
        """Show how far a task is."""
        state = task.state
        self._label.setText(task.label)
        self._bar.setRange(0, state.total)
        self._bar.setValue(state.done)
        counted = self.tr("{done} / {total}").format(done=state.done, total=state.total) if state.total else ""
        self._text.setText(self.tr("正在取消…") if task.cancelled else " · ".join(filter(None, (counted, state.text))))
        self._button.setVisible(task.can_cancel)
        self._button.setEnabled(not task.cancelled)

    def reject(self) -> None:
        """Esc and the button ask to stop; the dialog goes when the work has stopped."""
        self._cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the dialog is asking to stop, too."""
        event.ignore()
        self._cancel()


class DialogPresenter(QObject):
    """Shows the tasks of a runner: one dialog for however many run at once, until the last is over."""

    def __init__(self, *, delay: int = DELAY, parent: QObject | None = None) -> None:
        """Wait for tasks.

        Args:
            delay: milliseconds before a dialog appears.
            parent: the owner.
        """
        super().__init__(parent)
        self._running: list[Task] = []
        self._dialog: ProgressDialog | None = None
        self._appear = QTimer(self)
        self._appear.setSingleShot(True)
        self._appear.setInterval(delay)
        self._appear.timeout.connect(self._show)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._update)

    def begin(self, task: Task) -> None:
        """Count one more; only the first starts the wait."""
        self._running.append(task)
        if self._dialog is None and not self._appear.isActive():
            self._appear.start()

    def end(self, task: Task) -> None:
        """Count one less; the last takes the dialog away."""
        self._running.remove(task)
        if self._running:
            return
        self._appear.stop()
        self._poll.stop()
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.hide()
            self._dialog.deleteLater()
        self._dialog = None

    def _show(self) -> None:
        parent = QApplication.activeModalWidget() or QApplication.activeWindow()
        self._dialog = ProgressDialog(parent, cancel=self._cancel)
        self._dialog.show_state(self._running[0])
        self._dialog.show()
        self._poll.start()

    def _update(self) -> None:
        if self._dialog is None:
            return
        if shiboken6.isValid(self._dialog):
            self._dialog.show_state(self._running[0])
        else:  # the window beneath is gone and took it along, but the work goes on
            self._show()

    def _cancel(self) -> None:
        for task in self._running:
            task.cancel()
        self._update()
