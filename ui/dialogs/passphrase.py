"""Choosing a passphrase: typed twice, with how strong it is; or none, which is a choice, too."""

import math
import re
from enum import IntEnum
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from ui.dialogs.parts import button, column, field, label, row, titled
from ui.tokens import Space
from ui.widgets.tone import set_tone

LEAST = 8  # characters; models/signing refuses fewer
_WEAK, _GOOD = 45, 65  # bits; guessing 2^65 costs more than any county's figures are worth


class Strength(IntEnum):
    """How long a passphrase holds out."""

    SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3


def strength(text: str) -> Strength:
    """Judge a passphrase by the number of ways to write one like it; repetitions and runs count little.

    >>> strength("12345678"), strength("济宁市的春天来得早一些")
    (<Strength.WEAK: 1>, <Strength.GOOD: 3>)
    """
    if len(text) < LEAST:
        return Strength.SHORT
    alphabet = sum(
        count
        for pattern, count in (
            (r"[a-z]", 26),
            (r"[A-Z]", 26),
            (r"[0-9]", 10),
            (r"[\u3400-\u9fff]", 1500),  # the characters in daily use
            (r"[^A-Za-z0-9\u3400-\u9fff]", 20),
        )
        if re.search(pattern, text)
    )
    surprises = 1 + sum(abs(ord(b) - ord(a)) > 1 for a, b in pairwise(text))
    bits = min(surprises, 2 * len(set(text))) * math.log2(alphabet)
    if bits < _WEAK:
        return Strength.WEAK
    return Strength.FAIR if bits < _GOOD else Strength.GOOD


class PassphraseBox(QWidget):
    """A disclosure that opens two fields.

    Signals:
        resized(): the box was opened or closed, so the dialog around it needs another height.
        confirmed(): Enter was pressed in the last field.
    """

    resized = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin closed: no passphrase."""
        super().__init__(parent)
        self._toggle = button(self.tr("另设口令…"), "passphraseToggle", quiet=True)
        self._toggle.clicked.connect(self._turn)
        self.first = field("passphrase", title=self.tr("口令"), hint=self.tr("至少 8 个字符"), limit=200)
        self.second = field("passphraseAgain", title=self.tr("再输一次"), limit=200)
        for one in (self.first, self.second):
            one.setEchoMode(QLineEdit.EchoMode.Password)
            one.textChanged.connect(self._judge)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.confirmed)
        self._bar = QProgressBar()
        self._bar.setObjectName("passphraseStrength")
        self._bar.setAccessibleName(self.tr("口令强度"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, int(Strength.GOOD))
        self._bar.setFixedWidth(96)
        self._word = label(name="passphraseWord", tone="secondary", size="secondary", wrap=True)
        self._fields = QWidget()
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.SMALL)
        inner.addLayout(
            row(
                titled(self.tr("口令"), self.first),
                titled(self.tr("再输一次"), self.second),
                spacing=Space.PANEL,
            )
        )
        meter = row(self._bar, self._word, spacing=Space.MEDIUM)
        meter.setStretch(1, 1)
        inner.addLayout(meter)
        self._fields.hide()
        layout = column(row(self._toggle, None), self._fields, spacing=Space.SMALL)
        self.setLayout(layout)
        self._judge()

    def demand(self, *, on: bool = True) -> None:
        """Let a passphrase be no choice: open, without the button that closes it; or closed again."""
        self._toggle.hide()
        self._fields.setVisible(on)
        if not on:
            self.first.clear()
            self.second.clear()

    @property
    def passphrase(self) -> str | None:
        """The passphrase, or None while the box is closed."""
        return self.first.text() if self.opened else None

    @property
    def opened(self) -> bool:
        """Whether the person wants a passphrase."""
        return not self._fields.isHidden()

    def objection(self) -> tuple[str, QLineEdit] | None:
        """Say what is wrong with the passphrase and where; None if nothing is."""
        if not self.opened:
            return None
        if strength(self.first.text()) is Strength.SHORT:
            return self.tr("口令至少要 8 个字符。"), self.first
        if self.first.text() != self.second.text():
            return self.tr("两次输入的口令不一样。"), self.second
        return None

    def _turn(self) -> None:
        opening = not self.opened
        self._fields.setVisible(opening)
        self._toggle.setText(self.tr("不设口令") if opening else self.tr("另设口令…"))
        if opening:
            self.first.setFocus()
        else:
            self.first.clear()
            self.second.clear()
        self.resized.emit()

    def _judge(self) -> None:
        judged = strength(self.first.text())
        self._bar.setValue(int(judged))
        words = {
            Strength.SHORT: self.tr("导出时要输入口令；忘记了无法找回，只能重建签名身份。"),
            Strength.WEAK: self.tr("▲ 弱：容易被猜到，请再长一些"),
            Strength.FAIR: self.tr("● 中：可以使用"),
            Strength.GOOD: self.tr("● 强"),
        }
        tones = {Strength.SHORT: "secondary", Strength.WEAK: "yellow", Strength.FAIR: "green", Strength.GOOD: "green"}
        self._word.setText(words[judged])
        set_tone(self._word, tones[judged])
