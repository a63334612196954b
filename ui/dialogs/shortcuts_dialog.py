"""The keys that work in the main window, on one page."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.dialogs.parts import button, row
from ui.theme import code_font

_TALLEST = 16  # rows that a small screen has room for; more stand in two columns


class ShortcutsDialog(QDialog):
    """Lists actions with their keys, and the keys that the fields themselves understand."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None, *, with_fields: bool = True) -> None:
        """Make the list; ``with_fields`` names the keys of the reporting page's fields, too."""
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("快捷键"))
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            (self.tr("存下这一栏，到下一栏"), "Tab"),
            (self.tr("采用上期内容（空栏里）"), "Enter"),
            (self.tr("无数据，写明原因（数值栏里）"), "F4"),
            (self.tr("选进展状态（状态栏里）"), "1 – 5"),
        ]
        keys = [(action.text(), action.shortcut().toString(native)) for action in actions]
        rows = [*rows, *keys] if with_fields else keys
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        height = len(rows) if len(rows) <= _TALLEST else (len(rows) + 1) // 2
        for number, (text, key) in enumerate(rows):
            at, beside = number % height, number // height * 2
            grid.addWidget(QLabel(text, self), at, beside)
            name = QLabel(key, self)
            name.setFont(code_font())
            name.setProperty("chip", "neutral")
            grid.addWidget(name, at, beside + 1)
        close = button(self.tr("关闭"), "closeButton", primary=True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(grid)
        column.addLayout(row(None, close))
