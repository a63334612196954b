"""签名身份: whose signature this is, how long it holds, how it is protected; and what can be done with it."""

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from models.core.clock import Clock
from models.core.paths import Places
from ui.dialogs.identity_steps import IdentitySteps
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import Message, explain
from ui.operations.identity import IdentityChanged, IdentityState, read_identity
from ui.operations.runner import Runner
from ui.tokens import Space
from ui.widgets.fingerprint import Fingerprint
from ui.widgets.notice import Notice
from ui.widgets.tone import set_tone

WIDTH = 640


class IdentityDialog(Sheet):
    """Shows the identity of the open workspace, and opens one step after the other."""

    def __init__(self, runner: Runner, *, places: Places, clock: Clock, parent: QWidget | None = None) -> None:
        """Begin to read; the dialog can be shown at once."""
        super().__init__(parent, name="identityDialog", title=self.tr("签名身份"), width=WIDTH)
        self._runner = runner
        self._clock = clock
        self._steps = IdentitySteps(runner, places=places, clock=clock, dialog=self)
        self._steps.changed.connect(self._after)
        self._steps.told.connect(self._say)
        self._state: IdentityState | None = None
        self.column.setSpacing(Space.MEDIUM)
        self._unit = label(name="identityUnit", tone="secondary", wrap=True)
        self.column.addLayout(column(label(self.tr("签名身份"), size="title"), self._unit, spacing=Space.HAIR))
        self._notice = Notice()
        self._notice.setObjectName("identityNotice")
        self.column.addWidget(self._notice)
        self._card = self._fingerprint_card()
        self.column.addWidget(self._card)
        self.column.addWidget(self._actions())
        close = button(self.tr("关闭"), "closeButton")
        close.clicked.connect(self.reject)
        self.foot.addLayout(row(None, close))
        close.setFocus()
        self._read()

    def _fingerprint_card(self) -> QWidget:
        card = surface("card", name="fingerprintCard", spacing=Space.SMALL)
        self._fingerprint = Fingerprint("identityFingerprint")
        self._copy = button(self.tr("复制"), "copyFingerprint", quiet=True)
        self._copy.clicked.connect(self._copy_fingerprint)
        stack(card).addWidget(label(self.tr("签名指纹"), tone="label"))
        stack(card).addLayout(row(self._fingerprint, None, self._copy))
        hint = self.tr("上级打电话核对时，由您念出这四组，不要让对方念给您听。")
        stack(card).addWidget(label(hint, "fingerprintHint", tone="secondary", size="secondary", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.HAIR)
        grid.setColumnStretch(1, 1)
        self._facts: dict[str, QLabel] = {}
        for at, (name, title) in enumerate(
            (
                ("identityUntil", self.tr("有效期至")),
                ("identityProtection", self.tr("保护方式")),
                ("identityIssuer", self.tr("证书")),
            )
        ):
            value = label(name=name, wrap=True)
            value.setAccessibleName(title)
            grid.addWidget(label(title, tone="secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
            self._facts[name] = value
        stack(card).addLayout(grid)
        return card

    def _actions(self) -> QWidget:
        card = surface("card", name="identityActions", margin=Space.MEDIUM, spacing=Space.HAIR)
        steps = self._steps
        self._passphrase = button(self.tr("设口令…"), "changePassphrase")
        self._account = button(self.tr("不用口令…"), "dropPassphrase")
        self._export = button(self.tr("导出到文件…"), "exportIdentity")
        self._renew = button(self.tr("续期…"), "renewIdentity")
        self._save = button(self.tr("保存换签通知…"), "saveNotice")
        self._rename = button(self.tr("单位改名…"), "renameUnit")
        self._pfx = button(self.tr("换用单位证书…"), "usePfx")
        take = button(self.tr("从文件导入…"), "importIdentity")
        lost = button(self.tr("遗失重建…"), "replaceIdentity")
        rows: tuple[tuple[str, str, tuple[QPushButton, ...]], ...] = (
            (self.tr("口令"), self.tr("别人用这台电脑时，设了口令才签得了名。"), (self._passphrase, self._account)),
            (self.tr("换电脑"), self.tr("导出到一个用口令锁住的文件，到新电脑上导入。"), (self._export, take)),
            (self.tr("续期"), self.tr("换一把新密钥，由旧密钥担保，上级不用再打电话。"), (self._renew, self._save)),
            (self.tr("单位改名"), self.tr("名称或代码变了，就换一个写着新名称的签名。"), (self._rename,)),
            (self.tr("单位证书"), self.tr("用发证机构签发的 .pfx 证书，代替自建的。"), (self._pfx,)),
            (self.tr("遗失"), self.tr("密钥打不开了：另建一把，请上级重新核对指纹。"), (lost,)),
        )
        for at, (title, text, buttons) in enumerate(rows):
            if at:
                stack(card).addWidget(surface("rule", margin=0))
            words = column(label(title), label(text, tone="secondary", size="secondary", wrap=True), spacing=0)
            line = row(words, *buttons)
            line.setStretch(0, 1)
            stack(card).addLayout(line)
        for one, step in (
            (self._passphrase, steps.change_passphrase),
            (self._account, steps.drop_passphrase),
            (self._export, steps.export),
            (take, steps.take),
            (self._renew, steps.renew),
            (self._save, steps.save_notice),
            (self._rename, steps.rename),
            (self._pfx, steps.use_pfx),
            (lost, steps.replace),
        ):
            one.clicked.connect(step)
        return card

    def _read(self) -> None:
        read_identity(self._runner, at=self._clock.now(), done=self._show)

    def _show(self, state: IdentityState) -> None:
        self._state = state
        self._steps.state = state
        name, code = state.unit
        self._unit.setText(self.tr("{unit}（{code}）").format(unit=name, code=code) if code else name)
        found = state.identity
        self._card.setVisible(found is not None)
        for one in (self._passphrase, self._export, self._renew, self._rename):
            one.setEnabled(found is not None)
        self._account.setVisible(state.needs_passphrase)
        self._save.setVisible(found is not None and bool(found.announcements))
        self._passphrase.setText(self.tr("改口令…") if state.needs_passphrase else self.tr("设口令…"))
        self._say_what_matters(state)
        if found is not None:
            self._fingerprint.show_fingerprint(found.certificate.fingerprint)
            self._show_facts(state)
        self.fit()
        # What was hidden until now wraps its lines only once it has a width.
        QTimer.singleShot(0, self.fit)

    def _show_facts(self, state: IdentityState) -> None:
        found = state.identity
        if found is None:
            return
        until = found.certificate.valid_until.astimezone()
        day = QLocale().toString(QDate(until.year, until.month, until.day), self.tr("yyyy年M月d日"))
        left = self.tr("{day}，还有 %n 天", "", state.days_left).format(day=day)
        over = self.tr("{day}，已经过期").format(day=day)
        self._facts["identityUntil"].setText(left if state.days_left >= 0 else over)
        set_tone(self._facts["identityUntil"], "red" if state.days_left < 0 else "yellow" if state.is_due else "")
        account = self.tr("由这台电脑上您的账户保护，签名时不用输口令")
        self._facts["identityProtection"].setText(self.tr("由口令保护") if state.needs_passphrase else account)
        issued = self.tr("由“{issuer}”签发（本程序不核对发证机构）").format(issuer=found.certificate.issuer)
        own = self.tr("自建，由上级核对指纹后认可；不是《电子签名法》所说的认证证书")
        self._facts["identityIssuer"].setText(issued if found.certificate.is_issued else own)

    def _say_what_matters(self, state: IdentityState) -> None:
        if state.problem is not None:
            message = explain(state.problem)
            self._notice.say(
                "red", f"! {message.happened}", self.tr("从备份或导出的文件恢复；都没有，就点“遗失重建…”。")
            )
        elif state.days_left < 0:
            self._notice.say("red", self.tr("! 签名已经过期"), self.tr("过期的签名担保不了新签名，请点“遗失重建…”。"))
        elif state.is_renamed:
            self._notice.say(
                "yellow",
                self.tr("▲ 签名上写的是旧名称或旧代码"),
                self.tr("请点“单位改名…”，换一个与现在一致的签名；在此之前可能导不出填报表。"),
            )
        elif state.is_due:
            self._notice.say(
                "yellow",
                self.tr("▲ 签名还有 %n 天到期", "", state.days_left),
                self.tr("请现在续期：到期以后旧密钥就担保不了新密钥，上级又得打电话核对。"),
            )
        else:
            self._notice.say("accent", "", "")

    def _after(self, changed: IdentityChanged) -> None:
        self._read()
        kept = self.tr("原来的签名另存为“{name}”。").format(name=changed.kept.name) if changed.kept else ""
        if changed.has_notice:
            message = Message(
                self.tr("已换上新签名"),
                self.tr("新指纹是 {fingerprint}，由旧密钥担保。{kept}").format(
                    fingerprint=changed.fingerprint, kept=kept
                ),
                self.tr("把“换签通知”随下一份填报表交给上级；上级打开它就认得新签名。"),
            )
        else:
            message = Message(
                self.tr("签名身份已经可用"),
                self.tr("指纹是 {fingerprint}。{kept}").format(fingerprint=changed.fingerprint, kept=kept),
                self.tr("上级若没有核对过这个指纹，请打电话念给上级听。"),
            )
        dialog = MessageDialog(message, self, tone="green")
        if changed.has_notice:
            dialog.add_action(self.tr("保存换签通知…"), "saveNotice")
            dialog.finished.connect(lambda: self._steps.save_notice() if dialog.chosen == "saveNotice" else None)
        dialog.open()

    def _say(self, message: Message) -> None:
        self._read()
        MessageDialog(message, self, tone="green").open()

    def _copy_fingerprint(self) -> None:
        if self._state is not None and self._state.identity is not None:
            QGuiApplication.clipboard().setText(self._state.identity.certificate.fingerprint)
            self._copy.setText(self.tr("已复制"))
