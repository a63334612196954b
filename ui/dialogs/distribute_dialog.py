"""分解指标: which targets, among which units, by what; and how much would change, before it does."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFileDialog, QRadioButton, QWidget

from models.store.records import IndicatorRecord
from models.work.grid_rows import Distribution, GridRow, divided
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.assign import Weights, read_last_year
from ui.operations.runner import Runner
from ui.tables.assign_sheet import AssignSheet
from ui.tokens import Space

WIDTH = 560

Range = tuple[int, int, int, int]


class DistributeDialog(Sheet):
    """Asks how targets are to be divided.

    Signals:
        divided(tuple): the edits that divide them; the dialog goes.
    """

    divided = Signal(object)

    def __init__(
        self,
        runner: Runner,
        *,
        sheet: AssignSheet,
        shown: Sequence[GridRow],
        chosen: Sequence[Range],
        weights: Weights,
        parent: QWidget | None = None,
    ) -> None:
        """Offer to divide what is chosen, or all that is shown.

        Args:
            runner: reads last year's workspace.
            sheet: the grid as it stands.
            shown: the rows that are shown.
            chosen: the rectangles of cells that are chosen among them.
            weights: the columns of figures of the directory.
            parent: the page.
        """
        super().__init__(parent, name="distributeDialog", title=self.tr("分解指标"), width=WIDTH)
        self._runner, self._sheet = runner, sheet
        self._weights = weights
        self._last_year: Weights | None = None
        self._all = _targets(shown), [unit.id for unit in sheet.units]
        rows = sorted({at for top, _, bottom, _ in chosen for at in range(top, bottom + 1)})
        columns = sorted({at for _, left, _, right in chosen for at in range(left, right + 1)})
        self._chosen = _targets([shown[at] for at in rows]), [sheet.units[at].id for at in columns]
        self._several = len(rows) * len(columns) > 1 and bool(self._chosen[0])
        self._build()
        self._foretell()

    def _build(self) -> None:
        self.column.addWidget(label(self.tr("分解指标"), "distributeTitle", size="title"))
        explained = self.tr("各单位的数加起来正好等于目标值。百分比和上限不分解，每个单位都是目标值本身。")
        self.column.addWidget(label(explained, tone="secondary", wrap=True))
        self._scope = QButtonGroup(self)
        here = self._radio(self._scope, "scope_chosen", self._scope_words(self._chosen, chosen=True))
        everything = self._radio(self._scope, "scope_all", self._scope_words(self._all, chosen=False))
        here.setEnabled(self._several)
        (here if self._several else everything).setChecked(True)
        self._card(self.tr("范围"), here, everything)
        self._how = QButtonGroup(self)
        equal = self._radio(self._how, "by_equal", self.tr("平均"))
        by_column = self._radio(self._how, "by_column", self.tr("按名录里的一列"))
        self._columns = QComboBox()
        self._columns.setObjectName("weightColumn")
        self._columns.setAccessibleName(self.tr("名录里的一列"))
        self._columns.addItems(list(self._weights))
        self._columns.currentIndexChanged.connect(lambda _: self._foretell())
        by_column.setEnabled(bool(self._weights))
        self._columns.setEnabled(bool(self._weights))
        if not self._weights:
            self._columns.addItem(self.tr("名录里还没有数据列"))
        by_last = self._radio(self._how, "by_last_year", self.tr("按去年的分解"))
        self._file = button(self.tr("去年的工作区…"), "lastYearButton")
        self._file.clicked.connect(self._ask_file)
        self._read = label(name="lastYearRead", tone="secondary", wrap=True)
        self._read.hide()
        equal.setChecked(True)
        self._card(
            self.tr("办法"), equal, row(by_column, self._columns, None), row(by_last, self._file, None), self._read
        )
        self._again = QButtonGroup(self)
        fresh = self._radio(self._again, "only_fresh", self.tr("只分还没有分解的指标"))
        again = self._radio(self._again, "all_again", self.tr("分过的也重新分"))
        fresh.setChecked(True)
        self._card(self.tr("已经分过的"), fresh, again)
        self._outlook = label(name="distributeOutlook", wrap=True)
        self.column.addWidget(self._outlook)
        cancel = button(self.tr("取消"), "cancelButton")
        cancel.clicked.connect(self.reject)
        self._go = button(self.tr("分解"), "distributeButton", primary=True)
        self._go.clicked.connect(self._divide)
        self.foot.addLayout(row(None, cancel, self._go))

    def _radio(self, group: QButtonGroup, name: str, text: str) -> QRadioButton:
        choice = QRadioButton(text)
        choice.setObjectName(name)
        group.addButton(choice)
        choice.toggled.connect(lambda _: self._foretell())
        return choice

    def _card(self, title: str, *parts: QWidget | object) -> None:
        card = surface("card", spacing=Space.SMALL, margin=Space.MEDIUM)
        stack(card).addWidget(label(title, tone="label"))
        stack(card).addLayout(column(*parts, spacing=Space.SMALL))  # type: ignore[arg-type]
        self.column.addWidget(card)

    def _scope_words(self, scope: tuple[list[IndicatorRecord], list[int]], *, chosen: bool) -> str:
        pattern = (
            self.tr("选中的：{targets} 个指标 × {units} 个单位")
            if chosen
            else self.tr("列出的全部：{targets} 个指标 × {units} 个单位")
        )
        return pattern.format(targets=len(scope[0]), units=len(scope[1]))

    def _plan(self) -> Distribution:
        targets, units = self._chosen if _is_chosen(self._scope, "scope_chosen") else self._all
        again = _is_chosen(self._again, "all_again")
        if _is_chosen(self._how, "by_last_year"):
            last = self._last_year or {}
            return divided(targets, units, lambda one: last.get(one, {}), self._sheet.grid, again=again)
        if _is_chosen(self._how, "by_column"):
            column = self._weights.get(self._columns.currentText(), {})
        else:
            column = dict.fromkeys(units, Decimal(1))
        return divided(targets, units, lambda _: column, self._sheet.grid, again=again)

    def _foretell(self) -> None:
        if not hasattr(self, "_go"):
            return
        self._columns.setEnabled(_is_chosen(self._how, "by_column"))
        self._file.setEnabled(True)
        plan = self._plan()
        targets = self.tr("将分解 %n 个指标", "", plan.divided)
        cells = self.tr("改动 %n 格", "", len(plan.edits))
        left = self.tr("%n 个指标不动", "", plan.left)
        self._outlook.setText(" · ".join((targets, cells, left)))
        self._go.setEnabled(bool(plan.edits))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("去年的工作区"), "", self.tr("工作区 (*.yaodian)"))
        dialog.setObjectName("lastYearFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(
            lambda name: read_last_year(self._runner, path=Path(name), done=self._take_last_year, failed=self._refused)
        )
        dialog.open()

    def _take_last_year(self, last: Mapping[str, Mapping[int, Decimal]]) -> None:
        self._last_year = last
        next(one for one in self._how.buttons() if one.objectName() == "by_last_year").setChecked(True)
        self._read.setText(self.tr("去年有 %n 个指标对得上（名称和单位相同）。", "", len(last)))
        self._read.show()
        self._foretell()
        self.fit()

    def _divide(self) -> None:
        edits = self._plan().edits
        self.accept()
        self.divided.emit(edits)

    def _refused(self, error: Exception) -> None:
        MessageDialog(explain(error), self).open()


def _targets(rows: Sequence[GridRow]) -> list[IndicatorRecord]:
    """Return the targets of rows: of a task all of its own."""
    found: dict[str, IndicatorRecord] = {}
    for one in rows:
        for target in one.task.indicators if one.indicator is None else (one.indicator,):
            found[target.id] = target
    return list(found.values())


def _is_chosen(group: QButtonGroup, name: str) -> bool:
    checked = group.checkedButton()
    return checked is not None and checked.objectName() == name
