"""The head of 收表: which period, which units are shown, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from ui.dialogs.parts import button, label, row

ALL, OPEN, MISSING = "all", "open", "missing"


class CollectHead(QWidget):
    """The title, three filters and the buttons.

    Signals:
        filtered(): another choice of units was made.
        reminder_wanted(): the text that reminds those who are missing is to be copied.
        receipts_wanted(): receipts are to be written.
        folder_wanted(), files_wanted(): a folder, or files, are to be collected.
        again_wanted(bool): the same place once more; True for all periods.
    """

    filtered = Signal()
    reminder_wanted = Signal()
    receipts_wanted = Signal()
    folder_wanted = Signal()
    files_wanted = Signal()
    again_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the head with nothing counted yet."""
        super().__init__(parent)
        self._title = label(name="collectTitle", size="title")
        self._filters = QButtonGroup(self)
        for code in (ALL, OPEN, MISSING):
            one = QPushButton(self)
            one.setObjectName(f"collect_{code}")
            one.setProperty("filter", "true")
            one.setProperty("code", code)
            one.setCheckable(True)
            one.setChecked(code == ALL)
            self._filters.addButton(one)
        self._filters.buttonClicked.connect(lambda _: self.filtered.emit())
        self._remind = button(self.tr("复制催报文字"), "copyReminder")
        self._remind.clicked.connect(self.reminder_wanted)
        self._receipts = button("", "writeReceiptsButton")
        self._receipts.clicked.connect(self.receipts_wanted)
        self._receipts.hide()
        self._collect = button(self.tr("收取…"), "collectButton", primary=True)
        menu = QMenu(self._collect)
        menu.addAction(self.tr("文件夹或 U 盘…"), self.folder_wanted.emit)
        menu.addAction(self.tr("文件、压缩包…"), self.files_wanted.emit)
        menu.addSeparator()
        self._again = menu.addAction(self.tr("再收一次同一处"), lambda: self.again_wanted.emit(False))
        self._every = menu.addAction(self.tr("同一处各期都收"), lambda: self.again_wanted.emit(True))
        self._collect.setMenu(menu)
        self.setLayout(row(self._title, None, *self._filters.buttons(), self._receipts, self._remind, self._collect))
        self.allow_again(allowed=False)

    @property
    def chosen(self) -> str:
        """Which units are to be shown: ``all``, ``open`` or ``missing``."""
        one = self._filters.checkedButton()
        return str(one.property("code")) if one else ALL

    def choose(self, code: str) -> None:
        """Show ``all``, ``open`` or ``missing`` units, without telling."""
        for one in self._filters.buttons():
            one.setChecked(one.property("code") == code)

    def show_counts(self, title: str, *, units: int, waiting: int, missing: int) -> None:
        """Show what is counted."""
        self._title.setText(title)
        texts = {
            ALL: self.tr("全部 {count}").format(count=units),
            OPEN: self.tr("待办 {count}").format(count=waiting),
            MISSING: self.tr("未报 {count}").format(count=missing),
        }
        for one in self._filters.buttons():
            one.setText(texts[one.property("code")])

    def show_receipts(self, count: int) -> None:
        """Offer to write receipts, if there are any to write."""
        self._receipts.setVisible(bool(count))
        self._receipts.setText(self.tr("写回执 {count}…").format(count=count))

    def allow_reminder(self, *, allowed: bool) -> None:
        """Offer the reminder only while somebody is missing."""
        self._remind.setEnabled(allowed)
        self._remind.setText(self.tr("复制催报文字"))

    def say_copied(self) -> None:
        """Say that the reminder is in the clipboard."""
        self._remind.setText(self.tr("已复制"))

    def allow_again(self, *, allowed: bool) -> None:
        """Offer the last place only once there is one."""
        for one in (self._again, self._every):
            one.setEnabled(allowed)

    def set_busy(self, *, busy: bool) -> None:
        """One collection at a time."""
        self._collect.setEnabled(not busy)
