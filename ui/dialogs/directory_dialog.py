"""名录: the units that are assigned to and collected from, edited in place, pasted, imported, ordered."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.core.clock import Clock
from models.core.errors import Cancelled, EnvironmentProblem, UserError
from models.core.numbers import parse_amount
from models.store.directory import DirectoryUnit, UnitFacts
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, field, label, row
from ui.dialogs.step_dialog import StepDialog
from ui.messages import explain
from ui.operations.directory import (
    DirectoryOperations,
    DirectoryRead,
    preview_file,
    preview_text,
    read_units,
    take_units,
)
from ui.operations.runner import Runner
from ui.tables.directory_table import DirectoryTable, facts_of
from ui.tokens import ROW_HEIGHT, Space

if TYPE_CHECKING:
    from models.work.directory_preview import DirectoryPreview

_SIZE = (1040, 600)
_SMALLEST = (760, 420)
_WIDTHS = (210, 120, 100, 72, 80, 170, 106)
_FIGURE = 92


class DirectoryDialog(QDialog):
    """Lists the units; what is typed is durable at once."""

    def __init__(self, runner: Runner, *, clock: Clock, parent: QWidget | None = None) -> None:
        """Begin to read; the dialog can be shown at once."""
        super().__init__(parent)
        self.setObjectName("directoryDialog")
        self.setWindowTitle(self.tr("名录"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._runner, self._clock = runner, clock
        self._operations = DirectoryOperations(runner, clock=clock)
        self._read = DirectoryRead((), {}, ())
        self._new_columns: dict[str, dict[int, Decimal]] = {}  # nothing stands in them yet, so nobody else knows them
        self._table = DirectoryTable(self._save, self)
        self._view = _view(self._table, self)
        self._view.setAccessibleName(self.tr("名录"))
        self._view.selectionModel().selectionChanged.connect(self._settle)
        self._view.selectionModel().currentChanged.connect(self._settle)
        self._build()
        for keys, work in (
            ("Ctrl+V", self._paste),
            ("Ctrl+Up", lambda: self._move(-1)),
            ("Ctrl+Down", lambda: self._move(1)),
        ):
            QShortcut(QKeySequence(keys), self._view, work, context=Qt.ShortcutContext.WidgetShortcut)
        self._refresh()

    def _build(self) -> None:
        self._count = label(name="directoryCount", tone="secondary")
        self._offered = button("", "takeOffered")
        self._offered.clicked.connect(self._take_offered)
        self._offered.hide()
        paste = button(self.tr("粘贴名单"), "pasteUnits")
        paste.setToolTip(self.tr("从 Excel、WPS 复制的表，或一行一个名称"))
        paste.clicked.connect(self._paste)
        bring = button(self.tr("导入…"), "importUnits")
        bring.clicked.connect(self._ask_file)
        self._filter = field("directoryFilter", title=self.tr("查找单位"), hint=self.tr("查找名称、代码、类型"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(280)
        self._filter.textChanged.connect(self._lay_out)
        self._with_retired = QCheckBox(self.tr("显示已停用的"))
        self._with_retired.setObjectName("withRetired")
        self._with_retired.toggled.connect(self._lay_out)
        self._up = button(self.tr("上移"), "unitUp")
        self._up.clicked.connect(lambda: self._move(-1))
        self._down = button(self.tr("下移"), "unitDown")
        self._down.clicked.connect(lambda: self._move(1))
        self._retire = button(self.tr("停用"), "retireUnit")
        self._retire.clicked.connect(self._turn_retired)
        self._figures = button(self.tr("数据列"), "figureColumns")
        menu = QMenu(self._figures)
        menu.addAction(self.tr("增加一列…"), self._ask_column)
        self._drop = menu.addMenu(self.tr("删去一列"))
        self._figures.setMenu(menu)
        self._figures.setToolTip(self.tr("学生数、学校数一类的数，指标按它们分解"))
        close = button(self.tr("关闭"), "closeButton")
        close.clicked.connect(self.accept)
        how = self.tr("直接在表里改，离开一格就存下；最后一行写新单位。Ctrl+↑ / Ctrl+↓ 排顺序，空格改填报方式。")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.LARGE, Space.PANEL, Space.LARGE, Space.PANEL)
        outer.setSpacing(Space.MEDIUM)
        title = label(self.tr("名录"), "directoryTitle", size="title")
        outer.addLayout(row(title, self._count, None, self._offered, paste, bring))
        outer.addLayout(row(self._filter, self._with_retired, None))
        outer.addWidget(self._view, 1)
        outer.addWidget(label(how, "directoryHow", tone="secondary", size="secondary", wrap=True))
        outer.addLayout(row(self._up, self._down, self._retire, self._figures, None, close))

    # what is shown

    def _refresh(self) -> None:
        read_units(self._runner, done=self._show, failed=self._refused)

    def _show(self, read: DirectoryRead) -> None:
        self._read = read
        self._lay_out()
        retired = sum(unit.retired for unit in read.units)
        words = [self.tr("%n 个单位", "", len(read.units) - retired)]
        if retired:
            words.append(self.tr("停用 %n 个", "", retired))
        self._count.setText(" · ".join(words))
        self._offered.setVisible(bool(read.offered))
        self._offered.setText(self.tr("采用要点里的 %n 个单位", "", len(read.offered)))
        self._drop.clear()
        for name in read.weights:
            self._drop.addAction(name, partial(self._drop_column, name))
        self._drop.setEnabled(bool(read.weights))

    def _lay_out(self) -> None:
        chosen = [unit.id for unit in self._chosen()]
        current = self._view.currentIndex()
        wanted = self._filter.text().strip().casefold()
        shown = [
            unit
            for unit in self._read.units
            if (self._with_retired.isChecked() or not unit.retired)
            and (not wanted or any(wanted in said.casefold() for said in (unit.name, unit.code, unit.kind, unit.level)))
        ]
        self._table.show_units(shown, self._weights())
        if not self._view.currentIndex().isValid():
            at = self._table.row_of(chosen[0]) if chosen else None
            at = min(max(current.row(), 0), self._table.rowCount() - 1) if at is None else at
            self._go_to(at, max(current.column(), 0))
        self._settle()

    def _weights(self) -> dict[str, Mapping[int, Decimal]]:
        return {**self._read.weights, **{name: {} for name in self._new_columns if name not in self._read.weights}}

    def _chosen(self) -> list[DirectoryUnit]:
        rows = sorted({index.row() for index in self._view.selectionModel().selectedIndexes()})
        return [unit for at in rows if (unit := self._table.unit(at)) is not None]

    def _settle(self) -> None:
        if not hasattr(self, "_retire"):
            return
        chosen = self._chosen()
        free = bool(chosen) and not self._filter.text().strip()
        self._up.setEnabled(free)
        self._down.setEnabled(free)
        self._retire.setEnabled(bool(chosen))
        restores = bool(chosen) and all(unit.retired for unit in chosen)
        self._retire.setText(self.tr("恢复使用") if restores else self.tr("停用"))

    # what is done

    def _save(self, unit: DirectoryUnit | None, name: str, text: str) -> bool:
        at = self._view.currentIndex()

        def work() -> None:
            if unit is None:
                self._operations.add(UnitFacts(name=text))
            elif name in self._weights():
                figure: Decimal | None = parse_amount(text) if text else None
                self._operations.set_weight(name, {unit.id: figure})
            else:
                said: str | bool = bool(text) if name == "has_program" else text
                self._operations.change(unit.id, facts_of(unit, **{name: said}))

        return self._do(work, again=lambda: self._reopen(at.row(), at.column(), text))

    def _do(self, work: Callable[[], None], again: Callable[[], None] | None = None) -> bool:
        """Do something durable and read anew; ``again`` follows a refusal once that has been read."""
        try:
            work()
        except (UserError, EnvironmentProblem) as problem:
            self._refused(problem, again)
            return False
        self._refresh()
        return True

    def _reopen(self, row: int, column: int, text: str) -> None:
        """Give back what was typed into a cell and could not be kept."""
        index = self._table.index(row, column)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._go_to(row, column)
            self._view.edit(index)
            for editor in self._view.viewport().findChildren(QLineEdit)[-1:]:  # the one that was just opened
                editor.setText(text)

    def _go_to(self, row: int, column: int) -> None:
        """Go to one cell, whatever keys are held down."""
        index = self._table.index(row, column)
        self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._view.scrollTo(index)

    def _move(self, step: int) -> None:
        chosen = {unit.id for unit in self._chosen()}
        order = [unit.id for unit in self._read.units if self._table.row_of(unit.id) is not None]
        hidden = [unit.id for unit in self._read.units if self._table.row_of(unit.id) is None]
        if not chosen or self._filter.text().strip():
            return
        for at in range(len(order)) if step < 0 else reversed(range(len(order))):
            to = at + step
            if order[at] in chosen and 0 <= to < len(order) and order[to] not in chosen:
                order[at], order[to] = order[to], order[at]
        self._do(lambda: self._operations.move([*order, *hidden]))

    def _turn_retired(self) -> None:
        chosen = self._chosen()
        ids = [unit.id for unit in chosen]
        if all(unit.retired for unit in chosen):
            self._do(lambda: self._operations.restore(ids))
        else:
            self._do(lambda: self._operations.retire(ids))

    def _ask_column(self) -> None:
        step = StepDialog(
            self,
            name="columnDialog",
            title=self.tr("增加数据列"),
            about=self.tr("给列起个名字，再在表里逐个填数；也可以把带这一列的表粘贴进来。指标可以按这一列分解。"),
            action=self.tr("增加"),
        )
        name = step.ask_needed("columnName", self.tr("列名"), self.tr("请写列名，如“学生数”。"), limit=20)
        step.submitted.connect(lambda: self._add_column(step, name.text()))
        step.open()

    def _add_column(self, step: StepDialog, name: str) -> None:
        step.accept()
        self._new_columns[name.strip()] = {}
        self._lay_out()

    def _drop_column(self, name: str) -> None:
        self._do(lambda: self._operations.drop_weight(name))

    def _take_offered(self) -> None:
        take_units(
            self._runner,
            units=self._read.offered,
            at=self._clock.now(),
            done=lambda _: self._refresh(),
            failed=self._refused,
        )

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        preview_text(self._runner, text=text, done=self._show_preview, failed=self._refused)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("导入名单"), "", self.tr("名单 (*.xlsx *.csv *.txt)"))
        dialog.setObjectName("directoryFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(
            lambda name: preview_file(self._runner, path=Path(name), done=self._show_preview, failed=self._refused)
        )
        dialog.open()

    def _show_preview(self, preview: "DirectoryPreview") -> None:
        from ui.dialogs.directory_preview_dialog import DirectoryPreviewDialog

        dialog = DirectoryPreviewDialog(self._runner, preview, clock=self._clock, parent=self)
        dialog.accepted.connect(self._refresh)
        dialog.open()

    def _refused(self, error: Exception, again: Callable[[], None] | None = None) -> None:
        if isinstance(error, Cancelled):
            return
        dialog = MessageDialog(explain(error), self)
        if again is not None:
            dialog.finished.connect(lambda _: again())
        dialog.open()


def _view(table: DirectoryTable, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setObjectName("directory")
    view.setModel(table)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.AnyKeyPressed
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.DoubleClicked
    )
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    heading = view.horizontalHeader()
    heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heading.setHighlightSections(False)
    heading.setDefaultSectionSize(_FIGURE)
    for at, width in enumerate(_WIDTHS):
        heading.resizeSection(at, width)
    heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return view
