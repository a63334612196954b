"""The middle of the reporting page: one task, its wording in its paragraph, and the fields of its entry."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.core.numbers import chinese_numeral
from models.core.periods import Period
from models.core.vocabulary import Status
from models.store.evidence_records import EvidenceFile
from models.store.records import Field, FieldEdit, TaskRecord, Value
from models.work.carry_forward import Suggestion
from models.work.checks import PRINTABLE
from models.work.progress import TaskProgress, indicator_completion, indicator_light
from models.work.schedule import schedule_at
from ui.widgets.amount_field import AmountField
from ui.widgets.evidence_strip import EvidenceStrip, files_in, is_picture
from ui.widgets.indicator_row import IndicatorRow
from ui.widgets.notice import Notice
from ui.widgets.paragraph import Paragraph
from ui.widgets.status_choice import StatusChoice
from ui.widgets.text_field import TextField
from ui.wording import day, kind_word, listed

Save = Callable[[Sequence[FieldEdit]], bool]
_ROOMY = 620  # pixels from which the comparison with the schedule stands beside the field


class TaskForm(QScrollArea):
    """Shows the entry of one task in one period and takes what is typed, field by field.

    Signals:
        suggestion_taken(Field, str): the person asked for last period's value of a field; the second is the id of the
            indicator, or empty.
        files_offered(list): files were dropped on the form, pasted or chosen, to be attached.
        picture_offered(QImage): a picture was pasted.
    """

    suggestion_taken = Signal(object, str)
    files_offered = Signal(list)
    picture_offered = Signal(object)

    def __init__(self, *, save: Save, parent: QWidget | None = None) -> None:
        """Make a form without a task; ``save`` records edits and tells whether they are durable."""
        super().__init__(parent)
        self._save = save
        self._task: TaskRecord | None = None
        self._period: Period | None = None
        self._rows: list[IndicatorRow] = []
        self._recorded_status: Status | None = None
        self._locked = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self._crumb = QLabel(self)
        self._crumb.setObjectName("crumb")
        self._crumb.setProperty("tone", "label")
        self._crumb.setWordWrap(True)
        self._title = QLabel(self)
        self._title.setObjectName("taskTitle")
        self._title.setProperty("scale", "title")
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about = QLabel(self)
        self._about.setProperty("tone", "label")
        self._paragraph = Paragraph(self)
        self._card = QFrame(self)
        self._card.setProperty("surface", "card")
        self._indicators = QVBoxLayout(self._card)
        self._indicators.setContentsMargins(0, 0, 0, 0)
        self._indicators.setSpacing(0)

        status_label = QLabel(self.tr("进展状态"), self)
        status_label.setProperty("tone", "label")
        self._status = StatusChoice(self)
        self._status.setObjectName("status")
        self._status.chosen.connect(self._save_status)
        self._texts = {
            Field.NARRATIVE: self._text_field(Field.NARRATIVE, "narrative", self.tr("进展情况"), lines=3),
            Field.PROBLEMS: self._text_field(Field.PROBLEMS, "problems", self.tr("存在问题"), lines=2),
            Field.NEXT_STEPS: self._text_field(Field.NEXT_STEPS, "nextSteps", self.tr("下一步打算"), lines=2),
            Field.REMARK: self._text_field(Field.REMARK, "remark", self.tr("备注"), lines=1),
        }
        self.evidence = EvidenceStrip(self)
        self.evidence.files_chosen.connect(self.files_offered)
        for text in self._texts.values():
            text.editor.installEventFilter(self)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

        self._comment = Notice(self)
        self._comment.setObjectName("reviewComment")
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._comment)
        head.addWidget(self._crumb)
        head.addWidget(self._title)
        head.addWidget(self._about)
        head.addSpacing(2)
        head.addWidget(self._paragraph)
        status = QVBoxLayout()
        status.setSpacing(6)
        status.addWidget(status_label)
        status.addWidget(self._status)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._texts[Field.PROBLEMS])
        beside.addWidget(self._texts[Field.NEXT_STEPS])
        canvas = QWidget(self)
        canvas.setObjectName("canvas")
        column = QVBoxLayout(canvas)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addLayout(status)
        column.addWidget(self._texts[Field.NARRATIVE])
        column.addLayout(beside)
        column.addWidget(self._texts[Field.REMARK])
        column.addWidget(self.evidence)
        column.addStretch(1)
        self.setWidget(canvas)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the indicators out for the new width before they get it."""
        for row in self._rows:
            row.place_comparison(narrow=self._is_narrow())
        super().resizeEvent(event)

    def show_task(self, progress: TaskProgress, period: Period, *, source: str, place: tuple[int, int]) -> None:
        """Turn to a task.

        Args:
            progress: the task with its entry and light.
            period: the period that is reported for.
            source: the document that the task's offsets count in.
            place: which of how many tasks of its item it is.
        """
        task = progress.task
        self._task, self._period = task, period
        item = f"{chinese_numeral(task.part_number)}、{task.part_title} › {task.item_number}．{task.item_title}"
        at = self.tr("第 {number} 项，共 {total} 项").format(number=place[0], total=place[1])
        self._crumb.setText(f"{item} · {at}")
        self._title.setText(task.text)
        self._about.setText(self._about_words(task))
        paragraph = source[task.item_start : task.item_end]
        self._paragraph.show_span(paragraph, task.start - task.item_start, task.end - task.item_start)
        self._build_rows(task)
        self.evidence.show_files(())  # those of this task are on their way
        for field, widget in self._texts.items():
            widget.show_text(str(progress.entry.get(field)), fresh=True)
        self.refresh(progress, None)
        self.verticalScrollBar().setValue(0)

    def refresh(self, progress: TaskProgress, suggestion: Suggestion | None) -> None:
        """Show what is recorded for the same task now; what is being typed at this moment stays."""
        entry = progress.entry
        last = suggestion.entry if suggestion and not self._locked else None
        schedule = schedule_at(entry.period, progress.task.due)
        for row in self._rows:
            indicator = row.indicator
            offered = last.values.get(indicator.id) if last else None
            row.show_value(entry.values.get(indicator.id), offered.amount if offered else None)
            judged = indicator_light(indicator, progress.task, entry, entry.period)
            row.show_progress(indicator_completion(indicator, entry), schedule, judged)
        self._recorded_status = entry.status
        self._status.show_status(entry.status)
        for field, widget in self._texts.items():
            widget.show_text(str(entry.get(field)), str(last.get(field)) if last else "")

    def show_comment(self, comment: str) -> None:
        """Show what the superior's reviewer said of this task, or nothing."""
        self._comment.say("yellow", self.tr("↩ 审核意见") if comment else "", comment)

    def show_evidence(self, files: Sequence[EvidenceFile]) -> None:
        """Show what is attached to the entry now."""
        self.evidence.show_files(files)
        QWidget.setTabOrder(self._texts[Field.REMARK].editor, self.evidence.stops()[0])

    def set_locked(self, locked: bool) -> None:
        """Only show the entry, whose period is closed, or take what is typed as well."""
        self._locked = locked
        for row in self._rows:
            row.set_locked(locked)
        self._status.setEnabled(not locked)
        for text in self._texts.values():
            text.editor.setReadOnly(locked)
        self.evidence.set_locked(locked)

    def hand_over(self) -> bool:
        """Record whatever is still only on the screen; False, with the cursor there, if something could not be."""
        fields: list[AmountField | TextField] = [*(row.field for row in self._rows), *self._texts.values()]
        refused = [field for field in fields if not field.hand_over()]
        if refused:
            refused[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(refused[0])
        return not refused

    def focus_first(self) -> None:
        """Put the cursor where work on this task begins."""
        if self._rows:
            self._rows[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._rows[0].field.selectAll()
        else:
            self._status.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, field: Field, indicator_id: str = "") -> None:
        """Put the cursor into one field, for a jump from a finding."""
        row = next((row for row in self._rows if row.indicator.id == indicator_id), None)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field in self._texts:
            self._texts[field].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, unless the period is closed."""
        if files_in(event.mimeData()) and not self._locked:
            event.acceptProposedAction()
            self.evidence.show_dragging(True)
            self.ensureWidgetVisible(self.evidence)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them wherever they are dropped on the form."""
        if files_in(event.mimeData()) and not self._locked:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing would be dropped any more."""
        self.evidence.show_dragging(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        self.evidence.show_dragging(False)
        files = files_in(event.mimeData())
        if files and not self._locked:
            event.acceptProposedAction()
            self.files_offered.emit(files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Attach what is pasted where no field takes it."""
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._offer_clipboard()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Attach a picture or files that are pasted into a field, which could make nothing of them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
            and self._offer_clipboard()
        ):
            return True
        return super().eventFilter(watched, event)

    def _offer_clipboard(self) -> bool:
        """Offer what was copied, if it is files or a picture; tell whether it is."""
        data = QGuiApplication.clipboard().mimeData()
        files = files_in(data)
        if self._locked or not (files or is_picture(data)):
            return False
        if files:
            self.files_offered.emit(files)
        else:
            self.picture_offered.emit(QGuiApplication.clipboard().image())
        return True

    def _about_words(self, task: TaskRecord) -> str:
        words = [kind_word(task.kind)]
        if task.due is not None:
            words.append(self.tr("完成时限 {day}").format(day=day(task.due)))
        if task.lead:
            words.append(self.tr("牵头 {units}").format(units=listed(task.lead)))
        if task.support:
            words.append(self.tr("配合 {units}").format(units=listed(task.support)))
        return " · ".join(words)

    def _text_field(self, field: Field, name: str, label: str, *, lines: int) -> TextField:
        widget = TextField(
            name,
            label,
            limit=PRINTABLE[field],
            lines=lines,
            save=lambda text: self._record(field, text),
            parent=self,
        )
        widget.suggestion_taken.connect(lambda: self.suggestion_taken.emit(field, ""))
        return widget

    def _build_rows(self, task: TaskRecord) -> None:
        while (old := self._indicators.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self._rows = []
        self._card.setVisible(bool(task.indicators))
        for indicator in task.indicators:
            if self._rows:
                rule = QFrame(self._card)
                rule.setProperty("surface", "rule")
                self._indicators.addWidget(rule)
            row = IndicatorRow(indicator, save=self._value_saver(indicator.id), parent=self._card)
            row.suggestion_taken.connect(lambda key: self.suggestion_taken.emit(Field.VALUE, key))
            row.place_comparison(narrow=self._is_narrow())
            row.set_locked(self._locked)
            row.field.installEventFilter(self)
            self._indicators.addWidget(row)
            row.show()  # at once, so that the cursor can be put there
            self._rows.append(row)
        before: QWidget = self._rows[-1].field if self._rows else self._status
        texts = (text.editor for text in self._texts.values())
        for following in (*self._status.buttons(), *texts, *self.evidence.stops()):
            QWidget.setTabOrder(before, following)
            before = following

    def _is_narrow(self) -> bool:
        return self.width() < _ROOMY

    def _value_saver(self, indicator_id: str) -> Callable[[Value | None], bool]:
        return lambda value: self._record(Field.VALUE, value, indicator_id)

    def _save_status(self, status: Status | None) -> None:
        if self._record(Field.STATUS, status):
            self._recorded_status = status
        else:
            self._status.show_status(self._recorded_status)

    def _record(self, field: Field, new: str | Status | Value | None, indicator_id: str | None = None) -> bool:
        if self._task is None or self._period is None:
            return True
        edit = FieldEdit(period=self._period, task_id=self._task.id, indicator_id=indicator_id, field=field, new=new)
        return self._save([edit])
