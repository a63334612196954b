"""The PIN of one name: set, changed, taken away; or reset, with a trace, where it was forgotten."""

from PySide6.QtWidgets import QLineEdit, QWidget

from models.core.clock import Clock
from models.core.pin import MAX_LENGTH, MIN_LENGTH
from models.store.period_events import MAX_REASON
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, titled
from ui.dialogs.sheet import Sheet
from ui.dialogs.step_dialog import StepDialog
from ui.messages import explain
from ui.operations.runner import Runner
from ui.operations.sign_off import change_pin, reset_forgotten_pin
from ui.tokens import Space
from ui.widgets.tone import set_tone

WIDTH = 420


class PinDialog(Sheet):
    """Asks for the PIN so far, if there is one, and twice for the new one; nothing typed here is kept anywhere."""

    def __init__(
        self,
        runner: Runner,
        *,
        name: str,
        has_pin: bool,
        operator: str,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about one name; ``operator`` is at the keyboard."""
        super().__init__(parent, name="pinDialog", title=self.tr("PIN"), width=WIDTH)
        self._runner = runner
        self._name = name
        self._operator = operator
        self._clock = clock
        self.column.addWidget(label(self.tr("{name}的 PIN").format(name=name), "pinTitle", size="title", wrap=True))
        about = self.tr("以后以这个姓名签批，都要输入它。它防的是同事顺手代签；忘了可以重设，重设会留下记录。")
        self.column.addWidget(label(about, "pinAbout", tone="secondary", wrap=True))
        self._old = _secret("oldPin", self.tr("现在的 PIN"))
        self._new = _secret("newPin", self.tr("新 PIN"))
        self._again = _secret("newPinAgain", self.tr("再输一次"))
        if has_pin:
            forgotten = button(self.tr("忘了，重设…"), "forgottenPin", quiet=True)
            forgotten.clicked.connect(self._ask_reset)
            old = row(self._old, forgotten)
            old.setStretch(0, 1)
            above = label(self.tr("现在的 PIN"), tone="label")
            above.setBuddy(self._old)
            self.column.addLayout(column(above, old, spacing=Space.HAIR))
        self.column.addLayout(titled(self.tr("新 PIN"), self._new))
        self.column.addLayout(titled(self.tr("再输一次"), self._again))
        self._hint = label(name="pinHint", tone="secondary", wrap=True)
        self.column.addWidget(self._hint)
        self._remove = button(self.tr("不再用 PIN"), "removePin")
        self._remove.clicked.connect(lambda: self._change(""))
        self._remove.setVisible(has_pin)
        cancel = button(self.tr("取消"), "cancelButton")
        cancel.clicked.connect(self.reject)
        self._set = button(self.tr("设置 PIN"), "setPin", primary=True)
        self._set.clicked.connect(lambda: self._change(self._new.text()))
        self.foot.addLayout(row(self._remove, None, cancel, self._set))
        for one in (self._new, self._again):
            one.textChanged.connect(self._settle)
        self._settle()
        (self._old if has_pin else self._new).setFocus()

    def _settle(self) -> None:
        new, again = self._new.text(), self._again.text()
        differ = bool(again) and new != again
        self._hint.setText(self.tr("两次输入的不一样。") if differ else self.tr("至少 %n 个字符。", "", MIN_LENGTH))
        set_tone(self._hint, "red" if differ else "secondary")
        self._set.setEnabled(len(new.strip()) >= MIN_LENGTH and new == again)

    def _change(self, new: str) -> None:
        change_pin(
            self._runner,
            name=self._name,
            old=self._old.text(),
            new=new,
            operator=self._operator,
            at=self._clock.now(),
            done=self.accept,
            failed=self._refused,
        )

    def _ask_reset(self) -> None:
        step = StepDialog(
            self,
            name="resetPinStep",
            title=self.tr("重设{name}的 PIN").format(name=self._name),
            about=self.tr("现在的 PIN 作废。{name}可以随即设一个新的；在此之前，以这个姓名签批不用 PIN。").format(
                name=self._name
            ),
            action=self.tr("重设"),
            warning=self.tr("谁、什么时候、为什么重设，都记入“本期经过”，并显示在签批一栏，直到本人设了新 PIN。"),
        )
        reason = step.ask_needed("resetReason", self.tr("为什么重设"), self.tr("请写明为什么重设。"), limit=MAX_REASON)

        def done() -> None:
            step.accept()
            self.accept()

        step.submitted.connect(
            lambda: reset_forgotten_pin(
                self._runner,
                name=self._name,
                reason=reason.text(),
                operator=self._operator,
                at=self._clock.now(),
                done=done,
                failed=step.refuse,
            )
        )
        step.open()

    def _refused(self, error: Exception) -> None:
        self._old.clear()
        MessageDialog(explain(error), self).open()


def _secret(name: str, title: str) -> QLineEdit:
    made = field(name, title=title, limit=MAX_LENGTH)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
