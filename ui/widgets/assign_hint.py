"""The line below the grid: the keys that set its cells, or why what was typed is no share."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.parts import label
from ui.widgets.tone import set_tone


class AssignHint(QWidget):
    """One line, which turns red while a field can't be left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the keys."""
        super().__init__(parent)
        self._text = label(name="assignHint", tone="secondary", size="secondary", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._text)
        self.show_refusal("")

    def show_refusal(self, sentence: str) -> None:
        """Say why a field can't be left; blank says the keys again."""
        set_tone(self._text, "red" if sentence else "secondary")
        self._text.setText(sentence or self._keys())

    def _keys(self) -> str:
        return " · ".join(
            (
                self.tr("L 或空格 牵头"),
                self.tr("S 配合"),
                self.tr("Del 清除"),
                self.tr("数字 填分解指标"),
                self.tr("Ctrl+C / Ctrl+V 与 Excel 往来"),
                self.tr("Ctrl+D 分解指标"),
                self.tr("Shift+空格 选整行，Ctrl+空格 选整列"),
            )
        )
