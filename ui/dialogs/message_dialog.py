"""A message as a small page of its own: what happened, what it means, what to do, with the buttons for just that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.parts import advice, button, label, row, show_advice, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import Message
from ui.theme import code_font
from ui.tokens import Space, Type

WIDTH = 480


class MessageDialog(Sheet):
    """Shows one message. ``exec`` or ``open`` it; buttons beyond the closing one are added with ``add_action``."""

    def __init__(self, message: Message, parent: QWidget | None = None, *, tone: str = "red") -> None:
        """Lay the message out.

        Args:
            message: what to show.
            parent: the window that it belongs to.
            tone: red for what failed, yellow for what needs attention, green for what went well.
        """
        super().__init__(
            parent,
            name="messageDialog",
            title=QGuiApplication.applicationDisplayName(),
            width=WIDTH,
            margin=Space.PANEL,
        )
        self._details = message.details
        self._code = ""
        card = surface(f"notice-{tone}", name="messageCard", spacing=Space.SMALL)
        sign = "●" if tone == "green" else "!"
        happened = label(f"{sign} {message.happened}", "messageHappened", tone=tone, size="section", wrap=True)
        meaning = label(message.meaning, "messageMeaning", wrap=True)
        to_do = advice("messageAdvice")
        show_advice(to_do, message.advice)
        meaning.setVisible(bool(message.meaning))
        for text in (happened, meaning, to_do):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            stack(card).addWidget(text)
        self.setAccessibleName(message.happened)
        self.setAccessibleDescription(f"{message.meaning} {message.advice}")
        self._shown_details = QPlainTextEdit(message.details)
        self._shown_details.setObjectName("messageDetails")
        self._shown_details.setAccessibleName(self.tr("详细信息"))
        self._shown_details.setReadOnly(True)
        self._shown_details.setTabChangesFocus(True)
        self._shown_details.setFont(code_font(Type.SECONDARY))
        self._shown_details.setFixedHeight(132)
        self._shown_details.hide()
        self._more = button(self.tr("详细信息"), "detailsButton", quiet=True)
        self._more.setVisible(bool(message.details))
        self._more.clicked.connect(self._show_details)
        self._copy = button(self.tr("复制"), "copyDetails", quiet=True)
        self._copy.hide()
        self._copy.clicked.connect(self._copy_details)
        close = button(self.tr("知道了"), "closeButton", primary=True)
        close.clicked.connect(self.accept)
        self._buttons = row(self._more, self._copy, None, close)
        self.column.setSpacing(Space.MEDIUM)
        self.column.addWidget(card)
        self.column.addWidget(self._shown_details)
        self.foot.addLayout(self._buttons)
        close.setFocus()

    def add_action(self, text: str, name: str) -> None:
        """Add a button before the closing one; pressing it closes the dialog and leaves ``name`` in ``chosen``."""
        made = button(text, name)
        made.clicked.connect(lambda: self._choose(name))
        self._buttons.insertWidget(self._buttons.count() - 1, made)

    @property
    def chosen(self) -> str:
        """The name of the added button that was pressed, or blank."""
        return self._code

    def _choose(self, name: str) -> None:
        self._code = name
        self.accept()

    def _show_details(self) -> None:
        self._shown_details.show()
        self._copy.show()
        self._more.setEnabled(False)
        self._copy.setFocus()
        self.fit()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText(self.tr("已复制"))
