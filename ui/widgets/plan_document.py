"""The document of a plan under review: its tasks marked, the selected one strongly, what was left over underlined.

Knows a plan and shows it; what a click means is decided by the page. A place in the source (which counts characters)
is not always the same place in Qt's text (which counts UTF-16 units), so each is translated into the other here.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeVar

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

from models.plan.model import Doubt, Item, Plan, Span
from ui.theme import scheme_colour, tokens
from ui.tokens import Tokens

_LINE_HEIGHT = 140  # percent
_CLOSING = "。；;！!？?，,、\n \u3000"  # not marked at the end of a span, so that neighbours can be told apart


_Object = TypeVar("_Object")


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


def _layer(mark: _Mark) -> tuple[bool, int]:
    """Doubts come last, for their underline is added to whatever look the words have."""
    return mark.look == "doubt", mark.start


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
        self._items: list[Item] = []
        self._offsets = _Offsets(())
        self._spans: list[tuple[int, int, str]] = []
        self._marker = _Marker(self.document())

    def show_plan(self, plan: Plan, *, selected: str) -> None:
        """Show a plan with one of its tasks selected; only what looks otherwise now is marked and drawn anew."""
        if plan is self._plan:
            self._marker.select(self.document(), selected)
            return
        before, self._plan = self._plan, plan
        if plan.source != self._source:
            before = None
            self._items, self._spans = [], []
            self._source = plan.source
            self._offsets = _Offsets(tuple(at for at, letter in enumerate(plan.source) if ord(letter) > 0xFFFF))
            self._marker.forget()
            self.setPlainText(plan.source)
            self._space_lines()
        items = [item for part in plan.parts for item in part.items]
        going, coming = _differing(self._items, items)
        self._items = items
        gone, come = _spans_of(going), _spans_of(coming)
        for span in set(gone) - set(come):
            del self._spans[bisect_left(self._spans, span)]
        for span in set(come) - set(gone):
            insort(self._spans, span)
        over, doubts = (before.left_over, before.doubts) if before else ((), ())
        less, more = _differing(over, plan.left_over)
        answered, asked = _differing(doubts, plan.doubts)
        self._marker.show(
            self.document(),
            going=[*self._marks_of_tasks(gone), *self._marks(less, "left over"), *self._marks_of(answered)],
            coming=[*self._marks_of_tasks(come), *self._marks(more, "left over"), *self._marks_of(asked)],
            titles=({part.title for part in plan.parts} | {plan.title}) - {""},
            selected=selected,
        )

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
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_marker") and self._marker.wear(tokens()):
            self._marker.rehighlight()
        super().changeEvent(event)

    def _point(self) -> None:
        place = self.place()
        task_id = self.task_at(place)
        if task_id:
            self.task_pointed.emit(task_id)

    def _marks_of_tasks(self, spans: Iterable[tuple[int, int, str]]) -> Iterator[_Mark]:
        return (mark for start, end, task_id in spans for mark in self._mark(start, end, "task", task_id))

    def _marks_of(self, doubts: Iterable[Doubt]) -> Iterator[_Mark]:
        return self._marks((doubt.span for doubt in doubts), "doubt")

    def _marks(self, spans: Iterable[Span], look: str) -> Iterator[_Mark]:
        return (mark for span in spans for mark in self._mark(span.start, span.end, look))

    def _mark(self, start: int, end: int, look: str, task_id: str = "") -> Iterator[_Mark]:
        """Give the mark of a stretch of the source, at its places in Qt's text, if there are words to be marked."""
        words = self._source[start:end]
        lead, kept = len(words) - len(words.lstrip(_CLOSING)), len(words.rstrip(_CLOSING))
        if lead < kept:
            yield _Mark(self._offsets.to_qt(start + lead), self._offsets.to_qt(start + kept), look, task_id)

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spaced.setBottomMargin(6)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)


def _spans_of(items: Iterable[Item]) -> list[tuple[int, int, str]]:
    return [
        (task.span.start, task.span.end, task.id)
        for item in items
        for task in item.tasks
        if task.span.start < task.span.end
    ]


