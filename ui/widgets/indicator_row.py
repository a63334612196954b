"""One indicator of the form: its name and target, the value, and how that compares with the schedule."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.core.vocabulary import Direction, Light
from models.store.records import IndicatorRecord, Value
from ui.widgets.amount_field import AmountField
from ui.widgets.schedule_bar import ScheduleBar
from ui.widgets.tone import set_tone
from ui.wording import SIGNS, TONES, amount, percent, points

_FIGURE, _LONGEST_FIGURE, _REASON = 132, 196, 240  # widths of the field
_AROUND = 28  # its padding and the cursor


class IndicatorRow(QWidget):
    """Shows and takes one cumulative value.

    Signals:
        suggestion_taken(str): the person asked for last period's value of the indicator with this id.
    """

    suggestion_taken = Signal(str)

    def __init__(
        self,
        indicator: IndicatorRecord,
        *,
        save: Callable[[Value | None], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Lay out the row for one indicator."""
        super().__init__(parent)
        self.indicator = indicator
        name = QLabel(indicator.name, self)
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        name.setWordWrap(True)  # after the policy, which would forget that the height follows from the width
        ceiling = indicator.direction is Direction.AT_MOST
        promise = self.tr("不超过 {target} {unit}") if ceiling else self.tr("目标 {target} {unit}")
        target = QLabel(promise.format(target=amount(indicator.target), unit=indicator.unit), self)
        target.setProperty("tone", "label")
        self.field = AmountField(indicator.unit, save=save, parent=self)
        self.field.setObjectName(f"value_{indicator.position}")
        spoken = self.tr("{name}，累计完成，{unit}")
        self.field.setAccessibleName(spoken.format(name=indicator.name, unit=indicator.unit))
        self._no_data = QPushButton(self)
        self._no_data.setProperty("quiet", "true")
        self._no_data.setObjectName(f"noData_{indicator.position}")
        self._no_data.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._bar = ScheduleBar(self)
        self._note = QLabel(self)
        self._note.setProperty("scale", "secondary")
        self._note.setWordWrap(True)
        self._refusal = QLabel(self)
        self._refusal.setProperty("tone", "red")
        self._refusal.setProperty("scale", "secondary")
        self._refusal.setWordWrap(True)
        self._refusal.setObjectName(f"refusal_{indicator.position}")
        self._refusal.hide()

        self._lay_out(name, target)
        self.field.refused.connect(self._show_refusal)
        self.field.suggestion_taken.connect(lambda: self.suggestion_taken.emit(indicator.id))
        self.field.mode_changed.connect(self._name_button)
        self.field.mode_changed.connect(self._fit_field)
        self.field.textChanged.connect(self._fit_field)
        self._no_data.clicked.connect(lambda: self.field.ask_for_reason(wanted=not self.field.asks_reason))
        self._name_button()
        self._fit_field()

    def _lay_out(self, name: QLabel, target: QLabel) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(target)
        words.addStretch(1)
        self._judged = QWidget(self)
        judged = QVBoxLayout(self._judged)
        judged.setContentsMargins(0, 0, 0, 0)
        judged.setSpacing(4)
        judged.addStretch(1)
        judged.addWidget(self._bar)
        judged.addWidget(self._note)
        judged.addStretch(1)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addLayout(words, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self._no_data, 0, 2)
        grid.setColumnStretch(0, 5)
        self._narrow: bool | None = None
        self.place_comparison(narrow=False)

    def place_comparison(self, *, narrow: bool) -> None:
        """Set the comparison with the schedule beside the field or, where there is little room, below it."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for widget in (self._judged, self._refusal):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self._judged, *((1, 0, 1, 3) if narrow else (0, 3)))
        # No wider than what is used: spanning an empty column, the grid would err about the height that it needs.
        self._grid.addWidget(self._refusal, 2, 0, 1, 3 if narrow else 4)
        self._grid.setColumnStretch(3, 0 if narrow else 6)

    def _fit_field(self) -> None:
        """Leave room for a reason, or for the longest figure that stands there."""
        needed = self.field.fontMetrics().horizontalAdvance(self.field.text()) + _AROUND
        self.field.setFixedWidth(_REASON if self.field.asks_reason else min(max(needed, _FIGURE), _LONGEST_FIGURE))

    def set_locked(self, locked: bool) -> None:
        """Only show the value, or take one as well."""
        self.field.setReadOnly(locked)
        self._no_data.setVisible(not locked)

    def show_value(self, value: Value | None, suggestion: Decimal | None) -> None:
        """Show what is recorded and what last period said."""
        self.field.show_value(value, suggestion)

    def show_progress(self, completion: Decimal | None, schedule: Decimal, light: Light) -> None:
        """Show how the value stands against target and schedule (both ratios), in a bar and in words."""
        ceiling = self.indicator.direction is Direction.AT_MOST
        self._bar.setVisible(not ceiling)
        self._bar.show_progress(completion, schedule, light)
        self._note.setText(self._ceiling_words(light) if ceiling else self._floor_words(completion, schedule, light))
        set_tone(self._note, TONES[light] if light in {Light.YELLOW, Light.RED} else "secondary")

    def _ceiling_words(self, light: Light) -> str:
        match light:
            case Light.NONE:
                return ""
            case Light.GREEN:
                return self.tr("● 在上限以内")
            case _:
                return self.tr("{sign} 超出上限").format(sign=SIGNS[light])

    def _floor_words(self, completion: Decimal | None, schedule: Decimal, light: Light) -> str:
        if completion is None:
            return self.tr("序时进度 {schedule}").format(schedule=percent(schedule))
        if light in {Light.YELLOW, Light.RED} and completion < schedule:
            return self.tr("{sign} {completion} · 落后序时 {points} 个百分点").format(
                sign=SIGNS[light], completion=percent(completion), points=points(schedule - completion)
            )
        return self.tr("完成率 {completion} · 序时进度 {schedule}").format(
            completion=percent(completion), schedule=percent(schedule)
        )

    def _name_button(self) -> None:
        self._no_data.setText(self.tr("改填数值") if self.field.asks_reason else self.tr("无数据"))
        self._no_data.setToolTip(self.tr("没有数据不等于 0：选它并写明原因（F4）"))

    def _show_refusal(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
