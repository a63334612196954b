"""签批并导出: what stands in the way, who signs, where the file goes."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLineEdit, QProgressBar, QWidget

from models.core.clock import Clock
from models.core.errors import Cancelled
from models.core.paths import Places
from models.core.vocabulary import Role
from models.work.checks import Grade
from models.work.return_content import SignOff
from models.work.sign_off import lacking
from ui.dialogs.exported_dialog import ExportedDialog
from ui.dialogs.findings_list import FindingsList
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface, titled
from ui.dialogs.pin_dialog import PinDialog
from ui.dialogs.sheet import Sheet
from ui.dialogs.sign_off_step import SignOffStep
from ui.messages import explain
from ui.messages.message import size
from ui.operations.return_files import Packing
from ui.operations.return_preparation import Preparation, prepare_return
from ui.operations.returns import Exported, export_return
from ui.operations.runner import Runner
from ui.operations.sign_off import sign_off_as
from ui.settings import Settings
from ui.tokens import Space
from ui.widgets.tone import set_tone
from ui.wording import listed, period_name, role_word

WIDTH = 720


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
        self._prepared: Preparation | None = None
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
        self._add_steps()
        self.column.addWidget(self._inputs)
        self._files = surface("card", name="filesCard")
        stack(self._files).addLayout(self._target())
        self.column.addWidget(self._files)
        self._missing = label(name="missingSignOffs", tone="secondary", wrap=True)
        self.column.addWidget(self._missing)
        self._draft = button(self.tr("存为草稿"), "draftButton")
        self._draft.setToolTip(self.tr("每页都标“草稿”，不登记、不占次数，不能作为正式的填报表"))
        self._draft.setEnabled(False)
        self._draft.clicked.connect(lambda: self._start(draft=True))
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._export = button(self.tr("签批并导出"), "exportButton", primary=True)
        self._export.setEnabled(False)
        self._export.clicked.connect(lambda: self._start(draft=False))
        self.foot.addLayout(row(self._draft, None, self._cancel, self._export))

    def _add_steps(self) -> None:
        known = self._settings.sign_off
        names = {Role.FILLER: "filled_by", Role.REVIEWER: "reviewed_by", Role.UNIT_HEAD: "unit_head"}
        self._steps = {
            role: SignOffStep(role, name=known.get(key, ""), has_pin=self._has_pin) for role, key in names.items()
        }
        for role, step in self._steps.items():
            step.signed.connect(lambda r=role: self._sign(r))
            step.pin_wanted.connect(lambda r=role: self._ask_pin(r))
            stack(self._inputs).addWidget(step)

    def _target(self) -> QGridLayout:
        self._phone = field("phone", title=self.tr("联系电话"), text=self._settings.sign_off.get("phone", ""), limit=30)
        self._packing = QComboBox()
        self._packing.setObjectName("packing")
        self._packing.addItem(self.tr("一个文件夹"), Packing.FOLDER)
        self._packing.addItem(self.tr("一个压缩包（.zip）"), Packing.ZIP)
        self._packing_title = label(name="packingTitle", tone="label")
        self._packing_title.setBuddy(self._packing)
        self._packing_row = QWidget()
        self._packing_row.setLayout(column(self._packing_title, self._packing, spacing=Space.HAIR))
        self._packing_row.hide()
        self._folder_field = field("folder", title=self.tr("保存到"), text=str(self._folder), limit=400)
        self._choose = button(self.tr("更改…"), "chooseFolder")
        self._choose.clicked.connect(self._ask_folder)
        above = label(self.tr("保存到"), tone="label")
        above.setBuddy(self._folder_field)
        self._passphrase = field("exportPassphrase", title=self.tr("签名口令"), limit=200)
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase_row = QWidget()
        self._passphrase_row.setLayout(titled(self.tr("签名口令"), self._passphrase))
        self._passphrase_row.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.MEDIUM)
        grid.addLayout(titled(self.tr("联系电话"), self._phone), 0, 0)
        grid.addWidget(self._packing_row, 0, 1)
        line = row(self._folder_field, self._choose)
        grid.addLayout(column(above, line, spacing=Space.HAIR), 1, 0, 1, 2)
        grid.addWidget(self._passphrase_row, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _has_pin(self, name: str) -> bool:
        return self._prepared is not None and name in self._prepared.names_with_pin

    def _show(self, preparation: Preparation) -> None:
        first, self._prepared = self._prepared is None, preparation
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
        if not self._steps[Role.FILLER].name.text():
            self._steps[Role.FILLER].name.setText(preparation.operator)
        self._passphrase_row.setVisible(preparation.needs_passphrase)
        self._packing_row.setVisible(bool(preparation.evidence))
        self._packing_title.setText(
            self.tr("连同 %n 个佐证材料（{size}），写成", "", preparation.evidence).format(
                size=size(preparation.evidence_size)
            )
        )
        self._show_steps(errors)
        if first:
            self._focus_first(errors)
        self.fit()

    def _show_steps(self, errors: int) -> None:
        """Show how far the signing off is, and what can be done now."""
        if self._prepared is None:
            return
        standings = self._prepared.standings
        for place, standing in enumerate(standings):
            turn = not errors and not lacking(standings[:place])
            self._steps[standing.role].show_standing(standing, may_sign=turn)
        others = [role for role in lacking(standings) if role is not Role.FILLER]
        self._missing.setText(
            self.tr("还差{roles}签批，签批以后才能导出；可以先存为草稿。").format(
                roles=listed([role_word(role) for role in others])
            )
        )
        self._missing.setVisible(bool(others) and not errors)
        self._export.setEnabled(not errors and not others)
        self._draft.setEnabled(not errors)

    def _focus_first(self, errors: int) -> None:
        filler = self._steps[Role.FILLER]
        if errors:
            self._findings.setFocus()
        elif not self._export.isEnabled():
            waiting = next((step for step in self._steps.values() if not step.holds), filler)
            (waiting.button if waiting.button.isEnabled() else waiting.name).setFocus()
        elif filler.pin.isVisibleTo(self):
            filler.pin.setFocus()
        elif self._passphrase_row.isVisibleTo(self):
            self._passphrase.setFocus()
        else:
            self._export.setFocus()

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

    def _sign(self, role: Role) -> None:
        step = self._steps[role]
        self._set_busy(True)
        sign_off_as(
            self._runner,
            role=role,
            name=step.name.text().strip(),
            pin=step.pin.text(),
            at=self._clock.now(),
            done=self._reload,
            failed=self._refused,
        )

    def _reload(self) -> None:
        """Read anew who has signed; the cursor goes to what is next."""
        self._set_busy(False)

        def show(preparation: Preparation) -> None:
            self._show(preparation)
            self._focus_first(0)

        prepare_return(self._runner, done=show, failed=self._refused)

    def _ask_pin(self, role: Role) -> None:
        name = self._steps[role].name.text().strip()
        dialog = PinDialog(self._runner, name=name, has_pin=self._has_pin(name), clock=self._clock, parent=self)
        dialog.accepted.connect(self._reload)
        dialog.open()

    def _start(self, *, draft: bool) -> None:
        names = {role: step.name.text().strip() for role, step in self._steps.items()}
        sign_off = SignOff(
            filled_by=names[Role.FILLER],
            phone=self._phone.text().strip(),
            reviewed_by=names[Role.REVIEWER],
            unit_head=names[Role.UNIT_HEAD],
        )
        self._set_busy(True)
        export_return(
            self._runner,
            sign_off=sign_off,
            pin=self._steps[Role.FILLER].pin.text(),
            folder=Path(self._folder_field.text().strip() or str(self._places.documents)),
            places=self._places,
            passphrase=self._passphrase.text() if self._passphrase_row.isVisible() else None,
            at=self._clock.now(),
            packing=self._packing.currentData(),
            draft=draft,
            done=lambda exported: self._finish(exported, sign_off),
            failed=self._refused,
        )

    def _finish(self, exported: Exported, sign_off: SignOff) -> None:
        self._settings.folder = self._folder_field.text().strip() or str(self._places.documents)
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
        for step in self._steps.values():
            step.pin.clear()
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()

    def _set_busy(self, busy: bool) -> None:
        for part in (self._inputs, self._files, self._findings, self._cancel):
            part.setEnabled(not busy)
        self._export.setText(self.tr("正在导出…") if busy else self.tr("签批并导出"))
        if busy:
            self._export.setEnabled(False)
            self._draft.setEnabled(False)
        elif self._prepared is not None:
            self._show_steps(sum(finding.grade is Grade.ERROR for finding in self._prepared.findings))

    def reject(self) -> None:
        """Esc goes back, but not while the file is being written."""
        if self._cancel.isEnabled():
            super().reject()
