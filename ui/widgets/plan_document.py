"""The document of a plan under review: its tasks marked, the selected one strongly, what was left over underlined.

Knows a plan and shows it; what a click means is decided by the page. A place in the source (which counts characters)
is not always the same place in Qt's text (which counts UTF-16 units), so each is translated into the other here.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from models.plan.model import Plan, Span
from ui.theme import scheme_colour

_LINE_HEIGHT = 140  # percent
_CLOSING = "。；;！!？?，,、\n \u3000"  # not marked at the end of a span, so that neighbours can be told apart


class _Mark(NamedTuple):
    start: int
    end: int
    look: str
    task_id: str = ""


@dataclass(frozen=True, slots=True)
class _Offsets:
    """Between places in a Python text and places in Qt's; ``wide`` are the places of characters of two units."""

    wide: tuple[int, ...]

    def to_qt(self, place: int) -> int:
        return place + bisect_left(self.wide, place)

    def from_qt(self, place: int) -> int:
        return place - bisect_right([at + number for number, at in enumerate(self.wide)], place - 1)


class PlanDocument(QTextEdit):
    """Shows the source of a plan; a click or Return on a task's words selects it.

    Signals:
        task_pointed(str): the person pointed at the task with this id; the cursor stands in its words.
    """

    task_pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty document."""
        super().__init__(parent)
        self.setObjectName("planDocument")
        self.setAccessibleName(self.tr("原文"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(20)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._source = ""
        self._plan: Plan | None = None
        self._extents: dict[tuple[int, int], tuple[int, int]] = {}
        self._offsets = _Offsets(())
        self._spans: list[tuple[int, int, str]] = []
        self._marker = _Marker(self.document())

    def show_plan(self, plan: Plan, *, selected: str) -> None:
        """Show a plan with one of its tasks selected; only the paragraphs that look otherwise now are drawn anew."""
        if plan is self._plan:
            self._marker.select(self.document(), selected)
            return
        self._plan = plan
        if plan.source != self._source:
            self._extents = {}
            self._source = plan.source
            self._offsets = _Offsets(tuple(at for at, letter in enumerate(plan.source) if ord(letter) > 0xFFFF))
            self._marker.forget()
            self.setPlainText(plan.source)
            self._space_lines()
        self._spans = sorted(
            (task.span.start, task.span.end, task.id) for task in plan.tasks if task.span.start < task.span.end
        )
        titles = {part.title for part in plan.parts if part.title} | {plan.title}
        marks = [_Mark(*self._extent(start, end), "task", one) for start, end, one in self._spans]
        marks += [_Mark(*self._extent(span.start, span.end), "left over") for span in plan.left_over]
        marks += [_Mark(*self._extent(one.span.start, one.span.end), "doubt") for one in plan.doubts]
        self._marker.show(self.document(), [mark for mark in marks if mark.start < mark.end], titles, selected)

    def show_place(self, span: Span) -> None:
        """Bring a stretch of the source into sight, and put the cursor before it."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_qt(span.end))
        end = self.cursorRect(cursor).bottom()
        cursor.setPosition(self._offsets.to_qt(span.start))
        begin = self.cursorRect(cursor).top()
        height = self.viewport().height()
        seen = begin >= 0 and end <= height
        self.setTextCursor(cursor)
        begin = self.cursorRect().top()
        if not seen:  # out of sight: with what stands before it
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + begin - height // 3)

    def place(self) -> int:
        """Return where in the source the cursor stands."""
        return self._offsets.from_qt(self.textCursor().position())

    def task_at(self, place: int) -> str:
        """Return the id of the task whose words stand at a place of the source, or nothing."""
        at = bisect_right(self._spans, (place, len(self._source) + 1, "")) - 1
        if at < 0:
            return ""
        start, end, task_id = self._spans[at]
        return task_id if start <= place < end else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on words points at their task; dragging only selects text."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._point()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return points at the task under the cursor."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._point()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of the new scheme when the palette changes."""
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_marker"):
            self._marker.rehighlight()
        super().changeEvent(event)

    def _point(self) -> None:
        place = self.place()
        task_id = self.task_at(place)
        if task_id:
            self.task_pointed.emit(task_id)

    def _extent(self, start: int, end: int) -> tuple[int, int]:
        """Return where the marked words of a span begin and end in Qt's text."""
        if (start, end) not in self._extents:
            words = self._source[start:end]
            lead, kept = len(words) - len(words.lstrip(_CLOSING)), len(words.rstrip(_CLOSING))
            self._extents[start, end] = (self._offsets.to_qt(start + lead), self._offsets.to_qt(start + kept))
        return self._extents[start, end]

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spaced.setBottomMargin(6)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)


