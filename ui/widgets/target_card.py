"""One target of a task under review: name, figure, unit, which side, where it starts, and whether it is a rate."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from models.core.errors import UserError
from models.core.numbers import parse_amount
from models.core.vocabulary import Direction, Per
from models.plan.draft import IndicatorFacts
from models.plan.model import Indicator
from ui.messages import explain
from ui.widgets.line_field import LineField
from ui.wording import amount

translate = QCoreApplication.translate

Save = Callable[[str | None, IndicatorFacts], bool]


class TargetCard(QFrame):
    """Shows and takes the facts of one target. A new one is handed over when it has a name and a figure.

    Signals:
        removed(str): the person takes this target away; its id, or nothing for one that is not there yet.
    """

    removed = Signal(str)

    def __init__(self, number: int, indicator: Indicator | None, *, save: Save, parent: QWidget | None = None) -> None:
        """Lay the card out.

        Args:
            number: counts the cards from 1, for the names of the fields.
            indicator: what is recorded; None for a new one.
            save: records facts of the indicator with this id; None makes a new one. Tells whether that was done.
            parent: the widget that it belongs to.
        """
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setObjectName(f"target_{number}")
        self._save = save
        self._indicator = indicator
        self.name = LineField(f"targetName_{number}", self.tr("指标名称"), save=self._save_name, parent=self)
        self.target = LineField(
            f"targetFigure_{number}",
            self.tr("全年目标"),
            save=self._save_figure,
            hint=self.tr("如 2万"),
            parent=self,
        )
        self.target.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.unit = LineField(f"targetUnit_{number}", self.tr("单位"), save=self._save_unit, parent=self)
        self.baseline = LineField(
            f"targetBaseline_{number}",
            self.tr("起点"),
            save=self._save_baseline,
            hint=self.tr("可以空着"),
            parent=self,
        )
        self.baseline.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.direction = _box(f"targetSide_{number}", self.tr("要求"), _sides())
        self.per = _box(f"targetPer_{number}", self.tr("周期"), _pers())
        self._rate = QLabel(self)
        self._rate.setProperty("tone", "secondary")
        self._rate.setProperty("scale", "secondary")
        self._rate.setObjectName(f"targetRate_{number}")
        self._remove = QPushButton(self.tr("去掉这个指标"), self)
        self._remove.setObjectName(f"targetRemove_{number}")
        self._remove.setProperty("quiet", "true")
        self._remove.clicked.connect(lambda: self.removed.emit(self._indicator.id if self._indicator else ""))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.name, 0, 0, 1, 6)
        grid.addLayout(_titled(self.tr("要求"), self.direction), 1, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.target, 1, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.unit, 1, 4, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.baseline, 2, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_titled(self.tr("周期"), self.per), 2, 2, 1, 4, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._rate, 1)
        foot.addWidget(self._remove)
        grid.addLayout(foot, 3, 0, 1, 6)
        for at in range(6):
            grid.setColumnStretch(at, 1)
        self.direction.activated.connect(lambda: self._record({"direction": self._side()}))
        self.per.activated.connect(lambda: self._record({"per": self._per()}))
        for earlier, later in pairwise(self.stops()):
            QWidget.setTabOrder(earlier, later)
        if indicator is not None:
            self.show_target(indicator)

    @property
    def indicator_id(self) -> str:
        """The id of the target; nothing for one that is not there yet."""
        return self._indicator.id if self._indicator else ""

    def stops(self) -> list[QWidget]:
        """Return the fields in the order of tabs."""
        figures: list[QWidget] = [self.target.line, self.unit.line, self.baseline.line]
        return [self.name.line, self.direction, *figures, self.per, self._remove]

    def show_target(self, indicator: Indicator) -> None:
        """Show what is recorded."""
        self._indicator = indicator
        self.name.show_text(indicator.name)
        self.target.show_text(amount(indicator.target))
        self.unit.show_text(indicator.unit)
        self.baseline.show_text(amount(indicator.baseline) if indicator.baseline is not None else "")
        self.direction.setCurrentIndex(self.direction.findData(indicator.direction.value))
        self.per.setCurrentIndex(self.per.findData(indicator.per.value if indicator.per else ""))
        rate = self.tr("折合每期 {each} {unit}").format(each=amount(indicator.each), unit=indicator.unit)
        self._rate.setText(rate if indicator.per and indicator.per is not Per.YEAR else "")

    def hand_over(self) -> bool:
        """Record whatever was typed; False, with the reason below the field, if something is wrong or missing."""
        fields = (self.name, self.target, self.unit, self.baseline)
        done = [field.hand_over() for field in fields]
        if not all(done):
            return False
        if self._indicator is not None or not any(field.line.text().strip() for field in fields):
            return True
        missing = self.target if self.name.line.text().strip() else self.name
        missing.line.object_to(self.tr("还缺这一项；不要这个指标，就把它去掉。"))
        return False

    def wrong_field(self) -> LineField:
        """Return the first field whose content was refused; the name if none was."""
        fields = (self.name, self.target, self.unit, self.baseline)
        return next((field for field in fields if field.line.wrong), self.name)

    def _side(self) -> Direction:
        return Direction(self.direction.currentData())

    def _per(self) -> Per | None:
        code = self.per.currentData()
        return Per(code) if code else None

    def _save_name(self, text: str) -> bool:
        return self._record({"name": text})

    def _save_unit(self, text: str) -> bool:
        return self._record({"unit": text})

    def _save_figure(self, text: str) -> bool:
        return self._record({"target": parse_amount(text, self.unit.line.text())}) if text else self._record_blank()

    def _save_baseline(self, text: str) -> bool:
        return self._record({"baseline": parse_amount(text, self.unit.line.text()) if text else None})

    def _record_blank(self) -> bool:
        if self._indicator is None:
            return True
        self.target.line.object_to(self.tr("指标要有目标值；不要这个指标，就把它去掉。"))
        return False

    def _record(self, facts: IndicatorFacts) -> bool:
        if self._indicator is not None:
            return self._save(self._indicator.id, facts)
        name, figure = self.name.line.text().strip(), self.target.line.text().strip()
        if not name or not figure:
            return True  # the rest is still to come
        unit, baseline = self.unit.line.text().strip(), self.baseline.line.text().strip()
        try:
            target = parse_amount(figure, unit)
            start: Decimal | None = parse_amount(baseline, unit) if baseline else None
        except UserError as error:
            self.target.line.object_to(explain(error).happened)
            return False
        return self._save(
            None,
            {
                "name": name,
                "target": target,
                "unit": unit,
                "direction": self._side(),
                "baseline": start,
                "per": self._per(),
            },
        )


def _sides() -> list[tuple[str, str]]:
    return [
        (translate("plan_review", "不少于"), Direction.AT_LEAST.value),
        (translate("plan_review", "不超过"), Direction.AT_MOST.value),
    ]


def _pers() -> list[tuple[str, str]]:
    return [
        (translate("plan_review", "全年合计"), ""),
        (translate("plan_review", "每年"), Per.YEAR.value),
        (translate("plan_review", "每半年（学期）"), Per.HALF.value),
        (translate("plan_review", "每季度"), Per.QUARTER.value),
        (translate("plan_review", "每月"), Per.MONTH.value),
    ]


def _box(name: str, spoken: str, words: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    for word, code in words:
        box.addItem(word, code)
    return box


def _titled(title: str, box: QComboBox) -> QGridLayout:
    above = QLabel(title)
    above.setProperty("tone", "label")
    above.setBuddy(box)
    grid = QGridLayout()
    grid.setSpacing(4)
    grid.addWidget(above, 0, 0)
    grid.addWidget(box, 1, 0)
    return grid
