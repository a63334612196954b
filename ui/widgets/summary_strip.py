"""How a period stands, in two lines: who has reported, who is first and last, and which rows of the table to see."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from models.core.vocabulary import Light
from models.work.collect_board import CellState
from models.work.summary import Summary, UnitLine
from ui.dialogs.parts import label
from ui.tables.roll_up_table import RollUpRow, Show
from ui.theme import text_font
from ui.tokens import Space, Type
from ui.widgets.collect_head import ALL, MISSING, OPEN
from ui.widgets.flow import FlowLayout
from ui.widgets.tone import reserve_bold
from ui.wording import SIGNS, light_word, percent

_NAME = 84  # pixels of a unit's name
_LINE = 24  # pixels
_LEADS_TO = {
    CellState.ACCEPTED: ALL,
    CellState.WAITING: OPEN,
    CellState.RETURNED: MISSING,
    CellState.NOT_YET: MISSING,
    CellState.OVERDUE: MISSING,
}
_LIGHTS = {Show.RED: Light.RED, Show.YELLOW: Light.YELLOW, Show.GREEN: Light.GREEN, Show.NONE: Light.NONE}


class SummaryStrip(QWidget):
    """What is counted leads to where it is: to 收表, to a unit there, or to the rows of the table.

    Signals:
        returns_wanted(str): 收表 should show these units, by the code of its filter.
        unit_wanted(int): 收表 should show this unit.
        filtered(): other rows should be shown.
    """

    returns_wanted = Signal(str)
    unit_wanted = Signal(int)
    filtered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the strip with nothing counted yet."""
        super().__init__(parent)
        self._units = _caption("summaryUnits")
        self._links: dict[CellState, QPushButton] = {}
        for state, code in _LEADS_TO.items():
            self._links[state] = _link(f"units_{state.value}", self)
            self._links[state].clicked.connect(lambda _=False, c=code: self.returns_wanted.emit(c))
        self._ranked = _caption("summaryRanked")
        self._ranked.setContentsMargins(Space.PANEL, 0, 0, 0)
        self._ends = (_link("rankFirst", self), _link("rankLast", self))
        for link in self._ends:
            link.clicked.connect(lambda _=False, one=link: self.unit_wanted.emit(one.property("unit")))
        self._ranking = _link("ranking", self)
        self._ranking.setText(self.tr("排名…"))
        self._menu = QMenu(self._ranking)
        self._ranking.clicked.connect(self._open_ranking)
        self._group = QButtonGroup(self)
        self._chips = {show: self._chip(show) for show in Show}
        self._chips[Show.FIGURES].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.filtered.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(_flow(self, [self._units, *self._links.values(), self._ranked, *self._ends, self._ranking]))
        column.addWidget(_flow(self, list(self._chips.values())))

    @property
    def choice(self) -> Show:
        """Which rows are wanted."""
        chip = self._group.checkedButton()
        return Show(chip.property("code")) if chip else Show.FIGURES

    def choose(self, show: Show) -> None:
        """Show other rows, without telling."""
        self._chips[show].setChecked(True)

    def show_summary(self, summary: Summary, rows: Sequence[RollUpRow]) -> None:
        """Count."""
        self._show_units(summary)
        self._show_ranking(summary.ranking)
        counts = {show: sum(row.passes(show) for row in rows) for show in (Show.FIGURES, Show.BLANK, Show.DIFFERENT)}
        texts = {
            Show.FIGURES: self.tr("指标 {count}").format(count=counts[Show.FIGURES]),
            Show.BLANK: self.tr("→ 可采用 {count}").format(count=counts[Show.BLANK]),
            Show.DIFFERENT: self.tr("≠ 不一致 {count}").format(count=counts[Show.DIFFERENT]),
            Show.ALL: self.tr("全部任务 {count}").format(count=summary.board.total),
        }
        lights = [one.light for one in summary.board.tasks]
        for show, chip in self._chips.items():
            light = _LIGHTS.get(show)
            if light is None:
                chip.setText(texts[show])
            else:
                chip.setText(f"{SIGNS[light]} {lights.count(light)}")
                word = self.tr("本级{light}的任务").format(light=light_word(light))
                chip.setToolTip(word)
                chip.setAccessibleName(f"{word} {lights.count(light)}")
            reserve_bold(chip, size=Type.SECONDARY, padding=9)

    def _show_units(self, summary: Summary) -> None:
        states = [line.cell.state for line in summary.units]
        self._units.setText(self.tr("%n 个下级单位", "", len(states)))
        words = {
            CellState.ACCEPTED: self.tr("● 已通过 {count}"),
            CellState.WAITING: self.tr("◔ 待审核 {count}"),
            CellState.RETURNED: self.tr("↩ 退回修改 {count}"),
            CellState.NOT_YET: self.tr("○ 未报 {count}"),
            CellState.OVERDUE: self.tr("■ 逾期未报 {count}"),
        }
        for state, link in self._links.items():
            link.setText(words[state].format(count=states.count(state)))
            link.setToolTip(self.tr("在收表页查看"))
            link.setVisible(state in states)

    def _show_ranking(self, ranking: Sequence[UnitLine]) -> None:
        ends = (ranking[0], ranking[-1]) if len(ranking) > 1 else tuple(ranking)
        self._ranked.setText(self.tr("完成率"))
        self._ranked.setVisible(bool(ranking))
        self._ranking.setVisible(len(ranking) > 1)
        for link, line in zip(self._ends, (*ends, None, None), strict=False):
            link.setVisible(line is not None)
            if line is not None:
                link.setProperty("unit", line.unit.id)
                link.setText(_ranked_words(line, _elided(line.unit.label)))
                link.setToolTip(line.unit.name)
        self._menu.clear()
        for line in ranking:
            self._menu.addAction(_ranked_words(line, line.unit.label), partial(self.unit_wanted.emit, line.unit.id))

    def _open_ranking(self) -> None:
        self._menu.popup(self._ranking.mapToGlobal(self._ranking.rect().bottomLeft()))

    def _chip(self, show: Show) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"summary_{show.value}")
        chip.setProperty("filter", "true")
        chip.setProperty("code", show.value)
        chip.setCheckable(True)
        self._group.addButton(chip)
        return chip


def _caption(name: str) -> QLabel:
    made = label(name=name, tone="label")
    made.setFixedHeight(_LINE)
    return made


def _link(name: str, parent: QWidget) -> QPushButton:
    made = QPushButton(parent)
    made.setObjectName(name)
    made.setProperty("link", "true")
    made.setAutoDefault(False)
    return made


def _flow(parent: QWidget, parts: Sequence[QWidget]) -> QWidget:
    line = QWidget(parent)
    layout = FlowLayout(line, spacing=Space.HAIR)
    for part in parts:
        layout.addWidget(part)
    return line


def _elided(name: str) -> str:
    return QFontMetrics(text_font(Type.SECONDARY)).elidedText(name, Qt.TextElideMode.ElideRight, _NAME)


def _ranked_words(line: UnitLine, name: str) -> str:
    return f"{line.rank}. {name} {percent(line.completion)}" if line.completion is not None else name
