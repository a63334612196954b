"""换签通知: a key that is known announces a new one, perhaps over several; a person sees it and takes it in or not."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.core.clock import Clock
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.runner import Runner
from ui.operations.signers import Notice, accept_notice
from ui.theme import code_font
from ui.tokens import Space, Type
from ui.wording import day

WIDTH = 560


class NoticeDialog(Sheet):
    """Shows the notice of a new key that was found true.

    Signals:
        accepted_notice(): the workspace knows the new key now.
    """

    accepted_notice = Signal()

    def __init__(self, runner: Runner, notice: Notice, *, clock: Clock, parent: QWidget | None = None) -> None:
        """Show who announces what."""
        super().__init__(parent, name="noticeDialog", title=self.tr("换签通知"), width=WIDTH)
        self._runner = runner
        self._notice = notice
        self._clock = clock
        first, newest = notice.steps[0], notice.steps[-1]
        title = label(self.tr("换签通知"), size="title")
        who = label(_unit(newest.unit_name, newest.unit_code), "noticeUnit", size="section", wrap=True)
        self.column.addLayout(column(title, who, spacing=Space.HAIR))
        good = surface("notice-green", name="noticeCard", margin=Space.MEDIUM, spacing=Space.SMALL)
        stack(good).addWidget(
            label(
                self.tr("● 通知由您确认过的旧签名签发，没有改动"),
                "noticeTitle",
                tone="green",
                size="section",
                wrap=True,
            )
        )
        about = self.tr("收下以后，新签名就算已确认；旧签名仍然认得，以前的填报表照样校验得过。")
        stack(good).addWidget(label(about, "noticeAbout", wrap=True))
        if len(notice.steps) > 1:
            missed = self.tr("其间换过 %n 次签名，每一次都由前一个签名担保；一并收下。", "", len(notice.steps))
            stack(good).addWidget(label(missed, "noticeMissed", wrap=True))
        self.column.addWidget(good)
        if (newest.unit_name, newest.unit_code) != first.old_unit:
            renamed = surface("notice-yellow", name="noticeRenamed", margin=Space.MEDIUM)
            text = self.tr("▲ 单位改名：原来是“{old}”，以后是“{new}”。请核对有没有这回事。").format(
                old=_unit(*first.old_unit), new=_unit(newest.unit_name, newest.unit_code)
            )
            stack(renamed).addWidget(label(text, "noticeRenamedText", wrap=True))
            self.column.addWidget(renamed)
        self.column.addLayout(self._facts())
        self._cancel = button(self.tr("不收"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._accept = button(self.tr("收下新签名"), "acceptButton", primary=True)
        self._accept.clicked.connect(self._submit)
        self.foot.addLayout(row(None, self._cancel, self._accept))

    def _facts(self) -> QGridLayout:
        steps = self._notice.steps
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.SMALL)
        grid.setColumnStretch(1, 1)
        announced = day(steps[-1].announced_at.astimezone().date())
        between = [
            (f"noticeBetween{at}", self.tr("其间"), step.new.fingerprint) for at, step in enumerate(steps[:-1], 1)
        ]
        facts = (
            ("noticeOld", self.tr("旧指纹"), steps[0].old.fingerprint),
            *between,
            ("noticeNew", self.tr("新指纹"), steps[-1].new.fingerprint),
            ("noticeAt", self.tr("宣布时间（对方电脑）"), announced),
            ("noticeUntil", self.tr("新签名有效期至"), day(steps[-1].new.valid_until.date())),
        )
        for at, (name, title, text) in enumerate(facts):
            value = label(text, name)
            value.setAccessibleName(title)
            if name not in {"noticeAt", "noticeUntil"}:
                value.setFont(code_font(Type.SECTION if name in {"noticeOld", "noticeNew"} else Type.BASE))
            grid.addWidget(label(title, tone="secondary"), at, 0)
            grid.addWidget(value, at, 1)
        return grid

    def _submit(self) -> None:
        self._accept.setEnabled(False)
        accept_notice(self._runner, raw=self._notice.raw, at=self._clock.now(), done=self._finish, failed=self._refused)

    def _finish(self, _: object) -> None:
        self.accept()
        self.accepted_notice.emit()

    def _refused(self, error: Exception) -> None:
        self._accept.setEnabled(True)
        MessageDialog(explain(error), self).open()


def _unit(name: str, code: str) -> str:
    return QCoreApplication.translate("signers", "{unit}（{code}）").format(unit=name, code=code) if code else name
