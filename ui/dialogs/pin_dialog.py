"""The PIN of one name: set, changed, taken away."""

from PySide6.QtWidgets import QLineEdit, QWidget

from models.core.clock import Clock
from models.core.pin import MAX_LENGTH, MIN_LENGTH
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, field, label, row, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.runner import Runner
from ui.operations.sign_off import change_pin
from ui.widgets.tone import set_tone

WIDTH = 420


class PinDialog(Sheet):
    """Asks for the PIN so far, if there is one, and twice for the new one; nothing typed here is kept anywhere."""

    def __init__(
        self, runner: Runner, *, name: str, has_pin: bool, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """Ask about one name."""
        super().__init__(parent, name="pinDialog", title=self.tr("PIN"), width=WIDTH)
        self._runner = runner
        self._name = name
        self._clock = clock
        self.column.addWidget(label(self.tr("{name}的 PIN").format(name=name), "pinTitle", size="title", wrap=True))
        about = self.tr("以后以这个姓名签批，都要输入它。忘了不能找回，请记牢。")
        self.column.addWidget(label(about, tone="secondary", wrap=True))
        self._old = _secret("oldPin", self.tr("现在的 PIN"))
        self._new = _secret("newPin", self.tr("新 PIN"))
        self._again = _secret("newPinAgain", self.tr("再输一次"))
        if has_pin:
            self.column.addLayout(titled(self.tr("现在的 PIN"), self._old))
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
        self._hint.setText(
            self.tr("两次输入的不一样。") if differ else self.tr("至少 %n 个字符。", "", MIN_LENGTH)
        )
        set_tone(self._hint, "red" if differ else "secondary")
        self._set.setEnabled(len(new.strip()) >= MIN_LENGTH and new == again)

    def _change(self, new: str) -> None:
        change_pin(
            self._runner,
            name=self._name,
            old=self._old.text(),
            new=new,
            at=self._clock.now(),
            done=self.accept,
            failed=self._refused,
        )

    def _refused(self, error: Exception) -> None:
        self._old.clear()
        MessageDialog(explain(error), self).open()


def _secret(name: str, title: str) -> QLineEdit:
    made = field(name, title=title, limit=MAX_LENGTH)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