def _differing(before: Sequence[_Object], after: Sequence[_Object]) -> tuple[list[_Object], list[_Object]]:
    """Return which objects are gone and which are new; an object that is the same one is neither."""
    old, new = set(map(id, before)), set(map(id, after))
    if len(old) == len(new) and old == new:
        return [], []
    return [one for one in before if id(one) not in new], [one for one in after if id(one) not in old]


class _Marker(QSyntaxHighlighter):
    """Lays the marks over the paragraphs."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._by_block: defaultdict[int, list[_Mark]] = defaultdict(list)
        self._blocks: defaultdict[str, list[int]] = defaultdict(list)
        self._titles: set[str] = set()
        self._selected = ""
        self._colours = tokens()
        self._formats: dict[tuple[str, bool], QTextCharFormat] = {}

    def forget(self) -> None:
        self._by_block.clear()
        self._blocks.clear()

    def select(self, document: QTextDocument, selected: str) -> None:
        before, self._selected = self._selected, selected
        if before != selected:
            for number in sorted({*self._blocks.get(before, ()), *self._blocks.get(selected, ())}):
                self.rehighlightBlock(document.findBlockByNumber(number))

    def show(
        self,
        document: QTextDocument,
        *,
        going: Iterable[_Mark],
        coming: Iterable[_Mark],
        titles: set[str],
        selected: str,
    ) -> None:
        less, more = Counter(going), Counter(coming)
        changed = {*self._blocks.get(self._selected, ())} if selected != self._selected else set()
        for mark in (less - more).elements():
            for number in self._numbers(document, mark):
                self._by_block[number].remove(mark)
                if mark.task_id:
                    self._blocks[mark.task_id].remove(number)
                changed.add(number)
        for mark in (more - less).elements():
            for number in self._numbers(document, mark):
                insort(self._by_block[number], mark, key=_layer)
                if mark.task_id:
                    self._blocks[mark.task_id].append(number)
                changed.add(number)
        if selected != self._selected:
            changed |= {*self._blocks.get(selected, ())}
        self._selected = selected
        if titles != self._titles:
            self._titles = titles
            self.rehighlight()
            return
        for number in sorted(changed):
            self.rehighlightBlock(document.findBlockByNumber(number))

    def _numbers(self, document: QTextDocument, mark: _Mark) -> Iterator[int]:
        block = document.findBlock(mark.start)
        while block.isValid() and block.position() < mark.end:
            yield block.blockNumber()
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        words = text.strip()
        is_title = words in self._titles or words.partition("、")[2] in self._titles
        length = len(text.encode("utf-16-le")) // 2
        # The look of each place; a doubt's underline is added to whatever look its words have.
        looks = ["title" if is_title and words else "plain"] * length
        doubtful = [False] * length
        for mark in self._by_block.get(block.blockNumber(), ()):
            start = max(0, mark.start - block.position())
            end = min(length, mark.end - block.position())
            if mark.look == "doubt":
                doubtful[start:end] = [True] * (end - start)
            else:
                chosen = bool(mark.task_id) and mark.task_id == self._selected
                looks[start:end] = ["selected" if chosen else mark.look] * (end - start)
        at = 0
        for (look, doubt), places in groupby(zip(looks, doubtful, strict=True)):
            count = sum(1 for _ in places)
            self.setFormat(at, count, self._format(look, doubt=doubt))
            at += count

    def wear(self, colours: Tokens) -> bool:
        """Take the colours of a scheme; tell whether they are others."""
        if colours == self._colours:
            return False
        self._colours = colours
        self._formats.clear()
        return True

    def _format(self, look: str, *, doubt: bool) -> QTextCharFormat:
        if (look, doubt) not in self._formats:
            made = _look(look)
            if doubt:
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                made.setUnderlineColor(scheme_colour("yellow"))
            self._formats[look, doubt] = made
        return self._formats[look, doubt]


def _look(name: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(scheme_colour("secondary" if name in {"plain", "left over"} else "text"))
    match name:
        case "title":
            look.setFontWeight(QFont.Weight.DemiBold)
        case "selected":
            look.setBackground(scheme_colour("highlighter"))
        case "task":
            look.setBackground(scheme_colour("accent_wash"))
        case "left over":
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(scheme_colour("red"))
    return look
