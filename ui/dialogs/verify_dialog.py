"""校验: choose or drop a return, and see whether it is as it was signed, and by whom."""

import re
from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from models.core.clock import Clock, SystemClock
from models.core.errors import Cancelled
from models.signing.findings import Outcome
from models.store.signers import KnownSigner
from models.workbooks.examine import Examination
from ui.dialogs.confirm_signer_dialog import ConfirmSignerDialog
from ui.dialogs.differences_dialog import DifferencesDialog
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.notice_dialog import NoticeDialog
from ui.dialogs.parts import advice, button, column, field, label, row, show_advice, stack, surface
from ui.dialogs.sheet import Sheet
from ui.dialogs.signer_actions import SignerActions
from ui.messages import Message, explain
from ui.messages.examination import SIGNS, ahead_words, tone, verdict
from ui.operations.examine import examine_file
from ui.operations.runner import Runner
from ui.operations.signers import KnownOfUnit, Notice, read_known_of_unit
from ui.theme import code_font
from ui.tokens import Space, Type
from ui.widgets.tone import set_tone
from ui.wording import period_name

WIDTH = 560
_CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
_MOST_REASONS = 6  # lines; the rest of a wrecked file says nothing new


class VerifyDialog(Sheet):
    """Examines one file after the other; nothing is taken in but what a person confirms of its signer."""

    def __init__(self, runner: Runner, parent: QWidget | None = None, *, clock: Clock | None = None) -> None:
        """Wait for a file; ``clock`` tells when a signer is confirmed."""
        super().__init__(parent, name="verifyDialog", title=self.tr("校验签过名的表"), width=WIDTH)
        self._runner = runner
        self._clock = clock or SystemClock()
        self._found: Examination | None = None
        self.setAcceptDrops(True)
        title = label(self.tr("校验签过名的表"), size="title")
        about = label(
            self.tr("看一份填报表、下达表或回执是不是签名时的样子、由谁签名。只看，不收入。"),
            tone="secondary",
            wrap=True,
        )
        self.column.addLayout(column(title, about, spacing=Space.HAIR))
        self.column.addWidget(self._drop_zone())
        self._card, self._happened, self._meaning, self._reasons, self._advice = _verdict_card()
        self._card.hide()
        self._signer = SignerActions()
        self._signer.confirm_wanted.connect(self._confirm)
        self._signer.refused.connect(self.reject)
        stack(self._card).addWidget(self._signer)
        self.column.addWidget(self._card)
        self._facts = _Facts()
        self._facts.hide()
        self.column.addWidget(self._facts)
        self._compare = button(self.tr("与原件逐格比较…"), "compareCells", quiet=True)
        self._compare.setAutoDefault(False)
        self._compare.clicked.connect(lambda: DifferencesDialog(self._runner, Path(self._path.text()), self).open())
        self._compare.hide()
        close = button(self.tr("关闭"), "closeButton")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.foot.addLayout(row(self._compare, None, close))
        self._path.setFocus()

    def examine(self, path: Path) -> None:
        """Examine a file and show what it is."""
        self._path.setText(str(path))
        self._set_busy(True)
        examine_file(self._runner, path=path, done=self._examined, failed=self._refused, noticed=self._show_notice)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event):
            event.acceptProposedAction()
            set_tone(self._zone, "drop-over", name="surface")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing would be dropped any more."""
        set_tone(self._zone, "drop", name="surface")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Examine what was dropped."""
        set_tone(self._zone, "drop", name="surface")
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            self.examine(path)

    def _drop_zone(self) -> QFrame:
        self._zone = surface("drop", name="dropZone", spacing=Space.SMALL)
        self._hint = label(self.tr("把填报表拖到这里，或者写出路径、选择文件"), "dropHint", tone="secondary", wrap=True)
        self._path = field("path", title=self.tr("填报表的路径"), hint=self.tr("文件路径"), limit=4000)
        self._path.returnPressed.connect(self._examine_typed)
        self._choose = button(self.tr("选择文件…"), "chooseFile")
        self._choose.clicked.connect(self._ask)
        line = row(self._path, self._choose)
        line.setStretch(0, 1)
        stack(self._zone).addWidget(self._hint)
        stack(self._zone).addLayout(line)
        return self._zone

    def _examine_typed(self) -> None:
        text = self._path.text().strip().strip('"')
        if text:
            self.examine(Path(text))

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("选择填报表"))
        dialog.setObjectName("returnFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("填报表 (*.xlsx *.zip)"), self.tr("所有文件 (*)")])
        dialog.fileSelected.connect(lambda name: self.examine(Path(name)))
        dialog.open()

    def _examined(self, found: Examination) -> None:
        """Show what a file is; of one whose signer is not known, what is known of the unit is read before."""
        if found.outcome not in {Outcome.SIGNER_DIFFERS, Outcome.SIGNER_UNKNOWN} or found.signer is None:
            self._show(found)
            return
        name, code = found.signing_unit
        read_known_of_unit(self._runner, unit_name=name, unit_code=code, done=lambda known: self._show(found, known))

    def _confirm(self, known: tuple[KnownSigner, ...]) -> None:
        found = self._found
        if found is None or found.signer is None:
            return
        dialog = ConfirmSignerDialog(
            self._runner, found.signer, unit=found.signing_unit, known=known, clock=self._clock, parent=self
        )
        dialog.confirmed.connect(self._examine_typed)
        dialog.open()

    def _show_notice(self, notice: Notice) -> None:
        self._set_busy(False)
        dialog = NoticeDialog(self._runner, notice, clock=self._clock, parent=self)
        dialog.open()

    def _show(self, found: Examination, known: KnownOfUnit | None = None) -> None:
        self._found = found
        known = known or KnownOfUnit()
        message, colour = verdict(found, imitates_us=known.is_own), tone(found, imitates_us=known.is_own)
        self._set_busy(False)
        set_tone(self._card, f"notice-{colour}", name="surface")
        set_tone(self._happened, colour)
        self._happened.setText(f"{SIGNS[colour]} {message.happened}")
        self._meaning.setText(message.meaning)
        self._show_reasons(message, hidden=colour != "red")
        if colour == "green":
            self._advice.setText(escape(message.advice))
        else:
            show_advice(self._advice, message.advice)
        self._signer.offer(found, known)
        self._card.setAccessibleName(message.happened)
        self._compare.setVisible(found.outcome is Outcome.ALTERED)
        self._card.show()
        self._facts.show_facts(found, now=self._clock.now(), fingerprint=not self._signer.compares)
        self.fit()
        self.show_part(self._card)

    def _show_reasons(self, message: Message, *, hidden: bool) -> None:
        lines = message.details.splitlines()
        shown = [f"· {_CODE.sub(_joined, line)}" for line in dict.fromkeys(lines[:_MOST_REASONS])]
        self._reasons.setText("\n".join(shown))
        self._reasons.setVisible(bool(lines) and not hidden)

    def _set_busy(self, busy: bool) -> None:
        self._zone.setEnabled(not busy)
        if busy:
            self._card.hide()
            self._compare.hide()
            self._facts.hide()
        else:
            self._path.setFocus()
            self._path.selectAll()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()


def _verdict_card() -> tuple[QFrame, QLabel, QLabel, QLabel, QLabel]:
    card = surface("notice-green", name="verdictCard", spacing=Space.SMALL)
    parts = (
        label(name="verdictTitle", size="section", wrap=True),
        label(name="verdictMeaning", wrap=True),
        label(name="verdictReasons", tone="secondary", wrap=True),
        advice("verdictAdvice"),
    )
    layout: QVBoxLayout = stack(card)
    for part in parts:
        part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(part)
    return card, *parts


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one local file that is being dragged."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _joined(code: re.Match[str]) -> str:
    """Keep a check code on one line."""
    return code[0].replace("-", "\u2060-\u2060")


class _Facts(QWidget):
    """Who, when, and the two codes, each in a line of its own; what is not known is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdictFacts")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.SMALL)
        grid.setColumnStretch(1, 1)
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        for at, (name, title) in enumerate(
            (
                ("verdictUnit", self.tr("单位")),
                ("verdictAddressee", self.tr("收表单位")),
                ("verdictPeriod", self.tr("填报期")),
                ("verdictSignedAt", self.tr("签名时间（对方电脑）")),
                ("verdictFingerprint", self.tr("签名指纹")),
                ("verdictCheckCode", self.tr("数据校验码")),
            )
        ):
            coded = name in {"verdictFingerprint", "verdictCheckCode"}
            value = label(name=name, wrap=not coded)
            value.setAccessibleName(title)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if coded:
                value.setFont(code_font(Type.SECTION))
            above = label(title, tone="secondary")
            grid.addWidget(above, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
            self._lines[name] = (above, value)

    def show_facts(self, found: Examination, *, now: datetime, fingerprint: bool) -> None:
        """Show what is known of a file.

        Args:
            found: what was found.
            now: by this computer's clock.
            fingerprint: whether the fingerprint stands nowhere else.
        """
        period = period_name(found.period) if found.period else ""
        if period and found.sequence:
            period = self.tr("{period}，第 {sequence} 份").format(period=period, sequence=found.sequence)
        facts = {
            "verdictUnit": self._unit(found.unit_name, found.unit_code),
            "verdictAddressee": self._unit(found.addressee_name, found.addressee_code),
            "verdictPeriod": period,
            "verdictSignedAt": self._signed_at(found, now),
            "verdictFingerprint": found.fingerprint if fingerprint else "",
            "verdictCheckCode": found.check_code,
        }
        for name, text in facts.items():
            above, value = self._lines[name]
            value.setText(text)
            above.setVisible(bool(text))
            value.setVisible(bool(text))
        self.setVisible(any(facts.values()))

    def _unit(self, name: str, code: str) -> str:
        return self.tr("{unit}（{code}）").format(unit=name, code=code) if name and code and code != name else name

    def _signed_at(self, found: Examination, now: datetime) -> str:
        if found.signed_at is None:
            return ""
        ahead = ahead_words(found.signed_at, now)
        moment = self._moment(found.signed_at)
        return self.tr("{moment}　▲ {ahead}").format(moment=moment, ahead=ahead) if ahead else moment

    def _moment(self, at: datetime) -> str:
        """Write a moment in this computer's time zone."""
        here = at.astimezone()
        day = QDate(here.year, here.month, here.day)
        return QLocale().toString(QDateTime(day, QTime(here.hour, here.minute)), self.tr("yyyy年M月d日 HH:mm"))
