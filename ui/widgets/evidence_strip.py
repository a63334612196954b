"""佐证材料 at the foot of the form: a chip for each attached file, and the place where more are dropped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from models.store.evidence_records import EvidenceFile
from ui.messages.message import size
from ui.widgets.flow import FlowLayout
from ui.widgets.tone import set_tone

_NAME_WIDTH = 260  # pixels of a name; the rest is in the tip
_REMOVES = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class EvidenceStrip(QWidget):
    """Shows what is attached to an entry and takes more.

    Each chip is a stop of the Tab key: Return opens the file, Delete takes it off. The last chip adds files.

    Signals:
        files_chosen(list): paths of files that should be attached.
        open_wanted(EvidenceFile): a file should be opened.
        remove_wanted(EvidenceFile): a file should be taken off.
    """

    files_chosen = Signal(list)
    open_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self.setObjectName("evidence")
        self._files: tuple[EvidenceFile, ...] = ()
        self._locked = False
        self._title = QLabel(self.tr("佐证材料"), self)
        self._title.setProperty("tone", "label")
        self._none = QLabel(self.tr("没有附佐证材料。"), self)
        self._none.setObjectName("noEvidence")
        self._none.setProperty("tone", "secondary")
        self._none.hide()
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, spacing=8)
        self._add = QPushButton(self.tr("拖到这里，或 Ctrl+V 粘贴图片"), self._chips)
        self._add.setObjectName("addEvidence")
        self._add.setAccessibleName(self.tr("附上佐证材料"))
        self._add.setToolTip(self.tr("点一下选择文件；也可以把文件拖到表单上，或粘贴截图"))
        self._add.setProperty("evidence", "add")
        self._add.clicked.connect(self._ask)
        self._flow.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._chips)
        column.addWidget(self._none)

    def stops(self) -> list[QWidget]:
        """Return the parts that the Tab key stops at, in their order."""
        return [*(chip.button for chip in self._shown()), self._add]

    def show_files(self, files: Sequence[EvidenceFile]) -> None:
        """Show what is attached now; the chip that has the cursor keeps it."""
        if tuple(files) == self._files:
            return
        focused = next((chip.file.name for chip in self._shown() if chip.button.hasFocus()), "")
        had_focus = bool(focused)
        self._files = tuple(files)
        for chip in self._shown():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._add)
        for place, file in enumerate(files, start=1):
            chip = _Chip(file, place, self._chips)
            chip.open_wanted.connect(lambda f=file: self.open_wanted.emit(f))
            chip.remove_wanted.connect(lambda f=file: self.remove_wanted.emit(f))
            chip.set_locked(self._locked)
            self._flow.addWidget(chip)
            chip.show()
            if file.name == focused:
                chip.button.setFocus(Qt.FocusReason.OtherFocusReason)
                had_focus = False
        self._flow.addWidget(self._add)
        before: QWidget | None = None
        for stop in self.stops():
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop
        if had_focus:  # the chip with the cursor is gone
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()

    def set_locked(self, locked: bool) -> None:
        """Only show, or take more as well."""
        self._locked = locked
        for chip in self._shown():
            chip.set_locked(locked)
        self._settle()

    def show_dragging(self, dragging: bool) -> None:
        """Show that what is dragged over the form would be attached."""
        set_tone(self._add, "over" if dragging else "add", name="evidence")

    def _settle(self) -> None:
        self._add.setVisible(not self._locked)
        self._none.setVisible(self._locked and not self._files)
        self._chips.setVisible(not self._locked or bool(self._files))
        self._flow.invalidate()
        self._chips.updateGeometry()
        self.updateGeometry()

    def _shown(self) -> "list[_Chip]":
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        return [chip for item in items if item is not None and isinstance(chip := item.widget(), _Chip)]

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("选择佐证材料"))
        dialog.setObjectName("evidenceFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.files_chosen.emit([Path(name) for name in names]))
        dialog.open()


class _Chip(QFrame):
    """One attached file: its name and size, and a cross that takes it off."""

    open_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, file: EvidenceFile, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = file
        self.setProperty("surface", "chip")
        self.button = _ChipButton(self)
        self.button.setObjectName(f"evidence_{place}")
        shown = self.button.fontMetrics().elidedText(file.name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH)
        self.button.setText(f"{shown} {size(file.size)}".replace("&", "&&"))
        self.button.setAccessibleName(self.tr("{name}，{size}").format(name=file.name, size=size(file.size)))
        self.button.setProperty("evidence", "name")
        self.button.clicked.connect(self.open_wanted)
        self.button.delete_pressed.connect(self._remove)
        self._cross = QToolButton(self)
        self._cross.setObjectName(f"removeEvidence_{place}")
        self._cross.setText("×")
        self._cross.setAccessibleName(self.tr("移除{name}").format(name=file.name))
        self._cross.setToolTip(self.tr("移除（Delete），可以撤销"))
        self._cross.setProperty("evidence", "cross")
        self._cross.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._cross.clicked.connect(self._remove)
        self._locked = False
        self._open = QAction(self.tr("打开副本"), self)
        self._open.triggered.connect(self.open_wanted)
        self._take = QAction(self.tr("移除"), self)
        self._take.triggered.connect(self._remove)
        self.button.addActions([self._open, self._take])
        self.button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 1, 2, 1)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self._cross)
        self.set_locked(False)

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        self._cross.setVisible(not locked)
        self._take.setVisible(not locked)
        keys = self.tr("Enter 打开副本") if locked else self.tr("Enter 打开副本，Delete 移除")
        self.button.setToolTip(f"{self.file.name}\n{keys}")

    def _remove(self) -> None:
        if not self._locked:
            self.remove_wanted.emit()


class _ChipButton(QPushButton):
    """The name of a file: Return and the space bar open it, Delete takes it off."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVES:
            self.delete_pressed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files that are dragged or were copied; none if anything else is among them."""
    urls = data.urls()
    return [Path(url.toLocalFile()) for url in urls] if urls and all(url.isLocalFile() for url in urls) else []


def is_picture(data: QMimeData) -> bool:
    """Tell whether a picture was copied, and nothing that a text field would take."""
    return data.hasImage() and not data.hasText() and not data.hasHtml()
