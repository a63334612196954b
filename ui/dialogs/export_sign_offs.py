"""The three steps of the signing off in their order, which one is next, and what it waits for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.core.vocabulary import Role
from models.store.pin_events import PinEvent
from models.work.sign_off import lacking
from ui.dialogs.parts import button, label, row
from ui.dialogs.sign_off_step import SignOffStep
from ui.messages.standing import next_role, next_words
from ui.operations.return_preparation import Preparation
from ui.tokens import Space

NAMES = {Role.FILLER: "filled_by", Role.REVIEWER: "reviewed_by", Role.UNIT_HEAD: "unit_head"}


class SignOffCard(QFrame):
    """Shows 填报人, 审核人 and 单位负责人 one below the other.

    Signals:
        sign_wanted(Role): somebody wants to sign off.
        pin_wanted(Role): somebody wants to set, change or reset the PIN of the name that stands there.
        trail_wanted(): the person wants to see what was done to the period so far.
    """

    sign_wanted = Signal(object)
    pin_wanted = Signal(object)
    trail_wanted = Signal()

    def __init__(self, known: dict[str, str], parent: QWidget | None = None) -> None:
        """Begin with the names that stood on the last return, by ``NAMES``."""
        super().__init__(parent)
        self.setObjectName("signOffCard")
        self.setProperty("surface", "card")
        self._prepared: Preparation | None = None
        self._errors = 0
        self._next = label(self.tr("签批"), "nextStep", size="section", wrap=True)
        trail = button(self.tr("本期经过…"), "trailButton", quiet=True)
        trail.setToolTip(self.tr("谁在什么时候签批、导出、更正，谁重设过 PIN"))
        trail.clicked.connect(self.trail_wanted)
        self.steps = {
            role: SignOffStep(role, name=known.get(key, ""), has_pin=self.has_pin, reset_of=self._reset_of)
            for role, key in NAMES.items()
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PANEL, Space.MEDIUM, Space.PANEL, Space.PANEL)
        layout.setSpacing(Space.MEDIUM)
        head = row(self._next, trail)
        head.setStretch(0, 1)
        layout.addLayout(head)
        for role, step in self.steps.items():
            step.signed.connect(lambda r=role: self.sign_wanted.emit(r))
            step.pin_wanted.connect(lambda r=role: self.pin_wanted.emit(r))
            step.named.connect(self._say_next)
            layout.addWidget(step)

    @property
    def names(self) -> dict[Role, str]:
        """The names that stand in the fields."""
        return {role: step.name.text().strip() for role, step in self.steps.items()}

    def has_pin(self, name: str) -> bool:
        """Tell whether a PIN guards a name."""
        return self._prepared is not None and name in self._prepared.names_with_pin

    def show_preparation(self, preparation: Preparation, errors: int) -> None:
        """Show how far the signing off is; ``errors`` findings must be corrected before anybody can sign."""
        self._prepared = preparation
        self._errors = errors
        standings = preparation.standings
        if not self.steps[Role.FILLER].name.text():
            self.steps[Role.FILLER].name.setText(preparation.operator)
        for place, standing in enumerate(standings):
            turn = not errors and not lacking(standings[:place])
            self.steps[standing.role].show_standings(standings, errors=errors, may_sign=turn)
        self._say_next()

    def waiting_stop(self) -> QWidget:
        """Return where the cursor belongs while somebody has to sign: a name that lacks, else the button."""
        role = next_role(self._prepared.standings) if self._prepared is not None else None
        step = self.steps[role or Role.FILLER]
        return step.button if step.button.isEnabled() else step.name

    def clear_pins(self) -> None:
        """Let no PIN stand in a field."""
        for step in self.steps.values():
            step.pin.clear()

    def _reset_of(self, name: str) -> PinEvent | None:
        return self._prepared.resets.get(name) if self._prepared is not None else None

    def _say_next(self) -> None:
        if self._prepared is not None:
            role = next_role(self._prepared.standings)
            name = self.names[role] if role is not None else ""
            self._next.setText(next_words(self._prepared.standings, errors=self._errors, name=name))
