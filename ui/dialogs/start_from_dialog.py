"""从任务下达表开始: a person compares the superior's fingerprint and says who types; the rest is on the sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from models.store.signers import How
from ui.account import person_name
from ui.dialogs.parts import button, field, label, row, stack, surface, titled
from ui.dialogs.passphrase import PassphraseBox
from ui.dialogs.sheet import Sheet
from ui.operations.from_above import Arrived
from ui.tokens import Space
from ui.widgets.fingerprint import FingerprintCheck
from ui.wording import day

WIDTH = 620


class StartFromDialog(Sheet):
    """Asks what a workspace needs that is made out of an assignment.

    Signals:
        start_requested(): all is answered.
    """

    start_requested = Signal()

    def __init__(self, arrived: Arrived, parent: QWidget | None = None) -> None:
        """Show one assignment that was looked at.

        Raises:
            LookupError: it is none, which is a bug of the caller.
        """
        super().__init__(parent, name="startFromDialog", title=self.tr("从任务下达表开始"), width=WIDTH)
        if arrived.assignment is None:
            raise LookupError("no assignment")
        content = arrived.assignment.content
        head = content.head
        self.arrived = arrived
        self.column.addWidget(label(head.unit_name, "startUnit", size="title", wrap=True))
        count = len({line.task_id for group in content.groups for line in group.rows})
        facts = self.tr("{superior} {day}下达 · 第 {version} 版 · {plan}").format(
            superior=head.superior_name, day=day(head.issued_on), version=head.version, plan=head.plan_title
        )
        self.column.addWidget(label(facts, "startFacts", tone="secondary", wrap=True))
        self.column.addWidget(label(self.tr("%n 项任务", "", count), "startCount"))
        card = surface("card", name="startSigner", margin=Space.MEDIUM, spacing=Space.MEDIUM)
        ask = self.tr("打电话给{superior}，用您本来就有的号码；请对方念“签名身份”里的四组指纹，对上一组，就点一下。")
        stack(card).addWidget(label(ask.format(superior=head.superior_name), wrap=True))
        self._check = FingerprintCheck(arrived.signer.fingerprint)
        self._check.changed.connect(self._settle)
        stack(card).addWidget(self._check)
        stack(card).addLayout(self._ways())
        self.column.addWidget(card)
        self._operator = field(
            "startOperator", title=self.tr("填报人"), text=person_name() or self.tr("填报员"), limit=100
        )
        self._operator.textChanged.connect(self._settle)
        self.column.addLayout(titled(self.tr("填报人"), self._operator))
        self._passphrase = PassphraseBox()
        self.column.addWidget(self._passphrase)
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._go = button(self.tr("开始填报"), "startFromButton", primary=True)
        self._go.clicked.connect(self.start_requested)
        self.foot.addLayout(row(None, self._cancel, self._go))
        self._settle()

    @property
    def operator(self) -> str:
        """Who types."""
        return self._operator.text().strip()

    @property
    def passphrase(self) -> str | None:
        """What locks the new identity; None leaves that to the account."""
        return self._passphrase.passphrase

    @property
    def how(self) -> How:
        """In which way the fingerprint was compared."""
        chosen = self._how.checkedButton()
        return How(chosen.property("how")) if chosen else How.PHONE

    def set_busy(self, *, busy: bool) -> None:
        """Show that the workspace is being made, or that it could not be."""
        self._cancel.setEnabled(not busy)
        self._go.setEnabled(not busy)

    def _ways(self) -> QHBoxLayout:
        self._how = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(0)
        for how, text, place in (
            (How.PHONE, self.tr("电话里核对"), "first"),
            (How.IN_PERSON, self.tr("当面核对"), "last"),
        ):
            one = QPushButton(text)
            one.setObjectName(f"how_{how.value}")
            one.setProperty("segment", place)
            one.setProperty("how", how.value)
            one.setCheckable(True)
            one.setChecked(how is How.PHONE)
            one.setAutoDefault(False)
            self._how.addButton(one)
            line.addWidget(one)
        line.addStretch(1)
        return line

    def _settle(self) -> None:
        self._go.setEnabled(self._check.complete and bool(self.operator))
