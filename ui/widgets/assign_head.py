"""The head of 下达: how much is there and how much is open, what to do with it, and which rows to show."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from models.core.numbers import chinese_numeral
from models.core.vocabulary import TaskKind
from ui.dialogs.parts import button, label, row
from ui.tables.assign_sheet import Counts, RowChoice, Show
from ui.tokens import Space, Type
from ui.widgets.tone import reserve_bold
from ui.wording import kind_word

_PART_WIDTH = 190


class AssignHead(QWidget):
    """Says what is counted and offers what can be done.

    Signals:
        narrowed(): other rows are wanted, see ``choice``.
        directory_wanted(): the person wants the list of units.
        divide_wanted(): targets are to be divided.
        everything_wanted(): all units are to have a part in all tasks that are shown.
        issue_wanted(): assignments are to leave.
        forms_wanted(): blank forms are to leave.
    """

    narrowed = Signal()
    directory_wanted = Signal()
    divide_wanted = Signal()
    everything_wanted = Signal()
    issue_wanted = Signal()
    forms_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the head with nothing counted yet."""
        super().__init__(parent)
        self._title = label(self.tr("下达"), "assignTitle", size="title")
        self._facts = label(name="assignFacts", tone="secondary")
        self._directory = button(self.tr("名录…"), "directoryButton")
        self._directory.clicked.connect(self.directory_wanted)
        self._divide = button(self.tr("分配"), "divideButton")
        menu = QMenu(self._divide)
        menu.addAction(self.tr("分解指标…") + "\tCtrl+D", self.divide_wanted.emit)
        self._everything = menu.addAction(self.tr("全部任务给全部单位"), self.everything_wanted.emit)
        self._divide.setMenu(menu)
        self._issue = button(self.tr("下达…"), "issueButton", primary=True)
        self._issue.clicked.connect(self.issue_wanted)
        self._forms = button(self.tr("空白填报表…"), "formsButton")
        self._forms.setToolTip(self.tr("给没有本程序的单位：一份可以填写的 Excel 表"))
        self._forms.clicked.connect(self.forms_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addLayout(row(self._title, self._facts, None, self._directory, self._forms, self._divide, self._issue))
        self._filters = self._filter_line()
        column.addWidget(self._filters)

    @property
    def choice(self) -> RowChoice:
        """Which rows are wanted."""
        chip = self._chips.checkedButton()
        part, kind = self._parts.currentData(), self._kinds.currentData()
        return RowChoice(
            show=Show(chip.property("code")) if chip else Show.ALL,
            part=part if isinstance(part, int) else None,
            kind=TaskKind(kind) if kind else None,
            text=self.search.text(),
        )

    def show_all(self) -> None:
        """Take all filters off."""
        for one in (self._parts, self._kinds):
            one.setCurrentIndex(0)
        self.search.clear()
        self._chips.buttons()[0].setChecked(True)
        self.narrowed.emit()

    def show_counts(self, counts: Counts, *, shown: int, without_program: int) -> None:
        """Show what is counted; nothing can be given on without units.

        Args:
            counts: of the whole grid.
            shown: how many tasks the filters leave.
            without_program: how many units are given blank forms.
        """
        part = self.tr("列出的 %n 项任务给全部单位", "", shown)
        self._everything.setText(self.tr("全部任务给全部单位") if shown == counts.tasks else part)
        self._facts.setText(self.tr("%n 个单位", "", counts.units) if counts.units else "")
        texts = {
            Show.ALL: self.tr("全部 {count}").format(count=counts.tasks),
            Show.OPEN: self.tr("未分解 {count}").format(count=counts.open),
            Show.REMAINDER: self.tr("有剩余 {count}").format(count=counts.remainder),
        }
        for chip in self._chips.buttons():
            chip.setText(texts[Show(chip.property("code"))])
            reserve_bold(chip, size=Type.SECONDARY, padding=9)
        for control in (self._divide, self._issue, self._filters):
            control.setEnabled(counts.units > 0)
        self._forms.setVisible(without_program > 0)
        self._forms.setText(self.tr("空白填报表 {count}…").format(count=without_program))

    def show_parts(self, parts: Mapping[int, str]) -> None:
        """Offer the parts of the plan."""
        if [self._parts.itemData(at) for at in range(1, self._parts.count())] == list(parts):
            return
        self._parts.blockSignals(True)
        while self._parts.count() > 1:
            self._parts.removeItem(1)
        for number, title in parts.items():
            self._parts.addItem(f"{chinese_numeral(number)}、{title}", number)
        self._parts.blockSignals(False)

    def _filter_line(self) -> QWidget:
        self._chips = QButtonGroup(self)
        for show in Show:
            chip = QPushButton(self)
            chip.setObjectName(f"assign_{show.value}")
            chip.setProperty("filter", "true")
            chip.setProperty("code", show.value)
            chip.setCheckable(True)
            chip.setChecked(show is Show.ALL)
            self._chips.addButton(chip)
        self._chips.buttonClicked.connect(lambda _: self.narrowed.emit())
        self._parts = _choices("assignPart", self.tr("部分"), self.tr("全部部分"))
        self._parts.setFixedWidth(_PART_WIDTH)
        self._kinds = _choices("assignKind", self.tr("任务类型"), self.tr("全部类型"))
        for kind in TaskKind:
            self._kinds.addItem(kind_word(kind), kind.value)
        for one in (self._parts, self._kinds):
            one.currentIndexChanged.connect(lambda _: self.narrowed.emit())
        self.search = QLineEdit(self)
        self.search.setObjectName("assignSearch")
        self.search.setPlaceholderText(self.tr("查找任务、指标"))
        self.search.setAccessibleName(self.tr("查找任务、指标"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(320)
        self.search.textChanged.connect(lambda _: self.narrowed.emit())
        line = QWidget(self)
        laid = row(*self._chips.buttons(), self._parts, self._kinds, self.search)
        laid.setStretch(laid.count() - 1, 1)
        laid.addStretch(0)
        line.setLayout(laid)
        return line


def _choices(name: str, title: str, everything: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.addItem(everything, None)
    box.setMinimumSize(QSize(120, 0))
    return box
