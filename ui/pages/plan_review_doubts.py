"""What the program is not sure of, before everything else: a sentence, what to do, and the way to the place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from models.plan.model import Doubt, DoubtKind
from ui.tables.doubt_list import ADVICE, SENTENCE, DoubtList
from ui.theme import scheme_colour, text_font
from ui.tokens import Space, Type

_ROW = 44
_MOST = 2  # doubts in sight; the others scroll


class DoubtsCard(QFrame):
    """Lists the open doubts; gone when there is none.

    Signals:
        place_wanted(Doubt): the person wants to see what it is about.
        settled(Doubt): the person says that it is all right as it is.
        next_wanted(): the person wants to go to the next one.
        remedy_wanted(Doubt): the person wants what its advice says.
    """

    place_wanted = Signal(object)
    settled = Signal(object)
    next_wanted = Signal()
    remedy_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(parent)
        self.setObjectName("doubtsCard")
        self.setProperty("surface", "notice-yellow")
        self._doubts = DoubtList(self)
        self._headline = QLabel(self)
        self._headline.setObjectName("doubtsHeadline")
        self._headline.setProperty("tone", "yellow")
        font = text_font(Type.BASE, bold=True)
        self._headline.setFont(font)
        self._next = QPushButton(self.tr("下一处 F8"), self)
        self._next.setObjectName("nextDoubt")
        self._next.clicked.connect(self.next_wanted)
        self._settle = QPushButton(self.tr("没问题 F9"), self)
        self._settle.setObjectName("settleDoubt")
        self._settle.clicked.connect(self.settle_current)
        self._remedy = QPushButton(self)
        self._remedy.setObjectName("remedyDoubt")
        self._remedy.clicked.connect(self.remedy_current)
        self._list = _List(self._doubts, self)
        self._list.selectionModel().currentChanged.connect(self._name_remedy)
        self._list.clicked.connect(self._go)
        self._list.entered_line.connect(self._go)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._headline, 1)
        head.addWidget(self._remedy)
        head.addWidget(self._settle)
        head.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._list)
        self.hide()

    @property
    def current(self) -> Doubt | None:
        """The doubt that is marked in the list."""
        row, doubts = self._list.currentIndex().row(), self._doubts.doubts
        return doubts[row] if 0 <= row < len(doubts) else None

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Take the open doubts in; the marked one stays marked, or the one that follows it."""
        if doubts is self._doubts.doubts:
            return
        here, row = self.current, self._list.currentIndex().row()
        self._doubts.show_doubts(doubts)
        if here is None or self.current is not here:
            found = next((at for at, one in enumerate(self._doubts.doubts) if one is here), row)
            self._turn_to(max(0, min(found, len(doubts) - 1)))
        self._name_remedy()
        self._list.setFixedHeight(min(len(doubts), _MOST) * _ROW)
        self._headline.setText(self.tr("▲ {count} 处存疑，请先看").format(count=len(doubts)))
        self.setVisible(bool(doubts))

    def mark(self, doubt: Doubt) -> None:
        """Mark a doubt in the list."""
        if doubt in self._doubts.doubts:
            self._turn_to(self._doubts.doubts.index(doubt))

    def following(self) -> Doubt | None:
        """Return the doubt behind the marked one, around; None if there is none."""
        doubts = self._doubts.doubts
        return doubts[(self._list.currentIndex().row() + 1) % len(doubts)] if doubts else None

    def _turn_to(self, row: int) -> None:
        self._list.setCurrentIndex(self._doubts.index(row))

    def settle_current(self) -> None:
        """Settle the doubt that is marked."""
        if self.current is not None:
            self.settled.emit(self.current)

    def remedy_current(self) -> None:
        """Ask for what the advice on the marked doubt says, where a single step does it."""
        if self.current is not None and self._remedy.isVisibleTo(self):
            self.remedy_wanted.emit(self.current)

    def _name_remedy(self) -> None:
        words = {
            DoubtKind.CLAUSE_MAY_BE_TASK: self.tr("从这里拆分 F7"),
            DoubtKind.TASK_MAY_BE_CLAUSE: self.tr("并入前一项 F7"),
            DoubtKind.LEFT_OVER: self.tr("增加为任务 F7"),
        }
        word = words.get(self.current.kind, "") if self.current else ""
        self._remedy.setText(word)
        self._remedy.setVisible(bool(word))

    def _go(self) -> None:
        if self.current is not None:
            self.place_wanted.emit(self.current)


class _List(QListView):
    """The lines; Return leads to the place of the one that is marked."""

    entered_line = Signal()

    def __init__(self, doubts: DoubtList, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("doubts")
        self.setModel(doubts)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("存疑之处"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered_line.emit()
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints a doubt on two lines: what it is, and what to do."""

    def sizeHint(self, _: QStyleOptionViewItem, __: QModelIndex | QPersistentModelIndex) -> QSize:
        """All lines are equally high."""
        return QSize(0, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one doubt."""
        area: QRect = option.rect
        state = option.state
        painter.save()
        marked = bool(state & QStyle.StateFlag.State_Selected)
        if marked or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(scheme_colour("panel"))
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(scheme_colour("accent") if focused else Qt.GlobalColor.transparent)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        inner = area.adjusted(Space.SMALL, 3, -Space.SMALL, -3)
        half = inner.height() // 2
        top = QRect(inner.left(), inner.top(), inner.width(), half)
        _line(painter, top, str(index.data(SENTENCE)), "text", Type.BASE)
        _line(painter, top.translated(0, half), str(index.data(ADVICE)), "secondary", Type.SECONDARY)
        painter.restore()


def _line(painter: QPainter, area: QRect, text: str, tone: str, size: Type) -> None:
    font = text_font(size)
    painter.setFont(font)
    painter.setPen(scheme_colour(tone))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
