"""One step of the signing off: who signs as what, whether that holds, and the button that does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from models.core.pin import MAX_LENGTH
from models.core.vocabulary import Role
from models.work.sign_off import Standing
from ui.dialogs.parts import button, column, field, label, row
from ui.messages.standing import moment_words
from ui.tokens import Space
from ui.widgets.tone import set_tone
from ui.wording import role_word

_ROLE_WIDTH = 190  # pixels of what says as what and how far


class SignOffStep(QWidget):
    """Shows one role's sign-off and takes a name and, where the name has one, its PIN.

    Signals:
        signed(): the person wants to sign off under the name that stands there.
        pin_wanted(): the person wants to set or change the PIN of the name that stands there.
    """

    signed = Signal()
    pin_wanted = Signal()

    def __init__(self, role: Role, *, name: str, has_pin: Callable[[str], bool], parent: QWidget | None = None) -> None:
        """Make a step.

        Args:
            role: as what somebody signs.
            name: who did so last time, or blank.
            has_pin: tells whether a name has a PIN.
            parent: the widget that it belongs to.
        """
        super().__init__(parent)
        self.role = role
        self.setObjectName(f"step_{role.value}")
        self._has_pin = has_pin
        self._holds = False
        self._may_sign = False
        place = list(Role).index(role) + 1
        self._badge = label(str(place), f"badge_{role.value}")
        self._badge.setProperty("chip", "neutral")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setFixedWidth(30)
        word = role_word(role)
        title = label(word)
        self._state = label(name=f"state_{role.value}", tone="secondary", wrap=True)
        said = QWidget(self)
        said.setFixedWidth(_ROLE_WIDTH)
        said.setLayout(column(title, self._state, spacing=0))
        self.name = field(_FIELDS[role], title=word, text=name, hint=self.tr("姓名"), limit=20)
        title.setBuddy(self.name)
        self.pin = field(
            f"pin_{role.value}", title=self.tr("{role}的 PIN").format(role=word), hint="PIN", limit=MAX_LENGTH
        )
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setFixedWidth(90)
        self.pin.hide()
        self.button: QPushButton = button(self.tr("签批"), f"sign_{role.value}")
        self.button.setAccessibleName(self.tr("作为{role}签批").format(role=word))
        self.button.clicked.connect(self.signed)
        self._set_pin = button("PIN…", f"setPin_{role.value}", quiet=True)
        self._set_pin.setAccessibleName(self.tr("设置{role}的 PIN").format(role=word))
        self._set_pin.setToolTip(self.tr("设置、更改或取消这个姓名的 PIN"))
        self._set_pin.clicked.connect(self.pin_wanted)
        fields = row(self.name, self.pin, self.button, self._set_pin)
        fields.setStretch(0, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.MEDIUM)
        grid.addWidget(self._badge, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(said, 0, 1)
        grid.addLayout(fields, 0, 2)
        grid.setColumnStretch(2, 1)
        self.name.textChanged.connect(self._settle)
        self.name.returnPressed.connect(self._on_return)
        self.pin.returnPressed.connect(self._on_return)

    @property
    def holds(self) -> bool:
        """Whether somebody has signed for what is recorded now."""
        return self._holds

    def show_standing(self, standing: Standing, *, may_sign: bool) -> None:
        """Show how far it is; ``may_sign`` tells whether it is this role's turn."""
        self._holds = standing.holds
        moment = moment_words(standing.at) if standing.at else ""
        if standing.holds:
            tone, state = "green", self.tr("● 已签批 {moment}").format(moment=moment)
        elif standing.out_of_date:
            tone, state = "yellow", self.tr("▲ 内容已改，须重新签批")
        elif self.role is Role.FILLER:
            tone, state = "secondary", self.tr("○ 导出时签批")
        elif standing.demanded:
            tone, state = "secondary", self.tr("○ 待签批")
        else:
            tone, state = "secondary", self.tr("可不签，打印后手写")
        set_tone(self._badge, {"green": "green", "yellow": "yellow"}.get(tone, "neutral"), name="chip")
        set_tone(self._state, tone)
        self._state.setText(state)
        if standing.name and (standing.holds or not self.name.text()):
            self.name.setText(standing.name)
        self.name.setReadOnly(standing.holds)
        self.pin.clear()
        self._may_sign = may_sign
        self._settle()

    def _settle(self) -> None:
        name = self.name.text().strip()
        self.pin.setVisible(not self._holds and self._has_pin(name))
        self.button.setVisible(not self._holds)
        self.button.setEnabled(bool(name) and self._may_sign)
        self._set_pin.setEnabled(bool(name))

    def _on_return(self) -> None:
        """Return goes from the name to the PIN, and from there on to the button."""
        following: QWidget = self.pin if self.sender() is self.name and self.pin.isVisible() else self.button
        following.setFocus(Qt.FocusReason.TabFocusReason)


_FIELDS = {Role.FILLER: "filledBy", Role.REVIEWER: "reviewedBy", Role.UNIT_HEAD: "unitHead"}
