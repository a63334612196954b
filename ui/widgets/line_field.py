"""A labelled line that hands over what was typed when it is left, and says below itself why it was refused."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from models.core.errors import UserError
from ui.messages import explain
from ui.widgets.composing import Composition
from ui.widgets.tone import set_tone

Save = Callable[[str], bool]


class LineEdit(QLineEdit):
    """The line itself. What is refused turns it red and stays; Esc brings back what is recorded.

    Signals:
        refused(str): a sentence that says why; empty once the line is in order again.
    """

    refused = Signal(str)

    def __init__(self, *, save: Save, parent: QWidget | None = None) -> None:
        """Make an empty line; ``save`` records a text, or returns False or raises a UserError where it does not."""
        super().__init__(parent)
        self._save = save
        self._recorded = ""
        self._composition = Composition(self)
        self.textEdited.connect(lambda: self._say(""))

    @property
    def wrong(self) -> bool:
        """Whether what stands in the line was refused."""
        return bool(self.property("wrong") == "true")

    def show_text(self, text: str) -> None:
        """Show what is recorded."""
        self._recorded = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self._say("")

    def hand_over(self) -> bool:
        """Record what was typed; False leaves it in the line, which is red then."""
        self._composition.finish()
        if not self._has_news():
            self._say("")
            return True
        before = self._recorded
        try:
            saved = self._save(self.text().strip())
        except UserError as error:
            message = explain(error)
            self._say(self.tr("{happened}。{advice}").format(happened=message.happened, advice=message.advice))
            return False
        if saved and self._recorded == before:  # nobody has shown the recorded form in the meantime
            self.show_text(self.text().strip())
        return saved

    def object_to(self, sentence: str) -> None:
        """Turn red and say why; an empty sentence takes that back."""
        self._say(sentence)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window where nothing was typed that could be taken back here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and not self._has_news():
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if undo or redo:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the typing back; Return hands over and goes on to the next field."""
        if event.key() == Qt.Key.Key_Escape and self._has_news():
            self.show_text(self._recorded)
            self.selectAll()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep an eye on what is being composed."""
        super().inputMethodEvent(event)
        self._composition.follow(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let the cursor go on only when the text is recorded."""
        return super().focusNextPrevChild(next) if self.hand_over() else True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Record when the line is left by the mouse too."""
        self._composition.finish()
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.hand_over()

    def _has_news(self) -> bool:
        return self._composition.running or self.text().strip() != self._recorded

    def _say(self, sentence: str) -> None:
        set_tone(self, "true" if sentence else "false", name="wrong")
        self.refused.emit(sentence)


class LineField(QWidget):
    """A line under its small title, and below it the reason where what was typed was refused."""

    def __init__(self, name: str, title: str, *, save: Save, hint: str = "", parent: QWidget | None = None) -> None:
        """Make an empty field.

        Args:
            name: the object name of the line.
            title: what stands above it.
            save: records a text; see ``LineEdit``.
            hint: what the empty line shows.
            parent: the widget that it belongs to.
        """
        super().__init__(parent)
        self.line = LineEdit(save=save, parent=self)
        self.line.setObjectName(name)
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(hint)
        above = QLabel(title, self)
        above.setProperty("tone", "label")
        above.setBuddy(self.line)
        self._reason = QLabel(self)
        self._reason.setObjectName(f"{name}Refusal")
        self._reason.setProperty("tone", "red")
        self._reason.setProperty("scale", "secondary")
        self._reason.setWordWrap(True)
        self._reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(above)
        column.addWidget(self.line)
        column.addWidget(self._reason)
        self.setFocusProxy(self.line)
        self.line.refused.connect(self._show_reason)

    def show_text(self, text: str) -> None:
        """Show what is recorded."""
        self.line.show_text(text)

    def hand_over(self) -> bool:
        """Record what was typed; False if it was refused."""
        return self.line.hand_over()

    def _show_reason(self, sentence: str) -> None:
        self._reason.setText(sentence)
        self._reason.setVisible(bool(sentence))
