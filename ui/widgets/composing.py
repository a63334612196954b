"""Text that an input method still shows as pre-edit counts as typed: it is finished before anything is recorded."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class Composition:
    """Remembers what the input method shows in one editor and has not handed over yet."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        """Watch over an editor, which passes its input-method events to ``follow``."""
        self._editor = editor
        self._shown = ""

    @property
    def running(self) -> bool:
        """Whether there is pre-edit text at this moment."""
        return bool(self._shown)

    def follow(self, event: QInputMethodEvent) -> None:
        """Take note of an event that the editor has dealt with."""
        self._shown = event.preeditString()

    def finish(self) -> None:
        """Make the pre-edit text part of the text: ask the input method first, and do it here if that didn't."""
        if self._editor.hasFocus():
            QGuiApplication.inputMethod().commit()
        if self._shown:
            finished = QInputMethodEvent()
            finished.setCommitString(self._shown)
            QCoreApplication.sendEvent(self._editor, finished)
