"""The right side of the reporting page: what stands out, what was said last period, what has been changed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.core.vocabulary import Light, Status
from models.store.evidence_records import EvidenceChange, EvidenceEvent
from models.store.records import Field, HistoryRow, PlanChange, TaskRecord, Value
from models.work.carry_forward import Suggestion
from models.work.progress import TaskProgress
from models.work.schedule import schedule_at
from ui.messages.plan_changes import plan_change_words
from ui.widgets.notice import Notice
from ui.wording import SIGNS, amount, day, period_name, points, status_word

_SHOWN_CHANGES = 12


class TaskContext(QScrollArea):
    """Shows what surrounds one entry.

    Signals:
        take_all_wanted(): the person asked to take over everything that was said last period.
    """

    take_all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._locked = False
        self._notice = Notice(self)
        self._last = _Section(self)
        self._last.setObjectName("lastPeriod")
        self._history = _Section(self)
        self._history.setObjectName("changes")
        self._take_all = QPushButton(self.tr("全部采用上期内容"), self)
        self._take_all.setObjectName("takeAll")
        self._take_all.setToolTip(self.tr("Ctrl+L：只补还空着的栏目"))
        self._take_all.clicked.connect(self.take_all_wanted)
        surface = QFrame(self)
        surface.setProperty("surface", "context")
        column = QVBoxLayout(surface)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._notice)
        column.addWidget(self._last)
        column.addWidget(self._take_all)
        column.addWidget(self._history)
        column.addStretch(1)
        self.setWidget(surface)

    def set_locked(self, locked: bool) -> None:
        """Offer nothing to take over while the period is closed."""
        self._locked = locked
        if locked:
            self._take_all.hide()

    def show_context(
        self,
        progress: TaskProgress,
        suggestion: Suggestion | None,
        history: Sequence[HistoryRow],
        plan_changes: Sequence[PlanChange] = (),
        evidence_changes: Sequence[EvidenceChange] = (),
    ) -> None:
        """Show what surrounds the entry of a task."""
        self._show_notice(progress)
        self._show_last(progress.task, suggestion)
        self._show_history(progress.task, history, plan_changes, evidence_changes)

    def _show_notice(self, progress: TaskProgress) -> None:
        if progress.light not in {Light.YELLOW, Light.RED}:
            self._notice.say("accent", "", "")
            return
        tone = "yellow" if progress.light is Light.YELLOW else "red"
        schedule = schedule_at(progress.entry.period, progress.task.due)
        behind = schedule - progress.completion if progress.completion is not None else None
        if behind is not None and behind > 0:
            headline = self.tr("{sign} 落后序时 {points} 个百分点").format(
                sign=SIGNS[progress.light], points=points(behind)
            )
        else:
            headline = self.tr("{sign} 进展滞后").format(sign=SIGNS[progress.light])
        asked = "" if progress.entry.problems else self.tr("请写明存在问题，上级会问起。")
        self._notice.say(tone, headline, asked)

    def _show_last(self, task: TaskRecord, suggestion: Suggestion | None) -> None:
        self._take_all.setVisible(suggestion is not None and not self._locked)
        self._last.clear()
        if suggestion is None:
            self._last.set_title(self.tr("上期"))
            self._last.add_text(self.tr("这项任务以前没有填报过。"), tone="secondary")
            return
        self._last.set_title(self.tr("上期（{period}）").format(period=period_name(suggestion.period)))
        entry = suggestion.entry
        for indicator in task.indicators:
            value = entry.values.get(indicator.id)
            if value is None:
                continue
            said = self.tr("无数据") if value.amount is None else f"{amount(value.amount)} {indicator.unit}"
            self._last.add_pair(indicator.name, said)
        if entry.status is not None:
            self._last.add_pair(self.tr("状态"), status_word(entry.status))
        for text in (entry.narrative, entry.problems, entry.next_steps, entry.remark):
            if text:
                self._last.add_text(text, tone="secondary")
        self._last.add_text(self.tr("填于 {day}").format(day=day(suggestion.reported_on)), tone="faint")

    def _show_history(
        self,
        task: TaskRecord,
        history: Sequence[HistoryRow],
        plan_changes: Sequence[PlanChange],
        evidence_changes: Sequence[EvidenceChange],
    ) -> None:
        self._history.clear()
        self._history.set_title(self.tr("修改记录"))
        if not history and not plan_changes and not evidence_changes:
            self._history.add_text(self.tr("还没有修改。每一次修改都会记在这里。"), tone="secondary")
        names = {indicator.id: indicator.name for indicator in task.indicators}
        lines = [(change.at, plan_change_words(change), change.operator) for change in plan_changes]
        said = [(at, f"{self._moment(at)} {who} {words}") for at, words, who in lines]
        for change in history:
            what = names.get(change.indicator_id or "", "") or self._field_word(change.field)
            said.append((change.at, self._change_line(change, what)))
        for attached in evidence_changes:
            words = self.tr("附上{name}") if attached.event is EvidenceEvent.ATTACHED else self.tr("移除{name}")
            line = f"{self._moment(attached.at)} {attached.operator} {words.format(name=attached.file.name)}"
            said.append((attached.at, line))
        said.sort(key=lambda line: line[0], reverse=True)
        for _, words in said[:_SHOWN_CHANGES]:
            self._history.add_text(words, tone="secondary")

    def _moment(self, moment: datetime) -> str:
        if moment.date() != datetime.now(moment.tzinfo).date():
            return day(moment.date(), with_year=False)
        return moment.strftime("%H:%M")

    def _change_line(self, change: HistoryRow, what: str) -> str:
        when = self._moment(change.at)
        old, new = self._said(change.old), self._said(change.new)
        if change.field in {Field.VALUE, Field.STATUS} and old:
            return self.tr("{when} {who} {what} {old} → {new}").format(
                when=when, who=change.operator, what=what, old=old, new=new or self.tr("空")
            )
        if change.field in {Field.VALUE, Field.STATUS}:
            return self.tr("{when} {who} {what} {new}").format(when=when, who=change.operator, what=what, new=new)
        return self.tr("{when} {who} 修改{what}").format(when=when, who=change.operator, what=what)

    def _said(self, recorded: Value | Status | str | None) -> str:
        match recorded:
            case Status():
                return status_word(recorded)
            case Value():
                return self.tr("无数据") if recorded.amount is None else amount(recorded.amount)
            case _:
                return recorded or ""

    def _field_word(self, field: Field) -> str:
        return {
            Field.VALUE: self.tr("累计完成"),
            Field.STATUS: self.tr("状态"),
            Field.NARRATIVE: self.tr("进展情况"),
            Field.PROBLEMS: self.tr("存在问题"),
            Field.NEXT_STEPS: self.tr("下一步打算"),
            Field.REMARK: self.tr("备注"),
        }[field]


class _Section(QWidget):
    """A title with lines below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("scale", "section")
        self._title.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._lines)

    def set_title(self, text: str) -> None:
        self._title.setText(text)

    def clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def add_text(self, text: str, *, tone: str) -> None:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("tone", tone)
        label.setProperty("scale", "secondary")
        self._lines.addWidget(label)

    def add_pair(self, name: str, value: str) -> None:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        left = QLabel(name, pair)
        left.setWordWrap(True)
        left.setProperty("scale", "secondary")
        right = QLabel(value, pair)
        right.setProperty("scale", "secondary")
        row.addWidget(left, 1)
        row.addWidget(right)
        self._lines.addWidget(pair)
