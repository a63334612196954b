"""What can be done about a signer who is not known: compare and confirm; of one who differs, first see both.

A stranger's key under the name of one's own unit is shown beside one's own, and there is nothing to confirm.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.signing.findings import Code, Outcome
from models.store.signers import KnownSigner
from models.workbooks.examine import Examination
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.operations.signers import KnownOfUnit
from ui.theme import code_font
from ui.tokens import Space, Type
from ui.wording import day


class SignerActions(QWidget):
    """The lower part of a verdict; hidden where nothing is to be decided.

    Signals:
        confirm_wanted(object): the person wants to compare; with what was confirmed for the unit before.
        refused(): the person does not confirm the new signature.
    """

    confirm_wanted = Signal(object)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("signerActions")
        self._known: tuple[KnownSigner, ...] = ()
        self._both = surface("card", name="bothFingerprints", margin=Space.MEDIUM)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.PANEL)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
        stack(self._both).addLayout(self._grid)
        self._confirm = button("", "confirmSigner")
        self._confirm.setAutoDefault(False)
        self._confirm.clicked.connect(lambda: self.confirm_wanted.emit(self._known))
        self._refuse = button(self.tr("不确认"), "refuseSigner")
        self._refuse.setAutoDefault(False)
        self._refuse.clicked.connect(self.refused)
        self.setLayout(column(self._both, row(self._confirm, self._refuse, None), spacing=Space.MEDIUM))
        self.hide()

    @property
    def compares(self) -> bool:
        """Whether the fingerprint of the file stands here, beside another."""
        return not self.isHidden() and not self._both.isHidden()

    def offer(self, found: Examination, known: KnownOfUnit) -> None:
        """Offer what fits a verdict.

        Args:
            found: what the file is.
            known: what is known of its unit's signatures.
        """
        self._known = known.confirmed
        revoked = any(remark.code == Code.SIGNER_REVOKED for remark in found.findings)
        differs = found.outcome is Outcome.SIGNER_DIFFERS and not revoked
        wanted = found.signer is not None and (differs or found.outcome is Outcome.SIGNER_UNKNOWN)
        self.setVisible(wanted)
        self._both.setVisible(differs or known.is_own)
        self._confirm.setVisible(not known.is_own)
        self._refuse.setVisible(differs and not known.is_own)
        self._confirm.setText(self.tr("确认新签名…") if differs else self.tr("核对指纹并确认…"))
        if known.is_own:
            ours = known.own or self.tr("（读不出）")
            self._compare(found, [(self.tr("本单位的"), ours, "ownFingerprint")])
        elif differs:
            named = enumerate(known.confirmed[:3], start=1)
            self._compare(
                found, [(self._title(one), one.confirmed.fingerprint, f"knownFingerprint{at}") for at, one in named]
            )

    def _compare(self, found: Examination, lines: list[tuple[str, str, str]]) -> None:
        """Set fingerprints beside that of the file: title, fingerprint, name of the label."""
        while self._grid.count():
            taken = self._grid.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.deleteLater()
        for at, (title, fingerprint, name) in enumerate(
            [*lines, (self.tr("文件里"), found.fingerprint, "fileFingerprint")]
        ):
            value = label(fingerprint, name)
            value.setFont(code_font(Type.SECTION))
            value.setAccessibleName(title)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label(title, tone="secondary"), at, 0)
            self._grid.addWidget(value, at, 1)

    def _title(self, known: KnownSigner) -> str:
        confirmed = day(known.confirmed.at.date())
        if known.revoked is not None:
            return self.tr("已撤销（{day}确认）").format(day=confirmed)
        return self.tr("已确认（{day}）").format(day=confirmed)
