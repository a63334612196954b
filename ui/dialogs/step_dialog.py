"""One step that needs an answer or two: what it does, the fields it asks for, the button that does it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QWidget

from models.core.errors import Cancelled
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, column, field, label, row, stack, surface, titled
from ui.dialogs.passphrase import PassphraseBox
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.tokens import Space

WIDTH = 520


class StepDialog(Sheet):
    """Asks for what a step needs; who opened it does the step.

    Signals:
        submitted(): the answers are complete. Until ``accept`` or ``refuse`` the dialog is busy.
    """

    submitted = Signal()

    def __init__(
        self, parent: QWidget | None, *, name: str, title: str, about: str, action: str, warning: str = ""
    ) -> None:
        """Make a dialog without fields.

        Args:
            parent: the window that it belongs to.
            name: its object name.
            title: what the step is.
            about: what it does, in a sentence or two.
            action: the word on the button that does it.
            warning: what should be known before, in yellow.
        """
        super().__init__(parent, name=name, title=title, width=WIDTH)
        self.column.addLayout(
            column(label(title, "stepTitle", size="title", wrap=True), label(about, "stepAbout", wrap=True))
        )
        if warning:
            card = surface("notice-yellow", name="stepWarning", margin=Space.MEDIUM)
            stack(card).addWidget(label(f"▲ {warning}", "stepWarningText", wrap=True))
            self.column.addWidget(card)
        self._inputs = QWidget()
        self._fields = column(spacing=Space.MEDIUM)
        self._inputs.setLayout(self._fields)
        self._inputs.hide()
        self.column.addWidget(self._inputs)
        self._objection = label(name="stepObjection", tone="red", wrap=True)
        self._objection.hide()
        self.column.addWidget(self._objection)
        self._required: list[tuple[QLineEdit, str]] = []
        self._new: PassphraseBox | None = None
        self._cancel = button(self.tr("取消"), "cancelButton")
        self._cancel.clicked.connect(self.reject)
        self._do = button(action, "doButton", primary=True)
        self._do.clicked.connect(self._submit)
        self.foot.addLayout(row(None, self._cancel, self._do))

    def ask_text(self, name: str, title: str, *, text: str = "", hint: str = "", limit: int = 100) -> QLineEdit:
        """Ask for one line; it may be left blank."""
        made = field(name, title=title, text=text, hint=hint, limit=limit)
        return self._add(made, title)

    def ask_needed(self, name: str, title: str, objection: str, *, text: str = "", limit: int = 100) -> QLineEdit:
        """Ask for one line that must not be blank."""
        made = self.ask_text(name, title, text=text, limit=limit)
        self._required.append((made, objection))
        return made

    def ask_secret(self, name: str, title: str) -> QLineEdit:
        """Ask for a passphrase that exists already."""
        made = self.ask_text(name, title, limit=200)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        return made

    def ask_new_secret(self) -> PassphraseBox:
        """Ask for a new passphrase, typed twice, with its strength."""
        self._new = PassphraseBox()
        self._new.demand()
        self._new.resized.connect(self.fit)
        self._new.confirmed.connect(self._submit)
        self._fields.addWidget(self._new)
        self._inputs.show()
        return self._new

    def ask_choice(self, name: str, text: str) -> QCheckBox:
        """Ask a question that is answered by a tick."""
        made = QCheckBox(text)
        made.setObjectName(name)
        self._fields.addWidget(made)
        self._inputs.show()
        return made

    def ask_file(self, title: str, objection: str, *, filters: list[str]) -> QLineEdit:
        """Ask for a file that exists."""
        made = self._add_path(title)
        self._required.append((made, objection))
        choose = self._choose_button(made)

        def ask() -> None:
            dialog = QFileDialog(self, title)
            dialog.setObjectName("stepFile")
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilters([*filters, self.tr("所有文件 (*)")])
            dialog.fileSelected.connect(made.setText)
            dialog.open()

        choose.clicked.connect(ask)
        return made

    def ask_target(self, title: str, objection: str, *, proposed: Path) -> QLineEdit:
        """Ask where a file is to be written."""
        made = self._add_path(title, str(proposed))
        self._required.append((made, objection))
        choose = self._choose_button(made)

        def ask() -> None:
            dialog = QFileDialog(self, title, made.text())
            dialog.setObjectName("stepFile")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the next free name is taken
            dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
            dialog.fileSelected.connect(made.setText)
            dialog.open()

        choose.clicked.connect(ask)
        return made

    def refuse(self, error: Exception) -> None:
        """Say what went wrong; the answers may be changed."""
        self._set_busy(False)
        if not isinstance(error, Cancelled):
            MessageDialog(explain(error), self).open()

    def reject(self) -> None:
        """Esc goes back, but not while the step is being done."""
        if self._cancel.isEnabled():
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        first = next((one for one in self._inputs.findChildren(QLineEdit) if one.isVisible()), None)
        if first is not None:
            first.setFocus()

    def _add(self, made: QLineEdit, title: str) -> QLineEdit:
        made.textChanged.connect(self._objection.hide)
        self._fields.addLayout(titled(title, made))
        self._inputs.show()
        return made

    def _add_path(self, title: str, text: str = "") -> QLineEdit:
        made = field("stepPath", title=title, text=text, limit=4000)
        made.textChanged.connect(self._objection.hide)
        return made

    def _choose_button(self, made: QLineEdit) -> QPushButton:
        choose = button(self.tr("选择…"), "chooseFile")
        line = row(made, choose)
        line.setStretch(0, 1)
        above = label(made.accessibleName(), tone="label")
        above.setBuddy(made)
        self._fields.addLayout(column(above, line, spacing=Space.HAIR))
        self._inputs.show()
        return choose

    def _submit(self) -> None:
        if not self._do.isEnabled():
            return
        for made, objection in self._required:
            if not made.text().strip():
                self._object(objection, made)
                return
        wrong = self._new.objection() if self._new is not None else None
        if wrong:
            self._object(*wrong)
            return
        self._objection.hide()
        self._set_busy(True)
        self.submitted.emit()

    def _object(self, text: str, where: QLineEdit) -> None:
        self._objection.setText(text)
        self._objection.show()
        where.setFocus()
        where.selectAll()
        self.fit()

    def _set_busy(self, busy: bool) -> None:
        self._inputs.setEnabled(not busy)
        self._cancel.setEnabled(not busy)
        self._do.setEnabled(not busy)
