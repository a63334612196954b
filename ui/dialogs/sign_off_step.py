"""One step of the signing off: who signs as what, whether that holds, and the button that does it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from models.core.pin import MAX_LENGTH
from models.core.vocabulary import Role
from models.store.pin_events import PinEvent
from models.work.sign_off import Standing
from ui.dialogs.parts import button, column, field, label, row
from ui.messages.standing import moment_words, step_words
from ui.tokens import Space
from ui.widgets.tone import set_tone
from ui.wording import role_word

_ROLE_WIDTH = 190  # pixels of what says as what and how far


class SignOffStep(QWidget):
    """Shows one role's sign-off and takes a name and, where the name has one, its PIN.

    Signals:
        named(): another name stands there.
        signed(): the person wants to sign off under the name that stands there.
        pin_wanted(): the person wants to set or change the PIN of the name that stands there.
    """

    named = Signal()
    signed = Signal()
    pin_wanted = Signal()

    def __init__(
        self,
        role: Role,
        *,
        name: str,
        has_pin: Callable[[str], bool],
        reset_of: Callable[[str], PinEvent | None],
        parent: QWidget | None = None,
    ) -> None:
        """Make a step.

        Args:
            role: as what somebody signs.
            name: who did so last time, or blank.
            has_pin: tells whether a name has a PIN.
            reset_of: tells who reset the PIN of a name that has not set a new one since.
            parent: the widget that it belongs to.
        """
        super().__init__(parent)
        self.role = role
        self.setObjectName(f"step_{role.value}")
        self._has_pin = has_pin
        self._reset_of = reset_of
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
        self._reset = label(name=f"reset_{role.value}", tone="yellow", size="secondary", wrap=True)
        self._reset.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.MEDIUM)
        grid.addWidget(self._badge, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(said, 0, 1)
        grid.addLayout(fields, 0, 2)
        grid.addWidget(self._reset, 1, 2)
        grid.setColumnStretch(2, 1)
        self.name.textChanged.connect(self._settle)
        self.name.textChanged.connect(self.named)
        self.name.returnPressed.connect(self._on_return)
        self.pin.returnPressed.connect(self._on_return)

    @property
    def holds(self) -> bool:
        """Whether somebody has signed for what is recorded now."""
        return self._holds

    def show_standings(self, standings: Sequence[Standing], *, errors: int, may_sign: bool) -> None:
        """Show how far it is.

        Args:
            standings: those of all steps, in their order.
            errors: how many findings must be corrected before anybody can sign.
            may_sign: whether this role can sign now.
        """
        standing = next(one for one in standings if one.role is self.role)
        self._holds = standing.holds
        tone, state, turn = step_words(standings, self.role, errors=errors)
        badge = "accent" if turn else {"green": "green", "yellow": "yellow"}.get(tone, "neutral")
        set_tone(self._badge, badge, name="chip")
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
        self.button.setToolTip("" if self.button.isEnabled() else self._what_stops(name))
        self._set_pin.setEnabled(bool(name))
        reset = self._reset_of(name) if name else None
        self._reset.setVisible(reset is not None)
        if reset is not None:
            words = self.tr("▲ {who}于 {moment} 重设了 PIN（原因见“本期经过”）")
            self._reset.setText(words.format(moment=moment_words(reset.at), who=reset.operator))
            self._reset.setToolTip(reset.reason)

    def _what_stops(self, name: str) -> str:
        return self._state.text() if not self._may_sign else "" if name else self.tr("请先写上姓名")

    def _on_return(self) -> None:
        """Return goes from the name to the PIN, and from there on to the button."""
        following: QWidget = self.pin if self.sender() is self.name and self.pin.isVisible() else self.button
        following.setFocus(Qt.FocusReason.TabFocusReason)


_FIELDS = {Role.FILLER: "filledBy", Role.REVIEWER: "reviewedBy", Role.UNIT_HEAD: "unitHead"}
