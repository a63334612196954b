"""The parts of the dialogs by which assignments leave: what is expected of all units, and where the files go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.core.clock import Clock
from models.core.paths import Places, file_name
from models.core.periods import PeriodKind
from models.core.vocabulary import Role
from models.work.assign import Terms
from ui.dialogs.parts import button, column, field, label, row, titled
from ui.settings import Settings
from ui.tokens import Space
from ui.widgets.segments import Segments
from ui.wording import role_word

MAX_CONTACT = 100
MAX_REMARK = 500
_LINES = 2  # that the remark shows


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and as whom somebody works; ``kind`` is how long the periods are that are shown."""

    places: Places
    clock: Clock
    settings: Settings
    operator: str
    kind: PeriodKind


class IssueTerms(QFrame):
    """What is expected of all units alike.

    Signals:
        changed(): something else is expected.
    """

    changed = Signal()

    def __init__(self, remembered: Mapping[str, str], *, kind: PeriodKind, parent: QWidget | None = None) -> None:
        """Begin with what was expected last time; the first time with periods of ``kind``."""
        super().__init__(parent)
        self.setObjectName("issueTerms")
        self.setProperty("surface", "card")
        words = {
            PeriodKind.MONTH.value: self.tr("按月"),
            PeriodKind.QUARTER.value: self.tr("按季"),
            PeriodKind.HALF.value: self.tr("按半年"),
            PeriodKind.YEAR.value: self.tr("全年"),
        }
        self._kind = Segments("issueKind", words)
        said = remembered.get("period_kind", "")
        self._code = said if said in words else kind.value
        self._kind.show_choice(self._code)
        self._kind.chosen.connect(self._choose_kind)
        roles = remembered.get("roles", "").split(",")
        self._roles: dict[Role, QCheckBox] = {}
        for role in (Role.REVIEWER, Role.UNIT_HEAD):
            box = QCheckBox(role_word(role))
            box.setObjectName(f"issue_{role.value}")
            box.setChecked(role.value in roles)
            box.toggled.connect(lambda _: self.changed.emit())
            self._roles[role] = box
        contact = remembered.get("contact", "")
        self._contact = field(
            "issueContact",
            title=self.tr("联系人和电话"),
            text=contact,
            hint=self.tr("单位有疑问时找谁"),
            limit=MAX_CONTACT,
        )
        self._contact.textEdited.connect(lambda _: self.changed.emit())
        self._remark = QPlainTextEdit(remembered.get("remark", ""))
        self._remark.setObjectName("issueRemark")
        self._remark.setAccessibleName(self.tr("备注"))
        self._remark.setPlaceholderText(self.tr("写在每一份任务下达表上，可以空着"))
        self._remark.setTabChangesFocus(True)
        self._remark.setFixedHeight(self._remark.fontMetrics().lineSpacing() * _LINES + 20)
        self._remark.textChanged.connect(self._follow_remark)
        self._everything = QCheckBox(self.tr("全部重新写出：没有变化的单位也写一份，版次不变"))
        self._everything.setObjectName("issueEverything")
        self._everything.toggled.connect(lambda _: self.changed.emit())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.PANEL, Space.MEDIUM, Space.PANEL, Space.MEDIUM)
        outer.setSpacing(Space.MEDIUM)
        demanded = row(*self._roles.values(), None, spacing=Space.PANEL)
        cycle = column(label(self.tr("填报周期"), tone="label"), self._kind, spacing=Space.HAIR)
        signs = column(label(self.tr("填报表还要谁签批"), tone="label"), demanded, spacing=Space.HAIR)
        outer.addLayout(cycle)
        outer.addLayout(signs)
        outer.addLayout(titled(self.tr("联系人和电话"), self._contact))
        outer.addLayout(titled(self.tr("备注"), self._remark))
        outer.addWidget(self._everything)

    @property
    def terms(self) -> Terms:
        """What is expected."""
        return Terms(
            period_kind=PeriodKind(self._code),
            roles=frozenset(role for role, box in self._roles.items() if box.isChecked()),
            contact=self._contact.text().strip(),
            remark=self._remark.toPlainText().strip(),
        )

    @property
    def everything(self) -> bool:
        """Whether also what did not change is to leave."""
        return self._everything.isChecked()

    def remembered(self) -> dict[str, str]:
        """Return what is to be offered next time."""
        terms = self.terms
        return {
            "period_kind": terms.period_kind.value,
            "roles": ",".join(sorted(role.value for role in terms.roles)),
            "contact": terms.contact,
            "remark": terms.remark,
        }

    def _follow_remark(self) -> None:
        text = self._remark.toPlainText()
        if len(text) > MAX_REMARK:  # what has no room on the sheet can't be typed, as in a field of one line
            cursor = self._remark.textCursor()
            at = min(cursor.position(), MAX_REMARK)
            self._remark.setPlainText(text[:MAX_REMARK])
            cursor.setPosition(at)
            self._remark.setTextCursor(cursor)
            return
        self.changed.emit()

    def _choose_kind(self, code: str) -> None:
        self._code = code
        self.changed.emit()


class IssueTarget(QFrame):
    """Where the files go, and the passphrase that signs them where the identity has one."""

    def __init__(
        self, what: str, remembered: Mapping[str, str], *, places: Places, at: datetime, parent: QWidget | None = None
    ) -> None:
        """Propose a folder of this day for ``what``, beside the one of last time."""
        super().__init__(parent)
        self.setObjectName("issueTarget")
        self.setProperty("surface", "card")
        above = Path(remembered.get("folder", "") or places.documents)
        if not above.is_dir():
            above = places.documents
        proposed = above / file_name(f"{what}_{at.date().isoformat()}")
        self._folder = field("folderOfIssue", title=self.tr("保存到"), text=str(proposed), limit=400)
        change = button(self.tr("更改…"), "chooseFolder")
        change.clicked.connect(self.ask_folder)
        title = label(self.tr("保存到"), tone="label")
        title.setBuddy(self._folder)
        self._passphrase = field("issuePassphrase", title=self.tr("签名口令"), limit=200)
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._locked = QWidget()
        self._locked.setLayout(titled(self.tr("签名口令"), self._passphrase))
        self._locked.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.PANEL, Space.MEDIUM, Space.PANEL, Space.MEDIUM)
        outer.setSpacing(Space.MEDIUM)
        outer.addLayout(column(title, row(self._folder, change), spacing=Space.HAIR))
        outer.addWidget(self._locked)

    @property
    def folder(self) -> Path | None:
        """Where to, or None while nothing stands there."""
        text = self._folder.text().strip().strip('"')
        return Path(text) if text else None

    @property
    def passphrase(self) -> str | None:
        """What unlocks the identity, where it is asked for."""
        return None if self._locked.isHidden() else self._passphrase.text()

    def ask_passphrase(self, *, needed: bool) -> None:
        """Ask for a passphrase, or don't."""
        self._locked.setVisible(needed)

    def ask_folder(self) -> None:
        """Let the person pick a folder."""
        dialog = QFileDialog(self, self.tr("保存到"), self._folder.text())
        dialog.setObjectName("folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()
