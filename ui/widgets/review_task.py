"""One task of a return under review: what to look at, the figures and the words, each beside the last period's."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.core.vocabulary import Status
from models.store.received import ReceivedValue
from models.store.records import Field, FieldValue, Value
from models.work.received_returns import Difference, stated
from models.work.review import ReviewFigure, ReviewTask
from ui.dialogs.parts import label, stack, surface
from ui.messages.flags import flag_words
from ui.tokens import Space
from ui.wording import amount, status_word

_Line = tuple[str, str, str]  # what it is, now, last


class ReviewTaskView(QWidget):
    """Shows one task; made anew for each."""

    def __init__(self, task: ReviewTask, parent: QWidget | None = None) -> None:
        """Lay the task out."""
        super().__init__(parent)
        self.setObjectName("canvas")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, Space.SMALL, 0)
        inside.setSpacing(Space.MEDIUM)
        inside.addWidget(label(task.task.text, "reviewTask", size="section", wrap=True))
        if task.remarks:
            card = surface("notice-yellow", name="reviewFlags", margin=Space.MEDIUM, spacing=Space.HAIR)
            for remark in task.remarks:
                stack(card).addWidget(label(f"▲ {flag_words(remark)}", tone="yellow", wrap=True))
            inside.addWidget(card)
        if task.changed:
            card = surface("notice-accent", name="reviewChanged", margin=Space.MEDIUM, spacing=Space.HAIR)
            stack(card).addWidget(label(self.tr("与上一次报的不同："), tone="accent", wrap=True))
            for one in task.changed:
                stack(card).addWidget(label(self._change(one, task), wrap=True))
            inside.addWidget(card)
        inside.addLayout(self._grid(self._lines(task)))
        inside.addStretch(1)

    def _lines(self, task: ReviewTask) -> list[_Line]:
        now, last = task.now, task.last
        lines = [
            (self.tr("进展状态"), _status(now.status), _status(last.status) if last else ""),
            *(self._figure(figure) for figure in task.figures),
            (self.tr("进展情况"), now.narrative, last.narrative if last else ""),
            (self.tr("存在问题"), now.problems, last.problems if last else ""),
            (self.tr("下一步打算"), now.next_steps, last.next_steps if last else ""),
            (self.tr("备注"), now.remark, last.remark if last else ""),
            (self.tr("佐证材料"), "\n".join(file.name for file in task.evidence), ""),
        ]
        return [line for line in lines if line[1] or line[2]]

    def _grid(self, lines: list[_Line]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.SMALL)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for at, heading in enumerate(("", self.tr("本期"), self.tr("上期"))):
            grid.addWidget(label(heading, tone="label"), 0, at)
        for at, (title, now, last) in enumerate(lines, start=1):
            grid.addWidget(label(title, tone="secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            for place, text in ((1, now), (2, last)):
                said = label(text or "—", wrap=True, tone="" if place == 1 else "secondary")
                said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(said, at, place, Qt.AlignmentFlag.AlignTop)
        return grid

    def _change(self, one: Difference, task: ReviewTask) -> str:
        names = {figure.indicator.id: figure.indicator.name for figure in task.figures}
        name = names.get(one.indicator_id or "") or self._field(one.field)
        text = self.tr("{name}：{before} → {now}")
        return text.format(name=name, before=self._stated(one.old), now=self._stated(one.new))

    def _field(self, field: Field) -> str:
        return {
            Field.VALUE: self.tr("累计完成"),
            Field.STATUS: self.tr("进展状态"),
            Field.NARRATIVE: self.tr("进展情况"),
            Field.PROBLEMS: self.tr("存在问题"),
            Field.NEXT_STEPS: self.tr("下一步打算"),
            Field.REMARK: self.tr("备注"),
        }[field]

    def _stated(self, value: FieldValue) -> str:
        if isinstance(value, Value):
            if value.amount is None:
                return self.tr("无数据：{reason}").format(reason=value.no_data_reason)
            return amount(value.amount)
        return status_word(value) if isinstance(value, Status) else value or self.tr("（空）")

    def _figure(self, figure: ReviewFigure) -> _Line:
        unit = figure.indicator.unit
        target = figure.now.target if figure.now else None
        name = self.tr("{name}（目标 {target}{unit}）").format(
            name=figure.indicator.name, target=amount(target) if target is not None else "—", unit=unit
        )
        return name, self._said(figure.now, unit), self._said(figure.last, unit)

    def _said(self, value: ReceivedValue | None, unit: str) -> str:
        known = stated(value)
        if known is None:
            return ""
        if known.amount is None:
            return self.tr("无数据：{reason}").format(reason=known.no_data_reason)
        return f"{amount(known.amount)}{unit}"


def _status(status: Status | None) -> str:
    return status_word(status) if status else ""
