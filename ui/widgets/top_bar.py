"""The bar that is always in sight: unit, period, days left, how far, and the one way out."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from models.core.periods import Period
from ui.icons import icon
from ui.widgets.tone import set_tone
from ui.wording import day, period_name

_HEIGHT = 52
_UNIT_WIDTH = 280
_SOON = 7  # days before the due date in which the chip turns from blue to yellow
_LONG_AGO = 60  # days after it from which counting them tells nothing any more


class TopBar(QFrame):
    """Shows where the person stands in the year's work.

    Signals:
        period_chosen(Period): another period was picked.
        findings_wanted(): the person asked what the checks found.
    """

    period_chosen = Signal(object)
    findings_wanted = Signal()

    def __init__(self, *, export: QAction, menu: QMenu, parent: QWidget | None = None) -> None:
        """Make the bar; ``export`` is the one next action to begin with, ``menu`` holds the others."""
        super().__init__(parent)
        self.setProperty("surface", "bar")
        self.setFixedHeight(_HEIGHT)
        self._unit = QLabel(self)
        self._unit.setObjectName("unitName")
        self._unit.setProperty("scale", "section")
        self._periods = QComboBox(self)
        self._periods.setObjectName("period")
        self._periods.setAccessibleName(self.tr("填报期"))
        self._periods.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._periods.activated.connect(lambda: self.period_chosen.emit(self._periods.currentData()))
        self._due = QLabel(self)
        self._due.setObjectName("due")
        self._due.setProperty("chip", "accent")
        self._count = QLabel(self)
        self._count.setObjectName("reported")
        self._count.setProperty("tone", "secondary")
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(132)
        self._bar.setTextVisible(False)
        self._findings = QPushButton(self)
        self._findings.setObjectName("findings")
        self._findings.clicked.connect(self.findings_wanted)
        self._next_action = export
        self._next = QPushButton(self)
        self._next.setProperty("primary", "true")
        self._next.clicked.connect(self._do_next)
        self.show_next(export)
        self._more = QToolButton(self)
        self._more.setObjectName("more")
        self._more.setAccessibleName(self.tr("更多"))
        self._more.setToolTip(self.tr("更多"))
        self._more.setIconSize(QSize(20, 20))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(menu)
        self._more.setIcon(icon("more"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(16)
        left: tuple[QWidget, ...] = (self._unit, self._periods, self._due)
        right: tuple[QWidget, ...] = (self._count, self._bar, self._findings, self._next, self._more)
        for widget in left:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)

    def _do_next(self) -> None:
        self._next_action.trigger()

    def show_unit(self, name: str) -> None:
        """Show whose workspace this is."""
        metrics = self._unit.fontMetrics()
        self._unit.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _UNIT_WIDTH))
        self._unit.setToolTip(name)

    def show_next(self, action: QAction) -> None:
        """Offer the one thing that comes next as the primary button."""
        self._next_action = action
        self._next.setObjectName(f"{action.objectName()}Button")
        self._next.setText(action.text())
        self._next.setToolTip(f"{action.text()}  {action.shortcut().toString()}".rstrip())

    def show_periods(self, periods: Sequence[Period], current: Period, today: date, *, closed_by: int = 0) -> None:
        """Offer periods, and show how long the current one still has, or the number of the return that closed it."""
        if [self._periods.itemData(at) for at in range(self._periods.count())] != list(periods):
            self._periods.clear()
            for period in periods:
                self._periods.addItem(period_name(period), period)
        self._periods.setCurrentIndex(list(periods).index(current))
        self._findings.setVisible(not closed_by)  # what they find can't be put right in a closed period
        if closed_by:
            self._due.setText(self.tr("● 已导出第 {sequence} 次").format(sequence=closed_by))
            set_tone(self._due, "green", name="chip")
            return
        left = (current.due_on - today).days
        if left >= 0:
            text = self.tr("{day}截止 · 还有 {count} 天").format(day=day(current.due_on, with_year=False), count=left)
        elif left >= -_LONG_AGO:
            text = self.tr("{day}截止 · 已过 {count} 天").format(day=day(current.due_on, with_year=False), count=-left)
        else:
            text = self.tr("{day}截止").format(day=day(current.due_on))
        self._due.setText(text)
        tone = "neutral" if left < -_LONG_AGO else "red" if left < 0 else "yellow" if left <= _SOON else "accent"
        set_tone(self._due, tone, name="chip")

    def show_progress(self, reported: int, total: int) -> None:
        """Show how many tasks have been reported in this period."""
        self._count.setText(self.tr("已填 {reported} / {total}").format(reported=reported, total=total))
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(reported)
        self._bar.setAccessibleName(self._count.text())

    def show_findings(self, errors: int, warnings: int) -> None:
        """Show how much the checks found: errors before warnings."""
        sign, count = ("■", errors) if errors else ("▲", warnings)
        found = f" {sign} {count}" if count else " ✓"
        self._findings.setText(self.tr("检查") + found)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of the new scheme."""
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_more"):
            self._more.setIcon(icon("more"))
        super().changeEvent(event)
