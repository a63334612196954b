"""核对指纹并确认: a person compares a fingerprint by voice or in person, ticks it off, and says how it was done."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from models.core.clock import Clock
from models.signing.verify import Signer
from models.store.signers import How, KnownSigner
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.runner import Runner
from ui.operations.signers import confirm_signer
from ui.theme import code_font
from ui.tokens import Space, Type
from ui.widgets.fingerprint import FingerprintCheck
from ui.wording import day

WIDTH = 560

translate = QCoreApplication.translate


class ConfirmSignerDialog(Sheet):
    """Asks a person to make sure of a signer; nothing can be confirmed that wasn't compared group by group.

    Signals:
        confirmed(): the workspace knows the signer now.
    """

    confirmed = Signal()

    def __init__(
        self,
        runner: Runner,
        signer: Signer,
        *,
        unit: tuple[str, str],
        known: tuple[KnownSigner, ...],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is to be compared.

        Args:
            runner: whose workspace.
            signer: whose signature holds over the file.
            unit: name and code of the unit on the sheet.
            known: what was confirmed for this unit before.
            clock: when it is confirmed.
            parent: the window that it belongs to.
        """
        super().__init__(parent, name="confirmSignerDialog", title=self.tr("核对指纹"), width=WIDTH)
        self._runner = runner
        self._signer = signer
        self._named = (signer.name, signer.code) if signer.states_unit else unit
        self._clock = clock
        name, code = self._named
        who = self.tr("{unit}（{code}）").format(unit=name, code=code) if code else name
        title = label(self.tr("这是谁的签名？"), size="title")
        self.column.addLayout(column(title, label(who, "confirmUnit", size="section", wrap=True), spacing=Space.HAIR))
        if not signer.states_unit:
            shown = self.tr("证书由发证机构签发，上面写的是“{name}”，没有写单位代码。本程序不核对发证机构。").format(
                name=signer.name
            )
            self.column.addWidget(label(shown, "confirmIssued", tone="secondary", wrap=True))
        if known:
            self.column.addWidget(_before(known))
        advice = self.tr(
            "打电话给这个单位，用您本来就有的号码，不用文件里写的。请对方打开“签名身份”念四组指纹，"
            "您来对：听到一组，对上一组，就点一下。"
        )
        self.column.addWidget(label(advice, "confirmAdvice", wrap=True))
        self._check = FingerprintCheck(signer.fingerprint)
        self._check.changed.connect(self._judge)
        self.column.addWidget(self._check)
        self.column.addLayout(self._ways())
        self._remark = field("confirmRemark", title=self.tr("与谁核对（可不填）"), limit=100)
        self.column.addLayout(titled(self.tr("与谁核对（可不填）"), self._remark))
        self._hint = label(name="confirmHint", tone="secondary", size="secondary", wrap=True)
        self._cancel = button(self.tr("不确认"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._confirm = button(self.tr("四组都对，确认"), "confirmButton", primary=True)
        self._confirm.clicked.connect(self._submit)
        line = row(self._hint, self._cancel, self._confirm)
        line.setStretch(0, 1)
        self.foot.addLayout(line)
        self._judge()
        self._check.begin()

    def _ways(self) -> QGridLayout:
        self._how = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(0)
        ways: tuple[tuple[How, str, str, str], ...] = (
            (How.PHONE, "howPhone", self.tr("电话里核对"), "first"),
            (How.IN_PERSON, "howInPerson", self.tr("当面核对"), "last"),
        )
        grid.addWidget(label(self.tr("怎样核对的"), tone="label"), 0, 0, 1, 3)
        for at, (how, name, text, place) in enumerate(ways):
            one = QPushButton(text)
            one.setObjectName(name)
            one.setProperty("segment", place)
            one.setProperty("how", how.value)
            one.setCheckable(True)
            one.setAutoDefault(False)
            self._how.addButton(one)
            grid.addWidget(one, 1, at)
        self._how.buttonToggled.connect(self._judge)
        grid.setColumnStretch(2, 1)
        return grid

    def _judge(self) -> None:
        chosen = self._how.checkedButton() is not None
        ready = self._check.complete and chosen
        self._confirm.setEnabled(ready)
        if not self._check.complete:
            self._hint.setText(self.tr("四组都点上才能确认；有一组不对，就不要确认。"))
        else:
            self._hint.setText("" if chosen else self.tr("请选怎样核对的。"))

    def _submit(self) -> None:
        chosen = self._how.checkedButton()
        if chosen is None:  # the button is only enabled once one is chosen
            return
        self._confirm.setEnabled(False)
        confirm_signer(
            self._runner,
            signer=self._signer,
            unit=self._named,
            how=How(chosen.property("how")),
            remark=self._remark.text(),
            at=self._clock.now(),
            done=self._finish,
            failed=self._refused,
        )

    def _finish(self, _: object) -> None:
        self.accept()
        self.confirmed.emit()

    def _refused(self, error: Exception) -> None:
        self._judge()
        MessageDialog(explain(error), self).open()


def _before(known: tuple[KnownSigner, ...]) -> QWidget:
    """Say what stands against it: the unit has a signature already."""
    card = surface("notice-yellow", name="confirmBefore", margin=Space.MEDIUM, spacing=Space.HAIR)
    words = translate("signers", "▲ 这个单位已经有确认过的签名。请先问清楚为什么换：换电脑、遗失，还是有人冒名。")
    stack(card).addWidget(label(words, "confirmBeforeText", wrap=True))
    for one in known:
        at = day(one.confirmed.at.date())
        text = translate("signers", "已撤销，{day}确认") if one.revoked else translate("signers", "{day}确认")
        fingerprint = label(one.confirmed.fingerprint)
        fingerprint.setFont(code_font(Type.BASE))
        stack(card).addLayout(row(fingerprint, label(text.format(day=at), tone="secondary"), None))
    return card
