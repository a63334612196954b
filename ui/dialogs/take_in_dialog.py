"""收下上级的文件: what an assignment changes, or what a receipt decides, before a person says yes."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.core.changes import Changes
from models.core.clock import Clock
from models.core.vocabulary import Decision
from models.work.assignment_preview import AssignmentPreview
from models.work.from_above import SuperiorDiffers
from models.work.take_receipt import Effect, ReceiptTaken
from models.workbooks.receive import VerifiedReceipt
from ui.dialogs.confirm_signer_dialog import ConfirmSignerDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.messages.assignment_changes import change_lines
from ui.operations.from_above import Arrived, look_at_arrived, take_in
from ui.operations.runner import Runner
from ui.theme import code_font
from ui.tokens import Space
from ui.wording import day, period_name

WIDTH = 600
_MOST_LINES = 60


class TakeInDialog(Sheet):
    """Shows one file from above; its button takes it in.

    Signals:
        taken(): the file was taken in.
    """

    taken = Signal()

    def __init__(
        self, runner: Runner, *, path: Path, operator: str, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """Look at the file; the dialog is empty until that is done."""
        super().__init__(parent, name="takeInDialog", title=self.tr("收下上级的文件"), width=WIDTH)
        self._runner, self._path, self._operator, self._clock = runner, path, operator, clock
        self._arrived: Arrived | None = None
        self._superior_may_change = False
        self._title = label(path.name, "takeInTitle", size="title", wrap=True)
        self._from = label(name="takeInFrom", tone="secondary", wrap=True)
        self.column.addWidget(self._title)
        self.column.addWidget(self._from)
        self._body = surface("card", name="takeInBody", margin=Space.MEDIUM, spacing=Space.SMALL)
        self.column.addWidget(self._body)
        self._signer = surface("notice-yellow", name="takeInSigner", margin=Space.MEDIUM, spacing=Space.SMALL)
        self._fingerprint = label(name="takeInFingerprint")
        self._fingerprint.setFont(code_font())
        ask = self.tr("▲ 第一次收到这个上级单位的文件：先打电话核对指纹，只要一次。")
        stack(self._signer).addWidget(label(ask, tone="yellow", wrap=True))
        stack(self._signer).addWidget(self._fingerprint)
        self._check = button(self.tr("核对指纹并确认…"), "checkFingerprint")
        self._check.clicked.connect(self._confirm)
        stack(self._signer).addLayout(row(self._check, None))
        self._signer.hide()
        self.column.addWidget(self._signer)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._go = button(self.tr("导入"), "takeInButton", primary=True)
        self._go.setEnabled(False)
        self._go.clicked.connect(self._take)
        self.foot.addLayout(row(None, self._cancel, self._go))
        self._look()

    def _look(self) -> None:
        look_at_arrived(self._runner, path=self._path, done=self._show, failed=self._unfit)

    def _show(self, arrived: Arrived) -> None:
        self._arrived = arrived
        while (taken := stack(self._body).takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        if arrived.preview is not None:
            self._show_assignment(arrived.preview)
        elif arrived.receipt is not None:
            self._show_receipt(arrived.receipt)
        self._fingerprint.setText(arrived.signer.fingerprint)
        self._signer.setVisible(not arrived.is_confirmed)
        known = arrived.preview is not None and arrived.preview.known
        self._go.setEnabled(arrived.is_confirmed and not known)
        if known:
            self._cancel.setText(self.tr("关闭"))
        (self._go if self._go.isEnabled() else self._check if not arrived.is_confirmed else self._cancel).setFocus()
        QTimer.singleShot(0, self.fit)  # labels that were just added count once they are shown

    def _show_assignment(self, seen: AssignmentPreview) -> None:
        head = seen.head
        self._title.setText(self.tr("任务下达表 第 {version} 版").format(version=head.version))
        self._from.setText(
            self.tr("{superior} 下达给 {unit} · {plan} · {day}").format(
                superior=head.superior_name, unit=head.unit_name, plan=head.plan_title, day=day(head.issued_on)
            )
        )
        if seen.known:
            self._say(self.tr("● 这一版已经导入过，没有变化。"), "green")
            return
        if seen.version_before is None:
            self._say(self.tr("● 新任务 %n 项", "", len(seen.added)), "green")
        else:
            self._say(
                self.tr("与第 {before} 版相比：").format(before=seen.version_before)
                + self.tr("新增 {added} 项，变化 {changed} 项，取消 {gone} 项").format(
                    added=len(seen.added), changed=len(seen.changed), gone=len(seen.gone)
                ),
                "accent",
            )
        lines = change_lines(seen)
        for line in lines[:_MOST_LINES]:
            stack(self._body).addWidget(label(line, wrap=True))
        if len(lines) > _MOST_LINES:
            more = self.tr("……还有 {count} 处").format(count=len(lines) - _MOST_LINES)
            stack(self._body).addWidget(label(more, tone="secondary"))
        kept = self.tr("已经填好的内容都保留；取消的任务连同填过的内容留在记录里。")
        stack(self._body).addWidget(label(kept, tone="secondary", wrap=True))

    def _show_receipt(self, receipt: VerifiedReceipt) -> None:
        head = receipt.content.head
        self._title.setText(self.tr("审核回执 · {period}").format(period=period_name(head.period)))
        of = self.tr("{superior} · 对第 {sequence} 次填报表（校验码 {code}）· {name} {day}").format(
            superior=head.superior_name,
            sequence=head.sequence,
            code=head.return_check_code,
            name=head.reviewed_by,
            day=day(head.reviewed_on),
        )
        self._from.setText(of)
        if head.decision is Decision.ACCEPTED:
            self._say(self.tr("● 审核通过：导入后这一期锁定。"), "green")
        else:
            self._say(self.tr("↩ 退回修改：导入后这一期打开，意见显示在各项任务里。"), "yellow")
        if head.comment:
            stack(self._body).addWidget(label(head.comment, "receiptComment", wrap=True))
        for line in receipt.content.rows:
            text = self.tr("{number}．{task}：{comment}").format(
                number=line.number, task=line.task_text, comment=line.comment
            )
            stack(self._body).addWidget(label(text, wrap=True))

    def _say(self, text: str, tone: str) -> None:
        stack(self._body).addWidget(label(text, "takeInSays", tone=tone, size="section", wrap=True))

    def _confirm(self) -> None:
        if self._arrived is None:
            return
        dialog = ConfirmSignerDialog(
            self._runner,
            self._arrived.signer,
            unit=self._arrived.sender,
            known=self._arrived.known,
            clock=self._clock,
            parent=self,
        )
        dialog.confirmed.connect(self._look)
        dialog.open()

    def _take(self) -> None:
        if self._arrived is None:
            return
        self._go.setEnabled(False)
        take_in(
            self._runner,
            arrived=self._arrived,
            operator=self._operator,
            at=self._clock.now(),
            superior_may_change=self._superior_may_change,
            done=self._taken,
            failed=self._refused,
        )

    def _taken(self, result: ReceiptTaken | Changes) -> None:
        if isinstance(result, ReceiptTaken) and result.effect in {Effect.REPLACED, Effect.KNOWN}:
            words = {
                Effect.REPLACED: self.tr("● 已记下。它针对的那一次已被更正替代，本期没有变化。"),
                Effect.KNOWN: self.tr("● 这份回执以前导入过，没有变化。"),
            }
            self._say(words[result.effect], "green")
            self._cancel.setText(self.tr("关闭"))
            self.fit()
            return
        self.accept()
        self.taken.emit()

    def _refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        dialog = MessageDialog(explain(error), self)
        if isinstance(error, SuperiorDiffers):
            dialog.add_action(self.tr("上级单位确实换了"), "superiorChanged")
            dialog.finished.connect(lambda: self._accept_superior() if dialog.chosen == "superiorChanged" else None)
        dialog.open()

    def _accept_superior(self) -> None:
        self._superior_may_change = True
        self._take()

    def _unfit(self, error: Exception) -> None:
        dialog = MessageDialog(explain(error), self)
        dialog.finished.connect(self.reject)
        dialog.open()
