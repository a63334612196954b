"""签批并导出: what stands in the way, who signs, where the file goes."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QProgressBar, QWidget

from models.core.clock import Clock
from models.core.errors import Cancelled
from models.core.paths import Places
from models.work.checks import Grade
from models.work.return_content import SignOff
from ui.dialogs.exported_dialog import ExportedDialog
from ui.dialogs.findings_list import FindingsList
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.returns import Exported, Preparation, export_return, prepare_return
from ui.operations.runner import Runner
from ui.settings import Settings
from ui.tokens import Space
from ui.widgets.tone import set_tone
from ui.wording import period_name

WIDTH = 620


class ExportDialog(Sheet):
    """Leads from the checks to the signed file.

    Signals:
        field_wanted(str, object, str): a finding was chosen: task, Field or None, indicator or blank. The dialog goes.
        exported(Exported): the signed return is written and recorded.
    """

    field_wanted = Signal(str, object, str)
    exported = Signal(object)

    def __init__(
        self,
        runner: Runner,
        *,
        places: Places,
        clock: Clock,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        """Begin to read; the dialog can be shown at once."""
        super().__init__(parent, name="exportDialog", title=self.tr("签批并导出"), width=WIDTH)
        self._runner = runner
        self._places = places
        self._clock = clock
        self._settings = settings
        self._after: ExportedDialog | None = None
        self._folder = Path(settings.folder) if settings.folder else places.documents
        if not self._folder.is_dir():
            self._folder = places.documents
        self._build()
        prepare_return(runner, done=self._show, failed=self._unprepared)

    def _build(self) -> None:
        self._period = label(name="exportPeriod")
        self._period.setProperty("chip", "accent")
        self._version = label(name="exportVersion", tone="secondary")
        title = column(
            row(label(self.tr("签批并导出"), size="title"), self._period, None, spacing=Space.MEDIUM),
            self._version,
            spacing=Space.HAIR,
        )
        self._bar = QProgressBar()
        self._bar.setObjectName("reportedBar")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(170)
        self._bar.setAccessibleName(self.tr("填报进度"))
        self._reported = label(name="reportedText", tone="secondary")
        count = column(self._reported, self._bar, spacing=Space.SMALL)
        head = row(spacing=Space.PANEL)
        head.addLayout(title, 1)
        head.addLayout(count)
        self.column.addLayout(head)
        self._checks = surface("notice-green", name="checksCard", margin=Space.MEDIUM, spacing=Space.SMALL)
        self._verdict = label(self.tr("正在检查…"), "checksVerdict", wrap=True)
        self._findings = FindingsList()
        self._findings.hide()
        self._findings.chosen.connect(self._jump)
        stack(self._checks).addWidget(self._verdict)
        stack(self._checks).addWidget(self._findings)
        self.column.addWidget(self._checks)
        self._inputs = surface("card", name="signOffCard")
        stack(self._inputs).addLayout(self._names())
        stack(self._inputs).addLayout(self._target())
        self.column.addWidget(self._inputs)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._export = button(self.tr("签批并导出"), "exportButton", primary=True)
        self._export.setEnabled(False)
        self._export.clicked.connect(self._start)
        self.foot.addLayout(row(None, self._cancel, self._export))

    def _names(self) -> QGridLayout:
        known = self._settings.sign_off
        by_hand = self.tr("空着，打印后手写")
        self._filled_by = field("filledBy", title=self.tr("填报人"), text=known.get("filled_by", ""), limit=50)
        self._phone = field("phone", title=self.tr("联系电话"), text=known.get("phone", ""), limit=30)
        self._reviewed_by = field(
            "reviewedBy", title=self.tr("审核人"), text=known.get("reviewed_by", ""), hint=by_hand, limit=50
        )
        self._unit_head = field(
            "unitHead", title=self.tr("单位负责人"), text=known.get("unit_head", ""), hint=by_hand, limit=50
        )
        self._passphrase = field("exportPassphrase", title=self.tr("签名口令"), limit=200)
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase_row = QWidget()
        self._passphrase_row.setLayout(titled(self.tr("签名口令"), self._passphrase))
        self._passphrase_row.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.MEDIUM)
        for at, (title, one) in enumerate(
            (
                (self.tr("填报人"), self._filled_by),
                (self.tr("联系电话"), self._phone),
                (self.tr("审核人"), self._reviewed_by),
                (self.tr("单位负责人"), self._unit_head),
            )
        ):
            grid.addLayout(titled(title, one), at // 2, at % 2)
        grid.addWidget(self._passphrase_row, 2, 0, 1, 2)
        return grid

    def _target(self) -> QGridLayout:
        self._folder_field = field("folder", title=self.tr("保存到"), text=str(self._folder), limit=400)
        self._choose = button(self.tr("更改…"), "chooseFolder")
        self._choose.clicked.connect(self._ask_folder)
        line = row(self._folder_field, self._choose)
        above = label(self.tr("保存到"), tone="label")
        above.setBuddy(self._folder_field)
        grid = QGridLayout()
        grid.addLayout(column(above, line, spacing=Space.HAIR), 0, 0)
        return grid

    def _show(self, preparation: Preparation) -> None:
        board, findings = preparation.board, preparation.findings
        self._period.setText(period_name(board.period))
        if preparation.supersedes:
            version = self.tr("{unit} · 第 {sequence} 次导出，替代校验码为 {code} 的那一份").format(
                unit=preparation.unit_name, sequence=preparation.sequence, code=preparation.supersedes
            )
        else:
            version = self.tr("{unit} · 本期第 1 次导出").format(unit=preparation.unit_name)
        self._version.setText(version)
        self._version.setWordWrap(True)
        self._bar.setRange(0, max(board.total, 1))
        self._bar.setValue(board.reported)
        self._reported.setText(self.tr("已填 {done} / {total} 项").format(done=board.reported, total=board.total))
        errors = sum(finding.grade is Grade.ERROR for finding in findings)
        warnings = len(findings) - errors
        self._judge(errors, warnings)
        self._findings.setVisible(bool(findings))
        self._findings.show_findings(findings, {one.task.id: one.task for one in board.tasks})
        if not self._filled_by.text():
            self._filled_by.setText(preparation.operator)
        self._passphrase_row.setVisible(preparation.needs_passphrase)
        self._export.setEnabled(not errors)
        if errors:
            self._findings.setFocus()
        elif preparation.needs_passphrase:
            self._passphrase.setFocus()
        else:
            self._export.setFocus()
        self.fit()

    def _judge(self, errors: int, warnings: int) -> None:
        if errors:
            tone, text = "red", self.tr("! 有 {count} 处必须改正，改正后才能导出").format(count=errors)
            if warnings:
                text += self.tr("；另有 {count} 处请留意").format(count=warnings)
        elif warnings:
            tone, text = "yellow", self.tr("▲ 有 {count} 处请留意，不妨碍导出").format(count=warnings)
        else:
            tone, text = "green", self.tr("● 检查通过")
        self._verdict.setText(text)
        set_tone(self._verdict, tone)
        set_tone(self._checks, f"notice-{tone}", name="surface")

    def _unprepared(self, error: Exception) -> None:
        self.reject()
        MessageDialog(explain(error), self.parentWidget()).open()

    def _jump(self, task_id: str, where: object, indicator_id: str) -> None:
        self.reject()
        self.field_wanted.emit(task_id, where, indicator_id)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("保存到"), self._folder_field.text())
        dialog.setObjectName("folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder_field.setText)
        dialog.open()

    def _start(self) -> None:
        sign_off = SignOff(
            filled_by=self._filled_by.text().strip(),
            phone=self._phone.text().strip(),
            reviewed_by=self._reviewed_by.text().strip(),
            unit_head=self._unit_head.text().strip(),
        )
        self._set_busy(True)
        export_return(
            self._runner,
            sign_off=sign_off,
            folder=Path(self._folder_field.text().strip() or str(self._places.documents)),
            places=self._places,
            passphrase=self._passphrase.text() if self._passphrase_row.isVisible() else None,
            at=self._clock.now(),
            done=lambda exported: self._finish(exported, sign_off),
            failed=self._refused,
        )

    def _finish(self, exported: Exported, sign_off: SignOff) -> None:
        self._settings.folder = str(exported.path.parent)
        self._settings.sign_off = {
            "filled_by": sign_off.filled_by,
            "phone": sign_off.phone,
            "reviewed_by": sign_off.reviewed_by,
            "unit_head": sign_off.unit_head,
        }
        self._settings.save()
        self._set_busy(False)
        self.accept()
        self.exported.emit(exported)
        self._after = ExportedDialog(exported, runner=self._runner, parent=self.parentWidget())
        self._after.open()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()

    def _set_busy(self, busy: bool) -> None:
        self._inputs.setEnabled(not busy)
        self._findings.setEnabled(not busy)
        self._cancel.setEnabled(not busy)
        self._export.setEnabled(not busy)
        self._export.setText(self.tr("正在导出…") if busy else self.tr("签批并导出"))

    def reject(self) -> None:
        """Esc goes back, but not while the file is being written."""
        if self._cancel.isEnabled():
            super().reject()
