"""The steps that change a signing identity: each asks for what it needs, does it, and tells what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.core.clock import Clock
from models.core.paths import Places
from models.core.texts import MAX_UNIT_CODE, MAX_UNIT_NAME
from ui.dialogs.step_dialog import StepDialog
from ui.messages import Message
from ui.operations import identity as operations
from ui.operations.identity import IdentityChanged, IdentityState, identity_file_name, notice_file_name
from ui.operations.runner import Runner


class IdentitySteps(QObject):
    """Opens the steps over the dialog that shows the identity.

    Signals:
        changed(IdentityChanged): the identity is another now.
        told(Message): something else was done.
    """

    changed = Signal(object)
    told = Signal(object)

    def __init__(self, runner: Runner, *, places: Places, clock: Clock, dialog: QWidget) -> None:
        """Belong to a dialog, which sets ``state`` once it has read it."""
        super().__init__(dialog)
        self._runner = runner
        self._places = places
        self._clock = clock
        self._dialog = dialog
        self.state: IdentityState | None = None

    def change_passphrase(self) -> None:
        """Set a passphrase, or change it."""
        step = self._step(
            "passphraseStep",
            self.tr("改口令") if self._locked else self.tr("设口令"),
            self.tr("以后每次签名都要输入它，换到别的电脑也用它打开。密钥和指纹不变。"),
            self.tr("换上新口令"),
            warning=self.tr("口令忘了无法找回，只能重建签名身份，请上级重新核对。"),
        )
        current = self._ask_current(step)
        new = step.ask_new_secret()
        step.submitted.connect(
            lambda: operations.change_passphrase(
                self._runner,
                places=self._places,
                current=_secret(current),
                wanted=new.passphrase,
                done=lambda _: self._tell(step, self.tr("口令已经换好"), self.tr("从下一次签名起用新口令。")),
                failed=step.refuse,
            )
        )
        step.open()

    def drop_passphrase(self) -> None:
        """Let the account protect the identity from now on."""
        step = self._step(
            "accountStep",
            self.tr("不用口令"),
            self.tr("改由这台电脑上您的账户保护：签名时不再问口令，别的账户、别的电脑打不开。"),
            self.tr("改由账户保护"),
        )
        current = self._ask_current(step)
        step.submitted.connect(
            lambda: operations.change_passphrase(
                self._runner,
                places=self._places,
                current=_secret(current),
                wanted=None,
                done=lambda _: self._tell(step, self.tr("已改由账户保护"), self.tr("从现在起签名不用输口令。")),
                failed=step.refuse,
            )
        )
        step.open()

    def export(self) -> None:
        """Write the identity to a file for another computer."""
        step = self._step(
            "exportStep",
            self.tr("导出签名身份"),
            self.tr("用于换电脑，或作为备份锁进柜子。文件总是用口令锁住；没有口令，谁拿到也签不了名。"),
            self.tr("导出"),
        )
        name = identity_file_name(self.state.unit[0] if self.state else "")
        target = step.ask_target(
            self.tr("保存到"), self.tr("请写明保存到哪里。"), proposed=self._places.documents / name
        )
        current = self._ask_current(step)
        new = step.ask_new_secret()

        def done(path: Path) -> None:
            self._tell(
                step,
                self.tr("已导出到“{name}”").format(name=path.name),
                self.tr("在新电脑的“签名身份”里点“从文件导入…”，输入刚才的口令。口令不要和文件放在一起。"),
            )

        step.submitted.connect(
            lambda: operations.export_identity(
                self._runner,
                target=Path(target.text().strip()),
                places=self._places,
                current=_secret(current),
                passphrase=new.passphrase or "",
                done=done,
                failed=step.refuse,
            )
        )
        step.open()

    def take(self) -> None:
        """Take the identity from a file."""
        step = self._step(
            "importStep",
            self.tr("导入签名身份"),
            self.tr("先检查文件，再整个换上；不合要求就什么都不动。现在的签名会另存在旁边。"),
            self.tr("导入"),
        )
        source = step.ask_file(
            self.tr("签名身份文件"), self.tr("请选择文件。"), filters=[self.tr("签名身份 (*.identity)")]
        )
        words = step.ask_secret("filePassphrase", self.tr("文件的口令"))
        keep = step.ask_choice("keepPassphrase", self.tr("在这台电脑上也用这个口令"))
        step.submitted.connect(
            lambda: operations.import_identity(
                self._runner,
                source=Path(source.text().strip()),
                places=self._places,
                passphrase=words.text(),
                keep_passphrase=keep.isChecked(),
                at=self._clock.now(),
                done=lambda changed: self._finish(step, changed),
                failed=step.refuse,
            )
        )
        step.open()

    def renew(self) -> None:
        """Make a new key, announced by the old one."""
        step = self._step(
            "renewStep",
            self.tr("续期"),
            self.tr("建一把新密钥和新证书，有效五年；旧密钥签一份“换签通知”为它担保，上级打开通知就认得新签名。"),
            self.tr("换上新签名"),
        )
        current = self._ask_current(step)
        step.submitted.connect(
            lambda: operations.renew_identity(
                self._runner,
                places=self._places,
                current=_secret(current),
                at=self._clock.now(),
                done=lambda changed: self._finish(step, changed),
                failed=step.refuse,
            )
        )
        step.open()

    def rename(self) -> None:
        """Give the unit another name or code, and the identity with it."""
        name, code = self.state.unit if self.state else ("", "")
        step = self._step(
            "renameStep",
            self.tr("单位改名"),
            self.tr("工作区和签名一起改：新建一把写着新名称的密钥，由旧密钥担保。已经填报的内容不变。"),
            self.tr("改名并换上新签名"),
        )
        new_name = step.ask_needed(
            "newUnitName", self.tr("单位名称"), self.tr("请写明单位名称。"), text=name, limit=MAX_UNIT_NAME
        )
        new_code = step.ask_text("newUnitCode", self.tr("单位代码（可不填）"), text=code, limit=MAX_UNIT_CODE)
        current = self._ask_current(step)
        step.submitted.connect(
            lambda: operations.renew_identity(
                self._runner,
                places=self._places,
                current=_secret(current),
                at=self._clock.now(),
                unit=(new_name.text(), new_code.text()),
                done=lambda changed: self._finish(step, changed),
                failed=step.refuse,
            )
        )
        step.open()

    def use_pfx(self) -> None:
        """Sign with a certificate that an authority issued."""
        step = self._step(
            "pfxStep",
            self.tr("换用单位证书"),
            self.tr("用县局、市局或依法设立的电子认证机构签发的证书签名。证书和密钥从 .pfx 或 .p12 文件读入。"),
            self.tr("换用这张证书"),
            warning=self.tr("本程序不核对发证机构，上级仍要核对一次指纹（或收到换签通知）。"),
        )
        source = step.ask_file(
            self.tr("证书文件"), self.tr("请选择文件。"), filters=[self.tr("证书和密钥 (*.pfx *.p12)")]
        )
        words = step.ask_secret("pfxPassphrase", self.tr("证书文件的口令"))
        current = self._ask_current(step)
        step.submitted.connect(
            lambda: operations.use_pfx(
                self._runner,
                source=Path(source.text().strip()),
                places=self._places,
                pfx_passphrase=words.text(),
                current=_secret(current),
                at=self._clock.now(),
                done=lambda changed: self._finish(step, changed),
                failed=step.refuse,
            )
        )
        step.open()

    def replace(self) -> None:
        """Make the identity anew where the old one is lost."""
        step = self._step(
            "replaceStep",
            self.tr("遗失重建"),
            self.tr("只在旧密钥打不开、过期或被盗时用。现在的文件会另存在旁边。"),
            self.tr("另建一把"),
            warning=self.tr(
                "没有旧密钥担保：上级会看到“签名与已确认的不符”，要打电话核对新指纹。被盗时请上级撤销旧签名。"
            ),
        )
        lock = step.ask_choice("lockNew", self.tr("用口令锁住"))
        new = step.ask_new_secret()
        new.hide()

        def turn(on: bool) -> None:
            new.setVisible(on)
            new.demand(on=on)
            step.fit()

        lock.toggled.connect(turn)
        turn(False)
        step.submitted.connect(
            lambda: operations.replace_identity(
                self._runner,
                places=self._places,
                passphrase=new.passphrase if lock.isChecked() else None,
                at=self._clock.now(),
                done=lambda changed: self._finish(step, changed),
                failed=step.refuse,
            )
        )
        step.open()

    def save_notice(self) -> None:
        """Write the notices of new keys to a file for the superior."""
        step = self._step(
            "noticeStep",
            self.tr("保存换签通知"),
            self.tr(
                "一个小文件：旧密钥签名证明新密钥是本单位的。交给上级，在“校验”或“已确认的签名”里打开。"
                "历次换签都在里面，上级漏收过也接得上。"
            ),
            self.tr("保存"),
        )
        name = notice_file_name(self.state.unit[0] if self.state else "", self._clock.now())
        target = step.ask_target(
            self.tr("保存到"), self.tr("请写明保存到哪里。"), proposed=self._places.documents / name
        )
        step.submitted.connect(
            lambda: operations.save_notice(
                self._runner,
                target=Path(target.text().strip()),
                done=lambda path: self._tell(
                    step,
                    self.tr("已保存“{name}”").format(name=path.name),
                    self.tr("请随下一份填报表一起交给上级。"),
                ),
                failed=step.refuse,
            )
        )
        step.open()

    @property
    def _locked(self) -> bool:
        return self.state is not None and self.state.needs_passphrase

    def _step(self, name: str, title: str, about: str, action: str, *, warning: str = "") -> StepDialog:
        return StepDialog(self._dialog, name=name, title=title, about=about, action=action, warning=warning)

    def _ask_current(self, step: StepDialog) -> QLineEdit | None:
        return step.ask_secret("currentPassphrase", self.tr("现在的口令")) if self._locked else None

    def _finish(self, step: StepDialog, changed: IdentityChanged) -> None:
        step.accept()
        self.changed.emit(changed)

    def _tell(self, step: StepDialog, happened: str, advice: str) -> None:
        step.accept()
        self.told.emit(Message(happened, "", advice))


def _secret(asked: QLineEdit | None) -> str | None:
    return asked.text() if asked is not None else None
