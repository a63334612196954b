"""下达…: what is expected of all units, what is odd, who gets what, where to; then the signed files."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.core.errors import Cancelled
from ui.dialogs.issue_terms import Desk, IssueTarget, IssueTerms
from ui.dialogs.issued_dialog import IssuedDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.messages.oddities import oddity_sentence
from ui.operations.identity import IdentityState, read_identity
from ui.operations.issue import Order, Outlook, issue, look_ahead
from ui.operations.runner import Runner
from ui.tokens import Space

if TYPE_CHECKING:
    from models.workbooks.issue import Issued

WIDTH = 980
_ODDITIES, _UNITS = 150, 180
_PAUSE = 300  # milliseconds after the last change of the terms
_UNIT = Qt.ItemDataRole.UserRole


class IssueDialog(Sheet):
    """Leads from the grid to the files.

    Signals:
        row_wanted(str, str, int): a problem was chosen: task, indicator or blank, unit or 0. The dialog goes.
    """

    row_wanted = Signal(str, str, int)

    def __init__(self, runner: Runner, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin to read; the dialog can be shown at once."""
        super().__init__(parent, name="issueDialog", title=self.tr("下达任务"), width=WIDTH)
        self._runner, self._desk = runner, desk
        self._outlook: Outlook | None = None
        self._unwanted: set[int] = set()
        self._after: IssuedDialog | None = None
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._terms = IssueTerms(desk.settings.assigning, kind=desk.kind)
        self._terms.changed.connect(self._pause.start)
        self._target = IssueTarget(
            self.tr("任务下达"), desk.settings.assigning, places=desk.places, at=desk.clock.now()
        )
        self._build()
        read_identity(runner, at=desk.clock.now(), done=self._ask_passphrase)
        self._look()

    def _build(self) -> None:
        self.column.addWidget(label(self.tr("下达任务"), "issueTitle", size="title"))
        explained = self.tr(
            "每个单位一份签名的任务下达表，放进一个文件夹，附下达清单。单位用本程序打开，就接到了任务。"
        )
        self.column.addWidget(label(explained, tone="secondary", wrap=True))
        self._odd = surface("notice-yellow", name="oddCard", margin=Space.MEDIUM, spacing=Space.SMALL)
        self._odd_title = label(name="oddTitle", tone="yellow", size="section", wrap=True)
        stack(self._odd).addWidget(self._odd_title)
        self._oddities = _list("oddities", self.tr("要看一看的地方"), _ODDITIES)
        self._oddities.itemActivated.connect(self._jump)
        stack(self._odd).addWidget(self._oddities)
        self._odd.hide()
        self._count = label(self.tr("正在核对各单位…"), "issueCount", size="section", wrap=True)
        self._units = _list("issueUnits", self.tr("各单位这次收到什么"), _UNITS)
        self._units.itemChanged.connect(self._follow_choice)
        left = column(self._terms, self._target, spacing=Space.PANEL)
        left.addStretch(1)
        right = column(self._count, self._units, self._odd, spacing=Space.MEDIUM)
        right.addStretch(1)
        halves = row(left, right, spacing=Space.LARGE)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        self.column.addLayout(halves)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._go = button(self.tr("签名并写出"), "issueGo", primary=True)
        self._go.clicked.connect(self._issue)
        self._go.setEnabled(False)
        self.foot.addLayout(row(None, self._cancel, self._go))

    def reject(self) -> None:
        """Esc goes back, but not while files are being written."""
        if not self._busy:
            super().reject()

    def _ask_passphrase(self, state: IdentityState) -> None:
        self._target.ask_passphrase(needed=state.needs_passphrase)
        self.fit()

    def _look(self) -> None:
        look_ahead(
            self._runner,
            terms=self._terms.terms,
            everything=self._terms.everything,
            at=self._desk.clock.now(),
            done=self._show,
            failed=self._refused,
        )

    def _show(self, outlook: Outlook) -> None:
        if self._pause.isActive():
            return  # the terms have changed since
        self._outlook = outlook
        self._oddities.clear()
        for problem in outlook.problems:
            item = QListWidgetItem(oddity_sentence(problem, outlook.basis))
            item.setData(_UNIT, (problem.task_id or "", problem.indicator_id or "", problem.unit_id or 0))
            self._oddities.addItem(item)
        self._odd_title.setText(self.tr("▲ 有 %n 处要看一看，不影响下达", "", len(outlook.problems)))
        self._odd.setVisible(bool(outlook.problems))
        self._list_units(outlook)
        self._settle()
        self.fit()

    def _list_units(self, outlook: Outlook) -> None:
        from models.workbooks.issue import Novelty

        words = {
            Novelty.FIRST: self.tr("首次下达，第 {version} 版"),
            Novelty.CHANGED: self.tr("有变化，第 {version} 版"),
            Novelty.AGAIN: self.tr("重新写出，仍是第 {version} 版"),
        }
        drafts = outlook.drafts
        self._units.blockSignals(True)
        self._units.clear()
        for draft in drafts.drafts:
            what = words[draft.novelty].format(version=draft.content.head.version)
            item = QListWidgetItem(f"{draft.unit.name} · {what}")
            item.setData(_UNIT, draft.unit.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            kept = draft.unit.id not in self._unwanted
            item.setCheckState(Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked)
            self._units.addItem(item)
        for unit, version in drafts.unchanged:
            what = self.tr("没有变化，第 {version} 版仍有效").format(version=version)
            self._add_idle(f"{unit.name} · {what}")
        for unit in drafts.without_tasks:
            what = self.tr("还没有任务")
            self._add_idle(f"{unit.name} · {what}")
        self._units.setCurrentRow(0)
        self._units.blockSignals(False)

    def _add_idle(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        self._units.addItem(item)

    def _follow_choice(self, item: QListWidgetItem) -> None:
        unit_id = item.data(_UNIT)
        if item.checkState() is Qt.CheckState.Checked:
            self._unwanted.discard(unit_id)
        else:
            self._unwanted.add(unit_id)
        self._settle()

    def _settle(self) -> None:
        wanted = self._wanted()
        self._count.setText(self._counted(wanted))
        self._go.setEnabled(bool(wanted) and not self._busy)
        self._go.setText(self.tr("签名并写出 %n 份", "", len(wanted)))

    def _counted(self, wanted: frozenset[int]) -> str:
        if self._outlook is None:
            return self.tr("正在核对各单位…")
        drafts = self._outlook.drafts
        parts = [self.tr("写出 %n 份", "", len(wanted))]
        if drafts.unchanged:
            parts.append(self.tr("%n 个单位没有变化", "", len(drafts.unchanged)))
        if drafts.without_tasks:
            parts.append(self.tr("%n 个单位没有任务", "", len(drafts.without_tasks)))
        return " · ".join(parts)

    def _wanted(self) -> frozenset[int]:
        drafts = self._outlook.drafts.drafts if self._outlook else ()
        return frozenset(draft.unit.id for draft in drafts) - self._unwanted

    def _jump(self, item: QListWidgetItem) -> None:
        task_id, indicator_id, unit_id = item.data(_UNIT)
        if task_id or unit_id:
            self.accept()
            self.row_wanted.emit(task_id, indicator_id, unit_id)

    def _issue(self) -> None:
        folder = self._target.folder
        if folder is None:
            self._target.ask_folder()
            return
        self._remember(folder)
        self._set_busy(True)
        order = Order(
            terms=self._terms.terms,
            folder=folder,
            operator=self._desk.operator,
            at=self._desk.clock.now(),
            everything=self._terms.everything,
            units=self._wanted(),
        )
        issue(
            self._runner,
            order,
            places=self._desk.places,
            passphrase=self._target.passphrase,
            done=self._issued,
            failed=self._refused,
        )

    def _issued(self, issued: "Issued") -> None:
        self._set_busy(False)
        if not issued.files:
            self._look()  # what was to leave has left in between
            return
        self.accept()
        self._after = IssuedDialog(
            self._runner,
            files=[one.path for one in issued.files],
            listed=issued.list_path,
            operator=self._desk.operator,
            clock=self._desk.clock,
            parent=self.parentWidget(),
        )
        self._after.open()

    def _remember(self, folder: Path) -> None:
        self._desk.settings.assigning = self._terms.remembered() | {"folder": str(folder.parent)}
        self._desk.settings.save()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (self._terms, self._units, self._oddities, self._target, self._cancel):
            part.setEnabled(not busy)
        self._settle()
        if busy:
            self._go.setText(self.tr("正在写出…"))


def _list(name: str, title: str, height: int) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setProperty("framed", "true")
    made.setFixedHeight(height)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made
