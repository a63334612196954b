"""The narratives of the units on one task as a list, and the superior's own, into which the list can be drawn."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from models.store.records import Field
from models.work.checks import PRINTABLE
from ui.dialogs.parts import button, label, row, titled
from ui.theme import text_font
from ui.tokens import Space
from ui.widgets.text_field import TextField

_OWN = 6  # lines of the own narrative
_LEAST = 3  # lines of the list


class SummaryNarrative(QWidget):
    """Shows one task's texts and takes the own one.

    Signals:
        draw_wanted(str): the own narrative should become this text, which has the units' list in it.
    """

    draw_wanted = Signal(str)

    def __init__(self, *, save: Callable[[str], bool], parent: QWidget | None = None) -> None:
        """Make empty fields; ``save`` records the own narrative and tells whether it is durable."""
        super().__init__(parent)
        self._locked = False
        self._drawn = QPlainTextEdit(self)
        self._drawn.setObjectName("drawnList")
        self._drawn.setAccessibleName(self.tr("各单位所写（已通过的填报表）"))
        self._drawn.setPlaceholderText(self.tr("还没有已通过的填报表写到这项任务。"))
        self._drawn.setReadOnly(True)
        self._drawn.setTabChangesFocus(True)
        self._drawn.setMinimumHeight(QFontMetrics(text_font()).lineSpacing() * _LEAST + 16)
        self._draw = button(self.tr("汇集到本级 ↓"), "drawIn")
        self._draw.clicked.connect(self._on_draw)
        self._hint = label(name="drawHint", tone="secondary")
        self.own = TextField(
            "ownNarrative",
            self.tr("本级进展情况"),
            limit=PRINTABLE[Field.NARRATIVE],
            lines=_OWN,
            save=save,
            parent=self,
        )
        self.own.editor.textChanged.connect(self._settle)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.SMALL)
        inside.addLayout(titled(self.tr("各单位所写（已通过的填报表）"), self._drawn), 1)
        inside.addLayout(row(self._draw, None))
        inside.addWidget(self.own)

    def show_own(self, text: str, *, fresh: bool) -> None:
        """Show what is recorded; what is being typed stays unless this is another task."""
        self.own.show_text(text, fresh=fresh)
        if fresh:
            self.show_drawn("")
        self._settle()

    def show_drawn(self, text: str) -> None:
        """Show the units' list."""
        if self._drawn.toPlainText() != text:
            self._drawn.setPlainText(text)
        self._settle()

    def set_locked(self, locked: bool) -> None:
        """Only show, because the period is closed, or take what is typed as well."""
        self._locked = locked
        self.own.editor.setReadOnly(locked)
        self._settle()

    def _settle(self) -> None:
        drawn, own = self._drawn.toPlainText(), self.own.editor.toPlainText()
        is_there = bool(drawn) and drawn in own
        self._draw.setEnabled(bool(drawn) and not is_there and not self._locked)
        if self._locked:
            why_not = self.tr("本期已导出，不能再改")
        elif is_there:
            why_not = self.tr("这份汇集已经在本级进展情况里")
        else:
            why_not = self.tr("还没有可汇集的内容")
        after = self.tr("接在本级已写的后面") if own.strip() else self.tr("写进本级进展情况，再修改")
        self._draw.setToolTip(after if self._draw.isEnabled() else why_not)

    def _on_draw(self) -> None:
        if self.own.hand_over():
            own = self.own.editor.toPlainText().strip()
            drawn = self._drawn.toPlainText()
            self.draw_wanted.emit(f"{own}\n{drawn}" if own else drawn)
