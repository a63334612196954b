"""Two wordings of one task side by side, with what differs marked: struck out on the left, underlined on the right."""

import re
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.theme import tokens

_LONGEST = 2_000  # characters that are compared sign by sign
_PIECES = re.compile(r"\d[\d,.]*|.", re.DOTALL)


class Difference(QWidget):
    """Shows an old and a new text, each with a line of facts below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._texts = (("", ""), ("", ""))
        self._labels: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for at, (name, title) in enumerate((("before", self.tr("原来")), ("after", self.tr("新版")))):
            above = QLabel(title, self)
            above.setProperty("tone", "label")
            body = QLabel(self)
            body.setObjectName(f"{name}Text")
            body.setTextFormat(Qt.TextFormat.RichText)
            body.setWordWrap(True)
            body.setAlignment(Qt.AlignmentFlag.AlignTop)
            body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(above, 0, at)
            grid.addWidget(body, 1, at)
            grid.setColumnStretch(at, 1)
            self._labels.append(body)
        grid.setRowStretch(1, 1)

    def show_texts(self, before: tuple[str, str], after: tuple[str, str]) -> None:
        """Show two versions: each a wording and a line of facts."""
        self._texts = (before, after)
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of the new scheme when the palette changes."""
        if event.type() is QEvent.Type.PaletteChange:
            self._render()
        super().changeEvent(event)

    def _render(self) -> None:
        colours = tokens()
        styles = (
            f"background-color:{colours.red_wash};color:{colours.red};text-decoration:line-through",
            f"background-color:{colours.green_wash};color:{colours.green};text-decoration:underline",
        )
        halves = [_marked(self._texts[0][at], self._texts[1][at], styles) for at in (0, 1)]
        for side, label in enumerate(self._labels):
            wording, facts = halves[0][side], halves[1][side]
            body = wording or "—"
            label.setText(
                f'<p style="line-height:118%;margin:0">{body}</p>'
                f'<p style="margin:4px 0 0 0;font-size:12px;color:{colours.secondary}">{facts}</p>'
            )
            label.setAccessibleName(" ".join(self._texts[side]).strip())


def _marked(old: str, new: str, styles: tuple[str, str]) -> tuple[str, str]:
    """Return both texts as HTML, what is only in one of them marked; a text that stands alone is not."""
    if not old or not new or len(old) + len(new) > _LONGEST:
        return escape(old), escape(new)
    left, right = "", ""
    one, other = _PIECES.findall(old), _PIECES.findall(new)  # a number differs as a whole
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        before, after = escape("".join(one[a:b])), escape("".join(other[c:d]))
        if kind != "equal":
            before = f'<span style="{styles[0]}">{before}</span>' if before else ""
            after = f'<span style="{styles[1]}">{after}</span>' if after else ""
        left += before
        right += after
    return left, right
