"""签批并导出: what stands in the way, who signs, where the file goes."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from models.core.clock import Clock
from models.core.errors import Cancelled
from models.core.paths import Places
from models.core.vocabulary import Role
from models.work.checks import Grade
from models.work.return_content import SignOff
from models.work.sign_off import lacking
from ui.dialogs.export_sign_offs import SignOffCard
from ui.dialogs.export_target import ExportTarget
from ui.dialogs.exported_dialog import ExportedDialog
from ui.dialogs.findings_list import FindingsList
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.dialogs.pin_dialog import PinDialog
from ui.dialogs.sheet import Sheet
from ui.dialogs.sign_off_trail_dialog import SignOffTrailDialog
from ui.messages import explain
from ui.operations.return_preparation import Preparation, prepare_return
from ui.operations.returns import Exported, export_return
from ui.operations.runner import Runner
from ui.operations.sign_off import sign_off_as
from ui.settings import Settings
from ui.tokens import Space
from ui.widgets.tone import set_tone
from ui.wording import day, listed, period_name, role_word

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
        folder = Path(settings.folder) if settings.folder else places.documents
        self._sign_offs = SignOffCard(settings.sign_off)
        self._target = ExportTarget(
            phone=settings.sign_off.get("phone", ""), folder=folder if folder.is_dir() else places.documents
        )
        self._build()
        prepare_return(runner, at=clock.now(), done=self._show, failed=self._unprepared)

    def _build(self) -> None:
        self._period = label(name="exportPeriod")
        self._period.setProperty("chip", "accent")
        self._version = label(name="exportVersion", tone="secondary", wrap=True)
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
        self._unchanged = label(name="unchangedWarning", tone="yellow", wrap=True)
        self._unchanged.hide()
        self._findings = FindingsList()
        self._findings.hide()
        self._findings.chosen.connect(self._jump)
        self._clock_warning = label(name="clockWarning", tone="yellow", wrap=True)
        self._clock_warning.hide()
        for part in (self._verdict, self._clock_warning, self._unchanged, self._findings):
            stack(self._checks).addWidget(part)
        self.column.addWidget(self._checks)
        self._sign_offs.sign_wanted.connect(self._sign)
        self._sign_offs.pin_wanted.connect(self._ask_pin)
        self._sign_offs.trail_wanted.connect(self._show_trail)
        self.column.addWidget(self._sign_offs)
        self.column.addWidget(self._target)
        self._missing = label(name="missingSignOffs", tone="secondary", wrap=True)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._draft = button(self.tr("存为草稿"), "draftButton")
        self._draft.setToolTip(self.tr("每页都标“草稿”，不登记、不占次数，不能作为正式的填报表"))
        self._draft.setEnabled(False)
        self._draft.clicked.connect(lambda: self._start(draft=True))
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._export = button(self.tr("签批并导出"), "exportButton", primary=True)
        self._export.setEnabled(False)
        self._export.clicked.connect(lambda: self._start(draft=False))
        foot = row(self._draft, self._missing, self._cancel, self._export)
        foot.setStretch(1, 1)
        self.foot.addLayout(foot)

    def _show(self, preparation: Preparation) -> None:
        first, self._prepared = self._prepared is None, preparation
        board, findings = preparation.board, preparation.findings
        self._period.setText(period_name(board.period))
        self._version.setText(self._version_words(preparation))
        self._bar.setRange(0, max(board.total, 1))
        self._bar.setValue(board.reported)
        self._reported.setText(self.tr("已填 {done} / {total} 项").format(done=board.reported, total=board.total))
        warnings = len(findings) - self._errors + bool(preparation.unchanged_since) + bool(preparation.later_than_now)
        self._judge(self._errors, warnings)
        self._warn_of_clock(preparation)
        self._unchanged.setVisible(bool(preparation.unchanged_since))
        self._unchanged.setText(
            self.tr("▲ 与第 {sequence} 次上报的数据相同，没有改动，校验码也会相同。").format(
                sequence=preparation.unchanged_since
            )
        )
        self._findings.setVisible(bool(findings))
        self._findings.show_findings(findings, {one.task.id: one.task for one in board.tasks})
        self._target.show_preparation(preparation)
        self._show_steps()
        if first:
            self._focus_first()
        self.fit()

    @property
    def _errors(self) -> int:
        findings = self._prepared.findings if self._prepared is not None else ()
        return sum(finding.grade is Grade.ERROR for finding in findings)

    def _warn_of_clock(self, preparation: Preparation) -> None:
        later = preparation.later_than_now
        self._clock_warning.setVisible(later is not None)
        if later is not None:
            self._clock_warning.setText(
                self.tr("▲ 电脑的时间是 {now}，比本期 {later} 的记录还早，请核对日期。先后以次数为准。").format(
                    now=_dated(self._clock.now()), later=_dated(later)
                )
            )

    def _version_words(self, preparation: Preparation) -> str:
        if not preparation.supersedes:
            return self.tr("{unit} · 本期第 1 次导出").format(unit=preparation.unit_name)
        words = self.tr("{unit} · 第 {sequence} 次导出，替代校验码为 {code} 的那一份").format(
            unit=preparation.unit_name,
            sequence=preparation.sequence,
            code=preparation.supersedes.replace("-", "\u2060-\u2060"),  # on one line, as on the sheet
        )
        if preparation.correction is not None:
            words += "\n" + self.tr("更正的原因：{reason}").format(reason=preparation.correction.reason)
        return words

    def _show_steps(self) -> None:
        """Show how far the signing off is, and what can be done now."""
        if self._prepared is None:
            return
        standings, errors = self._prepared.standings, self._errors
        self._sign_offs.show_preparation(self._prepared, errors)
        missing = lacking(standings)
        others = [role for role in missing if role is not Role.FILLER]
        stops = ""
        if errors:
            stops = self.tr("改正后才能导出")
        elif others:
            stops = self.tr("还差{roles}签批").format(roles=listed([role_word(role) for role in missing]))
        self._missing.setText(stops)
        self._export.setText(self._export_word())
        self._export.setEnabled(not errors and not others)
        self._draft.setEnabled(not errors)

    def _export_word(self) -> str:
        """Say what the button does: the 填报人 may have signed before."""
        signed = self._prepared is not None and self._prepared.standings[0].holds
        return self.tr("导出") if signed else self.tr("签批并导出")

    def _focus_first(self) -> None:
        filler = self._sign_offs.steps[Role.FILLER]
        if self._errors:
            self._findings.setFocus()
        elif not self._export.isEnabled():
            self._sign_offs.waiting_stop().setFocus()
        elif filler.pin.isVisibleTo(self):
            filler.pin.setFocus()
        elif self._target.passphrase is not None:
            self._target.passphrase_field.setFocus()
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

    def _sign(self, role: Role) -> None:
        step = self._sign_offs.steps[role]
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
            self._focus_first()

        prepare_return(self._runner, at=self._clock.now(), done=show, failed=self._refused)

    def _ask_pin(self, role: Role) -> None:
        name = self._sign_offs.names[role]
        operator = self._prepared.operator if self._prepared is not None else ""
        dialog = PinDialog(
            self._runner,
            name=name,
            has_pin=self._sign_offs.has_pin(name),
            operator=operator or name,
            clock=self._clock,
            parent=self,
        )
        dialog.accepted.connect(self._reload)
        dialog.open()

    def _show_trail(self) -> None:
        SignOffTrailDialog(self._runner, parent=self).open()

    def _start(self, *, draft: bool) -> None:
        names = self._sign_offs.names
        sign_off = SignOff(
            filled_by=names[Role.FILLER],
            phone=self._target.phone,
            reviewed_by=names[Role.REVIEWER],
            unit_head=names[Role.UNIT_HEAD],
        )
        self._set_busy(True)
        export_return(
            self._runner,
            sign_off=sign_off,
            pin=self._sign_offs.steps[Role.FILLER].pin.text(),
            folder=Path(self._target.folder or str(self._places.documents)),
            places=self._places,
            passphrase=self._target.passphrase,
            at=self._clock.now(),
            packing=self._target.packing,
            draft=draft,
            done=lambda exported: self._finish(exported, sign_off),
            failed=self._refused,
        )

    def _finish(self, exported: Exported, sign_off: SignOff) -> None:
        self._settings.folder = self._target.folder or str(self._places.documents)
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
        self._sign_offs.clear_pins()
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()

    def _set_busy(self, busy: bool) -> None:
        for part in (self._sign_offs, self._target, self._findings, self._cancel):
            part.setEnabled(not busy)
        if busy:
            self._export.setText(self.tr("正在导出…"))
            self._export.setEnabled(False)
            self._draft.setEnabled(False)
        else:
            self._show_steps()

    def reject(self) -> None:
        """Esc goes back, but not while the file is being written."""
        if self._cancel.isEnabled():
            super().reject()


def _dated(at: datetime) -> str:
    return f"{day(at.date())} {at:%H:%M}"
