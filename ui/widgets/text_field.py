"""A field of running text that hands over what was typed when it is left."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import text_font
from ui.widgets.composing import Composition
from ui.widgets.tone import set_tone


class _Editor(QPlainTextEdit):
    """The editor itself: Tab leaves it, Return in an empty one takes the suggestion over, Esc takes the typing back."""

    suggestion_wanted = Signal()
    take_back_wanted = Signal()

    def __init__(self, parent: QWidget, *, hand_over: Callable[[], bool], has_suggestion: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._hand_over = hand_over
        self._has_suggestion = has_suggestion
        self.composition = Composition(self)
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are for the form around it, which attaches them.
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() and not self.toPlainText() and self._has_suggestion():
            self.suggestion_wanted.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.take_back_wanted.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composition.follow(event)

    def event(self, event: QEvent) -> bool:
        # With nothing typed to take back here, Ctrl+Z and Ctrl+Y are the window's: they undo what was recorded.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        # What was typed is durable before the cursor reaches the next field, so it is handed over while it is here.
        return super().focusNextPrevChild(next) if self._hand_over() else True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.finish()
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._hand_over()


class TextField(QWidget):
    """A labelled text with a count of characters and, where there is one, last period's text as a suggestion.

    Signals:
        suggestion_taken(): the person asked for last period's text.
    """

    suggestion_taken = Signal()

    def __init__(
        self,
        name: str,
        label: str,
        *,
        limit: int,
        lines: int,
        save: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field.

        Args:
            name: the object name of the editor.
            label: what stands above it.
            limit: how many characters a return prints; more can be typed, and is shown as too long.
            lines: its least height, in lines.
            save: records the text and tells whether it is durable now.
            parent: the widget that it belongs to.
        """
        super().__init__(parent)
        self._limit = limit
        self._save = save
        self._recorded = ""
        self._suggestion = ""
        self.editor = _Editor(self, hand_over=self.hand_over, has_suggestion=lambda: bool(self._suggestion))
        self.editor.setObjectName(name)
        self.editor.setAccessibleName(label)
        self.editor.setFixedHeight(QFontMetrics(text_font()).lineSpacing() * lines + 22)
        if lines == 1:
            self.editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        title = QLabel(label, self)
        title.setProperty("tone", "label")
        title.setBuddy(self.editor)
        self._note = QLabel(self)
        self._note.setProperty("scale", "secondary")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.suggestion_wanted.connect(self.suggestion_taken)
        self.editor.take_back_wanted.connect(self._take_back)
        self.editor.textChanged.connect(self._say_length)

    def show_text(self, text: str, suggestion: str = "", *, fresh: bool = False) -> None:
        """Show what is recorded. What was typed and is not recorded yet stays, unless it belonged to another entry.

        Args:
            text: what is recorded.
            suggestion: what stood there last period, or nothing.
            fresh: whether this is another entry than before.
        """
        typing = self._has_news() and not fresh
        self._suggestion = suggestion
        self.editor.setPlaceholderText(suggestion)
        if not typing and self.editor.toPlainText().strip() != text:
            self.editor.setPlainText(text)
        self._recorded = text
        self._say_length()

    def hand_over(self) -> bool:
        """Record the text if it is not what is recorded; tell whether nothing is left unrecorded."""
        self.editor.composition.finish()
        if not self._has_news():
            return True
        text = self.editor.toPlainText().strip()
        if not self._save(text):
            return False
        self._recorded = text
        # From here on it is the window's Ctrl+Z that takes it back, under its name.
        self.editor.document().clearUndoRedoStacks()
        return True

    def _has_news(self) -> bool:
        """Tell whether the editor holds something else than what is recorded."""
        return self.editor.composition.running or self.editor.toPlainText().strip() != self._recorded

    def _take_back(self) -> None:
        """Show what is recorded in place of what was typed; Ctrl+Z brings the typing back."""
        if self._has_news():
            cursor = self.editor.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(self._recorded)

    def _say_length(self) -> None:
        length = len(self.editor.toPlainText())
        if length > self._limit:
            self._note.setText(self.tr("超出 {count} 字，打印不下").format(count=length - self._limit))
        elif length:
            self._note.setText(self.tr("{count} 字").format(count=length))
        else:
            self._note.setText(self.tr("上期内容，按 Enter 采用") if self._suggestion else "")
        set_tone(self._note, "red" if length > self._limit else "secondary")
