"""The side of 汇总: one task, what each unit brings to its figure and how that rolls up, or what the units wrote."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.store.roll_up_methods import Method
from models.work.roll_up import methods_for
from models.work.summary import IndicatorLine
from models.work.taking import Match
from ui.dialogs.parts import button, column, label, row
from ui.messages.roll_up import SIGNS, TONES, match_words, method_word
from ui.operations.summary import SummaryRead
from ui.tables.contribution_table import ContributionTable
from ui.tables.roll_up_table import RollUpRow
from ui.tokens import Space
from ui.widgets.segments import Segments
from ui.widgets.summary_narrative import SummaryNarrative
from ui.widgets.summary_wording import SummaryWording
from ui.widgets.tone import set_tone
from ui.wording import SIGNS as LIGHTS
from ui.wording import amount, light_word, percent

_UNIT_ROW = 28

FIGURES, TEXTS = "figures", "texts"


class SummaryDetail(QFrame):
    """Shows one row of the table in full.

    Signals:
        take_wanted(): the proposal should become the own figure.
        task_wanted(): the task should be shown on the reporting page.
        method_wanted(Method): the indicator should roll up in this way.
        unit_wanted(int): 收表 should show this unit.
        texts_wanted(): the units' narratives on this task are needed now.
    """

    take_wanted = Signal()
    task_wanted = Signal()
    method_wanted = Signal(object)
    unit_wanted = Signal(int)
    texts_wanted = Signal()

    def __init__(self, *, save: Callable[[str], bool], parent: QWidget | None = None) -> None:
        """Begin with nothing chosen; ``save`` records the own narrative and tells whether it is durable."""
        super().__init__(parent)
        self.setProperty("surface", "context")
        self._row: RollUpRow | None = None
        self._wanted = FIGURES
        self._crumb = label(name="summaryCrumb", tone="label", wrap=True)
        self._wording = SummaryWording("summaryTask", self)
        self._state = label(name="summaryTaskState", tone="secondary", size="secondary", wrap=True)
        self._sides = Segments("summarySide", {FIGURES: self.tr("各单位数据"), TEXTS: self.tr("进展情况")}, self)
        self._sides.chosen.connect(self._turn)
        self._figures = self._make_figures()
        self.narrative = SummaryNarrative(save=save, parent=self)
        self._go = button(self.tr("去填报页"), "toReport", quiet=True)
        self._go.setToolTip(self.tr("在填报页打开这项任务（Ctrl+Enter）"))
        self._go.clicked.connect(self.task_wanted)
        self._nothing = label(self.tr("选一行，这里显示各单位的数据和进展情况。"), tone="secondary", wrap=True)
        self._body = QWidget(self)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.SMALL)
        inside.addWidget(self._crumb)
        inside.addWidget(self._wording)
        inside.addWidget(self._state)
        inside.addLayout(row(self._sides, None, self._go))
        inside.addWidget(self._figures, 1)
        inside.addWidget(self.narrative, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.PANEL, Space.PANEL, Space.PANEL, Space.PANEL)
        outer.addWidget(self._nothing)
        outer.addWidget(self._body, 1)
        outer.addStretch(0)
        self.narrative.hide()
        self._body.hide()

    @property
    def shows_texts(self) -> bool:
        """Whether the narratives are in sight."""
        return self._row is not None and self.narrative.isVisibleTo(self)

    def show_row(self, shown: RollUpRow | None, read: SummaryRead) -> None:
        """Show a row of what was read, or that none is chosen."""
        fresh = shown is None or self._row is None or shown.task.task.id != self._row.task.task.id
        self._row = shown
        self._nothing.setVisible(shown is None)
        self._body.setVisible(shown is not None)
        if shown is None:
            return
        task, locked = shown.task.task, read.closing is not None
        self._crumb.setText(f"{task.item_number}．{task.item_title}")
        self._wording.show_text(task.text)
        light = shown.task.light
        self._state.setText(self.tr("本级 {sign} {light}").format(sign=LIGHTS[light], light=light_word(light)))
        if shown.line is not None:
            self._show_line(shown.line, shown.match, read, locked=locked)
        self.narrative.set_locked(locked)
        self.narrative.show_own(shown.task.entry.narrative, fresh=fresh)
        self._sides.allow({FIGURES, TEXTS} if shown.line else {TEXTS}, self.tr("这项任务没有定量指标"))
        self._lay_out()
        if self.shows_texts:
            self.texts_wanted.emit()

    def show_texts(self) -> None:
        """Turn to the narratives."""
        self._sides.show_choice(TEXTS)
        self._turn(TEXTS)

    def hand_over(self) -> bool:
        """Record what is being typed."""
        return self.narrative.own.hand_over()

    def _turn(self, code: str) -> None:
        if code == TEXTS or self.hand_over():
            self._wanted = code
        self._lay_out()
        if self.shows_texts:
            self.texts_wanted.emit()

    def _lay_out(self) -> None:
        has_line = self._row is not None and self._row.line is not None
        side = self._wanted if has_line else TEXTS
        self._sides.show_choice(side)
        self._figures.setVisible(side == FIGURES)
        self.narrative.setVisible(side == TEXTS)

    def _make_figures(self) -> QWidget:
        self._indicator = label(name="summaryIndicator", wrap=True)
        self._own = label(name="summaryOwn", wrap=True)
        self._proposal = label(name="summaryProposal", size="section", wrap=True)
        self._match = label(name="summaryMatch", size="secondary", wrap=True)
        self._take = button(self.tr("采用"), "takeProposal")
        self._take.clicked.connect(self.take_wanted)
        self._method = QComboBox(self)
        self._method.setObjectName("rollUpMethod")
        self._method.setAccessibleName(self.tr("汇总方式"))
        self._method.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._method.setMinimumContentsLength(8)
        self._method.activated.connect(self._on_method)
        method = label(self.tr("汇总方式"), tone="label")
        method.setBuddy(self._method)
        self._units = ContributionTable(self)
        self._view = _unit_view(self._units, self)
        self._view.setAccessibleName(self.tr("各单位数据"))
        self._view.activated.connect(self._on_unit)
        held = QWidget(self)
        line = row(column(self._proposal, self._own, spacing=Space.HAIR), self._take, spacing=Space.SMALL)
        line.setStretch(0, 1)
        chosen = row(method, self._method)
        chosen.setStretch(1, 1)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.SMALL)
        for part in (self._indicator, line, self._match, chosen):
            inside.addWidget(part) if isinstance(part, QWidget) else inside.addLayout(part)
        inside.addWidget(self._view, 1)
        return held

    def _show_line(
        self,
        line: IndicatorLine,
        found: Match,
        read: SummaryRead,
        *,
        locked: bool,
    ) -> None:
        one, proposal, columns = line.indicator, line.proposal, read.columns
        self._indicator.setText(
            self.tr("{name}：目标 {target}{unit}").format(name=one.name, target=amount(one.target), unit=one.unit)
        )
        proposed = f"{amount(proposal.amount)}{one.unit}" if proposal.amount is not None else "—"
        self._proposal.setText(self.tr("下级汇总 {amount}").format(amount=proposed))
        self._own.setText(self.tr("本级填报 {amount}").format(amount=self._own_words(line)))
        self._match.setText(f"{SIGNS[found]} {match_words(line)}".strip())
        set_tone(self._match, TONES[found])
        can_take = found in {Match.BLANK, Match.DIFFERENT} and not locked
        self._take.setEnabled(can_take)
        why_not = self.tr("本期已导出，不能再改") if locked else match_words(line)
        self._take.setToolTip(self.tr("写进本级填报（Enter，Ctrl+Z 撤销）") if can_take else why_not)
        self._show_methods(line, columns)
        weighted = columns.get(proposal.method.weight, {}) if proposal.method.weight else None
        self._units.show_contributions(proposal.contributions, weighted, by_hand=read.by_hand)
        for at in range(1, self._units.columnCount()):
            self._view.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self._view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _show_methods(self, line: IndicatorLine, columns: Mapping[str, Mapping[int, Decimal]]) -> None:
        offered = methods_for(line.indicator, columns)
        standing = line.proposal.method
        if standing not in offered:  # by a column that is no more
            offered = (*offered, standing)
        if [self._method.itemData(at) for at in range(self._method.count())] != list(offered):
            self._method.clear()
            for method in offered:
                self._method.addItem(method_word(method), method)
        self._method.setCurrentIndex(offered.index(standing))
        tip = method_word(standing)
        if not columns:
            tip = self.tr("{method}。要加权平均，先在下达页的名录里加一列数字，如学生数。").format(method=tip)
        self._method.setToolTip(tip)

    def _own_words(self, line: IndicatorLine) -> str:
        if line.stated is None:
            return self.tr("未填")
        if line.own is None:
            return self.tr("无数据：{reason}").format(reason=line.stated.no_data_reason)
        shown = f"{amount(line.own)}{line.indicator.unit}"
        if line.own_completion is None:
            return shown
        return self.tr("{amount}（{percent}）").format(amount=shown, percent=percent(line.own_completion))

    def _on_method(self, at: int) -> None:
        method = self._method.itemData(at)
        if isinstance(method, Method) and self._row and self._row.line and method != self._row.line.proposal.method:
            self.method_wanted.emit(method)

    def _on_unit(self) -> None:
        unit_id = self._units.unit_at(self._view.currentIndex().row())
        if unit_id is not None:
            self.unit_wanted.emit(unit_id)


def _unit_view(table: ContributionTable, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setObjectName("contributions")
    view.setModel(table)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setMinimumHeight(_UNIT_ROW * 3)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(_UNIT_ROW)
    heading = view.horizontalHeader()
    heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heading.setHighlightSections(False)
    return view
