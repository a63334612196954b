"""已确认的签名: whose signatures are known, how that came about, and withdrawing one."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from models.core.clock import Clock
from models.core.errors import Cancelled
from models.store.signers import Act, KnownSigner, SignerEvent
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.notice_dialog import NoticeDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.dialogs.step_dialog import StepDialog
from ui.messages import explain
from ui.operations.runner import Runner
from ui.operations.signers import Notice, SignerList, read_notice, read_signers, revoke_signer
from ui.theme import code_font, scheme_colour
from ui.tokens import Space, Type
from ui.wording import day, how_word

WIDTH = 820
_HEIGHT = 232
_SIGNER = Qt.ItemDataRole.UserRole

translate = QCoreApplication.translate


class SignersDialog(Sheet):
    """Lists the signers of the open workspace; below, what was done about the chosen one."""

    def __init__(self, runner: Runner, *, clock: Clock, parent: QWidget | None = None) -> None:
        """Begin to read; the dialog can be shown at once."""
        super().__init__(parent, name="signersDialog", title=self.tr("已确认的签名"), width=WIDTH)
        self._runner = runner
        self._clock = clock
        self._list = SignerList((), ())
        title = label(self.tr("已确认的签名"), size="title")
        about = self.tr("核对过指纹的单位。校验填报表时，只有这里有效的签名才算对得上。")
        self.column.addLayout(column(title, label(about, tone="secondary", wrap=True), spacing=Space.HAIR))
        self._filter = field("signerFilter", title=self.tr("筛选"), hint=self.tr("单位、代码、指纹"))
        self._filter.textChanged.connect(self._fill)
        self._open = button(self.tr("打开换签通知…"), "openNotice")
        self._open.clicked.connect(self._ask_notice)
        self._revoke = button(self.tr("撤销…"), "revokeButton")
        self._revoke.clicked.connect(self._ask_reason)
        line = row(self._filter, self._open, self._revoke)
        line.setStretch(0, 1)
        self.column.addLayout(line)
        self.column.addWidget(self._tree())
        self._empty = label(
            self.tr("还没有。校验一份填报表，核对指纹并确认，就会出现在这里。"),
            "signersEmpty",
            tone="secondary",
            wrap=True,
        )
        self.column.addWidget(self._empty)
        card = surface("card", name="signerHistory", margin=Space.MEDIUM, spacing=Space.HAIR)
        stack(card).addWidget(label(self.tr("经过"), tone="label"))
        self._history = label(name="signerHistoryText", wrap=True)
        self._history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stack(card).addWidget(self._history)
        self._history_card = card
        self.column.addWidget(card)
        close = button(self.tr("关闭"), "closeButton")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.foot.addLayout(row(None, close))
        self._filter.setFocus()
        self._fill()
        self._read()

    def _tree(self) -> QTreeWidget:
        self._rows = QTreeWidget()
        self._rows.setObjectName("signers")
        self._rows.setAccessibleName(self.tr("已确认的签名"))
        self._rows.setRootIsDecorated(False)
        self._rows.setUniformRowHeights(True)
        self._rows.setAllColumnsShowFocus(True)
        self._rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._rows.setHeaderLabels([self.tr("单位"), self.tr("指纹"), self.tr("怎样确认"), self.tr("状态")])
        self._rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._rows.header().setStretchLastSection(False)
        for at in (1, 2, 3):
            self._rows.header().setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self._rows.setFixedHeight(_HEIGHT)
        self._rows.currentItemChanged.connect(lambda *_: self._show_history())
        return self._rows

    def _read(self) -> None:
        read_signers(self._runner, done=self._show)

    def _show(self, found: SignerList) -> None:
        self._list = found
        self._fill()

    def _fill(self) -> None:
        chosen = self._chosen()
        words = self._filter.text().casefold().split()
        self._rows.clear()
        for known in self._list.known:
            one = known.confirmed
            unit = self.tr("{unit}（{code}）").format(unit=one.unit_name, code=one.unit_code)
            item = QTreeWidgetItem(
                [unit if one.unit_code else one.unit_name, one.fingerprint, how_word(one.how), self._standing(known)]
            )
            item.setData(0, _SIGNER, known)
            item.setForeground(3, scheme_colour(self._tone(known)))
            item.setFont(1, code_font(Type.BASE))
            item.setToolTip(0, item.text(0))
            searched = f"{item.text(0)} {one.fingerprint} {one.fingerprint.replace(' ', '')}".casefold()
            if all(word in searched for word in words):
                self._rows.addTopLevelItem(item)
                if chosen is not None and one.digest == chosen.confirmed.digest:
                    self._rows.setCurrentItem(item)
        first = self._rows.topLevelItem(0)
        if self._rows.currentItem() is None and first is not None:
            self._rows.setCurrentItem(first)
        self._rows.setVisible(bool(self._list.known))
        self._empty.setVisible(not self._list.known)
        self._show_history()
        self.fit()

    def _standing(self, known: KnownSigner) -> str:
        if known.revoked is not None:
            return self.tr("■ 已撤销")
        if known.confirmed.valid_until < self._clock.now():
            return self.tr("▲ 证书已过期")
        return self.tr("● 有效")

    def _tone(self, known: KnownSigner) -> str:
        if known.revoked is not None:
            return "red"
        return "yellow" if known.confirmed.valid_until < self._clock.now() else "green"

    def _chosen(self) -> KnownSigner | None:
        item = self._rows.currentItem()
        return item.data(0, _SIGNER) if item is not None else None

    def _show_history(self) -> None:
        chosen = self._chosen()
        self._revoke.setEnabled(chosen is not None and chosen.revoked is None)
        self._history_card.setVisible(chosen is not None)
        if chosen is not None:
            events = [event for event in self._list.events if event.digest == chosen.confirmed.digest]
            self._history.setText("\n".join(map(event_sentence, events)))
        self.fit()

    def _ask_reason(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.revoked is not None:
            return
        one = chosen.confirmed
        step = StepDialog(
            self,
            name="revokeStep",
            title=self.tr("撤销签名"),
            about=self.tr("{unit}，指纹 {fingerprint}。从现在起，用它签的文件一律不再采信，以前签的也一样。").format(
                unit=one.unit_name, fingerprint=one.fingerprint
            ),
            action=self.tr("撤销"),
            warning=self.tr("只在密钥被盗、遗失或当初核对有误时撤销。换过新签名的旧签名不用撤销。"),
        )
        reason = step.ask_needed("revokeReason", self.tr("原因"), self.tr("请写明原因。"))

        def done(_: object) -> None:
            step.accept()
            self._read()

        step.submitted.connect(
            lambda: revoke_signer(
                self._runner,
                digest=one.digest,
                reason=reason.text(),
                at=self._clock.now(),
                done=done,
                failed=step.refuse,
            )
        )
        step.open()

    def _ask_notice(self) -> None:
        dialog = QFileDialog(self, self.tr("打开换签通知"))
        dialog.setObjectName("noticeFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("换签通知 (*.notice)"), self.tr("所有文件 (*)")])
        dialog.fileSelected.connect(lambda name: self.open_notice(Path(name)))
        dialog.open()

    def open_notice(self, path: Path) -> None:
        """Read the notice of a new key, and show it if it holds."""
        read_notice(self._runner, path=path, done=self._show_notice, failed=self._refused)

    def _show_notice(self, notice: Notice) -> None:
        dialog = NoticeDialog(self._runner, notice, clock=self._clock, parent=self)
        dialog.accepted_notice.connect(self._read)
        dialog.open()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()


def event_sentence(event: SignerEvent) -> str:
    """Say what was done, by whom and when."""
    at = event.at.astimezone()
    moment = QLocale().toString(
        QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)),
        translate("signers", "yyyy年M月d日 HH:mm"),
    )
    if event.act is Act.REVOKED:
        return translate("signers", "{moment}　{who}撤销：{reason}").format(
            moment=moment, who=event.operator, reason=event.remark
        )
    text = translate("signers", "{moment}　{who}确认，{how}；证书有效期至{day}").format(
        moment=moment, who=event.operator, how=how_word(event.how), day=day(event.valid_until.date())
    )
    return translate("signers", "{text}；{remark}").format(text=text, remark=event.remark) if event.remark else text
