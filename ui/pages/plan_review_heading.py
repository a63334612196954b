"""The editors of what stands above tasks: the head of the document, the heading of a part, the title of an item."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.core.numbers import chinese_numeral
from models.plan.deadlines import read_due
from models.plan.draft import PlanDraft
from ui.operations.review import Change, Review
from ui.tables.plan_list import HEAD_KEY, Level, Row, item_key, part_key
from ui.widgets.line_field import LineField

_YEAR = re.compile(r"(?:19|20)\d\d")


class HeadEditor(QScrollArea):
    """Shows what the head of the document says and takes what is changed of it."""

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        """Make the form."""
        super().__init__(parent)
        self.setObjectName("headEditor")
        _prepare(self)
        self._review = review
        self._title = LineField("planTitle", self.tr("标题"), save=self._save_title, parent=self)
        self._year = LineField("planYear", self.tr("年度"), save=self._save_year, hint="2021", parent=self)
        self._number = LineField("planNumber", self.tr("文号"), save=self._save_number, parent=self)
        self._issuer = LineField("planIssuer", self.tr("发文机关"), save=self._save_issuer, parent=self)
        self._issued = LineField("planIssued", self.tr("发文日期"), save=self._save_issued, parent=self)
        self._add_part = QPushButton(self.tr("增加一个部分"), self)
        self._add_part.setObjectName("addPart")
        self._add_part.clicked.connect(self._on_add_part)
        note = QLabel(self.tr("年度用来推算“6月底前”这样的时限，也决定有哪些填报期。"), self)
        note.setWordWrap(True)
        note.setProperty("tone", "secondary")
        note.setProperty("scale", "secondary")
        fields = (self._title, self._year, note, self._number, self._issuer, self._issued)
        _fill(self, self.tr("文件抬头"), fields, (self._add_part,))

    def show_head(self) -> None:
        """Show what is recorded."""
        plan = self._review.plan
        self._title.show_text(plan.title)
        self._year.show_text(str(plan.year) if plan.year else "")
        self._number.show_text(plan.document_number)
        self._issuer.show_text(plan.issuer)
        self._issued.show_text(plan.issued_on.isoformat() if plan.issued_on else "")

    def hand_over(self) -> bool:
        """Record whatever is still only on the screen; False if something was refused."""
        done = [f.hand_over() for f in (self._title, self._year, self._number, self._issuer, self._issued)]
        return all(done)

    def focus_part(self, name: str) -> None:
        """Put the cursor into the year or the title."""
        (self._year if name == "year" else self._title).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_title(self, text: str) -> bool:
        return self._do(self.tr("修改标题"), lambda draft: draft.set_head(title=text))

    def _save_year(self, text: str) -> bool:
        digits = text.translate({code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}).removesuffix("年")
        if text and not _YEAR.fullmatch(digits):
            self._year.line.object_to(self.tr("年度是四位数字，如 2021。"))
            return False
        return self._do(self.tr("修改年度"), lambda draft: draft.set_head(year=int(digits or "0")))

    def _save_number(self, text: str) -> bool:
        return self._do(self.tr("修改文号"), lambda draft: draft.set_head(document_number=text))

    def _save_issuer(self, text: str) -> bool:
        return self._do(self.tr("修改发文机关"), lambda draft: draft.set_head(issuer=text))

    def _save_issued(self, text: str) -> bool:
        day = read_due(text, self._review.plan.year) if text else None
        if text and day is None:
            self._issued.line.object_to(self.tr("看不出是哪一天。可以写 2021-03-01。"))
            return False
        return self._do(self.tr("修改发文日期"), lambda draft: draft.set_head(issued_on=day))

    def _do(self, name: str, change: Change) -> bool:
        return self._review.do(name, change, key=HEAD_KEY)

    def _on_add_part(self) -> None:
        number = len(self._review.plan.parts)
        title = self.tr("新的部分")
        self._review.do(self.tr("增加部分"), lambda draft: draft.add_part(title), then=part_key(number))


class HeadingEditor(QScrollArea):
    """Shows the heading of a part or the title of an item and takes another one.

    Signals:
        task_wanted(): the person wants one more task here.
    """

    task_wanted = Signal()

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        """Make the form."""
        super().__init__(parent)
        self.setObjectName("headingEditor")
        _prepare(self)
        self._review = review
        self._row: Row | None = None
        self._heading = LineField("headingText", self.tr("标题"), save=self._save, parent=self)
        self._add_task = QPushButton(self.tr("增加任务"), self)
        self._add_task.setObjectName("addTaskHere")
        self._add_task.clicked.connect(self.task_wanted)
        self._add_item = QPushButton(self.tr("增加一目"), self)
        self._add_item.setObjectName("addItem")
        self._add_item.clicked.connect(self._on_add_item)
        self._delete = QPushButton(self.tr("删除这一目"), self)
        self._delete.setObjectName("deleteItem")
        self._delete.clicked.connect(self._on_delete)
        self._about = _fill(self, "", (self._heading,), (self._add_task, self._add_item, self._delete))

    def show_row(self, row: Row) -> None:
        """Turn to a part or an item."""
        self._row = row
        part = self._review.plan.parts[row.part]
        if row.level is Level.PART:
            self._about.setText(self.tr("第{number}部分").format(number=chinese_numeral(part.number)))
            self._heading.show_text(part.title)
        else:
            item = part.items[row.item]
            self._about.setText(self.tr("第 {number} 目").format(number=item.number))
            self._heading.show_text(item.title)
        is_item = row.level is Level.ITEM
        self._add_task.setVisible(is_item)
        self._delete.setVisible(is_item)

    def hand_over(self) -> bool:
        """Record whatever is still only on the screen; False if it was refused."""
        return self._row is None or self._heading.hand_over()

    def focus_heading(self) -> None:
        """Put the cursor into the heading, all of it selected."""
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._heading.line.selectAll()

    def _save(self, text: str) -> bool:
        row = self._row
        if row is None:
            return True

        def change(draft: PlanDraft) -> PlanDraft:
            if row.level is Level.PART:
                return draft.retitle_part(row.part, text)
            return draft.retitle_item(row.part, row.item, text)

        return self._review.do(self.tr("修改标题"), change, key=row.key)

    def _on_add_item(self) -> None:
        row = self._row
        if row is None or not self.hand_over():
            return
        number = len(self._review.plan.parts[row.part].items)
        title = self.tr("新的一目")
        self._review.do(
            self.tr("增加一目"),
            lambda draft: draft.add_item(row.part, title),
            key=row.key,
            then=item_key(row.part, number),
        )

    def _on_delete(self) -> None:
        row = self._row
        if row is not None:
            self._review.do(
                self.tr("删除一目"),
                lambda draft: draft.delete_item(row.part, row.item),
                key=row.key,
                then=part_key(row.part),
            )


def _prepare(area: QScrollArea) -> None:
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _fill(area: QScrollArea, title: str, fields: tuple[QWidget, ...], buttons: tuple[QWidget, ...]) -> QLabel:
    canvas = QWidget(area)
    canvas.setObjectName("canvas")
    above = QLabel(title, canvas)
    above.setProperty("scale", "section")
    column = QVBoxLayout(canvas)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(12)
    column.addWidget(above)
    for field in fields:
        column.addWidget(field)
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    area.setWidget(canvas)
    return above
