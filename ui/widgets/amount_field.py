"""The field in which an indicator's cumulative value is typed, or the reason why there is none."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from models.core.errors import UserError
from models.core.numbers import parse_amount
from models.store.records import Value
from ui.messages import explain
from ui.widgets.composing import Composition
from ui.widgets.tone import set_tone
from ui.wording import amount


class AmountField(QLineEdit):
    """Takes a figure as people type it (2000万, 1,000, full-width digits), or, in the other mode, a reason for none.

    What is no number is refused here: the field turns red, says why, keeps what was typed and records nothing. Esc
    brings back what is recorded.

    Signals:
        refused(str): a sentence that says why; empty once the field is in order again.
        suggestion_taken(): the person asked for last period's value.
        mode_changed(): the field takes a reason now where it took a figure, or the other way round.
    """

    refused = Signal(str)
    suggestion_taken = Signal()
    mode_changed = Signal()

    def __init__(self, unit: str, *, save: Callable[[Value | None], bool], parent: QWidget | None = None) -> None:
        """Make an empty field for amounts in ``unit``; ``save`` records a value and tells whether it is durable."""
        super().__init__(parent)
        self._unit = unit
        self._save = save
        self._recorded: Value | None = None
        self._suggestion: Decimal | None = None
        self._asks_reason = False
        self._composition = Composition(self)
        self.setProperty("figure", "true")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAcceptDrops(False)  # what is dropped on the form is evidence, never a figure
        self.textEdited.connect(lambda: self._say(""))

    @property
    def asks_reason(self) -> bool:
        """Tell whether the field takes a reason for "no data" now."""
        return self._asks_reason

    def show_value(self, value: Value | None, suggestion: Decimal | None) -> None:
        """Show what is recorded (None: blank) and offer last period's value; what is being typed stays."""
        typing = self._has_news()
        self._recorded, self._suggestion = value, suggestion
        if typing:
            self._set_mode(asks_reason=self._asks_reason)
        else:
            self.take_back()

    def take_back(self) -> None:
        """Show what is recorded in place of what was typed."""
        self._set_mode(asks_reason=_is_reason(self._recorded))
        self._write(self._written(self._recorded))
        self._say("")

    def ask_for_reason(self, *, wanted: bool) -> None:
        """Change between a figure and a reason; nothing of the other kind is recorded until something is typed."""
        self.hand_over()
        self._set_mode(asks_reason=wanted)
        self._write(self._written(self._recorded) if wanted == _is_reason(self._recorded) else "")
        self._say("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self) -> bool:
        """Record what stands in the field if it is new; False leaves the field red or unrecorded."""
        self._composition.finish()
        if not self._has_news():
            return True
        try:
            value = self._read(self.text().strip())
        except UserError as error:
            message = explain(error)
            self._say(self.tr("{happened}。{meaning}").format(happened=message.happened, meaning=message.meaning))
            return False
        if value != self._recorded and not self._save(value):
            return False
        self._recorded = value
        self.take_back()
        return True

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window where nothing was typed that could be taken back here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return takes the suggestion over in an empty field, else records and goes on to the next field."""
        if event.key() == Qt.Key.Key_F4 and not self.isReadOnly():
            self.ask_for_reason(wanted=not self._asks_reason)
        elif event.key() == Qt.Key.Key_Escape and self._has_news():
            self.take_back()
            self.selectAll()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not self.text() and self._suggestion is not None and not self._asks_reason:
            self.suggestion_taken.emit()
        else:
            self.focusNextPrevChild(True)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep an eye on what is being composed."""
        super().inputMethodEvent(event)
        self._composition.follow(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let the cursor go on only when the value is durable."""
        return super().focusNextPrevChild(next) if self.hand_over() else True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Record when the field is left by the mouse too."""
        self._composition.finish()
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.hand_over()

    def _read(self, text: str) -> Value | None:
        if not text:
            if self._asks_reason:
                from models.store.problems import ReasonMissing

                raise ReasonMissing
            return None
        if self._asks_reason:
            return Value(amount=None, no_data_reason=text)
        return Value(amount=parse_amount(text, self._unit), no_data_reason="")

    def _has_news(self) -> bool:
        """Tell whether the field holds something else than what is recorded."""
        other_mode = self._asks_reason != _is_reason(self._recorded)
        return other_mode or self._composition.running or self.text().strip() != self._written(self._recorded)

    def _write(self, text: str) -> None:
        if self.text() != text:  # else a selection that is there to be typed over would be lost
            self.setText(text)

    @staticmethod
    def _written(value: Value | None) -> str:
        if value is None:
            return ""
        return value.no_data_reason if value.amount is None else amount(value.amount)

    def _set_mode(self, *, asks_reason: bool) -> None:
        self._asks_reason = asks_reason
        set_tone(self, "false" if asks_reason else "true", name="figure")
        side = Qt.AlignmentFlag.AlignLeft if asks_reason else Qt.AlignmentFlag.AlignRight
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if asks_reason:
            self.setPlaceholderText(self.tr("请写明原因"))
        else:
            self.setPlaceholderText(amount(self._suggestion) if self._suggestion is not None else "")
        self.mode_changed.emit()

    def _say(self, sentence: str) -> None:
        set_tone(self, "true" if sentence else "false", name="wrong")
        self.refused.emit(sentence)


def _is_reason(value: Value | None) -> bool:
    return value is not None and value.amount is None