class _Marker(QSyntaxHighlighter):
    """Lays the marks over the paragraphs."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._by_block: dict[int, tuple[_Mark, ...]] = {}
        self._titles: set[str] = set()
        self._selected = ""
        self._blocks: dict[str, list[int]] = {}

    def forget(self) -> None:
        self._by_block = {}

    def select(self, document: QTextDocument, selected: str) -> None:
        before, self._selected = self._selected, selected
        if before != selected:
            for number in sorted({*self._blocks.get(before, ()), *self._blocks.get(selected, ())}):
                self.rehighlightBlock(document.findBlockByNumber(number))

    def show(self, document: QTextDocument, marks: list[_Mark], titles: set[str], selected: str) -> None:
        found: defaultdict[int, list[_Mark]] = defaultdict(list)
        blocks: defaultdict[str, list[int]] = defaultdict(list)
        for mark in marks:
            block = document.findBlock(mark.start)
            while block.isValid() and block.position() < mark.end:
                found[block.blockNumber()].append(mark)
                blocks[mark.task_id].append(block.blockNumber())
                block = block.next()
        now = {number: tuple(those) for number, those in found.items()}
        changed = {number for number in {*self._by_block, *now} if self._by_block.get(number) != now.get(number)}
        changed |= {*self._blocks.get(self._selected, ()), *blocks.get(selected, ())}
        self._selected, self._blocks = selected, dict(blocks)
        fresh = not self._by_block or titles != self._titles
        self._by_block, self._titles = now, titles
        if fresh:
            self.rehighlight()
            return
        for number in sorted(changed):
            self.rehighlightBlock(document.findBlockByNumber(number))

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        plain = QTextCharFormat()
        plain.setForeground(scheme_colour("secondary"))
        words = text.strip()
        if any(words == title or words.endswith(f"、{title}") for title in self._titles if title):
            plain.setForeground(scheme_colour("text"))
            plain.setFontWeight(QFont.Weight.DemiBold)
        length = len(text.encode("utf-16-le")) // 2
        self.setFormat(0, length, plain)
        for mark in self._by_block.get(block.blockNumber(), ()):
            start = max(0, mark.start - block.position())
            end = min(length, mark.end - block.position())
            if mark.look == "doubt":
                for at in range(start, end):  # the underline is added to whatever look the words have
                    both = QTextCharFormat(self.format(at))
                    _underline(both)
                    self.setFormat(at, 1, both)
            else:
                chosen = bool(mark.task_id) and mark.task_id == self._selected
                self.setFormat(start, end - start, _look("selected" if chosen else mark.look))


def _look(name: str) -> QTextCharFormat:
    look = QTextCharFormat()
    match name:
        case "selected":
            look.setBackground(scheme_colour("highlighter"))
            look.setForeground(scheme_colour("text"))
        case "task":
            look.setBackground(scheme_colour("accent_wash"))
            look.setForeground(scheme_colour("text"))
        case "left over":
            look.setForeground(scheme_colour("secondary"))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(scheme_colour("red"))
    return look


def _underline(look: QTextCharFormat) -> None:
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(scheme_colour("yellow"))
