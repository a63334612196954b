"""Where work points come from: a file that is chosen or dropped, text or cells that are pasted, or an empty page."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from models.core.errors import Cancelled
from models.plan.draft import PlanDraft
from models.plan.model import Plan
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface, titled
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.plans import read_document, read_text
from ui.operations.runner import Runner
from ui.tokens import Space
from ui.widgets.tone import set_tone

WIDTH = 620
_PASTE_HEIGHT = 148


class PlanSourceDialog(Sheet):
    """Reads one document of work points. What cannot be read is explained, and the dialog stays.

    Signals:
        plan_read(Plan, str): it was read; the name of its file, or nothing for one that was pasted or is blank.
    """

    plan_read = Signal(object, str)

    def __init__(self, runner: Runner, *, year: int, later: bool = False, parent: QWidget | None = None) -> None:
        """Wait for a document.

        Args:
            runner: reads it away from the window.
            year: for a plan that begins blank.
            later: whether a later version of the workspace's plan is asked for.
            parent: the window that it belongs to.
        """
        title = self.tr("导入新版工作要点") if later else self.tr("选择工作要点")
        super().__init__(parent, name="planSourceDialog", title=title, width=WIDTH)
        self._runner = runner
        self._year = year
        self.setAcceptDrops(True)
        about = (
            self.tr("新旧两个版本会逐项比较；已经填报的内容都会保留。")
            if later
            else self.tr("Word、PDF、Excel 分解表和纯文本都可以。读完先请您审阅，再用它开始填报。")
        )
        self.column.addLayout(
            column(label(title, size="title"), label(about, tone="secondary", wrap=True), spacing=Space.HAIR)
        )
        self.column.addWidget(self._drop_zone())
        self.column.addLayout(self._paste_box())
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._blank = button(self.tr("从空白开始，自己录入"), "blankPlan", quiet=True)
        self._blank.clicked.connect(self._begin_blank)
        if later:
            self._blank.hide()
        self._read = button(self.tr("读取粘贴的内容"), "readPasted", primary=True)
        self._read.clicked.connect(self._read_pasted)
        self.foot.addLayout(row(self._blank, None, self._cancel, self._read))
        self._follow_text()
        self._path.setFocus()

    def read_file(self, path: Path) -> None:
        """Read a file."""
        self._path.setText(str(path))
        self._set_busy(True)
        read_document(self._runner, path=path, done=self._on_file, failed=self._refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, or text."""
        if _dropped(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()
            set_tone(self._zone, "drop-over", name="surface")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing would be dropped any more."""
        set_tone(self._zone, "drop", name="surface")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped, or take the text."""
        set_tone(self._zone, "drop", name="surface")
        event.acceptProposedAction()
        path = _dropped(event.mimeData())
        if path is not None:
            self.read_file(path)
        else:
            self._paste.setPlainText(event.mimeData().text())
            self._paste.setFocus()

    def reject(self) -> None:
        """Esc leaves, but not while a document is being read."""
        if self._cancel.isEnabled():
            super().reject()

    def _drop_zone(self) -> QFrame:
        self._zone = surface("drop", name="dropZone", spacing=Space.SMALL)
        hint = label(
            self.tr("把文件拖到这里，或写出路径、选择文件：.docx .pdf .xlsx .txt"),
            "dropHint",
            tone="secondary",
            wrap=True,
        )
        self._path = field("planPath", title=self.tr("工作要点的路径"), hint=self.tr("文件路径"), limit=4000)
        self._path.returnPressed.connect(self._read_typed)
        self._choose = button(self.tr("选择文件…"), "chooseFile")
        self._choose.clicked.connect(self._ask)
        line = row(self._path, self._choose)
        line.setStretch(0, 1)
        stack(self._zone).addWidget(hint)
        stack(self._zone).addLayout(line)
        return self._zone

    def _paste_box(self) -> QVBoxLayout:
        self._paste = QPlainTextEdit()
        self._paste.setObjectName("pasteBox")
        self._paste.setAccessibleName(self.tr("粘贴的内容"))
        self._paste.setPlaceholderText(
            self.tr("在 Word、WPS、网页里复制全文，或在 Excel 里复制表格，粘贴到这里（Ctrl+V）。")
        )
        self._paste.setTabChangesFocus(True)
        self._paste.setFixedHeight(_PASTE_HEIGHT)
        self._paste.textChanged.connect(self._follow_text)
        return titled(self.tr("或者粘贴文字或表格(&V)"), self._paste)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("选择工作要点"))
        dialog.setObjectName("planFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("工作要点 (*.docx *.pdf *.xlsx *.txt)"), self.tr("所有文件 (*)")],
        )
        dialog.fileSelected.connect(lambda name: self.read_file(Path(name)))
        dialog.open()

    def _read_typed(self) -> None:
        text = self._path.text().strip().strip('"')
        if text:
            self.read_file(Path(text))

    def _read_pasted(self) -> None:
        text = self._paste.toPlainText()
        if not text.strip():  # Return was pressed elsewhere
            self._read_typed()
            return
        self._set_busy(True)
        read_text(self._runner, text=text, done=self._on_text, failed=lambda error: self._refused(error, pasted=True))

    def _begin_blank(self) -> None:
        title = self.tr("{year}年工作要点").format(year=self._year)
        self._hand_on(PlanDraft.blank(title=title, year=self._year).plan, "")

    def _on_file(self, plan: Plan) -> None:
        self._hand_on(plan, Path(self._path.text()).name)

    def _on_text(self, plan: Plan) -> None:
        self._hand_on(plan, "")

    def _hand_on(self, plan: Plan, origin: str) -> None:
        self._set_busy(False)
        self.accept()
        self.plan_read.emit(plan, origin)

    def _refused(self, error: Exception, *, pasted: bool = False) -> None:
        self._set_busy(False)
        if isinstance(error, Cancelled):
            return
        dialog = MessageDialog(explain(error), self)
        if not pasted:
            dialog.add_action(self.tr("改用粘贴"), "pasteInstead")
        dialog.finished.connect(lambda: self._after_refusal(pasted=pasted or dialog.chosen == "pasteInstead"))
        dialog.open()

    def _after_refusal(self, *, pasted: bool) -> None:
        to = self._paste if pasted else self._path
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_text(self) -> None:
        self._read.setEnabled(bool(self._paste.toPlainText().strip()))

    def _set_busy(self, busy: bool) -> None:
        for widget in (self._zone, self._paste, self._blank, self._cancel):
            widget.setEnabled(not busy)
        self._read.setText(self.tr("正在读取…") if busy else self.tr("读取粘贴的内容"))
        if busy:
            self._read.setEnabled(False)
        else:
            self._follow_text()


def _dropped(content: QMimeData) -> Path | None:
    urls = content.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
