"""The editor of one task under review: wording, kind, targets, units, due date; each is recorded when it is left."""

import re
from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.core.vocabulary import TaskKind
from models.plan.deadlines import is_unread_due, read_due
from models.plan.draft import IndicatorFacts
from models.plan.model import Indicator, Task
from ui.operations.review import Change, Review
from ui.tables.plan_list import part_title
from ui.widgets.line_field import LineField
from ui.widgets.segments import Segments
from ui.widgets.target_card import TargetCard
from ui.widgets.text_field import TextField
from ui.wording import kind_word

_LONGEST = 300  # characters of a wording that a row of the return has room for
_BETWEEN_UNITS = re.compile(r"[、，,；;\n]+")


class TaskEditor(QScrollArea):
    """Shows one task of the draft and takes what is changed of it."""

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        """Make an editor without a task."""
        super().__init__(parent)
        self.setObjectName("taskEditor")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._review = review
        self._task_id = ""
        self._cards: list[TargetCard] = []
        self._crumb = _words("reviewCrumb", "label", self)
        self.wording = TextField(
            "wording", self.tr("任务措辞"), limit=_LONGEST, lines=3, save=self._save_wording, parent=self
        )
        self._original = _words("originalWording", "secondary", self)
        self._kind = Segments("kind", {kind.value: kind_word(kind) for kind in TaskKind}, self)
        self._kind.chosen.connect(self._save_kind)
        self._targets = QVBoxLayout()
        self._targets.setSpacing(8)
        self._add = QPushButton(self.tr("增加指标"), self)
        self._add.setObjectName("addTarget")
        self._add.clicked.connect(self.add_target)
        self._lead = LineField(
            "lead", self.tr("牵头单位"), save=self._save_lead, hint=self.tr("没有写明就不填"), parent=self
        )
        self._support = LineField(
            "support", self.tr("配合单位"), save=self._save_support, hint=self.tr("几个单位用顿号隔开"), parent=self
        )
        self._due = LineField(
            "due",
            self.tr("完成时限"),
            save=self._save_due,
            hint=self.tr("如 6月底、2021-06-30"),
            parent=self,
        )
        self._lay_out()

    @property
    def task_id(self) -> str:
        """The task that is shown, or nothing."""
        return self._task_id

    def show_task(self, task_id: str) -> None:
        """Turn to a task, or show what is recorded for the same one now."""
        draft = self._review.draft
        task, place = draft.task(task_id), draft.place_of(task_id)
        fresh = task_id != self._task_id
        self._task_id = task_id
        part = draft.plan.parts[place.part]
        item = part.items[place.item]
        at = self.tr("第 {number} 项，共 {total} 项").format(number=place.position + 1, total=len(item.tasks))
        where = [part_title(part.number, part.title)] if part.title else []
        self._crumb.setText(" › ".join((*where, f"{item.number}．{item.title}")) + f" · {at}")
        self.wording.show_text(task.text, fresh=fresh)
        self._show_original(task)
        self._kind.show_choice(task.kind.value)
        quantified = bool(task.indicators)
        self._kind.allow(
            {kind.value for kind in TaskKind if (kind is TaskKind.QUANTIFIED) == quantified},
            self.tr("去掉全部指标，才能改成别的类型。") if quantified else self.tr("增加指标，就成为定量任务。"),
        )
        self._show_targets(task.indicators, fresh=fresh)
        self._lead.show_text("、".join(task.lead))
        self._support.show_text("、".join(task.support))
        self._due.show_text(task.due.isoformat() if task.due else "")
        if fresh:
            self.verticalScrollBar().setValue(0)

    def hand_over(self) -> bool:
        """Record whatever is still only on the screen; False, with the cursor there, if something was refused."""
        if not self._task_id or not self._exists():
            return True
        fields: list[TextField | TargetCard | LineField] = [self.wording, *self._cards]
        fields += [self._lead, self._support, self._due]
        refused = [field for field in fields if not field.hand_over()]
        if refused:
            target: QWidget = refused[0]
            if isinstance(target, TargetCard):
                target = target.wrong_field()
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(target)
        return not refused

    def focus_wording(self) -> None:
        """Put the cursor into the wording, all of it selected."""
        self.wording.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wording.editor.selectAll()

    def focus_part(self, name: str) -> None:
        """Put the cursor into ``targets``, ``lead``, ``support``, ``due`` or the wording."""
        if name == "targets":
            to: QWidget = self._cards[0].name if self._cards else self._add
        else:
            to = {"lead": self._lead, "support": self._support, "due": self._due}.get(name, self.wording.editor)
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        if to is self.wording.editor:
            self.verticalScrollBar().setValue(0)
            return
        if isinstance(to, LineField):
            to.line.selectAll()
        self.ensureWidgetVisible(to)

    def change_kind(self) -> None:
        """Make a milestone an ongoing task, or the other way round; a quantified one stays what its targets make it."""
        if self.hand_over():
            self._kind.step()

    def show_tips(self, tips: Mapping[str, str]) -> None:
        """Say on each part which key leads to it."""
        for name, widget in (
            ("kind", self._kind),
            ("lead", self._lead.line),
            ("support", self._support.line),
            ("due", self._due.line),
            ("target", self._add),
        ):
            widget.setToolTip(tips[name])

    def put_cursor(self, place: int) -> None:
        """Put the cursor somewhere in the wording, where it would be split."""
        cursor = self.wording.editor.textCursor()
        cursor.setPosition(min(place, len(self.wording.editor.toPlainText())))
        self.wording.editor.setTextCursor(cursor)

    def split_place(self) -> int | None:
        """Return where in the wording the cursor stands, blanks as they are recorded; None if it is elsewhere."""
        editor = self.wording.editor
        if not editor.hasFocus():
            return None
        before = editor.toPlainText()[: editor.textCursor().position()].lstrip()
        kept = " ".join(before.split())
        return len(kept) + (1 if before[-1:].isspace() else 0)

    def add_target(self) -> None:
        """Offer an empty card for one more target; it counts when it has a name and a figure."""
        if not self.hand_over():
            return
        if not self._cards or self._cards[-1].indicator_id:
            self._append_card(None)
        self._cards[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._cards[-1])

    def _exists(self) -> bool:
        return any(task.id == self._task_id for task in self._review.plan.tasks)

    def _show_original(self, task: Task) -> None:
        source = self._review.plan.source
        words = " ".join(source[task.span.start : task.span.end].split())
        if not words:
            self._original.setText(self.tr("原文里没有这一项，是手工增加的。") if source else "")
        elif words.rstrip("。；;，,、") == task.text:
            self._original.setText("")
        else:
            self._original.setText(self.tr("原文：{text}").format(text=words))
        self._original.setVisible(bool(self._original.text()))

    def _show_targets(self, indicators: tuple[Indicator, ...], *, fresh: bool) -> None:
        shown = [card.indicator_id for card in self._cards]
        wanted = [indicator.id for indicator in indicators]
        same = shown == wanted or shown[: len(wanted)] == wanted  # an empty card may stand at the end
        arrived = len(shown) == len(wanted) and shown[:-1] == wanted[:-1] and shown[-1:] == [""]
        if fresh or not (same or arrived):
            self._clear_cards()
            for indicator in indicators:
                self._append_card(indicator)
        for card, indicator in zip(self._cards, indicators, strict=False):
            card.show_target(indicator)

    def _append_card(self, indicator: Indicator | None) -> None:
        number = len(self._cards) + 1
        card = TargetCard(number, indicator, save=self._save_target, parent=self.widget())
        card.removed.connect(self._remove_target)
        self._targets.addWidget(card)
        card.show()
        self._cards.append(card)
        self._order_tabs()

    def _clear_cards(self) -> None:
        for card in self._cards:
            self._targets.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self._order_tabs()

    def _save_wording(self, text: str) -> bool:
        return self._do(self.tr("改写任务"), lambda draft: draft.reword(self._task_id, text))

    def _save_kind(self, code: str) -> None:
        self._do(self.tr("改变类型"), lambda draft: draft.set_kind(self._task_id, TaskKind(code)))

    def _save_lead(self, text: str) -> bool:
        units = _BETWEEN_UNITS.split(text)
        return self._do(self.tr("修改牵头单位"), lambda draft: draft.set_lead(self._task_id, units))

    def _save_support(self, text: str) -> bool:
        units = _BETWEEN_UNITS.split(text)
        return self._do(self.tr("修改配合单位"), lambda draft: draft.set_support(self._task_id, units))

    def _save_due(self, text: str) -> bool:
        due = read_due(text, self._review.plan.year) if text else None
        if text and due is None and is_unread_due(text, self._review.plan.year):
            self._due.line.object_to(self.tr("看不出是哪一天。可以写 6月底、6月30日 或 2021-06-30。"))
            return False
        return self._do(self.tr("修改完成时限"), lambda draft: draft.set_due(self._task_id, due))

    def _save_target(self, indicator_id: str | None, facts: IndicatorFacts) -> bool:
        if indicator_id is None:
            return self._do(self.tr("增加指标"), lambda draft: draft.add_indicator(self._task_id, **facts), raises=True)
        change = self.tr("修改指标")
        return self._do(change, lambda draft: draft.change_indicator(indicator_id, **facts), raises=True)

    def _remove_target(self, indicator_id: str) -> None:
        if indicator_id:
            self._do(self.tr("去掉指标"), lambda draft: draft.remove_indicator(indicator_id))
        else:
            self._cards.pop().deleteLater()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, name: str, change: Change, *, raises: bool = False) -> bool:
        """Make a correction of this task; where it ``raises``, the field that asked says itself why it cannot be."""
        key = self._task_id
        if raises:
            self._review.record(name, change(self._review.draft), key=key)
            return True
        return self._review.do(name, change, key=key)

    def _lay_out(self) -> None:
        canvas = QWidget(self)
        canvas.setObjectName("canvas")
        kind_title = _words("kindTitle", "label", self)
        kind_title.setText(self.tr("类型"))
        target_title = _words("targetsTitle", "label", self)
        target_title.setText(self.tr("指标"))
        column = QVBoxLayout(canvas)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._crumb)
        column.addWidget(self.wording)
        column.addWidget(self._original)
        block = QVBoxLayout()
        block.setSpacing(4)
        block.addWidget(kind_title)
        block.addWidget(self._kind)
        column.addLayout(block)
        head = QHBoxLayout()
        head.addWidget(target_title)
        head.addStretch(1)
        head.addWidget(self._add)
        column.addLayout(head)
        column.addLayout(self._targets)
        rule = QFrame(self)
        rule.setProperty("surface", "rule")
        column.addWidget(rule)
        for field in (self._lead, self._support, self._due):
            column.addWidget(field)
        column.addStretch(1)
        self.setWidget(canvas)
        self._order_tabs()

    def _order_tabs(self) -> None:
        stops: list[QWidget] = [self.wording.editor, *self._kind.findChildren(QPushButton), self._add]
        for card in self._cards:
            stops += card.stops()
        stops += [self._lead.line, self._support.line, self._due.line]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)


def _words(name: str, tone: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    if tone == "secondary":
        label.setProperty("scale", "secondary")
    return label
